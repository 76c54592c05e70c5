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

from report.briefing.model import Prose, SourceNote
from report.deck import grid, layouts, styles
from report.deck.desk import Desk
from report.deck.frames import place_text, single
from report.deck.layouts import Layout
from report.deck.model import Alignment, PlacedItem, PlacedText, Slide
from report.deck.typesetting import Fitted, Place
from report.diagnostics import Location
from report.text.model import Style
from report.theme.model import Ground
from report.units import Pt

STAMP_GAP: Pt = 18.0
BETWEEN_PARTS = " · "
"""Between the parts of a source note."""
MOST_HEADLINE_LINES = 2
MOST_FOOTER_LINES = 3
"""Two as a rule; a long wording of the question may take a third, below the second."""


def head(
    desk: Desk,
    layout: Layout,
    *,
    kicker: str,
    headline: Prose | str,
    is_supported: bool = True,
    most: int = MOST_HEADLINE_LINES,
    location: Location | None = None,
) -> tuple[PlacedText, ...]:
    """Title, kicker and stamps of a slide on paper; the title comes first, as it is read first.

    most: lines of the headline. location: of a headline that does not know its own.
    """
    ground = desk.theme.paper
    slot = layout.slot(layouts.TITLE)
    place = Place("headline", grid.MEASURE, styles.HEADLINE, most, location)
    fitted = desk.typesetter.fit(headline, styles.bold(slot.size.points, ground.text), place)
    desk.typesetter.note_unevenness(headline, fitted)
    title = place_text(
        bound_name("headline", headline),
        [fitted.paragraph()],
        x=slot.x,
        baseline=slot.baseline,
        placeholder=layouts.TITLE,
        least_width=slot.width,
    )
    return (title, *kicker_and_stamps(desk, layout, ground, kicker, is_supported=is_supported, location=location))


def kicker_and_stamps(
    desk: Desk, layout: Layout, ground: Ground, kicker: str, *, is_supported: bool, location: Location | None
) -> tuple[PlacedText, ...]:
    """The line above the headline."""
    slot = layout.slot(layouts.KICKER)
    line = desk.typesetter.capitals(
        kicker, styles.kicker(ground.proof), what="topic", width=slot.width, location=location
    )
    text = place_text(
        "kicker",
        single(line),
        x=slot.x,
        baseline=slot.baseline,
        placeholder=layouts.KICKER,
        shows_capitals=True,
    )
    stamps = () if is_supported else (failed_claim(desk, ground, grid.LEFT + line.width + STAMP_GAP, grid.KICKER),)
    return (text, *stamps, *draft(desk, ground, grid.KICKER))


def failed_claim(desk: Desk, ground: Ground, x: Pt, baseline: Pt) -> PlacedText:
    """The stamp on a slide whose claim the data do not support, from `x` to the right."""
    style = styles.bold(styles.KICKER_SIZE, ground.contrast)
    line = desk.typesetter.line(desk.words.failed_claim, style, what="stamp", width=grid.MEASURE)
    return place_text("stamp failed claim", single(line), x=x, baseline=baseline)


def draft(desk: Desk, ground: Ground, baseline: Pt) -> tuple[PlacedText, ...]:
    """The stamp on every slide of a draft, flush with the right margin; nothing for a final briefing."""
    if not desk.briefing.is_draft:
        return ()
    style = styles.kicker(ground.soft_text)
    line = desk.typesetter.capitals(desk.words.draft, style, what="stamp", width=grid.MEASURE)
    stamp = place_text(
        "stamp draft",
        single(line),
        x=grid.RIGHT,
        baseline=baseline,
        alignment=Alignment.RIGHT,
        shows_capitals=True,
    )
    return (stamp,)


def foot(
    desk: Desk, ground: Ground, source: SourceNote | None, number: int, location: Location | None = None
) -> tuple[PlacedText, ...]:
    """Footer and page number; a slide that shows no figures has no source, and then no footer."""
    texts = () if source is None else (_footer(desk, ground, source, location),)
    return (*texts, _page_number(desk, ground, number))


def content_shift(items: Sequence[PlacedItem]) -> Pt:
    """How much lower the content begins because the headline takes two lines."""
    title = next(item for item in items if isinstance(item, PlacedText))
    return grid.SECOND_LINE if len(title.baselines) > 1 else 0.0


def assembled(layout: Layout, ground: Ground, items: Iterable[PlacedItem], notes: Iterable[str]) -> Slide:
    """The slide of these items, in reading order; a name that came before gets a number."""
    return Slide(layout.name, ground, tuple(_uniquely_named(items)), tuple(note for note in notes if note))


def bound_name(role: str, text: Prose | str) -> str:
    """The name of a text's shape: its role, and the ids of the cells whose numbers stand in it."""
    cells = text.cells if isinstance(text, Prose) else ()
    return " ".join([role, *(str(cell) for cell in cells)])


def _footer(desk: Desk, ground: Ground, source: SourceNote, location: Location | None) -> PlacedText:
    """Topic and base. A topic of one line may pass above the page number, every other line leaves room for it."""
    style = styles.soft(styles.FOOTER[0].points, ground)
    is_one_line = desk.typesetter.width(source.topic, style) <= grid.MEASURE
    width = grid.MEASURE if is_one_line else layouts.FOOTER_WIDTH
    most = MOST_FOOTER_LINES - 1
    topic = _set_source(desk, source.topic, style, width, most, location)
    left = MOST_FOOTER_LINES - len(topic.lines) if not topic.is_cut else most
    base = _set_source(desk, source.base, style, layouts.FOOTER_WIDTH, left, location)
    return place_text(
        "footer",
        [topic.paragraph(), base.paragraph()],
        x=grid.LEFT,
        baseline=grid.FOOTER,
        placeholder=layouts.FOOTER,
        least_width=layouts.FOOTER_WIDTH,
    )


def _set_source(desk: Desk, text: str, style: Style, width: Pt, most: int, location: Location | None) -> Fitted:
    """A half of the source note, in `most` lines; broken at its middle dots if it needs several."""
    place = Place("source note", width, styles.FOOTER, most, location, is_balanced=False)
    lines = [""]
    for part in text.split(BETWEEN_PARTS):
        longer = f"{lines[-1]}{BETWEEN_PARTS}{part}" if lines[-1] else part
        if not lines[-1] or desk.typesetter.width(longer, style) <= width:
            lines[-1] = longer
        else:
            lines[-1] += BETWEEN_PARTS.rstrip()
            lines.append(part)
    return desk.typesetter.fit("\n".join(lines), style, place)


def _page_number(desk: Desk, ground: Ground, number: int) -> PlacedText:
    style = styles.soft(styles.PAGE_NUMBER_SIZE, ground)
    line = desk.typesetter.line(str(number), style, what="page number", width=layouts.NUMBER_WIDTH)
    return place_text(
        "page number",
        single(line),
        x=grid.RIGHT,
        baseline=grid.PAGE_NUMBER,
        alignment=Alignment.RIGHT,
        placeholder=layouts.SLIDE_NUMBER,
        least_width=layouts.NUMBER_WIDTH,
    )


def _uniquely_named(items: Iterable[PlacedItem]) -> Iterable[PlacedItem]:
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.name] += 1
        yield item if seen[item.name] == 1 else replace(item, name=f"{item.name} ({seen[item.name]})")
