"""Reads survey.yaml: its keys, what they have to do with each other, and the survey they describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from report.diagnostics import Diagnostic, Location, in_file_order
from report.language.registry import available
from report.survey.file.asked import check_asked, check_own_n
from report.survey.file.coding_checks import check_coding, check_files, check_segment_codes
from report.survey.file.codings import numbers_of
from report.survey.file.data_files import DataFiles, open_data
from report.survey.file.faults import SurveyFault
from report.survey.file.filling import fill
from report.survey.file.forms import has_respondents, take_keys_of_other_form
from report.survey.file.names import check_batteries, check_names, check_segments
from report.survey.file.nets import check_nets
from report.survey.file.number_checks import check_numbers, check_types
from report.survey.file.order import check_order
from report.survey.file.reachable import check_reachable
from report.survey.file.scales import check_scales, spelled_out
from report.survey.file.schema import QuestionFile, SurveyFile
from report.survey.file.standing import standing
from report.survey.file.sums import check_sums
from report.survey.file.units import check_units
from report.survey.file.waves import (
    check_current_wave,
    check_fieldwork,
    check_named_waves,
    check_order_of_waves,
    check_published,
    with_wave_meant,
)
from report.survey.model.respondents import SurveyNumbers
from report.yaml_source import is_of_other_format, missing_languages, outer_texts, read, texts_of
from report.yaml_source.tree import Block

FILE_NAME = "survey.yaml"


def read_survey(
    path: Path, display: str, *, languages: Sequence[str] = (), named_at: Location | None = None
) -> tuple[SurveyNumbers | None, tuple[Diagnostic, ...]]:
    """The survey of a file with its percentages, and every fault and warning of it in file order.

    Of a file with faults it is what stands without them (`Survey.unread` says what does not), None if nothing does.
    display: how its user knows the file. languages: those that every text is needed in; without them, those of the
    title. named_at: the place in a briefing that names the file.
    """
    if named_at and is_briefing(path):
        message, hint = f'"{display}" is a briefing, not a survey', "name the file that has the published percentages"
        return None, (Diagnostic(SurveyFault.NO_SURVEY, message, named_at, hint=hint),)
    files = DataFiles()

    def prepare(root: Block) -> Iterator[Diagnostic]:
        nonlocal files
        yield from take_keys_of_other_form(root)
        if has_respondents(root):
            files, found = open_data(root, path.parent, display)
            yield from found
            yield from fill(root, files)

    reading = read(path, display, SurveyFile, named_at=named_at, prepare=prepare)
    if reading.model is None:
        return None, reading.faults
    written, survey = reading.model, spelled_out(with_wave_meant(reading.model))
    needed = tuple(languages) or _own_languages(written)
    of_frame = (*check_current_wave(survey), *check_order_of_waves(survey), *check_segments(survey))
    of_frame = (*of_frame, *check_files(survey, files), *_check_segments(survey, files))
    of_questions = {name: tuple(_check(name, question, survey, files)) for name, question in survey.questions.items()}
    of_texts = (
        *check_published(survey),
        *check_fieldwork(survey),
        *check_asked(survey),
        *check_units(survey),
        *check_batteries(survey),
        *_languages(written, needed, is_asked_for=bool(languages)),
    )
    as_written = (*check_scales(written), *check_current_wave(written), *check_types(written, files))
    found = (*reading.faults, *as_written, *of_frame, *chain(*of_questions.values()), *of_texts)
    # What is wrong in a scale is found in every question that shares it, and told once.
    faults = in_file_order(dict.fromkeys(found))
    if not _has_errors(faults):
        return numbers_of(survey, files), faults
    right = {name: survey.questions[name] for name, found in of_questions.items() if not _has_errors(found)}
    is_unread = bool(survey.data) and not files.files
    if _has_errors(of_frame) or is_unread or is_of_other_format(reading.faults):
        return None, faults
    return standing(survey, right, needed, files), faults


def _check_segments(survey: SurveyFile, files: DataFiles) -> Iterator[Diagnostic]:
    for segment in survey.segments.values() if files.files else ():
        yield from check_segment_codes(segment, files)


def _check(question_id: str, question: QuestionFile, survey: SurveyFile, files: DataFiles) -> Iterator[Diagnostic]:
    """Every fault that a question has beyond the types of its values, as far as these are right."""
    yield from check_named_waves(question, survey)
    yield from check_names(question_id, question, survey)
    if not question.answers.keys().isdisjoint(question.nets):
        return  # one of the two that share an id is too many, and which of them the figures are of is open
    if files.files:
        yield from check_coding(question_id, question, survey, files)
        yield from check_numbers(question, files)
    elif not survey.data:
        yield from check_own_n(question)
        yield from check_sums(question_id, question, survey)
        yield from check_nets(question, survey)
        yield from check_reachable(question, survey)
    yield from check_order(question)


def _has_errors(faults: Iterable[Diagnostic]) -> bool:
    return any(fault.is_error for fault in faults)


def is_survey(path: Path) -> bool:
    """Whether a file is a survey rather than a briefing: by its keys, and by its name if these do not tell."""
    keys = outer_texts(path, str(path))
    if ("questions" in keys) != ("findings" in keys):
        return "questions" in keys
    return path.name == FILE_NAME


def is_briefing(path: Path) -> bool:
    """Whether a file is a briefing by its keys, however it is called."""
    keys = outer_texts(path, str(path))
    return "findings" in keys and "questions" not in keys


def _own_languages(survey: SurveyFile) -> tuple[str, ...]:
    """Those of the title."""
    return tuple(survey.title.in_language(survey.language.text) if survey.language else survey.title.by_language)


def _languages(survey: SurveyFile, needed: Sequence[str], *, is_asked_for: bool) -> Iterator[Diagnostic]:
    declared = survey.language.text if survey.language else None
    because = "which the title has" if survey.title.by_language else "the language of this survey"
    because = "which `languages` asks for" if is_asked_for else because
    if declared is None and survey.knows("language"):
        yield from _language_not_said(survey, needed, because)
    yield from missing_languages(survey, needed, declared=declared, because=because)


def _language_not_said(survey: SurveyFile, needed: Sequence[str], because: str) -> Iterator[Diagnostic]:
    """The first text that is one string stands for all, where to name its language is what they lack.

    Where texts are in several languages each of them is told: whatever language it is in, the others are missing.
    """
    every = tuple(texts_of(survey))
    places = sorted(
        (texts.location for texts in every if texts.undeclared and texts.location),
        key=lambda place: (place.line, place.column),
    )
    if not places:
        return
    if len(needed) > 1 and len(places) < len(every):
        message = f"this text is one string, and it is needed in {' and '.join(needed)}"
        hint = f"write {{{', '.join(f'{code}: ...' for code in needed)}}}"
        yield from (Diagnostic(SurveyFault.NO_LANGUAGE, message, place, hint=hint) for place in places)
        return
    code = max(needed or available(), key=lambda code: sum(code in texts.by_language for texts in every))
    message = "this text is one string, and nothing says in which language the texts of this survey are"
    hint = f"write `language: {code}` at the top, or one string a language: {{de: ..., en: ...}}"
    yield Diagnostic(SurveyFault.NO_LANGUAGE, message, places[0], hint=hint)
    if len(needed) != 1:
        yield from missing_languages(survey, needed or [code], declared=code, because=because)
