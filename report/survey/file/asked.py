"""Whether fewer were asked than belong to those of whom they are a part: a question of the survey, a group of either.

n: 1200                                  of the survey, in its current wave
questions: {q: {n: 430}}                 no more than that, nor in an earlier wave than it has
    q: {n: {total: 430, size.small: 120}}    no more than of the question, nor than of that group
    q: {answers: {a: {n: 410}}}              no more than of the survey, in its current wave
"""

from __future__ import annotations

from collections.abc import Iterator

from report.diagnostics import Diagnostic, Severity
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import QuestionFile, SurveyFile
from report.survey.model import QuestionType
from report.yaml_source import Placed

_Whole = tuple[Placed[int] | None, str]
"""A number that another one is a part of, and of whom it is."""


def check_asked(survey: SurveyFile) -> Iterator[Diagnostic]:
    """The warnings of numbers that are larger than the whole of which they are a part."""
    current = survey.wave.text if survey.wave else ""
    in_waves: dict[str, _Whole] = {name: (wave.n, f'"{name}"') for name, wave in survey.waves.items()}
    of_survey = (survey.n or in_waves.get(current, (None, ""))[0], "the survey")
    of_groups = dict[str, _Whole]()
    for segment_id, segment in survey.segments.items():
        for column_id, column in segment.columns.items():
            name = f"{segment_id}.{column_id}"
            of_groups[name] = (column.n, f'"{name}"')
            yield from _above(column.n, f'"{name}"', [of_survey])
    for question_id, question in survey.questions.items():
        for name, entry in question.entries.items():
            counts = entry.n.by_column.items() if entry.n else ()
            yield from _above(entry.n.total if entry.n else None, f'"{question_id}.{name}"', [of_survey])
            for named, count in counts:
                whole = of_groups.get(named) or in_waves.get(named, (None, ""))
                yield from _above(count, f'"{question_id}.{name}" in "{named}"', [whole])
        if question.n is None:
            continue
        total = question.n.total or question.n.by_column.get(current)
        of_question = (total, f'"{question_id}"') if total else of_survey
        yield from _above(total, f'"{question_id}"', [of_survey])
        for name, count in question.n.by_column.items():
            wholes = [of_question, of_groups[name]] if name in of_groups else [in_waves.get(name, (None, ""))]
            yield from _above(count, f'"{question_id}" in "{name}"', wholes if name != current else [])


def check_own_n(question: QuestionFile) -> Iterator[Diagnostic]:
    """Answers and nets with an n of their own, where answers exclude each other: they are parts of one whole."""
    if question.type is QuestionType.MULTIPLE or not question.knows("type"):
        return
    for name, entry in question.entries.items():
        if entry.n:
            message = f'"{name}" has an n of its own, and answers that exclude each other are shares of the same people'
            hint = "leave it out, and the `n` of the question too if it is not that of all answers"
            yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, entry.place_of("n"), hint=hint)


def _above(count: Placed[int] | None, name: str, wholes: list[_Whole]) -> Iterator[Diagnostic]:
    """The warning of a number above the first of those that it is a part of."""
    for whole, of_whom in wholes:
        if count and whole and count.value > whole.value:
            yield Diagnostic(
                SurveyFault.MORE_THAN_ASKED,
                f"{name} has an n of {count.value}, more than {of_whom}, which has {whole.value}",
                count.location,
                notes=(f"that stands in line {whole.location.line}",),
                hint="correct one of the two numbers",
                severity=Severity.WARNING,
            )
            return
