"""What stands in another place than the file has for it: told once, and read where it belongs if that is clear.

    scales:    agree4: {answers: {...}}     the answers of a scale stand directly below its id
    segments:  age: {a18: {label: ...}}     groups stand below `columns`
    questions: type: agree4                 a scale is named behind `scale`

Without it every key of a block that stands a level too deep is a fault of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from report.diagnostics import Diagnostic, shortened
from report.survey.model import QuestionType
from report.yaml_source import Fault, missing_key
from report.yaml_source.strangers import rename
from report.yaml_source.tree import Block, Key, Name, Node, Scalar

_OF_SEGMENTS = ("label", "columns")
_WRAPPERS = ("answers", "nets", "columns")
"""Keys that a question or segmentation has around what stands bare in a scale."""


def take_misplaced(survey: Block) -> Iterator[Diagnostic]:
    """The faults of a survey file whose remedy is another place; what can be read there is moved."""
    for segment in _blocks(survey.get("segments")):
        yield from _groups_below_columns(segment)
    scales = survey.get("scales")
    for scale in _blocks(scales):
        yield from _entries_of_scale(scale)
        yield from _percentages_of_scale(scale)
    for question in _blocks(survey.get("questions")):
        yield from _scale_as_type(question, scales.written if isinstance(scales, Block) else ())


def _blocks(node: Node | None) -> list[Block]:
    return [each for each in node.values() if isinstance(each, Block)] if isinstance(node, Block) else []


def _groups_below_columns(segment: Block) -> Iterator[Diagnostic]:
    """Groups that stand beside the label of their segmentation."""
    beside = {key: value for key, value in segment.items() if key not in _OF_SEGMENTS and isinstance(value, Block)}
    groups = [key for key, value in beside.items() if not _is_around_entries(value)]
    if "columns" in segment.written or not groups:
        return
    place = segment.written[groups[0]].location
    columns = Block(place, Name("columns", place))
    for group in groups:
        columns.written[group] = segment.written.pop(group)
        columns[group] = segment.pop(group)
    fault = missing_key("columns", segment)
    segment["columns"], segment.written["columns"] = columns, Key("columns", place)
    hint = f"write `columns:` above {', '.join(groups)}, and these below it"
    yield Diagnostic(Fault.MISSING_KEY, fault.message, fault.location, hint=hint)


def _entries_of_scale(scale: Block) -> Iterator[Diagnostic]:
    """Answers and nets of a scale that stand a level too deep."""
    wrappers = [key for key in _WRAPPERS if _is_around_entries(scale.get(key))]
    for index, wrapper in enumerate(wrappers):
        around, key = scale.pop(wrapper), scale.written.pop(wrapper)
        assert isinstance(around, Block)
        scale.update(around)
        scale.written |= around.written
        if index == 0:
            message = f"a scale has no `{wrapper}`: its answers stand directly below {scale.name}"
            hint = (
                f"leave out {' and '.join(f'`{each}:`' for each in wrappers)} and write what stands below in its place"
            )
            yield Diagnostic(Fault.UNKNOWN_KEY, message, key.location, hint=hint)


def _is_around_entries(node: Node | None) -> bool:
    """Whether a block holds entries with labels, and is none itself."""
    return isinstance(node, Block) and "label" not in node.written and len(_blocks(node)) == len(node.written) > 0


def _percentages_of_scale(scale: Block) -> Iterator[Diagnostic]:
    """Percentages in a scale, which are another in each of its questions."""
    given = {entry.name.text: entry for entry in _blocks(scale) if "percent" in entry.written}
    written = [
        f"{name}: {value.text.text}"
        for name, entry in given.items()
        if isinstance(value := entry.get("percent"), Scalar)
    ]
    for index, entry in enumerate(given.values()):
        key = entry.written.pop("percent")
        entry.pop("percent", None)
        if index == 0:
            message = f'"percent" is not a key of {entry.name}: a scale has no percentages, they differ by question'
            example = f"{{{', '.join((*written[:2], *(['...'] if len(written) > 2 else [])))}}}"
            hint = f"write them in each question with this scale, as in percent: {example}" if written else None
            yield Diagnostic(Fault.UNKNOWN_KEY, message, key.location, hint=hint)


def _scale_as_type(question: Block, scales: Collection[str]) -> Iterator[Diagnostic]:
    """A scale that is named as the type of a question."""
    named = question.get("type")
    if not isinstance(named, Scalar) or "scale" in question.written or named.text.text not in scales:
        return
    if named.text.text in [each.value for each in QuestionType]:
        return
    message = f'"{shortened(named.text.text)}" is not a value of `type`, it is a scale'
    rename(question, question.written["type"], "scale")
    yield Diagnostic(Fault.UNKNOWN_VALUE, message, named.location, hint=f"write `scale: {named.text.text}`")
