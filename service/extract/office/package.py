"""Zip packages, read with limits: a bomb is refused before it grows."""

import io
import struct
import zipfile
import zlib

from lxml import etree

from service.errors import DocumentIsBroken, DocumentIsEncrypted, DocumentTookTooLong

_MOST_BYTES = 100_000_000
_MOST_RATIO = 400
_FREE_OF_RATIO = 2_000_000
_ENCRYPTED_FLAG = 0x1
# What damaged packages make zipfile raise; RuntimeError is its word for a missing password.
_OF_BROKEN_FILES = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(LookupError, RuntimeError, ValueError, struct.error),
)


class Package:
    """An opened package; every member is read whole, none is written anywhere."""

    def __init__(self, body: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"zip: {error}") from error
        self.names = frozenset(self._zip.namelist())

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
        if len(data) > _MOST_BYTES:
            raise DocumentTookTooLong(f"zip: {name} grows beyond {_MOST_BYTES} bytes")
        return data

    def xml(self, name: str) -> etree._Element:
        """A member as XML, entities unresolved and nothing fetched; raises DocumentIsBroken."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise DocumentIsBroken(f"{name}: {error}") from error


def _check_growth(entry: zipfile.ZipInfo) -> None:
    is_steep = entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)
    if entry.file_size > _MOST_BYTES or (entry.file_size > _FREE_OF_RATIO and is_steep):
        raise DocumentTookTooLong(f"zip: {entry.filename} would grow to {entry.file_size} bytes")
