"""How the parts of a chart look, as DrawingML writes it: fills, lines and letters in the colours of the theme.

These are named by the theme's own names, not by those of a slide's colour map, which not every program follows in
charts.
"""

from __future__ import annotations

from lxml import etree

from report.deck.scheme import theme_fill
from report.deck.text_xml import Pen, emu
from report.drawing.model import Edge
from report.ooxml.elements import element
from report.text.model import Face, Style

NOTHING = "a:noFill"


def text(style: Style, pen: Pen, *, wrap: str | None = None) -> etree._Element:
    """How a text of the chart is set."""
    body = element("a:bodyPr", wrap=wrap) if wrap else element("a:bodyPr")
    end = element("a:endParaRPr", lang=pen.language_tag)
    paragraph = element("a:p", element("a:pPr", run("a:defRPr", style, pen)), end)
    return element("c:txPr", body, element("a:lstStyle"), paragraph)


def run(name: str, style: Style, pen: Pen) -> etree._Element:
    """The properties of a run, in the element of that name, in the face that the theme has for texts."""
    return element(
        name,
        theme_fill(style.color, pen.theme),
        element("a:latin", typeface="+mn-lt"),
        lang=pen.language_tag,
        sz=round(style.size * 100),
        b=int(style.face is Face.BOLD),
    )


def line(edge: Edge | None, pen: Pen) -> etree._Element:
    """An outline, or that there is none."""
    if edge is None:
        return element("a:ln", element(NOTHING))
    return element("a:ln", theme_fill(edge.color, pen.theme), w=emu(edge.width), cap="flat")


def unseen() -> etree._Element:
    """Neither fill nor outline."""
    return element("c:spPr", element(NOTHING), element("a:ln", element(NOTHING)))
