"""Claims that support no sentence: those that are true of any data, and those that are of no share.

    "Radio is the largest"       1 > 0, radio < 101, tv > radio or tv <= radio     true whatever the survey says
    "Most name the radio"        base(main) > 500, leads(radio) or base(main) > 1   true by how many were asked

The first is a fault. The second is a warning, for a text may tell how many were asked: one that names no answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, permutations

from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.faults import StoryFault
from report.briefing.markup import trimmed
from report.briefing.other_answers import answers_named
from report.diagnostics import Diagnostic, Severity, SourceText
from report.survey.model import Question

OF_BASES = {"base", "low_base"}
"""Functions that look at how many were asked, and at no share."""

_MIRRORED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_CONTRARY = {ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}


def empty_claim(holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The fault of a claim that is true whatever the survey says."""
    assert verdict.expression is not None, "the claim was judged"
    are_shares = not any(reading.cell.score for reading in verdict.readings)
    conditions = conditions_of(verdict.expression.root)
    if not all(not _names(each) or _is_true_of_any(each, are_shares=are_shares) for each in conditions):
        return None
    text = trimmed(holds)
    return Diagnostic(
        StoryFault.EMPTY_CLAIM,
        f'"{text.text}" is true whatever the survey says',
        text.at(0, len(text.text)),
        hint="write what has to be so for the text to be true",
    )


def claim_of_bases(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that compares answers, whose claim is true by how many were asked."""
    assert verdict.expression is not None, "the claim was judged"
    root = verdict.expression.root
    found = said.comparing(lambda language: language.claim_words)
    if found is None or not all(map(_is_of_bases, conditions_of(root))) or not _speaks_of_answers(said, root):
        return None
    text = trimmed(holds)
    return Diagnostic(
        StoryFault.CLAIM_OF_OTHERS,
        f'"{found.words}" is said of answers, and how many were asked is enough to make its claim true',
        text.at(0, len(text.text)),
        hint=f"claim what the text says, as in holds: {found.example(said.facts)}",
        severity=Severity.WARNING,
    )


def _speaks_of_answers(said: Claimable, root: ast.expr) -> bool:
    """Whether the texts name an answer, give the figure of one, or rank."""
    if said.comparing(lambda language: language.place_words):
        return True
    questions = _questions(root, said)
    for language in said.languages:
        spoken, own = Spoken.of(said, language), replace(said.facts, language=language)
        if spoken.given or any(answers_named(question, spoken.text, own) for question in questions):
            return True
    return False


def _questions(root: ast.expr, said: Claimable) -> list[Question]:
    """The questions that a claim names."""
    names = {node.id for node in ast.walk(root) if isinstance(node, ast.Name)}
    return [question for question in said.facts.survey.questions if question.id in names]


def _names(condition: ast.expr) -> bool:
    """Whether a condition names a figure or calls a function."""
    return any(isinstance(node, ast.Attribute | ast.Call) for node in ast.walk(condition))


def _is_of_bases(condition: ast.expr) -> bool:
    """Whether bases alone may make a condition true."""
    match condition:
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(map(_is_of_bases, values))
        case ast.BoolOp(values=values):
            return all(map(_is_of_bases, values))
    called = [node for node in ast.walk(condition) if isinstance(node, ast.Call)]
    within = {id(node) for call in called for argument in call.args for node in ast.walk(argument)}
    figures = [node for node in ast.walk(condition) if isinstance(node, ast.Attribute) and id(node) not in within]
    functions = {call.func.id for call in called if isinstance(call.func, ast.Name)}
    return bool(functions) and functions <= OF_BASES and not figures


# ---------------------------------------------------------------------------------------------------- true of any data


def conditions_of(root: ast.expr) -> list[ast.expr]:
    """The conditions that are all to be true; a chain of comparisons is taken apart."""
    match root:
        case ast.BoolOp(op=ast.And(), values=values):
            return [each for value in values for each in conditions_of(value)]
        case ast.Compare(left=left, ops=operators, comparators=others) if len(operators) > 1:
            sides = pairwise([left, *others])
            return [ast.Compare(one, [sign], [other]) for sign, (one, other) in zip(operators, sides, strict=True)]
    return [root]


def _is_true_of_any(condition: ast.expr, *, are_shares: bool) -> bool:
    """Whether a condition holds for all data: by its form, or as it asks of a share what every one has."""
    match condition:
        case ast.BoolOp(op=ast.Or(), values=values):
            alone = any(_is_true_of_any(each, are_shares=are_shares) for each in values)
            return alone or any(_leave_nothing(*pair) for pair in permutations(values, 2))
        case ast.UnaryOp(op=ast.Not(), operand=operand) if (contrary := _contrary_of(operand)) is not None:
            return _is_true_of_any(contrary, are_shares=are_shares)
        case ast.BoolOp() | ast.Compare() if len(conditions_of(condition)) > 1:
            return all(_is_true_of_any(each, are_shares=are_shares) for each in conditions_of(condition))
        case ast.Compare(left=one, ops=[sign], comparators=[other]):
            if _text(one) == _text(other):
                return _names(one) and isinstance(sign, ast.GtE | ast.LtE | ast.Eq)
            readings = ((one, type(sign), other), (other, _MIRRORED.get(type(sign), type(sign)), one))
            return are_shares and any(_passes_all(*reading) for reading in readings)
    return False


def _passes_all(figure: ast.expr, sign: type[ast.cmpop], other: ast.expr) -> bool:
    """Whether every percentage is on this side of a number."""
    limit = _number(other)
    if not isinstance(figure, ast.Attribute) or limit is None:
        return False
    return {
        ast.GtE: limit <= 0,
        ast.Gt: limit < 0,
        ast.LtE: limit >= 100,
        ast.Lt: limit > 100,
        ast.NotEq: not 0 <= limit <= 100,
    }.get(sign, False)


def _leave_nothing(one: ast.expr, other: ast.expr) -> bool:
    """Whether one of two conditions holds wherever the other does not: "a > b or a <= b", "a < 60 or a > 40"."""
    contrary = _contrary_of(one)
    if contrary is not None and _text(contrary) == _text(other):
        return True
    return any(
        below == also and ((_text(limit) == _text(least) and not (is_open and also_open)) or _is_less(least, limit))
        for below, limit, is_open in _upper_limits(one)
        for least, also, also_open in _lower_limits(other)
    )


def _upper_limits(condition: ast.expr) -> Iterator[tuple[str, ast.expr, bool]]:
    """What a comparison puts below what, and whether it leaves the limit out."""
    match condition:
        case ast.Compare(left=one, ops=[ast.Lt() | ast.LtE() as sign], comparators=[other]):
            yield _text(one), other, isinstance(sign, ast.Lt)
        case ast.Compare(left=one, ops=[ast.Gt() | ast.GtE() as sign], comparators=[other]):
            yield _text(other), one, isinstance(sign, ast.Gt)


def _lower_limits(condition: ast.expr) -> Iterator[tuple[ast.expr, str, bool]]:
    """The limit above which a comparison puts what, and whether it leaves the limit out."""
    match condition:
        case ast.Compare(left=one, ops=[ast.Gt() | ast.GtE() as sign], comparators=[other]):
            yield other, _text(one), isinstance(sign, ast.Gt)
        case ast.Compare(left=one, ops=[ast.Lt() | ast.LtE() as sign], comparators=[other]):
            yield one, _text(other), isinstance(sign, ast.Lt)


def _is_less(one: ast.expr, other: ast.expr) -> bool:
    numbers = (_number(one), _number(other))
    return numbers[0] is not None and numbers[1] is not None and numbers[0] < numbers[1]


def _number(node: ast.expr) -> float | None:
    match node:
        case ast.Constant(value=value):
            return float(str(value))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=value)):
            return -float(str(value))
    return None


def _contrary_of(condition: ast.expr) -> ast.expr | None:
    """The condition that is true where another is false; None of what only "not" denies."""
    match condition:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.Compare(left=one, ops=[sign], comparators=[other]):
            return ast.Compare(one, [_CONTRARY[type(sign)]()], [other])
        case ast.BoolOp(op=operator, values=values):
            parts = [part for value in values if (part := _contrary_of(value)) is not None]
            turned = ast.And() if isinstance(operator, ast.Or) else ast.Or()
            return ast.BoolOp(turned, parts) if len(parts) == len(values) else None
    return None


def _text(node: ast.expr) -> str:
    """The same for nodes that were written alike."""
    return ast.unparse(node)
