"""The root of the tree."""

from typing import ClassVar


class ListenError(Exception):
    """Root of the tree; never raised itself."""

    code: ClassVar[str] = ""
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False
