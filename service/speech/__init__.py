"""Utterance in, sound out; one module per engine."""
