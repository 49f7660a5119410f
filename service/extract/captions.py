"""A bracketed or numbered line right before a table is its caption (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.model.document import Block, Heading, Paragraph, Table

_CAPTION = re.compile(r"\s*[<〈\[【]\s*(.+?)\s*[>〉\]】]\s*|\s*((?:표|Table)\s*\d+\.?\s.*)")


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, captions moved into their tables."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        caption = _caption(before) if isinstance(block, Table) and not block.caption else ""
        if isinstance(block, Table) and caption:
            found[-1] = replace(block, caption=caption)
        else:
            found.append(block)
    return tuple(found)


def _caption(block: Block | None) -> str:
    if not isinstance(block, (Heading, Paragraph)):
        return ""
    match = _CAPTION.fullmatch(block.text)
    return (match.group(1) or match.group(2)) if match else ""
