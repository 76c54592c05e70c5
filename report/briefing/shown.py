"""Whether what is said is shown: a number of a headline, message or annotation is seen beside it or where it leads.

    headline   "The old worry most: 61 %"      feeling.worry.age.old
    exhibit    Worry  ######## 52 %            feeling.worry           the same answer in another column: it misleads

A number is seen that the exhibit shows or that an annotation beside it prints. A net is seen where all its answers are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model import Exhibit
from report.briefing.model.prose import Figure
from report.briefing.printed import told
from report.briefing.saying import Saying
from report.diagnostics import Diagnostic, Severity
from report.frozen import frozen
from report.kinds import GROUPED, Kinds, Shape
from report.survey.model import CellId, Question
from report.tables.model import Cell


@frozen
class Stage:
    """What a finding or statement shows: its exhibit, if it has one, and the annotations beside it.

    name: what messages call it ('finding "goals"').
    """

    name: str
    exhibit: Exhibit | None
    annotations: tuple[Saying, ...] = ()

    def shows(self, cell: CellId, facts: Facts) -> bool:
        """Whether a cell can be seen here."""
        return cell in self._printed or (self.exhibit is not None and _is_in(cell, self.exhibit, facts))

    def shows_instead(self, cell: CellId, facts: Facts) -> Cell | None:
        """The first published cell of the same answer that is shown in another column."""
        if self.exhibit is None or cell.question not in self.exhibit.questions:
            return None
        others = [CellId(cell.question, cell.answer, column) for column in self.exhibit.columns]
        cells = [facts.tables.cell(other) for other in others if _is_in(other, self.exhibit, facts)]
        return next((cell for cell in cells if cell.value is not None), None)

    @property
    def _printed(self) -> frozenset[CellId]:
        """The cells whose own numbers stand in annotations; a difference of two prints neither."""
        figures = [figure for annotation in self.annotations for figure in annotation.figures]
        return frozenset(figure.cells[0] for figure in figures if len(figure.cells) == 1)


@frozen
class Proofs:
    """All that a briefing shows, by the id of its finding or statement, and what could show more."""

    stages: Mapping[str, Stage]
    facts: Facts
    kinds: Kinds

    def unseen(self, saying: Saying, name: str, *, leads_there: bool = False) -> Iterator[Diagnostic]:
        """The faults of numbers that are said at a finding or statement and not seen there.

        leads_there: it is said elsewhere (in a message), and the reader goes there to see it.
        """
        stage, hidden = self.stages[name], dict[str, list[tuple[Figure, CellId]]]()
        said = [cell for figure in saying.figures for cell in figure.cells]
        for figure in saying.figures:
            cell = next((cell for cell in figure.cells if not stage.shows(cell, self.facts)), None)
            if cell is None:
                continue
            hint = self.hint(cell, stage, leads_there=leads_there, said=said)
            if other := stage.shows_instead(cell, self.facts):
                yield self._misleading(figure, cell, other, stage, hint)
            else:
                hidden.setdefault(hint, []).append((figure, cell))
        yield from (self._hidden(found, stage, hint) for hint, found in hidden.items())

    def unproven(self, figure: Figure, because: Sequence[str], findings: Sequence[str]) -> Iterator[Diagnostic]:
        """The warning of a recommendation's figure that none of the findings shows on which it rests.

        findings: the ids of all there are.
        """
        stages, cell = [self.stages[name] for name in because if name in self.stages], figure.cells[0]
        if len(stages) < len(because) or any(stage.shows(cell, self.facts) for stage in stages):
            return
        said = told(self.facts.tables.cell(cell), self.facts.survey)
        names = " and ".join(stage.name for stage in stages)
        shows = "does not show it" if len(stages) == 1 else "do not show it"
        message = f"{said} is the figure of a recommendation, and {names}, on which it rests, {shows}"
        other = next((name for name in findings if self.stages[name].shows(cell, self.facts)), None)
        hint = f"write `because: [{other}]`, where it is shown" if other else self.hint(cell, stages[0])
        yield Diagnostic(StoryFault.CELL_NOT_SHOWN, message, figure.location, hint=hint, severity=Severity.WARNING)

    def _misleading(self, figure: Figure, cell: CellId, other: Cell, stage: Stage, hint: str) -> Diagnostic:
        said = told(self.facts.tables.cell(cell), self.facts.survey)
        message = f"{said} is said, and the exhibit of {stage.name} shows {told(other, self.facts.survey)}"
        return Diagnostic(StoryFault.OTHER_COLUMN_SHOWN, message, figure.location, hint=hint)

    def _hidden(self, found: Sequence[tuple[Figure, CellId]], stage: Stage, hint: str) -> Diagnostic:
        """The warning of numbers that one exhibit would show, at the first of them."""
        figures = dict.fromkeys(told(self.facts.tables.cell(cell), self.facts.survey) for _, cell in found)
        are = "is said, and" if len(figures) == 1 else "are said, and"
        shows = "does not show it" if len(figures) == 1 else "shows none of them"
        message, place = f"{', '.join(figures)} {are} {stage.name} {shows}", found[0][0].location
        return Diagnostic(StoryFault.CELL_NOT_SHOWN, message, place, hint=hint, severity=Severity.WARNING)

    def hint(self, cell: CellId, stage: Stage, *, leads_there: bool = False, said: Sequence[CellId] = ()) -> str:
        """The exhibit that would show a cell: one that there is already, or one to be written.

        said: all cells of the text; groups that it compares are shown beside each other.
        """
        compared = _compared(cell, said, self.kinds, self.facts.survey.wave)
        if compared is None and not leads_there:
            return "no exhibit shows groups beside earlier waves; print it in an annotation there"
        written = f"exhibit: {{{', '.join(compared or self._exhibit(cell, stage))}}}"
        if leads_there:
            for name, other in self.stages.items():
                if other.shows(cell, self.facts):
                    return f"write `finding: {name}`, where it is shown"
        if stage.exhibit and stage.exhibit.question == cell.question:
            return f"`{written}` shows it; or print it in an annotation there"
        return (
            f"a finding with `question: {cell.question}` and `{written}` shows it; or print it in an annotation there"
        )

    def _exhibit(self, cell: CellId, stage: Stage) -> Iterator[str]:
        """The keys of an exhibit in which the cell is one of those shown."""
        is_earlier = cell.column.is_total and cell.wave != self.facts.survey.wave
        kind = self.kinds.showing(Shape.WAVES if is_earlier else Shape.TOTAL)[0]
        if stage.exhibit and stage.exhibit.shape is Shape.BATTERY:
            yield f"question: {cell.question}"
        yield f"kind: {kind.word}"
        if not cell.column.is_total:
            yield f"column: {cell.column.name}"
        shown = stage.exhibit.answers if stage.exhibit and stage.exhibit.question == cell.question else ()
        question = self.facts.survey.question(cell.question)
        if cell.answer in [score.id for score in question.scores]:
            # A score stands above whatever the exhibit shows of its column.
            if is_earlier:
                yield f"answers: [{question.answers[-1].id}]"
            return
        if is_earlier:
            yield f"answers: [{cell.answer}]"
        elif shown and len(shown) < len(self._asked(cell)) and cell.answer not in shown:
            yield f"answers: [{', '.join((*shown, cell.answer))}]"

    def _asked(self, cell: CellId) -> Sequence[str]:
        question = self.facts.survey.question(cell.question)
        return [answer.id for answer in question.answers if answer.is_asked]


def _compared(cell: CellId, said: Sequence[CellId], kinds: Kinds, now: str) -> tuple[str, ...] | None:
    """The keys of an exhibit of all groups of a question that are said; None if earlier waves stand beside them.

    Nothing where one group is said, or none. Several segmentations stand beside each other in a table alone.
    """
    columns = list(dict.fromkeys(each.column for each in said if each.question == cell.question))
    segments = dict.fromkeys(column.segment for column in columns if column.segment)
    if segments and any(column.is_total and column.wave != now for column in columns):
        return None
    tables = [kind.word for kind in kinds.showing(Shape.GROUPS) if kind.has_total]
    if len(segments) > 1 and tables:
        return f"kind: {tables[0]}", f"by: [{', '.join(segments)}]"
    names = [column.column for column in columns if column.column]
    if len(names) < 2 or len(names) not in GROUPED.slots:
        return ()
    return f"kind: {GROUPED.word}", f"by: {', '.join(segments)}", f"columns: [{', '.join(names)}]"


def _is_in(cell: CellId, exhibit: Exhibit, facts: Facts) -> bool:
    if exhibit.has_place_for(cell):
        return True
    parts = _answers_of(cell.answer, facts.survey.question(cell.question)) if cell.question in exhibit.questions else ()
    return bool(parts) and all(exhibit.has_place_for(replace(cell, answer=part)) for part in parts)


def _answers_of(name: str, question: Question) -> Sequence[str]:
    """The answers that a net sums up; none for an answer."""
    return next((net.answers for net in question.nets if net.id == name), ())
