"""What stands in one column of a data file, as expressions: whether a cell is blank, whether it has one of some codes.

A text is compared as `report.characters.comparable` has it (`as_compared` makes the cells so), a number by its value
("1" is 1.0), a truth value as "true" or "false". An expression is never null: what has no value has no code.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

import narwhals as nw

from report.characters import BLANKS, HYPHENS, IS_PLAIN, UNSEEN, comparable
from report.diagnostics import SourceText
from report.frozen import frozen
from report.respondents.written_numbers import DECIMAL, GROUPS_BY_COMMAS, GROUPS_BY_POINTS
from report.survey.model.codes import as_number, as_range
from report.survey.model.respondents import BLANK


@frozen
class CellsOfColumn:
    """The cells of a column. value: texts without blanks around them, or numbers."""

    value: nw.Expr
    is_text: bool

    def is_blank(self) -> nw.Expr:
        """Whether a cell has no value; a number that is none (NaN) has not either."""
        return self.value.is_null() | (self.value == "" if self.is_text else self.value.is_nan()).fill_null(value=True)

    def has(self, codes: Iterable[SourceText]) -> nw.Expr | None:
        """Whether a cell has one of the codes, or lies in one that is a range; None where none can be had."""
        written = [comparable(code.text) for code in codes]
        ranges = [ends for code in written if (ends := as_range(code))]
        values = [code for code in written if code != BLANK and not as_range(code)]
        numbers = [number for code in values if (number := as_number(code)) is not None]
        known = values if self.is_text else numbers
        hits = [self.value.is_in(known).fill_null(value=False)] if known else []
        hits += [((self.number >= lower) & (self.number <= upper)).fill_null(value=False) for lower, upper in ranges]
        hits += [self.is_blank()] if BLANK in written else []
        return nw.any_horizontal(*hits, ignore_nulls=False) if hits else None

    def rates(self, rating: int) -> nw.Expr:
        """Whether a cell has a rating: the number itself, or a text that begins with it ("10 - most likely")."""
        if not self.is_text:
            return (self.value == rating).fill_null(value=False)
        return self.value.str.contains(rf"^0*{rating}([.,]0*)?(\s*[^0-9.,\s].*)?$").fill_null(value=False)

    @property
    def number(self) -> nw.Expr:
        """The number of a cell; null where it has none. In a text marks of decimals and thousands are read."""
        if not self.is_text:
            return nw.when(~self.is_blank()).then(self.value)
        by_points = self.value.str.replace_all(".", "", literal=True).str.replace_all(",", ".", literal=True)
        by_commas = self.value.str.replace_all(",", "", literal=True)
        text = (
            nw.when(self.value.str.contains(GROUPS_BY_POINTS))
            .then(by_points)
            .otherwise(
                nw.when(self.value.str.contains(GROUPS_BY_COMMAS))
                .then(by_commas)
                .otherwise(self.value.str.replace_all(",", ".", literal=True))
            )
        )
        return nw.when(text.str.contains(DECIMAL)).then(text).cast(nw.Float64)

    def is_like(self, pattern: str) -> nw.Expr:
        """Whether a text is written as a pattern has it; a number never is."""
        return self.value.str.contains(pattern).fill_null(value=False) if self.is_text else nw.lit(value=False)


def as_compared(column: nw.Expr, codes: Iterable[str]) -> nw.Expr | None:
    """The texts of a column as they are compared with some codes; None where there are none.

    Only the letters of the codes are put together with their accents: no other text can be one of them.
    """
    texts = [text for code in codes if (text := comparable(code)) != BLANK]
    if not texts:
        return None
    made = column
    for pattern, instead in ((HYPHENS, "-"), (UNSEEN, ""), (BLANKS, " ")):
        made = made.str.replace_all(pattern, instead)
    for letter in sorted({letter for text in texts for letter in text}):
        if (apart := normalize("NFD", letter)) != letter:
            made = made.str.replace_all(apart, letter, literal=True)
    is_compared = nw.when(column.is_in(texts)).then(nw.lit(value=True)).otherwise(column.str.contains(IS_PLAIN))
    return nw.when(is_compared).then(column).otherwise(made)  # most cells are codes: patterns are slow to look for


def cells_of(name: str, schema: nw.Schema) -> CellsOfColumn:
    """The cells of a column of a frame with this schema."""
    column, kind = nw.col(name), schema[name]
    if kind.is_numeric():
        return CellsOfColumn(column.cast(nw.Float64), is_text=False)
    if kind == nw.Boolean:
        return CellsOfColumn(nw.when(column).then(nw.lit("true")).when(~column).then(nw.lit("false")), is_text=True)
    return CellsOfColumn(column.cast(nw.String).str.strip_chars(), is_text=True)
