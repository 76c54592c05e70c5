"""The cover and "at a glance": what is said before the findings."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import Briefing, Message
from report.briefing.model.prose import Figure, Prose, Words, fixed, joined, name_of, told
from report.briefing.model.terms import publication
from report.charts.model import ChartBook, Highlight
from report.document.branding import confidential, logo_marks
from report.document.findings import section_id
from report.document.leaves import speaker_notes, stamp
from report.document.model import Cover, GlanceRow, GlanceSection
from report.document.model.nodes import (
    BETWEEN,
    Edition,
    Heading,
    Illustration,
    KeyFigure,
    NoteForm,
    Output,
    Paragraph,
    Source,
)
from report.document.sources import (
    MOST_TOPICS,
    base_parts,
    common_base_parts,
    computed_nets,
    modes_by_topic,
    named_rows,
    with_status,
)
from report.survey.model import CellId, ColumnId
from report.theme.model import Brand


def cover(briefing: Briefing, charts: ChartBook, brand: Brand | None) -> Cover:
    """The cover; its speaker notes end with the base and source of its figure."""
    words, publisher = briefing.language.words, Prose((Words.of(briefing.survey.publisher),))
    field, cell = charts.figure(briefing.cover.figure, Highlight.PROOF), briefing.cover.figure.cell.id
    base = joined(base_parts({cell.question: [cell.column]}, briefing, named_rows([cell])), BETWEEN)
    return Cover(
        "cover",
        logos=tuple(logo_marks(brand, briefing)) if brand else (),
        publisher=Paragraph("cover/publisher", publisher),
        briefing_for=_audience(briefing, words.briefing_for, Output.DECK),
        summary_for=_audience(briefing, words.summary_for, Output.SUMMARY),
        stamp=stamp("cover", words, is_supported=briefing.is_title_supported),
        title=Heading("cover/title", 1, briefing.title),
        subtitle=Paragraph("cover/subtitle", briefing.cover.subtitle),
        edition=edition("cover/edition", briefing, brand),
        field=Illustration("cover/field", field, charts.alternative(field), location=briefing.cover.figure.location),
        caption=Paragraph("cover/caption", briefing.cover.caption),
        notes=speaker_notes("cover", [briefing.cover.caption, base]),
    )


def edition(id: str, briefing: Briefing, brand: Brand | None) -> Edition:
    """When the survey was published, and which version of the briefing this is."""
    words = briefing.language.words
    return Edition(
        id,
        Prose((publication(briefing.survey, briefing.language),)),
        told(words.version, version=briefing.version) if briefing.version else None,
        fixed(words.draft) if briefing.is_draft else None,
        confidential(brand, briefing),
    )


def _audience(briefing: Briefing, phrase: str, output: Output) -> Paragraph | None:
    if briefing.audience is None:
        return None
    return Paragraph(f"cover/{output.value}-for", told(phrase, audience=briefing.audience), output=output)


def glance(briefing: Briefing, charts: ChartBook) -> GlanceSection:
    """The briefing in one minute."""
    words, source = briefing.language.words, _source(briefing)
    is_supported = briefing.glance.is_supported and all(message.is_supported for message in briefing.messages)
    return GlanceSection(
        "glance",
        heading=Heading("glance/heading", 2, fixed(words.at_a_glance)) if briefing.messages else None,
        headline=Heading("glance/headline", 2, briefing.glance.headline, output=Output.DECK),
        stamp=stamp("glance", words, is_supported=is_supported, output=Output.DECK),
        rows=tuple(_row(rank, message, briefing, charts) for rank, message in enumerate(briefing.messages, start=1)),
        source=source,
        notes=speaker_notes("glance", [*(_spoken(message, briefing) for message in briefing.messages), *source.halves]),
    )


def _row(rank: int, message: Message, briefing: Briefing, charts: ChartBook) -> GlanceRow:
    id, words = f"glance/{rank}", briefing.language.words
    field = charts.figure(message.figure, Highlight.PROOF if rank == 1 else Highlight.NONE)
    return GlanceRow(
        id,
        topic=Paragraph(f"{id}/topic", message.topic),
        stamp=stamp(id, words, is_supported=message.is_supported, output=Output.SUMMARY),
        figure=KeyFigure(f"{id}/figure", message.figure),
        text=Paragraph(f"{id}/text", message.text),
        field=Illustration(f"{id}/field", field, None, output=Output.DECK),
        leads_to=section_id(message.finding, briefing),
    )


def _spoken(message: Message, briefing: Briefing) -> Prose:
    """The figure and the sentence that continues it."""
    cell = message.figure.cell.id
    figure = Figure(message.figure.number.text, (cell,), expression=name_of(cell, briefing.survey))
    return joined([figure, message.text], " ")


def _source(briefing: Briefing) -> Source:
    """Modes, bases and sources of the questions that headline and messages speak of; of all, if of none."""
    survey, words = briefing.survey, briefing.language.words
    spoken = [
        cell
        for message in briefing.messages
        for cell in (message.figure.cell.id, *message.text.cells, *briefing.glance.headline.cells)
    ]
    named = dict.fromkeys(cell.question for cell in spoken)
    questions = [survey.question(name) for name in named] or list(survey.questions)
    columns = {question.id: _spoken_of(question.id, spoken) or [ColumnId(survey.wave)] for question in questions}
    named_waves = {column.wave for each in columns.values() for column in each}
    waves = [wave for wave in survey.waves if wave.id in named_waves]
    topic, counted = (
        with_status(modes_by_topic(questions, briefing, most_topics=most), questions, briefing.language)
        for most in (MOST_TOPICS, 0)
    )
    computed = computed_nets([message.figure.cell for message in briefing.messages], briefing)
    topic, counted = (*topic, *computed), (*counted, *computed)
    common = common_base_parts(waves, briefing, elsewhere=words.other_bases_in_appendix)
    # The note stands on a slide and on a page, which has no speaker notes.
    own, elsewhere = base_parts(columns, briefing, named_rows(spoken)), fixed(words.sources_at_findings)
    shorter = (
        NoteForm(counted, own),
        NoteForm(counted, (own[0], elsewhere)),
        NoteForm((), (own[0], elsewhere)),
        NoteForm(counted, common),
        NoteForm((), (common[0], elsewhere)),
    )
    return Source("glance/source", topic, own, shorter)


def _spoken_of(question: str, spoken: Sequence[CellId]) -> list[ColumnId]:
    return list(dict.fromkeys(cell.column for cell in spoken if cell.question == question))
