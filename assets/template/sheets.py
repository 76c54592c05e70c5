"""The sheets of the house template: the master, its layouts and the notes master, as PresentationML."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from report.deck.layouts import KICKER, Ink, Layout, Slot
from report.deck.model import PlacedMark, PlaceholderKind
from report.deck.scheme import color_map, solid_fill
from report.deck.shape_xml import mark_shape, placeholder, properties, transform
from report.deck.text_xml import SLIDE_NUMBER_FIELD, Pen, body_properties, emu
from report.drawing.model import MarkRole, Stroke
from report.formats.grid import TypeSize
from report.formats.slide_kinds import SlideFormat
from report.ooxml.elements import element, text_element
from report.theme.house import HOUSE
from report.units import Box, Pt

LANGUAGE = "en-GB"
"""Of the prompts, which nobody sees but who edits the template or adds a slide."""
MASTER_ID = 2_147_483_648
NOTES_WIDTH: Pt = 540.0
NOTES_HEIGHT: Pt = 720.0
_BODY_ON_MASTER = "1"


def master_sheet(finding: Layout, n_layouts: int, slides: SlideFormat) -> etree._Element:
    """The slide master, on paper, with the places of a finding; its relationships number the layouts from 1."""
    pen = Pen(HOUSE, HOUSE.paper, LANGUAGE)
    slots = [slot for slot in finding.slots if slot.role != KICKER]
    shapes = [_slot_shape(slot, id, pen, slides, is_master=True) for id, slot in enumerate(slots, 2)]
    listed = [
        element("p:sldLayoutId", attributes={"id": str(MASTER_ID + number), "r:id": f"rId{number}"})
        for number in range(1, n_layouts + 1)
    ]
    return element(
        "p:sldMaster",
        element("p:cSld", _background("bg1"), _tree(shapes)),
        element("p:clrMap", attributes=color_map(HOUSE.paper)),
        element("p:sldLayoutIdLst", *listed),
        element("p:hf", hdr=0, dt=0),
        _text_styles(slides),
    )


def layout_sheet(layout: Layout, slides: SlideFormat) -> etree._Element:
    """A layout with its placeholders and the hairline above the footer."""
    ground = HOUSE.ground(layout.ground)
    pen = Pen(HOUSE, ground, LANGUAGE)
    shapes = [_slot_shape(slot, id, pen, slides) for id, slot in enumerate(layout.slots, 2)]
    if layout.has_foot_rule:
        left, y, width = slides.grid.left, slides.frame.foot_rule, slides.frame.rule
        rule = Stroke(MarkRole.RULE, left, y, layout.right, y, ground.hairline, width)
        shapes.append(mark_shape(PlacedMark("Foot rule", rule), len(layout.slots) + 2, pen))
    override = element("a:overrideClrMapping", attributes=color_map(ground))
    is_on_ink = ground == HOUSE.ink
    background = _background("bg1") if is_on_ink else None
    return element(
        "p:sldLayout",
        element("p:cSld", background, _tree(shapes), attributes={"name": layout.name}),
        element("p:clrMapOvr", override if is_on_ink else element("a:masterClrMapping")),
        type=layout.type,
        preserve=1,
        userDrawn=1,
    )


def _background(color: str) -> etree._Element:
    fill = element("a:solidFill", element("a:schemeClr", val=color))
    return element("p:bg", element("p:bgPr", fill, element("a:effectLst")))


def _tree(shapes: Sequence[etree._Element]) -> etree._Element:
    group = element("p:nvGrpSpPr", properties("", 1), element("p:cNvGrpSpPr"), element("p:nvPr"))
    nowhere, no_size = {"x": "0", "y": "0"}, {"cx": "0", "cy": "0"}
    frame = element(
        "a:xfrm",
        element("a:off", attributes=nowhere),
        element("a:ext", attributes=no_size),
        element("a:chOff", attributes=nowhere),
        element("a:chExt", attributes=no_size),
    )
    return element("p:spTree", group, element("p:grpSpPr", frame), *shapes)


def _slot_shape(slot: Slot, id: int, pen: Pen, slides: SlideFormat, *, is_master: bool = False) -> etree._Element:
    tie = placeholder(slot.role)
    kind = slot.role.kind
    if is_master and kind is PlaceholderKind.BODY:
        tie.set("idx", _BODY_ON_MASTER)
    is_furniture = kind in (PlaceholderKind.FOOTER, PlaceholderKind.SLIDE_NUMBER)
    if not is_master and not is_furniture:
        tie.set("hasCustomPrompt", "1")
    heading = element(
        "p:nvSpPr",
        properties(slot.name, id),
        element("p:cNvSpPr", element("a:spLocks", noGrp=1)),
        element("p:nvPr", tie),
    )
    style = element("a:lstStyle", _level(slot, pen, slides))
    body = element("p:txBody", body_properties(shrinks=not is_furniture), style, _prompt(slot))
    return element("p:sp", heading, element("p:spPr", transform("a:xfrm", slot.box)), body)


def _level(slot: Slot, pen: Pen, slides: SlideFormat) -> etree._Element:
    """The type of a placeholder's first level, as the deck sets it."""
    color = {Ink.TEXT: pen.ground.text, Ink.SOFT: pen.ground.soft_text, Ink.PROOF: pen.ground.proof}[slot.ink]
    font = "+mj-lt" if slot.role.kind is PlaceholderKind.TITLE else "+mn-lt"
    run = element(
        "a:defRPr",
        solid_fill(color, HOUSE, pen.ground),
        element("a:latin", typeface=font),
        sz=round(slot.type.size * 100),
        b=int(slot.is_bold),
    )
    if slot.shows_capitals:
        run.set("cap", "all")
        run.set("spc", str(round(slides.roles.tracking * slot.type.size * 100)))
    pitch = element("a:lnSpc", element("a:spcPts", val=round(slot.type.pitch * 100)))
    before = element("a:spcBef", element("a:spcPts", val=round(slot.paragraph_gap * 100)))
    attributes = {"marL": "0", "indent": "0", "algn": slot.alignment.value}
    return element("a:lvl1pPr", pitch, before, element("a:buNone"), run, attributes=attributes)


def _prompt(slot: Slot) -> etree._Element:
    is_number = slot.role.kind is PlaceholderKind.SLIDE_NUMBER
    return element("a:p", _number(slot.prompt) if is_number else _run(slot.prompt))


def _run(text: str) -> etree._Element:
    return element("a:r", element("a:rPr", lang=LANGUAGE), text_element("a:t", text))


def _number(text: str) -> etree._Element:
    field = {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}
    return element("a:fld", element("a:rPr", lang=LANGUAGE), text_element("a:t", text), attributes=field)


def _text_styles(slides: SlideFormat) -> etree._Element:
    headline, body = slides.roles.headline[0], slides.roles.body

    def style(name: str, font: str, role: TypeSize, levels: int) -> etree._Element:
        indents = (slides.grid.gutter * level for level in range(levels))
        return element(name, *(_style_level(level, font, role, indent) for level, indent in enumerate(indents, 1)))

    return element(
        "p:txStyles",
        style("p:titleStyle", "+mj-lt", headline, 1),
        style("p:bodyStyle", "+mn-lt", body, 5),
        style("p:otherStyle", "+mn-lt", body, 1),
    )


def _style_level(level: int, font: str, role: TypeSize, indent: Pt) -> etree._Element:
    run = element(
        "a:defRPr",
        element("a:solidFill", element("a:schemeClr", val="tx1")),
        element("a:latin", typeface=font),
        element("a:ea", typeface=font.replace("lt", "ea")),
        element("a:cs", typeface=font.replace("lt", "cs")),
        sz=round(role.size * 100),
        kern=1200,
    )
    spacing = element("a:lnSpc", element("a:spcPts", val=round(role.pitch * 100)))
    before = element("a:spcBef", element("a:spcPts", val=0))
    attributes = {"marL": str(emu(indent)), "indent": "0", "algn": "l"}
    return element(f"a:lvl{level}pPr", spacing, before, element("a:buNone"), run, attributes=attributes)


# -------------------------------------------------------------------------------------------------------- notes master


def notes_sheet() -> etree._Element:
    """The notes master: the slide above, the notes below it, the page number at the foot."""
    image = element(
        "p:sp",
        element(
            "p:nvSpPr",
            properties("Slide Image", 2),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            element("p:nvPr", element("p:ph", type="sldImg", idx=2)),
        ),
        element(
            "p:spPr",
            transform("a:xfrm", Box(60, 54, 420, 236.25)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
            element("a:noFill"),
        ),
    )
    return element(
        "p:notesMaster",
        element(
            "p:cSld",
            _background("bg1"),
            _tree(
                [
                    image,
                    _notes_shape("Notes", "body", 3, Box(60, 320, 420, 330), _run("What to say")),
                    _notes_shape("Slide Number", "sldNum", 4, Box(420, 672, 60, 20), _number("‹#›")),
                ]
            ),
        ),
        element("p:clrMap", attributes=color_map(HOUSE.paper)),
        element("p:notesStyle", *(_notes_level(level) for level in range(1, 6))),
    )


def _notes_shape(name: str, kind: str, id: int, box: Box, content: etree._Element) -> etree._Element:
    heading = element(
        "p:nvSpPr",
        properties(name, id),
        element("p:cNvSpPr", element("a:spLocks", noGrp=1)),
        element("p:nvPr", element("p:ph", type=kind, sz="quarter", idx=id)),
    )
    body = element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), element("a:p", content))
    frame = element("p:spPr", transform("a:xfrm", box), element("a:prstGeom", element("a:avLst"), prst="rect"))
    return element("p:sp", heading, frame, body)


def _notes_level(level: int) -> etree._Element:
    run = element("a:defRPr", element("a:latin", typeface="+mn-lt"), sz=1200, kern=1200)
    before = element("a:spcBef", element("a:spcPts", val=600))
    attributes = {"marL": str(emu(14.4 * (level - 1))), "algn": "l"}
    return element(f"a:lvl{level}pPr", before, run, attributes=attributes)
