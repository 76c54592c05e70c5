"""What is said beside an exhibit wherever it stands: its source note, and its annotations with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.briefing.model import Annotation as Explained
from report.briefing.model import Briefing, Exhibit, Finding
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, worded
from report.briefing.model.terms import BREAK_SIGN
from report.charts.model import Chart, ChartBook
from report.document.across import across_facts, battery_note
from report.document.groups import answers_left_out, groups_shown, ticks_left_out
from report.document.model.nodes import Annotation, Illustration, Output, Source
from report.document.roundings import rounding_of_differences
from report.document.sources import source_note
from report.kinds import Shape
from report.survey.model import ColumnId


def source_of_exhibit(
    id: str,
    shown: Exhibit,
    columns: Sequence[ColumnId],
    chart: Chart,
    briefing: Briefing,
    *,
    beside: Iterable[Prose] = (),
    is_alone: bool = False,
) -> Source:
    """The note of an exhibit, of one question or of a battery; one question is none, however it is drawn.

    beside: the texts that stand there too. is_alone: nothing is said of groups that it does not show.
    """
    facts = tuple(across_facts(chart, briefing.language)) if chart.lies_across else ()
    facts = (*facts, *rounding_of_differences(beside, chart, briefing))
    if shown.shape is Shape.BATTERY and len(shown.questions) > 1:
        return battery_note(id, shown.questions, columns, briefing, facts=facts)
    question = briefing.survey.question(shown.question)
    groups = () if is_alone else groups_shown(shown, briefing)
    facts = (
        *groups,
        *answers_left_out(shown, chart, briefing),
        *ticks_left_out(chart, briefing.language),
        *(() if chart.tells_breaks else _reasons_of_breaks(shown, columns, briefing)),
        *facts,
    )
    has_n_row = chart.has_n_row and set(columns) <= set(shown.columns)
    return source_note(id, question, columns, briefing, answers=shown.answers, facts=facts, has_n_row=has_n_row)


def _reasons_of_breaks(shown: Exhibit, columns: Sequence[ColumnId], briefing: Briefing) -> Iterator[Prose]:
    """Why waves that stand side by side are not comparable."""
    table, words = briefing.tables.table(shown.question), briefing.language.words
    for found in table.breaks:
        if found.answer is None and table.sides(found, columns):
            reason = [worded(found.reason, briefing.language)] if found.reason else []
            sign = fixed(f"{BREAK_SIGN} {words.limited_comparability}")
            yield joined([sign, *reason], ": ")


def texts_beside(told_of: Finding) -> tuple[Prose, ...]:
    """What stands beside the exhibit of a finding, wherever it does: headline, title and annotations."""
    explained = (text for each in told_of.annotations for text in (each.lead, each.text))
    return (told_of.headline, told_of.exhibit.title, *explained)


def illustration(id: str, shown: Exhibit, chart: Chart, charts: ChartBook) -> Illustration:
    """The chart of an exhibit."""
    return Illustration(id, chart, charts.alternative(chart), shown.form, shown.location)


def annotations_of(id: str, told_of: Sequence[Explained], output: Output = Output.BOTH) -> tuple[Annotation, ...]:
    """The annotations of an exhibit, each with its place."""
    return tuple(
        Annotation(
            f"{id}/annotations/{number}", each.at, _place(number), each.lead, each.text, each.location, output=output
        )
        for number, each in enumerate(told_of, start=1)
    )


def _place(number: int) -> Prose:
    return Prose((Fact(FactKind.COUNT, str(number), "its place in the exhibit"),))
