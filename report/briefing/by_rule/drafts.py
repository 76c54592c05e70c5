"""All findings that a survey gives, and the choice of those that are told: the strongest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from report.briefing.by_rule.batteries import batteries_of, draft_of
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.draft import Draft
from report.briefing.by_rule.elsewhere import exhibit_elsewhere, listed_elsewhere
from report.briefing.by_rule.groups import gap_of
from report.briefing.by_rule.headlines import headlines_of
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.scores import exhibit_of_score, headline_of_score, score_by_group, score_over_time
from report.briefing.by_rule.shares import percent, points
from report.briefing.by_rule.waves import change_of
from report.briefing.expression import LONGEST
from report.briefing.printed import are_alike
from report.briefing.story import ExhibitStory
from report.briefing.subjects import Subject
from report.diagnostics import SourceText
from report.kinds import BARS
from report.survey.model import Survey
from report.tables.model import CellState, Table, Tables

MOST_FINDINGS = 12
"""Findings that a story tells; the rest of the survey stands in the appendix."""

OF_SOME = Decimal("0.5")
"""What a finding weighs that is of some of the respondents only."""

AS_SECOND = Decimal("0.6")
"""What a further finding of a question weighs."""

SILENT = Decimal(-1)
"""Stands behind all that says something."""


def chosen(chance: Chance, tables: Tables) -> tuple[Draft, ...]:
    """The findings that are told, the strongest first, equal ones in file order.

    A question that has one already weighs less with its second; what says nothing comes last.
    """
    survey = chance.survey
    mains = [_claimable(draft) for draft in _mains(chance, tables)]
    further = [draft for draft in _further(chance, tables) if _claimable(draft) is draft]
    alone = [draft for draft in further if _shows_all(draft, tables, survey)]
    questions = {draft.question.id for draft in alone}
    first = [draft for draft in mains if draft.question.id not in questions] + alone
    second = [replace(draft, strength=draft.strength * AS_SECOND) for draft in further if draft not in alone]
    told = _strongest([*first, *(draft for draft in second if draft.strength > 0)])[:MOST_FINDINGS]
    ids = {question.id for question in survey.questions}
    return tuple(_named_apart(draft, ids) for draft in told)


def _named_apart(draft: Draft, ids: set[str]) -> Draft:
    """A second finding of a question under a name that no question has."""
    name = draft.id
    while name != draft.question.id and name in ids:
        name = f"{name}_"
    return replace(draft, id=name)


def _claimable(draft: Draft) -> Draft:
    """The draft without what it would take a longer claim to say than any author may write."""
    subject = draft.subject
    if subject and subject.holds and len(subject.holds) > LONGEST:
        draft = replace(draft, subject=Subject(subject.cells))
    kept = tuple(headline for headline in draft.headlines if len(headline.holds or "") <= LONGEST)
    if kept != draft.headlines:
        draft = replace(draft, headlines=kept, strength=draft.strength if kept else SILENT)
    return draft


def _strongest(drafts: Sequence[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: draft.strength, reverse=True)


def _shows_all(draft: Draft, tables: Tables, survey: Survey) -> bool:
    """Whether there is nothing else to see of its question: the waves of one answer, or groups without a total."""
    ranking = Ranking.of(survey.question(draft.question.id), tables.table(draft.question.id))
    return not ranking.has_figures or (len(ranking.ranked) == 1 and draft.is_over_time)


def _mains(chance: Chance, tables: Tables) -> list[Draft]:
    """One finding a question or battery, in file order."""
    survey = chance.survey
    all_batteries = batteries_of(survey, tables)
    batteries = {question.id: battery for battery in all_batteries for question in battery.questions}
    found = []
    for question in survey.questions:
        battery = batteries.get(question.id)
        if battery is None and _are_hidden(tables.table(question.id)):
            continue
        if battery is None:
            found.append(_main(Ranking.of(question, tables.table(question.id)), chance))
        elif battery.id == question.id:
            found.append(_weighed(draft_of(battery, chance, tables, is_alone=len(all_batteries) == 1)))
    return found


def _are_hidden(table: Table) -> bool:
    """Whether numbers were counted of which none may be shown: all of them stand on too few respondents."""
    cells = table.cells.values()
    return any(cell.state is CellState.SUPPRESSED for cell in cells) and not any(cell.value for cell in cells)


def _main(ranking: Ranking, chance: Chance) -> Draft:
    of_score = headline_of_score(ranking, chance)
    headlines = (*([of_score] if of_score else []), *headlines_of(ranking, chance))
    spoken = [cell.id.answer for cell in (headlines[0].cells if headlines else ())]
    nets = tuple(SourceText(net.id) for net in ranking.question.nets if net.id in spoken)
    elsewhere, listed = None, ranking.listed
    if not ranking.has_figures:
        elsewhere, listed = exhibit_elsewhere(ranking, chance.survey), listed_elsewhere(ranking)
    return _weighed(
        Draft(
            id=ranking.question.id,
            question=ranking.question,
            table=ranking.table,
            headlines=headlines,
            exhibit=elsewhere or exhibit_of_score(ranking) or _exhibit(ranking, nets),
            strength=_strength(ranking, chance) if headlines else SILENT,
            listed=listed,
            has_more=ranking.has_more,
            subject=_subject(ranking, chance),
        )
    )


def _subject(ranking: Ranking, chance: Chance) -> Subject | None:
    """What leads; without a word on its place, where chance explains that, or another one prints the same."""
    subject, first = ranking.subject, ranking.leading[:1]
    others = [cell for cell in ranking.regular_by_share if cell not in ranking.leading]
    if not (subject and first):
        return subject
    is_open = first[0] in ranking.regular and any(are_alike(first[0], other) for other in others)
    is_open |= chance.is_counted and any(chance.explains(first[0], other) for other in others)
    return Subject(subject.cells) if is_open else subject


def _exhibit(ranking: Ranking, nets: tuple[SourceText, ...]) -> ExhibitStory:
    """All answers, or the largest of more than a chart shows; nets: those that the headline speaks of."""
    has_room = len(ranking.question.answers) <= BARS.rows.most
    answers = () if has_room else tuple(SourceText(cell.id.answer) for cell in ranking.largest(BARS.rows.most))
    return ExhibitStory(answers=answers, emphasize=nets if has_room else (), location=ranking.question.location)


def _strength(ranking: Ranking, chance: Chance) -> Decimal:
    """By how much the first leads the second, or how far it lies above one half."""
    if not ranking.leading:
        return Decimal(0)
    first = ranking.leading[0]
    share = percent(first)
    others = [cell for cell in ranking.regular_by_share if cell not in ranking.leading and percent(cell) is not None]
    if share is None:
        return Decimal(0)
    is_net = first.id.answer in [net.id for net in ranking.question.nets]
    lead = points(first, others[0]) if others and not is_net and len(ranking.leading) == 1 else Decimal(0)
    if chance.is_counted and others and chance.explains(first, others[0]):
        lead = Decimal(0)
    return max(lead, share - 50, Decimal(0))


def _weighed(draft: Draft) -> Draft:
    weight = OF_SOME if draft.question.base and draft.strength > 0 else 1
    return replace(draft, strength=draft.strength * weight)


def _further(chance: Chance, tables: Tables) -> Iterator[Draft]:
    """What became of questions, and where groups differ on them."""
    for question in chance.survey.questions:
        ranking = Ranking.of(question, tables.table(question.id))
        if question.scores:
            drafts = (score_over_time(ranking, chance), score_by_group(ranking, chance))
        else:
            drafts = (change_of(ranking, chance), gap_of(ranking, chance))
        yield from (_weighed(draft) for draft in drafts if draft)
