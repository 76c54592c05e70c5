"""Surveys of any size for measurements: the cost of a question should not depend on how many there are."""

from __future__ import annotations

from collections.abc import Iterator

HEAD = """\
format: 1
language: de
title: Arbeiten in Unternehmen
short_title: Arbeiten 2025
publisher: Verband
published: 2025-03-14
population: Beschäftigte ab 18 Jahren
unit: Beschäftigten
wave: w2025
n: 1204
waves:
  w2023: {date: 2023-03}
  w2025: {date: 2025-03}
questions:
"""

SUBJECTS = ("Weiterbildung", "Arbeitszeit", "Führung", "Ausstattung", "Gesundheit", "Homeoffice", "Digitalisierung")
ANSWERS = (
    "Ja, regelmäßig",
    "Nur auf eigenen Wunsch",
    "Nach Absprache mit dem ganzen Team",
    "Gar nicht",
    "Mehr als im Vorjahr",
)


def survey_of(n_questions: int) -> str:
    """A survey.yaml with 2 to 15 answers a question; every third question was asked in an earlier wave too.

    Up to four answers are a single choice that adds up to 100, more are multiple choice.
    """
    return HEAD + "".join(line + "\n" for number in range(1, n_questions + 1) for line in _question(number))


def _question(number: int) -> Iterator[str]:
    n_answers = 2 + number * 5 % 14
    subject = SUBJECTS[number % len(SUBJECTS)]
    yield f"  question_{number}:"
    yield f"    type: {'single' if n_answers <= 4 else 'multiple'}"
    yield f"    topic: {subject} {number}"
    yield f"    label: Wie steht es in Ihrem Unternehmen um {subject} {number}?"
    yield "    answers:"
    for answer, percent in enumerate(_percentages(number, n_answers)):
        label = f"{ANSWERS[(number + answer) % len(ANSWERS)]} ({answer + 1})"
        yield f'      answer_{answer}: {{percent: {percent}, label: "{label}"}}'
    if number % 3 == 0:
        earlier = enumerate(_percentages(number + 1, n_answers))
        yield f"    earlier: {{w2023: {{{', '.join(f'answer_{answer}: {percent}' for answer, percent in earlier)}}}}}"


def _percentages(seed: int, n_answers: int) -> list[int]:
    if n_answers > 4:
        return [(seed * 7 + answer * 11) % 97 for answer in range(n_answers)]
    parts = [10 + (seed * 13 + answer * 7) % 15 for answer in range(n_answers - 1)]
    return [100 - sum(parts), *parts]


STORY = """\
format: 1
survey: survey.yaml
languages: [de]
title: {text: Was die Befragung zeigt}
cover: {figure: question_1.answer_0, caption: sagen das}
"""


def briefing_of(n_findings: int) -> str:
    """A briefing.yaml of that survey: a finding and a statement to each of its first questions, each with a chart."""
    findings = [_finding(number) for number in range(1, n_findings + 1)]
    statements = [_statement(number) for number in range(1, n_findings + 1)]
    return STORY + "findings:\n" + "".join(findings) + "statements:\n" + "".join(statements)


def _finding(number: int) -> str:
    return (
        f"  - id: finding_{number}\n"
        f"    headline: Was zu Frage {_word(number)} gesagt wird\n"
        f"    text: Die Befragten haben geantwortet.\n"
        f"    exhibit: {{question: question_{number}, kind: bars}}\n"
    )


def _statement(number: int) -> str:
    return (
        f"  - id: statement_{number}\n"
        f"    speaker: Eine Leserin\n"
        f"    role: Redaktion\n"
        f"    text: Das hat sie so erwartet.\n"
        f"    exhibit: {{question: question_{number}, kind: bars}}\n"
    )


def _word(number: int) -> str:
    """A number without digits, which no headline may hold."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))
