"""Panels under letters that no colour makes readable, as on a restless picture or across the edge of a dark band.

The panel has the ground of the content; the letters on it are those of the place, if they can be read on that.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from report.templates.choosing import Choice, SlidePart
from report.templates.letters import can_be_read
from report.templates.model import PlaceKind, Template, TemplateLayout, TemplatePlace
from report.units import Color

AT_THE_FOOT = (PlaceKind.SLIDE_NUMBER, PlaceKind.FOOTER)
BESIDE_TITLES = (PlaceKind.SUBTITLE, PlaceKind.TEXT)


def with_panels(template: Template, choice: Choice, ground: Color) -> tuple[Template, Choice]:
    """Template and choice, with a panel of that colour under the places of titles, numbers and footers that need one.

    On covers and chapters what stands below the title is on the same panel.
    """
    changed = {
        layout.part: _with_panels(layout, [part for part, each in choice.layouts.items() if each is layout], ground)
        for layout in choice.layouts.values()
    }
    layouts = tuple(changed.get(layout.part, layout) for layout in template.layouts)
    chosen = {part: changed[layout.part] for part, layout in choice.layouts.items()}
    return replace(template, layouts=layouts), replace(choice, layouts=chosen)


def _with_panels(layout: TemplateLayout, parts: Collection[SlidePart], ground: Color) -> TemplateLayout:
    layout = replace(layout, places=tuple(_furnished(place, ground) for place in layout.places))
    title, below = layout.title, next(iter(layout.places_of(*BESIDE_TITLES)), None)
    has_text = below is not None and set(parts) != {SlidePart.FINDING}
    letters = [place for place in (title, below if has_text else None) if place]
    if title is None or all(map(can_be_read, letters)):
        return layout
    places = (_on_panel(place, ground) if place in letters else place for place in layout.places)
    return replace(layout, places=tuple(places))


def _furnished(place: TemplatePlace, ground: Color) -> TemplatePlace:
    """A slide number or footer on a panel of its own, where it could not be read."""
    is_lost = place.kind in AT_THE_FOOT and not can_be_read(place)
    return _on_panel(place, ground) if is_lost else place


def _on_panel(place: TemplatePlace, ground: Color) -> TemplatePlace:
    return replace(place, has_panel=True, text=replace(place.text, ground=ground, shades=()))
