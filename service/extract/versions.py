"""Versions of the readers: raise one whenever the same bytes would be read differently."""

PDF = "6"
HTML = "5"
TEXT = "5"
OFFICE = "3"
ALL = f"pdf-{PDF}.html-{HTML}.text-{TEXT}.office-{OFFICE}"
