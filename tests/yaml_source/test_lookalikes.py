"""What only looks like a sign of YAML is told by code point and place; the rest of the file is read as was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report.diagnostics import Diagnostic
from report.yaml_source import Count, FileModel, IdText, Line, read
from report.yaml_source.composing import compose
from report.yaml_source.lookalikes import MOST_TOLD
from report.yaml_source.source import SourceFile, decode
from report.yaml_source.tree import Block, Items, Node, Scalar
from tests.yaml_source.marked import places, unmarked, words

NBSP, ZWSP = "\u00a0", "\u200b"
RETYPE = "\n  hint: delete it and type a space in its place"


def plain(node: Node | None) -> object:
    """The values of a tree without their places."""
    if isinstance(node, Block):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node]
    return node.text.text if isinstance(node, Scalar) else None


def composed(text: str) -> tuple[object, tuple[Diagnostic, ...]]:
    """The values of a file as it lies on disk, and its faults."""
    source, faults = decode(text.encode(), "f.yaml")
    assert source
    root, found = compose(source)
    return plain(root), (*faults, *found)


def odd_space(spot: str, character: str = "U+00A0 (no-break space)") -> str:
    return f"error[odd-space]: {character} stands {spot}, where YAML knows only a plain space{RETYPE}"


def odd_quotes(text: str, mark: str = "U+201C (left double quotation mark)") -> str:
    return (
        f"error[odd-quotes]: {mark} is no quotation mark of YAML, so it holds no text together\n"
        f'  hint: write "{text}", with the straight marks of the keyboard'
    )


def odd_hyphen(character: str) -> str:
    return (
        f"error[odd-hyphen]: {character} stands where the hyphen of a list item belongs\n"
        '  hint: delete it and type "-" in its place'
    )


SLIPS: dict[str, tuple[str, object]] = {
    f"a: {{b:⟦{NBSP}⟧1, c: 2}}": (odd_space("after the colon"), {"a": {"b": "1", "c": "2"}}),
    f"a:\n  b:⟦{NBSP}⟧1\n  c: 2": (odd_space("after the colon"), {"a": {"b": "1", "c": "2"}}),
    f"a:\n  b:⟦{ZWSP}⟧ 1": (odd_space("after the colon", "U+200B (zero width space)"), {"a": {"b": "1"}}),
    "a:⟦\u2003⟧x": (odd_space("after the colon", "U+2003 (em space)"), {"a": "x"}),
    f'a: {{b:⟦{NBSP}⟧"x, y", c: 2}}': (odd_space("after the colon"), {"a": {"b": "x, y", "c": "2"}}),
    f"a:\n⟦{NBSP}⟧{NBSP}b: 1\nc: 2": (odd_space("in the indentation"), {"a": {"b": "1"}, "c": "2"}),
    f"a:\n ⟦{NBSP}⟧b: 1\n  c: 2": (odd_space("in the indentation"), {"a": {"b": "1", "c": "2"}}),
    f"a: 1\n⟦{NBSP}⟧b: 2\nc: 3": (odd_space("in the indentation"), None),
    f"⟦{NBSP}⟧a: 1\nb: 2": (odd_space("in the indentation"), None),
    f"a:\n  -⟦{NBSP}⟧x\n  - y": (odd_space('after "-"'), {"a": ["x", "y"]}),
    f"a:\n  -⟦{NBSP}⟧b: 1\n    c: 2": (odd_space('after "-"'), {"a": [{"b": "1", "c": "2"}]}),
    f"a: x⟦{NBSP}⟧# why": (odd_space('before "#"'), {"a": "x"}),
    f'a: ⟦{NBSP}⟧"x: y"': (odd_space("before the value"), {"a": "x: y"}),
    f'a: {{b: "x"⟦{NBSP}⟧, c: 2}}': (odd_space("after the value"), {"a": {"b": "x", "c": "2"}}),
    f'a: [⟦{NBSP}⟧"x, y"]': (odd_space("before the value"), {"a": ["x, y"]}),
    "a: {b: ⟦“x, y”⟧, c: 2}": (odd_quotes("x, y"), {"a": {"b": "x, y", "c": "2"}}),
    "a: {b: ⟦„x: y“⟧, c: 2}": (
        odd_quotes("x: y", "U+201E (double low-9 quotation mark)"),
        {"a": {"b": "x: y", "c": "2"}},
    ),
    "a: ⟦“x: y”⟧": (odd_quotes("x: y"), {"a": "x: y"}),
    "⟦“a”⟧: x": (odd_quotes("a"), {"a": "x"}),
    'a: "x⟦”⟧\nb: 1': (odd_quotes("x", "U+201D (right double quotation mark)"), None),
    'a: "x⟦”⟧\nb: "y"': (odd_quotes("x", "U+201D (right double quotation mark)"), None),
    "a:\n  ⟦–⟧ b: 1\n    c: 2\n  - b: 3": (
        odd_hyphen("U+2013 (en dash)"),
        {"a": [{"b": "1", "c": "2"}, {"b": "3"}]},
    ),
    "a:\n  ⟦•⟧ b: 1": (odd_hyphen("U+2022 (bullet)"), {"a": [{"b": "1"}]}),
}


@pytest.mark.parametrize(("marked", "told", "meant"), [(marked, *slip) for marked, slip in SLIPS.items()])
def test_a_character_that_looks_like_a_sign_of_yaml_is_told_at_its_place(marked: str, told: str, meant: object) -> None:
    text, expected = unmarked(marked)

    values, faults = composed(text)

    assert [words(fault) for fault in faults] == [told]
    assert places(faults) == expected
    assert values == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"a: {{{NBSP}b: 1,{NBSP}c{NBSP}: x}}", {"a": {"b": "1", "c": "x"}}),
        (f"a: x{NBSP}\nb:{NBSP}\n  c: |{NBSP}\n    d", {"a": "x", "b": {"c": "d"}}),
        (f"a: 1\n{NBSP}\n{NBSP}# why\nb: 2", {"a": "1", "b": "2"}),
        (f"a:\n{ZWSP}  b: 1\n  {ZWSP}c: 2", {"a": {"b": "1", "c": "2"}}),
        (f"a:\n  {ZWSP}- x\n  - {ZWSP}y", {"a": ["x", "y"]}),
        ('\ufeffa: 1\n\ufeffb: "x\ufeffy"', {"a": "1", "b": "xy"}),
        (f"a: Platz{NBSP}#1\nb: d.{NBSP}h.", {"a": "Platz\u00a0#1", "b": "d.\u00a0h."}),
        (f"a: |\n  b:{NBSP}1\n  –{NBSP}c: 2\n  “d: e”\n", {"a": f"b:{NBSP}1\n–{NBSP}c: 2\n“d: e”\n"}),
        (f"a: \"x\n  b:{NBSP}y\"\nc: '{NBSP}- d:{NBSP}1'", {"a": f"x b:{NBSP}y", "c": f"{NBSP}- d:{NBSP}1"}),
        (f"a: x  # b:{NBSP}“c: d”", {"a": "x"}),
        ("a: „Frei, ja“ sagt sie\nb: x – y\n  – und", {"a": "„Frei, ja“ sagt sie", "b": "x – y – und"}),
    ],
)
def test_what_changes_nothing_is_no_fault(text: str, meant: object) -> None:
    values, faults = composed(text)

    assert (faults, values) == ((), meant)


def test_the_first_of_many_are_told_and_the_others_counted() -> None:
    _, faults = composed("a:\n" + f"{NBSP} b:\n{NBSP}  c: 1\n" * (MOST_TOLD + 1))

    spaces = [fault for fault in faults if fault.id == "odd-space"]
    assert len(spaces) == MOST_TOLD
    assert spaces[-1].notes == ("12 more of such characters follow in this file",)


class Note(FileModel):
    """A file with values of three kinds."""

    n: Count
    id: IdText
    text: Line


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "n: ⟦“61”⟧\nid: a\ntext: b\n",
            "error[odd-quotes]: U+201C (left double quotation mark) is no quotation mark of YAML, so it is read as "
            "part of the value\n  hint: write 61",
        ),
        (
            "n: 61\nid: ⟦‚a‘⟧\ntext: b\n",
            "error[odd-quotes]: U+201A (single low-9 quotation mark) is no quotation mark of YAML, so it is read as "
            "part of the value\n  hint: write a",
        ),
        (
            "n: 61\nid: a\ntext: ⟦„Tee“⟧\n",
            "warning[odd-quotes]: „ and “ are shown with this text, since YAML knows only straight quotation marks\n"
            "  hint: write \"Tee\" to leave them out, or '„Tee“' to keep them",
        ),
        (
            'n: 61\nid: a\ntext: ⟦„Tee"⟧\n',
            'warning[odd-quotes]: „ and " are shown with this text, since YAML knows only straight quotation marks\n'
            '  hint: write "Tee" to leave them out, or \'„Tee"\' to keep them',
        ),
    ],
)
def test_marks_around_a_whole_value_are_told(marked: str, told: str, tmp_path: Path) -> None:
    text, expected = unmarked(marked)
    (tmp_path / "f.yaml").write_text(text, "utf-8")

    faults = read(tmp_path / "f.yaml", "f.yaml", Note).faults

    assert [words(fault) for fault in faults] == [told]
    assert places(faults) == expected


def test_a_word_that_begins_with_a_hash_is_told_to_be_a_comment(tmp_path: Path) -> None:
    text, expected = unmarked("n: 61\nid: a\ntext: Men on ⟦#MeToo, again⟧\n")
    (tmp_path / "f.yaml").write_text(text, "utf-8")

    faults = read(tmp_path / "f.yaml", "f.yaml", Note).faults

    assert [words(fault) for fault in faults] == [
        'warning[unquoted-hash]: "#MeToo, again" is a comment, since a blank and "#" begin one; the text ends before it'
        '\n  hint: put the whole text in quotation marks, or write "# MeToo, again" if a comment is meant'
    ]
    assert places(faults) == expected


def test_a_value_that_begins_with_a_hash_is_told_to_be_a_comment(tmp_path: Path) -> None:
    text, expected = unmarked("n: 61\nid: a\ntext: ⟦#MeToo⟧\n")
    (tmp_path / "f.yaml").write_text(text, "utf-8")

    faults = read(tmp_path / "f.yaml", "f.yaml", Note).faults

    assert [words(fault) for fault in faults] == [
        'error[unquoted-hash]: "#MeToo" is a comment, since a blank and "#" begin one; `text` has no value'
        "\n  hint: put the text in quotation marks"
    ]
    assert places(faults) == expected


@pytest.mark.parametrize("text", ["a # comment", "a # 1", '"a #1"', "a#1", "a ## b"])
def test_a_comment_that_is_meant_is_no_fault(text: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(f"n: 61\nid: a\ntext: {text}\n", "utf-8")

    assert read(tmp_path / "f.yaml", "f.yaml", Note).faults == ()


@pytest.mark.parametrize("text", ["'„Tee“'", '"“Tee”"', "„Tee“ und „Kaffee“", "Das „Wort“"])
def test_marks_that_are_meant_are_no_fault(text: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(f"n: 61\nid: a\ntext: {text}\n", "utf-8")

    assert read(tmp_path / "f.yaml", "f.yaml", Note).faults == ()


@example(f"'{ZWSP}'")
@given(st.text(f"ab:-#\"'|{{}}[], \n{NBSP}{ZWSP}\u2003“”„–", max_size=40))
def test_reading_as_meant_keeps_offsets_and_lines_and_does_nothing_twice(text: str) -> None:
    source = SourceFile("f.yaml", text)

    root, faults = compose(source)

    assert root is None or isinstance(root, Block)
    for fault in faults:
        assert fault.location
        assert source.lines[fault.location.line - 1] == fault.location.line_text
