"""Marks: what they stand for, a short break, or nothing.

| written | spoken |
| --- | --- |
| ※ 문의 | 참고, 문의 |
| 읍·면·동 | 읍면동 |
| 3·1절, 5·18 | 삼일절, 오일팔 |
| 韓·美, 前 장관 | 한미, 전 장관 |
| ㈜유한양행 | 주식회사 유한양행 |
| 65세↑ | 육십오 세 이상 |
"""

import re

from service.text.ko.numbers import digits
from service.text.rules import Match, Rule, after, before, fixed, rule

_DOTS = "·‧․・ㆍ•∙"
_EVENTS = (
    r"(?<!\d)(3{0}1(?=절|\s?운동|만세)|4{0}19(?!\d)|4{0}3(?!\d)|5{0}18(?!\d)|6{0}25(?!\d)|6{0}10(?=\s?민주)"
    r"|8{0}15(?!\d)|4{0}16(?!\d)|10{0}29(?!\d))"
).format(f"[{_DOTS}.]")
HANJA = {
    "大韓民國": "대한민국",
    "男女": "남녀",
    "老老": "노노",
    "前": "전",
    "故": "고",
    "新": "신",
    "舊": "구",
    "非": "비",
    "全": "전",
    "現": "현",
    "年": "연",
    "月": "월",
    "日": "일",
    "韓": "한",
    "美": "미",
    "中": "중",
    "北": "북",
    "英": "영",
    "獨": "독",
    "佛": "불",
    "露": "노",
    "伊": "이",
    "男": "남",
    "女": "여",
    "老": "노",
    "靑": "청",
    "與": "여",
    "野": "야",
    "車": "차",
    "株": "주",
    "市": "시",
    "道": "도",
    "對": "대",
    "反": "반",
    "親": "친",
    "無": "무",
    "有": "유",
    "大": "대",
    "小": "소",
    "高": "고",
    "低": "저",
    "重": "중",
    "輕": "경",
    "民": "민",
    "官": "관",
    "軍": "군",
    "檢": "검",
    "警": "경",
}
_WORDS = {
    "※": "참고, ",
    "㈜": "주식회사 ",
    "(주)": "주식회사 ",
    "(재)": "재단법인 ",
    "(사)": "사단법인 ",
    "↑": " 이상",
    "↓": " 이하",
    "→": ", ",
    "⇒": ", ",
    "&": " 앤 ",
    "＆": " 앤 ",
    "+": " 플러스 ",
    "=": "는 ",
    "×": " 곱하기 ",
    "%": " 퍼센트",
    "℃": " 도",
    "@": " 골뱅이 ",
}


def _event(match: Match) -> str:
    return "".join(digits(letter) for letter in match.group() if letter.isdigit())


def _gloss(match: Match) -> str | None:
    """A bracket that repeats the word before it, in hanja or in Latin, is not read twice."""
    inside = match.group(1)
    return "" if all("一" <= letter <= "鿿" or letter in " ·" for letter in inside) else None


def _close(match: Match) -> str:
    """After a closing bracket a particle follows without a break."""
    return "" if "가" <= after(match)[:1] <= "힣" else ", "


def _dot(match: Match) -> str:
    """Between single syllables (읍·면·동) nothing is heard, between words a short break."""
    words = re.split(r"[^가-힣]", before(match))[-1], re.split(r"[^가-힣]", after(match))[0]
    return "" if min(len(word) for word in words) == 1 else ", "


RULES: tuple[Rule, ...] = (
    rule("event", _EVENTS, _event),
    rule("silent", r"\(([一-鿿 ·]+)\)", _gloss),
    fixed("hanja", HANJA),
    rule("silent", r"/{3,}", lambda _: ""),
    fixed("symbol", _WORDS),
    rule("silent", r"[.!?](?=[”’\"'](?:이?라고|이?라며|이?라는|이?라면서|고 ))", lambda _: ""),
    rule("silent", rf"(?<=[가-힣])[{_DOTS}](?=[가-힣])", _dot),
    rule("silent", rf"(?<=\S)[{_DOTS}](?=\S)", lambda _: " "),
    rule("silent", r"[（(\[〔【〈<《{]", lambda _: ", "),
    rule("silent", r"[）)\]〕】〉>》}]", _close),
    rule("silent", r"\s[-–—―]\s|[:;；：]|(?<=[가-힣])/(?=\S)|\s?[|│]\s?", lambda _: ", "),
    rule("silent", r"…|‥|\.{2,}", lambda _: ", "),
)

# What is left of marks when everything else has been read is not heard at all.
LEFT_OVER = rule("silent", r"[^\s.,!?가-힣]", lambda _: "")
