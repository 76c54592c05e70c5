"""The structure of a summary: all that the document says there, once and in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from report.document.model import Document
from report.document.model.nodes import Output
from report.drawing.model import Drawing
from report.summary.structure.leading import Leading
from report.summary.structure.sections import (
    Around,
    appendix_element,
    contact_element,
    contents_element,
    cover_element,
    glance_element,
    section_element,
)
from report.summary.structure.texts import HEADINGS
from report.tagged_pdf.structure import Element, Tag


def structure_of(document: Document, drawings: Mapping[str, Drawing]) -> Element:
    """The tree of a document; drawings: of its charts, by their nodes."""
    n_of = Counter(drawing.alternative for drawing in drawings.values())
    repeated = frozenset(text for text, n in n_of.items() if n > 1)
    around = Around(Leading(document, document.appendix.tables_in(Output.SUMMARY)), drawings, repeated)
    body = (part for part in document.body if part.is_said_in(Output.SUMMARY))
    sections = (
        cover_element(document.cover, document.draft, around),
        glance_element(document.glance, around),
        *([contents_element(document.contents)] if document.contents else []),
        *(section_element(part, around) for part in body),
        appendix_element(document.appendix),
        *([contact_element(document.contact)] if document.contact else []),
    )
    return Element(Tag.DOCUMENT, children=_without_skips(sections))


def _without_skips(sections: tuple[Element, ...]) -> tuple[Element, ...]:
    """The sections with headings that are at most one level below the one before.

    A slide of the author's before the first chapter of a story without messages would follow the title as an H3.
    """
    made, level = list[Element](), 0
    for each in sections:
        children = list[Element]()
        for child in each.children:
            if child.tag in HEADINGS:
                level = min(HEADINGS.index(child.tag), level) + 1
                child = replace(child, tag=HEADINGS[level - 1])
            children.append(child)
        made.append(replace(each, children=tuple(children)))
    return tuple(made)
