from dataclasses import replace

import pytest

from service.audio.frames import FRAME_MS, LIGHT
from service.cli.crew import working
from service.errors import AudioNotFinished
from service.model.document import Fact, Figure, Paragraph
from service.usecases.download_audio import download, licence_of
from service.usecases.follow_audio import follow
from service.usecases.join_audio import read_joined
from service.usecases.read_release import open_address
from tests.unit.export.test_audiobook import frames
from tests.unit.usecases.test_making import release_of
from tests.web.staging import ENGLISH, KOREAN, document, staged


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path, PAGE_WAIT_MS="30000", LICENCE="공공누리 제1유형")
    with working(made, ("read", "speak")):
        yield made
    made.close()


def whole(services, found):
    return b"".join(read_joined(services, found.join, 0, found.join.size))


def chapters(found):
    bodies = [body for kind, body in frames(found.join.head[10:]) if kind == "CHAP"]
    times = [[int.from_bytes(body[at : at + 4], "big") for at in (3, 7)] for body in bodies]
    titles = [dict(frames(body[19:]))["TIT2"][1:].decode() for body in bodies]
    return list(zip(titles, times, strict=True))


def test_a_file_is_a_tag_and_the_joined_audio(services):
    manifest = open_address(services, KOREAN).manifest
    audio = b"".join(follow(services, manifest))
    found = download(services, manifest)
    assert whole(services, found) == found.join.head + audio
    assert "보건복지부".encode() in found.join.head
    assert "공공누리 제1유형".encode() in found.join.head


def test_any_range_of_a_file_is_the_same_cut(services):
    manifest = open_address(services, ENGLISH).manifest
    b"".join(follow(services, manifest))
    found = download(services, manifest, LIGHT)
    data, head = whole(services, found), len(found.join.head)
    for start, stop in ((0, 1), (3, head), (head - 1, head + 1), (head, head + 9), (5, len(data))):
        assert b"".join(read_joined(services, found.join, start, stop)) == data[start:stop]


def test_chapters_follow_the_headings_without_gaps(services):
    manifest = open_address(services, KOREAN).manifest
    audio = b"".join(follow(services, manifest))
    found = chapters(download(services, manifest))
    assert [title for title, _ in found] == [
        "미국 바이오클러스터 방문해 한국형 혁신클러스터 조성 방안 찾는다",
        "붙임",
    ]
    (_, (first, border)), (_, (begin, end)) = found
    assert (first, border) == (0, begin)
    assert end == len(audio) // 144 * FRAME_MS


def test_a_file_that_is_not_made_yet_is_asked_for(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="30000")
    with working(services, ("read",)):
        manifest = open_address(services, KOREAN).manifest
    with pytest.raises(AudioNotFinished, match="0 of"):
        download(services, manifest)
    assert services.queue.find("make", manifest) is not None
    services.close()


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        (
            "이 저작물은 공공누리 제1유형에 따라 이용할 수 있습니다.",
            "공공누리 제1유형 (KOGL Type 1)",
        ),
        ("공공누리 4유형", "공공누리 제4유형 (KOGL Type 4)"),
        ("공공누리(제2유형)", "공공누리 제2유형 (KOGL Type 2)"),
        ("공공누리 누리집", ""),
    ],
)
def test_a_licence_is_found_where_a_release_names_it(text, licence):
    assert licence_of(release_of(["문장이다.", text])) == licence


def test_a_licence_is_found_in_pictures_and_facts():
    picture = document("ko", Figure("공공누리 제3유형: 출처표시, 변경금지"), Paragraph("끝"))
    release = release_of(["문장이다."])
    assert licence_of(replace(release, body=picture)).startswith("공공누리 제3유형")
    assert licence_of(replace(release, facts=(Fact("저작권", "공공누리 제1유형"),))) != ""
