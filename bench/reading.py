"""How right and how fast reading is, beside other readers in the same run.

Usage: reading.py [CASES.tsv …]; see reading_cases.py. Prints rows read right per class, whole
sentences, time, memory and start, and whether time grows with the length of a text only.
"""

import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reading_cases import Case, cases_in, cases_of_tests, unique

sys.path.insert(0, str(Path(__file__).parents[1]))

from service import codec
from service.model.narration import Narration
from service.text.reading import read, runs
from service.text.sentences import split

ROOT = Path(__file__).parents[1]
Reader = Callable[[str, str], str]
CORPUS = ROOT / "tests" / "corpus"
KINDS = (
    *("1", "가", "(", ".", "a", " ", "~", "1,", "’", "A.", "·", "가·", "a-", "a@", "(a", "1:"),
    *("코", "K", "코로나", "1:1", "é", "㈜", "\u202e", "([「"),
)
LONG = 100_000
ROUNDS = 10
FUZZ = 3_000
PIECES = (
    "가 은 는 년 월 일 명 개 % ( ) [ ] 「 」 “ ” . , : ; ~ - / · 0 1 23 456789 7.4. A Bc WHO www. @ "
    "※ △ ○ ① Ⅱ ㎍ 韓 \u202e \u200f \u200b \x00 \x1b \n \U0001f600 \u0301 ㅋ ｱ ² é ’23 44조 (화)"
).split(" ")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STARTS = {
    "ours": "import service.__main__ as m, sys; sys.argv[1:] = ['say', '3개']; m.main(sys.argv[1:])",
    "flask say": "import sys; sys.argv[:] = ['flask', 'say', '3개']; from flask.cli import main; main()",
    "voxnorm": "import voxnorm; voxnorm.normalize('3개', lang='ko')",
    "num2words": "import num2words; num2words.num2words(3, lang='ko')",
}
# The most memory of the process itself; what wait4 tells holds that of its parent too.
_MEASURED = """
try:
    {}
finally:
    import sys
    print([line for line in open("/proc/self/status") if "VmHWM" in line][0].split()[1], file=sys.stderr)
"""


def main(files: list[str]) -> None:
    cases = unique((*cases_of_tests(), *(case for file in files for case in cases_in(Path(file)))))
    readers = {"ours": ours, **peers()}
    tell_right(cases, readers)
    tell_speed(cases, readers)
    tell_starts(readers)
    tell_corpus()
    tell_fuzz()
    tell_long()


def ours(text: str, language: str) -> str:
    return " ".join(spoken for _, spoken in runs(read(text, language)))


def peers() -> dict[str, Reader]:
    try:
        import voxnorm  # noqa: PLC0415 - a run without peers is one too
        from num2words import num2words  # noqa: PLC0415 - same
    except ImportError as error:
        print(f"no peers: {error}; `make setup` installs them")
        return {}

    def numbers(text: str, language: str) -> str:
        def spoken(match: re.Match[str]) -> str:
            number = match.group().replace(",", "")
            return num2words(float(number) if "." in number else int(number), lang=language)

        return _NUMBER.sub(spoken, text)

    return {"voxnorm": lambda t, lang: voxnorm.normalize(t, lang=lang), "num2words": numbers}


def tell_right(cases: list[Case], readers: dict[str, Reader]) -> None:
    """Rows read right, per class; "sentence" rows are whole sentences."""
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for case in cases:
        for kind in (case.kind, "all"):
            total[case.language, kind] += 1
        for name, reader in readers.items():
            met = case.is_met_by(answer(reader, case))
            right[name, case.language, case.kind] += met
            right[name, case.language, "all"] += met
    print(f"{'rows read right':<26}{'rows':>6}" + "".join(f"{name:>18}" for name in readers))
    for language, kind in sorted(total, key=lambda key: (key[0] != "ko", key[1] == "all", key[1])):
        rows = total[language, kind]
        cells = (right[name, language, kind] for name in readers)
        shares = "".join(f"{count:>10} ({count / rows:>4.0%})" for count in cells)
        print(f"{language} {kind:<23}{rows:>6}{shares}")


def answer(reader: Reader, case: Case) -> str:
    """A peer may fail on a text; that is a wrong answer."""
    try:
        return reader(case.written, case.language)
    except Exception as error:  # noqa: BLE001 - whatever a peer raises
        return f"{type(error).__name__}"


def tell_speed(cases: list[Case], readers: dict[str, Reader]) -> None:
    for name, reader in readers.items():
        begun = time.perf_counter()
        for case in cases:
            answer(reader, case)
        each_ms = (time.perf_counter() - begun) * 1000 / len(cases)
        print(f"{name}: {each_ms:.2f} ms a row")


def tell_starts(readers: dict[str, Reader]) -> None:
    """From nothing to the first answer: the best of three, and the most memory held."""
    for name in (each for each in _STARTS if each in readers or each == "flask say"):
        took, held = zip(*(started(_STARTS[name]) for _ in range(3)), strict=True)
        print(f"{name}: start {min(took):.2f} s, memory {max(held):.0f} MB (floors 0.3 s, 40 MB)")


def started(code: str) -> tuple[float, float]:
    """Seconds and megabytes; memory is that of Linux."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    took = time.perf_counter() - begun
    if sys.platform != "linux":
        return took, 0.0
    measured = [sys.executable, "-c", _MEASURED.format(code)]
    told = subprocess.run(measured, capture_output=True, check=True, cwd=ROOT, text=True).stderr
    return took, int(told.split()[-1]) / 1024


def tell_corpus() -> None:
    files = sorted(CORPUS.glob("*/narration.json"))
    narrations = [codec.from_json(file.read_text("utf-8"), Narration) for file in files]
    texts = [(said.display, said.language) for n in narrations for said in n.utterances]
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        for text, language in texts:
            runs(read(text, language))
    each_ms = (time.perf_counter() - begun) * 1000 / ROUNDS / len(texts)
    print(f"a sentence: {each_ms:.2f} ms over {len(texts)} sentences (floor 2)")


def tell_fuzz() -> None:
    """Sentences of anything: none may raise, each within 20 ms."""
    chance = random.Random(4)  # noqa: S311 - the same sentences in every run
    took = []
    for _ in range(FUZZ):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 60)))
        begun = time.perf_counter()
        split(text, "ko")
        runs(read(text, chance.choice(("ko", "en"))))
        took.append((time.perf_counter() - begun) * 1000)
    slow = sum(each > 20 for each in took)
    print(f"{FUZZ} sentences of anything: slowest {max(took):.1f} ms, {slow} over 20 ms")


def tell_long() -> None:
    for kind in KINDS:
        text = kind * (LONG // len(kind))
        begun = time.process_time()
        split(text, "ko")
        runs(read(text, "ko"))
        print(f"100,000 characters of {kind!r}: {time.process_time() - begun:.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
