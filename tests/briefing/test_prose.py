"""Texts with figures: runs, bold, paragraphs, and every slip of an author at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.facts import Facts
from report.briefing.model.prose import Figure, Prose, Words
from report.briefing.prose import read_paragraphs, read_prose
from report.diagnostics import Diagnostic, SourceText
from report.language.registry import load
from report.survey.model import CellId, ColumnId
from tests.builders import question, source, survey, tabulated, wave

SURVEY = survey(
    question("teams", {"own": 49, "cross": 33}, earlier={"w2013": {"own": 24}}, labels={"own": "Eigene **Teams** {x}"}),
    waves=[wave("w2013"), wave("w2016")],
)
OWN, EARLIER = CellId("teams", "own", ColumnId("w2016")), CellId("teams", "own", ColumnId("w2013"))


def facts(language: str = "de") -> Facts:
    return Facts(SURVEY, tabulated(SURVEY), load(language))


def prose(text: str, language: str = "de") -> Prose:
    reading = read_prose(source(text), facts(language))
    assert not reading.faults
    return reading.prose


def faults(text: str, language: str = "de") -> tuple[Diagnostic, ...]:
    return read_prose(source(text, line=5, column=11), facts(language)).faults


def test_a_figure_is_worded_and_bound_to_its_cell() -> None:
    read = prose("Rund {{ teams.own }} haben eines")

    assert read.runs == (Words("Rund "), Figure("49\u00a0%", (OWN,), expression="teams.own"), Words(" haben eines"))


def test_a_difference_is_bound_to_both_cells() -> None:
    read = prose("{{ teams.own - teams.own.w2013 }}")

    assert read.runs == (Figure("25\u00a0Prozentpunkte", (OWN, EARLIER), expression="teams.own - teams.own.w2013"),)


def test_bold_may_begin_and_end_within_a_text_and_hold_figures() -> None:
    read = prose("ein **Team in {{ teams.own }} der** Fälle")

    assert read.runs == (
        Words("ein "),
        Words("Team in ", is_strong=True),
        Figure("49\u00a0%", (OWN,), is_strong=True, expression="teams.own"),
        Words(" der", is_strong=True),
        Words(" Fälle"),
    )


def test_a_label_is_words_and_its_own_signs_are_no_markup() -> None:
    assert prose("{{ teams.own | label }}").runs == (Words("Eigene **Teams** {x}", expression="teams.own | label"),)


def test_a_single_star_is_a_character() -> None:
    assert prose("Mitarbeiter*innen").text == "Mitarbeiter*innen"


def test_a_short_text_keeps_the_line_breaks_the_author_asked_for() -> None:
    assert prose("  Eine Zeile  \n   und {{ teams.own\n  | words }}\n").text == "Eine Zeile\nund 49\u00a0Prozent"


def test_paragraphs_are_parted_by_blank_lines_and_their_line_breaks_are_blanks() -> None:
    reading = read_paragraphs(source("Eins mit\n{{ teams.own }}\n\n \nzwei\n  drei\n"), facts())

    assert [paragraph.text for paragraph in reading.paragraphs] == ["Eins mit 49\u00a0%", "zwei drei"]


def test_nothing_has_no_paragraphs() -> None:
    assert read_paragraphs(source("\n \n"), facts()).paragraphs == ()


def test_the_no_break_spaces_of_the_author_stay() -> None:
    assert prose("z.\u00a0B.  hier").text == "z.\u00a0B. hier"


@pytest.mark.parametrize(
    ("text", "column", "length", "identity", "message"),
    [
        ("a {{ teams.own b", 13, 2, "unclosed-figure", "{{ opens a figure that is not closed"),
        ("a {{ {{ teams.own }}", 13, 2, "unclosed-figure", "{{ opens a figure that is not closed"),
        ("a }} b", 13, 2, "stray-braces", "}} closes a figure that was never opened"),
        ("a {teams.own} b", 13, 11, "stray-braces", "a single { has no meaning in a text"),
        ("a } b", 13, 1, "stray-braces", "a single } has no meaning in a text"),
        ("ä **b", 13, 2, "unbalanced-bold", "** opens bold text that is not closed"),
        ("a **b** c ** d", 21, 2, "unbalanced-bold", "** opens bold text that is not closed"),
        ("a {{ }} b", 15, 1, "empty-expression", "there is no expression here"),
        ("ä {{ teams.onw }}", 22, 3, "unknown-answer", '"onw" is not an answer of question "teams"'),
        ("{{ teams.own > 3 }}", 14, 13, "mixed-types", "a condition cannot be printed"),
        ("{{ 49 }}", 14, 2, "unbound-number", "a number alone is read from no cell"),
        (
            "{{ teams.own + 5 }}", 26, 1, "unbound-number",
            "a figure is computed from the data alone, not from numbers typed by hand",
        ),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_place(text: str, column: int, length: int, identity: str, message: str) -> None:
    (fault,) = faults(text)

    assert (fault.id, fault.message) == (identity, message)
    assert fault.location
    assert (fault.location.line, fault.location.column, fault.location.length) == (5, column, length)


def test_all_slips_of_a_text_are_told() -> None:
    found = faults("{{ teams.x }} und {{ y.z }} sind **51 % }}")

    assert [fault.id for fault in found] == [
        "stray-braces", "unbalanced-bold", "unbound-number", "unknown-answer", "unknown-question",
    ]  # fmt: skip


def test_a_figure_in_a_block_text_has_its_own_line_and_column() -> None:
    text = source("In 2016:\n\nhaben {{ teams.own }}\nund {{ teams.corss }}", line=20, column=9)

    reading = read_paragraphs(text, facts())

    figure = reading.paragraphs[1].runs[1]
    assert isinstance(figure, Figure)
    assert figure.location
    assert (figure.location.line, figure.location.column) == (22, 18)
    (fault,) = reading.faults
    assert fault.location
    assert (fault.location.line, fault.location.column) == (23, 22)


# ------------------------------------------------------------------------------------------------ numbers typed by hand


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "rund 49 % haben", "49 %"),
        ("de", "rund 49% haben", "49%"),
        ("de", "rund 49\u00a0Prozent haben", "49 Prozent"),
        ("de", "rund **49** Prozent", "49 Prozent"),
        ("de", "rund 51,5 Prozent", "51,5 Prozent"),
        ("de", "in 49 von 100 Firmen", "49 von 100"),
        ("de", "um 25\nProzent", "25 Prozent"),
        ("en", "some 49 per cent", "49 per cent"),
        ("en", "some 49 percent", "49 percent"),
        ("en", "in 49 out of 100", "49 out of 100"),
        ("en", "some 51.5%", "51.5%"),
    ],
)
def test_a_share_typed_by_hand_is_refused(language: str, text: str, found: str) -> None:
    (fault,) = faults(text, language)

    assert (fault.id, fault.message) == ("unbound-number", f'"{found}" is typed by hand and bound to no figure')
    assert fault.location
    assert fault.location.column == 11 + next(i for i, character in enumerate(text) if character.isdigit())


def test_the_number_of_a_figure_is_never_taken_for_one_typed_by_hand() -> None:
    assert not faults("2016: {{ teams.own | number }} %, {{ teams.own }} und 18 Anteile aus 2 Wellen")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("49 %", "bind it to the data: {{ teams.own }}"),
        ("24,0 %", "bind it to the data: {{ teams.own.w2013 }}"),
        ("Neunundvierzig Prozent", "bind it to the data: {{ teams.own }}"),
        (
            "12 %",
            "bind it to the data, as in {{ question.answer }}; a number from elsewhere is quoted in a statement of "
            "`kind: literal`",
        ),
        (
            "49 Prozentpunkte",
            "percentage points are the difference of two figures, as in {{ question.answer - question.other }}",
        ),
    ],
)
def test_the_hint_names_the_figure_that_has_the_number(text: str, hint: str) -> None:
    (fault,) = faults(text)

    assert fault.hint == hint


# ----------------------------------------------------------------------------------------------------- units of figures


@pytest.mark.parametrize(
    ("language", "text", "unit", "of"),
    [
        ("de", "{{ teams.own - teams.own.w2013 | number }} Prozent mehr", "Prozent", "difference"),
        ("de", "{{ teams.own - teams.own.w2013 | signed }}\u00a0% seit 2013", "%", "difference"),
        ("de", "**{{ teams.own - teams.own.w2013 | number }}** % Vorsprung", "%", "difference"),
        ("de", "ein {{ teams.own - teams.own.w2013 | number }}-prozentiger Anstieg", "prozentiger", "difference"),
        ("de", "{{ teams.own - teams.own.w2013 | number }} Millionen mehr", "Millionen", "difference"),
        ("de", "{{ teams.own - teams.own.w2013 }} der Unternehmen haben eins", "der Unternehmen", "difference"),
        ("en", "{{ teams.own - teams.own.w2013 }} of companies have one", "of companies", "difference"),
        ("de", "{{ teams.own | number }} Millionen Firmen", "Millionen", "share"),
        ("de", "{{ teams.own | of_100 }} Millionen", "Millionen", "share"),
        ("de", "{{ teams.own | number }} Mio. Firmen", "Mio", "share"),
        ("de", "{{ teams.own | number }} Prozentpunkte", "Prozentpunkte", "share"),
        ("de", "{{ ratio(teams.own, teams.own.w2013) }} %", "%", "count"),
        ("en", "{{ teams.own - teams.own.w2013 | number }} per cent more", "per cent", "difference"),
        ("en", "{{ teams.own - teams.own.w2013 | number }} percent more", "percent", "difference"),
        ("en", "{{ teams.own - teams.own.w2013 | number }}% up", "%", "difference"),
        ("en", "{{ teams.own | number }} million firms", "million", "share"),
        ("en", "{{ teams.own | number }} thousand firms", "thousand", "share"),
        ("en", "{{ teams.own | number }} percentage points", "percentage points", "share"),
    ],
)
def test_words_give_a_figure_no_other_unit_than_its_own(language: str, text: str, unit: str, of: str) -> None:
    plain, told = {
        "difference": ("teams.own - teams.own.w2013", "a difference of shares, which is percentage points"),
        "share": ("teams.own", "a share, which is per cent"),
        "count": ("ratio(teams.own, teams.own.w2013)", "a count, which has no unit"),
    }[of]
    alone = prose(f"{{{{ {plain} }}}}", language).text.replace("\u00a0", " ")

    (fault,) = faults(text, language)

    assert (fault.id, fault.message) == ("other-unit-given", f'"{unit}" follows {told}')
    assert fault.hint == f'write {{{{ {plain} }}}} without "{unit}": it prints "{alone}"'
    assert fault.location
    assert fault.location.column == 11 + text.index(unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "{{ teams.own | number }} Prozent"),
        ("de", "{{ teams.own | number }}-prozentige Zustimmung"),
        ("de", "{{ teams.own - teams.own.w2013 | number }} Prozentpunkte"),
        ("de", "{{ teams.own - teams.own.w2013 | number }} %-Punkte"),
        ("de", "{{ teams.own - teams.own.w2013 | number }} Punkte, also mehr Prozent"),
        ("de", "{{ teams.own | label }} % Millionen"),
        ("de", "{{ teams.own }} der Unternehmen haben eins"),
        ("de", "{{ teams.own - teams.own.w2013 }} mehr Unternehmen"),
        ("de", "{{ teams.own | of_100 }} Millionären"),
        ("de", "um den Faktor {{ ratio(teams.own, teams.own.w2013) }} Prozesse"),
        ("en", "{{ teams.own | number }} per cent"),
        ("en", "{{ teams.own - teams.own.w2013 | number }} percentage points"),
        ("en", "{{ teams.own - teams.own.w2013 | number }}-point lead"),
        ("en", "{{ teams.own | of_100 }} millionaires"),
        ("en", "{{ ratio(teams.own, teams.own.w2013) }} times as many"),
    ],
)
def test_a_figure_may_be_followed_by_its_own_unit_and_other_words(language: str, text: str) -> None:
    assert not faults(text, language)


def test_a_text_of_the_program_may_hold_any_number() -> None:
    assert not read_prose(SourceText("Zu 100 % erreicht?"), facts()).faults


SIGNS = st.sampled_from(
    ["{{", "}}", "{", "}", "**", "*", " ", "\n", "\n\n", "teams.own", "|", "words", "49", "%", "ä", "x"]
)


@given(st.lists(SIGNS, max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_is_read_without_harm(text: str) -> None:
    for read in (read_prose, read_paragraphs):
        reading = read(source(text), facts())
        assert all(fault.location for fault in reading.faults)


@given(st.text(alphabet="ab \u00a0ä.", max_size=40))
def test_words_alone_come_out_with_single_blanks(text: str) -> None:
    reading = read_prose(source(text), facts())

    assert reading.prose.text == " ".join(part for part in text.strip().split(" ") if part)
