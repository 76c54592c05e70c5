"""Whether a claim bears out that nothing changed, and the place that a text gives.

"The internet remains stable"      internet > internet.w2023       it rose
"The internet comes second"        rank(internet) == 4             it is the fourth

A word that is turned round, and a clause that tells of something else as well, are let pass.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from report.briefing.claim_demands import may_be_equal
from report.briefing.claim_directions import is_change, is_negated, is_spoken_of, sign_of_figures
from report.briefing.claim_superlatives import OF_A_PLACE, OF_BATTERIES
from report.briefing.claims import Claimable, Verdict
from report.briefing.clauses import whole_words
from report.briefing.comparing import Comparing
from report.briefing.emphasis_said import claimed_cells
from report.briefing.empty_claims import conditions_of
from report.briefing.faults import StoryFault
from report.briefing.printed import told
from report.diagnostics import Diagnostic, Severity, SourceText
from report.language.model import Directions, Language
from report.tables.model import Cell

_RANKS = {"rank", "rank_in_battery"}


def change_denied(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that tells of no change alone, whose claim is that one answer rose, or that it fell."""
    assert verdict.expression is not None, "the claim was judged"
    found = _first(said, lambda directions: directions.steady)
    cells = [cell for cell in map(said.facts.tables.cell, claimed_cells(holds, said.facts)) if cell.value is not None]
    if found is None or verdict.looks_at_questions or may_be_equal(verdict.expression.root):
        return None
    if is_negated(found, cells, said.facts) or _tells_of_more(said) or not _is_of(cells, found, said):
        return None
    changes = [pair for pair in permutations(cells, 2) if is_change(*pair, said.facts)]
    signs = {sign_of_figures(now, before) for before, now in changes}
    if signs not in ({1}, {-1}):
        return None
    before, now = changes[0]
    change = f"{told(before, said.facts.survey)} to {told(now, said.facts.survey)}"
    was = "rose" if signs == {1} else "fell"
    hint = "mend the words, or claim how little it changed, as in holds: -3 < a - b < 3 or holds: not differs(a, b)"
    return _turned(found, f'"{found.words}" tells of no change, and its claim is of what {was}, {change}', hint)


def place_turned(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that gives places from the second on, whose claim is of other ones alone."""
    assert verdict.expression is not None, "the claim was judged"
    claimed = set(_places(verdict.expression.root))
    if not claimed or verdict.sets_against or not verdict.functions <= OF_A_PLACE | OF_BATTERIES:
        return None
    cells = [said.facts.tables.cell(cell) for cell in claimed_cells(holds, said.facts)]
    for language in said.languages:
        given = {
            place: found
            for place, words in enumerate(language.directions.places, start=2)
            for found in replace(said, languages=[language]).every_comparing(_always(words))
            if not is_negated(found, cells, said.facts)
        }
        if given and not claimed & {*given}:
            found = next(iter(given.values()))
            places = ", ".join(map(str, sorted(claimed)))
            message = f'"{found.words}" gives a place, and its claim is of another: {places}'
            return _turned(found, message, "mend the words, or the claim")
    return None


def _places(root: ast.expr) -> Iterator[int]:
    """The places that a claim is of, as in rank(goals.awareness) == 2."""
    for condition in conditions_of(root):
        match condition:
            case (
                ast.Compare(
                    left=ast.Call(func=ast.Name(id=name)), ops=[ast.Eq()], comparators=[ast.Constant(value=int(place))]
                )
                | ast.Compare(
                    left=ast.Constant(value=int(place)), ops=[ast.Eq()], comparators=[ast.Call(func=ast.Name(id=name))]
                )
            ) if name in _RANKS:
                yield place


def _tells_of_more(said: Claimable) -> bool:
    """Whether a text tells of a rise, a fall or a comparison too, which its claim may be of."""
    kinds = (
        lambda directions: directions.rise,
        lambda directions: directions.fall,
        lambda directions: directions.more,
        lambda directions: directions.less,
    )
    return any(_first(said, words) for words in kinds)


def _is_of(cells: Sequence[Cell], found: Comparing, said: Claimable) -> bool:
    """Whether all cells are those of one answer in one group or in all, of which the words may speak."""
    if len({(cell.id.question, cell.id.answer, cell.id.column.segment, cell.id.column.column) for cell in cells}) != 1:
        return False
    own, text = replace(said.facts, language=found.language), found.match.string
    return is_spoken_of(cells[0], text, own, text)


def _first(said: Claimable, words_of: Callable[[Directions], str]) -> Comparing | None:
    return said.comparing(lambda language: whole_words(words_of(language.directions)))


def _always(words: str) -> Callable[[Language], str]:
    return lambda _: whole_words(words)


def _turned(found: Comparing, message: str, hint: str) -> Diagnostic:
    return Diagnostic(StoryFault.CLAIM_TURNED, message, found.place, hint=hint, severity=Severity.WARNING)
