"""What is known of a survey and what is not, listed from its facts, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Prose, Words, fixed, joined, listed, told, worded
from report.briefing.model.terms import column_label, quoted, wave_date
from report.document.bases import n_of_wave, n_text
from report.document.counting import earlier_waves, n_figures
from report.document.leaves import kicker, paragraphs, said, speaker_notes
from report.document.model import KnownFact, MethodSection
from report.document.model.nodes import Heading, NoteForm, Output, Paragraph, Source, continued
from report.document.sources import MOST_TOPICS, common_base_parts, modes_by_topic, without_sources
from report.document.sums import published_sum
from report.document.unknown_n import unknown_n
from report.language.dates import date_text, period_texts
from report.language.numbers import count
from report.survey.model import Fieldwork, Question, Rest, Sample, Wording
from report.tables.model import Column
from report.units import sign_of_difference

MOST_RESTS = 2
"""Questions whose unknown rest is listed one by one; more of them are counted."""
ID = "method"


def method(briefing: Briefing) -> MethodSection:
    """The section on method."""
    words, unknown, source = briefing.language.words, tuple(_unknown(briefing)), _source(briefing)
    headline = fixed(words.method_title if unknown else words.method_title_known)
    return MethodSection(
        ID,
        kicker=kicker(ID, fixed(words.method), words),
        headline=Heading(f"{ID}/headline", 2, headline, continued(f"{ID}/headline", headline, words)),
        known_head=said(f"{ID}/known-head", words.published_head, Output.DECK),
        known=tuple(
            _known_fact(number, label, value) for number, (label, value) in enumerate(_known(briefing), start=1)
        ),
        unknown_head=said(f"{ID}/unknown-head", words.unpublished_head) if unknown else None,
        unknown=tuple(Paragraph(f"{ID}/unknown/{number}", text) for number, text in enumerate(unknown, start=1)),
        text=paragraphs(ID, briefing.method),
        source=source,
        notes=speaker_notes(ID, [*briefing.method, *source.halves]),
    )


def _known_fact(number: int, label: str, value: Prose) -> KnownFact:
    id = f"{ID}/known/{number}"
    return KnownFact(id, said(f"{id}/label", label), Paragraph(f"{id}/value", value))


def _source(briefing: Briefing) -> Source:
    survey, words = briefing.survey, briefing.language.words
    base = common_base_parts([survey.current_wave], briefing, elsewhere=words.other_bases_in_appendix)
    unlinked = base
    if survey.link:
        base = (*base[:-1], joined([base[-1], Words.of(survey.link)], ", "))
    topic, counted = (
        modes_by_topic(survey.questions, briefing, with_sums=True, most_topics=most) for most in (MOST_TOPICS, 0)
    )
    unsourced = without_sources(base, words)
    # The last has all lines for who was asked; modes and sources stand in the notes of the slide in any case.
    shorter = ((counted, base), (counted, unlinked), (counted, unsourced), ((), unsourced))
    return Source(f"{ID}/source", topic, base, tuple(NoteForm(*halves) for halves in shorter))


def _known(briefing: Briefing) -> Iterator[tuple[str, Prose]]:
    survey, language, words = briefing.survey, briefing.language, briefing.language.words
    yield words.publisher, _publisher(briefing)
    if survey.sponsor:
        yield words.sponsor, Prose((Words.of(survey.sponsor),))
    yield words.respondents, _respondents(briefing)
    if survey.sample:
        yield words.sample, _sample(survey.sample, briefing)
    if survey.rhythm:
        yield words.rhythm, fixed({"yearly": words.yearly}[survey.rhythm])
    published = [column_label(wave, language) for wave in briefing.tables.waves.columns if wave.is_published]
    if len(published) > 1:
        yield words.waves, listed(published, language)
    if survey.fieldwork:
        yield words.fieldwork, _fieldwork(survey.fieldwork, briefing)
    if survey.mode:
        yield words.mode, worded(survey.mode, language)
    if survey.weighting:
        yield words.weighting, worded(survey.weighting, language)
    yield words.scope, _scope(briefing)


def _sample(sample: Sample, briefing: Briefing) -> Prose:
    words = briefing.language.words
    by_sample = {
        Sample.RANDOM: words.sample_random,
        Sample.QUOTA: words.sample_quota,
        Sample.PANEL: words.sample_panel,
        Sample.CENSUS: words.sample_census,
        Sample.OPEN: words.sample_open,
    }
    return fixed(by_sample[sample])


def _publisher(briefing: Briefing) -> Prose:
    survey, publisher = briefing.survey, Words.of(briefing.survey.publisher)
    if survey.institute is None or survey.institute == survey.publisher:
        return Prose((publisher,))
    return told(briefing.language.words.conducted_by, publisher=publisher, institute=Words.of(survey.institute))


def _respondents(briefing: Briefing) -> Prose:
    respondents, n = worded(briefing.survey.population, briefing.language), n_of_wave(briefing.survey.wave, briefing)
    return respondents if n is None else joined([respondents, n_text(n, briefing, "survey.n")], ", ")


def _fieldwork(fieldwork: Fieldwork, briefing: Briefing) -> Prose:
    first, last = (
        Fact(FactKind.DATE, text, f"survey.fieldwork.{name}")
        for name, text in zip(
            ("first", "last"), period_texts(fieldwork.first, fieldwork.last, briefing.language), strict=True
        )
    )
    if fieldwork.first == fieldwork.last:
        return Prose((last,))
    return told(briefing.language.words.period, first=first, last=last)


def _scope(briefing: Briefing) -> Prose:
    survey, language, words = briefing.survey, briefing.language, briefing.language.words
    scope = told(
        words.scope_value,
        figures=n_figures(briefing),
        questions=Fact(FactKind.COUNT, count(len(survey.questions), language), "survey.questions"),
        date=wave_date(survey.wave, date_text(survey.current_wave.date, language)),
    )
    return joined([scope, fixed(words.scope_earlier)], ", ") if earlier_waves(briefing) else scope


def _unknown(briefing: Briefing) -> Iterator[Prose]:
    survey, language, words = briefing.survey, briefing.language, briefing.language.words
    yield from unknown_n(briefing)
    if not survey.fieldwork:
        yield fixed(words.unknown_fieldwork)
    if not survey.mode:
        yield fixed(words.unknown_mode)
    unpublished = [question.wording_in(language.code) is Wording.UNPUBLISHED for question in survey.questions]
    if any(unpublished):
        yield fixed(words.unknown_wording if all(unpublished) else words.unknown_wordings)
    waves = [_unpublished_wave(wave, briefing) for wave in briefing.tables.waves.columns if not wave.is_published]
    if waves:
        yield told(words.unknown_wave, wave=listed(waves, language))
    topics = [
        quoted(question.topic, language) for question in survey.questions if _has_unknown_rest(question, briefing)
    ]
    if len(topics) > MOST_RESTS:
        yield told(words.unknown_rests, n=Fact(FactKind.COUNT, str(len(topics)), "questions with an unknown rest"))
    else:
        yield from (told(words.unknown_rest, topic=topic) for topic in topics)


def _unpublished_wave(wave: Column, briefing: Briefing) -> Prose:
    label = column_label(wave, briefing.language)
    is_day = wave.shares_year and wave.date.day is not None
    return told(briefing.language.words.for_day, date=label) if is_day else label


def _has_unknown_rest(question: Question, briefing: Briefing) -> bool:
    is_declared = question.type.adds_up and question.rest in (Rest.UNPUBLISHED, Rest.UNKNOWN)
    table = briefing.tables.table(question.id)
    found = published_sum(question, table, table.total)
    return is_declared and sign_of_difference(found.fraction, Decimal(1)) == -1
