"""EPUB books, written for the tests of their reader."""

from tests.unit.extract.packages import zipped

_OPF = "http://www.idpf.org/2007/opf"
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def page(body, head=""):
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/>{head}</head><body>{body}</body></html>"
    )


def epub(pages, *, language="ko", properties=None, members=None, order=None):
    """A book of pages by name, read in their order unless another is given."""
    items, spine = "", ""
    for at, name in enumerate(pages):
        told = (properties or {}).get(name, "")
        items += f'<item id="p{at}" href="{name}" media-type="application/xhtml+xml" {told}/>'
    for at in order or range(len(pages)):
        spine += f'<itemref idref="p{at}"/>'
    opf = (
        f'<package xmlns="{_OPF}" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>도서관 백서</dc:title><dc:language>{language}</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": opf,
    }
    files |= {f"OEBPS/{name}": text for name, text in pages.items()}
    return zipped(files | (members or {}))
