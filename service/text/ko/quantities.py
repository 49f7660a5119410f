"""Numbers with something behind them: money, percent, units, counters; ranges and changes of them.

| written | spoken |
| --- | --- |
| 3조 2,450억 원 · 2억3천만원 | 삼조 이천사백오십억 원 · 이억 삼천만 원 |
| 5.3%p↓ · △5.3% · 65세↑ | 오 점 삼 퍼센트포인트 감소 · 오 점 삼 퍼센트 감소 · 육십오 세 이상 |
| 만 3~5세 · 50~100만 원 | 만 삼 세에서 오 세 · 오십만 원에서 백만 원 |
| 1~2명 · 3, 4명 | 한두 명 · 서너 명 |
| 10% → 15% · 3→5개 | 십 퍼센트에서 십오 퍼센트로 · 세 개에서 다섯 개로 |
| 90㎜/12h · 20kg/포 | 열두 시간 구십 밀리미터 · 포당 이십 킬로그램 |
| 연1회 · 65세이상 | 연 일 회 · 육십오 세 이상 (parted) |
| 30여 명 · 18세~ | 삼십여 명 · 십팔 세부터 |
| -10~5℃ · 영하 10℃ | 섭씨 영하 십 도에서 오 도 · 영하 십 도 |
| △3.2%p 하락 | 삼 점 이 퍼센트포인트 하락 |
| ↑3.2% · △5.2 | 삼 점 이 퍼센트 증가 · 오 점 이 감소 |
| 재정수지 △58.2조원 | 재정수지 마이너스 오십팔 점 이조 원 |
| - 3개 기관 · ▲ 3개 병원 지정 | 세 개 기관 · 세 개 병원 지정 (list marks) |
| 10x20cm · 4박6일 | 십 곱하기 이십 센티미터 · 사 박 육 일 |
"""

import re

from service.text.ko.counters import COUPLES, ENDS_IN_NTH, NATIVE, SINO, counted, is_native
from service.text.ko.numbers import AMOUNT, NUMBER, any_number, sino, value
from service.text.ko.particles import fitting
from service.text.ko.units import PERIODS, UNIT, UNIT_OR_RATE, UNITS, is_unit, measured, per
from service.text.rules import Match, Rule, after, before, rule

_PERCENT = r"%포인트\s?\(%?[pP]\)|%\s?[pP]|％\s?[pP]|%포인트|[%％‰‱]"
_MONEY = r"원(?![칙인장리로])|달러|유로|엔(?!진|터)|위안|파운드|프랑|루피|페소"
_TEMPERATURE = r"℃|°C|˚C|도씨"
WHAT = rf"{_PERCENT}|{_TEMPERATURE}|{UNIT_OR_RATE}(?![A-Za-z])|{_MONEY}|{NATIVE}|{SINO}"
"""What may stand behind a number: percent, units, money, counters (no group)."""
# What a dash between two numbers may be a range of; 101-1203호 and 3-2번 are names.
_DASHED = (
    r"명|개월|개(?!소)|곳|시간|분(?!기)|년(?!도)|세|살|일|주(?!년)|회|배|가지|건|마리|층|단계|등급|"
    rf"{_TEMPERATURE}|{UNIT}(?![A-Za-z])"
)
_BELOW = rf"{UNIT}|{'|'.join(PERIODS)}"
# Percent, money and temperatures: what a sign before them belongs to.
_FIGURES = rf"{_PERCENT}|{_MONEY}|{_TEMPERATURE}"
_TILDES = "~"
ARROWS = "→⇒➡⇨➔➜▶►"
"""What leads from one figure or word to another."""
_TILDE = rf"\s?[{_TILDES}]\s?"
_START = r"(?<![\d.,A-Za-z])"
_SIGN = r"(?:(?<![\w)])(?P<sign>[-−–+±△▲▼▽↑↓]\s?))?"
_CHANGE = r"(?:\s?(?P<change>[↑↓]|(?<=세)\+))?"

_SIGNS = {"-": "마이너스", "−": "마이너스", "–": "마이너스", "+": "플러스", "±": "플러스마이너스"}
_PARTS_OF_MANY = {"‰": "퍼밀", "‱": "퍼밀리아드"}
_CELSIUS, _MINUS = frozenset({"℃", "°C", "˚C", "도씨"}), frozenset("-−–")
# A change by so many degrees is of no scale.
_CHANGES_WARMTH = frozenset("+±△▲▼▽")
_BELOW_ZERO = re.compile(r"영[하상]\s?$")
# Behind a sign that may as well be a list mark: what shows that the number itself is the news.
_ENDS_FIGURE = re.compile(
    r"\s?(?:[)\]},.;/]|$|[↑↓])|(?:으로|로|을|를|이며|이고|이다|였)(?![가-힣]{2})"
)
_DOWN = frozenset("△▼▽↓")
_LIMITS = frozenset("세 살 점 등급 급 개월 년 학년 층".split())
# Words of their own that are often glued to the counter before them: 65세이상.
_GOES_ON = re.compile(r"이상|이하|미만|초과|이내|이전|이후|가량|정도|내외|안팎|동안")
# What may be below zero itself, so that a triangle before it tells no change.
_BALANCE = re.compile(
    r"(?:수지|손익|이익|순익|잔액|잔고|(?:성장|증가|증감|수익|상승|변동|등락)률)"
    r"(?:[은는이가]|\s?[(:：])?\s?$"
)
# A word behind that says itself what the sign before says: △3.2%p 하락.
_TELLS_CHANGE = re.compile(
    r"\s?(?:하락|상승|감소|증가|감액|증액|축소|확대|급감|급증|급락|급등|둔화|개선|악화|줄|늘|내린|내려|오른|올라)"
)
# Units that stand without a number: ℓ당 1,650원.
_ALONE = ("kg", "km", "cm", "ha", "ℓ", "㎏", "㎡", "㎞", "㎥", "㎢", "㎖", "t", "g", "m", "L")
_LARGE = re.compile(r"[십백천만억조]+$")
_SHARED = re.compile(r"[십백천]([만억조])$")


def said(number: str, unit: str, left: str = "", right: str = "") -> str:
    """One number with its unit."""
    if unit[0] in "%％":
        points = "포인트" if unit[-1] in "pP트)" else ""
        return f"{any_number(number)} 퍼센트{points}"
    if unit in _PARTS_OF_MANY:
        return f"{any_number(number)} {_PARTS_OF_MANY[unit]}"
    if unit in _CELSIUS:
        scale = "" if _BELOW_ZERO.search(left) else "섭씨 "
        return f"{scale}{any_number(number)} 도"
    if is_unit(unit):
        return measured(any_number(number), unit)
    return counted(number, unit, left, right)


def _single(match: Match) -> str:
    number, more, unit = match.group("number"), match.group("more") or "", match.group("unit")
    spoken = (
        _somewhat_more(number, unit) if more else said(number, unit, before(match), after(match))
    )
    return _signed(match, spoken, unit)


def _somewhat_more(number: str, unit: str) -> str:
    """30여 명, 250여km: 여 belongs to the number, and the number stays Sino-Korean."""
    head = any_number(number)
    if is_unit(unit) or unit[0] in "%％" or unit in _CELSIUS:
        return said(number, unit).replace(head, f"{head}여", 1)
    return f"{head}여 {unit}"


def _signed(match: Match, spoken: str, unit: str) -> str:
    sign, change = (match.group("sign") or "").strip(), match.group("change") or ""
    if sign and _is_list_mark(match, unit):
        sign = ""
    if unit in _CELSIUS and sign in _MINUS:
        return spoken.replace("섭씨 ", "섭씨 영하 ")
    if unit in _CELSIUS and sign in _CHANGES_WARMTH:
        spoken = spoken.removeprefix("섭씨 ")
    if unit == "도" and sign in _MINUS:
        return f"{_apart(match)}영하 {spoken}"
    is_told = _TELLS_CHANGE.match(after(match))
    if sign in _DOWN and not is_told and _BALANCE.search(before(match)):
        sign = "-"
    spoken += " " if _GOES_ON.match(after(match)) else ""
    mark = change or (sign if sign not in _SIGNS else "")
    head = f"{_SIGNS[sign]} " if sign in _SIGNS else ""
    return _apart(match) + head + spoken + (f" {_word(mark, unit)}" if mark and not is_told else "")


def _apart(match: Match) -> str:
    """A space before a number that is glued to a word: 연1회, 약10분."""
    is_glued = "가" <= before(match)[-1:] <= "힣" and not ENDS_IN_NTH.search(before(match))
    return " " if is_glued else ""


def _is_list_mark(match: Match, unit: str) -> bool:
    """Whether the sign opens an item of a list: ▲ 3개 병원 지정, - 3개 기관."""
    sign = match.group("sign")
    is_spaced = sign[-1:].isspace()
    if sign[0] in "↑↓±+" or (re.fullmatch(_FIGURES, unit) and (not is_spaced or sign[0] in _DOWN)):
        return False
    if sign[0] in _MINUS:
        opens = not match.string[: match.start()].strip()
        return is_spaced or (opens and not _ENDS_FIGURE.match(after(match)))
    rest = after(match)
    return not (_ENDS_FIGURE.match(rest) or _TELLS_CHANGE.match(rest))


def _bare_change(match: Match) -> str:
    """A change without a unit: △5.2."""
    mark, number = match.groups()
    is_told = _TELLS_CHANGE.match(after(match))
    if mark in _DOWN and not is_told and _BALANCE.search(before(match)):
        return f"마이너스 {any_number(number)}"
    return any_number(number) + ("" if is_told else f" {_word(mark, '')}")


def _word(mark: str, unit: str) -> str:
    if unit in _LIMITS and mark in "↑↓+":
        return "이하" if mark in _DOWN else "이상"
    if unit in _CELSIUS:
        return "하강" if mark in _DOWN else "상승"
    return "감소" if mark in _DOWN else "증가"


def _linked(match: Match) -> str | None:
    """What a tilde or an arrow makes of the quantities around it, or of the one beside it."""
    if not match.group("first"):
        return _up_to(match)
    is_tilde = match.group("link") in _TILDES
    if not match.group("second"):
        return f"{said(match.group('first'), match.group('own'))}부터" if is_tilde else None
    return _range(match) if is_tilde else _from_to(match)


def _range(match: Match) -> str:
    first, second, last = match.group("first"), match.group("second"), match.group("unit")
    unit = match.group("own") or last
    if not match.group("own"):
        couple = COUPLES.get((value(first), value(second)))
        if couple and is_native(first, last, before(match), after(match)):
            return f"{_apart(match)}{couple} {last}"
        first = _same_large(first, second)
        if "/" in last and is_unit(last):
            return measured(f"{any_number(first)}에서 {any_number(second)}", last)
    age = "만 " if match.group("age") else ""
    left, right = before(match), after(match)
    low, high = said(first, unit, left, right), said(second, last, left, right)
    return f"{_apart(match)}{low}에서 {age}{high}"


def _or(match: Match) -> str | None:
    """Neighbouring numbers that are one word before what is counted: 3, 4명 is 서너 명."""
    first, second, unit = match.groups()
    couple = COUPLES.get((value(first), value(second)))
    is_counted = couple and is_native(first, unit, before(match), after(match))
    return f"{couple} {unit}" if is_counted else None


def _dashed(match: Match) -> str | None:
    """A dash is a range only from less to more; else it parts the numbers of a name (2-1반)."""
    first, second = (value(match.group(name)) for name in ("first", "second"))
    return _range(match) if 0 < first < second else None


def _temperatures(match: Match) -> str | None:
    """From one temperature to another, each of which may be below zero; the scale is said once.

    Degrees that are of no scale are temperatures where one of them is below zero.
    """
    scale = "" if match.group(5) == "도" else "섭씨 "
    if not scale and not (match.group(1) or match.group(3)):
        return None
    first, second = (
        f"{'영하 ' if match.group(sign) else ''}{any_number(match.group(number))} 도"
        for sign, number in ((1, 2), (3, 4))
    )
    return f"{scale}{first}에서 {second}"


def _same_large(first: str, second: str) -> str:
    """The first number of 10~20만 원 is in 만 too, and so is that of 3천~5천만 원."""
    large = _LARGE.search(second)
    if _LARGE.search(first):
        shared = _SHARED.search(second)
        return first + shared.group(1) if shared and first[-1] in "십백천" else first
    return first + large.group() if large else first


def _from_to(match: Match) -> str:
    """An arrow between two quantities; the particle stands unless the text has its own."""
    first, second, last = match.group("first"), match.group("second"), match.group("unit")
    low = said(_same_large(first, second), match.group("own") or last)
    high = said(second, last)
    has_own = after(match).startswith(("로", "으로"))
    return f"{low}에서 {high}{'' if has_own else fitting('으로', high)}"


def _by(match: Match) -> str:
    first, second = any_number(match.group(1)), any_number(match.group(3))
    own = f" {UNITS[match.group(2)]}" if match.group(2) else ""
    return f"{first}{own} 곱하기 {measured(second, match.group(4))}"


def _nights(match: Match) -> str:
    return f"{any_number(match.group(1))} 박 {any_number(match.group(2))} 일"


def _blood_pressure(match: Match) -> str:
    return f"{any_number(match.group(1))}에 {any_number(match.group(2))} 수은주 밀리미터"


def _per_unit(match: Match) -> str:
    """Money or things by a unit: 1,200원/kg is 킬로그램당 천이백 원, 5만 원/월 is 월 오만 원."""
    number, what, below = match.groups()
    return f"{per(below)} {said(number, what)}"


def _per_units(match: Match) -> str:
    """By several units: 5만 원/80kg is 팔십 킬로그램당 오만 원, rain of some hours 90㎜/12h."""
    number, what, several, below = match.groups()
    if below in ("h", "시간"):
        return f"{counted(several, '시간', '', '')} {said(number, what)}"
    return f"{said(several, below)}당 {said(number, what)}"


def _up_to(match: Match) -> str:
    age = "만 " if match.group("age") else ""
    spoken = age + said(match.group("second"), match.group("unit"))
    return spoken if after(match).startswith("까지") else f"{spoken}까지"


def _limit(match: Match) -> str:
    number, unit = match.group(2), match.group(3)
    return f"{said(number, unit)} {_LIMIT_WORDS[match.group(1)]}"


def _bare_limit(match: Match) -> str:
    return f" {any_number(match.group(2))} {_LIMIT_WORDS[match.group(1).strip()]}"


_LIMIT_WORDS = {"≥": "이상", "≧": "이상", "≤": "이하", "≦": "이하", ">": "초과", "<": "미만"}

SIZES: tuple[Rule, ...] = (
    rule(
        "measure",
        rf"{_START}({AMOUNT})\s?({UNIT})?\s?[xX×*]\s?({AMOUNT})\s?({UNIT})(?![A-Za-z])",
        _by,
        needs="xX×*",
    ),
    rule("symbol", r"(?<=[\d원명개월일회건%])\s?[xX]\s?(?=\d)", lambda _: " 곱하기 "),
    rule(
        "number",
        r"(?<![A-Za-z])B\s?(\d)\s?(?=층)",
        lambda match: f"지하 {sino(match.group(1))} ",
        needs="B",
    ),
)
"""Length by width, floors below the ground: tried before the letter in them is read."""

RULES: tuple[Rule, ...] = (
    rule(
        "measure",
        rf"(?<![\w.])([-−–])?(?<![\d.])({NUMBER})\s?(?:℃|°C|˚C|도)?{_TILDE}([-−–])?({NUMBER})\s?(℃|°C|˚C|도)",
        _temperatures,
        needs="℃C도",
    ),
    rule(
        "measure",
        rf"(?<![\dA-Za-z])({'|'.join(_ALONE)})(?=당(?![가-힣]))",
        lambda match: UNITS[match.group(1)],
        needs="당",
    ),
    rule("quantity", r"(?<!\d)(\d{1,2})박\s?(\d{1,2})일", _nights, needs="박"),
    rule("measure", r"(?<![\d./])(\d{2,3})/(\d{2,3})\s?(?:mmHg|㎜Hg)", _blood_pressure, needs="/"),
    rule(
        "range",
        rf"(?:{_START}(?P<first>{AMOUNT})\s?(?P<own>{WHAT})?\s?(?P<link>[{_TILDES}{ARROWS}])"
        rf"|(?<![\w.)\]%~])~(?=\s?(?:만\s?)?\d))"
        rf"(?:\s?(?P<age>만\s?)?(?P<second>{AMOUNT})\s?(?P<unit>{WHAT})"
        r"|(?(own)(?=[\s,)]|$)|(?!)))",
        _linked,
        needs=_TILDES + ARROWS,
    ),
    rule(
        "range",
        r"(?<![\d.,·])(\d)(?:,\s?|·)(\d)\s?"
        r"(명|개(?!월|국|년)|건(?!강)|곳|가지|차례|시간|배|마리|가구|달)",
        _or,
        needs=",·",
    ),
    rule(
        "range",
        rf"{_START}(?P<first>{AMOUNT})(?P<own>)-(?P<age>)(?P<second>{AMOUNT})\s?(?P<unit>{_PERCENT}|{_MONEY})",
        _range,
        needs="-",
    ),
    rule(
        "range",
        rf"(?<![\d.,A-Za-z~-])(?P<first>\d{{1,3}})(?P<own>)\s?[-–](?P<age>)\s?(?P<second>\d{{1,3}})\s?(?P<unit>{_DASHED})",
        _dashed,
        needs="-–",
    ),
    rule(
        "range",
        r"(?<![\w.,-])(\d{1,4}\.\d{1,3})\s?[-–]\s?(\d{1,4}\.\d{1,3})(?![\w.-])",
        lambda match: f"{sino(match.group(1))}에서 {sino(match.group(2))}",
        needs="-–",
    ),
    rule(
        "measure",
        rf"{_START}({AMOUNT})\s?({_MONEY}|명|건|개|회|대|톤|마리|병|매|그루)\s?/\s?({_BELOW})(?![A-Za-z가-힣])",
        _per_unit,
        needs="/",
    ),
    rule(
        "measure",
        rf"{_START}({AMOUNT})\s?({_MONEY}|mm|㎜)\s?/\s?(\d{{1,3}})\s?(h|시간|kg|㎏|g|L|ℓ|㎖|mL|ha|㏊|㎡|m)(?![A-Za-z가-힣])",
        _per_units,
        needs="/",
    ),
    rule(
        "measure",
        rf"{_START}({NUMBER})\s?(kg|㎏|g|L|ℓ)/(포|포대|상자|박스|봉|봉지|병|가마|마리|망)(?![가-힣]{{2}})",
        lambda match: f"{match.group(3)}당 {said(*match.group(1, 2))}",
        needs="/",
    ),
    rule("symbol", rf"([≥≧≤≦<>])\s?({AMOUNT})\s?({WHAT})", _limit, needs="≥≧≤≦<>"),
    rule("symbol", rf"([≥≧≤≦])\s?({AMOUNT})", _bare_limit, needs="≥≧≤≦"),
    rule(
        "symbol",
        rf"(?<=[\w)])(\s?[<>])\s?({NUMBER})(?=[\s,.)\]]|$)(?![^<>\n]{{0,60}}>)",
        _bare_limit,
        needs="<>",
    ),
    rule(
        "quantity",
        r"(?<![\d가-힣])[%％]\s?[pP](?![A-Za-z])",
        lambda _: " 퍼센트포인트",
        needs="%％",
    ),
    rule(
        "quantity",
        rf"{_SIGN}{_START}(?P<number>{AMOUNT})(?P<more>여)?\s?(?P<unit>{WHAT}){_CHANGE}",
        _single,
    ),
    rule(
        "quantity", rf"(?<![\w)])([△▲▼▽])({NUMBER})(?=\s?(?:[),\]]|$))", _bare_change, needs="△▲▼▽"
    ),
)
