"""Style sheets joined into one file, so that a page asks once before it can be painted.

Only `@import url("./name.css");` on lines of its own is understood, as our own sheet has it.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^@import url\("\./([\w-]+\.css)"\);\n', re.MULTILINE)


def parts_of(sheet: Path) -> tuple[Path, ...]:
    """The sheets that a sheet imports, in their order."""
    return tuple(sheet.with_name(name) for name in _IMPORT.findall(sheet.read_text("utf-8")))


def joined(sheet: Path) -> str:
    """A sheet with everything that it imports in it, before its own rules as CSS has it."""
    own = _IMPORT.sub("", sheet.read_text("utf-8"))
    return "\n".join([*(part.read_text("utf-8") for part in parts_of(sheet)), own])
