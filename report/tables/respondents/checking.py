"""What is wrong in the rows of a data file: codes that nothing names, weights that weigh nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeGuard

import narwhals as nw

from report.diagnostics import Diagnostic, Severity, SourceText, shortened
from report.respondents.written_numbers import MARKS, WHOLE, WHOLE_THOUSANDS, open_mark
from report.survey.model import Answer, AnswerRole, Question, Survey
from report.survey.model.respondents import ColumnPerAnswer, Form, Numbers, Ratings, Respondents, columns_of
from report.tables.faults import TablesFault
from report.tables.respondents.cells import cells_of
from report.tables.respondents.coding import (
    UNKNOWN,
    WAVE,
    WEIGHT,
    CodedQuestion,
    Rows,
    coded_questions,
    selected_texts,
    strange_values,
)
from report.tables.respondents.engines import Array, arrays_of

MOST_NAMED = 6
"""Values that a message lists."""

ROW = "row"
"""The column of the places of respondents in their file, from 1."""
RowOf: TypeAlias = Callable[[int], int]
"""Which row of the file the respondent at a place stands in, as a spreadsheet counts."""

AT_ONCE = 100
"""Conditions, or columns of texts, that one query asks for: an engine holds something of each while it goes through."""

MOST_WEIGHT = 1e12
"""More than anybody stands for; beside larger ones others would be lost in sums, and squares pass what doubles hold."""


def check_rows(codes: Rows, raw: Rows, respondents: Respondents, row_of: RowOf | None = None) -> Iterator[Diagnostic]:
    """Every error in the rows of one file, of which there are some.

    codes: those of its raw rows; with their places as `ROW`, where an engine knows the order of the file. row_of: which
    row of the file that is.
    """
    questions = coded_questions(respondents)
    n = _counted(codes, {**_of_all_rows(respondents), **_of_questions(questions)})
    yield from _weights(n, respondents, codes, raw, row_of)
    if n[WAVE] and respondents.wave:
        column = respondents.wave.column
        known = [code for codes in respondents.wave.codes.values() for code in codes]
        is_known = cells_of(column.text, raw.collect_schema()).has(known)
        strange = nw.when(~is_known if is_known is not None else nw.lit(value=True)).then(nw.col(column.text))
        values = _listed(raw, [strange.cast(nw.String)])
        message = f'{_people(n[WAVE], "is", "are")} of no wave: the column "{column.text}" has {values}'
        hint = "name these codes under `codes`, or take these rows out of the file"
        yield Diagnostic(TablesFault.UNKNOWN_CODE, message, column.at(0, len(column.text)), hint=hint)
    for index, question in enumerate(questions):
        if n[f"unknown{index}"]:
            yield _unknown(n[f"unknown{index}"], question, raw)
    yield from _ambiguous(raw, questions)
    yield from _never_selected(codes, raw, questions)
    yield from _other_answers(raw, questions, respondents.survey)


def _ambiguous(raw: Rows, questions: Sequence[CodedQuestion]) -> Iterator[Diagnostic]:
    """The errors of columns of numbers in which a mark may divide thousands or decimals."""
    schema, conditions = raw.collect_schema(), dict[str, nw.Expr]()
    numeric = {each.id: each for each in questions if isinstance(each.coding.form, Numbers)}
    of_marks = (pattern for mark in MARKS for pattern in (mark.thousands, mark.decimals, mark.either))
    places = {pattern: place for place, pattern in enumerate((WHOLE, WHOLE_THOUSANDS, *of_marks))}
    for name, each in numeric.items():
        cells = cells_of(columns_of(each.coding.form)[0].text, schema)
        if cells.is_text:
            conditions |= {f"{name} {place}": cells.is_like(pattern) for pattern, place in places.items()}
    n = _counted(raw, conditions) if conditions else {}
    for name, each in numeric.items():
        if mark := open_mark(lambda pattern, name=name: n.get(f"{name} {places[pattern]}", 0) > 0):  # type: ignore[misc]
            column = columns_of(each.coding.form)[0].text
            is_open = cells_of(column, schema).is_like(mark.either)
            values = _listed(raw, [nw.when(is_open).then(nw.col(column).cast(nw.String))])
            message = f'in some numbers of "{column}" a {mark.name} may divide thousands or decimals: {values}'
            hint = "write the numbers of the file without a mark of thousands, and whole numbers with their decimals"
            yield Diagnostic(TablesFault.UNKNOWN_CODE, message, each.coding.location, hint=hint)


def contradictions(codes: Rows, respondents: Respondents) -> Iterator[Diagnostic]:
    """The warnings of answers that say there is none, beside others of the same respondent."""
    asked = [(each, respondents.survey.question(each.id)) for each in coded_questions(respondents) if each.are_bits]
    contrary = {own.id: found for each, own in asked if (found := _is_contrary(each, own)) is not None}
    n = _counted(codes, contrary) if contrary else {}
    yield from (_contrary(n[question.id], question) for _, question in asked if n.get(question.id))


LEAST_RATINGS = 100
"""Ratings of which one would be 0, if it could be given."""


def doubtful_ratings(codes: Rows, respondents: Respondents) -> Iterator[Diagnostic]:
    """The warnings of recommendations that nobody rated 0 and somebody 1: they may have been asked from 1 to 10."""
    rated = {each.id: each for each in coded_questions(respondents) if isinstance(each.coding.form, Ratings)}
    conditions: dict[str, nw.Expr] = {}
    for name, each in rated.items():
        own, is_answer = nw.col(str(each.number)), nw.col(each.columns[0]) >= each.least_answer
        least = {f"{name} {rating}": is_answer & (own == rating).fill_null(value=False) for rating in (0, 1)}
        conditions |= {name: is_answer, **least}
    n = _counted(codes, conditions) if conditions else {}
    for name, each in rated.items():
        if n[name] >= LEAST_RATINGS and n[f"{name} 1"] and not n[f"{name} 0"]:
            message = f"none of {n[name]} respondents rated `{name}` 0, and some 1: its scale may have begun at 1"
            note = "a net promoter score is of ratings from 0 to 10, and on a scale of 1 to 10 another number"
            hint = "look at the questionnaire; write `type: scale` with its answers if 0 could not be given"
            place = each.coding.location
            yield Diagnostic(TablesFault.DOUBTFUL_RATINGS, message, place, (note,), hint, severity=Severity.WARNING)


ALL_ROWS = "all rows"
"""Among names of questions, in which there is no blank."""

LEAST_CHOOSERS = 20
"""Respondents who, where answers are ticked, do not all tick most of them."""


def everybody_chose(codes: Rows, respondents: Respondents) -> Iterator[Diagnostic]:
    """The warnings of questions whose columns may have a code for an answer that was not given, which none names.

    Then every cell counts as an answer: whoever gave one gave most of them. A column of its own for other answers, or
    a few answers that everybody gave, do not change that.
    """
    questions = {each.id: each for each in coded_questions(respondents)}
    ticked = {id: form for id, each in questions.items() if _is_of_any_value(form := each.coding.form)}
    conditions: dict[str, nw.Expr] = {}
    for name, form in ticked.items():
        gave = {answer: questions[name].gave(answer) for answer in form.columns}
        # Beside the answers, whose names end in their ids.
        conditions |= {f"{name} ": nw.any_horizontal(*gave.values(), ignore_nulls=False)}
        conditions |= {f"{name} {answer}": own for answer, own in gave.items()}
    n = _counted(codes, conditions) if conditions else {}
    for name, form in ticked.items():
        in_all = n[f"{name} "]
        by_all = [column for answer, column in form.columns.items() if n[f"{name} {answer}"] == in_all]
        if in_all >= LEAST_CHOOSERS and 2 * len(by_all) > len(form.columns):
            of_all = f"{len(by_all)} of {len(form.columns)} answers of `{name}`"
            message = f"all of {in_all} respondents who gave an answer gave {of_all}: a cell may say that it was not"
            note = "without `selected` an answer was given where its cell has any value, 0 and no as well"
            hint = "write what a cell has where the answer was given, such as `selected: 1` where there is 0 and 1"
            place = by_all[0].at(0, len(by_all[0].text))
            yield Diagnostic(TablesFault.EVERYBODY_CHOSE, message, place, (note,), hint, severity=Severity.WARNING)


def _is_of_any_value(form: Form) -> TypeGuard[ColumnPerAnswer]:
    """Whether several answers stand in columns of their own, and any value there says that one was given."""
    return isinstance(form, ColumnPerAnswer) and len(form.columns) > 1 and not (form.selected or form.not_selected)


def empty_groups(in_groups: Mapping[int, Array], respondents: Respondents) -> Iterator[Diagnostic]:
    """The warnings of groups that no respondent is in. in_groups: by segmentation, how many are in each group."""
    segments = respondents.survey.segments
    groups = [(index, place) for index, each in enumerate(segments) for place, _ in enumerate(each.columns)]
    for index, place in groups:
        if not in_groups[index][place]:
            segment, group = segments[index], segments[index].columns[place]
            coding = respondents.segments[segment.id]
            named = coding.codes[group.id]
            said = ", ".join(f'"{shortened(code.text)}"' for code in named[:MOST_NAMED])
            message = f'no respondent is in the group `{segment.id}.{group.id}`: "{coding.column.text}" has no {said}'
            at = next((code.at(0, len(code.text)) for code in named), None) or coding.column.at(0)
            hint = "name the codes that the column has, or take the group out"
            yield Diagnostic(TablesFault.EMPTY_GROUP, message, at, hint=hint, severity=Severity.WARNING)


def _counted(codes: Rows, conditions: Mapping[str, nw.Expr]) -> Mapping[str, int]:
    """How many rows there are (ALL_ROWS), and of how many each condition holds."""
    found = dict[str, int]()
    for names in list(_at_once(list(conditions))) or [()]:
        counts = [conditions[name].cast(nw.Int64).sum().alias(name) for name in names]
        values = arrays_of(codes.select(nw.len().alias(ALL_ROWS), *counts))
        found |= {name: 0 if value[0] is None else int(value[0]) for name, value in values.items()}
    return found


def _of_all_rows(respondents: Respondents) -> Mapping[str, nw.Expr]:
    weight = nw.col(WEIGHT)
    weights = {
        "without": weight.is_null(),
        "negative": (weight < 0).fill_null(value=False),
        "extreme": _is_extreme(weight).fill_null(value=False),
        "weighing": (weight > 0).fill_null(value=False),
    }
    return {WAVE: nw.col(WAVE) == UNKNOWN, **(weights if respondents.weight else {})}


def _of_questions(questions: Sequence[CodedQuestion]) -> Mapping[str, nw.Expr]:
    return {f"unknown{index}": nw.col(each.columns[0]) == UNKNOWN for index, each in enumerate(questions)}


def _is_contrary(question: CodedQuestion, asked: Question) -> nw.Expr | None:
    """Whether a respondent gave an answer that says there is none, and another one beside it; None if none says so."""
    alone = _alone(asked)
    others = [answer for answer in question.answers if answer not in alone]
    if not (alone and others):
        return None
    said = nw.any_horizontal(*(question.gave(answer) for answer in alone), ignore_nulls=False)
    return said & nw.any_horizontal(*(question.gave(answer) for answer in others), ignore_nulls=False)


def _alone(question: Question) -> list[str]:
    """The answers that exclude all others."""
    return [each.id for each in question.answers if each.role is AnswerRole.NONE or each.role.says_nothing]


def _is_extreme(weight: nw.Expr) -> nw.Expr:
    return (weight > MOST_WEIGHT) | ((weight > 0) & (weight < 1 / MOST_WEIGHT))


def _weights(
    n: Mapping[str, int], respondents: Respondents, codes: Rows, raw: Rows, row_of: RowOf | None
) -> Iterator[Diagnostic]:
    column = respondents.weight
    if column is None:
        return
    place, cells = column.at(0, len(column.text)), cells_of(column.text, raw.collect_schema())
    wrong = {
        "without": ("no weight", nw.col(WEIGHT).is_null(), cells.number.is_null()),
        "negative": ("a negative weight", nw.col(WEIGHT) < 0, (cells.number < 0).fill_null(value=False)),
    }
    for name, (what, is_wrong, stands) in wrong.items():
        if count := n[name]:
            of_all = f"{count} of {n[ALL_ROWS]} respondents {'has' if count == 1 else 'have'}"
            message = f'{of_all} {what} in "{column.text}"{_first_row(codes, is_wrong, count, row_of)}'
            told = nw.when(stands).then(
                nw.when(cells.is_blank()).then(nw.lit("")).otherwise(cells.value.cast(nw.String))
            )
            hint = "weight every respondent, with 0 for one who is not to count, or take these rows out of the file"
            yield Diagnostic(TablesFault.WEIGHT, message, place, (f"there stands {_listed(raw, [told])}",), hint)
    if n["extreme"]:
        is_extreme = _is_extreme(cells.number).fill_null(value=False)
        values = _listed(raw, [nw.when(is_extreme).then(cells.value.cast(nw.String))])
        # Counted before weights are held to a grid, which beside large ones leaves nothing of small ones.
        count = _counted(raw, {"extreme": is_extreme})["extreme"]
        verb = "has a weight" if count == 1 else "have weights"
        message = f"{count} of {n[ALL_ROWS]} respondents {verb} that cannot be added up with others: {values}"
        hint = f"a weight is 0, or from {1 / MOST_WEIGHT:g} to {MOST_WEIGHT:g}: look for these values in the file"
        yield Diagnostic(TablesFault.WEIGHT, message, place, (f'in the column "{column.text}"',), hint)
    if not n["weighing"]:
        yield Diagnostic(TablesFault.WEIGHT, f'no respondent has a weight above 0 in "{column.text}"', place)


def _first_row(codes: Rows, is_wrong: nw.Expr, count: int, row_of: RowOf | None) -> str:
    """In which row of the file something is wrong, or first is; nothing where an engine does not know their order."""
    if row_of is None:
        return ""
    row = row_of(int(arrays_of(codes.filter(is_wrong).select(nw.col(ROW).min()))[ROW][0]))
    return f", in row {row:,}" if count == 1 else f", first in row {row:,}"


def _unknown(count: int, question: CodedQuestion, raw: Rows) -> Diagnostic:
    form = question.coding.form
    columns = ", ".join(f'"{column.text}"' for column in columns_of(form)[:MOST_NAMED])
    values = _listed(raw, strange_values(question, raw.collect_schema()))
    message = f"{_people(count, 'has', 'have')} what no answer of `{question.id}` names: {values}"
    hint = "name these values as the `code` of an answer or under `missing`, or mark an answer with `others: true`"
    if isinstance(form, Ratings):
        hint = "a rating is from 0 to 10: name other values under `missing`, or write `type: scale` with its answers"
    elif isinstance(form, Numbers):
        hint = "name values that are no answer under `missing`; `plausible` and the classes have to hold all others"
    elif isinstance(form, ColumnPerAnswer):
        hint = "name these values under `selected`, `not_selected` or `missing`"
    return Diagnostic(TablesFault.UNKNOWN_CODE, message, question.coding.location, (f"in the column {columns}",), hint)


def _never_selected(codes: Rows, raw: Rows, questions: Sequence[CodedQuestion]) -> Iterator[Diagnostic]:
    """Columns of answers in which no cell has what says that it was given, and something else that nothing names.

    Of a single column it may be that nobody gave the answer: where all its cells have the same. Of all columns of a
    question only an author can say so, who names what stands there under `not_selected`.
    """
    forms = {each.id: each.coding.form for each in questions}
    doubtful = {id: form for id, form in forms.items() if isinstance(form, ColumnPerAnswer) and form.selected}
    asked = [each for each in questions if each.id in doubtful and not doubtful[each.id].not_selected]
    n = {
        each.id: _counted(codes, {answer: each.gave(answer) for answer in doubtful[each.id].columns}) for each in asked
    }
    for question in asked:
        form = doubtful[question.id]
        by_answer = dict(_values_where_none_is_selected(question, form, n[question.id], raw))
        selected = ", ".join(f'"{shortened(code.text)}"' for code in form.selected)
        hint = "name what a cell has where the answer was given, and other values under `not_selected`"
        if len(by_answer) == sum(column.text in raw.collect_schema() for column in form.columns.values()):
            if values := _told(_added(by_answer.values())):
                message = f"no cell of `{question.id}` has {selected}, which `selected` says: there is {values}"
                place = form.selected[0].at(0, len(form.selected[0].text)) or question.coding.location
                yield Diagnostic(TablesFault.UNKNOWN_CODE, message, place, hint=hint)
            continue
        for column, values_of_column in by_answer.items():
            if len(values_of_column) > 1:
                named = form.columns[column]
                said = f'no cell of the column "{named.text}" has {selected}, which `selected` says'
                message = f"{said}: there is {_told(values_of_column)}"
                yield Diagnostic(TablesFault.UNKNOWN_CODE, message, named.at(0, len(named.text)), hint=hint)


def _values_where_none_is_selected(
    question: CodedQuestion, form: ColumnPerAnswer, n: Mapping[str, int], raw: Rows
) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The answers that no cell of their column has, with what stands there. n: of how many an answer was counted."""
    schema = raw.collect_schema()
    present = [answer for answer, column in form.columns.items() if column.text in schema]
    for answer, strange in zip(present, strange_values(question, schema), strict=True):
        gave = cells_of(form.columns[answer].text, schema).has(form.selected)
        # Who was not asked is not counted, and may have it all the same.
        if not n[answer] and (gave is None or not _counted(raw, {answer: gave})[answer]):
            yield answer, _frequencies(raw, strange)


def _other_answers(raw: Rows, questions: Sequence[CodedQuestion], survey: Survey) -> Iterator[Diagnostic]:
    """Columns of answers whose every text is what another answer of the question is called."""
    schema = raw.collect_schema()
    texts: dict[str, tuple[Question, Answer, SourceText, nw.Expr]] = {}
    for question in questions:
        for answer, value in selected_texts(question, schema).items():
            asked = survey.question(question.id)
            form = question.coding.form
            assert isinstance(form, ColumnPerAnswer)
            texts[f"text{len(texts)}"] = (asked, asked.answer(answer), form.columns[answer], value)
    ends = _ends(raw, {name: value for name, (*_, value) in texts.items()})
    for name, (asked, own, column, _) in texts.items():
        first, last = ends[name]
        if first != last or not isinstance(first, str) or first.casefold() in _called(own):
            continue
        for other in asked.answers:
            if other.id != own.id and first.casefold() in _called(other):
                said = f'the column "{column.text}" of `{own.id}` has "{shortened(first)}"'
                hint = "name the column that has this answer, or the answer as the file does"
                message = f"{said}, which `{other.id}` is called"
                yield Diagnostic(TablesFault.OTHER_ANSWER, message, own.location, hint=hint)


def _ends(raw: Rows, texts: Mapping[str, nw.Expr]) -> Mapping[str, tuple[object, object]]:
    """The first and the last of texts as they are sorted, each by its name; None where there is none."""
    found: dict[str, tuple[object, object]] = {}
    for names in _at_once(list(texts)):
        ends = [(texts[name].min().alias(name), texts[name].max().alias(f"{name}_last")) for name in names]
        values = arrays_of(raw.select(*(each for pair in ends for each in pair)))
        found |= {name: (values[name][0], values[f"{name}_last"][0]) for name in names}
    return found


def _at_once(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in groups of so many as one query may ask for."""
    return (names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE))


def _called(answer: Answer) -> set[str]:
    """What an answer is called, in all languages and in narrow places too."""
    texts = [text for each in (answer.label, answer.short) if each for text in each.by_language.values()]
    return {text.text.strip().casefold() for text in texts}


def _people(count: int, one: str = "", many: str = "") -> str:
    """So many respondents, with the verb that their number asks for."""
    return " ".join(filter(None, (f"{count} respondent{'' if count == 1 else 's'}", one if count == 1 else many)))


def _listed(raw: Rows, strange: Sequence[nw.Expr]) -> str:
    """Values with the number of rows that have each, the most frequent first."""
    return _told(_added(_frequencies(raw, value) for value in strange))


def _frequencies(raw: Rows, strange: nw.Expr) -> Mapping[str, int]:
    """The most frequent values, with the number of rows that have each."""
    counted = raw.select(strange.alias("value")).filter(~nw.col("value").is_null())
    most = counted.group_by("value").agg(nw.len().alias("n")).sort("n", "value", descending=[True, False])
    values = arrays_of(most.head(MOST_NAMED + 1))
    return {str(text): int(n) for text, n in zip(values["value"], values["n"], strict=True)}


def _added(frequencies: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    found = Counter[str]()
    for each in frequencies:
        found.update(each)
    return found


def _told(found: Mapping[str, int]) -> str:
    told = [f'"{shortened(text)}" ({n})' for text, n in sorted(found.items(), key=lambda each: -each[1])]
    return ", ".join(told[:MOST_NAMED]) + (", ..." if len(told) > MOST_NAMED else "")


def _contrary(count: int, question: Question) -> Diagnostic:
    said = " or ".join(f"`{each}`" for each in _alone(question))
    message = f"{_people(count)} gave {said} of `{question.id}` and another answer"
    note = "whoever did so is counted in each of them"
    return Diagnostic(TablesFault.CONTRADICTION, message, question.location, (note,), severity=Severity.WARNING)
