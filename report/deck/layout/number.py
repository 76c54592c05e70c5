"""One large number as text of the slide, what it is of, and what stands beside it; the dots at the right are a picture.

49 %                                o o o o o
of companies: teams of their own    o o o o o
---------------------------------   . . . . .
For comparison                      . . . . .
24 %    2013                        . . . . .
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.briefing.model import BigFigure
from report.deck import styles
from report.deck.desk import Desk
from report.deck.layout.figures import figure_size, place_figure
from report.deck.layout.frame import bound_name
from report.deck.layout.marks import rule
from report.deck.model import PlacedItem, PlacedPicture
from report.deck.text_boxes import paragraph, place_text, single
from report.document.model.nodes import NumberWords
from report.formats.grid import TypeSize
from report.theme.model import Ground
from report.typesetting.places import Place
from report.units import Box

MOST_LINES = 2
"""Of the sentence that goes on from the number."""
COLUMNS = (1, 6)
"""That the words stand in."""


def place_number(desk: Desk, words: NumberWords, picture: PlacedPicture) -> list[PlacedItem]:
    """The words at the left, the dots flush with the right margin."""
    ground = desk.ground(desk.layouts.finding)
    right = desk.format.right - picture.box.width
    box = Box(right, desk.format.frame.exhibit_top - picture.drawing.hang, picture.box.width, picture.box.height)
    return [*_large(desk, words, ground), *_compared(desk, words, ground), replace(picture, box=box)]


def _large(desk: Desk, words: NumberWords, ground: Ground) -> Iterator[PlacedItem]:
    measures, left, width = desk.format.number, desk.format.grid.left, desk.format.grid.columns_width(*COLUMNS)
    size = figure_size(desk, [words.figure.figure], measures.figure, width)
    yield place_figure(desk, words.figure, size, ground.proof, x=left, baseline=measures.figure_line)
    roles, location = desk.format.roles, words.sentence.text.place()
    place = Place("sentence behind the number", width, roles.sentence, MOST_LINES, location)
    strong = styles.bold(roles.sentence[0].size, ground.text)
    fitted = desk.typesetter.fit(words.sentence.text, styles.regular(strong.size, ground.text), place, strong=strong)
    name = bound_name("sentence", words.sentence.text)
    yield place_text(name, [paragraph(fitted)], x=left, baseline=measures.sentence_line, node=words.sentence.id)


def _compared(desk: Desk, words: NumberWords, ground: Ground) -> Iterator[PlacedItem]:
    """The others, one line each."""
    if not words.compared:
        return
    measures, grid, roles = desk.format.number, desk.format.grid, desk.format.roles
    left, width = grid.left, grid.columns_width(*COLUMNS)
    yield rule(desk, left, left + width, measures.rule, ground.hairline)
    head = desk.typesetter.line(words.head.text, styles.soft(roles.subtitle.size, ground), what="head", width=width)
    yield place_text("numbers head", single(head, width), x=left, baseline=measures.head_line)
    sizes = [replace(roles.body, size=size) for size in (roles.body.size, roles.subtitle.size)]
    figures = [each.figure.figure for each in words.compared]
    indent = max(measures.indent, measures.gap + max(_figure_width(desk, each, roles.body) for each in figures))
    for number, each in enumerate(words.compared):
        baseline = measures.first_line + number * measures.pitch
        figure = styles.bold(roles.body.size, ground.text)
        line = desk.typesetter.line(each.number.text, figure, what="number", width=width)
        name = f"figure {each.figure.figure.cell.id}"
        yield place_text(name, single(line), x=left, baseline=baseline, node=each.number.id)
        place = Place("label beside a number", width - indent, sizes, 1, each.label.text.place())
        label = desk.typesetter.fit(each.label.text, styles.regular(roles.body.size, ground.text), place)
        yield place_text(f"number label {number + 1}", [paragraph(label)], x=left + indent, baseline=baseline)


def _figure_width(desk: Desk, figure: BigFigure, role: TypeSize) -> float:
    return desk.typesetter.width(figure.number.text, styles.bold(role.size, desk.theme.paper.text))
