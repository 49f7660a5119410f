"""Timed and untimed text of a narration."""
