"""Which ids a survey file knows, and who names one that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from report.diagnostics import Diagnostic, Location, Severity, SourceText, id_meant, near_miss, shortened
from report.survey.file.counts import TOTAL
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import (
    AnswerFile,
    NetFile,
    QuestionFile,
    SegmentColumnFile,
    SegmentFile,
    SurveyFile,
)
from report.yaml_source import Texts

_Labelled: TypeAlias = AnswerFile | NetFile | SegmentFile | SegmentColumnFile

MOST_NAMED = 12
"""Columns that a message lists."""


def check_segments(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every segmentation that is called as a wave is."""
    for segment in survey.written("segments"):
        if segment in survey.written("waves"):
            yield _taken("segments", segment, "a wave", survey, survey)


def check_batteries(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Questions of one scale that no reader of a chart of several could tell apart, a warning at the second of each."""
    short_forms: dict[str, list[tuple[str, Texts]]] = {}
    for name, question in survey.questions.items():
        if question.scale and question.short:
            short_forms.setdefault(question.scale.text, []).append((name, question.short))
    for entries in short_forms.values():
        for name, other, text in _alike(entries):
            hint = "say in `short` what sets them apart, or give each battery a scale of its own"
            yield _equal(f'beside others of its scale "{name}" reads as "{other}" does', text, hint)


def check_names(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every id of a question that would hide another one, and every reference to none."""
    yield from _taken_names(question, survey)
    yield from _equal_labels(question)
    yield from _percents(question_id, question)
    yield from _earlier_figures(question_id, question)
    yield from _segment_figures(question_id, question, survey)
    for counted in (question, *question.entries.values()):
        yield from _counted_columns(counted, survey)
    for net in question.nets.values():
        yield from _members(question_id, question, net)


def _taken_names(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Answers and nets are named in the same place of an expression, and never like a wave or a segment."""
    for kind in ("answers", "nets"):
        for name in question.written(kind):
            if kind == "nets" and name in question.written("answers"):
                taken = _taken(kind, name, "an answer", question, survey)
                yield replace(taken, hint=_ONCE) if _is_listed_twice(name, question) else taken
            elif name in survey.written("waves"):
                yield _taken(kind, name, "a wave", question, survey)
            elif name in survey.written("segments"):
                yield _taken(kind, name, "a segment", question, survey)


_ONCE = "leave it out under `answers`: a net takes answers together, and is none itself"


def _is_listed_twice(name: str, question: QuestionFile) -> bool:
    """Whether a net stands among the answers too, with the same percentage."""
    net, answer = question.nets.get(name), question.answers.get(name)
    return bool(net and answer and net.percent and answer.percent and net.percent.value == answer.percent.value)


def _taken(kind: str, name: str, by: str, owner: QuestionFile | SurveyFile, survey: SurveyFile) -> Diagnostic:
    message = f'"{name}" is the id of {by} already'
    what = kind.removesuffix("s")
    known = [*owner.written("answers"), *owner.written("nets"), *survey.written("waves")]
    known += survey.written("segments")
    own = f"{name}_{what}"
    while own in known:
        own += "_2"
    hint = f"call this {what} something else, such as {own}, and wherever it is named"
    return Diagnostic(SurveyFault.DUPLICATE_ID, message, owner.place_of(kind, name), hint=hint)


def _equal_labels(question: QuestionFile) -> Iterator[Diagnostic]:
    """Answers and nets that no reader could tell apart, a warning at the second of each pair."""
    entries: list[tuple[str, AnswerFile | NetFile]] = [*question.answers.items(), *question.nets.items()]
    alike = list(_alike([(name, entry.label) for name, entry in entries]))
    for name, other, label in alike:
        hint = "say in the label what sets them apart; only labels are shown"
        yield _equal(f'"{name}" has the label of "{other}" already', label, hint)
    brief = {name for name, entry in entries if entry.short}
    for name, other, text in _alike([(name, entry.short or entry.label) for name, entry in entries]):
        is_told = (name, other) in [(second, first) for second, first, _ in alike]
        if not is_told and not brief.isdisjoint((name, other)):
            hint = "say in `short` what sets them apart, or leave it out"
            yield _equal(f'in narrow places "{name}" reads as "{other}" does', text, hint)


def _alike(entries: Sequence[tuple[str, Texts]]) -> Iterator[tuple[str, str, SourceText]]:
    """Each id whose text is that of an earlier one in some language, that one, and the text."""
    first: dict[tuple[str, str], str] = {}
    for name, texts in entries:
        for language, text in texts.in_language("").items():
            other = first.setdefault((language, " ".join(text.text.casefold().split())), name)
            if other != name and text.location:
                yield name, other, text
                break


def _equal(message: str, text: SourceText, hint: str) -> Diagnostic:
    place = text.at(0, len(text.text))
    return Diagnostic(SurveyFault.EQUAL_LABELS, message, place, hint=hint, severity=Severity.WARNING)


def _percents(question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    for answer in question.percent if question.scale else ():
        yield from _answer_or_net(answer, question.place_of("percent", answer), question_id, question)


def _earlier_figures(question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    for wave in question.earlier:
        for answer in question.earlier[wave]:
            yield from _answer_or_net(answer, question.place_of("earlier", wave, answer), question_id, question)


def _segment_figures(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    for segment, columns in question.segments.items():
        place = question.place_of("segments", segment)
        known = survey.written("segments")
        if segment not in known and not survey.may_list("segments"):
            message = f'"{segment}" is not a segment of the survey'
            note = f"it has the segments {', '.join(known)}" if known else "it lists none under `segments`"
            hint = id_meant(segment, _labels(known, survey.segments))
            yield Diagnostic(SurveyFault.UNKNOWN_SEGMENT, message, place, (note,), hint)
        for column, figures in columns.items():
            yield from _column(segment, column, question.place_of("segments", segment, column), survey)
            for answer in figures:
                place = question.place_of("segments", segment, column, answer)
                yield from _answer_or_net(answer, place, question_id, question)


def _counted_columns(counted: QuestionFile | AnswerFile | NetFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """The groups that an `n` names; its waves are another module's."""
    for name in counted.written("n"):
        segment, dot, column = name.partition(".")
        place = counted.place_of("n", name)
        if dot and segment in survey.written("segments"):
            yield from _column(segment, column, place, survey)
        elif dot or name not in (TOTAL, *survey.written("waves")):
            yield _no_column(name, place, survey)


def _no_column(name: str, place: Location, survey: SurveyFile) -> Diagnostic:
    known = [TOTAL, *survey.written("waves")]
    known += [f"{id}.{column}" for id, segment in survey.segments.items() for column in segment.written("columns")]
    own = [column for column in known if column.partition(".")[0] == name or column.partition(".")[2] == name]
    hint = (
        f"write {own[0]}"
        if own
        else near_miss(name, known) or f"write {TOTAL}, if it is the number of all who were asked"
    )
    notes = (f"its columns are {', '.join(known[:MOST_NAMED])}{', ...' if len(known) > MOST_NAMED else ''}",)
    return Diagnostic(SurveyFault.UNKNOWN_COLUMN, f'"{shortened(name)}" is not a column', place, notes, hint)


def _column(segment: str, column: str, place: Location, survey: SurveyFile) -> Iterator[Diagnostic]:
    if segment not in survey.segments:
        return
    columns = survey.segments[segment].columns
    known = survey.segments[segment].written("columns")
    if column not in known and not survey.segments[segment].may_list("columns"):
        message = f'"{column}" is not a column of segment "{segment}"'
        note = f"it has the columns {', '.join(known)}"
        hint = id_meant(column, _labels(known, columns))
        yield Diagnostic(SurveyFault.UNKNOWN_COLUMN, message, place, (note,), hint)


def _members(question_id: str, question: QuestionFile, net: NetFile) -> Iterator[Diagnostic]:
    answers = question.written("answers")
    for index, member in enumerate(net.of):
        if member.location is None:
            continue
        if member.text not in answers:
            if question.may_list("answers"):
                continue
            owner = f'scale "{question.scale.text}"' if question.scale else f'question "{question_id}"'
            unknown = _unknown_answer(member.text, member.location, owner, _labels(answers, question.answers))
            yield (
                replace(unknown, hint=_of_net(net, question.nets[member.text]))
                if member.text in question.nets
                else unknown
            )
        elif member.text in [earlier.text for earlier in net.of[:index]]:
            message = f'"{member.text}" stands in this net twice'
            yield Diagnostic(SurveyFault.DUPLICATE_ID, message, member.location)


def _of_net(net: NetFile, member: NetFile) -> str:
    """What a net that takes another one together has to name instead."""
    own = [each.text for each in net.of]
    further = [each.text for each in member.of if each.text not in own]
    remedy = f"write {', '.join(further)} instead" if further else "leave it out"
    return f"a net takes answers together, not nets: {remedy}"


def _answer_or_net(answer: str, place: Location, question_id: str, question: QuestionFile) -> Iterator[Diagnostic]:
    known = (*question.written("answers"), *question.written("nets"))
    if answer not in known and not _may_have_others(question):
        yield _unknown_answer(
            answer, place, f'question "{question_id}"', _labels(known, {**question.answers, **question.nets})
        )


def _may_have_others(question: QuestionFile) -> bool:
    """Whether a fault already told hides an answer or net, so that one which is missed may be that."""
    return question.may_list("answers") or question.may_list("nets")


def _unknown_answer(answer: str, place: Location, owner: str, known: Mapping[str, Sequence[str]]) -> Diagnostic:
    message = f'"{answer}" is not an answer of {owner}'
    note = f"it has the answers {', '.join(known)}"
    return Diagnostic(SurveyFault.UNKNOWN_ANSWER, message, place, (note,), id_meant(answer, known))


def _labels(known: Iterable[str], entries: Mapping[str, _Labelled]) -> dict[str, list[str]]:
    """The labels of ids in all languages; none of what could not be read."""
    every = {name: entry.label.in_language("") for name, entry in entries.items()}
    return {name: [label.text for label in every.get(name, {}).values()] for name in known}
