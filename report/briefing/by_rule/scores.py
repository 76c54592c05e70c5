"""What a question that has scores says: its mean or net promoter score, what became of it, where groups differ on it.

A score stands in the line above the exhibit, whatever that shows: classes of numbers as bars, promoters, passives and
detractors as parts of a whole, by groups as bars of 100 %, over waves as lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from report.briefing.by_rule.breaks import is_broken
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft, Headline, Phrases
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.wording import Parts
from report.briefing.exhibit_titles import MOST_WITH_SCORES
from report.briefing.fragments import all_of, filled
from report.briefing.model.prose import name_of
from report.briefing.story import ExhibitStory
from report.diagnostics import SourceText
from report.kinds import BARS, DUMBBELL, GROUPED, LINE, STACKED
from report.language.model import Language
from report.survey.model import PROMOTERS, QuestionType, Survey
from report.tables.model import Banner, Cell, Table

WEIGHT = 40
"""A difference of one standard deviation is worth a lead of so many percentage points."""

LEAST_OF_LINE = 3
"""Waves from which on lines show more than two columns of dots."""


def headline_of_score(ranking: Ranking, chance: Chance) -> Headline | None:
    """The mean or net promoter score of all who were asked; None of a question that has none."""
    cell = _score(ranking)
    if cell is None:
        return None

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(chance.survey, language), language.headlines
        pattern = patterns.mean if ranking.question.type is QuestionType.NUMERIC else patterns.net_promoters
        yield filled(pattern, topic=parts.topic(ranking.question), score=parts.share(cell))

    return Headline(phrases, cells=(cell,))


def exhibit_of_score(ranking: Ranking) -> ExhibitStory | None:
    """Bars of classes for numbers, which lie beside each other as in a histogram; None where the usual kind will do."""
    if ranking.question.type is not QuestionType.NUMERIC or len(ranking.question.answers) not in BARS.rows:
        return None
    return ExhibitStory(kind=SourceText(BARS.word), location=ranking.question.location)


def _score(ranking: Ranking) -> Cell | None:
    """The first score of a question, of all respondents of the current wave."""
    for name in ranking.table.scores:
        cell = ranking.table.cell(name, ranking.table.total)
        return cell if cell.score else None
    return None


def _apart(one: Cell, other: Cell) -> float:
    assert one.score and other.score, "only cells with scores are compared"
    difference = (one.score - other.score).number
    assert isinstance(difference, float), "scores of respondents are computed"
    return difference


def _strength(one: Cell, other: Cell, total: Cell) -> Decimal:
    """How many standard deviations of all two scores lie apart, as the points of a lead."""
    deviation = total.spread.deviation if total.spread else None
    return Decimal(repr(round(WEIGHT * abs(_apart(one, other)) / deviation, 6))) if deviation else Decimal(0)


# ----------------------------------------------------------------------------------------------------------- over waves


def score_over_time(ranking: Ranking, chance: Chance) -> Draft | None:
    """The change of a score since the first wave that it can be compared with; None where chance explains it."""
    now, table, survey = _score(ranking), ranking.table, chance.survey
    if now is None:
        return None
    earlier = [column.id for column in table.waves.columns if column.id != table.total]
    known = [table.cell(now.id.answer, column) for column in earlier if not is_broken(table, now, column)]
    before = next((cell for cell in known if cell.score), None)
    if before is None or chance.explains(now, before):
        return None
    columns = [column.id.wave for column in table.waves.columns]
    since = columns[columns.index(before.id.wave) : columns.index(now.id.wave) + 1]
    is_line = len(since) in LINE.slots and len(since) >= LEAST_OF_LINE and len(ranking.question.answers) in LINE.rows
    of_two = DUMBBELL if len(ranking.question.answers) in DUMBBELL.rows else GROUPED
    kind, waves = (LINE, since) if is_line else (of_two, [before.id.wave, now.id.wave])
    more, less = (now, before) if _apart(now, before) > 0 else (before, now)
    claim = all_of(f"{name_of(more.id, survey)} > {name_of(less.id, survey)}", *chance.claim(now, before))
    headline = Headline(_moved(now, before, table, survey), claim, (now, before))
    return Draft(
        id=f"{ranking.question.id}_over_time",
        question=ranking.question,
        table=table,
        headlines=(headline,),
        exhibit=ExhibitStory(
            kind=SourceText(kind.word), waves=tuple(map(SourceText, waves)), location=ranking.question.location
        ),
        strength=_strength(now, before, now),
        listed=ranking.listed,
        has_more=ranking.has_more,
        is_over_time=True,
    )


def _moved(now: Cell, before: Cell, table: Table, survey: Survey) -> Phrases:
    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        pattern = patterns.rises if _apart(now, before) > 0 else patterns.falls
        dates = {"date": parts.column(before.id.column, table), "current": parts.column(now.id.column, table)}
        yield filled(pattern, answer=parts.subject(now), before=parts.share(before), now=parts.share(now), **dates)

    return phrases


# ----------------------------------------------------------------------------------------------------------- of groups


def score_by_group(ranking: Ranking, chance: Chance) -> Draft | None:
    """The two groups of a segmentation whose scores lie farthest apart; None where chance explains all of them."""
    total, survey = _score(ranking), chance.survey
    if total is None:
        return None
    pairs = [pair for banner in ranking.table.segments for pair in _pairs(banner, total, ranking.table, chance)]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: abs(_apart(*pair)))
    more, less = (one, other) if _apart(one, other) > 0 else (other, one)
    segment = str(one.id.column.segment)
    claim = all_of(f"{name_of(more.id, survey)} > {name_of(less.id, survey)}", *chance.claim(more, less))
    headline = Headline(_against(one, other, ranking.table, survey), claim, (more, less))
    columns = _columns(segment, one, other, ranking.table)
    return Draft(
        id=f"{ranking.question.id}_by_{segment}",
        question=ranking.question,
        table=ranking.table,
        headlines=(headline,),
        exhibit=ExhibitStory(
            kind=SourceText((STACKED if _are_parts(ranking) else GROUPED).word),
            by=(SourceText(segment),),
            columns=tuple(map(SourceText, columns)),
            emphasize=_marks(one, ranking),
            contrast=_marks(other, ranking),
            location=ranking.question.location,
        ),
        strength=_strength(more, less, total),
        listed=ranking.listed,
        has_more=ranking.has_more,
    )


def _marks(cell: Cell, ranking: Ranking) -> tuple[SourceText, ...]:
    """What stands for the score of a group in a bar of 100 %: its promoters; of numbers no class does."""
    if ranking.question.type is not QuestionType.NPS:
        return ()
    return (SourceText(f"{PROMOTERS}.{cell.id.column.name}"),)


def _are_parts(ranking: Ranking) -> bool:
    """Whether the answers stand beside each other as the parts of a bar."""
    assert STACKED.parts, "a bar has parts"
    return len(ranking.question.answers) in STACKED.parts


def _pairs(banner: Banner, total: Cell, table: Table, chance: Chance) -> Iterator[tuple[Cell, Cell]]:
    """The groups that differ by more than chance, but for those that the question itself has made."""
    cells = [table.cell(total.id.answer, column.id) for column in banner.columns]
    known = [cell for cell in cells if cell.score]
    if any(_is_of_one_answer(cell, table) for cell in known):
        return
    yield from (pair for pair in combinations(known, 2) if not chance.explains(*pair))


def _is_of_one_answer(cell: Cell, table: Table) -> bool:
    """Whether all of a group gave one answer."""
    shares = [table.cell(answer, cell.id.column).share for answer in table.answers]
    return any(share is not None and share.fraction == 1 for share in shares)


def _columns(segment: str, one: Cell, other: Cell, table: Table) -> list[str]:
    """The groups in their order, as many as have room for their scores beside that of all, with the two told of."""
    banner = next(each for each in table.segments if each.segment and each.segment.id == segment)
    known = [column.id for column in banner.columns if table.cell(one.id.answer, column.id).score]
    told = (one.id.column, other.id.column)
    beside = [column for column in known if column not in told][: MOST_WITH_SCORES - len(told) - 1]
    return [str(column.column) for column in known if column in told or column in beside]


def _against(one: Cell, other: Cell, table: Table, survey: Survey) -> Phrases:
    """Two groups in the order in which the survey names them."""

    def phrases(language: Language) -> Iterator[SourceText]:
        parts = Parts(survey, language)
        yield filled(
            language.headlines.gap_of_pair,
            answer=parts.subject(one),
            first=parts.share(one),
            first_group=parts.column(one.id.column, table),
            second=parts.share(other),
            second_group=parts.column(other.id.column, table),
        )

    return phrases


def scores_compared(cells: Sequence[Cell], draft: Draft, parts: Parts) -> SourceText:
    """Two scores in figures, with how far they lie apart."""
    one, other = cells
    patterns, table = parts.language.headlines, draft.table
    if draft.is_over_time:
        told = {
            "before": parts.share(other),
            "date": parts.column(other.id.column, table),
            "now": parts.share(one),
            "current": parts.column(one.id.column, table),
        }
        return filled(patterns.then_and_now, answer=parts.label(one), **told)
    groups = {"more_group": parts.column(one.id.column, table), "less_group": parts.column(other.id.column, table)}
    shares = {"more": parts.share(one), "less": parts.share(other), "points": parts.difference(other, one)}
    return filled(patterns.two_groups, answer=parts.label(one), **groups, **shares)
