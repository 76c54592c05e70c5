"""The percentages of a question by column, as they were printed, and what those of a column sum to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce
from typing import TypeAlias, cast

from report.frozen import frozen
from report.survey.file.schema import QuestionFile
from report.units import Between, Quantity, rounding_of, sign_of_difference, total
from report.yaml_source import Placed

Figures: TypeAlias = Mapping[str, Placed[Decimal | Between]]
"""A column of percentages, by answer or net."""


def printed_decimals(question: QuestionFile) -> int:
    """The digits after the decimal mark of all figures of a question: as stated, else the most that occur.

    A bound ("<0.5") is printed as it is, and tells nothing of the others.
    """
    if question.decimals:
        return question.decimals.value
    return max((decimals_of(figure.value) for figure in all_figures(question) if is_exact(figure.value)), default=0)


def as_printed(figure: Decimal | Between, question: QuestionFile) -> Decimal | Between:
    """A percentage with the digits that its publisher printed: the decimals that are stated, else those written."""
    if isinstance(figure, Between) or question.decimals is None or decimals_of(figure) >= question.decimals.value:
        return figure
    return figure.quantize(Decimal(1).scaleb(-question.decimals.value))


def all_figures(question: QuestionFile) -> Iterator[Placed[Decimal | Between]]:
    """Every percentage published on a question."""
    yield from current_figures(question).values()
    for column in columns_beside(question):
        yield from column.values()


def current_figures(question: QuestionFile) -> Figures:
    """The percentages of the current wave, those of nets too; of two that have one id that of the answer."""
    nets = {name: net.percent for name, net in question.nets.items() if net.percent}
    return nets | {name: answer.percent for name, answer in question.answers.items() if answer.percent}


def columns_beside(question: QuestionFile) -> Iterator[Figures]:
    """The percentages of earlier waves and of segments, column by column."""
    yield from question.earlier.values()
    for columns in question.segments.values():
        yield from columns.values()


def is_exact(figure: Decimal | Between) -> bool:
    """Whether more is known of a percentage than a bound."""
    return not isinstance(figure, Between)


def decimals_of(figure: Decimal | Between) -> int:
    """The digits after the decimal mark, of a bound those of the bound."""
    percent = figure.upper if isinstance(figure, Between) else figure
    return max(0, -int(percent.as_tuple().exponent)) if isinstance(percent, Decimal) else 0


@frozen
class ColumnSum:
    """What the answers of a column sum to, of how many parts, and by how much rounding may change that."""

    total: Quantity
    parts: int
    rounding: Decimal

    def compared_with(self, number: Decimal) -> int | None:
        """-1, 0 or 1; None where bounds leave it open."""
        return sign_of_difference(self.total, number)

    @property
    def rest(self) -> str:
        """What is left of 100."""
        return told(total(Decimal(100), -self.total))

    def __str__(self) -> str:
        return told(self.total)


def sum_of(column: Figures, question: QuestionFile) -> ColumnSum:
    """The sum of the answers in a column, its nets left aside."""
    known = question.written("answers")
    figures = [as_printed(figure.value, question) for name, figure in column.items() if name in known]
    rounding = sum((rounding_of(figure) for figure in figures), Decimal(0))
    added: Quantity = reduce(total, figures, cast("Quantity", Decimal(0)))
    return ColumnSum(added, len(figures), rounding)


def told(quantity: Quantity) -> str:
    """A number as it was written; one that has a part below a bound with both ends: "<1", "95–96"."""
    if not isinstance(quantity, Between):
        return str(quantity)
    return f"{quantity.lower}–{quantity.upper}" if quantity.lower else f"<{quantity.upper}"


def explained_by(rounding: Decimal) -> str:
    """The note on what rounding can do to a sum."""
    return f"rounding explains {rounding.normalize():f} at the most"
