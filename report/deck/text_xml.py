"""Text as DrawingML writes it: bodies, paragraphs, runs; every run tells its language.

A text is its characters alone, and its frame is as wide as makes every program break it into the lines that were
measured. Where there is no such width, breaks are written between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from report.deck.model import Alignment, Inherited, PlacedParagraph
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


def body_properties(left: Pt = 0.0, right: Pt = 0.0, *, shrinks: bool = False, rises: bool = False) -> etree._Element:
    """A frame with inner margins at its sides that keeps its size and wraps between them.

    shrinks: a text that is too long for the frame gets smaller. By how much is not stored: texts fit as they are, and
    programs find it out themselves when somebody rewords them. rises: the text hangs from the lower edge of the frame.
    """
    insets = {"lIns": str(emu(left)), "tIns": "0", "rIns": str(emu(right)), "bIns": "0"}
    fit = element("a:normAutofit" if shrinks else "a:noAutofit")
    return element("a:bodyPr", fit, attributes=insets, wrap="square", anchor="b" if rises else "t")


def paragraphs(
    placed: Iterable[PlacedParagraph],
    alignment: Alignment,
    pen: Pen,
    *,
    flows: bool = False,
    is_title: bool = False,
    is_field: bool = False,
    capitals: bool = False,
) -> list[etree._Element]:
    """The paragraphs of a text. is_field: the text is the slide's number; capitals: it is shown in capitals.

    flows: its frame breaks the lines; else they are written out. What a text itself parts is a paragraph of its own,
    but for a title, which is a single one.
    """
    return [
        _paragraph(paragraph, alignment, pen, is_first=number == 0, flows=flows, is_field=is_field, capitals=capitals)
        for number, paragraph in enumerate(parts_of(placed, is_title=is_title))
    ]


def parts_of(placed: Iterable[PlacedParagraph], *, is_title: bool) -> list[PlacedParagraph]:
    """What is written as a paragraph each."""
    return [*placed] if is_title else [part for paragraph in placed for part in _parted(paragraph)]


def _parted(paragraph: PlacedParagraph) -> Iterator[PlacedParagraph]:
    """The paragraph, parted at the breaks of the text itself."""
    start = 0
    for end, line in enumerate(paragraph.lines, 1):
        if line.is_forced or end == len(paragraph.lines):
            before = 0.0 if start else paragraph.space_before
            yield replace(paragraph, lines=paragraph.lines[start:end], space_before=before)
            start = end


def _paragraph(
    paragraph: PlacedParagraph,
    alignment: Alignment,
    pen: Pen,
    *,
    is_first: bool,
    flows: bool,
    is_field: bool,
    capitals: bool,
) -> etree._Element:
    made = element("a:p", _paragraph_properties(paragraph, alignment, is_first=is_first))
    for number, spans in enumerate(_written_lines(paragraph.lines, flows=flows)):
        if number:
            made.append(element("a:br", _run_properties("a:rPr", spans[0].style, pen, capitals=capitals)))
        made.extend(_runs(spans, pen, is_field=is_field, capitals=capitals))
    last = paragraph.lines[-1].spans[-1].style
    made.append(_run_properties("a:endParaRPr", last, pen, capitals=capitals))
    return made


def _written_lines(lines: Sequence[Line], *, flows: bool) -> list[list[Span]]:
    """What stands between breaks that are written: those of the text, and of lines that no frame breaks as they are."""
    written, is_open = list[list[Span]](), False
    for line in lines:
        if is_open:
            written[-1] += line.spans
        else:
            written.append(list(line.spans))
        is_open = flows and not line.is_forced
        if is_open and not line.is_joined and line is not lines[-1]:
            last = written[-1][-1]
            written[-1][-1] = replace(last, text=f"{last.text} ")
    return written


def _paragraph_properties(paragraph: PlacedParagraph, alignment: Alignment, *, is_first: bool) -> etree._Element:
    return element(
        "a:pPr",
        _line_spacing(paragraph.pitch),
        _points("a:spcBef", 0.0 if is_first else paragraph.space_before),
        _points("a:spcAft", 0.0),
        element("a:buNone"),
        attributes={"marL": str(emu(paragraph.hang)), "indent": str(-emu(paragraph.hang)), "rtl": "0"},
        algn=alignment.value,
    )


def _line_spacing(pitch: Pt | None) -> etree._Element:
    if pitch is None:
        return element("a:lnSpc", element("a:spcPct", val=100_000))
    return _points("a:lnSpc", pitch)


def _points(name: str, length: Pt) -> etree._Element:
    return element(name, element("a:spcPts", val=round(length * 100)))


def _runs(spans: Sequence[Span], pen: Pen, *, is_field: bool, capitals: bool) -> list[etree._Element]:
    return [
        element(
            "a:fld" if is_field else "a:r",
            _run_properties("a:rPr", style, pen, capitals=capitals),
            text_element("a:t", text),
            attributes={"id": SLIDE_NUMBER_FIELD, "type": "slidenum"} if is_field else None,
        )
        for text, style in _merged(spans)
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


def inheriting_paragraphs(
    placed: Iterable[PlacedParagraph],
    inherited: Inherited,
    pen: Pen,
    *,
    is_field: bool = False,
    may_have_bullets: bool = False,
) -> list[etree._Element]:
    """The paragraphs of a text that is set as its placeholder says; what it does not take over is written.

    may_have_bullets: of a placeholder for lists, which these are not.
    """
    return [
        element(
            "a:p",
            _inheriting_properties(inherited, may_have_bullets=may_have_bullets),
            *(_inheriting_run(text, style, inherited, pen, is_field=is_field) for text, style in _merged(spans)),
        )
        for paragraph in placed
        for part in _parted(paragraph)
        for spans in _written_lines(part.lines, flows=True)
    ]


def _inheriting_properties(inherited: Inherited, *, may_have_bullets: bool) -> etree._Element:
    if not (may_have_bullets or inherited.said):
        return element("a:pPr", rtl=0)
    properties = element("a:pPr", element("a:buNone"), marL=0, indent=0, rtl=0)
    if inherited.said:
        properties.set("algn", inherited.said.alignment.value)
    return properties


def _inheriting_run(text: str, style: Style, inherited: Inherited, pen: Pen, *, is_field: bool) -> etree._Element:
    fill = solid_fill(inherited.color, pen.theme, pen.ground) if inherited.color else None
    properties = element("a:rPr", fill, lang=pen.language_tag)
    if inherited.said:
        properties.set("b", str(int(inherited.said.is_bold)))
        properties.set("cap", "all" if inherited.said.is_capitals else "none")
        properties.append(element("a:latin", typeface=inherited.said.typeface))
    if round(style.size * 100) != round(inherited.size * 100):
        properties.set("sz", str(round(style.size * 100)))
        if style.tracking:  # what is inherited is a length, whatever the size
            properties.set("spc", str(round(style.tracking * style.size * 100)))
    if is_field:
        field = {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}
        return element("a:fld", properties, text_element("a:t", text), attributes=field)
    return element("a:r", properties, text_element("a:t", text))


def _run_properties(name: str, style: Style, pen: Pen, *, capitals: bool) -> etree._Element:
    made = element(
        name,
        solid_fill(style.color, pen.theme, pen.ground),
        lang=pen.language_tag,
        sz=round(style.size * 100),
        b=int(style.face is Face.BOLD),
    )
    is_on_template = pen.theme.names is not None  # whose masters may set letters otherwise
    if is_on_template:
        made.append(element("a:latin", typeface=pen.theme.deck_typeface))
    if capitals or is_on_template:
        made.set("cap", "all" if capitals else "none")
    if style.tracking or is_on_template:
        made.set("spc", str(round(style.tracking * style.size * 100)))
    return made
