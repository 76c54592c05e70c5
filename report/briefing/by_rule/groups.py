"""Where groups differ most: the answer on which two columns of a segmentation lie farthest apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product

from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft, Headline
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.shares import are_known, has_base, percent, points
from report.briefing.by_rule.wording import NAMINGS, Parts
from report.briefing.expression import LONGEST
from report.briefing.fragments import all_of, figure, filled
from report.briefing.model.prose import name_of
from report.briefing.story import ExhibitStory
from report.diagnostics import SourceText
from report.frozen import frozen
from report.kinds import GROUPED
from report.language.model import Language
from report.survey.model import ColumnId, Survey
from report.tables.model import Banner, Cell, Table

WHOLE = Decimal(100)
"""Per cent of a group that gave an answer, all of it."""

LEAST_GAP = Decimal(5)
"""Points from which on a difference of groups is told."""

WEIGHT = Decimal("1.5")
"""A gap of so many points is worth this many times a lead of as many."""

LONGEST_NAME, LONGEST_NAMES = 40, 150
"""Characters of a group's name, and of all of them: of longer ones no more groups are shown than are told of."""

MOST_NAMED = 3
"""Groups that a headline names: the two that lie farthest apart, and one that has the share of one of them."""


@frozen
class _Gap:
    """The cells of one answer that lie farthest apart, equal ones together.

    is_widest: no two others of the segmentation lie as far apart, those with a small base among them. between: the
    other groups, if none of them can lie outside; None where that is not known of all.
    """

    mores: tuple[Cell, ...]
    lesses: tuple[Cell, ...]
    banner: Banner
    is_widest: bool
    between: tuple[Cell, ...] | None

    @property
    def more(self) -> Cell:
        return self.mores[0]

    @property
    def less(self) -> Cell:
        return self.lesses[0]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (*self.mores, *self.lesses)

    @property
    def columns(self) -> list[ColumnId]:
        return [cell.id.column for cell in self.cells]

    @property
    def sides(self) -> list[tuple[Cell, ...]]:
        """Both ends, that of the group which the survey names first before the other, whichever has more.

        So two groups keep their places in headlines and their colours from one finding to the next.
        """
        order = [column.id for column in self.banner.columns]
        return sorted((self.mores, self.lesses), key=lambda cells: order.index(cells[0].id.column))

    @property
    def points(self) -> Decimal:
        return points(self.more, self.less)


def gap_of(ranking: Ranking, chance: Chance) -> Draft | None:
    """The widest gap of a question, of a scale that of its boxes: a step alone says less than what steps come to.

    None where its groups do not differ enough to be told, or by chance.
    """
    segments = ranking.table.segments
    gaps = [gap for banner in segments for gap in _gaps(banner, ranking, ranking.boxes, chance)]
    gaps = gaps or [gap for banner in segments for gap in _gaps(banner, ranking, ranking.regular, chance)]
    told = [gap for gap in gaps if gap.points >= LEAST_GAP and not _may_be_chance(gap.mores, gap.lesses, chance)]
    return _draft(max(told, key=lambda gap: gap.points), ranking, chance) if told else None


def _may_be_chance(mores: Sequence[Cell], lesses: Sequence[Cell], chance: Chance) -> bool:
    return any(chance.explains(more, less) for more, less in product(mores, lesses))


def _gaps(banner: Banner, ranking: Ranking, cells: Sequence[Cell], chance: Chance) -> Iterator[_Gap]:
    """The widest gap of a segmentation by these answers or nets, if there is one.

    None of groups by the question that made them.
    """
    survey = chance.survey
    table, columns = ranking.table, set(_columns_with_figures(banner, ranking.table))
    rows = [[table.cell(cell.id.answer, column.id) for column in banner.columns] for cell in cells]
    if _are_answers(rows, columns):
        return
    known = [[cell for cell in row if cell.id.column in columns and has_base(cell, survey)] for row in rows]
    ends = [_ends(row) for row in known if len(row) > 1 and are_known(row)]
    told = [pair for pair in ends if len(pair[0]) + len(pair[1]) <= MOST_NAMED and ranking.is_answer(pair[0][0])]
    if chance.is_counted:  # the widest of those that are differences
        told = [pair for pair in told if not _may_be_chance(*pair, chance)]
    if not told:
        return
    mores, lesses = max(told, key=_apart)
    others = [cell for row in rows if mores[0] in row for cell in row if cell not in (*mores, *lesses)]
    between = tuple(others) if are_known(others) and all(has_base(cell, survey) for cell in others) else None
    rivals = [pair for pair in ends if _apart(pair) >= _apart((mores, lesses))]
    is_alone = len(rivals) == len(mores) == len(lesses) == 1
    if chance.is_counted:
        others_apart = [pair for pair in ends if pair[0][0].id.answer != mores[0].id.answer]
        is_alone &= not any(_may_be_as_wide((mores[0], lesses[0]), pair, chance) for pair in others_apart)
    is_whole = all(map(are_known, rows)) and all(has_base(cell, survey) for row in rows for cell in row)
    is_whole &= not _is_net(mores[0], ranking)
    yield _Gap(mores, lesses, banner, is_alone and is_whole, between)


def _may_be_as_wide(widest: tuple[Cell, Cell], other: tuple[Sequence[Cell], Sequence[Cell]], chance: Chance) -> bool:
    """Whether chance explains that two groups lie farther apart on one answer than groups on another."""
    (more, less), (mores, lesses) = widest, other
    return chance.explains_changes((less, more), (lesses[0], mores[0]))


def _is_net(cell: Cell, ranking: Ranking) -> bool:
    return cell.id.answer in ranking.table.nets


def _are_answers(rows: Sequence[Sequence[Cell]], columns: Collection[ColumnId]) -> bool:
    """Whether the groups were made by this question: all of each gave one answer, or no answer was given in two."""
    shown = [[cell for cell in row if cell.id.column in columns] for row in rows]
    said_by_all = {cell.id.column for row in shown for cell in row if percent(cell) == WHOLE}
    is_apart = all(are_known(row) and sum(percent(cell) != 0 for cell in row) <= 1 for row in shown)
    return set(columns) <= said_by_all or is_apart


def _ends(row: Sequence[Cell]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells of the largest share, and those of the smallest."""
    shares = [percent(cell) or Decimal(0) for cell in row]
    mores, lesses = (
        tuple(cell for cell, share in zip(row, shares, strict=True) if share == end)
        for end in (max(shares), min(shares))
    )
    return mores, lesses


def _apart(ends: tuple[Sequence[Cell], Sequence[Cell]]) -> Decimal:
    mores, lesses = ends
    return points(mores[0], lesses[0])


def _draft(gap: _Gap, ranking: Ranking, chance: Chance) -> Draft:
    survey = chance.survey
    question, names = ranking.question, [name_of(cell.id, survey) for cell in (gap.more, gap.less)]
    assert gap.banner.segment is not None
    pairs = (pair for cells in (gap.mores, gap.lesses) for pair in pairwise(cells))
    level = [f"tied({name_of(one.id, survey)}, {name_of(other.id, survey)})" for one, other in pairs]
    claim = " and ".join([f"{names[0]} - {names[1]} >= {LEAST_GAP}", *level])
    if gap.is_widest:
        claim = f"largest_gap({question.id}, {gap.banner.segment.id}) == {names[0]} - {names[1]}"
    claim = " and ".join((claim, *chance.claim(gap.more, gap.less)))
    columns = _columns(gap, ranking.table, survey)
    return Draft(
        id=f"{question.id}_by_{gap.banner.segment.id}",
        question=question,
        table=ranking.table,
        headlines=(_pair(gap, claim, ranking.table, survey), _unnamed(gap, claim, ranking.table, survey)),
        exhibit=ExhibitStory(
            kind=SourceText(GROUPED.word),
            by=(SourceText(gap.banner.segment.id),),
            references=_total_beside(ranking),
            columns=tuple(SourceText(column.column or "") for column in columns),
            answers=tuple(map(SourceText, _answers(gap, ranking))),
            emphasize=tuple(map(_mark, gap.sides[0])),
            contrast=tuple(map(_mark, gap.sides[1])),
            location=question.location,
        ),
        strength=WEIGHT * gap.points,
        listed=ranking.listed,
        has_more=ranking.has_more,
        subject=None,
    )


def _pair(gap: _Gap, claim: str, table: Table, survey: Survey) -> Headline:
    """Both ends; that the other groups lie between them is claimed too, where an author might write all of that."""
    whole = claim if gap.is_widest else all_of(claim, *_between(gap, survey))
    holds = whole if len(whole) <= LONGEST else claim
    return Headline(lambda language: _phrases(gap, table, Parts(survey, language)), holds, (gap.more, gap.less))


def _between(gap: _Gap, survey: Survey) -> list[str]:
    """The claims that no other group lies outside the two, where that is known of all."""
    more, less = (name_of(cell.id, survey) for cell in (gap.more, gap.less))
    return [f"{more} >= {name_of(cell.id, survey)} >= {less}" for cell in gap.between or ()]


def _unnamed(gap: _Gap, claim: str, table: Table, survey: Survey) -> Headline:
    """The same, in a language where the names of the groups find no room: the marks beside the bars tell them.

    Between which shares all groups lie; where one may lie outside, how far these two lie apart.
    """
    more, less = (name_of(cell.id, survey) for cell in (gap.more, gap.less))
    points_apart = f"{more} - {less} | number"

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        yield from _phrases(gap, table, parts)
        told = {"less": parts.share(gap.less), "more": parts.share(gap.more), "points": figure(points_apart)}
        pattern = patterns.apart_of_pair if gap.between is None else patterns.span_of_groups
        yield from (filled(pattern, answer=parts.subject(gap.more, naming), **told) for naming in NAMINGS)

    return Headline(phrases, all_of(claim, *_between(gap, survey)), (gap.more, gap.less))


def _phrases(gap: _Gap, table: Table, parts: Parts) -> Iterator[SourceText]:
    language: Language = parts.language
    first, second = gap.sides  # in the order of their colours, accent before second accent
    told = {
        "first": parts.share(first[0]),
        "second": parts.share(second[0]),
        "first_group": parts.listed([parts.column(cell.id.column, table) for cell in first]),
        "second_group": parts.listed([parts.column(cell.id.column, table) for cell in second]),
    }
    question = parts.survey.question(gap.more.id.question)
    topic, is_of_topic = parts.topic(question), parts.needs_topic(gap.more)
    patterns = language.headlines
    for naming in (each for each in NAMINGS if gap.is_widest and not parts.goes_on(gap.more, each)):
        answer, is_quoted = parts.answer(gap.more, naming), parts.is_quoted(gap.more, naming)
        if is_of_topic:
            pattern = patterns.gap_in_quotes_of_topic if is_quoted else patterns.gap_of_topic
            yield filled(pattern, topic=topic, answer=answer, **told)
        else:
            yield filled(patterns.gap_in_quotes if is_quoted else patterns.gap, answer=answer, **told)
    for naming in NAMINGS:
        yield filled(language.headlines.gap_of_pair, answer=parts.subject(gap.more, naming), **told)


def _columns(gap: _Gap, table: Table, survey: Survey) -> list[ColumnId]:
    """Up to four groups in their order, the two that differ most among them; none of too few respondents."""
    ids = _columns_with_figures(gap.banner, table)
    named = set(gap.columns)
    based = [column for column in ids if has_base(table.cell(gap.more.id.answer, column), survey)]
    free = [column for column in based if column not in named][: GROUPED.slots.most - len(named)]
    shown = [column for column in ids if column in named or column in free]
    return shown if _are_short(shown, table) else [column for column in ids if column in named]


def _columns_with_figures(banner: Banner, table: Table) -> list[ColumnId]:
    """Those of which a number is shown."""
    columns = [column.id for column in banner.columns]
    return [column for column in columns if any(table.cell(answer, column).share for answer in table.answers)]


def _are_short(columns: Sequence[ColumnId], table: Table) -> bool:
    """Whether the names of groups leave room for the bars in every language; longer ones take a line each."""
    names = [name for column in columns if (name := table.column(column).name)]
    lengths = zip(*([len(text.text) for text in name.by_language.values()] for name in names), strict=True)
    return all(max(each) <= LONGEST_NAME and sum(each) <= LONGEST_NAMES for each in lengths)


def _answers(gap: _Gap, ranking: Ranking) -> list[str]:
    """The largest answers of very many, among them the one that is told of; of no more than find room none is chosen.

    Then the exhibit shows all and the nets that its headline speaks of, and the notes name what was not published.
    """
    asked = [answer for answer in ranking.question.answers if answer.is_asked]
    if len(asked) < GROUPED.rows.most:
        return []
    by_size = {cell.id.answer: place for place, cell in enumerate(ranking.ranked)}
    told, keeps_order = gap.more.id.answer, ranking.question.keeps_order
    asked.sort(key=lambda each: (each.role.lateness, 0 if keeps_order else by_size.get(each.id, len(by_size))))
    answers = [*([told] if _is_net(gap.more, ranking) else []), *(answer.id for answer in asked)]
    largest = sorted(answers, key=lambda each: (each != told, by_size.get(each, len(by_size))))
    return [answer for answer in answers if answer in largest[: GROUPED.rows.most]]


def _total_beside(ranking: Ranking) -> tuple[SourceText, ...]:
    """All who were asked, whose share tells which of the groups is the unusual one, where it was published."""
    return (SourceText("total"),) if ranking.has_figures else ()


def _mark(cell: Cell) -> SourceText:
    return SourceText(f"{cell.id.answer}.{cell.id.column.name}")
