"""What a value may be: each type of a file model with what it reads and what it tells of everything else."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated

import jsonschema
import pytest

from report.diagnostics import Diagnostic, Location, SourceText
from report.units import Between
from report.yaml_source import (
    Count,
    Field,
    FileModel,
    Flag,
    Id,
    IdText,
    LanguageCode,
    Line,
    Passage,
    Percent,
    Reading,
    TranslatedLine,
    TranslatedPassage,
    format_version,
    one_of,
    read,
    whole_number,
)
from report.yaml_source.editors import schema_for_editors
from tests.yaml_source.marked import places, unmarked, words


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


class Color(Enum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


class Example(FileModel):
    """One key of every type."""

    format: Annotated[int, format_version(1)] | None = None
    line: Line | None = None
    passage: Passage | None = None
    label: TranslatedLine | None = None
    story: TranslatedPassage | None = None
    id: IdText | None = None
    percent: Percent | None = None
    count: Count | None = None
    decimals: Annotated[object, whole_number(0, 3)] | None = None
    level: Annotated[object, whole_number(50, 99)] | None = None
    flag: Flag = False
    size: Annotated[Size, one_of(Size)] | None = None
    color: Annotated[Color, one_of(Color)] | None = None
    language: LanguageCode | None = None
    names: list[IdText] = Field(default_factory=list, max_length=2)
    parts: dict[Id, Line] = Field(default_factory=dict)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "f.yaml"


def reading(file: Path, text: str) -> Reading[Example]:
    file.write_bytes(text.encode())
    return read(file, "f.yaml", Example)


def example(file: Path, text: str) -> Example:
    """The model of a text without fault."""
    found = reading(file, text)
    assert found.model, found.faults
    assert found.faults == ()
    return found.model


# ----------------------------------------------------------------------------------------------------- what is read


def test_a_text_is_read_without_the_blanks_at_its_ends(file: Path) -> None:
    model = example(file, "line: '  a b '\npassage: |\n\n  c\n  d\n\nlabel: 2016\n")

    assert model.line == SourceText("a b")
    assert model.line.at(0) == Location("f.yaml", 1, 10)
    assert model.passage == SourceText("c\nd")
    assert model.passage.at(2) == Location("f.yaml", 5, 3)
    assert model.label and model.label.undeclared == SourceText("2016")


def test_a_text_is_read_in_its_languages(file: Path) -> None:
    model = example(file, "label: {de: eins, en: one}\nstory:\n  de: |\n    a\n    b\n  en: c\n")

    assert model.label and model.label.by_language == {"de": SourceText("eins"), "en": SourceText("one")}
    assert model.label.location == Location("f.yaml", 1, 1)
    assert model.story and model.story.by_language["de"] == SourceText("a\nb")


@pytest.mark.parametrize(
    ("written", "bound"), [("<1", "1"), ('"<1"', "1"), ("< 1", "1"), ("<0.5", "0.5"), ("<1.0", "1.0")]
)
def test_a_percentage_may_be_less_than_a_bound(file: Path, written: str, bound: str) -> None:
    model = example(file, f"percent: {written}")

    assert model.percent
    assert isinstance(model.percent.value, Between)
    assert (model.percent.value.lower, str(model.percent.value.upper)) == (0, bound)


@pytest.mark.parametrize(
    ("written", "is_one"), [("<1", True), ("<0.5", True), ("<5", False), ("<0", False), ("x", False)]
)
def test_editors_are_told_the_same_of_a_bound(written: str, *, is_one: bool) -> None:
    schema = schema_for_editors(Example)

    assert jsonschema.Draft202012Validator(schema).is_valid({"percent": written}) is is_one


@pytest.mark.parametrize("written", ["0", "100", "49", "51.50", '"51.5"', "0.05"])
def test_a_percentage_keeps_its_decimals(file: Path, written: str) -> None:
    model = example(file, f"percent: {written}")

    assert model.percent and str(model.percent.value) == written.strip('"')
    assert isinstance(model.percent.value, Decimal)
    assert model.percent.location.column == 10


def test_other_values_are_read(file: Path) -> None:
    model = example(
        file,
        "format: 1\ncount: 1004\nflag: true\nsize: large\nlanguage: de\nid: top_2\nnames: [a, b]\nparts: {a1: x}\n",
    )

    assert model.count and model.count.value == 1004
    assert model.flag is True
    assert model.size is Size.LARGE
    assert model.names == [SourceText("a"), SourceText("b")]
    assert model.parts == {"a1": SourceText("x")}


# ---------------------------------------------------------------------------------------------------- what is refused

NO_BOUND = (
    "is no published figure: what is less than a bound is less than 1 or less\n"
    "  hint: leave the percentage out, which says that the figure was not published, and write `rest: unpublished` "
    "where the others sum to less than 100; a note can tell its bound"
)
NO_NUMBER = "  hint: write digits alone, such as 51 or 51.5; leave out what was not published"
SEPARATORS = "  hint: write 1004, without separators"
ID_RULE = '  an id begins with a small letter and goes on with small letters, digits and "_"'
TEXT_RULE = "  known are de, en\n  a text is one string, or one string a language, such as {de: ..., en: ...}"
COMMA = "\n  the outputs show the decimal mark of their language\n  hint: write 51.5"
CONTROL = "error[control-character]: the control character"
DELETE = "\n  hint: delete it; most editors do not show it"
BARE = '  hint: write {}, without the brackets; a text that begins with "[" needs quotation marks'
LIST = '\n  hint: write one value alone; a text that begins with "[" needs quotation marks'
NEEDED = "\n  hint: it is needed: write its value"
EMPTY = "\n  hint: leave the key out if there is nothing to say"

FAULTS = {
    # percentages
    "percent: ⟦51,5⟧": f'error[decimal-comma]: "51,5" has a decimal comma{COMMA}',
    'percent: ⟦"51,5"⟧': f'error[decimal-comma]: "51,5" has a decimal comma{COMMA}',
    "percent: ⟦51 %⟧": 'error[percent-sign]: "51 %" has a per cent sign\n  hint: write 51',
    "percent: ⟦51,5%⟧": 'error[percent-sign]: "51,5%" has a per cent sign\n  hint: write 51.5',
    "percent: ⟦.nan⟧": f'error[not-a-number]: ".nan" is not a number\n{NO_NUMBER}',
    "percent: ⟦0x33⟧": f'error[not-a-number]: "0x33" is not a number\n{NO_NUMBER}',
    "percent: ⟦5_1⟧": f'error[not-a-number]: "5_1" is not a number\n{NO_NUMBER}',
    "percent: ⟦5e1⟧": f'error[not-a-number]: "5e1" is not a number\n{NO_NUMBER}',
    "percent: ⟦+51⟧": f'error[not-a-number]: "+51" is not a number\n{NO_NUMBER}',
    "percent: ⟦n. v.⟧": f'error[not-a-number]: "n. v." is not a number\n{NO_NUMBER}',
    "percent: ⟦<1%⟧": 'error[percent-sign]: "<1%" has a per cent sign\n  hint: write <1',
    'percent: ⟦"<0,5"⟧': 'error[decimal-comma]: "<0,5" has a decimal comma\n'
    "  the outputs show the decimal mark of their language\n  hint: write <0.5",
    "percent: ⟦<5⟧": f'error[out-of-range]: "<5" {NO_BOUND}',
    "percent: ⟦<0⟧": f'error[out-of-range]: "<0" {NO_BOUND}',
    "percent: ⟦<-1⟧": f'error[not-a-number]: "<-1" is not a number\n{NO_NUMBER}',
    "percent: ⟦≤1⟧": f'error[not-a-number]: "≤1" is not a number\n{NO_NUMBER}',
    "percent: ⟦100.1⟧": "error[out-of-range]: 100.1 is no percentage from 0 to 100",
    "percent: ⟦-1⟧": "error[out-of-range]: -1 is no percentage from 0 to 100\n  hint: write 1",
    "⟦percent⟧:": f"error[empty-value]: `percent` has no value{EMPTY}",
    "percent: ⟦~⟧": f"error[empty-value]: `percent` has no value{EMPTY}",
    "percent: ⟦[⟧51]": f"error[wrong-type]: `percent` is a list where a text belongs\n{BARE.format(51)}",
    "percent: ⟦[⟧51, 49]": f"error[wrong-type]: `percent` is a list where a text belongs{LIST}",
    # whole numbers
    "count: ⟦1.004⟧": f'error[not-whole]: "1.004" is not a whole number\n{SEPARATORS}',
    "count: ⟦1,004⟧": f'error[not-whole]: "1,004" is not a whole number\n{SEPARATORS}',
    "count: ⟦1 004⟧": f'error[not-whole]: "1 004" is not a whole number\n{SEPARATORS}',
    "count: ⟦many⟧": 'error[not-whole]: "many" is not a whole number\n  hint: write digits alone',
    "count: ⟦95.0⟧": 'error[not-whole]: "95.0" is not a whole number\n  hint: write 95, without decimals',
    "count: ⟦0.95⟧": 'error[not-whole]: "0.95" is not a whole number\n  hint: write digits alone',
    "level: ⟦0.95⟧": 'error[not-whole]: "0.95" is not a whole number\n  hint: write 95, in per cent',
    "level: ⟦0.9⟧": 'error[not-whole]: "0.9" is not a whole number\n  hint: write 90, in per cent',
    "level: ⟦0.05⟧": 'error[not-whole]: "0.05" is not a whole number\n  hint: write digits alone',
    "count: ⟦0⟧": "error[out-of-range]: `count` is 0; it can be at least 1",
    "decimals: ⟦4⟧": "error[out-of-range]: `decimals` is 4; it can be 0 to 3",
    # words from a list
    "size: ⟦larg⟧": 'error[unknown-value]: "larg" is not a value of `size`\n  it can be small or large\n'
    '  hint: did you mean "large"?',
    "color: ⟦pink⟧": 'error[unknown-value]: "pink" is not a value of `color`\n  it can be red, green, blue',
    "flag: ⟦yes⟧": 'error[unknown-value]: "yes" is not a value of `flag`\n  it can be true or false',
    "format: ⟦2⟧": 'error[unknown-format]: the format "2" is not known; this version of the program reads format 1\n'
    "  hint: write `format: 1`; files of a later format need a later version of the program",
    "language: ⟦deu⟧": 'error[unknown-language]: there is no language "deu"\n  known are de, en\n'
    '  hint: did you mean "de"?',
    # ids
    "id: ⟦Goals⟧": f'error[malformed-id]: "Goals" cannot be an id\n{ID_RULE}\n  hint: write "goals"',
    "id: ⟦Größe 2⟧": f'error[malformed-id]: "Größe 2" cannot be an id\n{ID_RULE}\n  hint: write "groesse_2"',
    "id: ⟦_goals⟧": f'error[malformed-id]: "_goals" cannot be an id\n{ID_RULE}\n  hint: write "goals"',
    "id: ⟦__init__⟧": f'error[malformed-id]: "__init__" cannot be an id\n{ID_RULE}\n  hint: write "init"',
    "id: ⟦2016⟧": f'error[malformed-id]: "2016" cannot be an id\n{ID_RULE}',
    "id: ⟦class⟧": 'error[malformed-id]: "class" cannot be an id\n'
    '  it is a word of the language in which claims are written\n  hint: write "class_"',
    f"id: ⟦{'x' * 61}⟧": "error[malformed-id]: this id has 61 characters; at most 60 are allowed, since it names files",
    "parts: {⟦A⟧: x}": f'error[malformed-id]: "A" cannot be an id\n{ID_RULE}\n  hint: write "a"',
    "names: [a, ⟦b c⟧]": f'error[malformed-id]: "b c" cannot be an id\n{ID_RULE}\n  hint: write "b_c"',
    # texts
    "line: ⟦[⟧a, b]": f"error[wrong-type]: `line` is a list where a text belongs{LIST}",
    "line: ⟦{⟧a: b}": "error[wrong-type]: `line` is a block of keys where a text belongs\n"
    "  hint: write b, without a key before it",
    "line: ⟦{⟧a: b, c: d}": "error[wrong-type]: `line` is a block of keys where a text belongs",
    "line: ⟦''⟧": f"error[empty-value]: `line` has no value{EMPTY}",
    "line: ⟦null⟧": f"error[empty-value]: `line` has no value{EMPTY}"
    ', or "null" in quotation marks if that word is meant',
    "names: [⟦~⟧]": "error[empty-value]: an entry of `names` has no value\n"
    "  hint: leave the entry out if there is nothing to say",
    "label: {⟦de⟧: , en: x}": f"error[empty-value]: `de` has no value{NEEDED}",
    'line: "a⟦\\⟧ab"': f"{CONTROL} U+0007 cannot stand in a text{DELETE}",
    'label: {de: "a⟦\\⟧u202eb"}': f"{CONTROL} U+202E (right-to-left override) cannot stand in a text{DELETE}",
    "label: |\n  a⟦⟧\n  b": "error[line-break]: `label` is one line and cannot be broken\n"
    '  hint: write it on one line, or after ">" instead of "|"',
    "label: {⟦DE⟧: x}": f'error[unknown-language]: there is no language "DE"\n{TEXT_RULE}\n  hint: did you mean "de"?',
    "label: {⟦text⟧: x, de: y}": f'error[unknown-language]: there is no language "text"\n{TEXT_RULE}',
    "label: {⟦fr⟧: x, de: y, it: z}": f'error[unknown-language]: there are no languages "fr" and "it"\n{TEXT_RULE}',
    "label: {⟦a⟧: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7}": "error[unknown-language]: there are no languages "
    f'"a", "b", "c", "d", "e" and 2 more\n{TEXT_RULE}',
    "label: {de: ⟦[⟧x], en: y}": f"error[wrong-type]: `de` is a list where a text belongs\n{BARE.format('x')}",
    "⟦label⟧: {}": "error[too-few]: `label` needs at least one entry",
    # lists
    "names: ⟦a⟧": "error[wrong-type]: `names` is a text where a list belongs\n"
    "  hint: write its entries in square brackets, with commas between them: [a]",
    "names: ⟦'a, b'⟧": "error[wrong-type]: `names` is a text where a list belongs\n"
    "  hint: write its entries in square brackets, with commas between them: [a, b]",
    **{
        f"names: ⟦{words}⟧": "error[wrong-type]: `names` is a text where a list belongs\n"
        "  hint: write its entries in square brackets, with commas between them: [a, b]"
        for words in ("a + b", "a und b", "a and b", "a/b", "'a; b'")
    },
    "{names: ⟦a⟧, b, label: x}": "error[wrong-type]: `names` is a text where a list belongs\n"
    "  hint: write its entries in square brackets, with commas between them: [a, b]",
    f"names: ⟦{'a' * 61}⟧": "error[wrong-type]: `names` is a text where a list belongs\n"
    "  hint: write its entries in square brackets, with commas between them",
    "names: ⟦{⟧a: b}": "error[wrong-type]: `names` is a block of keys where a list belongs\n"
    "  hint: write its entries in square brackets, with commas between them: [a]",
    "names: ⟦{⟧a: {b: c}}": "error[wrong-type]: `names` is a block of keys where a list belongs\n"
    "  hint: write every entry behind a hyphen of its own instead of `a:`",
    "names: [a, b, ⟦⟧c, d]": "error[too-many]: `names` has 4 entries; at most 2 can stand there",
    "parts: ⟦[⟧a]": "error[wrong-type]: `parts` is a list where a block of keys belongs",
    "⟦parts⟧:": f"error[empty-value]: `parts` has no value{EMPTY}",
}


@pytest.mark.parametrize(("marked", "told"), FAULTS.items())
def test_a_wrong_value_is_told_at_its_place(file: Path, marked: str, told: str) -> None:
    text, expected = unmarked(marked)

    found = reading(file, text).faults

    assert [words(fault) for fault in found] == [told]
    assert places(found) == expected


def test_percentages_of_the_limits_are_inside(file: Path) -> None:
    assert example(file, "percent: 100.0").percent
    assert reading(file, "percent: 100.01").faults


def test_an_id_of_sixty_characters_is_short_enough(file: Path) -> None:
    assert example(file, f"id: {'x' * 60}").id


def test_the_languages_of_a_text_are_all_looked_at(file: Path) -> None:
    text, expected = unmarked("label: {de: ⟦[⟧x], ⟦english⟧: y, en: ⟦''⟧}")

    found: tuple[Diagnostic, ...] = reading(file, text).faults

    assert places(found) == expected


@pytest.mark.parametrize(
    ("key", "fits", "too_long", "told"),
    [
        ("line", "a " * 499 + "bc", "a " * 499 + "bcd", "`line` has 1001 characters; at most 1000 can stand there"),
        ("label", "a " * 499 + "bc", "a " * 499 + "bcd", "`label` has 1001 characters; at most 1000 can stand there"),
        (
            "passage",
            "ab " * 6666 + "cd",
            "ab " * 6666 + "cde",
            "`passage` has 20001 characters; at most 20000 can stand there",
        ),
        ("line", "x" * 500, "x" * 501, f'"{"x" * 39}…" is a word of more than 500 characters'),
    ],
)
def test_a_text_is_as_long_as_this_and_no_longer(file: Path, key: str, fits: str, too_long: str, told: str) -> None:
    assert reading(file, f"{key}: {fits}").faults == ()
    assert [words(fault) for fault in reading(file, f"{key}: {too_long}").faults] == [f"error[long-text]: {told}"]


def test_a_tab_in_a_text_is_a_blank(file: Path) -> None:
    model = reading(file, 'line: "a\\tb"\npassage: |\n  c\td\n').model

    assert model and (model.line, model.passage) == (SourceText("a b"), SourceText("c d"))


@pytest.mark.parametrize("text", ["", " ", "\\u00ad", "\\u200b\\u00a0", "\\t"])
def test_a_text_that_shows_nothing_is_empty(file: Path, text: str) -> None:
    assert [str(fault.id) for fault in reading(file, f'line: "{text}"').faults] == ["empty-value"]
