"""The recommendations and what they rest on; labelled as opinion wherever they appear."""

from __future__ import annotations

from report.briefing.model import Briefing, Finding
from report.briefing.model import Recommendation as WrittenRecommendation
from report.briefing.model import Recommendations as Section
from report.briefing.model.prose import Fact, FactKind, Late, Prose, fixed, listed, told, worded
from report.briefing.model.terms import mode_name
from report.document.findings import finding_id
from report.document.leaves import kicker, said, speaker_notes, stamp
from report.document.model import Recommendation, RecommendationsSection
from report.document.model.nodes import Heading, KeyFigure, NoteForm, Output, Paragraph, Source
from report.document.sources import Parts, base_parts, computed_nets, named_rows, without_sources
from report.survey.model import ColumnId

ID = "recommendations"


def recommendations(section: Section, briefing: Briefing) -> RecommendationsSection:
    """The section of recommendations; the base is that of the figures they rest on."""
    words, opinion = briefing.language.words, fixed(briefing.language.words.opinion)
    others = _further_topics(section, briefing)
    slides = [*(_slide(finding, briefing) for finding in _rests_on(section, briefing)), *others]
    of_findings = [finding.topic for finding in _in_order_of_recommendations(section, briefing)]
    topics = {topic.text: topic for topic in (*of_findings, *others)}
    base = _base(section, briefing)
    computed = computed_nets([item.figure.cell for item in section.items], briefing)
    topic = (opinion, *_evidence_at(slides, briefing), *computed)
    shorter = (
        NoteForm(topic, without_sources(base, words)),
        NoteForm(topic, (fixed(words.bases_at_evidence),)),
    )
    source = Source(f"{ID}/source", topic, base, shorter, output=Output.DECK)
    return RecommendationsSection(
        ID,
        kicker=kicker(ID, fixed(words.assessment), words),
        stamp=stamp(ID, words, is_supported=section.is_supported),
        headline=Heading(f"{ID}/headline", 2, section.headline),
        recommendation_head=said(f"{ID}/recommendation-head", words.recommendation),
        evidence_head=said(f"{ID}/evidence-head", words.evidence),
        items=tuple(_item(number, item, briefing) for number, item in enumerate(section.items, start=1)),
        source=source,
        source_by_topic=Source(
            f"{ID}/source-by-topic",
            (opinion, *_evidence_at(list(topics.values()), briefing), *computed),
            base,
            output=Output.SUMMARY,
        ),
        notes=speaker_notes(ID, [*section.notes, *source.halves]),
    )


def _base(section: Section, briefing: Briefing) -> Parts:
    """Who was asked the questions of the figures, and how many of each column."""
    columns: dict[str, list[ColumnId]] = {}
    for cell in dict.fromkeys(item.figure.cell.id for item in section.items):
        shown = columns.setdefault(cell.question, [])
        shown += [cell.column] if cell.column not in shown else []
    return base_parts(columns, briefing, named_rows(item.figure.cell.id for item in section.items))


def _item(number: int, item: WrittenRecommendation, briefing: Briefing) -> Recommendation:
    id, shown = f"{ID}/{number}", _shown(item, briefing)
    return Recommendation(
        id,
        number=Paragraph(f"{id}/number", Prose((Fact(FactKind.COUNT, str(number), "its place in the list"),))),
        text=Paragraph(f"{id}/text", item.text),
        detail=Paragraph(f"{id}/detail", item.detail) if item.detail else None,
        figure=KeyFigure(f"{id}/figure", item.figure),
        evidence=Paragraph(f"{id}/evidence", item.evidence),
        leads_to=finding_id(shown.id) if shown else None,
    )


def _in_order_of_recommendations(section: Section, briefing: Briefing) -> list[Finding]:
    """The findings of all items, each once."""
    named = [finding for item in section.items for finding in _evidence(item, briefing)]
    return list({finding.id: finding for finding in named}.values())


def _evidence(item: WrittenRecommendation, briefing: Briefing) -> list[Finding]:
    """The findings that an item names; where none of them shows its figure, behind them the first that does."""
    findings = {finding.id: finding for finding in briefing.findings}
    because = [findings[name] for name in item.because]
    if any(_tells_of(item, finding) for finding in because):
        return because
    return because + [finding for finding in briefing.findings if _tells_of(item, finding)][:1]


def _shown(item: WrittenRecommendation, briefing: Briefing) -> Finding | None:
    """The finding that shows the figure of an item; else the first that it rests on, if there is one."""
    evidence = _evidence(item, briefing)
    return next((finding for finding in evidence if _tells_of(item, finding)), next(iter(evidence), None))


def _tells_of(item: WrittenRecommendation, finding: Finding) -> bool:
    return item.figure.cell.id.question in finding.exhibit.questions


def _rests_on(section: Section, briefing: Briefing) -> list[Finding]:
    """The findings in the order in which they are told."""
    named = {finding.id for finding in _in_order_of_recommendations(section, briefing)}
    return [finding for finding in briefing.findings if finding.id in named]


def _further_topics(section: Section, briefing: Briefing) -> list[Prose]:
    """The questions of figures that no finding shows."""
    unshown = [item for item in section.items if not any(_tells_of(item, finding) for finding in briefing.findings)]
    questions = dict.fromkeys(item.figure.cell.id.question for item in unshown)
    return [worded(briefing.survey.question(name).topic, briefing.language) for name in questions]


def _slide(finding: Finding, briefing: Briefing) -> Prose:
    question = briefing.survey.question(finding.exhibit.question)
    number, mode = Late(FactKind.SLIDE, finding_id(finding.id)), mode_name(question.type, briefing.language)
    return told(briefing.language.words.slide, number=number, mode=mode)


def _evidence_at(references: list[Prose], briefing: Briefing) -> list[Prose]:
    if not references:
        return []
    return [told(briefing.language.words.evidence_at, references=listed(references, briefing.language))]
