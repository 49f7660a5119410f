"""Every option once: its name, default, limits and help; nothing else reads the environment."""

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from service.errors import SettingsInvalid
from service.options import (
    Option,
    Unfit,
    folder,
    hosts,
    names,
    one_of,
    option,
    origins,
    secret,
    speakers,
    switch,
    web_address,
    whole,
)

PREFIX = "LISTEN_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one running service; build it with `from_env`."""

    engines: tuple[str, ...] = option(
        "",
        names,
        "engine names separated by commas; ko:gtts uses one for a language only",
        "Speech engines in order of preference; a later one stands in for an earlier one. "
        "Empty: espeak, and before it sherpa where a voice is installed.",
    )
    languages: tuple[str, ...] = option(
        "ko,en",
        names,
        "language tags separated by commas",
        "Languages that voices are chosen for; the first is the language of the page.",
    )
    cache_dir: Path = option(
        "audio_cache",
        Path,
        "a folder",
        "Where audio, texts and waiting work are kept. May be deleted at any time.",
    )
    cache_max_mb: int = option(
        "20000",
        whole(0, 100_000_000),
        "megabytes, 0 for any",
        "Above this, audio and sources that nobody used for longest are dropped.",
    )
    cache_keep_free_mb: int = option(
        "200",
        whole(0, 100_000_000),
        "megabytes",
        "Space of the disk that is left to others; audio goes on in memory when it is reached.",
    )
    sample: bool = option(
        "no",
        switch,
        "yes or no",
        "Serve the sample release under /sample/ and answer its address from the package.",
    )
    allowed_hosts: tuple[str, ...] = option(
        "",
        hosts,
        "host names separated by commas; *.example.go.kr takes every host below",
        "Hosts whose pages may be read. Empty admits no address at all.",
    )
    allowed_networks: tuple[str, ...] = option(
        "",
        names,
        "networks such as 10.1.0.0/16 separated by commas",
        "Private networks that allowed hosts may resolve to. Empty: public addresses only.",
    )
    allow_http: bool = option(
        "no", switch, "yes or no", "Whether http addresses are admitted beside https."
    )
    handover: bool = option(
        "no", switch, "yes or no", "Whether visitors may upload files and paste text."
    )
    max_source_bytes: int = option(
        "20000000",
        whole(1, 1_000_000_000),
        "a whole number over 0",
        "The largest page or file that is read, in bytes.",
    )
    fetch_timeout_s: int = option(
        "20",
        whole(1, 600),
        "seconds from 1 to 600",
        "The longest time a whole download may take, redirects included.",
    )
    max_redirects: int = option(
        "5", whole(0, 20), "a whole number from 0 to 20", "Redirects followed, each admitted anew."
    )
    source_fresh_s: int = option(
        "300",
        whole(0, 86_400),
        "seconds from 0 to 86400",
        "For how long a fetched page is used again without asking its site.",
    )
    max_pages: int = option(
        "1000", whole(1, 100_000), "a whole number over 0", "The longest document, in pages."
    )
    compare_files: int = option(
        "10",
        whole(0, 50),
        "a whole number from 0 to 50",
        "Attachments of a release that are read to find what repeats its body; 0 reads none.",
    )
    compare_bytes: int = option(
        "20000000",
        whole(1, 1_000_000_000),
        "a whole number over 0",
        "The largest attachment that is read for it, in bytes, as the page tells its size.",
    )
    extract_timeout_s: int = option(
        "300",
        whole(1, 3_600),
        "seconds from 1 to 3600",
        "The longest time that reading one file may take.",
    )
    extract_page_timeout_s: int = option(
        "8",
        whole(1, 600),
        "seconds from 1 to 600",
        "The longest time that a page, or opening a PDF, may take; such a page is left out.",
    )
    extract_memory_mb: int = option(
        "2048",
        whole(256, 65_536),
        "megabytes from 256 to 65536",
        "The most memory that reading one file may take.",
    )
    pictures: bool = option(
        "yes", switch, "yes or no", "Whether pages of PDFs can be seen as pictures beside the text."
    )
    picture_width: int = option(
        "1240",
        whole(400, 2_400),
        "dots from 400 to 2400",
        "How wide the picture of a page is; 1240 is A4 at 150 dots per inch, some 100 kB.",
    )
    picture_wait_ms: int = option(
        "10000",
        whole(100, 120_000),
        "milliseconds from 100 to 120000",
        "How long a request for the picture of a page waits for it to be drawn.",
    )
    lexicons: str = option(
        "",
        str,
        "a folder",
        "Where pronunciation lexicons (W3C PLS: ko.pls, ko-mohw.pls, en.pls) are. Empty: none.",
    )
    workers: int = option(
        "1",
        whole(1, 64),
        "a whole number from 1 to 64",
        "Processes that read documents and make audio, started by `flask serve`.",
    )
    web_processes: int = option(
        "2", whole(1, 64), "a whole number from 1 to 64", "Web server processes."
    )
    web_threads: int = option(
        "128",
        whole(2, 1_024),
        "a whole number from 2 to 1024",
        "Threads of each web process; a listener to audio in the making holds one.",
    )
    web_server: str = option(
        "granian",
        one_of("granian", "waitress"),
        "granian or waitress",
        "The web server; waitress is pure Python.",
    )
    host: str = option("127.0.0.1", str, "an address", "The address to serve on.")
    port: int = option("8000", whole(1, 65_535), "a port number", "The port to serve on.")
    licence: str = option(
        "",
        str,
        "a text",
        "The licence that downloads name when a release names none, e.g. 공공누리 제1유형.",
    )
    contact: str = option(
        "",
        str,
        "a text",
        "Whom people can ask, shown at the foot of every page, e.g. 누리집 담당 02-0000-0000.",
    )
    embed_origins: tuple[str, ...] = option(
        "",
        origins,
        "origins such as https://www.example.go.kr separated by commas",
        "Sites that may show the player inside their pages. Empty: none.",
    )
    page_wait_ms: int = option(
        "2500",
        whole(0, 30_000),
        "milliseconds up to 30000",
        "How long a page waits for a document to be read before it says so.",
    )
    part_wait_ms: int = option(
        "500",
        whole(0, 30_000),
        "milliseconds up to 30000",
        "How long a page waits for the whole document before it shows the first pages.",
    )
    clip_wait_ms: int = option(
        "15000",
        whole(100, 120_000),
        "milliseconds from 100 to 120000",
        "How long a request for audio waits for one sentence to be made.",
    )
    stand_in_after: int = option(
        "3",
        whole(1, 1_000),
        "a whole number from 1 to 1000",
        "Failures of a voice in one document before another reads the rest of it.",
    )
    remake_after_s: int = option(
        "600",
        whole(1, 86_400),
        "seconds from 1 to 86400",
        "When a sentence that a stand-in spoke is tried again in its own voice.",
    )
    gtts_address: str = option(
        "https://translate.google.com/",
        web_address,
        "an http or https address",
        "Where the gtts engine sends its requests.",
    )
    gtts_timeout_s: int = option(
        "10", whole(1, 120), "seconds from 1 to 120", "The longest time of one gtts request."
    )
    gtts_tries: int = option(
        "3", whole(1, 10), "a whole number from 1 to 10", "Tries of one gtts request."
    )
    openai_address: str = option(
        "http://127.0.0.1:8880/",
        web_address,
        "an http or https address",
        "Where the openai engine finds /v1/audio/speech; http to this machine or network only.",
    )
    openai_model: str = option(
        "kokoro", str, "a name", "The model that the openai engine asks for."
    )
    openai_voices: Mapping[str, str] = option(
        "en:af_heart",
        speakers,
        "language:voice separated by commas",
        "The voices of the openai engine.",
    )
    openai_format: str = option(
        "wav", one_of("wav", "mp3", "pcm"), "wav, mp3 or pcm", "What the openai engine asks for."
    )
    openai_timeout_s: int = option(
        "30", whole(1, 300), "seconds from 1 to 300", "The longest time of one openai request."
    )
    openai_key: str = secret("The key of the openai engine; a file is safer.")
    openai_key_file: str = option("", str, "a file", "Holds the key of the openai engine.")
    clova_address: str = option(
        "https://naveropenapi.apigw.ntruss.com/",
        web_address,
        "an https address",
        "Where the clova engine sends its requests; the government cloud has its own address.",
    )
    clova_voices: Mapping[str, str] = option(
        "ko:nara,en:clara",
        speakers,
        "language:speaker separated by commas",
        "The speakers of the clova engine.",
    )
    clova_timeout_s: int = option(
        "20", whole(1, 300), "seconds from 1 to 300", "The longest time of one clova request."
    )
    clova_key_id: str = secret("The client ID of the clova engine.")
    clova_key: str = secret("The client secret of the clova engine; a file is safer.")
    clova_key_file: str = option("", str, "a file", "Holds the client secret of the clova engine.")
    network_tries: int = option(
        "3", whole(1, 10), "a whole number from 1 to 10", "Tries of one openai or clova request."
    )
    daily_characters: int = option(
        "1000000",
        whole(0, 1_000_000_000),
        "a whole number, 0 for any",
        "Characters a day that each engine outside of the own network may be asked to say.",
    )
    espeak_processes: int = option(
        "2",
        whole(1, 64),
        "a whole number from 1 to 64",
        "Speaking processes of each worker: one stays free for who waits while another is busy.",
    )
    espeak_timeout_s: int = option(
        "10",
        whole(1, 120),
        "seconds from 1 to 120",
        "After this the speaking process is taken for stuck and replaced.",
    )
    voices_dir: Path = option(
        "~/.local/share/deutgi/voices",
        folder,
        "a folder",
        "Where neural voices are installed, a folder for each; ~ is the home of who runs it.",
    )
    voices_first: tuple[str, ...] = option(
        "",
        names,
        "ids of voices separated by commas",
        "Neural voices to prefer (sherpa:supertonic-3-ko-m1); `flask voices list --ids` names all.",
    )
    voices_offered: tuple[str, ...] = option(
        "",
        names,
        "ids of voices separated by commas, or none",
        "Voices that listeners may choose in place of the usual ones. Empty: those of espeak and "
        "of neural voices on this machine; a voice of an outside engine only if it is named.",
    )
    sherpa_threads: int = option(
        "2",
        whole(1, 64),
        "a whole number from 1 to 64",
        "Processor threads that a neural voice uses for a sentence.",
    )
    sherpa_timeout_s: int = option(
        "60",
        whole(1, 600),
        "seconds from 1 to 600",
        "After this the process of a neural voice is taken for stuck and replaced.",
    )
    log_level: str = option(
        "info", str, "debug, info, warning or error", "How much is written to the log."
    )


def options() -> Mapping[str, Option]:
    """All options by the name of their environment variable, in the order of declaration."""
    return {PREFIX + item.name.upper(): item.metadata["option"] for item in fields(Settings)}


def from_env(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, or raise SettingsInvalid with every problem in one text."""
    given = {k: v for k, v in (environ or {}).items() if k.startswith(PREFIX)}
    known = options()
    problems = [_unknown(name, known) for name in given if name not in known]
    values: dict[str, Any] = {}
    for name, each in known.items():
        raw = given.get(name, each.default)
        try:
            values[name.removeprefix(PREFIX).lower()] = each.parse(raw.strip())
        except Unfit:
            problems.append(f"{name}={raw!r}: expected {each.expected}")
    if problems:
        raise SettingsInvalid("; ".join(problems))
    return Settings(**values)


def from_process() -> Settings:
    """Read the settings of this process."""
    return from_env(os.environ)


def _unknown(name: str, known: Mapping[str, Option]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{name}: no such option{hint}"


_PAGE = """# Settings

Every setting is an environment variable. A name that does not exist stops the start with a
suggestion, and so does a value that cannot be understood; all problems are shown at once.
What is open to the world is closed until it is switched on: no host is allowed, nothing can be
uploaded, no site may embed the player. This page is made from the declarations (`make docs`).

"""


def as_page() -> str:
    """The documentation of all settings in Markdown."""
    rows = ["| setting | default | expects | meaning |", "| --- | --- | --- | --- |"]
    for name, each in options().items():
        default = f"`{each.default}`" if each.default else "(empty)"
        rows.append(f"| `{name}` | {default} | {each.expected} | {each.help} |")
    return _PAGE + "\n".join(rows) + "\n"
