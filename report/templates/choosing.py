"""Chooses a layout for each part that slides play, by what it offers; names count least, for they are in any language.

What a layout offers is held against what the part needs, in points; an author may pin a layout by its name instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from report.frozen import frozen
from report.templates.model import FURNITURE, PlaceKind, Template, TemplateLayout, TemplatePlace
from report.units import Box, Pt


class SlidePart(StrEnum):
    """The parts that slides play. FINDING is every slide with a headline above its content."""

    COVER = "cover"
    CHAPTER = "chapter"
    FINDING = "finding"


@frozen
class Choice:
    """The layout of each part, and where content stands on that of a finding.

    pinned: the parts whose layout the author named.
    """

    layouts: Mapping[SlidePart, TemplateLayout]
    area: Box
    pinned: tuple[SlidePart, ...] = ()

    @property
    def finding(self) -> TemplateLayout:
        """The layout of findings."""
        return self.layouts[SlidePart.FINDING]


COVER_NAMES = ("cover", "title slide", "titelfolie", "deckblatt", "startfolie", "titre", "表紙", "タイトル スライド")
CHAPTER_NAMES = ("section", "chapter", "divider", "abschnitt", "kapitel", "trenn", "zwischentitel", "セクション", "章")
OTHER_NAMES = ("agenda", "quote", "zitat", "citation", "closing", "schluss", "abschluss", "thank", "dank", "kontakt",
               "contact", "poster", "dark", "dunkel", "compar", "vergleich", "引用")  # fmt: skip
"""What layouts for something else are called."""
PLAIN_NAMES = ("title and content", "titel und inhalt", "title only", "nur titel", "titre et contenu",
               "タイトルとコンテンツ", "タイトルのみ")  # fmt: skip

LEAST_CONTENT, LEAST_COLUMN = 0.25, 0.1
"""The shares of the slide that places of content take together, and each of them."""
GROUND = 0.98
"""A shape that covers so much of the content lies under it."""
LEAST_IN_THE_WAY = 0.05
"""A shape that covers less of the content's place is not what takes its room."""
CLEARANCE = 0.015
"""How far content keeps away from what is seen on every slide, as a share of the slide's height."""
UPPER_PART, WIDE = 0.3, 0.5
"""Where the title of a finding ends at the lowest, and how much of the slide's width it has at least."""

LEAST_TITLE_WIDTH = 0.3
"""Of the slide's width; in a narrower place, as one for letters from top to bottom is, words fall apart."""


def choose_layouts(template: Template, pinned: Mapping[SlidePart, TemplateLayout]) -> Choice | None:
    """A layout for each part; None where not even a finding has one."""
    finding = pinned.get(SlidePart.FINDING) or _best(template, _as_finding)
    if finding is None or finding.title is None:
        return None
    cover = pinned.get(SlidePart.COVER) or _best(template, _as_cover) or _best(template, _as_picture) or finding
    chapter = pinned.get(SlidePart.CHAPTER) or _best(template, _as_chapter) or (cover if cover.title else finding)
    chosen = {SlidePart.COVER: cover, SlidePart.CHAPTER: chapter, SlidePart.FINDING: finding}
    return Choice(chosen, content_area(finding, template), tuple(pinned))


def _best(template: Template, score: Callable[[TemplateLayout, Template], float | None]) -> TemplateLayout | None:
    """The layout with the highest score, of equal ones the first; None where none can play the part."""
    scored = [(points, layout) for layout in template.layouts if (points := score(layout, template)) is not None]
    return max(scored, key=lambda each: each[0])[1] if scored else None


def _as_finding(layout: TemplateLayout, template: Template) -> float | None:
    title = layout.title
    if title is None or is_narrow(title, template):
        return None
    area = content_area(layout, template)
    if not has_room(area, template):
        return None
    n_places = len(layout.places_of(PlaceKind.CONTENT, PlaceKind.TEXT, PlaceKind.PICTURE, PlaceKind.SUBTITLE))
    points = 3.0 if title.box.bottom <= (UPPER_PART + 0.05) * template.height else -3.0
    points += 2 if title.box.width >= WIDE * template.width else 0
    points += {"obj": 2, "titleOnly": 2, "title": -6, "secHead": -6}.get(layout.type or "", 0)
    points += 3 if n_places == 1 and layout.places_of(PlaceKind.CONTENT) else 2 if n_places <= 1 else -n_places
    points += min(layout.n_samples, 2)
    points += 1 if _is_called(layout, PLAIN_NAMES) else 0
    points -= 4 if _is_called(layout, (*OTHER_NAMES, *CHAPTER_NAMES, *COVER_NAMES)) else 0
    points -= 2 if layout.ground is None else 0
    points += 4 * area.width * area.height / (template.width * template.height)
    return points


def _as_cover(layout: TemplateLayout, template: Template) -> float | None:
    return _points_of_cover(layout, template) if _has_title(layout, template) else None


def _as_picture(layout: TemplateLayout, template: Template) -> float | None:
    """A cover that is a picture, and has no place for words; one without anything to see is none."""
    shows = bool(layout.static) or layout.ground is None
    return _points_of_cover(layout, template) if shows and layout.title is None else None


def _points_of_cover(layout: TemplateLayout, template: Template) -> float | None:
    is_centred = layout.title is not None and layout.title.type == "ctrTitle"
    points = 5.0 if layout.type == "title" or is_centred else 0.0
    points += 3 if _is_called(layout, COVER_NAMES) else 0
    points += 2 if layout.places_of(PlaceKind.SUBTITLE) else 0
    points += 1 if layout is template.layouts[0] else 0
    points += 1 if layout.n_samples else 0
    points -= 4 if _is_called(layout, (*OTHER_NAMES, *CHAPTER_NAMES)) or layout.type in ("secHead", "obj") else 0
    return points if points >= 2 else None


def _as_chapter(layout: TemplateLayout, template: Template) -> float | None:
    if not _has_title(layout, template):
        return None
    points = 5.0 if layout.type == "secHead" else 0.0
    points += 3 if _is_called(layout, CHAPTER_NAMES) else 0
    return points or None


def _has_title(layout: TemplateLayout, template: Template) -> bool:
    return layout.title is not None and not is_narrow(layout.title, template)


def is_narrow(title: TemplatePlace, template: Template) -> bool:
    """Whether the place of a title is too narrow for the words of one."""
    return title.box.width < LEAST_TITLE_WIDTH * template.width


def _is_called(layout: TemplateLayout, names: tuple[str, ...]) -> bool:
    return any(name in layout.name.casefold() for name in names)


# --------------------------------------------------------------------------------------------------------------- area


def has_room(area: Box, template: Template) -> bool:
    """Whether a finding can stand there."""
    return area.width >= WIDE * template.width and area.height >= UPPER_PART * template.height


def in_the_way(layout: TemplateLayout, template: Template) -> Box | None:
    """What is seen on every slide, as a logo, and takes most of the content's place; None where nothing takes much."""
    place = _uncleared(layout, template)
    taken = {box: place.share_over(box) for box in layout.static}
    found = (box for box, share in taken.items() if LEAST_IN_THE_WAY <= share < GROUND)
    return max(found, key=taken.__getitem__, default=None)


def blocked(template: Template) -> tuple[TemplateLayout, Box] | None:
    """A layout on which a finding could stand but for something that is in the way there, and that."""
    wide = [layout for layout in template.layouts if _has_title(layout, template)]
    usable = [layout for layout in wide if has_room(_uncleared(layout, template), template)]
    usable.sort(key=lambda layout: not layout.places_of(PlaceKind.CONTENT))
    found = ((layout, in_the_way(layout, template)) for layout in usable)
    return next(((layout, box) for layout, box in found if box is not None), None)


def _uncleared(layout: TemplateLayout, template: Template) -> Box:
    return _place_of_content(layout, template) or _below_title(layout, template)


def content_area(layout: TemplateLayout, template: Template) -> Box:
    """Where content may stand: the place made for it, else from the title to the foot; less what is seen there.

    Its left edge is that of letters, which stand within the frame of their place.
    """
    return _clear(_uncleared(layout, template), layout, template)


def _clear(area: Box, layout: TemplateLayout, template: Template) -> Box:
    """What is left of an area beside all that stands on the layout."""
    clear = template.height * CLEARANCE
    for box in layout.static:
        if area.share_over(box) >= GROUND:
            continue
        area = _without(area, Box(box.left - clear, box.top - clear, box.width + 2 * clear, box.height + 2 * clear))
    for place in (*layout.places_of(*FURNITURE), *layout.places_of(PlaceKind.TITLE)):
        area = _without(area, place.box)
    return area


def _place_of_content(layout: TemplateLayout, template: Template) -> Box | None:
    """The box around the large places: columns stand side by side, and what a deck sets takes all of them."""
    slide = template.width * template.height
    places = [
        place
        for place in layout.places_of(PlaceKind.CONTENT, PlaceKind.TEXT, PlaceKind.PICTURE)
        if place.box.width * place.box.height >= LEAST_COLUMN * slide
    ]
    if not places:
        return None
    left = min(place.box.left + place.text.insets[0] for place in places)
    right = max(place.box.right - place.text.insets[2] for place in places)
    top, bottom = min(place.box.top for place in places), max(place.box.bottom for place in places)
    around = Box(left, top, right - left, bottom - top)
    return around if around.width * around.height >= LEAST_CONTENT * slide else None


def _below_title(layout: TemplateLayout, template: Template) -> Box:
    title = layout.title
    margin: Pt = template.width * 0.05
    if title is None:
        return Box(margin, margin, template.width - 2 * margin, template.height - 2 * margin)
    is_wide = title.box.width >= WIDE * template.width
    left = title.box.left + title.text.insets[0] if is_wide else margin
    top = title.box.bottom + template.height / 90
    feet = [place.box.top for place in layout.places_of(*FURNITURE) if place.box.top > top]
    bottom = min([*feet, template.height * 0.95])
    return Box(left, top, template.width - 2 * left, max(0.0, bottom - top))


def _without(area: Box, taken: Box) -> Box:
    """The largest part of an area beside what takes some of it."""
    if min(area.right, taken.right) <= max(area.left, taken.left) or min(area.bottom, taken.bottom) <= max(
        area.top, taken.top
    ):
        return area
    return max(_beside(area, taken), key=lambda box: box.width * box.height)


def _beside(area: Box, taken: Box) -> Iterator[Box]:
    yield Box(area.left, area.top, area.width, max(0.0, taken.top - area.top))
    yield Box(area.left, taken.bottom, area.width, max(0.0, area.bottom - taken.bottom))
    yield Box(area.left, area.top, max(0.0, taken.left - area.left), area.height)
    yield Box(taken.right, area.top, max(0.0, area.right - taken.right), area.height)
