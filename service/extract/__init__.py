"""Bytes in, release out; one module per format."""
