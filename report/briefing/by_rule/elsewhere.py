"""What there is to see of a question whose current wave has no figures of all: those of groups, or of earlier waves."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.by_rule.ranking import Ranking
from report.briefing.model.prose import name_of
from report.briefing.story import ExhibitStory
from report.diagnostics import SourceText
from report.kinds import GROUPED
from report.survey.model import ColumnId, Survey
from report.tables.model import Banner, Cell, Column, Table

MOST_LISTED = 3
"""Answers that the text of a finding lists, each with its figures side by side."""


def columns_elsewhere(ranking: Ranking) -> tuple[ColumnId, ...]:
    """The groups of the first segmentation with figures, else the latest waves with some; none where there are none."""
    table, most = ranking.table, GROUPED.slots.most
    groups = next((found for banner in table.segments if (found := _with_figures(banner, table))), ())
    waves = _with_figures(table.waves, table)
    return tuple(column.id for column in (groups[:most] or waves[-most:]))


def _with_figures(banner: Banner, table: Table) -> tuple[Column, ...]:
    return tuple(
        column
        for column in banner.columns
        if any(table.cell(answer, column.id).share is not None for answer in table.answers)
    )


def exhibit_elsewhere(ranking: Ranking, survey: Survey) -> ExhibitStory | None:
    """The columns with figures, if there are any.

    What is shown side by side needs two of them; one group stands alone, and of one wave its largest figure.
    """
    place, columns = ranking.question.location, columns_elsewhere(ranking)
    if not columns:
        return None
    has_room = len(ranking.question.answers) <= GROUPED.rows.most
    answers = () if has_room else tuple(map(SourceText, _largest(ranking, GROUPED.rows.most)))
    first, segment = columns[0], columns[0].segment
    if segment and len(columns) > 1:
        names = tuple(SourceText(group.column or "") for group in columns)
        return ExhibitStory(by=(SourceText(segment),), columns=names, answers=answers, location=place)
    if segment:
        return ExhibitStory(column=SourceText(first.name), answers=answers, location=place)
    if len(columns) > 1:
        waves = tuple(SourceText(wave.wave) for wave in columns)
        return ExhibitStory(waves=waves, answers=answers, location=place)
    largest = max(_published(ranking, columns), key=lambda cell: cell.share.drawn if cell.share else 0.0)
    return ExhibitStory(figure=SourceText(name_of(largest.id, survey)), location=place)


def listed_elsewhere(ranking: Ranking) -> tuple[Cell, ...]:
    """What the columns with figures have of the answers with the largest, an answer after the other."""
    cells = _published(ranking, columns_elsewhere(ranking))
    return tuple(cell for answer in _largest(ranking, MOST_LISTED) for cell in cells if cell.id.answer == answer)


def _largest(ranking: Ranking, count: int) -> list[str]:
    """So many answers at most, those with the largest figures, in their own order or by them; no step comes last."""
    cells = _published(ranking, columns_elsewhere(ranking))
    by_size = sorted(cells, key=lambda cell: cell.share.drawn if cell.share else 0.0, reverse=True)
    lateness = {answer.id: answer.role.lateness for answer in ranking.question.answers}
    largest = sorted(dict.fromkeys(cell.id.answer for cell in by_size), key=lambda each: lateness.get(each, 0))[:count]
    return (
        [answer for answer in ranking.table.answers if answer in largest] if ranking.question.keeps_order else largest
    )


def _published(ranking: Ranking, columns: Sequence[ColumnId]) -> list[Cell]:
    cells = (ranking.table.cell(answer, column) for answer in ranking.table.answers for column in columns)
    return [cell for cell in cells if cell.share is not None]
