"""A folder to go on in when the one for keeping cannot be written: in memory where there is any.

What lies there is lost with the machine's next start; everything that is kept can be made again.
"""

import hashlib
import os
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - checked below: ours alone, and no link
_OURS_ALONE = 0o700


def spare_folder(kept: Path) -> Path:
    """The spare of a folder, the same for all processes of one user; not made yet."""
    name = hashlib.sha256(os.fsencode(kept.absolute())).hexdigest()[:16]
    base = _MEMORY if os.access(_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    return base / f"deutgi-{os.geteuid()}-{name}"


def made(folder: Path) -> Path:
    """The same folder, made if need be; OSError when another user has taken its name.

    The place is open to all users, so a link or a stranger's folder must not be followed.
    """
    folder.mkdir(mode=_OURS_ALONE, exist_ok=True)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} is not ours alone")
    return folder
