"""Whether answers with a role stand where their role belongs."""

from __future__ import annotations

from collections.abc import Iterator

from report.diagnostics import Diagnostic
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import AnswerFile, QuestionFile
from report.survey.model import AnswerOrder, AnswerRole


def check_order(question: QuestionFile) -> Iterator[Diagnostic]:
    """Every answer that stands at the wrong place for its role; answers of earlier waves alone may stand anywhere."""
    asked = {name: answer for name, answer in question.answers.items() if not answer.current}
    if question.knows("answers") and all(answer.knows("role", "current") for answer in asked.values()):
        yield from _not_last(asked)
        yield from _midpoints(asked, question)
    if question.type.is_ordered and question.order is AnswerOrder.SIZE:
        message, hint = "the answers of a scale keep their own order", "leave out `order`"
        yield Diagnostic(SurveyFault.ORDER_OF_SCALE, message, question.place_of("order"), hint=hint)


def _not_last(asked: dict[str, AnswerFile]) -> Iterator[Diagnostic]:
    last = [name for name, answer in asked.items() if not answer.role.says_nothing][-1:]
    for name, answer in asked.items():
        if name in last:
            return
        if answer.role.says_nothing:
            message = f'"{name}" stands before "{last[0]}"'
            note = "don't know and refused come last, behind all other answers"
            yield Diagnostic(SurveyFault.NOT_LAST, message, answer.named_at, (note,), "move it to the end")


def _to_the_middle(steps: int) -> str:
    """How a midpoint of so many steps is mended: an even number of them has no middle."""
    if steps % 2:
        return "move it to the middle, or leave out `role: midpoint`"
    no_step = "give an answer that is no step its role, as in `role: dont_know`"
    return f"{steps} steps have no middle: leave out `role: midpoint`, or {no_step}"


def _midpoints(asked: dict[str, AnswerFile], question: QuestionFile) -> Iterator[Diagnostic]:
    steps = [name for name, answer in asked.items() if answer.role.is_step]
    for name, answer in asked.items():
        if answer.role is not AnswerRole.MIDPOINT:
            continue
        before, behind = steps.index(name), len(steps) - 1 - steps.index(name)
        if not question.type.is_ordered and question.knows("type"):
            message = f'"{name}" is a midpoint, which only a scale has'
            hint = "write `type: scale`" if before == behind else "leave out `role: midpoint`"
            yield Diagnostic(SurveyFault.MIDPOINT, message, answer.place_of("role"), hint=hint)
        elif before != behind:
            message = f'"{name}" is not in the middle: {before} steps come before it, {behind} behind'
            yield Diagnostic(SurveyFault.MIDPOINT, message, answer.named_at, hint=_to_the_middle(len(steps)))
