"""HWPX packages (KS X 6101, OWPML): opened, checked, and read section by section."""

from lxml import etree

from service.errors import DocumentIsEncrypted
from service.extract import versions
from service.extract.office.assembling import release_of
from service.extract.office.hwpx_sections import Walk
from service.extract.office.hwpx_styles import styles_of
from service.extract.office.package import Package
from service.model.document import Origin, Release
from service.model.source import Resource

_HEADER = "Contents/header.xml"
_MANIFEST = "META-INF/manifest.xml"


def is_hwpx(package: Package) -> bool:
    """Whether a package is of this format."""
    return _HEADER in package.names and any(_is_section(name) for name in package.names)


def extract_hwpx(resource: Resource, package: Package) -> Release:
    """Read a package.

    Raises DocumentIsEncrypted, DocumentIsBroken, DocumentHasNoText, DocumentTookTooLong.
    """
    _check_open(package)
    walk = Walk(styles_of(package.xml(_HEADER)))
    items = [item for name in _sections(package) for item in walk.section(package.xml(name))]
    return release_of(items, resource, Origin(resource.digest, "hwpx", versions.OFFICE))


def _is_section(name: str) -> bool:
    return name.startswith("Contents/section") and name.endswith(".xml")


def _sections(package: Package) -> list[str]:
    """Sections in their order: section0, section1, … section10."""
    found = [name for name in package.names if _is_section(name)]
    return sorted(found, key=lambda name: (len(name), name))


def _check_open(package: Package) -> None:
    """A protected package says in its manifest how its members are encrypted."""
    if _MANIFEST not in package.names:
        return
    elements = package.xml(_MANIFEST).iter(etree.Element)
    if any(etree.QName(element).localname == "encryption-data" for element in elements):
        raise DocumentIsEncrypted("hwpx: encryption-data in the manifest")
