"""Whether letters stand out from what lies under them: 4.5 to 1, large ones 3 to 1 (WCAG 2.2, 1.4.3).

Of a gradient the worst place counts. Where it is not known what lies under a text, or what its colour is, nothing is
said: on patterns, and in tables whose style paints the cells. On pictures titles are judged that stand out nowhere. In
charts those labels count that stand on their points.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.checks.access.chart_labels import ChartLabel, chart_labels
from report.checks.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.colours import Colour, Palette, colour_in, contrast
from report.presentations.deck import Deck
from report.presentations.grounds import Canvas, canvas_of, ground_of, seen_over
from report.presentations.inheritance import Page, pages_of
from report.presentations.shades import shades_under
from report.presentations.shapes import TITLES, name_of, place_type, single_shapes, table_of, text_of
from report.presentations.styles import RunStyle, fill_in, run_style

LEAST, LEAST_OF_LARGE = 4.5, 3.0
"""Contrast ratios; exactly these are enough."""
PLAIN_TABLES = {"{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}", ""}
"""The styles that paint no cells: "No Style, No Grid", "No Style, Table Grid", and none."""


@frozen
class Letters:
    """A run, the colour it has, and the colours that may lie under it."""

    run: etree._Element
    colour: Colour
    ground: tuple[Colour, ...]


def _contrast(deck: Deck) -> Iterator[Found]:
    for page in pages_of(deck):
        canvas = canvas_of(page)
        for shape in single_shapes(page.slide):
            weak = [_too_weak(each, run_style(page, shape, each.run)) for each in letters_of(canvas, shape)]
            labels = [_too_weak_label(each) for each in chart_labels(deck, page, canvas.palette, shape)]
            for message in dict.fromkeys(each for each in (*weak, *labels) if each):
                yield Found(message, page.part, name_of(shape))


def _contrast_on_picture(deck: Deck) -> Iterator[Found]:
    """Titles that stand out neither from the darkest nor from the lightest of what lies under them."""
    for page in pages_of(deck):
        canvas = canvas_of(page)
        for shape in single_shapes(page.slide):
            if place_type(shape) in TITLES and not ground_of(canvas, shape):
                shades = shades_under(deck.package, canvas, shape)
                told = [run for run in shape.iter(qualified("a:r")) if text_of(run)] if shades else []
                weak = [_weak_on_all(page, canvas.palette, shape, run=run, shades=shades) for run in told]
                for message in dict.fromkeys(each for each in weak if each):
                    yield Found(message, page.part, name_of(shape))


def _weak_on_all(
    page: Page, palette: Palette, shape: etree._Element, *, run: etree._Element, shades: tuple[Colour, ...]
) -> str | None:
    style = run_style(page, shape, run)
    colour = _colour(palette, run, style.fill, is_known=True)
    if colour is None:
        return None
    best = max(shades, key=lambda shade: contrast(colour.over(shade), shade))
    return _too_weak(Letters(run, colour, (best,)), style)


def letters_of(canvas: Canvas, shape: etree._Element) -> Iterator[Letters]:
    """The runs of a shape of which both colours are known."""
    page, palette = canvas.page, canvas.palette
    told = [run for run in shape.iter(qualified("a:r"), qualified("a:fld")) if text_of(run)]
    below = ground_of(canvas, shape) if told else ()
    table = table_of(shape)
    for run in told:
        cell = next(run.iterancestors(qualified("a:tc")), None)
        is_painted = table is not None and not _is_plain(table)
        ground = below if cell is None else _in_cell(cell, below, palette, is_painted=is_painted)
        colour = _colour(
            palette, run, None if is_painted else run_style(page, shape, run).fill, is_known=not is_painted
        )
        if colour and ground:
            yield Letters(run, colour, ground)


def _in_cell(
    cell: etree._Element, below: tuple[Colour, ...], palette: Palette, *, is_painted: bool
) -> tuple[Colour, ...]:
    fill = fill_in(cell.find("a:tcPr", NAMESPACES))
    if fill is not None:
        return seen_over(fill, below, palette)
    return () if is_painted else below


def _colour(
    palette: Palette, run: etree._Element, inherited: etree._Element | None, *, is_known: bool
) -> Colour | None:
    """The colour of a run; a link has that of links, unless it is said to have that of its text."""
    link = run.find("a:rPr/a:hlinkClick", NAMESPACES)
    if link is not None and not any(str(each.tag).endswith("}hlinkClr") for each in link.iter(etree.Element)):
        return palette.named("hlink")
    own = fill_in(run.find("a:rPr", NAMESPACES))
    fill = inherited if own is None else own
    if fill is None:
        return palette.named("tx1") if is_known else None
    return colour_in(fill, palette) if fill.tag in (qualified("a:solidFill"), qualified("a:fontRef")) else None


def _too_weak(letters: Letters, style: RunStyle) -> str | None:
    """What is to be said of letters that do not stand out enough."""
    under = min(letters.ground, key=lambda each: contrast(letters.colour.over(each), each))
    weak = _weak(letters.colour.over(under), under, is_large=style.is_large)
    return f'"{shortened(text_of(letters.run))}" is {weak}' if weak else None


def _too_weak_label(label: ChartLabel) -> str | None:
    """What is to be said of a label that does not stand out from its point."""
    weak = _weak(label.colour, label.ground, is_large=label.is_large)
    return f'a label of "{shortened(label.series)}" is {weak}' if weak else None


def _weak(seen: Colour, under: Colour, *, is_large: bool) -> str | None:
    """The two colours of letters that do not stand out enough, and how little they do."""
    least, ratio = LEAST_OF_LARGE if is_large else LEAST, contrast(seen, under)
    if round(ratio, 2) >= least:
        return None
    return f"{seen} on {under}, a contrast of {ratio:.2f} to 1, less than {least:g}"


def _is_plain(table: etree._Element) -> bool:
    """Whether the style of a table leaves its cells and letters as they are."""
    return (table.findtext("a:tblPr/a:tableStyleId", "", NAMESPACES) or "").strip() in PLAIN_TABLES


MEND = "choose a darker or lighter colour for the text, or another ground"
RULES = (
    Rule("contrast", _contrast, MEND),
    Rule("contrast-on-picture", _contrast_on_picture, MEND, Severity.WARNING),
)
