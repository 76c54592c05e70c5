"""How one finds the way in a deck: the sections of its overview, and texts that lead to another slide.

The whole shape is the link, never its run: PowerPoint underlines a run that is one and gives it the theme's colour of
links, whatever the run says, and LibreOffice sets it as a field of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation
from pptx.slide import Slide

from report.deck.model import SlideSection
from report.frozen import frozen
from report.ooxml.elements import element, qualified

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds sections (MS-PPTX 2.2.5, sectionLst)."""
TO_SLIDE = "ppaction://hlinksldjump"


@frozen
class Jump:
    """Where a link leads: a slide, and its title, which shows while the pointer is over the link."""

    slide: Slide
    title: str


def link_shape(slide: Slide, shape: etree._Element, jump: Jump) -> None:
    """Let a click on a shape of a slide lead to another slide."""
    relationship = slide.part.relate_to(jump.slide.part, RELATIONSHIP_TYPE.SLIDE)
    link = element("a:hlinkClick", attributes={"r:id": relationship}, action=TO_SLIDE, tooltip=jump.title)
    next(shape.iter(qualified("p:cNvPr"))).insert(0, link)


def write_sections(presentation: Presentation, sections: Sequence[SlideSection]) -> None:
    """Part the slides of the presentation, in their order, into these sections."""
    ids = (slide.id for slide in presentation.element.sldIdLst)
    listed = element(
        "p14:sectionLst", *(_section(section, [next(ids) for _ in section.slides]) for section in sections)
    )
    extensions = presentation.element.find(qualified("p:extLst"))
    if extensions is None:
        extensions = element("p:extLst")
        presentation.element.append(extensions)
    extensions.append(element("p:ext", listed, uri=SECTIONS))


def _section(section: SlideSection, slide_ids: Sequence[int]) -> etree._Element:
    """Its id follows from what it is, so that the same deck has the same ids."""
    slides = element("p14:sldIdLst", *(element("p14:sldId", id=slide_id) for slide_id in slide_ids))
    id = f"{{{uuid5(NAMESPACE_URL, f'befund:section/{section.id}')}}}".upper()
    return element("p14:section", slides, name=section.name, id=id)
