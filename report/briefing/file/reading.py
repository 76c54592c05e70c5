"""Reads briefing.yaml and the survey it names: the story as its author wrote it, or the faults of both files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Protocol

from report.briefing.file.building import story_of
from report.briefing.file.checks import check_briefing, check_questions
from report.briefing.file.schema import BriefingFile
from report.briefing.story import Story
from report.diagnostics import Diagnostic, Location, SourceText, in_file_order
from report.survey.model import Survey
from report.yaml_source import inside, outer_texts, read


class SurveyReader(Protocol):
    """How a survey is read; this stage knows the values it gives and not how it is done."""

    def __call__(
        self, path: Path, display: str, *, languages: Sequence[str], named_at: Location | None
    ) -> tuple[Survey | None, tuple[Diagnostic, ...]]:
        """The survey, every text of it in all `languages`, or its faults; `named_at` is where the briefing names it."""


def read_story(
    path: Path, display: str, read_survey: SurveyReader, *, name: str | None = None
) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """The story of a briefing, or None and the faults of briefing and survey, each file's from top to bottom.

    display: how its user knows the file. name: of the story; without it that of the file's folder.
    """
    reading = read(path, display, BriefingFile)
    briefing, faults = reading.model, reading.faults
    if briefing:
        faults = in_file_order((*faults, *check_briefing(briefing)))
    named = briefing.survey if briefing else outer_texts(path, display).get("survey")
    languages = tuple(language.text for language in briefing.languages) if briefing else ()
    survey, further_faults = _survey(named, path, display, languages, read_survey)
    if briefing and survey:
        further_faults = (*further_faults, *check_questions(briefing, survey))
    faults = in_file_order((*faults, *further_faults))
    if faults or briefing is None or survey is None:
        return None, faults
    return story_of(briefing, survey, name or path.resolve().parent.name), faults


def _survey(
    named: SourceText | None, path: Path, display: str, languages: Sequence[str], read_survey: SurveyReader
) -> tuple[Survey | None, tuple[Diagnostic, ...]]:
    """The survey that a briefing names, if that can be told."""
    if named is None or named.location is None:
        return None, ()
    found = inside(path.parent, named)
    if isinstance(found, Diagnostic):
        return None, (found,)
    beside = str(PurePath(display).parent / named.text)
    return read_survey(found, beside, languages=languages, named_at=named.at(0, len(named.text)))
