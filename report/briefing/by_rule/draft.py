"""A finding as far as the rule has decided it: what it says, what it shows, and how strong it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from report.briefing.story import ExhibitStory
from report.briefing.subjects import Subject
from report.diagnostics import SourceText
from report.frozen import frozen
from report.language.model import Language
from report.survey.model import Question
from report.tables.model import Cell, Table

Phrases = Callable[[Language], Iterable[SourceText]]
"""One sentence in shorter and shorter words."""


@frozen
class Headline:
    """A sentence and the condition under which it is true, if it needs one. cells: those that it speaks of.

    stand_out: those of them that its exhibit sets off, where that is not all of them.
    """

    phrases: Phrases
    holds: str | None = None
    cells: tuple[Cell, ...] = ()
    stand_out: tuple[Cell, ...] = ()


@frozen
class Draft:
    """A finding to be chosen.

    id: of the finding; question: the one that it is about, the first of a battery; table: its own. headlines: the
    strongest first, one of which finds room; without any, the question is its own headline. subject: what a message
    says of it, which the exhibit shows; None where there is nothing. listed: the cells of its text, which may go on.
    strength: percentage points by which it stands out; a finding that says nothing has less than none.
    """

    id: str
    question: Question
    table: Table
    headlines: tuple[Headline, ...]
    exhibit: ExhibitStory
    strength: Decimal
    listed: tuple[Cell, ...] = ()
    has_more: bool = False
    subject: Subject | None = None
    is_over_time: bool = False
    across_break: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """Those of a battery, in file order; none of a finding about one question."""
        return tuple(question.text for question in self.exhibit.questions)
