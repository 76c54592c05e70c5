"""What a finding shows: kind, rows, columns, emphasis and title, with defaults for all an author leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.briefing.facts import Facts, listed
from report.briefing.faults import StoryFault
from report.briefing.model import Exhibit
from report.briefing.notes import mode_name
from report.briefing.story import ExhibitStory
from report.diagnostics import Diagnostic, SourceText, near_miss
from report.survey.model import AnswerRole, Question
from report.tables.model import Table
from report.units import sign_of_difference

BARS, COLUMNS, PARTS = "bars", "columns", "parts"
KINDS = (BARS, COLUMNS, PARTS)
"""The kinds of chart that there are; what one of them cannot show is said by the kind itself."""
MOST_PARTS = 4
MOST_MARKED = 3
"""Bars or columns that may stand out; of more, none does."""


@dataclass(frozen=True, slots=True)
class ExhibitReading:
    """An exhibit as composed, with what is wrong in it (then it is a stand-in)."""

    exhibit: Exhibit
    faults: tuple[Diagnostic, ...]


def compose_exhibit(written: ExhibitStory, question: Question, title: str | None, facts: Facts) -> ExhibitReading:
    """The exhibit that an author asked for; `title` is the author's, where there is one."""
    table = facts.tables.table(question.id)
    kind, faults = _kind(written, default_kind(question, table))
    known = [*(answer.id for answer in question.answers), *(net.id for net in question.nets)]
    answers = tuple(answer.text for answer in written.answers if answer.text in known)
    answers = answers or _default_answers(kind, question, table)
    waves = _waves(table) if kind == COLUMNS else (table.total.wave,)
    faults += _wrong_answers(written.answers, known, question)
    shown = waves if kind == COLUMNS else answers
    marked = [*written.emphasize, *written.contrast]
    faults += not_shown(marked, kind, shown)
    faults += _marks_too_many(marked, kind)
    emphasize = tuple(mark.text for mark in written.emphasize)
    if not marked:
        emphasize = _default_emphasis(kind, answers, question, table)
    exhibit = Exhibit(
        question=question.id,
        kind=kind,
        answers=answers,
        waves=waves,
        title=title or _title(kind, answers, question, facts),
        emphasize=emphasize,
        contrast=tuple(mark.text for mark in written.contrast),
        location=written.location,
    )
    return ExhibitReading(exhibit, tuple(faults))


def default_kind(question: Question, table: Table) -> str:
    """Parts for a single choice or scale whose two to four answers were all published, else bars."""
    asked = [table.cell(answer.id, table.total) for answer in question.answers if answer.is_asked]
    is_whole = question.type.adds_up and all(cell.share is not None for cell in asked)
    return PARTS if is_whole and 2 <= len(asked) <= MOST_PARTS else BARS


def leading_answer(answers: Sequence[str], question: Question, table: Table) -> str | None:
    """The regular answer with the highest published share of the current wave; None where several share it."""
    regular = [answer.id for answer in question.answers if answer.role is AnswerRole.REGULAR]
    cells = [table.cell(answer, table.total) for answer in answers if answer in regular]
    shares = {cell.id.answer: cell.share.fraction for cell in cells if cell.share is not None}
    highest = [answer for answer, share in shares.items() if not sign_of_difference(share, max(shares.values()))]
    return highest[0] if len(highest) == 1 else None


def not_shown(marks: Sequence[SourceText], kind: str, shown: Sequence[str]) -> list[Diagnostic]:
    """The faults of names that should be rows (over waves: columns) of an exhibit and are not."""
    what = "wave" if kind == COLUMNS else "answer"
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


def _kind(written: ExhibitStory, default: str) -> tuple[str, list[Diagnostic]]:
    if written.kind is None:
        return default, []
    kind = written.kind.text
    if kind in KINDS:
        return kind, []
    fault = Diagnostic(
        StoryFault.UNKNOWN_KIND,
        f'"{kind}" is not a kind of exhibit',
        written.kind.at(0, len(kind)),
        (f"the kinds are {listed(KINDS)}",),
        near_miss(kind, KINDS),
    )
    return default, [fault]


def _default_answers(kind: str, question: Question, table: Table) -> tuple[str, ...]:
    """All answers that the current wave asked for; over waves the leading one."""
    asked = tuple(answer.id for answer in question.answers if answer.is_asked)
    if kind != COLUMNS:
        return asked or tuple(answer.id for answer in question.answers)
    return (leading_answer(asked, question, table) or question.answers[0].id,)


def _waves(table: Table) -> tuple[str, ...]:
    """The waves from the first to the last of which a figure of the question was published."""
    order = [column.id.wave for column in table.waves.columns]
    places = [order.index(wave) for wave in table.published_waves or (table.total.wave,)]
    return tuple(order[min(places) : max(places) + 1])


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


def _marks_too_many(marks: Sequence[SourceText], kind: str) -> list[Diagnostic]:
    faults = []
    if len(marks) > MOST_MARKED and kind != PARTS:
        message = f"{len(marks)} marks stand out, at most {MOST_MARKED} may"
        hint = "mark what the headline asserts, and one thing it sets against that"
        faults.append(Diagnostic(StoryFault.TOO_MANY_MARKED, message, marks[MOST_MARKED].location, hint=hint))
    for position, mark in enumerate(marks):
        if mark in marks[:position]:
            message = f'"{mark.text}" is marked twice'
            faults.append(Diagnostic(StoryFault.MARKED_TWICE, message, mark.at(0, len(mark.text))))
    return faults


def _default_emphasis(kind: str, answers: Sequence[str], question: Question, table: Table) -> tuple[str, ...]:
    """The leading answer, over waves the current one; nothing where none stands out."""
    if kind == COLUMNS:
        has_figure = any(table.cell(answer, table.total).share is not None for answer in answers)
        return (table.total.wave,) if has_figure else ()
    leading = leading_answer(answers, question, table)
    return (leading,) if leading else ()


def _title(kind: str, answers: Sequence[str], question: Question, facts: Facts) -> str:
    """What the numbers are per cent of; over the waves of one answer, of which answer."""
    words, code = facts.language.words, facts.language.code
    unit = facts.survey.unit.text(code)
    if kind == COLUMNS and len(answers) == 1:
        return words.with_answer.format(unit=unit, answer=question.answer_or_net(answers[0]).label.text(code))
    return f"{words.share_of.format(unit=unit)}, {mode_name(question.type, facts)}"
