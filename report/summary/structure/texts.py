"""Texts as elements: what stands in them, and the places on the web that they name."""

from __future__ import annotations

import re

from report.briefing.model.prose import Prose
from report.document.model.nodes import Annotation, Edition, Heading, Note, Paragraph, Source, Speaker
from report.tagged_pdf.structure import Element, Numbering, Tag

_QUOTES = '<>"„“”«»'
URL = rf"https?://[^\s{_QUOTES}]*[^\s{_QUOTES}.,;:!?)\]}}'’…]"
"""As far as a browser would take it; marks that end a sentence or a bracket do not belong to it."""

Said = Paragraph | Source | Note | Annotation | Edition | Speaker
HEADINGS = (Tag.H1, Tag.H2, Tag.H3)


def heading(node: Heading) -> Element:
    """A heading, at the level that the document gives it."""
    return Element(HEADINGS[node.level - 1], node.id)


def paragraph(node: Said, tag: Tag = Tag.P) -> Element:
    """A text, in which what it names of the web can be followed."""
    return Element(tag, node.id, links_in(node.id, node.text))


def paragraphs(*nodes: Said | None) -> tuple[Element, ...]:
    """The texts that there are, and say something."""
    return tuple(paragraph(node) for node in nodes if node and node.text.text.strip())


def links_in(id: str, text: Prose) -> tuple[Element, ...]:
    """The places on the web that a text names, as parts of it."""
    found = re.findall(URL, text.text) if "://" in text.text else ()
    return tuple(
        Element(Tag.LINK, f"{id}/link/{number}", alt=target, target=target)
        for number, target in enumerate(found, start=1)
    )


def listed(items: tuple[Element, ...], numbering: Numbering = Numbering.NONE) -> Element:
    """A list of items."""
    return Element(Tag.L, children=items, numbering=numbering)


def item(*body: Element, label: Element | None = None) -> Element:
    """An item of a list, with its label if it has one."""
    labels = (label,) if label else ()
    return Element(Tag.LI, children=(*labels, Element(Tag.LBODY, children=body)))
