"""Addresses admitted, bytes fetched; the only room with outbound HTTP for sources."""
