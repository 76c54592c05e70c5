"""Whether two languages tell the same: a figure that one of them exchanges for another is a slip of its translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import Figure, Prose
from report.briefing.printed import told
from report.diagnostics import Diagnostic, Severity


def languages_differ(
    first: Sequence[Prose], other: Sequence[Prose], before: Facts, facts: Facts
) -> Iterator[Diagnostic]:
    """The warning of a text that gives a cell which its first language does not, where that gives one it has not.

    first, other: the paragraphs of both; before, facts: what they are read with. Of one that says less nothing is told.
    """
    originals, figures = _figures(first), _figures(other)
    missed = _without(originals, figures)
    added = _without(figures, originals)
    if missed and added:
        one, another = (_told(found[0], facts) for found in (missed, added))
        yield Diagnostic(
            StoryFault.LANGUAGES_DIFFER,
            f"the text in `{facts.language.code}` gives {another}, that in `{before.language.code}` gives {one}",
            added[0].location,
            hint="give the same figure in all languages",
            severity=Severity.WARNING,
        )


def _figures(paragraphs: Sequence[Prose]) -> list[Figure]:
    return [run for prose in paragraphs for run in prose.runs if isinstance(run, Figure)]


def _without(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures with a cell that none of the others has."""
    known = {cell for figure in others for cell in figure.cells}
    return [figure for figure in figures if not known.issuperset(figure.cells)]


def _told(figure: Figure, facts: Facts) -> str:
    cells = [facts.tables.cell(cell) for cell in figure.cells]
    return ", ".join(told(cell, facts.survey) for cell in cells)
