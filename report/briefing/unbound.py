"""Finds shares that were typed by hand into a text: the one kind of number that must never be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.markup import bare
from report.briefing.model.prose import name_of
from report.diagnostics import Diagnostic, SourceText
from report.language.model import Language

_DIFFERENCE = "percentage points are the difference of two figures, as in {{ question.answer - question.other }}"
_OTHER_POINTS = f"{_DIFFERENCE}; write the number of other points in words"
_PART = "bind it to the data, as in {{ question.answer | of_100 }}; write a number of other things in words"
MOST_SUGGESTIONS = 3
"""Cells of the same share that a hint names."""

_NUMBER = r"(?<!\d)(?<!\d[.,])(?P<number>\d++(?:[.,]\d++)*+)"
"""A number is taken whole or not at all: trying its parts would take time with the square of its length."""


def unbound_numbers(source: SourceText, facts: Facts) -> Iterator[Diagnostic]:
    """A fault for every number followed by a per cent sign, words for it, points, or what it is a part of."""
    text = bare(source)
    written = re.compile(rf"{_NUMBER}(?:{facts.language.unbound})", re.IGNORECASE)
    for found in written.finditer(text.text):
        if found["whole"] and _is_no_part(found, facts.language):
            continue
        start, end = text.offsets[found.start()], text.offsets[found.end() - 1] + 1
        message = f'"{found[0]}" is typed by hand and bound to no figure'
        place = source.at(start, end - start)
        yield Diagnostic(StoryFault.UNBOUND_NUMBER, message, place, hint=_hint(found, facts))


def _is_no_part(found: re.Match[str], language: Language) -> bool:
    """Whether a number is larger than what it seems a part of, or names one of several: "Teil 2 von 3"."""
    before = re.search(r"(\w+) $", found.string[: found.start()])
    whole = int(found["whole"]) if found["whole"].isdigit() else LARGEST_WHOLE
    return (
        not found["number"].isdigit()
        or int(found["number"]) > whole
        or bool(before and before[1].lower() in language.numbered)
    )


LARGEST_WHOLE = 100


def _hint(found: re.Match[str], facts: Facts) -> str:
    if found["points"]:
        return _DIFFERENCE
    if found["plain_points"]:
        return _OTHER_POINTS
    names = _names_of_share(found["number"], facts)
    written = " or ".join(f"{{{{ {name} }}}}" for name in names[:MOST_SUGGESTIONS])
    if found["whole"] and found["whole"] != str(LARGEST_WHOLE):
        return _PART
    return f"bind it to the data: {written}" if names else "bind it to the data, as in {{ question.answer }}"


def _names_of_share(number: str, facts: Facts) -> list[str]:
    """The figures that have just this share: first those of the question that is spoken of and of the current wave."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", number):
        return []
    percent = Decimal(number.replace(",", "."))
    tables = facts.tables.by_question.values()
    cells = [
        cell.id for table in tables for cell in table.cells.values() if cell.share and cell.share.percent == percent
    ]
    wave, about = facts.survey.wave, facts.about
    cells.sort(key=lambda cell: (cell.question != about, cell.wave != wave, not cell.column.is_total))
    return [name_of(cell, facts.survey) for cell in cells]
