"""What stands of a survey whose file has faults, so that a story can be held against it in the same run.

Waves, segmentations and language are the frame of all figures: without them nothing stands. A question stands that has
no fault; of the others the name is known, and that nothing can be said of them. Other texts are a dash if they were
not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.diagnostics import SourceText
from report.survey.file.codings import numbers_of
from report.survey.file.data_files import DataFiles
from report.survey.file.schema import QuestionFile, SurveyFile
from report.survey.model import Unread
from report.survey.model.respondents import SurveyNumbers
from report.yaml_source import Texts, is_in_languages, texts_of

_DASH = SourceText("–")


def standing(
    file: SurveyFile, questions: Mapping[str, QuestionFile], languages: Sequence[str], files: DataFiles
) -> SurveyNumbers | None:
    """What stands of a survey, `questions` being those whose own checks told no error; None if nothing does.

    languages: those that every text is needed in.
    """
    declared = file.language.text if file.language else None
    sound = {
        question_id: question
        for question_id, question in questions.items()
        if question.is_whole
        and is_in_languages(question, languages, declared=declared)
        and all(wave in file.waves for wave in _waves_of(question))
        and all(segment in file.segments for segment in question.segments)
    }
    told = _with_sound_filters(sound)
    if not told or not _has_frame(file, languages, declared):
        return None
    rest = file.with_values(**_texts(file, languages, declared), questions=told)
    numbers = numbers_of(rest, files)
    unread = Unread(
        frozenset(file.written("questions")) - told.keys(),
        is_open=any(file.may_list(key) for key in ("questions", "waves", "segments")),
    )
    return replace(numbers, survey=replace(numbers.survey, unread=unread))


def _with_sound_filters(questions: Mapping[str, QuestionFile]) -> Mapping[str, QuestionFile]:
    """The questions without those that were put to who gave an answer to another one which is not among them."""
    left = {name: each for name, each in questions.items() if all(_question_of(r) in questions for r in each.filter)}
    return left if len(left) == len(questions) else _with_sound_filters(left)


def _question_of(answer: SourceText) -> str:
    return answer.text.partition(".")[0]


def _has_frame(file: SurveyFile, languages: Sequence[str], declared: str | None) -> bool:
    """Whether the waves, the current one, the segmentations and the language of the texts are known."""
    blocks = (*file.waves.values(), *file.segments.values())
    has_every_block = len(file.waves) == len(file.written("waves")) and len(file.segments) == len(
        file.written("segments")
    )
    has_current = file.wave.text in file.waves if file.wave else not file.waves
    has_language = bool(declared) or (file.language is None and not any(text.undeclared for text in texts_of(file)))
    return (
        has_every_block
        and has_current
        and has_language
        and all(block.is_whole and is_in_languages(block, languages, declared=declared) for block in blocks)
    )


def _waves_of(question: QuestionFile) -> Iterator[str]:
    yield from question.earlier
    pairs = [each.between for each in question.breaks]
    for answer in question.answers.values():
        yield from answer.earlier_label
        yield from (wave.text for wave in answer.not_asked)
        pairs += [answer.break_between] if answer.break_between else []
    yield from (wave.text for pair in pairs for wave in pair)


def _texts(file: SurveyFile, languages: Sequence[str], declared: str | None) -> dict[str, Texts | SourceText | None]:
    """The texts of the survey itself, each in all languages; a name that was not read is left out where it may be."""
    filled: dict[str, Texts | SourceText | None] = {}
    for name, field in file.fields.by_name.items():
        value = getattr(file, name)
        if isinstance(value, Texts):
            read = value.in_language(declared or "")
            texts = {code: read[code] if code in read and read[code].text else _DASH for code in languages}
            filled[name] = replace(value, by_language=texts, undeclared=None)
        elif isinstance(value, SourceText) and not value.text:
            filled[name] = _DASH if field.is_required else None
    return filled
