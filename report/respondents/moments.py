"""Dates and times of statistical packages, which keep them as numbers, as ISO 8601 texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Written: TypeAlias = Callable[[float], str]
"""Writes a number of a package as the date or time that it means."""

SPSS_EPOCH = datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no time zones
STATA_EPOCH = datetime(1960, 1, 1)  # noqa: DTZ001 - nor does Stata

_SPSS_DATES = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR")
_SPSS_MOMENTS = ("DATETIME", "YMDHMS")
_SPSS_DURATIONS = ("TIME", "DTIME", "MTIME")


def spss_written(format_: str) -> Written | None:
    """How values of a format (as "ADATE10") are written; None where they are numbers or texts.

    They are seconds since 14 October 1582, or a duration in seconds. Source: IBM SPSS Statistics Command Syntax
    Reference, "Date and time". Of a quarter, a month or a week it is the first day.
    """
    name = format_.rstrip("0123456789.").upper()
    if name in _SPSS_DATES:
        return lambda seconds: _day(SPSS_EPOCH, seconds)
    if name in _SPSS_MOMENTS:
        return lambda seconds: _moment(SPSS_EPOCH, seconds)
    return duration if name in _SPSS_DURATIONS else None


def stata_written(format_: str) -> Written | None:
    """How values of a format (as "%tdD_m_Y") are written; None where they are numbers or texts.

    Days, or milliseconds, since 1960. Weeks, months, quarters and half years remain the numbers they are. Source: Stata
    User's Guide, "Working with dates and times". A format of hours alone makes a time of day of the milliseconds.
    """
    found = re.match(r"%-?(?:t([dcC])|(d))(.*)", format_)
    if not found:
        return None
    if "c" not in (found.group(1) or "").lower():
        return lambda days: _day(STATA_EPOCH, days * 86_400)
    if re.match(r"[Hh]", found.group(3)):
        return lambda milliseconds: duration(milliseconds / 1000)
    return lambda milliseconds: _moment(STATA_EPOCH, milliseconds / 1000)


def shortest(number: float) -> str:
    """A number as text in its shortest form: "3", "0.5"."""
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(float(number))


def iso(moment: datetime | date | time) -> str:
    """A moment as text: a date where no time of day is told."""
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat()


def _day(epoch: datetime, seconds: float) -> str:
    return _moment(epoch, seconds).partition("T")[0]


def _moment(epoch: datetime, seconds: float) -> str:
    """The moment so many seconds later; the number itself where it lies outside of the years 1 to 9999."""
    try:
        return (epoch + timedelta(milliseconds=round(seconds * 1000))).isoformat()
    except (OverflowError, ValueError):
        return shortest(seconds)


def duration(seconds: float) -> str:
    """Hours, minutes and seconds; more than a day has more than 24 hours."""
    sign, milliseconds = "-" if seconds < 0 else "", round(abs(seconds) * 1000)
    whole, fraction = divmod(milliseconds, 1000)
    text = f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{text}.{fraction:03}" if fraction else text
