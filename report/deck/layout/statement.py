"""A statement on ink: what somebody said, and beside it the figures that it refers to.

KICKER                            WHAT THE SURVEY SAYS
What was said, in indirect        Topic of the figures
speech, large                     what they are per cent of
                                  answer
Name                              ########........
role                              ...

On a company's template the words stand below its title, which says of what kind they are and who said them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose, joined
from report.deck import layouts, styles
from report.deck.desk import Desk
from report.deck.layout.exhibits import Exhibit, drawings_of, exhibit
from report.deck.layout.frame import assembled, bound_name, foot, head, kicker_and_stamps
from report.deck.layouts import Layout
from report.deck.model import PlacedItem, PlacedParagraph, PlacedText, Slide
from report.deck.text_boxes import BELOW_BASELINE, paragraph, place_text, single
from report.document.model import Evidence, StatementSection
from report.document.model.nodes import Heading
from report.drawing.model import Drawing
from report.formats.closer import closer_charts
from report.kinds import ChartForm
from report.text.flowing import flow_window
from report.text.model import Line, Style
from report.theme.model import Ground
from report.typesetting.places import Place
from report.typesetting.signs import explained, signs_in
from report.typesetting.statements import statements_left_out, with_statements
from report.units import Box, Pt

BEHIND_KICKER = ": "
"""Between what a statement is and who made it, in the title of a company's slide."""
MOST_LINES = 6
MOST_ROLE_LINES = 2
MOST_SUBTITLE_LINES = 2


def place_statement(statement: StatementSection, desk: Desk, number: int) -> Slide:
    """The slide of one statement, the deck's pause."""
    layout = _layout(desk)
    ground = desk.ground(layout)
    said = _said(desk, statement, ground)
    evidence = statement.evidence
    figures = [] if evidence is None else _figures(desk, evidence, ground)
    beside = [evidence.exhibit_title.text] if evidence else []
    source, left_out = None, tuple[Prose, ...]()
    if evidence:
        left_out = statements_left_out(evidence.exhibit.chart, drawings_of(figures))
        signs = signs_in(drawings_of(figures), desk.language, beside, of=evidence.source)
        source = explained(with_statements(evidence.source, left_out, evidence.exhibit.chart, desk.language), signs)
    footer = foot(desk, layout, source, number, statement.text.text.location)
    speaker = _speaker(desk, statement, ground, said.baselines[-1] + desk.format.statement.name_gap)
    items = [*_head(desk, statement, said), speaker, *figures, *footer]
    return assembled(desk, layout, items, statement.notes, left_out)


def _layout(desk: Desk) -> Layout:
    """On ink; where chapters begin on ink, these alone are the deck's pauses."""
    return desk.layouts.statement_on_paper if desk.document.has_dividers else desk.layouts.statement


def _head(desk: Desk, statement: StatementSection, said: PlacedText) -> Sequence[PlacedText]:
    """The words with what stands above them: they are the title, but on a company's template."""
    layout, kicker, stamp = _layout(desk), statement.kicker, statement.stamp
    location = statement.text.text.location
    if not desk.layouts.are_a_companys:
        return said, *kicker_and_stamps(desk, layout, kicker, stamp, location=location)
    headline = Heading(kicker.id, 2, joined([kicker.text, statement.speaker.name], BEHIND_KICKER))
    return *head(desk, layout, kicker=kicker, headline=headline, stamp=stamp, location=location), said


def _said(desk: Desk, statement: StatementSection, ground: Ground) -> PlacedText:
    """The words; quotation marks stand only around literal ones, and the first hangs left of the text."""
    slot = _layout(desk).slot(layouts.body(2) if desk.layouts.are_a_companys else layouts.TITLE)
    style, most = styles.bold(slot.type.size, ground.text), max(MOST_LINES, slot.lines)
    room = (
        desk.format.frame.foot_rule - slot.baseline - desk.format.statement.name_gap - _height_of_role(desk, statement)
    )
    places = [
        Place("statement", slot.width, (size,), min(most, max(1, 1 + int(room / size.pitch))))
        for size in desk.format.roles.statement
    ]
    text = statement.text.quoted
    even = [place for place in places if _is_even(desk.typesetter.broken(text, _at(style, place), place), place.width)]
    fitted = desk.typesetter.fit(text, style, *even, *places)
    hang = desk.typesetter.width(statement.text.opening, style.sized(fitted.type.size))
    return slot.filled(
        bound_name("statement", statement.text.text), [paragraph(fitted, hang=hang)], node=statement.text.id
    )


def _at(style: Style, place: Place) -> Style:
    return style.sized(place.sizes[0].size)


def _is_even(lines: Sequence[Line], width: Pt) -> bool:
    """Whether programs are sure to make these lines, and the last is no single word; a smaller size may mend that."""
    is_alone = len(lines) > 1 and " " not in lines[-1].text.strip()
    return not is_alone and flow_window(lines, width) is not None


def _height_of_role(desk: Desk, statement: StatementSection) -> Pt:
    """From the baseline of the speaker's name to the end of what is said of him."""
    width, size = _layout(desk).slot(layouts.body(1)).width, desk.format.roles.subtitle
    place = Place("speaker's role", width, (size,), MOST_ROLE_LINES)
    style = styles.regular(size.size, desk.ground(_layout(desk)).text)
    lines = desk.typesetter.broken(statement.speaker.attribution, style, place)
    return desk.format.roles.speaker.pitch + (len(lines) - 1) * size.pitch + BELOW_BASELINE * size.size


def _speaker(desk: Desk, statement: StatementSection, ground: Ground, baseline: Pt) -> PlacedText:
    slot, roles = _layout(desk).slot(layouts.body(1)), desk.format.roles
    name_style = styles.bold(roles.speaker.size, ground.proof)
    name = desk.typesetter.line(statement.speaker.name, name_style, what="speaker's name", width=slot.width)
    place = Place("speaker's role", slot.width, (roles.subtitle,), MOST_ROLE_LINES, statement.text.text.location)
    role = desk.typesetter.fit(statement.speaker.attribution, styles.soft(roles.subtitle.size, ground), place)
    pitch = roles.speaker.pitch
    paragraphs = [PlacedParagraph((name,), pitch), paragraph(role, space_before=pitch - role.type.pitch)]
    return slot.filled("speaker", paragraphs, baseline=baseline, node=statement.speaker.id)


def _figures(desk: Desk, evidence: Evidence, ground: Ground) -> list[PlacedItem]:
    """The figures that the statement refers to: kicker, topic, what they are per cent of, and the chart."""
    grid, measures = desk.format.grid, desk.format.statement
    left, width = grid.column_left(8), grid.columns_width(8, 12)
    texts = [
        _voice(desk, evidence, ground, left, width),
        _topic(desk, evidence, ground, left, width),
        _subtitle(desk, evidence, ground, left, width),
    ]
    top = texts[-1].baselines[-1] + measures.chart_gap
    box = Box(left, top, width, desk.format.frame.exhibit_bottom - top)
    shown = _with_most_rows(desk, evidence, box, ground).shown(desk)
    return [*texts, *(shown.items if shown else ())]


def _with_most_rows(desk: Desk, evidence: Evidence, box: Box, ground: Ground) -> Exhibit:
    """The exhibit as usual; with rows closer to each other where all of them have room for that, or else more."""
    usual, asked = desk.format.narrow_charts, evidence.exhibit
    settings = (desk.setting(charts, ground) for charts in (usual, *closer_charts(usual)))
    exhibits = [exhibit(desk, asked, box, each, evidence.topic.text.text) for each in settings]
    for each in exhibits:
        # The frame of a native chart reaches below its last bar as far as half of what lies between two of them.
        rows = each.setting.measures.bars.by_rows[0].frames[0].rows
        below = (rows.least_pitch - rows.bar) / 2 if asked.form is ChartForm.NATIVE else 0.0
        within = Box(box.left, box.top, box.width, box.height - below)
        if isinstance(each.kind.lay_out(asked.chart, within, each.setting, ()), Drawing):
            return replace(each, chart=asked.chart, alternative=asked.alternative, box=within)
    return max(exhibits, key=lambda each: len(each.chart.rows))


def _voice(desk: Desk, evidence: Evidence, ground: Ground, left: Pt, width: Pt) -> PlacedText:
    style = styles.kicker(desk.format.roles, ground.soft_text)
    line = desk.typesetter.capitals(evidence.kicker.text, style, what="topic", width=width)
    return place_text(
        "figures kicker", single(line, width), x=left, baseline=desk.format.frame.kicker, shows_capitals=True
    )


def _topic(desk: Desk, evidence: Evidence, ground: Ground, left: Pt, width: Pt) -> PlacedText:
    style = styles.bold(desk.format.roles.body.size, ground.text)
    line = desk.typesetter.line(
        evidence.topic.text, style, what="topic of the question", width=width, location=evidence.exhibit.location
    )
    return place_text("figures topic", single(line, width), x=left, baseline=desk.format.statement.figures_title)


def _subtitle(desk: Desk, evidence: Evidence, ground: Ground, left: Pt, width: Pt) -> PlacedText:
    subtitle, measures = desk.format.roles.subtitle, desk.format.statement
    place = Place("exhibit title", width, (subtitle,), MOST_SUBTITLE_LINES, evidence.exhibit.location)
    fitted = desk.typesetter.fit(evidence.exhibit_title.text, styles.soft(subtitle.size, ground), place)
    baseline = measures.figures_title + measures.subtitle_gap
    return place_text("exhibit title", [paragraph(fitted)], x=left, baseline=baseline)
