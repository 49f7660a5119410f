"""The tables of this package: rows of words parted by tabs; `#` begins a remark."""

from importlib import resources


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one table of this package, without its remarks."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )


def said(name: str) -> dict[str, str]:
    """A table of two columns: what is written, and how it is said."""
    return {row[0]: row[1] for row in rows(name)}
