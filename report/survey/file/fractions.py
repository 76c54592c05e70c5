"""Percentages that were written as fractions: 0.61 where 61 per cent are meant."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.diagnostics import Diagnostic, Severity
from report.survey.file.faults import SurveyFault
from report.survey.file.figures import ColumnSum, all_figures, current_figures, decimals_of, printed_decimals
from report.survey.file.schema import QuestionFile
from report.survey.model import QuestionType
from report.yaml_source import Placed


def check_fractions(question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    """A warning at the first figure of a question that looks like a fraction; stated `decimals` vouch for it.

    Where the sum of the answers has to be 100, it is their sum that tells.
    """
    looks = _look_like_fractions(question)
    if not looks or question.decimals or not (question.type is QuestionType.MULTIPLE or question.rest):
        return
    first = looks[0]
    yield Diagnostic(
        SurveyFault.FRACTION,
        f'{first.value} looks like a fraction, and the figures of "{question_id}" are per cent',
        first.location,
        (f"so do {len(looks) - 1} more of its figures",) if len(looks) > 1 else (),
        f"write {hundredfold(first)}, or state `decimals: {printed_decimals(question)}` if {first.value} % is right",
        Severity.WARNING,
    )


def _look_like_fractions(question: QuestionFile) -> list[Placed[Decimal]]:
    """The figures below 1: all if no other lies above, else those with two decimals or more that no other has.

    One figure alone with one decimal is as likely to be what was published.
    """
    exact = [Placed(each.value, each.location) for each in all_figures(question) if isinstance(each.value, Decimal)]
    small = [each for each in exact if 0 < each.value < 1]
    others = [decimals_of(each.value) for each in exact if each.value > 1]
    if not others and len(small) == 1:
        return [each for each in small if decimals_of(each.value) > 1]
    return [each for each in small if not others or decimals_of(each.value) > max(1, *others)]


def as_fractions(found: ColumnSum, question: QuestionFile) -> list[Placed[Decimal]]:
    """The figure, or all, that were written as fractions: with those a hundred times as large, the sum is 100."""
    current = [Placed(f.value, f.location) for f in current_figures(question).values() if isinstance(f.value, Decimal)]
    small = [figure for figure in current if 0 < figure.value < 1]
    for taken in (*([figure] for figure in small), small):
        more = 99 * sum(figure.value for figure in taken)
        if taken and isinstance(found.total, Decimal) and abs(100 - found.total - more) <= found.rounding:
            return taken
    return []


def hundredfold(figure: Placed[Decimal]) -> str:
    """The percentage that a fraction is."""
    return f"{(100 * figure.value).normalize():f}"
