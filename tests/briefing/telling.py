"""Composes a story as the pipeline does: every language, faults told once and in file order."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.compose import compose
from report.briefing.model import Briefing, Exhibit
from report.briefing.story import Story
from report.diagnostics import Diagnostic, in_file_order
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from tests.builders import tabulated


def briefing(
    story: Story, language: str = "de", *, allow_failed_claims: bool = False
) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """The briefing in a language, with the warnings beside it."""
    told, found = compose(
        story, tabulated(story.survey), load(language), kinds=HOUSE_KINDS, allow_failed_claims=allow_failed_claims
    )
    assert told and not any(fault.is_error for fault in found), "\n".join(fault.as_text() for fault in found)
    return told, found


def faults(
    story: Story, languages: Sequence[str] | None = None, *, allow_failed_claims: bool = False
) -> tuple[Diagnostic, ...]:
    """What is found in all languages."""
    tables, found = tabulated(story.survey), list[Diagnostic]()
    for code in languages or story.languages:
        _, faults = compose(story, tables, load(code), kinds=HOUSE_KINDS, allow_failed_claims=allow_failed_claims)
        found += faults
    return in_file_order(found)


def emphasized(shown: Exhibit) -> tuple[str, ...]:
    """What an exhibit marks as its proof, by the names of its answers; over time by those of its waves."""
    is_over_time = HOUSE_KINDS.named(shown.kind).is_over_time
    return tuple(dict.fromkeys(cell.wave if is_over_time else cell.answer for cell in shown.proof))
