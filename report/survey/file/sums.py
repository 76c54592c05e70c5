"""Whether the percentages of a question can be right together.

A printed percentage lies within half a unit of its last digit of the true one; so do the answers of a column that
exclude each other and sum to 100 in truth: their printed sum is within that half unit times their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from report.diagnostics import Diagnostic, Location
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import MOST_DECIMALS, QuestionFile, SurveyFile
from report.survey.model import QuestionType
from report.yaml_source import Placed


def printed_decimals(question: QuestionFile) -> int:
    """The digits after the decimal mark of all figures of a question: as stated, else the most that occur."""
    if question.decimals:
        return question.decimals.value
    return max((_decimals(figure.value) for figure in all_figures(question)), default=0)


def all_figures(question: QuestionFile) -> Iterator[Placed[Decimal]]:
    """Every percentage published on a question."""
    current = [answer.percent for answer in question.answers.values()]
    current += [net.percent for net in question.nets.values()]
    yield from (percent for percent in current if percent)
    for column in columns_beside(question):
        yield from column.values()


def columns_beside(question: QuestionFile) -> Iterator[Mapping[str, Placed[Decimal]]]:
    """The percentages of earlier waves and of segments, column by column."""
    yield from question.earlier.values()
    for columns in question.segments.values():
        yield from columns.values()


def check_sums(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every fault of figures that shows only beside other figures."""
    for question_id, question in survey.questions.items():
        yield from _too_many_decimals(question)
        yield from _not_asked(question)
        if not question.knows("type"):
            continue
        if question.type is QuestionType.MULTIPLE:
            yield from _multiple(question)
        else:
            yield from _current_sum(question_id, question)
            yield from _sums_beside(question_id, question, survey)
            yield from _net_sums(question)


def _too_many_decimals(question: QuestionFile) -> Iterator[Diagnostic]:
    most = question.decimals.value if question.decimals else MOST_DECIMALS
    limit = "`decimals` says" if question.decimals else "can be printed"
    for figure in all_figures(question):
        if _decimals(figure.value) > most:
            message = f"{figure.value} has more decimals than the {most} that {limit}"
            yield Diagnostic(SurveyFault.TOO_MANY_DECIMALS, message, figure.location)


def _not_asked(question: QuestionFile) -> Iterator[Diagnostic]:
    for answer_id, answer in question.answers.items():
        if answer.current and answer.percent:
            message = f'"{answer_id}" was not asked in the current wave and has a percentage of it'
            hint = "leave out `percent` or `current`; figures of earlier waves stand under `earlier`"
            yield Diagnostic(SurveyFault.NOT_ASKED, message, answer.percent.location, hint=hint)


def _multiple(question: QuestionFile) -> Iterator[Diagnostic]:
    reason = "of a question with several answers allowed, whose sum says nothing"
    for key, what in (("rest", "a rest"), ("nets", "nets")):
        if question.place_of(key) != question.named_at:
            message = f"`{key}` would state {what} {reason}"
            yield Diagnostic(SurveyFault.NOT_OF_MULTIPLE, message, question.place_of(key))


# ----------------------------------------------------------------------------------------------- answers that add up


def _current_sum(question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    figures = [answer.percent for answer in question.answers.values() if answer.percent]
    if not figures or not _knows_current_figures(question):
        return
    total, tolerance = _sum(figures), _tolerance(len(figures), question)
    if total > 100 + tolerance:
        yield _above(total, tolerance, question_id, question.place_of("answers"))
    elif question.rest is None:
        if total < 100 - tolerance and question.knows("rest"):
            yield _missing_rest(total, tolerance, question_id, question.named_at)
    elif total >= 100:
        message = f'the answers of "{question_id}" sum to {total}; there is no rest to be declared'
        yield Diagnostic(SurveyFault.NEEDLESS_REST, message, question.place_of("rest"), hint="leave out `rest`")


def _knows_current_figures(question: QuestionFile) -> bool:
    is_each_known = all(answer.knows("percent", "current") for answer in question.answers.values())
    return is_each_known and question.knows("answers", "decimals")


def _missing_rest(total: Decimal, tolerance: Decimal, question_id: str, place: Location) -> Diagnostic:
    return Diagnostic(
        SurveyFault.MISSING_REST,
        f'the answers of "{question_id}" sum to {total}, and nothing says what the other {100 - total} are',
        place,
        (_rounding(tolerance),),
        "write `rest: unpublished`, `rest: no_answer` or `rest: unknown`, or `type: multiple`",
    )


def _sums_beside(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Of columns in which answers may be missing, only a sum above 100 is a fault."""
    for wave, column in question.earlier.items():
        # Before a break several answers may have been allowed; that is what many breaks are about.
        if not _is_behind_a_break(wave, question, survey):
            yield from _sum_beside(column, question_id, question, question.place_of("earlier", wave))
    for segment, columns in question.segments.items():
        for name, column in columns.items():
            yield from _sum_beside(column, question_id, question, question.place_of("segments", segment, name))


def _sum_beside(
    column: Mapping[str, Placed[Decimal]], question_id: str, question: QuestionFile, place: Location
) -> Iterator[Diagnostic]:
    figures = [figure for answer, figure in column.items() if answer in question.written("answers")]
    total, tolerance = _sum(figures), _tolerance(len(figures), question)
    if total > 100 + tolerance:
        yield _above(total, tolerance, question_id, place)


def _is_behind_a_break(wave: str, question: QuestionFile, survey: SurveyFile) -> bool:
    """Whether a break lies, or may lie where it is not known well, between a wave and the current one."""
    order = list(survey.waves)
    current = survey.wave.text if survey.wave else ""
    if wave not in order or current not in order or not question.knows("breaks"):
        return True
    return any(_overlaps([end.text for end in each.between], (wave, current), order) for each in question.breaks)


def _overlaps(ends: Sequence[str], span: tuple[str, str], order: Sequence[str]) -> bool:
    if any(end not in order for end in ends) or ends[0] == ends[1]:
        return True
    first, last = sorted(order.index(end) for end in ends)
    return first < order.index(span[1]) and order.index(span[0]) < last


def _net_sums(question: QuestionFile) -> Iterator[Diagnostic]:
    for net_id, net in question.nets.items():
        names = list(dict.fromkeys(member.text for member in net.of))
        members = [figure for name in names if (figure := _figure(name, question))]
        if net.percent is None or len(members) < len(names):
            continue
        total, tolerance = _sum(members), _tolerance(len(members) + 1, question)
        if abs(total - net.percent.value) > tolerance:
            message = f'the net "{net_id}" has {net.percent.value}, its answers sum to {total}'
            yield Diagnostic(SurveyFault.NET_SUM, message, net.percent.location, (_rounding(tolerance),))


def _figure(answer: str, question: QuestionFile) -> Placed[Decimal] | None:
    entry = question.answers.get(answer)
    return entry.percent if entry else None


def _above(total: Decimal, tolerance: Decimal, question_id: str, place: Location) -> Diagnostic:
    return Diagnostic(
        SurveyFault.SUM_ABOVE_100,
        f'the answers of "{question_id}" sum to {total}; of answers that exclude each other 100 is the most',
        place,
        (_rounding(tolerance),),
        "write `type: multiple` if several answers were allowed",
    )


def _rounding(tolerance: Decimal) -> str:
    return f"rounding explains {tolerance.normalize():f} at the most"


def _sum(figures: Iterable[Placed[Decimal]]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def _tolerance(count: int, question: QuestionFile) -> Decimal:
    """Half a printed unit for each of so many figures."""
    return count * Decimal(5).scaleb(-1 - printed_decimals(question))


def _decimals(percent: Decimal) -> int:
    return max(0, -int(percent.as_tuple().exponent))
