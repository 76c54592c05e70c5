"""Speaker notes: the text of the notes page, every run in the deck's language, and the page's slide number."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from report.deck.text_xml import SLIDE_NUMBER_FIELD
from report.ooxml.elements import element, qualified, text_element


def write_notes(page: etree._Element, notes: Sequence[str], language_tag: str) -> None:
    """Give a notes page (its p:spTree) the notes, paragraph by paragraph, and the number of its slide."""
    for placeholder in page.iter(qualified("p:ph")):
        shape = next(placeholder.iterancestors(qualified("p:sp")))
        kind = placeholder.get("type")
        if kind == "body":
            _fill(shape, [_paragraph(note, language_tag) for note in notes])
        elif kind == "sldNum":
            _fill(shape, [_slide_number(language_tag)])


def _fill(shape: etree._Element, paragraphs: Sequence[etree._Element]) -> None:
    """Put these paragraphs in the place of what python-pptx made, which for some placeholders is nothing."""
    old = shape.find(qualified("p:txBody"))
    if old is not None:
        shape.remove(old)
    shape.append(element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), *paragraphs))


def _paragraph(text: str, language_tag: str) -> etree._Element:
    made = element("a:p")
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("a:br", element("a:rPr", lang=language_tag)))
        made.append(element("a:r", element("a:rPr", lang=language_tag), text_element("a:t", line)))
    made.append(element("a:endParaRPr", lang=language_tag))
    return made


def _slide_number(language_tag: str) -> etree._Element:
    return element(
        "a:p",
        element(
            "a:fld",
            element("a:rPr", lang=language_tag),
            text_element("a:t", "‹#›"),
            attributes={"id": SLIDE_NUMBER_FIELD, "type": "slidenum"},
        ),
        element("a:endParaRPr", lang=language_tag),
    )
