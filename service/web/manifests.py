"""What will be heard, as JSON for players and as WebVTT captions."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Blueprint, Flask, Response, current_app, g, redirect, request, url_for
from jinja2.utils import htmlsafe_json_dumps
from werkzeug.wrappers import Response as BaseResponse

from service.audio.frames import FRAME_MS, FULL, GRADES
from service.captions.webvtt import webvtt
from service.errors import ManifestUnknown
from service.messages import LANGUAGES
from service.model.narration import Utterance
from service.text.pairing.turns import named
from service.usecases.choose_voices import manifest_in_voices
from service.usecases.clips import stand_in_of
from service.usecases.services import Services
from service.usecases.timelines import Shown, cues_of, show_manifest, starts_ms
from service.usecases.word_times import word_times
from service.web.compression import compress
from service.web.interface import AUDIO, IDS, asked_voices

blueprint = Blueprint("manifests", __name__)

# Some 60 kB of JSON, which is some 9 kB on the wire.
_MOST_WITHIN_PAGE = 100
_SEE_OTHER = 303
_FOREVER = "public, max-age=31536000, immutable"


def install(app: Flask) -> None:
    """Give templates `manifest_within`, also to those that are imported without a context."""
    app.add_template_global(within_page, "manifest_within")


def services() -> Services:
    """The parts of this application."""
    found: Services = current_app.extensions["services"]
    return found


@blueprint.get("/manifests/<digest:manifest>.json")
def manifest(manifest: str) -> BaseResponse:
    """The reading order with every address, and the times that are known by now.

    With `?voice=ID`, once for each language, it leads to the same words in those voices, their
    places on a page named as before.
    """
    if voices := asked_voices():
        other = manifest_in_voices(services(), manifest, voices)
        grade, ids = request.args.get(AUDIO), request.args.get(IDS)
        there = url_for("manifests.manifest", manifest=other, audio=grade, ids=ids)
        return redirect(there, _SEE_OTHER)
    shown = show_manifest(services(), manifest)
    told = as_json(shown, request.args.get(AUDIO, ""), request.args.get(IDS, ""))
    return _dated(_json(told), shown)


def within_page(manifest: str, grade: str, ids: str = "") -> str:
    """The manifest as a page carries it, empty where it is so long that it would hold up the text.

    A player that finds it there asks for nothing before it is ready.
    """
    held: dict[tuple[str, str], str] = g.setdefault("manifests_within", {})
    if (manifest, ids) not in held:
        is_short = 0 <= services().plans.count(manifest) <= _MOST_WITHIN_PAGE
        held[manifest, ids] = _within(manifest, grade, ids) if is_short else ""
    return held[manifest, ids]


def _within(manifest: str, grade: str, ids: str) -> str:
    try:
        told = as_json(show_manifest(services(), manifest), grade, ids)
    except ManifestUnknown:  # the text is there; who asks for the sound is told
        return ""
    return htmlsafe_json_dumps(told, ensure_ascii=False, separators=(",", ":"))


@blueprint.get("/captions/<digest:manifest>.vtt")
def captions(manifest: str) -> BaseResponse:
    """Captions of the joined audio, as far as it exists."""
    shown = show_manifest(services(), manifest)
    texts = {said.id: said.display for said in shown.narration.utterances}
    cues = cues_of(shown.manifest.segments, shown.heard)
    text = webvtt(cues, texts, shown.manifest.language)
    return _dated(Response(text, content_type="text/vtt; charset=utf-8"), shown)


@blueprint.get("/manifests/<digest:manifest>/words/<int(max=999999):first>.json")
def words(manifest: str, first: int) -> BaseResponse:
    """When words are heard, of a stretch of sentences as far as they are made.

    `[start, end, startMs, endMs]` each: places in the sentence's `text`, and times within its
    segment.
    """
    found = word_times(services(), manifest, first)
    told = {
        index: [(word.start, word.end, word.start_ms, word.end_ms) for word in of]
        for index, of in found.items()
    }
    response = _json({"words": told})
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    return response.make_conditional(request)


def _json(told: Mapping[str, Any]) -> Response:
    """JSON with letters as they are; compressed for who takes it, as it repeats itself."""
    body = current_app.json.dumps(told, ensure_ascii=False).encode("utf-8")
    return compress(Response(body, content_type="application/json"))


def as_json(shown: Shown, grade: str, ids: str) -> dict[str, Any]:
    """The public form of a manifest; names follow the W3C Audiobooks family where they fit.

    `grade` is that of its sound, the full one if there is no such; `ids` is what the ids of the
    page begin with that asks, as two documents may stand on it. Save-Data is not looked at, so that
    caches need not.
    """
    grade = grade if grade in GRADES else FULL.name
    planned, timeline = shown.manifest, shown.heard.timeline
    starts = starts_ms(shown.heard)
    return {
        "id": planned.id,
        "title": planned.title,
        "language": planned.language,
        "status": _status(timeline.frames),
        "durationMs": _duration_ms(shown),
        "links": _links(planned.id, grade),
        "readingOrder": [
            {
                # A stand-in has an address of its own: when it is replaced, so is the address.
                "url": url_for("audio.segment", key=_key(shown, index), grade=grade),
                "textref": named(ids, said.id) if ids in LANGUAGES else said.id,
                **_entry(shown, index, said, starts[index]),
            }
            for index, said in enumerate(shown.narration.utterances)
        ],
    }


def _status(frames: tuple[int, ...]) -> str:
    made = sum(count >= 0 for count in frames)
    if made == len(frames):
        return "complete"
    return "making" if made else "planned"


def _duration_ms(shown: Shown) -> int | None:
    if not shown.heard.timeline.is_complete:
        return None
    return (sum(shown.heard.timeline.frames) + sum(shown.heard.pauses)) * FRAME_MS


def _key(shown: Shown, index: int) -> str:
    return shown.heard.keys[index] or shown.manifest.segments[index].key


def _links(manifest: str, grade: str) -> list[dict[str, Any]]:
    audio = url_for("audio.document", manifest=manifest, grade=grade)
    vtt = url_for("manifests.captions", manifest=manifest)
    return [
        {"rel": "audio", "href": audio, "type": "audio/mpeg"},
        {"rel": "captions", "href": vtt, "type": "text/vtt"},
        {"rel": "words", "href": _words_address(manifest), "templated": True},
    ]


def _words_address(manifest: str) -> str:
    """Where word times are; `{first}` stands for the index of the first sentence wanted."""
    return url_for("manifests.words", manifest=manifest, first=0).replace("0.json", "{first}.json")


def _entry(shown: Shown, index: int, said: Utterance, start_ms: int) -> dict[str, Any]:
    segment = shown.manifest.segments[index]
    is_stand_in = index in shown.heard.timeline.stand_ins
    frames = shown.heard.timeline.frames[index]
    return {
        "encodingFormat": "audio/mpeg",
        "role": said.role,
        "block": said.block,
        "page": said.locator.page,
        "language": said.language,
        "text": said.display,
        "spoken": said.spoken,
        "readings": list(_readings(said)),
        "pauseMs": segment.pause_frames * FRAME_MS,
        "durationMs": frames * FRAME_MS if frames > 0 else None,
        "startMs": start_ms if start_ms >= 0 else None,
        "failed": frames == 0,
        "standIn": is_stand_in,
        "standInFor": _stand_in_for(segment.key) if is_stand_in else "",
    }


def _stand_in_for(key: str) -> str:
    """The code because of which another voice is heard than the one planned."""
    found = stand_in_of(services().store, key)
    return found.reason if found else ""


def _readings(said: Utterance) -> Iterator[dict[str, Any]]:
    """Places of the text that are not said as they are written; offsets into `text`.

    Start and end are equal for words that are heard there and not shown, such as a unit.
    """
    for span in said.spans if said.display else ():
        spoken = span.spoken.strip(" ,")
        if spoken and spoken != span.shown.strip(" ,"):
            yield {"start": span.start, "end": span.end, "spoken": spoken}


def _dated(response: Response, shown: Shown) -> BaseResponse:
    """A validator, and caching for ever once nothing can change."""
    response.add_etag()
    response.headers["Cache-Control"] = _FOREVER if shown.heard.is_final else "no-cache"
    return response.make_conditional(request)
