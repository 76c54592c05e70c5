"""Whether a unit is a plural that the sentences of the outputs can decline: "48 von 100 Haushalten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.diagnostics import Diagnostic, Severity, SourceText
from report.language.model import Plurals
from report.language.registry import available, load
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import SurveyFile

_PER_CENT = re.compile(r".*%.*|(?:percent|per cent|pct|prozent|v\. ?h\.)(?!\w).*", re.IGNORECASE)
_COUNT = r"(?P<count>\d[\d.,'’\u00a0\u202f ]*)(?<=\d)\s+(?P<word>[^\W\d_]+)|.*?(?P<n>\bn\s*=\s*(?P<of>\d[\d.,]*))"
"""A number of people before them, or one called n: "1004 Befragte", "Befragte (n = 1004)"."""
_FIRST_WORD = re.compile(r"(?:of )?(?P<word>[^\W\d_]+)(?=\s)")


def check_units(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every unit that names nobody or one alone, that counts them, or that brings an article of its own."""
    declared = survey.language.text if survey.language else ""
    for unit in (survey.unit, *(question.unit for question in survey.questions.values())):
        for language, text in unit.in_language(declared).items() if unit else ():
            if text.text and language in available() and (fault := _fault(text, load(language).plurals)):
                yield fault


def _fault(text: SourceText, plurals: Plurals) -> Diagnostic | None:
    if _PER_CENT.fullmatch(text.text) or not any(letter.isalpha() for letter in text.text):
        message = f'"{text.text}" is no unit: a unit says whom or what the percentages count'
        hint = f"write a plural, such as {plurals.examples}"
        return Diagnostic(SurveyFault.NOT_A_UNIT, message, text.at(0, len(text.text)), hint=hint)
    if counted := _counted(text, plurals):
        return counted
    first = _FIRST_WORD.match(text.text)
    if first is None or first["word"].lower() not in plurals.articles:
        return _singular(text, plurals) if plurals.is_singular(text.text) else None
    message = f'a unit cannot begin with "{first["word"]}": the sentences of a report put their own words before it'
    hint = f'leave "{first["word"]}" out and write the plural alone, such as {plurals.examples}'
    return Diagnostic(SurveyFault.NOT_A_UNIT, message, text.at(first.start("word"), len(first["word"])), hint=hint)


def _singular(text: SourceText, plurals: Plurals) -> Diagnostic:
    """The warning of a unit that names one: its ending tells, and there may be plurals that nobody thought of."""
    message = f'"{text.text}" looks like a singular: a unit is a plural, which the sentences of a report decline'
    hint = f"write the plural, such as {plurals.examples}"
    place = text.at(0, len(text.text))
    return Diagnostic(SurveyFault.NOT_A_UNIT, message, place, hint=hint, severity=Severity.WARNING)


def _counted(text: SourceText, plurals: Plurals) -> Diagnostic | None:
    """The fault of a unit with the number of those who were asked."""
    found = re.match(_COUNT, text.text) if re.search(r"\d", text.text) else None
    if found is None or (found["word"] or "").lower() in plurals.behind_ages:
        return None
    part = "count" if found["count"] else "n"
    message = f'a unit says who was asked and not how many: "{found[part]}" belongs to `n`'
    hint = f"write the plural alone, such as {plurals.examples}, and `n:` with the number beside it"
    return Diagnostic(SurveyFault.NOT_A_UNIT, message, text.at(found.start(part), len(found[part])), hint=hint)
