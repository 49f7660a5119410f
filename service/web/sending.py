"""Sound that is on its way: a failure behind its first bytes ends it, in one line of the log.

Then no other status can be sent any more, and the web servers tell nobody but the log of what is
raised. Where a length was promised the listener's program sees that bytes are missing.
"""

import logging
from collections.abc import Iterable, Iterator

from service.errors import ListenError

_log = logging.getLogger(__name__)


def sent(manifest: str, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts, up to the first that cannot be had; what is no error of ours is raised."""
    count = 0
    try:
        for part in parts:
            yield part
            count += len(part)
    except ListenError as error:
        _log.warning(
            "audio-broke-off manifest=%s bytes=%d code=%s: %s", manifest, count, error.code, error
        )
