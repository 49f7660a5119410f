"""Marks: a word, a short break or nothing.

| written | spoken |
| --- | --- |
| A & B · A → B · Seoul ~ Busan | A and B · A to B · Seoul to Busan |
| 2 + 3 = 5 · ©, ⓒ | two plus three equals five · copyright |
| <Summary> · /// · ™ ® | Summary · nothing |
"""

from service.text.rules import Rule, fixed, rule

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

RULES: tuple[Rule, ...] = (
    rule("silent", r"/{2,}", lambda _: ""),
    rule("symbol", r"(?<=[\w).%])\s?~\s?(?=[\w(])", lambda _: " to "),
    rule("symbol", r"(?<=[A-Za-z)])²", lambda _: " squared"),
    rule("symbol", r"(?<=[A-Za-z)])³", lambda _: " cubed"),
    fixed("symbol", _MARKS),
    rule("silent", r"[(\[<《「【{〈〔『]", lambda _: ", "),
    rule("silent", r"[)\]>》」】}〉〕』]", lambda _: ", "),
    rule("silent", r"\s[-–—―]\s|^-\s|\s-$|[:;]|\s?[|│]\s?|[—―]", lambda _: ", "),
    # A hyphen between small letters stays: voices know public-private and twenty-three.
    rule(
        "silent",
        r"(?<=\w)[-–/·](?=[A-Z\d])|(?<=[A-Z\d])[-–/·](?=\w)|(?<=\w)[/·_](?=\w)",
        lambda _: " ",
    ),
    rule("silent", r"…|\.{2,}", lambda _: ", "),
    rule("silent", r"(?<![a-z])-|-(?![a-z])", lambda _: " "),
    rule("silent", r"(?<=\w)[^A-Za-zÀ-ɏ\s.,!?'’-](?=\w)", lambda _: " "),
    rule("silent", r"[^A-Za-zÀ-ɏ\s.,!?'’-]", lambda _: ""),
)
