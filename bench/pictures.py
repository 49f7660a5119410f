"""Pictures of the pages of a PDF with the blocks that were read, for whoever mends the reading.

`python bench/pictures.py FILE [FOLDER]` writes one PNG a page: a frame around each block in the colour of
its kind, with its turn in the order of reading. The file is read here and not in the sandbox: use it for
files that you trust.
"""

import hashlib
import sys
from pathlib import Path

import pdfplumber

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.extract.listing import listing_of
from service.extract.reader import Reader
from service.model.source import Resource, SourceFile

COLOURS = {
    "title": "red",
    "heading": "red",
    "table": "blue",
    "list-item": "green",
    "note": "purple",
    "figure": "orange",
    "furniture": "grey",
}
DPI = 100


def main(file: Path, folder: Path) -> None:
    """Draw every page."""
    body = file.read_bytes()
    resource = Resource(SourceFile(""), body, "", hashlib.sha256(body).hexdigest())
    blocks = listing_of(Reader(10_000).extract(resource))["blocks"]
    folder.mkdir(parents=True, exist_ok=True)
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            picture = page.to_image(resolution=DPI)
            for turn, block in enumerate(blocks):
                if block["page"] == page.page_number and block["box"]:
                    colour = COLOURS.get(block["kind"], "black")
                    picture.draw_rect(block["box"], fill=None, stroke=colour)
                    left, top, *_ = block["box"]
                    picture.draw.text(
                        (left * DPI / 72 - 18, top * DPI / 72), str(turn), fill=colour
                    )
            picture.save(folder / f"{file.stem}-{page.page_number}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "bench/out"))
