"""The appendix: its heading, its tables with their footnotes, and the note that explains the signs."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing
from report.briefing.model.missing import NOT_ASKED
from report.briefing.model.prose import Prose, fixed, told, worded
from report.briefing.model.terms import ASTERISK, sign_meaning, small_base, wave_date
from report.document.bases import is_weighted, least_unmarked
from report.document.counting import current_figures, earlier_waves, n_figures
from report.document.footnotes import Footnotes
from report.document.leaves import kicker, said, speaker_notes
from report.document.model import AppendixSection
from report.document.model.nodes import Heading, NoteForm, Output, Source, continued
from report.document.model.tables import Sign, occurring
from report.document.rows import NOT_COMPARABLE
from report.document.sources import (
    MOST_TOPICS,
    common_base_parts,
    modes_by_wave,
    named_topics,
    with_status,
    without_sources,
)
from report.document.tables import tables_of
from report.language.dates import date_text
from report.language.numbers import NO_BREAK_SPACE
from report.tables.model import CellState

ID = "appendix"


def appendix(briefing: Briefing) -> AppendixSection:
    """The section of all tables."""
    words, footnotes, headline = briefing.language.words, Footnotes(), _headline(briefing)
    tables = tuple(tables_of(briefing, footnotes))
    source, signs = _source(briefing), tuple(_signs(briefing))
    shown = occurring(signs, [table.said_in(Output.SUMMARY) for table in tables])
    return AppendixSection(
        ID,
        kicker=kicker(ID, fixed(words.appendix), words),
        hidden=said(f"{ID}/hidden", words.hidden, Output.DECK),
        headline=Heading(f"{ID}/headline", 2, headline, continued(f"{ID}/headline", headline, words)),
        tables=tables,
        footnotes=footnotes.notes(),
        signs=signs,
        source=source,
        source_with_signs=Source(
            f"{ID}/source-with-signs",
            (*(sign for sign in shown if sign.text not in source.base[0].text), *source.topic),
            source.base,
            output=Output.SUMMARY,
        ),
        notes=speaker_notes(ID, source.halves),
    )


def _headline(briefing: Briefing) -> Prose:
    wave, words = briefing.survey.current_wave, briefing.language.words
    date = wave_date(wave.id, date_text(wave.date, briefing.language).replace(" ", NO_BREAK_SPACE))
    is_one = len(current_figures(briefing)) == 1
    if not earlier_waves(briefing):
        title = words.appendix_title_of_one if is_one else words.appendix_title
        return told(title, figures=n_figures(briefing), date=date)
    title = words.appendix_waves_title_of_one if is_one else words.appendix_waves_title
    of_date = told(words.of_day if wave.date.day else words.of_month, date=date)
    return told(title, figures=n_figures(briefing), of_date=of_date)


def _source(briefing: Briefing) -> Source:
    """What the tables have in common; a base of its own stands with its table."""
    survey, words = briefing.survey, briefing.language.words
    waves = [wave.id for wave in survey.waves]
    topic, counted = (
        with_status(
            modes_by_wave(survey.questions, waves, briefing, most_topics=most), survey.questions, briefing.language
        )
        for most in (MOST_TOPICS, 0)
    )
    base, left_out = common_base_parts(survey.waves, briefing, elsewhere=words.other_bases), tuple(_left_out(briefing))
    return Source(
        f"{ID}/source",
        (*topic, *left_out),
        base,
        (
            NoteForm((*counted, *left_out), base),
            NoteForm(counted, base),
            NoteForm(counted, without_sources(base, words)),
            NoteForm((), without_sources(base, words)),
        ),
        output=Output.DECK,
    )


def _left_out(briefing: Briefing) -> Iterator[Prose]:
    """The questions that have no table, since nothing of them was published."""
    silent = [each for each in briefing.survey.questions if not briefing.tables.table(each.id).published_waves]
    if topics := [worded(question.topic, briefing.language) for question in silent]:
        named = named_topics(topics, briefing, is_counted=len(topics) > MOST_TOPICS)
        yield told(briefing.language.words.nothing_published, topics=named)


def _signs(briefing: Briefing) -> Iterator[Sign]:
    """What the signs of tables mean."""
    language, words = briefing.language, briefing.language.words
    signs = {
        "not-published": (CellState.NOT_PUBLISHED, words.not_published_short, words.not_published),
        "hidden": (CellState.SUPPRESSED, words.not_reported_short, words.not_reported),
        "not-asked": (CellState.NOT_ASKED, NOT_ASKED, words.not_asked),
        "break": (None, NOT_COMPARABLE, words.not_comparable),
    }
    for name, (state, sign, meaning) in signs.items():
        yield Sign(f"{ID}/signs/{name}", state, sign_meaning(sign, meaning), output=Output.DECK)
    few = small_base(language, least_unmarked(briefing), is_effective=is_weighted(briefing))
    yield Sign(f"{ID}/signs/small-base", None, few, ASTERISK, output=Output.DECK)
