"""Blocks to a flat OpenDocument text, as an office suite would keep it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from content import Block, Cell

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("style", "style"), ("text", "text"), ("table", "table")),
        *(("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta")),
    )
)

# name: (font size pt, left margin cm, first line cm, space above cm, weight, alignment)
_PARAGRAPHS = {
    "title": (19, 0, 0, 0.5, "bold", "center"),
    "subtitle": (13, 0, 0, 0.5, "bold", "center"),
    "heading": (14, 0, 0, 0.5, "bold", "start"),
    "annex": (14, 0, 0, 0.5, "bold", "start"),
    "paragraph": (13, 0, 0, 0.4, "normal", "justify"),
    "note": (11, 1.2, -0.4, 0.2, "normal", "justify"),
    "remark": (11, 1.4, -0.6, 0.2, "normal", "justify"),
    "square": (12, 0.7, -0.7, 0.45, "normal", "justify"),
    "circle": (12, 1.3, -0.6, 0.3, "normal", "justify"),
    "dash": (12, 1.8, -0.4, 0.25, "normal", "justify"),
    "dot": (12, 2.2, -0.3, 0.2, "normal", "justify"),
    "number": (12, 0.8, -0.6, 0.25, "normal", "justify"),
    "letter": (12, 1.5, -0.6, 0.2, "normal", "justify"),
    "caption": (12, 0, 0, 0.5, "bold", "center"),
    "cell": (11, 0, 0, 0, "normal", "center"),
    "header": (9, 0, 0, 0, "normal", "end"),
    "footer": (10, 0, 0, 0, "normal", "center"),
}
_GOTHIC = frozenset(
    {"title", "subtitle", "heading", "annex", "caption", "cell", "header", "footer"}
)
_HEIGHTS = {"cell": "120%", "paragraph": "170%"}
_KEPT_WITH_NEXT = frozenset({"heading", "annex", "caption"})
_LEVELS = {"title": 1, "heading": 2, "annex": 2}


@dataclass(frozen=True)
class Paper:
    """One document: `running` heads every page, `masthead` the first one."""

    title: str
    language: str
    running: str
    masthead: tuple[Cell, ...]
    blocks: Iterable[Block]


def document(paper: Paper) -> str:
    """The whole document."""
    title, language, running = paper.title, paper.language, paper.running
    body = [_table((paper.masthead,), heads=0), _paragraph("title", title)]
    body += [_block(kind, value) for kind, value in paper.blocks]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language>"
        f"</office:meta><office:styles>{_default(language)}{_styles()}</office:styles>"
        f"<office:automatic-styles>{_page_and_table()}</office:automatic-styles>"
        f"<office:master-styles>{_master(running)}</office:master-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )


def _default(language: str) -> str:
    """Korean typography: no extra room between Hangul and figures."""
    country = "KR" if language == "ko" else "US"
    return (
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties style:text-autospace="none"/>'
        f'<style:text-properties fo:language="{language}" fo:country="{country}" '
        'style:language-asian="ko" style:country-asian="KR"/></style:default-style>'
    )


def _styles() -> str:
    return "".join(_style(name, values) for name, values in _PARAGRAPHS.items())


def _style(name: str, values: tuple) -> str:
    size, left, first, above, weight, align = values
    level = _LEVELS.get(name)
    outline = f' style:default-outline-level="{level}"' if level else ""
    box = ' fo:border="0.8pt solid #1f3864" fo:padding="0.25cm"' if name == "title" else ""
    new_page = ' fo:break-before="page"' if name == "annex" else ""
    keep = ' fo:keep-with-next="always"' if name in _KEPT_WITH_NEXT else ""
    font = "NanumGothic" if name in _GOTHIC else "NanumMyeongjo"
    height = _HEIGHTS.get(name, "150%")
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{outline}>'
        f'<style:paragraph-properties fo:margin-left="{left}cm" fo:text-indent="{first}cm" '
        f'fo:margin-top="{above}cm" fo:margin-bottom="0.1cm" fo:line-height="{height}" '
        f'fo:text-align="{align}" fo:orphans="2" fo:widows="2"{box}{keep}{new_page}/>'
        f'<style:text-properties fo:font-family="{font}" style:font-family-asian="{font}" '
        f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'fo:font-weight="{weight}" style:font-weight-asian="{weight}"/></style:style>'
    )


def _page_and_table() -> str:
    return (
        '<style:page-layout style:name="page"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" '
        'fo:margin-bottom="1.2cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style>'
        "</style:page-layout>"
        '<style:style style:name="whole" style:family="table"><style:table-properties '
        'style:may-break-between-rows="false"/></style:style>'
        '<style:style style:name="grid" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.12cm" style:vertical-align="middle"/></style:style>'
        '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.12cm" style:vertical-align="middle" fo:background-color="#e7edf5"/>'
        "</style:style>"
    )


def _master(running: str) -> str:
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="page">'
        f"<style:header>{_paragraph('header', running)}</style:header>"
        '<style:footer><text:p text:style-name="footer">- <text:page-number '
        'text:select-page="current">1</text:page-number> -</text:p></style:footer>'
        "</style:master-page>"
    )


def _block(kind: str, value: object) -> str:
    if isinstance(value, str):
        return _paragraph(kind, value)
    return _table(value, heads=1 if kind == "table" else 0)


def _paragraph(kind: str, text: str) -> str:
    plain = escape(text, quote=False)
    level = _LEVELS.get(kind)
    if level:
        return f'<text:h text:style-name="{kind}" text:outline-level="{level}">{plain}</text:h>'
    return f'<text:p text:style-name="{kind}">{plain}</text:p>'


def _table(rows: Sequence[Sequence[Cell]], heads: int) -> str:
    """A table; with heads or without, the cells of labels are shaded."""
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    head = "".join(_row(row, frozenset(range(len(row)))) for row in rows[:heads])
    body = "".join(_body_rows(rows[heads:], len(rows[0]), is_labelled=not heads))
    header = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return f'<table:table table:style-name="whole">{columns}{header}{body}</table:table>'


def _body_rows(rows: Sequence[Sequence[Cell]], width: int, *, is_labelled: bool) -> Iterable[str]:
    """Rows of data; every other cell of a labelled table is a label."""
    for row in rows:
        covered = width - len(row)
        labels = range(0, width - 1, 2) if is_labelled else ()
        yield _row(row, frozenset(labels), covered)


def _row(cells: Sequence[Cell], shaded: frozenset[int], covered: int = 0) -> str:
    inner = "".join(
        _cell(cell, "head" if at in shaded else "grid") for at, cell in enumerate(cells, covered)
    )
    return f"<table:table-row>{'<table:covered-table-cell/>' * covered}{inner}</table:table-row>"


def _cell(cell: Cell, style: str) -> str:
    text, rows = (cell, 1) if isinstance(cell, str) else cell
    span = f' table:number-rows-spanned="{rows}"' if rows > 1 else ""
    return (
        f'<table:table-cell table:style-name="{style}"{span}>{_paragraph("cell", text)}'
        "</table:table-cell>"
    )
