"""The script that people usually write: one espeak-ng command and one MP3 per sentence, joined.

Usage: usual_script.py SENTENCES.json OUT.mp3 — needs the espeak-ng and ffmpeg commands.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from pydub import AudioSegment

PAUSE_MS = 300


def main(sentences: Path, out: Path) -> None:
    whole = AudioSegment.empty()
    with tempfile.TemporaryDirectory() as folder:
        for number, (language, text) in enumerate(json.loads(sentences.read_text("utf-8"))):
            wav, mp3 = (Path(folder, f"{number}.{ending}") for ending in ("wav", "mp3"))
            subprocess.run(["espeak-ng", "-v", language, "-w", wav, text], check=True)
            AudioSegment.from_wav(wav).export(mp3, format="mp3", bitrate="48k")
            whole += AudioSegment.from_mp3(mp3) + AudioSegment.silent(PAUSE_MS)
            if number == 0:
                sys.stdout.write("first\n")
                sys.stdout.flush()
        whole.export(out, format="mp3", bitrate="48k")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
