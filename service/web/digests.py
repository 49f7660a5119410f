"""The only form of key that an address may carry."""

from werkzeug.routing import BaseConverter


class DigestConverter(BaseConverter):
    """Exactly 64 lower-case hex digits, so that nothing else can reach what is kept."""

    regex = "[0-9a-f]{64}"
