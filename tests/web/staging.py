"""A whole service in this process: real use cases and shipped fakes, releases written as JSON."""

from dataclasses import replace
from pathlib import Path
from threading import Event

from service import codec
from service.alignment.aligner import WordAligner
from service.audio.finish import Mp3Finisher
from service.errors import DocumentHasNoText, DocumentIsBroken, PageNotDrawable
from service.extract.base import Hold, Progress, unheard
from service.extract.webp import encoded
from service.fetch.canned import CannedFetcher, CannedPage
from service.fetch.door import FrontDoor
from service.fetch.guard import Rules
from service.fetch.http import HttpFetcher, Limits
from service.jobs.memory import MemoryQueue
from service.model.document import (
    Anchor,
    Attachment,
    Boilerplate,
    Cell,
    Counterpart,
    Document,
    DocumentWarning,
    Fact,
    Figure,
    Heading,
    ListItem,
    Locator,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.model.speech import Prosody, Voice
from service.narration.narrate import narrate, version_of
from service.settings import from_env
from service.speech.silent import SilentEngine
from service.store.memory import MemoryStore
from service.store.plans import SqlitePlans
from service.store.turns import FileTurns
from service.usecases.services import Narrator, Services

SITE = "https://board.example.go.kr"
KOREAN, ENGLISH, HOSTILE, WHOLE = (
    f"{SITE}/{name}" for name in ("korean", "english", "hostile", "whole")
)
SCANNED, BROKEN, SLOW = (f"{SITE}/{name}" for name in ("scanned", "broken", "slow"))
RECOGNISED = f"{SITE}/recognised"
TABLES = f"{SITE}/tables"
CHAPTERS = f"{SITE}/chapters"
SCRIPT = "<script>alert(1)</script>"


def document(language, *blocks, title="", pages=0):
    return Document(language, title, blocks, Origin("0" * 64, "staging", "1"), pages)


def on(page):
    return Locator(page=page)


def row(*texts):
    return tuple(map(Cell, texts))


KOREAN_RELEASE = Release(
    title="미국 바이오클러스터 방문해 한국형 혁신클러스터 조성 방안 찾는다",
    agency="보건복지부",
    issued_on="2023-07-03",
    language="ko",
    body=document(
        "ko",
        Boilerplate("보건복지부 보도자료", "running-header", locator=on(1)),
        Heading(
            "미국 바이오클러스터 방문해 한국형 혁신클러스터 조성 방안 찾는다", 1, locator=on(1)
        ),
        Paragraph("- 조규홍 장관, 미국 주요 기관과 협력 논의 -", "subtitle", locator=on(1)),
        ListItem(
            "보건복지부 조규홍 장관은 7월 4일부터 9일까지 미국을 방문한다. "
            "샌디에이고와 보스턴(Boston)의 클러스터를 둘러본다.",
            "□",
            0,
            locator=on(1),
        ),
        ListItem("기업, 대학, 병원이 모인 현장을 살펴본다.", "○", 1, locator=on(1)),
        Note("2022년 GEN 순위 기준", "*", locator=on(1)),
        ListItem("협력 방안을 논의한다.", "-", 2, locator=on(1)),
        Boilerplate("- 1 -", "page-number", locator=on(1)),
        ListItem("방문 일정은 다음과 같다.", "□", 0, locator=on(2)),
        Table(
            (
                (Cell("날짜"), Cell("도시"), Cell("내용")),
                (Cell("7.4.(화)"), Cell("로스앤젤레스"), Cell("기업 방문")),
                (Cell("7.6.(목)"), Cell("샌디에이고"), Cell("대학 방문")),
            ),
            header_columns=1,
            caption="방문 일정",
            locator=on(2),
        ),
        Heading("붙임", 3, locator=on(2)),
        Figure("방문 도시를 나타낸 지도", locator=on(2)),
        Paragraph("Korea-U.S. Cluster Round Table에서 논의한다.", locator=on(2)),
        Note("세부 일정은 바뀔 수 있음", "※", "remark", locator=on(2)),
        pages=2,
    ),
    attachments=(
        Attachment(
            "보도자료.pdf",
            f"{SITE}/english",
            "application/pdf",
            116_750,
            downloads=453,
            previews=90,
        ),
    ),
    facts=(Fact("등록일", "2023-07-03 13:02"), Fact("조회수", "1,201")),
)

ENGLISH_RELEASE = Release(
    title="Exploring a New Strategy",
    agency="Ministry of Health and Welfare",
    issued_on="2023-07-12",
    language="en",
    body=document("en", Paragraph("Minister Cho will visit Los Angeles. He leaves on July 4.")),
)

HOSTILE_RELEASE = Release(
    title=f"제목 {SCRIPT}",
    agency=SCRIPT,
    issued_on="",
    language='ko"><script>alert(2)</script>',
    body=document(
        "ko",
        Paragraph(f"본문 {SCRIPT} 끝.", '"><script>', locator=on(1)),
        ListItem(f"항목 {SCRIPT}", SCRIPT, 0),
        Table(((Cell(SCRIPT),), (Cell(f"칸 {SCRIPT}"),)), caption=SCRIPT),
        Note(SCRIPT, SCRIPT, anchor=Anchor(0, 3)),
        Figure(SCRIPT),
        Boilerplate(SCRIPT, "running-header"),
    ),
    attachments=(
        Attachment(SCRIPT, "javascript:alert(3)"),
        Attachment("괄호", 'https://x.example/"><script>'),
    ),
    facts=(Fact(SCRIPT, SCRIPT),),
)

# Nobody listens to it but the test of the change to the whole file, so it is new there.
WHOLE_RELEASE = replace(KOREAN_RELEASE, agency="행정안전부", facts=())

# A scan of which two pages were recognised and one could not be.
RECOGNISED_RELEASE = replace(
    ENGLISH_RELEASE,
    body=replace(
        ENGLISH_RELEASE.body,
        warnings=(
            DocumentWarning("text-from-scan", 1),
            DocumentWarning("text-from-scan", 2),
            DocumentWarning("page-is-picture", 4),
        ),
    ),
)

GUIDE_SENTENCES = (
    "한빛부는 3월 5일 누구나 쓰기 쉬운 누리집을 만드는 방법을 담은 안내서를 펴냈다.",
    "안내서는 글자 크기, 색의 대비, 키보드 사용 등 열두 가지를 다룬다.",
    "안내서는 한빛부 누리집에서 누구나 내려받을 수 있으며 점자책으로도 나온다.",
)
CHECKLIST = (
    "첫째, 모든 그림에 설명을 단다.",
    "둘째, 마우스 없이도 모든 단추를 누를 수 있게 한다.",
    "셋째, 글자와 바탕의 밝기 차이를 넉넉히 둔다.",
)


def guide(extractor, *sentences):
    """A file of the guide as one of the readers gives it."""
    blocks = tuple(Paragraph(sentence) for sentence in sentences)
    body = Document("ko", "", blocks, Origin("0" * 64, extractor, "1"), 1)
    return Release("누리집 안내서", "", "", "ko", body)


# A board page with the same text as HWPX and PDF, a longer one, one of its own, and others that
# cannot be had.
GUIDE, GUIDE_HWPX, GUIDE_PDF, GUIDE_LONG, GUIDE_OWN = (
    f"{SITE}/guide{part}" for part in ("", "-hwpx", "-pdf", "-long", "-own")
)
GUIDE_RELEASE = replace(
    guide("html", *GUIDE_SENTENCES),
    attachments=(
        Attachment("1. 누리집 안내서(PDF).pdf", GUIDE_PDF, "application/pdf", 200_000),
        Attachment("2. 누리집 안내서.hwpx", GUIDE_HWPX, "application/hwp+zip", 90_000),
        Attachment("누리집 안내서와 점검표.hwp", GUIDE_LONG),
        Attachment("점검표.pdf", GUIDE_OWN),
        Attachment("깨진 파일.pdf", BROKEN),
        Attachment("큰 파일.pdf", f"{SITE}/large", size_bytes=30_000_000),
        Attachment("그림.zip", f"{SITE}/pictures"),
        Attachment("원문에서만.hwp", ""),
    ),
)

# A page that shows its files in a viewer and has no text of its own.
GUIDE_FILES = f"{SITE}/guide-files"
FILES_RELEASE = replace(guide("html"), attachments=GUIDE_RELEASE.attachments[:2])

# Headers in two levels, merged cells, units, a table of names only; its warnings are for staff.
TABLES_RELEASE = Release(
    title="지역별 예산",
    agency="기획재정부",
    issued_on="",
    language="ko",
    body=replace(
        document(
            "ko",
            Paragraph("예산은 다음과 같다.", locator=on(1)),
            Table(
                (
                    (Cell("시도", 1, 2), Cell("시군", 1, 2), Cell("올해", 2), Cell("비고", 1, 2)),
                    (Cell("예산"), Cell("증감률")),
                    (Cell("강원", 1, 2), Cell("춘천"), Cell("1,200"), Cell("3.2"), Cell("")),
                    (Cell("원주"), Cell("900"), Cell("-"), Cell("시범")),
                    (Cell("제주"), Cell("제주"), Cell("확정되지 않음", 2), Cell("")),
                ),
                header_rows=2,
                header_columns=2,
                caption="시군 예산 (단위: 억 원, %)",
                unit="억 원, %",
                locator=on(3),
            ),
            Table((row("기간", "내용"), row("상반기", "공고")), locator=on(5)),
        ),
        warnings=tuple(DocumentWarning("table-without-headers", page) for page in (3, 5, 6, 7)),
    ),
    attachments=(Attachment("붙임.pdf", f"{SITE}/english"),),
)

# Headings, notes that the text refers to, short forms, and pages of which two have no text.
CHAPTERS_RELEASE = Release(
    title="감염병 대응 계획",
    agency="질병관리청",
    issued_on="",
    language="ko",
    body=replace(
        document(
            "ko",
            Heading("추진 배경", 2, locator=on(1)),
            Paragraph(
                "세계보건기구(WHO)는 대비를 권고했다*. 정부는 WHO와 협력한다.", locator=on(1)
            ),
            Note("2023년 5월 권고", "*", anchor=Anchor(1, 21), locator=on(1)),
            Heading("추진 과제", 2, locator=on(3)),
            Heading("감시 체계", 3, locator=on(3)),
            ListItem("WHO 기준을 따른다.", "○", 0, locator=on(3)),
            ListItem("감시 기관을 늘린다.", "○", 0, locator=on(4)),
            Note("보건소를 포함", "1)", anchor=Anchor(6, 10), locator=on(4)),
            *(Paragraph(f"{page}쪽의 내용이다.", locator=on(page)) for page in range(6, 13)),
            Heading("Summary", 2, "en", locator=on(13)),
            Paragraph("The Korea Health Industry Development Institute (KHIDI) leads.", "", "en"),
            Table((row("구분", "수"), row("기관", "3")), caption="감시 기관*", locator=on(13)),
            Note("잠정치", "*", anchor=Anchor(17, 0), locator=on(13)),
            pages=14,
        ),
        warnings=(
            DocumentWarning("page-is-picture", 2),
            DocumentWarning("text-from-scan", 4),
            DocumentWarning("page-took-too-long", 14),
        ),
    ),
)

# A PDF of four pages: upright, lying, one that cannot be drawn, one that cannot even be opened; the
# second and the third have their mark within a list.
PRINTED = f"{SITE}/printed"
A4, LYING = (595, 842), (842, 595)
PRINTED_RELEASE = Release(
    title="쪽마다 그림이 있는 문서",
    agency="한빛부",
    issued_on="",
    language="ko",
    body=replace(
        document(
            "ko",
            *(
                Paragraph(f"첫 쪽의 {number}번째 문단이다.", locator=on(1))
                for number in range(1, 20)
            ),
            ListItem("둘째 쪽으로 이어지는 항목이다.", "□", 0, locator=on(1)),
            ListItem("둘째 쪽의 항목이다.", "□", 0, locator=on(2)),
            *(ListItem(f"{number}번째 할 일이다.", "○", 1, locator=on(2)) for number in range(20)),
            ListItem("셋째 쪽의 항목이다.", "□", 0, locator=on(3)),
            *(Paragraph(f"{number}번째로 덧붙인다.", locator=on(4)) for number in range(30)),
            pages=4,
        ),
        page_sizes=(A4, LYING, A4, (0, 0)),
    ),
)

# One event in two languages: the English gathers what the Korean parts, and leaves some out.
VISIT_KO, VISIT_EN = f"{SITE}/visit-ko", f"{SITE}/visit-en"
VISIT_KO_RELEASE = Release(
    title="한빛부 장관, 보스턴과 샌디에이고 찾아 병원 자료 교환 논의",
    agency="한빛부",
    issued_on="2023-07-03",
    language="ko",
    body=document(
        "ko",
        Boilerplate("한빛부 보도자료", "running-header", locator=on(1)),
        Heading("추진 배경", 2, locator=on(1)),
        ListItem(
            "한빛부 장관은 7월 4일(화)부터 9일(일)까지 미국 보스턴과 샌디에이고를 방문한다.",
            "□",
            0,
            locator=on(1),
        ),
        ListItem(
            "병원 자료를 주고받는 국제 기준(HL7)을 함께 만들기 위해서이다.", "○", 1, locator=on(1)
        ),
        ListItem("국내 기업 5개사도 함께한다.", "○", 1, locator=on(1)),
        Heading("방문 일정", 2, locator=on(2)),
        Paragraph(
            "7월 6일에는 병원 12곳의 전문가 45명과 만난다. 자료를 나누는 방법을 세 시간 동안 논의한다*.",
            locator=on(2),
        ),
        Note("2023년 5월 조사에서 환자의 84%가 찬성", "*", anchor=Anchor(6, 54), locator=on(2)),
        Table(
            (row("날짜", "도시"), row("7.4.(화)", "보스턴"), row("7.6.(목)", "샌디에이고")),
            header_columns=1,
            caption="일정",
            locator=on(2),
        ),
        Paragraph("장관은 “2027년까지 3조 2,450억 원을 투자하겠다.”라고 말했다.", locator=on(2)),
        Paragraph("문의: 자료정책과 044-202-2901", "contact", locator=on(2)),
        pages=2,
    ),
    attachments=(Attachment("보도자료(영문).pdf", f"{SITE}/english", "application/pdf"),),
    counterparts=(Counterpart("en", VISIT_EN, "Minister to Visit Boston and San Diego"),),
)
VISIT_EN_RELEASE = Release(
    title="Minister to Visit Boston and San Diego",
    agency="Ministry of Hanbit",
    issued_on="2023-07-04",
    language="en",
    body=document(
        "en",
        Heading("Background", 2, locator=on(1)),
        Paragraph(
            "The Minister of Hanbit will visit Boston and San Diego in the U.S. from July 4 to 9. "
            "The aim is to make international standards (HL7) for the exchange of hospital data.",
            locator=on(1),
        ),
        Heading("Schedule", 2, locator=on(1)),
        Paragraph(
            "On July 6 the Minister meets 45 experts of 12 hospitals. They will discuss ways to "
            "share data for three hours*.",
            locator=on(1),
        ),
        Note(
            "84 percent of patients agreed in a survey of May 2023.",
            "*",
            anchor=Anchor(3, 109),
            locator=on(1),
        ),
        Table(
            (row("Date", "City"), row("July 4", "Boston"), row("July 6", "San Diego")),
            header_columns=1,
            caption="Dates",
            locator=on(1),
        ),
        Paragraph("“We will invest KRW 3.245 trillion by 2027,” said the Minister.", locator=on(2)),
        Paragraph("Contact: Data Policy Division, +82-44-202-2901", "contact", locator=on(2)),
        pages=2,
    ),
    counterparts=(Counterpart("ko", VISIT_KO),),
)

RELEASES = {
    PRINTED: PRINTED_RELEASE,
    VISIT_KO: VISIT_KO_RELEASE,
    VISIT_EN: VISIT_EN_RELEASE,
    CHAPTERS: CHAPTERS_RELEASE,
    TABLES: TABLES_RELEASE,
    GUIDE_FILES: FILES_RELEASE,
    GUIDE: GUIDE_RELEASE,
    GUIDE_HWPX: guide("hwpx", *GUIDE_SENTENCES),
    GUIDE_PDF: guide("pdf", *(sentence.replace(" ", "", 1) for sentence in GUIDE_SENTENCES)),
    GUIDE_LONG: guide("hwp", *GUIDE_SENTENCES, *CHECKLIST),
    GUIDE_OWN: guide("pdf:tagged", *CHECKLIST),
    RECOGNISED: RECOGNISED_RELEASE,
    WHOLE: WHOLE_RELEASE,
    KOREAN: KOREAN_RELEASE,
    ENGLISH: ENGLISH_RELEASE,
    HOSTILE: HOSTILE_RELEASE,
}


class JsonExtractor:
    """Reads releases that are written as JSON; some bodies ask for an error."""

    version = "staging-1"

    picture_version = "staging-1"

    def __init__(self):
        self.drawn = []

    def holds(self):
        return tuple(Hold)

    def draw(self, body, page, size):
        """A blank sheet with its number as a bar; page 3 is damaged."""
        self.drawn.append(page)
        if page == 3:
            raise PageNotDrawable("page 3 is damaged")
        bar = bytes((0, 80, 160)) * (40 * page) + b"\xff\xff\xff" * (size.width - 40 * page)
        return encoded(bar * size.height, size)

    def extract(self, resource, tell=unheard):
        match resource.body:
            case b"scanned":
                raise DocumentHasNoText("12 pages, no letters")
            case b"broken":
                raise DocumentIsBroken("no trailer")
        if resource.body.startswith(b"{"):
            release = codec.from_json(resource.body, Release)
            origin = replace(release.body.origin, digest=resource.digest)
            return replace(release, body=replace(release.body, origin=origin))
        text = resource.body.decode()
        return replace(ENGLISH_RELEASE, title="", body=document("en", Paragraph(text)))

    def ignoring_tags(self):
        return self

    def close(self):
        pass


class GatedExtractor(JsonExtractor):
    """Tells the first 8 of 100 pages at once and reads the others when the gate is opened."""

    def __init__(self):
        super().__init__()
        self.gate = Event()

    def extract(self, resource, tell=unheard):
        whole = replace(KOREAN_RELEASE, body=replace(KOREAN_RELEASE.body, pages=100))
        first = replace(whole.body, blocks=whole.body.blocks[:6], pages_unread=92, title="앞부분")
        tell(Progress(8, 100, replace(whole, body=first)))
        if not self.gate.wait(10):
            raise DocumentIsBroken("nobody opened the gate")
        tell(Progress(100, 100))
        return whole


FAST_KOREAN = Voice("silent:ko-fast", "silent", "1", "ko", "빠른 고요")
FAST_ENGLISH = Voice("silent:en-fast", "silent", "1", "en", "Hasty silence")
FAR_KOREAN = Voice("far:ko", "far", "1", "ko", "먼 고요")


class ChoirEngine(SilentEngine):
    """Silence with several voices for a language; the others take half the time."""

    def voices(self):
        return (*super().voices(), FAST_KOREAN, FAST_ENGLISH, FAR_KOREAN)

    def speak(self, text, voice, prosody):
        usual = next(each for each in super().voices() if each.language == voice.language)
        rate = prosody if voice == usual else Prosody(rate=2.0)
        return replace(super().speak(text, usual, rate), voice=voice)


def pages():
    written = {
        address: CannedPage(codec.to_json(release).encode(), "application/json", address[-7:])
        for address, release in RELEASES.items()
    }
    odd = {SCANNED: b"scanned", BROKEN: b"broken", SLOW: b"slow"}
    return written | {address: CannedPage(body, "text/plain") for address, body in odd.items()}


def staged(folder: Path, **given: str) -> Services:
    """Services over `folder`; settings by their names without the prefix, in capitals.

    Unless a test is about waiting, a page waits long enough for any machine.
    """
    given = {"PAGE_WAIT_MS": "30000", **given}
    settings = from_env({f"LISTEN_{name}": value for name, value in given.items()})
    outside = HttpFetcher(Rules(), Limits(1000, 1, 0))
    return Services(
        settings=settings,
        door=FrontDoor(CannedFetcher(pages(), outside), settings.max_source_bytes),
        extractor=JsonExtractor(),
        narrator=Narrator(narrate, version_of),
        engine=SilentEngine(),
        reference=SilentEngine(),
        aligner=WordAligner(),
        finisher=Mp3Finisher(),
        store=MemoryStore(),
        plans=SqlitePlans(folder / "plans.db"),
        turns=FileTurns(folder / "turns.lock"),
        queue=MemoryQueue(),
    )
