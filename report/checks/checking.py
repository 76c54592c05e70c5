"""Applies the rules to a deck, and tells what they find in the order of its slides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.checks import access, figures, lint
from report.checks.rule import Found, Rule
from report.diagnostics import DeckPlace, Diagnostic, in_file_order
from report.presentations.deck import Deck, deck_of
from report.presentations.opening import open_package

RULES: tuple[Rule, ...] = (*lint.RULES, *access.RULES, *figures.RULES)
"""What holds for every deck."""


def check_deck(path: Path, display: str, rules: Sequence[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """What is wrong with the deck in a file, slide by slide, what concerns no slide first."""
    package = open_package(path, display)
    if isinstance(package, Diagnostic):
        return (package,)
    deck = deck_of(package, path.suffix)
    return in_file_order(_told(rule, found, deck, display) for rule in rules for found in rule.find(deck))


def _told(rule: Rule, found: Found, deck: Deck, display: str) -> Diagnostic:
    number = deck.number_by_part.get(found.part)
    part = found.part if found.part not in deck.slides else None
    place = DeckPlace(display, number, found.shape, part)
    return Diagnostic(rule.id, found.message, hint=rule.mend, severity=rule.severity, in_finished=place)
