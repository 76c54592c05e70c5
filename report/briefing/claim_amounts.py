"""Whether an amount in words is that of a figure which the text gives or its claim names.

"The majority name the radio"      radio > 5            it has 9 %
"Two thirds name the internet"     internet > 40        it has 42 %
"Almost all have a source"         none < 10            what has none of them is left of 100
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.briefing.amounts import amount_in
from report.briefing.claim_directions import is_negated
from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.comparing import Comparing
from report.briefing.emphasis_said import claimed_cells
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.multiples import multiple_words
from report.briefing.printed import told
from report.diagnostics import Diagnostic, Severity, SourceText
from report.language.numbers import round_half_up
from report.survey.model import AnswerRole
from report.tables.model import Cell
from report.units import Between

PLACES = 9
"""Decimals at which a percentage is held against an amount: a computed one comes as near to 45 as a float can."""


def amount_not_claimed(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text with an amount in words that none of its figures has, nor one of its claim.

    Nothing is said of a claim that computes, or looks at more cells than it names: it may be of what it comes to.
    """
    if verdict.looks_at_questions or verdict.computes or said.comparing(multiple_words):
        return None
    every = said.every_comparing(lambda language: language.claim_words)
    return next((fault for found in every if (fault := _of_no_figure(found, said, holds))), None)


def _of_no_figure(found: Comparing, said: Claimable, holds: SourceText) -> Diagnostic | None:
    """The warning of the amount that the clause of some words tells from them on."""
    amount = amount_in(found.match, found.language)
    names = [*claimed_cells(holds, said.facts), *Spoken.of(said, found.language).given]
    cells = [said.facts.tables.cell(name) for name in dict.fromkeys(names)]
    is_turned = is_negated(found, cells, said.facts, anywhere=True)
    shares = [(cell, percent) for cell in cells for percent in percents(cell, said.facts, is_turned=is_turned)]
    if amount is None or not shares or any(amount.has(percent) for _, percent in shares):
        return None
    figures = ", ".join(told(cell, said.facts.survey) for cell in dict(shares))
    return Diagnostic(
        StoryFault.AMOUNT_NOT_CLAIMED,
        f'"{found.words}" tells another amount than its figures have: {figures}',
        found.place,
        hint=f"word what the figures show, or claim the amount, as in holds: {found.example(said.facts)}",
        severity=Severity.WARNING,
    )


def percents(cell: Cell, facts: Facts, *, is_turned: bool) -> Iterator[Decimal]:
    """The percentage of a cell, of one that was published as less than a bound both ends of what it can be.

    In words that turn it round, and of an answer that is no other, what is left of 100 too.
    """
    number = cell.share.percent if cell.share else None
    ends = (number.lower, number.upper) if isinstance(number, Between) else (number,)
    percents = [round_half_up(end, PLACES) for end in ends if end is not None]
    yield from percents
    answers = facts.survey.question(cell.id.question).answers
    if is_turned or any(answer.id == cell.id.answer and answer.role is not AnswerRole.REGULAR for answer in answers):
        yield from (100 - percent for percent in percents)
