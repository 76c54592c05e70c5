"""The data that a story is held against, and the names by which an author calls them.

question.answer                  current wave, total
question.answer.wave             an earlier wave
question.answer.segment.column   a column of the current wave
question.net ...                 a net in place of an answer
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.faults import StoryFault
from report.briefing.values import Refusal
from report.diagnostics import id_meant, near_miss
from report.frozen import frozen
from report.language.model import Language
from report.survey.model import CellId, ColumnId, Question, Survey, Translated
from report.tables.model import Cell, Tables

LONGEST_LIST = 12
"""Names that a message lists; of more only so many, with the number of the others, unless that is one."""


@frozen
class Facts:
    """A survey, its tables, and the language in which their numbers are worded.

    about: the id of the question that is spoken of, whose figures an example in a message names.
    """

    survey: Survey
    tables: Tables
    language: Language
    about: str | None = None

    def question_named(self, name: str) -> Question | Refusal | None:
        """The question of that id, or what there is instead; None for one of which nothing is known."""
        known = [question.id for question in self.survey.questions]
        if name in known:
            return self.survey.question(name)
        if self.survey.unread.may_have(name):
            return None
        labels = {each.id: (*_texts(each.topic), *_texts(each.label)) for each in self.survey.questions}
        message, note = f'"{name}" is not a question', f"the questions are {listed(known)}"
        return Refusal(StoryFault.UNKNOWN_QUESTION, message, (note,), id_meant(name, labels))

    def cell_named(self, names: Sequence[str]) -> Cell | UnknownName:
        """The cell that a dotted name means; otherwise which of its parts is wrong, and why."""
        question = self.question_named(names[0])
        if not isinstance(question, Question):
            return UnknownName(0, question)
        if len(names) == 1:
            example = f"{question.id}.{question.answers[0].id}"
            message = f'"{question.id}" is a question, not a figure'
            return UnknownName(
                0, Refusal(StoryFault.INCOMPLETE_NAME, message, hint=f"name an answer too, as in {example}")
            )
        wrong = self._unknown_answer(question, names[1])
        if wrong:
            return UnknownName(1, wrong)
        place = self._column_named(question, names)
        if isinstance(place, UnknownName):
            return place
        return self.tables.cell(place)

    def wave_named(self, name: str) -> ColumnId | Refusal | None:
        """The column of all respondents in the wave of that id, or what there is instead; None if it is unread."""
        if name in self._waves:
            return ColumnId(name)
        if self.survey.unread.is_open:
            return None
        message, note = f'"{name}" is not a wave', f"the waves are {listed(self._waves)}"
        return _unknown(StoryFault.UNKNOWN_WAVE, name, message, self._waves, note)

    def groups_named(self, name: str) -> list[ColumnId] | Refusal | None:
        """The columns of the segmentation of that id, or what there is instead; None if it is unread."""
        segments = {segment.id: segment for segment in self.survey.segments}
        if name in segments:
            return [ColumnId(self.survey.wave, name, column.id) for column in segments[name].columns]
        if self.survey.unread.is_open:
            return None
        note = f"the segments are {listed(list(segments))}" if segments else "the survey has no segments"
        message = f'"{name}" is not a segmentation'
        return Refusal(StoryFault.UNKNOWN_COLUMN, message, (note,), self.segment_meant(name))

    def segment_meant(self, name: str) -> str | None:
        """A hint for one who called a segmentation by its label, or by its place in the survey's file."""
        labels = {segment.id: _texts(segment.label) for segment in self.survey.segments}
        own = name.removeprefix("segments.")
        return f"write {own}" if own != name and own in labels else id_meant(name, labels)

    def group_named(self, name: str) -> ColumnId | Refusal | None:
        """The segment column that a name such as "size.large" means, or what there is instead; None if it is unread."""
        first, *rest = name.split(".")
        segments = [segment.id for segment in self.survey.segments]
        segment = next((segment for segment in self.survey.segments if segment.id == first), None)
        if segment is None and self.survey.unread.is_open:
            return None
        if segment is None:
            note = f"the segments are {listed(segments)}" if segments else "the survey has no segments"
            message = f'"{first}" is not a segmentation' if rest else f'"{name}" is not a segment column'
            refusal = _unknown(StoryFault.UNKNOWN_COLUMN, first, message, segments, note)
            hint = "leave `column` out: without it all who were asked are shown" if means_total(name) else None
            return replace(refusal, hint=hint or self._meant(name) or refusal.hint)
        columns = [column.id for column in segment.columns]
        note = f"{segment.id} has the columns {listed(columns)}"
        if not rest:
            message, hint = f'"{name}" is a segmentation, not a column', f"name a column too, as in {name}.{columns[0]}"
            return Refusal(StoryFault.INCOMPLETE_NAME, message, (note,), hint)
        column = ".".join(rest)
        if column not in columns:
            message = f'"{column}" is not a column of "{segment.id}"'
            return _unknown(StoryFault.UNKNOWN_COLUMN, column, message, columns, note)
        return ColumnId(self.survey.wave, segment.id, column)

    def _meant(self, name: str) -> str | None:
        """A hint for one who called a segment column by its own id or its label, or named a wave."""
        if name in self._waves:
            return "an exhibit of `kind: columns` shows waves"
        for segment in self.survey.segments:
            for column in segment.columns:
                labels = [label.text.casefold() for label in column.label.by_language.values()]
                if name == column.id or name.casefold() in labels:
                    return f"write {segment.id}.{column.id}"
        return None

    def _unknown_answer(self, question: Question, name: str) -> Refusal | None:
        answers, nets = [answer.id for answer in question.answers], [net.id for net in question.nets]
        scores = [score.id for score in question.scores]
        if name in (*answers, *nets, *scores):
            return None
        note = f"{question.id} has the answers {listed(answers)}" + (f"; nets: {listed(nets)}" if nets else "")
        note += f"; scores: {listed(scores)}" if scores else ""
        message = f'"{name}" is not an answer of question "{question.id}"'
        refusal = _unknown(StoryFault.UNKNOWN_ANSWER, name, message, [*answers, *nets, *scores], note)
        if name not in self._waves:
            return refusal
        hint = f"a wave follows the answer, as in {question.id}.{answers[0]}.{name}"
        return Refusal(refusal.id, message, refusal.notes, hint)

    def _column_named(self, question: Question, names: Sequence[str]) -> CellId | UnknownName:
        survey, answer, rest = self.survey, names[1], list(names[2:])
        if not rest:
            return CellId(question.id, answer, ColumnId(survey.wave))
        segment = next((segment for segment in survey.segments if segment.id == rest[0]), None)
        if segment is None:
            if rest[0] not in self._waves:
                return UnknownName(2, self._unknown_wave(rest[0]))
            if len(rest) > 1:
                message = f'nothing follows a wave, but "{rest[1]}" stands behind "{rest[0]}"'
                hint = f"groups are of the current wave alone: write {question.id}.{answer}.{rest[0]}, without a group"
                return UnknownName(3, Refusal(StoryFault.UNKNOWN_COLUMN, message, hint=hint))
            return CellId(question.id, answer, ColumnId(rest[0]))
        columns = [column.id for column in segment.columns]
        note = f"{segment.id} has the columns {listed(columns)}"
        if len(rest) == 1:
            message = f'"{segment.id}" is a segmentation, not a figure'
            hint = f"name a column too, as in {question.id}.{answer}.{segment.id}.{columns[0]}"
            return UnknownName(2, Refusal(StoryFault.INCOMPLETE_NAME, message, (note,), hint))
        if rest[1] not in columns:
            message = f'"{rest[1]}" is not a column of "{segment.id}"'
            return UnknownName(3, _unknown(StoryFault.UNKNOWN_COLUMN, rest[1], message, columns, note))
        if len(rest) > 2:
            message = f'nothing follows a column, but "{rest[2]}" stands behind "{rest[1]}"'
            hint = f"groups are of the current wave alone: write {question.id}.{answer}.{segment.id}.{rest[1]}"
            return UnknownName(4, Refusal(StoryFault.UNKNOWN_COLUMN, message, hint=hint))
        return CellId(question.id, answer, ColumnId(survey.wave, segment.id, rest[1]))

    def _unknown_wave(self, name: str) -> Refusal | None:
        if self.survey.unread.is_open:
            return None
        segments = [segment.id for segment in self.survey.segments]
        note = f"the waves are {listed(self._waves)}" + (f"; segments: {listed(segments)}" if segments else "")
        message = f'"{name}" is not a wave' + (" or a segment" if segments else "")
        hint = self._of_segment(name) or near_miss(name, [*self._waves, *segments])
        return Refusal(StoryFault.UNKNOWN_WAVE, message, (note,), hint)

    def _of_segment(self, name: str) -> str | None:
        """A hint for one who named a group without its segmentation."""
        columns = ((segment.id, column.id) for segment in self.survey.segments for column in segment.columns)
        return next((f"write {segment}.{column}" for segment, column in columns if column == name), None)

    @property
    def _waves(self) -> list[str]:
        return [wave.id for wave in self.survey.waves]


@frozen
class UnknownName:
    """Which part of a dotted name (counted from 0) means nothing, and why; None if its fault is told elsewhere."""

    part: int
    refusal: Refusal | None


def means_total(name: str) -> bool:
    """Whether a name is a word for all who were asked, in whatever way an author calls these."""
    return name.strip().casefold() in _WORDS_OF_TOTAL


_WORDS_OF_TOTAL = ("total", "all", "overall", "everyone", "average", "gesamt", "insgesamt", "alle", "durchschnitt")


def listed(names: Sequence[str]) -> str:
    """Names in a row for a message: "a, b, c", cut after `LONGEST_LIST`."""
    more = len(names) - LONGEST_LIST
    return ", ".join(names) if more <= 1 else ", ".join(names[:LONGEST_LIST]) + f" and {more} more"


def _texts(words: Translated) -> list[str]:
    return [text.text for text in words.by_language.values()]


def _unknown(fault: StoryFault, name: str, message: str, known: Iterable[str], note: str) -> Refusal:
    return Refusal(fault, message, (note,), near_miss(name, known))
