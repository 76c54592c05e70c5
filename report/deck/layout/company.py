"""Cover and chapters on a company's template: words in its own places, as it sets them, and nothing beside them.

There is no line for stamps; they come first of what stands below the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.deck import layouts
from report.deck.desk import Desk
from report.deck.layout.frame import assembled, bound_name, fit_title, furniture, shown_in
from report.deck.layouts import ROUNDING, Layout, Slot
from report.deck.model import PlacedText, Slide
from report.deck.text_boxes import line_size, paragraph
from report.document.model.frame import ChapterSection
from report.document.model.nodes import BETWEEN, Heading
from report.formats.grid import TypeSize
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Place
from report.units import Pt

SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
"""The sizes that a text may have there, as shares of the template's own."""
OF_TITLE = 0.9
"""How large a text below a title may be at most, as a share of its size."""
SMALLER_TITLES = (*SMALLER, 0.5, 0.4)
"""The same for titles that are much larger than the house's."""
LEAST_USUAL = 0.8
"""Down to which share of it letters become smaller before less is said, or a title is broken within a word."""


def place_company_cover(desk: Desk) -> Slide:
    """The first slide: title, of whom the survey tells, who stands for it, date and version."""
    cover, layout = desk.document.cover, desk.layouts.cover
    subtitle, audience = [cover.subtitle.text], [cover.briefing_for.text] if cover.briefing_for else []
    edition = [cover.publisher.text, *cover.edition.parts]
    ways = [(subtitle, audience, edition), (subtitle, edition), (edition,)]
    stamp = [[cover.stamp.text]] if cover.stamp else []  # a draft is told with the edition
    ways = [(*stamp, *way) for way in ways]
    title = _title(desk, layout, cover.title)
    items = [title, *_told(desk, layout, title, "subtitle", ways, node=cover.subtitle.id)]
    return assembled(desk, layout, items, cover.notes)


def place_company_chapter(chapter: ChapterSection, desk: Desk, number: int) -> Slide:
    """The slide that a chapter begins with: its title, and what it is about."""
    layout, said = desk.layouts.divider, chapter.text or chapter.topics
    stamps = [stamp.text for stamp in (chapter.stamp, desk.document.draft) if stamp]
    stamps += [desk.document.confidential] if desk.document.confidential else []
    told = [*stamps, chapter.kicker.text, *([said.text] if said else [])]
    title = _title(desk, layout, chapter.headline)
    node = said.id if said else chapter.kicker.id
    items = [title, *_told(desk, layout, title, "text", [[[text] for text in told]], node=node)]
    return assembled(desk, layout, [*items, *furniture(desk, layout, number)], chapter.notes)


def _title(desk: Desk, layout: Layout, title: Heading) -> PlacedText:
    """The title as large as it has room; somewhat smaller where a line else ended at the hyphen of a word."""
    slot, text, color = layout.slot(layouts.TITLE), title.text, desk.ground(layout).text
    places = slot.places("title", _title_sizes(desk, slot), slot.lines)
    divided = replace(places[-1], breaking=Breaking.HYPHENATED)
    fitted = fit_title(desk, slot, text, color, [*places, divided])
    if any(line.is_joined for line in fitted.lines):
        trial, least = replace(desk, titles=desk.titles.trial()), LEAST_USUAL * fitted.type.size
        smaller = [place for place in places if least <= place.sizes[0].size < fitted.type.size]
        others = (fit_title(trial, slot, text, color, [place]) for place in smaller)
        whole = (other for other in others if not other.is_cut and not any(line.is_joined for line in other.lines))
        fitted = next(whole, fitted)
    return slot.filled(bound_name("title", text), [paragraph(fitted)], node=title.id)


def _told(
    desk: Desk, layout: Layout, title: PlacedText, name: str, ways: Sequence[Sequence[Sequence[Prose]]], *, node: str
) -> list[PlacedText]:
    """A paragraph each, of one or more parts, in the first way that has room, as large as may be.

    Nothing where there is no place for it. Less is said before letters become small, and letters are small before only
    the last way is left. They are smaller than those of the title, however small these had to become.

    node: of the document, whose text it is mainly. What has no room even in the last way is told as a fault.
    """
    if not layout.has(layouts.body(1)):
        return []
    slot = layout.slot(layouts.body(1))
    style = slot.style(desk.ground(layout).text)
    typesetter = shown_in(desk.typesetter, slot)
    least = min(slot.type.size, desk.format.roles.footer.size)
    most = OF_TITLE * line_size(title.paragraphs[0].lines[0])
    legible = [size for size in _sizes(slot) if size.size >= least] or [slot.type]
    sizes = [size for size in legible if size.size <= most] or legible[-1:]
    told = [[parts for text in way if (parts := [part for part in text if part.text])] for way in ways]

    place = Place(name, slot.width, (slot.type,))

    def texts_at(size: TypeSize, texts: Sequence[Sequence[Prose]]) -> list[Prose]:
        return [parted(parts, BETWEEN, style.sized(size.size), place, typesetter) for parts in texts]

    def height(texts: Sequence[Prose], size: TypeSize) -> Pt:
        lines = [typesetter.broken(text, style.sized(size.size), place) for text in texts]
        return sum(len(each) for each in lines) * size.pitch + slot.space_before * (len(texts) - 1)

    fitting = (
        (texts, size)
        for ways, least_share in ((told[:-1], LEAST_USUAL), (told[:-1], 0.0), (told[-1:], 0.0))
        for way in ways
        for size in sizes
        for texts in [texts_at(size, way)]
        if size.size >= least_share * sizes[0].size and height(texts, size) <= slot.most_room
    )
    texts, size = next(fitting, (texts_at(sizes[-1], told[-1]), sizes[-1]))
    slot = slot.grown(min(height(texts, size), slot.most_room))
    place = replace(place, sizes=(size,), most=max(1, int(slot.room / size.pitch + ROUNDING)))
    names = " ".join(dict.fromkeys(" ".join(bound_name(name, text) for text in texts).split()))
    return [slot.filled(names, [paragraph(typesetter.fit(text, style, place)) for text in texts], node=node)]


def _sizes(slot: Slot) -> tuple[TypeSize, ...]:
    return tuple(TypeSize(slot.type.size * share, slot.type.pitch * share) for share in SMALLER)


def _title_sizes(desk: Desk, slot: Slot) -> tuple[TypeSize, ...]:
    """Down to the size of a statement, where the template's is far above it."""
    least = min(SMALLER[-1], desk.format.roles.statement[-1].size / slot.type.size)
    shares = [*(share for share in SMALLER_TITLES if share > least), least]
    return tuple(TypeSize(slot.type.size * share, slot.type.pitch * share) for share in shares)
