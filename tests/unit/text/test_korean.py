"""Tables of real phrases: what is written in releases, and what an announcer says."""

import pytest

from service.text.ko.numbers import any_number, digits, native, sino
from service.text.ko.particles import fitting
from service.text.reading import read, runs


def said(text):
    return " ".join(spoken for _, spoken in runs(read(text, "ko")))


NUMBERS = [
    ("0", "영"),
    ("10", "십"),
    ("100,000", "십만"),
    ("10,000", "만"),
    ("110,000,000", "일억 천만"),
    ("12,345", "만 이천삼백사십오"),
    ("0.78", "영 점 칠팔"),
    ("2,450.5", "이천사백오십 점 오"),
    ("1" * 40, "일" * 40),
]

PHRASES = [
    # dates
    ("’23.7.4.(화)~7.9.(일) 방문", "이천이십삼 년 칠월 사일 화요일부터 칠월 구일 일요일까지 방문"),
    ("2024-03-05 등록", "이천이십사 년 삼월 오일 등록"),
    ("2024. 6. 10.(월) 개최", "이천이십사 년 유월 십일 월요일 개최"),
    ("10월 중순", "시월 중순"),
    ("2024년 2/4분기", "이천이십사 년 이사분기"),
    ("2025~2029년", "이천이십오 년부터 이천이십구 년까지"),
    ("2025. 1. 1.부터 3. 31.까지", "이천이십오 년 일월 일일부터 삼월 삼십일일까지"),
    # times
    ("14:30에 시작", "십사 시 삼십 분에 시작"),
    ("09:00~18:00", "오전 아홉 시부터 십팔 시까지"),
    ("오전 7시 30분", "오전 일곱 시 삼십 분"),
    # telephone
    ("044-202-3333", "공사사 이공이 삼삼삼삼"),
    ("1577-0199", "일오칠칠 공일구구"),
    ("문의는 129로 하면", "문의는 일이구로 하면"),
    # money
    ("3조 2,450억 원", "삼조 이천사백오십억 원"),
    ("월 12만 5,000원", "월 십이만 오천 원"),
    ("30~50만 원", "삼십만 원에서 오십만 원"),
    ("$2.5억", "이 점 오억 달러"),
    # percent and change
    ("12.5%", "십이 점 오 퍼센트"),
    ("0.3%p 상승", "영 점 삼 퍼센트포인트 상승"),
    ("△3.2%", "삼 점 이 퍼센트 감소"),
    ("10~20%", "십 퍼센트에서 이십 퍼센트"),
    # counters
    ("3개 기관", "세 개 기관"),
    ("12개월", "십이 개월"),
    ("7개국", "칠 개국"),
    ("20살", "스무 살"),
    ("65세", "육십오 세"),
    ("구급차 3대", "구급차 세 대"),
    ("30대 남성", "삼십 대 남성"),
    ("3대 전략", "삼 대 전략"),
    ("1번째", "첫 번째"),
    ("2~3명", "두세 명"),
    ("제3차 회의", "제삼차 회의"),
    ("1위, 2위", "일 위, 이 위"),
    ("5개사", "다섯 개사"),
    # law
    ("「의료법」 제4조제2항", "의료법 제사조 제이항"),
    ("제12조의3", "제십이조의 삼"),
    # letters
    ("MOU를 체결", "엠오유를 체결"),
    ("R&D 예산", "알앤디 예산"),
    ("WHO는", "더블유에이치오는"),
    ("UNESCO와", "유네스코와"),
    ("Moderna가", "모더나가"),
    # marks
    ("□ 추진 배경", "추진 배경"),
    ("※ 문의처", "참고, 문의처"),
    ("읍·면·동", "읍면동"),
    ("기업·대학·병원", "기업, 대학, 병원"),
    ("보스턴(Boston)에서", "보스턴에서"),
    ("3·1절", "삼일절"),
    ("“열었다.”라며", "열었다라며"),
    ("★(MOHW)", "엠오에이치더블유"),
    # particles
    ("84%이 만족", "팔십사 퍼센트가 만족"),
    ("복지부(장관 홍길동)는", "복지부, 장관 홍길동은"),
    ("5km으로", "오 킬로미터로"),
    # files and addresses
    ("www.korea.kr", "더블유더블유더블유 점 코리아 점 케이알"),
    ("보도자료.hwp", "보도자료 점 에이치더블유피"),
    ("116.76KB", "백십육 점 칠육 킬로바이트"),
]


@pytest.mark.parametrize(("written", "spoken"), NUMBERS)
def test_numbers(written, spoken):
    assert sino(written) == spoken


@pytest.mark.parametrize(("written", "spoken"), PHRASES)
def test_phrases_of_releases(written, spoken):
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("1만", "만"),
        ("2만5천", "이만 오천"),
        ("1천5백", "천오백"),
        ("1억 3,500만", "일억 삼천오백만"),
    ],
)
def test_numbers_written_with_units(written, spoken):
    assert any_number(written) == spoken


def test_native_numbers_stand_before_counters():
    assert [native(n) for n in (1, 4, 20, 21, 35, 99)] == [
        "한",
        "네",
        "스무",
        "스물한",
        "서른다섯",
        "아흔아홉",
    ]


def test_digits_are_said_one_by_one():
    assert digits("2023") == "이공이삼"


@pytest.mark.parametrize(
    ("particle", "before", "fits"),
    [
        ("이", "퍼센트", "가"),
        ("을", "엠오유", "를"),
        ("으로", "서울", "로"),
        ("로", "병원", "으로"),
        ("는", "장관", "은"),
        ("이다", "서울", "이다"),
        ("이", "", "이"),
    ],
)
def test_particles_fit_the_sound_before_them(particle, before, fits):
    assert fitting(particle, before) == fits
