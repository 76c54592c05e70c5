"""The JSON Schema of a briefing of one survey: editors offer the ids of its questions, answers, waves and groups.

An id must be one of them. Where an expression or a rule may stand too, the names are offered and others are let pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.briefing.emphasis_rules import RULE_WORDS
from report.briefing.file.schema import BriefingFile
from report.briefing.model.prose import name_of
from report.kinds import HOUSE_KINDS
from report.survey.model import Survey
from report.tables.model import Table, Tables
from report.yaml_source.editors import Schema, schema_for_editors


def schema_of(survey: Survey, tables: Tables) -> Schema:
    """The schema of briefing.yaml, with the names that the survey gives."""
    schema = schema_for_editors(BriefingFile)
    definitions = schema["definitions"]
    questions = [question.id for question in survey.questions]
    figures = [*dict.fromkeys(_figures(survey, tables))]
    answers = _distinct(answer.id for question in survey.questions for answer in question.answers)
    nets = _distinct(net.id for question in survey.questions for net in question.nets)
    waves = [wave.id for wave in survey.waves]
    groups = _distinct(column.id for segment in survey.segments for column in segment.columns)
    columns = [f"{segment.id}.{column.id}" for segment in survey.segments for column in segment.columns]
    marks = [*RULE_WORDS, *answers, *nets, *columns]

    exhibit = definitions["ExhibitFile"]["properties"]
    _require(exhibit["question"], questions)
    _require(exhibit["questions"]["items"], questions)
    _require(exhibit["kind"], [kind.word for kind in HOUSE_KINDS.declared])
    _require(exhibit["column"], columns)
    _require_one_or_more(exhibit["by"], [segment.id for segment in survey.segments])
    _require(exhibit["columns"]["items"], [*groups, *columns])
    _require(exhibit["waves"]["items"], waves)
    _require(exhibit["answers"]["items"], [*answers, *nets])
    _offer(exhibit["reference"], ["total", *waves, *columns, *figures])
    _offer(exhibit["emphasize"]["items"], marks)
    _offer(exhibit["contrast"]["items"], marks)
    _require(definitions["FindingFile"]["properties"]["question"], questions)
    _require(definitions["AnnotationFile"]["properties"]["at"]["items"], [*answers, *groups, *waves, *questions])
    for owner in (exhibit, *(definitions[name]["properties"] for name in _WITH_FIGURE)):
        _offer(owner["figure"], figures)
    return schema


_WITH_FIGURE = ("CoverFile", "MessageFile", "RecommendationFile")


def _figures(survey: Survey, tables: Tables) -> Iterator[str]:
    """The names of all published cells: those of the current wave first, then those of groups and of earlier waves."""
    every = [_names(tables.table(question.id), survey) for question in survey.questions]
    yield from (name for names in every for name in names if name.count(".") == 1)
    yield from (name for names in every for name in names if name.count(".") > 1)


def _names(table: Table, survey: Survey) -> list[str]:
    return [name_of(cell.id, survey) for cell in table.cells.values() if cell.value is not None]


def _distinct(names: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(names)]


def _require(value: Schema, names: Sequence[str]) -> None:
    """One of the names, if there are any; in place of what the schema knows of all surveys."""
    if names:
        for key in ("type", "pattern", "maxLength", "minLength", "anyOf"):
            value.pop(key, None)
        value["enum"] = list(names)


def _require_one_or_more(value: Schema, names: Sequence[str]) -> None:
    if names:
        value["anyOf"] = [{"enum": list(names)}, {"type": "array", "items": {"enum": list(names)}}]


def _offer(value: Schema, names: Sequence[str]) -> None:
    """The names beside what else may stand there."""
    kept = {key: value.pop(key) for key in tuple(value) if key not in ("description", "title", "default")}
    value["anyOf"] = [{"enum": list(names)}, *(kept["anyOf"] if list(kept) == ["anyOf"] else [kept])]
