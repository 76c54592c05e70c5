"""docs/checking.md lists every rule with its severity and mend, as they are told."""

from __future__ import annotations

import re

from report.checks import checking, sending
from report.checks.pdf import checking as pdf_checking
from tests.conftest import CHECKOUT

OF_DECKS = [(rule.id, rule.severity.value, rule.mend) for rule in (*checking.RULES, *sending.RULES)]
TOLD = OF_DECKS + [(rule.id, rule.severity.value, rule.mend) for rule in pdf_checking.RULES]
"""Id, severity and mend of each rule."""

PAGE = (CHECKOUT / "docs" / "checking.md").read_text("utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \| (error|warning) \| .+ \| (.+) \|$", re.MULTILINE)


def test_the_page_lists_every_rule_as_it_is_told() -> None:
    assert sorted(ROW.findall(PAGE)) == sorted(TOLD)


def test_no_two_rules_have_one_id() -> None:
    ids = [id for id, _, _ in TOLD]

    assert len(set(ids)) == len(ids)
