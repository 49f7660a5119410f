"""Frozen values that travel between the stages; no I/O, no library."""
