"""Words that a draft puts where the data file has none, in the language that the file speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    base_of_asked: str
    base_of_answered: str
    quoted: str
    or_: str
    base: str
    others: tuple[str, ...]

    def base_of(self, answers: Sequence[str], topic: str) -> str:
        """Who was asked a question that was put to those who had given some answers to another one."""
        quoted = f" {self.or_} ".join(self.quoted.format(answer) for answer in answers)
        return self.base.format(answers=quoted, topic=self.quoted.format(topic))


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
        base_of_asked="Befragte, denen diese Frage gestellt wurde",
        base_of_answered="Befragte, von denen die Datei eine Antwort hat",
        quoted="„{}“",
        or_="oder",
        base="Befragte mit {answers} bei {topic}",
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
        base_of_asked="respondents who were asked this question",
        base_of_answered="respondents of whom the file has an answer",
        quoted="“{}”",
        or_="or",
        base="respondents with {answers} in {topic}",
        others=("Other answers", "All remaining answers", "Rarer answers together"),
    ),
}
"""Every language that a survey can be written in."""
