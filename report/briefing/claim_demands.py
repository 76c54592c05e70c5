"""Words that only a claim of their own kind makes true, and the faults of those whose claim is true without it.

"Significantly more than in 2023"     q.a > q.a.w2023          chance may explain it: differs(q.a, q.a.w2023)
"Most customers are promoters"        leads(f.promoters)       they are 37 % of them: more than half is claimed
"Nobody names the app"                q.app < 10               some do
"Women and men agree"                 q.a > 1                  says nothing of both: not differs(...), tied(...)
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from report.briefing.amounts import Amount, amount_in
from report.briefing.claim_amounts import percents
from report.briefing.claim_directions import is_negated
from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.comparing import Comparing
from report.briefing.demanded import demanding
from report.briefing.emphasis_said import claimed_cells
from report.briefing.empty_claims import conditions_of
from report.briefing.expression import Expression
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.groups import columns_named
from report.briefing.model.prose import name_of
from report.briefing.own_names import example_figures
from report.briefing.printed import told
from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.language.model import FIGURE, Language
from report.survey.model import CellId, ColumnId

_TEST = "differs"
_OF_PLACES = {"tied", "rank", "rank_in_battery"}


@frozen
class _People:
    """Of how many people words say something, in words and as an amount."""

    words: Callable[[Language], str]
    of: str
    amount: Amount


_MAJORITY = _People(lambda language: language.demands.majority, "more than half", Amount(above="> 50"))
_ALL = _People(lambda language: language.demands.everyone, "all", Amount(above="> 99"))
_NOBODY = _People(lambda language: language.demands.nobody, "none", Amount(below="< 1"))
_OF_PEOPLE = (_ALL, _NOBODY, _MAJORITY)
"""One in a hundred that is missing, or too many, is what rounding would hide."""


def demand_without_claim(said: Claimable, what: str) -> Diagnostic | None:
    """The fault of a text without a claim that has such words."""
    for people in _OF_PEOPLE:
        if found := _first(said, people.words):
            hint = f"add holds: with the condition under which it is true, as in holds: {_example(people, found, said)}"
            message = f'"{found.words}" tells of {people.of}, so the {what} needs a claim'
            return Diagnostic(StoryFault.MISSING_CLAIM, message, found.place, hint=hint)
    for words, pair in ((_significant, f"{_TEST}({{0}}, {{1}})"), (_equal, f"not {_TEST}({{0}}, {{1}})")):
        if found := _first(said, words):
            example = pair.format(*_pair(found, (), said))
            hint = f"add holds: with the two figures that it compares, as in holds: {example}"
            message = f'"{found.words}" compares, so the {what} needs a claim'
            return Diagnostic(StoryFault.MISSING_CLAIM, message, found.place, hint=hint)
    return None


def demand_not_claimed(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The first fault of words whose claim is true without what they say."""
    assert verdict.expression is not None, "the claim was judged"
    claimed = claimed_cells(holds, said.facts)
    found = (
        _significance(said, verdict.expression, claimed),
        *(_people(people, said, claimed, verdict) for people in _OF_PEOPLE),
        _equality(said, verdict, claimed),
    )
    return next((fault for fault in found if fault), None)


# ------------------------------------------------------------------------------------------------------------- chance


def _significance(said: Claimable, claim: Expression, claimed: Sequence[CellId]) -> Diagnostic | None:
    """The fault of a text that tells of statistics, whose claim tests nothing, or found the contrary."""
    found = _first(said, _significant)
    if found is None:
        return None
    is_denied = is_negated(found, (), said.facts) or "insignif" in found.match[0].casefold()
    tests = {is_turned for each in conditions_of(claim.root) if (is_turned := _is_turned_test(each)) is not None}
    if is_denied in tests:
        return None
    test = f"{'not ' if is_denied else ''}{_TEST}({', '.join(_pair(found, claimed, said))})"
    message = f'"{found.words}" tells what a test finds, and its claim does not test it'
    hint = f"hold the two against each other, as in holds: {test}; leave the word out where nothing was tested"
    return Diagnostic(StoryFault.SIGNIFICANCE_NOT_CLAIMED, message, found.place, hint=hint)


def _is_turned_test(condition: ast.expr) -> bool | None:
    """Whether a condition is the contrary of a test; None of one that is no test."""
    match condition:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _is_turned_test(operand)
            return None if inner is None else not inner
        case ast.Call(func=ast.Name(id=name)) if name == _TEST:
            return False
    return None


# ------------------------------------------------------------------------------------------------------------- people


def _people(people: _People, said: Claimable, claimed: Sequence[CellId], verdict: Verdict) -> Diagnostic | None:
    """The fault of words that tell of all, of none or of most, where no figure of claim and text is so large."""
    if verdict.looks_at_questions or verdict.computes:
        return None
    found = _first(said, people.words)
    if found is None:
        return None
    names = dict.fromkeys([*claimed, *Spoken.of(said, found.language).given])
    cells = [said.facts.tables.cell(name) for name in names]
    is_turned = people is _MAJORITY and is_negated(found, cells, said.facts, anywhere=True)
    shares = [(cell, share) for cell in cells for share in percents(cell, said.facts, is_turned=is_turned)]
    if any(people.amount.has(share) for _, share in shares):
        return None
    figures = ", ".join(told(cell, said.facts.survey) for cell in dict(shares)) or "its claim names no share"
    message = f'"{found.words}" tells of {people.of}, and no figure of its claim is so: {figures}'
    hint = f"word what the figures show, or claim it, as in holds: {_example(people, found, said, claimed)}"
    return Diagnostic(StoryFault.MAJORITY_NOT_CLAIMED, message, found.place, hint=hint)


def _example(people: _People, found: Comparing, said: Claimable, claimed: Sequence[CellId] = ()) -> str:
    named = [name_of(cell.id, said.facts.survey) for cell in found.named(said.facts)]
    names = [*named, *(name_of(cell, said.facts.survey) for cell in claimed)]
    question, first, _ = example_figures(said.facts)
    return people.amount.of(names[0] if names else f"{question}.{first}")


# ------------------------------------------------------------------------------------------------------------ equality


def _equality(said: Claimable, verdict: Verdict, claimed: Sequence[CellId]) -> Diagnostic | None:
    """The fault of words that call two the same, whose claim is not of two, or calls one the larger."""
    found = _first(said, _equal)
    if found is None or verdict.looks_at_questions or _is_nearly(found) or is_negated(found, (), said.facts):
        return None
    assert verdict.expression is not None, "the claim was judged"
    if len(claimed) > 1 and may_be_equal(verdict.expression.root):
        return None
    pair = _pair(found, claimed, said)
    message = f'"{found.words}" calls two the same, and its claim says it of no two'
    one, other = pair
    ways = f"not {_TEST}({one}, {other}), holds: tied({one}, {other}) or holds: -3 < {one} - {other} < 3"
    return Diagnostic(
        StoryFault.EQUALITY_NOT_CLAIMED, message, found.place, hint=f"hold both against each other, as in holds: {ways}"
    )


def may_be_equal(root: ast.expr) -> bool:
    """Whether a claim has a part that holds of two equal figures too, or bounds each of them."""
    nodes = list(ast.walk(root))
    comparisons = [node for node in nodes if isinstance(node, ast.Compare) and _is_of_figures(node)]
    functions = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    signs = {type(sign) for node in comparisons for sign in node.ops}
    is_denied = any(isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) for node in nodes)
    if functions & _OF_PLACES or is_denied:
        return True
    computed = [each for each in conditions_of(root) if any(isinstance(node, ast.BinOp) for node in ast.walk(each))]
    if computed:
        return not all(map(_is_apart, computed))
    return bool(signs & {ast.Eq, ast.LtE, ast.GtE}) or (not signs and _TEST not in functions)


def _is_apart(condition: ast.expr) -> bool:
    """Whether a condition asks for a difference that two equal figures have not: a - b > 10."""
    match condition:
        case ast.Compare(left=ast.BinOp(op=ast.Sub()), ops=[ast.Gt() | ast.GtE()], comparators=[ast.Constant(value)]):
            return isinstance(value, int | float) and value > 0
        case ast.Compare(left=ast.Constant(value), ops=[ast.Lt() | ast.LtE()], comparators=[ast.BinOp(op=ast.Sub())]):
            return isinstance(value, int | float) and value > 0
    return False


def _is_of_figures(comparison: ast.Compare) -> bool:
    """Whether a comparison sets two figures against each other, and none against a number."""
    return sum(isinstance(side, ast.Attribute) for side in (comparison.left, *comparison.comparators)) > 1


def _is_nearly(found: Comparing) -> bool:
    """Whether words beside leave it open which is larger, or tell an amount: "almost as many", "as many as half"."""
    before, behind = found.match.string[: found.match.start()], found.match.string[found.match.end() :]
    is_near = re.search(rf"{found.language.nearly} $", before, re.IGNORECASE) is not None
    return is_near or behind.lstrip().startswith(FIGURE) or amount_in(found.match, found.language) is not None


# --------------------------------------------------------------------------------------------------------------- parts


def _significant(language: Language) -> str:
    return language.demands.significant


def _equal(language: Language) -> str:
    return language.demands.equal


def _pattern(facts: Facts, words: Callable[[Language], str], language: Language) -> str:
    return demanding(words(language), facts, language)


def _first(said: Claimable, words: Callable[[Language], str]) -> Comparing | None:
    return said.comparing(partial(_pattern, said.facts, words))


def _pair(found: Comparing, claimed: Sequence[CellId], said: Claimable) -> tuple[str, str]:
    """Two figures for an example: those of the claim, else of the groups that the words name, else any two."""
    survey = said.facts.survey
    named = [*claimed, *(cell.id for cell in found.named(said.facts))]
    groups = list(_of_groups(found, named, said))
    cells = list(dict.fromkeys(groups if len(groups) > 1 else named))
    if len(cells) > 1:
        return name_of(cells[0], survey), name_of(cells[1], survey)
    question, first, second = example_figures(said.facts)
    return f"{question}.{first}", f"{question}.{second}"


def _of_groups(found: Comparing, named: Sequence[CellId], said: Claimable) -> Iterator[CellId]:
    """What the first of some figures is in the groups that the words name."""
    if not named:
        return
    first = named[0]
    for segment in said.facts.survey.segments:
        for each in columns_named(segment, found.match.string, named, said.facts):
            yield CellId(first.question, first.answer, ColumnId(first.wave, segment.id, each.key))
