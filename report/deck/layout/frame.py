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
from report.deck.layout.room import with_room
from report.deck.layouts import Layout, Slot
from report.deck.model import Alignment, PlacedItem, PlacedMark, PlacedText, Slide
from report.deck.text_boxes import paragraph, place_text, single
from report.diagnostics import Location
from report.document.model.nodes import BETWEEN, Heading, NoteForm, Paragraph, Source, SpeakerNotes
from report.drawing.model import MarkRole, Rect
from report.text.flowing import flow_window
from report.text.model import Style
from report.theme.model import Ground
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Fitted, Place
from report.typesetting.typesetter import Typesetter
from report.units import Color, Pt

MOST_FOOTER_LINES = 3
"""Two as a rule; a long wording of the question may take a third, below the second."""
MOST_IN_NARROW_PLACE = 4
"""On a company's template, where no form of a note finds room in fewer."""


def head(
    desk: Desk,
    layout: Layout,
    *,
    kicker: Paragraph | Heading,
    headline: Heading,
    stamp: Paragraph | None = None,
    most: int | None = None,
    location: Location | None = None,
) -> tuple[PlacedText, ...]:
    """Title, kicker and stamps of a slide; the title comes first, as it is read first.

    most: lines of the headline, those of its slot by default. location: of a headline that does not know its own.
    """
    ground, slot = desk.ground(layout), layout.slot(layouts.TITLE)
    places = slot.places("headline", desk.format.roles.headline, most or slot.lines, location)
    fitted = fit_title(desk, slot, headline.text, ground.text, places)
    if not desk.document.is_by_rule and not desk.layouts.are_a_companys:  # else nobody finds other words, or can
        desk.titles.note_unevenness(headline.text, fitted)
    title = slot.filled(bound_name("headline", headline.text), [paragraph(fitted)], node=headline.id)
    return (title, *kicker_and_stamps(desk, layout, kicker, stamp, location=location))


def fit_title(desk: Desk, slot: Slot, text: Prose, color: Color, places: Sequence[Place]) -> Fitted:
    """A title in the faces of titles, its letters shown as its place shows them."""
    return shown_in(desk.titles, slot).fit(text, slot.style(color), *places)


def shown_in(typesetter: Typesetter, slot: Slot) -> Typesetter:
    """The typesetter, or where a place shows capitals one that measures these."""
    if not slot.shows_capitals:
        return typesetter
    return typesetter.in_fonts(replace(typesetter.fonts, show_capitals=True))


def kicker_and_stamps(
    desk: Desk, layout: Layout, kicker: Paragraph | Heading, stamp: Paragraph | None, *, location: Location | None
) -> tuple[PlacedText, ...]:
    """The line above the headline; a company's layout has no kicker there, and stamps stand below."""
    ground, gap = desk.ground(layout), desk.format.frame.stamp_gap
    drafts = draft(desk, layout, desk.format.frame.kicker)
    if not layout.has(layouts.KICKER):
        left, baseline = desk.format.grid.left, desk.format.frame.kicker
        return (*((failed_claim(desk, stamp, ground, left, baseline),) if stamp else ()), *drafts)
    slot = layout.slot(layouts.KICKER)
    stamps = (failed_claim(desk, stamp, ground, slot.x, slot.baseline),) if stamp else ()
    room = layout.right - slot.x - sum(each.extent.width + gap for each in (*drafts, *stamps))
    style = styles.kicker(desk.format.roles, ground.proof)
    width = min(slot.width, room)
    line = desk.typesetter.capitals(kicker.text, style, what="topic", width=width, location=location)
    text = replace(slot, width=0.0).filled("kicker", single(line, width))
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
    """Footer and page number; a slide without figures has no source, and no footer but a confidential one."""
    line = desk.document.confidential
    source = source.ending(line) if source else Source("confidential", (line,)) if line else None
    texts = () if source is None else (_footer(desk, layout, source, number, location),)
    return (*texts, *furniture(desk, layout, number))


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
    ground = desk.ground(layout)
    title, *others = with_room(tuple(_uniquely_named(items)), desk.format.frame.foot_rule, desk.format.height)
    boxes = {"panel": layout.panel} if layout.panel else {}
    boxes |= {f"plate {number}": box for number, box in enumerate(layout.plates, 1)}
    panels = [PlacedMark(name, Rect(MarkRole.PANEL, box, fill=ground.ground)) for name, box in boxes.items()]
    bears_title = layout.panel is not None and layout.panel.top <= title.extent.top < layout.panel.bottom
    first = (*panels, title) if bears_title else (title, *panels)
    return Slide(layout.name, ground, (*first, *others), texts)


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
        None,
        location,
        breaking=Breaking.FILLED,
        kind="source note",
    )
    numbers = (MOST_FOOTER_LINES, MOST_IN_NARROW_PLACE) if desk.layouts.are_a_companys else (MOST_FOOTER_LINES,)
    halves = [_halves(desk, layout, form, style, place) for form in forms]
    n_lines = [sum(_n_lines(desk, *half, style) for half in texts) for texts in halves]
    fitting = ((texts, most) for most in numbers for texts, n in zip(halves, n_lines, strict=True) if n <= most)
    ((topic, topic_place), (base, base_place)), most = next(fitting, (halves[-1], numbers[-1]))
    first = desk.typesetter.fit(topic, style, replace(topic_place, most=most - 1))
    left = max(1, most - len(first.lines))
    second = desk.typesetter.fit(base, style, replace(base_place, most=left))
    risen = max(0, len(first.lines) + len(second.lines) - slot.lines) if desk.layouts.are_a_companys else 0
    return slot.filled(
        bound_name("footer", joined([topic, base], BETWEEN)),
        [paragraph(half) for half in (first, second) if half.lines],
        baseline=slot.baseline - risen * slot.type.pitch,
        node=source.id,
    )


def _halves(
    desk: Desk, layout: Layout, form: NoteForm, style: Style, place: Place
) -> tuple[tuple[Prose, Place], tuple[Prose, Place]]:
    """The halves with their places.

    A topic of one line may pass above the page number, where every line of the base is sure to end before it: one
    frame breaks both. No other line may.
    """
    whole = place if layout.has_logo else replace(place, width=layout.right - layout.slot(layouts.FOOTER).x)
    base = parted(form.base, BETWEEN, style, place, desk.typesetter)
    one_line = joined(form.topic, BETWEEN)
    above, below = desk.typesetter.broken(one_line, style, whole), desk.typesetter.broken(base, style, place)
    passes = len(above) == 1 and flow_window([*above, *below], whole.width)
    of_topic = whole if passes else place
    return (parted(form.topic, BETWEEN, style, of_topic, desk.typesetter), of_topic), (base, place)


def _n_lines(desk: Desk, text: Prose, place: Place, style: Style) -> int:
    return len(desk.typesetter.broken(text, style, place))


def below(desk: Desk, title: PlacedText, gap: Pt) -> Pt:
    """The first baseline of a text so far below a title; of one below a company's title place, that of the content."""
    return desk.format.free.text if title.inherits else title.baselines[-1] + gap


def furniture(desk: Desk, layout: Layout, number: int) -> tuple[PlacedText, ...]:
    """What stands at the foot of every slide: its number, and what a company has there."""
    number_of_slide = (page_number(desk, layout, number),) if layout.has(layouts.SLIDE_NUMBER) else ()
    return (*_company_footer(desk, layout), *number_of_slide)


def _company_footer(desk: Desk, layout: Layout) -> tuple[PlacedText, ...]:
    if not layout.has(layouts.TEMPLATE_FOOTER):
        return ()
    slot = layout.slot(layouts.TEMPLATE_FOOTER)
    words = Prose((Fact(FactKind.CONSTANT, slot.prompt, "the template"),))
    style = styles.soft(slot.type.size, desk.ground(layout))
    place = Place("footer of the template", slot.width, (slot.type,))
    return (slot.filled("footer of the template", [paragraph(desk.typesetter.fit(words, style, place))]),)


def page_number(desk: Desk, layout: Layout, number: int) -> PlacedText:
    """The number of the slide."""
    slot = layout.slot(layouts.SLIDE_NUMBER)
    style = styles.soft(slot.type.size, desk.ground(layout))
    text = Prose((Fact(FactKind.SLIDE, str(number), "this slide"),))
    line = desk.typesetter.line(text, style, what="page number", width=slot.width)
    return slot.filled("page number", single(line))


def _uniquely_named(items: Iterable[PlacedItem]) -> Iterable[PlacedItem]:
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.name] += 1
        yield item if seen[item.name] == 1 else replace(item, name=f"{item.name} ({seen[item.name]})")
