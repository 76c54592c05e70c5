"""Tables with answers down and waves or groups across, one question below the other.

AMONG ADULTS    Total   Age              a heading a group of columns, if there are two rows of them
                        18-34   35+
How often?                               a question, in a row of its own or before its first answer
  every week    37 %    29 %    42 %     answers
  Base          1004    310     694      how many were asked
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.diagnostics import DataPlace, Diagnostic
from report.respondents.sheets import Sheet
from report.survey.draft.faults import no_percentage
from report.survey.draft.figures import Figure, are_fractions, count_in, figure_in, is_unpublished, percent_of
from report.survey.draft.table import Table, TableAnswer, TableColumn, TableQuestion
from report.survey.draft.vocabulary import plain, year_in

_BASE = re.compile(
    r"(n|n in|total n|(un)?weighted (base|n|total)|base|bases|sample size|number of respondents|respondents( n)?"
    r"|(un)?gewichtete (basis|fallzahl)|basis|fallzahl|fallzahlen|anzahl( der)?( befragten)?|befragte( n)?)( .*)?"
)
_SUM = re.compile(r"(total|sum|summe|gesamt|insgesamt|column total)( .*)?")
_NET = re.compile(r"(net|netto|summe|top ?\d|top two|top box|bottom ?\d|bottom two)( .*)?|.* \(?net(to)?\)?")
_COUNTS = re.compile(
    r"n|count|counts|anzahl|absolut|frequency|f(ä|ae)lle|h(ä|ae)ufigkeit|base|basis|fallzahl|unweighted n"
)
_NO_NAME = re.compile(
    r"(%|in %|prozent|in prozent|percent|per cent|in percent|col %|spalten%|anteil|share)?", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"(answers?|responses?|options?|antwort(en)?|kategorien?|categor(y|ies)|label|merkmal|angaben.*)?"
)
_MULTIPLE = re.compile(
    r"select all|all that apply|multiple (answers|responses|choice)|several answers|mehrfach|mehrere antworten",
    re.IGNORECASE,
)

LEAST_FIRST = 0.2
"""The share of the rows with figures that have one in their first column; others have nothing published there."""
LEAST_ROWS = 2
LEAST_READ = 0.9
"""The share of the cells beside answers that have to be numbers or unpublished, for a sheet to be a table."""
SUM_ABOUT = (95, 105)
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass
class _Block:
    """A question that is being read."""

    label: str
    rows: list[tuple[int, str, dict[int, Figure]]] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    columns: dict[int, TableColumn] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)


def grid(sheet: Sheet, display: str, *, is_said: bool = False) -> Table | tuple[Diagnostic, ...] | None:
    """The table of a sheet, or its faults; None for a sheet of another form.

    is_said: whether somebody says that it is a table, so that less has to speak for it.
    """
    first = _first_column_of_figures(sheet.rows)
    if first is None or not sheet.is_whole:
        return None
    reading = _Reading(sheet.rows, first, display)
    blocks = reading.blocks()
    if not (is_said or _speaks_for_itself(blocks, reading)) or not any(block.rows for block in blocks):
        return None
    return tuple(reading.faults) or _table(blocks, reading)


def _first_column_of_figures(rows: Sequence[Sequence[str]]) -> int | None:
    """Where the figures begin: the column in which most rows have their first number behind words."""
    found = Counter[int]()
    for row in rows:
        places = [index for index, cell in enumerate(row) if figure_in(cell) or (cell and is_unpublished(cell))]
        is_named = bool(places) and any(_is_words(cell) for cell in row[: places[0]])
        if is_named and any(map(figure_in, row)) and not _are_years(row):
            found[places[0]] += 1
    return min((place for place, n in found.items() if n >= LEAST_FIRST * found.total()), default=None)


def _is_words(cell: str) -> bool:
    return bool(cell) and figure_in(cell) is None and any(char.isalpha() for char in cell)


def _are_years(row: Sequence[str]) -> bool:
    """Whether the numbers of a row are years, so that it is one of headings."""
    numbers = [cell for cell in row if figure_in(cell)]
    years = [cell for cell in numbers if re.fullmatch(r"\d{4}(\.0)?", cell) and FIRST_YEAR <= float(cell) <= LAST_YEAR]
    return bool(numbers) and len(years) == len(numbers) and (len(years) > 1 or len(set(filter(None, row[1:]))) == 1)


class _Reading:
    """Goes through a sheet from its first row to its last."""

    def __init__(self, rows: Sequence[Sequence[str]], first: int, display: str) -> None:
        self._rows, self._first, self._display = rows, first, display
        self._width = max(map(len, rows))
        self._headings: list[Sequence[str]] = []
        self._columns: dict[int, TableColumn] = {}
        self._counts_in: set[int] = set()
        self.faults: list[Diagnostic] = []
        self.n_cells = self.n_read = 0
        self.has_signs = False
        self.title = ""
        self.n: dict[TableColumn, int] = {}

    def blocks(self) -> list[_Block]:
        """The questions in their order."""
        found: list[_Block] = []
        said, is_gap = "", False
        for index, row in enumerate(self._rows):
            labels = [cell for cell in row[: self._first] if cell]
            values = {place: cell for place, cell in enumerate(row) if place >= self._first and cell}
            if not labels and not values:
                is_gap = True
            elif not values:
                said, is_gap = self._asked(said, labels[-1], found), False
            elif self._is_heading(row, values):
                self._take_heading(row)
                if labels and not _ANSWERS.fullmatch(plain(labels[0])):
                    said = self._asked(said, labels[0], found)
            elif labels:
                if _BASE.fullmatch(plain(labels[-1])) and self._take_bases(values, found if not said else []):
                    continue
                begins = said or (labels[0] if len(labels) > 1 else "")
                if begins or not found or self._headings or (is_gap and found[-1].rows):
                    found += self._begun(begins, found)
                    said, is_gap = "", False
                self._take_row(index, labels[-1], values, found[-1])
        return found

    def _asked(self, before: str, said: str, found: Sequence[_Block]) -> str:
        """What a row of words says; of two above the first answer the first one is the title."""
        if before and not found and not self.title:
            self.title = before
        return said

    def _begun(self, label: str, found: Sequence[_Block]) -> list[_Block]:
        if found and found[-1].label == label and label:
            return []  # the question stands before every answer of it
        self._settle_headings()
        return [_Block(label, columns=dict(self._columns))]

    def _is_heading(self, row: Sequence[str], values: dict[int, str]) -> bool:
        numbers = [cell for cell in values.values() if figure_in(cell)]
        return (not numbers and not all(map(is_unpublished, values.values()))) or _are_years(row)

    def _take_heading(self, row: Sequence[str]) -> None:
        if all(_NO_NAME.fullmatch(cell) for cell in row[self._first :]) and self._headings:
            return  # "%", "%", "%" below the names
        self._headings.append(row)

    def _settle_headings(self) -> None:
        """What the columns are called, by the last one or two rows of headings; those before if there are none new."""
        if self._headings:
            above, below = self._headings[-2] if len(self._headings) > 1 else (), self._headings[-1]
            self._columns, group = {}, ""
            for place in range(self._first, self._width):
                group = _cell(above, place) or group
                own = _cell(below, place)
                label = own or _cell(above, place)
                if label:
                    name = label.removesuffix(".0") if re.fullmatch(r"\d{4}\.0", label) else label
                    self._columns[place] = TableColumn(name, group if own and above else "")
        elif not self._columns:
            self._columns = {place: TableColumn("Total") for place in range(self._first, self._first + 1)}
        self._headings = []
        self._counts_in = {place for place, each in self._columns.items() if _COUNTS.fullmatch(plain(each.label))}

    def _take_bases(self, values: dict[int, str], found: Sequence[_Block]) -> bool:
        """How many were asked, of the question above it, else of all; whether the row says that."""
        counts = {place: count for place, cell in values.items() if (count := count_in(cell))}
        if not counts or (max(counts.values()) <= 100 and any("%" in cell for cell in values.values())):
            return False
        if found:
            found[-1].counts.update(counts)
        else:
            self._settle_headings()
            self.n.update({self._columns[place]: n for place, n in counts.items() if place in self._columns})
        return True

    def _take_row(self, index: int, label: str, values: dict[int, str], block: _Block) -> None:
        figures: dict[int, Figure] = {}
        for place, cell in values.items():
            if place in self._counts_in or place not in block.columns:
                continue
            figure = figure_in(cell)
            self.n_cells += 1
            if (figure is None and not is_unpublished(cell)) or (figure and figure.number > 100):
                name = block.columns[place].label
                self.faults.append(no_percentage(cell, DataPlace(self._display, index + 1, name)))
                continue
            self.n_read += 1
            if figure:
                figures[place] = figure
                self.has_signs |= figure.has_sign
        text = plain(label)
        is_whole = bool(figures) and all(each.number in (1, 100) for each in figures.values())
        if _SUM.fullmatch(text) and is_whole:
            return
        if _NET.fullmatch(text) and len(block.rows) > 1:
            block.comments.append(f'row {index + 1}, "{label}", sums answers up: as a net, write it under `nets`')
            return
        block.rows.append((index + 1, label, figures))


def _speaks_for_itself(blocks: Sequence[_Block], reading: _Reading) -> bool:
    """Whether a sheet is a table of percentages and no file of respondents: its cells, its labels, signs or sums."""
    rows = [row for block in blocks for row in block.rows]
    if len(rows) < LEAST_ROWS or reading.n_read < LEAST_READ * reading.n_cells:
        return False
    labels = [label for block in blocks for label in {label for _, label, _ in block.rows}]
    figures = [figure for _, _, found in rows for figure in found.values()]
    if len(labels) < LEAST_READ * len(rows) or not figures or 2 * sum(map(_is_words, labels)) < len(labels):
        return False
    factor = 100 if are_fractions(figures) else 1
    sums = [
        sum(f.number for _, _, found in block.rows for p, f in found.items() if p == _first(block)) for block in blocks
    ]
    whole = [each for each in sums if SUM_ABOUT[0] <= each * factor <= SUM_ABOUT[1]]
    columns = {column for block in blocks for column in block.columns.values()}
    has_waves = sum(year_in(column.label) is not None for column in columns) > 1
    return reading.has_signs or has_waves or 2 * len(whole) >= len(blocks)


def _first(block: _Block) -> int:
    return min((place for _, _, found in block.rows for place in found), default=0)


def _table(blocks: Sequence[_Block], reading: _Reading) -> Table:
    figures = [figure for block in blocks for _, _, found in block.rows for figure in found.values()]
    is_fraction = are_fractions(figures)
    columns = dict.fromkeys(
        block.columns[place]
        for block in blocks
        for place in block.columns
        if any(place in found for _, _, found in block.rows)
    )
    questions = tuple(_question(block, is_fraction=is_fraction) for block in blocks if block.rows)
    return Table(questions, tuple(columns), reading.n, reading.title)


def _question(block: _Block, *, is_fraction: bool) -> TableQuestion:
    is_multiple = bool(_MULTIPLE.search(block.label))
    return TableQuestion(
        block.label,
        tuple(_answers(block, is_fraction=is_fraction)),
        {block.columns[place]: n for place, n in block.counts.items() if place in block.columns},
        is_multiple=is_multiple,
        is_said=is_multiple,
        comments=tuple(block.comments),
    )


def _answers(block: _Block, *, is_fraction: bool) -> Iterator[TableAnswer]:
    for _, label, found in block.rows:
        percents = {
            block.columns[place]: percent
            for place, figure in found.items()
            if (percent := percent_of(figure, is_fraction=is_fraction)) is not None
        }
        yield TableAnswer(label, percents)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
