import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.document import (
    Attachment,
    Boilerplate,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Note,
    Origin,
    Paragraph,
    Release,
    Table,
)
from service.narration.narrate import narrate
from service.text.reading import runs


def release(*blocks, **given_fields):
    fields = {
        "title": "제목",
        "agency": "보건복지부",
        "issued_on": "",
        "language": "ko",
    } | given_fields
    body = Document("ko", fields["title"], blocks, Origin("d", "test", "1"))
    return Release(body=body, **fields)


def heard(*blocks, **fields):
    return [(said.role, said.spoken) for said in narrate(release(*blocks, **fields)).utterances]


def test_the_opening_is_short_and_the_title_follows():
    assert heard()[:2] == [("announcement", "보건복지부 보도자료."), ("title", "제목")]


def test_without_an_agency_it_is_a_document():
    assert heard(agency="")[0] == ("announcement", "문서.")
    assert heard(agency="", language="en", title="Plan")[0] == ("announcement", "Document.")


def test_the_date_is_announced():
    assert ("announcement", "이천이십삼 년 칠월 십이일 등록.") in heard(issued_on="2023-07-12")


def test_a_title_in_the_body_is_not_said_twice():
    spoken = heard(Heading("제목", 1), Paragraph("본문이다."))
    assert [role for role, _ in spoken] == ["announcement", "title", "text"]


def test_a_title_that_comes_again_is_left_out_with_a_reason():
    narration = narrate(release(Heading("제목", 1), Heading("제목", 2), Paragraph("본문이다.")))
    assert [(o.block, o.reason) for o in narration.omissions] == [(1, "repeats-title")]


@pytest.mark.parametrize(
    ("title", "text", "roles"),
    [
        ("정부는 밝혔다.", "정부는 밝혔다. 다음이다.", ["announcement", "text", "text"]),
        ("정부는 오늘…", "정부는 오늘 밝혔다.", ["announcement", "text"]),
        ("정부", "정부는 밝혔다.", ["announcement", "title", "text"]),
    ],
)
def test_a_title_that_is_the_first_words_is_said_once(title, text, roles):
    assert [role for role, _ in heard(Paragraph(text), title=title)] == roles


def test_the_title_comes_before_the_date_even_from_within_the_body():
    roles = [role for role, _ in heard(Heading("제목", 1), issued_on="2023-07-12")]
    assert roles == ["announcement", "title", "announcement"]


def test_a_sentence_without_a_sound_is_left_out_with_a_reason():
    narration = narrate(release(Paragraph("본문이다.\n☆☆\n끝이다.")))
    assert [(o.block, o.text, o.reason) for o in narration.omissions] == [
        (0, "☆☆", "nothing-to-say")
    ]


@pytest.mark.parametrize("tag", ["", "fr", "ko-KR", "KO"])
def test_a_language_without_voices_is_that_of_the_title(tag):
    assert narrate(release(Paragraph("본문이다."), language=tag)).language == "ko"


def test_bullets_are_a_pause_and_numbers_are_heard():
    assert heard(ListItem("배경", "□", 0))[-1] == ("item", "배경")
    assert heard(ListItem("배경", "1.", 0))[-1] == ("item", "일, 배경")
    assert heard(ListItem("변경 가능", "※", 0))[-1] == ("item", "참고, 변경 가능")


def test_notes_are_introduced():
    assert heard(Note("순위", "*"))[-1] == ("note", "주, 순위")
    assert heard(Note("바뀔 수 있음", "※", "remark"))[-1] == ("note", "참고, 바뀔 수 있음")


def test_a_table_is_read_by_rows_with_its_headers():
    table = Table(
        ((Cell("구분"), Cell("순위")), (Cell("보스턴"), Cell("1위")), (Cell("시카고"), Cell(""))),
        caption="순위표",
    )
    assert heard(table)[-3:] == [
        ("caption", "표. 순위표. 삼행 이열."),
        ("row", "보스턴, 순위, 일 위"),
        ("row", "시카고"),
    ]


def test_merged_headers_stand_over_each_of_their_columns():
    table = Table(
        (
            (Cell("구분"), Cell("인원", column_span=2)),
            (Cell(""), Cell("남"), Cell("여")),
            (Cell("서울"), Cell("3명"), Cell("4명")),
        ),
        header_rows=2,
    )
    assert heard(table)[-1] == ("row", "서울, 인원 남, 세 명, 인원 여, 네 명")


def test_a_cell_over_several_rows_is_heard_with_each_of_them():
    table = Table(
        (
            (Cell("지역"), Cell("구분"), Cell("인원")),
            (Cell("서울", row_span=2), Cell("남"), Cell("3명")),
            (Cell("여"), Cell("4명")),
        ),
    )
    rows = narrate(release(table)).utterances[-2:]
    assert [row.spoken for row in rows] == [
        "서울, 구분, 남, 인원, 세 명",
        "서울, 구분, 여, 인원, 네 명",
    ]
    assert rows[1].display == "여 | 4명"


def test_the_display_of_a_row_is_its_cells():
    table = Table(((Cell("구분"), Cell("순위")), (Cell("보스턴"), Cell("1위"))))
    row = narrate(release(table)).utterances[-1]
    assert (row.display, row.part) == ("보스턴 | 1위", 1)


def test_furniture_is_left_out_with_its_kind():
    narration = narrate(release(Boilerplate("- 1 -", "page-number")))
    assert [(o.text, o.reason) for o in narration.omissions] == [("- 1 -", "page-number")]


def test_a_picture_without_a_text_is_left_out_with_a_reason():
    narration = narrate(release(Figure("")))
    assert [omission.reason for omission in narration.omissions] == ["nothing-to-say"]


def test_attachments_are_announced_at_the_end():
    spoken = heard(attachments=(Attachment("붙임.pdf", "u"),))
    assert spoken[-2:] == [
        ("announcement", "첨부파일 한 개."),
        ("announcement", "붙임 점 피디에프"),
    ]


def test_each_language_speaks_its_own_sentences():
    said = narrate(release(Paragraph("정부는 밝혔다. The minister will visit Los Angeles.")))
    assert [each.language for each in said.utterances[-2:]] == ["ko", "en"]


def test_pauses_follow_the_structure():
    narration = narrate(release(Heading("배경", 2), Paragraph("첫째다. 둘째다.")))
    heading, first, second = narration.utterances[-3:]
    assert heading.pause_ms > second.pause_ms > first.pause_ms


blocks = st.one_of(
    st.builds(Paragraph, st.text(max_size=80)),
    st.builds(Heading, st.text(max_size=40), st.integers(1, 6)),
    st.builds(ListItem, st.text(max_size=60), st.sampled_from(["□", "1.", "-", "가."]), st.just(1)),
    st.builds(Note, st.text(max_size=40), st.just("*")),
    st.builds(Figure, st.text(max_size=20)),
    st.lists(
        st.lists(st.builds(Cell, st.text(max_size=10)), max_size=3).map(tuple), max_size=3
    ).map(lambda rows: Table(tuple(rows))),
)


@given(st.lists(blocks, max_size=4))
def test_whatever_a_release_holds_is_heard_or_left_out(given_blocks):
    narration = narrate(release(*given_blocks))
    told = {said.block for said in narration.utterances} | {o.block for o in narration.omissions}
    assert set(range(len(given_blocks))) <= told
    assert len({said.id for said in narration.utterances}) == len(narration.utterances)
    for said in narration.utterances:
        assert said.spoken
        assert "".join(span.shown for span in said.spans) == said.display
        assert said.spoken == " ".join(text for _, text in runs(said.spans))


@given(st.lists(blocks, max_size=4))
def test_what_is_shown_and_left_out_of_a_block_is_its_text(given_blocks):
    narration = narrate(release(*given_blocks))
    for index, block in enumerate(given_blocks):
        if isinstance(block, Table):
            continue
        said = [(u.locator.offset, u.display) for u in narration.utterances if u.block == index]
        left = [(o.locator.offset, o.text) for o in narration.omissions if o.block == index]
        whole = "".join(text for _, text in sorted(said + left))
        text = block.alt if isinstance(block, Figure) else block.text
        assert "".join(whole.split()) == "".join(text.split())


anything = st.text(max_size=20)


@given(
    st.builds(
        Release,
        title=anything,
        agency=anything,
        issued_on=anything,
        language=st.sampled_from(["ko", "en", "", "fr", "en-US"]),
        body=st.builds(
            Document,
            language=anything,
            title=anything,
            blocks=st.lists(
                st.builds(
                    Table,
                    rows=st.lists(
                        st.lists(
                            st.builds(Cell, anything, st.integers(-1, 4), st.integers(-1, 4)),
                            max_size=3,
                        ).map(tuple),
                        max_size=3,
                    ).map(tuple),
                    header_rows=st.integers(-1, 4),
                    header_columns=st.integers(-1, 4),
                    caption=anything,
                ),
                max_size=2,
            ).map(tuple),
            origin=st.just(Origin("d", "test", "1")),
        ),
        attachments=st.lists(st.builds(Attachment, anything, anything), max_size=2).map(tuple),
    )
)
def test_no_release_is_too_strange_to_be_narrated(strange):
    narration = narrate(strange)
    assert narration.language in ("ko", "en")
    assert all(said.spoken for said in narration.utterances)
    assert [said.id for said in narration.utterances] == [
        f"u{number}" for number in range(len(narration.utterances))
    ]
