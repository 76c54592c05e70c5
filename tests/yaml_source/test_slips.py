"""Slips of authors who know no YAML: each is told in their words, at the place that has to be mended."""

from __future__ import annotations

import pytest

from report.diagnostics import Diagnostic
from report.yaml_source.composing import MOST_HIDDEN, compose
from report.yaml_source.source import SourceFile
from tests.yaml_source.marked import places, unmarked, words


def faults(text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the YAML of a file."""
    return compose(SourceFile("f.yaml", text))[1]


def braces(figure: str) -> str:
    return f"""\
error[unquoted-braces]: a text with "{{{{" needs quotation marks around all of it
  hint: write "... {figure} ...", or the text after "|" on lines of its own"""


COLON = """\
error[unquoted-colon]: a text with ": " needs quotation marks around all of it
  hint: write "...: ..." with the quotation marks"""


def comma(text: str) -> str:
    return f"""\
error[unquoted-comma]: a comma ends a text in braces; "{text}" needs quotation marks
  hint: write "{text}" with the quotation marks"""


def sign(sign: str) -> str:
    return f"""\
error[unquoted-sign]: a text cannot begin with "{sign}"
  hint: put the whole text in quotation marks"""


def after_quotes(inner: str) -> str:
    return f"""\
error[text-after-quotes]: the text goes on after its closing quotation mark
  hint: put quotation marks around all of it, and write {inner} for the marks inside"""


HASH = """\
error[unquoted-hash]: "#" after a blank begins a comment, so the closing "}" is not read
  hint: put a text with " #" in quotation marks"""
TAB = """\
error[tab]: a tab stands in the indentation
  hint: indent with spaces"""


def unopened(bracket: str) -> str:
    return f"""\
error[unopened-bracket]: this "{bracket}" closes nothing
  hint: put a text with brackets in quotation marks"""


def unclosed(bracket: str, closing: str, line: int) -> str:
    return f"""\
error[unclosed-bracket]: what this "{bracket}" begins breaks off in line {line}
  a comma or the closing "{closing}" is missing there
  hint: put a text with brackets, braces or commas in quotation marks"""


def missing_colon(text: str) -> str:
    return f"""\
error[missing-colon]: after "{text}" a colon is missing
  hint: a key and its value are written "key: value", with a blank after the colon"""


def without_value(key: str) -> str:
    return f"""\
error[key-without-value]: "{key}" has no value
  hint: a value follows after a colon and a blank; a list is written in square brackets"""


def anchor(name: str) -> str:
    return f"""\
error[unused-anchor]: "&{name}" is read as a YAML anchor, but no "*{name}" refers to it
  hint: put a text that begins with "&" in quotation marks"""


def tag(tag: str) -> str:
    return f"""\
error[tag]: "{tag}" is read as a YAML tag, which has no meaning here
  hint: put a text that begins with "!" in quotation marks"""


SLIPS = {
    # figures in a text without quotation marks
    "t: ⟦{{⟧ x }}": braces("{{ x }}"),
    "t: ⟦{{⟧ x }} y": braces("{{ x }}"),
    "t: {de: ⟦{{⟧ q.a }} hat, en: b}": braces("{{ q.a }}"),
    "t: {de: Ganze ⟦{{⟧ q.a }} haben, en: b}": braces("{{ q.a }}"),
    "t: {de: ⟦{{⟧ q.a | words }} haben, en: b}": braces("{{ q.a | words }}"),
    "t:\n  de: ⟦{{⟧ q.a | words }} haben\n  en: b": braces("{{ q.a | words }}"),
    "t:\n  - ⟦{{⟧ q.a }} haben": braces("{{ q.a }}"),
    # figures where they have no braces
    "holds: ⟦{{⟧ q.a }} > 40": """\
error[unquoted-braces]: a figure stands without braces behind `holds`
  hint: write q.a > 40""",
    # colons, commas, comments
    "t: {a: 32⟦;⟧ b: 80, c: 5}": """\
error[unquoted-colon]: a ";" parts no entries in braces
  hint: write a comma in its place""",
    "a: 1\nb:\n  ⟦text⟧ {de: Kosten, en: costs}": missing_colon("text"),
    "t: {de: Kosten⟦:⟧ hoch}": COLON,
    "t: Kosten⟦:⟧ hoch": COLON,
    "t: {de: ⟦a, b⟧, en: c}": comma("a, b"),
    "t: {de: ⟦a, b, c⟧, en: d}": comma("a, b, c"),
    "t: {de: a, en: ⟦b, c⟧}": comma("b, c"),
    "a: {percent: ⟦51,5⟧, n: 3}": """\
error[decimal-comma]: "51,5" has a decimal comma
  the outputs show the decimal mark of their language
  hint: write 51.5""",
    "a: {label: x, n: ⟦1,044⟧}": """\
error[unquoted-comma]: a comma ends a number in braces; "1,044" cannot stand there
  hint: write 1044 if that is a count, 1.044 if it is a percentage""",
    "a: {n: ⟦101,044⟧, b: 3}": """\
error[unquoted-comma]: a comma ends a number in braces; "101,044" cannot stand there
  hint: write 101044""",
    "t: {de: C# ist, en: b ⟦#⟧ c}\nu: v": HASH,
    "a: {b: {c: 1, label: ⟦#⟧x}\n  d: {e: 2}}": HASH,
    "t:\n  a: {b: 1, label: ⟦#⟧x}\n  c: {d: 2}": HASH,
    "t:\n  a: {b: [1, ⟦#⟧x]}\n  c: {d: 2}": HASH.replace("}", "]"),
    # signs of YAML's own
    "t: ⟦%⟧x": sign("%"),
    "t: ⟦@⟧x": sign("@"),
    "t: ⟦`⟧x`": sign("`"),
    "t: {de: a, en: ⟦@⟧x}": sign("@"),
    "t: ⟦*⟧*fett* gesagt": sign("*"),
    "t: ⟦*⟧fett* gesagt": sign("*"),
    "t: ⟦*⟧fett gesagt": sign("*"),
    "t: ⟦&⟧ mehr": sign("&"),
    "t: ⟦!⟧<x y": sign("!"),
    "t: ⟦>⟧ 50": sign(">"),
    "t: ⟦|⟧ x": sign("|"),
    "t: ⟦-⟧ a": sign("-"),
    "t: ⟦?⟧ a": sign("?"),
    "t: ⟦,⟧ a": sign(","),
    "t: ⟦[⟧sic] x\nu: v": sign("["),
    "⟦%⟧x": sign("%"),
    "t: ⟦!x⟧ y": tag("!x"),
    "t: ⟦!!str⟧ y": tag("!!str"),
    "t: ⟦!⟧ y": tag("!"),
    "t: ⟦&a⟧ b": anchor("a"),
    "t: ⟦*a⟧": """\
error[unknown-alias]: "*a" is read as a YAML alias of "&a", which is nowhere
  hint: put a text that begins with "*" in quotation marks""",
    # quotation marks
    't: "a" ⟦⟧b\nu: v': after_quotes("„ “"),
    "t: 'it'⟦⟧s'\nu: v": after_quotes("’"),
    't: {de: "a" ⟦⟧b, en: c}': after_quotes("„ “"),
    't: ⟦⟧"abc\nu: v': "error[unclosed-quotes]: this quotation mark has no closing one",
    't: "abc\nu: "⟦⟧v"\nw: x': """\
error[text-after-quotes]: the text goes on after its closing quotation mark
  its opening mark stands in line 1
  hint: put quotation marks around all of it, and write „ “ for the marks inside""",
    't: "C:⟦\\d⟧aten"': """\
error[unknown-escape]: "\\d" means nothing in a text in double quotation marks
  hint: write "\\\\" for a backslash, or use single quotation marks""",
    't: "⟦\\x⟧zz"': """\
error[unknown-escape]: "\\x" means nothing in a text in double quotation marks
  hint: write "\\\\" for a backslash, or use single quotation marks""",
    # brackets
    "t: {a: b}⟦}⟧": unopened("}"),
    "t: {a: b⟦]⟧}": unopened("]"),
    "t: ⟦{⟧de: a": unclosed("{", "}", 1),
    "t: ⟦[⟧a, b\nu: v": unclosed("[", "]", 2),
    "t: {de: ⟦[⟧x, en: y}": unclosed("[", "]", 1),
    "t: ⟦{⟧de: a\n  en: b}": unclosed("{", "}", 2),
    "t: {de⟦:⟧, en: x}": "error[key-without-value]: after this colon a value is missing",
    "t: {⟦own⟧}": without_value("own"),
    't: {de: "a", ⟦b⟧, en: c}': without_value("b"),
    "t: {⟦de:Ziele⟧}": """\
error[key-without-value]: "de:Ziele" has no value
  hint: a blank belongs after the colon: "de: Ziele\"""",
    # lines
    "t:\n⟦\t⟧u: v": TAB,
    "t: x\n  ⟦\t⟧u: v": TAB,
    "⟦a⟧\nb: c": missing_colon("a"),
    "a: b\n⟦foo⟧\nc: d": missing_colon("foo"),
    "a: b\n⟦foo:x⟧\nc: d": missing_colon("foo:x"),
    "a: b\n ⟦⟧c: d": """\
error[indentation]: this line goes on with the text above it, so it cannot have a key
  "b" in line 1 is that text
  hint: indent a key like its neighbours; put a text with a colon in quotation marks""",
    "a:\n    b: c\n  ⟦⟧d: e": """\
error[indentation]: this line is indented unlike the lines it belongs to
  the keys above it begin in column 5, line 2; the keys around it begin in column 1, line 1""",
    "- a: b\n  c:\n    d: |\n      e: f\n ⟦⟧g: h": """\
error[indentation]: this line is indented unlike the lines it belongs to
  the keys above it begin in column 3, line 1; the list items around it begin in column 1, line 1""",
    "- a\n⟦⟧c: d": """\
error[indentation]: this line is indented unlike the lines it belongs to
  the list items around it begin in column 1, line 1""",
    "  a: b\n⟦⟧c: d": """\
error[indentation]: this line does not go on with what stands above it
  hint: begin every outer key in the first column""",
    "a: b\n⟦:⟧ c": "error[missing-key]: a key is missing before this colon",
    # keys
    "x: 1\n⟦x⟧: 2": """\
error[duplicate-key]: the key "x" stands twice
  it stands in line 1 already
  hint: keep one of them""",
    "⟦[⟧a]: b": """\
error[key-not-text]: a list or a block of keys stands where a key belongs
  hint: put a text that begins with "[" in quotation marks""",
    # the file as a whole
    "⟦⟧": "error[empty-file]: the file is empty\n  hint: write `format: 1` in the first line",
    "⟦#⟧ nothing": "error[empty-file]: the file is empty\n  hint: write `format: 1` in the first line",
    "---\na: b\n⟦---⟧\nc: d": """\
error[several-documents]: a second document begins at "---"; a file holds one""",
    "⟦title:Foo⟧": """\
error[wrong-type]: the file is a text where keys with values belong
  hint: write lines such as "format: 1", with a blank after the colon""",
    "⟦⟧- a": """\
error[wrong-type]: the file is a list where keys with values belong
  hint: write lines such as "format: 1", with a blank after the colon""",
}


@pytest.mark.parametrize(("marked", "told"), SLIPS.items())
def test_a_slip_is_told_at_its_place(marked: str, told: str) -> None:
    text, expected = unmarked(marked)

    found = faults(text)

    assert [words(fault) for fault in found] == [told]
    assert places(found) == expected


def test_what_nobody_recognises_is_told_in_the_words_of_the_parser() -> None:
    found = faults("%YAML 2.0\n---\na: b\n")

    assert [words(fault) for fault in found] == [
        "error[yaml-syntax]: this cannot be read as YAML: found incompatible YAML document"
    ]
    assert places(found) == unmarked("⟦%⟧YAML 2.0")[1]


def test_a_fault_shows_its_line() -> None:
    (fault,) = faults("a: 1\nt: {de: Kosten: hoch}\n")

    assert (
        fault.as_text()
        == """\
f.yaml:2:15: error[unquoted-colon]: a text with ": " needs quotation marks around all of it
    2 | t: {de: Kosten: hoch}
      |               ^
  hint: write "...: ..." with the quotation marks"""
    )


def test_one_slip_does_not_hide_the_next() -> None:
    text, expected = unmarked(
        """\
title: {de: Kosten⟦:⟧ hoch, en: x}
strong: ⟦*⟧*bold** x
  and more
list:
  - ⟦{{⟧ q.a }} hat
  - de: "a" ⟦⟧b
    it: {de: 50 ⟦#⟧ of}
path: "C:⟦\\d⟧"
comma: {de: ⟦a, b⟧, en: c}
z: 1
⟦z⟧: 2
"""
    )

    found = sorted(faults(text), key=lambda fault: fault.location.line if fault.location else 0)

    assert places(found) == expected
    assert [str(fault.id) for fault in found] == [
        "unquoted-colon",
        "unquoted-sign",
        "unquoted-braces",
        "text-after-quotes",
        "unquoted-hash",
        "unknown-escape",
        "unquoted-comma",
        "duplicate-key",
    ]


def test_a_slip_over_several_lines_ends_the_reading() -> None:
    found = faults("a: {de: {{ x }} y,\n  en: z}\nb: %x\n")

    assert [str(fault.id) for fault in found] == ["unquoted-braces"]


@pytest.mark.parametrize(("count", "told"), [(MOST_HIDDEN, MOST_HIDDEN), (MOST_HIDDEN + 5, MOST_HIDDEN + 1)])
def test_so_many_slips_are_told_of_one_file(count: int, told: int) -> None:
    assert len(faults("".join(f"k{number}: %\n" for number in range(count)))) == told


@pytest.mark.parametrize(
    "text",
    [
        "t: {de: Wird gemessen?, en: Is it?}",
        "t: '{{ x }}'",
        "t: |\n  {{ x }}: und # so, weiter\n",
        "t: 50 % und C#",
        "t: {de: http://a.b/c}  # a comment",
        "---\na: b\n...\n",
        "%YAML 1.1\n---\na: b",
        "t:\tx",
        "a: {b: }",
        '"a": {"b":"c"}',
    ],
)
def test_what_yaml_means_as_the_author_does_is_no_slip(text: str) -> None:
    assert faults(text) == ()
