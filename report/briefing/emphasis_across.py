"""What stands out where answers lie across: whole rows, by the answers that their nets take together.

emphasize: [privacy]             the row of a question, or of a group (`age.old`): the answers of its nets
emphasize: [privacy.disagree]    one cell; of a net its answers
emphasize: [above(50)]           the rows whose net is above
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.emphasis_rules import rule_named
from report.briefing.emphasis_said import Said
from report.briefing.facts import Facts
from report.briefing.leaders import leaders
from report.briefing.model import Exhibit
from report.briefing.rules_in_words import LEADING
from report.briefing.telling import Telling
from report.frozen import frozen
from report.kinds import Shape
from report.survey.model import CellId, ColumnId
from report.tables.model import Cell, CellState, taken_together
from report.units import Share, sign_of_difference

Row = tuple[str, ColumnId]
"""A question and a column."""
Emphasized = tuple[tuple[CellId, ...], tuple[CellId, ...]]
"""What proves the headline, and what it is set against."""


@frozen
class RowEmphasis:
    """Finds the cells that a name means, and those that stand out by default. most: rows that may stand out."""

    exhibit: Exhibit
    facts: Facts
    most: int

    @property
    def rows(self) -> list[Row]:
        """All rows, as asked for."""
        return [(question, column) for question in self.exhibit.questions for column in self.exhibit.columns]

    def cells(self, name: str) -> list[CellId]:
        """The cells that a name or a rule means; none for a name that means nothing here."""
        if rows := [row for row in self.rows if self._name(row) == name]:
            return [cell for row in rows for cell in self.telling(row)]
        found = [cell for row in self.rows for cell in self._named(row, name)]
        return found or self._by_rule(name)

    def by_default(self, telling: Telling) -> Emphasized:
        """The rows that the headline speaks of; without any the largest, and beside two nets the smallest too."""
        spoken = Said(telling, self.facts).cells(self._with_nets())
        said = [row for row in self.rows if self._said(row, spoken)]
        if self.exhibit.shape is Shape.GROUPS:
            said = [row for row in said if not row[1].is_total] or said
        if not said:
            ends = self._ends()
            return tuple(cell for row in ends for cell in self.telling(row)), ()
        if len(said) > self.most and not self._is_told_whole(said):
            return (), ()
        against = [] if len(self.exhibit.nets) > 1 else self._smallest(said)
        proof = [cell for row in said if row not in against for cell in self._said(row, spoken)]
        return tuple(proof), tuple(cell for row in against for cell in self._said(row, spoken))

    # ------------------------------------------------------------------------------------------------------- by name

    def _name(self, row: Row) -> str:
        return row[0] if self.exhibit.shape is Shape.BATTERY else row[1].name

    def _named(self, row: Row, name: str) -> list[CellId]:
        """Of a row the cells of an answer or net that is named alone, or with its row."""
        question = self.facts.survey.question(row[0])
        nets = {net.id: net.answers for net in question.nets} | {net.id: net.answers for net in self.exhibit.nets}
        for id in (*self.exhibit.answers, *nets):
            with_row = f"{row[0]}.{id}" if self.exhibit.shape is Shape.BATTERY else f"{id}.{row[1].name}"
            if name in (id, with_row):
                return [CellId(row[0], answer, row[1]) for answer in nets.get(id, (id,))]
        return []

    def _by_rule(self, name: str) -> list[CellId]:
        rule = rule_named(name)
        if rule is None:
            return []
        first = self.exhibit.nets[0] if self.exhibit.nets else None
        if first is None or first.net is None:
            return list(
                rule(
                    [CellId(row[0], answer, row[1]) for row in self.rows for answer in self.exhibit.answers], self.facts
                )
            )
        by_net = {self._net(row).id: row for row in self.compared()}
        is_leading = name.strip() == LEADING  # of nets, which are no steps of a scale
        nets = [self._net(row) for row in self.compared()]
        leading = leaders(nets) if is_leading and not self._are_open(nets) else ()
        found = [cell.id for cell in leading] if is_leading else rule(list(by_net), self.facts)
        return [cell for net in found for cell in self.telling(by_net[net])]

    # ---------------------------------------------------------------------------------------------------- by default

    def telling(self, row: Row) -> list[CellId]:
        """The cells that make a row stand out: those of its nets, without nets its largest ones."""
        question, column = row
        if self.exhibit.nets:
            return [CellId(question, answer, column) for net in self.exhibit.nets for answer in net.answers]
        table = self.facts.tables.table(question)
        steps = [answer.id for answer in self.facts.survey.question(question).answers if answer.role.is_step]
        return [
            cell.id for cell in leaders([table.cell(each, column) for each in self.exhibit.answers if each in steps])
        ]

    def _with_nets(self) -> list[CellId]:
        """All cells of the rows, those of nets too."""
        of = {question: self.facts.survey.question(question) for question in self.exhibit.questions}
        names = {
            id: [*(each.id for each in found.answers), *(net.id for net in found.nets)] for id, found in of.items()
        }
        return [CellId(question, name, column) for question, column in self.rows for name in names[question]]

    def _said(self, row: Row, spoken: Sequence[CellId]) -> list[CellId]:
        """Of a row that is spoken of its telling cells; single answers that are without their net alone."""
        question, column = row
        said = [cell for cell in spoken if cell.question == question and cell.column == column]
        nets = {net.id for net in self.facts.survey.question(question).nets}
        telling = self.telling(row)
        is_whole = set(telling) <= set(said) or any(cell.answer in nets for cell in said)
        is_on_a_side = len(self.exhibit.nets) > 1 and any(cell in telling for cell in said)
        return telling if said and (is_whole or is_on_a_side) else said

    def _is_told_whole(self, said: Sequence[Row]) -> bool:
        """Beside two nets all rows may stand out, where the headline speaks of all."""
        return len(self.exhibit.nets) > 1 and len(said) == len(self.rows)

    def _ends(self) -> list[Row]:
        """The row of the largest net; beside two nets the rows of the largest and the smallest difference.

        None where something that was not published may lie beyond them.
        """
        nets = [self._net(row, place) for row in self.compared() for place in range(len(self.exhibit.nets))]
        shares = {row: share for row in self.compared() if (share := self._order(row)) is not None}
        if not shares or self._are_open(nets):
            return []
        ends = [max(shares, key=lambda row: shares[row]), min(shares, key=lambda row: shares[row])]
        alone = [row for row in ends if sum(other == shares[row] for other in shares.values()) == 1]
        return list(dict.fromkeys(alone if len(self.exhibit.nets) > 1 else alone[:1] if alone[:1] == ends[:1] else []))

    def compared(self) -> list[Row]:
        """The rows without that of all who were asked, where groups are shown."""
        return [row for row in self.rows if self.exhibit.shape is Shape.BATTERY or not row[1].is_total]

    def _are_open(self, nets: Sequence[Cell]) -> bool:
        """Whether some of these have no figure, though they were asked."""
        return any(net.share is None and net.state is not CellState.NOT_ASKED for net in nets)

    def _order(self, row: Row) -> float | None:
        shares = [self.share(row, place) for place in range(len(self.exhibit.nets))]
        if not shares or any(share is None for share in shares):
            return None
        drawn = [share.drawn for share in shares if share]
        return drawn[0] - sum(drawn[1:])

    def _smallest(self, said: Sequence[Row]) -> list[Row]:
        """Of several rows that are said the one of the smallest net, if it is one."""
        shares = {row: share for row in said if (share := self.share(row, 0))} if self.exhibit.nets else {}
        if len(shares) < 2:
            return []
        least = min(shares, key=lambda row: shares[row].drawn)
        is_alone = all(
            sign_of_difference(share.fraction, shares[least].fraction) == 1
            for row, share in shares.items()
            if row != least
        )
        return [least] if is_alone else []

    def share(self, row: Row, net: int = 0) -> Share | None:
        """What a net of the exhibit takes in a row."""
        return self._net(row, net).share

    def _net(self, row: Row, net: int = 0) -> Cell:
        question, column = row
        of = self.facts.survey.question(question)
        return taken_together(self.exhibit.nets[net].answers, of, column, self.facts.tables.table(question))
