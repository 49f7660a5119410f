"""Numbers before counters: native for things that are counted one by one, else Sino-Korean.

| written | spoken |
| --- | --- |
| 3개, 2명, 7살, 5곳 | 세 개, 두 명, 일곱 살, 다섯 곳 |
| 3회, 65세, 3개월, 5위 | 삼 회, 육십오 세, 삼 개월, 오 위 |
| 구급차 5대 · 70대 · 5대 전략 · 3대 2 | 구급차 다섯 대 · 칠십 대 · 오대 전략 · 삼 대 이 |
| 3번 신청 · 3번 출구 | 세 번 신청 · 삼 번 출구 |
| 1~2명 · 101번째 | 한두 명 · 백한 번째 |
| 작품 5점 · 평균 5점 | 작품 다섯 점 · 평균 오 점 |
| 2정씩 · 3캡슐 · 5번지 · 5-1번 | 두 정씩 · 세 캡슐 · 오 번지 · 오 다시 일 번 |
| 백신 2종 · 2종 수급자 · 1가구 1주택 | 백신 두 종 · 이 종 수급자 · 일 가구 일 주택 |

There is no regulation on which counters take native numbers; from forty on both are heard, and
Sino-Korean is said here, as in the news.
"""

import re

from service.text.ko.numbers import any_number, native, sino, value

NATIVE = (
    "번째|가지|차례|시간|가구|군데|사람|마리|켤레|송이|그루|자루|바퀴|갈래|그릇|접시|개소|조각|종류|"
    "걸음|방울|포기|상자|박스|봉지|묶음|다발|마을|식구|단어|나라|꼭지|큰술|작은술|자리|자녀|"
    "숟가락|숟갈|젓가락|모둠|모금|글자|문장|세트|경기(?!도|력|장|지|북|남|침|부)|가닥|덩이|덩어리|"
    "테마|코너|꾸러미|토막|도시|캡슐|포대|문단|문제(?!점)|문항|페이지|자릿수|가마니|마지기|움큼|바구니|발자국|발짝|커플|다스|두름|사발|스푼|마당|"
    r"가마(?![니솥터])|뙈기|봉(?![가-힣]{2}|사|우|급|제)|폭(?!력|염|설|우|발|격|포|풍|등|락|넓|로)|량(?![^\W\d]{2})|공기(?!업|관|단|질|청|오|가|압|정)|가족(?!관|돌|친|정|수|요|센|회|력|사|협)|게임(?!기|사|장|물|산)|뼘|겹|"
    "발(?!전|생|표|달|견|급|행|언|굴|효|열|송|주|자|길|암|육|명|의|병)|첩(?!보|약)|필(?!지|수|요|기|자|터|리|름|승)|"
    "개(?!월|국|년|혁|정|편|선)|명(?!령|절|제|예)|살(?!균)|곳|건(?!강|물|의(?:사|서|를|안|하|함|했|에)|설|축)|"
    "대(?!학|한|상|면|표|응|출|륙|강|양|주|문)|번(?!길|지|대|호)|잔(?!액|류|디|고|여)|"
    "권(?!역|고|한|리|익)|팀|척|벌(?!금)|채(?!용|널|권|무)|통(?!합|신|계|상)|쌍|줄|짝(?!퉁)|돈(?!독|줄)|"
    "달(?!러|성|력)|배(?!상|정|포|우|당|려|수)|"
    "장(?!관|소|기|애|학|비|려|차|년|치|생)|석(?!유|사)|컵|끼|병(?!상|원|동|실|역)|"
    r"판(?!단|매|결|정|례|사)|칸(?!막)|캔(?![^\W\d]{2})|팩(?!스)|알(?!코|레|림)|갑(?!질)|"
    "골(?!목|프|절|격)|곡(?!물|선)|컷|돌(?!봄|파|입)|종(?!합|사|전|료|목|교|점)|필지|평(?!균|가|생|일|화|등)|"
    "정(?![도책부상원보규기류비확당식리밀신치체선착각관교돈년품맥액화점통형황권])|"
    "포(?![함기인스항장괄럼상천대도털르격트용지화옹])|되(?![었어는고며면지도돌풀찾]|[가-힣]{2})|"
    "근(?![거로무속본접처린간래대육력골시절교저생해원방황면])"
)
"""Counters that take native numbers, longer ones first (no group)."""

SINO = (
    "번길|번지|호기(?!심|롭|로)|개월령|개월|개국|개년|학년|학기|년도|년생|년제|주년|주기|주차|분기|등급|순위|단계|호선|교시|교대|"
    "퍼센트|킬로미터|센티미터|밀리미터|미터|"
    "킬로그램|그램|밀리리터|리터|킬로|톤|헥타르|세대|세|회|일|주|층|차|인분|인|쪽|"
    "년|분|초|호|도|위|급|점|면|매|박|기|부|"
    r"병상|조|항|편|과목|학점|센트|파운드|포인트|군|되|섬(?!진|유)|모(?!작|델)|말|단(?!지|계|체|위|원|독|어|순|기)|표(?![^\W\d]{2})|동(?![^\W\d]{2})|등(?![^\W\d]{2})|문(?![제항장의서화단자답구])|접(?![수종촉근속합전경점])|축(?![제산구소사적척])|손(?![실해님상자])|쾌(?!적)|속(?![도보초성])|톳|수(?![준소도술량요출입익업학상습급]|[가-힣]{2})"
)
"""Counters that take Sino-Korean numbers and are repeated in ranges (no group)."""

_PLAIN = frozenset(re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", NATIVE).split("|"))
_MOST_NATIVE = 39
_ALWAYS_NATIVE = 99
_TEN = 10
_TWENTY = 20
_HUNDRED = 100
# Said in native Korean as long as they are few.
_ONLY_SHORT = frozenset("배 평 장 통 석 자리 팀 종류 병 종 판 필지 근 되 정 페이지".split())
# Names more than numbers: the first class of something, the whole day.
_NAMES = frozenset({(1, "종"), (24, "시간")})
_TO_THE_END = frozenset({"살", "번째"})
# Counters that are native only behind what they count: 작품 5점 but 평균 5점.
_ONLY_BEHIND = {
    "분": (
        "어르신|선생님|손님|고객님?|유공자|생존자|공무원|교수님?|의원님?|위원님?|부모님|"
        "참전용사|원로|할머니|할아버지|전문가|시민|후손|유족"
    ),
    "점": (
        "대상|최우수상|우수상|장려상|특선|입선|금상|은상|동상|작품|(?:출품|수상|응모|당선|입상|대표|전시)작|유물|기록물|간행물|공예품|시료|"
        "포스터|삽화|그림|사진|문화재|유산|보물|회화|소장품|전시품|미술품|도자기|자료|물품|"
        "의류"
    ),
    "편": (
        "논문|영화|작품|드라마|영상|동영상|시|시조|동시|동화|소설|단편|장편|웹드라마|칼럼|"
        "기사|수필|글|보고서|공연|연극|만화|웹툰|광고|수기"
    ),
    "부": ("신청서|서류|사본|원본|계획서|책자|보고서|등본|증명서|계약서|이력서|각|동의서|진단서"),
    "단": "시금치|파|대파|쪽파|열무|배추|미나리|부추|얼갈이|아욱|쑥갓|나물",
    "모": "두부|묵",
    "말": "쌀|보리|콩|벼|곡식|곡물|막걸리",
    "기": (
        "원전|위성|원자로|미사일|발전기|무인기|크레인|고분|고인돌|보일러|로켓|엔진|풍차|터빈|SMR|풍력|"
        "태양광|충전소|충전기|승강기|엘리베이터|전투기|헬기|분묘|묘|석탑|탱크|소각로|가로등|드론|무덤"
    ),
    "문": "자주포|견인포|박격포|곡사포|야포|함포|대포|화포|해안포",
    "접": "마늘|곶감|감|배추|무",
    "축": r"오징어(?:\s\d{1,3}마리)?",
    "손": r"고등어|조기|자반|배추|미나리|갈치",
    "쾌": r"북어(?:\s\d{1,3}마리)?",
    "속": r"김(?:\s\d{1,3}장)?",
    "수": "시|시조|한시|동시|가사",
    "톳": r"김(?:\s\d{1,3}장)?",
    "섬": "쌀|벼|보리|콩",
    "동": (
        "하우스|온실|컨테이너|텐트|천막|화장실|기숙사|생활관|한옥|교실|주택|건물|창고|축사|"
        "가옥|공장|막사|숙소"
    ),
}
_NUMBERED_BEFORE = {
    "번": (
        r"(?:\s?(?:출구|버스|국도|문항|문제|환자|확진자|게이트|창구|홈|트랙|타자|마을버스|유형|후보|"
        r"선수|염색체|척추|항목|질문|안건|좌석|채널|보기|선택지|슬라이드|카드|부두|활주로|탑승구|"
        r"승강장|참가자)|[^.]{0,30}번(?:을|으로)?\s?(?:누르|눌러|누른|선택))"
        r"|부터|을?\s?(?:누르|눌러|누른)"
    ),
    "가구": r"\s?\d{1,2}\s?주택",
    "종": (
        r"\s?[·‧,]\s?2종|\s?(?:수급|세트|경기|환경|일반|전용|근린|면허|보통|대형|의료|시설|지역|항만|감염병|전염병)"
    ),
    "팀": r"장(?![가-힣]{2})",
    "통": r"장(?![가-힣])|\s?\d{1,2}\s?반",
    "편": r"에서[는도]?\s|에\s이어",
}
_NUMBERED_BEHIND = {
    "번": r"(?:국도|버스|문항|기호|노선|번호|출구|전화|사례|환자|"
    r"ARS|단축|메뉴|교향곡|협주곡|소나타|[사오육]중주|\d번(?:부터|에서)|\d반)\s?$",
    "종": r"(?:의료급여|(?<![가-힣])제|면허)\s?(?:1종?[·‧,]\s?)?$|1종[·‧,]\s?$",
    "팀": r"(?:수사|형사|대응|조사|기획|총괄|운영|지원|관리|사업|안전|복지|감사)$",
    "장": r"\d\s?막\s?$",
    "판": r"(?:개정|증보|수정)\s?$",
}
_GREAT = (
    r"\s?(?:전략|과제|분야|핵심|원칙|암|중점|목표|국정|추진|사업|질환|권역|범죄|폭력|국회|대통령|정책|개혁|"
    r"총선|대선|의무|방향|요인|거점|축|기관|위험|산업|강국|비급여|영역|실천|약속|혁신|만성|보험|주요|사회|제안|미래|"
    r"도시|종교|명절|회장|이사장|원장|총장|장관|왕|그룹|은행|광역|특화|분과|대책|규제|법안|지표|지수)"
)
MACHINES = (
    r"(?:차|버스|택시|트럭|기|컴퓨터|노트북|로봇|드론|카메라|전화|폰|단말|장비|오토바이|자전거|"
    r"시스템|텔레비전|피아노|헬기|승용|화물|선박|열차|침대|휠체어|보드|모터|펌프|트랙터|"
    r"태블릿|피시|시시티브이|대형|소형|중형|전동차|굴착기|지게차|크레인|TV|CCTV|PC|CT|MRI)\s?$"
)
"""Text that ends in a machine, of which 대 counts several."""
_IN_ALL = r"(?:총|각|약|최대|모두|매년|대당)\s?$"
_HONOURED = r"(?:을|이|께서|께)\s?(?:모시|모셨|초청|초대|위촉|추천|오셨|참석하셨|계십|계셨)"
# What is said behind and shows that works or honoured people are counted.
_TOLD_BEHIND = {
    "분": _HONOURED,
    "편": (
        r"(?:을|이|의|씩|도)?\s(?:[가-힣]{1,6}\s){0,2}(?:상영|공개|제작|선보|선정|출품|초청|개봉|"
        r"응모|접수|발표|게재|수록|공연|작품|영화|논문|드라마|영상|단편|장편|애니메이션|다큐멘터리)"
    ),
}
# Three generations rather than three machines.
_GENERATIONS = r"(?:째|에 걸|가 (?:함께하|한집|한 집|모여|어울|사는|모두 모))"
# What goes on behind a machine that was counted; any other noun makes "the great five".
_COUNTED_GOES_ON = (
    r"(?!\s?\d)(?:[은는이가를의와과로도에씩당만]|까지|부터|뿐|꼴|보다|이[다며고]|였|$|[\s]?[^가-힣\s]"
    r"|\s?(?:투입|지원|배치|보급|운영|도입|추가|동원|설치|구매|구입|확보|출동|가량|정도|이상|이하|미만|규모"
    r"|등(?![가-힣])|중(?![가-힣])|내외|안팎|분량|생산|판매|수출|기증|전달|대여|교체|파손|전소|추돌|충돌|씩"
    r"|증차|감차|증설|공급|제공|운행|주차|등록|기부|가동|가운데|모두|전부|이내|파견|철거|폐차|수리|점검|충전|구축))"
)
COUPLES = {
    (1, 2): "한두", (2, 3): "두세", (3, 4): "서너", (4, 5): "네다섯", (5, 6): "대여섯",
    (6, 7): "예닐곱", (7, 8): "일고여덟", (8, 9): "여덟아홉",
}  # fmt: skip
"""Neighbouring numbers that are one word before a native counter."""
_BRANCH = re.compile(r"\d-$")
NTH = r"(?:(?<![과문숙규경통공약실의난면억])제|(?<![가-힣])제\s)"
"""The 제 of an ordinal, and no end of a word: 과제 3개, 규제 10건 (no group)."""
ENDS_IN_NTH = re.compile(f"{NTH}$")
"""Text that ends in such a 제."""


def counted(number: str, counter: str, before: str, after: str) -> str:
    """A number and its counter; `before` and `after` are the text around them."""
    count = value(number)
    if not is_native(number, counter, before, after):
        return f"{_hundreds(count, counter) or any_number(number)} {counter}"
    if counter == "번째" and count == 1:
        return "첫 번째"
    return f"{native(count)} {counter}"


def _hundreds(count: int, counter: str) -> str:
    """Above a hundred the rest of an age or of an ordinal stays native: 백한 번째."""
    hundreds, rest = divmod(count, _HUNDRED)
    if counter not in _TO_THE_END or not 0 < rest <= _MOST_NATIVE or not 0 < hundreds < _TEN:
        return ""
    return sino(str(hundreds * _HUNDRED)) + native(rest)


def is_native(number: str, counter: str, before: str, after: str) -> bool:
    """Whether the number is said in native Korean."""
    count = value(number)
    if ENDS_IN_NTH.search(before) or not 0 < count <= _ALWAYS_NATIVE:
        return False
    if counter == "번" and _BRANCH.search(before):
        return False
    if counter in _ONLY_BEHIND:
        return count <= _MOST_NATIVE and _is_of(counter, before, after)
    if counter == "대":
        return _is_machine(count, before, after)
    is_plain = counter in _PLAIN and not _is_numbered(counter, before, after)
    return is_plain and _is_few(count, counter)


def _is_of(counter: str, before: str, after: str) -> bool:
    """Whether what is counted stands before, or whoever is counted is honoured behind."""
    is_told = counter in _TOLD_BEHIND and re.match(_TOLD_BEHIND[counter], after)
    return bool(is_told or re.search(rf"(?:{_ONLY_BEHIND[counter]})\s?$", before))


def _is_few(count: int, counter: str) -> bool:
    """Whether so many of these are still counted in native Korean."""
    if (count, counter) in _NAMES:
        return False
    if counter in _ONLY_SHORT:
        return count < _TEN or (count <= _TWENTY and counter not in ("배", "평"))
    return count <= _MOST_NATIVE or counter in _TO_THE_END


def _is_numbered(counter: str, before: str, after: str) -> bool:
    """Whether the number is the name of a thing and counts nothing: 3번 출구, 1종 수급자."""
    behind, front = _NUMBERED_BEHIND.get(counter), _NUMBERED_BEFORE.get(counter)
    return bool((front and re.match(front, after)) or (behind and re.search(behind, before)))


def _is_machine(count: int, before: str, after: str) -> bool:
    """대 counts machines; behind round numbers it is a decade, before a noun "the great"."""
    if count > _MOST_NATIVE or re.match(rf"{_GREAT}|\s?\d|\(代\)", after):
        return False
    if re.search(MACHINES, before):
        return True
    is_round = count % _TEN == 0 and not re.search(_IN_ALL, before)
    is_family = re.match(_GENERATIONS, after)
    return not is_round and not is_family and re.match(_COUNTED_GOES_ON, after) is not None
