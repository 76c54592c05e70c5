"""What became of a question since an earlier wave: the answer that moved most, or the largest rise and fall.

Waves are compared as far back as no break lies between; where one lies behind every earlier wave, both shares are
named, and that the question has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from report.briefing.by_rule.annotations import Remark
from report.briefing.by_rule.breaks import is_broken
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft, Headline, Phrases
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.shares import are_known, has_base, percent, points
from report.briefing.by_rule.unanswered import answers_nothing
from report.briefing.by_rule.wording import NAMINGS, Parts
from report.briefing.fragments import filled
from report.briefing.model.prose import name_of
from report.briefing.story import ExhibitStory
from report.briefing.subjects import Subject
from report.diagnostics import SourceText
from report.kinds import COLUMNS, DUMBBELL, LINE
from report.language.model import Language
from report.survey.model import Net, Survey
from report.tables.model import Cell, CellState, Table

LEAST_CHANGE = Decimal(1)
"""Points from which on a share is said to have risen or fallen."""

WEIGHT = Decimal(2)
"""A change of so many points is worth this many times a lead of as many."""

MOST_ROWS = 7
"""Answers that find room beside each other by two waves."""

LEAST_BESIDE = 3
"""Answers known in both from which on two waves are shown of all answers, not of one alone; fewer, if they are all."""

LEAST_OF_LINE, LONGEST_OF_LINE = 3, 24
"""Waves from which on a line shows more than bars, and the characters of a name that always stand at its end."""

LONGEST_BESIDE = 80
"""Characters of names that always have room left of two dots."""

Change = tuple[Cell, Cell]
"""A cell of an earlier wave and that of the current one, both with a percentage."""


def change_of(ranking: Ranking, chance: Chance) -> Draft | None:
    """The change of a question; None where no earlier wave can be set beside the current one.

    Where the names of what rose and fell most have no room together, that of the two is told that moved more.
    """
    survey = chance.survey
    changes = _changes(ranking.table, ranking.boxes, survey) or _changes(ranking.table, ranking.regular, survey)
    if not changes:
        return _across_break(ranking, survey)
    changes = [each for each in changes if ranking.is_answer(each[1]) and not _may_be_of_the_silent(each, ranking)]
    if not changes:
        return None
    both = _rise_and_fall(changes, ranking, chance)
    largest = max(changes, key=lambda change: (abs(_moved(change)), percent(change[1])))
    alone = _one(largest, ranking.table, chance)
    if both and not any(chance.explains(*change) for change in both):
        names = [name_of(cell.id, survey) for change in both for cell in change[::-1]]
        headlines = (_two(both, ranking.table, survey, _claim_of_both(both, survey)), alone)
        return _draft(ranking, headlines, both, names)
    return _draft(ranking, (alone,), (largest,), ())


def _changes(table: Table, cells: Sequence[Cell], survey: Survey) -> list[Change]:
    """Of every answer its first wave that can be compared with the current one.

    A published net and the sum of printed answers are not: they may differ by rounding alone.
    """
    found = list[Change]()
    for cell in cells:
        earlier = [column.id for column in table.waves.columns if column.id != table.total]
        unbroken = [table.cell(cell.id.answer, column) for column in earlier if not is_broken(table, cell, column)]
        known = (each for each in unbroken if percent(each) is not None and has_base(each, survey))
        first = next((each for each in known if each.state is cell.state), None)
        if first and percent(cell) is not None and has_base(cell, survey):
            found.append((first, cell))
    return found


def _may_be_of_the_silent(change: Change, ranking: Ranking) -> bool:
    """Whether a share may have moved because more or fewer said nothing, while those who answered did so as before.

    43 % kept their age to themselves, then 4 %: an age group that grew from 17 to 32 % need not have grown.
    """
    table, (before, now) = ranking.table, change
    silent = [answer.id for answer in ranking.question.answers if answers_nothing(answer)]
    pairs = [[table.cell(answer, cell.id.column) for cell in change] for answer in silent]
    known = [pair for pair in pairs if not any(map(_is_unpublished, pair))]
    shares = [[percent(cell) or Decimal(0) for cell in pair] for pair in known]
    fewer = sum((first - last for first, last in shares), Decimal(0))
    return abs(fewer) >= abs(points(now, before)) > 0 and (fewer > 0) == (points(now, before) > 0)


def _is_unpublished(cell: Cell) -> bool:
    return cell.state is CellState.NOT_PUBLISHED


def _moved(change: Change) -> Decimal:
    return points(change[1], change[0])


# ---------------------------------------------------------------------------------------------------------- one answer


def _one(change: Change, table: Table, chance: Chance) -> Headline:
    (before, now), survey = change, chance.survey
    moved, names = _moved(change), [name_of(cell.id, survey) for cell in (now, before)]
    if moved == 0:
        return Headline(_said("same", change, table, survey), f"tied({names[0]}, {names[1]})", (now, before))
    least = max(LEAST_CHANGE, _rounding(now, survey))
    if abs(moved) < least or chance.explains(now, before):
        limit = max(least, abs(moved).to_integral_value() + 1)
        claim = f"{-limit} < {names[0]} - {names[1]} < {limit}"
        return Headline(_said("stays", change, table, survey), claim, (now, before))
    pattern, ordered = ("rises", names) if moved > 0 else ("falls", names[::-1])
    claim = " and ".join((f"{ordered[0]} - {ordered[1]} >= {least}", *chance.claim(now, before)))
    return Headline(_said(pattern, change, table, survey), claim, (now, before))


def _rounding(now: Cell, survey: Survey) -> Decimal:
    """By how many points the rounding of printed answers alone may move what was computed from them."""
    if now.state is not CellState.COMPUTED:
        return Decimal(0)
    net = survey.question(now.id.question).answer_or_net(now.id.answer)
    n_summed = len(net.answers) if isinstance(net, Net) else 1
    return n_summed * Decimal(1).scaleb(-now.decimals)


def remark_on(now: Cell, first: Cell, table: Table, chance: Chance) -> Remark | None:
    """How far the share of a chart's last column lies from that of the last wave before, the first shown or a later.

    None where they can not be compared, or differ by less than a point, or by chance, or where the share went the other
    way than since the first, which the headline tells.
    """
    survey, columns = chance.survey, [column.id for column in table.waves.columns]
    shown = columns[columns.index(first.id.column) : columns.index(now.id.column)]
    cells = [table.cell(now.id.answer, column) for column in reversed(shown) if not is_broken(table, now, column)]
    known = (cell for cell in cells if percent(cell) is not None and has_base(cell, survey) and cell.state is now.state)
    last = next(known, None)
    least = max(LEAST_CHANGE, _rounding(now, survey))
    if last is None or abs(points(now, last)) < least or chance.explains(now, last):
        return None
    if points(now, last) * points(now, first) < 0:
        return None
    names = [name_of(cell.id, survey) for cell in (now, last)]
    is_rise = points(now, last) > 0
    ordered = names if is_rise else names[::-1]

    def lead(language: Language) -> SourceText:
        moved = Parts(survey, language).difference(last, now)
        return filled(language.headlines.risen, points=moved) if is_rise else moved

    def words(language: Language) -> SourceText:
        return filled(language.headlines.since, date=Parts(survey, language).column(last.id.column, table))

    return Remark((now.id.wave,), lead, words, f"{ordered[0]} - {ordered[1]} >= {least}")


def _said(pattern: str, change: Change, table: Table, survey: Survey) -> Phrases:
    before, now = change

    def phrases(language: Language) -> Iterator[SourceText]:
        parts = Parts(survey, language)
        told = {
            "before": parts.share(before),
            "now": parts.share(now),
            "date": parts.column(before.id.column, table),
            "current": parts.column(now.id.column, table),
        }
        for naming in NAMINGS:
            yield filled(getattr(language.headlines, pattern), answer=parts.subject(now, naming), **told)
        if not parts.is_bare(now):  # without its topic, which stands above
            for naming in NAMINGS:
                yield filled(getattr(language.headlines, pattern), answer=parts.answer(now, naming), **told)
        for naming in NAMINGS:  # in fewer words, before it is left unsaid which answer it is
            yield filled(language.headlines.then_and_now, answer=parts.subject(now, naming), **told)
        one_of_them = SourceText(language.words.untold_answer)
        topic = parts.topic(survey.question(now.id.question))
        unnamed = filled(language.headlines.of_topic, topic=topic, answer=one_of_them)
        yield filled(getattr(language.headlines, pattern), answer=unnamed, **told)

    return phrases


def _across_break(ranking: Ranking, survey: Survey) -> Draft | None:
    """The leading answer beside its last share before the break."""
    table = ranking.table
    for now in (*ranking.leading, *ranking.regular_by_share):
        if now not in ranking.regular or percent(now) is None or not ranking.is_answer(now):
            continue
        earlier = [table.cell(now.id.answer, column.id) for column in table.waves.columns if column.id != table.total]
        known = [cell for cell in earlier if percent(cell) is not None]
        if known:
            names = [name_of(cell.id, survey) for cell in (now, known[-1])]
            sign = _sign_of(points(now, known[-1]))
            said = _said("across_break", (known[-1], now), table, survey)
            headline = Headline(said, f"{names[0]} {sign} {names[1]}", (now, known[-1]))
            return _draft(ranking, (headline,), (), (), broken=True)
    return None


def _sign_of(difference: Decimal) -> str:
    return "==" if difference == 0 else ">" if difference > 0 else "<"


# --------------------------------------------------------------------------------------------------------- two answers


def _rise_and_fall(changes: Sequence[Change], ranking: Ranking, chance: Chance) -> tuple[Change, Change] | None:
    """The largest rise and the largest fall since one wave, if every answer is known in it and each is one alone."""
    firsts = {before.id.column for before, _ in changes}
    if len(firsts) > 1 or len(changes) < len(ranking.regular) or not 2 < len(ranking.table.answers) <= MOST_ROWS:
        return None
    if ranking.longest_name > LONGEST_BESIDE:
        return None
    ordered = sorted(changes, key=_moved)
    fall, rise = ordered[0], ordered[-1]
    if _moved(rise) < LEAST_CHANGE or _moved(fall) > -LEAST_CHANGE:
        return None
    is_alone = _is_ahead(fall, ordered[1], chance) and _is_ahead(rise, ordered[-2], chance)
    return (rise, fall) if is_alone else None


def _is_ahead(change: Change, next_one: Change, chance: Chance) -> bool:
    """Whether an answer moved more than another, for certain and not by chance."""
    return _moved(change) != _moved(next_one) and not chance.explains_changes(change, next_one)


def _claim_of_both(both: tuple[Change, Change], survey: Survey) -> str:
    def moved(before: Cell, now: Cell) -> str:
        return f"{name_of(now.id, survey)} - {name_of(before.id, survey)}"

    (before, up), (start, down) = both
    waves = f"{up.id.question}, {before.id.wave}, {up.id.wave}"
    rise, fall = moved(before, up), moved(down, start)
    claims = [f"largest_rise({waves}) == {rise}", f"largest_fall({waves}) == {fall}"]
    return " and ".join(claims)


def _two(both: tuple[Change, Change], table: Table, survey: Survey, claim: str) -> Headline:
    (before, up), (start, down) = both

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        told = {
            "topic": parts.topic(survey.question(up.id.question)),
            "date": parts.column(before.id.column, table),
            "up_points": parts.change(before, up),
            "down_points": parts.change(start, down),
        }
        for pattern, naming in product((patterns.rise_and_fall, patterns.rise_and_fall_in_short), NAMINGS):
            yield filled(pattern, up=parts.answer(up, naming), down=parts.answer(down, naming), **told)

    return Headline(phrases, claim, (up, before, down, start))


# --------------------------------------------------------------------------------------------------------------- draft


def _shows(exhibit: ExhibitStory, subject: Subject | None) -> bool:
    """Whether an exhibit shows what a message says; without answers of its own it shows all."""
    shown = {answer.text for answer in exhibit.answers}
    return subject is not None and (not shown or all(cell.id.answer in shown for cell in subject.cells))


def _exhibit_of_one(ranking: Ranking, headline: Headline) -> ExhibitStory:
    """One answer over its waves; of only two, where others can be set beside it, all answers in both."""
    now, before = headline.cells
    published = [each for each in ranking.table.waves.columns if ranking.table.cell(now.id.answer, each.id).share]
    beside = [cell for cell in ranking.ranked if ranking.table.cell(cell.id.answer, before.id.column).share]
    is_of_all = len(published) == 2 and now in ranking.regular and not ranking.table.breaks
    is_of_all = is_of_all and len(beside) >= min(LEAST_BESIDE, len(ranking.question.answers))
    if is_of_all and len(ranking.question.answers) in DUMBBELL.rows and ranking.longest_name <= LONGEST_BESIDE:
        return _dumbbell(ranking, before, (SourceText(now.id.answer),), ())
    answers = (SourceText(now.id.answer),)
    return ExhibitStory(kind=SourceText(COLUMNS.word), answers=answers, location=ranking.question.location)


def _exhibit_of_two(ranking: Ranking, headline: Headline) -> ExhibitStory:
    """Lines over all waves since the first one that counts, if there are more than two and names have room; else both.

    The rise is set off against the fall.
    """
    (up, before, down, _), question, table = headline.cells, ranking.question, ranking.table
    columns = [column.id for column in table.waves.columns]
    since = columns[columns.index(before.id.column) :]
    published = [column for column in since if any(table.cell(cell.id.answer, column).share for cell in ranking.ranked)]
    can_be_line = len(question.answers) in LINE.rows and ranking.longest_name <= LONGEST_OF_LINE
    marks = ((SourceText(up.id.answer),), (SourceText(down.id.answer),))
    if len(published) not in range(LEAST_OF_LINE, LINE.slots.most + 1) or not can_be_line:
        return _dumbbell(ranking, before, *marks)
    return ExhibitStory(
        kind=SourceText(LINE.word),
        waves=tuple(SourceText(column.wave) for column in since),
        emphasize=marks[0],
        contrast=marks[1],
        location=question.location,
    )


def _dumbbell(
    ranking: Ranking, before: Cell, emphasize: tuple[SourceText, ...], contrast: tuple[SourceText, ...]
) -> ExhibitStory:
    """All answers in an earlier wave and the current one, with how far each moved."""
    return ExhibitStory(
        kind=SourceText(DUMBBELL.word),
        waves=(SourceText(before.id.wave), SourceText(ranking.table.total.wave)),
        emphasize=emphasize,
        contrast=contrast,
        location=ranking.question.location,
    )


def _draft(
    ranking: Ranking,
    headlines: tuple[Headline, ...],
    changes: Sequence[Change],
    marked: Sequence[str],
    *,
    broken: bool = False,
) -> Draft:
    question, table, headline = ranking.question, ranking.table, headlines[0]
    exhibit = _exhibit_of_two(ranking, headline) if marked else _exhibit_of_one(ranking, headline)
    moved = max((abs(_moved(change)) for change in changes), default=Decimal(0))
    is_told = headline.holds is not None and not broken and moved >= LEAST_CHANGE and are_known(headline.cells)
    return Draft(
        id=f"{question.id}_over_time",
        question=question,
        table=table,
        headlines=headlines,
        exhibit=exhibit,
        strength=WEIGHT * moved if is_told else Decimal(0),
        listed=ranking.listed,
        has_more=ranking.has_more,
        subject=ranking.subject if _shows(exhibit, ranking.subject) else None,
        is_over_time=True,
        across_break=broken,
    )
