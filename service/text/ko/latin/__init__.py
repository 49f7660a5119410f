"""Latin words that no lexicon lists, written in Hangul by how they sound."""
