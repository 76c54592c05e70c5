"""The grammar of expressions: what is read, and the exact place and words of what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.expression import ALLOWED, LONGEST, Expression, parse
from report.diagnostics import Diagnostic
from tests.builders import source


@pytest.mark.parametrize(
    "text",
    [
        "teams.own",
        "teams.own.w2013",
        "teams.own.size.small",
        "45 <= teams.own < 50",
        "teams.own - teams.own.w2013 | signed",
        "leads(goals.awareness) and not (rank(goals.service) == 1 or max(goals) != 77.5)",
        "  teams.own  ",
        "teams.own\n   < 50",
        "teams.own\N{NO-BREAK SPACE}|\N{NO-BREAK SPACE}words",
        "-5 < teams.own - teams.cross",
        "0.5 < teams.own",
        "teams.own >= 2 * teams.own.w2013 and teams.own / 2 < teams.cross",
        "ratio(teams.own, teams.cross) >= 1.5",
    ],
)
def test_reads_the_expressions_of_the_format(text: str) -> None:
    assert isinstance(parse(source(text)), Expression)


@pytest.mark.parametrize(
    ("text", "column", "length", "message"),
    [
        ("'teams'", 1, 1, '"\'" has no place in an expression'),
        ("teams[own]", 6, 1, '"[" has no place in an expression'),
        ("(...)", 2, 3, '"..." has no place in an expression'),
        ("lambda: 1", 1, 6, '"lambda" has no place in an expression'),
        ("teams.own if True else 1", 11, 2, '"if" has no place in an expression'),
        ("teams.own in goals", 11, 2, '"in" has no place in an expression'),
        ("None", 1, 4, '"None" has no place in an expression'),
        ("teams.own ** 2", 11, 1, '"*" has no place in an expression'),
        ("teams.own // 2", 11, 1, '"/" has no place in an expression'),
        ("teams.own : 2", 11, 1, '":" has no place in an expression'),
        ("teams.own > ...", 13, 3, '"..." has no place in an expression'),
        ("teams.öwn", 7, 1, '"ö" has no place in an expression'),
        ("teams.own\0", 10, 1, "U+0000 has no place in an expression"),
        ("45and 3", 1, 5, '"45and" is neither a number nor a name'),
        ("1_000 < teams.own", 1, 5, '"1_000" is neither a number nor a name'),
        ("007", 1, 3, '"007" is neither a number nor a name'),
        ("teams.own < 4.5.6", 13, 5, '"4.5.6" is neither a number nor a name'),
        ("teams own", 7, 3, "the expression cannot be read from here on"),
        ("teams..own", 7, 1, "the expression cannot be read from here on"),
        ("teams.own <", 11, 1, "the expression ends too early"),
        ("teams.own and", 13, 1, "the expression ends too early"),
        ("(teams.own", 1, 1, "a bracket is opened and not closed"),
        ("teams.own)", 10, 1, "a bracket is closed that was never opened"),
        ("teams.own, teams.cross", 10, 1, '"," has no place in an expression'),
        ("45 <= teams.own and (45,5 < teams.cross)", 24, 1, '"," has no place in an expression'),
        ("() < 3", 1, 2, '"()" has no place in an expression'),
    ],
)
def test_a_text_that_is_no_expression_is_refused_at_its_place(
    text: str, column: int, length: int, message: str
) -> None:
    fault = parse(source(text, line=7))

    assert isinstance(fault, Diagnostic)
    assert (fault.id, fault.message, fault.notes) == ("expression-syntax", message, ALLOWED)
    assert fault.location
    assert (fault.location.line, fault.location.column) == (7, column)
    assert fault.location.length == length


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("teams.own = 49", "two are compared with =="),
        ("teams.own => 49", "write >="),
        ("teams.own =< 49", "write <="),
        ("teams.own ≥ 49", "write >="),
        ("teams.own ≠ 49", "write !="),
        ("teams.own > 3 && teams.own < 9", "write and"),
        ("true", "write a condition on figures, such as goals.awareness > 50"),
        ("teams.own < 50 %", "a number beside a share is per cent already: write 45, not 45 %"),
        ("teams.own & teams.cross", "conditions are joined with and"),
        ("!teams.own", "unequal is written !=, the opposite of a condition not"),
        ("{{ teams.own }} > 40", "a figure stands here without braces: write teams.own > 40"),
        ("teams.own.2016", "write the id of the wave of 2016, which begins with a letter"),
        ("teams own", "a point joins the parts of a name: write teams.own"),
        ("45,5", "decimals have a point: write 45.5"),
        ("teams.own > 62,5", "decimals have a point: write 62.5"),
        ("leads(teams.own) und teams.own < 1", "write and"),
        ("teams.own > 3 ODER teams.own < 1", "write or"),
        ("teams.own > 3 and nicht teams.own < 1", "write not"),
        ("4x", "a number is written 45 or 45.5, a name begins with a letter"),
    ],
)
def test_a_common_slip_has_a_hint_of_its_own(text: str, hint: str) -> None:
    fault = parse(source(text))

    assert isinstance(fault, Diagnostic)
    assert fault.hint == hint


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_no_expression(text: str) -> None:
    fault = parse(source(text))

    assert isinstance(fault, Diagnostic)
    assert (fault.id, fault.message) == ("empty-expression", "there is no expression here")


def test_an_expression_of_the_longest_length_is_read() -> None:
    text = "teams.own < 50".ljust(LONGEST)

    assert isinstance(parse(source(text)), Expression)


def test_a_longer_one_is_not() -> None:
    fault = parse(source(" and ".join(["teams.own < 50"] * 53)))

    assert isinstance(fault, Diagnostic)
    assert fault.id == "long-expression"
    assert fault.message == "an expression has at most 1000 characters, this one has 1002"
    assert fault.location
    assert fault.location.column == 1001


def test_the_place_is_found_in_a_later_line_of_a_block() -> None:
    fault = parse(source("teams.own < 50\nand teams.öwn", line=3, column=9))

    assert isinstance(fault, Diagnostic)
    assert fault.location
    assert (fault.location.line, fault.location.column) == (4, 19)


def test_characters_before_the_fault_may_be_wide() -> None:
    text = source("Über {{ teams own }}")

    fault = parse(text.part(7, 18))

    assert isinstance(fault, Diagnostic)
    assert fault.location
    assert fault.location.column == text.text.index("own") + 1


@given(st.text(max_size=220))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(parse(source(text)), Expression | Diagnostic)


@given(st.text(alphabet="abt.0159()<>=!+-|, \nandor", max_size=200))
def test_any_text_of_known_signs_is_read_or_refused(text: str) -> None:
    assert isinstance(parse(source(text)), Expression | Diagnostic)


def test_the_deepest_nesting_that_fits_does_no_harm() -> None:
    for text in ("(" * 499 + "a" + ")" * 499, "not " * 249 + "a", "-" * 999 + "1", "f(" * 333 + "a" + ")" * 333):
        assert isinstance(parse(source(text)), Diagnostic)


@pytest.mark.parametrize(
    ("count", "message"),
    [(58, None), (60, "the expression is nested too deeply"), (490, "the expression is nested too deeply")],
)
def test_a_sum_of_many_parts_is_nested_too(count: int, message: str | None) -> None:
    found = parse(source("a" + "+1" * count))

    assert (found.message if isinstance(found, Diagnostic) else None) == message
