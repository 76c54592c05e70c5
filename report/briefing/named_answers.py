"""Whether the answers that a headline names are shown: one that is named in words alone has no number to be looked for.

    headline   "Many have own teams, “anyone who likes” may post too"
    exhibit    own teams over the waves                                    teams.everyone is named and not shown

A name is the whole label, or its short form: as a phrase of several words that mean something, or in quotation marks.
One word may mean anything ("Yes", "Other", "work"); a phrase that the question or a shown answer has is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import Mention
from report.briefing.model import Exhibit
from report.briefing.model.prose import name_of
from report.briefing.printed import printed
from report.briefing.saying import Saying
from report.briefing.shown import Proofs, Stage
from report.diagnostics import Diagnostic, Severity
from report.language.alternatives import find_all
from report.survey.model import Answer, AnswerRole, CellId, Net, Question

LEAST_WORDS = 2
"""Of a name that stands without quotation marks, the small ones left aside."""


def answers_not_shown(headline: Saying, stage: Stage, facts: Facts, proofs: Proofs) -> Iterator[Diagnostic]:
    """A warning for each answer that is named in a headline and has a number, and none that is seen there.

    Those whose number is said are looked for by it.
    """
    exhibit = stage.exhibit
    if exhibit is None:
        return
    for question in (facts.survey.question(name) for name in exhibit.questions):
        hidden, shown = _entries(question, exhibit, stage, facts)
        others = [question.label, question.topic, facts.survey.population, facts.survey.unit.many]
        elsewhere = " | ".join(text.text(facts.language.code) for text in others)
        taken = [place for each in shown for place in _named(each, headline.text, facts, is_any=True)]
        for entry, cell in hidden:
            if any(said.question == cell.question and said.answer == cell.answer for said in headline.cells):
                continue
            found = (
                place
                for place in _named(entry, headline.text, facts)
                if not any(place.lies_within(other) or place == other for other in taken)
                and headline.text[place.start : place.end].casefold() not in elsewhere.casefold()
            )
            if place := next(found, None):
                yield _warning(headline, place, cell, stage, facts, proofs)


def _entries(
    question: Question, exhibit: Exhibit, stage: Stage, facts: Facts
) -> tuple[list[tuple[Answer | Net, CellId]], list[Answer | Net]]:
    """The answers and nets that have a number and are not seen, each with its cell; and those that are seen."""
    hidden, shown = list[tuple[Answer | Net, CellId]](), list[Answer | Net]()
    entries: list[Answer | Net] = [*question.answers, *question.nets]
    for entry in entries:
        cells = [CellId(question.id, entry.id, column) for column in exhibit.columns]
        published = [cell for cell in cells if facts.tables.cell(cell).share is not None]
        if any(stage.shows(cell, facts) for cell in cells):
            shown.append(entry)
        elif published and (isinstance(entry, Net) or entry.role in (AnswerRole.REGULAR, AnswerRole.MIDPOINT)):
            hidden.append((entry, published[-1]))
    return hidden, shown


def _named(entry: Answer | Net, text: str, facts: Facts, *, is_any: bool = False) -> Iterator[Mention]:
    """Where a text has the whole label of an answer, or its short form; is_any: whatever their words."""
    code, weak = facts.language.code, facts.language.weak_words
    for name in dict.fromkeys(label.text(code) for label in (entry.label, entry.short) if label):
        words = r"\s+".join(map(re.escape, name.split()))
        is_phrase = (
            is_any or len([word for word in re.findall(r"[^\W\d_]{2,}", name) if word not in weak]) >= LEAST_WORDS
        )
        quoted = rf"(?<=[\"\'„“”‚‘’«»‹›]){words}(?=[\"\'“”‘’«»‹›])"
        pattern = rf"(?<![\w-]){words}(?![\w-])" if is_phrase else quoted
        if any(map(str.isalpha, name)):
            yield from (Mention(*found.span()) for found in find_all(pattern, text))


def _warning(headline: Saying, place: Mention, cell: CellId, stage: Stage, facts: Facts, proofs: Proofs) -> Diagnostic:
    words, name = headline.text[place.start : place.end], name_of(cell, facts.survey)
    message = f'"{words}" names {name} {printed(facts.tables.cell(cell))}, and {stage.name} does not show it'
    at = headline.place(place.start, place.end - place.start)
    hint = proofs.hint(cell, stage)
    return Diagnostic(StoryFault.CELL_NOT_SHOWN, message, at, hint=hint, severity=Severity.WARNING)
