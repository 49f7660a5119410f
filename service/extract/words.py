"""A list of Korean words, and words that are set with spaces between their letters (pure)."""

import re
from functools import cache
from importlib import resources

_SPREAD = re.compile(r"(?<![가-힣])[가-힣](?: +[가-힣]){1,11}(?![가-힣])")
_SHORTEST = 3
_HALF = 2
# Heads of tables and roles that are set wide although they have two letters only.
_WIDE = frozenset(
    "구분 비고 성명 목차 합계 소계 총계 내용 과장 국장 실장 팀장 차관 장관"
    " 직위 직급 소속 부서 일시 장소 대상 기간 단위 참고 붙임 별첨 비율 계획"
    " 순서 품목 항목 금액 예산 수량 번호 연번 순번 제목 주소 전화 날짜 시간"
    " 분류 지역 기관 연도 년도 명칭 목적 근거 방법 절차 개요 현황 배경 결과"
    " 총괄 담당 책임 요약 현행".split()
)


@cache
def words() -> frozenset[str]:
    """Korean words of two to eight letters."""
    text = (resources.files("service.extract") / "words.txt").read_text("utf-8")
    return frozenset(text.split("\n"))


def closed_up(text: str) -> str:
    """The text with its letter-spaced words closed up (보 도 자 료), where a word results.

    Two letters are closed up only where nothing else stands beside them and they are one of the
    words that are often set so (목 차): others may well be two words (한 번, 앞 뒤).
    """
    if " " not in text:
        return text
    return _SPREAD.sub(lambda match: _closed(match.group(), text), text)


def _closed(spread: str, text: str) -> str:
    whole = "".join(spread.split())
    if len(whole) < _SHORTEST:
        is_alone = len(spread) == len(text.strip())
        return whole if is_alone and whole in _WIDE else spread
    return whole if _is_made_of_words(whole) else spread


def _is_made_of_words(whole: str) -> bool:
    """Whether letters are a word, or two words that follow each other (보건 + 복지부)."""
    known = words()
    cuts = range(_HALF, len(whole) - _HALF + 1)
    return whole in known or any(whole[:at] in known and whole[at:] in known for at in cuts)
