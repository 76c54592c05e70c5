"""The kinds of fault that a story can have beyond those of its file: in expressions, claims, texts and exhibits."""

from __future__ import annotations

from enum import StrEnum


class StoryFault(StrEnum):
    """Ids of the diagnostics of this package."""

    # how an expression is written
    EMPTY_EXPRESSION = "empty-expression"
    LONG_EXPRESSION = "long-expression"
    EXPRESSION_SYNTAX = "expression-syntax"

    # what its names mean
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_ANSWER = "unknown-answer"
    UNKNOWN_WAVE = "unknown-wave"
    UNKNOWN_COLUMN = "unknown-column"
    UNKNOWN_FUNCTION = "unknown-function"
    UNKNOWN_FILTER = "unknown-filter"
    INCOMPLETE_NAME = "incomplete-name"
    NOT_PUBLISHED = "not-published"
    NOT_ASKED = "not-asked"
    HIDDEN_FIGURE = "hidden-figure"

    # what it puts together
    MIXED_TYPES = "mixed-types"
    MIXED_SUM = "mixed-sum"
    SUM_OF_MULTIPLE = "sum-of-multiple"
    WRONG_ARGUMENT = "wrong-argument"
    NOT_REGULAR = "not-regular"
    TOO_FEW_ANSWERS = "too-few-answers"
    DIVIDED_BY_ZERO = "divided-by-zero"
    NOT_ONE_CELL = "not-one-cell"
    NO_ORDER = "no-order"
    NO_DIGITS = "no-digits"
    NOT_TESTABLE = "not-testable"

    # texts
    STRAY_BRACES = "stray-braces"
    UNCLOSED_FIGURE = "unclosed-figure"
    UNBALANCED_BOLD = "unbalanced-bold"
    EMPTY_BOLD = "empty-bold"
    UNBOUND_NUMBER = "unbound-number"
    OTHER_UNIT_GIVEN = "other-unit-given"

    # authorship
    NOT_BY_RULE = "not-by-rule"

    # claims
    MISSING_CLAIM = "missing-claim"
    FAILED_CLAIM = "failed-claim"
    MULTIPLE_NOT_CLAIMED = "multiple-not-claimed"
    SIGNIFICANCE_NOT_CLAIMED = "significance-not-claimed"
    MAJORITY_NOT_CLAIMED = "majority-not-claimed"
    EQUALITY_NOT_CLAIMED = "equality-not-claimed"
    CHANGE_NOT_CLAIMED = "change-not-claimed"
    ACROSS_BREAK = "across-break"

    # exhibits
    UNKNOWN_KIND = "unknown-kind"
    UNSUITABLE_KIND = "unsuitable-kind"
    COLUMNS_OF_TWO_KINDS = "columns-of-two-kinds"
    NO_BATTERY = "no-battery"
    NOT_IN_EXHIBIT = "not-in-exhibit"
    ANSWER_TWICE = "answer-twice"
    OUT_OF_ORDER = "answers-out-of-order"
    MARKED_TWICE = "marked-twice"
    TOO_MANY_MARKED = "too-many-marked"

    # what is said beside what is shown
    OTHER_FIGURE_GIVEN = "other-figure-given"
    OTHER_ANSWER_NAMED = "other-answer-named"
    OTHER_WAVE_NAMED = "other-wave-named"
    EMPTY_CLAIM = "empty-claim"
    CLAIM_OF_OTHERS = "claim-of-others"
    CLAIM_TURNED = "claim-turned"
    PLACE_NOT_CLAIMED = "place-not-claimed"
    AMOUNT_NOT_CLAIMED = "amount-not-claimed"
    NOT_THE_FIRST = "not-the-first"
    LANGUAGES_DIFFER = "languages-differ"
    OTHER_COLUMN_SHOWN = "other-column-shown"
    CELL_NOT_SHOWN = "cell-not-shown"
    OTHER_GROUP_NAMED = "other-group-named"
    GROUP_NOT_NAMED = "group-not-named"
    MARK_NOT_NAMED = "mark-not-named"

    # the default story
    NO_FIGURES = "no-figures"


ONE_OF_THESE = "name one of these; `answers` chooses what an exhibit shows"
"""The hint for a mark that an exhibit does not show."""
