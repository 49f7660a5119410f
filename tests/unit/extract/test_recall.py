"""Every visible letter of an HWPX package comes out, in the order of the package."""

import re
import time

from service.extract.office.package import xml_of
from service.model.document import Boilerplate, Figure, ListItem, Note, Table
from tests.unit.extract.documents import read
from tests.unit.extract.packages import held, hwpx, p, table

RUN = "<hp:t>{}</hp:t>"


def box(text):
    return f"<hp:rect><hp:drawText><hp:subList>{p(text)}</hp:subList></hp:drawText></hp:rect>"


def field(kind, inside):
    return (
        f'<hp:ctrl><hp:fieldBegin type="{kind}"><hp:parameters><hp:stringParam>숨은 코드</hp:stringParam>'
        f"</hp:parameters></hp:fieldBegin></hp:ctrl>{RUN.format(inside)}<hp:ctrl><hp:fieldEnd/></hp:ctrl>"
    )


def counted(kind, number):
    form = '<hp:autoNumFormat type="DIGIT" suffixChar=""/>'
    return f'<hp:ctrl><hp:autoNum num="{number}" numType="{kind}">{form}</hp:autoNum></hp:ctrl>'


HIDDEN = "".join(
    [
        held("hiddenComment", p("숨은 설명")),
        '<hp:ctrl><hp:fieldBegin type="MEMO"><hp:subList>' + p("숨은 메모") + "</hp:subList>"
        "</hp:fieldBegin></hp:ctrl>",
        "<hp:ctrl><hp:bookmark name='책갈피'/></hp:ctrl>",
        "<hp:ctrl><hp:indexmark><hp:firstKey>찾아보기</hp:firstKey></hp:indexmark></hp:ctrl>",
    ]
)
NOTE = held("footNote", p(counted("FOOTNOTE", 1) + RUN.format("통계청 자료이다.")))
CAPTION = "<hp:caption><hp:subList>" + p(
    RUN.format("사진 ") + counted("PICTURE", 1) + RUN.format(" 개관식")
)
CAPTION += "</hp:subList></hp:caption>"
INNER = table(["분기", "이용"], ["일분기", "삼천"])
CHAIN = "".join(
    [
        held("header", p(table(["시청", "누리소식"]))),
        table(
            [p("보도자료를 알립니다")],
            [p("도서관 야간 개방 확대", char=1)],
            [p("- 퇴근 뒤에도 책을 -")],
        ),
    ]
)
RICH = "".join(
    [
        p(CHAIN),
        p(table(["보도시점", "2024. 5. 7.(화) 조간", "배포", "2024. 5. 3.(금)"])),
        p("□ 시청은 열람실을 늦게까지 연다고 밝혔다."),
        p("추진 배경", para=1),
        p("이용자 증가", para=2),
        p("누리집 신청", para=3),
        p(RUN.format("고용률") + NOTE + RUN.format("이 올라 이용자가 늘었다.")),
        p('<hp:t>남은<hp:deleteBegin Id="1"/>지운 글</hp:t>')
        + p('<hp:t>지운 문단<hp:deleteEnd Id="1"/> 이어진 글이다.</hp:t>'),
        p(
            '<hp:t>더한 <hp:insertBegin Id="2"/>새 글<hp:insertEnd Id="2"/>이다.<hp:lineBreak/>□ 둘째 줄이다.</hp:t>'
        ),
        p(RUN.format("가나<hp:nbSpace/>다라<hp:fwSpace/>마바<hp:tab/>사아<hp:hyphen/>자차")),
        p(
            RUN.format("자세한 것은 ")
            + field("HYPERLINK", "도서관 누리집")
            + RUN.format("에서 본다.")
            + HIDDEN
        ),
        p(box("상자 안의 글이다.")),
        p(
            "<hp:container>"
            + box("묶음 첫째 글이다.")
            + box("묶음 둘째 글이다.")
            + "</hp:container>"
        ),
        p("<hp:pic><hp:shapeComment>앞마당의 주민들</hp:shapeComment>" + CAPTION + "</hp:pic>"),
        p('<hp:textart text="글맵시 문구"/>'),
        p(table([("구분", 1, 2), ("예산", 2, 1)], ["올해", "내년"], ["강원", "천이백", "천오백"])),
        p(table(["세부 사업", "이용 현황"], ["야간 개방", "다음과 같다" + ""])),
        p(
            table(
                ["분야", "실적"],
                ["열람실의 이용 실적을 나누어 본다", p("분기마다 이렇다") + p(INNER)],
            )
        ),
        p(table([p(INNER.replace("분기", "반기")), p("곁에 놓인 글이다.")])),
        p('<hp:checkBtn caption="동의함" value="CHECKED"/>' + RUN.format(" 이름을 적는다.")),
        p('<hp:compose composeText="대외비"/>' + RUN.format(" 문서이다.")),
        p("<hp:dutmal><hp:mainText>漢字</hp:mainText><hp:subText>한자</hp:subText></hp:dutmal>"),
        p("※ 사정에 따라 바뀔 수 있다."),
        p(held("footer", p("시청 도서관과"))),
        p("///"),
    ]
)


def letters(text):
    return "".join(text.split())


def said(block):
    match block:
        case Table():
            return block.caption + "".join(c.text for row in block.rows for c in row)
        case Figure():
            return block.alt
        case ListItem() | Note():
            return block.marker + block.text
        case _:
            return block.text


def runs(body, names=("hiddenComment", "fieldBegin")):
    """Texts of a section as they stand in it, without those that nobody sees."""
    root = xml_of(f'<a xmlns:hp="u">{body}</a>'.encode())
    for hidden in root.iter(*(f"{{u}}{name}" for name in names)):
        hidden.clear()
    pieces, deleted = [], False
    for element in root.iter():
        name = element.tag.removeprefix("{u}")
        if name in ("deleteBegin", "deleteEnd"):
            deleted = name == "deleteBegin"
        if name == "t" and element.text and not deleted:
            pieces.append(element.text)
        elif element.getparent() is not None and element.getparent().tag == "{u}t" and element.tail:
            pieces.extend([] if deleted else [element.tail])
    return [piece for piece in map(letters, pieces) if piece]


def test_every_visible_letter_comes_out_once_and_in_order():
    whole = letters("".join(map(said, read(hwpx(RICH)).body.blocks)))
    note, at = letters("통계청 자료이다."), 0
    for run in runs(RICH):
        if run != note:
            at = whole.find(run, at)
            assert at >= 0, run
            at += len(run)
    assert whole.count(note) == 1
    assert len(runs(RICH)) > 60


def test_nothing_comes_out_that_is_not_printed():
    whole = " ".join(map(said, read(hwpx(RICH)).body.blocks))
    assert not re.search("숨은|지운|책갈피|찾아보기", whole)


def test_what_is_no_text_of_a_run_comes_out_too():
    found = read(hwpx(RICH)).body.blocks
    whole = " ".join(map(said, found))
    told = "1. 추진 배경|가. 이용자 증가|■누리집 신청|사진 1 개관식|글맵시 문구|☑ 동의함|대외비 문서이다.|漢字(한자)"
    spaced = whole.replace("1.추", "1. 추").replace("가.이", "가. 이")
    assert [each for each in told.split("|") if each not in spaced] == []
    assert "앞마당의 주민들" in [b.alt for b in found if isinstance(b, Figure)]
    assert [b.text for b in found if isinstance(b, Boilerplate)] == [
        "시청 누리소식",
        "시청 도서관과",
        "///",
    ]


def test_a_release_of_ten_pages_takes_milliseconds():
    """The size of real ones: 120 paragraphs, 9 tables, 300 looks of letters, places of lines."""
    line = '<hp:lineseg textpos="0" vertpos="0" vertsize="1000" textheight="1000" baseline="850"/>'
    lines = f"<hp:linesegarray>{line * 4}</hp:linesegarray></hp:p>"
    text = "시청은 다음 달부터 열람실을 밤 열 시까지 열고 직원을 더 두기로 하였다고 밝혔다. " * 2
    rows = [[f"{column}번째 칸의 글 {row}" for column in range(5)] for row in range(8)]
    body = "".join(
        p(f"□ {at}째 문단이다. {text}") + (p(table(*rows)) if at % 14 == 0 else "")
        for at in range(120)
    ).replace("</hp:p>", lines)
    fonts = '<hh:fontRef hangul="1" latin="1" hanja="1"/><hh:ratio hangul="100"/>' * 4
    looks = "".join(
        f'<hh:charPr id="{100 + at}" height="1000">{fonts}</hh:charPr>' for at in range(300)
    )
    package = hwpx(body, looks=looks)
    taken = []
    for _ in range(5):
        begun = time.process_time()
        release = read(package)
        taken.append(1_000 * (time.process_time() - begun))
    print(f"\n{len(package)} bytes, {len(release.body.blocks)} blocks: {min(taken):.1f} ms")  # noqa: T201 - wanted with -s
    whole = letters("".join(map(said, release.body.blocks)))
    assert whole == "".join(runs(body))
    assert min(taken) < 200
