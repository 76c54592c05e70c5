"""Reads the texts of a story as one language tells it, holds claims, and gathers every fault on the way.

Texts that stand together (a finding with its annotations, its paragraph and its notes) share a `Section`: what they
read is compared across breaks as one, and one failed claim leaves all of it unsupported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from report.briefing.breaks import comparison_across_break
from report.briefing.claims import Verdict, failed_claim, judge, missing_claim
from report.briefing.emphasis import Telling
from report.briefing.evaluation import Reading, evaluate
from report.briefing.exhibits import compose_exhibit
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model import BigFigure, Exhibit
from report.briefing.model.prose import Paragraphs, Prose
from report.briefing.own_names import in_own_names
from report.briefing.prose import TextReading, read_paragraphs, read_prose
from report.briefing.quoting import Quoting
from report.briefing.story import Claim, ExhibitStory, Story
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, Severity, SourceText
from report.kinds import Kinds
from report.language.numbers import percent
from report.language.registry import load
from report.survey.model import Question, Translated

_ACROSS = "across_break: true lets the finding compare them; its exhibit then carries the mark and the reason"
_ELSEWHERE = "compare them in a finding with across_break: true, where the mark and the reason can stand beside it"


@dataclass(slots=True)
class Section:
    """Texts that stand together: what they read, and whether every claim of theirs holds."""

    may_cross_break: bool = False
    is_finding: bool = False
    readings: list[Reading] = field(default_factory=list)
    is_supported: bool = True


class Editor:
    """One reading of a story, in one language."""

    def __init__(self, story: Story, facts: Facts, kinds: Kinds, *, allow_failed_claims: bool) -> None:
        self.story = story
        self.facts = facts
        self.kinds = kinds
        self.faults: list[Diagnostic] = []
        self._code = facts.language.code
        self._is_authored = not story.is_generated
        self._lets_claims_fail = allow_failed_claims and not story.is_final
        known = {self._code: facts.language}
        self._languages = [known.get(code) or load(code) for code in story.languages]
        self._first = replace(facts, language=self._languages[0])

    @contextmanager
    def about(self, question: str | None) -> Iterator[None]:
        """While a part of the story is read that speaks of a question: examples in its faults are of that one."""
        facts, first = self.facts, len(self.faults)
        self.facts = replace(facts, about=question)
        yield
        self.faults[first:] = [in_own_names(fault, self.facts) for fault in self.faults[first:]]
        self.facts = facts

    # ------------------------------------------------------------------------------------------------ texts

    def prose(self, text: Translated, section: Section, *, may_type_numbers: bool = False) -> Prose:
        """A text of one paragraph; `may_type_numbers`: its numbers are none of the survey's results."""
        source = text.source(self._code)
        reading = read_prose(source, self.facts, is_authored=self._is_authored, may_type_numbers=may_type_numbers)
        return self._noted(reading, section).prose

    def paragraphs(self, text: Translated | None, section: Section, *, may_type_numbers: bool = False) -> Paragraphs:
        """A longer text; none is no paragraphs."""
        if text is None:
            return ()
        source = text.source(self._code)
        reading = read_paragraphs(source, self.facts, is_authored=self._is_authored, may_type_numbers=may_type_numbers)
        return self._noted(reading, section).paragraphs

    def words(self, text: Translated, section: Section) -> Prose:
        """A short text that is shown without style; its place is that of its longest words."""
        return Prose(tuple(replace(run, is_strong=False) for run in self.prose(text, section).runs))

    def _noted(self, reading: TextReading, section: Section) -> TextReading:
        self.faults += reading.faults
        section.readings += reading.readings
        return reading

    # ------------------------------------------------------------------------------------------------ claims

    def claim(
        self,
        claim: Claim,
        section: Section,
        *,
        needed_by: str | None = None,
        figures: Sequence[str] = (),
        may_type_numbers: bool = False,
    ) -> Prose:
        """A text with its claim; `needed_by` says what must have one where it compares ("headline").

        figures: the names of figures that it is read with, whose labels it may repeat.
        """
        self.hold(claim.holds, [claim.text], section, needed_by=needed_by, figures=figures)
        return self.prose(claim.text, section, may_type_numbers=may_type_numbers)

    def hold(
        self,
        holds: SourceText | None,
        said: Sequence[Translated],
        section: Section,
        *,
        needed_by: str | None = None,
        figures: Sequence[str] = (),
    ) -> None:
        """Judges a claim of texts; without one, asks whether they need it."""
        if holds is None:
            if needed_by and self._is_authored:
                quoting = Quoting(self.facts.survey, tuple(figures))
                missing = missing_claim(said, needed_by, self._languages, quoting=quoting)
                self.faults += [missing] if missing else []
            return
        verdict = judge(holds, self.facts)
        self.faults += verdict.faults
        section.readings += verdict.readings
        if verdict.is_true is False:
            section.is_supported = False
            self.faults.append(self._failure(holds, said, verdict))

    def _failure(self, holds: SourceText, said: Sequence[Translated], verdict: Verdict) -> Diagnostic:
        """Told once, whatever the language: in the words of the story's first."""
        code = self._first.language.code
        text = " ".join(read_prose(each.source(code), self._first).prose.text for each in said)
        failure = failed_claim(holds, text, verdict)
        return replace(failure, severity=Severity.WARNING) if self._lets_claims_fail else failure

    def close(self, section: Section) -> None:
        """Looks at a section as a whole, once all its texts are read."""
        if section.may_cross_break:
            return
        hint = _ACROSS if section.is_finding else _ELSEWHERE
        crossing = comparison_across_break(section.readings, self._first, hint=hint)
        self.faults += [crossing] if crossing else []

    # ------------------------------------------------------------------------------------------------ figures, exhibits

    def big_figure(self, source: SourceText, section: Section) -> BigFigure | None:
        """A number that stands alone; it is that of one cell, so that it can be drawn."""
        found = evaluate(source, self.facts)
        self.faults += found.faults
        section.readings += found.readings
        if found.value is None or found.expression is None:
            return None
        cell = found.value.cells[0] if found.value.is_reading else None
        if cell is None or cell.share is None:
            message, hint = "a big figure is the number of one cell", "name it, as in goals.awareness"
            self.faults.append(
                found.expression.fault(found.expression.whole, Refusal(StoryFault.NOT_ONE_CELL, message, hint=hint))
            )
            return None
        return BigFigure(cell, percent(cell.share, cell.decimals, self.facts.language))

    def exhibit(self, written: ExhibitStory, question: Question, section: Section, *, telling: Telling) -> Exhibit:
        """An exhibit with its defaults filled in; `telling` is what is said beside it."""
        if written.title:
            telling = replace(telling, title=self.words(written.title, section))
        reading = compose_exhibit(written, question, telling, self.facts, self.kinds)
        self.faults += reading.faults
        return reading.exhibit

    def question(self, name: SourceText) -> Question | None:
        """The question that a finding or an exhibit names."""
        question = self.facts.question_named(name.text)
        if isinstance(question, Refusal):
            place = name.at(0, len(name.text))
            self.faults.append(Diagnostic(question.id, question.message, place, question.notes, question.hint))
            return None
        return question
