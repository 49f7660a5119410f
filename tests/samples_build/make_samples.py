"""Makes the sample releases of the package from their content: board pages and PDFs.

Usage: make_samples.py. The PDFs are exported by LibreOffice Writer; on Debian that needs the
packages libreoffice-writer-nogui and fonts-nanum. The outputs are committed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from boards import Board, Other, page
from content import ENGLISH, ENGLISH_HEAD, ENGLISH_TITLE, KOREAN, KOREAN_TITLE, MASTHEADS
from office import Paper, document

SAMPLES = Path(__file__).parents[2] / "service" / "samples"
PAPERS = {
    "release-en": Paper(
        ENGLISH_TITLE,
        "en",
        "Ministry of Health and Welfare | Press Release",
        MASTHEADS["en"],
        ENGLISH,
    ),
    "release-ko": Paper(KOREAN_TITLE, "ko", "보건복지부 보도자료", MASTHEADS["ko"], KOREAN),
}
# A fixed moment and name instead of those of the export, so that equal content makes equal files.
# Each stands in for as many bytes, so that every place in the file stays where it was.
MADE_AT = rb"/CreationDate(D:20230704080000Z')"
MADE = re.compile(rb"/CreationDate\(D:\d{14}Z'\)")
NAMES = re.compile(rb"/(?:ID|DocChecksum)\s*[^<>\n]*(?:\[?\s*<?[0-9A-F]{32}>?\s*)+")
NAME = re.compile(rb"[0-9A-F]{32}")

PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'

WORDS_EN = {
    "agency": "Ministry of Health and Welfare",
    "section": "Press Release",
    "menu": "Main menu",
    "path": "You are here",
    "policy": "Policies",
    "about": "About the Ministry",
    "home": "Home",
    "news": "News&amp;Welfare",
    "registered": "Regdate",
    "hits": "Hit",
    "files": "AttachFiles",
    "download": "Download",
    "preview": "Preview",
    "get": "Download",
    "near": "Other releases",
    "previous": "Previous",
    "next": "Next",
    "none": "There is no newer release.",
    "footer": "A sample page of Deutgi after a published release; not a site of the Ministry.",
}
WORDS_KO = {
    "agency": "보건복지부",
    "section": "보도자료",
    "menu": "주 메뉴",
    "path": "현재 위치",
    "policy": "정책",
    "about": "부처 소개",
    "home": "홈",
    "news": "알림",
    "registered": "등록일",
    "hits": "조회수",
    "files": "첨부파일",
    "download": "다운로드",
    "preview": "미리보기",
    "get": "내려받기",
    "near": "다른 글",
    "previous": "이전글",
    "next": "다음글",
    "none": "다음글이 없습니다.",
    "footer": "듣기(Deutgi)의 시연용 예시입니다. 실제 부처 누리집이 아니며 수치는 지어낸 것입니다.",
}
BOARDS = {
    "board-en.html": Board(
        language="en",
        title=ENGLISH_TITLE,
        registered="2023-07-12 13:02",
        hits="1,201",
        attachment="★(MOHW) Exploring a New Strategy to Create Korean version of Innovative "
        "Clusters by Benchmarking Major U.S. Bio Clusters.pdf",
        size="116.76KB",
        downloads="453.",
        previews="90.",
        list_no="377403",
        words=WORDS_EN,
        head=ENGLISH_HEAD,
        body=ENGLISH,
        other=Other("377210", "ko", KOREAN_TITLE),
    ),
    "board-ko.html": Board(
        language="ko",
        title=KOREAN_TITLE,
        registered="2023-07-04 09:00",
        hits="3,482",
        attachment="[7.4.화.조간] 미국 주요 바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다.pdf",
        size="",
        downloads="1,024",
        previews="387",
        list_no="377210",
        words=WORDS_KO,
        head=(),
        body=KOREAN,
        other=Other("377403", "en", ENGLISH_TITLE),
    ),
}


def main() -> int:
    office = shutil.which("soffice")
    if office is None:
        sys.stderr.write(
            "LibreOffice is missing: apt-get install libreoffice-writer-nogui fonts-nanum\n"
        )
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name, paper in PAPERS.items():
            source = Path(folder, f"{name}.fodt")
            source.write_text(document(paper), "utf-8")
            export(office, source)
    for name, board in BOARDS.items():
        (SAMPLES / name).write_text(page(sized(name, board)), "utf-8")
    return 0


def sized(name: str, board: Board) -> Board:
    """The board with the size of its own file, where the published one is not known."""
    file = SAMPLES / name.replace("board", "release").replace(".html", ".pdf")
    return replace(board, size=board.size or f"{file.stat().st_size / 1024:.2f}KB")


def export(office: str, source: Path) -> None:
    subprocess.run(
        [
            *(office, f"-env:UserInstallation=file://{source.parent}/profile", "--headless"),
            *("--convert-to", PDF, "--outdir", str(source.parent), str(source)),
        ],
        check=True,
        env=os.environ | {"TZ": "UTC"},
    )
    made = source.with_suffix(".pdf")
    (SAMPLES / made.name).write_bytes(steadied(made.read_bytes()))


def steadied(pdf: bytes) -> bytes:
    """A PDF whose date and names follow from its content alone."""
    name = hashlib.md5(NAME.sub(b"", MADE.sub(b"", pdf)), usedforsecurity=False).hexdigest()
    dated = MADE.sub(MADE_AT, pdf)
    return NAMES.sub(lambda each: NAME.sub(name.upper().encode(), each.group()), dated)


if __name__ == "__main__":
    sys.exit(main())
