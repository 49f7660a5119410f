"""English words that do not sound as they are spelled, and those Korean took in another way."""

from functools import cache

_WORDS = """
archive 아카이브|asset 애셋|basket 바스켓|benefit 베니핏|breakfast 브렉퍼스트|bulletin 불러틴|
calendar 캘린더|career 커리어|carnival 카니발|celebrity 셀러브리티|cement 시멘트|character 캐릭터|
citizen 시티즌|column 칼럼|comment 코멘트|copy 카피|customer 커스터머|custom 커스텀|diabetes 다이어비티스|
dollar 달러|elite 엘리트|evidence 에비던스|fantasy 판타지|follow 팔로|guarantee 개런티|hero 히어로|
heroes 히어로즈|hobby 하비|horizon 호라이즌|icon 아이콘|integration 인티그레이션|installation 인스톨레이션|
jewelry 주얼리|knowledge 날리지|label 라벨|laboratory 래버러토리|lithium 리튬|marathon 마라톤|marine 마린|
material 머티리얼|materials 머티리얼즈|maternity 머터니티|medal 메달|metal 메탈|metro 메트로|mystery 미스터리|
navigation 내비게이션|organic 오가닉|orientation 오리엔테이션|paragraph 패러그래프|plastic 플라스틱|
plaza 플라자|preparation 프레퍼레이션|radio 라디오|residence 레지던스|resort 리조트|restaurant 레스토랑|
romance 로맨스|satellite 새틀라이트|scandal 스캔들|sandal 샌들|schedule 스케줄|second 세컨드|
semester 시메스터|sentence 센텐스|sequence 시퀀스|series 시리즈|soccer 사커|stadium 스타디움|
status 스테이터스|suite 스위트|theater 시어터|theatre 시어터|theme 테마|theory 시어리|together 투게더|
tournament 토너먼트|transition 트랜지션|transparency 트랜스패런시|trauma 트라우마|umbrella 엄브렐러|
vacation 베케이션|vehicle 비이클|yacht 요트|jacket 재킷|packet 패킷|bucket 버킷|racket 라켓|tiger 타이거|
one 원|two 투|three 스리|four 포|eight 에이트|come 컴|some 섬|love 러브|have 해브|give 기브|live 라이브|
does 더즈|done 던|gone 곤|said 세드|says 세즈|been 빈|was 워즈|were 워|would 우드|could 쿠드|should 슈드|
what 왓|where 웨어|there 데어|their 데어|they 데이|these 디즈|those 도즈|this 디스|that 댓|than 댄|then 덴|
our 아워|us 어스|has 해즈|his 히즈|her 허|him 힘|any 애니|many 매니|every 에브리|ever 에버|never 네버|
only 온리|once 원스|woman 우먼|women 위민|people 피플|friend 프렌드|heart 하트|blood 블러드|flood 플러드|
door 도어|money 머니|honey 허니|month 먼스|monday 먼데이|tuesday 튜스데이|wednesday 웬즈데이|
thursday 서스데이|friday 프라이데이|saturday 새터데이|sunday 선데이|january 재뉴어리|february 페브루어리|
march 마치|april 에이프릴|may 메이|june 준|july 줄라이|august 오거스트|september 셉템버|october 옥토버|
november 노벰버|december 디셈버|answer 앤서|island 아일랜드|aisle 아일|iron 아이언|listen 리슨|castle 캐슬|
colonel 커널|business 비즈니스|busy 비지|build 빌드|built 빌트|builder 빌더|buy 바이|eye 아이|eyes 아이즈|
sure 슈어|sugar 슈거|ocean 오션|machine 머신|police 폴리스|recipe 레시피|cafe 카페|coffee 커피|committee 커미티|
employee 임플로이|trainee 트레이니|chef 셰프|chic 시크|champagne 샴페인|niche 니치|cache 캐시|genre 장르|
debut 데뷔|bouquet 부케|ballet 발레|buffet 뷔페|gourmet 고메|depot 디포|rendezvous 랑데부|encore 앙코르|
ensemble 앙상블|avenue 애비뉴|boulevard 불러바드|concierge 컨시어지|atelier 아틀리에|salon 살롱|plaza 플라자|
piano 피아노|violin 바이올린|opera 오페라|studio 스튜디오|casino 카지노|pizza 피자|espresso 에스프레소|
banana 바나나|tomato 토마토|potato 포테이토|salad 샐러드|chocolate 초콜릿|cookie 쿠키|lemon 레몬|melon 멜론|
hormone 호르몬|allergy 알레르기|vaccine 백신|calcium 칼슘|sodium 나트륨|potassium 칼륨|titanium 티타늄|
aluminum 알루미늄|energy 에너지|radar 레이더|robot 로봇|missile 미사일|diesel 디젤|gasoline 가솔린|
camera 카메라|drama 드라마|cartoon 카툰|animation 애니메이션|comedy 코미디|gas 가스|bus 버스|mineral 미네랄|
catalog 카탈로그|collaboration 컬래버레이션|concept 콘셉트|concert 콘서트|contest 콘테스트|contact 콘택트|
contents 콘텐츠|context 콘텍스트|contract 콘트랙트|conference 콘퍼런스|console 콘솔|concrete 콘크리트|
compact 콤팩트|complex 콤플렉스|combination 콤비네이션|comic 코믹|command 커맨드|companion 컴패니언|
profile 프로필|target 타깃|ticket 티켓|pocket 포켓|market 마켓|rocket 로켓|chance 찬스|front 프런트|
orange 오렌지|original 오리지널|idea 아이디어|area 에어리어|era 에라|media 미디어|data 데이터|quota 쿼터|
syndrome 신드롬|symptom 심프텀|rhythm 리듬|harmony 하모니|mechanism 메커니즘|millennium 밀레니엄|
auto 오토|audio 오디오|video 비디오|photo 포토|studio 스튜디오|logo 로고|euro 유로|metaverse 메타버스|
tutorial 튜토리얼|voucher 바우처|couple 커플|double 더블|trouble 트러블|touch 터치|young 영|country 컨트리|
cousin 커즌|southern 서던|enough 이너프|tough 터프|rough 러프|laugh 래프|cough 코프|through 스루|though 도|
thought 소트|daughter 도터|height 하이트|weight 웨이트|neighbor 네이버|foreign 포린|sign 사인|signal 시그널|
receipt 리시트|debt 데트|doubt 다우트|subtle 서틀|climb 클라임|bomb 밤|tomb 툼|comb 콤|hour 아워|honor 아너|
honest 어니스트|heir 에어|biscuit 비스킷|circuit 서킷|language 랭귀지|penguin 펭귄|guardian 가디언|queue 큐|
unique 유니크|technique 테크니크|boutique 부티크|league 리그|colleague 콜리그|dialogue 다이얼로그|vague 베이그|
island 아일랜드|choir 콰이어|chorus 코러스|orchestra 오케스트라|stomach 스토머크|anchor 앵커|architect 아키텍트|
architecture 아키텍처|archives 아카이브스|monarch 모나크|epoch 에포크|schema 스키마|school 스쿨|scheme 스킴|
pioneer 파이어니어|giant 자이언트|science 사이언스|quiet 콰이어트|society 소사이어티|variety 버라이어티|
anxiety 앵자이어티|violence 바이얼런스|biology 바이올로지|piece 피스|science 사이언스|view 뷰|review 리뷰|
interview 인터뷰|beauty 뷰티|bureau 뷰로|plateau 플래토|great 그레이트|break 브레이크|steak 스테이크|
real 리얼|ideal 아이디얼|create 크리에이트|react 리액트|being 빙|seeing 시잉|doing 두잉|going 고잉|
put 풋|pull 풀|push 푸시|full 풀|bull 불|bush 부시|butcher 부처|sugar 슈거|cushion 쿠션|fruit 프루트|juice 주스|
suit 슈트|nuisance 뉴슨스|ski 스키|taxi 택시|safari 사파리|mini 미니|multi 멀티|semi 세미|anti 안티|
bio 바이오|eco 에코|geo 지오|neo 네오|nano 나노|micro 마이크로|macro 매크로|hydro 하이드로|electro 일렉트로|
tele 텔레|super 슈퍼|hyper 하이퍼|cyber 사이버|inter 인터|over 오버|under 언더|out 아웃|up 업|down 다운|off 오프|
life 라이프|time 타임|house 하우스|home 홈|base 베이스|case 케이스|use 유즈|user 유저|close 클로즈|closed 클로즈드|
release 릴리스|increase 인크리스|promise 프로미스|purchase 퍼처스|practice 프랙티스|premise 프레미스|
exercise 엑서사이즈|executive 이그제큐티브|example 이그잼플|exam 이그잼|exit 엑시트|exhibition 엑시비션|
exhibit 이그지비트|exotic 이그조틱|wallet 월릿|warrior 워리어|war 워|ward 워드|water 워터|warehouse 웨어하우스|
squad 스쿼드|swan 스완|swap 스와프|wash 워시|watch 워치|want 원트|quality 퀄리티|quantity 퀀티티|
rehabilitation 리해빌리테이션|diagnosis 다이어그노시스|psychology 사이콜로지|psychiatry 사이카이어트리|
philosophy 필로소피|photography 포토그래피|geography 지오그래피|adult 어덜트|arena 아레나|carbon 카본|democracy 데모크라시|document 다큐먼트|
documentary 다큐멘터리|imagine 이매진|independent 인디펜던트|interactive 인터랙티브|license 라이선스|
paradigm 패러다임|parade 퍼레이드|premiere 프리미어|scenario 시나리오|turbine 터빈|illustration 일러스트레이션|
timetable 타임테이블|roommate 룸메이트|classmate 클래스메이트|teammate 팀메이트|contest 콘테스트|coupon 쿠폰|
alternative 얼터너티브|apartment 아파트먼트|discipline 디서플린|elevator 엘리베이터|loyal 로열|loyalty 로열티|
pavilion 파빌리온|obesity 오비서티|coalition 코얼리션|alarm 알람|bacteria 박테리아|balcony 발코니|category 카테고리|comedian 코미디언|
mileage 마일리지|outlet 아웃렛|palette 팔레트|panorama 파노라마|terrace 테라스|transaction 트랜잭션|tsunami 쓰나미|
veteran 베테랑|vineyard 빈야드|vocabulary 보캐뷸러리|garage 가라지|facility 퍼실리티|criteria 크라이티어리어|leisure 레저|
pressure 프레셔|refugee 레퓨지|strategic 스트래티직|analysis 애널리시스|master 마스터|check 체크|tech 테크|set 세트|hyena 하이에나|function 펑션|formula 포뮬러|genius 지니어스|guard 가드|
input 인풋|output 아웃풋|backup 백업|literature 리터러처|luxury 럭셔리|royalty 로열티|scholar 스칼러|ultra 울트라|biography 바이오그래피|
""".strip().split("|")


@cache
def irregular_words() -> dict[str, str]:
    """Words in small letters and how they are said."""
    return dict(each.split() for each in _WORDS if each.strip())
