"""Who was asked, and how many: the bases of questions, waves and columns.

employees, n = 990; those who work from home (Workplace, Wish), n = 615 (2024), n = 402 (2026)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told, worded
from report.briefing.model.terms import column_label, in_row, n_of_column
from report.language.numbers import count
from report.survey.model import CellId, ColumnId, Question, Translated, Wave
from report.tables.model import LEAST_UNMARKED_BASE, Column
from report.units import TOLERANCE

ALL_ROWS: Mapping[str, Sequence[str]] = {}
"""Of no question only some of its answers are shown."""
MOST_TOLD = 4
"""Different numbers of respondents that are told with their questions; of more, from which to which they lie."""


def has_own_base(question: Question) -> bool:
    """Whether its base, or how many were asked in some column, is not that of the survey."""
    has_own_n = question.n is not None or bool(question.column_n) or bool(question.cell_n)
    return question.base is not None or has_own_n


def asked_alone(question: Question, briefing: Briefing) -> Prose:
    """Who was asked, and not how many: "Basis: Firmen"."""
    return told(briefing.language.words.base, base=_asked_of(question, briefing))


def n_of_wave(wave: str, briefing: Briefing) -> int | None:
    """How many were asked in a wave; of the survey's own, whichever of the two states it. None if not published."""
    return briefing.tables.waves.column(ColumnId(wave)).bases.unweighted


def least_unmarked(briefing: Briefing) -> int:
    """How many respondents are not too few for numbers without a sign."""
    counting = briefing.tables.counting
    return counting.low_base.flag if counting else LEAST_UNMARKED_BASE


def is_weighted(briefing: Briefing) -> bool:
    """Whether respondents weigh differently, so that bases too few for a number without a sign are effective ones."""
    bases = [column.bases for column in briefing.tables.waves.columns]
    return any(round(each.effective or each.unweighted or 0) < (each.unweighted or 0) for each in bases)


def how_counted(columns: Sequence[Column], briefing: Briefing) -> Iterator[Prose]:
    """That numbers are weighted, on which effective bases where that makes them less certain, and who is left out.

    Of several columns the effective bases from the least to the largest. Who was asked and gave no answer is counted
    where percentages are of those who did. Nothing of percentages that were published.
    """
    counting, words = briefing.tables.counting, briefing.language.words
    if counting is None:
        return
    known = [column.bases for column in columns if column.n and column.bases.effective]
    pairs = [(bases.unweighted or 0, bases.effective or 0.0) for bases in known]
    if counting.is_weighted and (not pairs or any(n - effective > TOLERANCE * n for n, effective in pairs)):
        yield fixed(words.weighted)  # weights that are all equal change no share
    if any(round(effective) < n for n, effective in pairs):
        yield _effective([round(effective) for _, effective in pairs], briefing)
    yield from _silent([column for column in columns if column.id.is_total and not column.hidden], briefing)


def _silent(columns: Sequence[Column], briefing: Briefing) -> Iterator[Prose]:
    """How many were asked and did not know, or gave no answer; of several questions from how many to how many.

    Nothing over waves.
    """
    if len({column.id for column in columns}) != 1:
        return
    words, bases = briefing.language.words, [column.bases for column in columns]
    left_out = [(each.asked or 0) - (each.unweighted or 0) for each in bases]
    unsure = [min(each.dont_know, n) for each, n in zip(bases, left_out, strict=True)]
    of_unsure = (words.without_unsure, words.without_unsure_one, words.without_unsure_between)
    of_others = (words.without_answer, words.without_answer_one, words.without_answer_between)
    yield from _left_out(unsure, of_unsure, "asked, and did not know", briefing)
    others = [n - n_unsure for n, n_unsure in zip(left_out, unsure, strict=True)]
    yield from _left_out(others, of_others, "asked, without an answer that counts", briefing)


def _left_out(
    numbers: Sequence[int], phrases: tuple[str, str, str], origin: str, briefing: Briefing
) -> Iterator[Prose]:
    """Who is left out, of one question or of each of several. phrases: of several people, of one, between numbers."""
    if max(numbers) <= 0:
        return
    several, one, between = phrases
    least, most = (
        Fact(FactKind.COUNT, count(each, briefing.language), origin) for each in (min(numbers), max(numbers))
    )
    if least.text != most.text:
        yield told(between, least=least, most=most)
    else:
        yield told(one if numbers[0] == 1 else several, n=most)


def _effective(bases: Sequence[int], briefing: Briefing) -> Prose:
    """The effective base, or from which to which they lie."""
    words, origin = briefing.language.words, "the effective base of its weights"
    least, most = (Fact(FactKind.N, count(each, briefing.language), origin) for each in (min(bases), max(bases)))
    if least.text == most.text:
        return told(words.effective, n=least)
    return told(words.effective_between, least=least, most=most)


def n_text(n: int, briefing: Briefing, origin: str) -> Prose:
    """The number of respondents, "n = 1.204"; `origin` is what states it."""
    return told(briefing.language.words.n, n=Fact(FactKind.N, count(n, briefing.language), origin))


def n_of_all(question: Question, briefing: Briefing, *, beside_waves: bool = False) -> Prose | None:
    """How many were asked a question in the current wave, "n = 501 (alle)", for where that has no column.

    None where it has no number of its own. beside_waves: the wave is told ("2025").
    """
    table = briefing.tables.table(question.id)
    total = table.column(table.total)
    if total.bases.unweighted is None or not has_own_base(question):
        return None
    name = _name(total, briefing, of_one_wave=not beside_waves)
    return _n_of(n_of_column(total, f"survey.questions.{question.id}", briefing.language), [name], briefing)


def n_of_row(row: str, question: Question, shown: Sequence[Column], briefing: Briefing) -> Prose | None:
    """How many an answer or net stands on that says so itself, in columns whose answers stand on different numbers.

    "n = 1,237 (2024)"; of one column alone "n = 1,237". None for a row that says nothing, or nothing else.
    """
    own = [each for each in shown if each.most and CellId(question.id, row, each.id) in question.cell_n]
    table, of_one_wave = briefing.tables.table(question.id), len({column.id.wave for column in shown}) == 1
    told_of = dict[int, list[Prose]]()
    for column in own:
        n = table.cell(row, column.id).bases.unweighted or 0
        told_of.setdefault(n, []).append(_name(column, briefing, of_one_wave=of_one_wave))
    origin = f"the n of survey.questions.{question.id}.{row}"
    counted = [
        _n_of(n_text(n, briefing, origin), names if len(shown) > 1 else [], briefing) for n, names in told_of.items()
    ]
    return joined(counted, ", ") if counted else None


def common_base(waves: Sequence[Wave], briefing: Briefing) -> Prose:
    """Who was asked in the survey, and how many in each of these waves, where a question has their number."""
    survey = briefing.survey
    columns = [briefing.tables.waves.column(ColumnId(wave.id)) for wave in waves]
    is_counted = not all(has_own_base(question) for question in survey.questions)
    counted = _counted(columns, briefing, "survey.n") if is_counted else []
    return joined([worded(survey.population, briefing.language), *counted], ", ")


def bases(
    shown: Mapping[str, Sequence[ColumnId]], briefing: Briefing, rows: Mapping[str, Sequence[str]] = ALL_ROWS
) -> Prose:
    """Who was asked each question, and how many, told once where it is the same.

    rows: the answers and nets that are shown of a question; without it all of them.

    Of several questions those with a base of their own are named behind it: "employees, n = 990; those who work from
    home (Workplace, Wish), n = 615".
    """
    questions = [briefing.survey.question(name) for name in shown]
    columns = {name: _shown_columns(name, shown[name], rows.get(name, ()), briefing) for name in shown}
    groups: dict[str, list[Question]] = {}
    for question in sorted(questions, key=lambda question: question.base is not None):
        groups.setdefault(_asked_of(question, briefing).text, []).append(question)
    return joined(
        [_base(group, columns, briefing, is_alone=len(groups) == 1) for group in groups.values()],
        "; ",
    )


def _shown_columns(
    question: str, shown: Sequence[ColumnId], rows: Sequence[str], briefing: Briefing
) -> Sequence[Column]:
    """The columns that are shown, with the n of these answers and nets where not all stand on one."""
    table = briefing.tables.table(question)
    columns = [table.column(column) for column in shown]
    return [table.standing_on(column.id, rows) if column.most and rows else column for column in columns]


def bases_in_brief(questions: Sequence[Question], briefing: Briefing, *, elsewhere: str) -> Prose:
    """Who was asked the first of several questions, those that all were asked before others; the rest is elsewhere."""
    first = min(questions, key=lambda question: question.base is not None)
    return joined([_asked_of(first, briefing), fixed(elsewhere)], "; ")


def _base(
    questions: Sequence[Question], shown: Mapping[str, Sequence[Column]], briefing: Briefing, *, is_alone: bool
) -> Prose:
    """One group of people who were asked the same questions: who they are, and each n with what it is the n of."""
    asked = _asked_of(questions[0], briefing)
    counted = {question.id: _counted_of(question, shown[question.id], briefing) for question in questions}
    alike: dict[str, list[Question]] = {}
    for question in questions:
        alike.setdefault(joined(counted[question.id], ", ").text, []).append(question)
    if len(alike) > MOST_TOLD and (between := _between(questions, shown, briefing)):
        return joined([asked, between], ", ")
    if len(alike) > 1:
        parts = [_of_topics(counted[same[0].id], same, briefing) for same in alike.values()]
        return told("{asked} ({parts})", asked=asked, parts=joined(parts, "; "))
    is_named = not is_alone and questions[0].base is not None
    who = told("{asked} ({topics})", asked=asked, topics=_topics(questions, briefing)) if is_named else asked
    return joined([who, *counted[questions[0].id]], ", ")


def _between(questions: Sequence[Question], shown: Mapping[str, Sequence[Column]], briefing: Briefing) -> Prose | None:
    """Between which numbers those of many questions lie; None where one is not told."""
    numbers = dict[int, str]()
    for question in questions:
        for column in shown[question.id]:
            if column.n is None:
                return None
            for n in (column.n, column.most or column.n):
                numbers.setdefault(n, f"the n of survey.questions.{question.id}")
    least, most = (Fact(FactKind.N, count(n, briefing.language), numbers[n]) for n in (min(numbers), max(numbers)))
    return told(briefing.language.words.n_between, least=least, most=most)


def _of_topics(counted: Sequence[Prose], questions: Sequence[Question], briefing: Briefing) -> Prose:
    return told("{topics}: {counted}", topics=_topics(questions, briefing), counted=joined(counted, ", "))


def _topics(questions: Sequence[Question], briefing: Briefing) -> Prose:
    """What questions are on; where others of the survey have the same topic, by what tells them from these."""
    code, names_of = briefing.language.code, dict[str, list[str]]()
    for question in briefing.survey.questions:
        names_of.setdefault(question.topic.text(code), []).append(_apart(question).text(code))
    topics = [_topic(question, names_of[question.topic.text(code)], briefing) for question in questions]
    return in_row({topic.text: topic for topic in topics}.values(), briefing.language)


def _topic(question: Question, names: Sequence[str], briefing: Briefing) -> Prose:
    """What a question is on. names: of all questions of its topic, what would tell each from the others."""
    own = _apart(question)
    is_own = len(names) > 1 and names.count(own.text(briefing.language.code)) == 1
    return worded(own if is_own else question.topic, briefing.language)


def _apart(question: Question) -> Translated:
    return question.short or question.label


def _asked_of(question: Question, briefing: Briefing) -> Prose:
    return worded(question.base or briefing.survey.population, briefing.language)


def _counted_of(question: Question, columns: Sequence[Column], briefing: Briefing) -> list[Prose]:
    """How many were asked of each column; of groups whose numbers nobody knows how many were asked in all."""
    is_of_unknown_groups = all(column.id.segment and column.bases.unweighted is None for column in columns)
    of_all = n_of_all(question, briefing) if is_of_unknown_groups else None
    return [*([of_all] if of_all else []), *_counted(columns, briefing, f"survey.questions.{question.id}")]


def _counted(shown: Sequence[Column], briefing: Briefing, origin: str) -> list[Prose]:
    """How many were asked; the columns of each number where these differ, and of groups in any case."""
    columns_by_n = dict[Prose, list[Column]]()
    for column in shown:
        columns_by_n.setdefault(n_of_column(column, origin, briefing.language), []).append(column)
    is_told = len(columns_by_n) > 1 or any(not column.id.is_total for column in shown)
    of_one_wave = len({column.id.wave for column in shown}) == 1
    return [
        _n_of(
            n,
            [_name(column, briefing, of_one_wave=of_one_wave) for column in columns] if is_told else [],
            briefing,
        )
        for n, columns in columns_by_n.items()
    ]


def _name(column: Column, briefing: Briefing, *, of_one_wave: bool) -> Prose:
    """What an n is told to be that of; beside groups of the only wave shown, a year would not say that it is of all."""
    if of_one_wave and column.id.is_total:
        return fixed(briefing.language.words.all_asked)
    return column_label(column, briefing.language)


def _n_of(n: Prose, labels: Sequence[Prose], briefing: Briefing) -> Prose:
    return told("{n} ({columns})", n=n, columns=in_row(labels, briefing.language)) if labels else n
