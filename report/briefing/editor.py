"""Reads the texts of a story as one language tells it, holds claims, and gathers every fault on the way.

Texts that stand together (a finding with its annotations, its paragraph and its notes) share a `Section`: what they
read is compared across breaks as one, and one failed claim leaves all of it unsupported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from report.briefing.breaks import comparison_across_break
from report.briefing.claim_checks import held_against_its_words
from report.briefing.claim_demands import demand_without_claim
from report.briefing.claims import (
    Claimable,
    Verdict,
    failed_claim,
    judge,
    missing_claim,
)
from report.briefing.evaluation import Reading
from report.briefing.exhibit_reading import ExhibitReading
from report.briefing.exhibits import compose_exhibit, unknown_kind
from report.briefing.facts import Facts
from report.briefing.languages import languages_differ
from report.briefing.markup import take_apart
from report.briefing.model import BigFigure
from report.briefing.model.prose import Literal, Paragraphs, Prose
from report.briefing.one_cell import one_cell
from report.briefing.own_names import in_own_names
from report.briefing.prose import TextReading, read_paragraphs, read_prose
from report.briefing.quoting import Quoting
from report.briefing.story import Claim, ExhibitStory, Story
from report.briefing.telling import Headline, Telling
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, Location, Severity, SourceText
from report.kinds import Kinds
from report.language.numbers import percent
from report.language.registry import load
from report.survey.model import CellId, Question, Translated
from report.tables.model import Cell

_ACROSS = "across_break: true lets the finding compare them; its exhibit then carries the mark and the reason"
_ELSEWHERE = "compare them in a finding with across_break: true, where the mark and the reason can stand beside it"


_STAND_IN = TextReading((Prose((Literal("–"),)),), is_whole=False)
"""Stands where a text could not be read, and finds room everywhere."""


@dataclass(slots=True)
class Section:
    """Texts that stand together: what they read, and whether every claim of theirs holds.

    is_whole: all that belongs to them could be read; else nothing is concluded from what they do not say.
    """

    may_cross_break: bool = False
    is_finding: bool = False
    readings: list[Reading] = field(default_factory=list)
    is_supported: bool = True
    is_whole: bool = True

    @property
    def cells(self) -> tuple[CellId, ...]:
        """The cells of all numbers that were read so far."""
        return tuple(reading.cell.id for reading in self.readings)


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
        return self._read(read_prose, text, section, may_type_numbers=may_type_numbers).prose

    def paragraphs(self, text: Translated | None, section: Section, *, may_type_numbers: bool = False) -> Paragraphs:
        """A longer text; none is no paragraphs."""
        if text is None:
            return ()
        return self._read(read_paragraphs, text, section, may_type_numbers=may_type_numbers).paragraphs

    def words(self, text: Translated, section: Section) -> Prose:
        """A short text that is shown without style; its place is that of its longest words."""
        return Prose(tuple(replace(run, is_strong=False) for run in self.prose(text, section).runs))

    def in_all_languages(self, text: Translated) -> tuple[Headline, ...]:
        """A text as every language of the story tells it, its own faults left aside."""
        found = ((text.by_language.get(language.code), language) for language in self._languages)
        return tuple(
            Headline(read_prose(source, replace(self.facts, language=language)).prose, language)
            for source, language in found
            if source is not None and not self._is_unread(source)
        )

    def _read(
        self, read: Callable[..., TextReading], text: Translated, section: Section, *, may_type_numbers: bool
    ) -> TextReading:
        """A text as read; of one that is not whole nothing but its faults, so that none is told of its length."""
        source = text.by_language.get(self._code)
        if source is None or self._is_unread(source):
            section.is_whole = False
            return _STAND_IN
        reading = read(source, self.facts, is_authored=self._is_authored, may_type_numbers=may_type_numbers)
        self.faults += reading.faults
        first = text.by_language.get(self._first.language.code)
        if first and self._is_authored and self._code != self._first.language.code:
            original = read(first, self._first, is_authored=True, may_type_numbers=True)
            self.faults += languages_differ(original.paragraphs, reading.paragraphs, self._first, self.facts)
        section.readings += reading.readings
        section.is_whole &= reading.is_whole
        return reading if reading.is_whole else _STAND_IN

    def _is_unread(self, source: SourceText) -> bool:
        """Whether a text of the author stands for one whose fault is told; those of the program have no place."""
        return self._is_authored and source.location is None

    # ------------------------------------------------------------------------------------------------ claims

    def claim(
        self,
        claim: Claim,
        section: Section,
        *,
        needed_by: str | None = None,
        elsewhere: str | None = None,
        figures: Sequence[str] = (),
        may_type_numbers: bool = False,
    ) -> Prose:
        """A text with its claim; `needed_by` says what must have one where it compares ("headline").

        elsewhere: how a fact is told that is none of the survey's, where the text may be meant to tell one.
        figures: the names of figures that it is read with, whose labels it may repeat.
        """
        self.hold(claim.holds, [claim.text], section, needed_by=needed_by, elsewhere=elsewhere, figures=figures)
        return self.prose(claim.text, section, may_type_numbers=may_type_numbers)

    def hold(
        self,
        holds: SourceText | None,
        said: Sequence[Translated],
        section: Section,
        *,
        needed_by: str | None = None,
        elsewhere: str | None = None,
        figures: Sequence[str] = (),
    ) -> None:
        """Judges a claim of texts; without one, asks whether they need it."""
        beside = [] if len(said) == 1 else [name for text in said for name in self._figures_in(text)]
        claimed = [holds.text] if holds else []
        quoting = Quoting(self.facts.survey, (*dict.fromkeys(beside), *figures, *claimed))
        claimable = Claimable(
            texts=said, languages=self._languages, facts=self.facts, quoting=quoting, elsewhere=elsewhere
        )
        if holds is None:
            if needed_by and self._is_authored:
                missing = missing_claim(claimable, needed_by) or demand_without_claim(claimable, needed_by)
                self.faults += [missing] if missing else []
            return
        if self._is_unread(holds):
            section.is_whole = False
            return
        verdict = judge(holds, self.facts)
        section.is_whole &= verdict.is_true is not None
        self.faults += verdict.faults
        section.readings += verdict.readings
        if verdict.is_true and self._is_authored:
            self.faults += held_against_its_words(claimable, holds, verdict)
        if verdict.is_true is False:
            section.is_supported = False
            self.faults.append(self._failure(holds, said, verdict))

    def _figures_in(self, text: Translated) -> Iterator[str]:
        """The expressions of a text's figures in all languages, which the texts beside it are read with."""
        for source in text.by_language.values():
            yield from (piece.source.text for piece in take_apart(source).pieces if piece.is_figure)

    def _failure(self, holds: SourceText, said: Sequence[Translated], verdict: Verdict) -> Diagnostic:
        """Told once, whatever the language: in the words of the story's first."""
        code = self._first.language.code
        sources = [each.source(code) for each in said if code in each.by_language]
        text = " ".join(read_prose(source, self._first).prose.text for source in sources)
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
        if self._is_unread(source):
            section.is_whole = False
            return None
        found = one_cell(source, self.facts)
        self.faults += found.faults
        section.readings += found.readings
        section.is_whole &= found.cell is not None
        return self.big_figure_of(found.cell, source.at(0, len(source.text.strip()))) if found.cell else None

    def big_figure_of(self, cell: Cell, location: Location | None = None) -> BigFigure | None:
        """The number of a cell, if one was published; `location`: where the author named it."""
        if not cell.share:
            return None
        return BigFigure(cell, percent(cell.share, cell.decimals, self.facts.language), location)

    def kind_alone(self, written: ExhibitStory) -> None:
        """Tells of the kind of an exhibit that cannot be composed."""
        unknown = unknown_kind(written, self.kinds)
        self.faults += [unknown] if unknown else []

    def exhibit(
        self, written: ExhibitStory, question: Question, section: Section, *, telling: Telling
    ) -> ExhibitReading:
        """An exhibit with its defaults filled in; `telling` is what is said beside it."""
        if written.title:
            telling = replace(telling, title=self.words(written.title, section))
        reading = compose_exhibit(written, question, telling, self.facts, self.kinds)
        reading = replace(reading, exhibit=replace(reading.exhibit, form=written.form or self.story.charts))
        self.faults += reading.faults
        section.readings += reading.readings
        section.is_whole &= reading.is_whole
        return reading

    def question(self, name: SourceText) -> Question | None:
        """The question that a finding or an exhibit names, None if nothing is known of it."""
        if self._is_unread(name):
            return None
        question = self.facts.question_named(name.text)
        if isinstance(question, Refusal):
            place = name.at(0, len(name.text))
            self.faults.append(Diagnostic(question.id, question.message, place, question.notes, question.hint))
            return None
        return question
