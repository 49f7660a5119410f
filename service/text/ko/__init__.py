"""Korean: one module or table per class of what is read aloud."""
