import pytest

from service.extract.pdf.sense import is_gibberish

KOREAN = "시청은 도서관을 밤 10시까지 연다고 밝혔다. 신청은 누리집에서 받는다. " * 4
SHIFTED = "".join(chr(ord(c) + 37) if "가" <= c <= "하" else c for c in KOREAN)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("7KHTXLFNEURZQIR[MXPSVRYHUWKHOD]\\GRJ " * 4, True),
        ("\ufffd\x02\x03 abc " * 40, True),
        ("The ministry announced a plan to open libraries until ten at night. " * 2, False),
        (KOREAN, False),
        (SHIFTED, True),
        ("MOHW KDCA NHIS HIRA", False),
        ("1,200 3,400 5,600 " * 20, False),
        ("", False),
    ],
)
def test_text_that_nobody_wrote_is_found_out(text, answer):
    assert is_gibberish(text) is answer
