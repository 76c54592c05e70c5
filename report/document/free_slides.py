"""Slides of the author's own: a text, a picture, or both."""

from __future__ import annotations

from report.briefing.model import Briefing, FreeSlide
from report.briefing.model.prose import Prose, fixed, told
from report.charts.model import ChartBook
from report.document.leaves import kicker, paragraphs, speaker_notes, stamp
from report.document.model.frame import FreeSection, Photograph
from report.document.model.nodes import Heading, NoteForm, Source
from report.document.sources import MOST_TOPICS, base_parts, modes_by_topic, named_rows, without_sources
from report.survey.model import ColumnId


def free_slide(told_of: FreeSlide, briefing: Briefing, charts: ChartBook) -> FreeSection:  # noqa: ARG001 as all parts
    """The section of a free slide."""
    id, words, picture = f"slides/{told_of.number}", briefing.language.words, told_of.picture
    source = _source(f"{id}/source", told_of, briefing)
    return FreeSection(
        id,
        name=f"free slide {told_of.number}",
        kicker=kicker(id, told_of.topic or fixed(words.in_addition), words),
        stamp=stamp(id, words, is_supported=told_of.is_supported),
        headline=Heading(f"{id}/headline", 3 if briefing.chapters else 2, told_of.headline),
        text=paragraphs(id, told_of.text),
        picture=Photograph(f"{id}/picture", picture.image, picture.alternative) if picture else None,
        source=source,
        notes=speaker_notes(id, [*(told_of.notes or told_of.text), *(source.halves if source else ())]),
        location=told_of.location,
    )


def _source(id: str, slide: FreeSlide, briefing: Briefing) -> Source | None:
    """Modes and bases of the figures that it names, and whose picture it is; None where there is neither."""
    columns: dict[str, list[ColumnId]] = {}
    named = dict.fromkeys(cell for text in (slide.headline, *slide.text) for cell in text.cells)
    for cell in named:
        shown = columns.setdefault(cell.question, [])
        shown += [cell.column] if cell.column not in shown else []
    credit = _credit(slide, briefing)
    if not columns:
        return Source(id, credit) if credit else None
    questions = [briefing.survey.question(name) for name in columns]
    topic, counted = (modes_by_topic(questions, briefing, most_topics=most) for most in (MOST_TOPICS, 0))
    base = base_parts(columns, briefing, named_rows(named))
    unsourced = without_sources(base, briefing.language.words)
    shorter = (
        NoteForm(counted, (*base, *credit)),
        NoteForm(counted, (*unsourced, *credit)),
        NoteForm(credit, unsourced),
    )
    return Source(id, topic, (*base, *credit), shorter)


def _credit(slide: FreeSlide, briefing: Briefing) -> tuple[Prose, ...]:
    if slide.picture is None or slide.picture.credit is None:
        return ()
    return (told(briefing.language.words.picture_credit, credit=slide.picture.credit),)
