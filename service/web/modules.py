"""ES modules joined into one file, so that a page asks once and nothing is packed piecemeal.

Only what our own modules use is understood: named imports from beside the module, and exports in
front of declarations. All share one scope, so no two may declare the same name. Private names,
which nobody outside a class can know, become short.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import ascii_lowercase

_IMPORT = re.compile(r"^import \{[^}]*\} from '\./([\w-]+)\.mjs';\n", re.MULTILINE)
_PRIVATE = re.compile(r"(?<![\w'\"`])#[a-z]\w*")
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) )", re.MULTILINE)


def parts_of(entry: Path) -> tuple[Path, ...]:
    """Everything that a module imports, directly or not, each behind what it needs itself."""
    return tuple(dict.fromkeys(_needed(entry)))


def joined(entry: Path) -> str:
    """A module with all its imports in it; what they export is known inside only."""
    parts = [_EXPORT.sub("", part.read_text("utf-8")) for part in parts_of(entry)]
    return _shortened(_IMPORT.sub("", "\n".join([*parts, entry.read_text("utf-8")])))


def _needed(module: Path) -> Iterator[Path]:
    for name in _IMPORT.findall(module.read_text("utf-8")):
        part = module.with_name(f"{name}.mjs")
        yield from _needed(part)
        yield part


def _shortened(script: str) -> str:
    short = ("".join(letters) for letters in product("#", "_" + ascii_lowercase, ascii_lowercase))
    names = dict(zip(dict.fromkeys(_PRIVATE.findall(script)), short, strict=False))
    return _PRIVATE.sub(lambda found: names[found[0]], script)
