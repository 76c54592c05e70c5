"""Sound packages with odd contents: attributes that say nonsense, elements that are missing or in the wrong place."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from report.checks import sending
from report.checks.checking import RULES, check_deck
from report.diagnostics import Diagnostic
from report.ooxml.package import parts_of, zipped
from tests.checks.decks import GOOD

NONSENSE = ("", "-1", "0", "x", "NaN", "9" * 400, "9" * 5000, "1e9", "true", "2147483648", "../..", "#")


def _say_nonsense(tree: etree._Element, dice: random.Random) -> None:
    said = [element for element in tree.iter(etree.Element) if element.attrib]
    for element in dice.sample(said, min(6, len(said))):
        element.set(dice.choice(list(element.attrib)), dice.choice(NONSENSE))


def _leave_out(tree: etree._Element, dice: random.Random) -> None:
    inner = [element for element in tree.iter(etree.Element) if element.getparent() is not None]
    for element in dice.sample(inner, min(3, len(inner))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _move(tree: etree._Element, dice: random.Random) -> None:
    inner = [element for element in tree.iter(etree.Element) if element.getparent() is not None]
    if inner:
        moved = dice.choice(inner)
        within = set(moved.iter())
        target = dice.choice([element for element in tree.iter(etree.Element) if element not in within])
        target.insert(dice.randrange(len(target) + 1), moved)


def _all_that_is_told(path: Path) -> tuple[Diagnostic, ...]:
    return check_deck(path, path.name, (*RULES, *sending.RULES))


@pytest.mark.parametrize("spoil", [_say_nonsense, _leave_out, _move])
def test_odd_contents_are_told_of_and_never_break_us(
    tmp_path: Path, spoil: Callable[[etree._Element, random.Random], None]
) -> None:
    dice, path = random.Random(11), tmp_path / "deck.pptx"
    good = parts_of(GOOD)
    names = [name for name in good if name.endswith((".xml", ".rels"))]

    for _ in range(60):
        parts = dict(good)
        for name in dice.sample(names, 6):
            tree = etree.fromstring(parts[name])
            spoil(tree, dice)
            parts[name] = etree.tostring(tree)
        path.write_bytes(zipped(parts))
        for found in _all_that_is_told(path):
            assert found.as_text() and found.hint
