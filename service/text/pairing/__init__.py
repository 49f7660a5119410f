"""Two documents about one event, in two languages, put in step (pure)."""

VERSION = "2"
"""Part of the name of every pairing that is kept: raise it when the same texts pair anew."""
