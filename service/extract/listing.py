"""A release as plain values for scripts: every block with its kind, text, page and place (pure)."""

from dataclasses import asdict
from typing import Any

from service.model.document import (
    UNANCHORED,
    Block,
    Boilerplate,
    Figure,
    Heading,
    ListItem,
    Locator,
    Note,
    Paragraph,
    Release,
    Table,
)

Plain = dict[str, Any]


def listing_of(release: Release) -> Plain:
    """What `flask extract --json` prints; keys stay as they are, new ones may come."""
    document = release.body
    return {
        "title": release.title,
        "agency": release.agency,
        "issued_on": release.issued_on,
        "language": release.language,
        "pages": document.pages,
        "extractor": document.origin.extractor,
        "digest": document.origin.digest,
        "warnings": [asdict(warning) for warning in document.warnings],
        "facts": [asdict(fact) for fact in release.facts],
        "attachments": [asdict(attachment) for attachment in release.attachments],
        "blocks": [_listed(block) for block in document.blocks],
    }


def _listed(block: Block) -> Plain:
    kind, text, own = _said(block)
    return {
        "kind": kind,
        "text": text,
        **_place(block.locator),
        "language": block.language,
        "confidence": round(block.confidence, 3),
        **own,
    }


def _place(locator: Locator) -> Plain:
    return {
        "page": locator.page,
        "box": list(locator.box),
        "selector": locator.selector,
        "lines": [[line.start, line.page, list(line.box)] for line in locator.lines],
    }


def _said(block: Block) -> tuple[str, str, Plain]:
    """Kind, text as printed, and what only this kind has."""
    match block:
        case ListItem():
            own: Plain = {"marker": block.marker, "depth": block.depth}
            return "list-item", f"{block.marker} {block.text}", own
        case Note():
            return "note", f"{block.marker} {block.text}", _note(block)
        case Figure():
            return "figure", block.alt, {}
        case Table():
            return "table", _rows_as_text(block), _table(block)
        case _:
            return _plain(block)


def _plain(block: Heading | Paragraph | Boilerplate) -> tuple[str, str, Plain]:
    match block:
        case Heading(level=level):
            return "title" if level == 1 else "heading", block.text, {"level": level}
        case Paragraph(role=role):
            return role or "paragraph", block.text, {}
        case Boilerplate():
            return "furniture", block.text, {"furniture": block.kind}


def _note(note: Note) -> Plain:
    anchor = {} if note.anchor == UNANCHORED else {"anchor": asdict(note.anchor)}
    return {"marker": note.marker, "note": note.kind, **anchor}


def _rows_as_text(table: Table) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in table.rows)


def _table(table: Table) -> Plain:
    return {
        "rows": [[cell.text for cell in row] for row in table.rows],
        "spans": [[[cell.row_span, cell.column_span] for cell in row] for row in table.rows],
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "caption": table.caption,
        "unit": table.unit,
    }
