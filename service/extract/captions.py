"""A bracketed or numbered line right before a table is its caption, and so is its unit (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.model.document import Block, Heading, Paragraph, Table

_CAPTION = re.compile(r"\s*[<〈\[【]\s*(.+?)\s*[>〉\]】]\s*|\s*((?:표|Table)\s*\d+\.?\s.*)")
_UNIT = re.compile(r"\s*[(\[]?\s*((?:단위|Units?)\s*[:：].{1,40}?)\s*[)\]]?\s*")


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, captions and units moved into their tables."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and not block.caption:
            unit = _taken(found, _UNIT)
            caption = _taken(found, _CAPTION)
            told = " ".join(part for part in (caption, f"({unit})" if unit else "") if part)
            found.append(replace(block, caption=told))
        else:
            found.append(block)
    return tuple(found)


def _taken(found: list[Block], form: re.Pattern[str]) -> str:
    """What the last block says in a form; it is taken away then."""
    last = found[-1] if found else None
    match = form.fullmatch(last.text) if isinstance(last, (Heading, Paragraph)) else None
    if match is None:
        return ""
    found.pop()
    return next(group for group in match.groups() if group)
