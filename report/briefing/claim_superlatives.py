"""Whether what a text calls the largest or smallest is so beside all others, and not beside those of its claim alone.

"Instagram is used most often"            instagram > tiktok        another answer lies above both
"Trust is lowest among those of 30 to 59" middle < old              the young trust less
"Quality is rated highest of all"         leads(quality.very)       of the answers on quality, and not of what was rated
"No aspect satisfies more than quality"   quality > service         the price satisfies more than both
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from report.briefing.battery_cells import cells_of_battery
from report.briefing.claim_directions import MOST, is_negated, sign_of_figures
from report.briefing.claims import Claimable, Verdict
from report.briefing.clauses import whole_words
from report.briefing.comparing import Comparing
from report.briefing.emphasis_said import claimed_cells
from report.briefing.empty_claims import conditions_of
from report.briefing.evaluation import value_of
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.groups import columns_named
from report.briefing.mentions import mentions, names_one_of
from report.briefing.model.prose import name_of
from report.briefing.other_answers import answers_named, labels_of
from report.briefing.printed import are_alike, told
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, Severity, SourceText
from report.survey.model import AnswerRole, Question
from report.tables.model import Cell

OF_A_PLACE = {"leads", "last", "rank", "tied"}
"""Functions that look at the answers of one column, as is done here."""

OF_BATTERIES = {"leads_battery", "last_of_battery", "rank_in_battery"}
"""Those that look at what several questions of a scale have in common."""


OF_AN_END = {"leads", "last", "leads_battery", "last_of_battery"}
"""Functions that say that one lies strictly beyond all others, of which the nearest decides."""


def alike_as_printed(said: Claimable, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that ranks by a difference which no reader sees: 35.31 before 35.13, both 35 %."""
    words = (
        lambda language: whole_words(language.directions.most),
        lambda language: whole_words(language.directions.least),
        lambda language: language.place_words,
    )
    found = next(filter(None, map(said.comparing, words)), None)
    if found is None or verdict.expression is None:
        return None
    for node in ast.walk(verdict.expression.root):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OF_AN_END):
            continue
        value = value_of(node, verdict.expression, said.facts)
        pairs = [(value.cells[0], rival) for rival in value.rivals] if value.content is True else []
        for first, rival in (pair for pair in pairs if are_alike(*pair)):
            of_first, of_rival = (told(cell, said.facts.survey) for cell in (first, rival))
            return Diagnostic(
                StoryFault.NOT_THE_FIRST,
                f'"{found.words}" is said of {of_first}, and {of_rival} is the same as printed',
                found.place,
                hint="say that they are level, or print more with `decimals` in the survey",
                severity=Severity.WARNING,
            )
    return None


def not_the_first(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a superlative whose claim compares with some, where another one lies beyond them."""
    if not verdict.functions <= OF_A_PLACE:
        return None
    most = said.comparing(lambda language: whole_words(language.directions.most))
    least = said.comparing(lambda language: whole_words(language.directions.least))
    found = most or least
    cells = [said.facts.tables.cell(cell) for cell in claimed_cells(holds, said.facts)]
    if found is None or (most and least) or is_negated(found, cells, said.facts):
        return None
    rivals = _rivals([cell for cell in cells if cell.value is not None], said.facts)
    beyond = 1 if most else -1
    named = [cell for cell in cells if _is_named(cell, found, said.facts)]
    outermost = (cell for cell in cells if all(sign_of_figures(other, cell) != beyond for other in cells))
    first = named[0] if len(named) == 1 else next(outermost, None)
    other = next((rival for rival in rivals if first and sign_of_figures(rival, first) == beyond), None)
    if first is None or other is None:
        return None
    of_first, of_other = (told(cell, said.facts.survey) for cell in (first, other))
    return Diagnostic(
        StoryFault.NOT_THE_FIRST,
        f'"{found.words}" is said of {of_first}, and {of_other} lies {"above" if most else "below"} it',
        found.place,
        hint="compare with all others: leads(...) and last(...) do so among answers",
        severity=Severity.WARNING,
    )


def item_not_compared(said: Claimable, holds: SourceText, verdict: Verdict) -> Diagnostic | None:
    """The warning of a text that ranks a question among those of its battery, whose claim looks at this one alone."""
    names = dict.fromkeys(cell.question for cell in claimed_cells(holds, said.facts))
    questions = [said.facts.survey.question(name) for name in names]
    if len(questions) != 1 or verdict.looks_at_questions or verdict.functions & OF_BATTERIES:
        return None
    item, others = questions[0], [each for each in said.facts.survey.questions if each.scale is not None]
    if verdict.expression and _is_of_level_answers(verdict.expression.root):
        return None
    if item.scale is None or [each.scale for each in others].count(item.scale) < 2:
        return None
    found = said.comparing(lambda language: language.place_words)
    if found is None or found.words.casefold() in MOST or not _is_of_item(item, found, holds, said.facts):
        return None
    name = name_of(claimed_cells(holds, said.facts)[0], said.facts.survey)
    return Diagnostic(
        StoryFault.PLACE_NOT_CLAIMED,
        f'"{found.words}" ranks {item.id} among the questions of its scale, and its claim looks at this one alone',
        found.place,
        hint=f"hold it against the others, as in holds: leads_battery({name})",
        severity=Severity.WARNING,
    )


def _is_of_level_answers(root: ast.expr) -> bool:
    """Whether a claim gives several answers one place: rank(q.a) == 1 and rank(q.b) == 1."""
    places = list[object]()
    for condition in conditions_of(root):
        match condition:
            case ast.Compare(
                left=ast.Call(func=ast.Name(id="rank")), ops=[ast.Eq()], comparators=[ast.Constant(value=place)]
            ):
                places.append(place)
    return len(places) > len(set(places))


def _is_of_item(item: Question, found: Comparing, holds: SourceText, facts: Facts) -> bool:
    """Whether a text names a question of a battery by what tells it from the others, and no answer to it."""
    code, small = found.language.code, found.language.small_words
    item_words = item.short or item.topic
    answers = [item.answer_or_net(cell.answer) for cell in claimed_cells(holds, facts)]
    own = replace(facts, language=found.language)
    labels = [label for answer in (*answers, *item.answers) for label in labels_of(answer, own)]
    is_named = any(mentions(item_words.text(code), found.match.string))
    return is_named and not any(names_one_of(label, found.match.string, weak=small) for label in labels)


def _is_named(cell: Cell, found: Comparing, facts: Facts) -> bool:
    """Whether the text names the answer of a figure, or its group."""
    own, text = replace(facts, language=found.language), found.match.string
    answers = answers_named(facts.survey.question(cell.id.question), text, own)
    groups = [each for each in facts.survey.segments if each.id == cell.id.column.segment]
    columns = [each for segment in groups for each in columns_named(segment, text, (cell.id,), own)]
    return cell.id.answer in [each.key for each in answers] or cell.id.column.column in [each.key for each in columns]


def _rivals(cells: Sequence[Cell], facts: Facts) -> list[Cell]:
    """All that the cells of a claim stand beside: answers of one column, or groups that gave one answer."""
    if len({cell.id.question for cell in cells}) != 1:
        return _of_battery(cells, facts)
    first, table = cells[0].id, facts.tables.table(cells[0].id.question)
    question = facts.survey.question(first.question)
    if len({cell.id.column for cell in cells}) == 1:
        answers = [answer.id for answer in question.answers if answer.role is AnswerRole.REGULAR]
        found = [table.cell(answer, first.column) for answer in answers]
    elif len({cell.id.answer for cell in cells}) == 1 and first.column.segment:
        banner = next(each for each in table.segments if each.segment and each.segment.id == first.column.segment)
        found = [table.cell(first.answer, column.id) for column in table.published(banner)]
    else:
        return []
    return [cell for cell in found if cell.value is not None]


def _of_battery(cells: Sequence[Cell], facts: Facts) -> list[Cell]:
    """What one answer came to in all questions of a scale, where the cells are of some of these."""
    if not cells or len({(cell.id.answer, cell.id.column) for cell in cells}) > 1:
        return []
    found = cells_of_battery(cells[0], facts)
    questions = {cell.id.question for cell in cells}
    return [] if isinstance(found, Refusal) or not questions <= {cell.id.question for cell in found} else found
