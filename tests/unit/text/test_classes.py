"""Each class of what is read aloud, in every shape that releases write it."""

import pytest

from service.text.clean import clean
from service.text.ko.hanja import hangul
from service.text.lexicon import digest, words
from service.text.reading import read, runs


def said(text, language):
    return " ".join(spoken for _, spoken in runs(read(text, language)))


KOREAN = {
    "dates": [
        ("2024/01/15", "이천이십사 년 일월 십오일"),
        ("23.7.12.", "이천이십삼 년 칠월 십이일"),
        ("7월 4일~9일", "칠월 사일부터 구일까지"),
        ("7.4.(화)~9.(일)", "칠월 사일 화요일부터 구일 일요일까지"),
        ("’23.6~’24.5", "이천이십삼 년 유월부터 이천이십사 년 오월까지"),
        ("2023-2027", "이천이십삼 년부터 이천이십칠 년까지"),
        ("1960~70년대", "천구백육십 년대에서 칠십 년대"),
        ("4·5월", "사월, 오월"),
        ("~12.31.", "십이월 삼십일일까지"),
        ("7.1.~", "칠월 일일부터"),
        ("’24.1분기", "이천이십사 년 일분기"),
        ("3·4분기", "삼사분기"),
        ("(7.4.화.조간)", "칠월 사일 화요일, 조간"),
        ("3.5~7.9%", "삼 점 오 퍼센트에서 칠 점 구 퍼센트"),
    ],
    "times": [
        ("9시~18시", "아홉 시부터 십팔 시까지"),
        ("오전 9시~오후 6시", "오전 아홉 시부터 오후 여섯 시까지"),
        ("09:00-18:00", "오전 아홉 시부터 십팔 시까지"),
        ("0시", "영 시"),
        ("(90‘)", "구십 분"),
    ],
    "telephone": [
        ("044 202 2110", "공사사 이공이 이일일공"),
        ("0505-123-4567", "공오공오 일이삼 사오육칠"),
        ("044-202-2110~3", "공사사 이공이 이일일공에서 삼"),
        ("홍길동 사무관(044-202-2110)", "홍길동 사무관, 공사사 이공이 이일일공"),
        ("국번 없이 129", "국번 없이 일이구"),
        ("자살예방상담전화 109", "자살예방상담전화 일공구"),
        ("상담 120건", "상담 백이십 건"),
        ("내선 2110", "내선 이일일공"),
        ("우편번호 30113", "우편번호 삼공일일삼"),
        ("123-45-67890", "일이삼 다시 사오 다시 육칠팔구공"),
    ],
    "money": [
        ("10만~20만 원", "십만 원에서 이십만 원"),
        ("USD 100", "백 달러"),
        ("$1.5 billion", "십오억 달러"),
        ("2.5조원", "이 점 오조 원"),
        ("5원칙", "오원칙"),
    ],
    "changes": [
        ("△3.5%", "삼 점 오 퍼센트 감소"),
        ("-3.5%", "마이너스 삼 점 오 퍼센트"),
        ("±3.1%p", "플러스마이너스 삼 점 일 퍼센트포인트"),
        ("65세↑", "육십오 세 이상"),
        ("10%→15%", "십 퍼센트에서 십오 퍼센트로"),
        ("3→5개", "세 개에서 다섯 개로"),
        ("≥65세", "육십오 세 이상"),
    ],
    "counters": [
        ("버스 20대", "버스 스무 대"),
        ("20대 여성", "이십 대 여성"),
        ("3대 2", "삼 대 이"),
        ("5번 출구", "오 번 출구"),
        ("3번의 기회", "세 번의 기회"),
        ("5종류", "다섯 종류"),
        ("3병상", "삼 병상"),
        ("31개국", "삼십일 개국"),
        ("만 19~34세", "만 십구 세에서 삼십사 세"),
        ("20·30대", "이십, 삼십 대"),
        ("5~6명", "대여섯 명"),
        ("18세~", "십팔 세부터"),
        ("제1~3차", "제일차에서 제삼차"),
        ("2023 조규홍", "이천이십삼 조규홍"),
    ],
    "units": [
        ("60km/h", "시속 육십 킬로미터"),
        ("35μg/㎥", "삼십오 마이크로그램 퍼 세제곱미터"),
        ("120/80mmHg", "백이십에 팔십 수은주 밀리미터"),
        ("2km²", "이 제곱킬로미터"),
        ("-10℃", "섭씨 영하 십 도"),
        ("5ppm", "오 피피엠"),
    ],
    "law": [
        ("제44조의2제3항", "제사십사조의 이 제삼항"),
        ("제2조제1호가목", "제이조 제일호 가목"),
        ("제44조제2항에 따라", "제사십사조 제이항에 따라"),
        ("[별표 1]", "별표 일"),
        ("표 1-2", "표 일 다시 이"),
        ("① 예산 ② 인력", "일, 예산 이, 인력"),
        ("Ⅳ. 향후 계획", "사, 향후 계획"),
        ("임상 Ⅲ상", "임상 삼상"),
    ],
    "events": [
        ("6·10 민주항쟁", "육십 민주항쟁"),
        ("9.19 군사합의", "구일구 군사합의"),
        ("12·12 사태", "십이십이 사태"),
        ("9·11 테러", "구일일 테러"),
    ],
    "letters": [
        ("PM2.5 농도", "피엠 이 점 오 농도"),
        ("H1N1", "에이치일엔일"),
        ("CO₂", "이산화탄소"),
        ("A/S", "에이에스"),
        ("A+등급", "에이 플러스 등급"),
        ("KAIST와", "카이스트와"),
        ("Vol. 3", "볼륨 삼"),
        ("e-나라도움", "이 나라도움"),
        ("코로나19", "코로나 십구"),
        ("B2B", "비투비"),
    ],
    "hanja": [
        ("韓·中·日", "한중일"),
        ("李 장관", "이 장관"),
        ("失敗率", "실패율"),
        ("保健福祉部", "보건복지부"),
        ("年 2회", "연 이 회"),
        ("홍길동(洪吉童)", "홍길동"),
    ],
    "marks": [
        ("○○시", "모 시"),
        ("ㅇ 대상", "대상"),
        ("㈔한국사회복지협의회", "사단법인 한국사회복지협의회"),
        ("[붙임 1] 참조", "붙임 일, 참조"),
        ("자세한 내용은 [붙임 1] 참조", "자세한 내용은 붙임 일 참조"),
        ("“챙기겠다.”라고 말했다.", "챙기겠다라고 말했다."),
        ("1억 2023년", "일억 이천이십삼 년"),
        ("\uf0a7 추진", "추진"),
    ],
}

ENGLISH = {
    "dates": [
        ("July 4-9, 2023", "July fourth to ninth, twenty twenty-three"),
        ("June 30 - July 2", "June thirtieth to July second"),
        ("4 July 2023", "the fourth of July, twenty twenty-three"),
        ("07/12/2023", "July twelfth, twenty twenty-three"),
        ("Tue., July 4", "Tuesday, July fourth"),
        ("2023–2027", "twenty twenty-three to twenty twenty-seven"),
        ("the 1990s", "the nineteen nineties"),
        ("mid-2025", "mid twenty twenty-five"),
        ("on 2023-07-12.", "on July twelfth, twenty twenty-three."),
        ("2,000 beds and 2000 beds", "two thousand beds and two thousand beds"),
    ],
    "times": [
        ("10 a.m.-5 p.m.", "ten a m to five p m"),
        ("9:05 a.m.", "nine oh five a m"),
        ("18:00 KST", "eighteen hundred hours K S T"),
    ],
    "money": [
        ("$5-10 million", "five to ten million dollars"),
        ("$0.50", "fifty cents"),
        ("$3.99", "three dollars and ninety-nine cents"),
        ("US$1.5 billion", "one point five billion U S dollars"),
        ("£20", "twenty pounds"),
    ],
    "quantities": [
        ("20-30%", "twenty to thirty percent"),
        ("-3.5%", "minus three point five percent"),
        ("35 µg/m3", "thirty-five micrograms per cubic meter"),
        ("120/80 mmHg", "one hundred twenty over eighty millimeters of mercury"),
        ("1,000th", "one thousandth"),
        ("1.5x", "one point five times"),
        ("1/0", "one over zero"),
        ("Phase III", "Phase three"),
        ("24/7", "twenty-four seven"),
    ],
    "telephone": [
        ("(82-44) 202-2110", "eight two, four four, two zero two, two one one zero"),
        ("the 129 hotline", "the one two nine hotline"),
        ("call 100 people", "call one hundred people"),
    ],
    "words": [
        ("CEOs and NGOs", "C E O's and N G O's"),
        ("H1N1, 5G and CO2", "H one N one, five G and C O two"),
        ("Co., Ltd.", "company limited."),
        ("the U.S.", "the U S."),
        ("IoT and mRNA", "I o T and m R N A"),
        ("public-private", "public-private"),
        ("St. Mary's Hospital", "Saint Mary's Hospital"),
        ("No. 5, Nos. 5 and 6", "number five, numbers five and six"),
    ],
}


def rows(tables, language):
    return [
        pytest.param(language, written, spoken, id=f"{language}-{kind}-{written}")
        for kind, phrases in tables.items()
        for written, spoken in phrases
    ]


@pytest.mark.parametrize(
    ("language", "written", "spoken"), rows(KOREAN, "ko") + rows(ENGLISH, "en")
)
def test_it_is_said_as_an_announcer_says_it(language, written, spoken):
    assert said(written, language).replace("  ", " ") == spoken


@pytest.mark.parametrize(
    ("source", "plain", "starts"),
    [
        ("\u1100\u1161\u11a8", "각", (0, 3)),
        ("１２％", "12%", (0, 1, 2, 3)),
        ("a\ufb01b", "afib", (0, 1, 1, 2, 3)),
        ("가\u200b나", "가나", (0, 2, 3)),
        ("\uf0a7", " ", (0, 1)),
    ],
)
def test_what_looks_alike_is_spelled_alike(source, plain, starts):
    cleaned = clean(source)
    assert (cleaned.text, cleaned.starts) == (plain, starts)


def test_places_go_from_the_clean_text_to_the_source_and_back():
    cleaned = clean("\u1100\u1161나")
    assert [cleaned.back(offset) for offset in (0, 1, 2)] == [0, 2, 3]
    assert [cleaned.forth(offset) for offset in (0, 1, 2)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("word", "left", "spoken"),
    [("女", "남", "녀"), ("女性", "", "여성"), ("老老", "", "노노"), ("率", "감염", "률")],
)
def test_the_first_sound_of_a_hanja_depends_on_what_stands_before(word, left, spoken):
    assert hangul(word, left) == spoken


def test_lexicon_has_an_alias_in_hangul_for_every_grapheme():
    known = words("ko")
    assert len(known) > 400
    assert all("가" <= alias[0] <= "힣" for alias in known.values())
    assert len(digest()) == 12


def test_a_lexicon_phrase_ends_at_a_particle_only():
    assert said("코로나19는", "ko") == "코로나 십구는"
    assert said("365일장", "ko") == "삼백육십오 일장"
