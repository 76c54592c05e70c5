"""The line above an exhibit: what its numbers are, of whom if not of all, and what it leaves out.

Share of companies in per cent, single answer           the total
65 and over, n = 280: share in per cent, single answer  one group, which is named however the author words the line
Companies with a team of their own, 8 of 12 waves (all in the appendix)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.mentions import mentions
from report.briefing.model.prose import Fact, FactKind, Prose, figure, fixed, joined, told, worded
from report.briefing.model.terms import (
    answer_names,
    column_label,
    first_fitting,
    group_name,
    lead_in,
    quoted,
    reference_name,
)
from report.briefing.model.titles import named_unit, share_of_all, share_of_group, share_of_groups, share_of_unit
from report.briefing.periods import Periods
from report.briefing.scope import Scope
from report.kinds import Kind, Shape
from report.language import numbers
from report.survey.model import AnswerRole, CellId, ColumnId, Net, Question
from report.tables.model import Cell, Column, Table


def title_of(
    written: Prose | None,
    kind: Kind,
    shape: Shape,
    answers: Sequence[str],
    columns: Sequence[ColumnId],
    periods: Periods | None,
    scope: Scope,
    facts: Facts,
    *,
    is_alone: bool = False,
) -> Prose:
    """The author's title or one of our own, and behind it which waves it leaves out and what its ticks stand for.

    A ranking has ticks only where it has bars, and names them below these. is_alone: no appendix is at hand, so that
    none is named.
    """
    question = scope.questions[0]
    table = facts.tables.table(question.id)
    scores = scores_shown(scope.questions, columns, facts) if written is None else ()
    if kind.lies_across:
        across = written or _title_across(
            kind, shape, answers, columns, scope.questions, facts, is_numbered=not is_alone or kind.nets == 1
        )
        return joined([across, *scores], "; ")
    tick = []
    if scope.reference and not kind.ranks:
        tick.append(told(facts.language.words.tick, name=reference_name(scope.reference, table, facts.language)))
    if shape is Shape.TOTAL and not columns[0].is_total:
        title = _title_of_group(written, table.column(columns[0]), question, facts)
    elif shape is Shape.GROUPS:
        share = share_of_groups(question, facts.language)
        room = TITLE_ROOM - sum(len(each.text) for each in tick)
        title = written or (share if kind.has_total else _of_segmentation(share, columns, table, facts, room=room))
    else:
        title = written or _usual_title(kind, answers, question, facts)
    title = joined([title, *(_left_out(periods, facts, is_alone=is_alone) if periods else ())], ", ")
    return joined([title, *scores, *tick], "; ")


MOST_WITH_SCORES = 5
"""Columns beside each other whose scores have room above them."""


def scores_shown(questions: Sequence[Question], columns: Sequence[ColumnId], facts: Facts) -> tuple[Prose, ...]:
    """The scores of the columns that are shown: of one column all, of several the mean or net promoter score.

    None of a battery, nor of more columns than have room for them; of so many waves the first and the last.
    """
    question, *others = questions
    if others:
        return ()
    ids = [column for column in dict.fromkeys(columns) if _has_score(question, column, facts)]
    if len(ids) > MOST_WITH_SCORES and all(column.is_total for column in ids):
        ids = [ids[0], ids[-1]]
    if not ids or len(ids) > MOST_WITH_SCORES:
        return ()
    if len(ids) == 1:
        return tuple(_alone(score, ids[0], question, facts) for score in question.scores)
    return (_beside(question.scores[0], ids, question, facts),)


def _alone(score: Net, column: ColumnId, question: Question, facts: Facts) -> Prose:
    """A score of one column: "Mean: 42.3 years"."""
    cell, language = facts.tables.cell(CellId(question.id, score.id, column)), facts.language
    assert cell.score, "columns without a score are left out"
    value = figure(cell, numbers.score(cell.score, cell.decimals, language).text, facts.survey)
    return told("{name}: {value}", name=worded(score.label, language), value=value)


def _beside(score: Net, columns: Sequence[ColumnId], question: Question, facts: Facts) -> Prose:
    """A score of several columns, its unit said once: "Mean (years): 41.9 (women), 42.7 (men)"."""
    name, table = worded(score.label, facts.language), facts.tables.table(question.id)
    if question.measured_in:
        name = told("{name} ({unit})", name=name, unit=worded(question.measured_in, facts.language))
    values = [_of_column(table.cell(score.id, column), columns, table, facts) for column in columns]
    return told("{name}: {values}", name=name, values=joined(values, ", "))


def _has_score(question: Question, column: ColumnId, facts: Facts) -> bool:
    table = facts.tables.table(question.id)
    return bool(question.scores) and table.cell(question.scores[0].id, column).score is not None


def _of_column(cell: Cell, beside: Sequence[ColumnId], table: Table, facts: Facts) -> Prose:
    """The score of a column and what that is called; all who were asked, where groups stand beside them."""
    assert cell.score, "columns without a score are left out"
    id, language = cell.id.column, facts.language
    worded_by = numbers.signed_number if cell.score.unit.is_balance else numbers.plain_number
    number = figure(cell, worded_by(cell.score.number, cell.decimals, language), facts.survey)
    is_of_all = id.is_total and not all(column.is_total for column in beside)
    name = fixed(language.words.all_asked) if is_of_all else column_label(table.column(id), language)
    return told("{number} ({name})", number=number, name=name)


LEAST_NUMBERED = {False: Decimal("0.06"), True: Decimal("0.1")}
"""Parts below it may have no room for their number: for one without decimals, and with."""


TITLE_ROOM = 95
"""The characters that any words have room in on one line, in a title of an exhibit; what needs more takes two."""


def _title_across(
    kind: Kind,
    shape: Shape,
    answers: Sequence[str],
    columns: Sequence[ColumnId],
    questions: Sequence[Question],
    facts: Facts,
    *,
    is_numbered: bool,
) -> Prose:
    """What the numbers are per cent of, and that parts bear theirs where it fits, where some may be too narrow.

    Before it what all questions begin with, where it has room: rows are named by what tells them apart.
    is_numbered: parts bear numbers; those of two sides in a picture have none.
    """
    words, units = facts.language.words, [facts.survey.unit_of(question) for question in questions]
    if shape is Shape.GROUPS:
        table = facts.tables.table(questions[0].id)
        share = _of_segmentation(fixed(words.share_of_groups), columns, table, facts)
    else:
        share = share_of_unit(units[0] if all(unit == units[0] for unit in units) else None, facts.language)
    steps = {answer.id for answer in questions[0].answers if answer.role in _PARTS[kind.nets > 1]}
    cells = [
        facts.tables.table(question.id).cell(answer, column)
        for question in questions
        for answer in answers
        for column in columns
        if answer in steps
    ]
    is_narrow = any(
        cell.share and 0 < cell.share.drawn < LEAST_NUMBERED[cell.decimals > 0 or kind.nets > 1] for cell in cells
    )
    title = joined([share, fixed(words.narrow_parts)], "; ") if is_numbered and is_narrow else share
    begin = lead_in(questions, facts.language)
    return first_fitting([joined([begin, title], ": "), title], TITLE_ROOM) if begin else title


_PARTS = {
    False: (AnswerRole.REGULAR, AnswerRole.MIDPOINT, AnswerRole.OTHER, AnswerRole.NONE),
    True: (AnswerRole.REGULAR,),
}
"""Roles of the answers that are drawn as parts: in one bar, and in two sides."""


def _of_segmentation(
    share: Prose, columns: Sequence[ColumnId], table: Table, facts: Facts, *, room: int = TITLE_ROOM
) -> Prose:
    """What divides the groups, where none of their labels says it and it has room; and what their numbers are."""
    language, ids = facts.language, [column for column in columns if column.segment]
    segment = next((each for each in facts.survey.segments if ids and each.id == ids[0].segment), None)
    if segment is None:
        return share
    label = worded(segment.label, language)
    names = [table.column(id).label(language) for id in ids]
    is_said = any(label.text.casefold() in name.casefold() for name in names)
    return share if is_said else first_fitting([joined([label, share], ": "), share], room)


def _title_of_group(written: Prose | None, group: Column, question: Question, facts: Facts) -> Prose:
    """The name of the one group that is shown, and what its numbers are; a title that has the name is left as it is."""
    language = facts.language
    if written and any(mentions(group.label(language), written.text)):
        return written
    return (
        joined([group_name(group, language), written], ": ") if written else share_of_group(group, question, language)
    )


def _usual_title(kind: Kind, answers: Sequence[str], question: Question, facts: Facts) -> Prose:
    """What the numbers are per cent of; over the waves of one answer, of which answer."""
    words, unit = facts.language.words, facts.survey.unit_of(question)
    if not (kind.is_over_time and len(answers) == 1):
        return share_of_all(question, facts.survey, facts.language)
    shown = question.answer_or_net(answers[0])
    if isinstance(shown, Net):
        of_net = share_of_unit(unit, facts.language)
        names = answer_names(shown, facts.language)
        return first_fitting([joined([of_net, name], ": ") for name in names], TITLE_ROOM)
    of_unit = named_unit(unit, facts.language)
    labels = [quoted(label, facts.language) for label in (shown.label, shown.short) if label]
    titles = [told(words.share_with_answer, answer=label) for label in labels]
    if of_unit:
        titles.insert(0, told(words.with_answer, answer=labels[0], of_unit=of_unit))
    return first_fitting(titles, TITLE_ROOM)


def _left_out(periods: Periods, facts: Facts, *, is_alone: bool) -> Iterator[Prose]:
    words = facts.language.words
    if periods.shown < periods.published:
        shown = Fact(FactKind.COUNT, str(periods.shown), "waves shown")
        published = Fact(FactKind.COUNT, str(periods.published), "waves published")
        yield told(words.waves_shown if is_alone else words.waves_chosen, shown=shown, all=published)
    if periods.has_gaps:
        yield fixed(words.years_left_out)
