"""Zip packages, read with limits: a bomb is refused before it grows."""

import io
import struct
import zipfile
import zlib

from lxml import etree

from service.errors import DocumentIsBroken, DocumentIsEncrypted, DocumentTookTooLong

_MOST_BYTES = 100_000_000
_MOST_TOTAL = 400_000_000
_MOST_MEMBERS = 10_000
_MOST_RATIO = 400
_FREE_OF_RATIO = 2_000_000
_ENCRYPTED_FLAG = 0x1
# What damaged packages make zipfile raise; RuntimeError is its word for a missing password.
_OF_BROKEN_FILES = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(LookupError, RuntimeError, ValueError, struct.error),
)


class Package:
    """An opened package; every member is read whole, none is written anywhere.

    Packages inside of packages are members like any other and are not opened. Raises
    DocumentIsBroken, DocumentTookTooLong when it has too many members or they would grow too large
    together.
    """

    def __init__(self, body: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"zip: {error}") from error
        entries = self._zip.infolist()
        if len(entries) > _MOST_MEMBERS:
            raise DocumentTookTooLong(f"zip: {len(entries)} members")
        if sum(entry.file_size for entry in entries) > _MOST_TOTAL:
            raise DocumentTookTooLong(f"zip: members would grow beyond {_MOST_TOTAL} bytes")
        self.names = frozenset(entry.filename for entry in entries)
        self._read = 0

    def read(self, name: str) -> bytes:
        """A member's bytes.

        Raises DocumentIsBroken when it is missing or damaged, DocumentIsEncrypted,
        DocumentTookTooLong when it would grow beyond measure.
        """
        try:
            entry = self._zip.getinfo(name)
        except KeyError as error:
            raise DocumentIsBroken(f"zip: no {name}") from error
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise DocumentIsEncrypted(f"zip: {name} asks for a password")
        _check_growth(entry)
        try:
            with self._zip.open(entry) as member:
                data = member.read(_MOST_BYTES + 1)
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"zip: {name}: {error}") from error
        self._read += len(data)
        if len(data) > _MOST_BYTES or self._read > _MOST_TOTAL:
            raise DocumentTookTooLong(f"zip: {name} grows beyond measure")
        return data

    def xml(self, name: str) -> etree._Element:
        """A member as XML; raises DocumentIsBroken as `read` does, and where it is none."""
        try:
            return xml_of(self.read(name))
        except etree.XMLSyntaxError as error:
            raise DocumentIsBroken(f"{name}: {error}") from error

    def check_all(self) -> None:
        """Read every member once, for libraries that would read them without limits."""
        for name in self.names:
            if not name.endswith("/"):
                self.read(name)


def xml_of(data: bytes) -> etree._Element:
    """Bytes as XML; raises XMLSyntaxError.

    Entities stay unresolved and nothing is fetched. The parser's own limits stay on: 256 levels, 10
    MB for one text. Comments go, because they would cut a text in two.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def _check_growth(entry: zipfile.ZipInfo) -> None:
    is_steep = entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)
    if entry.file_size > _MOST_BYTES or (entry.file_size > _FREE_OF_RATIO and is_steep):
        raise DocumentTookTooLong(f"zip: {entry.filename} would grow to {entry.file_size} bytes")
