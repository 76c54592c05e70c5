"""Where the texts of a slide are written, and the cells of their numbers: what a click on one of them shows.

A text names the node of the document that it says; the runs of the node know the places of their words and figures.
A text without a node (a kicker, a head) is found by its words, and by its cells: other cells can have the same share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property

from report.briefing.model import Briefing
from report.briefing.model.prose import Figure, Prose, Words, name_of
from report.deck.model import PlacedChart, PlacedImage, PlacedItem, PlacedPicture, PlacedTable, PlacedText, Slide
from report.diagnostics import Location
from report.document.model import Document
from report.document.model.nodes import Illustration, KeyFigure, Node, Output, walk
from report.frozen import frozen
from report.language.numbers import has_digits, percent, score
from report.pictures.model import Picture
from report.summary.model import Page, PlacedDrawing, PlacedLine
from report.summary.model import PlacedImage as Framed
from report.survey.model import CellId
from report.tables.model import Cell
from report.text.model import unbroken


@frozen
class ShownNumber:
    """A number of the survey. id: its cell's; name: what an author writes to mean it. labels: of question and answer.

    value: as it is printed, None where there is none. place: where it was read.
    """

    id: str
    name: str
    labels: tuple[str, str, str]
    value: str | None
    place: Location | None


@frozen
class WrittenFigure:
    """A number in a text as it is worded. expression: what the author wrote to have it."""

    text: str
    expression: str
    place: Location | None
    cells: tuple[str, ...]


@frozen
class ItemPlaces:
    """An item of a slide: what it says or shows, where that is written, and its numbers.

    is_exhibit: whether it is there to show these, and does not only mention them.
    """

    number: int
    name: str
    said: str
    places: tuple[Location, ...] = ()
    figures: tuple[WrittenFigure, ...] = ()
    cells: tuple[ShownNumber, ...] = ()
    is_exhibit: bool = False


Lines = Mapping[str, frozenset[int]]
"""Lines of the author's files, by file."""

IN_PICTURES = ("headline", "exhibit-title", "exhibit", "annotations", "source")
"""What a picture has of its finding: these nodes of it, and what lies below them."""


class Finder:
    """Finds places and cells for the slides of one document, and lines for its pages and pictures."""

    def __init__(self, document: Document, briefing: Briefing) -> None:
        self._briefing = briefing
        self._cells = {
            str(cell.id): cell for table in briefing.tables.by_question.values() for cell in table.cells.values()
        }
        self._document = document
        self._nodes: dict[str, Node] = {}
        self._by_words: dict[tuple[str, frozenset[str]], Prose] = {}
        for node in walk(document, Output.DECK):
            self._nodes.setdefault(node.id, node)
            for prose in _proses(node):
                self._by_words.setdefault((_folded(prose.text), frozenset(_cells(prose))), prose)

    @cached_property
    def _said(self) -> Mapping[str, tuple[Location, ...]]:
        """Where each node of the summary is written, by its id."""
        return {node.id: tuple(_written(node)) for node in walk(self._document, Output.SUMMARY)}

    def lines_of_page(self, page: Page) -> Lines:
        """At which lines something on a page of the summary is written, or a number of its charts was read."""
        said = [item.node for item in page.body if isinstance(item, PlacedLine | PlacedDrawing | Framed)]
        cells = (cell.id for item in page.body if isinstance(item, PlacedDrawing) for cell in item.drawing.shown)
        return _by_file([*self._written(dict.fromkeys(said)), *self._read(cells)])

    def lines_of_picture(self, picture: Picture) -> Lines:
        """At which lines something in the picture of a finding is written, or a number of it was read."""
        head = f"{picture.node}/"
        ids = (id for id in self._said if id.startswith(head) and id.removeprefix(head).split("/")[0] in IN_PICTURES)
        return _by_file([*self._written(ids), *self._read(cell.id for cell in picture.drawing.shown)])

    def _written(self, ids: Iterable[str | None]) -> Iterator[Location]:
        return (place for id in ids if id for place in self._said.get(id, ()))

    def _read(self, cells: Iterable[str]) -> Iterator[Location]:
        found = (self._cells[cell].location for cell in cells if cell in self._cells)
        return (place for place in found if place)

    def of_slide(self, slide: Slide) -> tuple[ItemPlaces, ...]:
        """What is known of its items, in reading order; what says nothing is passed over."""
        found = (self._of_item(number, item) for number, item in enumerate(slide.items))
        return tuple(each for each in found if each)

    def _of_item(self, number: int, item: PlacedItem) -> ItemPlaces | None:
        match item:
            case PlacedText():
                return self._of_text(number, item)
            case PlacedPicture() | PlacedChart() if item.alternative is not None:
                node = self._nodes.get(item.node)
                place = node.location if isinstance(node, Illustration) else None
                cells = self._shown(cell.id for cell in item.drawing.shown)
                written = (place,) if place else ()
                return ItemPlaces(number, "chart", item.drawing.title, written, cells=cells, is_exhibit=True)
            case PlacedTable():
                shown = (cell.cell for row in item.rows for cell in row.cells if cell.cell)
                said = unbroken(item.rows[0].cells[0].paragraphs[0].lines)
                places = _unique(_places(_below(self._nodes.get(item.node))))
                return ItemPlaces(number, "table", said, places, cells=self._shown(shown), is_exhibit=True)
            case PlacedImage():
                return ItemPlaces(number, "picture", item.alternative)
            case _:
                return None

    def _of_text(self, number: int, text: PlacedText) -> ItemPlaces:
        said = " ".join(unbroken(paragraph.lines) for paragraph in text.paragraphs)
        node = self._nodes.get(text.node) if text.node else None
        spans = (span for paragraph in text.paragraphs for line in paragraph.lines for span in line.spans)
        cells = dict.fromkeys(cell for span in spans for cell in span.cells)
        proses = [*self._proses_of(node)] if node else []
        if not proses:
            by_words = self._by_words.get((_folded(said), frozenset(cells)))
            proses = [by_words] if by_words else []
        figures = [run for prose in proses for run in prose.runs if isinstance(run, Figure)]
        return ItemPlaces(
            number,
            " ".join(word for word in text.name.split() if word not in cells),
            said,
            _unique(_places(proses)),
            tuple(WrittenFigure(run.text, run.expression, run.location, tuple(map(str, run.cells))) for run in figures),
            self._shown([*cells, *(str(cell) for run in figures for cell in run.cells)]),
        )

    def _proses_of(self, node: Node) -> Iterator[Prose]:
        """The texts of a node itself; a large number that the author named is a text of this number alone."""
        if isinstance(node, KeyFigure) and node.figure.location:
            id, place = node.figure.cell.id, node.figure.location
            number = Figure(node.figure.number.text, (id,), expression=_name(id, self._briefing), location=place)
            yield Prose((number,), place)
        yield from _proses(node)

    def _shown(self, ids: Iterable[str]) -> tuple[ShownNumber, ...]:
        return tuple(self._number(self._cells[id]) for id in dict.fromkeys(ids) if id in self._cells)

    def _number(self, cell: Cell) -> ShownNumber:
        briefing, code = self._briefing, self._briefing.language.code
        question = briefing.survey.question(cell.id.question)
        answer = question.answer_or_net(cell.id.answer)
        column = briefing.tables.table(question.id).column(cell.id.column).label(briefing.language)
        labels = question.topic.text(code), answer.label.text(code), column
        return ShownNumber(str(cell.id), _name(cell.id, briefing), labels, self._printed(cell), cell.location)

    def _printed(self, cell: Cell) -> str | None:
        if cell.score:
            return score(cell.score, cell.decimals, self._briefing.language).text
        if cell.share and has_digits(cell.share):
            return percent(cell.share, cell.decimals, self._briefing.language).text
        return None


def _name(cell: CellId, briefing: Briefing) -> str:
    return name_of(cell, briefing.survey)


def _proses(node: Node) -> Iterator[Prose]:
    """The texts of a node itself, whatever it calls them; of another form of it none."""
    for field in fields(node):
        value = getattr(node, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Prose):
                yield part


def _cells(prose: Prose) -> Iterator[str]:
    """The cells of the figures of a text."""
    return (str(cell) for run in prose.runs if isinstance(run, Figure) for cell in run.cells)


def _written(node: Node) -> Iterator[Location]:
    """Where a node itself is written."""
    if isinstance(node, Illustration) and node.location:
        yield node.location
    if isinstance(node, KeyFigure) and node.figure.location:
        yield node.figure.location
    yield from _places(_proses(node))


def _below(node: Node | None) -> Iterator[Prose]:
    """The texts of a node and of all below it."""
    if node:
        for each in walk(node, Output.DECK):
            yield from _proses(each)


def _places(proses: Iterable[Prose]) -> Iterator[Location]:
    """Where the words of texts are written, and their figures where no words around them say it."""
    for prose in proses:
        if prose.location:
            yield prose.location
        for run in prose.runs:
            if isinstance(run, Words):
                yield from (place for _, place in run.source.starts if place)
            elif isinstance(run, Figure) and run.location:
                yield run.location


def _unique(places: Iterable[Location]) -> tuple[Location, ...]:
    """A place a line, the first on it."""
    lines: dict[tuple[str, int], Location] = {}
    for place in places:
        lines.setdefault((place.file, place.line), place)
    return tuple(lines.values())


def _folded(text: str) -> str:
    return " ".join(text.split())


def lines_of(items: Iterable[ItemPlaces]) -> Lines:
    """The lines at which something on a slide is written, or a number of its charts and tables was read."""
    written = [place for item in items for place in item.places]
    read = [cell.place for item in items if item.is_exhibit for cell in item.cells]
    return _by_file([*written, *(place for place in read if place)])


def _by_file(places: Iterable[Location]) -> Lines:
    found: dict[str, set[int]] = {}
    for place in places:
        found.setdefault(place.file, set()).add(place.line)
    return {file: frozenset(lines) for file, lines in found.items()}
