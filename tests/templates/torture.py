"""A briefing of all that is long: headlines, 30 answers, labels of 120 characters, any number of messages."""

from __future__ import annotations

from pathlib import Path

N_ANSWERS = 30
LABEL = 120
TITLE = 100
MESSAGE = 72
"""Of one line, as five messages have."""
WORDS = (
    "Betriebe des verarbeitenden Gewerbes nennen die Weiterbildung ihrer Beschäftigten als wichtigste Aufgabe der "
    "kommenden Jahre, danach folgen neue Maschinen und der Schutz von Daten"
)


def written(folder: Path, *, headline: int, n_messages: int = 5) -> Path:
    """The folder with survey and briefing, its headlines of so many characters."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.yaml").write_text(_survey(), "utf-8")
    (folder / "briefing.yaml").write_text(_briefing(headline, n_messages), "utf-8")
    return folder


def of_length(count: int, start: str = "") -> str:
    """German words of exactly so many characters in all, quoted."""
    return repr(f"{start}{WORDS}"[: count - 1].rstrip(" ,").ljust(count, "n"))


def _answers(percents: list[int], *, short: str | None) -> str:
    """Answers with labels, and with a short form where one is given."""
    return "\n".join(
        f"      a{number}: {{percent: {percent}, label: {of_length(LABEL, f'Nr. {number} ')}"
        + (f", short: {short} {number}}}" if short else "}")
        for number, percent in enumerate(percents, 1)
    )


def _survey() -> str:
    many = [90 - 2 * number for number in range(N_ANSWERS)]
    return f"""
format: 1
language: de
title: Betriebe
publisher: Verband
published: 2024
population: {of_length(LABEL)}
unit: Betriebe
questions:
  long:
    type: multiple
    topic: Aufgaben
    label: {of_length(LABEL)}
    answers:
{_answers(many, short=None)}
  short:
    type: multiple
    topic: Ziele
    label: {of_length(LABEL)}
    answers:
{_answers(many, short="Kurzform")}
  few:
    type: multiple
    topic: Wege
    label: Welche Wege?
    answers:
{_answers([50, 40, 30], short="Weg")}
"""


def _briefing(headline: int, n_messages: int) -> str:
    messages = "\n".join(
        f"  - {{finding: long, figure: long.a{number}, text: {of_length(MESSAGE, 'der ')}}}"
        for number in range(1, n_messages + 1)
    )
    findings = "\n".join(
        f"  - {{id: {id}, question: {id}, headline: {of_length(headline, f'{topic}: ')}, text: Ein Satz.{more}}}"
        for id, topic, more in (
            ("long", "Aufgaben", ""),
            ("short", "Ziele", ""),
            ("few", "Wege", f", annotations: [{{at: [a1], lead: {of_length(40)}, text: {of_length(LABEL)}}}]"),
        )
    )
    return f"""
format: 1
survey: survey.yaml
languages: [de]
title: {{text: {of_length(TITLE)}}}
cover: {{figure: few.a1, caption: "{{{{ few.a1 }}}} der Betriebe"}}
messages:
{messages}
findings:
{findings}
"""
