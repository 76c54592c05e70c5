"""What answer modes, columns and dates are called wherever story, charts and document speak of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Fact, FactKind, Prose, Words, fixed, joined, told, worded
from report.diagnostics import SourceText
from report.language.dates import date_text
from report.language.embedding import asked, has_quotes, is_divided, unended, within_quotes
from report.language.model import Language
from report.language.model import Words as LanguageWords
from report.language.numbers import count
from report.survey.model import Answer, CellId, ColumnId, Net, Question, QuestionType, Rest, Survey, Translated
from report.tables.model import LEAST_UNMARKED_BASE, Banner, Cell, CellState, Column, Flag, Table
from report.units import Share, is_below_whole

ASTERISK = "*"
"""Behind a base of few."""
APART = ("↑", "↓")
"""Behind the number of a group that lies above, or below, all who are not in it; every typeface that ships has both."""
APART_PLAIN = ("+", "−")
"""What stands for them where the typeface of a house has no arrows."""


def mode_name(question_type: QuestionType, language: Language) -> Prose:
    """The answer mode within a line: "Mehrfachnennungen"."""
    words = language.words
    return fixed(
        {
            QuestionType.SINGLE: words.single,
            QuestionType.MULTIPLE: words.multiple,
            QuestionType.SCALE: words.scale,
            QuestionType.NUMERIC: words.numeric,
            QuestionType.NPS: words.ratings,
        }[question_type]
    )


def asks(questions: Iterable[Question], language: Language) -> bool:
    """Whether several questions are called so; those are statements that none words as one and answers agree with.

    What persons or services were judged by is no statement: "satisfied", "often".
    """
    return any(
        is_asked(question.label.text(language.code)) or not _is_agreed_to(question, language) for question in questions
    )


def _is_agreed_to(question: Question, language: Language) -> bool:
    labels = [answer.label for answer in question.answers] + [net.label for net in question.nets]
    return any(re.search(language.headlines.agrees, label.text(language.code), re.IGNORECASE) for label in labels)


def is_asked(label: str) -> bool:
    """Whether words ask something, be it before an instruction ("… Tick all that apply.")."""
    return asked(SourceText(label)) is not None


def quoted(text: Translated, language: Language) -> Prose:
    """A text of the survey in quotation marks, those that it has itself within them."""
    opening, closing = language.quotes
    return joined([fixed(opening), Words.of(within_quotes(text.source(language.code), language)), fixed(closing)], "")


def in_row(names: Iterable[Prose], language: Language) -> Prose:
    """Names of the survey one after the other, in quotation marks those that have commas themselves."""
    return joined([set_off(name, language) for name in names], ", ")


def set_off(name: Prose, language: Language) -> Prose:
    """A name as it stands among others: in quotation marks, if it has commas and no marks of its own."""
    if not is_divided(name.text) or has_quotes(name.text):
        return name
    opening, closing = language.quotes
    return joined([fixed(opening), name, fixed(closing)], "")


def label_within(label: Prose, language: Language) -> Prose:
    """What something is called as it stands within a sentence: without the stop or colon at its end."""
    *others, last = label.runs
    if not isinstance(last, Words):
        return label
    source = unended(last.source if last.source.text == last.text else SourceText(last.text), language)
    return replace(label, runs=(*others, replace(last, text=source.text, source=source)))


def common_topic(questions: Sequence[Question], language: Language) -> Prose:
    """The topic of one question, or of all where they have it in common; else that they are compared."""
    first, *others = (worded(question.topic, language) for question in questions)
    if all(topic.text == first.text for topic in others):
        return first
    words = language.words
    return fixed(words.questions_compared if asks(questions, language) else words.statements_compared)


def lead_in(questions: Sequence[Question], language: Language) -> Prose | None:
    """What the labels of several questions begin with alike, up to a colon: "How important to you is"; None of others.

    Their short forms, by which rows are named, do not say it.
    """
    labels = [question.label.source(language.code) for question in questions]
    begins = [label.text.partition(": ")[0] for label in labels]
    if len(labels) < 2 or len(set(begins)) > 1 or begins[0] == labels[0].text:
        return None
    return Prose((Words.of(labels[0].part(0, len(begins[0]))),))


def rest_reason(rest: Rest, shares: Sequence[Share], words: LanguageWords) -> str:
    """What a rest of 100 % is said to be, by these shares of its answers.

    No more than its publisher said, and never rounding where it cannot be that.
    """
    unknown = words.rest_unexplained if is_below_whole(shares) else words.rest_unknown
    return {Rest.UNPUBLISHED: words.rest_unpublished, Rest.NO_ANSWER: words.rest_no_answer, Rest.UNKNOWN: unknown}[rest]


def answer_label(answer: Answer | Net, language: Language) -> Prose:
    """What an answer is called in charts and tables; a net says that it is one, once."""
    label = worded(answer.label, language)
    return told(language.words.net, label=label) if _needs_net(answer, label.text, language) else label


def short_label(answer: Answer | Net, language: Language) -> str | None:
    """Its label for narrow places, where it has one."""
    if answer.short is None:
        return None
    label = answer.short.text(language.code)
    return language.words.net.format(label=label) if _needs_net(answer, label, language) else label


def answer_names(answer: Answer | Net, language: Language) -> tuple[Prose, ...]:
    """What an answer is called in shorter and shorter words: by its label, by its short form if it has one."""
    label = answer_label(answer, language)
    if answer.short is None:
        return (label,)
    short = worded(answer.short, language)
    return label, told(language.words.net, label=short) if _needs_net(answer, short.text, language) else short


def first_fitting(texts: Sequence[Prose], room: int) -> Prose:
    """The first text of no more characters than have room, else the last one."""
    return next((text for text in texts if len(text.text) <= room), texts[-1])


def _needs_net(answer: Answer | Net, label: str, language: Language) -> bool:
    return isinstance(answer, Net) and not says_net(label, language)


def says_net(label: str, language: Language) -> bool:
    """Whether the words of a label end with what marks a net."""
    return label.casefold().endswith(language.words.net.format(label="").strip().casefold())


def net_note(cells: Iterable[Cell], language: Language) -> Prose | None:
    """That nets among the cells that are shown were computed, or cannot be; None where neither is so."""
    cells, words, notes = list(cells), language.words, list[Prose]()
    states = {cell.state for cell in cells if cell.share}
    if CellState.COMPUTED in states:
        notes.append(fixed(words.net_computed if states == {CellState.COMPUTED} else words.net_partly_computed))
    if any(Flag.SUM_UNKNOWN in cell.flags for cell in cells):
        notes.append(fixed(words.net_not_computable))
    return joined(notes, "; ") if notes else None


def sign_meaning(sign: str, meaning: str) -> Prose:
    """What a sign stands for: "n. v. = nicht veröffentlicht"."""
    return joined([fixed(sign), fixed(meaning)], " = ")


def column_label(column: Column, language: Language) -> Prose:
    """What stands above a column: its name in the survey; of a wave its date."""
    if column.name:
        return worded(column.name, language)
    return Prose((wave_date(column.id.wave, column.label(language)),))


def group_name(column: Column, language: Language) -> Prose:
    """What a segment column is called over an exhibit of it alone: "65 und älter, n = 280", n where published."""
    label, base = column_label(column, language), base_of(column, language)
    return joined([label, base], ", ") if base else label


BREAK_SIGN = "//"
"""Stands behind a wave that is not comparable with the next one beside it."""


def reference_name(reference: ColumnId, table: Table, language: Language) -> Prose:
    """What a column is called that others are held against: "alle", a wave, or a group.

    A wave before a break of the question bears its sign.
    """
    if reference == table.total:
        return fixed(language.words.all_asked)
    name = column_label(table.column(reference), language)
    breaks = (found for found in table.breaks if found.answer is None)
    is_before = reference.is_total and any(table.sides(found, [reference, table.total]) for found in breaks)
    return joined([name, fixed(BREAK_SIGN)], " ") if is_before else name


def compared_name(cell: CellId, large: CellId, table: Table, question: Question, language: Language) -> Prose:
    """What a number is called beside a large one: its answer and its column, as far as they are not those of it."""
    return compared_names(cell, large, table, question, language)[0]


def compared_names(
    cell: CellId, large: CellId, table: Table, question: Question, language: Language
) -> tuple[Prose, ...]:
    """The same in shorter and shorter words."""
    column = [] if cell.column == large.column else [reference_name(cell.column, table, language)]
    if cell.answer == large.answer:
        return (joined(column, ", "),)
    names = answer_names(question.answer_or_net(cell.answer), language)
    return tuple(joined([name, *column], ", ") for name in names)


def base_of(column: Column, language: Language) -> Prose | None:
    """How many were asked in a column, "n = 280", with a sign where these are few; None where it was not published."""
    if column.bases.unweighted is None:
        return None
    id = column.id
    origin = f"waves.{id.wave}" if id.is_total else f"segments.{id.segment}.columns.{id.column}"
    return n_of_column(column, f"survey.{origin}", language, is_narrow=True)


def n_of_column(column: Column, origin: str, language: Language, *, is_narrow: bool = False) -> Prose:
    """The same, or what is told in its place: "n not published", "n under 30", "n withheld"; origin: what states it.

    Of answers that stand on different numbers from which to which they go: none of them is that of all shares.
    is_narrow: whether it stands with a column, where there is no room to say that these are by answer.
    """
    words = language.words
    if column.hidden:
        if column.hidden.base_under is None:
            return fixed(words.n_withheld)
        limit = count(column.hidden.base_under, language)
        return told(words.n_under, least=Fact(FactKind.CONSTANT, limit, "the smallest base that is shown"))
    if column.n is None:
        return fixed(words.n_not_published)
    if column.most is None:
        return marked_n(column.n, f"the n of {origin}", language, is_small=column.bases.is_small)
    if is_narrow:
        span = Fact(FactKind.N, span_of_n(column.n, column.most, language), f"the n of {origin}")
        said = told(words.n, n=span)
        return joined([said, fixed(ASTERISK)], "") if column.bases.is_small else said
    least, most = (
        Prose((Fact(FactKind.N, count(n, language), f"the n of {origin}"),)) for n in (column.n, column.most)
    )
    marked = joined([least, fixed(ASTERISK)], "") if column.bases.is_small else least
    return told(words.n_by_answer, least=marked, most=most)


def span_of_n(n: int, most: int | None, language: Language) -> str:
    """The number of a column alone, "1,337"; of answers that stand on different ones "1,237–1,337"."""
    return count(n, language) if most is None else f"{count(n, language)}–{count(most, language)}"


def marked_n(n: int, origin: str, language: Language, *, is_small: bool) -> Prose:
    """How many were asked, with a sign where these are few; origin: what states it."""
    said = told(language.words.n, n=Fact(FactKind.N, count(n, language), origin))
    return joined([said, fixed(ASTERISK)], "") if is_small else said


def small_base(language: Language, least: int = LEAST_UNMARKED_BASE, *, is_effective: bool = False) -> Prose:
    """What that sign means: "* = Basis unter 100"; is_effective: of respondents who weigh differently."""
    words = language.words
    pattern = words.small_effective_base if is_effective else words.small_base
    return sign_meaning(ASTERISK, pattern.format(least=least))


def wave_label(wave: str, waves: Banner, language: Language) -> Prose:
    """What a wave of that id is called wherever it is named."""
    return column_label(waves.column(ColumnId(wave)), language)


def wave_date(wave: str, text: str) -> Fact:
    """The date of a wave, as exact as it is worded."""
    return Fact(FactKind.DATE, text, f"survey.waves.{wave}.date")


def publication(survey: Survey, language: Language) -> Fact:
    """When the survey was published."""
    return Fact(FactKind.DATE, date_text(survey.published, language), "survey.published")
