"""Words made of words: news·letter, wheel·chair, inter·active, and their endings."""

import re

# A part behind, as it is said there; the part before it has three letters at least.
_BEHIND = dict(
    each.split()
    for each in """
    ball 볼|base 베이스|board 보드|book 북|box 박스|card 카드|care 케어|chair 체어|day 데이|door 도어|
    down 다운|fall 폴|farm 팜|field 필드|fire 파이어|fish 피시|flow 플로|food 푸드|foot 풋|free 프리|front 프런트|
    game 게임|guard 가드|ground 그라운드|hall 홀|head 헤드|holder 홀더|house 하우스|keeper 키퍼|keeping 키핑|
    lab 랩|land 랜드|letter 레터|level 레벨|life 라이프|light 라이트|line 라인|liner 라이너|link 링크|list 리스트|
    maker 메이커|making 메이킹|mail 메일|mark 마크|out 아웃|pack 팩|paper 페이퍼|park 파크|pass 패스|
    person 퍼슨|phone 폰|place 플레이스|play 플레이|point 포인트|port 포트|power 파워|print 프린트|shine 샤인|proof 프루프|
    reach 리치|road 로드|room 룸|school 스쿨|screen 스크린|set 셋|share 셰어|ship 십|shop 숍|show 쇼|side 사이드|
    sight 사이트|site 사이트|space 스페이스|speed 스피드|star 스타|stage 스테이지|station 스테이션|step 스텝|
    stock 스톡|stop 스톱|store 스토어|storm 스톰|style 스타일|talk 토크|tech 테크|
    tower 타워|town 타운|track 트랙|walk 워크|wall 월|ware 웨어|watch 워치|water 워터|wave 웨이브|way 웨이|
    week 위크|weight 웨이트|wheel 휠|wide 와이드|wood 우드|word 워드|work 워크|worker 워커|working 워킹|
    works 웍스|world 월드|yard 야드|back 백|bank 뱅크|band 밴드|bell 벨|belt 벨트|bird 버드|boat 보트|
    camp 캠프|case 케이스|cast 캐스트|coach 코치|code 코드|craft 크래프트|fighter 파이터|fit 핏|friendly 프렌들리|
    girl 걸|glass 글라스|hunter 헌터|master 마스터|meter 미터|mind 마인드|pad 패드|path 패스|
    pool 풀|scope 스코프|sitter 시터|skill 스킬|stand 스탠드|stone 스톤|street 스트리트|therapy 세러피|trip 트립|
    type 타입|value 밸류|view 뷰|wise 와이즈|writer 라이터|put 풋|sense 센스|break 브레이크|time 타임|bar 바|
    tube 튜브|verse 버스|ready 레디|hold 홀드|sale 세일|sales 세일즈|less 리스|based 베이스드|hood 후드
    """.strip().split("|")
)  # fmt: skip
_NOT_BEFORE = frozenset(
    "com sup rep imp exp rap pas sen off res ins clas surf pal rela appro ap sub dis pur mas bas res rein "
    "discip comp disp pros cond her thou prov ast bis repl repre consi cur sco spo pre ups bat foo tra pro emb "
    "inv opp trans fri wor fash citi gar mem inter trim peri cen lit dev appl fel ham dai hus rai tos pa "
    "con vol cap dia para mars compo oppo requi exqui pi bene pro pers fun per reg hos gui grav vis "
    "ov sur lim spec sna cas for tradi sit brea imp harb skate hea sab bull sel ca".split()
)
_BEFORE = dict(
    each.split()
    for each in """
    inter 인터|super 슈퍼|multi 멀티|semi 세미|tele 텔레|micro 마이크로|macro 매크로|over 오버|under 언더|out 아웃|
    hyper 하이퍼|cyber 사이버|nano 나노|photo 포토|counter 카운터|anti 안티|ultra 울트라|infra 인프라|electro 일렉트로|
    hydro 하이드로|mega 메가|giga 기가|eco 에코|bio 바이오|agri 애그리|meta 메타|down 다운|high 하이|self 셀프|
    news 뉴스|auto 오토|land 랜드|head 헤드|life 라이프|home 홈|check 체크|key 키|
    fire 파이어|work 워크|book 북|time 타임|base 베이스|smart 스마트|wire 와이어|post 포스트|geo 지오|thermo 서모|
    psycho 사이코|copy 카피|neuro 뉴로|cardio 카디오|immuno 이뮤노|pharma 파마|health 헬스|food 푸드|
    techno 테크노|mono 모노|poly 폴리|aero 에어로|aqua 아쿠아|robo 로보|crypto 크립토
    """.strip().split("|")
)  # fmt: skip
_ENDS = re.compile("(?:" + "|".join(sorted(_BEHIND, key=len, reverse=True)) + ")$")
_STARTS = re.compile("^(?:" + "|".join(sorted(_BEFORE, key=len, reverse=True)) + ")")
_IS_WORD = re.compile(r"[b-df-hj-np-tv-xz]{0,3}[aeiouy]+[a-z]*[a-z]{2}")
_NO_WORDS = tuple("ion ior ial ity est ment able ings nom log ness less ship ward".split())
_SHORTEST = 3


def parted(word: str) -> tuple[str, str, str]:
    """What stands before a known part behind, that part as it is said, and one known in front.

    Exactly as (front said, what is left, back said); empty where nothing is known.
    """
    ends = _ENDS.search(word)
    if ends and _may_stand_before(word[: ends.start()], ends.group()):
        return "", word[: ends.start()], _BEHIND[ends.group()]
    starts = _STARTS.match(word)
    if starts and _IS_WORD.fullmatch(word[starts.end() :]) and _is_apart(word, starts.end()):
        return _BEFORE[starts.group()], word[starts.end() :], ""
    return "", word, ""


def _may_stand_before(left: str, behind: str) -> bool:
    """Play·list, but special·ist."""
    is_word = len(left) >= _SHORTEST and left not in _NOT_BEFORE
    return is_word and not (behind == "list" and left.endswith(("a", "i", "o", "c")))


def _is_apart(word: str, at: int) -> bool:
    """What is left has letters enough to be a word, and is no mere ending."""
    return len(word) - at > _SHORTEST and not word[at:].startswith(_NO_WORDS)
