"""The places of answers in a wave: by falling share among all regular answers of the question, whatever is shown.

56 %  1     44 %  2     29 %  3 =     29 %  3 =     14 %  5      answers of one share have one place
56 %  1     44 %  2     n. p.         14 %                       behind an unknown share nobody knows a place
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.charts.model import Rank
from report.survey.model import ColumnId, Question
from report.tables.model import CellState, Table
from report.units import Quantity, sign_of_difference


def ranks(question: Question, table: Table, column: ColumnId) -> Mapping[str, Rank]:
    """The places known for certain, by answer; none where the share of a regular answer was not published.

    Shares below a bound are level where they were published as the same; otherwise bounds may leave places open.
    """
    steps = [table.cell(answer.id, column) for answer in question.answers if answer.role.is_step]
    asked = [cell for cell in steps if cell.state is not CellState.NOT_ASKED]
    shares = {cell.id.answer: cell.share.fraction for cell in asked if cell.share is not None}
    if len(shares) < len(asked):
        return {}
    places = {answer: _rank(share, list(shares.values())) for answer, share in shares.items()}
    return {answer: rank for answer, rank in places.items() if rank}


def _rank(share: Quantity, every: Sequence[Quantity]) -> Rank | None:
    signs = [0 if other == share else sign_of_difference(other, share) for other in every]
    if any(sign is None for sign in signs):
        return None
    return Rank(1 + signs.count(1), signs.count(0) > 1)
