"""Deutgi: a government release, from its address to a spoken, accessible page."""

__version__ = "0.1.0"
