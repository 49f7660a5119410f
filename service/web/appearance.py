"""What readers may choose about how pages look.

The choices are radio buttons on every page. Style sheets look at which are checked, so they work at
once and without a script; a script remembers them where the reader asks for it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; the first of its values is how pages look when nobody chose.

    `needs_script` hides it from those whose browser runs none.
    """

    name: str
    values: tuple[str, ...]
    needs_script: bool = False


CHOICES = (
    Choice("theme", ("system", "light", "dark", "yellow-on-black", "black-on-yellow")),
    Choice("size", ("100", "125", "150", "200", "300")),
    Choice("face", ("sans", "serif", "clear")),
    Choice("leading", ("usual", "wide", "widest")),
    Choice("spacing", ("usual", "wide", "widest")),
    Choice("width", ("usual", "narrow", "full")),
    Choice("guide", ("none", "ruler", "mask"), needs_script=True),
    Choice("pages", ("asked", "beside", "none"), needs_script=True),
)
_OF_PICTURES = "pages"


def choices(*, has_pictures: bool) -> tuple[Choice, ...]:
    """What can be chosen in a service that shows pictures of pages, or does not."""
    return tuple(each for each in CHOICES if has_pictures or each.name != _OF_PICTURES)
