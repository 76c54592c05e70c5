"""The notes of exhibits whose answers lie across: of a battery, and how nets and blank parts are to be read.

6 von 24 Aussagen, alle: Anhang · je Aussage eine Antwort · Netto berechnet als Summe der Antworten · leerer Teil: ...
Basis: 1.038 Teilnehmende · Quelle: ...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told, worded
from report.briefing.model.terms import asks, in_row, net_note
from report.charts.model import Chart, ChartRow
from report.document.model.nodes import NoteForm, Source
from report.document.sources import Parts, base_parts, base_parts_in_brief, is_rounded, without_bases, without_sources
from report.language.model import Language
from report.language.numbers import round_half_up
from report.survey.model import ColumnId, Question, Wording
from report.tables.model import CellState
from report.units import Between


def battery_note(
    id: str, names: Sequence[str], columns: Sequence[ColumnId], briefing: Briefing, *, facts: Parts = ()
) -> Source:
    """The note under an exhibit of several questions that share their answers."""
    words = briefing.language.words
    questions = [briefing.survey.question(name) for name in names]
    each = one_answer_each(questions, briefing.language)
    rounded = any(is_rounded(question, column, briefing) for question in questions for column in columns)
    rounding = [fixed(words.rounding_of_some)] if rounded else []
    told_of = (*_shown(questions, briefing), *_wording(questions, briefing), each, *facts, *rounding)
    base = base_parts({question.id: columns for question in questions}, briefing)
    written = [worded(question.note, briefing.language) for question in questions if question.note]
    notes = {text.text: text for text in written}
    referred = [fixed(words.note_in_appendix)] if notes else []
    shorter = (
        *([NoteForm((*told_of, *referred), base)] if notes else []),
        NoteForm((*told_of, *referred), without_sources(base, words)),
        NoteForm((each, *facts, *referred), without_sources(base, words)),
        NoteForm((*told_of, *referred), base_parts_in_brief(questions, briefing)),
        NoteForm((each, *facts, *referred), base_parts_in_brief(questions, briefing)),
        NoteForm((each, *facts, *referred), without_bases(words)),
    )
    return Source(id, (*told_of, *notes.values()), base, shorter)


def one_answer_each(questions: Sequence[Question], language: Language) -> Prose:
    """The mode of a battery."""
    words = language.words
    return fixed(words.one_answer_to_each_question if asks(questions, language) else words.one_answer_each)


def across_facts(chart: Chart, language: Language) -> Iterator[Prose]:
    """How the nets of a chart came about, and what its bars leave blank."""
    yield from facts_of_nets(chart, language)
    if chart.blank:
        yield told(language.words.blank_part, what=chart.blank)


def facts_of_nets(chart: Chart, language: Language) -> Iterator[Prose]:
    """How the nets at the ends of its rows came about."""
    nets = [value.cell for row in chart.rows for value in row.nets if not _is_answer(value.cell.id.answer, chart)]
    if note := net_note(nets, language):
        yield note
    if any(cell.state is CellState.PUBLISHED for cell in nets) and not all(_adds_up(row, chart) for row in chart.rows):
        yield fixed(language.words.nets_published)


def facts_of_sides(chart: Chart, language: Language) -> Iterator[Prose]:
    """Which answers are strong in colour and which are on neither side: a picture names them nowhere else."""
    if not has_two_sides(chart):
        return
    words = language.words
    sides = [[column for column in chart.columns if column.name in net.columns] for net in chart.nets]
    if any(len(side) > 1 for side in sides):
        agreeing, rejecting = sides
        yield told(words.strong_shade, answers=in_row([agreeing[-1].wording, rejecting[0].wording], language))
    if others := [column.wording for column in chart.columns if not any(column in side for side in sides)]:
        yield told(words.in_no_bar, answers=in_row(others, language))


def has_two_sides(chart: Chart) -> bool:
    """Whether its bars stand around a middle."""
    return len(chart.nets) > 1


def _is_answer(name: str, chart: Chart) -> bool:
    return any(column.name == name for column in chart.columns)


def _adds_up(row: ChartRow, chart: Chart) -> bool:
    """Whether every published net is what its printed answers add up to."""
    values = {column.name: value for column, value in zip(chart.columns, row.values, strict=True)}
    for net, value in zip(chart.nets, row.nets, strict=True):
        parts = [part.cell for name in net.columns if (part := values[name])]
        shares = [cell.share.percent for cell in (value.cell, *parts) if cell.share]
        if value.cell.state is not CellState.PUBLISHED or len(shares) < len(parts) + 1:
            continue
        known = [share for share in shares if not isinstance(share, Between)]
        if len(known) < len(shares):
            continue
        printed = [round_half_up(share, value.cell.decimals) for share in known]
        if printed[0] != sum(printed[1:]):
            return False
    return True


def _shown(questions: Sequence[Question], briefing: Briefing) -> Iterator[Prose]:
    """How many of the questions with these answers are shown, where the exhibit leaves some out."""
    words, alike = briefing.language.words, [each for each in briefing.survey.questions if _shares(each, questions[0])]
    are_asked = asks(questions, briefing.language)
    if len(alike) > len(questions):
        shown = Fact(FactKind.COUNT, str(len(questions)), "questions shown")
        every = Fact(FactKind.COUNT, str(len(alike)), "questions that share their answers")
        phrase = words.questions_shown if are_asked else words.statements_shown
        yield joined([told(phrase, shown=shown, all=every), fixed(words.all_in_appendix)], ", ")
    else:
        phrase = words.n_questions if are_asked else words.n_statements
        yield told(phrase, n=Fact(FactKind.COUNT, str(len(questions)), "questions shown"))


def _shares(question: Question, other: Question) -> bool:
    """Whether two questions have their answers in common: by their scale, else because these are called alike."""
    if question.scale or other.scale:
        return question.scale == other.scale
    return [(answer.id, answer.label) for answer in question.answers] == [
        (answer.id, answer.label) for answer in other.answers
    ]


def _wording(questions: Sequence[Question], briefing: Briefing) -> Iterator[Prose]:
    """What the publisher says of the words of all of them."""
    words = briefing.language.words
    if all(question.wording is Wording.PARAPHRASED for question in questions):
        yield fixed(words.wording_paraphrased)
    elif all(question.wording is Wording.UNPUBLISHED for question in questions):
        yield fixed(words.wording_not_published)
