"""What a template would have to change for a deck that finds no room on it: whose places are how much too low."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from report.diagnostics import DeckPlace, Diagnostic
from report.templates.choosing import Choice, SlidePart, in_the_way
from report.templates.faults import TemplateFault
from report.templates.model import PlaceKind, Template, TemplateLayout
from report.units import Box

GROWTH = (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0)
"""How much higher a place is tried, as a multiple of what it is."""

MOST = 0.9
"""How much of what is above its lower end a place may take."""


def too_low(choice: Choice, template: Template, fits: Callable[[Choice], bool]) -> Diagnostic | None:
    """Which place is too low, and how high it would have to be; None where no higher one would help.

    fits: whether all decks have room on such a choice.
    """
    area, title = choice.area, choice.finding.title
    assert title is not None, "a layout without title is not chosen"
    growths = [growth for growth in GROWTH if area.height * growth <= MOST * area.bottom]
    if not growths or not fits(_grown(choice, growths[-1], GROWTH[-1])):
        return None
    content = next(growth for growth in growths if fits(_grown(choice, growth, GROWTH[-1])))
    of_title = next(growth for growth in GROWTH if fits(_grown(choice, content, growth)))
    told = [*_told("place for content", area, content), *_told("place of the title", title.box, of_title)]
    return Diagnostic(
        TemplateFault.LITTLE_ROOM,
        f'on the layout "{choice.finding.name}" {" and ".join(told)}',
        hint=_hint(choice, template),
        in_finished=DeckPlace(template.display),
    )


def _hint(choice: Choice, template: Template) -> str:
    box = in_the_way(choice.finding, template)
    smaller = f"make what takes {box.width:.0f} x {box.height:.0f} pt there smaller, " if box else ""
    return f"make it larger in PowerPoint (View, Slide Master), {smaller}or name another layout under `layouts:`"


def _told(name: str, box: Box, growth: float) -> Iterator[str]:
    if growth > 1:
        size, needed = f"{box.width:.0f} x {box.height:.0f} pt", f"{box.height * growth:.0f} pt"
        yield f"the {name} is {size}, and the deck needs one {needed} high, or a wider one"


def _grown(choice: Choice, content: float, title: float) -> Choice:
    """The choice with places so many times as high, however the two then lie over each other."""
    finding, height = _with_title(choice.finding, title), choice.area.height * content
    area = replace(choice.area, top=choice.area.bottom - height, height=height)
    return replace(choice, area=area, layouts={**choice.layouts, SlidePart.FINDING: finding})


def _with_title(layout: TemplateLayout, growth: float) -> TemplateLayout:
    places = (
        replace(place, box=replace(place.box, height=place.box.height * growth))
        if place.kind is PlaceKind.TITLE
        else place
        for place in layout.places
    )
    return replace(layout, places=tuple(places))
