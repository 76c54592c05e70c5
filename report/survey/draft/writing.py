"""A drafted survey as the text of its survey.yaml, with a comment wherever its author has to look.

Values are written plainly where nothing in them means anything to YAML, else in quotation marks, what nobody sees by
its number; so what is read again is what was drafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category

from report.survey.draft.model import (
    DraftedAnswer,
    DraftedData,
    DraftedQuestion,
    DraftedSegment,
    DraftedSurvey,
)
from report.survey.draft.texts import printable
from report.survey.model import AnswerRole

MOST_LEFT_OUT = 100
"""Columns that are listed with the reason why they are left out."""

_HEAD = """\
# yaml-language-server: $schema={schema}
#
# Drafted from "{file}" by `report init`. It builds as it is: run `report build` in this folder.
# Look first at what is marked TODO. Every key is explained in docs/survey-format.md{further}.
"""
_OF_RESPONDENTS = ", the reading of respondents in\n# docs/respondents.md"

_PLAIN = re.compile(r"[^\W_][\w .+/()'’–…ß-]*(?<! )")
_NOT_PLAIN = ("null", "true", "false", "yes", "no", "on", "off", "y", "n", "blank")


def written_survey(survey: DraftedSurvey, *, schema: str) -> str:
    """The text of the file. schema: the name of the JSON Schema beside it."""
    further = _OF_RESPONDENTS if survey.data else ""
    head = _HEAD.format(schema=schema, file=printable(survey.source), further=further)
    blocks = [head, *_general(survey)]
    if survey.data:
        blocks.append("\n".join(_data(survey.data, survey)))
    if survey.waves:
        blocks.append("\n".join(_waves(survey)))
    if survey.segments:
        blocks.append("\n".join(_segments(survey.segments, are_counted=survey.data is not None)))
    if survey.scales:
        blocks.append("\n".join(_scales(survey.scales)))
    blocks.append("\n".join(["questions:", *(line for each in survey.questions for line in _question(each))]))
    if survey.left_out:
        blocks.append("\n".join(_left_out(survey.left_out)))
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def _general(survey: DraftedSurvey) -> Iterator[str]:
    comments = [f"# {printable(each)}" for each in survey.comments]
    lines = [
        "format: 1",
        f"language: {survey.language}  # of all texts in this file; in several: title: {{de: ..., en: ...}}",
        f"title: {scalar(survey.title)}  # TODO what the survey is on; so far what the file says",
        f"publisher: {scalar(survey.publisher)}  # TODO who publishes it",
        f"published: {scalar(survey.published)}  # TODO when: 2026, 2026-06 or 2026-06-14",
        f"population: {scalar(survey.population)}  # TODO who was asked, such as: adults in Germany",
        f"unit: {scalar(survey.unit)}  # TODO what the percentages are per cent of, a plural: adults, companies",
        *([f"n: {survey.n}"] if survey.n else []),
        "# sample: random  # how those asked were chosen: random, quota, panel, census, open",
        "# fieldwork: {from: 2026-04, to: 2026-05}  # when they were asked",
        "# institute: Who carried it out",
        "# mode: How the interviews were held",
        "# link: https://example.org",
    ]
    yield "\n".join([*comments, *lines])


def _data(data: DraftedData, survey: DraftedSurvey) -> Iterator[str]:
    yield "data:"
    yield f"  file: {scalar(data.file)}"
    if data.sheet:
        yield f"  sheet: {scalar(data.sheet)}"
    if data.header_rows > 1:
        yield f"  csv: {{header_rows: {data.header_rows}}}  # rows with names of columns, above the respondents"
    if data.weight:
        yield f"  weight: {scalar(data.weight)}  # its mean is about 1, as that of weights is"
    if data.wave_column:
        codes = ", ".join(f"{wave.id}: {_codes(wave.codes)}" for wave in survey.waves)
        yield f"  wave: {{column: {scalar(data.wave_column, in_braces=True)}, codes: {{{codes}}}}}"
    if not data.hides_small:
        yield f"# The file has {data.n_rows} rows. Numbers of less than 30 respondents are hidden by rule: chance"
        yield "# decides them, and they may tell of single persons. TODO take the line out for real data."
        yield "low_base: {hide: 0, flag: 100}"


def _waves(survey: DraftedSurvey) -> Iterator[str]:
    yield f"wave: {survey.waves[-1].id}  # the wave that is told; the others are what it is compared with"
    yield "waves:"
    for wave in survey.waves:
        n = f", n: {wave.n}" if wave.n else ""
        yield f"  {wave.id}: {{date: {wave.date}{n}}}"


def _segments(segments: Iterable[DraftedSegment], *, are_counted: bool) -> Iterator[str]:
    if are_counted:
        yield "# Groups that every question is told by. Suggested by the names of the columns: take out what does not"
        yield "# matter, and name other columns in the same way."
    yield "segments:"
    for segment in segments:
        yield from (f"  # {printable(each)}" for each in segment.comments)
        yield f"  {segment.id}:"
        if segment.column:
            yield f"    column: {scalar(segment.column)}"
        yield f"    label: {scalar(segment.label)}"
        yield "    columns:"
        for group in segment.groups:
            yield _entry(group, indent=6)


def _scales(scales: Mapping[str, Sequence[DraftedAnswer]]) -> Iterator[str]:
    yield "# Answers that several questions share, in the order in which they are shown."
    yield "scales:"
    for name, answers in scales.items():
        yield f"  {name}:"
        yield from (_entry(answer, indent=4) for answer in answers)


def _question(question: DraftedQuestion) -> Iterator[str]:
    yield from (f"  # {printable(each)}" for each in question.comments)
    yield f"  {question.id}:"
    yield from (f"    {line}" for line in _keys(question))
    if question.answers and not question.scale:
        yield "    answers:"
        yield from (_entry(answer, indent=6) for answer in question.answers)
    yield from (f"    {line}" for line in _beside(question))


def _keys(question: DraftedQuestion) -> Iterator[str]:
    yield f"scale: {question.scale}" if question.scale else f"type: {question.type.value}"
    if question.is_inferred and not question.scale:
        yield "type_source: inferred"
    yield f"topic: {scalar(question.topic)}"
    yield f"label: {scalar(question.label)}"
    if question.short:
        yield f"short: {scalar(question.short)}"
    if question.keeps_order:
        yield "order: given"
    yield from _where(question)
    yield from _whom(question)
    if question.scale and (percents := _figures(_percents(question.answers))):
        yield f"percent: {percents}"


def _where(question: DraftedQuestion) -> Iterator[str]:
    """In which columns answers stand, and what is in them."""
    if question.column:
        yield f"column: {scalar(question.column)}"
    if question.columns:
        yield f"columns: {_codes(question.columns, is_list=True)}"
    if question.separator:
        yield f"separator: {scalar(question.separator)}"
    if question.selected:
        yield f"selected: {_codes(question.selected)}"
    if question.not_selected:
        yield f"not_selected: {_codes(question.not_selected)}"


def _whom(question: DraftedQuestion) -> Iterator[str]:
    """Whom percentages are of, and how many."""
    if question.filter:
        yield f"filter: {_codes(question.filter, is_list=True)}"
    if question.base:
        yield f"base: {scalar(question.base)}"
    if question.missing:
        missing = ", ".join(f"{key}: {_codes(codes)}" for key, codes in question.missing.items())
        yield f"missing: {{{missing}}}"
    if question.is_of_asked:
        yield "percent_of: asked  # of all who were asked, whether they gave one of the answers or not"
    if question.has_rest:
        yield "rest: unknown  # the answers sum to less than 100: unpublished, no_answer or unknown"
    if question.n:
        yield f"n: {_counts(question.n)}"


def _counts(counts: Mapping[str, int]) -> str:
    """How many were asked: one number, or one a column."""
    inner = ", ".join(f"{column}: {n}" for column, n in counts.items())
    return str(counts["total"]) if set(counts) == {"total"} else f"{{{inner}}}"


def _beside(question: DraftedQuestion) -> Iterator[str]:
    if question.earlier:
        yield "earlier:"
        yield from (f"  {wave}: {_figures(figures)}" for wave, figures in question.earlier.items())
    if question.segments:
        yield "segments:"
        for segment, columns in question.segments.items():
            yield f"  {segment}:"
            yield from (f"    {column}: {_figures(figures)}" for column, figures in columns.items())


def _percents(answers: Iterable[DraftedAnswer]) -> Mapping[str, str]:
    return {answer.id: answer.percent for answer in answers if answer.percent is not None}


def _figures(figures: Mapping[str, str]) -> str:
    inner = ", ".join(f"{answer}: {scalar(percent, in_braces=True)}" for answer, percent in figures.items())
    return f"{{{inner}}}" if inner else ""


def _entry(answer: DraftedAnswer, *, indent: int) -> str:
    """An answer or group on one line."""
    parts = []
    if answer.percent is not None:
        parts.append(f"percent: {scalar(answer.percent, in_braces=True)}")
    if answer.codes:
        parts.append(f"code: {_codes(answer.codes)}")
    if answer.column:
        parts.append(f"column: {scalar(answer.column, in_braces=True)}")
    if answer.is_others:
        parts.append("others: true")
    parts.append(f"label: {scalar(answer.label, in_braces=True)}")
    if answer.short:
        parts.append(f"short: {scalar(answer.short, in_braces=True)}")
    if answer.n or answer.own_n:
        parts.append(f"n: {answer.n or _counts(answer.own_n)}")
    if answer.role is not AnswerRole.REGULAR:
        parts.append(f"role: {answer.role.value}")
    if answer.is_of_earlier:
        parts.append("current: not_asked")
    if answer.not_asked:
        parts.append(f"not_asked: {_codes(answer.not_asked, is_list=True)}")
    comment = f"  # {printable(answer.comment)}" if answer.comment else ""
    return f"{' ' * indent}{answer.id}: {{{', '.join(parts)}}}{comment}"


def _codes(codes: Sequence[str], *, is_list: bool = False) -> str:
    written = [scalar(code, in_braces=True) for code in codes]
    return f"[{', '.join(written)}]" if is_list or len(written) > 1 else written[0]


def _left_out(columns: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "# Columns that are no questions here, and why:"
    for name, reason in columns[:MOST_LEFT_OUT]:
        yield f"#   {printable(name, 80)}: {printable(reason)}"
    if len(columns) > MOST_LEFT_OUT:
        yield f"#   and {len(columns) - MOST_LEFT_OUT} more"


def scalar(text: str, *, in_braces: bool = False) -> str:
    """A text as YAML reads it again: plain, or in quotation marks. in_braces: where a comma would end it."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN and text.isprintable():
        return text
    if not in_braces and re.fullmatch(r"[^\W\d_][\w .,+/()'’–…?!ß-]*(?<! )", text) and text.isprintable():
        return text if text.casefold() not in _NOT_PLAIN else f'"{text}"'
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == " " or category(char)[0] in "LNPSM":
        return char
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
