"""PDFs written by hand, for what libraries that make PDFs do not write."""

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
FONTS = "/Font<</F 5 0 R>>"


def stream(content, entries=""):
    """A stream object."""
    return f"<<{entries}/Length {len(content)}>>stream\n{content}\nendstream"


def form(content, entries=""):
    """A form: a drawing of its own that a page shows."""
    kind = f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<{FONTS}{entries}>>"
    return stream(content, kind)


def line(text, y, x=72, size=12):
    """Text on one line of writing."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def raw_pdf(content, *, catalog="", page="", resources="", objects=None):
    """A PDF of one page; `objects` are more of them, by number from 6."""
    numbered = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        f"/Resources<<{FONTS}{resources}>>/Contents 4 0 R{page}>>",
        4: stream(content),
        5: FONT,
        **(objects or {}),
    }
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in numbered.items())
    return f"%PDF-1.7\n{body}trailer\n<</Root 1 0 R>>\n%%EOF\n".encode("latin-1")
