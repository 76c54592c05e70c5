"""How a value is worded in a text: bare, or through one of the filters behind `|`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from report.briefing.faults import StoryFault
from report.briefing.values import Count, Refusal, Value
from report.diagnostics import SourceText
from report.language import numbers
from report.language.model import Language
from report.survey.model import Answer, CellId, Question
from report.units import PercentagePoints, Share


def worded(value: Value, language: Language) -> str | Refusal:
    """The bare form: "51 %", "25 Prozentpunkte", a count in digits ("3", "2,1")."""
    match value.content:
        case Share() as share:
            return numbers.percent(share, value.decimals, language).text
        case PercentagePoints() as difference:
            return numbers.points(difference, value.decimals, language)
        case Count(number):
            return numbers.decimal_text(numbers.round_half_up(number, value.decimals), value.decimals, language)
        case str() as text:
            return text
        case bool():
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
        return word(value.content, value.decimals, language)

    return filtered


def _signed(value: Value, language: Language) -> str | Refusal:
    if not isinstance(value.content, PercentagePoints):
        hint = "subtract two shares, as in a - b | signed"
        return Refusal(StoryFault.MIXED_TYPES, f"this filter words percentage points, not {value.sort}", hint=hint)
    return numbers.signed_points(value.content, value.decimals, language)


FILTERS: Mapping[str, Callable[[Value, Language], str | Refusal]] = {
    "words": _of_share(numbers.percent_words),
    "number": _of_share(numbers.number),
    "of_100": _of_share(numbers.of_100),
    "signed": _signed,
}
LABEL = "label"
"""The filter that takes the name of an answer and not its number."""
NAMES = (*FILTERS, LABEL)


def label(question: Question, cell: CellId, language: Language) -> SourceText:
    """The label of an answer or net, in the wording of its wave."""
    named = question.answer_or_net(cell.answer)
    earlier = named.earlier_labels if isinstance(named, Answer) else {}
    return earlier.get(cell.wave, named.label).source(language.code)
