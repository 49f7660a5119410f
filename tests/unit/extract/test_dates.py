import pytest

from service.extract.dates import date_in


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-07-12 13:02", "2023-07-12"),
        ("보도시점 2023. 7. 4.(화) 조간 배포 2023. 7. 3.(월)", "2023-07-04"),
        ("2023년 7월 12일", "2023-07-12"),
        ("’23.7.4.(화)", "2023-07-04"),
        ("2023/07/12", "2023-07-12"),
        ("Release date July 12, 2023", "2023-07-12"),
        ("12 Sept. 2023", "2023-09-12"),
        ("2023.13.45.", ""),
        ("044-202-2901", ""),
        ("예산은 12.5% 늘었다", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_in_the_form_in_which_it_is_written(text, date):
    assert date_in(text) == date
