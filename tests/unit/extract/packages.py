"""HWPX packages, written for the tests of their reader."""

import io
import zipfile

_SPACES = (
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
)
HEADER = """
<hh:charPr id="0" height="1000"/><hh:charPr id="1" height="1800"><hh:bold/></hh:charPr>
<hh:numbering id="1"><hh:paraHead level="1" numFormat="DIGIT" start="1">^1.</hh:paraHead>
<hh:paraHead level="2" numFormat="HANGUL_SYLLABLE" start="1">^2.</hh:paraHead></hh:numbering>
<hh:bullet id="1" char="\uf06e"/>
<hh:paraPr id="0"><hh:align horizontal="JUSTIFY"/><hh:heading type="NONE"/></hh:paraPr>
<hh:paraPr id="1"><hh:heading type="NUMBER" idRef="1" level="0"/></hh:paraPr>
<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="1" level="1"/></hh:paraPr>
<hh:paraPr id="3"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>
"""


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def hwpx(body, manifest="", looks="", **more):
    """A package with one section, and others given by name; `looks` are added to its header."""
    members = {
        "mimetype": "application/hwp+zip",
        "Contents/header.xml": f"<hh:head {_SPACES}>{HEADER}{looks}</hh:head>",
        "Contents/section0.xml": f"<hs:sec {_SPACES}>{body}</hs:sec>",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    members |= {
        f"Contents/{name}.xml": f"<hs:sec {_SPACES}>{text}</hs:sec>" for name, text in more.items()
    }
    return zipped(members)


def p(inside, para=0, char=0):
    content = inside if inside.startswith("<") else f"<hp:t>{inside}</hp:t>"
    return f'<hp:p paraPrIDRef="{para}"><hp:run charPrIDRef="{char}">{content}</hp:run></hp:p>'


def table(*rows):
    """Rows of cells; a cell is a text or (text, columns, rows)."""
    lines = "".join(f"<hp:tr>{''.join(map(_cell, row))}</hp:tr>" for row in rows)
    return f"<hp:tbl>{lines}</hp:tbl>"


def _cell(cell):
    text, columns, rows = cell if isinstance(cell, tuple) else (cell, 1, 1)
    inside = text if text.startswith("<hp:p") else p(text)
    span = f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/>'
    return f"<hp:tc><hp:subList>{inside}</hp:subList>{span}</hp:tc>"


def held(name, inside):
    """A control that holds paragraphs: a header, a note."""
    return f"<hp:ctrl><hp:{name}><hp:subList>{inside}</hp:subList></hp:{name}></hp:ctrl>"
