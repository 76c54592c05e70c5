"""Whether the percentages of a question can be right together.

A printed percentage lies within half a unit of its own last digit of the true one. So the answers of a column that
exclude each other and sum to 100 in truth have a printed sum within all their half units of it; one that was published
as less than a bound counts as anything between 0 and that.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.diagnostics import Diagnostic, Location
from report.survey.file.faults import SurveyFault
from report.survey.file.figures import (
    ColumnSum,
    Figures,
    all_figures,
    current_figures,
    decimals_of,
    explained_by,
    is_exact,
    sum_of,
    told,
)
from report.survey.file.fractions import as_fractions, check_fractions, hundredfold
from report.survey.file.schema import MOST_DECIMALS, QuestionFile, SurveyFile
from report.survey.file.waves import is_behind_a_break
from report.survey.model import QuestionType


def check_sums(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every fault of a question's figures that shows only beside other figures."""
    yield from _too_many_decimals(question)
    yield from _not_asked(question)
    if not question.knows("type"):
        return
    yield from check_fractions(question_id, question)
    if question.type is QuestionType.MULTIPLE:
        yield from _rest_of_multiple(question)
    else:
        yield from _current_sum(question_id, question)
        yield from _sums_beside(question_id, question, survey)


def _too_many_decimals(question: QuestionFile) -> Iterator[Diagnostic]:
    for figure in all_figures(question):
        is_stated = question.decimals is not None and is_exact(figure.value)
        most = question.decimals.value if question.decimals and is_stated else MOST_DECIMALS
        if decimals_of(figure.value) > most:
            limit = "`decimals` says" if is_stated else "can be printed"
            message = f"{told(figure.value)} has more decimals than the {most} that {limit}"
            yield Diagnostic(SurveyFault.TOO_MANY_DECIMALS, message, figure.location)


def _not_asked(question: QuestionFile) -> Iterator[Diagnostic]:
    for answer_id, answer in question.answers.items():
        if answer.current and answer.percent:
            message = f'"{answer_id}" was not asked in the current wave and has a percentage of it'
            hint = "leave out `percent` or `current`; figures of earlier waves stand under `earlier`"
            yield Diagnostic(SurveyFault.NOT_ASKED, message, answer.percent.location, hint=hint)
        for wave in (each.text for each in answer.not_asked):
            if answer_id in question.earlier.get(wave, {}):
                message = f'"{answer_id}" was not asked in "{wave}" and has a percentage of it'
                place = question.place_of("earlier", wave, answer_id)
                hint = "leave out the percentage, or the wave under `not_asked`"
                yield Diagnostic(SurveyFault.NOT_ASKED, message, place, hint=hint)


def _rest_of_multiple(question: QuestionFile) -> Iterator[Diagnostic]:
    if question.place_of("rest") != question.named_at:
        message = "`rest` would state a rest of a question with several answers allowed, whose sum says nothing"
        hint = "leave out `rest`, or write `type: single` if one answer was allowed"
        yield Diagnostic(SurveyFault.NOT_OF_MULTIPLE, message, question.place_of("rest"), hint=hint)


# ----------------------------------------------------------------------------------------------- answers that add up


def _current_sum(question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    found = sum_of(current_figures(question), question)
    if not found.parts or not _knows_current_figures(question):
        return
    if found.compared_with(100 + found.rounding) == 1:
        yield _above(found, question_id, question, question.place_of("answers"))
    elif question.rest is None:
        if found.compared_with(100 - found.rounding) == -1 and question.knows("rest"):
            yield _missing_rest(found, question_id, question)
    elif found.compared_with(Decimal(100)) in (0, 1):
        message = f'the answers of "{question_id}" sum to {found}; there is no rest to be declared'
        yield Diagnostic(SurveyFault.NEEDLESS_REST, message, question.place_of("rest"), hint="leave out `rest`")


def _knows_current_figures(question: QuestionFile) -> bool:
    is_each_known = all(answer.knows("percent", "current") for answer in question.answers.values())
    is_each_an_answer = set(question.written("percent")) <= {*question.written("answers"), *question.written("nets")}
    return is_each_known and is_each_an_answer and question.knows("answers", "decimals")


def _missing_rest(found: ColumnSum, question_id: str, question: QuestionFile) -> Diagnostic:
    message = f'the answers of "{question_id}" sum to {found}, and nothing says what the other {found.rest} are'
    if mended := as_fractions(found, question):
        first, *others = mended
        note = f"as a percentage, {first.value} would be {hundredfold(first)}, and the sum 100"
        note = f"as percentages, the {len(mended)} figures below 1 would sum to 100" if others else note
        hint = f"write {hundredfold(first)}" + (f" for {first.value}, and so on" if others else "")
        return Diagnostic(SurveyFault.MISSING_REST, message, first.location, (note,), hint)
    hint = "write `rest: unpublished`, `rest: no_answer` or `rest: unknown`"
    return Diagnostic(
        SurveyFault.MISSING_REST,
        message,
        question.named_at,
        (explained_by(found.rounding),),
        hint if question.scale else f"{hint}, or `type: multiple`",
    )


def _sums_beside(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Of columns in which answers may be missing, only a sum above 100 is a fault."""
    for wave, column in question.earlier.items():
        # Before a break several answers may have been allowed; that is what many breaks are about.
        if not is_behind_a_break(wave, question, survey):
            yield from _sum_beside(column, question_id, question, question.place_of("earlier", wave))
    for segment, columns in question.segments.items():
        for name, column in columns.items():
            yield from _sum_beside(column, question_id, question, question.place_of("segments", segment, name))


def _sum_beside(column: Figures, question_id: str, question: QuestionFile, place: Location) -> Iterator[Diagnostic]:
    found = sum_of(column, question)
    if found.compared_with(100 + found.rounding) == 1:
        yield _above(found, question_id, question, place)


def _above(found: ColumnSum, question_id: str, question: QuestionFile, place: Location) -> Diagnostic:
    return Diagnostic(
        SurveyFault.SUM_ABOVE_100,
        f'the answers of "{question_id}" sum to {found}; of answers that exclude each other 100 is the most',
        place,
        (explained_by(found.rounding),),
        None if question.scale else "write `type: multiple` if several answers were allowed",
    )
