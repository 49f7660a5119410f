"""The board pages on which the sample releases stand, as ministries' boards are built."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from content import Block, Cell

SITE = "https://www.mohw.example"
_FILE = "/boardDownload.es?bid=0032&list_no={}&seq=1"
_PAGE = "/board.es?mid=a20401000000&bid=0032&act=view&list_no={}"


_TONGUES = {"ko": "한국어", "en": "English"}
_STRONG = frozenset({"heading", "annex", "subtitle", "caption"})


@dataclass(frozen=True)
class Other:
    """Another page of the site: its number, language and title."""

    list_no: str
    language: str
    title: str


@dataclass(frozen=True)
class Board:
    """One page: its texts by name, the release on it and the file that is attached."""

    language: str
    title: str
    registered: str
    hits: str
    attachment: str
    size: str
    downloads: str
    previews: str
    list_no: str
    words: dict[str, str]
    head: tuple[str, ...]
    body: Iterable[Block]
    other: Other


def page(board: Board) -> str:
    """The whole page."""
    w = board.words
    return f"""<!DOCTYPE html>
<html lang="{board.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(board.title)} | {w["section"]} | {w["agency"]}</title>
<link rel="stylesheet" href="/sample/board.css">
<script src="/embed.js" defer></script>
</head>
<body>
<a class="skip" href="#content"{_lang("ko", board)}>본문으로 바로가기</a>
<header class="site">
<p class="logo"><a href="/">{w["agency"]}</a></p>
<p class="language">{_link(board, _TONGUES[board.other.language])}</p>
<nav class="gnb" aria-label="{w["menu"]}"><ul>{_menu(board)}</ul></nav>
</header>
<main id="content">
<nav class="path" aria-label="{w["path"]}"><ol><li>{w["home"]}</li><li>{w["news"]}</li><li>{w["section"]}</li></ol></nav>
<p class="section">{w["section"]}</p>
<article class="board_view">
<h1 class="bv_title">{escape(board.title)}</h1>
<ul class="bv_info">
<li><strong>{w["registered"]}</strong><span>{board.registered}</span></li>
<li><strong>{w["hits"]}</strong><span>{board.hits}</span></li>
</ul>
<div class="bv_content"><div class="editor"><div class="se-contents">
{_body(board)}
</div></div></div>
<section class="bv_file" aria-labelledby="files">
<h2 id="files">{w["files"]}</h2>
<ul>
{_attachment(board)}
</ul>
</section>
</article>
<nav class="bv_near" aria-label="{w["near"]}"><ul>
<li><strong>{w["previous"]}</strong> {_link(board, board.other.title)}</li>
<li><strong>{w["next"]}</strong> <span>{w["none"]}</span></li>
</ul></nav>
</main>
<footer class="site"><p>{w["footer"]}</p></footer>
</body>
</html>
"""


def _lang(language: str, board: Board) -> str:
    return "" if language == board.language else f' lang="{language}"'


def _menu(board: Board) -> str:
    items = (board.words[name] for name in ("section", "policy", "about"))
    return "".join(f"<li>{item}</li>" for item in items)


def _link(board: Board, text: str) -> str:
    other = board.other
    address = escape(_PAGE.format(other.list_no))
    return f'<a href="{address}" lang="{other.language}">{escape(text)}</a>'


def _attachment(board: Board) -> str:
    w = board.words
    name = escape(board.attachment)
    file = _FILE.format(board.list_no)
    facts = f"{board.size} / {w['download']} {board.downloads} / {w['preview']} {board.previews}"
    return (
        f'<li><span class="kind"><span class="blind">pdf {w["files"]}</span></span>'
        f'<span class="name">{name}</span> <span class="facts">( {facts} )</span>\n'
        f'<span class="links"><a class="down" href="{escape(file)}" title="{name}">{w["get"]}</a>\n'
        f'<a class="listen" href="/listen?url={quote(SITE + file, safe="")}" data-listen '
        f'title="{name}"><span{_lang("ko", board)}>미리보기/음성듣기</span></a></span></li>'
    )


def _body(board: Board) -> str:
    """What the editor kept: a <p> a paragraph, spans in it, and empty ones for the room between."""
    head = "<br>\n".join(escape(line, quote=False) for line in board.head)
    blocks = [f'<p class="center"><strong><span>{head}</span></strong></p>'] if head else []
    blocks += [_block(kind, value) for kind, value in board.body]
    return "\n<p><span>&nbsp;</span></p>\n".join(blocks)


def _block(kind: str, value: object) -> str:
    if not isinstance(value, str):
        return _table(value, has_head=kind == "table")
    text = escape(value, quote=False)
    inner = f"<strong>{text}</strong>" if kind in _STRONG else text
    return f'<div class="{kind}"><p><span>{inner}</span></p></div>'


def _table(rows: Sequence[Sequence[Cell]], *, has_head: bool) -> str:
    body = "\n".join(_rows(rows[has_head:], len(rows[0]), is_labelled=not has_head))
    head = "".join(f'<th scope="col">{escape(str(cell))}</th>' for cell in rows[0])
    thead = f"<thead><tr>{head}</tr></thead>\n" if has_head else ""
    return f'<div class="table"><table>\n{thead}<tbody>\n{body}\n</tbody>\n</table></div>'


def _rows(rows: Sequence[Sequence[Cell]], width: int, *, is_labelled: bool) -> Iterator[str]:
    """Rows of data: the first cell names its row; of a labelled table, every other cell."""
    for row in rows:
        labels = range(0, width - 1, 2) if is_labelled else (0,)
        cells = enumerate(row, width - len(row))
        yield "<tr>" + "".join(_cell(cell, is_label=at in labels) for at, cell in cells) + "</tr>"


def _cell(cell: Cell, *, is_label: bool) -> str:
    text, rows = (cell, 1) if isinstance(cell, str) else cell
    span = f' rowspan="{rows}"' if rows > 1 else ""
    scope = "rowgroup" if rows > 1 else "row"
    return (
        f'<th scope="{scope}"{span}>{escape(text)}</th>'
        if is_label
        else f"<td{span}>{escape(text)}</td>"
    )
