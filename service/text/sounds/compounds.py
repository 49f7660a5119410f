"""Sounds that come from how a word is made: Sino-Korean endings, verb stems, endings.

Each function takes a written word of Hangul and gives it back spelled nearer to its sound, with as
many syllables. Numbers are articles of the Standard Pronunciation. Where a word belongs to a class
cannot always be told from its letters; words.tsv has those that would be taken wrongly.
"""

import re
from collections.abc import Callable, Mapping

from service.text.sounds.syllables import TENSE, coda, is_syllable, onset, tense, with_onset

_PARTICLE = frozenset("이은을의에만으부까처보라란인입임및")
_SONORANT = frozenset({"", *"ㄴㄹㅁㅇㄻ"})

# Endings of Sino-Korean words of three syllables and more that are tense behind a vowel or ㄴㄹㅁㅇ
# (article 28 as it is used), and pairs that are words of their own and stay plain.
_TENSE_ENDINGS: Mapping[str, frozenset[str]] = {
    "법": frozenset("방법 사법 위법 불법 입법 합법 준법 적법 범법".split()),
    "성": frozenset(
        "구성 조성 형성 편성 양성 생성 찬성 완성 여성 남성 합성 작성 육성 결성 음성 화성"
        " 반성 정성 관성 장성 안성 홍성 보성 횡성 고성 의성 만성 급성 중성 재성 가성 속성"
        " 대성 추성 녀성 동성".split()
    ),
    "증": frozenset(
        "보증 인증 검증 급증 입증 논증 공증 실증 확증 고증 반증 물증 할증 기증".split()
    ),
    "권": frozenset("여권 야권 집권 분권 대권".split()),
    "병": frozenset("질병 간병 발병 문병 투병 치병 장병 파병 사병 유병 수병".split()),
}
# Endings that take ㄴ behind a final consonant (article 29), and pairs that do not.
_N_ENDINGS: Mapping[str, frozenset[str]] = {
    "역": frozenset(
        "지역 영역 구역 방역 검역 번역 통역 면역 권역 현역 병역 직역 광역 전역".split()
    ),
    "용": frozenset(
        "작용 적용 활용 인용 신용 운용 통용 겸용 전용 남용 복용 혼용 착용 임용 등용 관용"
        " 상용 준용 원용 공용 응용 악용 선용 실용 범용 중용 병용 유용 수용 내용 고용".split()
    ),
    "약": frozenset(
        "한약 농약 절약 협약 공약 백약 신약 극약 독약 청약 계약 만약 언약 집약".split()
    ),
    "염": frozenset("감염 전염 간염 오염".split()),
}
# ㄴ and ㄹ inside one Sino-Korean word melt into ㄹㄹ wherever that word stands (article 20).
_MELTING = frozenset(
    "인력 훈련 관련 연령 진료 권리 권력 관리 논리 전략 신뢰 전력 편리 분류 전류 혼란"
    " 곤란 만료 완료 연료 연락 연립 원료 원리 원래 진로 분리 분립 전례 관례 한류 안락"
    " 난로 천리 산림 산란 윤리 건립 반론 본론 언론 인류 인륜 단락 단련 수련 판례 간략"
    " 편람 관람 연례 연로 인내 신라 전라 한라 손례 번력 민락 존립 환류 난류 교란 문란"
    " 찬란 반려 본래 전래 전령 본령 온라 신록 관록 산록 분량 전량 천륜 근래 근력 변론"
    " 현란 한랭 환란 반란 선량 선로 선례 선립 신령 신랄 진리 혈류".split()
)
_N_BEHIND_N = frozenset("란량력령례론료류로록")

# Final ㄹ of a Sino-Korean syllable makes ㄷㅅㅈ tense (article 26): first syllables that are
# Sino-Korean in nearly every word, and second ones that are rather endings of a verb or particles.
_SINO = frozenset("결괄굴멸몰솔실졸질찰철출탈필혈홀휼설율")
_RATHER_ENDING = frozenset("다도들든지자세시소서던더죠조")
_SINO_TENSED = frozenset("ㄷㅅㅈ")

# Verb stems in ㄴ, ㅁ and the endings behind them (article 24); what is a noun as often (신고,
# 참고, 감지, 남자) is left out.
_STEMS = re.compile(
    r"(?:(?:넘|담|삼|품|껴안|끌안|머금|다듬|더듬|보듬|[닮굶젊곪옮삶]))(?=고|지|게|던|더|도록|다|소|습|자)"
    r"|^(?:[가-힣]{0,2}남)(?=고|던|다$|지|습)|^심(?=고|다|습)|^참(?=지|다|게|습)|^숨(?=고|다|게|습)"
    r"|^감(?=고|다|습)|^안(?=고|다|더|습)|^신(?=다|더니|게|지|습)"
)
_STEM_CODAS = ("ㄴ", "ㅁ", "ㄻ")
# Endings that begin with ㄹ (article 27, addition).
_RIEUL_ENDING = re.compile(
    r"(?:걸(?:요)?$|게(?:요)?$|밖에|세라|수록|지라도|지언정|진대|진댄|작시면|쏘냐)"
)
_QUESTION = re.compile(r"(?<=[을할될볼킬])지(?:$|를|는|도|의|에|가|라|로|만|여)")
_COMMON_CODA = {"닭": "닥", "흙": "흑", "칡": "칙", "슭": "슥", "삵": "삭"}


def clustered(word: str) -> str:
    """Clusters that are spoken otherwise than most (articles 10 and 11): 밟다, 넓죽하다, 흙과."""
    return "".join(
        _cluster(letter, word[i + 1 : i + 2], word[i - 1 : i] if i else "")
        for i, letter in enumerate(word)
    )


def _cluster(letter: str, behind: str, before: str) -> str:
    first = onset(behind)
    if letter in _COMMON_CODA and first not in ("ㅇ", ""):
        return _COMMON_CODA[letter]
    if letter == "밟" and first not in ("ㅇ", "ㅎ", ""):
        return "밥"
    if letter == "넓" and behind in ("죽", "둥", "적"):
        return "넙"
    if letter == "덟" and before == "여" and first not in ("ㅇ", ""):
        return "덜"
    return letter


def tensed(word: str) -> str:
    """With the tense consonants of articles 24 to 28 that follow from the shape of a word."""
    return _each(word, _is_tense, tense)


def _is_tense(word: str, i: int) -> bool:
    if onset(word[i]) not in TENSE or coda(word[i - 1]) not in _SONORANT:
        return False
    return _tense_ending(word, i) or _behind_stem(word, i) or _behind_rieul(word, i)


def _tense_ending(word: str, i: int) -> bool:
    plain = _TENSE_ENDINGS.get(word[i])
    return plain is not None and _ends_noun(word, i) and word[i - 1 : i + 1] not in plain


def _ends_noun(word: str, i: int) -> bool:
    """Whether the third syllable or a later one ends a noun here."""
    return i > 1 and (i + 1 == len(word) or word[i + 1] in _PARTICLE)


def _behind_stem(word: str, i: int) -> bool:
    return coda(word[i - 1]) in _STEM_CODAS and any(
        match.end() == i for match in _STEMS.finditer(word)
    )


def _behind_rieul(word: str, i: int) -> bool:
    if coda(word[i - 1]) != "ㄹ":
        return False
    if _RIEUL_ENDING.match(word, i) or _QUESTION.match(word, i) or word[i] == "적":
        return True
    return _is_sino(word, i)


def _is_sino(word: str, i: int) -> bool:
    """Article 26; a syllable said twice stays plain (절절하다)."""
    return (
        i == 1
        and word[0] in _SINO
        and onset(word[1]) in _SINO_TENSED
        and word[1] not in _RATHER_ENDING
        and word[0] != word[1]
    )


def with_n(word: str) -> str:
    """With the ㄴ of article 29 behind a noun's first part."""
    return _each(word, _takes_n, lambda letter: with_onset(letter, "ㄴ"))


def _takes_n(word: str, i: int) -> bool:
    plain = _N_ENDINGS.get(word[i])
    if plain is None or not coda(word[i - 1]):
        return False
    return _ends_noun(word, i) and word[i - 1 : i + 1] not in plain


def unmelted(word: str) -> str:
    """With ㄴㄴ for ㄴㄹ where an ending joins a whole word (article 20): 생산+량, 의견+란."""
    return _each(word, _keeps_n, lambda letter: with_onset(letter, "ㄴ"))


def _keeps_n(word: str, i: int) -> bool:
    return (
        i > 1
        and word[i] in _N_BEHIND_N
        and coda(word[i - 1]) == "ㄴ"
        and word[i - 1 : i + 1] not in _MELTING
    )


def _each(word: str, where: Callable[[str, int], bool], change: Callable[[str], str]) -> str:
    letters = list(word)
    for i in range(1, len(word)):
        if is_syllable(word[i]) and where(word, i):
            letters[i] = change(word[i])
    return "".join(letters)
