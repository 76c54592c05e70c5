"""Builds the document of a briefing: what is said, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from report.briefing.model import Briefing, Chapter, Finding, FreeSlide, Statement
from report.briefing.model.prose import FactKind, Late, Prose, told, worded
from report.briefing.model.terms import publication
from report.charts.model import ChartBook
from report.document.appendix import appendix
from report.document.chapters import FEWEST_OF_AGENDA, agenda, chapter, has_dividers
from report.document.closing import closing, contact_block
from report.document.contents import contents
from report.document.findings import finding, statement
from report.document.free_slides import free_slide
from report.document.leaves import said
from report.document.method import method
from report.document.model import Document, Provenance, RunningFoot, SectionOfStory
from report.document.opening import cover, glance
from report.document.recommendations import recommendations
from report.document.sources import dated


def build_document(briefing: Briefing, charts: ChartBook) -> Document:
    """All that deck and summary say of a briefing, with its charts."""
    recommended, contact = briefing.recommendations, briefing.contact
    divides = has_dividers(briefing, _n_slides(briefing))
    parts = tuple(
        chapter(part, briefing, charts, has_divider=divides)
        if isinstance(part, Chapter)
        else section_of(part, briefing, charts)
        for part in briefing.parts()
    )
    recommended_section = recommendations(recommended, briefing) if recommended else None
    method_section, appendix_section = method(briefing), appendix(briefing)
    contact_section = contact_block(contact, briefing) if contact else None
    sections = (*parts, recommended_section, method_section, appendix_section, contact_section)
    return Document(
        "document",
        language=briefing.language,
        location=briefing.survey.location,
        topics=tuple(
            dict.fromkeys(question.topic.text(briefing.language.code) for question in briefing.survey.questions)
        ),
        draft=said("draft", briefing.language.words.draft) if briefing.is_draft else None,
        foot=_foot(briefing),
        cover=cover(briefing, charts),
        agenda=agenda(briefing, has_dividers=divides),
        glance=glance(briefing, charts),
        contents=contents(sections, briefing.language.words),
        parts=parts,
        recommendations=recommended_section,
        method=method_section,
        closing=closing(contact, briefing) if contact else None,
        appendix=appendix_section,
        contact=contact_section,
        provenance=Provenance(briefing.name, briefing.version.text if briefing.version else None, briefing.is_draft),
        is_by_rule=briefing.is_by_rule,
    )


@singledispatch
def section_of(part: object, briefing: Briefing, charts: ChartBook) -> SectionOfStory:
    """What is said of a part of the briefing, by the module of its kind."""
    raise TypeError(f"nothing tells of {type(part).__name__} in {briefing.name}, with {charts}")


section_of.register(Finding, finding)
section_of.register(Statement, statement)
section_of.register(FreeSlide, free_slide)


def _n_slides(briefing: Briefing) -> int:
    """How many slides a deck has, its appendix and the beginnings of chapters aside: cover, method, what is told."""
    told_of = [part for part in briefing.parts() if not isinstance(part, Chapter)]
    others = (briefing.messages, briefing.recommendations, briefing.contact, len(briefing.chapters) >= FEWEST_OF_AGENDA)
    return 2 + len(told_of) + sum(bool(other) for other in others)


def _foot(briefing: Briefing) -> RunningFoot:
    short_title, words = briefing.survey.short_title, briefing.language.words
    page, pages = Late(FactKind.PAGE), Late(FactKind.PAGES)
    return RunningFoot(
        "foot",
        title=replace(worded(short_title, briefing.language), location=short_title.location),
        origin=dated(briefing),
        date=Prose((publication(briefing.survey, briefing.language),)),
        page=told(words.page, page=page, pages=pages),
    )
