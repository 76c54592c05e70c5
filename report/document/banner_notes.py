"""What stands below a table for analysts: source, weighting, breaks, what is hidden and why, signs, column tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from report.briefing.model.missing import NOT_ASKED
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, joined, told, worded
from report.briefing.model.terms import ASTERISK, answer_label, column_label, in_row, rest_reason, sign_meaning
from report.document.banner_part import WITHHELD, BannerPart
from report.document.bases import is_weighted, n_of_row
from report.document.breaks import not_comparable, reason_of
from report.document.model.nodes import BETWEEN
from report.document.rows import NOT_COMPARABLE
from report.document.sources import base_parts, is_rounded
from report.document.sums import published_sum
from report.language.numbers import count, percent
from report.statistics.letters import LEAST_BASE, STRONG, WEAK
from report.survey.model import Answer, Net
from report.tables.model import LEAST_UNMARKED_BASE, CellState, Column, TableBreak
from report.units import Between, Share, sign_of_difference


def notes_of(part: BannerPart) -> Iterator[Prose]:
    """The notes of a question's table, one a paragraph."""
    yield base_parts({part.question.id: part.ids}, part.briefing)[-1]
    yield from _own_n(part)
    yield from _base_rule(part)
    if part.question.scores:
        yield fixed(part.briefing.language.words.base_of_scores)
    yield from _whole(part)
    yield from _weighting(part)
    yield from _breaks(part)
    yield from _hidden(part)
    if silent := _silent_columns(part):
        yield told(part.briefing.language.words.unpublished_columns, columns=_named(silent, part))
    yield from _signs(part)
    yield from _tests(part)


def _own_n(part: BannerPart) -> Iterator[Prose]:
    """Which answers and nets stand on another n than their column."""
    language = part.briefing.language
    named: tuple[Answer | Net, ...] = (*part.question.answers, *part.question.nets)
    for each in named:
        if n := n_of_row(each.id, part.question, part.columns, part.briefing):
            yield joined([answer_label(each, language), n], ": ")


def _base_rule(part: BannerPart) -> Iterator[Prose]:
    """Whom the shares of respondents are of."""
    words = part.briefing.language.words
    if part.counting:
        is_of_asked = part.question.id in part.counting.of_asked
        yield fixed(words.shares_of_asked if is_of_asked else words.shares_of_answered)


def _whole(part: BannerPart) -> Iterator[Prose]:
    """What is left of 100 % in the current wave; that printed numbers make up more or less of it by rounding alone."""
    words, question, total = part.briefing.language.words, part.question, part.shares.total
    is_left = sign_of_difference(published_sum(question, part.shares, total).fraction, Decimal(1)) == -1
    if question.rest and question.type.adds_up and total in part.ids and is_left:
        shares = [part.shares.cell(answer.id, total).share for answer in question.answers]
        reason = rest_reason(question.rest, [share for share in shares if share], words)
        yield joined([fixed(words.rest), fixed(reason)], ": ")
    elif not part.counting and any(is_rounded(question, column, part.briefing) for column in part.ids):
        yield fixed(words.rounding)


def _weighting(part: BannerPart) -> Iterator[Prose]:
    words, parts, weighting = part.briefing.language.words, list[Prose](), part.briefing.survey.weighting
    if weighting:
        parts.append(joined([fixed(words.weighting), worded(weighting, part.briefing.language)], ": "))
    if part.counting:
        parts.append(fixed(words.weighted_shares if part.counting.is_weighted else words.unweighted_shares))
    if parts:
        yield joined(parts, BETWEEN)


def _breaks(part: BannerPart) -> Iterator[Prose]:
    """Why waves are not comparable: in the whole question, in one of its answers."""
    language, waves = part.briefing.language, part.shares.waves
    shown = [column.id for column in part.columns if column.id.is_total]
    sign = fixed(NOT_COMPARABLE)
    for broken in part.question.breaks:
        if part.shares.sides(TableBreak(broken.before, broken.after), shown):
            yield joined([sign, reason_of(broken, waves, language)], " ")
    for answer in part.question.answers:
        if answer.break_between and part.shares.sides(TableBreak(*answer.break_between), shown):
            reason = not_comparable(answer.break_between, waves, language)
            yield joined([sign, joined([answer_label(answer, language), reason], ", ")], " ")


def _hidden(part: BannerPart) -> Iterator[Prose]:
    """Which columns are hidden, and why."""
    words, hidden = part.briefing.language.words, [column for column in part.columns if column.hidden]
    low = [column for column in hidden if column.hidden and column.hidden.base_under is not None]
    if low and part.counting:
        least = _constant(count(part.counting.low_base.hide, part.briefing.language), "the smallest base that is shown")
        yield told(words.withheld_low, columns=_named(low, part), least=least)
    if others := [column for column in hidden if column not in low]:
        yield told(words.withheld_beside, columns=_named(others, part))


def _named(columns: Sequence[Column], part: BannerPart) -> Prose:
    """Columns by name, those of a segmentation behind what that is called: "Alter (14 bis 19, 20 bis 29)"."""
    language, parts = part.briefing.language, list[Prose]()
    labels = {each.id: each.label for each in part.briefing.survey.segments}
    for segment, group in groupby(columns, key=lambda column: column.id.segment):
        names = in_row([column_label(column, language) for column in group], language)
        if segment:
            names = told("{label} ({names})", label=worded(labels[segment], language), names=names)
        parts.append(names)
    return joined(parts, ", ")


def _silent_columns(part: BannerPart) -> list[Column]:
    """The groups of a banner that have no column, as nothing of them is known."""
    segments = [banner.segment for banner in part.banners if banner.segment]
    banners = [banner for banner in part.shares.segments if banner.segment in segments]
    return [column for banner in banners for column in banner.columns if column not in part.columns]


def _signs(part: BannerPart) -> Iterator[Prose]:
    """What the signs of the table mean."""
    words, counting = part.briefing.language.words, part.counting
    cells = [cell for row in part.rows for cell in part.cells(row)]
    bases = [part.n(column) for column in part.columns]
    signs = list[Prose]()
    if _has_empty(part):
        signs.append(sign_meaning(words.empty_cell, words.nobody_asked if counting else words.not_published))
    if any(cell.state is CellState.NOT_ASKED for cell in cells):
        signs.append(sign_meaning(NOT_ASKED, words.not_asked))
    if any(base.text == WITHHELD for base in bases):
        signs.append(sign_meaning(WITHHELD, words.hidden_sign))
    if any(base.is_low for base in bases):
        limit = counting.low_base.flag if counting else LEAST_UNMARKED_BASE
        least = _constant(count(limit, part.briefing.language), "the smallest base without a sign")
        pattern = words.small_effective_base if is_weighted(part.briefing) else words.small_base
        signs.append(joined([fixed(ASTERISK), told(pattern, least=least)], " = "))
    if signs:
        yield joined(signs, "; ")
    if any(cell.share and isinstance(cell.share.fraction, Between) for cell in cells):
        yield fixed(words.published_below)


def _has_empty(part: BannerPart) -> bool:
    """Whether a cell has neither a number nor a sign; bases are all empty where none was published."""
    cells = [cell for row in part.rows for cell in part.cells(row)]
    bases = [part.n(column) for column in part.columns]
    are_known = any(base.number is not None or base.text for base in bases)
    return any(cell.share is None and not part.in_place_of(cell) for cell in cells) or (
        are_known and any(base.number is None and not base.text for base in bases)
    )


def _tests(part: BannerPart) -> Iterator[Prose]:
    """How letters come about, or why there are none."""
    words, language = part.briefing.language.words, part.briefing.language
    if any(part.is_tested(banner) for banner in part.banners):
        yield told(
            words.column_tests,
            strong=_constant(percent(Share(STRONG), 0, language).text, "the level of a capital"),
            weak=_constant(percent(Share(WEAK), 0, language).text, "the level of a small letter"),
            least=_constant(count(LEAST_BASE, language), "the smallest base that is tested"),
        )
        if part.question.scores:
            yield fixed(words.score_tests)
    elif part.counting and any(len(banner.columns) > 1 for banner in part.banners):
        yield fixed(words.no_column_tests)


def _constant(text: str, origin: str) -> Fact:
    return Fact(FactKind.CONSTANT, text, origin)
