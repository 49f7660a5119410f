"""PDFs and resources that the tests of this room are made of."""

import hashlib
import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from service.extract.reader import Reader
from service.model.source import Resource, SourceFile, SourceUrl

ADDRESS = "https://www.mohw.example/board.es?list_no=1"


def pdf(*pages, encrypt=None):
    """A PDF; each page is a function that draws on a canvas."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def words(text):
    return lambda canvas: canvas.drawString(72, 700, text)


def resource(body, name="", media_type="", source=None):
    digest = hashlib.sha256(body).hexdigest()
    return Resource(source or SourceFile(name), body, media_type, digest, name)


def read(body, name="", media_type="", max_pages=10, source=None):
    return Reader(max_pages).extract(resource(body, name, media_type, source))


def read_page(html, address=ADDRESS):
    """A page as a server gives it."""
    body = html if isinstance(html, bytes) else html.encode()
    return read(body, media_type="text/html", source=SourceUrl(address, "https", "", 443))


def board(body, files=""):
    """A page of the described board around a body."""
    return (
        '<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>'
        '<h1 class="bv_title">계획 발표</h1><ul class="bv_info"><li><strong>등록일</strong>'
        f'<span>2024.1.2</span></li></ul><div class="bv_content">{body}</div>'
        f'<div class="bv_file"><ul>{files}</ul></div></body></html>'
    )
