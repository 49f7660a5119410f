"""Any resource to a release, by what it is."""

from service.errors import DocumentIsRightsManaged, DocumentIsTooOld, DocumentKindUnknown
from service.extract import html, plain, versions
from service.extract.base import Unwatched, Watch
from service.extract.office import docx, epub, hwp, hwpx
from service.extract.office.package import Package
from service.extract.pdf import reader as pdf
from service.extract.sniff import Kind, sniff
from service.model.document import Release
from service.model.source import Resource

# Members by which packages that nobody reads here are told.
_OTHERS = {"xl/": "an Excel file", "ppt/": "a PowerPoint file", "content.xml": "OpenDocument"}


class Reader:
    """Reads in this process; `Sandboxed` does so in a child."""

    version = versions.ALL

    def __init__(self, max_pages: int, *, ignore_tags: bool = False) -> None:
        self._max_pages = max_pages
        self._ignore_tags = ignore_tags

    def extract(self, resource: Resource, watch: Watch | None = None) -> Release:
        """Read a PDF, HWPX, HWP, DOCX, EPUB, a page or a text; another is DocumentKindUnknown.

        `watch` looks on at the pages of sources that have pages.
        """
        kind = sniff(resource)
        match kind:
            case Kind.PDF:
                looking = watch or Unwatched()
                return pdf.extract_pdf(
                    resource, self._max_pages, looking, ignore_tags=self._ignore_tags
                )
            case Kind.HTML:
                return html.extract_html(resource)
            case Kind.TEXT:
                return plain.extract_text(resource)
            case Kind.OLE:
                return hwp.extract_hwp(resource, hwp.Compound(resource.body))
            case Kind.OLD_HWP:
                raise DocumentIsTooOld(f"HWP 3: {resource.name!r}")
            case Kind.LOCKED:
                raise DocumentIsRightsManaged(f"wrapped by a system for rights: {resource.name!r}")
            case _:
                return _of_package(resource, kind)

    def ignoring_tags(self) -> "Reader":
        """The same reader without the tags of PDFs."""
        return Reader(self._max_pages, ignore_tags=True)

    def close(self) -> None:
        """Nothing to give back."""


def _of_package(resource: Resource, kind: Kind) -> Release:
    match kind:
        case Kind.HWPX:
            return hwpx.extract_hwpx(resource, Package(resource.body))
        case Kind.DOCX:
            return docx.extract_docx(resource, Package(resource.body))
        case Kind.EPUB:
            return epub.extract_epub(resource, Package(resource.body))
        case Kind.ZIP:
            names = Package(resource.body).names
            told = next(
                (o for at, o in _OTHERS.items() if any(n.startswith(at) for n in names)), ""
            )
            raise DocumentKindUnknown(f"{told or 'a package of no known kind'}: {resource.name!r}")
        case _:
            raise DocumentKindUnknown(f"no reader for {kind.value}: {resource.name!r}")
