"""Finds shares that were typed by hand into a text: the one kind of number that must never be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.markup import BareText, bare
from report.briefing.model.prose import name_of
from report.diagnostics import Diagnostic, SourceText
from report.language.alternatives import find_all
from report.language.model import Language
from report.survey.model import CellId, Question
from report.units import Between, Quantity

_DIFFERENCE = "percentage points are the difference of two figures, as in {{ question.answer - question.other }}"
_OTHER_POINTS = f"{_DIFFERENCE}; write the number of other points in words"
_PART = "bind it to the data, as in {{ question.answer | of_100 }}; write a number of other things in words"
_ANY_FIGURE = "bind it to the data, as in {{ question.answer }}"
_FROM_ELSEWHERE = "a number from elsewhere is quoted in a statement of `kind: literal`"
MOST_SUGGESTIONS = 3
"""Cells of the same share that a hint names."""

_NUMBER = r"(?<!\d)(?<!\d[.,])(?P<number>\d++(?:[.,]\d++)*+)"
"""A number is taken whole or not at all: trying its parts would take time with the square of its length."""


def unbound_numbers(source: SourceText, facts: Facts) -> Iterator[Diagnostic]:
    """A fault for every number followed by a per cent sign, words for it, points, or what it is a part of."""
    text = bare(source)
    in_digits = find_all(rf"{_NUMBER}(?:{facts.language.unbound})", text.text) if re.search(r"\d", text.text) else ()
    for found in in_digits:
        if not (_is_larger_than_whole(found) or _is_one_of_several(found, facts.language)):
            yield _fault(found, text, source, _hint(found, facts))
    for found in find_all(facts.language.unbound_in_words, text.text):
        yield _fault(found, text, source, _hint_of_words(found, facts))


def _fault(found: re.Match[str], text: BareText, source: SourceText, hint: str) -> Diagnostic:
    start, end = text.offsets[found.start()], text.offsets[found.end() - 1] + 1
    message = f'"{found[0]}" is typed by hand and bound to no figure'
    return Diagnostic(StoryFault.UNBOUND_NUMBER, message, source.at(start, end - start), hint=hint)


def _is_larger_than_whole(found: re.Match[str]) -> bool:
    """Whether a number cannot be part of what it seems a part of: "20 von 5 Ländern"."""
    if not found["whole"]:
        return False
    whole = int(found["whole"]) if found["whole"].isdigit() else LARGEST_WHOLE
    return not found["number"].isdigit() or int(found["number"]) > whole


def _is_one_of_several(found: re.Match[str], language: Language) -> bool:
    """Whether a number that seems a part names one of several, or a version: "Teil 2 von 3", "version 0.8 of"."""
    if not found["whole"] and found["of_one"] is None:
        return False
    before = re.search(r"(\w+) $", found.string[: found.start()])
    return before is not None and before[1].lower() in language.numbered


LARGEST_WHOLE = 100


def _hint(found: re.Match[str], facts: Facts) -> str:
    if found["points"]:
        return _DIFFERENCE
    if found["plain_points"]:
        return _OTHER_POINTS
    if found["whole"] and found["whole"] != str(LARGEST_WHOLE):
        return _PART
    number = found["number"].replace(",", ".")
    return _binding(number if found["of_one"] is None else f"{100 * Decimal(number):f}", facts)


def _hint_of_words(found: re.Match[str], facts: Facts) -> str:
    if found["points"] or found["told_points"] is not None:
        return _DIFFERENCE
    if found["part"]:
        return _PART
    words = found["number"].lower()
    number = facts.language.number_words.get(words, facts.language.number_words.get(words.replace("ss", "ß")))
    return _binding(str(number), facts)


def _binding(number: str, facts: Facts) -> str:
    """How a share is bound: the figures that are just it, else those that are it when rounded, with what they are."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", number):
        return f"{_ANY_FIGURE}; {_FROM_ELSEWHERE}"
    share = Decimal(number.replace(",", "."))
    if exact := _nearest(lambda percent: percent == share, facts):
        return f"bind it to the data: {' or '.join(map(_written, exact))}"
    if rounded := _nearest(lambda percent: _rounds_to(percent, share), facts):
        told = (f"{_written(name)}, which is {percent} %" for name, percent in rounded.items())
        return f"bind it to the data: {' or '.join(told)}"
    if facts.about:
        remedy = f"name one that it has; {_FROM_ELSEWHERE}"
        return f'no figure of "{facts.about}" is {number} %, and none rounds to it: {remedy}'
    return f"{_ANY_FIGURE}; {_FROM_ELSEWHERE}"


def _written(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _rounds_to(percent: Quantity, share: Decimal) -> bool:
    """Whether a percentage with more decimals is a typed one, half up."""
    exponent = share.as_tuple().exponent
    if isinstance(percent, Between) or not isinstance(exponent, int):
        return False
    half = Decimal("0.5").scaleb(exponent)
    return -half <= Decimal(percent) - share < half


def _nearest(is_meant: Callable[[Quantity], bool], facts: Facts) -> dict[str, Quantity]:
    """Some figures that have such a share: of the current wave and all respondents, only else of others.

    Where a question is spoken of, they are of it or of its battery: a true figure of another makes the words false.
    """
    shares = {
        cell.id: cell.share.percent
        for question in _spoken_of(facts)
        for cell in facts.tables.table(question.id).cells.values()
        if cell.share and is_meant(cell.share.percent)
    }

    def distance(cell: CellId) -> tuple[bool, bool]:
        return cell.wave != facts.survey.wave, not cell.column.is_total

    nearest = min(map(distance, shares), default=None)
    found = {name_of(cell, facts.survey): percent for cell, percent in shares.items() if distance(cell) == nearest}
    return dict(list(found.items())[:MOST_SUGGESTIONS])


def _spoken_of(facts: Facts) -> list[Question]:
    """The question that is spoken of, then those of its battery; all where none is."""
    questions = facts.survey.questions
    about = next((question for question in questions if question.id == facts.about), None)
    if about is None:
        return list(questions)
    others = [question for question in questions if question.id != about.id]
    return [about, *(other for other in others if about.scale and other.scale == about.scale)]
