"""Scripts of equations as a line of text that people can read (pure).

Hangul word processors keep an equation as a script: {a+b} over {2c}. Read aloud as it stands, its
commands would be heard as English words. A picture named "equation" would hide what a sentence is
about, and most equations in releases are short. So the script becomes what people write in one
line: (a+b)/(2c). What is not known stays as it is, so that nothing is lost.
Source: the description of equations for HWP 5.0, revision 1.3.
"""

import re

_TOKEN = re.compile(
    r'"[^"]*"|[A-Za-z]+|[가-힣]+|\d+(?:[.,]\d+)*|->|<->|<=|>=|!=|==|\+-|-\+|<<|>>|[^\S\n]+|\n|.',
    re.DOTALL,
)
_DEEPEST = 30
_SIGNS = {
    **dict.fromkeys(("times",), "×"),
    **dict.fromkeys(("div", "divide"), "÷"),
    **dict.fromkeys(("plusminus", "+-"), "±"),
    **dict.fromkeys(("minusplus", "-+"), "∓"),
    **dict.fromkeys(("leq", "le", "<="), "≤"),
    **dict.fromkeys(("geq", "ge", ">="), "≥"),
    **dict.fromkeys(("neq", "ne", "!="), "≠"),
    **dict.fromkeys(("equiv", "identical", "=="), "≡"),
    **dict.fromkeys(("rarrow", "->"), "→"),
    **dict.fromkeys(("lrarrow", "<->"), "↔"),
    **dict.fromkeys(("inf", "infty"), "∞"),
    **dict.fromkeys(("union", "smallunion", "cup"), "∪"),
    **dict.fromkeys(("inter", "smallinter", "cap"), "∩"),
    "<<": "≪",
    ">>": "≫",
    "larrow": "←",
    "sum": "Σ",
    "prod": "∏",
    "int": "∫",
    "oint": "∮",
    "approx": "≈",
    "sim": "∼",
    "cdot": "·",
    "bullet": "•",
    "circ": "∘",
    "deg": "°",
    "therefore": "∴",
    "because": "∵",
    "subset": "⊂",
    "supset": "⊃",
    "in": "∈",
    "notin": "∉",
    "forall": "∀",
    "exist": "∃",
    "partial": "∂",
    "laplace": "∇",
    "prime": "′",
    "propto": "∝",
    "angle": "∠",
    "triangle": "△",
    "cdots": "⋯",
    "ldots": "…",
    "emptyset": "∅",
    "centigrade": "℃",
    "~": " ",
    "`": " ",
    "&": " ",
    "#": "; ",
}
_GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma tau upsilon phi chi psi omega".split(),
        "αβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
# How letters look and where things stand: nothing to read.
_SILENT = frozenset(
    "rm it bold scale left right bigg pile lpile rpile eqalign cases matrix col lcol rcol rel "
    "buildrel color from to".split()
)
_BRACKETS = {"pmatrix": "()", "bmatrix": "[]", "dmatrix": "||"}
_LIMITS = {"from": "_", "to": "^"}
_OVER = frozenset({"over", "atop"})
_CHOOSE = "choose"


def readable(script: str) -> str:
    """An equation in one line: "{a+b} over {2c}" is "(a+b)/(2c)"."""
    tokens = [token for token in _TOKEN.findall(script[:20_000]) if not token.isspace()]
    return " ".join(_Reading(tokens).whole().split())


class _Reading:
    """Goes through the pieces of a script from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> str:
        """All rows; a bracket that closes nothing ends one."""
        rows: list[str] = []
        while self._at < len(self._tokens):
            rows.append(self._row(0))
            self._at += 1
        return " ".join(rows)

    def _row(self, depth: int) -> str:
        """Terms up to the end of a group."""
        terms: list[str] = []
        while self._at < len(self._tokens) and self._tokens[self._at] != "}":
            word = self._tokens[self._at].lower()
            if word in _OVER or word == _CHOOSE:
                self._at += 1
                sign = "/" if word in _OVER else " C "
                upper = terms.pop() if terms else ""
                terms.append(f"{_held(upper)}{sign}{_held(self._term(depth))}")
            else:
                terms.append(self._scripted(depth))
        return _set_apart(terms)

    def _scripted(self, depth: int) -> str:
        """A term with what stands over and under it."""
        term = self._term(depth)
        while self._at < len(self._tokens):
            word = self._tokens[self._at].lower()
            mark = word if word in ("^", "_") else _LIMITS.get(word, "")
            if not mark:
                break
            self._at += 1
            term += mark + _held(self._term(depth))
        return term

    def _term(self, depth: int) -> str:
        if self._at >= len(self._tokens):
            return ""
        token = self._tokens[self._at]
        self._at += 1
        word = token.lower()
        if depth > _DEEPEST:
            return token
        if word == "{":
            return self._group(depth + 1)
        if word in ("sqrt", "root"):
            return "√" + _held(self._scripted(depth + 1))
        if word in _BRACKETS:
            return _BRACKETS[word][0] + self._term(depth + 1) + _BRACKETS[word][1]
        return _sign(token)

    def _group(self, depth: int) -> str:
        inside = self._row(depth)
        self._at += 1
        return inside


def _sign(token: str) -> str:
    word = token.lower()
    if token.startswith('"'):
        return token.strip('"')
    if word in _GREEK:
        return _GREEK[word].upper() if token[0].isupper() else _GREEK[word]
    return "" if word in _SILENT else _SIGNS.get(word, token)


def _held(term: str) -> str:
    """A term of several letters in brackets, where it has none."""
    plain = term.strip()
    is_one = len(plain) <= 1 or plain.isalpha() or plain.replace(".", "").isdecimal()
    return plain if is_one else f"({plain})"


def _set_apart(terms: list[str]) -> str:
    """Terms in a row; words or figures that would run into each other are set apart."""
    text = ""
    for term in terms:
        before, behind = text[-1:], term[:1]
        words = before.isalpha() and behind.isalpha() and max(len(term), len(text)) > 1
        text += f" {term}" if words or (before.isdigit() and behind.isdigit()) else term
    return text
