"""What all slides share: kicker and headline above, stamps beside the kicker, footer and page number below.

KICKER  not supported by the data                      DRAFT
Headline of one or two lines
...
------------------------------------------------------------
topic; wording · mode
base · source, date                                        4
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Fact, FactKind, Prose, joined
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layouts import Layout
from report.deck.model import Alignment, PlacedItem, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.diagnostics import Location
from report.document.model.nodes import BETWEEN, Heading, NoteForm, Paragraph, Source, SpeakerNotes
from report.text.model import Style
from report.theme.model import Ground
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Place
from report.units import Pt

MOST_HEADLINE_LINES = 2
MOST_FOOTER_LINES = 3
"""Two as a rule; a long wording of the question may take a third, below the second."""


def head(
    desk: Desk,
    layout: Layout,
    *,
    kicker: Paragraph | Heading,
    headline: Heading,
    stamp: Paragraph | None = None,
    most: int = MOST_HEADLINE_LINES,
    location: Location | None = None,
) -> tuple[PlacedText, ...]:
    """Title, kicker and stamps of a slide; the title comes first, as it is read first.

    most: lines of the headline. location: of a headline that does not know its own.
    """
    ground, slot = desk.ground(layout), layout.slot(layouts.TITLE)
    place = Place("headline", slot.width, desk.format.roles.headline, most, location)
    fitted = desk.typesetter.fit(headline.text, styles.bold(slot.type.size, ground.text), place)
    if not desk.document.is_by_rule:  # nobody is there to find other words
        desk.typesetter.note_unevenness(headline.text, fitted)
    title = place_text(
        bound_name("headline", headline.text),
        [paragraph(fitted)],
        x=slot.x,
        baseline=slot.baseline,
        placeholder=layouts.TITLE,
        least_width=slot.width,
        node=headline.id,
    )
    return (title, *kicker_and_stamps(desk, layout, kicker, stamp, location=location))


def kicker_and_stamps(
    desk: Desk, layout: Layout, kicker: Paragraph | Heading, stamp: Paragraph | None, *, location: Location | None
) -> tuple[PlacedText, ...]:
    """The line above the headline."""
    ground, slot, gap = desk.ground(layout), layout.slot(layouts.KICKER), desk.format.frame.stamp_gap
    drafts = draft(desk, layout, slot.baseline)
    stamps = (failed_claim(desk, stamp, ground, slot.x, slot.baseline),) if stamp else ()
    room = layout.right - slot.x - sum(each.extent.width + gap for each in (*drafts, *stamps))
    style = styles.kicker(desk.format.roles, ground.proof)
    width = min(slot.width, room)
    line = desk.typesetter.capitals(kicker.text, style, what="topic", width=width, location=location)
    text = place_text(
        "kicker",
        single(line, width),
        x=slot.x,
        baseline=slot.baseline,
        placeholder=layouts.KICKER,
        shows_capitals=True,
    )
    beside = (failed_claim(desk, stamp, ground, slot.x + line.width + gap, slot.baseline),) if stamp else ()
    return (text, *beside, *drafts)


def failed_claim(desk: Desk, stamp: Paragraph, ground: Ground, x: Pt, baseline: Pt) -> PlacedText:
    """The stamp on a slide whose claim the data do not support, from `x` to the right."""
    style = styles.bold(desk.format.roles.kicker.size, ground.contrast)
    line = desk.typesetter.line(stamp.text, style, what="stamp", width=desk.format.measure)
    return place_text("stamp failed claim", single(line), x=x, baseline=baseline)


def draft(desk: Desk, layout: Layout, baseline: Pt) -> tuple[PlacedText, ...]:
    """The stamp on every slide of a draft, flush with the right end of its texts; nothing for a final briefing."""
    if desk.document.draft is None:
        return ()
    style = styles.kicker(desk.format.roles, desk.ground(layout).soft_text)
    line = desk.typesetter.capitals(desk.document.draft.text, style, what="stamp", width=desk.format.measure)
    stamp = place_text(
        "stamp draft",
        single(line),
        x=layout.right,
        baseline=baseline,
        alignment=Alignment.RIGHT,
        shows_capitals=True,
    )
    return (stamp,)


def foot(
    desk: Desk, layout: Layout, source: Source | None, number: int, location: Location | None = None
) -> tuple[PlacedText, ...]:
    """Footer and page number; a slide that shows no figures has no source, and then no footer."""
    texts = () if source is None else (_footer(desk, layout, source, number, location),)
    return (*texts, page_number(desk, layout, number))


def content_top(desk: Desk, items: Sequence[PlacedItem]) -> Pt:
    """Where the content begins: lower under a headline of two lines."""
    title = next(item for item in items if isinstance(item, PlacedText))
    return desk.format.frame.content_top + (desk.format.frame.second_line if len(title.baselines) > 1 else 0.0)


def assembled(
    desk: Desk, layout: Layout, items: Iterable[PlacedItem], notes: SpeakerNotes, further: Iterable[Prose] = ()
) -> Slide:
    """The slide of these items, in reading order; a name that came before gets a number.

    further: what the notes have to say because the slide has no room for it.
    """
    texts = tuple(note.text for note in (*notes.text, *further) if note.text)
    return Slide(layout.name, desk.ground(layout), tuple(_uniquely_named(items)), texts)


def bound_name(role: str, text: Prose) -> str:
    """The name of a text's shape: its role, and the ids of the cells whose numbers stand in it."""
    return " ".join([role, *(str(cell) for cell in text.cells)])


def _footer(desk: Desk, layout: Layout, source: Source, number: int, location: Location | None) -> PlacedText:
    """Topic and base in the first form that finds room; what the last one is too long by is told as a fault."""
    slot = layout.slot(layouts.FOOTER)
    style, forms = styles.soft(slot.type.size, desk.ground(layout)), source.forms
    place = Place(
        f"source note of slide {number}",
        slot.width,
        (desk.format.roles.footer,),
        MOST_FOOTER_LINES - 1,
        location,
        breaking=Breaking.FILLED,
    )
    halves = [_halves(desk, layout, form, style, place) for form in forms]
    fitting = (texts for texts in halves if sum(_n_lines(desk, *half, style) for half in texts) <= MOST_FOOTER_LINES)
    (topic, topic_place), (base, base_place) = next(fitting, halves[-1])
    first = desk.typesetter.fit(topic, style, topic_place)
    left = max(1, MOST_FOOTER_LINES - len(first.lines))
    second = desk.typesetter.fit(base, style, replace(base_place, most=left))
    return place_text(
        bound_name("footer", joined([topic, base], BETWEEN)),
        [paragraph(half) for half in (first, second) if half.lines],
        x=slot.x,
        baseline=slot.baseline,
        placeholder=slot.placeholder,
        least_width=slot.width,
        node=source.id,
    )


def _halves(
    desk: Desk, layout: Layout, form: NoteForm, style: Style, place: Place
) -> tuple[tuple[Prose, Place], tuple[Prose, Place]]:
    """The halves with their places. A topic of one line may pass above the page number, every other line does not."""
    whole = layout.right - layout.slot(layouts.FOOTER).x
    is_one_line = desk.typesetter.width(joined(form.topic, BETWEEN).text, style) <= whole
    of_topic = replace(place, width=whole) if is_one_line else place
    topic, base = (
        parted(parts, BETWEEN, style, each, desk.typesetter)
        for parts, each in ((form.topic, of_topic), (form.base, place))
    )
    return (topic, of_topic), (base, place)


def _n_lines(desk: Desk, text: Prose, place: Place, style: Style) -> int:
    return len(desk.typesetter.broken(text, style, place))


def page_number(desk: Desk, layout: Layout, number: int) -> PlacedText:
    """The number of the slide."""
    slot = layout.slot(layouts.SLIDE_NUMBER)
    style = styles.soft(slot.type.size, desk.ground(layout))
    text = Prose((Fact(FactKind.SLIDE, str(number), "this slide"),))
    line = desk.typesetter.line(text, style, what="page number", width=slot.width)
    return place_text(
        "page number",
        single(line),
        x=slot.x,
        baseline=slot.baseline,
        alignment=slot.alignment,
        placeholder=slot.placeholder,
        least_width=slot.width,
    )


def _uniquely_named(items: Iterable[PlacedItem]) -> Iterable[PlacedItem]:
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.name] += 1
        yield item if seen[item.name] == 1 else replace(item, name=f"{item.name} ({seen[item.name]})")
