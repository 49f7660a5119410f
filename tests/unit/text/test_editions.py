"""Words that name the language of an edition."""

import pytest

from service.text.editions import edition_of_file, edition_of_link


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("보도자료(영문).pdf", "en"),
        ("[영문] 한국형 혁신 클러스터 방안.hwpx", "en"),
        ("(English) Korean version of Innovation Clusters.pdf", "en"),
        ("(Eng)Press release.docx", "en"),
        ("press_release_ENG.pdf", "en"),
        ("press-release_en.pdf", "en"),
        ("231004_보도자료_영문.pdf", "en"),
        ("영문_231004_보도자료.pdf", "en"),
        ("보도자료 영문본.hwp", "en"),
        ("영문 보도자료.pdf", "en"),
        ("Press Release (English version).pdf", "en"),
        ("보도자료(국문).hwpx", "ko"),
        ("Press Release (Korean).pdf", "ko"),
        ("press_release_KOR.pdf", "ko"),
        ("국문본.hwp", "ko"),
        ("보도자료(국·영문).pdf", ""),
        ("보도자료(국문)(영문).zip", ""),
        ("영문법 안내서.pdf", ""),
        ("영어 교육 활성화 방안.pdf", ""),
        ("English Education Plan.pdf", ""),
        ("국문학 전공자 모집.hwp", ""),
        ("보도자료.pdf", ""),
        ("open.pdf", ""),
        ("", ""),
    ],
)
def test_a_file_name_says_its_language(name, language):
    assert edition_of_file(name) == language


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("English", ("en", "")),
        ("ENGLISH", ("en", "")),
        ("ENG", ("en", "")),
        ("영문", ("en", "")),
        ("영문 보기", ("en", "")),
        ("영문 보도자료 바로가기", ("en", "")),
        ("[English version]", ("en", "")),
        ("English press release", ("en", "")),
        ("국문", ("ko", "")),
        ("한국어", ("ko", "")),
        ("Korean version", ("ko", "")),
        ("[영문] Exploring a New Strategy", ("en", "Exploring a New Strategy")),
        ("(English) Exploring a New Strategy", ("en", "Exploring a New Strategy")),
        ("영문 보도자료: Exploring a New Strategy", ("en", "Exploring a New Strategy")),
        ("[국문] 새 전략을 찾는다", ("ko", "새 전략을 찾는다")),
        ("영어 교육 방안", ("", "")),
        ("English Education Plan", ("", "")),
        ("Exploring a New Strategy", ("", "")),
        ("보도자료(영문).pdf", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_link_says_where_it_leads(words, told):
    assert edition_of_link(words) == told


def test_hostile_names_take_time_in_proportion():
    for part in ("(영문", "en_", "English ", "[ ", "영문본 "):
        edition_of_file(part * 50_000)
        edition_of_link(part * 50_000)
