"""Words of a text that compare, rank or tell a change, and the claim that a hint offers for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from report.briefing.example_claims import example_claim, named_cells
from report.briefing.expression import Expression
from report.briefing.facts import Facts
from report.briefing.markup import BareText, bare
from report.briefing.model.prose import name_of
from report.briefing.multiples import Multiple, Pairing, is_claimed
from report.briefing.named_apart import fit_the_words
from report.briefing.own_names import example_figures
from report.briefing.quoting import Quoting, lies_in
from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.language.alternatives import may_match, search
from report.language.model import Language
from report.survey.model import Translated
from report.tables.model import Cell


@frozen
class Comparing:
    """Words of a text that compare, and what the text is read with."""

    source: SourceText
    language: Language
    match: re.Match[str]
    start: int
    end: int
    further: tuple[str, ...]

    @property
    def words(self) -> str:
        """As they are written."""
        return self.source.text[self.start : self.end]

    @property
    def place(self) -> Location | None:
        """Where they stand."""
        return self.source.at(self.start, self.end - self.start)

    def named(self, facts: Facts) -> list[Cell]:
        """The published figures that the text names."""
        return named_cells(self.source, self.further, facts)

    def example(self, facts: Facts) -> str:
        """A claim for them."""
        return example_claim(self.source, self.match, further=self.further, language=self.language, facts=facts)

    def is_claimed_multiple(self, claim: Expression, facts: Facts) -> bool:
        """Whether a claim says it of two figures that one is about so many times the other."""
        return is_claimed(Multiple.of(self.match, self.language), claim, self._are_meant(facts), facts)

    def example_of_multiple(self, facts: Facts, *, claimed: Sequence[Cell] = ()) -> tuple[str | None, str]:
        """A claim for words that say how many times one figure is another, if one is true; what to do without one.

        claimed: the figures that have been set against each other, so that a claim of others would change the subject.
        """
        named = claimed or self.named(facts)
        question = named[0].id.question if named else example_figures(facts)[0]
        multiple = Multiple.of(self.match, self.language)
        if len(named) > 1:
            among = f"of {' and '.join(name_of(cell.id, facts.survey) for cell in named)} none"
        elif multiple.is_of_waves:
            among = f'no figure of "{question}" and its earlier waves'
        else:
            among = f'no figure of "{question}"'
        unsupported = f"{among} is so many times another, so no claim makes it true: word what the figures show"
        if multiple.claim(named, lambda _one, _other: True, facts, question):
            unsupported = "the words name other figures, or turn them round: word what the figures show"
        return multiple.claim(named, self._are_meant(facts), facts, question), unsupported

    def _are_meant(self, facts: Facts) -> Pairing:
        """Whether the words around it may set the first of two figures against the second."""
        own = replace(facts, language=self.language)
        return lambda one, other: fit_the_words(one, other, self.match.string, self.match.start(), own)


def every_comparing(
    texts: Sequence[Translated],
    languages: Iterable[Language],
    quoting: Quoting | None,
    words_of: Callable[[Language], str],
) -> Iterator[Comparing]:
    """The words of a kind in any language of texts that have a place."""
    for language in languages:
        for source in (text.source(language.code) for text in texts if language.code in text.by_language):
            plain = bare(source)
            for found in _matches(source, plain, words_of(language), language, quoting) if source.location else ():
                start, end = plain.offsets[found.start()], plain.offsets[found.end() - 1] + 1
                yield Comparing(source, language, found, start, end, quoting.figures if quoting else ())


def _matches(
    source: SourceText, plain: BareText, words: str, language: Language, quoting: Quoting | None
) -> Iterator[re.Match[str]]:
    """Such words that are none of a label that is repeated."""
    found = list(_but_look_alikes(words, language, plain.text))
    labels = quoting.repeated(source, plain.text, language.code) if quoting and found else []
    return (each for each in found if not lies_in(*each.span(), labels))


def _but_look_alikes(words: str, language: Language, text: str) -> Iterator[re.Match[str]]:
    """The words of a kind that are no part of words which only look like them.

    Look-alikes are those of every kind.
    """
    if not may_match(words, text):
        return
    alike, place = search(language.look_alikes, text), 0
    while found := search(words, text, place):
        while alike and alike.start() < place:
            alike = search(language.look_alikes, text, place)
        if alike and alike.start() <= found.start():
            place = alike.end()
        else:
            yield found
            place = found.end()
