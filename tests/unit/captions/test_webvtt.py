from service.captions.webvtt import timestamp, webvtt
from service.model.manifest import Cue


def test_a_file_names_its_language_and_its_cues():
    text = webvtt([Cue("u1", 46, 2_400)], {"u1": "정부는 밝혔다."}, "ko")
    assert text == (
        "WEBVTT\nKind: captions\nLanguage: ko\n\nu1\n00:00:00.046 --> 00:00:02.400\n정부는 밝혔다.\n"
    )


def test_what_is_not_shown_has_no_cue():
    assert "u0" not in webvtt([Cue("u0", 0, 1)], {"u0": ""}, "ko")


def test_text_cannot_end_its_cue_or_become_mark_up():
    text = webvtt([Cue("u1", 0, 1)], {"u1": "a\n\n00:00 --> <v Bob>"}, "en")
    assert text.endswith("a 00:00 --&gt; &lt;v Bob&gt;\n")


def test_hours_are_counted_on():
    assert timestamp(100 * 3_600_000 + 61_001) == "100:01:01.001"
