"""Versions of the readers: raise one whenever the same bytes would be read differently."""

PDF = "5"
HTML = "3"
TEXT = "4"
OFFICE = "1"
ALL = f"pdf-{PDF}.html-{HTML}.text-{TEXT}.office-{OFFICE}"
