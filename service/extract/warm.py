"""Loaded once by the server of the sandbox, so that its children need not load anything.

Reading one small text of each kind here makes everything that is made at first use: the JSON
converter, the descriptions of sites, the tables of the libraries.
"""

import atexit
import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from service import codec
from service.extract import child, drawing, versions
from service.extract.confinement import kernel
from service.extract.pdf.scans import languages
from service.extract.reader import Reader
from service.extract.sites import site_of
from service.model.document import Release
from service.model.source import Resource, SourceFile

_PAGE = (
    "<html><body><h1>{0}</h1><p>{0}</p><table><tr><td>1</td><td>2</td></tr></table></body></html>"
)
_TEXT = "□ 미리 읽어 두는 문장이다. 다음 문장도 있다."


def warm_up() -> str:
    """Read a page and a text; gives what was loaded."""
    reader = Reader(max_pages=1)
    for text in (_PAGE.format(_TEXT * 9), _TEXT):
        body = text.encode()
        release = reader.extract(Resource(SourceFile(""), body, "", sha256(body).hexdigest()))
        codec.from_json(codec.to_json(release), Release)
    site_of("")
    languages()
    return f"{versions.ALL} {child.__name__} {drawing.__name__}"


def take_charge() -> None:
    """Look after what children leave behind, which nobody else here would."""
    with suppress(OSError):
        kernel.adopt_orphans()
    atexit.register(end_all)
    warnings.filterwarnings("ignore", message="forkserver: waitpid returned unexpected pid")


def end_all() -> None:
    """At the end of the server: kill its children and every group below them."""
    for pid in children():
        with suppress(ProcessLookupError):
            group = os.getpgid(pid)
            if group != os.getpgrp():
                os.killpg(group, signal.SIGKILL)
            os.kill(pid, signal.SIGKILL)


def children() -> Iterator[int]:
    """The children of this process."""
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state = (place / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if int(state[1]) == os.getpid():
                yield int(place.name)


take_charge()
LOADED = warm_up()
