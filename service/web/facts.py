"""Facts and attachments of a release as the page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.messages import LANGUAGES, table
from service.model.comparison import UNCOMPARED, BetterSource, Comparison, Relation
from service.model.document import Attachment, Release
from service.text.editions import edition_of_file

_KILO, _DIGITS_OF_KILO = 1000, 3
_UNITS = ("B", "kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class FactView:
    """A line of the release's description; `code` names ours, `name` is as printed."""

    code: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class FormatView:
    """A file to download; `kind` is a code of ours, or empty where the file was not read."""

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class CounterpartView:
    """The same release in another language; `first` and `second` are addresses of both."""

    language: str
    title: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A document among the files of the release, read from the first of its formats.

    `url` is empty when it is no web address, `size` when unknown; `formats` are all its files, the
    best first; `relation` is what it is to the text of the page, empty while nobody knows.
    """

    title: str
    url: str
    size: str
    downloads: int
    previews: int
    formats: tuple[FormatView, ...]
    relation: str


def facts_of(release: Release) -> tuple[FactView, ...]:
    """Agency and date, unless the printed lines say them already; then the printed lines."""
    printed = tuple(FactView("", fact.name, fact.text) for fact in release.facts if fact.text)
    told = " ".join(fact.text for fact in printed)
    own = (FactView("agency", "", release.agency), FactView("issued-on", "", release.issued_on))
    return tuple(fact for fact in own if fact.text and fact.text not in told) + printed


def attachments_of(
    release: Release, comparison: Comparison = UNCOMPARED
) -> tuple[AttachmentView, ...]:
    """The documents among the files, with links only to web addresses: a page may hold any."""
    documents = [comparison.formats_of(place) for place in range(len(release.attachments))]
    return tuple(_document(release, comparison, places) for places in dict.fromkeys(documents))


def counterparts_of(release: Release, address: str) -> tuple[CounterpartView, ...]:
    """The same release in other languages, each with the document that it can stand beside.

    The page itself names it, or the names of its files do; a page without text of its own is
    stood for by its file. A document without an address stands beside none.
    """
    own = release.language.partition("-")[0]
    files = [(edition_of_file(file.title), file) for file in release.attachments if _link(file)]
    text = address if release.body.blocks else _file_in(files, own)
    named = [
        *((each.language, each.title, each.url) for each in release.counterparts),
        *((language, file.title, file.url) for language, file in files),
    ]
    found: dict[str, CounterpartView] = {}
    for language, title, url in named if address and text else ():
        if language in LANGUAGES and language != own and is_web(url) and url != text:
            found.setdefault(language, CounterpartView(language, title, text, url))
    return tuple(found.values())


def _file_in(files: Sequence[tuple[str, Attachment]], language: str) -> str:
    """The file that says it is in a language, else the first that says nothing."""
    wanted = (file.url for named in (language, "") for own, file in files if own == named)
    return next(wanted, "")


def better_of(better: BetterSource) -> tuple[FormatView, ...]:
    """The better file of the document on the page: one, or none."""
    return (FormatView(_kind(better.kind), better.title, better.url),) if better.url else ()


def _document(release: Release, comparison: Comparison, places: tuple[int, ...]) -> AttachmentView:
    best = release.attachments[places[0]]
    relation = comparison.relation_of(places[0])
    is_told = release.body.blocks and relation is not Relation.UNREAD
    return AttachmentView(
        title=best.title,
        url=_link(best),
        size=readable_size(best.size_bytes),
        downloads=best.downloads,
        previews=best.previews,
        formats=tuple(
            FormatView(
                _kind(comparison.kind_of(place)),
                release.attachments[place].title,
                _link(release.attachments[place]),
            )
            for place in places
        ),
        relation=relation.value if is_told else "",
    )


def _link(attachment: Attachment) -> str:
    return attachment.url if is_web(attachment.url) else ""


def _kind(code: str) -> str:
    """A kind that has a name for people."""
    return code if not code or code in table(LANGUAGES[0])["kind"] else "other"


def readable_size(count: int) -> str:
    """A number of bytes as people write it (1 kB is 1,000 bytes); empty for 0."""
    if count <= 0:
        return ""
    power = min(len(_UNITS) - 1, (len(str(count)) - 1) // _DIGITS_OF_KILO)
    size = f"{count / _KILO**power:,.1f}".removesuffix(".0")
    return f"{size} {_UNITS[power]}"


def is_web(address: str) -> bool:
    """Whether an address may be linked to: anything else could be a script."""
    return address.lower().startswith(("http://", "https://"))
