"""Makes a PDF of any number of pages with sentences that are all different."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "HYSMyeongJo-Medium"
LINES_PER_PAGE = 36
_PLACES = ("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "수원", "청주")
_SUBJECTS = ("지원 대상", "예산 규모", "참여 기관", "상담 건수", "신청 기간", "시설 수")


def long_release(pages: int, seed: int = 0) -> bytes:
    """A PDF whose every sentence names its own page and line; another seed, other sentences."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    canvas.setTitle(f"시험 문서 {pages}쪽")
    for page in range(1, pages + 1):
        _draw(canvas, page, seed)
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, page: int, seed: int) -> None:
    canvas.setFont(FONT, 11)
    for line in range(LINES_PER_PAGE):
        canvas.drawString(72, 770 - 19 * line, _sentence(page, line, seed))
    canvas.drawCentredString(297, 40, f"- {page} -")
    canvas.showPage()


def _sentence(page: int, line: int, seed: int) -> str:
    place, subject = _PLACES[(page + line) % 10], _SUBJECTS[line % 6]
    return f"□ {place}의 {subject}은 {page}쪽 {line + 1}번째 줄에서 {page * 37 + line + seed * 9973}건으로 늘었다."
