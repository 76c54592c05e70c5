"""Words that a draft puts where the data file has none, in the language that the file speaks."""

from __future__ import annotations

from collections.abc import Mapping

from report.frozen import frozen


@frozen
class Words:
    """The words of one language. others: what rarer answers together are called, the first that no answer is called."""

    survey: str
    publisher: str
    population: str
    population_of_table: str
    respondents: str
    question: str
    answer: str
    group: str
    groups: str
    battery: str
    others: tuple[str, ...]


WORDS: Mapping[str, Words] = {
    "de": Words(
        survey="Umfrage",
        publisher="Herausgeber (noch zu nennen)",
        population="alle, deren Antworten in der Datei stehen",
        population_of_table="alle, deren Antworten die Tabelle zusammenfasst",
        respondents="Befragte",
        question="Frage",
        answer="Antwort",
        group="Gruppe",
        groups="Gruppen",
        battery="Aussagen",
        others=("Andere Antworten", "Alle übrigen Antworten", "Seltenere Antworten zusammen"),
    ),
    "en": Words(
        survey="Survey",
        publisher="Publisher (to be named)",
        population="everybody whose answers are in the file",
        population_of_table="everybody whose answers the table sums up",
        respondents="respondents",
        question="Question",
        answer="Answer",
        group="Group",
        groups="Groups",
        battery="Statements",
        others=("Other answers", "All remaining answers", "Rarer answers together"),
    ),
}
"""Every language that a survey can be written in."""
