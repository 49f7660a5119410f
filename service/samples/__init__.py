"""The sample releases that the service can show without any network."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

SITE = "https://www.mohw.example"


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the package that answers an address of the sample site."""

    address: str
    name: str
    media_type: str
    language: str
    title: str
    file_name: str = ""


_BOARD = f"{SITE}/board.es?mid=a20401000000&bid=0032&act=view&list_no={{}}"
_FILE = f"{SITE}/boardDownload.es?bid=0032&list_no={{}}&seq=1"

FILES: tuple[SampleFile, ...] = (
    SampleFile(
        _BOARD.format(377210),
        "board-ko.html",
        "text/html",
        "ko",
        "미국 주요 바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다",
    ),
    SampleFile(_FILE.format(377210), "release-ko.pdf", "application/pdf", "ko", "", "보도자료.pdf"),
    SampleFile(
        _BOARD.format(377403),
        "board-en.html",
        "text/html",
        "en",
        "Exploring a New Strategy to Create Korean version of Innovation Clusters by "
        "Benchmarking Major U.S. Bio Clusters",
    ),
    SampleFile(
        _FILE.format(377403), "release-en.pdf", "application/pdf", "en", "", "press-release.pdf"
    ),
)


@cache
def read(name: str) -> bytes:
    """The bytes of a file of this package; KeyError for any other name."""
    if name not in {file.name for file in FILES} | {"board.css"}:
        raise KeyError(name)
    return resources.files(__name__).joinpath(name).read_bytes()


def by_address() -> Mapping[str, SampleFile]:
    """All files by their address."""
    return {file.address: file for file in FILES}


def by_path_and_query(path: str, query: str) -> SampleFile | None:
    """The file behind a path and query of the sample site, or None."""
    for file in FILES:
        parts = urlsplit(file.address)
        if (parts.path, parts.query) == (path, query):
            return file
    return None
