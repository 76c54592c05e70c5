"""Every character of a text knows where it stands in the file, however YAML lets it be written."""

from __future__ import annotations

import re
import textwrap
import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from report.characters import ODD_BLANKS, ZERO_WIDTH, normalized
from report.diagnostics import SourceText
from report.yaml_source.composing import compose
from report.yaml_source.scalars import part
from report.yaml_source.source import SourceFile
from report.yaml_source.tree import Scalar


def text_of(written: str, key: str = "text") -> SourceText:
    """The text behind a key of a file."""
    root, faults = compose(SourceFile("f.yaml", written))
    assert root is not None, faults
    node = root[key]
    assert isinstance(node, Scalar)
    return node.text


def character_at(written: str, text: SourceText, offset: int) -> str:
    """What stands in the file where a character of the text is said to stand; empty at the end of a line."""
    place = text.at(offset)
    assert place is not None
    lines = re.split("\r\n|\n|\r", written)
    assert lines[place.line - 1] == place.line_text
    return place.line_text[place.column - 1 : place.column]


def is_faithful(written: str, text: SourceText) -> bool:
    """Whether each character that is no blank stands where it is said to; escapes are passed over.

    A letter that was composed stands where its first part does.
    """
    return all(
        (there := character_at(written, text, offset)) == "\\" or is_alike(character, there)
        for offset, character in enumerate(text.text)
        if not character.isspace()
    )


def is_alike(character: str, written: str) -> bool:
    """Whether a character is made of the written one; an accent may have changed places with another."""
    if normalized(written) == character:
        return True
    parts = unicodedata.normalize("NFD", character), unicodedata.normalize("NFD", written)
    are_accents = all(unicodedata.category(part[0])[0] == "M" for part in parts)
    return parts[0][0] == parts[1][0] or are_accents


def without_blanks_at_ends(text: str) -> str:
    """The text without the blanks, whatever their width, before a line may have been broken and at its ends."""
    return re.sub(f"[ {ODD_BLANKS}{ZERO_WIDTH}]+( |$)", r"\1", text).strip()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs", "Zs", "Cn"]), max_size=6)
TEXTS = st.lists(WORDS.map(lambda word: word.replace("\ufeff", "")), min_size=1, max_size=8)
JOINTS = st.lists(st.sampled_from([" ", "  ", "\n", "\n\n", "\n \n", "\r\n"]), min_size=8, max_size=8)


@st.composite
def folded(draw: st.DrawFn) -> str:
    """Words with blanks and line breaks between them."""
    return "".join(word + joint for word, joint in zip(draw(TEXTS), draw(JOINTS), strict=False))


@given(folded())
def test_a_text_in_double_quotation_marks_knows_its_places(text: str) -> None:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\n  ")
    written = f'first: 1\ntext: "{inner}"\n'

    assert is_faithful(written, text_of(written))


@given(folded())
def test_a_text_in_single_quotation_marks_knows_its_places(text: str) -> None:
    inner = text.replace("'", "''").replace("\n", "\n  ")
    written = f"first: 1\ntext: '{inner}'\n"

    assert is_faithful(written, text_of(written))


@given(folded(), st.sampled_from("|>"), st.sampled_from(["", "-", "+"]), st.integers(1, 4))
def test_a_block_of_text_knows_its_places(text: str, style: str, chomping: str, indentation: int) -> None:
    body = textwrap.indent("x" + text, " " * indentation)
    written = f"first: 1\ntext: {style}{chomping}  # why\n{body}\nlast: 1\n"

    assert is_faithful(written, text_of(written))


@given(st.lists(st.text("abcäß😀?%().;-", min_size=1), min_size=1, max_size=6), JOINTS)
def test_a_plain_text_knows_its_places(words: list[str], joints: list[str]) -> None:
    joined = "".join(f"w{word}" + joint for word, joint in zip(words, joints, strict=False)).rstrip()
    written = f"first: 1\ntext: {joined.replace(chr(10), chr(10) + '  ')}\nlast: 1\n"

    assert is_faithful(written, text_of(written))


CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs"])
ANY_TEXT = st.text(CHARACTERS | st.sampled_from("0a '\"\n\u00a0\u2003\u202f\u200b\u200d-,{[>#"), max_size=20)


@given(ANY_TEXT, st.sampled_from(["'", '"', None]))
@example("0\u00a0", None)
@example("it''s,\u00a0\n\nso", "'")
def test_whatever_pyyaml_writes_is_found_again(text: str, style: str | None) -> None:
    written = yaml.safe_dump({"text": text}, default_style=style, allow_unicode=True, width=12)
    source = SourceFile("f.yaml", written)
    is_plain = not re.match(r"\S+ ['\"|>?]", written)
    if is_plain and compose(source)[1]:
        return  # a sign of YAML behind a character that nobody sees is told

    found = text_of(written)

    is_odd = any(sign in text for sign in ("\x85", "\u2028", "\u2029")) or not text.strip()
    expected = normalized(text)
    if is_plain:  # what looks like a space is one to the author, and a line has none at its end
        assert without_blanks_at_ends(found.text) == without_blanks_at_ends(expected) or is_odd
    else:
        assert found.text == expected or is_odd
    assert all(found.at(offset) for offset in range(len(found.text)))
    assert len(source.lines) == len(re.split("\r\n|\n|\r", written))


@pytest.mark.parametrize(
    ("written", "offset", "place"),
    [
        ("text: abc", 2, (1, 9)),
        ("text: 'a''bc'", 1, (1, 9)),  # the quotation mark, written twice
        ("text: 'a''bc'", 2, (1, 11)),
        ('text: "a\\tbc"', 1, (1, 9)),  # the tab: its backslash
        ('text: "a\\tbc"', 2, (1, 11)),
        ('text: "a\\u00e4bc"', 2, (1, 15)),
        ('text: "ab\n  cd"', 2, (1, 10)),  # the blank between the lines: the end of the first
        ('text: "ab\n  cd"', 3, (2, 3)),
        ('text: "ab\\\n  cd"', 2, (2, 3)),
        ('text: "ab\\\n\n  cd"', 2, (2, 1)),
        ('text: "ab\\\n\n  cd"', 3, (3, 3)),
        ("text: ab\n\n  cd", 2, (2, 1)),  # the line break: the empty line
        ("text: ab\n\n  cd", 3, (3, 3)),
        ("text: |\n  ab\n    cd\n", 2, (2, 5)),
        ("text: |\n  ab\n    cd\n", 3, (3, 3)),  # further indentation is text
        ("text: |\n  ab\n    cd\n", 5, (3, 5)),
        ("text: >\n  ab\n  cd\n", 3, (3, 3)),
        ("text: >\n  ab\n\n  cd\n", 3, (4, 3)),
        ("text: |2\n    ab\n  cd\n", 0, (2, 3)),
        ("text: &anchor abc\nother: *anchor", 1, (1, 16)),
        ("{text: abc, b: c}", 0, (1, 8)),
        ("é: ü\ntext: 😀bc", 1, (2, 8)),
        ("a: 1\r\ntext: |\r\n  ab\r\n  cd\r\n", 3, (4, 3)),
    ],
)
def test_the_place_of_a_character(written: str, offset: int, place: tuple[int, int]) -> None:
    found = text_of(written).at(offset)

    assert found and (found.line, found.column) == place


def test_a_part_of_a_text_keeps_its_places() -> None:
    text = text_of("text: |\n  ab\n  cd\n  ef\n")

    middle = part(text, 1, 5)

    assert middle.text == "b\ncd"
    assert [(at.line, at.column) for offset in range(4) if (at := middle.at(offset))] == [
        (2, 4),
        (2, 5),
        (3, 3),
        (3, 4),
    ]


def test_lines_are_counted_as_editors_do() -> None:
    source = SourceFile("f.yaml", "a\r\nb\rc\n\nd")

    assert [source.place(offset).line for offset in (0, 3, 5, 7, 8)] == [1, 2, 3, 4, 5]
    assert source.lines == ("a", "b", "c", "", "d")
