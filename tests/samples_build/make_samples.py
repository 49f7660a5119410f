"""Makes the sample releases of the package from their content: board pages and PDFs.

Usage: make_samples.py. The PDFs are exported by LibreOffice Writer; on Debian that needs the
packages libreoffice-writer-nogui and fonts-nanum. The outputs are committed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from boards import Board, page
from content import ENGLISH, ENGLISH_TITLE, KOREAN, KOREAN_TITLE
from office import document

SAMPLES = Path(__file__).parents[2] / "service" / "samples"
RELEASES = (
    ("release-en", ENGLISH_TITLE, "en", "Ministry of Health and Welfare | Press Release", ENGLISH),
    ("release-ko", KOREAN_TITLE, "ko", "보건복지부 보도자료", KOREAN),
)


WORDS_EN = {
    "agency": "Ministry of Health and Welfare",
    "section": "Press Release",
    "skip": "본문으로 바로가기",
    "menu": "Main menu",
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
    "previous": "Previous: -",
    "next": "Next: -",
    "footer": "A sample page of Deutgi after a published release; not a site of the Ministry.",
}
WORDS_KO = {
    "agency": "보건복지부",
    "section": "보도자료",
    "skip": "본문으로 바로가기",
    "menu": "주 메뉴",
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
    "previous": "이전 글: -",
    "next": "다음 글: -",
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
        body=ENGLISH,
    ),
    "board-ko.html": Board(
        language="ko",
        title=KOREAN_TITLE,
        registered="2023-07-04 09:00",
        hits="3,482",
        attachment="[7.4.화.조간] 미국 주요 바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다.pdf",
        size="97.7KB",
        downloads="1,024",
        previews="387",
        list_no="377210",
        words=WORDS_KO,
        body=KOREAN,
    ),
}


def main() -> int:
    for name, board in BOARDS.items():
        (SAMPLES / name).write_text(page(board), "utf-8")
    office = shutil.which("soffice")
    if office is None:
        sys.stderr.write(
            "LibreOffice is missing: apt-get install libreoffice-writer-nogui fonts-nanum\n"
        )
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name, title, language, running, blocks in RELEASES:
            source = Path(folder, f"{name}.fodt")
            source.write_text(document(title, language, running, blocks), "utf-8")
            subprocess.run(
                [
                    office,
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
                    "--outdir",
                    str(SAMPLES),
                    str(source),
                ],
                check=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
