"""Which voice says what, and what is spelled alike before anything is read."""

import pytest

from service.text.clean import clean
from service.text.languages import main_language, runs_of

WHOLE = [
    ("보건복지부는 밝혔다.", "en", "ko"),
    ("Minister Cho will visit Los Angeles.", "ko", "en"),
    ("주제는 “Building a Healthier Future for All Generations Together”이다.", "en", "ko"),
    ("‘Global Bio Partnering and Investment Forum 2023’을 개최한다.", "en", "ko"),
    ("Genentech과 Biogen, Illumina, Moderna의 대표", "en", "ko"),
    ("The 통합돌봄 program supports older persons at home.", "ko", "en"),
    ("Bokjiro is the portal for welfare services (복지로)", "ko", "en"),
    ("The song “아리랑” was sung by all who had come to the hall.", "ko", "en"),
    ("WHO, OECD, UNICEF, EU", "ko", "ko"),
    ("WHO, OECD, UNICEF, EU", "en", "en"),
    ("KF94, KF80, KF-AD", "ko", "ko"),
    ("MINISTRY OF HEALTH AND WELFARE", "ko", "en"),
    ("Press Release", "ko", "ko"),
    ("https://www.mohw.go.kr/board.es?mid=a10503000000", "ko", "ko"),
    ("press@korea.kr, hong@korea.kr, kim@korea.kr, lee@korea.kr", "ko", "ko"),
    ("12,345", "ko", "ko"),
    ("", "en", "en"),
]


@pytest.mark.parametrize(("text", "default", "language"), WHOLE)
def test_a_sentence_is_read_in_the_language_of_its_grammar(text, default, language):
    assert main_language(text, default) == language


IN_KOREAN = [
    (
        "주제는 Korea United States Cluster Round Table 이다.",
        ["Korea United States Cluster Round Table"],
    ),
    ("‘1st World Bio Summit’을 연다.", []),
    ("‘The 1st Annual World Bio Summit’을 연다.", ["The 1st Annual World Bio Summit"]),
    ("“Vision 2030: Health for All”을 내걸었다.", ["Vision 2030: Health for All"]),
    ("Global Health Security Agenda 2024 개최", ["Global Health Security Agenda"]),
    ("WHO, OECD, UNICEF, IAEA와 협력", []),
    ("Pfizer, Moderna, Janssen, Novavax와 협력", []),
    ("Los Angeles, San Diego, San Francisco, New York 방문", []),
    ("John F. Kennedy Jr. 전기", []),
    ("World Health Organization WHO 총회", []),
    ("누리집 www.korea.kr 또는 bokjiro.go.kr 참고", []),
    ("A, B, C, D 등급", []),
    ("Bio Health Innovation K-바이오", []),
    ("Global Bio Health Innovation K-바이오", ["Global Bio Health Innovation"]),
    ("AI R&D Hub Center", []),
    ("Cho, KyooHong 장관", []),
]


@pytest.mark.parametrize(("text", "english"), IN_KOREAN)
def test_four_english_words_in_a_row_go_to_the_english_voice(text, english):
    assert [text[a:b] for a, b, language in runs_of(text, "ko") if language == "en"] == english


IN_ENGLISH = [
    ("the 통합돌봄 program", ["통합돌봄"]),
    ("on 7월 4일 in Seoul", ["7월 4일"]),
    ("in 2023년 7월 and later", ["2023년 7월"]),
    ("the K-바이오 cluster", ["K-바이오"]),
    ("against 코로나19 and flu", ["코로나19"]),
    ("Sejong-si (세종시)", ["세종시"]),
    ("Download 미리보기/음성듣기", ["미리보기/음성듣기"]),
    ("the 129 보건복지콜센터 line", ["보건복지콜센터"]),
    ("「국민건강보험법」 Article 5", ["국민건강보험법"]),
    ("12,000명 took part", ["12,000명"]),
    ("no Korean here", []),
]


@pytest.mark.parametrize(("text", "korean"), IN_ENGLISH)
def test_korean_goes_to_the_korean_voice_with_what_has_grown_to_it(text, korean):
    assert [text[a:b] for a, b, language in runs_of(text, "en") if language == "ko"] == korean


ALIKE = [
    ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ("e\u0301", "é"),
    ("１，２３４％", "1,234%"),
    ("（주）ＫＢ", "(주)KB"),
    ("\uf90a", "金"),
    ("\u212a\u212b\u2126", "KÅΩ"),
    ("\U0001d401\U0001d428ld", "Bold"),
    ("CO₂", "CO2"),
    ("m²", "m²"),
    ("보건ㆍ복지・의료‧돌봄∙연금⋅건강･안전", "보건·복지·의료·돌봄·연금·건강·안전"),
    ("7〜9, 1∼2, 3～4, 5˜6, 7∽8", "7~9, 1~2, 3~4, 5~6, 7~8"),
    ("a‐b‑c−d－e", "a-b-c-d-e"),
    ("„말‟ ‛말ʼ", "“말“ ‘말’"),
    ("끝。 하나、둘", "끝. 하나,둘"),
    ("｢법｣", "「법」"),
    ("￦1,000 ￡5", "₩1,000 £5"),
    ("\uf0a7 하나 \uf06c 둘", "  하나   둘"),
    ("가\x07나\tb\u3000c\u00a0d", "가 나 b c d"),
    ("infor\u00admation", "information"),
    ("국\u200b민\ufeff", "국민"),
    ("\u200e123\u202c", "123"),
    ("\u2764\ufe0f", "\u2764"),
    ("e\u200d\u0301", "é"),
    ("ｅ\u0301", "é"),
    ("\u200b", " "),
    ("5µg", "5μg"),
]


@pytest.mark.parametrize(("source", "plain"), ALIKE)
def test_what_looks_alike_is_one_spelling(source, plain):
    cleaned = clean(source)
    assert cleaned.text == plain
    assert clean(plain).text == plain
    assert (cleaned.starts[0], cleaned.starts[-1]) == (0, len(source))
