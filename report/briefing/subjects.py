"""What generated words speak of first: the answers or nets that lead a question, and the claim that they do.

single or multiple choice   the regular answers that share the first place
scale                       a box (a net at one end) that lies above all that is outside it; else the steps that
                            share the first place, the middle included
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.leaders import leaders
from report.frozen import frozen
from report.survey.model import AnswerRole, Net, Question, QuestionType
from report.tables.model import Cell, Table, is_above

MOST_LEADING = 3
"""Answers that may share the first place; of more, none is named."""


@frozen
class Subject:
    """The cells that are spoken of, one or several equal ones, and the condition under which they lead.

    holds is None where an unpublished answer may lie above them: they are shown, and nothing is said of their place.
    """

    cells: tuple[Cell, ...]
    holds: str | None = None


def subject_of(question: Question, table: Table) -> Subject | None:
    """What leads a question in the current wave; None where nobody can say, or more than `MOST_LEADING` do."""
    found = _boxes(question, table) if question.type.is_ordered else None
    return found or _steps(question, table)


# --------------------------------------------------------------------------------------------------------------- boxes


def _boxes(question: Question, table: Table) -> Subject | None:
    """The largest nets at an end of a scale, where they are known to lie above every step that is in none of them."""
    boxes = {net.id: net for net in boxes_of(question)}
    cells = [table.cell(name, table.total) for name in boxes]
    leading = _few(leaders(cells))
    steps = _cells_of_steps(question, table)
    for box in leading:
        outside = [step for step in steps if step.id.answer not in boxes[box.id.answer].answers]
        if not all(is_above(box, step) for step in outside):
            return None
    beside = [cell for cell in (*cells, *steps) if cell not in leading and not _is_within(cell, leading, boxes)]
    return Subject(leading, " and ".join(_above(leading, beside))) if leading and beside else None


def boxes_of(question: Question) -> tuple[Net, ...]:
    """The nets of a scale that take in one of its ends."""
    return tuple(net for net in question.nets if _is_box(net, question))


def _is_box(net: Net, question: Question) -> bool:
    """Whether a net takes in one end of the scale, and neither the other end nor the middle."""
    steps = [answer for answer in question.answers if answer.is_asked and answer.role.is_step]
    ends = {answer.id for answer in (*steps[:1], *steps[-1:])}
    middle = {answer.id for answer in steps if answer.role is AnswerRole.MIDPOINT}
    return len(ends) > 1 and len(ends & set(net.answers)) == 1 and not middle & set(net.answers)


def _is_within(cell: Cell, leading: Sequence[Cell], boxes: dict[str, Net]) -> bool:
    """Whether a cell is a part of one of the leading boxes, or has no share to be compared with."""
    members = boxes[cell.id.answer].answers if cell.id.answer in boxes else (cell.id.answer,)
    return cell.share is None or any(set(members) <= set(boxes[box.id.answer].answers) for box in leading)


# --------------------------------------------------------------------------------------------------------------- steps


def _steps(question: Question, table: Table) -> Subject | None:
    """The steps or answers that share the first place."""
    cells = _cells_of_steps(question, table)
    leading = _few(leaders(cells))
    if not leading:
        return None
    if any(cell.share is None for cell in cells) or _none_is_larger(question, table, leading[0]):
        return Subject(leading)
    middle = {answer.id for answer in question.answers if answer.role is AnswerRole.MIDPOINT}
    others = [cell for cell in cells if cell not in leading]
    if any(cell.id.answer in middle for cell in leading):
        return Subject(leading, " and ".join(_above(leading, others)) or None)
    names = [_name(cell) for cell in leading]
    first = [f"leads({names[0]})"] if len(names) == 1 else [f"rank({name}) == 1" for name in names]
    above = [f"{names[0]} > {_name(cell)}" for cell in others if cell.id.answer in middle]
    return Subject(leading, " and ".join([*first, *above]))


def _none_is_larger(question: Question, table: Table, leading: Cell) -> bool:
    """Whether as many or more name none, or of several answers some other one: then nothing is called named most."""
    roles = (AnswerRole.NONE, AnswerRole.OTHER) if question.type is QuestionType.MULTIPLE else (AnswerRole.NONE,)
    asked = [answer for answer in question.answers if answer.role in roles]
    cells = [table.cell(answer.id, table.total) for answer in asked]
    return any(cell.share is not None and not is_above(leading, cell) for cell in cells)


def _cells_of_steps(question: Question, table: Table) -> list[Cell]:
    steps = [answer.id for answer in question.answers if answer.is_asked and answer.role.is_step]
    return [table.cell(step, table.total) for step in steps]


# -------------------------------------------------------------------------------------------------------------- claims


def _few(leading: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Those that lead, if they are few enough to be named, and somebody gave them."""
    is_named = any(cell.share is not None and cell.share.fraction != 0 for cell in leading)
    return leading if is_named and len(leading) <= MOST_LEADING else ()


def _above(leading: Sequence[Cell], others: Sequence[Cell]) -> Iterator[str]:
    """That the leading cells are equal, and that the first of them lies above every other."""
    first, *equal = map(_name, leading)
    yield from (f"{first} == {name}" for name in equal)
    yield from (f"{first} > {_name(other)}" for other in others)


def _name(cell: Cell) -> str:
    """What names a cell of the current wave's total in a claim."""
    return f"{cell.id.question}.{cell.id.answer}"
