"""The only forms of keys and pages that an address may carry."""

from werkzeug.routing import BaseConverter


class DigestConverter(BaseConverter):
    """Exactly 64 lower-case hex digits, so that nothing else can reach what is kept."""

    regex = "[0-9a-f]{64}"


class PageConverter(BaseConverter):
    """The number of a page, from 1, written in one way only."""

    regex = "[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)
