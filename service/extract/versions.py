"""Versions of the readers: raise one whenever the same bytes would be read differently."""

PDF = "7"
HTML = "5"
TEXT = "5"
OFFICE = "3"
PICTURES = "1"
"""Of the drawing of pages: raise it whenever pictures of the same page would look different."""
ALL = f"pdf-{PDF}.html-{HTML}.text-{TEXT}.office-{OFFICE}"
