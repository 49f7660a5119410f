import pytest

from service.extract.pdf.joining import Piece, joined_all
from service.extract.pdf.spacing import Vocabulary, probabilities, vocabulary_of

KNOWN = vocabulary_of(["우리 클러스터를 위한", "this government plan works"])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["수출을 매년 12.", "5%씩 늘려"], "수출을 매년 12.5%씩 늘려"),
        (["매년 12.5%", "씩 늘려"], "매년 12.5%씩 늘려"),
        (["신청 기간은 2023. 7.", "4.까지이다"], "신청 기간은 2023. 7. 4.까지이다"),
        (["모두 2023", "년에 마쳤다"], "모두 2023년에 마쳤다"),
        (["바이오 클러", "스터를 방문"], "바이오 클러스터를 방문"),
        (["주요 정책을", "널리 알린다"], "주요 정책을 널리 알린다"),
        (["손보는 일이 더욱 중요해졌", "다. 또한"], "손보는 일이 더욱 중요해졌다. 또한"),
        (["빈틈을 줄이기로 하", "였다."], "빈틈을 줄이기로 하였다."),
        (["계획을 밝혔다.", "또한"], "계획을 밝혔다. 또한"),
        (["온라인으로 접수할 수", "있다."], "온라인으로 접수할 수 있다."),
        (["업무협약(MOU)", "을 맺는다"], "업무협약(MOU)을 맺는다"),
        (["한·", "미 관계"], "한·미 관계"),
        (["the bio-", "health industry"], "the bio-health industry"),
        (["a great govern-", "ment plan"], "a great government plan"),
        (["the major", "clusters"], "the major clusters"),
        (["(점검의 실시) -----", "-----"], "(점검의 실시) ----------"),
        (["국민건강보험법(", "제44조)"], "국민건강보험법(제44조)"),
    ],
)
def test_lines_are_joined_as_they_were_written(lines, text):
    assert joined_all([[Piece(line) for line in lines]], KNOWN) == [text]


def test_a_drawn_space_is_always_real():
    lines = [Piece("공백이 그려진 중요해졌", is_spaced=True), Piece("다")]
    assert joined_all([lines], KNOWN) == ["공백이 그려진 중요해졌 다"]


def test_words_that_stand_elsewhere_are_not_torn():
    lines = [Piece("앞으로 농촌생활"), Piece("연구소는 문을 연다")]
    known = vocabulary_of(["지난해 농촌생활연구소에서 밝힌", "이 농촌생활연구소는 문을"])
    assert joined_all([lines], Vocabulary()) == ["앞으로 농촌생활 연구소는 문을 연다"]
    assert joined_all([lines], known) == ["앞으로 농촌생활연구소는 문을 연다"]


def test_an_exporter_that_draws_its_spaces_means_their_absence():
    wraps = [*([-3.0] * 60), 0.5]
    silent = probabilities(wraps, drawn=0, bare=20)[-1]
    telling = probabilities(wraps, drawn=40, bare=0)[-1]
    assert telling < silent
    assert telling < 0.1


def test_an_exporter_that_never_breaks_words_is_found_out():
    clear, doubtful = [3.0] * 20, [-0.5]
    assert probabilities([*clear, *doubtful], drawn=0, bare=5)[-1] > 0.5
    assert probabilities(doubtful, drawn=0, bare=0)[-1] < 0.5
