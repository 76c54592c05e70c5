"""What an expression comes to, held against the facts: its value, the cells it read, its faults.

    expression ── parse ──> syntax tree ── evaluate ──> Value + Readings, or faults at the author's places

All faults of an expression are found in one go: a part that is refused has no value, and what contains it none either.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NoReturn, TypeVar

from report.briefing import filters, sums, values
from report.briefing.battery_cells import cells_of_battery
from report.briefing.differences import rows_of
from report.briefing.expression import ALLOWED, Expression, Part, parse
from report.briefing.facts import Facts, UnknownName, listed
from report.briefing.faults import StoryFault
from report.briefing.functions import (
    FUNCTIONS,
    Function,
    OfAnswer,
    OfBase,
    OfBattery,
    OfFigure,
    OfGroups,
    OfPair,
    OfQuestion,
    OfShareInQuestion,
    OfShares,
    OfWaves,
    regular_cells,
)
from report.briefing.model.prose import name_of
from report.briefing.significance import untested
from report.briefing.values import Condition, Refusal, Value, refused_without, why_missing
from report.diagnostics import Diagnostic, Location, SourceText, near_miss
from report.frozen import frozen
from report.survey.model import ColumnId, Question
from report.tables.model import Bases, Cell, CellState
from report.units import Share

Named = TypeVar("Named")

_ANOTHER = "take another figure, or add its percentage to the survey"


@frozen
class Reading:
    """A cell that was read, and where the author named it."""

    cell: Cell
    location: Location | None


@frozen
class Evaluation:
    """The outcome: `value` is None where faults stand in its way; readings are those of all parts, in order.

    expression is None where the text could not even be parsed.
    """

    value: Value | None
    expression: Expression | None = None
    readings: tuple[Reading, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def evaluate(source: SourceText, facts: Facts) -> Evaluation:
    """What the expression in a text comes to."""
    expression = parse(source)
    if isinstance(expression, Diagnostic):
        return Evaluation(None, faults=(expression,))
    evaluator = _Evaluator(expression, facts)
    try:
        value = evaluator.value(expression.root)
    except _NoValue:
        value = None
    if value and evaluator.untold and not isinstance(value.content, bool | values.Undecided):
        value = None
        evaluator.faults += evaluator.untold
    return Evaluation(value, expression, tuple(evaluator.readings), tuple(evaluator.faults))


def value_of(node: ast.expr, expression: Expression, facts: Facts) -> Value:
    """What a part of an expression comes to that has been evaluated without fault."""
    return _Evaluator(expression, facts).value(node)


class _NoValue(Exception):
    """A part of the expression has no value; its fault has been noted, here or where a survey is read."""


class _Evaluator:
    """Walks one syntax tree; readings and faults gather on the way.

    untold: the faults of bases of hidden figures, which a claim may ask for and no text may tell.
    """

    def __init__(self, expression: Expression, facts: Facts) -> None:
        self.expression = expression
        self.facts = facts
        self.readings: list[Reading] = []
        self.faults: list[Diagnostic] = []
        self.untold: list[Diagnostic] = []

    def value(self, node: ast.expr) -> Value:
        """The value of a node; raises _NoValue once its faults are noted."""
        match node:
            case ast.Constant():
                return Value(Decimal(self.expression.text(Part.of(node))))
            case ast.Name() | ast.Attribute():
                return self._reading(node)
            case ast.Compare():
                return self._comparison(node)
            case ast.BoolOp():
                return self._conditions(node)
            case ast.UnaryOp():
                return self._unary(node)
            case ast.BinOp(op=ast.BitOr()):
                return self._filtered(node)
            case ast.BinOp():
                return self._arithmetic(node)
        assert isinstance(node, ast.Call), "parsing lets no other node through"
        return self._call(node)

    def _values(self, nodes: Sequence[ast.expr]) -> list[Value]:
        """The values of all nodes; each is looked at, so that each can tell its faults."""
        found = []
        for node in nodes:
            try:
                found.append(self.value(node))
            except _NoValue:
                continue
        if len(found) < len(nodes):
            raise _NoValue
        return found

    def _refuse(self, part: Part, refusal: Refusal | None) -> NoReturn:
        if refusal:
            self.faults.append(self.expression.fault(part, refusal))
        raise _NoValue

    def _settled(self, result: Value | Refusal, part: Part) -> Value:
        if isinstance(result, Refusal):
            self._refuse(part, result)
        return result

    # ------------------------------------------------------------------------------------------------ names

    def _reading(self, node: ast.expr) -> Value:
        cell = self._published(node)
        assert cell.value is not None
        return Value(cell.value, (cell,), cell.decimals, is_reading=True)

    def _published(self, node: ast.expr) -> Cell:
        """The cell that a node names, noted as read; refused unless it was published."""
        cell = self._named(node)
        if cell.value is None:
            name, is_asked = name_of(cell.id, self.facts.survey), cell.state is not CellState.NOT_ASKED
            hint = "take another figure" if cell.hidden else _ANOTHER
            refusal = refused_without(cell, f"{name} {why_missing(cell)}", hint=hint)
            not_asked = Refusal(StoryFault.NOT_ASKED, f"{name} was not asked", hint=self._asked(cell))
            self._refuse(Part.of(node), refusal if is_asked else not_asked)
        self._note(cell, node)
        return cell

    def _share_of(self, node: ast.expr) -> Cell:
        """The cell of a share that a node names; refused for a score, which is no answer among others."""
        cell = self._published(node)
        if cell.share is None:
            message = f"{name_of(cell.id, self.facts.survey)} is a score, and an answer is needed here"
            self._refuse(Part.of(node), Refusal(StoryFault.NOT_REGULAR, message, hint="compare scores with > or <"))
        return cell

    def _asked(self, cell: Cell) -> str:
        """What to name in place of a figure that was not asked: the same one of the nearest wave that has it."""
        table = self.facts.tables.table(cell.id.question)
        waves = [column.id for column in table.waves.columns]
        asked = [wave for wave in waves if table.cell(cell.id.answer, wave).value is not None]
        if not asked:
            return "take another figure"
        own = waves.index(cell.id.column) if cell.id.column in waves else len(waves)
        nearest = min(asked, key=lambda wave: abs(waves.index(wave) - own))
        return (
            f"take a wave in which it was, such as {name_of(table.cell(cell.id.answer, nearest).id, self.facts.survey)}"
        )

    def _named(self, node: ast.expr) -> Cell:
        """The cell that a dotted name means, published or not."""
        names = self.expression.names(node)
        if not names:
            message = "a point joins the parts of a name, as in goals.awareness, and nothing else"
            self._refuse(Part.of(node), Refusal(StoryFault.EXPRESSION_SYNTAX, message, ALLOWED))
        cell = self.facts.cell_named([self.expression.text(part) for part in names])
        if isinstance(cell, UnknownName):
            self._refuse(names[cell.part], cell.refusal)
        return cell

    def _note(self, cell: Cell, node: ast.expr) -> None:
        self.readings.append(Reading(cell, self.expression.place(Part.of(node))))

    # ------------------------------------------------------------------------------------------------ operators

    def _comparison(self, node: ast.Compare) -> Value:
        """A chain a < b < c holds where every pair holds."""
        parts = [node.left, *node.comparators]
        found = self._values(parts)
        pairs = zip(node.ops, found, found[1:], parts, parts[1:], strict=False)
        results = [
            self._settled(values.compared(left, right, type(operator)), Part.of(one).up_to(Part.of(other)))
            for operator, left, right, one, other in pairs
        ]
        return _joined(results, values.all_hold([result.content for result in results]))

    def _conditions(self, node: ast.BoolOp) -> Value:
        found = self._values(node.values)
        for value, part in zip(found, node.values, strict=True):
            self._condition(value, part)
        join = values.all_hold if isinstance(node.op, ast.And) else values.any_holds
        return _joined(found, join([value.content for value in found]))

    def _unary(self, node: ast.UnaryOp) -> Value:
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return Value(values.opposite(self._condition(value, node.operand)), value.cells)
        if isinstance(node.op, ast.USub):
            return self._settled(values.negated(value), Part.of(node))
        return value

    def _condition(self, value: Value, node: ast.expr) -> Condition:
        if not isinstance(value.content, bool | values.Undecided):
            hint = "compare it, as in goals.awareness > 50"
            refusal = Refusal(StoryFault.MIXED_TYPES, f"a condition is needed here, not {value.sort}", hint=hint)
            self._refuse(Part.of(node), refusal)
        return value.content

    def _arithmetic(self, node: ast.BinOp) -> Value:
        left, right = self._values([node.left, node.right])
        result = _ARITHMETIC[type(node.op)](left, right)
        if isinstance(node.op, ast.Add) and isinstance(result, Value) and isinstance(result.content, Share):
            result = sums.refused_sum(left, right, self.facts.survey) or result
        return self._settled(result, Part.of(node))

    # ------------------------------------------------------------------------------------------------ filters

    def _filtered(self, node: ast.BinOp) -> Value:
        name = node.right.id if isinstance(node.right, ast.Name) else ""
        if name in (*filters.NAMING, filters.N):
            return self._told_of(node.left, name)
        if name not in filters.FILTERS:
            self._refuse_unknown(node.right, StoryFault.UNKNOWN_FILTER, "filter", filters.NAMES)
        value = self.value(node.left)
        text = filters.FILTERS[name](value, self.facts.language)
        return self._settled(text if isinstance(text, Refusal) else Value(text, value.cells), Part.of(node.left))

    def _told_of(self, node: ast.expr, name: str) -> Value:
        """What a named figure is called, or how many were asked of whom it is."""
        if not isinstance(node, ast.Name | ast.Attribute):
            what = "an n belongs to one figure" if name == filters.N else "a label belongs to one answer"
            hint = f"name it, as in goals.awareness | {name}"
            self._refuse(Part.of(node), Refusal(StoryFault.MIXED_TYPES, what, hint=hint))
        cell = self._named(node)
        if name == filters.N:
            asked = filters.n_of(cell, self.facts)
            if isinstance(asked, Refusal):
                self._refuse(Part.of(node), asked)
            return Value(asked.text, source=asked)
        label = filters.NAMING[name](self.facts.survey.question(cell.id.question), cell.id, self.facts.language)
        return Value(label.text, source=label)

    # ------------------------------------------------------------------------------------------------ functions

    def _call(self, node: ast.Call) -> Value:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS.get(name)
        if function is None:
            self._refuse_unknown(node.func, StoryFault.UNKNOWN_FUNCTION, "function", tuple(FUNCTIONS))
        found, part = self._applied(function, node)
        return self._settled(found, Part.of(part))

    def _applied(self, function: Function, node: ast.Call) -> tuple[Value | Refusal, ast.expr]:
        """What a function comes to, and the part that it is refused at."""
        match function, node.args:
            case OfQuestion(), [ast.Name() as question]:
                return function.value(self._answers(question)), question
            case OfAnswer(), [ast.Attribute() as answer]:
                return function.value(*self._placed(answer)), answer
            case OfBattery(), [ast.Attribute() as answer]:
                return function.value(*self._among_questions(answer)), answer
            case OfShares(), [one, other]:
                return function.value(*self._values([one, other])), node
            case OfShareInQuestion(), [ast.Name() as question, limit]:
                return function.value(self._answers(question), self.value(limit)), limit
            case OfGroups(), [ast.Name() as question, ast.Name() as groups]:
                columns = self._known(self.facts.groups_named(groups.id), groups)
                return function.value(self._rows(question, columns)), node
            case OfWaves(), [ast.Name() as question, ast.Name() as before, ast.Name() as after]:
                columns = [self._known(self.facts.wave_named(wave.id), wave) for wave in (before, after)]
                return function.value(self._rows(question, columns)), node
            case _:
                return self._applied_to_bases(function, node)

    def _applied_to_bases(self, function: Function, node: ast.Call) -> tuple[Value | Refusal, ast.expr]:
        """The same of a function that looks at what figures stand on."""
        match function, node.args:
            case OfPair(), [ast.Attribute() as one, ast.Attribute() as other]:
                return function.value(self._tested(one), self._tested(other), self.facts), node
            case OfBase(), [(ast.Name() | ast.Attribute()) as counted]:
                return function.value(*self._counted(counted)), counted
            case OfFigure(), [ast.Attribute() as figure]:
                return function.value(self._named(figure), self.facts), figure
        message = f"{function.name} takes {function.takes}, as in {function.name}({function.example})"
        return Refusal(StoryFault.WRONG_ARGUMENT, message), node

    def _known(self, found: Named | Refusal | None, argument: ast.Name) -> Named:
        """What a name means, refused at its place where it means nothing; silently where that is not known."""
        if found is None or isinstance(found, Refusal):
            self._refuse(Part.of(argument), found)
        return found

    def _rows(self, argument: ast.Name, columns: Sequence[ColumnId]) -> list[list[Cell]]:
        """The regular answers of a question in some columns, noted as read."""
        question = self._known(self.facts.question_named(argument.id), argument)
        rows = self._known(rows_of(question, columns, self.facts), argument)
        for row in rows:
            for cell in row:
                self._note(cell, argument)
        return rows

    def _placed(self, argument: ast.Attribute) -> tuple[Cell, list[Cell]]:
        """A regular answer and all regular answers of its column."""
        cell = self._share_of(argument)
        cells = self._regular(self.facts.survey.question(cell.id.question), cell.id.column, argument)
        if cell not in cells:
            message = f'"{cell.id.answer}" is not a regular answer of "{cell.id.question}": it has no place among them'
            self._refuse(Part.of(argument), Refusal(StoryFault.NOT_REGULAR, message))
        return cell, cells

    def _among_questions(self, argument: ast.Attribute) -> tuple[Cell, list[Cell]]:
        """An answer and the same one of every question that shares its scale, noted as read."""
        cell = self._share_of(argument)
        cells = cells_of_battery(cell, self.facts)
        if isinstance(cells, Refusal):
            self._refuse(Part.of(argument), cells)
        for each in cells:
            self._note(each, argument)
        return cell, cells

    def _tested(self, argument: ast.Attribute) -> Cell:
        """A figure that is in a test, noted as read; refused at its place where it is in none."""
        cell = self._named(argument)
        if refusal := untested(cell, self.facts):
            self._refuse(Part.of(argument), refusal)
        self._note(cell, argument)
        return cell

    def _counted(self, argument: ast.Name | ast.Attribute) -> tuple[str, Bases]:
        """The bases of a question in the current wave, or of a figure, and what messages call them."""
        if isinstance(argument, ast.Attribute):
            cell = self._named(argument)
            name, bases, hidden = name_of(cell.id, self.facts.survey), cell.bases, cell.hidden
        else:
            question = self._known(self.facts.question_named(argument.id), argument)
            table = self.facts.tables.table(question.id)
            total = table.column(table.total)
            name, bases, hidden = f'"{question.id}"', total.bases, total.hidden
        if hidden:
            self.untold.append(self.expression.fault(Part.of(argument), values.untold_base(name, hidden)))
        return name, bases

    def _answers(self, argument: ast.Name) -> list[Cell]:
        question = self._known(self.facts.question_named(argument.id), argument)
        return self._regular(question, self.facts.tables.table(question.id).total, argument)

    def _regular(self, question: Question, column: ColumnId, argument: ast.expr) -> list[Cell]:
        cells = regular_cells(question, column, self.facts)
        if isinstance(cells, Refusal):
            self._refuse(Part.of(argument), cells)
        for cell in cells:
            self._note(cell, argument)
        return cells

    def _refuse_unknown(self, node: ast.expr, fault: StoryFault, what: str, known: Sequence[str]) -> NoReturn:
        name = self.expression.text(Part.of(node))
        note = f"the {what}s are {listed(known)}"
        self._refuse(Part.of(node), Refusal(fault, f'"{name}" is not a {what}', (note,), near_miss(name, known)))


_ARITHMETIC: Mapping[type[ast.operator], Callable[[Value, Value], Value | Refusal]] = {
    ast.Add: values.added,
    ast.Sub: values.subtracted,
    ast.Mult: values.multiplied,
    ast.Div: values.divided,
}


def _joined(parts: Sequence[Value], condition: Condition) -> Value:
    return Value(condition, tuple(dict.fromkeys(cell for part in parts for cell in part.cells)))
