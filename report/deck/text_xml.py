"""Text as DrawingML writes it: bodies, paragraphs, runs; every run tells its language.

Lines are written out, parted by breaks, so that no renderer breaks them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from report.deck.model import Alignment, PlacedParagraph
from report.deck.scheme import solid_fill
from report.frozen import frozen
from report.ooxml.elements import element, text_element
from report.text.model import Face, Line, Span, Style
from report.theme.model import Ground, Theme
from report.units import Pt

EMU_PER_POINT = 12700
SLIDE_NUMBER_FIELD = "{8F0C3C52-6E3A-4B0E-9C41-3A4D1B7E5C20}"
"""The id of the slide number's field; one is enough, since fields are told apart by their shapes."""


@frozen
class Pen:
    """What every text of a slide is written with."""

    theme: Theme
    ground: Ground
    language_tag: str


def emu(length: Pt) -> int:
    """A length in English Metric Units, the file format's own."""
    return round(length * EMU_PER_POINT)


def body_properties() -> etree._Element:
    """A frame without inner margins that keeps its size and its text's size, and wraps at its width."""
    insets = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"}
    return element("a:bodyPr", element("a:noAutofit"), attributes=insets, wrap="square", anchor="t")


def paragraphs(
    placed: Iterable[PlacedParagraph], alignment: Alignment, pen: Pen, *, is_field: bool = False, capitals: bool = False
) -> list[etree._Element]:
    """The paragraphs of a text. is_field: the text is the slide's number; capitals: it is shown in capitals."""
    return [
        _paragraph(paragraph, alignment, pen, is_first=number == 0, is_field=is_field, capitals=capitals)
        for number, paragraph in enumerate(placed)
    ]


def _paragraph(
    paragraph: PlacedParagraph, alignment: Alignment, pen: Pen, *, is_first: bool, is_field: bool, capitals: bool
) -> etree._Element:
    made = element("a:p", _paragraph_properties(paragraph, alignment, is_first=is_first))
    for number, line in enumerate(paragraph.lines):
        if number:
            made.append(element("a:br", _run_properties("a:rPr", line.spans[0].style, pen, capitals=capitals)))
        made.extend(_runs(line, pen, is_field=is_field, capitals=capitals))
    last = paragraph.lines[-1].spans[-1].style
    made.append(_run_properties("a:endParaRPr", last, pen, capitals=capitals))
    return made


def _paragraph_properties(paragraph: PlacedParagraph, alignment: Alignment, *, is_first: bool) -> etree._Element:
    return element(
        "a:pPr",
        _line_spacing(paragraph.pitch),
        _points("a:spcBef", 0.0 if is_first else paragraph.space_before),
        _points("a:spcAft", 0.0),
        element("a:buNone"),
        attributes={"marL": str(emu(paragraph.hang)), "indent": str(-emu(paragraph.hang))},
        algn=alignment.value,
    )


def _line_spacing(pitch: Pt | None) -> etree._Element:
    if pitch is None:
        return element("a:lnSpc", element("a:spcPct", val=100_000))
    return _points("a:lnSpc", pitch)


def _points(name: str, length: Pt) -> etree._Element:
    return element(name, element("a:spcPts", val=round(length * 100)))


def _runs(line: Line, pen: Pen, *, is_field: bool, capitals: bool) -> list[etree._Element]:
    return [
        element(
            "a:fld" if is_field else "a:r",
            _run_properties("a:rPr", style, pen, capitals=capitals),
            text_element("a:t", text),
            attributes={"id": SLIDE_NUMBER_FIELD, "type": "slidenum"} if is_field else None,
        )
        for text, style in _merged(line.spans)
    ]


def _merged(spans: Sequence[Span]) -> list[tuple[str, Style]]:
    """Neighbouring spans of one style as one run."""
    runs: list[tuple[str, Style]] = []
    for span in spans:
        if runs and runs[-1][1] == span.style:
            runs[-1] = (runs[-1][0] + span.text, span.style)
        else:
            runs.append((span.text, span.style))
    return runs


def _run_properties(name: str, style: Style, pen: Pen, *, capitals: bool) -> etree._Element:
    made = element(
        name,
        solid_fill(style.color, pen.theme, pen.ground),
        lang=pen.language_tag,
        sz=round(style.size * 100),
        b=int(style.face is Face.BOLD),
    )
    if capitals:
        made.set("cap", "all")
    if style.tracking:
        made.set("spc", str(round(style.tracking * style.size * 100)))
    return made
