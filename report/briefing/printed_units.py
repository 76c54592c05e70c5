"""The unit that the words behind a figure give it, which can only be its own.

{{ q.a | number }} Prozent             right: a share is per cent
{{ q.a - q.b | number }} Prozent       a difference is percentage points: three more than 39 % are 8 % more
{{ q.a - q.b }} der Haushalte          nor a share of anybody
{{ q.a | number }} Millionen           neither is a number of people
{{ q.nps | number }} von 100 Kunden    nor is a score a part of them
"""

from __future__ import annotations

import ast
import re

from report.briefing.demanded import demanding
from report.briefing.evaluation import value_of
from report.briefing.expression import Expression, Part
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.filters import worded
from report.briefing.model.units import behind_share
from report.briefing.values import Count, Value
from report.diagnostics import Diagnostic, SourceText
from report.language.numbers import NO_BREAK_SPACE
from report.units import PercentagePoints, Score, ScoreDifference, Share


def other_unit_given(figure: Expression, behind: SourceText, facts: Facts) -> Diagnostic | None:
    """The fault of words that give a printed figure, with a filter or none, the unit of something else."""
    language, unworded = facts.language, _unworded(figure.root)
    value = value_of(unworded, figure, facts)
    others: tuple[str, ...]
    match value.content:
        case Share():
            others, told = (language.points, language.magnitudes), "a share, which is per cent"
        case PercentagePoints():
            others = (language.per_cent, language.magnitudes, *_wholes(value, facts))
            told = "a difference of shares, which is percentage points"
        case Score() | ScoreDifference():
            people = demanding(language.demands.people, facts, language)
            others = (language.points, language.per_cent, language.magnitudes, people)
            told = "a score, which has its own unit and is no part of anybody"
        case Count():
            others, told = (language.points, language.per_cent, language.magnitudes), "a count, which has no unit"
        case _:
            return None
    unit = re.match(rf"[ -]*(?P<unit>{'|'.join(others)})", re.sub(r"\s", " ", behind.text), re.IGNORECASE)
    if unit is None:
        return None
    alone = str(worded(value, language)).replace(NO_BREAK_SPACE, " ")
    hint = f'write {{{{ {figure.text(Part.of(unworded))} }}}} without "{unit["unit"]}": it prints "{alone}"'
    place = behind.at(unit.start("unit"), len(unit["unit"]))
    return Diagnostic(StoryFault.OTHER_UNIT_GIVEN, f'"{unit["unit"]}" follows {told}', place, hint=hint)


def _wholes(value: Value, facts: Facts) -> list[str]:
    """Regular expressions for what shares are parts of, as it stands behind one: "der Haushalte"."""
    questions = [facts.survey.question(cell.id.question) for cell in value.cells]
    units = [unit for unit in map(facts.survey.unit_of, questions) if unit]
    return [rf"{re.escape(behind_share(unit, facts.language).text)}(?!\w)" for unit in units]


def _unworded(node: ast.expr) -> ast.expr:
    """The part of an expression before its filter."""
    return node.left if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) else node
