"""How long reading takes: per sentence of the samples, and on long runs of one kind of letter."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from service import codec
from service.model.narration import Narration
from service.text.reading import read, runs
from service.text.sentences import split

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
KINDS = ("1", "가", "(", ".", "a", " ", "~", "1,", "’", "A.", "·", "가·", "a-", "a@", "(a", "1:")
LONG = 100_000
ROUNDS = 20


def main() -> None:
    files = sorted(CORPUS.glob("*/narration.json"))
    narrations = [codec.from_json(file.read_text("utf-8"), Narration) for file in files]
    texts = [(said.display, said.language) for n in narrations for said in n.utterances]
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        for text, language in texts:
            runs(read(text, language))
    each_ms = (time.perf_counter() - begun) * 1000 / ROUNDS / len(texts)
    print(f"a sentence: {each_ms:.2f} ms over {len(texts)} sentences (floor 2)")
    for kind in KINDS:
        text = kind * (LONG // len(kind))
        begun = time.process_time()
        split(text, "ko")
        runs(read(text, "ko"))
        print(f"100,000 characters of {kind!r}: {time.process_time() - begun:.2f} s")


if __name__ == "__main__":
    main()
