import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.language.dates import PartialDate, date_text, period_texts, short_date_text, year_text
from report.language.registry import load


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2016", PartialDate(2016)),
        ("2016-06", PartialDate(2016, 6)),
        ("2016-06-14", PartialDate(2016, 6, 14)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, date: PartialDate) -> None:
    assert PartialDate.parse(written) == date
    assert str(date) == written


NO_DATES = [
    *("", "16", "2016-6", "2016-13", "2016-00", "2015-02-29", "2016-06-00", "0000", "14.06.2016", "2016-06-14T00"),
    "２０１６",  # digits, but not those of ISO 8601
]


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=rf'^"{written}" is not '):
        PartialDate.parse(written)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="a day needs its month"):
        PartialDate(2016, day=14)


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("2016", "2016", "2016"),
        ("2016-06", "Juni 2016", "June 2016"),
        ("2016-06-14", "14. Juni 2016", "14 June 2016"),
        ("2016-03-01", "1. März 2016", "1 March 2016"),
    ],
)
def test_a_date_is_worded_no_more_exactly_than_it_is(written: str, german: str, english: str) -> None:
    date = PartialDate.parse(written)

    assert date_text(date, load("de")) == german
    assert date_text(date, load("en")) == english
    assert year_text(date, load("de")) == "2016"


def test_months_are_abbreviated_as_the_language_does() -> None:
    months = [PartialDate(2023, month) for month in (3, 5, 9, 12)]

    assert [short_date_text(date, load("de")) for date in months] == [
        "März 2023",
        "Mai 2023",
        "Sept. 2023",
        "Dez. 2023",
    ]
    assert [short_date_text(date, load("en")) for date in months] == ["Mar 2023", "May 2023", "Sept 2023", "Dec 2023"]
    assert short_date_text(PartialDate(2023, 9, 14), load("de")) == "14. Sept. 2023"
    assert short_date_text(PartialDate(2023, 9, 14), load("en")) == "14 Sept 2023"
    assert short_date_text(PartialDate(2023), load("de")) == "2023"


@pytest.mark.parametrize(
    ("first", "last", "german", "english"),
    [
        ("2016-05-02", "2016-05-20", ("2.", "20. Mai 2016"), ("2", "20 May 2016")),
        ("2016-03-04", "2016-05-04", ("4. März", "4. Mai 2016"), ("4 March", "4 May 2016")),
        ("2016-05", "2016-06", ("Mai", "Juni 2016"), ("May", "June 2016")),
        ("2016-05", "2016-06-02", ("Mai", "2. Juni 2016"), ("May", "2 June 2016")),
        ("2015-12", "2016-01", ("Dezember 2015", "Januar 2016"), ("December 2015", "January 2016")),
        ("2015", "2016", ("2015", "2016"), ("2015", "2016")),
        ("2016-05", "2016-05", ("Mai", "Mai 2016"), ("May", "May 2016")),
    ],
)
def test_a_period_says_once_what_both_its_dates_share(
    first: str, last: str, german: tuple[str, str], english: tuple[str, str]
) -> None:
    period = PartialDate.parse(first), PartialDate.parse(last)

    assert period_texts(*period, load("de")) == german
    assert period_texts(*period, load("en")) == english


@given(day=st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_survives_being_written_and_read(day: datetime.date) -> None:
    date = PartialDate.parse(day.isoformat())

    assert date.first_day == day
    assert PartialDate.parse(day.isoformat()[:7]).first_day == day.replace(day=1)


def test_dates_are_in_order_with_the_less_exact_first() -> None:
    written = ["2013", "2014", "2014-09", "2014-09-30", "2014-10", "2015"]

    assert [str(date) for date in sorted(map(PartialDate.parse, reversed(written)))] == written


@pytest.mark.parametrize(
    ("one", "other", "ends_before"),
    [
        ("2023", "2024-01", True),
        ("2023-06", "2024", True),
        ("2024", "2024-01", False),
        ("2024-01", "2024", False),
        ("2024-01-31", "2024-02-01", True),
        ("2024-02", "2024-02-01", False),
        ("2025", "2024-12", False),
    ],
)
def test_a_date_ends_before_another_if_no_day_of_it_lies_later(one: str, other: str, *, ends_before: bool) -> None:
    assert PartialDate.parse(one).ends_before(PartialDate.parse(other)) is ends_before
