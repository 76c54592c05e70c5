"""Composes an exhibit that shows one number large, and up to two of its question beside it.

exhibit: {kind: number, figure: teams.own, reference: teams.own.w2013}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.emphasis_defaults import leading_answers
from report.briefing.evaluation import Reading
from report.briefing.exhibit_reading import ExhibitReading
from report.briefing.exhibit_titles import title_of
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model import Exhibit
from report.briefing.one_cell import one_cell
from report.briefing.scope import Scope
from report.briefing.story import ExhibitStory
from report.briefing.telling import Telling
from report.diagnostics import Diagnostic, SourceText
from report.kinds import NUMBER, Shape
from report.survey.model import CellId, Question

MOST_COMPARED = NUMBER.rows.most - 1
"""Numbers beside the large one."""


def asks_for_number(written: ExhibitStory) -> bool:
    """Whether an exhibit is of that kind: it says so, or names a figure."""
    return written.figure is not None or (written.kind is not None and written.kind.text == NUMBER.word)


def compose_number(written: ExhibitStory, question: Question, telling: Telling, facts: Facts) -> ExhibitReading:
    """The exhibit of one number; where none is named, of the answer that leads."""
    reader = _Reader(question, facts)
    reader.faults += _contradictions(written)
    figure = reader.cell(written.figure) if written.figure else _leading(question, facts)
    compared = [cell for named in written.references[:MOST_COMPARED] if (cell := reader.cell(named))]
    reader.faults += _too_many(written.references)
    shown = figure or _leading(question, facts)
    reader.faults += _repeated(written.references, [shown, *compared])
    scope = Scope(Shape.TOTAL, (question,), (shown.column,))
    title = title_of(telling.title, NUMBER, Shape.TOTAL, (shown.answer,), (shown.column,), None, scope, facts)
    exhibit = Exhibit(
        kind=NUMBER.word,
        shape=Shape.TOTAL,
        questions=(question.id,),
        answers=(shown.answer,),
        columns=(shown.column,),
        title=title,
        proof=(shown,),
        marks=(shown.answer,),
        spoken=(shown.answer,),
        compared=tuple(compared),
        location=written.location,
    )
    return ExhibitReading(exhibit, tuple(reader.faults), readings=tuple(reader.readings))


def _leading(question: Question, facts: Facts) -> CellId:
    table, answers = facts.tables.table(question.id), [answer.id for answer in question.answers]
    leading = leading_answers(answers, question, table, table.total) or answers
    return CellId(question.id, leading[0], table.total)


def _contradictions(written: ExhibitStory) -> Iterator[Diagnostic]:
    """Another kind, and keys that ask for more than one number."""
    if written.kind and written.kind.text != NUMBER.word:
        message = f"`figure` asks for one number, and `kind` is {written.kind.text}"
        place = written.kind.at(0, len(written.kind.text))
        yield Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=f"`{NUMBER.word}` shows {NUMBER.shows}")
    asked: Sequence[tuple[str, Sequence[SourceText]]] = (
        ("column", (written.column,) if written.column else ()),
        ("by", written.by),
        ("waves", written.waves),
        ("answers", written.answers),
        ("emphasize", written.emphasize),
        ("contrast", written.contrast),
    )
    for key, named in asked:
        if named:
            message = f"`{NUMBER.word}` shows {NUMBER.shows}, and `{key}` asks for more"
            hint = "name the number with `figure:`, and what stands beside it with `reference:`"
            place = named[0].at(0, len(named[0].text))
            yield Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=hint)


def _too_many(named: Sequence[SourceText]) -> Iterator[Diagnostic]:
    if len(named) > MOST_COMPARED:
        further = named[MOST_COMPARED]
        message = f"{len(named)} numbers stand beside the large one, at most {MOST_COMPARED} may"
        yield Diagnostic(StoryFault.TOO_MANY_MARKED, message, further.at(0, len(further.text)))


def _repeated(named: Sequence[SourceText], shown: Sequence[CellId]) -> Iterator[Diagnostic]:
    if named and len(set(shown)) < len(shown):
        message = "a number stands twice in this exhibit"
        yield Diagnostic(StoryFault.ANSWER_TWICE, message, named[-1].at(0, len(named[-1].text)))


class _Reader:
    """Reads the numbers of one question; faults and readings gather."""

    def __init__(self, question: Question, facts: Facts) -> None:
        self._question, self._facts = question, facts
        self.faults: list[Diagnostic] = []
        self.readings: list[Reading] = []

    def cell(self, named: SourceText) -> CellId | None:
        found = one_cell(named, self._facts)
        self.faults += found.faults
        self.readings += found.readings
        if found.cell is None:
            return None
        if found.cell.id.question != self._question.id:
            message = f'"{named.text}" is no number of question "{self._question.id}", which this exhibit is about'
            self.faults.append(Diagnostic(StoryFault.NOT_IN_EXHIBIT, message, named.at(0, len(named.text))))
            return None
        return found.cell.id
