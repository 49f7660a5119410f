"""What is kept: keys, contract and keepers."""
