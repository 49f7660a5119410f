"""Versions of the readers: raise one whenever the same bytes would be read differently."""

PDF = "3"
HTML = "2"
TEXT = "3"
OFFICE = "1"
ALL = f"pdf-{PDF}.html-{HTML}.text-{TEXT}.office-{OFFICE}"
