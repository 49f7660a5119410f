"""HWP 5 files (compound files of Hangul word processors): opened, checked, read by sections."""

import io
import struct
from collections.abc import Callable

import olefile

from service.errors import (
    DocumentError,
    DocumentIsBroken,
    DocumentIsEncrypted,
    DocumentIsForDistribution,
    DocumentIsRightsManaged,
    DocumentKindUnknown,
)
from service.extract import versions
from service.extract.office.assembling import release_of
from service.extract.office.hwp_records import Record, inflated, tree_of
from service.extract.office.hwp_sections import Walk
from service.extract.office.hwp_styles import styles_of
from service.model.document import Origin, Release
from service.model.source import Resource

# What damaged files make olefile raise; folders that hold each other recurse without end.
_OF_BROKEN_FILES = (
    *(OSError, ValueError, IndexError, TypeError, KeyError, AttributeError),
    *(OverflowError, RecursionError, struct.error),
)
_SIGNATURE = b"HWP Document File"
_FLAGS_AT = 36
# Flags of the header (file format 5.0, table 3).
_COMPRESSED, _PASSWORD, _DISTRIBUTION, _RIGHTS = 0x1, 0x2, 0x4, 0x10
_CERTIFICATE, _CERTIFICATE_RIGHTS = 0x100, 0x400
# Streams by which compound files of other programs are told.
_OTHERS = {
    "WordDocument": "a Word file of before 2007 (.doc)",
    "Workbook": "an Excel file of before 2007 (.xls)",
    "Book": "an Excel file of before 2007 (.xls)",
    "PowerPoint Document": "a PowerPoint file of before 2007 (.ppt)",
}


class Compound:
    """An opened compound file."""

    def __init__(self, body: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(io.BytesIO(body))
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"ole: {error}") from error

    def holds(self, name: str) -> bool:
        """Whether there is such a stream or folder."""
        try:
            return bool(self._file.exists(name))
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"ole: {error}") from error

    def read(self, name: str) -> bytes:
        """A stream's bytes; raises DocumentIsBroken when it is missing or damaged."""
        try:
            with self._file.openstream(name) as stream:
                return bytes(stream.read())
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"ole: {name}: {error}") from error

    def folder(self, name: str) -> list[str]:
        """The paths of all streams below a folder."""
        try:
            return ["/".join(path) for path in self._file.listdir() if path[0] == name]
        except _OF_BROKEN_FILES as error:
            raise DocumentIsBroken(f"ole: {error}") from error

    def sections(self) -> list[str]:
        """Streams of the text in their order."""
        return sorted(self.folder("BodyText"), key=lambda name: (len(name), name))


def extract_hwp(resource: Resource, compound: Compound) -> Release:
    """Read a file.

    Raises DocumentIsEncrypted, DocumentIsForDistribution, DocumentIsRightsManaged,
    DocumentIsBroken, DocumentHasNoText, DocumentKindUnknown for files of other programs.
    """
    if not compound.holds("FileHeader"):
        raise _refusal_of_others(compound, resource.name)
    unpacked = _opener(compound.read("FileHeader"))
    walk = Walk(styles_of(tree_of(unpacked(compound.read("DocInfo")))))
    items = [
        item
        for name in compound.sections()
        for item in walk.items(tree_of(unpacked(compound.read(name))).children)
    ]
    return release_of(items, resource, Origin(resource.digest, "hwp", versions.OFFICE))


def _opener(header: bytes) -> Callable[[bytes], bytes]:
    """How streams are unpacked; raises the reason for which they cannot be read."""
    if not header.startswith(_SIGNATURE):
        raise DocumentIsBroken("hwp: no signature")
    flags = Record(0, 0, header).number(_FLAGS_AT, "<I")
    refusals: dict[int, DocumentError] = {
        _PASSWORD: DocumentIsEncrypted("hwp: a password is set"),
        _CERTIFICATE: DocumentIsEncrypted("hwp: encrypted with a certificate"),
        _DISTRIBUTION: DocumentIsForDistribution("hwp: a distribution document"),
        _RIGHTS: DocumentIsRightsManaged("hwp: rights are managed"),
        _CERTIFICATE_RIGHTS: DocumentIsRightsManaged("hwp: rights are managed by certificate"),
    }
    for flag, refusal in refusals.items():
        if flags & flag:
            raise refusal
    return inflated if flags & _COMPRESSED else bytes


def _refusal_of_others(compound: Compound, name: str) -> DocumentError:
    """Why a compound file of another program is not read ([MS-OFFCRYPTO] 2.1 and 2.2)."""
    if any("DRM" in each for each in compound.folder("\x06DataSpaces")):
        return DocumentIsRightsManaged(f"office: rights are managed: {name!r}")
    if compound.holds("EncryptedPackage"):
        return DocumentIsEncrypted(f"office: an encrypted package: {name!r}")
    told = next((kind for stream, kind in _OTHERS.items() if compound.holds(stream)), "")
    return DocumentKindUnknown(f"{told or 'a compound file of no known kind'}: {name!r}")
