"""Rows of scores below the shares of a table for analysts: means, medians, net promoter scores, and their spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from report.briefing.model.prose import Fact, FactKind, Prose, fixed, told, worded
from report.document.banner_part import BannerPart
from report.document.model.banners import ScoreCell, ScoreRow
from report.language.numbers import percent
from report.survey.model import Net, Statistic
from report.tables.model import Cell, Spread
from report.units import Between, Share

MORE_DIGITS = 1
"""Of measures of spread, beyond the digits of the score."""


def score_rows(id: str, part: BannerPart) -> Iterator[ScoreRow]:
    """The scores of a question and how they spread; where chance has chosen who was asked how certain they are."""
    words = part.briefing.language.words
    for score in part.question.scores:
        yield _row(id, score, part)
        if score.id == Statistic.MEAN.value:
            deviations = _measures(score, part, lambda spread: spread.deviation)
            yield _measure(f"{id}/score/deviation", fixed(words.standard_deviation), deviations, part)
        errors = _measures(score, part, lambda spread: spread.standard_error)
        if any(cell.number is not None for cell in errors):
            yield _measure(f"{id}/score/{score.id}-error", fixed(words.standard_error), errors, part)
        for place, (name, phrase) in enumerate((("from", words.interval_from), ("to", words.interval_to))):
            bounds = _measures(score, part, partial(_bound, place=place))
            if any(cell.number is not None for cell in bounds):
                row_id, label = f"{id}/score/{score.id}-{name}", worded(score.label, part.briefing.language)
                interval = told(phrase, score=label, level=_level(part))
                yield _measure(row_id, interval, bounds, part, is_signed=_is_balance(score))


def _bound(spread: Spread, place: int) -> float | None:
    return spread.bounds[place] if spread.bounds else None


def _row(id: str, score: Net, part: BannerPart) -> ScoreRow:
    letters = [marks for banner in part.banners for marks in part.letters_of_score(score.id, banner)]
    cells = [
        ScoreCell(_number(cell), part.in_place_of(cell), marks, cell.id)
        for cell, marks in zip(part.cells(score.id), letters, strict=True)
    ]
    decimals = part.question.score_decimals
    is_signed = _is_balance(score)
    label = _label(score, part)
    return ScoreRow(f"{id}/score/{score.id}", label, tuple(cells), decimals, is_score=True, is_signed=is_signed)


def _label(score: Net, part: BannerPart) -> Prose:
    name, unit = worded(score.label, part.briefing.language), part.question.measured_in
    if unit is None:
        return name
    return told("{name} ({unit})", name=name, unit=worded(unit, part.briefing.language))


def _is_balance(score: Net) -> bool:
    return score.id == Statistic.NPS.value


def _number(cell: Cell) -> float | None:
    if cell.score is None or isinstance(cell.score.number, Between):
        return None
    return float(cell.score.number)


def _measures(score: Net, part: BannerPart, measure: Callable[[Spread], float | None]) -> list[ScoreCell]:
    cells = part.cells(score.id)
    return [ScoreCell(measure(cell.spread) if cell.spread else None, part.in_place_of(cell)) for cell in cells]


def _measure(
    id: str, label: Prose, cells: Sequence[ScoreCell], part: BannerPart, *, is_signed: bool = False
) -> ScoreRow:
    decimals = part.question.score_decimals + MORE_DIGITS
    return ScoreRow(id, label, tuple(cells), decimals, is_score=False, is_signed=is_signed)


def _level(part: BannerPart) -> Fact:
    assert part.counting, "scores are counted"
    level = percent(Share(part.counting.confidence), 0, part.briefing.language).text
    return Fact(FactKind.CONSTANT, level, "the level of intervals")
