"""Versions of the readers: raise one whenever the same bytes would be read differently."""

PDF = "1"
HTML = "1"
TEXT = "1"
ALL = f"pdf-{PDF}.html-{HTML}.text-{TEXT}"
