"""Placed slides: what stands where, every text broken into lines and measured. The writer only transcribes them.

Lengths are points from the upper left corner of the slide, 960 x 540, y down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TypeAlias

from report.charts.model import Chart
from report.deck.model.charts import NativeChart
from report.deck.model.emblems import PlacedEmblem
from report.document.model import Provenance
from report.drawing.model import Circle, Drawing, Rect, Stroke
from report.frozen import frozen
from report.images.model import Image
from report.text.flowing import flow_width
from report.text.model import Line
from report.theme.model import Ground, Theme
from report.units import Box, Color, Pt


class PlaceholderKind(Enum):
    """What a placeholder is for, by the name that PresentationML gives it."""

    TITLE = "title"
    CENTERED_TITLE = "ctrTitle"
    SUBTITLE = "subTitle"
    BODY = "body"
    OBJECT = "obj"
    CHART = "chart"
    PICTURE = "pic"
    FOOTER = "ftr"
    SLIDE_NUMBER = "sldNum"


TITLES = (PlaceholderKind.TITLE, PlaceholderKind.CENTERED_TITLE)


@frozen
class Placeholder:
    """A placeholder of a layout: its kind, and the index that ties the slide's shape to the layout's.

    index: 0 for a place whose kind alone ties them.
    """

    kind: PlaceholderKind
    index: int


class Alignment(Enum):
    """The side on which the lines of a text stand flush, or the middle that they share."""

    LEFT = "l"
    RIGHT = "r"
    CENTER = "ctr"


LEFT_OF_TEXT = {Alignment.LEFT: 0.0, Alignment.CENTER: 0.5, Alignment.RIGHT: 1.0}
"""How much of the room that is left over stands left of a text."""


@frozen
class TextSetting:
    """How a text is set. anchor: where it stands in its frame, "t", "ctr" or "b"."""

    typeface: str
    is_bold: bool
    is_capitals: bool
    alignment: Alignment
    anchor: str


@frozen
class Inherited:
    """What a text takes over from its placeholder on a company's layout, beside place and colours.

    size: of its letters. left, right: how far they keep away from the edges of the frame. space_before: a paragraph
    but the first. is_tied: whether the shape takes its place over too; else that is said. color: that of its letters
    where the layout's own could not be read, or says nothing. said: how else it is set, where the layout does not say.
    """

    size: Pt
    left: Pt
    right: Pt
    space_before: Pt = 0.0
    is_tied: bool = True
    color: Color | None = None
    said: TextSetting | None = None


@frozen
class PlacedParagraph:
    """Lines of a paragraph, as broken. measure: the width that there is for them, 0 where that is theirs.

    pitch: from baseline to baseline; None for a single line with the font's own spacing. space_before: added above
    the first line, unless the paragraph is the first. hang: how far the first line begins left of the others.
    """

    lines: tuple[Line, ...]
    pitch: Pt | None
    space_before: Pt = 0.0
    hang: Pt = 0.0
    measure: Pt = 0.0

    @property
    def text(self) -> str:
        """The characters, lines parted by a line feed."""
        return "\n".join(line.text for line in self.lines)


@frozen
class PlacedText:
    """A text box or placeholder. `box` is its frame, wider than the text on the side away from the anchor.

    name: what the shape is called in the deck; cell ids in it tell which numbers it shows. baseline: of the first
    line. shows_capitals: letters are shown as capitals and measured so, the text keeps its own. In a slide number's
    placeholder the text is a field. leads_to: the section of the document on whose slide a click on it leads.
    inherits: what its placeholder has, where that is a company's: place, type and colours are its layout's then, and
    are not said again. node: the node of the document that it says; None of a text that no figure can stand in.
    shrinks: its letters become smaller where somebody makes it longer than its frame has room for; rises: it then grows
    upwards instead.
    """

    name: str
    box: Box
    paragraphs: tuple[PlacedParagraph, ...]
    baseline: Pt
    alignment: Alignment = Alignment.LEFT
    placeholder: Placeholder | None = None
    shows_capitals: bool = False
    leads_to: str | None = None
    inherits: Inherited | None = None
    node: str | None = None
    shrinks: bool = False
    rises: bool = False

    @property
    def text(self) -> str:
        """The characters, lines and paragraphs parted by a line feed."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def baselines(self) -> tuple[Pt, ...]:
        """The baseline of every line, top to bottom."""
        found = [self.baseline]
        for number, paragraph in enumerate(self.paragraphs):
            pitch = paragraph.pitch or 0.0
            if number:
                found.append(found[-1] + paragraph.space_before + pitch)
            found += [found[-1] + step * pitch for step in range(1, len(paragraph.lines))]
        return tuple(found)

    @property
    def flow_width(self) -> Pt | None:
        """The inner width at which a program breaks the text into these lines by itself; None where there is none."""
        hang = self.paragraphs[0].hang
        lines = [line for paragraph in self.paragraphs for line in paragraph.lines]
        edges = self.inherits.left + self.inherits.right if self.inherits else 0.0
        return flow_width(lines, self.box.width - edges - hang, hang=hang)

    @property
    def extent(self) -> Box:
        """Where its lines stand: its frame without the slack on the side away from the anchor."""
        if self.inherits:
            return self.box
        width = max(paragraph.hang + line.width for paragraph in self.paragraphs for line in paragraph.lines)
        left = self.box.left + LEFT_OF_TEXT[self.alignment] * (self.box.width - width)
        return replace(self.box, left=left, width=width)


@frozen
class PlacedPicture:
    """A chart with its drawing at its final size; alternative None marks it as decorative.

    chart: what is shown of it, without the rows that are left out. key: its own in the deck; that of an exhibit is the
    id of the finding or statement it belongs to. node: the node of the document that it shows.
    """

    name: str
    node: str
    key: str
    box: Box
    chart: Chart
    drawing: Drawing
    alternative: str | None

    @property
    def extent(self) -> Box:
        """The whole picture."""
        return self.box


@frozen
class PlacedChart:
    """The chart of an exhibit as one that people can edit. key, node, drawing: those of its picture."""

    name: str
    node: str
    key: str
    box: Box
    content: NativeChart
    drawing: Drawing
    alternative: str | None

    @property
    def extent(self) -> Box:
        """The whole chart."""
        return self.box


@frozen
class PaintedPicture:
    """A drawing of the deck in both of its forms: sharp at any size, and for programs that show no SVG."""

    svg: bytes
    png: bytes


@frozen
class PlacedImage:
    """A picture of the author's in its frame. cut: the shares of its width and height that the frame cuts off."""

    name: str
    box: Box
    image: Image
    alternative: str
    cut: tuple[float, float] = (0.0, 0.0)

    @property
    def extent(self) -> Box:
        """The whole frame."""
        return self.box


@frozen
class PlacedMark:
    """A rule, a ring or a panel, decorative."""

    name: str
    mark: Stroke | Circle | Rect

    @property
    def extent(self) -> Box:
        """Where its line runs; of a panel the whole."""
        return self.mark.box if isinstance(self.mark, Rect) else self.mark.extent


@frozen
class TableCell:
    """A cell of a table: its lines, if any, the side they stand on, and the cell of the data it shows.

    has_ring: the sign for "not published" stands before its text, as an item of its own.
    """

    paragraphs: tuple[PlacedParagraph, ...]
    alignment: Alignment = Alignment.LEFT
    cell: str | None = None
    has_ring: bool = False

    @property
    def text(self) -> str:
        """The characters, lines and paragraphs parted by a line feed."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@frozen
class TableRow:
    """A row: one cell a column, its height, and the line under it; none where that has no width."""

    cells: tuple[TableCell, ...]
    height: Pt
    rule_color: Color
    rule_width: Pt


@frozen
class ColumnGroup:
    """Columns of a table, by index the first and the last, under a name of their own, which is an item beside it."""

    name: PlacedParagraph
    first: int
    last: int


@frozen
class PlacedTable:
    """A native table; its first row is the head, its first column holds the labels.

    columns: their widths. padding: between a column's edge and its text, none at the table's own edges. space_above:
    between a row's top and its text. broken_after: columns (by index) with a break of comparability on their right.
    groups: of columns, if they have names. groups_height: what the head keeps free above the names of the columns, for
    those of groups. node: of the document.
    """

    name: str
    node: str
    box: Box
    columns: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
    padding: Pt
    space_above: Pt
    break_color: Color
    broken_after: tuple[int, ...] = ()
    groups: tuple[ColumnGroup, ...] = ()
    groups_height: Pt = 0.0

    @property
    def extent(self) -> Box:
        """All its rows."""
        return self.box


PlacedItem: TypeAlias = PlacedText | PlacedPicture | PlacedChart | PlacedImage | PlacedEmblem | PlacedMark | PlacedTable


@frozen
class Slide:
    """One slide. layout: the name of the template's layout. items are in reading order, the title first.

    notes: what the speaker sees, paragraph by paragraph. is_hidden: a presentation passes it over.
    """

    layout: str
    ground: Ground
    items: tuple[PlacedItem, ...]
    notes: tuple[str, ...]
    is_hidden: bool = False

    @property
    def title(self) -> str:
        """The text of the title, on one line."""
        return next(text for text in self.texts if is_title(text)).text.replace("\n", " ")

    @property
    def texts(self) -> tuple[PlacedText, ...]:
        """The texts outside tables, in reading order."""
        return tuple(item for item in self.items if isinstance(item, PlacedText))

    @property
    def pictures(self) -> tuple[PlacedPicture, ...]:
        """The pictures, in reading order."""
        return tuple(item for item in self.items if isinstance(item, PlacedPicture))


def is_title(text: PlacedText) -> bool:
    """Whether the text is the slide's title."""
    return text.placeholder is not None and text.placeholder.kind in TITLES


@frozen
class SlideSection:
    """Slides that follow each other under a name of their own. id: tells it from the others of the deck."""

    id: str
    name: str
    slides: tuple[Slide, ...]


@frozen
class DressedLayout:
    """What a layout of the house's template shows of a house, and the frame of its footer beside that."""

    name: str
    footer: Box
    ground: Ground
    items: tuple[PlacedMark | PlacedEmblem, ...]


@frozen
class Deck:
    """All slides, the theme they are coloured by, and what the file says of itself. language_tag: BCP 47.

    slide_numbers: of the first slide of each section of the document, by its id; the cover has number 1. layouts: those
    that show something of a house.
    """

    sections: tuple[SlideSection, ...]
    slide_numbers: Mapping[str, int]
    theme: Theme
    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language_tag: str
    provenance: Provenance
    layouts: tuple[DressedLayout, ...] = ()

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The slides of all sections, in the order of the show."""
        return tuple(slide for section in self.sections for slide in section.slides)

    @property
    def drawings(self) -> Mapping[str, Drawing]:
        """Every drawing by the key of its picture, in the order in which they are written."""
        of_layouts = [item for layout in self.layouts for item in layout.items]
        items = [*of_layouts, *(item for slide in self.slides for item in slide.items)]
        return {
            item.key: item.drawing if isinstance(item, PlacedPicture) else item.drawing(self.language_tag)
            for item in items
            if isinstance(item, PlacedPicture) or (isinstance(item, PlacedEmblem) and item.pixels is None)
        }
