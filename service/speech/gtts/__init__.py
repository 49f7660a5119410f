"""Google Translate's voice: the protocol of the gtts package, our own transport."""
