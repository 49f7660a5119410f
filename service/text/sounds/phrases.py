"""What sounds do to each other over the space between two words of one phrase.

Numbers are articles of the Standard Pronunciation. It leaves open which words are said in one go;
here final consonants are always assimilated to the next word, as speakers do, while linking,
breathing and tense consonants are kept to words that belong closely together.
"""

import re

from service.text.sounds.joints import joined_apart, left
from service.text.sounds.syllables import TENSE, apart, coda, onset, tense, with_coda, with_onset

# Article 27: nouns that lean on the -ㄹ of the word before them.
_LEANING = re.compile(
    r"(?:것|거|게|건|걸|겁)|(?:데|바|수|줄|적|지|듯|도리|곳|정도|사람|뿐|대로|대상|자)"
    r"(?:이|가|은|는|을|를|에|의|도|만|와|과|로|밖에|인|입니다|이다|하다|한|이나|까지|마다|조차)*$"
)
# Nouns in ㄹ before which 수 is "number" and 데 "place" of its own.
_NOUN_ENDING = frozenset("실설물월율률술절출울활")
# Verbs before a noun: 할, 될 and longer forms; 역할 and its like are nouns.
_ADNOMINAL = re.compile(
    r"(?<!역)(?<!관)(?<!분)(?<!소)할$|[될갈볼킬릴낼]$|[그미거망]칠$|[있없받찾않같많좋높늦넣놓얻잃맡믿겪낳읽앉막잡맞먹알]을$"
    r"|[가-힣][질줄릴올]$"
)
_NOUNS_LIKE_VERBS = re.compile(
    r"(?:품|물|재|본|소|성|자|체|변|악|양|수|기|토|지|저|단|동|인)질$|^(?:칠|관할)$|브릴$|색깔$"
)
# Article 29, addition: words that take ㄴ behind words that end in a consonant.
_WORK = re.compile(r"일(?:이|은|을|도|과|에|의|로|만|들|이다|입니다|까지|처럼)?$")
_WEAR = re.compile(r"입(?:다|고|는|은|을|어|었|지|으|힌|히)")
_VERB_FORMS = frozenset(
    "한 할 하는 하던 했던 된 될 되는 볼 본 보는 갈 간 가는 올 온 큰 그런 이런 저런 어떤"
    " 무슨 힘든 어려운 좋은 나쁜 쉬운 새로운 모든 맡은 해야할 궂은 급한 중요한 있는 없는"
    " 있을 없을 생긴 생길 벌어진 일어난".split()
)
_QUANTITIES = frozenset(
    "몇 첫 못 옷 꽃 밭 늪 숲 집 앞 뒤 책 밖 숯 겉 속 옆 부엌 무릎 값 닭 흙".split()
)
_PLACES = re.compile(r"(?:위|아래|앞|안|옆|안팎)(?:에|에서|으로|로|의|은|는|이|가|을|를|쪽)*$")
_NUMBERS = frozenset("백십육억")
_COUNTED = re.compile(r"(?:원|월|인|위|억|일|이상)(?:이|은|을|의|에|으로|까지|부터|입니다|이다)*$")
_MELTING = frozenset("년닐닙녓녀")
_LOOSE = frozenset("약 및 즉 꼭 또".split())
_TIED = frozenset("몇 못".split())
_TENSE_COUNTED = re.compile(
    r"(?:개|군데|가지|번|분|달|시|살|세|대|장|점|건|군|간|단|자리|그루|자|주|병|벌|권|곳|동|석|종|조|잔|줄|다발|송이)"
)
_NATIVE = frozenset("열 여덟 스물여덟 서른여덟 마흔여덟".split())


def met(before: str, behind: str) -> tuple[str, str]:
    """Two neighbours as they sound over the space; only the letters at the border change."""
    last, first = before[-1], behind[0]
    if _takes_n(before, behind):
        behind = with_onset(first, "ㄴ") + behind[1:]
        return _assimilated(before, behind)
    if _leans(before, behind):
        return before, tense(first) + behind[1:]
    if coda(last) in ("", "ㅇ") or not _close(before, behind):
        return _assimilated(before, behind)
    return _with(before, behind, *joined_apart(coda(last), onset(first)))


def _assimilated(before: str, behind: str) -> tuple[str, str]:
    """Articles 18 to 20: before ㄴ and ㅁ, 리 behind a consonant, 년 behind ㄹ."""
    last, first = coda(before[-1]), onset(behind[0])
    if first == "ㄹ" and behind not in ("리", "리를"):
        return before, behind
    if first not in ("ㄴ", "ㅁ", "ㄹ") or (left(last) == "ㄹ" and not _melts(behind)):
        return before, behind
    return _with(before, behind, *joined_apart(last, first))


def _melts(behind: str) -> bool:
    """Whether ㄹㄴ over the space is ㄹㄹ; in other words a voice is clearer without."""
    return behind[0] in _MELTING


def _with(before: str, behind: str, last: str, first: str) -> tuple[str, str]:
    return before[:-1] + with_coda(before[-1], last), with_onset(behind[0], first) + behind[1:]


def _takes_n(before: str, behind: str) -> bool:
    if not coda(before[-1]):
        return False
    if _WORK.match(behind):
        return before in _VERB_FORMS
    if before in ("옷", "잘", "못", "안") and _WEAR.match(behind):
        return True
    if before in ("먹은", "먹을") and behind[0] == "엿":
        return True
    if before in ("일", "삼", "칠", "팔") and behind.startswith("연대"):
        return True
    return before == "못" and apart(behind[0])[:2] in {("ㅇ", "ㅣ"), ("ㅇ", "ㅕ"), ("ㅇ", "ㅑ")}


def _leans(before: str, behind: str) -> bool:
    """Articles 25 and 27: whether the next word's first consonant is tense behind ㄹ."""
    if onset(behind[0]) not in TENSE or left(coda(before[-1])) != "ㄹ":
        return False
    if before in _NATIVE:
        return _TENSE_COUNTED.match(behind) is not None
    if _NOUNS_LIKE_VERBS.search(before):
        return False
    if _LEANING.match(behind):
        return before[-1] not in _NOUN_ENDING
    return _ADNOMINAL.search(before) is not None


def _close(before: str, behind: str) -> bool:
    """Whether two words are said in one go, so that consonants are linked, breathed or tense."""
    first = onset(behind[0])
    if left(coda(before[-1])) not in ("ㄱ", "ㄷ", "ㅂ"):
        return False
    if before in _TIED or (first == "ㅇ" and before == "첫"):
        return True
    if first == "ㅎ":
        return behind in ("한", "한때") and before not in _LOOSE
    if first == "ㅇ":
        return _linked(before, behind)
    return first in TENSE and before in _QUANTITIES and len(behind) > 1


def _linked(before: str, behind: str) -> bool:
    if before in _QUANTITIES and _PLACES.match(behind):
        return True
    if before == "넋" and behind.startswith("없"):
        return True
    return before[-1] in _NUMBERS and _COUNTED.match(behind) is not None
