"""What a finding shows: kind, rows, columns, emphasis and title, with defaults for all an author leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.emphasis import Telling, default_emphasis, leading_answers, with_level_leaders, wrong_marks
from report.briefing.exhibit_titles import title_of_group, title_of_waves, usual_title
from report.briefing.facts import Facts, listed
from report.briefing.faults import StoryFault
from report.briefing.model import Exhibit
from report.briefing.model.prose import Prose
from report.briefing.periods import Periods, periods_of
from report.briefing.story import ExhibitStory
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, SourceText, near_miss
from report.kinds import Columns, Kind, Kinds, Marks
from report.survey.model import ColumnId, Net, Question
from report.tables.model import Table

LEAST_PARTS = 2
"""Answers that a whole is divided into at least; a single one is shown as any other."""


@dataclass(frozen=True, slots=True)
class ExhibitReading:
    """An exhibit as composed, with what is wrong in it (then it is a stand-in)."""

    exhibit: Exhibit
    faults: tuple[Diagnostic, ...]


def compose_exhibit(
    written: ExhibitStory, question: Question, telling: Telling, facts: Facts, kinds: Kinds
) -> ExhibitReading:
    """The exhibit that an author asked for, of one of the `kinds`."""
    table = facts.tables.table(question.id)
    marked = [*written.emphasize, *written.contrast]
    named = [*(mark.text for mark in marked), *telling.nets(question)]
    nets = [net for net in question.nets if net.id in named]
    group, faults = _group(written, table, facts)
    usual = (
        next(iter(kinds))
        if nets
        else default_kind(question, table, kinds, group or table.total, is_chosen=bool(written.answers))
    )
    kind, further = _kind(written, usual, kinds, group)
    faults += further
    known = [*(answer.id for answer in question.answers), *(net.id for net in question.nets)]
    answers = tuple(answer.text for answer in written.answers if answer.text in known)
    answers = answers or _with_nets(kind, _default_answers(kind, question, table, group or table.total), nets)
    periods = _periods(kind, answers, table, facts, [*(mark.text for mark in marked), *telling.waves(question)])
    columns = periods.columns if periods else _columns(kind, table, group or table.total)
    faults += _wrong_answers(written.answers, known, question)
    shown = [column.name for column in columns] if kind.marks is Marks.COLUMNS else answers
    faults += not_shown(marked, kind, shown)
    faults += wrong_marks(marked, kind)
    emphasize = with_level_leaders(written, kind, leading_answers(answers, question, table, columns[0]))
    if not marked:
        emphasize = default_emphasis(kind, answers, columns, question, telling, facts)
    exhibit = Exhibit(
        question=question.id,
        kind=kind.word,
        answers=answers,
        columns=columns,
        title=_title(telling.title, kind, answers, group, periods, question, facts),
        emphasize=emphasize,
        contrast=tuple(mark.text for mark in written.contrast),
        spoken=telling.answers(question),
        location=written.location,
    )
    return ExhibitReading(exhibit, tuple(faults))


def default_kind(question: Question, table: Table, kinds: Kinds, column: ColumnId, *, is_chosen: bool = False) -> Kind:
    """For a single choice or scale whose answers were all published a kind of parts that holds them, else the first.

    One published answer alone is a part too where its question declares what the rest is, unless the author chose the
    answers (`is_chosen`). column: the one that is shown, which is the total or that of a group.
    """
    asked = [answer.id for answer in question.answers if answer.is_asked]
    published = _published(asked, table, column)
    is_alone = _is_alone(published, question) and not is_chosen
    is_whole = question.type.adds_up and len(asked) >= LEAST_PARTS and (published == asked or is_alone)
    of_parts = (kind for kind in kinds if kind.is_whole and len(published) in kind.rows)
    usual = next(iter(kinds))
    return next(of_parts, usual) if is_whole else usual


def _is_alone(published: Sequence[str], question: Question) -> bool:
    """Whether one answer and the rest that its question declares are all that is known."""
    return len(published) == 1 and question.rest is not None


def _published(answers: Sequence[str], table: Table, column: ColumnId) -> list[str]:
    return [answer for answer in answers if table.cell(answer, column).share is not None]


def not_shown(marks: Sequence[SourceText], kind: Kind, shown: Sequence[str]) -> list[Diagnostic]:
    """The faults of names that should be rows (over waves: columns) of an exhibit and are not."""
    what = "wave" if kind.marks is Marks.COLUMNS else "answer"
    return [
        Diagnostic(
            StoryFault.NOT_IN_EXHIBIT,
            f'"{mark.text}" is no {what} that this exhibit shows',
            mark.at(0, len(mark.text)),
            (f"it shows {listed(shown)}",),
            near_miss(mark.text, shown),
        )
        for mark in marks
        if mark.text not in shown
    ]


def _group(written: ExhibitStory, table: Table, facts: Facts) -> tuple[ColumnId | None, list[Diagnostic]]:
    """The segment column that the author asked for, as far as there is something of it to be shown."""
    if written.column is None:
        return None, []
    name = written.column.text
    found = facts.group_named(name)
    published = [column.id for banner in table.segments for column in table.published(banner)]
    if isinstance(found, ColumnId) and found not in published:
        notes = (f"published are {listed([column.name for column in published])}",) if published else ()
        found = Refusal(StoryFault.NOT_PUBLISHED, f'nothing of "{table.question}" was published for {name}', notes)
    if isinstance(found, Refusal):
        place = written.column.at(0, len(name))
        return None, [Diagnostic(found.id, found.message, place, found.notes, found.hint)]
    return found, []


def _kind(written: ExhibitStory, default: Kind, kinds: Kinds, group: ColumnId | None) -> tuple[Kind, list[Diagnostic]]:
    if written.kind is None:
        return default, []
    word = written.kind.text
    if word in kinds.words:
        kind = kinds.named(word)
        if group is None or kind.columns is Columns.TOTAL:
            return kind, []
        return default, [_not_of_one_column(written.kind, kind, kinds)]
    fault = Diagnostic(
        StoryFault.UNKNOWN_KIND,
        f'"{word}" is not a kind of exhibit',
        written.kind.at(0, len(word)),
        (f"the kinds are {listed(kinds.words)}",),
        near_miss(word, kinds.words),
    )
    return default, [fault]


def _not_of_one_column(written: SourceText, kind: Kind, kinds: Kinds) -> Diagnostic:
    able = " or ".join(f"`{each.word}`" for each in kinds.showing(Columns.TOTAL))
    message = f"`{kind.word}` shows {kind.shows}, and the exhibit asks for one `column`"
    place, hint = written.at(0, len(written.text)), f"{able} shows one column; without `column` all are shown"
    return Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=hint)


def _default_answers(kind: Kind, question: Question, table: Table, column: ColumnId) -> tuple[str, ...]:
    """All answers that were asked, of parts one that is published alone; the leading one for a kind of one row."""
    asked = tuple(answer.id for answer in question.answers if answer.is_asked)
    published = _published(asked, table, column)
    if kind.is_whole and _is_alone(published, question):
        return tuple(published)
    if kind.rows.most > 1:
        return asked or tuple(answer.id for answer in question.answers)
    return (leading_answers(asked, question, table, column) or (question.answers[0].id,))[:1]


def _with_nets(kind: Kind, answers: Sequence[str], nets: Sequence[Net]) -> tuple[str, ...]:
    """The answers, and before the first one of each net the net: what is marked or said is shown.

    A kind of one row shows the net in place of an answer, one of parts has no room for what overlaps them.
    """
    if kind.is_whole or not nets:
        return tuple(answers)
    if kind.rows.most == 1:
        return (nets[0].id,)
    rows: list[str] = []
    for answer in answers:
        rows += [net.id for net in nets if net.id not in rows and answer in net.answers]
        rows.append(answer)
    return tuple(rows)


def _columns(kind: Kind, table: Table, column: ColumnId) -> tuple[ColumnId, ...]:
    """The one column; for a kind that sets groups side by side those of the first segmentation with figures."""
    if kind.columns is Columns.BANNER:
        shown = next(filter(None, map(table.published, table.segments)), ())
        return tuple(group.id for group in shown) or (table.total,)
    return (column,)


def _periods(kind: Kind, answers: Sequence[str], table: Table, facts: Facts, spoken: Sequence[str]) -> Periods | None:
    """The waves that a kind over waves shows."""
    if kind.columns is not Columns.WAVES:
        return None
    return periods_of(table, answers, facts.survey, most=kind.slots.most, spoken=spoken)


def _wrong_answers(answers: Sequence[SourceText], known: Sequence[str], question: Question) -> list[Diagnostic]:
    faults = []
    for position, answer in enumerate(answers):
        place = answer.at(0, len(answer.text))
        if answer.text not in known:
            message = f'"{answer.text}" is not an answer of question "{question.id}"'
            notes = (f"{question.id} has the answers {listed(known)}",)
            faults.append(Diagnostic(StoryFault.UNKNOWN_ANSWER, message, place, notes, near_miss(answer.text, known)))
        elif answer in answers[:position]:
            faults.append(Diagnostic(StoryFault.ANSWER_TWICE, f'"{answer.text}" stands twice in this exhibit', place))
    return faults


def _title(
    written: Prose | None,
    kind: Kind,
    answers: Sequence[str],
    group: ColumnId | None,
    periods: Periods | None,
    question: Question,
    facts: Facts,
) -> Prose:
    if group:
        return title_of_group(written, facts.tables.table(question.id).column(group), question, facts)
    if periods:
        return title_of_waves(written, kind, answers, periods, question, facts)
    return written or usual_title(kind, answers, question, facts)
