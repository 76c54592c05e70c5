"""The answers of questions that have numbers for answers, where their author leaves them out.

    nps        promoters 9 and 10, passives 7 and 8, detractors 0 to 6
    numeric    under 30 | 30 to 44 | 45 to 59 | 60 and over                whole numbers
               up to 2.5 | over 2.5 to 5 | over 5                          numbers with decimals

Classes begin at multiples of a round number, the least that makes at most `MOST_CLASSES` of them between the tails of
what the files have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from report.frozen import frozen
from report.language.model import Language
from report.language.numbers import decimal_text
from report.language.registry import available, load
from report.respondents.model import MissingRange, Variable
from report.respondents.spans import Span, span_of
from report.statistics.balances import LEAST_PROMOTER, MOST_DETRACTOR, RATINGS
from report.survey.file.data_files import DataFiles
from report.survey.model import DETRACTORS, PASSIVES, PROMOTERS, AnswerRole
from report.survey.model.codes import as_number, as_range

MOST_CLASSES = 5
"""Classes of a question: as many as stand beside each other as the parts of a whole."""
_ROUND = (Decimal(1), Decimal(2), Decimal(5))
_ROUND_OF_WHOLE = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(5))
"""How wide classes are, times a power of ten: those of whole numbers 15 and 25 wide, too."""
_ONE = "{lower}"
"""The words of a class of one number."""
_SMALLEST = -6
"""The power of ten of the finest classes."""
_GROUPED_FROM = 10_000
"""Numbers below it stand without separators, as years do."""


@frozen
class NamedAnswer:
    """An answer that no author wrote: its id, its label by language, its code if it has one, its role."""

    id: str
    labels: Mapping[str, str]
    code: str | None = None
    role: AnswerRole = AnswerRole.REGULAR


def recommending() -> tuple[NamedAnswer, ...]:
    """The answers to a recommendation from 0 to 10, from the highest ratings to the lowest."""
    return (
        NamedAnswer(PROMOTERS, _rated("promoters", LEAST_PROMOTER, RATINGS[-1])),
        NamedAnswer(PASSIVES, _rated("passives", MOST_DETRACTOR + 1, LEAST_PROMOTER - 1), role=AnswerRole.MIDPOINT),
        NamedAnswer(DETRACTORS, _rated("detractors", RATINGS[0], MOST_DETRACTOR)),
    )


def _rated(name: str, lower: int, upper: int) -> Mapping[str, str]:
    return _labels(name, Decimal(lower), Decimal(upper))


def classes_in(files: DataFiles, name: str, missing: Sequence[str]) -> tuple[NamedAnswer, ...]:
    """Classes of the numbers in a column, of all files that have it; none where it has no number.

    missing: codes of who gave none. Raises SourceError where a file cannot be read.
    """
    spans = [span for span in _spans(files, name, [_as_missing(code) for code in missing]) if span]
    if not spans:
        return ()
    return _classes(
        Span(
            min(span.lowest for span in spans),
            max(span.highest for span in spans),
            min(span.low for span in spans),
            max(span.high for span in spans),
            all(span.are_whole for span in spans),
        )
    )


def _spans(files: DataFiles, name: str, missing: Sequence[MissingRange | None]) -> Iterator[Span | None]:
    ranges = [each for each in missing if each]
    with TemporaryDirectory() as folder:
        for file in files.files:
            if variable := _variable(file.codebook.variables, name):
                shown = file.named.text
                yield span_of(file.path, file.codebook, variable, ranges, folder=Path(folder), display=shown)


def _variable(variables: Sequence[Variable], name: str) -> Variable | None:
    return next((each for each in variables if each.name == name), None)


def _as_missing(code: str) -> MissingRange | None:
    """The numbers that a code of a missing value stands for; None for a text."""
    number = as_number(code)
    ends = (number, number) if number is not None else as_range(code)
    return MissingRange(*ends) if ends else None


# ------------------------------------------------------------------------------------------------------------- classes


def _classes(span: Span) -> tuple[NamedAnswer, ...]:
    bounds = _bounds(span)
    if not bounds:
        value = Decimal(repr(span.lowest))
        return (NamedAnswer("all", _labels(_ONE, value, value), f"{value:f}..{value:f}"),)
    return tuple((_of_whole if span.are_whole else _of_decimals)(bounds, span))


def _bounds(span: Span) -> list[Decimal]:
    """Where a class ends and the next begins."""
    low, high = Decimal(repr(span.low)), Decimal(repr(span.high))
    for power in count(0 if span.are_whole else _SMALLEST):
        for factor in _ROUND_OF_WHOLE if span.are_whole else _ROUND:
            width = factor.scaleb(power)
            if (high - low) / width > MOST_CLASSES or (span.are_whole and width % 1):
                continue
            first = (low / width).to_integral_value(ROUND_CEILING) * width
            found = [first + index * width for index in range(MOST_CLASSES + 1)]
            # A whole bound begins a class, and one of numbers with decimals ends it: none is to be empty at the tails.
            within = [each for each in found if (low < each <= high if span.are_whole else low <= each < high)]
            if len(within) < MOST_CLASSES:
                return within or _at_tail(span)
    raise AssertionError("a width is found that is wide enough")


def _at_tail(span: Span) -> list[Decimal]:
    """The bound where nearly all have one number: behind it."""
    if span.lowest == span.highest:
        return []
    if not span.are_whole:
        return [Decimal(repr(span.low if span.low < span.highest else span.lowest))]
    return [Decimal(repr(span.low)) + 1 if span.low < span.highest else Decimal(repr(span.highest))]


def _of_whole(bounds: Sequence[Decimal], span: Span) -> Iterator[NamedAnswer]:
    first, last = bounds[0], bounds[-1]
    is_one = first - 1 <= Decimal(repr(span.lowest))
    labels = _labels(_ONE if is_one else "class_under", first - 1, first)
    yield NamedAnswer(f"under_{_id(first)}", labels, f"..{first - 1:f}")
    for lower, upper in pairwise(bounds):
        form = _ONE if upper - lower == 1 else "class_of"
        yield NamedAnswer(f"from_{_id(lower)}", _labels(form, lower, upper - 1), f"{lower:f}..{upper - 1:f}")
    form = _ONE if last >= Decimal(repr(span.highest)) else "class_from"
    yield NamedAnswer(f"from_{_id(last)}", _labels(form, last, last), f"{last:f}..")


def _of_decimals(bounds: Sequence[Decimal], _: Span) -> Iterator[NamedAnswer]:
    first, last = bounds[0], bounds[-1]
    yield NamedAnswer(f"up_to_{_id(first)}", _labels("class_up_to", first, first), f"..{first:f}")
    for lower, upper in pairwise(bounds):
        # The first class that has a number counts, so that the lower end is that of the one before.
        yield NamedAnswer(f"above_{_id(lower)}", _labels("class_above_to", lower, upper), f"{lower:f}..{upper:f}")
    yield NamedAnswer(f"above_{_id(last)}", _labels("class_above", last, last), f"{last:f}..")


def _labels(form: str, lower: Decimal, upper: Decimal) -> Mapping[str, str]:
    """The words of a class in every language. form: the name of the words, or these themselves where they have none."""
    languages = {code: load(code) for code in available()}
    return {
        code: getattr(each.words, form, form).format(lower=_number(lower, each), upper=_number(upper, each))
        for code, each in languages.items()
    }


def _number(number: Decimal, language: Language) -> str:
    decimals = max(0, -int(number.normalize().as_tuple().exponent))
    text = decimal_text(number, decimals, language)
    separator = decimal_text(Decimal(1000), 0, language)[1:-3]
    return text if abs(number) >= _GROUPED_FROM else text.replace(separator, "")


def _id(number: Decimal) -> str:
    return f"{number.normalize():f}".replace("-", "minus_").replace(".", "_")
