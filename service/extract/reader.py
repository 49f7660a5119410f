"""Any resource to a release, by what it is."""

from service.errors import DocumentKindUnknown
from service.extract import html, plain, versions
from service.extract.pdf import reader as pdf
from service.extract.sniff import Kind, sniff
from service.model.document import Release
from service.model.source import Resource


class Reader:
    """Reads in this process; `Sandboxed` does so in a child."""

    version = versions.ALL

    def __init__(self, max_pages: int) -> None:
        self._max_pages = max_pages

    def extract(self, resource: Resource) -> Release:
        """Read a PDF, a page or a text; any other kind is DocumentKindUnknown."""
        kind = sniff(resource)
        match kind:
            case Kind.PDF:
                return pdf.extract_pdf(resource, self._max_pages)
            case Kind.HTML:
                return html.extract_html(resource)
            case Kind.TEXT:
                return plain.extract_text(resource)
            case _:
                raise DocumentKindUnknown(f"no reader for {kind.value}: {resource.name!r}")

    def close(self) -> None:
        """Nothing to give back."""
