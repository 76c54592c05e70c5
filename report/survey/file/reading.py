"""Reads survey.yaml: its keys, what they have to do with each other, and the survey they describe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from report.diagnostics import Diagnostic, Location, in_file_order
from report.survey.file.building import published_of
from report.survey.file.faults import SurveyFault
from report.survey.file.names import check_names
from report.survey.file.nets import check_nets
from report.survey.file.order import check_order
from report.survey.file.scales import check_scales, spelled_out
from report.survey.file.schema import SurveyFile
from report.survey.file.sums import check_sums
from report.survey.file.waves import check_waves
from report.survey.model import Published
from report.yaml_source import missing_languages, outer_texts, read, texts_of

FILE_NAME = "survey.yaml"


def read_survey(
    path: Path, display: str, *, languages: Sequence[str] = (), named_at: Location | None = None
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """The survey of a file with its percentages and its warnings, or None and every fault of it in file order.

    display: how its user knows the file. languages: those that every text is needed in; without them, those of the
    title. named_at: the place in a briefing that names the file.
    """
    reading = read(path, display, SurveyFile, named_at=named_at)
    if reading.model is None:
        return None, reading.faults
    survey = spelled_out(reading.model)
    found = (*reading.faults, *_checked_as_written(reading.model, languages), *_checked(survey))
    # What is wrong in a scale is found in every question that shares it, and told once.
    faults = in_file_order(dict.fromkeys(found))
    is_right = not any(fault.is_error for fault in faults)
    return (published_of(survey) if is_right else None), faults


def _checked_as_written(survey: SurveyFile, languages: Sequence[str]) -> Iterator[Diagnostic]:
    """Every fault that shows in the file as it was written."""
    yield from check_scales(survey)
    yield from _languages(survey, languages)


def _checked(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every fault that a survey has beyond the types of its values, as far as these are right."""
    yield from check_waves(survey)
    yield from check_names(survey)
    yield from check_sums(survey)
    yield from check_nets(survey)
    yield from check_order(survey)


def is_survey(path: Path) -> bool:
    """Whether a file is a survey rather than a briefing: by its keys, and by its name if these do not tell."""
    keys = outer_texts(path, str(path))
    if ("questions" in keys) != ("findings" in keys):
        return "questions" in keys
    return path.name == FILE_NAME


def _languages(survey: SurveyFile, languages: Sequence[str]) -> Iterator[Diagnostic]:
    declared = survey.language.text if survey.language else None
    if declared is None and survey.knows("language"):
        yield from _language_not_said(survey)
    because = "which the title has" if survey.title.by_language else "the language of this survey"
    needed = languages or tuple(survey.title.in_language(declared) if declared else survey.title.by_language)
    because = "which `languages` asks for" if languages else because
    yield from missing_languages(survey, needed, declared=declared, because=because)


def _language_not_said(survey: SurveyFile) -> Iterator[Diagnostic]:
    """The first text that is one string stands for all of them."""
    places = [texts.location for texts in texts_of(survey) if texts.undeclared and texts.location]
    if places:
        message = "this text is one string, and nothing says in which language the texts of this survey are"
        hint = "write `language: de` at the top, or one string a language: {de: ..., en: ...}"
        first = min(places, key=lambda place: (place.line, place.column))
        yield Diagnostic(SurveyFault.NO_LANGUAGE, message, first, hint=hint)
