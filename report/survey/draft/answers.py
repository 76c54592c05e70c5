"""The answers of one question by what the file calls them: each with an id and a label that no other one has."""

from __future__ import annotations

from collections.abc import Collection

from report.survey.draft.ids import own_id
from report.survey.draft.model import DraftedAnswer
from report.survey.draft.texts import ANSWER_ROOM, Texts

_NUMBER_ROOM = 6


class Answers:
    """Names one answer after the other. instead: what one is called whose label cannot be shown; taken: other ids."""

    def __init__(self, texts: Texts, *, instead: str, taken: Collection[str]) -> None:
        self._texts, self._instead = texts, instead
        self._ids, self._labels = set(taken), set[str]()
        self._n = 0

    def named(self, said: str, code: str | None = None) -> DraftedAnswer:
        """The next answer. code: what tells it from one with the same label."""
        self._n += 1
        drawn = self._texts.drawn(said, ANSWER_ROOM, instead=f"{self._instead} {self._n}")
        label = drawn.text
        if self._is_taken(label) and code:
            label = self._texts.drawn(f"{label} ({code})", ANSWER_ROOM, instead=label).text
        if self._is_taken(label):
            label = f"{label[: ANSWER_ROOM - _NUMBER_ROOM]} ({self._n})"
        short = self._texts.short(label, self._labels)
        id = own_id(said, self._ids, instead="a")
        self._ids.add(id)
        self._labels |= {each.casefold() for each in (label, short) if each}
        return DraftedAnswer(id, label, short=short, comment=drawn.comment)

    def _is_taken(self, label: str) -> bool:
        """Whether an answer is called so already: only labels are shown, so these two would be one to a reader."""
        return label.casefold() in self._labels
