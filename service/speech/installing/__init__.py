"""Voices from their publishers: a catalogue, downloads, and a folder that is whole or not there."""
