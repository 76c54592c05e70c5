"""Builds the document of a briefing: what is said, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from report.briefing.model import Briefing, Finding, Statement
from report.briefing.model.prose import FactKind, Late, Prose, told, worded
from report.briefing.model.terms import publication
from report.charts.model import ChartBook
from report.document.appendix import appendix
from report.document.findings import finding, statement
from report.document.leaves import said
from report.document.method import method
from report.document.model import Document, FindingSection, RunningFoot, StatementSection
from report.document.opening import cover, glance
from report.document.recommendations import recommendations
from report.document.sources import dated


def build_document(briefing: Briefing, charts: ChartBook) -> Document:
    """All that deck and summary say of a briefing, with its charts."""
    opening = glance(briefing, charts)
    recommended = briefing.recommendations
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
        glance=opening,
        parts=tuple(section_of(part, briefing, charts) for part in briefing.sequence()),
        recommendations=recommendations(recommended, briefing) if recommended else None,
        method=method(briefing),
        appendix=appendix(briefing),
    )


@singledispatch
def section_of(part: object, briefing: Briefing, charts: ChartBook) -> FindingSection | StatementSection:
    """What is said of a part of the briefing, by the module of its kind."""
    raise TypeError(f"nothing tells of {type(part).__name__} in {briefing.name}, with {charts}")


section_of.register(Finding, finding)
section_of.register(Statement, statement)


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
