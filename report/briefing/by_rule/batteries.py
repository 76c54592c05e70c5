"""Questions that share a scale, told together: which statement has the most agreement and which the least."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from report.briefing.by_rule.battery_names import name_of_battery
from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.close_behind import MOST_SPELLED, close_behind, ends_of, place_of, with_others
from report.briefing.by_rule.draft import Draft, Headline
from report.briefing.by_rule.ranking import MOST_LISTED
from report.briefing.by_rule.scales import sides_said
from report.briefing.by_rule.shares import are_known, percent, points
from report.briefing.by_rule.statements import names_of, own_names_of
from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import filled
from report.briefing.model import ShownNet
from report.briefing.model.prose import name_of
from report.briefing.printed import are_alike
from report.briefing.shown_nets import shown_nets
from report.briefing.story import ExhibitStory
from report.briefing.subjects import Subject
from report.diagnostics import SourceText
from report.frozen import frozen
from report.kinds import DIVERGING, STACKED, Kind
from report.language.model import Language
from report.survey.model import AnswerRole, Question, Survey, Wording
from report.tables.model import Cell, Table, Tables, is_above
from report.units import Share

MOST_LEVEL = 2
"""Statements that may share the first place; of more, none is named."""

LONGEST_NAME = 90
"""Characters of a statement that always has room beside its bar."""

LONGEST_HEAD = 30
"""Characters of an answer that always has room over a column of figures."""

MOST_NEAR = 2
"""Statements close behind the first one that are named with it; of more, how many they are."""


@frozen
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
    found = [tuple(questions) for questions in by_scale.values() if len(questions) > 1 and _have_names(questions)]
    whole = [each for each in found if all(_is_whole(question, tables.table(question.id)) for question in each)]
    return tuple(Battery(questions, kind) for questions in whole if (kind := _kind(questions)))


def _have_names(questions: Sequence[Question]) -> bool:
    """Whether all have a name in every language that finds room beside a bar: their own words, or a topic of theirs.

    So has every answer that stands in a column of figures, apart from the bars.
    """
    apart = [each for each in questions[0].answers if each.role.says_nothing or each.role is AnswerRole.MIDPOINT]
    names = [(each.short or each.label).by_language.values() for each in apart]
    if any(len(text.text) > LONGEST_HEAD for texts in names for text in texts):
        return False
    return all(
        len({question.topic.text(code) for question in questions}) == len(questions)
        or max(len((question.short or question.label).text(code)) for question in questions) <= LONGEST_NAME
        for code in questions[0].label.by_language
    )


def _is_whole(question: Question, table: Table) -> bool:
    steps = [answer.id for answer in question.answers if answer.is_asked and answer.role.is_step]
    return all(table.cell(step, table.total).share is not None for step in steps)


def _kind(questions: Sequence[Question]) -> Kind | None:
    """Two sides for a scale with a midpoint or a net at either end, and for one of more steps than a bar has parts.

    None where neither kind can show it; nor are sides made of a long scale that the survey takes together otherwise.
    """
    question = questions[0]
    asked = [answer for answer in question.answers if answer.is_asked]
    parts = sum(not answer.role.says_nothing for answer in asked)
    sides = shown_nets(DIVERGING, questions, ())
    has_midpoint = any(answer.role is AnswerRole.MIDPOINT for answer in asked)
    has_ends = len(sides) == len(question.nets) == 2
    are_own = all(any(set(side.answers) == set(net.answers) for side in sides) for net in question.nets)
    able = [
        *([DIVERGING] if has_midpoint or has_ends else [STACKED]),
        *([DIVERGING] if sides and are_own else []),
    ]
    return next((kind for kind in able if kind.holds(rows=len(asked), parts=parts)), None)


def draft_of(battery: Battery, chance: Chance, tables: Tables, *, is_alone: bool = True) -> Draft:
    """The finding of a battery; one that is not alone in its survey is named by its headlines."""
    rows = sorted(_rows(battery, tables), key=lambda row: row.share, reverse=True)
    survey, ends = chance.survey, _ends(rows, chance) if len(rows) == len(battery.questions) else None
    exhibit = ExhibitStory(
        kind=SourceText(battery.kind.word),
        questions=tuple(SourceText(question.id) for question in battery.questions),
        location=battery.questions[0].location,
    )
    headlines = (*_of_sides(rows, chance), *_of_ends(ends, survey)) if ends else ()
    return Draft(
        id=battery.id,
        question=battery.questions[0],
        table=tables.table(battery.id),
        headlines=headlines if is_alone else tuple(_named(each, battery, survey) for each in headlines),
        exhibit=exhibit,
        strength=points(rows[0].agreement, rows[-1].agreement) if ends else Decimal(0),
        listed=tuple(row.agreement for row in rows[:MOST_LISTED]),
        has_more=len(rows) > MOST_LISTED,
        subject=Subject((rows[0].agreement,), ends.claim_of_first(survey)) if ends and len(ends.first) == 1 else None,
    )


@frozen
class _Row:
    """A question and the cells by which it is compared; rejection: None where one side alone is known."""

    question: Question
    agreement: Cell
    rejection: Cell | None

    @property
    def share(self) -> Share:
        """What it stands in order by; every row has one."""
        assert self.agreement.share
        return self.agreement.share


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


@frozen
class _Ends:
    """The row with most, or two that share the first place, and the one with least; None where several have it.

    first: none where chance may explain that they lie above the next. near: those that lie close behind them.
    """

    first: tuple[_Row, ...]
    last: _Row | None
    near: tuple[_Row, ...] = ()

    @property
    def is_level(self) -> bool:
        """Whether two rows share the first place."""
        return len(self.first) > 1

    @property
    def rows(self) -> tuple[_Row, ...]:
        """All of them."""
        return (*self.first, self.last) if self.last else self.first

    def claim_of_first(self, survey: Survey) -> str:
        """That no statement has more."""
        names = [name_of(row.agreement.id, survey) for row in self.first]
        if self.is_level:
            return " and ".join(f"rank_in_battery({name}) == 1" for name in names)
        return f"leads_battery({names[0]})"

    def claim(self, survey: Survey) -> str:
        """That the rows stand at the ends."""
        first = self.claim_of_first(survey)
        return f"{first} and last_of_battery({name_of(self.last.agreement.id, survey)})" if self.last else first


def _ends(rows: Sequence[_Row], chance: Chance) -> _Ends | None:
    """What has most and least, the largest first in `rows`; None where neither can be told.

    Of a random sample questions are compared as if each had been put to one of its own.
    """
    cells = [row.agreement for row in rows]
    if len(cells) < 2 or not are_known((cells[0], cells[-1])):
        return None
    behind = next((place for place, cell in enumerate(cells) if is_above(cells[0], cell)), len(cells))
    if behind > MOST_LEVEL or behind == len(cells):
        return None
    first = rows[:behind] if all(_is_ahead(cells[0], cell, chance) for cell in cells[behind:]) else ()
    is_last = all(_is_ahead(cell, cells[-1], chance) for cell in cells[:-1])
    near = close_behind(cells[0], cells[behind:])
    behind_first = tuple(row for row in rows[behind:] if row.agreement in near)
    return _Ends(tuple(first), rows[-1] if is_last else None, behind_first) if first or is_last else None


def _is_ahead(cell: Cell, other: Cell, chance: Chance) -> bool:
    return is_above(cell, other) and not are_alike(cell, other) and not chance.explains(cell, other)


# ------------------------------------------------------------------------------------------------------------ headline


def _named(headline: Headline, battery: Battery, survey: Survey) -> Headline:
    """The same behind the name of its battery, as far as there is room; a statement in full says what it is of."""

    def phrases(language: Language) -> Iterator[SourceText]:
        said, patterns = list(headline.phrases(language)), language.headlines
        name = name_of_battery(battery.questions, Parts(survey, language))
        openings = {pattern.partition("{")[0] for pattern in patterns.of_batteries}
        for each in said:
            if name and any(each.text.startswith(opening) for opening in openings):
                begins = SourceText(each.text[0].lower())
                goes_on = SourceText.joined([begins, each.part(1, len(each.text))])
                yield filled(patterns.of_topic, topic=name, answer=goes_on)
        yield from said

    return replace(headline, phrases=phrases)


def _of_sides(rows: Sequence[_Row], chance: Chance) -> Iterator[Headline]:
    """On how many statements agreement prevails, and on which one it does not."""
    last, survey = rows[-1], chance.survey
    if not _is_turned(rows, chance) or len(rows) > MOST_SPELLED or not last.rejection:
        return
    sides = (last.agreement, last.rejection)

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, pattern = Parts(survey, language), language.headlines.agreement_prevails
        shares = {"agree": parts.share(sides[0]), "disagree": parts.share(sides[1])}
        counts = {"count": parts.number(len(rows) - 1), "all": parts.number(len(rows))}
        if sides_said(sides, survey, language):
            yield from (filled(pattern, last=name, **counts, **shares) for name in names_of(last.question, parts))

    yield Headline(phrases, _claim_of_sides(rows, survey), sides)


def _is_turned(rows: Sequence[_Row], chance: Chance) -> bool:
    """Whether of three or more statements rejection prevails on the last one alone, agreement on all others."""
    pairs = [(row.agreement, row.rejection) for row in rows if row.rejection]
    if len(rows) < 3 or len(pairs) < len(rows):
        return False
    (agreement, rejection), others = pairs[-1], pairs[:-1]
    return _is_ahead(rejection, agreement, chance) and all(_is_ahead(*pair, chance) for pair in others)


def _claim_of_sides(rows: Sequence[_Row], survey: Survey) -> str:
    pairs = [(row.agreement, row.rejection) for row in rows if row.rejection]
    ordered = [*pairs[:-1], pairs[-1][::-1]]
    return " and ".join(f"{name_of(more.id, survey)} > {name_of(less.id, survey)}" for more, less in ordered)


Names = Callable[[Question, Parts], Sequence[SourceText]]
"""What statements are called, in shorter and shorter words."""


def _of_ends(ends: _Ends, survey: Survey) -> Iterator[Headline]:
    """The statement with most agreement and that with least; where there is no room for both, either alone.

    All of it in their own words before topics stand for them. The first one never without those close behind it.
    """
    for names in (own_names_of, names_of):
        if ends.first:
            yield from _of_first(ends, survey, names)
        if ends.last:
            if ends.first:
                yield from _of_first(replace(ends, last=None), survey, names)
            yield _of_last(ends.last, survey, names)


def _of_first(ends: _Ends, survey: Survey, names_of: Names) -> Iterator[Headline]:
    """The first one, and the last if it is told; with those close behind by name, else by their shares."""
    if not ends.near:
        yield _of_both(ends, survey, names_of)
        return
    if not ends.is_level and len(ends.near) <= MOST_NEAR and ends.last not in ends.near:
        yield _of_both(ends, survey, names_of, are_named=True)
    if ends.last is None and len(ends.near) <= MOST_SPELLED:
        said, near = _of_both(ends, survey, names_of), tuple(row.agreement for row in ends.near)

        def phrases(language: Language) -> Iterator[SourceText]:
            yield from (with_others(each, near, Parts(survey, language)) for each in said.phrases(language))

        claim = " and ".join((said.holds or "", *_places(ends, ends_of(near), survey)))
        yield replace(said, phrases=phrases, holds=claim, cells=(*said.cells, *near))


def _places(ends: _Ends, cells: Sequence[Cell], survey: Survey) -> list[str]:
    """The claims of the places of some of those close behind."""
    ranked = [row.agreement for row in (*ends.first, *ends.near)]
    return [place_of(cell, ranked, "rank_in_battery", lambda each: name_of(each.id, survey)) for cell in cells]


def _of_both(ends: _Ends, survey: Survey, names_of: Names, *, are_named: bool = False) -> Headline:
    """The first, and the last if it is told; are_named: with the names of those close behind."""
    first, last, near = ends.first[0], ends.last, ends.near if are_named else ()
    rows = (*ends.first, *near, *((last,) if last else ()))

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        are_sides = _are_sides(first, survey, language)
        for names in zip(*(names_of(row.question, parts) for row in rows), strict=True):
            share = _share_of(first, parts, are_sides=are_sides)
            told = {"first": names[0], "first_share": share}
            if ends.is_level:  # both figures, so that both stand out
                told = {"first": filled(patterns.first_of_two, first=names[0], first_share=share, second=names[1])}
                told["first_share"] = parts.share(ends.first[1].agreement)
            if near:
                named = zip(near, names[1:], strict=False)
                told |= _then(told, [(name, parts.share(row.agreement)) for row, name in named], parts)
            if last is None:
                yield filled(patterns.agreement_most if are_sides else patterns.net_most, **told)
                continue
            told |= {"last": names[-1], "last_share": parts.share(last.agreement)}
            if are_sides and not ends.is_level and not near and _is_exact([first, last], language):
                yield filled(patterns.agree_most_and_least, **told)
            yield filled(patterns.agreement_most_and_least if are_sides else patterns.net_most_and_least, **told)

    claim = " and ".join((ends.claim(survey), *_places(ends, [row.agreement for row in near], survey)))
    return Headline(phrases, claim, tuple(row.agreement for row in rows))


def _then(
    told: Mapping[str, SourceText], near: Sequence[tuple[SourceText, SourceText]], parts: Parts
) -> Mapping[str, SourceText]:
    """The first and those close behind, in the place of the first; the share of the last of them in that of its."""
    patterns, (others, share) = parts.language.headlines, near[-1]
    if len(near) > 1:
        (name, own), second = near[0], others
        others = filled(patterns.first_of_two, first=name, first_share=own, second=second)
    return {"first": filled(patterns.then_others, **told, others=others), "first_share": share}


def _of_last(last: _Row, survey: Survey, names_of: Names) -> Headline:
    """The last one alone."""

    def phrases(language: Language) -> Iterator[SourceText]:
        parts, patterns = Parts(survey, language), language.headlines
        are_sides = _are_sides(last, survey, language)
        share = _share_of(last, parts, are_sides=are_sides)
        pattern = patterns.agreement_least if are_sides else patterns.net_least
        yield from (filled(pattern, last=name, last_share=share) for name in names_of(last.question, parts))

    return Headline(phrases, f"last_of_battery({name_of(last.agreement.id, survey)})", (last.agreement,))


def _are_sides(row: _Row, survey: Survey, language: Language) -> bool:
    """Whether its nets say that so many agree and disagree."""
    return row.rejection is not None and sides_said((row.agreement, row.rejection), survey, language) is not None


def _share_of(row: _Row, parts: Parts, *, are_sides: bool) -> SourceText:
    """Its share; of what is not called agreement with what it is a share of: "98% often"."""
    share = parts.share(row.agreement)
    return share if are_sides else SourceText.joined([share, SourceText(" "), parts.answer(row.agreement)])


def _is_exact(rows: Sequence[_Row], language: Language) -> bool:
    return all(row.question.wording_in(language.code) is Wording.EXACT for row in rows)
