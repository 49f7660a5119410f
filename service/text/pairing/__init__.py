"""Two documents about one event, in two languages, put in step (pure)."""
