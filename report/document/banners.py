"""The tables for analysts: every number of every question in all its columns, as it is held, with bases and letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.briefing.model import Briefing
from report.briefing.model.prose import Prose, fixed, joined, told, worded
from report.briefing.model.terms import BREAK_SIGN, answer_label, column_label
from report.document.banner_notes import notes_of
from report.document.banner_part import BannerPart
from report.document.banner_scores import score_rows
from report.document.bases import asked_alone
from report.document.branding import confidential
from report.document.leaves import paragraphs, said
from report.document.model import Document, MethodSection
from report.document.model.banners import (
    BannerBook,
    BannerCell,
    BannerColumn,
    BannerGroup,
    BannerRow,
    BannerTable,
    BaseRow,
)
from report.document.model.nodes import BETWEEN, Heading, Paragraph
from report.document.sources import MOST_TOPICS, dated, named_topics, source_note
from report.document.tables import subjects_of
from report.statistics.letters import Letter
from report.tables.model import Banner, Column
from report.theme.model import Brand

ID = "tables"


def banner_book(briefing: Briefing, document: Document, brand: Brand | None = None) -> BannerBook:
    """The tables of all questions of which there is a number, or is one that is hidden. document: of the briefing."""
    words, survey = briefing.language.words, briefing.survey
    version, line = document.cover.edition.version, confidential(brand, briefing)
    parts = [BannerPart.of(question, briefing) for question in survey.questions]
    subjects = subjects_of(briefing)
    heads = (words.number_head, words.topic_head, words.question_head, words.n_head)
    return BannerBook(
        ID,
        title=Heading(f"{ID}/title", 1, worded(survey.title, briefing.language)),
        name=said(f"{ID}/name", words.tables_book),
        origin=Paragraph(
            f"{ID}/origin", joined([dated(briefing), *(part for part in (version, line) if part)], BETWEEN)
        ),
        draft=said(f"{ID}/draft", words.draft) if briefing.is_draft else None,
        heads=tuple(said(f"{ID}/heads/{number}", head) for number, head in enumerate(heads, 1)),
        tables=tuple(_table(part, subjects[part.question.id]) for part in parts if part.columns),
        notes=tuple(_left_out([part for part in parts if not part.columns], briefing)),
        method=_method(document.method, briefing),
        back=said(f"{ID}/back", words.to_contents),
    )


def _method(section: MethodSection, briefing: Briefing) -> MethodSection:
    """What is known of the survey, without that a story was told by rule: here is none."""
    if not briefing.is_by_rule:
        return section
    note = briefing.survey.note
    text = (*briefing.method[:-1], *([worded(note, briefing.language)] if note else []))
    return replace(section, text=paragraphs(section.id, text))


def _left_out(silent: list[BannerPart], briefing: Briefing) -> Iterator[Paragraph]:
    """The questions that have no table, since nothing of them was published."""
    if silent:
        topics = [worded(part.question.topic, briefing.language) for part in silent]
        named = named_topics(topics, briefing, is_counted=len(topics) > MOST_TOPICS)
        yield Paragraph(f"{ID}/left-out", told(briefing.language.words.nothing_published, topics=named))


def _table(part: BannerPart, subject: Prose) -> BannerTable:
    id, question, briefing = f"{ID}/{part.question.id}", part.question, part.briefing
    source = source_note(f"{id}/source", question, part.ids, briefing, answers=part.rows)
    # The notes say of all columns whether they make up a whole; numbers of respondents are not rounded.
    told_of = [topic for topic in source.topic if topic.text != briefing.language.words.rounding]
    return BannerTable(
        id,
        question=question.id,
        topic=Paragraph(f"{id}/topic", subject),
        label=Paragraph(f"{id}/label", worded(question.label, briefing.language)),
        wording=Paragraph(f"{id}/wording", joined(told_of, BETWEEN)),
        base=Paragraph(f"{id}/base", asked_alone(question, briefing)),
        share=said(f"{id}/share", briefing.language.words.share),
        letter_head=said(f"{id}/letter-head", briefing.language.words.letter_head),
        groups=tuple(_group(id, banner, part) for banner in part.banners),
        bases=tuple(_bases(id, part)),
        rows=tuple(_rows(id, part)),
        notes=tuple(Paragraph(f"{id}/notes/{number}", text) for number, text in enumerate(notes_of(part), 1)),
        decimals=question.decimals,
        n=part.n(part.shares.column(part.shares.total)),
        scores=tuple(score_rows(id, part)),
    )


def _group(id: str, banner: Banner, part: BannerPart) -> BannerGroup:
    language, segment = part.briefing.language, banner.segment
    columns = (
        BannerColumn(
            f"{id}/column/{column.id}",
            column.id,
            _column_label(column, banner, part),
            Letter(place, is_strong=True).text if part.is_tested(banner) else "",
        )
        for place, column in enumerate(banner.columns)
    )
    name = worded(segment.label, language) if segment else fixed(language.words.total)
    return BannerGroup(f"{id}/group/{segment.id if segment else 'total'}", name, tuple(columns))


def _column_label(column: Column, banner: Banner, part: BannerPart) -> Prose:
    """A wave with the sign of a break where the next one beside it is not comparable."""
    label, place = column_label(column, part.briefing.language), banner.columns.index(column)
    is_before = place + 1 in part.shares.broken(banner.columns)
    return joined([label, fixed(BREAK_SIGN)], " ") if is_before else label


def _bases(id: str, part: BannerPart) -> Iterator[BaseRow]:
    words = part.briefing.language.words
    if any(column.bases.unweighted is not None for column in part.columns):
        n = tuple(part.n(column) for column in part.columns)
        yield BaseRow(f"{id}/base/unweighted", fixed(words.n_head), n, is_counted=True)
    if part.counting and part.counting.is_weighted:
        weighted = tuple(part.base(column, column.bases.weighted) for column in part.columns)
        effective = tuple(part.base(column, column.bases.effective) for column in part.columns)
        yield BaseRow(f"{id}/base/weighted", fixed(words.weighted_base), weighted, is_counted=False)
        yield BaseRow(f"{id}/base/effective", fixed(words.effective_base), effective, is_counted=False)


def _rows(id: str, part: BannerPart) -> Iterator[BannerRow]:
    """The answers in the order of the questionnaire, then the nets; one that changed between waves has a sign."""
    for row in part.rows:
        letters = [marks for banner in part.banners for marks in part.letters(row, banner)]
        cells = [
            BannerCell(cell, part.in_place_of(cell), marks)
            for cell, marks in zip(part.cells(row), letters, strict=True)
        ]
        label = answer_label(part.question.answer_or_net(row), part.briefing.language)
        if any(part.shares.broken(banner.columns, row) for banner in part.banners):
            label = joined([label, fixed(BREAK_SIGN)], " ")
        yield BannerRow(f"{id}/row/{row}", label, tuple(cells), is_net=row in part.shares.nets)
