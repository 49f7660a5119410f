"""Deutgi: a government release, from its address to a spoken, accessible page."""

import os

__version__ = "0.1.0"

# Products of small matrices wait longer for numpy's threads than they take, and our own threads and
# processes share the cores already. numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
