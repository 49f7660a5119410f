import gzip
from dataclasses import replace
from urllib.parse import quote

import pytest

from service.audio.frames import FRAME_BYTES
from service.cli.crew import working
from service.errors import EngineUnavailable
from service.speech.chain import ChainEngine
from service.speech.silent import SilentEngine
from service.store.base import Shelf
from service.usecases.make_audio import speak_segment
from service.usecases.read_release import open_address
from service.web import create_app
from tests.unit.speech.test_chain import Failing
from tests.web.staging import KOREAN, staged


@pytest.fixture(scope="module")
def manifest(client):
    page = client.get("/listen", query_string={"url": KOREAN}).get_data(as_text=True)
    return page.partition("/manifests/")[2][:64]


@pytest.fixture(scope="module")
def whole(client, manifest):
    """The document, made by being listened to once."""
    return client.get(f"/audio/{manifest}.mp3").data


@pytest.fixture
def ask(client, manifest, whole):
    return lambda **headers: client.get(
        f"/audio/{manifest}.mp3", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_a_document_in_the_making_streams_and_is_not_kept(client, services, manifest):
    with client.get("/listen", query_string={"url": KOREAN}):
        pass
    answer = client.get(f"/audio/{manifest}.mp3", buffered=False)
    if answer.headers.get("Cache-Control") == "no-store":
        assert answer.headers["Accept-Ranges"] == "none"
        assert "Content-Length" not in answer.headers
    assert answer.mimetype == "audio/mpeg"
    assert len(answer.data) % FRAME_BYTES == 0


def test_a_finished_document_may_be_kept_for_ever(ask, whole):
    answer = ask()
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["Accept-Ranges"], int(answer.headers["Content-Length"])) == (
        "bytes",
        len(whole),
    )
    assert answer.headers["ETag"].startswith('"')
    assert answer.data == whole


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=1000-", 1000, None),
        ("bytes=-500", -500, None),
        ("bytes=5-999999999", 5, None),
        ("bytes=-999999999", 0, None),  # RFC 9110 14.1.2: a longer suffix is the whole
    ],
)
def test_any_range_is_answered(ask, whole, asked, start, stop):
    answer = ask(Range=asked)
    assert (answer.status_code, answer.data) == (206, whole[start:stop])
    begin = start % len(whole)
    assert (
        answer.headers["Content-Range"]
        == f"bytes {begin}-{begin + len(answer.data) - 1}/{len(whole)}"
    )


@pytest.mark.parametrize("asked", ["bytes=999999999-", "bytes=99999999-999999999"])
def test_a_range_behind_the_end_cannot_be_had(ask, whole, asked):
    answer = ask(Range=asked)
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{len(whole)}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.data == b""


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=0-1", "bytes=x"])
def test_ranges_that_are_not_served_get_the_whole(ask, whole, asked):
    assert ask(Range=asked).data == whole


def test_validators_spare_the_bytes(ask):
    etag = ask().headers["ETag"]
    answer = ask(If_None_Match=etag)
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_range_of_another_version_is_not_mixed_in(ask, whole):
    etag = ask().headers["ETag"]
    assert ask(Range="bytes=0-9", If_Range=etag).status_code == 206
    assert ask(Range="bytes=0-9", If_Range='"other"').data == whole
    assert ask(Range="bytes=0-9", If_Range=f"W/{etag}").data == whole  # RFC 9110 13.1.5: strong
    assert ask(Range="bytes=0-9", If_Range="Wed, 12 Jul 2023 13:02:00 GMT").data == whole


def test_the_head_tells_the_size_without_the_bytes(client, manifest, whole):
    answer = client.head(f"/audio/{manifest}.mp3")
    assert (int(answer.headers["Content-Length"]), answer.data) == (len(whole), b"")


def test_the_manifest_lists_every_segment_and_its_time(client, manifest, whole):
    told = client.get(f"/manifests/{manifest}.json").get_json()
    assert (told["status"], told["durationMs"]) == ("complete", len(whole) // FRAME_BYTES * 24)
    first, second = told["readingOrder"][:2]
    assert second["startMs"] == first["durationMs"] + first["pauseMs"]
    assert {"url", "encodingFormat", "textref", "role", "language", "text", "spoken"} <= set(first)


def test_the_manifest_holds_what_is_said_beside_what_is_written(client, manifest):
    entries = client.get(f"/manifests/{manifest}.json").get_json()["readingOrder"]
    told = [
        (entry["text"][each["start"] : each["end"]], each["spoken"])
        for entry in entries
        for each in entry["readings"]
    ]
    assert told
    assert all(spoken and shown != spoken for shown, spoken in told)
    assert any(shown[:1].isdecimal() and "가" <= spoken[0] <= "힣" for shown, spoken in told)
    assert all(entry["spoken"] for entry in entries)


def test_the_manifest_tells_where_paragraphs_and_pages_begin(client, manifest):
    entries = client.get(f"/manifests/{manifest}.json").get_json()["readingOrder"]
    places = [(entry["role"], entry["block"], entry["page"]) for entry in entries]
    assert places[:3] == [("announcement", -1, 0), ("title", 1, 1), ("announcement", -1, 0)]
    assert {page for _, _, page in places} == {0, 1, 2}
    assert places[4][1] == places[5][1] != places[6][1]


def test_the_manifest_is_compressed_for_who_takes_it(client, manifest):
    plain = client.get(f"/manifests/{manifest}.json")
    packed = client.get(f"/manifests/{manifest}.json", headers={"Accept-Encoding": "gzip, br"})
    assert "보건복지부".encode() in plain.data
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3


def test_word_times_have_an_address_of_their_own(client, manifest, whole):
    told = client.get(f"/manifests/{manifest}.json").get_json()
    (address,) = (link["href"] for link in told["links"] if link["rel"] == "words")
    words = client.get(address.replace("{first}", "4")).get_json()["words"]
    entry = told["readingOrder"][4]
    shown = [entry["text"][start:end] for start, end, _, _ in words["4"]]
    assert shown == [
        "보건복지부",
        "조규홍",
        "장관은",
        "7월 4일부터",
        "9일까지",
        "미국을",
        "방문한다",
    ]
    assert 0 < words["4"][0][2] < words["4"][-1][3] <= entry["durationMs"]
    assert sorted(map(int, words)) == list(range(4, len(told["readingOrder"])))


def test_words_of_what_is_not_made_are_not_told(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="30000")
    with working(services, ("read",)):
        unheard = open_address(services, KOREAN).manifest
    client = create_app(services).test_client()
    answer = client.get(f"/manifests/{unheard}/words/0.json")
    services.close()
    assert (answer.get_json(), answer.headers["Cache-Control"]) == ({"words": {}}, "no-cache")


def test_words_beyond_the_end_are_none_and_of_no_manifest_an_error(client, manifest):
    assert client.get(f"/manifests/{manifest}/words/9999.json").get_json() == {"words": {}}
    assert client.get(f"/manifests/{'0' * 64}/words/0.json").status_code == 404
    assert client.get(f"/manifests/{manifest}/words/{'9' * 23}.json").status_code == 404


def test_segments_and_pauses_make_the_document(client, manifest, whole):
    told = client.get(f"/manifests/{manifest}.json").get_json()
    sizes = [len(client.get(each["url"]).data) for each in told["readingOrder"]]
    pauses = sum(each["pauseMs"] for each in told["readingOrder"]) // 24 * FRAME_BYTES
    assert sum(sizes) + pauses == len(whole)


def test_a_segment_never_changes(client, manifest, whole):
    entry = client.get(f"/manifests/{manifest}.json").get_json()["readingOrder"][0]
    answer = client.get(entry["url"])
    assert "immutable" in answer.headers["Cache-Control"]
    assert (
        client.get(entry["url"], headers={"If-None-Match": answer.headers["ETag"]}).status_code
        == 304
    )
    assert client.get(entry["url"], headers={"Range": "bytes=0-143"}).data == answer.data[:144]


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", W/{}', "*"])
def test_a_document_that_is_held_already_is_not_sent_again(client, manifest, whole, form):
    tag = client.head(f"/audio/{manifest}.mp3").headers["ETag"]
    answer = client.get(f"/audio/{manifest}.mp3", headers={"If-None-Match": form.format(tag)})
    assert (answer.status_code, answer.data) == (304, b"")


def test_captions_name_what_is_shown(client, manifest, whole):
    answer = client.get(f"/captions/{manifest}.vtt")
    assert answer.mimetype == "text/vtt"
    assert answer.get_data(as_text=True).startswith("WEBVTT\nKind: captions\nLanguage: ko\n")
    assert "-->" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path", ["/audio/{}.mp3", "/manifests/{}.json", "/captions/{}.vtt", "/segments/{}.mp3"]
)
def test_what_nobody_planned_is_not_there(client, path):
    answer = client.get(path.format("0" * 64))
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_a_light_document_has_ranges_and_a_validator_of_its_own(client, manifest, whole):
    light = client.get(f"/audio/light/{manifest}.mp3")
    part = client.get(f"/audio/light/{manifest}.mp3", headers={"Range": "bytes=720-1439"})
    full = client.head(f"/audio/{manifest}.mp3")
    assert len(light.data) * 2 == len(whole)
    assert (part.status_code, part.data) == (206, light.data[720:1440])
    assert light.headers["ETag"] != full.headers["ETag"]
    assert light.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_light_manifest_leads_to_light_sound_with_the_same_times(client, manifest, whole):
    full = client.get(f"/manifests/{manifest}.json").get_json()
    light = client.get(f"/manifests/{manifest}.json?audio=light").get_json()
    assert light["links"][0]["href"] == f"/audio/light/{manifest}.mp3"
    segment = client.get(light["readingOrder"][0]["url"])
    assert len(segment.data) * 2 == len(client.get(full["readingOrder"][0]["url"]).data)
    times = [[each["startMs"] for each in told["readingOrder"]] for told in (full, light)]
    assert times[0] == times[1]


def test_a_download_is_named_and_resumes(client, manifest, whole):
    answer = client.get(f"/downloads/{manifest}.mp3")
    rest = {"Range": "bytes=1000-", "If-Range": answer.headers["ETag"]}
    resumed = client.get(f"/downloads/{manifest}.mp3", headers=rest)
    assert answer.data.endswith(whole)
    assert answer.data.startswith(b"ID3\x04")
    assert (resumed.status_code, resumed.data) == (206, answer.data[1000:])
    named = answer.headers["Content-Disposition"]
    assert named.startswith('attachment; filename="deutgi.mp3"; ')
    assert f"filename*=UTF-8''{quote('미국 바이오클러스터')}" in named


def test_a_download_that_is_not_made_yet_says_so(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="30000")
    with working(services, ("read",)):
        unheard = open_address(services, KOREAN).manifest
    answer = create_app(services).test_client().get(f"/downloads/{unheard}.mp3")
    services.close()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert "소리 파일을 만들고 있습니다" in answer.text


@pytest.mark.parametrize(
    ("query", "hint", "grade"),
    [
        ("", "", "full"),
        ("", "on", "light"),
        ("&audio=light", "", "light"),
        ("&audio=full", "on", "full"),
        ("&audio=loud", "off", "full"),
    ],
)
def test_who_saves_data_is_led_to_light_sound(client, manifest, query, hint, grade):
    address = f"/listen?url={KOREAN}{query}"
    answer = client.get(address, headers={"Save-Data": hint} if hint else {})
    page = answer.get_data(as_text=True)
    assert ("/audio/light/" in page) == (grade == "light")
    assert ("?audio=light" in page.partition("<listen-player")[2][:200]) == (grade == "light")
    assert "Save-Data" in answer.headers["Vary"]


def test_a_stand_in_has_an_address_of_its_own_and_says_why(tmp_path):
    chain = ChainEngine([Failing(EngineUnavailable), SilentEngine()])
    services = replace(staged(tmp_path, PAGE_WAIT_MS="30000"), engine=chain)
    with working(services, ("read", "speak")):
        manifest = open_address(services, KOREAN).manifest
        client = create_app(services).test_client()
        client.get(f"/audio/{manifest}.mp3")
        first = client.get(f"/manifests/{manifest}.json").get_json()["readingOrder"][0]
        heard = client.get(first["url"])
    planned = services.plans.segments(manifest, 0, 1)[0].key
    services.close()
    assert (first["standIn"], first["standInFor"]) == (True, "engine-unavailable")
    assert planned not in first["url"]
    assert heard.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.fixture
def made_in_part(tmp_path, caplog):
    """A client, a document of which the first sentence is there, and nobody who makes more."""
    services = staged(tmp_path, PAGE_WAIT_MS="5000", CLIP_WAIT_MS="100")
    with working(services, ("read",)):
        manifest = open_address(services, KOREAN).manifest
    (first,) = services.plans.segments(manifest, 0, 1)
    speak_segment(services, manifest, first)
    caplog.clear()
    yield services, create_app(services).test_client(), manifest
    services.close()


def complaints(caplog):
    return [each for each in caplog.records if each.levelname in {"WARNING", "ERROR"}]


def test_a_sentence_that_comes_too_late_ends_the_audio_with_one_line_in_the_log(
    made_in_part, caplog
):
    _, client, manifest = made_in_part
    answer = client.get(f"/audio/{manifest}.mp3", buffered=True)
    (told,) = complaints(caplog)
    assert (answer.status_code, len(answer.data) % FRAME_BYTES) == (200, 0)
    assert told.getMessage().startswith(
        f"audio-broke-off manifest={manifest} bytes={len(answer.data)} code=clip-not-ready"
    )
    assert told.exc_info is None


def test_a_finished_document_whose_clip_is_gone_and_comes_too_late_breaks_off_the_same(
    made_in_part, caplog
):
    services, client, manifest = made_in_part
    segments = services.plans.segments(manifest, 0, services.plans.count(manifest))
    for segment in segments:
        speak_segment(services, manifest, segment)
    promised = int(client.head(f"/audio/{manifest}.mp3").headers["Content-Length"])
    services.store.drop(Shelf.CLIPS, segments[1].key)
    caplog.clear()
    answer = client.get(f"/audio/{manifest}.mp3", buffered=True)
    (told,) = complaints(caplog)
    assert 0 < len(answer.data) < promised
    assert "code=clip-not-ready" in told.getMessage()
