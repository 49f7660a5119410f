"""The arithmetic of our MP3 frames; no library, so that anyone may count with it.

MPEG-2 layer III at 24 kHz and 48 kbit/s: every frame is 144 bytes and 24 ms (ISO/IEC 13818-3), so
segments join as bytes and time is a product.
"""

SAMPLE_RATE_HZ = 24_000
FRAME_SAMPLES = 576
FRAME_BYTES = 144
FRAME_MS = 24

LEAD_SAMPLES = 1_105
"""Samples that a decoder gives before the first of ours: 576 of the encoder, 529 of its own."""

SILENT_FRAME = bytes.fromhex("fff364c4") + bytes(FRAME_BYTES - 4)
"""A frame without any coded sound; it borrows no bits from the frame before."""


def pause_frames(pause_ms: int) -> int:
    """Whole frames nearest to a pause in milliseconds."""
    return max(0, round(pause_ms / FRAME_MS))


def silence(frames: int) -> bytes:
    """Silence of so many frames."""
    return SILENT_FRAME * frames


def duration_ms(data: bytes) -> int:
    """How long joined frames sound."""
    return len(data) // FRAME_BYTES * FRAME_MS
