"""Orca, Debian's screen reader, in a session of its own: a screen, a bus and a voice without sound.

What it says is taken from its own debugging output, which goes to a terminal, because Orca holds
back what it writes to a file. Keys go through the screen as a person's do: Orca takes its commands
from there, and is led astray by keys that only the browser has seen.
"""

import html
import json
import os
import re
import subprocess
import threading
import time
import tty
from contextlib import ExitStack, contextmanager

START_WITHIN_S = 60
QUIET_S = 0.3
LOOK_EVERY_S = 0.05
STALLED_S = 0.8
# A voice that ends before Orca has asked for word of it is waited for in vain.
SPEECH_S = 0.05
SPOKEN = re.compile(rb"SPEECH DISPATCHER: Speaking '(?:<speak>)?(.*?)(?:</speak>)?' \n", re.DOTALL)
ANY_SPEECH = re.compile(rb"SPEECH OUTPUT|SPEECH DISPATCHER: Speaking")
MARK = re.compile(r"<mark [^>]*/>")

DISPATCHER = """
LogLevel 1
AudioOutputMethod "libao"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
"""
VOICE = f"""
GenericExecuteSynth "sleep {SPEECH_S}"
GenericLanguage "ko" "ko" "utf-8"
GenericLanguage "en" "en" "utf-8"
AddVoice "ko" "MALE1" "ko"
AddVoice "en" "MALE1" "en"
"""
# No word of keys pressed, nothing read by itself when a page has loaded, no names of punctuation.
HABITS = {
    "enableKeyEcho": False,
    "enableBraille": False,
    "sayAllOnLoad": False,
    "verbalizePunctuationStyle": 3,
}
SETTINGS = {
    "general": HABITS,
    "pronunciations": {},
    "keybindings": {},
    "profiles": {
        "default": {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}
    },
}


class Transcript:
    """Everything that Orca has said so far, read from the terminal that it writes to."""

    def __init__(self, terminal):
        self.written = b""
        self.terminal = terminal
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        # A terminal that nobody writes to any more ends in an error.
        while chunk := received(self.terminal):
            self.written += chunk

    def said(self, since=0):
        """What was given to the voice, from a place in what was written."""
        return [plain(text) for text in SPOKEN.findall(self.written, since)]

    def speeches(self):
        """How often anything was to be spoken, also what is cut off before the voice has it."""
        return len(ANY_SPEECH.findall(self.written))


def received(terminal):
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def plain(marked):
    text = html.unescape(MARK.sub("", marked.decode()))
    return " ".join(text.split())


class Orca:
    """The reader and its screen."""

    def __init__(self, environ, transcript):
        self.environ = environ
        self.transcript = transcript

    def press(self, *keys, **waiting):
        """Keys by their X names, and what is said in answer."""
        return self.hear(lambda: self.hand("key", *keys), **waiting)

    def hand(self, *command):
        subprocess.run(["xdotool", *command], env=self.environ, check=True, timeout=20)

    def hear(self, act, until=any, within_s=90):
        """What is said because of an act: until it fits, and then until nothing more follows."""
        since = len(self.transcript.written)
        act()
        end = time.monotonic() + within_s
        while time.monotonic() < end:
            said = self.transcript.said(since)
            if until(said) and not self.speaks_within(QUIET_S):
                return self.transcript.said(since)
            time.sleep(LOOK_EVERY_S)
        raise AssertionError(f"Orca said only: {self.transcript.said(since)}")

    def read_on(self, last):
        """Everything from here to the text `last`, read with Orca's own command for it.

        Orca waits in vain for word of a voice that was done too soon, and is asked again then.
        """
        said = []
        while not any(last in each for each in said):
            more = self.press("KP_Add", until=lambda new: last in new or self.is_stuck())
            assert more, said
            said += more
        return said

    def is_stuck(self):
        return not self.speaks_within(STALLED_S)

    def speaks_within(self, seconds):
        """Whether anything is said, or about to be, from now on."""
        before = self.transcript.speeches()
        time.sleep(seconds)
        return self.transcript.speeches() != before


@contextmanager
def orca_in(folder):
    """Orca with everything it needs, kept in a folder; gives what drives it."""
    environ = surroundings(folder)
    with ExitStack() as running:
        environ["DISPLAY"] = running.enter_context(screen(environ))
        environ["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(bus(environ))
        running.enter_context(started(dispatcher(folder, environ), environ))
        own, theirs = os.openpty()
        tty.setraw(theirs)
        transcript = Transcript(own)
        command = ["orca", "--debug-file", os.ttyname(theirs), "--user-prefs", folder / "habits"]
        running.enter_context(started(command, environ))
        orca = Orca(environ, transcript)
        orca.hear(lambda: None, within_s=START_WITHIN_S)
        yield orca
    os.close(theirs)
    transcript.reader.join(5)
    os.close(own)


def surroundings(folder):
    """What the programs are told: homes of their own, and that somebody needs accessibility."""
    (folder / "run").mkdir(mode=0o700)
    (folder / "habits").mkdir()
    (folder / "habits" / "user-settings.conf").write_text(json.dumps(SETTINGS), encoding="utf-8")
    # Orca starts only where no other is; those of other sessions are none of this one's business.
    (folder / "bin").mkdir()
    (folder / "bin" / "pgrep").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (folder / "bin" / "pgrep").chmod(0o700)
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "CACHE", "DATA")}
    return homes | {
        "PATH": f"{folder}/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "SPEECHD_ADDRESS": f"unix_socket:{folder}/run/speech.sock",
        "GSETTINGS_BACKEND": "memory",
        "ACCESSIBILITY_ENABLED": "1",
    }


@contextmanager
def started(command, environ, **options):
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
    process = subprocess.Popen([*map(str, command)], env=environ, **quiet)
    try:
        yield process
    finally:
        process.terminate()
        ended(process)


def ended(process):
    """Orca does not always heed the first word."""
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(20)


@contextmanager
def screen(environ):
    """A screen that exists in memory only; gives its name."""
    told, tells = os.pipe()
    size = ("-screen", "0", "1280x1000x24")
    command = ["Xvfb", "-displayfd", tells, *size, "-nolisten", "tcp"]
    with started(command, environ, pass_fds=[tells]):
        os.close(tells)
        with open(told, encoding="ascii") as lines:  # noqa: PTH123 - not a path
            yield f":{lines.readline().strip()}"


@contextmanager
def bus(environ):
    """A bus that nobody else is on; gives its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with started(command, environ, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().strip()
        process.stdout.close()


def dispatcher(folder, environ):
    """The command of a speech service with one voice, which says nothing."""
    place = folder / "speech"
    (place / "modules").mkdir(parents=True)
    (place / "clients").mkdir()
    (place / "speechd.conf").write_text(DISPATCHER, encoding="utf-8")
    (place / "modules" / "silent.conf").write_text(VOICE, encoding="utf-8")
    socket = environ["SPEECHD_ADDRESS"].partition(":")[2]
    own = ["-C", place, "-S", socket, "-P", folder / "run" / "speech.pid", "-L", folder]
    return ["speech-dispatcher", "--run-single", "--timeout", "0", *own]
