"""Claims: the condition under which a text is true, held against the data, and demanded where a text compares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from report.briefing.evaluation import Reading, evaluate
from report.briefing.example_claims import example_claim
from report.briefing.facts import Facts
from report.briefing.failing import failing_parts
from report.briefing.faults import StoryFault
from report.briefing.markup import BareText, bare, trimmed
from report.briefing.quoting import Quoting, lies_in
from report.briefing.values import Refusal, Undecided
from report.diagnostics import Diagnostic, Location, Severity, SourceText
from report.language.model import Language
from report.survey.model import ColumnId, Translated
from report.tables.model import Table


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a claim stands: True, False, or None where it cannot be read (then `faults` say why).

    failing: the parts that leave it false or undecided, each with the numbers that decide it.
    """

    is_true: bool | None
    readings: tuple[Reading, ...]
    faults: tuple[Diagnostic, ...] = ()
    failing: tuple[str, ...] = ()


def judge(claim: SourceText, facts: Facts) -> Verdict:
    """Whether the data support a claim."""
    found = evaluate(claim, facts)
    if found.value is None or found.expression is None:
        return Verdict(None, found.readings, found.faults)
    if not isinstance(found.value.content, bool | Undecided):
        message = f"a claim is a condition, and this is {found.value.sort}"
        refusal = Refusal(StoryFault.MIXED_TYPES, message, hint="compare it, as in goals.awareness > 50")
        return Verdict(None, found.readings, (found.expression.fault(found.expression.whole, refusal),))
    is_true = found.value.content is True
    return Verdict(is_true, found.readings, failing=() if is_true else failing_parts(found.expression, facts))


def failed_claim(claim: SourceText, said: str, verdict: Verdict) -> Diagnostic:
    """The fault of a claim that the data do not support, with what was said and the parts that failed."""
    text = trimmed(claim)
    return Diagnostic(
        StoryFault.FAILED_CLAIM,
        f'the data do not support "{said}"',
        text.at(0, len(text.text)),
        verdict.failing,
        "change the text and its claim; --allow-failed-claims builds a draft all the same and stamps it",
    )


def missing_claim(
    texts: Sequence[Translated],
    what: str,
    languages: Iterable[Language],
    facts: Facts,
    *,
    quoting: Quoting | None = None,
) -> Diagnostic | None:
    """The fault of a text without a claim that compares, ranks or gives a fraction in words, in any language.

    quoting: the labels that the text may repeat.
    """
    found = _first_comparing(texts, languages, quoting, lambda language: language.claim_words)
    if found is None:
        return None
    message = f'"{found.words}" compares, so the {what} needs a claim'
    hint = f"add holds: with the condition under which it is true, as in holds: {found.example(facts)}"
    return Diagnostic(StoryFault.MISSING_CLAIM, message, found.place, hint=hint)


def change_not_claimed(
    texts: Sequence[Translated],
    verdict: Verdict,
    languages: Iterable[Language],
    facts: Facts,
    *,
    quoting: Quoting,
) -> Diagnostic | None:
    """The warning of a text that tells a change, whose claim compares nothing that could have changed.

    That is one of two columns: of waves, or of groups ("rises with age"). A question of one wave cannot tell.
    """
    cells = [reading.cell.id for reading in verdict.readings]
    tables = [facts.tables.table(name) for name in dict.fromkeys(cell.question for cell in cells)]
    if len({cell.column for cell in cells}) != 1 or not any(len(_waves(table)) > 1 for table in tables):
        return None
    found = _first_comparing(texts, languages, quoting, lambda language: language.change_words)
    if found is None:
        return None
    message = f'"{found.words}" tells a change, and its claim compares no two waves or groups'
    hint = f"hold one against the other, as in holds: {found.example(facts)}"
    return Diagnostic(StoryFault.CHANGE_NOT_CLAIMED, message, found.place, hint=hint, severity=Severity.WARNING)


def _waves(table: Table) -> list[ColumnId]:
    """The waves of which a table has shares."""
    return [column.id for column in table.published(table.waves)]


@dataclass(frozen=True, slots=True)
class _Comparing:
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

    def example(self, facts: Facts) -> str:
        """A claim for them."""
        return example_claim(self.source, self.match, further=self.further, language=self.language, facts=facts)


def _first_comparing(
    texts: Sequence[Translated],
    languages: Iterable[Language],
    quoting: Quoting | None,
    words_of: Callable[[Language], str],
) -> _Comparing | None:
    """The first words of a kind in any language of texts that have a place."""
    for language in languages:
        for source in (text.source(language.code) for text in texts if language.code in text.by_language):
            plain = bare(source)
            found = _comparing(source, plain, words_of(language), language, quoting)
            if found and source.location:
                start, end = plain.offsets[found.start()], plain.offsets[found.end() - 1] + 1
                return _Comparing(source, language, found, start, end, quoting.figures if quoting else ())
    return None


def _comparing(
    source: SourceText, plain: BareText, words: str, language: Language, quoting: Quoting | None
) -> re.Match[str] | None:
    """The first of such words that are none of a label that is repeated."""
    word = re.compile(rf"(?P<look_alike>{language.look_alikes})|{words}", re.IGNORECASE)
    labels = quoting.repeated(source, plain.text, language.code) if quoting else []
    found = (each for each in word.finditer(plain.text) if not each["look_alike"])
    return next((each for each in found if not lies_in(*each.span(), labels)), None)
