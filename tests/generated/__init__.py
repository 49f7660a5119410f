"""Release-like PDFs with their truth, made from our own text as office suites would print it."""
