"""The slides of a template as a format: the house's measures, made larger or smaller, in the place of its content.

    title place                    the template's own size
    ---- area.top
    exhibit title
    exhibit
    source, two lines, a third one rising
    ---- area.bottom
    date, footer, number           the template's own

Lengths are times k, the height of the slide against the house's, so that type keeps its share of what the audience
sees. Where the texts of a briefing find no room so, k may be smaller, down to a floor.
"""

from __future__ import annotations

from dataclasses import replace

from report.formats.charts import ChartMeasures
from report.formats.grid import Grid, TypeSize
from report.formats.house_charts import narrow_charts, slide_charts
from report.formats.house_slides import HOUSE_SLIDES, NOTES_LEFT
from report.formats.kinds import bars
from report.formats.legible import SMALLEST, legible, legible_roles
from report.formats.scaling import SCALES_OVER_WAVES, scaled
from report.formats.slide_kinds import FrameMeasures, SlideFormat, SlotRows
from report.templates.choosing import Choice
from report.templates.model import Template, TemplatePlace
from report.theme.model import GroundName
from report.units import Box, Pt

LEAST_WIDTH: Pt = 720.0
"""Of a slide as high as the house's; a narrower one has the type of one that is as much lower."""
EXHIBIT_TITLE, EXHIBIT_GAP = 14.0, 26.0
"""From the top of the content to the baseline of the exhibit's title, and on to the exhibit."""
FOOTER_LINES = 2
"""Those that are kept free as a rule; further ones rise above them."""
LEAST_TITLE = 0.8
"""A headline in the title place may become so much smaller than the template has it, as a share of its size."""
LEAST_TITLE_OF_LOW_PLACE = 0.6
"""The same where the place is too low for two lines."""
LEAST_HEADLINE: Pt = 24.0
"""Times k, down to which a headline may become smaller, however large it is in the template: about the house's size."""
LEAST_BY_RULE: Pt = 18.0
"""The same of a deck whose headlines nobody wrote: no one can shorten them, and a small title is more than no deck."""
LEAST_CAPITALS = 0.8
"""That of capitals, as a share of it: letters without ascenders look as large at a smaller size."""
TITLE_STEP = 0.05
"""How much smaller a headline becomes at a time, as a share of the template's size."""
LINE = 1.2
"""The height of a line of a typeface, as a multiple of its size, where nothing else is known of it."""
HEADLINE_SIZE = 30.0
"""Of a title whose size the template does not say."""


def slides_of(
    template: Template,
    choice: Choice,
    size: float,
    *,
    has_stamps: bool,
    footer_lines: int = FOOTER_LINES,
    least_headline: Pt = LEAST_HEADLINE,
) -> SlideFormat:
    """The format of a deck on that template.

    size: one of SIZES. has_stamps: whether a line for stamps is needed above the content. footer_lines: of the source
    note, which content keeps away from. least_headline: how small headlines may become, on a
    slide of the house's height.
    """
    usual = usual_size(template)
    area, k = choice.area, size * usual
    stamps = 18.0 * k if has_stamps else 0.0
    grid = _grid(area, k)
    frame = _frame(area, k, usual, stamps, grid, footer_lines)
    made = scaled(HOUSE_SLIDES, k)
    top = area.top + stamps
    first = top + EXHIBIT_TITLE * k
    return replace(
        made,
        name=f"slide of {template.display}",
        width=template.width,
        height=template.height,
        grid=grid,
        right=area.right,
        charts=legible(_charts(grid, k, frame.exhibit_bottom - frame.exhibit_top), SMALLEST * usual),
        narrow_charts=legible(narrow_charts(grid, k), SMALLEST * usual),
        roles=replace(
            legible_roles(made.roles, SMALLEST * usual),
            headline=headline_sizes(choice.finding.title, usual, least_headline),
        ),
        frame=frame,
        glance=replace(
            made.glance, slots=SlotRows(first=first, pitch=made.glance.slots.pitch), bottom=frame.foot_rule - 6.0 * k
        ),
        finding=replace(made.finding, exhibit_title=first),
        number=replace(
            made.number,
            **{
                name: getattr(made.number, name) + top - 112.0 * k
                for name in ("figure_line", "sentence_line", "rule", "head_line", "first_line")
            },
        ),
        statement=replace(
            made.statement,
            ground=GroundName.PAPER,
            text=top + 36.0 * k,
            speaker=top + 250.0 * k,
            figures_title=first + 22.0 * k,
        ),
        recommendations=replace(
            made.recommendations,
            slots=SlotRows(first=first, pitch=made.recommendations.slots.pitch),
            bottom=frame.foot_rule - 9.0 * k,
        ),
        method=replace(made.method, text=first, lowest=frame.foot_rule - 12.0 * k),
        agenda=replace(made.agenda, top=top + 8.0 * k, bottom=frame.foot_rule - 6.0 * k),
        divider=replace(made.divider, ground=GroundName.PAPER),
        cover=replace(made.cover, ground=GroundName.PAPER, bottom_lines=(area.bottom - 24.0 * k, area.bottom)),
        # Notes have the smallest type, which does not become smaller with the rest.
        table=replace(
            made.table,
            notes_gap=HOUSE_SLIDES.table.notes_gap * usual,
            note_baseline=HOUSE_SLIDES.table.note_baseline * usual,
        ),
        free=replace(made.free, text=first, lowest=frame.exhibit_bottom),
        closing=replace(made.closing, ground=GroundName.PAPER, head=first),
    )


def _grid(area: Box, k: float) -> Grid:
    house = HOUSE_SLIDES.grid
    gutter: Pt = house.gutter * k
    return Grid(area.left, (area.width - (house.count - 1) * gutter) / house.count, gutter, house.count)


def _charts(grid: Grid, k: float, height: Pt) -> ChartMeasures:
    """Charts of a whole slide; what is measured by the width of columns has room in the height, too."""
    made = slide_charts(grid, k)
    assert made.dot_field is not None, "there is one on every slide"
    lower = (*SCALES_OVER_WAVES, *(scale * LOWER for scale in SCALES_OVER_WAVES[-3:]))
    return replace(
        made,
        bars=bars.in_place(made.bars, k, height),
        dot_field=replace(made.dot_field, side=min(made.dot_field.side, height)),
        columns=replace(made.columns, scales=lower),
        line=replace(made.line, scales=lower),
    )


LOWER = 0.6
"""Low places have smaller scales over waves than the house's slides: the smallest of those times this."""


def _frame(area: Box, k: float, usual: float, stamps: Pt, grid: Grid, footer_lines: int) -> FrameMeasures:
    house = scaled(HOUSE_SLIDES.frame, k)
    footer = HOUSE_SLIDES.roles.footer
    source = area.bottom - (3.0 + (FOOTER_LINES - 1) * footer.pitch) * usual
    rule = source - 15.0 * usual - (footer_lines - FOOTER_LINES) * footer.pitch * usual
    return replace(
        house,
        kicker=area.top + 12.0 * k,
        headline=area.top,
        content_top=area.top + stamps + 12.0 * k,
        second_line=0.0,
        exhibit_top=area.top + stamps + (EXHIBIT_TITLE + EXHIBIT_GAP) * k,
        exhibit_bottom=rule - 10.0 * k,
        exhibit_width=grid.column_left(9) + NOTES_LEFT * k - grid.left,
        foot_rule=rule,
        footer=source,
        page_number=source,
        number_width=0.0,
        number_clearance=0.0,
    )


def usual_size(template: Template) -> float:
    """How much larger than the house's the type of such slides is: by their height, less on narrow ones."""
    return min(template.height / HOUSE_SLIDES.height, template.width / LEAST_WIDTH)


def headline_sizes(place: TemplatePlace | None, factor: float, least: Pt = LEAST_HEADLINE) -> tuple[TypeSize, ...]:
    """The sizes that the headline of a finding may have: the template's, then smaller ones, down to about the house's.

    factor: how much higher the slide is than the house's. least: on one of the house's height.
    """
    return _sizes(place, factor, least_headline(place, factor, least))


def least_headline(place: TemplatePlace | None, factor: float, least: Pt = LEAST_HEADLINE) -> Pt:
    """That least size in a place, on a slide so many times as high as the house's; the template's may be below it."""
    return least * factor * (LEAST_CAPITALS if place and place.text.is_capitals else 1.0)


def title_sizes(place: TemplatePlace) -> tuple[TypeSize, ...]:
    """The sizes that a title may have that stands by itself, on a cover, in a place whose size the template says."""
    return _sizes(place, 1.0, place.text.size)


def _sizes(place: TemplatePlace | None, factor: float, least: Pt) -> tuple[TypeSize, ...]:
    if place is None or not place.text.is_sized:
        size, spacing = HEADLINE_SIZE * factor, 1.0
    else:
        size, spacing = place.text.size, place.text.spacing
    low = min(size * LEAST_TITLE, least)
    if place is not None:
        _, top, _, bottom = place.text.insets
        for_two = (place.box.height - top - bottom) / (2 * LINE * spacing)
        low = min(low, max(for_two, size * LEAST_TITLE_OF_LOW_PLACE))
    steps = max(1, round((size - low) / (size * TITLE_STEP)))
    sizes = (size + (low - size) * step / steps for step in range(steps + 1))
    return tuple(TypeSize(each, each * LINE * spacing) for each in sizes)
