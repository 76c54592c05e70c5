"""Dates as exact as they were published: a year, a month or a day; Babel's data word them."""

from __future__ import annotations

import datetime
import re
from functools import cache, total_ordering

from babel.dates import format_date, format_skeleton, get_month_names

from report.frozen import frozen
from report.language.model import Language

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@frozen
class PartialDate:
    """A year, or a month of it, or a day; a less exact date comes before the more exact ones that it contains."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a date that no calendar has."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        _ = self.first_day

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date written as "2016", "2016-06" or "2016-06-14" (ISO 8601, calendar dates); else ValueError."""
        written = _WRITTEN.fullmatch(text)
        if not written:
            raise ValueError(f'"{text}" is not a date like 2016, 2016-06 or 2016-06-14')
        try:
            return cls(*(int(part) for part in written.groups() if part))
        except ValueError as impossible:
            raise ValueError(f'"{text}" is not in the calendar: {impossible}') from None

    @property
    def first_day(self) -> datetime.date:
        """The day on which the year, month or day begins."""
        return datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def middle_day(self) -> datetime.date:
        """The day that it stands for where a place in time is wanted: of a year the 1 July, of a month its middle."""
        if self.month is None:
            return datetime.date(self.year, 7, 1)
        return self.first_day if self.day else self.first_day + datetime.timedelta(days=14)

    def ends_before(self, other: PartialDate) -> bool:
        """Whether all of it lies before all of another: 2023 before 2024-01, and not 2024 before 2024-01."""
        parts = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        known = [(one, two) for one, two in parts if one is not None and two is not None]
        return [one for one, _ in known] < [two for _, two in known]

    def __lt__(self, other: PartialDate) -> bool:
        return self._order < other._order

    def __str__(self) -> str:
        """The date as `parse` reads it."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def _order(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)


def date_text(date: PartialDate, language: Language) -> str:
    """The date in words, no more exact than it is: "2016", "Juni 2016", "14. Juni 2016"."""
    if date.month is None:
        return year_text(date, language)
    if date.day is None:
        return format_skeleton("yMMMM", date.first_day, locale=language.locale)
    return format_date(date.first_day, format="long", locale=language.locale)


def period_texts(first: PartialDate, last: PartialDate, language: Language) -> tuple[str, str]:
    """The dates between which a period lies, the first without what the last says again: "2.", "20. Mai 2016"."""
    words, again = (date_text(date, language).split(" ") for date in (first, last))
    shared = 0
    while shared < min(len(words), len(again)) - 1 and words[-1 - shared] == again[-1 - shared]:
        shared += 1
    return " ".join(words[: len(words) - shared]), " ".join(again)


def short_date_text(date: PartialDate, language: Language) -> str:
    """The date with the name of its month abbreviated, for narrow places: "Sept. 2016", "14. Sept. 2016"."""
    if date.month is None:
        return year_text(date, language)
    return format_skeleton("yMMM" if date.day is None else "yMMMd", date.first_day, locale=language.locale)


@cache
def month_names(locale: str) -> frozenset[str]:
    """The months of a year as dates name them: "September"."""
    return frozenset(get_month_names("wide", locale=locale).values())


def year_text(date: PartialDate, language: Language) -> str:
    """The year alone, for the axis of a chart over waves: "2016"."""
    return format_skeleton("y", date.first_day, locale=language.locale)
