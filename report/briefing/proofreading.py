"""Reads a composed briefing again: is what is said shown, is it said of the right group, is what is marked named?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.briefing.big_figures import other_answer_named, other_than_its_caption
from report.briefing.facts import Facts
from report.briefing.groups import misnamed
from report.briefing.marking import unnamed
from report.briefing.model import BigFigure, Finding, Message, Statement
from report.briefing.model.prose import Figure, Prose, name_of
from report.briefing.named_answers import answers_not_shown
from report.briefing.other_answers import answer_misnamed
from report.briefing.other_waves import wave_misnamed
from report.briefing.said_of_all import said_of_all
from report.briefing.saying import Saying
from report.briefing.shown import Proofs, Stage
from report.briefing.story import FindingStory, MessageStory
from report.diagnostics import Diagnostic, SourceText
from report.kinds import Kinds


@dataclass(slots=True)
class Proofreader:
    """Takes the parts of a briefing as they are composed, and looks at them once all are there."""

    facts: Facts
    kinds: Kinds
    _stages: dict[str, Stage] = field(default_factory=dict)
    _messages: list[tuple[str, Saying]] = field(default_factory=list)
    _headlines: list[tuple[str, Saying]] = field(default_factory=list)
    _found: list[Diagnostic] = field(default_factory=list)
    _further: list[tuple[Saying, tuple[str, ...]]] = field(default_factory=list)
    _evidence: list[tuple[Figure, tuple[str, ...]]] = field(default_factory=list)

    def take_message(self, message: Message, story: MessageStory) -> None:
        """A row of "at a glance", its big figure before its words."""
        big = self._big(message.figure, story.figure)
        saying = Saying.of(big, message.text, holds=story.claim.holds)
        self._messages.append((message.finding, saying))
        self._found += other_answer_named(saying, self.facts)

    def take_cover(self, figure: BigFigure, written: SourceText, caption: Prose) -> None:
        """The figure of the cover, which is drawn, and its caption."""
        self.take_figure(figure, written, caption)
        saying = Saying.of(self._big(figure, written), caption)
        self._found += other_than_its_caption(saying, self.facts)

    def take_figure(self, figure: BigFigure, written: SourceText, text: Prose) -> None:
        """A big figure elsewhere and the words that go on from it."""
        saying = Saying.of(self._big(figure, written), text)
        self._further.append((saying, ()))
        self._found += other_answer_named(saying, self.facts)

    def take_evidence(self, figure: BigFigure, written: SourceText, text: Prose, because: Sequence[str]) -> None:
        """The big figure of a recommendation, the words that go on from it, and the findings that it rests on."""
        self.take_figure(figure, written, text)
        self._evidence.append((self._big(figure, written), tuple(because)))

    def take_text(
        self, paragraphs: Sequence[Prose], *, beside: Sequence[Prose] = (), holds: SourceText | None = None
    ) -> None:
        """Paragraphs that are read one after the other, with a headline `beside` them or none, and their claim."""
        others = tuple(text.text for text in (*beside, *paragraphs))
        for index, paragraph in enumerate(paragraphs, len(beside)):
            self._further.append((Saying.of(paragraph, holds=holds), (*others[:index], *others[index + 1 :])))

    def _big(self, figure: BigFigure, written: SourceText) -> Figure:
        cell, place = figure.cell.id, written.at(0, len(written.text.strip()))
        return Figure(figure.number.text, (cell,), expression=name_of(cell, self.facts.survey), location=place)

    def take_finding(self, finding: Finding, story: FindingStory) -> None:
        """A finding with its exhibit and its annotations."""
        headline = Saying.of(finding.headline, holds=story.headline.holds)
        annotations = tuple(
            Saying.of(each.lead, each.text, holds=written.holds)
            for each, written in zip(finding.annotations, story.annotations, strict=True)
        )
        self._headlines.append((finding.id, headline))
        self.take_text((*finding.text, *finding.notes), beside=[finding.headline])
        self._stages[finding.id] = Stage(f'finding "{finding.id}"', finding.exhibit, annotations)
        explained = {name for annotation in finding.annotations for name in annotation.at}
        marks = [mark for mark in (*story.exhibit.emphasize, *story.exhibit.contrast) if mark.text not in explained]
        self._found += unnamed(marks, finding.exhibit, (headline, *annotations), self.facts)

    def take_statement(self, statement: Statement) -> None:
        """A statement, whose exhibit may be that of a message."""
        self._stages[statement.id] = Stage(f'statement "{statement.id}"', statement.exhibit)

    def faults(self) -> Iterator[Diagnostic]:
        """What is found in all of them."""
        proofs = Proofs(self._stages, self.facts, self.kinds)
        for name, saying in self._messages:
            if name in self._stages:
                yield from self._of(saying, name, proofs, leads_there=True)
        for name, headline in self._headlines:
            yield from self._of(headline, name, proofs)
            stage = self._stages[name]
            for saying in stage.annotations:
                beside = (headline.text, stage.exhibit.title.text if stage.exhibit else "")
                yield from self._of(saying, name, proofs, beside=beside)
            yield from answers_not_shown(headline, stage, self.facts, proofs)
        for saying, others in self._further:
            found = list(misnamed(saying, self.facts))
            yield from found or said_of_all(saying, others, self.facts)
            yield from self._of_others(saying)
        for figure, because in self._evidence:
            yield from proofs.unproven(figure, because, [name for name, _ in self._headlines])
        yield from self._found

    def _of_others(self, saying: Saying) -> Iterator[Diagnostic]:
        """The figures that are those of another answer or wave than the words say."""
        yield from answer_misnamed(saying, self.facts)
        yield from wave_misnamed(saying, self.facts)

    def _of(
        self,
        saying: Saying,
        name: str,
        proofs: Proofs,
        *,
        beside: Sequence[str] = (),
        leads_there: bool = False,
    ) -> Iterator[Diagnostic]:
        """Which cell is to be seen is known only of a saying that names the right group.

        beside: texts that are read with it.
        """
        yield from self._of_others(saying)
        found = list(misnamed(saying, self.facts))
        if not found:
            yield from said_of_all(saying, beside, self.facts)
        yield from found or proofs.unseen(saying, name, leads_there=leads_there)
