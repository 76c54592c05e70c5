"""Findings and statements: what the briefing is about."""

from __future__ import annotations

from dataclasses import replace

from report.briefing.model import Briefing, Exhibit, Finding, Statement
from report.briefing.model.prose import Prose, fixed, joined, told
from report.briefing.model.terms import common_topic, group_name, mode_name
from report.briefing.model.units import behind_share
from report.charts.model import Chart, ChartBook
from report.document.exhibits import annotations_of, illustration, source_of_exhibit, texts_beside
from report.document.figures import number_words
from report.document.leaves import kicker, paragraphs, said, speaker_notes, stamp
from report.document.model import Evidence, FindingSection, StatementSection
from report.document.model.nodes import Heading, Output, Paragraph, Quotation, Source, Speaker
from report.document.picture_words import picture_words
from report.kinds import NUMBER
from report.survey.model import Question


def finding_id(name: str) -> str:
    """The path of a finding's section."""
    return f"findings/{name}"


def statement_id(name: str) -> str:
    """The path of a statement's section."""
    return f"statements/{name}"


def section_id(name: str, briefing: Briefing) -> str:
    """The path of the section of a finding or statement; no two of them have one name."""
    is_statement = any(statement.id == name for statement in briefing.statements)
    return statement_id(name) if is_statement else finding_id(name)


def finding(told_of: Finding, briefing: Briefing, charts: ChartBook) -> FindingSection:
    """The section of a finding."""
    id, words = finding_id(told_of.id), briefing.language.words
    question, chart = briefing.survey.question(told_of.exhibit.question), charts.chart(told_of.id)
    source, of_page = _sources(id, told_of, chart, briefing)
    return FindingSection(
        id,
        name=f'finding "{told_of.id}"',
        kicker=kicker(id, told_of.topic, words),
        stamp=stamp(id, words, is_supported=told_of.is_supported),
        headline=Heading(f"{id}/headline", 3 if briefing.chapters else 2, told_of.headline),
        exhibit_title=Paragraph(f"{id}/exhibit-title", told_of.exhibit.title),
        title_of_dots=Paragraph(
            f"{id}/title-of-dots",
            joined([_title_of_dots(told_of.exhibit, question, briefing), *told_of.exhibit.scores], "; "),
            output=Output.DECK,
        ),
        exhibit=illustration(f"{id}/exhibit", told_of.exhibit, chart, charts),
        number=number_words(f"{id}/number", told_of.exhibit, briefing) if chart.kind == NUMBER.word else None,
        text=paragraphs(id, told_of.text, Output.SUMMARY),
        annotations=annotations_of(id, told_of.annotations),
        source=replace(source, output=Output.DECK) if of_page else source,
        source_with_text=replace(of_page, output=Output.SUMMARY) if of_page else None,
        picture=picture_words(f"{id}/picture", told_of, briefing, charts),
        notes=speaker_notes(id, [*(told_of.notes or told_of.text), *(of_page or source).halves]),
    )


def _sources(id: str, told_of: Finding, chart: Chart, briefing: Briefing) -> tuple[Source, Source | None]:
    """The note of its exhibit, and that of a page, where the text below tells of more."""
    shown, beside = told_of.exhibit, texts_beside(told_of)
    source = source_of_exhibit(f"{id}/source", shown, told_of.columns, chart, briefing, beside=beside)
    with_text = told_of.columns_with_text, (*beside, *told_of.text)
    of_page = source_of_exhibit(f"{id}/source-with-text", shown, with_text[0], chart, briefing, beside=with_text[1])
    is_same = told_of.columns_with_text == told_of.columns and of_page.forms == source.forms
    return source, None if is_same else of_page


def _title_of_dots(shown: Exhibit, question: Question, briefing: Briefing) -> Prose:
    """What a dot stands for, and how the question was asked."""
    return joined([_one_dot(shown, briefing), mode_name(question.type, briefing.language)], ", ")


def _one_dot(shown: Exhibit, briefing: Briefing) -> Prose:
    """What a dot stands for, and of whom."""
    words = briefing.language.words
    if shown.group is None:
        unit = briefing.survey.unit_of(briefing.survey.question(shown.question))
        of_unit = behind_share(unit, briefing.language) if unit else None
        return told(words.one_dot, of_unit=of_unit) if of_unit else fixed(words.one_dot_of_base)
    group = briefing.tables.table(shown.question).column(shown.group)
    return joined([group_name(group, briefing.language), fixed(words.one_dot_in_group)], ": ")


def statement(told_of: Statement, briefing: Briefing, charts: ChartBook) -> StatementSection:
    """The section of a statement, beside the figures it refers to."""
    id, words = statement_id(told_of.id), briefing.language.words
    opening, closing = briefing.language.quotes if told_of.is_literal else ("", "")
    attribution = told_of.role if told_of.is_literal else told(words.reported, role=told_of.role)
    evidence = _evidence(f"{id}/evidence", told_of, briefing, charts)
    return StatementSection(
        id,
        name=f'statement "{told_of.id}"',
        kicker=kicker(id, fixed(words.assessment), words),
        stamp=stamp(id, words, is_supported=told_of.is_supported),
        text=Quotation(f"{id}/text", told_of.text, opening=opening, closing=closing),
        speaker=Speaker(f"{id}/speaker", told_of.speaker, attribution),
        evidence=evidence,
        notes=speaker_notes(id, [*told_of.notes, *(evidence.source.halves if evidence else ())]),
    )


def _evidence(id: str, told_of: Statement, briefing: Briefing, charts: ChartBook) -> Evidence | None:
    shown = told_of.exhibit
    if shown is None:
        return None
    chart = charts.chart(told_of.id)
    topic = common_topic([briefing.survey.question(each) for each in shown.questions], briefing.language)
    return Evidence(
        id,
        kicker=said(f"{id}/kicker", briefing.language.words.voice),
        topic=Paragraph(f"{id}/topic", topic, output=Output.DECK),
        exhibit_title=Paragraph(f"{id}/exhibit-title", shown.title),
        exhibit=illustration(f"{id}/exhibit", shown, chart, charts),
        source=source_of_exhibit(f"{id}/source", shown, shown.columns, chart, briefing),
    )
