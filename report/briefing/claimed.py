"""Whether a claim is of what its words speak of: one that is true of something else supports no sentence.

    "Most name the radio"               leads(internet)         of another answer
    "Among women the internet leads"    leads(internet)         of all, where a group is named
    "In 2023 the internet led"          leads(internet)         of another wave

Words are many, so that these are warnings, and only whole names are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report.briefing.claims import Claimable, Verdict
from report.briefing.emphasis_said import claimed_cells
from report.briefing.example_claims import named_cells
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.groups import columns_named
from report.briefing.markup import BareText, bare, trimmed
from report.briefing.mentions import names_one_of
from report.briefing.model.prose import name_of
from report.briefing.other_answers import answers_named, labels_of
from report.briefing.other_waves import waves_named
from report.diagnostics import Diagnostic, Severity, SourceText
from report.frozen import frozen
from report.language.alternatives import search
from report.language.model import Language
from report.survey.model import AnswerRole, CellId, Question


@frozen
class Spoken:
    """The texts of a claim in one language: each with its plain words, and the cells whose figures they give."""

    texts: tuple[tuple[SourceText, BareText], ...]
    given: tuple[CellId, ...]
    facts: Facts

    @classmethod
    def of(cls, said: Claimable, language: Language, *, only: str | None = None) -> Spoken:
        """Those of a claim, with the figures that they are read with; `only`: the sentences that have such words."""
        code, facts = language.code, replace(said.facts, language=language)
        sources = [text.source(code) for text in said.texts if code in text.by_language]
        if only:
            sources = [part for source in sources for part in _sentences(source) if _has(only, part)] or sources
        further = said.quoting.figures if said.quoting else ()
        given = dict.fromkeys(cell.id for source in sources for cell in named_cells(source, further, facts))
        return cls(tuple((source, bare(source)) for source in sources), tuple(given), facts)

    @property
    def text(self) -> str:
        """All of their words."""
        return "\n".join(plain.text for _, plain in self.texts)


def _sentences(source: SourceText) -> list[SourceText]:
    """The parts of a text between its stops and semicolons."""
    ends = [found.end() for found in re.finditer(r"[.;!?](?=\s)", source.text)]
    return [source.part(start, end) for start, end in pairwise([0, *ends, len(source.text)]) if end > start]


def _has(words: str, source: SourceText) -> bool:
    return search(words, bare(source).text) is not None


def claim_of_others(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a claim of other answers than its text speaks of, or of other groups or waves than it names."""
    claimed = claimed_cells(holds, said.facts)
    if not claimed or verdict.looks_at_questions or any(_is_of_none(cell, said.facts) for cell in claimed):
        return None
    if said.comparing(lambda language: language.claim_words) is None:
        return None  # then it may be the paragraph below that it stands for
    for language in said.languages:
        spoken = Spoken.of(said, language, only=language.claim_words)
        found = _answers(claimed, spoken) or _groups(claimed, spoken) or _waves(claimed, spoken)
        if found:
            text, names = trimmed(holds), ", ".join(name_of(cell, said.facts.survey) for cell in claimed)
            return Diagnostic(
                StoryFault.CLAIM_OF_OTHERS,
                f"the text speaks of {found}, and its claim is of {names}",
                text.at(0, len(text.text)),
                hint="claim what the text says",
                severity=Severity.WARNING,
            )
    return None


def _is_of_none(cell: CellId, facts: Facts) -> bool:
    """Whether it is of an answer that says the others do not apply: a claim of it is one of all of them."""
    answers = facts.survey.question(cell.question).answers
    return any(answer.id == cell.answer and answer.role is not AnswerRole.REGULAR for answer in answers)


def _answers(claimed: Sequence[CellId], spoken: Spoken) -> str | None:
    """An answer that is spoken of, where none of the claim is of the same question."""
    facts, small = spoken.facts, spoken.facts.language.small_words
    for question in (facts.survey.question(name) for name in dict.fromkeys(cell.question for cell in claimed)):
        cells = [cell for cell in claimed if cell.question == question.id]
        told = _answers_told(question, spoken)
        labels = [label for cell in cells for label in labels_of(question.answer_or_net(cell.answer), facts)]
        is_named = any(names_one_of(label, spoken.text, weak=small) for label in labels)
        if told and not is_named and not told & {part for cell in cells for part in _parts(cell.answer, question)}:
            return ", ".join(f"{question.id}.{name}" for name in sorted(told))
    return None


def _answers_told(question: Question, spoken: Spoken) -> set[str]:
    """The answers that are named, and those whose figures are given; of a net its answers too."""
    named = {each.key for each in answers_named(question, spoken.text, spoken.facts)}
    given = {part for cell in spoken.given if cell.question == question.id for part in _parts(cell.answer, question)}
    return named | given


def _parts(answer: str, question: Question) -> set[str]:
    return {answer, *(part for net in question.nets if net.id == answer for part in net.answers)}


def _groups(claimed: Sequence[CellId], spoken: Spoken) -> str | None:
    """A group that is named, where nothing of its segmentation that is named is claimed or given."""
    cells = (*claimed, *spoken.given)
    for segment in spoken.facts.survey.segments:
        found = columns_named(segment, spoken.text, cells, spoken.facts)
        named = {each.key for each in found if not each.is_compared}
        if named and not named & {cell.column.column for cell in cells if cell.column.segment == segment.id}:
            return ", ".join(f"{segment.id}.{name}" for name in sorted(named))
    return None


def _waves(claimed: Sequence[CellId], spoken: Spoken) -> str | None:
    """A wave that is named, where none that is named is claimed or given; beside a claim of waves any that is not."""
    known = {cell.wave for cell in (*claimed, *spoken.given)}
    if len({cell.wave for cell in claimed}) > 1:
        named = {each.key for each in waves_named(spoken.text, spoken.facts, anywhere=True)}
        return ", ".join(sorted(named - known)) or None
    named = {each.key for each in waves_named(spoken.text, spoken.facts)}
    return None if named & known else ", ".join(sorted(named)) or None
