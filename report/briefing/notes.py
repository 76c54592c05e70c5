"""The notes that let a slide or a block stand alone: what was asked and how, of whom, and where it was published.

Thema: Ziele des Social-Media-Einsatzes; Fragewortlaut nicht veröffentlicht · Mehrfachnennungen (aus der Summe ...)
└──────────────────────── topic and wording ────────────────────────────┘   └──────────── mode ───────────────┘
Basis: Marketingverantwortliche von ITK-Unternehmen, n nicht veröffentlicht · Quelle: Bitkom Research, Juni 2016
└────────────────────────────── base ─────────────────────────────────────┘   └─────────── source ─────────────┘
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from report.briefing.facts import Facts
from report.briefing.model import SourceNote
from report.briefing.sums import exceeds_whole, published_sum
from report.language.dates import date_text
from report.language.lists import join
from report.language.numbers import count, percent
from report.survey.model import ColumnId, Question, QuestionType, Wave
from report.tables.model import CellState
from report.units import Share

BETWEEN = " · "

MOST_TOPICS = 8
"""Questions up to which a note lists their topics by mode; of more it counts them."""


def source_note(question: Question, waves: Sequence[str], facts: Facts) -> SourceNote:
    """The note under an exhibit of one question over the waves shown (ids, in order of time)."""
    words, code = facts.language.words, facts.language.code
    label = question.label.text(code)
    if question.is_exact:
        parts = [words.question.format(label=label)]
    else:
        parts = [_with_wording(words.topic.format(label=label), words.wording_not_published)]
    parts.append(_mode(question, waves, facts))
    if len(waves) == 1 and _is_rounded(question, facts):
        parts.append(words.rounding)
    if question.note:
        parts.append(question.note.text(code))
    return SourceNote(BETWEEN.join(parts), base_line([question], waves, facts))


def _with_wording(topic: str, wording: str) -> str:
    """Both joined by a semicolon, or by a point where the label ends like a sentence."""
    return topic + (BETWEEN if topic[-1] in "?!." else "; ") + wording


# ------------------------------------------------------------------------------------------------------------- modes


def mode_name(question_type: QuestionType, facts: Facts) -> str:
    """The answer mode within a line: "Mehrfachnennungen"."""
    words = facts.language.words
    return {
        QuestionType.SINGLE: words.single,
        QuestionType.MULTIPLE: words.multiple,
        QuestionType.SCALE: words.scale,
    }[question_type]


def modes_by_topic(questions: Iterable[Question], facts: Facts, *, with_sums: bool = False) -> str:
    """The modes of several questions, by topic: "Einfachnennung: Organisation · Mehrfachnennungen: Ziele, ...".

    with_sums: name the sums from which a mode was inferred, "Ziele 333 %". Of more questions than a footer can name
    (`MOST_TOPICS`), those of a mode are counted: "Mehrfachnennungen: 28 Fragen".
    """
    words, questions = facts.language.words, list(questions)
    phrases = {
        QuestionType.SINGLE: words.single_in,
        QuestionType.MULTIPLE: words.multiple_in,
        QuestionType.SCALE: words.scale_in,
    }
    groups: dict[tuple[QuestionType, bool], list[str]] = {}
    for question in sorted(questions, key=lambda question: list(phrases).index(question.type)):
        topic = question.topic.text(facts.language.code)
        if with_sums and question.type_is_inferred:
            topic += f" {_sum_text(question, facts)}"
        groups.setdefault((question.type, question.type_is_inferred), []).append(topic)
    are_all_inferred = all(is_inferred for _, is_inferred in groups)
    parts = []
    for (question_type, is_inferred), topics in groups.items():
        is_counted = len(questions) > MOST_TOPICS and len(topics) > 1
        named = words.n_questions.format(n=len(topics)) if is_counted else ", ".join(dict.fromkeys(topics))
        part = phrases[question_type].format(topics=named)
        parts.append(part if are_all_inferred or not is_inferred else f"{part} {words.inferred_from_sums}")
    line = BETWEEN.join(parts)
    return f"{line} {words.inferred_from_sums}" if groups and are_all_inferred else line


def _mode(question: Question, waves: Sequence[str], facts: Facts) -> str:
    """How the question was answered, wave by wave where the sums show that it changed."""
    words = facts.language.words
    waves_by_mode = _waves_by_mode(question, waves, facts)
    if len(waves_by_mode) > 1:
        parts = [
            words.mode_in_wave.format(
                wave=join([wave_label(wave, facts) for wave in in_mode], facts.language),
                mode=mode_name(mode, facts),
            )
            for mode, in_mode in waves_by_mode.items()
        ]
        return f"{', '.join(parts)} {words.inferred_from_sums_short}"
    mode, table = mode_name(question.type, facts), facts.tables.table(question.id)
    if question.type_is_inferred and published_sum(question, table, table.total) > _NOTHING:
        return f"{mode} {words.inferred_from_sum.format(sum=_sum_text(question, facts))}"
    return mode


def _waves_by_mode(question: Question, waves: Sequence[str], facts: Facts) -> dict[QuestionType, list[str]]:
    """The waves shown whose mode is known: the current one's, and earlier ones whose sum only several answers reach."""
    found: dict[QuestionType, list[str]] = {}
    for wave in waves:
        if wave == facts.survey.wave:
            found.setdefault(question.type, []).append(wave)
        elif exceeds_whole(question, facts.tables.table(question.id), ColumnId(wave)):
            found.setdefault(QuestionType.MULTIPLE, []).append(wave)
    return found


def _sum_text(question: Question, facts: Facts) -> str:
    table = facts.tables.table(question.id)
    return percent(published_sum(question, table, table.total), question.decimals, facts.language).text


_NOTHING, _WHOLE = Share(Decimal(0)), Share(Decimal(1))


def _is_rounded(question: Question, facts: Facts) -> bool:
    """Whether all answers of a single choice were published, declared complete, and do not sum to 100 %."""
    if not question.type.adds_up or question.rest:
        return False
    table = facts.tables.table(question.id)
    cells = [table.cell(answer.id, table.total) for answer in question.answers]
    if any(cell.state is CellState.NOT_PUBLISHED for cell in cells):
        return False
    return published_sum(question, table, table.total) not in (_NOTHING, _WHOLE)


# ------------------------------------------------------------------------------------------------------------- source


def base_line(questions: Sequence[Question], waves: Sequence[str], facts: Facts) -> str:
    """Who was asked, how many, and the sources of the waves shown of which something was published."""
    shown = _published_waves(questions, waves, facts)
    return BETWEEN.join([_base(questions, shown, facts), sources(shown, facts)])


def sources(waves: Iterable[Wave], facts: Facts) -> str:
    """Each source once, in order of time: "Quelle: ...; ..."; the publisher's in succession as one."""
    texts: dict[str, None] = {}
    for is_stated, group in groupby(waves, key=lambda wave: _stated_source(wave, facts) is not None):
        if is_stated:
            texts |= dict.fromkeys(_stated_source(wave, facts) or "" for wave in group)
        else:
            texts[_published_by(", ".join(dict.fromkeys(_date(wave, facts) for wave in group)), facts)] = None
    return facts.language.words.source.format(source="; ".join(texts))


def dated(facts: Facts) -> str:
    """Who published the survey and when: "Bitkom Research, Juni 2016"."""
    return _published_by(date_text(facts.survey.published, facts.language), facts)


def wave_label(wave: str, facts: Facts) -> str:
    """What a wave of that id is called wherever it is named."""
    return facts.tables.waves.column(ColumnId(wave)).label(facts.language)


def n_text(n: int | None, facts: Facts) -> str:
    """The number of respondents, "n = 1.204", or that it was not published."""
    words = facts.language.words
    return words.n_not_published if n is None else words.n.format(n=count(n, facts.language))


def _published_waves(questions: Sequence[Question], waves: Sequence[str], facts: Facts) -> list[Wave]:
    """The waves among `waves` of which a figure of the questions was published; the current one if there is none."""
    published = {wave for question in questions for wave in facts.tables.table(question.id).published_waves}
    shown = [wave for wave in facts.survey.waves if wave.id in waves and wave.id in published]
    return shown or [facts.survey.current_wave]


def _base(questions: Sequence[Question], waves: Sequence[Wave], facts: Facts) -> str:
    """The base of the questions; where they differ, that of the survey and behind it each topic with its own."""
    bases = {question.id: _base_of(question, waves, facts) for question in questions}
    distinct = list(dict.fromkeys(bases.values()))
    if len(distinct) == 1:
        return facts.language.words.base.format(base=distinct[0])
    common = max(distinct, key=list(bases.values()).count)
    others = [
        f"{question.topic.text(facts.language.code)}: {bases[question.id]}"
        for question in questions
        if bases[question.id] != common
    ]
    return facts.language.words.base.format(base="; ".join([common, *others]))


def _base_of(question: Question, waves: Sequence[Wave], facts: Facts) -> str:
    asked = (question.base or facts.survey.population).text(facts.language.code)
    banner = facts.tables.table(question.id).waves
    labels_by_n: dict[str, list[str]] = {}
    for column in (banner.column(ColumnId(wave.id)) for wave in waves):
        n = n_text(column.bases.unweighted, facts)
        labels_by_n.setdefault(n, []).append(column.label(facts.language))
    if len(labels_by_n) == 1:
        return f"{asked}, {next(iter(labels_by_n))}"
    parts = [f"{n} ({', '.join(labels)})" for n, labels in labels_by_n.items()]
    return f"{asked}, {', '.join(parts)}"


def _stated_source(wave: Wave, facts: Facts) -> str | None:
    """How the author says that a wave is cited; without that, it is by who published it and when."""
    stated = wave.source or (facts.survey.source if wave.id == facts.survey.wave else None)
    return stated.text(facts.language.code) if stated else None


def _date(wave: Wave, facts: Facts) -> str:
    is_current = wave.id == facts.survey.wave
    return date_text(facts.survey.published if is_current else wave.date, facts.language)


def _published_by(date: str, facts: Facts) -> str:
    publisher = facts.survey.institute or facts.survey.publisher
    return facts.language.words.dated.format(publisher=publisher, date=date)
