"""An operator's pronunciation lexicons: a folder of PLS files, read into values."""
