"""Claims: the condition under which a text is true, held against the data, and demanded where a text compares."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence

from report.briefing.clauses import whole_words
from report.briefing.comparing import Comparing, every_comparing
from report.briefing.evaluation import Reading, evaluate
from report.briefing.expression import Expression
from report.briefing.facts import Facts
from report.briefing.failing import failing_parts
from report.briefing.faults import StoryFault
from report.briefing.markup import trimmed
from report.briefing.multiples import multiple_words, sets_against
from report.briefing.quoting import Quoting
from report.briefing.values import Refusal, Undecided
from report.diagnostics import Diagnostic, Severity, SourceText
from report.frozen import frozen
from report.language.model import Language
from report.survey.model import ColumnId, Question, Translated
from report.tables.model import Table


@frozen
class Verdict:
    """How a claim stands: True, False, or None where it cannot be read (then `faults` say why).

    failing: the parts that leave it false or undecided, each with the numbers that decide it. expression: the claim,
    where it could be read.
    """

    is_true: bool | None
    readings: tuple[Reading, ...]
    faults: tuple[Diagnostic, ...] = ()
    failing: tuple[str, ...] = ()
    expression: Expression | None = None

    @property
    def sets_against(self) -> bool:
        """Whether it holds two figures against each other."""
        return self.expression is not None and sets_against(self.expression)

    @property
    def calls(self) -> bool:
        """Whether a function of it looks at more cells than it names."""
        return any(isinstance(node, ast.Call) for node in self._nodes)

    @property
    def functions(self) -> set[str]:
        """The functions that it calls."""
        return {node.func.id for node in self._nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}

    @property
    def looks_at_questions(self) -> bool:
        """Whether a function of it looks at all answers of a question or battery: at more cells than it names."""
        calls = [node for node in self._nodes if isinstance(node, ast.Call)]
        return any(isinstance(argument, ast.Name) for call in calls for argument in call.args)

    @property
    def computes(self) -> bool:
        """Whether it adds, subtracts, multiplies or divides figures."""
        return any(isinstance(node, ast.BinOp) for node in self._nodes)

    @property
    def _nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.expression.root)) if self.expression else []


def judge(claim: SourceText, facts: Facts) -> Verdict:
    """Whether the data support a claim."""
    found = evaluate(claim, facts)
    if found.value is None or found.expression is None:
        return Verdict(None, found.readings, found.faults)
    if not isinstance(found.value.content, bool | Undecided):
        message = f"a claim is a condition, and this is {found.value.sort}"
        refusal = Refusal(StoryFault.MIXED_TYPES, message, hint="compare it, as in goals.awareness > 50")
        return Verdict(None, found.readings, (found.expression.fault(found.expression.whole, refusal),))
    is_true = found.value.content is True
    failing = () if is_true else failing_parts(found.expression, facts)
    return Verdict(is_true, found.readings, failing=failing, expression=found.expression)


def failed_claim(claim: SourceText, said: str, verdict: Verdict) -> Diagnostic:
    """The fault of a claim that the data do not support, with what was said and the parts that failed."""
    text = trimmed(claim)
    return Diagnostic(
        StoryFault.FAILED_CLAIM,
        f'the data do not support "{said}"',
        text.at(0, len(text.text)),
        verdict.failing,
        "change the text and its claim; --allow-failed-claims builds a draft all the same and stamps it",
    )


@frozen(kw_only=True)
class Claimable:
    """Texts that share one claim or have none, in all languages of their story.

    quoting: the labels that they may repeat. elsewhere: how a fact is told that is none of the survey's, where they may
    be meant to tell one.
    """

    texts: Sequence[Translated]
    languages: Sequence[Language]
    facts: Facts
    quoting: Quoting | None = None
    elsewhere: str | None = None

    def comparing(self, words_of: Callable[[Language], str]) -> Comparing | None:
        """The first words of a kind in them."""
        return next(self.every_comparing(words_of), None)

    def every_comparing(self, words_of: Callable[[Language], str]) -> Iterator[Comparing]:
        """All words of a kind in them."""
        return every_comparing(self.texts, self.languages, self.quoting, words_of)

    def remedy_elsewhere(self, found: Comparing) -> str | None:
        """How a text that names no figure is mended, if its fact is none of the survey's."""
        return None if found.named(self.facts) else self.elsewhere


def missing_claim(said: Claimable, what: str) -> Diagnostic | None:
    """The fault of a text without a claim that compares, ranks or gives a fraction in words, in any language."""
    found = said.comparing(_claim_words)
    if found is None:
        return None
    message = f'"{found.words}" compares, so the {what} needs a claim'
    if elsewhere := said.remedy_elsewhere(found):
        hint = f"add holds: with the condition under which it is true; {elsewhere}"
    elif multiple := said.comparing(multiple_words):
        example, unsupported = multiple.example_of_multiple(said.facts)
        hint = f"add holds: with the two figures that it compares, as in holds: {example}" if example else unsupported
    else:
        hint = f"add holds: with the condition under which it is true, as in holds: {found.example(said.facts)}"
    return Diagnostic(StoryFault.MISSING_CLAIM, message, found.place, hint=hint)


def multiple_not_claimed(said: Claimable, verdict: Verdict) -> Diagnostic | None:
    """The fault of a text that says how many times one share is another, whose claim says it of no two.

    "Twice as many as in 2013" is not made true by more than half, nor by more than in 2013.
    """
    found = said.comparing(multiple_words)
    if found is None or (verdict.expression and found.is_claimed_multiple(verdict.expression, said.facts)):
        return None
    message = f'"{found.words}" says how many times one figure is another, and its claim says it of no two'
    claimed = dict.fromkeys(reading.cell for reading in verdict.readings) if verdict.sets_against else ()
    example, unsupported = found.example_of_multiple(said.facts, claimed=tuple(claimed))
    hint = f"hold one against the other, as in holds: {example}" if example else unsupported
    if elsewhere := said.remedy_elsewhere(found):
        hint = f"word what the figures show; {elsewhere}"
    return Diagnostic(StoryFault.MULTIPLE_NOT_CLAIMED, message, found.place, hint=hint)


def change_not_claimed(said: Claimable, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that tells a change, whose claim compares nothing that could have changed.

    That is one of two columns: of waves, or of groups ("rises with age"). A question of one wave tells none
    but where it asks for one ("has it become better or worse?").
    """
    cells = [reading.cell.id for reading in verdict.readings]
    tables = [said.facts.tables.table(name) for name in dict.fromkeys(cell.question for cell in cells)]
    if len({cell.column for cell in cells}) != 1:
        return None
    found = said.comparing(_change_words)
    if found is None:
        return None
    message = f'"{found.words}" tells a change, and its claim compares no two waves or groups'
    hint = f"hold one against the other, as in holds: {found.example(said.facts)}"
    if not any(len(_waves(table)) > 1 for table in tables):
        if any(_asks_for_change(said.facts.survey.question(table.question), found.language) for table in tables):
            return None
        message = f'"{found.words}" tells a change, and of what its claim is of there is one wave alone'
        hint = "word what the figures show: one wave tells no change"
    return Diagnostic(StoryFault.CHANGE_NOT_CLAIMED, message, found.place, hint=hint, severity=Severity.WARNING)


def _asks_for_change(question: Question, language: Language) -> bool:
    """Whether the words of a question or its answers are of something that rises, falls or stays."""
    directions, labels = (
        language.directions,
        [question.label, question.topic, *(each.label for each in question.answers)],
    )
    of_change = rf"{language.change_words}|{whole_words(f'{directions.rise}|{directions.fall}|{directions.more}')}"
    return any(
        re.search(of_change, label.text(language.code), re.IGNORECASE)
        for label in labels
        if language.code in label.by_language
    )


def _claim_words(language: Language) -> str:
    return language.claim_words


def _change_words(language: Language) -> str:
    return language.change_words


def _waves(table: Table) -> list[ColumnId]:
    """The waves of which a table has shares."""
    return [column.id for column in table.published(table.waves)]
