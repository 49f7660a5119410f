"""One module per verb; stages are strung together here, through contracts."""
