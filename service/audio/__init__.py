"""Finish sounds into clips; codecs and pydub are imported only here."""
