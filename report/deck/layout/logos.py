"""The logos of a house and its partners, in place of the publisher's name, and the one at the foot of every slide.

The latter belongs to the layouts, so that slides which people add have it too, and nobody moves it by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from report.deck import layouts
from report.deck.desk import Desk
from report.deck.layouts import Layout, Layouts
from report.deck.model import DressedLayout, PlacedItem, PlacedMark
from report.deck.model.emblems import PlacedEmblem
from report.document.model.nodes import LogoMark
from report.drawing.model import MarkRole, Rect
from report.formats.slide_kinds import SlideFormat
from report.theme.logos import StandingLogo, in_a_row, standing_right
from report.theme.model import Ground, Theme


def place_logos(desk: Desk, ground: Ground, *, is_repeated: bool = False) -> list[PlacedItem]:
    """All logos on the top line. is_repeated: they stood on an earlier slide, and are passed over when read aloud."""
    marks, cover = desk.document.cover.logos, desk.format.cover
    row = in_a_row(
        [mark.logo for mark in marks],
        ground,
        desk.theme,
        cover.logos,
        left=desk.format.grid.left,
        bottom=cover.top_line,
    )
    return [
        item
        for number, (mark, found) in enumerate(zip(marks, row, strict=True), 1)
        for item in _items(found, f"logo {number}", ground, None if is_repeated else mark.alternative.text)
    ]


def _items(
    found: StandingLogo, name: str, ground: Ground, alternative: str | None
) -> Iterator[PlacedMark | PlacedEmblem]:
    if found.plate:
        yield PlacedMark(f"{name} plate", Rect(MarkRole.PANEL, found.plate, fill=found.plate_color))
    key = f"{name} {ground.name.value}".replace(" ", "-")
    yield PlacedEmblem(name, key, found.box, found.emblem, alternative)


def with_room_for_logo(all_layouts: Layouts, slides: SlideFormat, theme: Theme, marks: tuple[LogoMark, ...]) -> Layouts:
    """The layouts, their footers ending before the logo at their foot; the same where there is none."""
    if not marks:
        return all_layouts
    return all_layouts.changed(lambda layout: _narrowed(layout, slides, theme, marks[0]))


def _narrowed(layout: Layout, slides: SlideFormat, theme: Theme, mark: LogoMark) -> Layout:
    if not layout.has_foot_rule:
        return layout
    foot = layout.slot(layouts.FOOTER)
    width = _at_foot(layout, slides, theme, mark).extent.left - slides.frame.logo.gap - foot.x
    slots = tuple(replace(slot, width=width) if slot is foot else slot for slot in layout.slots)
    return replace(layout, slots=slots, has_logo=True)


def dressed(
    all_layouts: Iterable[Layout], slides: SlideFormat, theme: Theme, marks: tuple[LogoMark, ...]
) -> tuple[DressedLayout, ...]:
    """What the layouts of the house's template show of a house."""
    if not marks:
        return ()
    return tuple(
        DressedLayout(
            layout.name,
            _narrowed(layout, slides, theme, marks[0]).slot(layouts.FOOTER).box,
            theme.ground(layout.ground),
            tuple(_items(_at_foot(layout, slides, theme, marks[0]), "foot logo", theme.ground(layout.ground), None)),
        )
        for layout in all_layouts
        if layout.has_foot_rule
    )


def _at_foot(layout: Layout, slides: SlideFormat, theme: Theme, mark: LogoMark) -> StandingLogo:
    """Left of the slide's number, on its line."""
    frame = slides.frame
    return standing_right(
        mark.logo,
        theme.ground(layout.ground),
        theme,
        frame.logo,
        right=layout.right - frame.number_width,
        bottom=frame.page_number,
    )
