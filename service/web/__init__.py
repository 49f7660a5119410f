"""HTTP in, use cases called, HTML and JSON out."""
