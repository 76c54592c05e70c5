"""A file is read within bounds: of size, depth and number of values; whatever it holds, it ends in values or faults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from report.diagnostics import Diagnostic, Location, ReportError, SourceText
from report.yaml_source import FileModel, Line, inside, read
from report.yaml_source.composer import DEEPEST, MOST_VALUES
from report.yaml_source.composing import compose
from report.yaml_source.source import LARGEST_FILE, SourceFile, decode, load
from report.yaml_source.tree import Block, Scalar
from tests.yaml_source.marked import places, unmarked, words

NAMED_AT = Location("briefing.yaml", 3, 9, "survey: survey.yaml", 11)


class Note(FileModel):
    """A file with one text."""

    a: Line


# ------------------------------------------------------------------------------------------------------------- bytes


def test_a_file_may_begin_with_a_byte_order_mark_and_have_any_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "note.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: x\r\n# y\rb: 1\n")

    reading = read(path, "note.yaml", Note)

    assert reading.model and reading.model.a == SourceText("x")
    assert reading.model.a.location == Location("note.yaml", 1, 4)
    assert [fault.as_text() for fault in reading.faults] == [
        'note.yaml:3:1: error[unknown-key]: "b" is not a key of the file\n    3 | b: 1\n      | ^\n'
        "  the file can have the keys a"
    ]


@pytest.mark.parametrize(
    ("raw", "told", "place"),
    [
        (
            "a: x".encode("utf-16"),
            "error[wrong-encoding]: the file is in UTF-16, not in UTF-8\n  hint: save the file as text in UTF-8",
            (1, 1),
        ),
        (
            "a: x".encode("utf-16-le"),
            "error[not-text]: the file holds bytes of value zero, so it is no text in UTF-8\n"
            "  hint: save the file as text in UTF-8",
            (1, 1),
        ),
        (
            "a: ä\nb: für".encode("latin-1"),
            "error[wrong-encoding]: the file is not in UTF-8: the byte 0xE4 cannot stand here\n"
            '  in the older encoding Latin-1 it is "ä"\n'
            "  hint: save the file as text in UTF-8",
            (1, 4),
        ),
        (
            "\ufeffä: x\nb: ".encode() + b"x\x81y",
            "error[wrong-encoding]: the file is not in UTF-8: the byte 0x81 cannot stand here\n"
            "  hint: save the file as text in UTF-8",
            (2, 5),
        ),
    ],
)
def test_a_file_that_is_not_in_utf_8_is_told_at_the_first_foreign_byte(
    raw: bytes, told: str, place: tuple[int, int]
) -> None:
    source, (fault,) = decode(raw, "f.yaml")

    assert source is None
    assert words(fault) == told
    assert fault.location and (fault.location.line, fault.location.column) == place


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "U+0007"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u202e", "U+202E (right-to-left override)"),
    ],
)
def test_a_control_character_is_told_and_the_rest_is_read(character: str, name: str) -> None:
    source, faults = decode(f"a: x\nb: y{character}z\n".encode(), "f.yaml")

    assert source and source.text == "a: x\nb: y\N{REPLACEMENT CHARACTER}z\n"
    assert [words(fault) for fault in faults] == [
        f"error[control-character]: the control character {name} cannot stand in a text\n"
        "  hint: delete it; most editors do not show it"
    ]
    assert places(faults) == unmarked("\nb: y⟦⟧")[1]


def test_a_file_full_of_control_characters_is_told_ten_times() -> None:
    assert len(decode(b"\x07" * 1000, "f.yaml")[1]) == 10


def test_characters_of_any_language_are_no_control_characters() -> None:
    assert decode("a: Ünïcödé — „x“ 日本 😀 \u00a0\u00ad\t\n".encode(), "f.yaml")[1] == ()


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: x #".ljust(LARGEST_FILE, b"-"))

    assert read(path, "large.yaml", Note).faults == ()

    path.write_bytes(b"a: x #".ljust(LARGEST_FILE + 1, b"-"))

    assert [fault.as_text() for fault in read(path, "large.yaml", Note).faults] == [
        'error[file-too-large]: "large.yaml" is larger than 4 MB'
    ]


# ------------------------------------------------------------------------------------------------------------- values


def test_blocks_and_lists_lie_within_each_other_so_deep_and_no_deeper() -> None:
    # The root is the first of them.
    fits = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    too_deep = "a: " + "[" * (DEEPEST - 1) + "⟦⟧[" + "]" * DEEPEST
    text, expected = unmarked(too_deep)

    root, faults = compose(SourceFile("f.yaml", text))

    assert compose(SourceFile("f.yaml", fits))[1] == ()
    assert root is None
    assert [words(fault) for fault in faults] == [
        "error[too-deep]: more than 40 blocks and lists lie within each other"
    ]
    assert places(faults) == expected


def test_bottomless_depth_ends_at_once() -> None:
    faults = compose(SourceFile("f.yaml", "a: " + "[" * 500_000))[1]

    assert [str(fault.id) for fault in faults] == ["too-deep"]


def test_a_file_holds_so_many_keys_and_values_and_no_more() -> None:
    # The root, a key, a list, 997 numbers: 1,000. A key and a list; then aliases, each with that list, and numbers.
    n_lists, n_numbers = divmod(MOST_VALUES - 1000 - 2, 1 + 1 + 997)
    fits = f"a: &a [{'1,' * 997}]\nb: [{'*a,' * n_lists}{'1,' * n_numbers}]"
    one_more = fits.removesuffix("]") + "1]"

    assert compose(SourceFile("f.yaml", fits))[1] == ()
    assert [words(fault) for fault in compose(SourceFile("f.yaml", one_more))[1]] == [
        "error[too-many-values]: the file holds more than 250000 keys and values, repeated ones counted at each use"
    ]


def test_a_few_lines_that_repeat_each_other_a_billion_times_are_refused() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    lines.append("last: *a9")

    faults = compose(SourceFile("f.yaml", "\n".join(lines)))[1]

    assert [str(fault.id) for fault in faults] == ["too-many-values"]


def test_an_alias_repeats_a_value_under_its_own_key() -> None:
    root, faults = compose(SourceFile("f.yaml", "a: &text x\nb: *text\n"))

    assert root is not None
    first, second = root["a"], root["b"]
    assert faults == ()
    assert isinstance(first, Scalar) and isinstance(second, Scalar)
    assert (first.text, first.name.text, second.text, second.name.text) == (SourceText("x"), "a", SourceText("x"), "b")
    assert second.location == Location("f.yaml", 1, 10)


def test_a_value_cannot_contain_itself() -> None:
    text, expected = unmarked("a: &x [⟦*x⟧]\nb: *x")

    faults = compose(SourceFile("f.yaml", text))[1]

    assert [words(fault) for fault in faults] == [
        'error[unknown-alias]: "*x" is read as a YAML alias of "&x", which contains it\n'
        '  hint: put a text that begins with "*" in quotation marks'
    ]
    assert places(faults) == expected


def test_every_scalar_is_text() -> None:
    root, _ = compose(SourceFile("f.yaml", "a: [yes, 12:30, 2016-06, 0x33, ~, 1_000, .nan]"))

    assert isinstance(root, Block)
    items = root["a"]
    assert isinstance(items, list)
    assert [item.text.text for item in items if isinstance(item, Scalar)] == [
        "yes", "12:30", "2016-06", "0x33", "~", "1_000", ".nan",
    ]  # fmt: skip


def test_without_the_c_parser_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    with pytest.raises(ReportError) as raised:
        compose(SourceFile("f.yaml", "a: x"))

    assert [fault.as_text() for fault in raised.value.diagnostics] == [
        "error[no-libyaml]: this PyYAML was built without libyaml, which reading needs\n"
        "  hint: install a PyYAML wheel for this platform"
    ]


# -------------------------------------------------------------------------------------------------------------- files


def told(path: Path) -> list[str]:
    return [words(fault) for fault in load(path, path.name, named_at=NAMED_AT)[1]]


def test_what_cannot_be_read_is_told_where_it_is_named(tmp_path: Path) -> None:
    _, (fault,) = load(tmp_path / "survey.yaml", "survey.yaml", named_at=NAMED_AT)

    assert (
        fault.as_text()
        == """\
briefing.yaml:3:9: error[missing-file]: there is no file "survey.yaml"
    3 | survey: survey.yaml
      |         ^^^^^^^^^^^"""
    )


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert told(tmp_path) == [f'error[not-a-file]: "{tmp_path.name}" is not a file but a folder']


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert told(tmp_path / "pipe") == ['error[not-a-file]: "pipe" is not a file']


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices in its file system")
def test_a_device_is_not_read() -> None:
    assert told(Path("/dev/zero")) == ['error[not-a-file]: "zero" is not a file']


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    assert told(tmp_path / "secret.yaml") == ['error[unreadable-file]: "secret.yaml" cannot be read: permission denied']


OUTSIDE = """\
error[outside-folder]: "{}" leads out of the folder of this file
  hint: name a file in this folder or below, with "/" between folders"""


@pytest.mark.parametrize(
    "name", ["../survey.yaml", "a/../../survey.yaml", "/etc/passwd", "C:\\survey.yaml", "a\\b.yaml", "//host/x.yaml"]
)
def test_a_path_in_a_file_does_not_lead_out_of_its_folder(tmp_path: Path, name: str) -> None:
    found = inside(tmp_path, SourceText(name, ((0, NAMED_AT),)))

    assert not isinstance(found, Path)
    assert words(found) == OUTSIDE.format(name)
    assert found.location == NAMED_AT
    assert found.location.length == len(name)


def test_nor_does_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (elsewhere / "survey.yaml").write_text("a: x")
    (folder / "survey.yaml").symlink_to(elsewhere / "survey.yaml")
    (folder / "below").symlink_to(elsewhere)

    for name in ("survey.yaml", "below/survey.yaml"):
        found = inside(folder, SourceText(name))

        assert not isinstance(found, Path)
        assert words(found) == OUTSIDE.format(name)


def test_a_link_within_the_folder_and_a_linked_folder_are_fine(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "survey.yaml").write_text("a: x")
    (folder / "link.yaml").symlink_to("below/survey.yaml")
    (tmp_path / "linked").symlink_to(folder)

    assert inside(tmp_path / "linked", SourceText("link.yaml")) == tmp_path / "linked" / "link.yaml"
    assert inside(folder, SourceText("below/survey.yaml")) == folder / "below" / "survey.yaml"


def test_links_in_a_circle_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")

    found = inside(tmp_path, SourceText("a.yaml"))

    assert not isinstance(found, Path)
    assert str(found.id) == "missing-file"


def test_a_file_is_found_whose_letters_and_accents_stand_apart_on_disk(tmp_path: Path) -> None:
    there = tmp_path / "Mu\u0308ll" / "o\u0308l.yaml"
    there.parent.mkdir()
    there.write_text("a: x")

    assert inside(tmp_path, SourceText("Müll/öl.yaml")) == there


def test_data_of_respondents_are_no_survey_yet(tmp_path: Path) -> None:
    (tmp_path / "answers.sav").write_bytes(b"$FL2")
    named = SourceText("answers.sav", ((0, NAMED_AT),))

    there, missing = inside(tmp_path, named), inside(tmp_path, SourceText("survey.yaml"))

    assert isinstance(there, Diagnostic) and isinstance(missing, Diagnostic)
    assert words(there) == (
        'error[data-file]: "answers.sav" is no YAML file: a data file needs a survey.yaml that says what stands in it\n'
        "  hint: `report init` with its name drafts one; docs/respondents.md shows how it is written"
    )
    assert words(missing) == (
        'error[missing-file]: there is no file "survey.yaml" in the folder of this file\n'
        '  "answers.sav" lies there, but a data file needs a survey.yaml that says what stands in it'
    )


def test_a_file_that_is_not_there_has_its_neighbours_named(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text("a: x")

    found = inside(tmp_path, SourceText("survei.yaml"))

    assert not isinstance(found, Path)
    assert (
        words(found)
        == """\
error[missing-file]: there is no file "survei.yaml" in the folder of this file
  hint: did you mean "survey.yaml"?"""
    )
