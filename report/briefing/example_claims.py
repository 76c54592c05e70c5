"""A claim of the kind that a text needs, of the figures that it names: what a hint offers to copy.

"{{ q.a }} fell from {{ q.a.w2018 }}"     a change          q.a < q.a.w2018
"{{ q.a }} and {{ q.b }} level"           the same          tied(q.a, q.b)
"{{ q.a }} lead"                          a place           leads(q.a), or rank(q.a) == 1 where it shares the first
"more than half, {{ q.a }}"               an amount         q.a > 50, whether it is true of the figure or not
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from report.briefing.amounts import amount_in
from report.briefing.facts import Facts
from report.briefing.functions import regular_cells
from report.briefing.markup import take_apart
from report.briefing.model.prose import name_of
from report.briefing.own_names import example_figures
from report.briefing.values import Refusal
from report.diagnostics import SourceText
from report.language.model import Language
from report.survey.model import AnswerRole, CellId, Question
from report.tables.model import Cell
from report.units import Share, sign_of_difference

_NAME = re.compile(r"\s*([a-z]\w*(?:\.\w+)+)\s*(?:\|.*)?")
_SIGNS = {-1: "<", 1: ">"}
_HALF = Share(Decimal("0.5"))


def example_claim(
    source: SourceText, words: re.Match[str], *, further: Sequence[str], language: Language, facts: Facts
) -> str:
    """The claim for the words of a text that compare, as they were found in its plain form.

    further: names of figures that the text is read with. A text that names none has an example of its question.
    """

    def are(words_of_a_kind: str) -> bool:
        return re.compile(words_of_a_kind, re.IGNORECASE).match(words.string, words.start()) is not None

    named = named_cells(source, further, facts)
    if are(language.change_words) and (change := _change(named, facts)):
        return change
    question, first, second = example_figures(facts)
    if re.compile(language.level_words, re.IGNORECASE).search(words.string, *words.span()):
        names = [_name(cell, facts) for cell in named[:2]]
        return f"tied({', '.join(names if len(names) > 1 else (f'{question}.{first}', f'{question}.{second}'))})"
    is_against = re.search(language.against_words, words.string, re.IGNORECASE) is not None
    if are(language.place_words) and not (is_against and len(named) > 1):
        return _place(named[0], facts) if named else _first_place(question, facts)
    if amount := amount_in(words, language):
        return amount.of(_name(named[0], facts) if named else f"{question}.{first}")
    compared = named or list(dict.fromkeys(_cells([f"{question}.{first}", f"{question}.{second}"], facts)))
    if len(compared) > 1:
        return _compared(compared[0], compared[1], facts)
    if not compared:
        return f"{question}.{first} > 50"
    return f"{_name(compared[0], facts)} {_sign(compared[0].share, _HALF) or '=='} 50"


def named_cells(source: SourceText, further: Sequence[str], facts: Facts) -> list[Cell]:
    """The published cells that a text names by themselves, after those of the further names it is read with."""
    pieces = take_apart(source).pieces
    return list(dict.fromkeys(_cells([*further, *(piece.source.text for piece in pieces if piece.is_figure)], facts)))


def _cells(expressions: Iterable[str], facts: Facts) -> Iterable[Cell]:
    """The published cells that expressions name by themselves."""
    names = (found[1].split(".") for expression in expressions if (found := _NAME.fullmatch(expression)))
    cells = (facts.cell_named(parts) for parts in names)
    return (cell for cell in cells if isinstance(cell, Cell) and cell.share is not None)


def _change(named: Sequence[Cell], facts: Facts) -> str | None:
    """Two waves of one answer, those that are named or else the last two that were published."""
    for one, other in combinations(named, 2):
        if _answer(one) == _answer(other) and one.id.wave != other.id.wave:
            return _compared(one, other, facts)
    starts = named or [cell for question in _about_first(facts) for cell in _current(question, facts)]
    for cell in starts:
        waves = facts.tables.table(cell.id.question).waves.columns
        column = [CellId(cell.id.question, cell.id.answer, wave.id) for wave in waves if wave.id != cell.id.column]
        earlier = [other for other in map(facts.tables.cell, column) if other.share is not None]
        if earlier and cell.id.column.is_total:
            return _compared(cell, earlier[-1], facts)
    return None


def _about_first(facts: Facts) -> list[Question]:
    return sorted(facts.survey.questions, key=lambda question: question.id != facts.about)


def _current(question: Question, facts: Facts) -> list[Cell]:
    table = facts.tables.table(question.id)
    cells = (table.cell(answer.id, table.total) for answer in question.answers)
    return [cell for cell in cells if cell.share is not None]


def _place(cell: Cell, facts: Facts) -> str:
    """The place that an answer has among the others; that it leads where nobody knows."""
    name, cells = _name(cell, facts), regular_cells(facts.survey.question(cell.id.question), cell.id.column, facts)
    if isinstance(cells, Refusal) or cell not in cells:
        return f"leads({name})"
    above = sum(_sign(other.share, cell.share) == ">" for other in cells)
    level = sum(other.share == cell.share for other in cells)
    if level > 1 or 0 < above < len(cells) - 1:
        return f"rank({name}) == {above + 1}"
    return f"last({name})" if above else f"leads({name})"


def _first_place(name: str, facts: Facts) -> str:
    """That of the answer that leads a question."""
    question = facts.survey.question(name)
    cells = _current(question, facts)
    regular = [cell for cell in cells if question.answer(cell.id.answer).role is AnswerRole.REGULAR]
    first = max(regular or cells, key=lambda cell: cell.share or Share(Decimal(0)), default=None)
    return _place(first, facts) if first else f"leads({name}.{question.answers[0].id})"


def _compared(one: Cell, other: Cell, facts: Facts) -> str:
    sign = _sign(one.share, other.share)
    return f"{_name(one, facts)} {sign} {_name(other, facts)}" if sign else _tied(one, other, facts=facts)


def _tied(one: Cell, other: Cell, *, facts: Facts) -> str:
    return f"tied({_name(one, facts)}, {_name(other, facts)})"


def _sign(one: Share | None, other: Share | None) -> str | None:
    assert one is not None
    assert other is not None
    return _SIGNS.get(sign_of_difference(one.fraction, other.fraction) or 0)


def _answer(cell: Cell) -> tuple[str, str]:
    return cell.id.question, cell.id.answer


def _name(cell: Cell, facts: Facts) -> str:
    return name_of(cell.id, facts.survey)
