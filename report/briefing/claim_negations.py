"""Whether a text plainly denies what its claim asserts.

"The bus does not lead"                    leads(bus)          it leads
"Trains are not more popular than cars"    train > car         they are

Only a negation right beside the word that compares counts, where its clause has no other one and names what the claim
is of: "not only", "not much more" and "not among men" deny something else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from itertools import permutations

from report.briefing.claim_directions import is_of_group, is_set_against, sign_of_figures
from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.clauses import clauses, word_in
from report.briefing.emphasis_said import claimed_cells
from report.briefing.empty_claims import conditions_of
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.markup import BareText
from report.briefing.other_answers import answers_named
from report.briefing.other_waves import waves_named
from report.briefing.printed import told
from report.diagnostics import Diagnostic, Severity, SourceText
from report.tables.model import Cell


def claim_denied(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that denies that an answer leads, or that one is more than another, over a claim of it."""
    assert verdict.expression is not None, "the claim was judged"
    cells = [cell for cell in map(said.facts.tables.cell, claimed_cells(holds, said.facts)) if cell.value is not None]
    is_lead = len(cells) == 1 and all(map(_is_lead, conditions_of(verdict.expression.root)))
    if not is_lead and len(cells) != 2:
        return None
    for language in said.languages:
        spoken = Spoken.of(said, language)
        for source, plain in spoken.texts:
            find = _lead_denied if is_lead else _order_denied
            if found := find(cells, plain, spoken.facts):
                (start, end), message = found
                first, last = plain.offsets[start], plain.offsets[end - 1] + 1
                place = source.at(first, last - first)
                words = f'"{source.text[first:last]}" denies what its claim is of: {message}'
                hint = "mend the words, or the claim"
                return Diagnostic(StoryFault.CLAIM_TURNED, words, place, hint=hint, severity=Severity.WARNING)
    return None


def _is_lead(condition: ast.expr) -> bool:
    """Whether a condition says that an answer is the first: leads(a), rank(a) == 1."""
    match condition:
        case ast.Call(func=ast.Name(id="leads")):
            return True
        case ast.Compare(left=ast.Call(func=ast.Name(id="rank")), ops=[ast.Eq()], comparators=[ast.Constant(value=1)]):
            return True
    return False


def _lead_denied(cells: Sequence[Cell], plain: BareText, facts: Facts) -> tuple[tuple[int, int], str] | None:
    """Words of a clause that deny that the answer it names is the first."""
    cell, directions = cells[0], facts.language.directions
    question = facts.survey.question(cell.id.question)
    for start, end in clauses(plain.text):
        clause = plain.text[start:end]
        found = word_in(directions.not_first, clause)
        named = {each.key for each in answers_named(question, clause, facts)}
        of_others = {each.key for each in waves_named(clause, facts, anywhere=True)} - {cell.id.wave}
        if found and named == {cell.id.answer} and not of_others and not is_of_group(clause, facts):
            return (start + found.start(), start + found.end()), f"{told(cell, facts.survey)} leads"
    return None


def _order_denied(cells: Sequence[Cell], plain: BareText, facts: Facts) -> tuple[tuple[int, int], str] | None:
    """Words of a clause that deny of two that one is more than the other, or less, where it is so."""
    directions = facts.language.directions
    for start, end in clauses(plain.text):
        clause = plain.text[start:end]
        more, less = (
            word_in(rf"{directions.denied} (?:{words})", clause) for words in (directions.more, directions.less)
        )
        found = more or less
        waves = {each.key for each in waves_named(clause, facts, anywhere=True)} - {cell.id.wave for cell in cells}
        if found is None or (more and less) or waves or _negations(clause, facts) != 1:
            continue
        sign = 1 if more else -1
        pairs = [pair for pair in permutations(cells, 2) if is_set_against(*pair, clause, facts, plain.text)]
        if pairs and all(sign_of_figures(*pair) == sign for pair in pairs):
            figures = " and ".join(told(cell, facts.survey) for cell in pairs[0])
            return (start + found.start(), start + found.end()), figures
    return None


def _negations(clause: str, facts: Facts) -> int:
    return len(re.findall(rf"\b(?:{facts.language.directions.negations})(?!\w)", clause, re.IGNORECASE))
