"""The words of an exhibit of one number: what it is of, and the numbers beside it."""

from __future__ import annotations

from report.briefing.model import BigFigure, Briefing, Exhibit
from report.briefing.model.prose import Prose, figure, joined
from report.briefing.model.terms import answer_names, column_label, compared_names, first_fitting
from report.briefing.model.units import behind_share
from report.document.leaves import said
from report.document.model.nodes import ComparedNumber, KeyFigure, NumberWords, Output, Paragraph
from report.language.numbers import percent
from report.survey.model import CellId

SENTENCE_ROOM, NAME_ROOM = 95, 40
"""Characters that have room in the sentence behind the number, and behind one beside it, whatever the words."""


def number_words(id: str, shown: Exhibit, briefing: Briefing) -> NumberWords:
    """The sentence that goes on from the number, and every other one with its name."""
    (cell,) = shown.proof
    compared = tuple(
        _compared(f"{id}/compared/{place}", each, shown, briefing) for place, each in enumerate(shown.compared, start=1)
    )
    return NumberWords(
        id,
        KeyFigure(f"{id}/figure", _big(cell, briefing)),
        Paragraph(f"{id}/sentence", _sentence(cell, briefing)),
        said(f"{id}/head", briefing.language.words.compared),
        compared,
        output=Output.DECK,
    )


def _sentence(cell: CellId, briefing: Briefing) -> Prose:
    """Of whom, as far as it is known, and which answer they gave."""
    question, language = briefing.survey.question(cell.question), briefing.language
    unit, column = briefing.survey.unit_of(question), briefing.tables.table(cell.question).column(cell.column)
    whom = [behind_share(unit, language)] if unit else []
    if not cell.column.is_total or cell.wave != briefing.survey.wave:
        whom = [column_label(column, language)]
    names = [name.strong() for name in answer_names(question.answer_or_net(cell.answer), language)]
    return first_fitting([joined([*whom, name], ": ") for name in names], SENTENCE_ROOM)


def _compared(id: str, cell: CellId, shown: Exhibit, briefing: Briefing) -> ComparedNumber:
    big = _big(cell, briefing)
    table = briefing.tables.table(cell.question)
    question = briefing.survey.question(cell.question)
    names = compared_names(cell, shown.proof[0], table, question, briefing.language)
    name = first_fitting(names, NAME_ROOM)
    number = Prose((figure(big.cell, big.number.text, briefing.survey),))
    return ComparedNumber(
        id, KeyFigure(f"{id}/figure", big), Paragraph(f"{id}/number", number), Paragraph(f"{id}/label", name)
    )


def _big(cell: CellId, briefing: Briefing) -> BigFigure:
    found = briefing.tables.cell(cell)
    assert found.share is not None, "only numbers that were published stand alone"
    return BigFigure(found, percent(found.share, found.decimals, briefing.language))
