"""Whether a figure within a text is said of its own answer.

    "42 % name the internet, 9 % the radio"     each clause names the answer whose figure it gives
    "42 % name the radio"                       the figure of the internet: its reader is told something false

It is a warning: an author has more words for an answer than its label, and only whole labels are looked for. A clause
that ranks or compares, and one that has a word of the right answer too, is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from report.briefing.clauses import Named, in_clause, longest, named_in
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import Mention, is_short_name, is_telling, mentions, names_one_of, stands_as_written
from report.briefing.model.prose import Figure, name_of
from report.briefing.printed import printed
from report.briefing.saying import Saying
from report.briefing.values import why_missing
from report.diagnostics import Diagnostic, Severity
from report.language.alternatives import matches_all, search
from report.survey.model import Answer, AnswerRole, CellId, Net, Question, QuestionType


def answer_misnamed(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The warnings of answers that are named in the place of others: one a question at most."""
    for name in dict.fromkeys(cell.question for cell in saying.cells):
        question = facts.survey.question(name)
        named = answers_named(question, saying.text, facts)
        found = in_clause(named, saying, partial(_key, question), is_read=partial(_is_plain, question, facts))
        if found and not _are_level(*found, question, facts):
            yield _warning(*found, question, saying, facts)


def _are_level(named: Named, cell: CellId, question: Question, facts: Facts) -> bool:
    """Whether the answer that is named has the very figure that is given: "each {{ a }}: a and b" says it of both."""
    shares = [facts.tables.cell(each).share for each in (CellId(question.id, named.key, cell.column), cell)]
    return None not in shares and shares[0] == shares[1]


def _is_plain(question: Question, facts: Facts, clause: str, unnamed: Sequence[str]) -> bool:
    """Whether a clause sets nothing against something else, and has no word of an answer whose figure it gives."""
    small = facts.language.small_words
    labels = [label for name in unnamed for label in labels_of(question.answer(name), facts)]
    is_half_named = any(names_one_of(label, clause, weak=small) for label in labels)
    return not is_half_named and search(facts.language.place_words, clause) is None


def _key(question: Question, figure: Figure) -> str | None:
    """The answer whose figure it is; None of a net, which has several, and of what is computed."""
    cell = figure.cells[0]
    is_answer = cell.question == question.id and any(answer.id == cell.answer for answer in question.answers)
    return cell.answer if len(figure.cells) == 1 and is_answer else None


def answers_named(question: Question, text: str, facts: Facts) -> list[Named]:
    """The answers whose whole label or short form stands in a text, where it is no word of the question too."""
    code, small = facts.language.code, facts.language.small_words
    texts = (question.label, question.topic, facts.survey.population, facts.survey.unit.many)
    elsewhere = " | ".join(words.text(code) for words in (*texts, *([question.base] if question.base else [])))
    found = list[Named]()
    for answer in (answer for answer in question.answers if answer.role is AnswerRole.REGULAR):
        for label in labels_of(answer, facts):
            said = (each for each in _told(label, text, question, small) if not _is_denied(each, text, facts))
            if not _compares(label, facts) and not any(mentions(label, elsewhere)):
                found += named_in(text, answer.id, said, facts.language)
    return longest(found)


def _told(label: str, text: str, question: Question, small: frozenset[str]) -> Iterator[Mention]:
    """Where a label stands that can be told from other words: by its letters, or a short one by its capitals.

    Where one answer is chosen, a sentence may begin with its word for the word's own sake ("Gut", "Nie", "Bad").
    """
    if is_telling(label, small):
        yield from mentions(label, text)
    elif is_short_name(label, small):
        begins = question.type is QuestionType.MULTIPLE
        yield from (each for each in mentions(label, text) if stands_as_written(each, label, text, begins=begins))


def _is_denied(mention: Mention, text: str, facts: Facts) -> bool:
    """Whether "not" stands right before a name: "do not agree" is said of none who agree."""
    before = rf"\b(?:{facts.language.directions.negations})\s+$"
    return search(before, text[: mention.start]) is not None


def _compares(label: str, facts: Facts) -> bool:
    """Whether a label is a word that compares ("Seltener"), which a sentence has for its own sake."""
    return matches_all(facts.language.claim_words, label)


def labels_of(answer: Answer | Net, facts: Facts) -> list[str]:
    """What it is called, in full and in short."""
    return [label.text(facts.language.code) for label in (answer.label, answer.short) if label]


def _warning(named: Named, cell: CellId, question: Question, saying: Saying, facts: Facts) -> Diagnostic:
    start, end = named.mention.start, named.mention.end
    right = CellId(question.id, named.key, cell.column)
    name, other = (name_of(each, facts.survey) for each in (right, cell))
    given, meant = facts.tables.cell(cell), facts.tables.cell(right)
    number = f"is {name} {printed(meant)}" if meant.value is not None else f"{name} {why_missing(meant)}"
    write = f"write {{{{ {name} }}}}, or " if meant.value is not None else ""
    return Diagnostic(
        StoryFault.OTHER_ANSWER_NAMED,
        f'"{saying.text[start:end]}" is said of {other} {printed(given)}, and {number}',
        saying.place(start, end - start),
        hint=f"{write}name the answer whose figure it is",
        severity=Severity.WARNING,
    )
