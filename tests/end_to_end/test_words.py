"""Words of finished files: units in their case, quotations with numbers, a claim on "twice", the audience's article."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

import report
from report.diagnostics import SourceError
from tests.end_to_end.test_other_surveys import build, texts_of

SURVEY = """\
format: 1
language: de
title: Heizen im Winter
short_title: Heizen 2025
publisher: Verein
published: 2025-03
population: private Haushalte im Land
unit: private Haushalte
wave: w2025
waves:
  w2023: {date: 2023-11-10}
  w2025: {date: 2025-02-14}
note: Zum Niveau von 95 % beträgt die Schwankung 3,1 Prozentpunkte.
questions:
  fuel:
    type: single
    topic: Heizung
    label: Womit geheizt wird
    answers:
      gas: {percent: 46, label: Gas}
      oil: {percent: 30, label: Öl}
      pump: {percent: 24, label: Wärmepumpe}
    earlier: {w2023: {pump: 11}}
"""
BRIEFING = """\
format: 1
survey: survey.yaml
languages: [de]
audience: den Vorstand
title: {text: So heizt das Land}
cover: {figure: fuel.gas, caption: "{{ fuel.gas | of_100 }} privaten Haushalten heizen mit Gas"}
messages:
  - {finding: pumps, figure: fuel.pump, text: heizen mit einer Wärmepumpe}
findings:
  - id: pumps
    question: fuel
    headline: Mehr als doppelt so viele wie 2023 heizen mit einer Wärmepumpe
    holds: fuel.pump > 2 * fuel.pump.w2023
    text: Es sind {{ fuel.pump | words }}.
statements:
  - {id: view, kind: literal, speaker: Die Vorsitzende, role: Verein, text: "Wir wollen 100 % in 10 Jahren"}
method: Die Quote der Antworten lag bei 34 Prozent.
"""


def folder(tmp_path: Path, *, briefing: str = "") -> Path:
    made = tmp_path / "heat"
    made.mkdir()
    (made / "survey.yaml").write_text(SURVEY, "utf-8")
    if briefing:
        (made / "briefing.yaml").write_text(briefing, "utf-8")
    return made


def texts(built: Path) -> list[str]:
    """All texts of the deck, and all of the summary, with plain blanks."""
    pages = pypdf.PdfReader(built / "de" / "heat-de.pdf").pages
    summary = " ".join(" ".join(page.extract_text() for page in pages).split())
    return [" ".join(texts_of(built / "de" / "heat-de.pptx").split()), summary]


def test_the_unit_of_a_survey_alone_stands_in_its_case(tmp_path: Path) -> None:
    for told in texts(build(folder(tmp_path), tmp_path / "build")):
        assert "46 von 100 privaten Haushalten: Gas" in told
        assert "Anteil der privaten Haushalte mit der Antwort „Wärmepumpe“" in told
        assert "100 private Haushalte" not in told and "der private Haushalte" not in told
        assert "Anteile vom 14. Februar 2025 und frühere Wellen" in told


def test_quotations_notes_and_the_method_keep_their_numbers_and_the_audience_its_article(tmp_path: Path) -> None:
    deck, summary = texts(build(folder(tmp_path, briefing=BRIEFING), tmp_path / "build"))

    assert "Briefing für den Vorstand" in deck
    assert "Kurzfassung für den Vorstand" in summary
    for told in (deck, summary):
        assert "„Wir wollen 100 % in 10 Jahren“" in told
        assert "lag bei 34 Prozent" in told
        assert "95 %" in told


def test_a_claim_on_twice_as_many_fails_with_the_numbers_that_decide_it(tmp_path: Path) -> None:
    made = folder(tmp_path, briefing=BRIEFING.replace("> 2 *", "> 2.5 *"))

    with pytest.raises(SourceError) as failed:
        report.build(made, options=report.Options(output=tmp_path / "build"))

    (fault,) = failed.value.diagnostics
    assert fault.notes == (
        "fuel.pump > 2.5 * fuel.pump.w2023 is false: "
        "fuel.pump has 24 %, 2.5 * fuel.pump.w2023 is 27.5 %, pump.w2023 11 %",
    )
