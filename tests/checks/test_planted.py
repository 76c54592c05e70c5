"""Nothing is claimed that was not seen: every rule that a deck can be checked by has a fault that it finds."""

from __future__ import annotations

from report.checks import access, figures, lint, sending
from report.checks.checking import RULES
from report.ooxml.package import parts_of
from tests.checks import test_access, test_figures, test_lint, test_sending
from tests.checks.decks import GOOD, Edit

WITH_A_TEST_OF_ITS_OWN = {"send-embedded", "figure-changed", "text-reworded"}
"""The workbook of the chart, which the other faults of sending are planted without; changes of a deck of ours."""


def test_every_rule_that_there_is_has_a_planted_fault() -> None:
    tables = (*test_lint.PLANTED, *test_lint.ADDED, *test_access.PLANTED, *test_sending.PLANTED, *test_figures.PLANTED)
    tried = {row[0] for row in tables} | WITH_A_TEST_OF_ITS_OWN

    every = {rule.id for rule in (*RULES, *sending.RULES)}
    assert every == {rule.id for rule in (*lint.RULES, *access.RULES, *figures.RULES, *sending.RULES)}
    assert every - tried == set()


def test_the_lint_is_tried_with_far_more_than_forty_changes_all_of_them_different() -> None:
    parts = parts_of(GOOD)

    def changed(edits: dict[str, Edit | None]) -> frozenset[tuple[str, bytes | None]]:
        """The parts that a fault changes, as they are then."""
        return frozenset((part, edit and edit(parts[part])) for part, edit in edits.items())

    faults = [changed(edits) for _, edits in test_lint.PLANTED]
    assert len(set(faults)) == len(faults)
    assert all(blob != parts[part] for fault in faults for part, blob in fault)
    assert len(faults) + len(test_lint.ADDED) >= 70
