"""Tagged PDFs, written object by object: elements, marks, roles, languages (ISO 32000-1, 14.7, 14.8).

A document is a tree of `Node` whose leaves are printed: `Text` and `Picture`. Each leaf is printed on
its page in the order of `turn`, so that the order of the file and that of the tree can differ.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

BOM = "\ufeff"
WIDTH, HEIGHT = 595, 842
# Any letter is printed with the shape of an A: what a reader sees of a font is its table of letters.
_SHAPE = b"\0$" * 0x10000


@dataclass(frozen=True)
class Text:
    """One line, printed at a place that counts from the top left; `is_seen` False: undrawn."""

    text: str
    y: float
    x: float = 72
    size: float = 12
    page: int = 1
    turn: int = 0
    is_seen: bool = True


@dataclass(frozen=True)
class Picture:
    """A grey picture; places count from the top left."""

    y: float
    x: float = 72
    wide: float = 200
    high: float = 120
    page: int = 1
    turn: int = 0


Leaf = Text | Picture


@dataclass(frozen=True)
class Node:
    """An element: its kind, its children, and entries of its own as PDF source ("/Alt (…)")."""

    kind: str
    kids: "tuple[Node | Leaf, ...]" = ()
    alt: str = ""
    actual: str = ""
    expansion: str = ""
    language: str = ""
    attributes: str = ""


@dataclass(frozen=True)
class Paper:
    """A tagged document; `artifacts` and `untagged` are printed outside of its tree."""

    kids: tuple[Node, ...]
    artifacts: tuple[Leaf, ...] = ()
    untagged: tuple[Leaf, ...] = ()
    language: str = "ko-KR"
    roles: Mapping[str, str] = field(default_factory=dict)
    is_marked: bool = True


def node(kind: str, *kids: Node | Leaf | str, y: float = 0, **more: str) -> Node:
    """An element; words alone are printed as one line at `y`."""
    leaves = tuple(Text(kid, y) if isinstance(kid, str) else kid for kid in kids)
    return Node(kind, leaves, **more)


def tagged_pdf(paper: Paper) -> bytes:
    """The bytes of a document."""
    return _Writer(paper).written()


class _Writer:
    """Numbers the leaves, then writes pages, elements and the tree of parents."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._objects: list[str] = []
        self._marks: dict[int, tuple[int, int]] = {}
        self._parents: dict[int, list[int]] = {}
        tree = [leaf for kid in paper.kids for leaf in _leaves(kid)]
        self._leaves: Sequence[Leaf] = tree
        self._printed_leaves = [*tree, *paper.artifacts, *paper.untagged]
        self._pages = max((leaf.page for leaf in self._printed_leaves), default=1)
        for leaf in tree:
            own = self._parents.setdefault(leaf.page, [])
            self._marks[id(leaf)] = (leaf.page, len(own))
            own.append(0)

    def written(self) -> bytes:
        catalog, pages, root, font = (self._new() for _ in range(4))
        self._objects[font - 1] = self._font()
        self._numbers = [self._new() for _ in range(self._pages)]
        for at, number in enumerate(self._numbers, start=1):
            self._page(number, pages, font, at)
        kids = [self._element(kid, root) for kid in self._paper.kids]
        refs = " ".join(f"{number} 0 R" for number in self._numbers)
        self._objects[pages - 1] = f"<</Type/Pages/Kids[{refs}]/Count {self._pages}>>"
        self._objects[root - 1] = self._root(kids)
        self._objects[catalog - 1] = self._catalog(pages, root)
        return _file(self._objects, catalog)

    def _new(self) -> int:
        self._objects.append("")
        return len(self._objects)

    def _font(self) -> str:
        """A font that is in the file, so that no font of the machine matters."""
        program = (resources.files("reportlab") / "fonts" / "Vera.ttf").read_bytes()
        letters = sorted({letter for leaf in self._printed_leaves for letter in _letters(leaf)})
        names = "".join(f"1 beginbfchar\n<{letter}> <{letter}>\nendbfchar\n" for letter in letters)
        table = f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{names}endcmap"
        refs = [self._stream(body) for body in (program, _SHAPE, table.encode())]
        return (
            "<</Type/Font/Subtype/Type0/BaseFont/Vera/Encoding/Identity-H/DescendantFonts[<<"
            "/Type/Font/Subtype/CIDFontType2/BaseFont/Vera/CIDSystemInfo<</Registry(Adobe)"
            "/Ordering(Identity)/Supplement 0>>/DW 1000/W[32 126 500]"
            f"/CIDToGIDMap {refs[1]} 0 R/FontDescriptor<</Type/FontDescriptor/FontName/Vera/Flags 4"
            "/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 800/StemV 80"
            f"/FontFile2 {refs[0]} 0 R>>>>]/ToUnicode {refs[2]} 0 R>>"
        )

    def _stream(self, body: bytes) -> int:
        number, packed = self._new(), zlib.compress(body).decode("latin-1")
        head = f"<</Length {len(packed)}/Length1 {len(body)}/Filter/FlateDecode>>"
        self._objects[number - 1] = f"{head}stream\n{packed}\nendstream"
        return number

    def _page(self, number: int, pages: int, font: int, at: int) -> None:
        stream = self._new()
        content = "\n".join(self._printed(at))
        self._objects[stream - 1] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
        self._objects[number - 1] = (
            f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {stream} 0 R"
            f"/Resources<</Font<</F {font} 0 R>>>>/StructParents {at - 1}>>"
        )

    def _printed(self, page: int) -> Iterator[str]:
        paper = self._paper
        marked = [(leaf, f"/P<</MCID {self._marks[id(leaf)][1]}>>BDC") for leaf in self._leaves]
        marked += [(leaf, "/Artifact BMC") for leaf in paper.artifacts]
        marked += [(leaf, "") for leaf in paper.untagged]
        for leaf, mark in sorted(marked, key=lambda pair: pair[0].turn):
            if leaf.page == page:
                yield f"{mark}\n{_drawn(leaf)}\nEMC" if mark else _drawn(leaf)

    def _element(self, element: Node, parent: int) -> int:
        number = self._new()
        kids = [self._kid(kid, number) for kid in element.kids]
        self._objects[number - 1] = (
            f"<</Type/StructElem/S/{_name(element.kind)}/P {parent} 0 R/K[{' '.join(kids)}]"
            f"{_said('Alt', element.alt)}{_said('ActualText', element.actual)}"
            f"{_said('E', element.expansion)}{_said('Lang', element.language)}"
            f"{element.attributes}>>"
        )
        return number

    def _kid(self, kid: Node | Leaf, parent: int) -> str:
        if isinstance(kid, Node):
            return f"{self._element(kid, parent)} 0 R"
        page, mark = self._marks[id(kid)]
        self._parents[page][mark] = parent
        return f"<</Type/MCR/Pg {self._numbers[page - 1]} 0 R/MCID {mark}>>"

    def _root(self, kids: Sequence[int]) -> str:
        nums = " ".join(
            f"{page - 1}[{' '.join(f'{number} 0 R' for number in own)}]"
            for page, own in sorted(self._parents.items())
        )
        roles = "".join(f"/{_name(name)}/{kind}" for name, kind in self._paper.roles.items())
        refs = " ".join(f"{number} 0 R" for number in kids)
        return f"<</Type/StructTreeRoot/K[{refs}]/ParentTree<</Nums[{nums}]>>/RoleMap<<{roles}>>>>"

    def _catalog(self, pages: int, root: int) -> str:
        paper = self._paper
        marked = f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R" if paper.is_marked else ""
        language = _said("Lang", paper.language)
        return f"<</Type/Catalog/Pages {pages} 0 R{marked}{language}>>"


def _leaves(element: Node | Leaf) -> Iterator[Leaf]:
    if not isinstance(element, Node):
        yield element
        return
    for kid in element.kids:
        yield from _leaves(kid)


def _letters(leaf: Leaf) -> list[str]:
    """Letters of a leaf as the file writes them, each in four figures."""
    return [f"{ord(letter):04x}" for letter in leaf.text] if isinstance(leaf, Text) else []


def _drawn(leaf: Leaf) -> str:
    if isinstance(leaf, Picture):
        place = f"{leaf.wide} 0 0 {leaf.high} {leaf.x} {HEIGHT - leaf.y - leaf.high}"
        return f"q {place} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 80> EI Q"
    mode = 0 if leaf.is_seen else 3
    letters = "".join(_letters(leaf))
    place = f"1 0 0 1 {leaf.x} {HEIGHT - leaf.y} Tm"
    return f"BT /F {leaf.size} Tf {mode} Tr {place} <{letters}> Tj ET"


def _name(text: str) -> str:
    """A name as a PDF writes it (ISO 32000-1, 7.3.5)."""
    return "".join(chr(b) if chr(b).isalnum() and b < 128 else f"#{b:02X}" for b in text.encode())


def _said(name: str, text: str) -> str:
    return f"/{name}<{(BOM + text).encode('utf-16-be').hex()}>" if text else ""


def _file(objects: Iterable[str], catalog: int) -> bytes:
    body = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, source in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{source}\nendobj\n".encode("latin-1")
    start = len(body)
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(offsets) + 1
    trailer = f"trailer\n<</Size {size}/Root {catalog} 0 R>>\nstartxref\n{start}\n%%EOF\n"
    body += f"xref\n0 {size}\n0000000000 65535 f \n{rows}{trailer}".encode("latin-1")
    return bytes(body)
