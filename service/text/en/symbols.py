"""Marks: a word, a short break or nothing.

| written | spoken |
| --- | --- |
| A & B · A → B · Seoul ~ Busan | A and B · A to B · Seoul to Busan |
| 2 + 3 = 5 · ©, ⓒ | two plus three equals five · copyright |
| <Summary> · /// · ™ ® | Summary · nothing |
| rose sharply.5 The end | rose sharply. The end |
"""

import re

from service.text.en.numbers import year
from service.text.rules import Match, Rule, before, fixed, rule

_MARKS = {
    "&": " and ",
    "→": " to ",
    "⇒": " to ",
    "⟶": " to ",
    "➡": " to ",
    "↔": " and ",
    "+": " plus ",
    "=": " equals ",
    "≠": " does not equal ",
    "≈": " about ",
    "%": " percent",
    "@": " at ",
    "×": " times ",
    "÷": " divided by ",
    "±": " plus or minus ",
    "≥": " at least ",
    "≤": " at most ",
    "※": "Note, ",
    "$": " dollars ",
    "€": " euros ",
    "₩": " won ",
    "©": " copyright ",
    "ⓒ": " copyright ",
    "℡": " telephone ",
    "№": " number ",
    "α": " alpha ",
    "β": " beta ",
    "γ": " gamma ",
    "δ": " delta ",
    "Δ": " delta ",
    "μ": " mu ",
    "π": " pi ",
    "∞": " infinity ",
}

_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$"
)


def _year_with_footnote(match: Match) -> str | None:
    """January 2021.5 In …: the five leads to a footnote."""
    return f"{year(match.group(1))}." if _MONTH.search(before(match)) else None


# Short forms with a number of their own behind the stop: fig.5 is no footnote.
_SHORT = (
    r"(?<!\bvol)(?<!\bart)(?<!\bsec)(?<!\bfig)(?<!\bver)(?<!\bpar)(?<!\bref)(?<!\bmax)(?<!approx)"
)

FOOTNOTES: tuple[Rule, ...] = (
    rule(
        "silent",
        rf"(?<=[a-z]{{3}}){_SHORT}\.[”\"’]?\d{{1,3}}(?=\s+[A-Z“\"]|\s*$)",
        lambda _: ".",
    ),
    rule("date", r"(?<=[a-z] )((?:19|20)\d\d)\.\d{1,2}(?=\s+[A-Z“\"])", _year_with_footnote),
)
"""Marks of footnotes behind a full stop: tried before all figures."""

RULES: tuple[Rule, ...] = (
    rule("silent", r"/{2,}", lambda _: ""),
    rule("symbol", r"(?<=[\w).%])\s?~\s?(?=[\w(])", lambda _: " to "),
    rule("symbol", r"(?<=[A-Za-z)])²", lambda _: " squared"),
    rule("symbol", r"(?<=[A-Za-z)])³", lambda _: " cubed"),
    fixed("symbol", _MARKS),
    rule("silent", r"[(\[<《「【{〈〔『]", lambda _: ", "),
    rule("silent", r"[)\]>》」】}〉〕』]", lambda _: ", "),
    rule("silent", r"\s/\s", lambda _: ", "),
    rule("range", r"(?<=(?<![\w-])[A-Z])[–~](?=[A-Z](?![\w-]))", lambda _: " to "),
    rule("silent", r"\s[-–—―]\s|^-\s|\s-$|[:;]|\s?[|│]\s?|[—―]", lambda _: ", "),
    # A hyphen between small letters stays: voices know public-private and twenty-three.
    rule(
        "silent",
        r"(?<=\w)[-–/·](?=[A-Z\d])|(?<=[A-Z\d])[-–/·](?=\w)|(?<=[\w.])[/·_](?=\w)",
        lambda _: " ",
    ),
    rule("silent", r"…|\.{2,}", lambda _: ", "),
    rule("silent", r"(?<![a-z])-|-(?![a-z])", lambda _: " "),
    rule("silent", r"(?<=\w)[^A-Za-zÀ-ɏ\s.,!?'’-](?=\w)", lambda _: " "),
    rule("silent", r"[^A-Za-zÀ-ɏ\s.,!?'’-]", lambda _: ""),
)
