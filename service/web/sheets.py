"""Style sheets joined into one file, so that a page asks once before it can be painted.

Only `@import url("./name.css");` on lines of its own is understood, as our own sheets have it.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^@import url\("(\.\.?/[\w/-]+\.css)"\);\n', re.MULTILINE)


def parts_of(sheet: Path) -> tuple[Path, ...]:
    """The sheets that a sheet imports, in their order."""
    named = _IMPORT.findall(sheet.read_text("utf-8"))
    return tuple((sheet.parent / name).resolve() for name in named)


def joined(sheet: Path) -> str:
    """A sheet with everything that it imports in it, before its own rules as CSS has it."""
    own = _IMPORT.sub("", sheet.read_text("utf-8"))
    return "\n".join([*(part.read_text("utf-8") for part in parts_of(sheet)), own])
