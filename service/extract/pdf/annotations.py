"""What annotations print on a page: filled-in fields, text boxes and stamps; asked of PDFium."""

from typing import Any

import pypdfium2.raw as pdfium

# Their appearance is part of what a page says; notes of reviewers, links and highlights are not.
_PRINTED = frozenset(
    {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
)
_MOST = 2_000


def are_printed(page: Any) -> bool:
    """Make what annotations show part of the page itself; whether the page must be loaded anew.

    Hidden ones are passed over. Values that no program has drawn yet are not seen, nor read.
    """
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if not 0 < count <= _MOST:
        return False
    others = [at for at in range(count) if _kind(page, at) not in _PRINTED]
    if len(others) == count:
        return False
    for at in reversed(others):
        pdfium.FPDFPage_RemoveAnnot(page, at)
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _kind(page: Any, at: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page, at)
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
