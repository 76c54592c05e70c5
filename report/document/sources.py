"""The notes that let a slide or a block stand alone: what was asked and how, of whom, and where it was published.

Thema: Ziele des Social-Media-Einsatzes; Fragewortlaut nicht veröffentlicht · Mehrfachnennungen (aus der Summe ...)
└──────────────────────── topic and wording ────────────────────────────┘   └──────────── mode ───────────────┘
Basis: Marketingverantwortliche von ITK-Unternehmen, n nicht veröffentlicht · Quelle: Bitkom Research, Juni 2016
└────────────────────────────── base ─────────────────────────────────────┘   └─────────── source ─────────────┘
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Part, Prose, Words, fixed, joined, listed, told, worded
from report.briefing.model.terms import column_label, mode_name, publication, wave_date, wave_label
from report.document.model.nodes import Source
from report.document.sums import exceeds_whole, falls_short, published_sum, sum_of_answers
from report.language.dates import date_text
from report.language.numbers import count
from report.survey.model import ColumnId, Question, QuestionType, Wave
from report.tables.model import CellState, Column
from report.units import Share

Parts = tuple[Prose, ...]

MOST_TOPICS = 8
"""Questions up to which a note lists their topics by mode; of more it counts them."""


def source_note(id: str, question: Question, columns: Sequence[ColumnId], briefing: Briefing) -> Source:
    """The note under an exhibit of one question that shows these columns (waves in order of time)."""
    waves = list(dict.fromkeys(column.wave for column in columns))
    topic = [*_asked(question, briefing), _mode(question, waves, briefing)]
    if len(columns) == 1 and _is_rounded(question, columns[0], briefing):
        topic.append(fixed(briefing.language.words.rounding))
    if question.note:
        topic.append(worded(question.note, briefing.language))
    return Source(id, tuple(topic), base_parts([question], columns, briefing))


def _asked(question: Question, briefing: Briefing) -> list[Prose]:
    """The wording of the question, or its topic and that the wording was not published."""
    words, label = briefing.language.words, worded(question.label, briefing.language)
    if question.is_exact:
        return [told(words.question, label=label)]
    topic, unpublished = told(words.topic, label=label), fixed(words.wording_not_published)
    return [topic, unpublished] if topic.text[-1] in "?!." else [joined([topic, unpublished], "; ")]


# ------------------------------------------------------------------------------------------------------------- modes


def modes_by_topic(questions: Iterable[Question], briefing: Briefing, *, with_sums: bool = False) -> Parts:
    """The modes of several questions, by topic: "Einfachnennung: Organisation", "Mehrfachnennungen: Ziele, ...".

    with_sums: name the sums from which a mode was inferred, "Ziele 333 %". Of more questions than a footer can name
    (`MOST_TOPICS`), those of a mode are counted: "Mehrfachnennungen: 28 Fragen".
    """
    words, questions = briefing.language.words, list(questions)
    phrases = {
        QuestionType.SINGLE: words.single_in,
        QuestionType.MULTIPLE: words.multiple_in,
        QuestionType.SCALE: words.scale_in,
    }
    groups: dict[tuple[QuestionType, bool], list[Prose]] = {}
    for question in sorted(questions, key=lambda question: list(phrases).index(question.type)):
        topic = worded(question.topic, briefing.language)
        if with_sums and question.type_is_inferred:
            topic = joined([topic, sum_of_answers(question, briefing)], " ")
        groups.setdefault((question.type, question.type_is_inferred), []).append(topic)
    parts = [
        told(phrases[mode], topics=_named(topics, briefing, is_counted=len(questions) > MOST_TOPICS))
        for (mode, _), topics in groups.items()
    ]
    inferred = fixed(words.inferred_from_sums)
    if groups and all(is_inferred for _, is_inferred in groups):
        return (*parts[:-1], joined([parts[-1], inferred], " "))
    return tuple(
        joined([part, inferred], " ") if is_inferred else part
        for part, (_, is_inferred) in zip(parts, groups, strict=True)
    )


def _named(topics: Sequence[Prose], briefing: Briefing, *, is_counted: bool) -> Prose:
    if is_counted and len(topics) > 1:
        n = Fact(FactKind.COUNT, str(len(topics)), "questions of the mode")
        return told(briefing.language.words.n_questions, n=n)
    return joined({topic.text: topic for topic in topics}.values(), ", ")


def _mode(question: Question, waves: Sequence[str], briefing: Briefing) -> Prose:
    """How the question was answered, wave by wave where the sums show that it changed."""
    language, words = briefing.language, briefing.language.words
    waves_by_mode = _waves_by_mode(question, waves, briefing)
    if len(waves_by_mode) > 1:
        parts = [
            told(
                words.mode_in_wave,
                wave=listed([wave_label(wave, briefing.tables.waves, language) for wave in in_mode], language),
                mode=mode_name(mode, language),
            )
            for mode, in_mode in waves_by_mode.items()
        ]
        return joined([joined(parts, ", "), fixed(words.inferred_from_sums_short)], " ")
    mode, table = mode_name(question.type, language), briefing.tables.table(question.id)
    if question.type_is_inferred and published_sum(question, table, table.total) > _NOTHING:
        return joined([mode, told(words.inferred_from_sum, sum=sum_of_answers(question, briefing))], " ")
    return mode


def _waves_by_mode(question: Question, waves: Sequence[str], briefing: Briefing) -> dict[QuestionType, list[str]]:
    """The waves shown whose mode is known: the current one's, and earlier ones whose sum only several answers reach."""
    found: dict[QuestionType, list[str]] = {}
    for wave in waves:
        if wave == briefing.survey.wave:
            found.setdefault(question.type, []).append(wave)
        elif exceeds_whole(question, briefing.tables.table(question.id), ColumnId(wave)):
            found.setdefault(QuestionType.MULTIPLE, []).append(wave)
    return found


_NOTHING, _WHOLE = Share(Decimal(0)), Share(Decimal(1))


def _is_rounded(question: Question, column: ColumnId, briefing: Briefing) -> bool:
    """Whether all answers of a single choice were published, declared complete, and do not sum to 100 %."""
    if not question.type.adds_up or question.rest:
        return False
    table = briefing.tables.table(question.id)
    cells = [table.cell(answer.id, column) for answer in question.answers]
    if any(cell.state is CellState.NOT_PUBLISHED for cell in cells):
        return False
    total = published_sum(question, table, column)
    return total not in (_NOTHING, _WHOLE) and not falls_short(question, table, column)


# ------------------------------------------------------------------------------------------------------------- source


def base_parts(questions: Sequence[Question], columns: Sequence[ColumnId], briefing: Briefing) -> Parts:
    """Who was asked, how many of each column, and the sources of their waves, as far as something was published."""
    waves = _published_waves(questions, [column.wave for column in columns], briefing)
    order = [wave.id for wave in waves]
    shown = [column for column in columns if column.wave in order] or [ColumnId(order[0])]
    return (
        _base(questions, sorted(shown, key=lambda column: order.index(column.wave)), briefing),
        _sources(waves, briefing),
    )


def dated(briefing: Briefing) -> Prose:
    """Who published the survey and when: "Bitkom Research, Juni 2016"."""
    return _published_by(publication(briefing.survey, briefing.language), briefing)


def n_text(n: int | None, briefing: Briefing, origin: str) -> Prose:
    """The number of respondents, "n = 1.204", or that it was not published; `origin` is what states it."""
    words = briefing.language.words
    if n is None:
        return fixed(words.n_not_published)
    return told(words.n, n=Fact(FactKind.N, count(n, briefing.language), origin))


def _sources(waves: Iterable[Wave], briefing: Briefing) -> Prose:
    """Each source once, in order of time: "Quelle: ...; ..."; the publisher's in succession as one."""
    texts: dict[str, Prose] = {}
    for is_stated, group in groupby(waves, key=lambda wave: bool(_stated_source(wave, briefing))):
        in_succession = list(group)
        found = _stated(in_succession, briefing) if is_stated else [_published_in(in_succession, briefing)]
        texts |= {text.text: texts.get(text.text, text) for text in found}
    return told(briefing.language.words.source, source=joined(texts.values(), "; "))


def _published_waves(questions: Sequence[Question], waves: Sequence[str], briefing: Briefing) -> list[Wave]:
    """The waves among `waves` of which a figure of the questions was published; the current one if there is none."""
    published = {wave for question in questions for wave in briefing.tables.table(question.id).published_waves}
    shown = [wave for wave in briefing.survey.waves if wave.id in waves and wave.id in published]
    return shown or [briefing.survey.current_wave]


def _base(questions: Sequence[Question], columns: Sequence[ColumnId], briefing: Briefing) -> Prose:
    """The base of the questions; where they differ, that of the survey and behind it each topic with its own."""
    bases = {question.id: _base_of(question, columns, briefing) for question in questions}
    texts = [base.text for base in bases.values()]
    common = max(dict.fromkeys(texts), key=texts.count)
    others = [
        joined([worded(question.topic, briefing.language), bases[question.id]], ": ")
        for question in questions
        if bases[question.id].text != common
    ]
    first = next(base for base in bases.values() if base.text == common)
    return told(briefing.language.words.base, base=joined([first, *others], "; "))


def _base_of(question: Question, shown: Sequence[ColumnId], briefing: Briefing) -> Prose:
    """Who was asked and how many; the columns of each number where these differ, and of groups in any case."""
    asked = worded(question.base or briefing.survey.population, briefing.language)
    table, columns_by_n = briefing.tables.table(question.id), dict[int | None, list[Column]]()
    for column in map(table.column, shown):
        columns_by_n.setdefault(column.bases.unweighted, []).append(column)
    is_told = len(columns_by_n) > 1 or any(not column.is_total for column in shown)
    parts = [_n_of(n, columns if is_told else (), question, briefing) for n, columns in columns_by_n.items()]
    return joined([asked, *parts], ", ")


def _n_of(n: int | None, columns: Sequence[Column], question: Question, briefing: Briefing) -> Prose:
    text = n_text(n, briefing, f"the n of survey.questions.{question.id}")
    labels = [column_label(column, briefing.language) for column in columns]
    return told("{n} ({columns})", n=text, columns=joined(labels, ", ")) if labels else text


def _stated_source(wave: Wave, briefing: Briefing) -> Prose | None:
    """How the author says that a wave is cited; without that, it is by who published it and when."""
    stated = wave.source or (briefing.survey.source if wave.id == briefing.survey.wave else None)
    return worded(stated, briefing.language) if stated else None


def _stated(waves: Iterable[Wave], briefing: Briefing) -> Iterator[Prose]:
    return (source for wave in waves if (source := _stated_source(wave, briefing)))


def _published_in(waves: Iterable[Wave], briefing: Briefing) -> Prose:
    dates = [_date(wave, briefing) for wave in waves]
    return _published_by(joined({date.text: date for date in dates}.values(), ", "), briefing)


def _date(wave: Wave, briefing: Briefing) -> Fact:
    if wave.id == briefing.survey.wave:
        return publication(briefing.survey, briefing.language)
    return wave_date(wave.id, date_text(wave.date, briefing.language))


def _published_by(date: Part, briefing: Briefing) -> Prose:
    publisher = Words.of(briefing.survey.institute or briefing.survey.publisher)
    return told(briefing.language.words.dated, publisher=publisher, date=date)
