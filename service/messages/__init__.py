"""Public texts by section, code and language; Korean is the language of the house."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

LANGUAGES = ("ko", "en")


@cache
def table(language: str) -> Mapping[str, Mapping[str, str]]:
    """All texts of one language, by section and code."""
    file = resources.files(__name__).joinpath(f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def nearest(language: str) -> str:
    """The language we have texts for that is nearest to a BCP 47 tag."""
    main = language.split("-", maxsplit=1)[0].lower()
    return main if main in LANGUAGES else LANGUAGES[0]


def text(section: str, code: str, language: str, **values: object) -> str:
    """One text with its values filled in; KeyError when it was never written."""
    return table(nearest(language))[section][code].format(**values)
