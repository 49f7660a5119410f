"""Korean text as it sounds, spelled so that each syllable is read alone."""
