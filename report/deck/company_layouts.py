"""The layouts of a company's template as those of a deck: its places where it has such, boxes of their own elsewhere.

Headlines, covers and chapters stand in the template's own places, as it sets them; all else stands in the place of its
content, as on the house's slides. A kicker has no place above a company's title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.deck.layouts import (
    FOOTER,
    MOST_ROWS,
    SLIDE_NUMBER,
    SOURCE_PROMPT,
    TEMPLATE_FOOTER,
    TITLE,
    Ink,
    Layout,
    Layouts,
    OwnPlace,
    Slot,
    body,
)
from report.deck.model import LEFT_OF_TEXT, TITLES, Alignment, Inherited, Placeholder, PlaceholderKind, TextSetting
from report.formats.grid import TypeSize
from report.formats.slide_kinds import SlideFormat, SlotRows
from report.templates.choosing import Choice, SlidePart
from report.templates.letters import readable_letters
from report.templates.model import PlaceKind, TemplateLayout, TemplatePlace
from report.templates.slides import FOOTER_LINES, LINE, title_sizes
from report.theme.model import GroundName
from report.units import Box, Pt

KINDS = {
    "title": PlaceholderKind.TITLE,
    "ctrTitle": PlaceholderKind.CENTERED_TITLE,
    "subTitle": PlaceholderKind.SUBTITLE,
    "body": PlaceholderKind.BODY,
    "obj": PlaceholderKind.OBJECT,
    "ftr": PlaceholderKind.FOOTER,
    "sldNum": PlaceholderKind.SLIDE_NUMBER,
}
ALIGNMENTS = {"l": Alignment.LEFT, "r": Alignment.RIGHT, "ctr": Alignment.CENTER}
FURNITURE = (PlaceholderKind.FOOTER, PlaceholderKind.SLIDE_NUMBER)
SMALLEST_TITLE = 0.6
"""A title on a cover may become so much smaller than the template has it, as a share of its size, or as small as a
statement is on other slides."""
INTO_INSETS = 0.15
"""By how much of a line a title at its smallest size may be higher than the room within the insets of its place."""
STATEMENT_LINES = 8
ABOVE_LINE = {"t": 0.0, "ctr": 0.5, "b": 1.0}
"""How much of the room that is left over stands above a line, by how its place anchors it."""
NUMBER_WIDTH = 1.8
"""Of a slide number of three digits, as a multiple of its size."""
PROMPTS = ("", "footer", "<footer>", "fußzeile", "<fußzeile>", "pied de page", "フッター", SOURCE_PROMPT.casefold())
"""What programs, and our own layouts, write into a footer that nobody has filled, in small letters."""
NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
UNSIZED = 0.0
"""Of a place whose size the template does not say, so that every text says its own."""


def layouts_on(choice: Choice, slides: SlideFormat, *, needs_panel: bool) -> Layouts:
    """The layouts of a deck of that format, which `report.templates.slides` made for the same choice.

    needs_panel: whether nothing plain lies under the content.
    """
    finding, cover, chapter = (choice.layouts[part] for part in (SlidePart.FINDING, SlidePart.COVER, SlidePart.CHAPTER))
    under = [_panel(choice, slides)] if needs_panel else []
    panel = _around([*under, *_with_margin(_panelled(finding, PlaceKind.TITLE), slides)])
    title = _title(finding, slides.roles.headline)
    foot = _foot(finding, slides)

    def layout(*slots: Slot) -> Layout:
        return _painted(finding, (title, *slots, *foot), slides, panel)

    text = _text(slides, "Text", slides.free.text, 1, 12)
    statement = layout(_text(slides, "Speaker", slides.statement.speaker, 1, 6), _statement(slides))
    return Layouts(
        # Nothing stands at the foot of a cover.
        cover=replace(_with_title(cover, slides) if cover.title else _on_picture(cover, slides), plates=()),
        glance=layout(*_rows(slides, "Message", 3, 11, slides.glance.slots)),
        finding=layout(_text(slides, "Exhibit title", slides.finding.exhibit_title, 1, 12, slides.roles.subtitle)),
        statement=statement,
        recommendations=layout(*_rows(slides, "Recommendation", 2, 7, slides.recommendations.slots)),
        method=layout(_text(slides, "Text", slides.method.text, 8, 12)),
        table=layout(),
        agenda=layout(),
        divider=_with_title(chapter, slides),
        free=layout(text),
        free_with_picture=layout(_text(slides, "Text", slides.free.text, 1, 6)),
        closing=layout(_text(slides, "Contact", slides.closing.head, 1, 6)),
        statement_on_paper=statement,
        are_a_companys=True,
    )


def _painted(layout: TemplateLayout, slots: tuple[Slot, ...], slides: SlideFormat, panel: Box | None) -> Layout:
    """A layout with these slots, and with what is painted under them."""
    plates = tuple(_plate(place) for place, _ in _of_furniture(layout) if place.has_panel)
    return Layout(layout.part, "cust", GroundName.PAPER, slots, slides.right, panel=panel, plates=plates)


def _plate(place: TemplatePlace) -> Box:
    """What is painted under a line at the foot: its place as high as the line; of a number as wide, too."""
    left, top, right, bottom = place.text.insets
    height = min(place.box.height, top + LINE * place.text.size + bottom)
    upper = place.box.top + ABOVE_LINE.get(place.text.anchor, 0.0) * (place.box.height - height)
    line = replace(place.box, top=upper, height=height)
    if place.kind is not PlaceKind.SLIDE_NUMBER:
        return line
    width = min(place.box.width, left + NUMBER_WIDTH * place.text.size + right)
    share = LEFT_OF_TEXT[ALIGNMENTS.get(place.text.alignment, Alignment.LEFT)]
    return replace(line, left=line.left + share * (line.width - width), width=width)


def _panel(choice: Choice, slides: SlideFormat) -> Box:
    """As large as the content, and somewhat larger; above it, where letters reach, as far as the title leaves room."""
    area, title, margin = choice.area, choice.finding.title, slides.grid.gutter
    assert title is not None, "a layout without title is not chosen"
    above = max(0.0, min(margin / 2, area.top - title.box.bottom))
    return Box(area.left - margin, area.top - above, area.width + 2 * margin, area.height + above + margin / 2)


def _panelled(layout: TemplateLayout, *kinds: PlaceKind) -> list[Box]:
    """The places under which a panel is to be put."""
    return [place.box for place in layout.places_of(*kinds) if place.has_panel]


def _with_margin(boxes: Sequence[Box], slides: SlideFormat) -> Iterator[Box]:
    """Boxes somewhat larger, as far as the slide goes."""
    margin = slides.grid.gutter / 2
    for box in boxes:
        left, top = max(0.0, box.left - margin), max(0.0, box.top - margin)
        right, bottom = min(slides.width, box.right + margin), min(slides.height, box.bottom + margin)
        yield Box(left, top, right - left, bottom - top)


def _around(boxes: Sequence[Box]) -> Box | None:
    """The box around all of them; None around none."""
    if not boxes:
        return None
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _title(layout: TemplateLayout, sizes: Sequence[TypeSize]) -> Slot:
    """The slot of a headline: the template's place, as it sets it."""
    place = layout.title
    assert place is not None, "a layout without title is not chosen"
    left, top, right, bottom = place.text.insets
    room = place.box.height - top - bottom
    return Slot(
        TITLE,
        place.name,
        place.prompt,
        x=place.box.left + left,
        baseline=place.box.top + top + sizes[0].size,
        width=place.box.width - left - right,
        type=sizes[0],
        lines=max(2, int(room / sizes[-1].pitch + INTO_INSETS)),
        is_bold=place.text.is_bold,
        alignment=ALIGNMENTS.get(place.text.alignment, Alignment.LEFT),
        shows_capitals=place.text.is_capitals,
        tracking=place.text.tracking,
        own=_own(place),
    )


def _own(place: TemplatePlace) -> OwnPlace:
    kind = KINDS[place.type]
    index = 0 if kind in TITLES else int(place.index or 0)
    left, top, right, bottom = place.text.insets
    size = place.text.size if place.text.is_sized and not place.is_untold else UNSIZED
    # LibreOffice gives the places of a layout no numbers, and programs differ on which is meant.
    is_tied = (kind in TITLES or place.index is not None) and not place.is_untold
    color = readable_letters(place) or (place.text.color if place.is_untold else None)
    said = _setting(place) if place.is_untold and kind not in FURNITURE else None
    inherited = Inherited(size, left, right, place.text.space_before, is_tied, color, said)
    return OwnPlace(Placeholder(kind, index), place.box, inherited, height=place.box.height - top - bottom)


def _setting(place: TemplatePlace) -> TextSetting:
    text = place.text
    return TextSetting(
        text.typeface, text.is_bold, text.is_capitals, ALIGNMENTS.get(text.alignment, Alignment.LEFT), text.anchor
    )


def _statement(slides: SlideFormat) -> Slot:
    """The words of a statement, which stand beside its figures."""
    size = slides.roles.statement[0]
    words = _text(slides, "Statement", slides.statement.text, 1, 6, size)
    return replace(words, role=body(2), lines=STATEMENT_LINES, is_bold=True, ink=Ink.TEXT)


def _text(slides: SlideFormat, name: str, baseline: Pt, first: int, last: int, size: TypeSize | None = None) -> Slot:
    """A text in the place of the content, from one column to another; no placeholder."""
    return Slot(
        body(1),
        name,
        name,
        x=slides.grid.column_left(first),
        baseline=baseline,
        width=slides.grid.columns_width(first, last),
        type=size or slides.roles.body,
        ink=Ink.SOFT,
        own=OwnPlace(None, NOWHERE),
    )


def _rows(slides: SlideFormat, name: str, first: int, last: int, rows: SlotRows) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            body(row),
            f"{name} {row}",
            name,
            x=slides.grid.column_left(first),
            baseline=rows.first + rows.pitch * (row - 1),
            width=slides.grid.columns_width(first, last),
            type=slides.roles.sentence[0],
            own=OwnPlace(None, NOWHERE),
        )
        for row in range(1, MOST_ROWS + 1)
    )


def _foot(layout: TemplateLayout, slides: SlideFormat) -> tuple[Slot, ...]:
    """Our source note above the template's footer, and what stands in that."""
    note = Slot(
        FOOTER,
        "Source",
        SOURCE_PROMPT,
        x=slides.grid.left,
        baseline=slides.frame.footer,
        width=slides.measure,
        type=slides.roles.footer,
        lines=FOOTER_LINES,
        ink=Ink.SOFT,
        own=OwnPlace(None, NOWHERE),
    )
    return (note, *_furniture(layout))


def _furniture(layout: TemplateLayout) -> Iterator[Slot]:
    """Slide number and footer, where the template has them."""
    for place, role in _of_furniture(layout):
        size = TypeSize(place.text.size, place.text.size * LINE)
        yield Slot(
            role,
            place.name,
            place.prompt,
            x=place.box.left,
            baseline=place.box.top + place.text.size,
            width=place.box.width,
            type=size,
            own=_own(place),
        )


def _of_furniture(layout: TemplateLayout) -> Iterator[tuple[TemplatePlace, Placeholder]]:
    """The places of number and footer, and what stands in them; a footer without words stays away."""
    for kind, role in ((PlaceKind.SLIDE_NUMBER, SLIDE_NUMBER), (PlaceKind.FOOTER, TEMPLATE_FOOTER)):
        place = next(iter(layout.places_of(kind)), None)
        if place and not (role is TEMPLATE_FOOTER and place.prompt.casefold() in PROMPTS):
            yield place, role


def _with_title(layout: TemplateLayout, slides: SlideFormat) -> Layout:
    """A cover, or the beginning of a chapter: the title, and what stands below it."""
    assert layout.title is not None, "a layout without title is not chosen"
    is_sized = layout.title.text.is_sized
    sizes = title_sizes(layout.title) if is_sized else slides.roles.cover_title
    largest = sizes[0]
    least = min(largest.size * SMALLEST_TITLE, slides.roles.statement[-1].size)
    smallest = TypeSize(least, largest.pitch * least / largest.size)
    title = _title(layout, (*sizes, smallest))
    slots = [title]
    below = _below(layout, slides, title)
    slots.append(below)
    boxes = _panelled(layout, PlaceKind.TITLE)
    panel = _around([*_with_margin([*boxes, below.box], slides)]) if boxes else None
    return _painted(layout, (*slots, *_furniture(layout)), slides, panel)


ON_PICTURE = (0.38, 0.93)
"""Where the panel for words on a cover without a place for them begins and ends, as shares of the slide's height."""


def _on_picture(layout: TemplateLayout, slides: SlideFormat) -> Layout:
    """A cover that is a picture: title and text stand on a panel of their own, at its left."""
    grid, sizes = slides.grid, slides.roles.cover_title
    left, (top, bottom) = grid.left, (slides.height * share for share in ON_PICTURE)
    panel = Box(left - grid.gutter, top, grid.columns_width(1, 8) + 2 * grid.gutter, bottom - top)
    title = Slot(
        TITLE,
        "Title",
        "Title",
        x=left,
        baseline=top + grid.gutter + sizes[0].size,
        width=grid.columns_width(1, 8),
        type=sizes[0],
        lines=LINES_ON_PICTURE,
        is_bold=True,
        own=OwnPlace(TITLE, NOWHERE),
    )
    below = top + 2 * grid.gutter + LINES_ON_PICTURE * sizes[0].pitch
    text = replace(
        _text(slides, "Text", below + slides.roles.body.size, 1, 8),
        own=OwnPlace(None, Box(left, below, grid.columns_width(1, 8), bottom - grid.gutter - below)),
    )
    return _painted(layout, (title, text, *_furniture(layout)), slides, panel)


LINES_ON_PICTURE = 3
"""Of a title there."""


def _below(layout: TemplateLayout, slides: SlideFormat, title: Slot) -> Slot:
    """What stands below a title: in the template's place for it, or where content stands on every other slide."""
    place = next(iter(layout.places_of(PlaceKind.SUBTITLE, PlaceKind.TEXT)), None)
    if place is None:
        size = max(slides.roles.body.size, title.type.size * OF_TITLE)
        text = _text(slides, "Text", slides.free.text, 1, 12, TypeSize(size, size * LINE))
        return replace(text, own=OwnPlace(None, _content(slides)))
    left, top, right, _ = place.text.insets
    size = place.text.size if place.text.is_sized else slides.roles.sentence[0].size
    return Slot(
        body(1),
        place.name,
        place.prompt,
        x=place.box.left + left,
        baseline=place.box.top + top + size,
        width=place.box.width - left - right,
        type=TypeSize(size, size * LINE * place.text.spacing),
        is_bold=place.text.is_bold,
        alignment=ALIGNMENTS.get(place.text.alignment, title.alignment),
        shows_capitals=place.text.is_capitals,
        tracking=place.text.tracking,
        own=replace(_own(place), growth=_growth(place, layout, slides)),
    )


def _growth(place: TemplatePlace, layout: TemplateLayout, slides: SlideFormat) -> Pt:
    """How much lower than its place a text may reach: down to what is below it, on the ground that is under it.

    Not at all where that is a picture, or where the text does not hang from the top.
    """
    if place.text.anchor != "t" or place.text.ground is None or place.has_panel:
        return 0.0
    box, others = place.box, [*layout.static, *(other.box for other in layout.places if other is not place)]
    lower = [each for each in others if each.bottom > box.bottom and each.left < box.right and box.left < each.right]
    ends = [each.top if each.top >= box.bottom else each.bottom for each in lower]
    return max(0.0, min([LOWEST * slides.height, *ends]) - box.bottom)


OF_TITLE = 0.6
"""The size of a text below the title of a cover without a place for it, as a share of the title's."""
LOWEST = 0.95
"""How far down a slide texts may reach, as a share of its height."""


def _content(slides: SlideFormat) -> Box:
    top = slides.frame.content_top
    return Box(slides.grid.left, top, slides.measure, slides.frame.foot_rule - top)
