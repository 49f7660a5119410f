"""Files by Landlock: only programs and libraries can be read, nothing can be written.

See landlock(7) of the Linux manual. The kernel tells which version of the rules it knows; a later
one also keeps signals and abstract sockets inside.
"""

import ctypes
import os
import struct
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from service.extract.confinement import kernel
from service.extract.confinement.syscalls import ABOUT_LANDLOCK

_ASK_VERSION = 1
_BENEATH = 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1, 4, 8
# Rights in the order of their invention: 13 at first, then refer, truncate and ioctl.
_RIGHTS_OF_VERSION = (13, 14, 15, 15, 16)
_TCP_SINCE, _TCP = 4, 3
_SCOPES_SINCE, _SCOPES = 6, 3
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/dev/null")
_PACKAGES = ("site-packages", "dist-packages")
_SYSTEM_FILES = ("/etc/localtime", "/etc/mime.types", "/dev/urandom", "/dev/zero")


def install() -> None:
    """Hold this process and all that it starts; OSError where the kernel has no Landlock."""
    version = kernel.call(ABOUT_LANDLOCK["create"], None, ctypes.c_size_t(0), _ASK_VERSION)
    rules = _rules(version)
    try:
        for path in readable():
            _allow(rules, path)
        kernel.give_up_privileges()
        kernel.call(ABOUT_LANDLOCK["restrict"], rules, 0)
    finally:
        os.close(rules)


def readable() -> Iterator[Path]:
    """What a reader needs from the disk: Python, its packages, ours, the system's libraries."""
    ours = Path(__file__).parents[2]
    packages = [path for path in sys.path if Path(path).name in _PACKAGES]
    python = (sys.prefix, sys.base_prefix, sys.base_exec_prefix, sysconfig.get_path("stdlib"))
    for place in {*_SYSTEM, *_SYSTEM_FILES, *packages, *python, str(ours)}:
        path = Path(place).resolve()
        if os.path.exists(path) and path != Path("/"):  # noqa: PTH110 - false where it is hidden
            yield path


def _rules(version: int) -> int:
    """A set of rules that handles everything that this version knows of."""
    rights = _RIGHTS_OF_VERSION[min(version, len(_RIGHTS_OF_VERSION)) - 1]
    attributes = [
        (1 << rights) - 1,
        _TCP if version >= _TCP_SINCE else 0,
        _SCOPES if version >= _SCOPES_SINCE else 0,
    ]
    told = struct.pack("QQQ", *attributes)
    size = 24 if version >= _SCOPES_SINCE else 16 if version >= _TCP_SINCE else 8
    return kernel.call(ABOUT_LANDLOCK["create"], ctypes.create_string_buffer(told), size, 0)


def _allow(rules: int, path: Path) -> None:
    rights = _EXECUTE | _READ_FILE | (_READ_FOLDER if path.is_dir() else 0)
    with suppress(PermissionError):  # what this user cannot open needs no rule
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            told = struct.pack("=Qi", rights, place)
            told_at = ctypes.create_string_buffer(told)
            kernel.call(ABOUT_LANDLOCK["add"], rules, _BENEATH, told_at, 0)
        finally:
            os.close(place)
