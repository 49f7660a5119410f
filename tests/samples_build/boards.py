"""The board pages on which the sample releases stand, as ministries' boards are built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


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
    body: Iterable[tuple[str, object]]


_ADDRESS = "https://www.mohw.example/boardDownload.es?bid=0032&list_no={no}&seq=1"
_QUOTED = (
    "https%3A%2F%2Fwww.mohw.example%2FboardDownload.es%3Fbid%3D0032%26list_no%3D{no}%26seq%3D1"
)


def page(board: Board) -> str:
    """The whole page."""
    w = board.words
    return f"""<!DOCTYPE html>
<html lang="{board.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(board.title)} | {w["section"]} | {w["agency"]}</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sample/board.css">
<script src="/embed.js" defer></script>
</head>
<body>
<a class="skip" href="#content">{w["skip"]}</a>
<header class="site">
<p class="logo"><a href="/">{w["agency"]}</a></p>
<nav aria-label="{w["menu"]}"><ul><li>{w["section"]}</li><li>{w["policy"]}</li><li>{w["about"]}</li></ul></nav>
</header>
<main id="content">
<p class="path">{w["home"]} &gt; {w["news"]} &gt; {w["section"]}</p>
<p class="section">{w["section"]}</p>
<article class="board_view">
<h1 class="bv_title">{escape(board.title)}</h1>
<ul class="bv_info">
<li><strong>{w["registered"]}</strong> <span>{board.registered}</span></li>
<li><strong>{w["hits"]}</strong> <span>{board.hits}</span></li>
</ul>
<div class="bv_content"><div class="editor">
{_body(board.body)}
</div></div>
<section class="bv_file" aria-label="{w["files"]}">
<h2>{w["files"]}</h2>
<ul>
{_attachment(board)}
</ul>
</section>
</article>
<nav class="bv_near" aria-label="{w["near"]}"><p>{w["previous"]}</p><p>{w["next"]}</p></nav>
</main>
<footer class="site"><p>{w["footer"]}</p></footer>
</body>
</html>
"""


def _attachment(board: Board) -> str:
    w = board.words
    name = escape(board.attachment)
    download = escape(_ADDRESS.format(no=board.list_no).removeprefix("https://www.mohw.example"))
    return (
        f'<li><span class="kind">pdf</span> <span class="name">{name}</span> <span class="facts">( '
        f"{board.size} / {w['download']} {board.downloads} / {w['preview']} {board.previews} )</span>\n"
        f'<a class="down" href="{download}">{w["get"]}</a>\n'
        f'<a class="listen" href="/listen?url={_QUOTED.format(no=board.list_no)}" data-listen '
        f'title="{name}">미리보기/음성듣기</a></li>'
    )


def _body(blocks: Iterable[tuple[str, object]]) -> str:
    return "\n<p>&nbsp;</p>\n".join(_block(kind, value) for kind, value in blocks)


def _block(kind: str, value: object) -> str:
    if kind == "table":
        return _table(value)
    text = escape(str(value), quote=False)
    inner = f"<strong>{text}</strong>" if kind in ("heading", "subtitle", "caption") else text
    return f'<p class="{kind}"><span>{inner}</span></p>'


def _table(rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    body = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:]
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
