"""The notes that let a slide or a block stand alone: what was asked and how, of whom, and where it was published.

Thema: Ziele des Social-Media-Einsatzes; Fragewortlaut nicht veröffentlicht · Mehrfachnennungen (aus der Summe ...)
└──────────────────────── topic and wording ────────────────────────────┘   └──────────── mode ───────────────┘
Basis: Marketingverantwortliche von ITK-Unternehmen, n nicht veröffentlicht · Quelle: Bitkom Research, Juni 2016
└────────────────────────────── base ─────────────────────────────────────┘   └─────────── source ─────────────┘
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Part, Prose, Words, fixed, joined, listed, told, worded
from report.briefing.model.terms import (
    ASTERISK,
    is_asked,
    mode_name,
    net_note,
    publication,
    quoted,
    set_off,
    small_base,
    wave_date,
    wave_label,
)
from report.document.bases import (
    ALL_ROWS,
    asked_alone,
    bases,
    bases_in_brief,
    common_base,
    has_own_base,
    how_counted,
    is_weighted,
    least_unmarked,
)
from report.document.model.nodes import NoteForm, Source
from report.document.sums import differs_from_whole, exceeds_whole, falls_short, sum_of_answers, tells_mode
from report.language.dates import date_text
from report.language.model import Language
from report.language.model import Words as LanguageWords
from report.survey.model import CellId, ColumnId, Question, QuestionType, Survey, Wave, Wording
from report.tables.model import Cell, CellState, Column

Parts = tuple[Prose, ...]

MOST_TOPICS = 8
"""Questions up to which a note lists their topics by mode; of more it counts them."""


def source_note(
    id: str,
    question: Question,
    columns: Sequence[ColumnId],
    briefing: Briefing,
    *,
    answers: Sequence[str] = (),
    facts: Parts = (),
    has_n_row: bool = False,
) -> Source:
    """The note under an exhibit of one question that shows these columns (waves in order of time) of these answers.

    facts: what else has to be known of how it is shown. has_n_row: it tells itself how many were asked of each column,
    which shorter forms do not repeat.
    Where it finds no room on a slide, what else has to be known of the question moves to the appendix, and then its
    words to the speaker notes.
    """
    words, waves = briefing.language.words, list(dict.fromkeys(column.wave for column in columns))
    asked, facts = _asked(question, briefing), (_mode(question, waves, briefing), *facts)
    if len(columns) == 1 and is_rounded(question, columns[0], briefing):
        facts = (*facts, fixed(words.rounding))
    table = briefing.tables.table(question.id)
    nets = computed_nets([table.cell(name, column) for name in answers for column in columns], briefing)
    facts = (*facts, *nets, *_earlier_wordings(question, columns, answers, briefing))
    base, note = base_parts({question.id: columns}, briefing, {question.id: answers}), question.note
    referred = [fixed(words.note_in_appendix)] if note else []
    label = worded(question.label, briefing.language)
    topic = told(words.topic, label=worded(question.topic, briefing.language))
    in_notes = fixed(words.wording_in_notes if _is_worded(question, label, briefing) else words.details_in_notes)
    brief = (asked_alone(question, briefing), *base[1:]) if has_n_row else base
    shorter = (
        *([NoteForm((*asked, *facts, *referred), brief)] if note or has_n_row else []),
        NoteForm((topic, in_notes, *facts, *referred), brief),
        NoteForm((topic, in_notes, *referred), without_sources(brief, words)),
        NoteForm((topic, in_notes, *referred), without_bases(words)),
    )
    told_note = [worded(note, briefing.language)] if note else []
    return Source(
        id,
        (*asked, *facts, *told_note),
        base,
        shorter,
        least_unmarked=least_unmarked(briefing),
        is_weighted=is_weighted(briefing),
        confidence=_confidence(briefing),
    )


def _confidence(briefing: Briefing) -> float | None:
    counting = briefing.tables.counting
    return counting.confidence if counting else None


def computed_nets(cells: Iterable[Cell], briefing: Briefing) -> Parts:
    """That nets among the figures that are shown were computed."""
    nets = [cell for cell in cells if cell.id.answer in briefing.tables.table(cell.id.question).nets]
    note = net_note(nets, briefing.language)
    return (note,) if note else ()


def _earlier_wordings(
    question: Question, columns: Sequence[ColumnId], answers: Sequence[str], briefing: Briefing
) -> Iterator[Prose]:
    """How answers read in earlier waves that are shown, where no break says so."""
    language, waves = briefing.language, [column.wave for column in columns if column.is_total]
    for answer in (answer for answer in question.answers if answer.id in answers and not answer.break_between):
        for wave, label in answer.earlier_labels.items():
            if wave in waves:
                shown = wave_label(wave, briefing.tables.waves, language)
                yield told(language.words.earlier_label, wave=shown, label=quoted(label, language))


def _asked(question: Question, briefing: Briefing) -> list[Prose]:
    """What was asked, and of its words what the publisher says of them."""
    words, label = briefing.language.words, worded(question.label, briefing.language)
    wording = question.wording_in(briefing.language.code)
    if wording is Wording.EXACT:
        return [told(words.exact_question, label=quoted(question.label, briefing.language))]
    phrase = words.question if is_asked(label.text) else words.topic
    known = {Wording.PARAPHRASED: words.wording_paraphrased, Wording.UNPUBLISHED: words.wording_not_published}
    topic = told(phrase, label=label)
    if wording is None:
        return [topic]
    status = fixed(known[wording])
    return [topic, status] if topic.text[-1] in "?!." else [joined([topic, status], "; ")]


def _is_worded(question: Question, label: Prose, briefing: Briefing) -> bool:
    """Whether the note tells the question in words of its own; else it names a topic, and says what is known of it."""
    return question.wording_in(briefing.language.code) is Wording.EXACT or is_asked(label.text)


def with_status(topic: Parts, questions: Iterable[Question], language: Language) -> Parts:
    """The parts, and at their end that the questions' words were not published, where that is true of all."""
    if not all(question.wording_in(language.code) is Wording.UNPUBLISHED for question in questions):
        return topic
    return (*topic[:-1], joined([topic[-1], fixed(language.words.wording_not_published)], "; "))


# ------------------------------------------------------------------------------------------------------------- modes


def modes_by_wave(
    questions: Iterable[Question], waves: Sequence[str], briefing: Briefing, *, most_topics: int = MOST_TOPICS
) -> Parts:
    """The modes of several questions of which these waves are shown: first of those that changed, then by topic.

    "Organisation: 2014 Mehrfachnennungen, 2016 Einfachnennung (aus den Summen)", "Mehrfachnennungen: Ziele, ...".
    """
    alike, changed = list[Question](), list[Prose]()
    for question in questions:
        if mode := changed_mode(question, waves, briefing):
            changed.append(joined([worded(question.topic, briefing.language), mode], ": "))
        else:
            alike.append(question)
    return (*changed, *modes_by_topic(alike, briefing, most_topics=most_topics))


def modes_by_topic(
    questions: Iterable[Question], briefing: Briefing, *, with_sums: bool = False, most_topics: int = MOST_TOPICS
) -> Parts:
    """The modes of several questions, by topic: "Einfachnennung: Organisation", "Mehrfachnennungen: Ziele, ...".

    with_sums: name the sums from which a mode was inferred, "Ziele 333 %". Of more questions than `most_topics` those
    of a mode are counted: "Mehrfachnennungen: 28 Fragen".
    """
    words, questions = briefing.language.words, list(questions)
    phrases = {
        QuestionType.SINGLE: words.single_in,
        QuestionType.MULTIPLE: words.multiple_in,
        QuestionType.SCALE: words.scale_in,
        QuestionType.NUMERIC: words.numeric_in,
        QuestionType.NPS: words.ratings_in,
    }
    groups: dict[tuple[QuestionType, bool], list[Prose]] = {}
    for question in sorted(questions, key=lambda question: list(phrases).index(question.type)):
        topic = set_off(worded(question.topic, briefing.language), briefing.language)
        is_told = with_sums and question.type_is_inferred and tells_mode(question, briefing)
        if is_told and (found := sum_of_answers(question, briefing)):
            topic = joined([topic, found], " ")
        groups.setdefault((question.type, question.type_is_inferred), []).append(topic)
    parts = [
        told(phrases[mode], topics=named_topics(topics, briefing, is_counted=len(questions) > most_topics))
        for (mode, _), topics in groups.items()
    ]
    from_sums = all(tells_mode(question, briefing) for question in questions if question.type_is_inferred)
    inferred = fixed(words.inferred_from_sums if from_sums else words.inferred)
    if groups and all(is_inferred for _, is_inferred in groups):
        return (*parts[:-1], joined([parts[-1], inferred], " "))
    return tuple(
        joined([part, inferred], " ") if is_inferred else part
        for part, (_, is_inferred) in zip(parts, groups, strict=True)
    )


def named_topics(topics: Sequence[Prose], briefing: Briefing, *, is_counted: bool) -> Prose:
    """The topics of questions one after the other, each once; or how many questions there are."""
    if is_counted and len(topics) > 1:
        n = Fact(FactKind.COUNT, str(len(topics)), "questions meant")
        return told(briefing.language.words.n_questions, n=n)
    return joined({topic.text: topic for topic in topics}.values(), ", ")


def _mode(question: Question, waves: Sequence[str], briefing: Briefing) -> Prose:
    """How the question was answered, wave by wave where that changed; and what tells it."""
    language, words = briefing.language, briefing.language.words
    if changed := changed_mode(question, waves, briefing):
        return changed
    mode = mode_name(question.type, language)
    if not question.type_is_inferred:
        return mode
    found = sum_of_answers(question, briefing) if tells_mode(question, briefing) else None
    return joined([mode, told(words.inferred_from_sum, sum=found) if found else fixed(words.inferred)], " ")


def changed_mode(question: Question, waves: Sequence[str], briefing: Briefing) -> Prose | None:
    """How the question was answered wave by wave, where a sum tells that one shown had another mode; else None."""
    language, words = briefing.language, briefing.language.words
    waves_by_mode = _waves_by_mode(question, waves, briefing)
    if waves_by_mode.keys() <= {question.type}:
        return None
    parts = [
        told(
            words.mode_in_wave,
            wave=listed([wave_label(wave, briefing.tables.waves, language) for wave in in_mode], language),
            mode=mode_name(mode, language),
        )
        for mode, in_mode in waves_by_mode.items()
    ]
    return joined([joined(parts, ", "), fixed(words.inferred_from_sums_short)], " ")


def _waves_by_mode(question: Question, waves: Sequence[str], briefing: Briefing) -> dict[QuestionType, list[str]]:
    """The waves shown whose mode is known: the current one's, and earlier ones whose sum only several answers reach."""
    found: dict[QuestionType, list[str]] = {}
    for wave in waves:
        if wave == briefing.survey.wave:
            found.setdefault(question.type, []).append(wave)
        elif exceeds_whole(question, briefing.tables.table(question.id), ColumnId(wave)):
            found.setdefault(QuestionType.MULTIPLE, []).append(wave)
    return found


def is_rounded(question: Question, column: ColumnId, briefing: Briefing) -> bool:
    """Whether all answers of a single choice were published, declared complete, and do not sum to 100 %."""
    if not question.type.adds_up or question.rest:
        return False
    table = briefing.tables.table(question.id)
    cells = [table.cell(answer.id, column) for answer in question.answers]
    if any(cell.state in (CellState.NOT_PUBLISHED, CellState.SUPPRESSED) for cell in cells):
        return False
    has_figures = any(cell.share for cell in cells)
    is_whole = has_figures and not falls_short(question, table, column)
    return is_whole and differs_from_whole(question, table, column)


# ------------------------------------------------------------------------------------------------------------- source


def base_parts(
    shown: Mapping[str, Sequence[ColumnId]], briefing: Briefing, rows: Mapping[str, Sequence[str]] = ALL_ROWS
) -> Parts:
    """Who was asked, how many of each column, and the sources of their waves, as far as something was published.

    shown: the columns of each question; rows: its answers and nets that are shown, without it all of them.
    """
    waves, published = _published_waves(shown, briefing), dict[str, list[ColumnId]]()
    order = [wave.id for wave in waves]
    for name, columns in shown.items():
        kept = [column for column in columns if column.wave in order] or [ColumnId(order[0])]
        published[name] = sorted(kept, key=lambda column: order.index(column.wave))
    of_all = [briefing.tables.table(name).column(column) for name, ids in published.items() for column in ids]
    return _base_part(bases(published, briefing, rows), of_all, briefing), sources(waves, briefing)


def named_rows(cells: Iterable[CellId]) -> Mapping[str, Sequence[str]]:
    """The answers and nets that these cells are of, by question."""
    rows: dict[str, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.question, []).append(cell.answer)
    return rows


def _base_part(asked: Prose, columns: Sequence[Column], briefing: Briefing) -> Prose:
    """Who was asked and how many, how they were counted; and what the sign means that stands where these are few."""
    base = joined([told(briefing.language.words.base, base=asked), *how_counted(columns, briefing)], ", ")
    is_small = re.search(rf"\d{re.escape(ASTERISK)}", asked.text)  # "Teilnehmer*innen" are not few
    if not is_small:
        return base
    meaning = small_base(briefing.language, least_unmarked(briefing), is_effective=is_weighted(briefing))
    return joined([base, meaning], "; ")


def common_base_parts(waves: Sequence[Wave], briefing: Briefing, *, elsewhere: str) -> Parts:
    """Who was asked in the survey, how many in each of these waves, and the sources.

    elsewhere: what is said where a question has a base or a number of its own.
    """
    survey = briefing.survey
    shown = {question.id: [ColumnId(wave.id) for wave in waves] for question in survey.questions}
    published = _published_waves(shown, briefing)
    columns = [briefing.tables.waves.column(ColumnId(wave.id)) for wave in published]
    base = _base_part(common_base(published, briefing), columns, briefing)
    has_others = any(has_own_base(question) for question in survey.questions)
    return joined([base, fixed(elsewhere)], "; ") if has_others else base, sources(published, briefing)


def base_parts_in_brief(questions: Sequence[Question], briefing: Briefing) -> Parts:
    """Who was asked, and where it says how many, and where the sources stand: where no more has room."""
    words = briefing.language.words
    base = bases_in_brief(questions, briefing, elsewhere=words.other_bases_in_appendix)
    return without_sources((told(words.base, base=base),), words)


def without_sources(base: Parts, words: LanguageWords) -> Parts:
    """The base alone, and where the sources stand: in the speaker notes."""
    return base[0], fixed(words.sources_in_notes)


def without_bases(words: LanguageWords) -> Parts:
    """Where it says who was asked and how many, and where the sources stand: where not even the base has room."""
    return without_sources((fixed(words.bases_in_appendix),), words)


def dated(briefing: Briefing) -> Prose:
    """Who published the survey and when: "Bitkom Research, Juni 2016"."""
    return _published_by(publication(briefing.survey, briefing.language), briefing)


def sources(waves: Iterable[Wave], briefing: Briefing) -> Prose:
    """Each source once, in order of time: "Quelle: ...; ..."; the publisher's in succession as one."""
    texts: dict[str, Prose] = {}
    for is_stated, group in groupby(waves, key=lambda wave: bool(_stated_source(wave, briefing))):
        in_succession = list(group)
        found = _stated(in_succession, briefing) if is_stated else [_published_in(in_succession, briefing)]
        texts |= {text.text: texts.get(text.text, text) for text in found}
    return told(briefing.language.words.source, source=joined(texts.values(), "; "))


def _published_waves(shown: Mapping[str, Sequence[ColumnId]], briefing: Briefing) -> list[Wave]:
    """The waves shown of which a figure of their question was published; the current one if there is none."""
    published = {
        column.wave
        for question, columns in shown.items()
        for column in columns
        if column.wave in briefing.tables.table(question).published_waves
    }
    return [wave for wave in briefing.survey.waves if wave.id in published] or [briefing.survey.current_wave]


def _stated_source(wave: Wave, briefing: Briefing) -> Prose | None:
    """How the author says that a wave is cited; without that, it is by who published it and when."""
    stated = wave.source or (briefing.survey.source if wave.id == briefing.survey.wave else None)
    return worded(stated, briefing.language) if stated else None


def _stated(waves: Iterable[Wave], briefing: Briefing) -> Iterator[Prose]:
    return (source for wave in waves if (source := _stated_source(wave, briefing)))


def _published_in(waves: Sequence[Wave], briefing: Briefing) -> Prose:
    """Who published the waves and when; several are told apart by when they took place, the current one too."""
    if [wave.id for wave in waves] == [briefing.survey.wave]:
        return dated(briefing)
    dates = [_date(wave, briefing) for wave in waves]
    return _published_by(joined({date.text: date for date in dates}.values(), ", "), briefing)


def _date(wave: Wave, briefing: Briefing) -> Fact:
    """When a wave took place; of the current one when it was published, if no month of it is known."""
    if wave.id == briefing.survey.wave and wave.date.month is None:
        return publication(briefing.survey, briefing.language)
    return wave_date(wave.id, date_text(wave.date, briefing.language))


def _published_by(date: Part, briefing: Briefing) -> Prose:
    return told(briefing.language.words.dated, publisher=credited(briefing.survey), date=date)


def credited(survey: Survey) -> Words:
    """Whom notes and citation name as the source of what has no `source`: who asked, else who published it."""
    return Words.of(survey.institute or survey.publisher)
