"""What of a part of a document can be shown before the rest is read (pure)."""

from dataclasses import replace

from service.model.document import Boilerplate, Note, Release


def held_back(release: Release) -> Release:
    """The release without its last block, which may go on over the next page.

    What stands behind that block comes with the whole, so that no place in the text is moved.
    """
    blocks = release.body.blocks
    last = len(blocks) - 1
    while last > 0 and isinstance(blocks[last], Boilerplate | Note):
        last -= 1
    return replace(release, body=replace(release.body, blocks=blocks[: max(last, 0)]))
