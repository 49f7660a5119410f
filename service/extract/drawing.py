"""The child's side of drawing a page: narrow yourself, draw it, and give back its dots.

Dots and no picture file, so that nothing a stranger's document made reaches a visitor's browser:
the parent makes the file.
"""

from dataclasses import dataclass
from multiprocessing.connection import Connection

from service import codec
from service.errors import ListenError
from service.extract.base import Size
from service.extract.confinement.narrowing import Room, narrow

COLOURS = 3
"""Bytes of a dot: red, green and blue."""


@dataclass(frozen=True, slots=True)
class DrawTask:
    """A page of a PDF, numbered from 1, to be drawn in a size, within seconds and megabytes."""

    body: bytes
    page: int
    size: Size
    timeout_s: int
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a child tells before the dots: why there are none, or nothing."""

    detail: str = ""


def draw(answers: Connection, task: DrawTask) -> None:
    """The whole life of a child; it starts no program."""
    narrow(Room(task.memory_mb, task.timeout_s + 1, may_start=False), answers.fileno())
    with answers:
        try:
            dots = _dots(task)
        except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
            _tell(answers, Drawn(_reason(error, task)))
        else:
            _tell(answers, Drawn())
            answers.send_bytes(dots)


def _dots(task: DrawTask) -> bytes:
    from service.extract.pdf import pdfium  # noqa: PLC0415 - no reader is loaded in the parent

    with pdfium.opened(task.body, ignore_tags=True) as pdf:
        return pdf.drawn(task.page, task.size.width, task.size.height)


def _reason(error: Exception, task: DrawTask) -> str:
    if isinstance(error, MemoryError):
        return f"page {task.page}: more than {task.memory_mb} MB"
    return f"{error.code}: {error}" if isinstance(error, ListenError) else repr(error)


def _tell(answers: Connection, told: Drawn) -> None:
    answers.send_bytes(codec.to_json(told).encode("utf-8", "replace"))
