"""The headline of a scale by what its steps come to at either end: agreement and rejection, or the nets by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.briefing.by_rule.draft import Headline
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.shares import percent
from report.briefing.by_rule.wording import NAMINGS, Parts
from report.briefing.filters import LABEL, NAMING
from report.briefing.fragments import all_of, filled
from report.briefing.model.prose import name_of
from report.briefing.subjects import boxes_of
from report.diagnostics import SourceText
from report.language.model import Language
from report.survey.model import Survey
from report.tables.model import Cell, is_above


def headline_of_nets(ranking: Ranking, survey: Survey) -> Headline | None:
    """Of a scale led by one or both of its nets, or of which nothing else is known to lead; None for others."""
    nets = boxes_of(ranking.question)
    boxes = [ranking.table.cell(net.id, ranking.table.total) for net in nets]
    ends = [cell for cell in boxes if percent(cell) is not None]
    if not ends or (ranking.leading and not any(cell in ranking.leading for cell in boxes)):
        return None
    holds = ranking.subject.holds if ranking.subject and ranking.subject.holds else ""
    if len(ends) == len(nets) == 2 and not set(nets[0].answers) & set(nets[1].answers):
        return _of_both(ends[0], ends[1], ranking, holds, survey)
    if len(ranking.leading) > 1 or (len(ends) > 1 and not ranking.leading):
        return None
    net = ranking.leading[0] if ranking.leading else ends[0]
    return Headline(lambda language: _of_one(net, ranking, Parts(survey, language)), holds or None, (net,))


def _of_both(one: Cell, other: Cell, ranking: Ranking, holds: str, survey: Survey) -> Headline:
    more, less = (other, one) if is_above(other, one) else (one, other)
    is_level = not is_above(more, less)
    names = [name_of(cell.id, survey) for cell in (more, less)]
    claim = f"{names[0]} == {names[1]}" if is_level else f"{names[0]} > {names[1]}"

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        topic, sides = parts.topic(ranking.question), sides_said((one, other), survey, language)
        if sides and is_level:
            yield filled(patterns.both_sides_level, topic=topic, agree=parts.share(one))
        elif sides:
            agree, disagree = map(parts.share, sides)
            yield filled(patterns.both_sides, topic=topic, agree=agree, disagree=disagree)
        for naming in NAMINGS:
            if is_level:
                answers = parts.answers([more, less], naming)
                yield filled(patterns.level, topic=topic, answers=answers, share=parts.share(more))
                continue
            named = {"first": parts.answer(more, naming), "second": parts.answer(less, naming)}
            shares = {"first_share": parts.share(more), "second_share": parts.share(less)}
            yield filled(patterns.two_nets, topic=topic, **named, **shares)

    return Headline(phrases, all_of(holds, claim), (more, less))


def _of_one(cell: Cell, ranking: Ranking, parts: Parts) -> Iterator[SourceText]:
    pattern, topic = parts.language.headlines.one_net, parts.topic(ranking.question)
    for naming in NAMINGS:
        yield filled(pattern, topic=topic, first=parts.answer(cell, naming), first_share=parts.share(cell))


def sides_said(nets: tuple[Cell, Cell], survey: Survey, language: Language) -> tuple[Cell, Cell] | None:
    """The net of those who agree and that of those who disagree; None where they are called otherwise."""
    patterns = language.headlines
    found = [
        next((cell for cell in nets if _is_called(cell, pattern, survey, language)), None)
        for pattern in (patterns.agreement, patterns.rejection)
    ]
    agree, disagree = found
    return (agree, disagree) if agree and disagree and agree is not disagree else None


def _is_called(cell: Cell, pattern: str, survey: Survey, language: Language) -> bool:
    question = survey.question(cell.id.question)
    return any(
        re.fullmatch(pattern, NAMING[naming](question, cell.id, language).text.strip(), re.IGNORECASE)
        for naming in (LABEL, *NAMINGS)
    )
