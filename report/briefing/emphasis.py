"""What stands out in an exhibit: what its author marked, else what leads or what the headline is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.emphasis_across import RowEmphasis
from report.briefing.emphasis_defaults import DefaultEmphasis, leading_answers
from report.briefing.emphasis_rows import turned_alike, whole_rows
from report.briefing.emphasis_rules import RULE_WORDS, rule_named
from report.briefing.emphasis_said import cells_shown
from report.briefing.emphasis_ties import Ties
from report.briefing.facts import Facts, listed
from report.briefing.faults import ONE_OF_THESE, StoryFault
from report.briefing.model import Exhibit
from report.briefing.rules_in_words import rule_meant
from report.briefing.story import ExhibitStory
from report.briefing.telling import Telling
from report.diagnostics import Diagnostic, SourceText, id_meant
from report.frozen import frozen
from report.kinds import Kind, Marks, Shape
from report.survey.model import Answer, CellId, Net, Question
from report.units import sign_of_difference

MOST_MARKED = 3
"""Bars or columns that may stand out; of more, none does."""


@frozen
class Emphasis:
    """Which cells of an exhibit stand out: those that the author named, or what leads or is spoken of.

    bare: the exhibit without any.
    """

    bare: Exhibit
    kind: Kind
    written: ExhibitStory
    question: Question
    telling: Telling
    facts: Facts

    def applied(self, *, is_certain: bool) -> tuple[Exhibit, list[Diagnostic]]:
        """The exhibit with its emphasis, and the faults of names that are none, of too many, and of those twice.

        is_certain: the exhibit is the one that the author asked for, so that a name it does not show is a fault.
        """
        marks = [*self.written.emphasize, *self.written.contrast]
        faults = [fault for mark in marks if (fault := self._unknown(mark))] if is_certain else []
        faults += wrong_marks(marks, self.kind)
        if not marks:
            proof, contrast = self._defaults.marks()
        else:
            proof = tuple(cell for mark in self.written.emphasize for cell in self._cells(mark.text))
            contrast = tuple(cell for mark in self.written.contrast for cell in self._cells(mark.text))
            proof, contrast = self._with_level_leaders(proof, contrast)
            if self.kind.marks_rows:
                proof, contrast = whole_rows(proof, self._shown), whole_rows(contrast, self._shown)
            if self.kind.marks_pairs and not contrast:
                proof, contrast = self._as_pairs(proof)
        if self.kind.marks_pairs and not self.written.contrast:
            proof, contrast = turned_alike(proof, contrast)
        proof += self._ties.beside(proof, contrast)
        if self.kind.marks_pairs:
            contrast += self._ties.beside(contrast, proof)
        return replace(self.bare, proof=proof, contrast=contrast), faults

    # ------------------------------------------------------------------------------------------------------ by name

    @property
    def _shown(self) -> list[CellId]:
        return cells_shown(self.bare)

    @property
    def _rows(self) -> RowEmphasis:
        return RowEmphasis(self.bare, self.facts, MOST_MARKED)

    @property
    def _ties(self) -> Ties:
        return Ties(self.bare, self.kind, self.telling, self.facts, MOST_MARKED)

    @property
    def _defaults(self) -> DefaultEmphasis:
        return DefaultEmphasis(self.bare, self.kind, self.question, self.telling, self.facts, MOST_MARKED)

    @property
    def _marks(self) -> Marks:
        return self.kind.marks(self.bare.shape)

    def _cells(self, name: str) -> list[CellId]:
        """The cells that a name means: of an answer, a column, a question of a battery, or one cell."""
        if self.kind.lies_across:
            return self._rows.cells(name)
        return [cell for cell in self._shown if name in self._names(cell)] or self._by_rule(name)

    def _names(self, cell: CellId) -> tuple[str, ...]:
        column = cell.column.name
        if self.bare.shape is Shape.TOTAL:
            return (cell.answer,)
        if self._marks is Marks.COLUMNS:
            return (column,)
        if self.kind.marks_rows:
            return (cell.answer,)
        return cell.answer, column, f"{cell.answer}.{column}"

    def _by_rule(self, name: str) -> list[CellId]:
        rule = rule_named(name)
        return list(rule(self._shown, self.facts)) if rule else []

    def _unknown(self, mark: SourceText) -> Diagnostic | None:
        """The fault of a name that means nothing in this exhibit."""
        if self._cells(mark.text) or rule_named(mark.text):
            return None
        shown = self.bare.marks
        what = {Marks.ANSWERS: "answer", Marks.COLUMNS: "wave", Marks.QUESTIONS: "question"}[self._marks]
        known = {**labels_of(self.question, shown), **dict.fromkeys(RULE_WORDS, ())}
        rule = rule_meant(mark.text)
        hint = f'did you mean "{rule}"?' if rule else id_meant(mark.text, known) or ONE_OF_THESE
        notes = (f"it shows {listed(shown)}",)
        message = f'"{mark.text}" is no {what} that this exhibit shows'
        return Diagnostic(StoryFault.NOT_IN_EXHIBIT, message, mark.at(0, len(mark.text)), notes, hint)

    def _with_level_leaders(
        self, proof: tuple[CellId, ...], contrast: tuple[CellId, ...]
    ) -> tuple[tuple[CellId, ...], tuple[CellId, ...]]:
        """With one of several leaders that are level the others stand out too."""
        if self.bare.shape is not Shape.TOTAL:
            return proof, contrast
        table, column = self.facts.tables.table(self.question.id), self.bare.columns[0]
        names = leading_answers(self.bare.answers, self.question, table, column)
        leading = [CellId(self.question.id, answer, column) for answer in names]
        if len(leading) <= MOST_MARKED and any(cell in proof for cell in leading):
            proof = tuple(dict.fromkeys((*proof, *(cell for cell in leading if cell not in contrast))))
        return proof, contrast

    def _as_pairs(self, proof: Sequence[CellId]) -> tuple[tuple[CellId, ...], tuple[CellId, ...]]:
        """Of an answer of which all cells are named the largest proves, and the smallest is what it is set against."""
        proofs, contrasts = list[CellId](), list[CellId]()
        for answer in dict.fromkeys(cell.answer for cell in proof):
            named = [cell for cell in proof if cell.answer == answer]
            shares = {cell: share for cell in named if (share := self.facts.tables.cell(cell).share)}
            if len(named) < len(self.bare.columns) or len(shares) < 2:
                proofs += named
                continue
            largest, smallest = max(shares, key=lambda cell: shares[cell]), min(shares, key=lambda cell: shares[cell])
            is_level = sign_of_difference(shares[largest].fraction, shares[smallest].fraction) != 1
            proofs += named if is_level else [largest]
            contrasts += [] if is_level else [smallest]
        return tuple(proofs), tuple(contrasts)


def labels_of(question: Question, names: Sequence[str]) -> dict[str, list[str]]:
    """By name, the labels of answers and nets in all languages; a wave or a group has none."""
    entries: list[Answer | Net] = [*question.answers, *question.nets]
    labels = {entry.id: [label.text for label in entry.label.by_language.values()] for entry in entries}
    return {name: labels.get(name, []) for name in names}


def wrong_marks(marks: Sequence[SourceText], kind: Kind) -> list[Diagnostic]:
    """The faults of more marks than may stand out, and of what is marked twice."""
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
