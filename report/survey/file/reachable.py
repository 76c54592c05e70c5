"""Percentages that no number of people makes: 39.6 % of 25 is neither 9 nor 10 of them.

Of a survey that is not weighted, and of columns that tell how many were asked; a warning, since percentages may be of
fewer people than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from report.diagnostics import Diagnostic, Severity
from report.language.numbers import round_half_up
from report.statistics.grim import is_reachable
from report.survey.file.faults import SurveyFault
from report.survey.file.figures import Figures, as_printed, current_figures, decimals_of, told
from report.survey.file.schema import QuestionFile, SurveyFile
from report.units import Between
from report.yaml_source import Placed


def check_reachable(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """A warning for each percentage that none of the people who were asked can have made."""
    if (
        survey.weighting
        or not survey.knows("weighting", "n", "waves", "segments")
        or not question.knows("n", "decimals")
    ):
        return
    for column, figures in _columns(question, survey).items():
        of_column = _n_of(column, question, survey)
        for name, figure in figures.items():
            n = _own_n(name, column, question, survey) or of_column
            percent = as_printed(figure.value, question)
            if n and not isinstance(percent, Between) and 0 <= percent <= 100 and not is_reachable(percent, n.value):
                yield _unreachable(name, percent, n, figure)


def _columns(question: QuestionFile, survey: SurveyFile) -> Mapping[str, Figures]:
    """The percentages by the name of their column; that of the current wave is called so."""
    current = {survey.wave.text if survey.wave else "": current_figures(question)}
    groups = {
        f"{segment}.{name}": figures for segment, found in question.segments.items() for name, figures in found.items()
    }
    return {**current, **question.earlier, **groups}


def _own_n(name: str, column: str, question: QuestionFile, survey: SurveyFile) -> Placed[int] | None:
    """How many an answer or net stands on in a column, where it says so itself."""
    entry = question.entries.get(name)
    if entry is None or entry.n is None:
        return None
    is_current = column == (survey.wave.text if survey.wave else "")
    return entry.n.total if is_current else entry.n.by_column.get(column)


def _n_of(column: str, question: QuestionFile, survey: SurveyFile) -> Placed[int] | None:
    """How many were asked of a column: the question's own number, else that of all where all were asked it."""
    is_current = column == (survey.wave.text if survey.wave else "")
    counts = question.n
    own = counts and (counts.total if is_current else counts.by_column.get(column))
    if own or question.base:
        return own or None
    segment, _, name = column.partition(".")
    if name:
        group = survey.segments[segment].columns.get(name) if segment in survey.segments else None
        return group.n if group else None
    wave = survey.waves.get(column)
    return (wave.n if wave else None) or (survey.n if is_current else None)


def _unreachable(name: str, percent: Decimal, n: Placed[int], figure: Placed[Decimal | Between]) -> Diagnostic:
    decimals = decimals_of(percent)
    fewer = int(percent * n.value / 100)
    near = [
        f"{many} would be {round_half_up(Decimal(100 * many) / n.value, decimals)} %" for many in (fewer, fewer + 1)
    ]
    message = f'{told(percent)} % of "{name}" is the share of no number of {n.value} people'
    hint = "correct the percentage or the `n`, or say with `weighting` or `base` what the percentage is of"
    return Diagnostic(
        SurveyFault.UNREACHABLE, message, figure.location, (", ".join(near),), hint, severity=Severity.WARNING
    )
