"""Fit service/extract/pdf/spacing.tsv: `python tests/spacing_build/fit.py TEXT... > spacing.tsv`.

Each TEXT is a file of Korean prose, one paragraph a line; a file named twice counts twice. The
weights that are in the repository were fitted on 0.4 million letters of the Korean help texts of
LibreOffice 7.4, GIMP 2.10, GNOME 43 and Debian (Debian packages libreoffice-help-ko, gimp-help-ko,
gnome-user-docs, debian-faq-ko, debian-handbook, installation-guide-amd64; every second paragraph)
and, three times, on ten bills of the National Assembly and the Constitution (in the Python package
konlpy 0.6.0). Only counts of what is seen between syllables leave those texts. Logistic regression by AdaGrad; what is
seen fewer than four times, or says less than 0.3, is left out.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from service.extract.pdf.spacing_features import features

_HANGUL = re.compile("[가-힣]")
_OTHER = re.compile("[^가-힣A-Za-z0-9. ]")
_REACH = 12
_FEWEST, _LEAST = 4, 0.3
_EPOCHS, _BATCH, _STEP, _DECAY = 6, 2_000, 0.3, 0.02

Sample = tuple[tuple[str, ...], int]


def samples(line: str) -> Iterator[Sample]:
    """Every place between two syllables: what is seen there, and whether a space is."""
    text = " ".join(_OTHER.sub(" ", line).split())
    for at in range(1, len(text) - 1):
        before, after = text[max(0, at - _REACH) : at], text[at : at + _REACH]
        if after[0] == " ":
            after = text[at + 1 : at + 1 + _REACH]
        if _HANGUL.match(before[-1]) and _HANGUL.match(after[0]):
            yield features(before, after), int(text[at] == " ")


def fitted(found: list[Sample], names: dict[str, int]) -> np.ndarray:
    """A weight for each name; place 0 is what has none."""
    seen = np.array([[names.get(name, 0) for name in each] for each, _ in found], np.int32)
    spaced = np.array([is_spaced for _, is_spaced in found], np.float64)
    weights, steps = np.zeros(len(names) + 1), np.full(len(names) + 1, 1e-6)
    order = np.random.default_rng(0)
    for _ in range(_EPOCHS):
        for part in np.array_split(order.permutation(len(spaced)), len(spaced) // _BATCH + 1):
            guess = 1 / (1 + np.exp(-weights[seen[part]].sum(1)))
            slope = np.zeros_like(weights)
            np.add.at(slope, seen[part].ravel(), np.repeat(guess - spaced[part], seen.shape[1]))
            slope += _DECAY * weights * (slope != 0)
            slope[0] = 0
            steps += slope**2
            weights -= _STEP * slope / np.sqrt(steps)
    return weights


def main(paths: list[str]) -> None:
    """Print the table of weights."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    korean = [line for line in lines if len(_HANGUL.findall(line)) > 0.4 * len(line)]
    found = [sample for line in korean for sample in samples(line)]
    counts = Counter(name for each, _ in found for name in each)
    often = sorted(name for name, count in counts.items() if count >= _FEWEST)
    names = {name: at for at, name in enumerate(often, 1)}
    weights = fitted(found, names)
    for name, at in names.items():
        if abs(weights[at]) >= _LEAST:
            sys.stdout.write(f"{name}\t{round(weights[at] * 10)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
