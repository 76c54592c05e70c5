"""The agenda, and the beginnings of chapters with the figure that leads each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.briefing.model import BigFigure, Briefing, Chapter, Finding
from report.briefing.model.prose import (
    Fact,
    FactKind,
    Figure,
    Late,
    Prose,
    fixed,
    joined,
    listed,
    name_of,
    told,
    worded,
)
from report.briefing.model.terms import answer_label
from report.briefing.model.units import behind_number
from report.charts.model import ChartBook, Highlight
from report.document.findings import finding_id
from report.document.leaves import kicker, speaker_notes, stamp
from report.document.model.frame import AgendaRow, AgendaSection, ChapterSection, LeadFigure
from report.document.model.nodes import BETWEEN, Heading, Illustration, Note, NoteForm, Output, Paragraph, Source
from report.document.sources import (
    MOST_TOPICS,
    base_parts,
    common_base_parts,
    computed_nets,
    modes_by_topic,
    named_rows,
    with_status,
    without_sources,
)
from report.language.numbers import of_100, percent
from report.survey.model import CellId, ColumnId
from report.tables.model import Cell

FEWEST_OF_AGENDA = 3
FEWEST_OF_DIVIDERS, FEWEST_SLIDES_OF_DIVIDERS = 2, 12
AGENDA = "agenda"


def chapter_id(number: int) -> str:
    """The path of a chapter's section."""
    return f"chapters/{number}"


# ------------------------------------------------------------------------------------------------------------- agenda


def agenda(briefing: Briefing, *, has_dividers: bool) -> AgendaSection | None:
    """The chapters in a row, from three on."""
    if len(briefing.chapters) < FEWEST_OF_AGENDA:
        return None
    words, source = briefing.language.words, _agenda_source(briefing)
    rows = tuple(
        _agenda_row(number, chapter, briefing, has_dividers=has_dividers)
        for number, chapter in enumerate(briefing.chapters, start=1)
    )
    headline = told(
        words.agenda_title,
        chapters=_numeral(len(briefing.chapters), "briefing.chapters", briefing, begins=True),
        findings=_numeral(len(briefing.findings), "briefing.findings", briefing),
    )
    spoken = (joined([row.title.text, row.lead.text], ": ") for row in rows)
    return AgendaSection(
        AGENDA,
        kicker=kicker(AGENDA, fixed(words.agenda), words),
        headline=Heading(f"{AGENDA}/headline", 2, headline),
        rows=rows,
        source=source,
        notes=speaker_notes(AGENDA, [*spoken, *source.halves]),
        output=Output.DECK,
    )


def _agenda_row(number: int, chapter: Chapter, briefing: Briefing, *, has_dividers: bool) -> AgendaRow:
    id, target = f"{AGENDA}/{number}", chapter_id(number) if has_dividers else finding_id(chapter.findings[0])
    slide = told(briefing.language.words.agenda_slide, number=Late(FactKind.SLIDE, target))
    return AgendaRow(
        id,
        number=Paragraph(f"{id}/number", Prose((Fact(FactKind.COUNT, str(number), "its place among the chapters"),))),
        title=Paragraph(f"{id}/title", chapter.title),
        lead=Paragraph(f"{id}/lead", _findings(chapter, briefing)[0].headline),
        topics=Paragraph(f"{id}/topics", _topics(chapter, briefing)),
        slide=Paragraph(f"{id}/slide", slide),
    )


def _agenda_source(briefing: Briefing) -> Source:
    """Modes and bases of the questions that the leading findings speak of."""
    leading, survey, words = (
        [_findings(each, briefing)[0] for each in briefing.chapters],
        briefing.survey,
        briefing.language.words,
    )
    cells = [cell for finding in leading for cell in finding.headline.cells]
    named = dict.fromkeys([finding.exhibit.question for finding in leading] + [cell.question for cell in cells])
    questions = [survey.question(name) for name in named]
    waves = [wave for wave in survey.waves if wave.id in {survey.wave, *(cell.wave for cell in cells)}]
    topic, counted = (
        with_status(modes_by_topic(questions, briefing, most_topics=most), questions, briefing.language)
        for most in (MOST_TOPICS, 0)
    )
    base = common_base_parts(waves, briefing, elsewhere=words.other_bases_in_appendix)
    unsourced = without_sources(base, words)
    shorter = (NoteForm(counted, base), NoteForm(counted, unsourced), NoteForm((), unsourced))
    return Source(f"{AGENDA}/source", topic, base, shorter)


def _numeral(number: int, origin: str, briefing: Briefing, *, begins: bool = False) -> Fact:
    """A number in words where the language has one for it; `begins`: it stands at the beginning of a sentence."""
    numerals = briefing.language.numerals
    text = numerals[number] if number < len(numerals) else str(number)
    return Fact(FactKind.COUNT, text[:1].upper() + text[1:] if begins else text, origin)


# ----------------------------------------------------------------------------------------------------------- chapters


def chapter(told_of: Chapter, briefing: Briefing, charts: ChartBook, *, has_divider: bool) -> ChapterSection:
    """The beginning of a chapter; a deck that has no dividers passes it over."""
    words, number = briefing.language.words, briefing.chapters.index(told_of) + 1
    id, n = chapter_id(number), len(briefing.chapters)
    place = told(
        words.chapter_of,
        number=Fact(FactKind.COUNT, str(number), "its place among the chapters"),
        chapters=Fact(FactKind.COUNT, str(n), "briefing.chapters"),
    )
    cell = _lead(told_of, briefing)
    figure = _figure(f"{id}/figure", cell, told_of, briefing, charts) if cell else None
    of_figure = (
        [joined([figure.of_whom.text, figure.answer.text], ": "), _note_of(cell, briefing)] if cell and figure else []
    )
    topics = _topics(told_of, briefing)
    repeats = bool(told_of.text) or topics.text == told_of.title.text
    return ChapterSection(
        id,
        index=number - 1,
        kicker=kicker(id, place, words),
        stamp=stamp(id, words, is_supported=told_of.is_supported),
        headline=Heading(f"{id}/headline", 2, told_of.title),
        text=Paragraph(f"{id}/text", told_of.text) if told_of.text else None,
        topics=None if repeats else Paragraph(f"{id}/topics", topics, output=Output.DECK),
        figure=figure,
        chapters=tuple(
            Note(f"{id}/chapters/{place}", each.title, output=Output.DECK)
            for place, each in enumerate(briefing.chapters, start=1)
        ),
        notes=speaker_notes(id, [told_of.text or topics, *of_figure]),
        location=told_of.location,
        output=Output.BOTH if has_divider else Output.SUMMARY,
    )


def has_dividers(briefing: Briefing, n_slides: int) -> bool:
    """Whether chapters begin with a slide of their own in a deck of so many slides, these and the appendix aside."""
    return len(briefing.chapters) >= FEWEST_OF_DIVIDERS and n_slides >= FEWEST_SLIDES_OF_DIVIDERS


def _lead(chapter: Chapter, briefing: Briefing) -> Cell | None:
    """The figure that leads: of the first message taken from the chapter, else what its first finding marks or says.

    Of all who were asked, in the current wave: everything else needs more words than stand here.
    """
    leading = _findings(chapter, briefing)[0]
    cells = [message.figure.cell.id for message in briefing.messages if message.finding in chapter.findings]
    cells += [*leading.headline.cells, *_marked(leading, briefing)]
    total = ColumnId(briefing.survey.wave)
    found = (briefing.tables.cell(cell) for cell in cells if cell.column == total)
    return next((cell for cell in found if cell.share is not None), None)


def _marked(finding: Finding, briefing: Briefing) -> Iterator[CellId]:
    """What its exhibit marks; a net for answers that are marked together, since nothing is said of one of them."""
    marked = finding.exhibit.proof
    for cell in marked:
        nets = (
            replace(cell, answer=net.id)
            for net in briefing.survey.question(cell.question).nets
            if cell.answer in net.answers and all(replace(cell, answer=each) in marked for each in net.answers)
        )
        yield next(nets, cell)


def _figure(id: str, cell: Cell, told_of: Chapter, briefing: Briefing, charts: ChartBook) -> LeadFigure:
    assert cell.share is not None, "a lead has a number"
    language, survey = briefing.language, briefing.survey
    question = survey.question(cell.id.question)
    big = BigFigure(cell, percent(cell.share, cell.decimals, language))
    chart = charts.figure(big, Highlight.PROOF)
    part = Figure(of_100(cell.share, cell.decimals, language), (cell.id,), expression=name_of(cell.id, survey))
    unit = survey.unit_of(question)
    of_whom = joined([part, behind_number(unit, language)], " ") if unit else Prose((part,))
    topic, answer = worded(question.topic, language), answer_label(question.answer_or_net(cell.id.answer), language)
    said = answer if topic.text == told_of.title.text else joined([topic, answer], ": ")
    return LeadFigure(
        id,
        field=Illustration(f"{id}/field", chart, charts.alternative(chart)),
        of_whom=Paragraph(f"{id}/of-whom", of_whom),
        answer=Paragraph(f"{id}/answer", said),
        output=Output.DECK,
    )


def _note_of(cell: Cell, briefing: Briefing) -> Prose:
    """Whether the figure was computed, of whom it is, and its source."""
    base = base_parts({cell.id.question: [cell.id.column]}, briefing, named_rows([cell.id]))
    return joined([*computed_nets([cell], briefing), *base], BETWEEN)


def _findings(chapter: Chapter, briefing: Briefing) -> list[Finding]:
    return [finding for finding in briefing.findings if finding.id in chapter.findings]


def _topics(chapter: Chapter, briefing: Briefing) -> Prose:
    """What its findings are about, each topic once."""
    topics: Sequence[Prose] = list({each.topic.text: each.topic for each in _findings(chapter, briefing)}.values())
    return listed(topics, briefing.language)
