"""The sections of a document as elements, each by the function of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from report.document.model import (
    AppendixSection,
    Cover,
    Evidence,
    FindingSection,
    GlanceRow,
    GlanceSection,
    MethodSection,
    Recommendation,
    RecommendationsSection,
    StatementSection,
)
from report.document.model.frame import ChapterSection, ContactSection, ContentsRow, ContentsSection, FreeSection
from report.document.model.nodes import Footnote, Illustration, Node, Output, Paragraph
from report.drawing.model import Drawing
from report.frozen import frozen
from report.summary.structure.leading import Leading
from report.summary.structure.tables import first_numbers, table_element
from report.summary.structure.texts import heading, item, links_in, listed, paragraph, paragraphs
from report.tagged_pdf.structure import Element, Numbering, Tag


@frozen
class Around:
    """What a section has to know beside itself: where links lead, and the drawings of charts by their nodes.

    repeated: alternative texts that several drawings have.
    """

    leading: Leading
    drawings: Mapping[str, Drawing]
    repeated: frozenset[str]

    def figure(self, node: Illustration) -> Element:
        """A chart, with the text that stands for what is drawn of it; where others have the same, with its question."""
        alternative = self.drawings[node.id].alternative
        if alternative in self.repeated:
            alternative = f"{node.chart.question_label.text}: {alternative}"
        return Element(Tag.FIGURE, node.id, alt=alternative)


def section(*children: Element) -> Element:
    """A section of these parts."""
    return Element(Tag.SECT, children=children)


def cover_element(cover: Cover, draft: Paragraph | None, around: Around) -> Element:
    """The cover, logos in place of the publisher's name; that it is a draft is told once, wherever pages repeat it."""
    logos = [Element(Tag.FIGURE, mark.id, alt=mark.alternative.text) for mark in cover.logos]
    return section(
        *(logos or paragraphs(cover.publisher)),
        *paragraphs(cover.summary_for, cover.stamp, draft),
        heading(cover.title),
        *paragraphs(cover.subtitle, cover.edition),
        around.figure(cover.field),
        paragraph(cover.caption, Tag.CAPTION),
    )


def glance_element(glance: GlanceSection, around: Around) -> Element:
    """The messages as a list, each with its figure in the sentence; then the source."""
    headings = (heading(glance.heading),) if glance.heading else ()
    rows = (listed(tuple(_message(row, around) for row in glance.rows)),) if glance.rows else ()
    return section(*headings, *rows, Element(Tag.P, glance.source.id))


def _message(row: GlanceRow, around: Around) -> Element:
    sentence = (Element(Tag.SPAN, row.figure.id), around.leading.to_section(row.text, row.leads_to))
    return item(*paragraphs(row.topic, row.stamp), Element(Tag.P, children=sentence))


@singledispatch
def section_element(part: Node, around: Around) -> Element:
    """A section between the opening and the appendix."""
    raise TypeError(f"there is no structure for {type(part).__name__}, needed for {part.id} with {around}")


@section_element.register
def _(part: FindingSection, around: Around) -> Element:
    return section(
        *paragraphs(part.kicker, part.stamp),
        heading(part.headline),
        paragraph(part.exhibit_title, Tag.CAPTION),
        around.figure(part.exhibit),
        *paragraphs(*part.text, *part.annotations),
        around.leading.to_table(part.source_with_text or part.source, part.exhibit.chart),
    )


@section_element.register
def _(part: StatementSection, around: Around) -> Element:
    return section(
        *paragraphs(part.kicker, part.stamp),
        Element(Tag.BLOCK_QUOTE, children=(paragraph(part.text),)),
        paragraph(part.speaker),
        *(_evidence(part.evidence, around) if part.evidence else ()),
    )


def _evidence(evidence: Evidence, around: Around) -> tuple[Element, ...]:
    return (
        paragraph(evidence.kicker),
        paragraph(evidence.exhibit_title, Tag.CAPTION),
        around.figure(evidence.exhibit),
        around.leading.to_table(evidence.source, evidence.exhibit.chart),
    )


@section_element.register
def _(part: ChapterSection, around: Around) -> Element:  # noqa: ARG001 - as of all sections
    return section(*paragraphs(part.kicker, part.stamp), heading(part.headline), *paragraphs(part.text))


@section_element.register
def _(part: FreeSection, around: Around) -> Element:  # noqa: ARG001 - as of all sections
    picture = part.picture
    return section(
        *paragraphs(part.kicker, part.stamp),
        heading(part.headline),
        *([Element(Tag.FIGURE, picture.id, alt=picture.alternative.text)] if picture else []),
        *paragraphs(*part.text, part.source),
    )


@section_element.register
def _(part: RecommendationsSection, around: Around) -> Element:
    return section(
        *paragraphs(part.kicker, part.stamp),
        heading(part.headline),
        *paragraphs(part.recommendation_head, part.evidence_head),
        listed(tuple(_recommendation(each, around) for each in part.items), Numbering.DECIMAL),
        paragraph(part.source_by_topic),
    )


def _recommendation(each: Recommendation, around: Around) -> Element:
    evidence = (Element(Tag.SPAN, each.figure.id), around.leading.to_section(each.evidence, each.leads_to))
    return item(
        *paragraphs(each.text, each.detail),
        Element(Tag.P, children=evidence),
        label=Element(Tag.LBL, each.number.id),
    )


@section_element.register
def _(part: MethodSection, around: Around) -> Element:  # noqa: ARG001 - as of all sections
    facts = [item(paragraph(fact.value), label=Element(Tag.LBL, fact.label.id)) for fact in part.known]
    if part.unknown_head:  # stands below the labels of what is known, and has a list where these have a value
        unknown = listed(tuple(item(paragraph(each)) for each in part.unknown))
        facts.append(item(unknown, label=Element(Tag.LBL, part.unknown_head.id)))
    return section(
        paragraph(part.kicker),
        heading(part.headline),
        *([listed(tuple(facts))] if facts else []),
        *paragraphs(*part.text, part.source),
    )


def appendix_element(appendix: AppendixSection) -> Element:
    """The tables, the footnotes that their cells lead to, the source."""
    notes, tables = {note.id: note.text.text for note in appendix.footnotes}, appendix.tables_in(Output.SUMMARY)
    numbers = first_numbers(tables)
    return section(
        paragraph(appendix.kicker),
        heading(appendix.headline),
        *(table_element(table, notes) for table in tables),
        *(_footnote(note, *numbers[note.id]) for note in appendix.footnotes),
        paragraph(appendix.source_with_signs),
    )


def _footnote(note: Footnote, number: str, name: str) -> Element:
    """A footnote whose number leads back to the first one that leads here, of which `name` says what it stands at."""
    back = Element(Tag.LINK, note.back, alt=name, target=f"#{number}")
    return Element(Tag.NOTE, note.id, (back, *links_in(note.id, note.text)))


def contents_element(contents: ContentsSection) -> Element:
    """The titles, each of which leads to where it stands, and their pages."""
    rows = tuple(_contents_row(row) for row in contents.rows)
    return section(heading(contents.heading), Element(Tag.TOC, children=rows))


def _contents_row(row: ContentsRow) -> Element:
    link = Element(Tag.LINK, row.title.id, alt=row.title.text.text, target=f"#{row.leads_to}")
    return Element(Tag.TOCI, children=(Element(Tag.REFERENCE, children=(link, Element(Tag.SPAN, row.page.id))),))


def contact_element(part: ContactSection) -> Element:
    """Whom to ask, by a link where that can be, and how to cite."""
    parts = [each for line in part.contact.lines for each in line]
    return section(
        heading(part.heading),
        *(_mail(each) if each is part.contact.mail else paragraph(each) for each in parts),
        paragraph(part.citation),
    )


def _mail(address: Paragraph) -> Element:
    text = address.text.text
    link = Element(Tag.LINK, address.id, alt=text, target=f"mailto:{text}")
    return Element(Tag.P, children=(link,))
