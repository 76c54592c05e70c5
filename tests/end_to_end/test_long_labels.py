"""Labels as long as the documentation of a survey allows find room in every kind, the short forms where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

import report
from report.pipeline import Product

ANSWER = "Beschäftigte in kleinen und mittleren Betrieben des verarbeitenden Gewerbes, im Handel und im Bau, seit 2020"
GROUP = "Betriebe mit Sitz in den Ländern des Nordens und Ostens, Nr."

SURVEY = f"""
format: 1
language: de
title: Betriebe
publisher: Verband
published: 2024
population: Betriebe
unit: Betriebe des verarbeitenden Gewerbes
wave: w2
waves: {{w1: {{date: 2020}}, w2: {{date: 2024}}}}
segments:
  wo:
    label: Wo
    columns:
      a: {{label: "{GROUP} 1"}}
      b: {{label: "{GROUP} 2"}}
      c: {{label: "{GROUP} 3"}}
      d: {{label: "{GROUP} 4"}}
questions:
  neu:
    type: multiple
    topic: Neues
    label: Was ist neu?
    answers:
      x: {{percent: 50, label: "{ANSWER}", short: Neue Beschäftigte}}
      y: {{percent: 40, label: "{ANSWER}, Jüngere", short: Jüngere}}
      z: {{percent: 30, label: "{ANSWER}, Ältere", short: Ältere}}
    earlier: {{w1: {{x: 40, y: 30, z: 20}}}}
    segments:
      wo:
        a: {{x: 50, y: 40, z: 30}}
        b: {{x: 51, y: 41, z: 31}}
        c: {{x: 52, y: 42, z: 32}}
        d: {{x: 53, y: 43, z: 33}}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [de]
title: {text: Betriebe}
cover: {figure: neu.x, caption: "{{ neu.x }} der Betriebe"}
findings:
  - id: found
    question: neu
    headline: Ein Satz
    exhibit: EXHIBIT
    text: Ein Satz.
"""


@pytest.mark.parametrize(
    ("exhibit", "told"),
    [
        ("{kind: grouped, by: wo}", "Basen und n bei den Tabellen im Anhang"),
        ("{kind: table, by: wo}", "Tabelle, 3 Antworten, 5 Spalten"),
        ("{kind: columns, answers: [x]}", "Anteil der Antwort „Neue Beschäftigte“ in Prozent"),
        ("{kind: number, figure: neu.x, reference: [neu.x.w1, neu.y]}", "Jüngere"),
    ],
)
def test_the_longest_labels_find_room(exhibit: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    (tmp_path / "briefing.yaml").write_text(BRIEFING.replace("EXHIBIT", exhibit), "utf-8")

    report.build(
        tmp_path / "briefing.yaml",
        options=report.Options(output=tmp_path / "out", only=(Product.DECK, Product.SUMMARY)),
    )

    (deck,) = tmp_path.rglob("*.pptx")
    assert told in etree.tostring(Presentation(str(deck)).slides[1].element, encoding="unicode")
