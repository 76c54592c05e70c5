"""A placed slide as SVG, in its own points: what the deck says in text is text here too, line by line where it stands.

So it can be chosen, searched, read aloud and clicked. Every item is a group with its number (`data-item`), by which
`report.previewing.places` tells where it is written; what shows cells of the survey names them (`data-cells`). Charts
are painted by the marks of their drawings, as in the picture that the deck holds; native ones as programs lay them out.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

from report.deck.company_layouts import ALIGNMENTS
from report.deck.model import (
    LEFT_OF_TEXT,
    Alignment,
    PlacedChart,
    PlacedImage,
    PlacedItem,
    PlacedMark,
    PlacedParagraph,
    PlacedPicture,
    PlacedTable,
    PlacedText,
    Slide,
    TableCell,
    is_title,
)
from report.deck.model.charts import NativeChart
from report.deck.model.emblems import PlacedEmblem
from report.deck.table_xml import BREAK_DASH, BREAK_WIDTH
from report.deck.text_boxes import EXACT_DESCENT, SINGLE_ASCENT, first_baseline, line_size
from report.drawing.model import Circle, Drawing, Mark, MarkRole, Raster, Rect, Stroke, TextMark
from report.drawing.painters.svg import glyph_definitions, svg_element, svg_number
from report.frozen import frozen
from report.language.model import Language
from report.previewing.grounds import Backdrop
from report.previewing.native_charts import native_marks
from report.previewing.template_shapes import TemplatePicture, TemplateShape, Unseen
from report.templates.model import PlaceText
from report.text.fonts import AS_THEY_ARE, Fonts
from report.text.model import Face, Line, Span, Style
from report.units import Box, Color, Pt

SINGLE_PITCH = SINGLE_ASCENT + EXACT_DESCENT
"""From line to line with the font's own spacing, as a share of the size: that of the house's typeface in LibreOffice.
Other typefaces differ by a few hundredths."""
WEIGHTS = {Face.REGULAR: 400, Face.BOLD: 700}
ANCHORS = {Alignment.LEFT: "start", Alignment.CENTER: "middle", Alignment.RIGHT: "end"}
ABOVE = {"t": 0.0, "ctr": 0.5, "b": 1.0}
"""How much of the room that is left over stands above a text, by its anchor."""


@frozen
class Easel:
    """What slides of a deck are painted with: their size, the fonts of texts, titles and charts, what lies under them.

    families: what the page calls the typefaces of fonts. language: of numbers, and of what is read aloud.
    """

    width: Pt
    height: Pt
    texts: Fonts
    titles: Fonts
    charts: Fonts
    backdrops: Mapping[str, Backdrop]
    families: Mapping[Fonts, str]
    language: Language


def paint_slide(slide: Slide, easel: Easel) -> str:
    """The slide as an element of SVG."""
    backdrop = easel.backdrops.get(slide.layout) or Backdrop(slide.ground.ground)
    layout = tuple(item.mark for item in backdrop.items if isinstance(item, PlacedMark))
    drawn = [*_drawings(slide.items, easel), *_drawings(backdrop.items, easel)]
    width, height = svg_number(easel.width), svg_number(easel.height)
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="slide" '
            f'viewBox="0 0 {width} {height}" lang="{escape(easel.language.tag)}">',
            *glyph_definitions([mark for drawing in drawn for mark in drawing.marks], easel.charts),
            f'<rect class="ground" width="{width}" height="{height}" fill="{backdrop.ground.hex}"/>',
            '<g aria-hidden="true">',
            *(_of_template(shape, easel) for shape in backdrop.shapes),
            *(svg_element(mark, easel.charts) for mark in layout),
            *(_emblem(item, easel) for item in backdrop.items if isinstance(item, PlacedEmblem)),
            "</g>",
            *(_group(number, item, backdrop, easel) for number, item in enumerate(slide.items)),
            "</svg>",
        ]
    )


def _drawings(items: Sequence[PlacedItem], easel: Easel) -> Iterator[Drawing]:
    for item in items:
        if isinstance(item, PlacedPicture):
            yield item.drawing
        elif isinstance(item, PlacedEmblem):
            yield item.drawing(easel.language.tag)


def _of_template(shape: TemplateShape, easel: Easel) -> str:
    """What a company's layout shows; where no more than its place is known, that is outlined."""
    match shape:
        case Unseen(box=box):
            return f'<rect class="unseen" {_place(box)}/>'
        case TemplatePicture(box=box, kind=kind, content=content, cut=(left, top, right, bottom)):
            width, height = box.width / (1 - left - right), box.height / (1 - top - bottom)
            return _framed(box, Box(-left * width, -top * height, width, height), kind, content)
        case Rect() | Circle() | Stroke():
            return svg_element(shape, easel.charts)
    raise TypeError(f"a template shows no {type(shape).__name__}")


def _group(number: int, item: PlacedItem, backdrop: Backdrop, easel: Easel) -> str:
    match item:
        case PlacedText():
            role = ' role="heading" aria-level="2"' if is_title(item) else ""
            return f'<g data-item="{number}"{role}>{_text(item, backdrop, easel)}</g>'
        case PlacedPicture():
            return f'<g data-item="{number}"{_seen(item.alternative)}>{_drawing(item.drawing, item.box, easel)}</g>'
        case PlacedChart():
            return f'<g data-item="{number}"{_seen(item.alternative)}>{_native_chart(item.content, easel)}</g>'
        case PlacedImage():
            return f'<g data-item="{number}"{_seen(item.alternative)}>{_image(item)}</g>'
        case PlacedEmblem():
            return f'<g data-item="{number}"{_seen(item.alternative)}>{_emblem(item, easel)}</g>'
        case PlacedMark():
            return f'<g aria-hidden="true">{svg_element(item.mark, easel.charts)}</g>'
        case PlacedTable():
            return f'<g data-item="{number}" role="table" aria-label="{escape(item.name)}">{_table(item, easel)}</g>'


def _seen(alternative: str | None) -> str:
    """How a picture is read aloud: by its alternative text, or not at all."""
    return ' aria-hidden="true"' if alternative is None else f' role="img" aria-label="{escape(alternative)}"'


# -------------------------------------------------------------------------------------------------------------- texts


def _text(text: PlacedText, backdrop: Backdrop, easel: Easel) -> str:
    fonts = easel.titles if is_title(text) else easel.texts
    setting = (backdrop.settings or {}).get(text.placeholder) if text.placeholder and text.inherits else None
    baselines = text.baselines if setting is None else _baselines_in(text, setting)
    alignment = ALIGNMENTS.get(setting.alignment, text.alignment) if setting else text.alignment
    left, right, color = text.box.left, text.box.right, None
    if text.inherits:
        left, right = left + text.inherits.left, right - text.inherits.right
        color = text.inherits.color or (setting.color if setting else None)
    spans, rest = list[str](), iter(baselines)
    for paragraph in text.paragraphs:
        for line, hang in _hanging(paragraph, is_title=is_title(text)):
            place = left + hang, right, next(rest)
            spans += _line(line, place, alignment, fonts, shows_capitals=text.shows_capitals, color=color)
    return f'<text font-family="{easel.families[fonts]}">{"".join(spans)}</text>'


def _hanging(paragraph: PlacedParagraph, *, is_title: bool) -> Iterator[tuple[Line, Pt]]:
    """The lines, each with how far it begins right of the first: a break of the text itself begins a paragraph."""
    is_first = True
    for line in paragraph.lines:
        yield line, 0.0 if is_first else paragraph.hang
        is_first = line.is_forced and not is_title


def _baselines_in(text: PlacedText, setting: PlaceText) -> tuple[Pt, ...]:
    """Those of a text in a place of a company's layout: by its anchor, at the typeface's own pitch."""
    sizes = [(line_size(line), number) for number, each in enumerate(text.paragraphs) for line in each.lines]
    found, y, before = list[Pt](), 0.0, 0
    for size, paragraph in sizes:
        y += setting.space_before if paragraph != before else 0.0
        found.append(y + (SINGLE_ASCENT - max(0.0, 1 - setting.spacing) * SINGLE_PITCH) * size)
        y, before = y + SINGLE_PITCH * size * setting.spacing, paragraph
    _, above, _, below = setting.insets
    anchor = text.inherits.said.anchor if text.inherits and text.inherits.said else setting.anchor
    top = text.box.top + above + ABOVE.get(anchor, 0.0) * (text.box.height - above - below - y)
    return tuple(top + baseline for baseline in found)


def _line(
    line: Line,
    place: tuple[Pt, Pt, Pt],
    alignment: Alignment,
    fonts: Fonts,
    *,
    shows_capitals: bool = False,
    color: Color | None = None,
) -> Iterator[str]:
    """Its spans one behind the other; place: left and right end of the room for it, and its baseline.

    A blank of no width ends the line, so that its last word and the next one are two for who copies or listens.
    """
    left, right, y = place
    x = left + LEFT_OF_TEXT[alignment] * (right - left)
    start = f' x="{svg_number(x)}" y="{svg_number(y)}" text-anchor="{ANCHORS[alignment]}"'
    for span in line.spans:
        style, text = span.style, fonts.drawn(span.text)
        shown = fonts.capitals(text) if shows_capitals else text
        attributes = f'{start} font-size="{svg_number(style.size)}" font-weight="{WEIGHTS[style.face]}"'
        attributes += f' fill="{(color or style.color).hex}"'
        if style.tracking:
            attributes += f' letter-spacing="{svg_number(style.tracking * style.size)}"'
        if span.cells:
            attributes += f' data-cells="{escape(" ".join(span.cells))}"'
        yield f"<tspan{attributes}>{escape(shown)}</tspan>"
        start = ""
    if not (line.is_joined or line.is_divided):
        yield '<tspan font-size="0"> </tspan>'


# ------------------------------------------------------------------------------------------------ pictures and tables


def _drawing(drawing: Drawing, box: Box, easel: Easel) -> str:
    size = f'viewBox="0 0 {svg_number(drawing.width)} {svg_number(drawing.height)}" preserveAspectRatio="none"'
    marks = "".join(_mark(mark, easel.charts) for mark in drawing.marks)
    return f"<svg {_place(box)} {size}>{marks}</svg>"


def _native_chart(chart: NativeChart, easel: Easel) -> str:
    """A chart that programs lay out, with its texts as text."""
    fonts = replace(easel.texts, widening=AS_THEY_ARE)
    return "".join(
        _native_text(mark, easel) if isinstance(mark, TextMark) else _mark(mark, easel.charts)
        for mark in native_marks(chart, fonts, easel.language)
    )


def _native_text(mark: TextMark, easel: Easel) -> str:
    span = Span(mark.text, Style(mark.face, mark.size, mark.color), mark.cells)
    line = _line(Line((span,), mark.width), (mark.x, mark.x, mark.y), Alignment.LEFT, easel.texts)
    return f'<text font-family="{easel.families[easel.texts]}">{"".join(line)}</text>'


def _mark(mark: Mark, fonts: Fonts) -> str:
    drawn = svg_element(mark, fonts)
    if not mark.cells:
        return drawn
    # A click between two digits is meant for them too.
    room = f'<rect class="room" {_place(_around(mark, fonts))}/>' if isinstance(mark, TextMark) else ""
    return f'<g data-cells="{escape(" ".join(mark.cells))}">{room}{drawn}</g>'


def _around(mark: TextMark, fonts: Fonts) -> Box:
    """From the height of its capitals to its baseline, and somewhat more."""
    height = fonts.cap_height(mark.face) * mark.size
    return Box(mark.x, mark.y - 1.15 * height, mark.width, 1.3 * height)


def _emblem(emblem: PlacedEmblem, easel: Easel) -> str:
    if emblem.pixels is not None:
        return svg_element(Raster(MarkRole.LOGO, emblem.box, emblem.pixels), easel.charts)
    return _drawing(emblem.drawing(easel.language.tag), emblem.box, easel)


def _image(item: PlacedImage) -> str:
    """The picture, of which its frame cuts off half of each share on either side."""
    box, (wide, high) = item.box, item.cut
    width, height = box.width / (1 - wide), box.height / (1 - high)
    whole = Box(-wide / 2 * width, -high / 2 * height, width, height)
    return _framed(box, whole, "png" if item.image.content.startswith(b"\x89PNG") else "jpeg", item.image.content)


def _framed(frame: Box, whole: Box, kind: str, content: bytes) -> str:
    """A picture of pixels in a frame; whole: where all of it lies, from the corner of the frame."""
    link = f"data:image/{kind};base64,{b64encode(content).decode()}"
    size = f'viewBox="0 0 {svg_number(frame.width)} {svg_number(frame.height)}"'
    return f'<svg {_place(frame)} {size}><image {_place(whole)} preserveAspectRatio="none" href="{link}"/></svg>'


def _place(box: Box) -> str:
    place = f'x="{svg_number(box.left)}" y="{svg_number(box.top)}"'
    return f'{place} width="{svg_number(box.width)}" height="{svg_number(box.height)}"'


def _table(table: PlacedTable, easel: Easel) -> str:
    """Row by row, with the roles of a table, as a screen reader knows it from PowerPoint; rules are passed over."""
    rows, rules, top = list[str](), list[str](), table.box.top
    for number, row in enumerate(table.rows):
        cells, left = list[str](), table.box.left
        for column, (cell, width) in enumerate(zip(row.cells, table.columns, strict=True)):
            role = "columnheader" if number == 0 else "rowheader" if column == 0 else "cell"
            lowered = table.groups_height if number == 0 and column else 0.0
            text = _cell(cell, table, column, Box(left, top + table.space_above + lowered, width, row.height), easel)
            shown = f' data-cells="{escape(cell.cell)}"' if cell.cell else ""
            cells.append(f'<g role="{role}"{shown}>{text}</g>')
            left += width
            if column in table.broken_after and number:
                ends = left, top, left, top + row.height
                rules.append(svg_element(
                    Stroke(MarkRole.BREAK, *ends, table.break_color, BREAK_WIDTH, BREAK_DASH), easel.charts
                ))  # fmt: skip
        top += row.height
        rows.append(f'<g role="row">{"".join(cells)}</g>')
        if row.rule_width:
            ends = table.box.left, top, table.box.right, top
            rules.append(svg_element(Stroke(MarkRole.RULE, *ends, row.rule_color, row.rule_width), easel.charts))
    return f'{"".join(rows)}<g aria-hidden="true">{"".join(rules)}</g>'


def _cell(cell: TableCell, table: PlacedTable, column: int, box: Box, easel: Easel) -> str:
    """The text of a cell; box: its own, from the top of its text."""
    left = box.left + (table.padding if column else 0.0)
    right = box.right - (table.padding if column < len(table.columns) - 1 else 0.0)
    spans, y = list[str](), box.top
    for number, paragraph in enumerate(cell.paragraphs):
        y += paragraph.space_before if number else 0.0
        for line in paragraph.lines:
            size = line_size(line)
            baseline = y + first_baseline(size, paragraph.pitch)
            spans += _line(line, (left, right, baseline), cell.alignment, easel.texts)
            y += paragraph.pitch or SINGLE_PITCH * size
    return f'<text font-family="{easel.families[easel.texts]}">{"".join(spans)}</text>' if spans else ""
