"""Tables for tests, in few words: answers by groups beside all who were asked, and places of answers in two waves.

crosstab([group("18–34", 133), group("65+", 627)], by_group("Psyche", 32, (45, PROOF), (17, CONTRAST)))
ranking(place("Python", 56, 53, rank=1, earlier=1), place("C", 44, 44, rank=2, earlier=3))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from report.charts.model import Chart, ChartBreak, ChartColumn, ChartRow, Rank
from report.drawing.model import Drawing, MarkRole, Rect, TextMark
from report.language.dates import PartialDate
from tests.builders import words
from tests.charts.specimens import (
    CONTRAST,
    NOT_PUBLISHED,
    PLAIN,
    PROOF,
    Percent,
    Shown,
    bars_chart,
    group_value,
    row,
    value,
)


def group(name: str, n: int | None = None, banner: str = "Alter") -> ChartColumn:
    """A column of a segmentation; it is named when it stands in a table."""
    return ChartColumn(words(name), "", n=n, few=100 if n is not None and n < 100 else None, banner=words(banner))


ALL = ChartColumn(words("Alle"), "w2016", n=1615, is_total=True)


def by_group(label: str, total: Percent, *shown: Shown, code: str = "de", **more: Any) -> ChartRow:
    """An answer with its share of all who were asked, and one for each group."""
    answer = more.pop("answer", None) or label.split()[0].lower().strip(",.-")
    decimals = more.pop("decimals", 0)
    pairs = [each if isinstance(each, tuple) else (each, PLAIN) for each in shown]
    groups = [
        group_value(answer, f"g{number}", *pair, decimals=decimals, code=code) for number, pair in enumerate(pairs)
    ]
    return ChartRow(answer, words(label), (value(answer, total, decimals=decimals, code=code), *groups), **more)


def crosstab(groups: Sequence[ChartColumn], *rows: ChartRow, further: int = 0) -> Chart:
    """Rows by groups beside the total."""
    named = tuple(replace(each, name=f"size.g{number}") for number, each in enumerate(groups))
    chart = bars_chart(*rows, kind_name="table", further=further)
    return replace(chart, columns=(ALL, *named), reference=words("alle"))


def place(
    label: str,
    now: Percent,
    before: Percent,
    *,
    rank: int | Rank | None = None,
    earlier: int | Rank | None = None,
    code: str = "de",
    **more: Any,
) -> ChartRow:
    """An answer with its shares and its places in both waves; a place alone is shared with no other."""
    shown = row(label, now, more.pop("mark", PLAIN), code=code, **more)
    against = value(shown.id, before, wave="w2014", code=code)
    ranks = [Rank(each) if isinstance(each, int) else each for each in (rank, earlier)]
    return replace(shown, reference=against, rank=ranks[0], earlier_rank=ranks[1])


def ranking(*rows: ChartRow, further: int = 0, breaks: Sequence[str | None] = ()) -> Chart:
    """Answers of 2016 held against 2014; breaks: the answers that one concerns, None for the question."""
    column = ChartColumn(words("2016"), "w2016", date=PartialDate(2016))
    return replace(
        bars_chart(*rows, kind_name="table", further=further),
        columns=(column,),
        reference=words("2014"),
        reference_breaks=tuple(ChartBreak(0, 1, "Eingeschränkt vergleichbar", words("Liste"), each) for each in breaks),
    )


AGES = (
    group("18–34", 86),
    group("35–64", 855),
    group("65+", 627),
    group("mit", 1065, "Kinder"),
    group("ohne", None, "Kinder"),
)
WORRIES = crosstab(
    AGES,
    by_group("Gewicht", 54, 45, 59, 53, 54, 55),
    by_group("Finanzen", 53, 53, 60, 34, 52, 55),
    by_group("Psychische Gesundheit", 32, (45, PROOF), 30, (17, CONTRAST), 25, 40),
    by_group("Haare", 19, 34, 16, 7, 14, NOT_PUBLISHED),
    by_group("Größe", "<1", 12, 0, 1, "<1", 100),
)
LANGUAGES = ranking(
    place("Python", 56, 53, rank=1, earlier=1, mark=PROOF),
    place("C", 44, 44, rank=2, earlier=3),
    place("JavaScript", 42, 47, rank=3, earlier=2, mark=CONTRAST),
    place("Shell", 29, 26, rank=Rank(4, is_shared=True), earlier=5),
    place("Rust", 29, NOT_PUBLISHED, rank=Rank(4, is_shared=True)),
    place("Elm", 0, 100, rank=6, earlier=4),
)


def figures(drawing: Drawing, answer: str) -> list[TextMark]:
    """The figures of an answer, from left to right."""
    found = [mark for mark in drawing.marks if mark.role is MarkRole.VALUE and isinstance(mark, TextMark)]
    return sorted((mark for mark in found if f"/{answer}@" in mark.cells[0]), key=lambda mark: mark.x)


def tint_below(drawing: Drawing, figure: TextMark) -> Rect | None:
    """The tint that a figure stands on."""
    tints = [mark for mark in drawing.marks if mark.role is MarkRole.TINT and isinstance(mark, Rect)]
    return next((mark for mark in tints if _holds(mark, figure)), None)


def _holds(tint: Rect, figure: TextMark) -> bool:
    return (
        tint.box.left <= figure.x
        and figure.x + figure.width <= tint.box.right
        and (tint.box.top < figure.y < tint.box.bottom)
    )
