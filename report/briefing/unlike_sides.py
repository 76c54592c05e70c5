"""Claims that set one answer of a group or wave against another answer of another one: they differ in two ways at once.

"Women name e-mail more often than men"     q.mail.women > q.phone.men                   the phone is another answer
                                            q.mail.women < q.phone.men + q.chat.men      so is the sum of several

It is none where the text names the answers of both sides: "more women write e-mails than men phone". A warning, since
words may name them otherwise.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.empty_claims import conditions_of
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.markup import trimmed
from report.briefing.model.prose import name_of
from report.briefing.other_answers import answers_named
from report.diagnostics import Diagnostic, Severity, SourceText
from report.survey.model import CellId
from report.tables.model import Cell

_Side = Sequence[CellId]


def unlike_sides(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a claim whose sides are of two groups or waves and of different answers, not all of them named."""
    assert verdict.expression is not None, "the claim was judged"
    if said.comparing(lambda language: language.claim_words) is None:
        return None  # then it may be the paragraph below that it stands for
    for condition in conditions_of(verdict.expression.root):
        for one, other in _sides(condition, said.facts):
            unlike = _unlike(one, other, said.facts)
            if not unlike or unlike <= _spoken_of(one[0].question, said):
                continue
            names = [" + ".join(name_of(cell, said.facts.survey) for cell in side) for side in (one, other)]
            text = trimmed(holds)
            return Diagnostic(
                StoryFault.CLAIM_OF_OTHERS,
                f"the claim sets {names[0]} against {names[1]}, other answers of another column, and the text does not",
                text.at(0, len(text.text)),
                hint="hold the same answer of both against each other, or name the answers of both in the text",
                severity=Severity.WARNING,
            )
    return None


def _sides(condition: ast.expr, facts: Facts) -> Iterator[tuple[_Side, _Side]]:
    """What a condition sets against each other: the sides of its comparison, or of a difference in it."""
    differences = (node for node in ast.walk(condition) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub))
    pairs = [(node.left, node.right) for node in differences]
    if isinstance(condition, ast.Compare) and not pairs:
        pairs = [(condition.left, condition.comparators[0])]
    for pair in pairs:
        one, other = (_cells(side, facts) for side in pair)
        if one and other:
            yield one, other


def _cells(side: ast.expr, facts: Facts) -> list[CellId]:
    """The figures that a side names, none of which is the argument of a function."""
    match side:
        case ast.Attribute():
            cell = facts.cell_named(ast.unparse(side).split("."))
            return [cell.id] if isinstance(cell, Cell) and cell.score is None else []
        case ast.Call():
            return []
    return [cell for part in ast.iter_child_nodes(side) if isinstance(part, ast.expr) for cell in _cells(part, facts)]


def _unlike(one: _Side, other: _Side, facts: Facts) -> set[str]:
    """The answers that one side alone is of, where each is of one column and these are two of one question."""
    if len({cell.question for cell in (*one, *other)}) > 1:
        return set()
    columns = [{cell.column for cell in side} for side in (one, other)]
    if columns[0] == columns[1] or any(len(each) > 1 for each in columns):
        return set()
    nets = {net.id: net.answers for net in facts.survey.question(one[0].question).nets}
    parts = [{part for cell in side for part in nets.get(cell.answer, (cell.answer,))} for side in (one, other)]
    return set() if parts[0] == parts[1] else {cell.answer for cell in one} ^ {cell.answer for cell in other}


def _spoken_of(question: str, said: Claimable) -> set[str]:
    """The answers and nets that the texts name, or give the figure of, in some language."""
    found = set[str]()
    for language in said.languages:
        spoken = Spoken.of(said, language)
        found |= {each.key for each in answers_named(said.facts.survey.question(question), spoken.text, spoken.facts)}
        found |= {cell.answer for cell in spoken.given if cell.question == question}
    return found
