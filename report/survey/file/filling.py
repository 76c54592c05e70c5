"""What a file of respondents says of itself, written into the survey where its author left it out.

    Q4   "Do you use it?"    1 yes, 2 no, 9 refused (missing)
        questions: {q4: {topic: Use}}
    is read as
        questions: {q4: {topic: Use, type: single, column: Q4, label: Do you use it?, missing: {no_answer: ["9"]},
                         answers: {yes: {code: "1", label: yes}, no: {code: "2", label: no}}}}

An answer without a code has that of the value which the file calls as the answer is called; in a file without labels
its code is its label. What is filled in stands at the key of the block that it is missing in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.diagnostics import Diagnostic, SourceError, SourceText
from report.respondents.model import MissingRange, Variable
from report.survey.file.classes import NamedAnswer, classes_in, recommending
from report.survey.file.data_files import DataFiles
from report.survey.file.forms import blocks
from report.survey.model import AnswerRole, QuestionType
from report.yaml_source.tree import Block, Items, Key, Name, Node, Scalar
from report.yaml_source.values import as_id

MOST_LISTED = 60
"""Values of a variable that are taken for answers; a variable with more labels is no question."""


def fill(survey: Block, files: DataFiles) -> Iterator[Diagnostic]:
    """Write what the files say into the questions, scales and segmentations of a survey; why one cannot be read."""
    scales = survey.get("scales")
    for segment in blocks(survey.get("segments")):
        _fill_segment(segment, files)
    for question in blocks(survey.get("questions")):
        variable = _variable_of(question, files)
        scale = question.get("scale")
        if isinstance(scale, Scalar):
            entries = scales.get(scale.text.text) if isinstance(scales, Block) else None
            _fill_answers(blocks(entries), variable, files)
        try:
            _fill_numbers(question, variable, files)
        except SourceError as error:
            yield from error.diagnostics
        _fill_question(question, variable, files)


def _fill_numbers(question: Block, variable: Variable | None, files: DataFiles) -> None:
    """The answers of a question that has numbers for answers, as far as they are not written."""
    kind = _type_of(question)
    if kind == QuestionType.NPS.value:
        _put_node(question, "answers", _with_words(recommending(), question))
    if kind != QuestionType.NUMERIC.value or variable is None or "answers" in question.written:
        return
    if "missing" not in question.written and variable.missing:
        _put_node(question, "missing", _as_missing(variable, question))
    missing = question.get("missing")
    codes = [text for each in missing.values() for text in _texts(each)] if isinstance(missing, Block) else []
    if answers := classes_in(files, variable.name, codes):
        _put_node(question, "answers", _with_words(answers, question))


def _type_of(question: Block) -> str:
    """The type that a question says it has."""
    named = question.get("type")
    return named.text.text.strip() if isinstance(named, Scalar) else ""


def _with_words(answers: Sequence[NamedAnswer], question: Block) -> Block:
    """Answers with their words in every language; those that their author worded are left as they are."""
    written, place = question.get("answers"), question.name.location
    block = written if isinstance(written, Block) else Block(place, Name("answers", place))
    found = {answer.id: block.get(answer.id) for answer in answers}
    for answer in answers:
        own = found[answer.id]
        entry = own if isinstance(own, Block) else Block(place, Name(answer.id, place))
        if "label" not in entry.written:
            _put_node(entry, "label", _by_language(answer.labels, entry))
        _put(entry, "code", answer.code)
        if answer.role is not AnswerRole.REGULAR:
            _put(entry, "role", answer.role.value)
        if not isinstance(own, Block) and answer.id not in block.written:
            _put_node(block, answer.id, entry)
    order = [answer.id for answer in answers]
    for name in sorted(block, key=lambda each: order.index(each) if each in order else len(order)):
        block[name] = block.pop(name)
    return block


def _by_language(texts: Mapping[str, str], owner: Block) -> Block:
    block = Block(owner.name.location, Name("label", owner.name.location))
    for language, text in texts.items():
        _put(block, language, text)
    return block


def _fill_question(question: Block, variable: Variable | None, files: DataFiles) -> None:
    has_scale = "scale" in question.written
    if variable:
        if "columns" not in question.written and not _has_columns(question.get("answers")):
            _put(question, "column", variable.name)
        _put(question, "label", variable.label)
        if "answers" not in question.written and not has_scale and (values := valid_values(variable)):
            _put_node(question, "answers", _entries(values, question, "answers"))
        if "missing" not in question.written and variable.missing:
            _put_node(question, "missing", _as_missing(variable, question))
    if not has_scale:
        is_of_several = {"columns", "separator"} & question.written.keys() or _has_columns(question.get("answers"))
        _put(question, "type", (QuestionType.MULTIPLE if is_of_several else QuestionType.SINGLE).value)
    if _type_of(question) != QuestionType.NPS.value:
        _fill_answers(blocks(question.get("answers")), variable, files)


def _fill_answers(answers: Sequence[Block], variable: Variable | None, files: DataFiles) -> None:
    for answer in answers:
        column = answer.get("column")
        if isinstance(column, Scalar):
            own = files.variable(column.text.text)
            _put(answer, "label", own.label if own else None)
        elif "of" not in answer.written and "others" not in answer.written:
            _fill_code(answer, variable)


def _fill_segment(segment: Block, files: DataFiles) -> None:
    variable = _variable_of(segment, files)
    if variable:
        _put(segment, "column", variable.name)
        _put(segment, "label", variable.label)
        if "columns" not in segment.written and (values := valid_values(variable)):
            _put_node(segment, "columns", _entries(values, segment, "columns"))
    for group in blocks(segment.get("columns")):
        _fill_code(group, variable)


def _fill_code(entry: Block, variable: Variable | None) -> None:
    """The label of an answer or group by its code, or the code by its label."""
    values = {value.label: code_text(value.code) for value in variable.values} if variable else {}
    codes = _texts(entry.get("code"))
    if codes:
        labels = [label for label, code in values.items() if code in codes]
        _put(entry, "label", labels[0] if len(labels) == 1 else None)
        return
    known = {label.strip().casefold(): code for label, code in values.items()}
    called = [text for text in _texts(entry.get("label")) if text]
    found = [known[text.strip().casefold()] for text in called if text.strip().casefold() in known]
    if codes := found or ([] if values else called):
        _put_node(entry, "code", _items(dict.fromkeys(codes), entry, "code"))


def valid_values(variable: Variable) -> Mapping[str, str]:
    """The labelled values of a variable that are answers, by code; none where there are too many for a question."""
    found = {code_text(each.code): each.label for each in variable.values if not variable.is_missing(each.code)}
    return found if len(found) <= MOST_LISTED else {}


def code_text(code: float | str) -> str:
    """A code as an author writes it: a number in its shortest form."""
    return code if isinstance(code, str) else f"{code:.15g}"


def ids_of(labels: Sequence[str]) -> list[str]:
    """An id for each of the labels, made of its words; of those that have the same the second gets a number."""
    ids: list[str] = []
    for number, label in enumerate(labels, start=1):
        own = as_id(label) or f"a{number}"
        ids.append(next(name for name in (own, *(f"{own}_{n}" for n in range(2, number + 2))) if name not in ids))
    return ids


# ---------------------------------------------------------------------------------------------------------------- nodes


def _variable_of(block: Block, files: DataFiles) -> Variable | None:
    """The column that a question or segmentation stands in: that which it names, or the one called as it is."""
    named = block.get("column")
    if isinstance(named, Scalar):
        return files.variable(named.text.text)
    columns = _texts(block.get("columns"))
    if columns and not isinstance(block.get("columns"), Block):
        return files.variable(columns[0])
    return files.variable(block.name.text)


def _has_columns(answers: Node | None) -> bool:
    return any("column" in answer.written for answer in blocks(answers))


def _texts(node: Node | None) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text.text]
    inner = node.values() if isinstance(node, Block) else node if isinstance(node, Items) else ()
    return [each.text.text for each in inner if isinstance(each, Scalar)]


def _put(block: Block, key: str, text: str | None) -> None:
    """A text behind a key that is not written."""
    if text and key not in block.written:
        _put_node(block, key, _scalar(text, block, key))


def _put_node(block: Block, key: str, node: Node) -> None:
    own = Key(key, block.name.location)
    block[own] = node
    block.written[own] = own


def _scalar(text: str, owner: Block, key: str) -> Scalar:
    place = owner.name.location
    return Scalar(SourceText(text, ((0, place),)), place, Name(key, place))


def _items(texts: Mapping[str, object], owner: Block, key: str) -> Items:
    items = Items(owner.name.location, Name(key, owner.name.location))
    items += [_scalar(text, owner, key) for text in texts]
    return items


def _entries(values: Mapping[str, str], owner: Block, key: str) -> Block:
    """Answers or groups with the labels of a file, by ids made of them."""
    place = owner.name.location
    block = Block(place, Name(key, place))
    for own, (code, label) in zip(ids_of([*values.values()]), values.items(), strict=True):
        entry = Block(place, Name(own, place))
        _put(entry, "label", label)
        _put(entry, "code", code)
        _put_node(block, own, entry)
    return block


def _as_missing(variable: Variable, owner: Block) -> Block:
    place = owner.name.location
    block = Block(place, Name("missing", place))
    codes = {each if isinstance(each, str) else _range(each): None for each in variable.missing}
    _put_node(block, "no_answer", _items(codes, block, "no_answer"))
    return block


def _range(values: MissingRange) -> str:
    lower, upper = code_text(values.lower), code_text(values.upper)
    if values.lower == values.upper:
        return lower
    return f"{'' if values.lower == -INFINITY else lower}..{'' if values.upper == INFINITY else upper}"


INFINITY = float("inf")
