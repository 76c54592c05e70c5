"""Questions that share a scale, told together: which statement has the most agreement and which the least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from report.briefing.by_rule.draft import Draft, Headline
from report.briefing.by_rule.ranking import MOST_LISTED
from report.briefing.by_rule.scales import sides_said
from report.briefing.by_rule.shares import are_known, is_above, percent, points
from report.briefing.by_rule.statements import names_of
from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import filled
from report.briefing.model import ShownNet
from report.briefing.model.prose import name_of
from report.briefing.shown_nets import shown_nets
from report.briefing.story import ExhibitStory
from report.briefing.subjects import Subject
from report.diagnostics import SourceText
from report.kinds import DIVERGING, STACKED, Kind
from report.language.model import Language
from report.survey.model import AnswerRole, Question, Survey, Wording
from report.tables.model import Cell, Table, Tables

MOST_SPELLED = 12
"""Numbers that every language has a word for (`Language.numerals`)."""


@dataclass(frozen=True, slots=True)
class Battery:
    """Questions of one scale whose steps were all published; kind: what shows them."""

    questions: tuple[Question, ...]
    kind: Kind

    @property
    def id(self) -> str:
        """That of its first question."""
        return self.questions[0].id


def batteries_of(survey: Survey, tables: Tables) -> tuple[Battery, ...]:
    """The batteries of a survey: two or more questions of one scale that can be set beside each other.

    A scale of which one question cannot makes none: what stood first among the others need not be first of all.
    """
    by_scale: dict[str, list[Question]] = {}
    for question in survey.questions:
        if question.scale and any(answer.is_asked for answer in question.answers):
            by_scale.setdefault(question.scale, []).append(question)
    found = [(tuple(questions), _kind(questions[0])) for questions in by_scale.values() if len(questions) > 1]
    whole = [each for each in found if all(_is_whole(question, tables.table(question.id)) for question in each[0])]
    return tuple(Battery(questions, kind) for questions, kind in whole if len(questions[0].answers) in kind.rows)


def _is_whole(question: Question, table: Table) -> bool:
    steps = [answer.id for answer in question.answers if answer.is_asked and answer.role.is_step]
    return all(table.cell(step, table.total).share is not None for step in steps)


def _kind(question: Question) -> Kind:
    """Two sides for a scale with a midpoint or with a net at either end."""
    has_midpoint = any(answer.role is AnswerRole.MIDPOINT for answer in question.answers)
    has_ends = len(shown_nets(DIVERGING, [question], ())) == len(question.nets) == 2
    return DIVERGING if has_midpoint or has_ends else STACKED


def draft_of(battery: Battery, survey: Survey, tables: Tables) -> Draft:
    """The finding of a battery."""
    rows = sorted(_rows(battery, tables), key=lambda row: percent(row.agreement) or 0, reverse=True)
    has_ends = len(rows) == len(battery.questions) and _has_ends(rows)
    holds = _claim_of_ends(rows, survey)
    exhibit = ExhibitStory(
        kind=SourceText(battery.kind.word),
        questions=tuple(SourceText(question.id) for question in battery.questions),
        emphasize=_marks(rows, battery) if has_ends else (),
        location=battery.questions[0].location,
    )
    return Draft(
        id=battery.id,
        question=battery.questions[0],
        table=tables.table(battery.id),
        headlines=(_headline(rows, holds, survey),) if has_ends else (),
        exhibit=exhibit,
        strength=points(rows[0].agreement, rows[-1].agreement) if has_ends else Decimal(0),
        listed=tuple(row.agreement for row in rows[:MOST_LISTED]),
        has_more=len(rows) > MOST_LISTED,
        subject=Subject((rows[0].agreement,), holds) if has_ends else None,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A question and the cells by which it is compared; rejection: None where one side alone is known."""

    question: Question
    agreement: Cell
    rejection: Cell | None


def _rows(battery: Battery, tables: Tables) -> list[_Row]:
    """Every question by what its exhibit takes together, where that has a name; else by its first step."""
    nets = [net.net or (net.answers[0] if len(net.answers) == 1 else None) for net in _shown(battery)]
    steps = [answer.id for answer in battery.questions[0].answers if answer.is_asked and answer.role.is_step]
    names = [nets[0] if nets and nets[0] else steps[0], nets[1] if len(nets) > 1 and nets[0] else None]
    rows = []
    for question in battery.questions:
        table = tables.table(question.id)
        agreement, rejection = (table.cell(name, table.total) if name else None for name in names)
        if agreement and agreement.share is not None:
            is_known = rejection is not None and percent(rejection) is not None
            rows.append(_Row(question, agreement, rejection if is_known else None))
    return rows


def _shown(battery: Battery) -> Sequence[ShownNet]:
    own = {net.id for question in battery.questions for net in question.nets}
    found = shown_nets(battery.kind, battery.questions, ())
    common = [net for net in found if net.net is None or all(_has(each, net.net) for each in battery.questions)]
    return common if own and len(common) == len(found) else ()


def _has(question: Question, net: str) -> bool:
    return net in [each.id for each in question.nets]


def _has_ends(rows: Sequence[_Row]) -> bool:
    """Whether one row has most and another one least, each alone."""
    cells = [row.agreement for row in rows]
    if len(cells) < 2 or not are_known((cells[0], cells[-1])):
        return False
    return is_above(cells[0], cells[1]) and is_above(cells[-2], cells[-1])


def _marks(rows: Sequence[_Row], battery: Battery) -> tuple[SourceText, ...]:
    """The first and the last: as a whole around a middle, else the shares that are spoken of."""
    ends = (rows[0], rows[-1])
    if battery.kind is DIVERGING:
        return tuple(SourceText(row.question.id) for row in ends)
    return tuple(SourceText(f"{row.question.id}.{row.agreement.id.answer}") for row in ends)


def _claim_of_ends(rows: Sequence[_Row], survey: Survey) -> str:
    names = [name_of(row.agreement.id, survey) for row in rows]
    if len(names) < 3:
        return " > ".join(names)
    return " and ".join(f"{names[0]} > {name} > {names[-1]}" for name in names[1:-1])


# ------------------------------------------------------------------------------------------------------------ headline


def _headline(rows: Sequence[_Row], holds: str, survey: Survey) -> Headline:
    turned = _turned(rows)
    claim = holds if turned is None else f"{holds} and {_claim_of_sides(rows, survey)}"

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        first, last = rows[0], rows[-1]
        shares = {"first_share": parts.share(first.agreement), "last_share": parts.share(last.agreement)}
        are_sides = first.rejection and sides_said((first.agreement, first.rejection), survey, language)
        if turned and turned.rejection and are_sides and len(rows) <= MOST_SPELLED:
            for named in names_of(turned.question, parts):
                yield filled(
                    patterns.agreement_prevails,
                    count=parts.number(len(rows) - 1),
                    all=parts.number(len(rows)),
                    last=named,
                    agree=parts.share(turned.agreement),
                    disagree=parts.share(turned.rejection),
                )
        for one, other in zip(names_of(first.question, parts), names_of(last.question, parts), strict=True):
            if are_sides and _is_exact([first, last], language):
                yield filled(patterns.agree_most_and_least, first=one, last=other, **shares)
            if are_sides:
                yield filled(patterns.agreement_most_and_least, first=one, last=other, **shares)
                continue
            net = parts.answer(first.agreement)
            yield filled(patterns.net_most_and_least, net=net, first=one, last=other, **shares)

    return Headline(phrases, claim, (rows[0].agreement, rows[-1].agreement))


def _turned(rows: Sequence[_Row]) -> _Row | None:
    """The one statement of three or more on which rejection prevails, agreement prevailing on all others."""
    if len(rows) < 3 or any(row.rejection is None for row in rows):
        return None
    turned = [row for row in rows if row.rejection and is_above(row.rejection, row.agreement)]
    prevailing = [row for row in rows if row.rejection and is_above(row.agreement, row.rejection)]
    return turned[0] if len(turned) == 1 and len(prevailing) == len(rows) - 1 else None


def _claim_of_sides(rows: Sequence[_Row], survey: Survey) -> str:
    pairs = [(row.agreement, row.rejection) for row in rows if row.rejection]
    ordered = [(one, other) if is_above(one, other) else (other, one) for one, other in pairs]
    return " and ".join(f"{name_of(more.id, survey)} > {name_of(less.id, survey)}" for more, less in ordered)


def _is_exact(rows: Sequence[_Row], language: Language) -> bool:
    return all(row.question.wording_in(language.code) is Wording.EXACT for row in rows)
