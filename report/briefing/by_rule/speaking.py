"""The figures of what is compared, in words: of waves each with its date, of groups each with its n, else the lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.scores import scores_compared
from report.briefing.by_rule.shares import are_known, points
from report.briefing.by_rule.statements import listed
from report.briefing.by_rule.wording import Parts
from report.briefing.filters import N
from report.briefing.fragments import filled
from report.briefing.model.prose import name_of
from report.briefing.naming import Naming
from report.diagnostics import SourceText
from report.tables.model import Cell, Table, is_above


def figures_compared(draft: Draft, parts: Parts, chance: Chance) -> SourceText | None:
    """The figures of the answers that a finding follows over its waves, or sets against each other in two groups.

    Of one without a figure of all who were asked in the current wave, those of its groups or waves. None of a finding
    that compares neither.
    """
    cells = draft.headlines[0].cells if draft.headlines else ()
    pairs = [*zip(cells[::2], cells[1::2], strict=False)]
    if not pairs or any(now.id.column == other.id.column for now, other in pairs):
        return _elsewhere(draft, parts)
    if all(cell.score for cell in cells):
        return scores_compared(cells, draft, parts)
    if draft.is_over_time:
        told = [
            part for now, before in pairs for part in (SourceText("; "), _change(before, now, draft, parts, chance))
        ]
        return SourceText.joined(told[1:])
    (more, less), *_ = pairs
    groups = {"more_group": _group(more, draft.table, parts), "less_group": _group(less, draft.table, parts)}
    shares = {"more": parts.share(more), "less": parts.share(less), "points": parts.difference(less, more)}
    return filled(parts.language.headlines.two_groups, answer=parts.answer(more), **groups, **shares)


def lead(draft: Draft, parts: Parts, chance: Chance) -> SourceText | None:
    """How far the first answer lies above the next, of a battery the first statement above the last.

    That is what the bars beside a text leave to be worked out. None where nothing is known to lie apart,
    nor of respondents where chance explains it.
    """
    pair = _first_and_next(draft)
    if pair is None or not points(*pair) or (chance.is_counted and chance.explains(*pair)):
        return None
    naming = Naming(parts.survey)
    named = listed(pair, parts, goes_on=False) if draft.questions else naming.listed(pair, parts.language)
    return filled(parts.language.headlines.lie_apart, answers=named, points=parts.difference(*pair[::-1]))


def _first_and_next(draft: Draft) -> tuple[Cell, Cell] | None:
    if draft.questions:
        cells = draft.headlines[0].cells if draft.headlines else ()
        are_of_several = len({cell.id.question for cell in cells}) > 1
        return (cells[0], cells[-1]) if are_of_several and are_known((cells[0], cells[-1])) else None
    ranking = Ranking.of(draft.question, draft.table)
    if ranking.ranked[:1] != ranking.regular_by_share[:1]:  # it does not lead who say nothing, or something else
        return None
    behind = next((cell for cell in ranking.regular_by_share if is_above(ranking.ranked[0], cell)), None)
    return (ranking.ranked[0], behind) if behind and are_known((ranking.ranked[0], behind)) else None


def _elsewhere(draft: Draft, parts: Parts) -> SourceText | None:
    """The answers listed with the figures of the columns that are shown; None where those of all are listed."""
    if draft.questions or not draft.listed or draft.listed[0].id.column == draft.table.total:
        return None
    by_answer = [[*cells] for _, cells in groupby(draft.listed, key=lambda cell: cell.id.answer)]
    pattern = parts.language.headlines.of_columns
    told = [filled(pattern, answer=parts.answer(cells[0]), shares=_shares(cells, draft, parts)) for cells in by_answer]
    return SourceText.joined([part for each in told for part in (SourceText("; "), each)][1:])


def _shares(cells: Sequence[Cell], draft: Draft, parts: Parts) -> SourceText:
    """Each share with its group or date: "50 % (klein, n = 120) und 52 % (groß)"."""
    pattern, table = parts.language.headlines.of_column, draft.table
    return parts.listed([filled(pattern, share=parts.share(each), column=_group(each, table, parts)) for each in cells])


def _change(before: Cell, now: Cell, draft: Draft, parts: Parts, chance: Chance) -> SourceText:
    """Both shares with their dates, and how far they lie apart, if they do for sure and can be compared."""
    patterns = parts.language.headlines
    said = filled(
        patterns.then_and_now,
        answer=parts.answer(now),
        before=parts.share(before),
        date=parts.column(before.id.column, draft.table),
        now=parts.share(now),
        current=parts.column(now.id.column, draft.table),
    )
    if draft.across_break or points(now, before) == 0 or (chance.is_counted and chance.explains(now, before)):
        return said
    return filled(patterns.moved, said=said, points=parts.difference(before, now))


def _group(cell: Cell, table: Table, parts: Parts) -> SourceText:
    """The name of a group, with how many were asked in it where that was published."""
    name = parts.column(cell.id.column, table)
    if cell.bases.unweighted is None:
        return name
    n = SourceText(f"{{{{ {name_of(cell.id, parts.survey)} | {N} }}}}")
    return SourceText.joined([name, SourceText(", "), n])
