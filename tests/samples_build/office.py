"""Blocks to a flat OpenDocument text, as an office suite would keep it."""

from collections.abc import Iterable, Sequence
from html import escape

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("style", "style"), ("text", "text"), ("table", "table")),
        *(("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta")),
    )
)

# name: (font size pt, left margin cm, first line cm, space above cm, weight, alignment)
_PARAGRAPHS = {
    "title": (17, 0, 0, 0.2, "bold", "center"),
    "subtitle": (12, 0, 0, 0.3, "normal", "center"),
    "heading": (13, 0, 0, 0.45, "bold", "start"),
    "paragraph": (11.5, 0, 0, 0.3, "normal", "justify"),
    "note": (9.5, 0.9, -0.4, 0.15, "normal", "justify"),
    "remark": (10.5, 1.2, -0.6, 0.15, "normal", "justify"),
    "square": (12, 0.7, -0.7, 0.35, "normal", "justify"),
    "circle": (12, 1.3, -0.6, 0.2, "normal", "justify"),
    "dash": (11.5, 1.8, -0.4, 0.15, "normal", "justify"),
    "caption": (11, 0, 0, 0.4, "bold", "center"),
    "cell": (10.5, 0, 0, 0, "normal", "center"),
    "header": (9, 0, 0, 0, "normal", "end"),
    "footer": (9, 0, 0, 0, "normal", "center"),
}


def document(title: str, language: str, running: str, blocks: Iterable[tuple[str, object]]) -> str:
    """The whole document; `running` is the running header of every page."""
    body = [_paragraph("title", title)]
    body += [_table(text) if kind == "table" else _paragraph(kind, text) for kind, text in blocks]
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
    country = "KR" if language == "ko" else "US"
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        'style:font-name-asian="NanumGothic" fo:font-family="NanumGothic" '
        f'style:font-family-asian="NanumGothic" fo:language="{language}" fo:country="{country}" '
        f'style:language-asian="ko" style:country-asian="KR"/></style:default-style>'
    )


def _styles() -> str:
    return "".join(_style(name, values) for name, values in _PARAGRAPHS.items())


def _style(name: str, values: tuple) -> str:
    size, left, first, above, weight, align = values
    level = {"title": "1", "heading": "2"}.get(name)
    outline = f' style:default-outline-level="{level}"' if level else ""
    box = ' fo:border="0.8pt solid #1f3864" fo:padding="0.25cm"' if name == "title" else ""
    keep = ' fo:keep-with-next="always"' if name in ("heading", "caption") else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{outline}>'
        f'<style:paragraph-properties fo:margin-left="{left}cm" fo:text-indent="{first}cm" '
        f'fo:margin-top="{above}cm" fo:margin-bottom="0.1cm" fo:line-height="150%" '
        f'fo:text-align="{align}"{box}{keep}/>'
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
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
        'fo:border="0.5pt solid #000000" fo:padding="0.12cm"/></style:style>'
        '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.12cm" fo:background-color="#e7edf5"/>'
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


def _paragraph(kind: str, text: object) -> str:
    plain = escape(str(text), quote=False)
    level = {"title": 1, "heading": 2}.get(kind)
    if level:
        return f'<text:h text:style-name="{kind}" text:outline-level="{level}">{plain}</text:h>'
    return f'<text:p text:style-name="{kind}">{plain}</text:p>'


def _table(rows: Sequence[Sequence[str]]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    inner = "".join(_row(row, "grid") for row in rows[1:])
    head = f"<table:table-header-rows>{_row(rows[0], 'head')}</table:table-header-rows>"
    return f'<table:table table:style-name="whole">{columns}{head}{inner}</table:table>'


def _row(cells: Sequence[str], style: str) -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="{style}">{_paragraph("cell", cell)}</table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{inner}</table:table-row>"
