"""Whether a question that has numbers for answers, a number each or a recommendation from 0 to 10, can be one."""

from __future__ import annotations

from collections.abc import Iterator

from report.diagnostics import Diagnostic
from report.respondents.model import Variable
from report.statistics.balances import RATINGS
from report.survey.file.coding_checks import check_column
from report.survey.file.codings import form_of
from report.survey.file.data_files import DataFiles
from report.survey.file.faults import SurveyFault
from report.survey.file.filling import code_text
from report.survey.file.schema import OF_NUMBERS, QuestionFile, SurveyFile
from report.survey.model import DETRACTORS, PASSIVES, PROMOTERS, AnswerRole, QuestionType
from report.survey.model.codes import as_number, as_range
from report.survey.model.respondents import PercentOf, columns_of

_OF_NUMERIC = ("measured_in", "plausible")
"""Keys that a question has if its answers are numbers of any size."""


def check_types(survey: SurveyFile, files: DataFiles) -> Iterator[Diagnostic]:
    """Every question whose type needs respondents that the survey does not have, or whose keys need another type.

    And those of numbers without classes: nothing could be made of their column.
    """
    for name, question in survey.questions.items():
        if question.type is QuestionType.NUMERIC and not question.has_key("answers") and files.files:
            yield from _without_numbers(name, question, files)
        if question.type in OF_NUMBERS and not survey.data and survey.knows("data"):
            message = f"`type: {question.type.value}` is counted from respondents, and the survey names no `data`"
            hint = "write the published percentages of its answers, with `type: scale`"
            yield Diagnostic(SurveyFault.OF_OTHER_FORM, message, question.place_of("type"), hint=hint)
        for key in _OF_NUMERIC:
            if survey.data and question.has_key(key) and question.type is not QuestionType.NUMERIC:
                message = f"`{key}` is a key of questions with `type: numeric`"
                hint = "leave it out, or write `type: numeric` if respondents gave numbers"
                yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, question.place_of(key), hint=hint)


def _without_numbers(name: str, question: QuestionFile, files: DataFiles) -> Iterator[Diagnostic]:
    variable = files.variable(question.column.text if question.column else name)
    if variable is None:
        yield from check_column(name, question, files)
        return
    message = f'the column "{variable.name}" has no number, so that no classes can be made of it'
    hint = "name the column that has them, or write the classes under `answers`"
    yield Diagnostic(SurveyFault.NO_CODE, message, question.place_of("type"), hint=hint)


def check_numbers(question: QuestionFile, files: DataFiles) -> Iterator[Diagnostic]:
    """Every fault of a question that has numbers for answers."""
    if question.type not in OF_NUMBERS or not question.knows("type"):
        return
    yield from _names(question)
    if question.type is QuestionType.NPS:
        yield from _recommendation(question)
        if question.column and (variable := files.variable(columns_of(form_of(question, files))[0].text)):
            yield from _labelled_otherwise(question, variable)
    else:
        yield from _classes(question)


def _names(question: QuestionFile) -> Iterator[Diagnostic]:
    """Answers and nets that are called as a score is."""
    scores = [each.value for each in question.type.statistics]
    for kind in ("answers", "nets"):
        for name in (name for name in question.written(kind) if name in scores):
            message, place = f'"{name}" is the id of a score of the question already', question.place_of(kind, name)
            yield Diagnostic(SurveyFault.DUPLICATE_ID, message, place, hint="call this answer something else")


def _recommendation(question: QuestionFile) -> Iterator[Diagnostic]:
    """What a question from 0 to 10 has beside what its author may word otherwise."""
    known = (DETRACTORS, PASSIVES, PROMOTERS)
    for name, answer in question.answers.items():
        place = question.place_of("answers", name)
        if name not in known:
            message = f'"{name}" is no answer of `type: nps`, which has {", ".join(known)}'
            hint = "leave it out; who gave no rating is named under `missing`"
            yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, place, hint=hint)
        elif answer.code or answer.others:
            message = f'"{name}" has a code, and `type: nps` says itself which ratings are whose'
            hint = "leave `code` and `others` out, or write `type: scale` for ratings of another scale"
            yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, place, hint=hint)
    if question.percent_of is PercentOf.ASKED:
        message = "`percent_of: asked` counts who gave no rating, and a net promoter score is of those who did"
        place = question.place_of("percent_of")
        yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, place, hint="leave `percent_of` out")


def _labelled_otherwise(question: QuestionFile, variable: Variable) -> Iterator[Diagnostic]:
    """The fault of a column whose labels say that its ratings are not from 0 to 10."""
    lacking = question.missing
    codes = (*lacking.not_asked, *lacking.no_answer, *lacking.dont_know, *lacking.refused) if lacking else ()
    missing = [code.text.strip() for code in codes]
    values = [each for each in variable.values if not variable.is_missing(each.code)]
    rated = {each.code: each.label for each in values if code_text(each.code) not in missing}
    ends = sorted(code for code in rated if not isinstance(code, str))
    if len(ends) < 2 or (ends[0] == RATINGS[0] and ends[-1] == RATINGS[-1]):
        return
    told = " to ".join(f'{code_text(code)} ("{rated[code]}")' for code in (ends[0], ends[-1]))
    message = f'the file labels the values of "{variable.name}" from {told}, and `type: nps` is of ratings from 0 to 10'
    hint = "write `type: scale` with its answers, or name the values that are no ratings under `missing`"
    yield Diagnostic(SurveyFault.NO_RATING_SCALE, message, question.place_of("type"), hint=hint)


def _classes(question: QuestionFile) -> Iterator[Diagnostic]:
    """Classes of numbers that are no numbers, or no class."""
    for name, answer in question.answers.items():
        if answer.role is not AnswerRole.REGULAR:
            message = f'"{name}" has a role, and the answers of `type: numeric` are classes of numbers'
            hint = "name the codes of who gave no number under `missing`"
            yield Diagnostic(SurveyFault.OF_OTHER_TYPE, message, answer.place_of("role"), hint=hint)
        for code in answer.code:
            if as_number(code.text) is None and as_range(code.text) is None and code.location:
                message = f'"{code.text}" is no number, and no range of numbers such as 18..29'
                place = code.at(0, len(code.text)) or answer.named_at
                yield Diagnostic(SurveyFault.NO_CODE, message, place)
