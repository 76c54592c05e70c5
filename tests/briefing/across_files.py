"""A survey with a battery of three questions as files, and what is made of a finding over it."""

from __future__ import annotations

from pathlib import Path

from report import pipeline
from report.briefing.model import Briefing
from report.diagnostics import Diagnostic
from report.document.model import FindingSection
from report.pipeline import Material, Source
from tests.document.telling import document_of

_ANSWERS = """      fully: {percent: FULLY, label: stimme voll zu}
      rather: {percent: RATHER, label: stimme eher zu}
      neither: {percent: 20, label: teils/teils, role: midpoint}
      rather_not: {percent: LESS, label: stimme eher nicht zu}
      not_at_all: {percent: NOT, label: stimme nicht zu}
      dont_know: {percent: 4, label: weiß nicht, role: dont_know}
"""
"""What the three questions share."""


def _question(id: str, label: str, shares: tuple[int, int, int, int], more: str = "") -> str:
    answers = _ANSWERS
    for name, share in zip(("FULLY", "RATHER", "LESS", "NOT"), shares, strict=True):
        answers = answers.replace(f" {name},", f" {share},")
    return f"""  {id}:
    type: scale
    type_source: published
    topic: {label}
    label: {label} ist Chefsache
    answers:
{answers}    nets:
      agreed: {{of: [fully, rather], label: Zustimmung}}
{more}"""


_GROUPS = """    segments:
      age:
        young: {fully: 21, rather: 38, neither: 20, rather_not: 10, not_at_all: 7, dont_know: 4}
        old: {fully: 41, rather: 18, neither: 20, rather_not: 10, not_at_all: 7, dont_know: 4}
"""
SURVEY = f"""format: 1
title: Aussagen zur Arbeit
publisher: Institut
published: 2016-06
population: Leute ab 18
unit: Leute
n: 500
wave: w2016
waves:
  w2016: {{date: 2016-06}}
segments:
  age:
    label: Alter
    columns:
      young: {{label: die Jüngeren, n: 200}}
      old: {{label: die Älteren, n: 300}}
questions:
{_question("privacy", "Datenschutz", (31, 28, 10, 7), _GROUPS)}{_question("control", "Kontrolle", (22, 30, 15, 9))}\
{_question("work", "Heimarbeit", (8, 20, 45, 3))}"""


def finding(exhibit: str, headline: str = "Aussagen") -> str:
    return f"""  - id: f
    headline: "{headline}"
    exhibit: {exhibit}
    text: Ein Absatz.
"""


def composed(folder: Path, findings: str, language: str, survey: str = SURVEY) -> Briefing:
    """The briefing of these findings in a language."""
    telling = pipeline.tell(_material(folder, findings, survey, language), [language], allow_failed_claims=False)
    assert not any(fault.is_error for fault in telling.faults), "\n".join(fault.as_text() for fault in telling.faults)
    return telling.briefings[0]


def faults_of(folder: Path, findings: str) -> list[Diagnostic]:
    """What is wrong in these findings."""
    return list(pipeline.tell(_material(folder, findings, SURVEY, "de"), ["de"], allow_failed_claims=False).faults)


def found(folder: Path, findings: str) -> list[str]:
    """The ids of it."""
    return [fault.id for fault in faults_of(folder, findings)]


def note_of(folder: Path, findings: str, language: str, survey: str = SURVEY) -> tuple[str, str]:
    """The two halves of the note below the first finding, their no-break spaces as blanks."""
    section = document_of(composed(folder, findings, language, survey)).body[0]
    assert isinstance(section, FindingSection)
    halves = [half.text.replace("\u00a0", " ") for half in section.source.halves]
    return halves[0], halves[1]


def _material(folder: Path, findings: str, survey: str, language: str) -> Material:
    (folder / "survey.yaml").write_text(f"language: {language}\n{survey}", "utf-8")
    (folder / "briefing.yaml").write_text(f"languages: [{language}]\n{_BRIEFING}{findings}", "utf-8")
    return pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "battery"))


_BRIEFING = """format: 1
survey: survey.yaml
title: {text: Aussagen zur Arbeit}
cover: {figure: privacy.neither, caption: teils/teils}
messages: [{finding: f, figure: privacy.agreed, text: stimmen zu}]
findings:
"""
