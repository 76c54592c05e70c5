"""What is opened, and what is refused with its reason: every message in full, beside the file that causes it."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest

from report.diagnostics import Diagnostic
from report.ooxml.package import parts_of, zipped
from report.presentations import opening
from tests.checks.decks import GOOD, PRESENTATION, SLIDE, bytes_of, found_in, planted, swap

TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"


def told(path: Path) -> str:
    """The one refusal of a file."""
    (found,) = found_in(path)
    return found.as_text()


def written(folder: Path, blob: bytes) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(blob)
    return path


def test_an_encrypted_deck_is_refused(tmp_path: Path) -> None:
    blob = opening.OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le")

    assert told(written(tmp_path, blob)) == (
        "deck.pptx: error[deck-encrypted]: the file is encrypted, and nobody reads it without its password\n"
        "  hint: open it with its password and save a copy without one (File, Info, Protect Presentation)"
    )


def test_a_deck_of_powerpoint_97_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, opening.OLE + bytes(512))) == (
        "deck.pptx: error[not-a-deck]: this is a file of PowerPoint 97 to 2003, or another of that time\n"
        "  hint: open it in PowerPoint and save it as .pptx"
    )


def test_strict_open_xml_is_refused(tmp_path: Path) -> None:
    strict = swap(
        'Type="[^"]*/officeDocument"', 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"'
    )

    assert told(planted(tmp_path, {ROOT: strict})) == (
        "deck.pptx: error[deck-strict]: the file is Strict Open XML, which few programs read\n"
        "  hint: save it as PowerPoint presentation (.pptx), not as Strict Open XML presentation"
    )


@pytest.mark.parametrize(
    "content",
    ["application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject"],
)
def test_a_deck_with_macros_is_refused(tmp_path: Path, content: str) -> None:
    macros = swap("</Types>", f'<Override PartName="/docProps/app.xml" ContentType="{content}"/></Types>')

    assert told(planted(tmp_path, {TYPES: macros})) == (
        "deck.pptx: error[deck-with-macros]: the file holds macros, which run where it is opened\n"
        "  hint: save it as .pptx, which leaves its macros out"
    )


@pytest.mark.parametrize(
    ("main", "what"),
    [
        ("wordprocessingml.document", "a Word document"),
        ("spreadsheetml.sheet", "an Excel workbook"),
        ("drawingml.chart", "no presentation"),
    ],
)
def test_another_file_of_office_is_refused(tmp_path: Path, main: str, what: str) -> None:
    other = swap(r"presentationml\.presentation\.main\+xml", f"{main}.main+xml")

    assert told(planted(tmp_path, {TYPES: other})) == (
        f"deck.pptx: error[not-a-deck]: this is {what}\n  hint: name a .pptx or .potx file"
    )


def test_a_zip_that_is_no_file_of_office_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "deck.pptx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.presentation")

    assert told(tmp_path / "deck.pptx") == (
        "deck.pptx: error[not-a-deck]: this is a zip archive, and no file of Office\n"
        "  hint: name a .pptx file; an .odp can be saved as one"
    )


@pytest.mark.parametrize("blob", [b"", b"%PDF-1.7", b"no deck"])
def test_what_is_no_zip_is_refused(tmp_path: Path, blob: bytes) -> None:
    assert told(written(tmp_path, blob)) == (
        "deck.pptx: error[not-a-deck]: this is no presentation\n"
        "  hint: name a .pptx file; what PowerPoint opens can be saved as one"
    )


def test_a_deck_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, GOOD[: len(GOOD) // 2])) == (
        "deck.pptx: error[deck-broken]: the file is damaged: its zip archive cannot be read to the end\n"
        "  hint: fetch or copy it again, it may be cut off"
    )


def test_a_part_that_is_no_xml_is_named(tmp_path: Path) -> None:
    message = told(planted(tmp_path, {SLIDE: bytes_of(b"<p:sld")}))

    assert message.startswith(f"deck.pptx: {SLIDE}: error[deck-broken]: the part is no well-formed XML: ")


BOMB = (
    b"""<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;</p>"""
)
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>"""


@pytest.mark.parametrize(
    "xml", [BOMB, OUTSIDE, BOMB.decode().replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")]
)
def test_a_document_type_is_refused_and_nothing_outside_is_read(tmp_path: Path, xml: bytes) -> None:
    assert told(planted(tmp_path, {PRESENTATION: bytes_of(xml)})).split("\n")[0] == (
        f"deck.pptx: {PRESENTATION}: error[deck-broken]: the part has a document type declaration, "
        "which Office writes nowhere and refuses"
    )


def limited(monkeypatch: pytest.MonkeyPatch, **limits: int) -> None:
    for name, limit in limits.items():
        monkeypatch.setattr(opening, name, limit)


HINT = "\n  hint: a deck of that size is hardly one: see what takes the room, and compress its pictures"


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"MOST_PARTS": 10}, f"the file has {len(parts_of(GOOD))} parts, more than 10"),
        ({"LARGEST_FILE": 0}, "the file is larger than 0 MB"),
        ({"MOST_UNPACKED": 0}, "its parts come to 0 MB, more than 0 MB"),
        ({"MOST_XML": 0}, "its XML comes to more than 0 MB"),
    ],
)
def test_what_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: dict[str, int], message: str
) -> None:
    limited(monkeypatch, **limits)

    assert told(written(tmp_path, GOOD)) == f"deck.pptx: error[deck-too-large]: {message}{HINT}"


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, LARGEST_FILE=len(GOOD))
    assert not refusals(found_in(written(tmp_path, GOOD)))

    limited(monkeypatch, LARGEST_FILE=len(GOOD) - 1)
    assert refusals(found_in(written(tmp_path, GOOD)))


def refusals(found: tuple[Diagnostic, ...]) -> list[str]:
    return [str(each.id) for each in found if str(each.id) in set(opening.OpeningFault)]


@pytest.mark.parametrize("part", ["ppt/media/image9.png", "ppt/slides/slide9.xml"])
def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_refused(tmp_path: Path, part: str) -> None:
    bomb = planted(tmp_path, {}, added=[(part, bytes(opening.LEAST_FOR_RATIO + 1))])

    assert told(bomb) == (
        f"deck.pptx: {part}: error[deck-too-large]: the part unpacks to more than 200 times its size{HINT}"
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, os.strerror(13))

    path = written(tmp_path, GOOD)
    monkeypatch.setattr(Path, "open", refuse)

    assert told(path) == (
        "deck.pptx: error[deck-unreadable]: the file cannot be read: permission denied\n"
        "  hint: close it where it is open, and see who may read it"
    )


def test_a_template_is_opened(tmp_path: Path) -> None:
    pptx.Presentation().save(str(tmp_path / "house.pptx"))
    parts = parts_of((tmp_path / "house.pptx").read_bytes())
    parts[TYPES] = swap(r"presentation\.main", "template.main")(parts[TYPES])
    (tmp_path / "house.potx").write_bytes(zipped(parts))

    assert not refusals(found_in(tmp_path / "house.potx"))


def _shorten(blob: bytes, dice: random.Random) -> bytes:
    return blob[: dice.randrange(len(blob))]


def _flip(blob: bytes, dice: random.Random) -> bytes:
    broken = bytearray(blob)
    for _ in range(20):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


@pytest.mark.parametrize("spoil", [_shorten, _flip])
def test_spoilt_files_are_told_of_and_never_break_us(
    tmp_path: Path, spoil: Callable[[bytes, random.Random], bytes]
) -> None:
    dice = random.Random(7)

    for _ in range(60):
        found_in(written(tmp_path, spoil(GOOD, dice)))
