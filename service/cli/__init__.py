"""Flask's own command line, one group per purpose."""
