"""English words that do not sound as they are spelled, and those Korean took in another way."""

from functools import cache

from service.text.ko.latin.tables import said


@cache
def irregular_words() -> dict[str, str]:
    """Words in small letters and how they are said."""
    return said("irregular.tsv")
