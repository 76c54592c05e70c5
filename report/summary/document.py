"""Builds the tree of a summary from a briefing: what is said, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import (
    Annotation,
    Briefing,
    Finding,
    Literal,
    Message,
    Paragraphs,
    Prose,
    Recommendation,
    Recommendations,
    Statement,
)
from report.language.lists import join
from report.language.model import Words
from report.summary.annex import annex_section
from report.summary.exhibits import Exhibits
from report.summary.tree import (
    Advice,
    AdviceSection,
    Document,
    Evidence,
    Fact,
    FindingSection,
    GlanceRow,
    GlanceSection,
    Heading,
    Illustration,
    KeyFigure,
    MethodSection,
    Note,
    Paragraph,
    StatementSection,
    TitlePage,
    prose,
)


def build_document(briefing: Briefing, exhibits: Exhibits) -> Document:
    """The tree of the summary; every finding and statement with an exhibit needs its drawing in `exhibits`."""
    return Document(
        "summary",
        _title_page(briefing, exhibits),
        _glance(briefing),
        tuple(
            _finding(block, exhibits, briefing.language.words)
            if isinstance(block, Finding)
            else _statement(block, exhibits, briefing.language.words)
            for block in briefing.sequence()
        ),
        _advice_section(briefing, briefing.recommendations) if briefing.recommendations else None,
        _method(briefing),
        annex_section(briefing),
    )


def _title_page(briefing: Briefing, exhibits: Exhibits) -> TitlePage:
    words = briefing.language.words
    audience = words.summary_for.format(audience=briefing.audience) if briefing.audience else None
    return TitlePage(
        "title",
        publisher=Paragraph("title/publisher", prose(briefing.publisher)),
        audience=Paragraph("title/audience", prose(audience)) if audience else None,
        stamp=_stamp("title", words, is_supported=briefing.is_title_supported),
        title=Heading("title/title", 1, briefing.title),
        subtitle=Paragraph("title/subtitle", prose(briefing.cover.subtitle)),
        edition=Paragraph("title/edition", prose(" · ".join(filter(None, (briefing.dated, briefing.version))))),
        field=Illustration("title/field", exhibits.field),
        caption=Paragraph("title/caption", briefing.cover.caption),
    )


def _glance(briefing: Briefing) -> GlanceSection:
    words, source = briefing.language.words, briefing.glance.source
    return GlanceSection(
        "glance",
        heading=Heading("glance/heading", 2, prose(words.at_a_glance)),
        rows=tuple(_glance_row(f"glance/{n}", row, words) for n, row in enumerate(briefing.messages, start=1)),
        source=Note("glance/source", prose(f"{source.topic}\n{source.base}")),
    )


def _glance_row(id: str, message: Message, words: Words) -> GlanceRow:
    return GlanceRow(
        id,
        topic=Paragraph(f"{id}/topic", prose(message.topic)),
        stamp=_stamp(id, words, is_supported=message.is_supported),
        figure=KeyFigure(f"{id}/figure", message.figure),
        text=Paragraph(f"{id}/text", message.text),
    )


def _finding(finding: Finding, exhibits: Exhibits, words: Words) -> FindingSection:
    id = f"finding/{finding.id}"
    return FindingSection(
        id,
        name=f'finding "{finding.id}"',
        location=finding.headline.location,
        kicker=Paragraph(f"{id}/kicker", prose(finding.topic)),
        stamp=_stamp(id, words, is_supported=finding.is_supported),
        headline=Heading(f"{id}/headline", 2, finding.headline),
        exhibit_title=Paragraph(f"{id}/exhibit-title", prose(finding.exhibit.title)),
        exhibit=Illustration(f"{id}/exhibit", exhibits.charts[finding.id]),
        text=_paragraphs(id, finding.text),
        side_notes=_side_notes(id, finding.annotations),
        source=Note(f"{id}/source", prose(finding.source.joined)),
    )


def _side_notes(id: str, annotations: Sequence[Annotation]) -> tuple[Note, ...]:
    return tuple(
        Note(f"{id}/side-note/{number}", annotation.text, lead=annotation.lead)
        for number, annotation in enumerate(annotations, start=1)
    )


def _statement(statement: Statement, exhibits: Exhibits, words: Words) -> StatementSection:
    id = f"statement/{statement.id}"
    speaker = Prose((Literal(statement.speaker, is_strong=True), Literal(f", {statement.attribution}")))
    return StatementSection(
        id,
        name=f'statement "{statement.id}"',
        location=statement.text.location,
        is_literal=statement.is_literal,
        kicker=Paragraph(f"{id}/kicker", prose(words.assessment)),
        stamp=_stamp(id, words, is_supported=statement.is_supported),
        text=Paragraph(f"{id}/text", statement.text),
        speaker=Paragraph(f"{id}/speaker", speaker),
        evidence=_evidence(id, statement, exhibits, words),
    )


def _evidence(id: str, statement: Statement, exhibits: Exhibits, words: Words) -> Evidence | None:
    if not statement.exhibit or not statement.source:
        return None
    return Evidence(
        f"{id}/evidence",
        kicker=Paragraph(f"{id}/evidence/kicker", prose(words.voice)),
        exhibit_title=Paragraph(f"{id}/evidence/exhibit-title", prose(statement.exhibit.title)),
        exhibit=Illustration(f"{id}/evidence/exhibit", exhibits.charts[statement.id]),
        source=Note(f"{id}/evidence/source", prose(statement.source.joined)),
    )


def _advice_section(briefing: Briefing, advice: Recommendations) -> AdviceSection:
    words = briefing.language.words
    return AdviceSection(
        "advice",
        kicker=Paragraph("advice/kicker", prose(words.assessment)),
        stamp=_stamp("advice", words, is_supported=advice.is_supported),
        headline=Heading("advice/headline", 2, advice.headline),
        advice_head=Paragraph("advice/head", prose(words.recommendation)),
        evidence_head=Paragraph("advice/evidence-head", prose(words.evidence)),
        items=tuple(_advice(number, item) for number, item in enumerate(advice.items, start=1)),
        source=Note("advice/source", prose(_advice_source(briefing, advice))),
    )


def _advice(number: int, item: Recommendation) -> Advice:
    id = f"advice/{number}"
    return Advice(
        id,
        number=Paragraph(f"{id}/number", prose(str(number))),
        text=Paragraph(f"{id}/text", item.text),
        detail=Paragraph(f"{id}/detail", item.detail) if item.detail else None,
        figure=KeyFigure(f"{id}/figure", item.figure),
        evidence=Paragraph(f"{id}/evidence", item.evidence),
    )


def _advice_source(briefing: Briefing, advice: Recommendations) -> str:
    """That it is opinion, and the topics of the findings it rests on."""
    words, topics = briefing.language.words, {finding.id: finding.topic for finding in briefing.findings}
    rests_on = dict.fromkeys(topics[finding] for item in advice.items for finding in item.because)
    if not rests_on:
        return words.opinion
    return f"{words.opinion} · {words.evidence_at.format(references=join(tuple(rests_on), briefing.language))}"


def _method(briefing: Briefing) -> MethodSection:
    words, method = briefing.language.words, briefing.method
    return MethodSection(
        "method",
        kicker=Paragraph("method/kicker", prose(words.method)),
        headline=Heading("method/headline", 2, prose(method.headline)),
        known=tuple(
            Fact(
                f"method/known/{number}",
                Paragraph(f"method/known/{number}/label", prose(fact.label)),
                Paragraph(f"method/known/{number}/value", prose(fact.value)),
            )
            for number, fact in enumerate(method.known, start=1)
        ),
        unknown_head=Paragraph("method/unknown-head", prose(words.unpublished_head)) if method.unknown else None,
        unknown=tuple(
            Paragraph(f"method/unknown/{number}", prose(text)) for number, text in enumerate(method.unknown, start=1)
        ),
        text=_paragraphs("method", method.text),
        source=Note("method/source", prose(method.source.joined)),
    )


def _paragraphs(id: str, text: Paragraphs) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"{id}/text/{number}", part) for number, part in enumerate(text, start=1))


def _stamp(id: str, words: Words, *, is_supported: bool) -> Paragraph | None:
    return None if is_supported else Paragraph(f"{id}/stamp", prose(words.failed_claim))
