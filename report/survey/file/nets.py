"""Whether the percentages of nets can be right beside those of their answers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.diagnostics import Diagnostic
from report.survey.file.faults import SurveyFault
from report.survey.file.figures import (
    Figures,
    as_printed,
    columns_beside,
    current_figures,
    explained_by,
    sum_of,
    told,
)
from report.survey.file.schema import QuestionFile, SurveyFile
from report.survey.file.waves import is_behind_a_break
from report.survey.model import QuestionType
from report.units import Between, rounding_of, sign_of_difference, total
from report.yaml_source import Placed


def check_nets(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every net of a question that says nothing, or that its answers contradict."""
    if not question.knows("type"):
        return
    if question.type is QuestionType.MULTIPLE:
        yield from _without_figures(question)
    yield from _contradicted(question, survey)


def _without_figures(question: QuestionFile) -> Iterator[Diagnostic]:
    published = {name for column in (current_figures(question), *columns_beside(question)) for name in column}
    for net_id, net in question.nets.items():
        if net_id not in published and net.knows("percent") and question.knows("earlier", "segments"):
            message = (
                f'the net "{net_id}" has no percentage, and it is no sum of a question with several answers allowed'
            )
            hint = "write its `percent` as published, or leave the net out"
            yield Diagnostic(SurveyFault.NOT_OF_MULTIPLE, message, net.named_at, hint=hint)


def _contradicted(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Nets that their answers contradict, in every column whose answers exclude each other or may not."""
    yield from _nets_in(current_figures(question), question)
    for wave, column in question.earlier.items():
        if not is_behind_a_break(wave, question, survey):
            yield from _nets_in(column, question)
    for columns in question.segments.values():
        for column in columns.values():
            yield from _nets_in(column, question)


def _nets_in(column: Figures, question: QuestionFile) -> Iterator[Diagnostic]:
    for net_id, net in question.nets.items():
        names = list(dict.fromkeys(member.text for member in net.of))
        members = {name: column[name] for name in names if name in column and name in question.answers}
        if net_id not in column or net_id in question.answers or len(members) < len(names):
            continue
        figure = column[net_id]
        if question.type.adds_up:
            yield from _net_sum(net_id, figure, members, question)
        else:
            yield from _net_of_multiple(net_id, figure, members, question)


def _net_sum(
    net_id: str, figure: Placed[Decimal | Between], members: Figures, question: QuestionFile
) -> Iterator[Diagnostic]:
    found, net = sum_of(members, question), as_printed(figure.value, question)
    rounding = found.rounding + rounding_of(net)
    left = total(found.total, -net)
    if sign_of_difference(left, rounding) == 1 or sign_of_difference(left, -rounding) == -1:
        message = f'the net "{net_id}" has {told(figure.value)}, its answers sum to {found}'
        yield Diagnostic(SurveyFault.NET_SUM, message, figure.location, (explained_by(rounding),))


def _net_of_multiple(
    net_id: str, figure: Placed[Decimal | Between], members: Figures, question: QuestionFile
) -> Iterator[Diagnostic]:
    """Whoever gave one of the answers is in the net, and nobody else: no less than the largest, no more than all."""
    net, found = as_printed(figure.value, question), sum_of(members, question)
    rounding = found.rounding + rounding_of(net)
    if sign_of_difference(net, total(found.total, rounding)) == 1:
        message = f'the net "{net_id}" has {told(figure.value)}, its answers sum to {found}'
        yield Diagnostic(SurveyFault.NET_SUM, message, figure.location, (explained_by(rounding),))
    for name, member in members.items():
        alone = as_printed(member.value, question)
        if sign_of_difference(alone, total(net, rounding_of(net) + rounding_of(alone))) == 1:
            message = f'the net "{net_id}" has {told(figure.value)}, its answer "{name}" alone {told(member.value)}'
            yield Diagnostic(SurveyFault.NET_SUM, message, figure.location)
            return
