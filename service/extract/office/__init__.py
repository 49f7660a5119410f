"""Files of word processors: each format to the same items, and those to a release."""
