"""PDFs, one pure step per module: open, lines, tables, furniture, paragraphs, kinds."""
