"""What the rows of an exhibit are held against: `reference`, as far as its kind has a place for it."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.faults import StoryFault
from report.briefing.values import why_hidden
from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.kinds import Kind, Kinds, Shape
from report.survey.model import ColumnId
from report.tables.model import Table

_LEAVE_OUT = "leave `reference` out"


@frozen
class Reference:
    """A column that an author names as `reference`."""

    named: SourceText
    column: ColumnId
    table: Table
    kinds: Kinds

    def on(self, kind: Kind, shape: Shape, answers: Sequence[str]) -> ColumnId | Diagnostic | None:
        """The column that a tick or a number of the kind stands for, or why there is none.

        None in a table of groups held against all who were asked: they are a column of it.
        """
        place = self.named.at(0, len(self.named.text))
        is_table = kind.has_total and shape is not Shape.TOTAL
        if is_table and shape is Shape.GROUPS and self.column == self.table.total:
            return None
        if not kind.has_reference:
            message = f"`{kind.word}` has no place for what its figures are held against"
            return Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=self._hint(shape))
        if is_table:
            whom = f"not against {self.named.text}"
            message = f"the columns of a `{kind.word}` are held against all who were asked, {whom}"
            return Diagnostic(StoryFault.UNSUITABLE_KIND, message, place, hint=self._hint(shape))
        if answers and not any(self.table.cell(answer, self.column).share for answer in answers):
            hidden = next((self.table.cell(answer, self.column).hidden for answer in answers), None)
            if hidden:
                message = f"{self.named.text} {why_hidden(hidden)}"
                return Diagnostic(StoryFault.HIDDEN_FIGURE, message, place, hint=_LEAVE_OUT)
            message = f"nothing that the exhibit shows was published for {self.named.text}"
            return Diagnostic(StoryFault.NOT_PUBLISHED, message, place, hint=_LEAVE_OUT)
        return self.column

    def _hint(self, shape: Shape) -> str:
        """The kinds on whose bars one stands, of those for exhibits of a shape if there are any."""
        able = [kind for kind in self.kinds if kind.has_reference and not kind.has_total]
        fitting = [kind for kind in able if shape in kind.shapes] or able
        return f"{_LEAVE_OUT}; {' or '.join(f'`{kind.word}`' for kind in fitting)} marks one on its bars"
