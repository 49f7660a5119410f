"""The server of the peers' pages: loopback only, compressed, kept connections, ranges for sound."""

import gzip
import html
import mimetypes
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import waitress
from article import PARAGRAPHS, TITLE, Article
from flask import Flask, Response, request, send_file
from players import PACKAGES, Player

HERE = Path(__file__).parent
ICON = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
INLINE_STYLES = ("style-src 'self'", "style-src 'self' 'unsafe-inline'")


@contextmanager
def standing(article: Article, players: tuple[Player, ...], folder: Path) -> Iterator[str]:
    """Serve the pages of the peers; gives the origin."""
    app = _app(article, players, _files(folder))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.trigger.pull_trigger(server.close)
        thread.join(5)


def _files(folder: Path) -> dict[str, bytes]:
    """What pages ask for, by name: each player in one packed script, as a careful site has it."""
    scripts = sorted((HERE / "pages").glob("*.mjs"))
    packed = ["--bundle", "--minify", "--format=esm", "--log-level=error", f"--outdir={folder}"]
    subprocess.run([PACKAGES / ".bin" / "esbuild", *scripts, *packed], check=True)
    plyr = PACKAGES / "plyr" / "dist"
    kept = [*folder.glob("*.js"), plyr / "plyr.css", plyr / "plyr.svg"]
    return {each.name: each.read_bytes() for each in kept} | {"icon.svg": ICON}


def _app(article: Article, players: tuple[Player, ...], files: dict[str, bytes]) -> Flask:
    app = Flask(__name__, static_folder=None)
    pages = {place_of(player): _page(player) for player in players}
    plain = {f"{place_of(player)}-plain": _page(player, "") for player in players}
    policies = {place_of(player): _policy(article.policy, player) for player in players}

    @app.get("/sound.mp3")
    def sound() -> Response:
        return send_file(BytesIO(article.sound), "audio/mpeg", conditional=True, etag=False)

    @app.get("/<name>")
    def give(name: str) -> Response:
        if name in files:
            return _compressed(files[name], mimetypes.guess_type(name)[0] or "text/plain")
        answer = _compressed((pages | plain)[name].encode(), "text/html; charset=utf-8")
        answer.headers["Content-Security-Policy"] = policies[name.removesuffix("-plain")]
        return answer

    @app.errorhandler(KeyError)
    def unknown(_: KeyError) -> Response:
        return Response(status=HTTPStatus.NOT_FOUND)

    return app


def place_of(player: Player) -> str:
    """The name of a peer's page."""
    return f"{player.script}-inline" if player.allows_inline_styles else player.script


def _policy(ours: str, player: Player) -> str:
    return ours.replace(*INLINE_STYLES) if player.allows_inline_styles else ours


def _compressed(body: bytes, media_type: str) -> Response:
    answer = Response(body, content_type=media_type)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        answer.data = gzip.compress(body, 9)
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _page(player: Player, words: str = "-ko") -> str:
    """The article with a peer's player above it, in Korean unless `words` is empty."""
    text = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(TITLE)}</title>
<link rel="icon" href="/icon.svg">
{player.style}
<script type="module" src="/{player.script}{words}.js"></script>
</head>
<body>
<main>
<h1>{html.escape(TITLE)}</h1>
{player.markup}
{text}
</main>
</body>
</html>
"""
