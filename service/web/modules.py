"""ES modules joined into one file, so that a page asks once and nothing is packed piecemeal.

Only what our own modules use is understood: named imports from beside the module, and exports in
front of declarations. All share one scope, so no two may declare the same name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r"^import \{[^}]*\} from '\./([\w-]+)\.mjs';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) )", re.MULTILINE)


def parts_of(entry: Path) -> tuple[Path, ...]:
    """Everything that a module imports, directly or not, each behind what it needs itself."""
    return tuple(dict.fromkeys(_needed(entry)))


def joined(entry: Path) -> str:
    """A module with all its imports in it; what they export is known inside only."""
    parts = [_EXPORT.sub("", part.read_text("utf-8")) for part in parts_of(entry)]
    return _IMPORT.sub("", "\n".join([*parts, entry.read_text("utf-8")]))


def _needed(module: Path) -> Iterator[Path]:
    for name in _IMPORT.findall(module.read_text("utf-8")):
        part = module.with_name(f"{name}.mjs")
        yield from _needed(part)
        yield part
