"""Korean names in Latin letters, back in Hangul (국어의 로마자 표기법).

Places are known by name; any other word counts as Korean only when all of it is made of romanised
syllables and some of them are spelled as no English word is (eo, eu, yeo, hy, gw …).
"""

import re
from functools import cache

_PLACES = """
서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 충청 경상 전라 수원 성남 의정부
안양 부천 광명 평택 동두천 안산 고양 과천 구리 남양주 오산 시흥 군포 의왕 하남 용인 파주 이천 안성 김포 화성 양주 포천
여주 연천 가평 양평 춘천 원주 강릉 동해 태백 속초 삼척 홍천 횡성 영월 평창 정선 철원 화천 양구 인제 고성 양양 청주 충주
제천 보은 옥천 영동 증평 진천 괴산 음성 단양 천안 공주 보령 아산 서산 논산 계룡 당진 금산 부여 서천 청양 홍성 예산 태안
전주 군산 익산 정읍 남원 김제 완주 진안 무주 장수 임실 순창 고창 부안 목포 여수 순천 나주 광양 담양 곡성 구례 고흥 보성
화순 장흥 강진 해남 영암 무안 함평 영광 장성 완도 진도 신안 포항 경주 김천 안동 구미 영주 영천 상주 문경 경산 의성 청송
영양 영덕 청도 고령 성주 칠곡 예천 봉화 울진 울릉 창원 진주 통영 사천 김해 밀양 거제 양산 의령 함안 창녕 남해 하동 산청
함양 거창 합천 서귀포 종로 용산 성동 광진 동대문 중랑 성북 강북 도봉 노원 은평 서대문 마포 강서 구로 금천 영등포 동작
관악 서초 강남 송파 강동 해운대 사하 금정 연제 수영 사상 기장 수성 달서 달성 군위 미추홀 연수 남동 부평 계양 강화 옹진
유성 대덕 광산 울주 광화문 명동 홍대 이태원 잠실 여의도 인사동 북촌 남산 한강 판교 송도 오송 오창 대관령 설악 한라
지리산 금강산 백두산 독도 울릉도 제주도 강화도 동대문 남대문 경복궁 창덕궁 덕수궁 창경궁 종묘 불국사 석굴암 첨성대
판문점 개성 평양 신의주 함흥 원산 나진 임진각 도라산 일산 분당 동탄 광교 위례 마곡 상암 가산 구의 건대 신촌 청담 압구정
"""
_SOUNDS = {
    "jongno": "종로", "gangneung": "강릉", "jeolla": "전라", "silla": "신라", "ulleung": "울릉",
    "ulleungdo": "울릉도", "halla": "한라", "hallasan": "한라산", "seorak": "설악",
    "seoraksan": "설악산", "jungnang": "중랑", "sokcho": "속초", "samcheok": "삼척", "mallyang": "말량",
    "daegwallyeong": "대관령", "bongnae": "봉래", "cheongnyangni": "청량리", "wangsimni": "왕십리",
    "sinchon": "신촌", "sillim": "신림", "seolleung": "선릉", "hangul": "한글", "hangeul": "한글",
    "gyeryong": "계룡", "uiryeong": "의령", "goryeong": "고령", "boryeong": "보령", "gwanak": "관악",
    "dongnimmun": "독립문", "hanbok": "한복", "hanok": "한옥", "hansik": "한식", "hallyu": "한류",
    "kimchi": "김치", "gimchi": "김치", "bulgogi": "불고기", "bibimbap": "비빔밥", "tteokbokki": "떡볶이",
    "taekwondo": "태권도", "arirang": "아리랑", "makgeolli": "막걸리", "soju": "소주",
    "pansori": "판소리", "samulnori": "사물놀이", "chuseok": "추석", "seollal": "설날",
    "kim": "김", "lee": "이", "park": "박", "choi": "최", "moon": "문",
}  # fmt: skip
_ONSETS = (
    "g ㄱ|k ㅋ|kk ㄲ|n ㄴ|d ㄷ|tt ㄸ|t ㅌ|r ㄹ|m ㅁ|b ㅂ|pp ㅃ|p ㅍ|s ㅅ|ss ㅆ|sh ㅅ|j ㅈ|jj ㅉ|ch ㅊ|h ㅎ"
)
_VOWELS = (
    "a ㅏ|ae ㅐ|ya ㅑ|yae ㅒ|eo ㅓ|e ㅔ|yeo ㅕ|ye ㅖ|o ㅗ|wa ㅘ|wae ㅙ|oe ㅚ|yo ㅛ|u ㅜ|wo ㅝ|wi ㅟ|"
    "yu ㅠ|eu ㅡ|ui ㅢ|i ㅣ|oo ㅜ|ee ㅣ|woo ㅜ|you ㅠ|yoo ㅠ"
)
_CODAS = "k ㄱ|n ㄴ|l ㄹ|m ㅁ|p ㅂ|ng ㅇ"
_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# How names are spelled that follow no rule; each is one syllable.
_OWN_SPELLINGS = {
    "young": "영", "hyun": "현", "kyung": "경", "kyoung": "경", "sung": "성", "jung": "정",
    "jun": "준", "june": "준", "joon": "준", "joo": "주", "hoon": "훈", "hun": "훈", "woon": "운",
    "seung": "승", "yeon": "연", "kyu": "규", "gyu": "규", "kyoo": "규", "eun": "은", "ki": "기",
    "ku": "구", "kwang": "광", "kwan": "관", "kang": "강", "kwon": "권", "keun": "근", "kun": "건",
    "byung": "병", "byoung": "병", "myung": "명", "myoung": "명", "chul": "철", "suk": "석",
    "seok": "석", "sik": "식", "bum": "범", "beom": "범", "duk": "덕", "hyuk": "혁", "hyung": "형",
    "kyeong": "경", "hee": "희", "lee": "이", "ryul": "률", "yul": "율", "yun": "윤", "yoon": "윤",
    "ho": "호", "kyong": "경", "kyo": "교", "ko": "고", "hong": "홍",
}  # fmt: skip
_MARK = re.compile(r"eo|eu|ye|yo[ou]|hy[aeou]|[gk]y[aeou]|[mb]y[eou]|hw|gw|kw[ao]|hae|hoon$|joon")
# Words of other tongues that would pass.
_FOREIGN = frozenset("neon peon aeon geon pigeon yeoman neural hyena hyatt yes".split())
_MIN_LETTERS = 4


@cache
def _table(text: str) -> dict[str, str]:
    return dict(each.split() for each in text.split("|"))


@cache
def _places() -> dict[str, str]:
    return {_roman(name): name for name in _PLACES.split()} | _SOUNDS


def place(word: str) -> str:
    """A place or thing of Korea that is known by its Latin name, or nothing."""
    return _places().get(word, "")


def name(word: str) -> str:
    """A word in small letters as the Korean name it plainly is, or nothing."""
    if len(word) < _MIN_LETTERS or word in _FOREIGN or not _MARK.search(word):
        return ""
    return "".join(_parsed(word))


def _parsed(word: str) -> list[str]:
    """The syllables of a name: as few as may be, and none but the first without an onset."""
    best: dict[int, tuple[int, list[str]]] = {len(word): (0, [])}
    for at in range(len(word) - 1, -1, -1):
        found = [
            (best[end][0] + _cost(word, at), [said, *best[end][1]])
            for end in range(at + 1, min(len(word), at + _LONGEST) + 1)
            if end in best and (said := _syllable(word[at:end]))
        ]
        if found:
            best[at] = min(found, key=lambda each: each[0])
    return best.get(0, (0, []))[1]


def _cost(word: str, at: int) -> int:
    return 1 + (at > 0 and word[at] in "aeiouwy")


_LONGEST = 7
_PARTS = re.compile(
    r"(kk|tt|pp|ss|sh|jj|ch|[gkndtrmbpsjh])?"
    r"(yeo|yae|wae|woo|you|yoo|eo|eu|ae|ya|ye|yo|yu|oe|ui|wa|wo|wi|oo|ee|[aiou]|(?<=[js])e)"
    r"(ng|[knlmp])?"
)


def _syllable(text: str) -> str:
    own = _OWN_SPELLINGS.get(text)
    if own:
        return own
    parts = _PARTS.fullmatch(text)
    if not parts:
        return ""
    onset, vowel, coda = parts.groups()
    return _composed(
        _table(_ONSETS)[onset] if onset else "ㅇ",
        _table(_VOWELS)[vowel],
        _table(_CODAS)[coda] if coda else " ",
    )


def _composed(onset: str, vowel: str, coda: str) -> str:
    place_of = (_FIRST.index(onset) * 21 + _MIDDLE.index(vowel)) * 28 + _LAST.index(coda)
    return chr(0xAC00 + place_of)


def _roman(hangul: str) -> str:
    """A place in Latin letters, sound by sound; what changes by its neighbour is in the table."""
    onsets = dict(zip(_FIRST, "g kk n d tt r m b pp s ss - j jj ch k t p h".split(), strict=True))
    vowels = dict(
        zip(
            _MIDDLE,
            "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
            strict=True,
        )
    )
    codas = {0: "", 1: "k", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p", 19: "t", 20: "t", 21: "ng"}
    said = ""
    for letter in hangul:
        first, rest = divmod(ord(letter) - 0xAC00, 21 * 28)
        onset = onsets[_FIRST[first]].strip("-")
        if onset == "" and said.endswith("k"):
            said = said[:-1] + "g"
        if onset == "r" and said.endswith("l"):
            onset = "l"
        said += onset + vowels[_MIDDLE[rest // 28]] + codas.get(rest % 28, "k")
    return said
