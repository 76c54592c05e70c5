"""Dates and times of statistical packages as ISO texts."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from report.respondents.moments import iso, shortest, spss_written, stata_written

DAY = 86_400.0
FIRST_OF_MAY_2018 = 159_080 * DAY
"""Seconds since 14 October 1582, as SPSS counts; Python's calendar has as many days between the two."""


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("ADATE10", "2018-05-01"),
        ("MOYR8", "2018-05-01"),
        ("DATETIME20", "2018-05-01T10:10:10.500000"),
        ("YMDHMS19", "2018-05-01T10:10:10.500000"),
    ],
)
def test_a_moment_of_spss(format_: str, text: str) -> None:
    written = spss_written(format_)

    assert (date(2018, 5, 1) - date(1582, 10, 14)).days == 159_080
    assert written is not None
    assert written(FIRST_OF_MAY_2018 + 36_610.5) == text


def test_a_time_of_spss_may_be_longer_than_a_day() -> None:
    written = spss_written("DTIME9")

    assert written is not None
    assert [written(each) for each in (36_610.0, 25 * 3600.0, -90.25)] == ["10:10:10", "25:00:00", "-00:01:30.250"]


@pytest.mark.parametrize(
    ("format_", "number", "text"),
    [
        ("%td", 21_305.0, "2018-05-01"),
        ("%tdD_m_Y", -1.0, "1959-12-31"),
        ("%d", 0.0, "1960-01-01"),
        ("%tc", 1000.0, "1960-01-01T00:00:01"),
        ("%-tC", 0.0, "1960-01-01T00:00:00"),
        ("%tcHH:MM:SS", 36_610_000.0, "10:10:10"),
    ],
)
def test_a_moment_of_stata(format_: str, number: float, text: str) -> None:
    written = stata_written(format_)

    assert written is not None
    assert written(number) == text


@pytest.mark.parametrize("format_", ["%9.0g", "%tm", "%tq", "%-12s", ""])
def test_other_formats_of_stata_are_of_numbers(format_: str) -> None:
    assert stata_written(format_) is None


@pytest.mark.parametrize("format_", ["F8.2", "MONTH3", "WKDAY9", "PCT5.1", "DOLLAR8"])
def test_other_formats_of_spss_are_of_numbers(format_: str) -> None:
    assert spss_written(format_) is None


def test_a_date_out_of_all_reason_stays_the_number_it_is() -> None:
    written = spss_written("DATE11")

    assert written is not None
    assert [written(each) for each in (1e300, -99.0 * DAY * 1e6)] == ["1e+300", "-8553600000000"]


def test_numbers_have_their_shortest_form() -> None:
    assert [shortest(each) for each in (3.0, -0.5, 1e15, 0.1, 7)] == ["3", "-0.5", "1000000000000000.0", "0.1", "7"]


def test_a_moment_at_midnight_is_a_date() -> None:
    moments = (datetime(2018, 5, 1), datetime(2018, 5, 1, 10), date(2018, 5, 1), time(10, 30))  # noqa: DTZ001 - as Excel has them

    assert [iso(each) for each in moments] == ["2018-05-01", "2018-05-01T10:00:00", "2018-05-01", "10:30:00"]
