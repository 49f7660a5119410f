"""Pure language rules: written form to spoken form, sentences, languages."""
