"""docs/checking.md lists every rule with its severity and mend, as they are told."""

from __future__ import annotations

import re

from report.checks import sending
from report.checks.checking import RULES
from tests.conftest import CHECKOUT

PAGE = (CHECKOUT / "docs" / "checking.md").read_text("utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \| (error|warning) \| .+ \| (.+) \|$", re.MULTILINE)


def test_the_page_lists_every_rule_as_it_is_told() -> None:
    rules = (*RULES, *sending.RULES)

    assert sorted(ROW.findall(PAGE)) == sorted((rule.id, rule.severity.value, rule.mend) for rule in rules)


def test_no_two_rules_have_one_id() -> None:
    ids = [rule.id for rule in (*RULES, *sending.RULES)]

    assert len(set(ids)) == len(ids)
