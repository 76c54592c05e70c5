"""Texts, rules and rings of a slide as PresentationML writes them."""

from __future__ import annotations

from lxml import etree

from report.deck.model import LEFT_OF_TEXT, TITLES, Inherited, PlacedMark, PlacedText, Placeholder, PlaceholderKind
from report.deck.scheme import solid_fill
from report.deck.text_xml import Pen, body_properties, emu, inheriting_paragraphs, paragraphs
from report.drawing.model import Circle, Dash, Rect, Stroke
from report.ooxml.elements import element
from report.units import Box, Color, Pt

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DRAWING = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names the SVG of a picture: MS-ODRAWXML, 2.3.3 (svgBlip)."""


def text_shape(text: PlacedText, id: int, pen: Pen) -> etree._Element:
    """A text box, or a placeholder with its text."""
    kind = text.placeholder.kind if text.placeholder else None
    if text.inherits:
        return _inheriting_shape(text, text.inherits, id, pen)
    flow_width = text.flow_width
    margin = 0.0 if flow_width is None else text.box.width - text.paragraphs[0].hang - flow_width
    margins = (margin * LEFT_OF_TEXT[text.alignment], margin * RIGHT_OF_TEXT[text.alignment])
    body = element("p:txBody", body_properties(*margins, shrinks=text.shrinks, rises=text.rises), element("a:lstStyle"))
    body.extend(
        paragraphs(
            text.paragraphs,
            text.alignment,
            pen,
            flows=flow_width is not None,
            is_title=kind in TITLES,
            is_field=kind is PlaceholderKind.SLIDE_NUMBER,
            capitals=text.shows_capitals,
        )
    )
    return element("p:sp", _text_heading(text, id), _text_frame(text), body)


def _inheriting_shape(text: PlacedText, inherited: Inherited, id: int, pen: Pen) -> etree._Element:
    """A placeholder of a company's, whose text is set as its layout says; an inner margin makes its lines even."""
    is_number = text.placeholder is not None and text.placeholder.kind is PlaceholderKind.SLIDE_NUMBER
    frame, width = element("a:bodyPr"), text.flow_width
    if inherited.said:
        frame.set("anchor", inherited.said.anchor)
        frame.set("anchorCtr", "0")
    spare = text.box.width - inherited.left - inherited.right - width if width else 0.0
    for side, edge, share in (("lIns", inherited.left, LEFT_OF_TEXT), ("rIns", inherited.right, RIGHT_OF_TEXT)):
        if spare > 0 and share[text.alignment]:
            frame.set(side, str(emu(edge + spare * share[text.alignment])))
    is_text = text.placeholder is not None and text.placeholder.kind in (PlaceholderKind.BODY, PlaceholderKind.SUBTITLE)
    written = inheriting_paragraphs(text.paragraphs, inherited, pen, is_field=is_number, may_have_bullets=is_text)
    body = element("p:txBody", frame, element("a:lstStyle"), *written)
    place = element("p:spPr") if inherited.is_tied else element("p:spPr", transform("a:xfrm", text.box))
    return element("p:sp", _text_heading(text, id), place, body)


RIGHT_OF_TEXT = {alignment: 1 - share for alignment, share in LEFT_OF_TEXT.items()}
"""How much of the room that is left over stands right of a text."""


def mark_shape(item: PlacedMark, id: int, pen: Pen) -> etree._Element:
    """A rule, a ring or a panel."""
    match item.mark:
        case Rect() as panel:
            return _panel_shape(item.name, panel, id, pen)
        case Stroke() as rule:
            return _rule_shape(item.name, rule, id, pen)
        case Circle() as ring:
            return _ring_shape(item.name, ring, id, pen)


def _rule_shape(name: str, rule: Stroke, id: int, pen: Pen) -> etree._Element:
    """A straight line; it runs from the left, rising where its left end is the lower one."""
    left, right = sorted([(rule.x1, rule.y1), (rule.x2, rule.y2)])
    frame = transform("a:xfrm", rule.extent)
    if left[1] > right[1]:
        frame.set("flipV", "1")
    heading = element(
        "p:nvCxnSpPr", properties(name, id, is_decorative=True), element("p:cNvCxnSpPr"), element("p:nvPr")
    )
    stroke = line(rule.color, rule.width, rule.dash, pen)
    return element("p:cxnSp", heading, element("p:spPr", frame, _geometry("line"), stroke))


def _ring_shape(name: str, ring: Circle, id: int, pen: Pen) -> etree._Element:
    """The outline of a circle."""
    heading = element("p:nvSpPr", properties(name, id, is_decorative=True), element("p:cNvSpPr"), element("p:nvPr"))
    strokes = [line(ring.edge.color, ring.edge.width, ring.edge.dash, pen)] if ring.edge else []
    frame = transform("a:xfrm", ring.extent)
    return element("p:sp", heading, element("p:spPr", frame, _geometry("ellipse"), element("a:noFill"), *strokes))


def _panel_shape(name: str, panel: Rect, id: int, pen: Pen) -> etree._Element:
    """A filled area, or the frame around one."""
    heading = element("p:nvSpPr", properties(name, id, is_decorative=True), element("p:cNvSpPr"), element("p:nvPr"))
    fill = solid_fill(panel.fill, pen.theme, pen.ground) if panel.fill else element("a:noFill")
    edge = element("a:ln", element("a:noFill"))
    if panel.edge:
        edge = line(panel.edge.color, panel.edge.width, panel.edge.dash, pen)
    return element("p:sp", heading, element("p:spPr", transform("a:xfrm", panel.box), _geometry("rect"), fill, edge))


def picture_shape(name: str, id: int, relationship: str, box: Box) -> etree._Element:
    """A decorative picture by the relationship to its image."""
    locks = element("p:cNvPicPr", element("a:picLocks", noChangeAspect=1))
    heading = element("p:nvPicPr", properties(name, id, is_decorative=True), locks, element("p:nvPr"))
    blip = element("a:blip", attributes={"r:embed": relationship})
    fill = element("p:blipFill", blip, element("a:stretch", element("a:fillRect")))
    return element("p:pic", heading, fill, element("p:spPr", transform("a:xfrm", box), _geometry("rect")))


def mark_decorative(properties: etree._Element) -> None:
    """Tell accessibility tools to pass over the shape with these non-visual properties."""
    flag = element("adec:decorative", val=1)
    properties.append(element("a:extLst", element("a:ext", flag, uri=DECORATIVE)))


def show_drawing(blip: etree._Element, relationship: str) -> None:
    """Have the related SVG shown in place of the image; programs that know none pass over it."""
    drawing = element("asvg:svgBlip", attributes={"r:embed": relationship})
    blip.append(element("a:extLst", element("a:ext", drawing, uri=DRAWING)))


def properties(name: str, id: int, *, is_decorative: bool = False, description: str = "") -> etree._Element:
    """What a shape is called, and what it shows to those who do not see it."""
    made = element("p:cNvPr", id=id, name=name)
    if description:
        made.set("descr", description)
    if is_decorative:
        mark_decorative(made)
    return made


def _text_heading(text: PlacedText, id: int) -> etree._Element:
    if text.placeholder is None:
        return element("p:nvSpPr", properties(text.name, id), element("p:cNvSpPr", txBox=1), element("p:nvPr"))
    locks = element("p:cNvSpPr", element("a:spLocks", noGrp=1))
    return element("p:nvSpPr", properties(text.name, id), locks, element("p:nvPr", placeholder(text.placeholder)))


def placeholder(meant: Placeholder) -> etree._Element:
    """What ties a shape to the layout's placeholder; the title has no index."""
    made = element("p:ph", type=meant.kind.value)
    if meant.kind not in TITLES:
        made.set("idx", str(meant.index))
    return made


def _text_frame(text: PlacedText) -> etree._Element:
    frame = transform("a:xfrm", text.box)
    if text.placeholder is not None:
        return element("p:spPr", frame)
    return element("p:spPr", frame, _geometry("rect"), element("a:noFill"))


def transform(name: str, box: Box) -> etree._Element:
    """Where a shape stands, in the element of that name."""
    return element(
        name,
        element("a:off", x=emu(box.left), y=emu(box.top)),
        element("a:ext", cx=emu(box.width), cy=emu(box.height)),
    )


def _geometry(name: str) -> etree._Element:
    return element("a:prstGeom", element("a:avLst"), prst=name)


def line(color: Color, width: Pt, dash: Dash, pen: Pen, name: str = "a:ln") -> etree._Element:
    """An outline or rule, in the element of that name."""
    made = element(name, solid_fill(color, pen.theme, pen.ground), w=emu(width), cap="flat")
    if dash:
        made.append(element("a:custDash", *_dash_stops(dash, width)))
    return made


def _dash_stops(dash: Dash, width: Pt) -> list[etree._Element]:
    """Strokes and gaps in turn, in thousandths of a per cent of the line's width."""
    shares = [round(length / width * 100_000) for length in dash]
    return [element("a:ds", d=stroke, sp=gap) for stroke, gap in zip(shares[::2], shares[1::2], strict=True)]
