"""Any resource to a release, by what it is."""

from service.errors import DocumentIsTooOld, DocumentKindUnknown
from service.extract import html, plain, versions
from service.extract.base import Unwatched, Watch
from service.extract.office import hwp, hwpx
from service.extract.office.package import Package
from service.extract.pdf import reader as pdf
from service.extract.sniff import Kind, sniff
from service.model.document import Release
from service.model.source import Resource


class Reader:
    """Reads in this process; `Sandboxed` does so in a child."""

    version = versions.ALL

    def __init__(self, max_pages: int) -> None:
        self._max_pages = max_pages

    def extract(self, resource: Resource, watch: Watch | None = None) -> Release:
        """Read a PDF, HWPX, HWP, a page or a text; another kind is DocumentKindUnknown.

        `watch` looks on at the pages of sources that have pages.
        """
        kind = sniff(resource)
        match kind:
            case Kind.PDF:
                return pdf.extract_pdf(resource, self._max_pages, watch or Unwatched())
            case Kind.HTML:
                return html.extract_html(resource)
            case Kind.TEXT:
                return plain.extract_text(resource)
            case Kind.ZIP:
                return _of_package(resource)
            case Kind.OLE:
                return hwp.extract_hwp(resource, hwp.Compound(resource.body))
            case Kind.OLD_HWP:
                raise DocumentIsTooOld(f"HWP 3: {resource.name!r}")
            case _:
                raise DocumentKindUnknown(f"no reader for {kind.value}: {resource.name!r}")

    def close(self) -> None:
        """Nothing to give back."""


def _of_package(resource: Resource) -> Release:
    package = Package(resource.body)
    if hwpx.is_hwpx(package):
        return hwpx.extract_hwpx(resource, package)
    raise DocumentKindUnknown(f"a package of no known kind: {resource.name!r}")
