"""Claims: the condition under which a text is true, held against the data, and demanded where a text compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.briefing.evaluation import Reading, evaluate
from report.briefing.example_claims import example_claim
from report.briefing.facts import Facts
from report.briefing.failing import failing_parts
from report.briefing.faults import StoryFault
from report.briefing.markup import BareText, bare, trimmed
from report.briefing.quoting import Quoting, lies_in
from report.briefing.values import Refusal, Undecided
from report.diagnostics import Diagnostic, SourceText
from report.language.model import Language
from report.survey.model import Translated


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
    for language in languages:
        for source in (text.source(language.code) for text in texts if language.code in text.by_language):
            plain = bare(source)
            found = _comparing(source, plain, language, quoting)
            if found and source.location:
                start, end = plain.offsets[found.start()], plain.offsets[found.end() - 1] + 1
                message = f'"{source.text[start:end]}" compares, so the {what} needs a claim'
                further = quoting.figures if quoting else ()
                claim = example_claim(source, found, further=further, language=language, facts=facts)
                hint = f"add holds: with the condition under which it is true, as in holds: {claim}"
                return Diagnostic(StoryFault.MISSING_CLAIM, message, source.at(start, end - start), hint=hint)
    return None


def _comparing(
    source: SourceText, plain: BareText, language: Language, quoting: Quoting | None
) -> re.Match[str] | None:
    """The first words that compare and are none of a label that is repeated."""
    word = re.compile(rf"(?P<look_alike>{language.look_alikes})|{language.claim_words}", re.IGNORECASE)
    labels = quoting.repeated(source, plain.text, language.code) if quoting else []
    words = (each for each in word.finditer(plain.text) if not each["look_alike"])
    return next((each for each in words if not lies_in(*each.span(), labels)), None)
