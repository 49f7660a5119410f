"""ES modules joined into one file, so that a page asks once and nothing is packed piecemeal.

Only what our own modules use is understood: named imports from beside the module, and exports in
front of declarations. All share one scope, so no two may declare the same name. Private names,
which nobody outside a class can know, become short, and so do constants, written in capitals.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from string import ascii_lowercase

_IMPORT = re.compile(r"^import \{[^}]*\} from '\./([\w-]+)\.mjs';\n", re.MULTILINE)
_PRIVATE = re.compile(r"(?<![\w'\"`])#[a-z]\w*")
_CONSTANT = re.compile(r"^(?:export )?const ([A-Z][A-Z\d_]+) = ", re.MULTILINE)
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
    return _renamed(_renamed(script, _PRIVATE.findall(script), "#"), _constants(script), "$")


def _constants(script: str) -> list[str]:
    """Those whose name stands nowhere as a word of text or as a property."""
    found = _CONSTANT.findall(script)
    return [name for name in found if not re.search(rf"['\"`.]{name}\b|\b{name}['\"`:]", script)]


def _renamed(script: str, names: Iterable[str], mark: str) -> str:
    letters = ("".join(each) for each in product(mark, "_" + ascii_lowercase, ascii_lowercase))
    short = dict(zip(dict.fromkeys(names), letters, strict=False))
    if not short:
        return script
    known = "|".join(map(re.escape, short))
    return re.sub(rf"(?<![\w'\"`])(?:{known})(?!\w)", lambda found: short[found[0]], script)
