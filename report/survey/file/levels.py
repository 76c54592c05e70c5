"""Percentages that miss a level of theirs, or have two of them in the other order.

    earlier:   {w2021: {yes: 52}}             by wave and answer
    segments:  {age: {young: {yes: 66}}}      by segmentation, group and answer

What an author leaves out or turns round is told once for all figures of it, which then are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from report.diagnostics import Diagnostic, Location
from report.survey.file.faults import SurveyFault
from report.yaml_source import Fault
from report.yaml_source.tree import Block, Node, Scalar, named

_NOT_ASKED = re.compile(r"not[_ -]asked|nicht (?:ge|er|abge)fragt", re.IGNORECASE)


def take_levels(survey: Block) -> Iterator[Diagnostic]:
    """The faults of percentages whose wave, group or answer is missing, or stands in another's place."""
    waves, scales = _written(survey.get("waves")), survey.get("scales")
    segments = {name: _written(_below(each, "columns")) for name, each in _blocks(survey.get("segments")).items()}
    for question in _blocks(survey.get("questions")).values():
        scale = question.get("scale")
        shared = _below(scales, scale.text.text) if isinstance(scale, Scalar) else None
        owners = (*(question.get(key) for key in ("answers", "percent", "nets")), shared)
        answers = tuple(dict.fromkeys(chain.from_iterable(map(_written, owners))))
        figures = [question.get("percent"), *_blocks(question.get("earlier")).values()]
        figures += [
            each for columns in _blocks(question.get("segments")).values() for each in _blocks(columns).values()
        ]
        for column in figures:
            yield from _behind_a_key(column)
        yield from _not_asked(question)
        if isinstance(earlier := question.get("earlier"), Block):
            yield from _levels(earlier, "wave", waves, answers)
        for name, columns in _of_segments(question, segments).items():
            yield from _levels(columns, "group", segments.get(name, ()), answers)
        yield from _without_segment(question, segments)


def _below(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Block) else None


def _blocks(node: Node | None) -> dict[str, Block]:
    found = node.items() if isinstance(node, Block) else ()
    return {name: each for name, each in found if isinstance(each, Block)}


def _written(node: Node | None) -> tuple[str, ...]:
    return tuple(node.written) if isinstance(node, Block) else ()


def _of_segments(question: Block, segments: Mapping[str, Sequence[str]]) -> dict[str, Block]:
    """The figures by segmentation, without what bears the name of a group alone."""
    groups = {group for name, columns in segments.items() for group in columns} - {*segments}
    return {name: each for name, each in _blocks(question.get("segments")).items() if name not in groups}


def _levels(columns: Block, what: str, known: Collection[str], answers: Sequence[str]) -> Iterator[Diagnostic]:
    """The fault of percentages below no column (a wave or a group), of no answer, or by answer before column."""
    bare = {
        key: each for key, each in columns.items() if isinstance(each, Scalar) and re.match(r"[\d<]", each.text.text)
    }
    of_answers = [key for key in bare if key not in known]
    of_columns = [key for key in bare if key in known]
    turned = [
        key
        for key, each in _blocks(columns).items()
        if key in answers and key not in known and each.written and set(each.written) <= set(known)
    ]
    if of_answers:
        message = f"{columns.name} has percentages that name no {what}"
        more = ", ..." if len(of_answers) > 1 else ""
        example = f"{of_answers[0]}: {bare[of_answers[0]].text.text}{more}"
        hint = f"write {{...: {{{example}}}}}, with the id of their {what} before the inner brace"
        yield _not_read(columns, of_answers, message, hint)
    if of_columns and answers:
        first = bare[of_columns[0]]
        answer = next((name for each in _blocks(columns).values() for name in each if name in answers), answers[0])
        message = f"{first.name} is a percentage that names no answer"
        hint = f'write {{{answer}: {first.text.text}}}, if it is that of "{answer}"'
        yield _not_read(columns, of_columns, message, hint)
    if turned:
        inner = columns[turned[0]]
        assert isinstance(inner, Block)
        column, figure = next(iter(inner.items()))
        message = f"{columns.name} has percentages by answer and {what}; they stand by {what} and answer"
        own = figure.text.text if isinstance(figure, Scalar) else "..."
        yield _not_read(
            columns, turned, message, f"write {column}: {{{turned[0]}: {own}}}, and the others in the same way"
        )


def _without_segment(question: Block, segments: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
    """The fault of groups that stand below no segmentation."""
    written = question.get("segments")
    if not isinstance(written, Block):
        return
    for name, columns in segments.items():
        if groups := [key for key in written if key in columns and key not in segments]:
            message = f'"{groups[0]}" is not a segment of the survey, it is a group of "{name}"'
            hint = f"write {{{name}: {{{groups[0]}: ...}}}}"
            yield Diagnostic(SurveyFault.UNKNOWN_SEGMENT, message, _taken_out(written, groups), hint=hint)


def _not_read(owner: Block, keys: Sequence[str], message: str, hint: str) -> Diagnostic:
    """The fault of percentages behind some keys, told at the first of them."""
    return Diagnostic(Fault.WRONG_TYPE, message, _taken_out(owner, keys), hint=hint)


def _taken_out(owner: Block, keys: Sequence[str]) -> Location:
    """The place of the first of some keys, none of which is read from now on."""
    owner.unread += tuple(keys)
    for key in keys:
        del owner[key]
    return owner.written[keys[0]].location


def _behind_a_key(column: Node | None) -> Iterator[Diagnostic]:
    """The fault of percentages behind a key of their own, as answers have them; they are read all the same."""
    inner = {name: each for name, each in _blocks(column).items() if set(each.written) == {"percent"} and each}
    for index, (name, each) in enumerate(inner.items()):
        percent = each["percent"]
        assert isinstance(column, Block)
        column[name] = named(percent, each.name)
        if index == 0 and isinstance(percent, Scalar):
            message = f"{column.name} has `percent` before its percentages, which stand behind the answers alone"
            hint = f"write {name}: {percent.text.text}, and the others in the same way"
            yield Diagnostic(Fault.WRONG_TYPE, message, each.location, hint=hint)


def _not_asked(question: Block) -> Iterator[Diagnostic]:
    """The faults of words in the place of a percentage that say of an answer that it was not asked."""
    for answer in _blocks(question.get("answers")).values():
        if (said := _said(answer, "percent")) is not None:
            yield _no_number(answer, said, "write `current: not_asked` instead of `percent`")
    earlier = _blocks(question.get("earlier"))
    for name in dict.fromkeys(chain.from_iterable(earlier.values())):
        found = {wave: said for wave, column in earlier.items() if (said := _said(column, name)) is not None}
        hint = f"leave it out here, and write `not_asked: [{', '.join(found)}]` beside the label of `{name}`"
        yield from [_no_number(earlier[wave], said, hint) for wave, said in found.items()][:1]


def _said(owner: Block, key: str) -> Scalar | None:
    value = owner.get(key)
    return value if isinstance(value, Scalar) and _NOT_ASKED.fullmatch(value.text.text.strip()) else None


def _no_number(owner: Block, said: Scalar, hint: str) -> Diagnostic:
    owner.unread += (said.name.text,)
    del owner[said.name.text]
    return Diagnostic(Fault.NOT_A_NUMBER, f'"{said.text.text.strip()}" is not a number', said.location, hint=hint)
