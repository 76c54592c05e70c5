"""Keys that belong to surveys of the other form: percentages where respondents are counted, codes where nobody is.

    data: {file: answers.sav}     n, percent, earlier, segments of a question: all of them are counted
    without `data`                code, column, missing, filter: there is no file that has them

They are told once for each place, and not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from report.diagnostics import Diagnostic
from report.survey.file.faults import SurveyFault
from report.yaml_source.tree import Block, Node

DATA = "data"
"""The key of the files of respondents, by which a survey is of this form."""

_OF_PERCENTAGES = {
    "survey": ("n",),
    "wave": ("n",),
    "segment": (),
    "group": ("n",),
    "question": ("n", "percent", "earlier", "segments", "rest", "type_source"),
    "answer": ("percent", "n"),
    "net": ("percent", "n"),
}
_OF_RESPONDENTS = {
    "survey": ("low_base", "confidence", "interval"),
    "wave": (),
    "segment": ("column",),
    "group": ("code",),
    "question": (
        "column", "columns", "separator", "selected", "not_selected", "missing", "percent_of", "filter",
        "measured_in", "plausible",
    ),
    "answer": ("code", "others", "column"),
    "net": (),
}  # fmt: skip


def has_respondents(survey: Block) -> bool:
    """Whether a survey is tabulated from respondents."""
    return DATA in survey.written


def take_keys_of_other_form(survey: Block) -> Iterator[Diagnostic]:
    """The faults of keys that a survey of this form does not have."""
    is_counted = has_respondents(survey)
    strangers = _OF_PERCENTAGES if is_counted else _OF_RESPONDENTS
    for kind, block in _blocks_of(survey):
        yield from _taken(block, strangers[kind], is_counted=is_counted)


def _blocks_of(survey: Block) -> Iterator[tuple[str, Block]]:
    yield "survey", survey
    for wave in blocks(survey.get("waves")):
        yield "wave", wave
    for segment in blocks(survey.get("segments")):
        yield "segment", segment
        for group in blocks(segment.get("columns")):
            yield "group", group
    for scale in blocks(survey.get("scales")):
        for entry in blocks(scale):
            yield "answer", entry
    for question in blocks(survey.get("questions")):
        yield "question", question
        for answer in blocks(question.get("answers")):
            yield "answer", answer
        for net in blocks(question.get("nets")):
            yield "net", net


def blocks(node: Node | None) -> list[Block]:
    """The blocks that stand behind the keys of a block."""
    return [each for each in node.values() if isinstance(each, Block)] if isinstance(node, Block) else []


def _taken(block: Block, strangers: Collection[str], *, is_counted: bool) -> Iterator[Diagnostic]:
    block.without = tuple(strangers)
    found = [key for key in block.written if key in strangers]
    if not found:
        return
    names = " and ".join(f"`{key}`" for key in found)
    place = block.written[found[0]].location
    for key in found:
        block.pop(key, None)
        del block.written[key]
    if is_counted:
        message = f"{names} {'stand' if len(found) > 1 else 'stands'} in a survey with `data`, where it is counted"
        hint = f"leave {'them' if len(found) > 1 else 'it'} out, or `data`, if these are published figures"
    else:
        message = f"{names} {'belong' if len(found) > 1 else 'belongs'} to a survey with `data`, and there is none"
        hint = "name the file of respondents, as in data: {file: answers.sav}, or leave it out"
    yield Diagnostic(SurveyFault.OF_OTHER_FORM, message, place, hint=hint)
