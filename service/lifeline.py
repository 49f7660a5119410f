"""Child processes that end when their parent does, and never by accident with the terminal.

The parent holds one end of the child's standard input; when it dies, however it dies, the other
end is at its end. A child leads a process group of its own, so that Ctrl-C reaches the parent
alone and nothing is told twice to stop.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

_STOP_WITHIN_S = 10.0


class StopMark:
    """Whether this process was told to stop (SIGINT, SIGTERM).

    A plain mark that its owner looks at: a handler may run inside any lock of the main thread.
    """

    def __init__(self) -> None:
        self.is_set = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._mark)

    def _mark(self, *_: object) -> None:
        self.is_set = True


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a child that is to call `end_with_parent`."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, process_group=0)  # noqa: S603 - ours


def stop(child: subprocess.Popen[bytes], within_s: float = _STOP_WITHIN_S) -> int:
    """Tell a child to stop, and end its whole group when it does not; gives its exit code."""
    child.terminate()
    try:
        child.wait(within_s)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    if child.stdin:
        child.stdin.close()
    return child.returncode


def end_with_parent() -> None:
    """From now on, the parent's end is a SIGTERM to this process, later a kill of its group."""
    threading.Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    # Unbuffered and past `sys.stdin`, whose lock would hold up the end of the interpreter.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_STOP_WITHIN_S)  # a process that has ended by then never comes to the next line
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
