"""Legal citations, notices, enclosures, and numbers of lists in all their shapes.

| written | spoken |
| --- | --- |
| 「국민건강보험법」 제44조제2항제1호 | 국민건강보험법 제사십사조 제이항 제일호 |
| 제1조의2 · 제2조제1호가목1)나) | 제일조의 이 · 제이조 제일호 가목 일, 나 |
| 고시 제2023-145호 | 고시 제이천이십삼 다시 백사십오 호 |
| 법 §15② | 법 제십오조 제이항 |
| p.12 · pp. 3-5 · - 12 - | 십이 쪽 · 삼 쪽에서 오 쪽 · (silent) |
| III. 계획 · ii) 인력 · Ⅱ-1. 현황 · ㉮ 대상 | 삼, 계획 · 이, 인력 · 이 다시 일, 현황 · 가, 대상 |
| Ⅱ. 추진 과제 · ① 예산 · 1) 배경 | 이, 추진 과제 · 일, 예산 · 일, 배경 |
| 1-가. 대상 | 일 다시 가, 대상 |
"""

import re
import unicodedata

from service.text.ko.counters import NTH
from service.text.ko.letters import spelled
from service.text.ko.numbers import sino
from service.text.rules import Match, Rule, after, rule

_LONGEST_LIST = 2_000
_PARTS = "조|항|호|목|편|장|절|관"
_LATIN_NUMERALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
}  # fmt: skip
_JAMO = dict(
    zip(
        "\u1100\u1102\u1103\u1105\u1106\u1107\u1109\u110b\u110c\u110e\u110f\u1110\u1111\u1112",
        "기역 니은 디귿 리을 미음 비읍 시옷 이응 지읒 치읓 키읔 티읕 피읖 히읗".split(),
        strict=True,
    )
)
_BULLETS = "가나다라마바사아자차카타파하"


def _article(match: Match) -> str:
    number, part, branch = match.groups()
    more = f"의 {sino(branch)}" if branch else ""
    rest = after(match)
    goes_on = rest.startswith("제") or rest[1:2] == "목"
    return f"제{sino(number)}{part}{more}{' ' if goes_on else ''}"


def _notice(match: Match) -> str:
    return f"제{sino(match.group(1))} 다시 {sino(match.group(2))} 호"


_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|과|와|의|에|로|도|에서|부터|까지|번|호|항)(?![가-힣])"
)


def _ordinal_range(match: Match) -> str:
    first, second, unit = match.groups()
    return f"제{sino(first)}{unit}에서 제{sino(second)}{unit}"


def _symbol_number(match: Match) -> str:
    """Roman and circled numerals carry their value in the Unicode table."""
    value = unicodedata.numeric(match.group(1), 0)
    is_mark = match.group(2) or after(match)[:1] in (" ", "") or _heads(match)
    return f"{sino(str(int(value)))}{', ' if is_mark else ''}"


def _heads(match: Match) -> bool:
    """Whether a circled numeral stands right before what it counts (①무주택자), not a particle."""
    behind = after(match)
    is_circled = match.group(1) >= "①"
    return is_circled and "가" <= behind[:1] <= "힣" and not _PARTICLE.match(behind)


def _list_number(match: Match) -> str:
    return f"{sino(match.group(1))},"


def _section(match: Match) -> str:
    """The short form of lawyers: §15②1 is 제15조제2항제1호."""
    article, branch, paragraph, item = match.groups()
    said = f"제{sino(article)}조" + (f"의 {sino(branch)}" if branch else "")
    if paragraph:
        said += f" 제{sino(str(int(unicodedata.numeric(paragraph))))}항"
        said += f" 제{sino(item)}호" if item else ""
    return said


def _numeral_branch(match: Match) -> str:
    value = int(unicodedata.numeric(match.group(1)))
    return f"{sino(str(value))} 다시 {sino(match.group(2))}{',' if match.group(3) else ''}"


def _symbol_range(match: Match) -> str:
    first, last = (sino(str(int(unicodedata.numeric(each)))) for each in match.groups())
    return f"{first}에서 {last}"


def _latin_numeral(match: Match) -> str:
    value = _LATIN_NUMERALS[match.group(1).lower()]
    return sino(str(value)) + (", " if match.group()[-1] in ".)" else "")


def _ringed_letter(match: Match) -> str | None:
    letter = unicodedata.normalize("NFKC", match.group()).strip("()").upper()
    if letter == "C" and not re.search("[ⓐⓑⓓ]", match.string[:_LONGEST_LIST]):
        return None  # the sign of copyright
    goes_on = _PARTICLE.match(after(match)) or after(match).startswith("~")
    return (_JAMO.get(letter) or spelled(letter) or letter) + ("" if goes_on else ", ")


def _pages(match: Match) -> str:
    first, last = match.groups()
    return f"{sino(first)} 쪽" + (f"에서 {sino(last)} 쪽" if last else "")


def _letter(match: Match) -> str:
    return f"{match.group(1)},"


RULES: tuple[Rule, ...] = (
    rule(
        "silent",
        r"^\s*[-–—─―]\s*(?:\d{1,3}(?:\s?/\s?\d{1,3})?|[Ⅰ-Ⅻⅰ-ⅻ]|[ivx]{1,5})"
        r"\s*[-–—─―]\s*$",
        lambda _: "",
    ),
    rule(
        "law",
        r"§{1,2}\s?(\d{1,4})(?:의\s?(\d{1,2}))?(?:\s?([①-⑳])(?:\s?(\d{1,2})(?!\d))?)?",
        _section,
    ),
    rule(
        "ordinal",
        r"(?<![A-Za-z.])[pP]{1,2}\.\s?(\d{1,4})(?:\s?[-~–]\s?(\d{1,4}))?(?![\d.]\d|\d)",
        _pages,
    ),
    rule("law", rf"{NTH}(\d{{2,4}})\s?[-–]\s?제?(\d{{1,9}})\s?호", _notice),
    rule("law", rf"{NTH}(\d{{1,9}})\s?({_PARTS})(?:의\s?(\d{{1,4}}))?", _article),
    rule("ordinal", rf"{NTH}(\d+)\s?[~∼～]\s?제?(\d+)\s?([차기호조회항])", _ordinal_range),
    rule(
        "ordinal", rf"{NTH}(\d{{1,3}}(?:,\d{{3}})+|\d+)", lambda match: f"제{sino(match.group(1))}"
    ),
    rule("ordinal", r"([Ⅰ-Ⅻⅰ-ⅻ])\s?[-–]\s?(\d{1,2})(?!\d)(\.)?", _numeral_branch),
    rule("ordinal", r"([⑴-⒇❶-❿➀-➓ⅰ-ⅻ])\s?~\s?([⑴-⒇❶-❿➀-➓ⅰ-ⅻ])", _symbol_range),
    rule("ordinal", r"([Ⅰ-Ⅻⅰ-ⅻ])([.)])?", _symbol_number),
    rule("ordinal", r"^\s*(I{1,3}|IV|VI{0,3}|IX|X)\.(?=\s)", _latin_numeral),
    rule("ordinal", r"(?<![A-Za-z\d/])(i{1,3}|iv|vi{0,3}|ix)\)", _latin_numeral),
    rule("ordinal", r"(?<![A-Za-z\d&.-])(I{2,3}|VI{2,3})(?![A-Za-z\d&-])", _latin_numeral),
    rule(
        "ordinal",
        r"(?<![A-Za-z\d&.-])(IV|VI|IX)(?=\s?(?:단계|상(?![가-힣])|형|급|군|부(?![가-힣])|장(?![가-힣])|기(?![가-힣])))",
        _latin_numeral,
    ),
    rule("ordinal", r"[㉮-㉻㉠-㉭㈎-㈓㈕-㈛㈀-㈍ⓐ-ⓩ⒜-⒵]", _ringed_letter),
    rule("ordinal", r"№\s?(?=\d)", lambda _: "넘버 "),
    rule("ordinal", r"([①-⑳⑴-⒇⒈-⒛❶-❿➀-➓㉑-㉟㊱-㊿⓪⓵-⓾])(\.)?", _symbol_number),
    rule("law", r"[」』](?=제\s?\d)", lambda _: " "),
    rule("law", r"(?<=목)(\d{1,2})\)", lambda match: f" {sino(match.group(1))}, "),
    rule("law", rf"(?<=목\d\))([{_BULLETS}])\)", lambda match: f"{match.group(1)}, "),
    rule(
        "ordinal",
        rf"(?<=\d)-([{_BULLETS}])[.)](?=\s)",
        lambda match: f" 다시 {match.group(1)},",
    ),
    rule(
        "ordinal",
        rf"^\s*(\d{{1,2}})-([{_BULLETS}])(?=\s)",
        lambda match: f"{sino(match.group(1))} 다시 {match.group(2)},",
    ),
    rule("ordinal", r"^\s*\((\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\.(?=\s)", _list_number),
    rule("ordinal", r"^\s*(\d{1,2})\)(?=\s)", _list_number),
    rule("ordinal", rf"^\s*\(?([{_BULLETS}])[.)](?=\s)", _letter),
)
