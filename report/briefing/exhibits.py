"""What a finding shows: kind, rows, columns, emphasis and title, with defaults for all an author leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.facts import Facts, listed
from report.briefing.faults import StoryFault
from report.briefing.leaders import leaders
from report.briefing.model import Exhibit
from report.briefing.model.prose import Prose, joined, told, worded
from report.briefing.model.terms import mode_name
from report.briefing.model.units import behind_share
from report.briefing.story import ExhibitStory
from report.diagnostics import Diagnostic, SourceText, near_miss
from report.kinds import Columns, Kind, Kinds, Marks
from report.survey.model import ColumnId, Net, Question
from report.tables.model import Table

LEAST_PARTS = 2
"""Answers that a whole is divided into at least; a single one is shown as any other."""
MOST_MARKED = 3
"""Bars or columns that may stand out; of more, none does."""


@dataclass(frozen=True, slots=True)
class ExhibitReading:
    """An exhibit as composed, with what is wrong in it (then it is a stand-in)."""

    exhibit: Exhibit
    faults: tuple[Diagnostic, ...]


def compose_exhibit(
    written: ExhibitStory, question: Question, title: Prose | None, facts: Facts, kinds: Kinds
) -> ExhibitReading:
    """The exhibit that an author asked for, of one of the `kinds`; `title` is the author's, where there is one."""
    table = facts.tables.table(question.id)
    marked = [*written.emphasize, *written.contrast]
    nets = [net for net in question.nets if net.id in [mark.text for mark in marked]]
    kind, faults = _kind(written, next(iter(kinds)) if nets else default_kind(question, table, kinds), kinds)
    known = [*(answer.id for answer in question.answers), *(net.id for net in question.nets)]
    answers = tuple(answer.text for answer in written.answers if answer.text in known)
    answers = answers or _with_nets(_default_answers(kind, question, table), () if kind.is_whole else nets)
    columns = _columns(kind, table)
    faults += _wrong_answers(written.answers, known, question)
    shown = [column.name for column in columns] if kind.marks is Marks.COLUMNS else answers
    faults += not_shown(marked, kind, shown)
    faults += _marks_too_many(marked, kind)
    emphasize = tuple(mark.text for mark in written.emphasize)
    if not marked:
        emphasize = _default_emphasis(kind, answers, question, table)
    exhibit = Exhibit(
        question=question.id,
        kind=kind.word,
        answers=answers,
        columns=columns,
        title=title or _title(kind, answers, question, facts),
        emphasize=emphasize,
        contrast=tuple(mark.text for mark in written.contrast),
        location=written.location,
    )
    return ExhibitReading(exhibit, tuple(faults))


def default_kind(question: Question, table: Table, kinds: Kinds) -> Kind:
    """For a single choice or scale whose answers were all published a kind of parts that holds them, else the first."""
    asked = [table.cell(answer.id, table.total) for answer in question.answers if answer.is_asked]
    is_whole = question.type.adds_up and all(cell.share is not None for cell in asked)
    of_parts = (kind for kind in kinds if kind.is_whole and len(asked) in kind.rows)
    usual = next(iter(kinds))
    return next(of_parts, usual) if is_whole and len(asked) >= LEAST_PARTS else usual


def leading_answer(answers: Sequence[str], question: Question, table: Table) -> str | None:
    """The answer or step with the highest published share of the current wave; None where several share it."""
    steps = [answer.id for answer in question.answers if answer.role.is_step]
    highest = leaders([table.cell(answer, table.total) for answer in answers if answer in steps])
    return highest[0].id.answer if len(highest) == 1 else None


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


def _kind(written: ExhibitStory, default: Kind, kinds: Kinds) -> tuple[Kind, list[Diagnostic]]:
    if written.kind is None:
        return default, []
    word = written.kind.text
    if word in kinds.words:
        return kinds.named(word), []
    fault = Diagnostic(
        StoryFault.UNKNOWN_KIND,
        f'"{word}" is not a kind of exhibit',
        written.kind.at(0, len(word)),
        (f"the kinds are {listed(kinds.words)}",),
        near_miss(word, kinds.words),
    )
    return default, [fault]


def _default_answers(kind: Kind, question: Question, table: Table) -> tuple[str, ...]:
    """All answers that the current wave asked for; the leading one for a kind that shows no more."""
    asked = tuple(answer.id for answer in question.answers if answer.is_asked)
    if kind.rows.most > 1:
        return asked or tuple(answer.id for answer in question.answers)
    return (leading_answer(asked, question, table) or question.answers[0].id,)


def _with_nets(answers: Sequence[str], nets: Sequence[Net]) -> tuple[str, ...]:
    """The answers, and before the first one of each net the net: what is marked is shown."""
    rows: list[str] = []
    for answer in answers:
        rows += [net.id for net in nets if net.id not in rows and answer in net.answers]
        rows.append(answer)
    return tuple(rows)


def _columns(kind: Kind, table: Table) -> tuple[ColumnId, ...]:
    """The total; the waves from the first to the last with figures; the groups of the first segmentation with some."""
    if kind.columns is Columns.WAVES:
        order = [column.id.wave for column in table.waves.columns]
        places = [order.index(wave) for wave in table.published_waves or (table.total.wave,)]
        return tuple(ColumnId(wave) for wave in order[min(places) : max(places) + 1])
    if kind.columns is Columns.BANNER:
        shown = next(filter(None, map(table.published, table.segments)), ())
        return tuple(column.id for column in shown) or (table.total,)
    return (table.total,)


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


def _marks_too_many(marks: Sequence[SourceText], kind: Kind) -> list[Diagnostic]:
    faults = []
    if len(marks) > MOST_MARKED and not kind.is_whole:
        message = f"{len(marks)} marks stand out, at most {MOST_MARKED} may"
        hint = "mark what the headline asserts, and one thing it sets against that"
        faults.append(Diagnostic(StoryFault.TOO_MANY_MARKED, message, marks[MOST_MARKED].location, hint=hint))
    for position, mark in enumerate(marks):
        if mark in marks[:position]:
            message = f'"{mark.text}" is marked twice'
            faults.append(Diagnostic(StoryFault.MARKED_TWICE, message, mark.at(0, len(mark.text))))
    return faults


def _default_emphasis(kind: Kind, answers: Sequence[str], question: Question, table: Table) -> tuple[str, ...]:
    """The leading answer, over waves the current one; nothing where none stands out."""
    if kind.columns is Columns.WAVES:
        has_figure = any(table.cell(answer, table.total).share is not None for answer in answers)
        return (table.total.wave,) if has_figure else ()
    leading = leading_answer(answers, question, table) if kind.marks is Marks.ANSWERS else None
    return (leading,) if leading else ()


def _title(kind: Kind, answers: Sequence[str], question: Question, facts: Facts) -> Prose:
    """What the numbers are per cent of; over the waves of one answer, of which answer."""
    words, unit = facts.language.words, facts.survey.unit_of(question)
    of_unit = {"of_unit": behind_share(unit, facts.language, goes_on=True)} if unit else {}
    if kind.columns is Columns.WAVES and len(answers) == 1:
        answer = worded(question.answer_or_net(answers[0]).label, facts.language)
        return told(words.with_answer if unit else words.share_with_answer, answer=answer, **of_unit)
    share = told(words.share_of if unit else words.share, **of_unit)
    return joined([share, mode_name(question.type, facts.language)], ", ")
