"""What there is to see of a question whose current wave has no figures of all: those of groups, or of earlier waves."""

from __future__ import annotations

from report.briefing.by_rule.ranking import Ranking
from report.briefing.model.prose import name_of
from report.briefing.story import ExhibitStory
from report.diagnostics import SourceText
from report.kinds import GROUPED
from report.survey.model import ColumnId, Survey


def exhibit_elsewhere(ranking: Ranking, survey: Survey) -> ExhibitStory | None:
    """The groups of the first segmentation with figures, else the latest waves with some; None where there are none.

    What is shown side by side needs two of them; one group stands alone, and of one wave its largest figure.
    """
    table, place, most = ranking.table, ranking.question.location, GROUPED.slots.most
    groups = next((found for banner in table.segments if (found := table.published(banner))), ())
    waves = [column.id for column in table.waves.columns if _has_figures(ranking, column.id)]
    if len(table.answers) not in GROUPED.rows:
        return None
    if len(groups) > 1:
        names = tuple(SourceText(group.id.column or "") for group in groups[:most])
        return ExhibitStory(by=(SourceText(groups[0].id.segment or ""),), columns=names, location=place)
    if groups:
        return ExhibitStory(column=SourceText(groups[0].id.name), location=place)
    if len(waves) > 1:
        return ExhibitStory(waves=tuple(SourceText(wave.wave) for wave in waves[-most:]), location=place)
    if waves:
        published = [cell for answer in table.answers if (cell := table.cell(answer, waves[0])).share is not None]
        largest = max(published, key=lambda cell: cell.share.drawn if cell.share else 0.0)
        return ExhibitStory(figure=SourceText(name_of(largest.id, survey)), location=place)
    return None


def _has_figures(ranking: Ranking, column: ColumnId) -> bool:
    return any(ranking.table.cell(answer, column).share is not None for answer in ranking.table.answers)
