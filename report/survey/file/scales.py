"""Answers that several questions share: written once under `scales`, and spelled out in every question that names them.

    scales:      agreement:  {agree: {label: ...}, disagree: {label: ...}, any: {of: [agree, disagree], label: ...}}
    questions:   privacy:    {scale: agreement, percent: {agree: 31, disagree: 17}, ...}
        is read as
                 privacy:    {type: scale, answers: {agree: {percent: 31, label: ...}, ...}, nets: {any: ...}, ...}

Places stay those of the author: a label's is in the scale, a percentage's in the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy

from report.diagnostics import Diagnostic, Location, Severity, SourceText, near_miss
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import GIVEN_BY_A_SCALE, QuestionFile, SurveyFile
from report.survey.model import QuestionType
from report.yaml_source import Fault
from report.yaml_source.tree import Block, Key, Name, Scalar
from report.yaml_source.values import ID_PATTERN


def check_scales(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every scale that has no answers or no question, and every question that names one there is not."""
    named = {question.scale.text for question in survey.questions.values() if question.scale}
    is_each_known = survey.knows("questions") and named <= set(survey.written("scales"))
    for scale, entries in survey.scales.items():
        place = survey.place_of("scales", scale)
        if survey.knows("scales") and all(entry.of for entry in entries.values()):
            hint = "write the answers first; an entry with `of` takes some of them together"
            yield Diagnostic(Fault.TOO_FEW, f"the scale `{scale}` needs at least one answer", place, hint=hint)
        if is_each_known and scale not in named:
            message = f'no question has the scale "{scale}"'
            hint = f"write `scale: {scale}` in the questions that share it, or leave it out"
            yield Diagnostic(SurveyFault.UNUSED_SCALE, message, place, hint=hint, severity=Severity.WARNING)
    for name, question in survey.questions.items():
        if question.scale and question.scale.location:
            yield from _named(name, question, question.scale.location, survey)


def _named(name: str, question: QuestionFile, place: Location, survey: SurveyFile) -> Iterator[Diagnostic]:
    assert question.scale
    scale, known = question.scale.text, survey.written("scales")
    meant = None if scale in known else near_miss(scale, known)
    own = [key for key in GIVEN_BY_A_SCALE if question.has_key(key)]
    has_answers = "answers" in own and not question.has_key("percent")
    if scale in known or meant or survey.may_list("scales") or not has_answers:
        yield from (_beside_scale(key, name, question) for key in own)
    if scale not in known and not survey.may_list("scales"):
        message = f'"{scale}" is not a scale of the survey'
        note = f"it has the scales {', '.join(known)}" if known else "it lists none under `scales`"
        hint = meant or (_without_scale(scale, own) if has_answers else _as_new_scale(scale))
        yield Diagnostic(SurveyFault.UNKNOWN_SCALE, message, place, (note,), hint)
    for net in question.nets:
        if net in survey.scales.get(scale, {}):
            message, hint = f'"{net}" stands in the scale "{scale}" already', "give this net an id of its own"
            yield Diagnostic(SurveyFault.DUPLICATE_ID, message, question.place_of("nets", net), hint=hint)


def _beside_scale(key: str, name: str, question: QuestionFile) -> Diagnostic:
    message = f"`{key}` stands beside `scale`, which gives `{name}` its type and its answers"
    hint = f"leave out `{key}`" + ("; percentages stand under `percent`" if key == "answers" else "")
    return Diagnostic(SurveyFault.BESIDE_SCALE, message, question.place_of(key), hint=hint)


def _without_scale(scale: str, own: Sequence[str]) -> str:
    """The remedy of a question that has answers of its own, where `scale` stands for `type` or beside it."""
    if "type" in own:
        return "leave out `scale`, since this question has answers of its own"
    types = [each.value for each in QuestionType]
    return f"write `type: {scale if scale in types else QuestionType.SCALE.value}` instead of `scale: {scale}`"


def _as_new_scale(scale: str) -> str | None:
    """The remedy of a question without answers of its own, where no scale is like the one it names."""
    if not re.match(ID_PATTERN, scale):
        return None
    return f"write its answers under `scales`, such as {scale}: {{yes: {{label: Yes}}, no: {{label: No}}}}"


def spelled_out(survey: SurveyFile) -> SurveyFile:
    """The survey with the answers of its scales in the questions that share them.

    A question whose answers are not known, since they or its scale are missing or faulty, is left out of it.
    """
    questions = {name: _spelled_out(question, survey) for name, question in survey.questions.items()}
    return survey.with_values(questions={name: each for name, each in questions.items() if each})


def _spelled_out(question: QuestionFile, survey: SurveyFile) -> QuestionFile | None:
    if question.scale is None:
        return question if question.answers else None
    scales = survey.node("scales")
    scale = scales.get(question.scale.text) if isinstance(scales, Block) else None
    answers = _answers(scale, question) if isinstance(scale, Block) else None
    if not (answers and isinstance(scale, Block)):
        return None
    place = question.place_of("scale")
    type_of_question = Scalar(SourceText(QuestionType.SCALE.value), place, Name("type", place))
    return question.reread({"type": type_of_question, "answers": answers, "nets": _nets(scale, question)})


def _answers(scale: Block, question: QuestionFile) -> Block:
    """The answers of a scale with the percentages of a question; what is lost of the scale is lost of them."""
    place = question.place_of("percent") if question.written("percent") else question.place_of("scale")
    answers = _entries(scale, question, are_nets=False, name=Name("answers", place))
    answers.unread = tuple(name for name in scale.written if not isinstance(scale.get(name), Block))
    answers.written |= {name: scale.written[name] for name in answers.unread}
    answers.has_strangers = scale.has_strangers
    return answers


def _nets(scale: Block, question: QuestionFile) -> Block:
    """The nets of a scale with the percentages of a question, and behind them the question's own."""
    nets = _entries(scale, question, are_nets=True, name=Name("nets", question.place_of("nets")))
    own = question.node("nets")
    if isinstance(own, Block):
        nets.update(own)
        nets.written |= own.written
        nets.unread += own.unread
        nets.has_strangers = own.has_strangers
    return nets


def _entries(scale: Block, question: QuestionFile, *, are_nets: bool, name: Name) -> Block:
    block = Block(name.location, name)
    for key, entry in scale.items():
        if not isinstance(entry, Block) or ("of" in entry.written) != are_nets:
            continue
        block.written[key] = scale.written[key]
        if "of" in entry.unread:
            block.unread += (key,)
        else:
            block[key] = _with_percent(entry, question)
    return block


def _with_percent(entry: Block, question: QuestionFile) -> Block:
    percents = question.node("percent")
    percent = percents.get(entry.name.text) if isinstance(percents, Block) else None
    twin = copy(entry)
    twin.written = dict(entry.written)
    if percent:
        twin["percent"] = percent
        twin.written["percent"] = Key("percent", percent.name.location)
    elif not question.knows("percent"):
        twin.unread += ("percent",)
    return twin
