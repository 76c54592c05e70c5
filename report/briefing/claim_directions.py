"""Whether the figures of a claim stand the way round that its words say, and whether it compares where they rank.

    "The internet falls to 42 %"             internet > internet.w2023      it rose
    "Women name it more often than men"      men > women                    it is the other way round
    "The radio is named most often"          radio > 5                      compares with nothing

A word that is turned round ("not more often than"), and words of both directions in one clause, are let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Literal

from report.briefing.claimed import Spoken
from report.briefing.claims import Claimable, Verdict
from report.briefing.clauses import STOPS, before_in_clause, behind_in_clause, clauses, whole_words, word_in
from report.briefing.comparing import Comparing
from report.briefing.emphasis_said import claimed_cells
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.groups import columns_named
from report.briefing.label_words import without_labels
from report.briefing.markup import BareText
from report.briefing.mentions import names_one_of
from report.briefing.named_apart import is_behind_than, is_behind_than_in, named_of
from report.briefing.other_answers import answers_named, labels_of
from report.briefing.printed import told
from report.diagnostics import Diagnostic, Location, Severity, SourceText
from report.language.alternatives import find_all
from report.survey.model import AnswerRole, ColumnId, Question
from report.tables.model import Cell, Table, sign_of_shares
from report.units import sign_of_difference

MOST = ("most", "meisten", "die meisten", "meist", "mostly")
"""Words that rank, or say that it is more than half."""

HALF = Decimal("0.5")
"""The share above which an answer that excludes the others leads them."""


def claim_turned(said: Claimable, holds: SourceText) -> Diagnostic | None:
    """The warning of a text that says the contrary of what its claim compares."""
    cells = [said.facts.tables.cell(cell) for cell in claimed_cells(holds, said.facts)]
    published = [cell for cell in cells if cell.value is not None]
    if found := _changed(published, said):
        return found
    spoken = (Spoken.of(said, language) for language in said.languages)
    texts = [(source, plain, each.facts) for each in spoken for source, plain in each.texts]
    names = dict.fromkeys(cell.id.question for cell in cells)
    questions = [said.facts.survey.question(name) for name in names]
    changes = (_changed_in_clause(question, *text) for text in texts for question in questions)
    compared = (_compared(published, *text) for text in texts)
    return next((found for found in (*changes, *compared) if found), None)


# -------------------------------------------------------------------------------------------------------------- changes


def _changed(cells: Sequence[Cell], said: Claimable) -> Diagnostic | None:
    """A text that tells of a rise alone, or of a fall, whose claim compares waves that went the other way."""
    rise = said.comparing(lambda language: whole_words(language.directions.rise))
    fall = said.comparing(lambda language: whole_words(language.directions.fall))
    found = rise or fall
    if found is None or (rise and fall) or is_negated(found, cells, said.facts):
        return None
    changes = [pair for pair in permutations(cells, 2) if is_change(*pair, said.facts)]
    signs = {sign_of_figures(now, before) for before, now in changes}
    if signs != {-1 if rise else 1}:
        return None
    before, now = changes[0]
    said_so, was = ("a rise", "fell") if rise else ("a fall", "rose")
    change = f"{told(before, said.facts.survey)} to {told(now, said.facts.survey)}"
    return _warning(found.place, f'"{found.words}" tells of {said_so}, and its claim is of what {was}, {change}')


def _changed_in_clause(question: Question, source: SourceText, plain: BareText, facts: Facts) -> Diagnostic | None:
    """A clause that names one answer and tells of its rise, or of its fall, where it went the other way all along."""
    directions, table = facts.language.directions, facts.tables.table(question.id)
    for start, end in clauses(plain.text):
        clause = plain.text[start:end]
        rise, fall = (word_in(words, clause) for words in (directions.rise, directions.fall))
        word, named = rise or fall, answers_named(question, clause, facts)
        if word is None or (rise and fall) or len({each.key for each in named}) != 1 or is_of_group(clause, facts):
            continue
        now, *before = [table.cell(named[0].key, column) for column in (table.total, *_earlier(table))]
        before = [cell for cell in before if cell.value is not None]
        if now.value is None or not before or word_in(directions.negations, clause):
            continue
        if all(sign_of_figures(now, each) == (-1 if rise else 1) for each in before):
            change = f"{told(before[-1], facts.survey)} to {told(now, facts.survey)}"
            was = "fell" if rise else "rose"
            return _warning(_place(word, start, source, plain), f'"{word[0]}" is said of what {was}, {change}')
    return None


def _earlier(table: Table) -> list[ColumnId]:
    return [column.id for column in table.waves.columns if column.id != table.total]


def is_of_group(clause: str, facts: Facts) -> bool:
    """Whether a clause names a group."""
    return any(columns_named(segment, clause, (), facts) for segment in facts.survey.segments)


def is_change(before: Cell, now: Cell, facts: Facts) -> bool:
    """Whether two cells are one answer that somebody gave, in a wave and in a later one."""
    order = [wave.id for wave in facts.survey.waves]
    question, one, other = facts.survey.question(before.id.question), before.id, now.id
    roles = {answer.id: answer.role for answer in question.answers}
    is_same = (one.question, one.answer, one.column.segment) == (other.question, other.answer, other.column.segment)
    is_given = roles.get(one.answer, AnswerRole.REGULAR) is not AnswerRole.NONE
    return is_same and is_given and order.index(one.wave) < order.index(other.wave)


def is_negated(found: Comparing, cells: Iterable[Cell], facts: Facts, *, anywhere: bool = False) -> bool:
    """Whether a word before it in its clause turns it round; `anywhere`: or behind it.

    Not one of a label: who "never" come have given an answer of this name. cells: those that are spoken of.
    """
    names = dict.fromkeys(cell.id.question for cell in cells)
    questions, own = [facts.survey.question(name) for name in names], replace(facts, language=found.language)
    text, (start, end) = without_labels(found.match.string, questions, own), found.match.span()
    clause = before_in_clause(text, start, ends=STOPS)
    if anywhere:
        clause += " " + behind_in_clause(text, end, ends=STOPS)
    return word_in(found.language.directions.negations, clause) is not None


# --------------------------------------------------------------------------------------------------- one beside another


def _compared(cells: Sequence[Cell], source: SourceText, plain: BareText, facts: Facts) -> Diagnostic | None:
    """A clause that calls one more or less than another, where the claim's figures of both are the other way round."""
    directions = facts.language.directions
    questions = [facts.survey.question(name) for name in dict.fromkeys(cell.id.question for cell in cells)]
    own_words = without_labels(plain.text, questions, facts)
    for start, end in clauses(plain.text):
        clause, own = plain.text[start:end], _without_times(own_words[start:end], facts)
        more, less = (word_in(words, own) for words in (directions.more, directions.less))
        word = more or less
        if word is None or (more and less) or word_in(directions.negations, own):
            continue
        pairs = [pair for pair in permutations(cells, 2) if is_set_against(*pair, clause, facts, plain.text)]
        if pairs and all(sign_of_figures(*pair) == (-1 if more else 1) for pair in pairs):
            figures = " and ".join(told(cell, facts.survey) for cell in pairs[0])
            message = f'"{word[0]}" is said the wrong way round of {figures}'
            return _warning(_place(word, start, source, plain), message)
    return None


def _without_times(clause: str, facts: Facts) -> str:
    """A clause with blanks for words that compare with a time: "vor" of "vor zwei Jahren" ranks nothing."""
    times = whole_words(facts.language.directions.than_before)
    for found in find_all(times, clause):
        clause = f"{clause[: found.start()]}{' ' * len(found[0])}{clause[found.end() :]}"
    return clause


def is_set_against(cell: Cell, other: Cell, clause: str, facts: Facts, text: str) -> bool:
    """Whether a clause names the other cell right behind "than", by what tells it from the first: a wave too."""
    if any(is_behind_than(each, clause, facts) for each in named_of(other, cell, clause, facts)):
        return True
    is_later = is_change(other, cell, facts)
    if not (is_later or is_change(cell, other, facts)) or not is_spoken_of(cell, clause, facts, text):
        return False
    is_before = word_in(facts.language.directions.than_before, clause) is not None
    return is_behind_than_in(other.id.wave, clause, facts) or (is_before and is_later)


def is_spoken_of(cell: Cell, clause: str, facts: Facts, text: str) -> bool:
    """Whether a clause of a text speaks of a cell's answer or score: it names it, or no other and the text does.

    One that names a group speaks of no figure of all.
    """
    question, small = facts.survey.question(cell.id.question), facts.language.small_words
    named = {each.key for each in answers_named(question, clause, facts)}
    if (cell.id.column.segment is None and is_of_group(clause, facts)) or (named and cell.id.answer not in named):
        return False
    if named or cell.score is not None:
        return True
    labels = labels_of(question.answer_or_net(cell.id.answer), facts)
    return any(names_one_of(label, text, weak=small) for label in labels)


# --------------------------------------------------------------------------------------------------------------- places


def place_not_claimed(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that ranks, whose claim compares nothing."""
    if verdict.sets_against or verdict.calls:
        return None
    cells = (said.facts.tables.cell(cell) for cell in claimed_cells(holds, said.facts))
    majorities = [cell for cell in cells if _is_majority(cell)]
    if any(said.facts.survey.question(cell.id.question).type.adds_up for cell in majorities):
        return None  # more than half of answers that exclude each other leads the others
    found = said.comparing(lambda language: language.place_words)
    if found is None or (found.words.casefold() in MOST and majorities):
        return None
    message = f'"{found.words}" ranks, and its claim compares with nothing'
    hint = f"hold it against the others, as in holds: {found.example(said.facts)}"
    return Diagnostic(StoryFault.PLACE_NOT_CLAIMED, message, found.place, hint=hint, severity=Severity.WARNING)


def _is_majority(cell: Cell) -> bool:
    """Whether a figure is that of more than half: then "most" may be said of those asked."""
    return cell.share is not None and sign_of_difference(cell.share.fraction, HALF) == 1


# ---------------------------------------------------------------------------------------------------------------- parts


def sign_of_figures(cell: Cell, other: Cell) -> Literal[-1, 0, 1] | None:
    """Whether the share or the score of a cell is less than that of another, the same or more: -1, 0 or 1.

    None where one of them has none, bounds leave it open, or they are counted in different things.
    """
    if cell.score and other.score and cell.score.unit == other.score.unit and cell.id.answer == other.id.answer:
        return sign_of_difference(cell.score.number, other.score.number)
    return sign_of_shares(cell, other)


def _place(word: re.Match[str], start: int, source: SourceText, plain: BareText) -> Location | None:
    """Where a word of a clause, which begins at `start`, was written."""
    first, last = (plain.offsets[start + place] for place in (word.start(), word.end() - 1))
    return source.at(first, last + 1 - first)


def _warning(place: Location | None, message: str) -> Diagnostic:
    hint = "mend the words, or the claim"
    return Diagnostic(StoryFault.CLAIM_TURNED, message, place, hint=hint, severity=Severity.WARNING)
