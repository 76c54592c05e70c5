"""How a value is worded in a text: bare, or through one of the filters behind `|`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.values import Count, Refusal, Undecided, Value, no_digits, untold_base
from report.diagnostics import SourceText
from report.language import numbers
from report.language.embedding import unended
from report.language.model import Language
from report.survey.model import Answer, CellId, Net, Question
from report.tables.model import Cell
from report.units import Between, PercentagePoints, Score, ScoreDifference, Share


def worded(value: Value, language: Language) -> str | Refusal:
    """The bare form: "51 %", "25 Prozentpunkte", a count in digits ("3", "2,1")."""
    if refusal := _without_digits(value):
        return refusal
    match value.content:
        case Share() as share:
            return numbers.percent(share, value.decimals, language).text
        case PercentagePoints() as difference:
            return numbers.points(difference, value.decimals, language)
        case Score() as found:
            return numbers.score(found, value.decimals, language).text
        case ScoreDifference() as found:
            return numbers.score_difference(found, value.decimals, language)
        case Count(number):
            assert not isinstance(number, Between), "refused above"
            return numbers.decimal_text(numbers.round_half_up(number, value.decimals), value.decimals, language)
        case str() as text:
            return text
        case bool() | Undecided():
            return Refusal(StoryFault.MIXED_TYPES, "a condition cannot be printed", hint="conditions stand in holds")
        case Decimal():
            return Refusal(
                StoryFault.UNBOUND_NUMBER,
                "a number alone is read from no cell",
                hint="name a figure, as in goals.awareness",
            )


def _of_share(word: Callable[[Share, int, Language], str]) -> Callable[[Value, Language], str | Refusal]:
    def filtered(value: Value, language: Language) -> str | Refusal:
        if not isinstance(value.content, Share):
            return Refusal(StoryFault.MIXED_TYPES, f"this filter words a share, not {value.sort}")
        return _without_digits(value) or word(value.content, value.decimals, language)

    return filtered


def _number(value: Value, language: Language) -> str | Refusal:
    """A share, a score or a difference without its unit."""
    if isinstance(value.content, Score | ScoreDifference):
        return _without_digits(value) or numbers.plain_number(value.content.number, value.decimals, language)
    if isinstance(value.content, PercentagePoints):
        return _without_digits(value) or numbers.bare_points(value.content, value.decimals, language)
    return _of_share(numbers.number)(value, language)


def _signed(value: Value, language: Language) -> str | Refusal:
    if _has_sign(value):
        assert isinstance(value.content, Score | ScoreDifference)
        return _without_digits(value) or numbers.signed_number(value.content.number, value.decimals, language)
    if not isinstance(value.content, PercentagePoints):
        hint = "subtract two shares, as in a - b | signed"
        return Refusal(StoryFault.MIXED_TYPES, f"this filter words percentage points, not {value.sort}", hint=hint)
    return _without_digits(value) or numbers.signed_points(value.content, value.decimals, language)


def _has_sign(value: Value) -> bool:
    """Whether it is a score or a difference of scores that can be below 0 as well as above."""
    content = value.content
    return isinstance(content, ScoreDifference) or (isinstance(content, Score) and content.unit.is_balance)


def _without_digits(value: Value) -> Refusal | None:
    """Why what is computed of a share below a bound cannot be printed; what lies below a bound alone can."""
    match value.content:
        case Share() as share:
            known, is_printed = share.percent, numbers.has_digits(share)
        case PercentagePoints(points=known) | Count(number=known) | Score(number=known) | ScoreDifference(number=known):
            is_printed = False
        case _:
            return None
    return no_digits(known) if isinstance(known, Between) and not is_printed else None


FILTERS: Mapping[str, Callable[[Value, Language], str | Refusal]] = {
    "words": _of_share(numbers.percent_words),
    "number": _number,
    "of_100": _of_share(numbers.of_100),
    "signed": _signed,
}
LABEL, SHORT = "label", "short"
"""The filters that take the name of an answer and not its number: as it stands, or its form for narrow places."""
N = "n"
"""The filter that takes how many were asked of whom a figure is."""
NAMES = (*FILTERS, LABEL, SHORT, N)


def label(question: Question, cell: CellId, language: Language) -> SourceText:
    """The label of an answer or net within a text, in the wording of its wave; without the stop at its end."""
    named = question.answer_or_net(cell.answer)
    earlier = named.earlier_labels if isinstance(named, Answer) else {}
    return unended(earlier.get(cell.wave, named.label).source(language.code), language)


def short(question: Question, cell: CellId, language: Language) -> SourceText:
    """The short form of the label of an answer or net, where it has one of its own; else as `label`.

    One that another answer has too tells them apart nowhere.
    """
    brief = question.answer_or_net(cell.answer).short
    named: tuple[Answer | Net, ...] = (*question.answers, *question.nets)
    others = [each.short or each.label for each in named if each.id != cell.answer]
    if brief is None or brief.text(language.code) in [other.text(language.code) for other in others]:
        return label(question, cell, language)
    return unended(brief.source(language.code), language)


def n_of(cell: Cell, facts: Facts) -> SourceText | Refusal:
    """How many were asked in the column of a figure, "n = 1.204", as the notes tell it."""
    n, language = cell.bases.unweighted, facts.language
    if cell.hidden:
        return untold_base(name_of(cell.id, facts.survey), cell.hidden)
    if n is None:
        message = "it was not published how many were asked of whom this figure is"
        return Refusal(StoryFault.NOT_PUBLISHED, message, hint="leave it out: the notes say so")
    text = language.words.n.format(n=numbers.count(n, language))
    return SourceText(text, ((0, cell.location),) if cell.location else ())


NAMING: Mapping[str, Callable[[Question, CellId, Language], SourceText]] = {LABEL: label, SHORT: short}
