"""Which files of a release are one document, and what they repeat of its body (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from service.model.comparison import ComparedFile, Comparison, Relation
from service.model.document import Document
from service.text.file_names import document_name
from service.text.likeness import Stretches, likeness, share, stretches_in

SAME = 0.9
"""How much of two texts must be the same, both ways, for them to be one document."""
_SAME_WHEN_RECOGNISED = 0.6
_BEST_FIRST = ("hwpx", "hwp", "docx", "tagged-pdf", "pdf", "scan")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class ReadFile:
    """An attachment with its document, if it could be read."""

    title: str
    found: ComparedFile
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A file on its way: its place in the release, its name without format, its stretches."""

    place: int
    name: str
    kind: str
    stretches: Stretches


def compared(body: Document, files: Sequence[ReadFile], at: float) -> Comparison:
    """The comparison of a body and files; `at` is the time to note."""
    texts = [
        _Text(place, document_name(file.title), kind_of(file.document), stretches_in(file.document))
        for place, file in enumerate(files)
        if file.document is not None
    ]
    own = stretches_in(body)
    told = {text.place: (text.kind, _relation(own, text)) for text in texts}
    found = [
        replace(file.found, kind=told[place][0], relation=told[place][1])
        if place in told
        else file.found
        for place, file in enumerate(files)
    ]
    return Comparison(tuple(found), tuple(_documents(texts)), at)


def kind_of(document: Document) -> str:
    """What a document was read from: its reader, and for PDFs whether it was tagged or a scan."""
    reader = document.origin.extractor
    if not reader.startswith("pdf"):
        return reader.partition(":")[0]
    recognised = {each.page for each in document.warnings if each.code == "text-from-scan"}
    if len(recognised) > document.pages * _HALF:
        return "scan"
    return "tagged-pdf" if "tag" in reader else "pdf"


def _relation(body: Stretches, text: _Text) -> Relation:
    least = _least(text)
    if share(text.stretches, body) >= least:
        return Relation.REPEATS_BODY
    return Relation.HOLDS_BODY if share(body, text.stretches) >= least else Relation.OWN_TEXT


def _least(*texts: _Text) -> float:
    """How much must be the same: letters that a program recognised are often others."""
    return _SAME_WHEN_RECOGNISED if any(text.kind == "scan" for text in texts) else SAME


def _documents(texts: Sequence[_Text]) -> list[tuple[int, ...]]:
    """The places of files that are one document, the best source first."""
    by_name = sorted(texts, key=lambda text: text.name)
    return sorted(
        tuple(text.place for text in document)
        for _, named in groupby(by_name, key=lambda text: text.name)
        for document in _told_apart(sorted(named, key=_rank))
        if len(document) > 1
    )


def _rank(text: _Text) -> tuple[int, int]:
    known = text.kind in _BEST_FIRST
    return _BEST_FIRST.index(text.kind) if known else len(_BEST_FIRST), text.place


def _told_apart(named: Sequence[_Text]) -> list[list[_Text]]:
    """Files of one name by their text: each goes to the first document whose best it is like."""
    documents: list[list[_Text]] = []
    for text in named:
        for document in documents:
            best = document[0]
            if likeness(best.stretches, text.stretches) >= _least(best, text):
                document.append(text)
                break
        else:
            documents.append([text])
    return documents
