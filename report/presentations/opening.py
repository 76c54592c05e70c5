"""Opens a .pptx that anybody may have made: bounded in every direction, without entities, and nothing outside is read.

What is no presentation, or one whose parts cannot be looked at, is refused with its reason.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from lxml import etree

from report.diagnostics import DeckPlace, Diagnostic
from report.ooxml.package import CONTENT_TYPES
from report.presentations.package import ROOT, Package, package_of

LARGEST_FILE = 300_000_000
"""Bytes; a file of exactly this size is still read."""
MOST_PARTS = 20_000
MOST_UNPACKED = 600_000_000
"""Bytes of all parts together."""
LARGEST_XML = 30_000_000
"""Bytes of one part that is XML; a tree takes ten times as much memory."""
MOST_XML = 120_000_000
HIGHEST_RATIO = 200
"""How many times larger than in the zip a part may be; slides come to 10 or 20, nothing but repetition to 1000."""
LEAST_FOR_RATIO = 5_000_000
"""Bytes; smaller parts may repeat themselves."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Office's older container begins, in which encrypted files and those of PowerPoint 97 lie."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
STRICT = "http://purl.oclc.org/ooxml/"
MACROS = ("macroEnabled", "vbaProject")
OTHERS = {"wordprocessingml": "a Word document", "spreadsheetml": "an Excel workbook"}
MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
MAIN_TYPES = tuple(f"{MAIN}{kind}.main+xml" for kind in ("presentation", "template", "slideshow"))

SAVE_AGAIN = "open it in PowerPoint, let it repair the file, and save it anew"


class OpeningFault(StrEnum):
    """Ids of the reasons for which a file is not opened."""

    UNREADABLE = "deck-unreadable"
    ENCRYPTED = "deck-encrypted"
    TOO_LARGE = "deck-too-large"
    BROKEN = "deck-broken"
    NOT_A_DECK = "not-a-deck"
    STRICT = "deck-strict"
    MACROS = "deck-with-macros"


class _Refused(Exception):
    """The reason ends the opening, wherever it is found."""

    def __init__(self, id: OpeningFault, message: str, hint: str, part: str | None = None) -> None:
        self.id, self.message, self.hint, self.part = id, message, hint, part


def open_package(path: Path, display: str) -> Package | Diagnostic:
    """The parts of the presentation in a file, or why it is not opened."""
    try:
        package = unpacked(_bounded(path))
        _refuse_others(package)
    except _Refused as refused:
        place = DeckPlace(display, part=refused.part)
        return Diagnostic(refused.id, refused.message, hint=refused.hint, in_finished=place)
    return package


def unpacked(content: bytes) -> Package:
    """The parts of a presentation that was just written; of another one use `open_package`."""
    names, blobs = _parts(content)
    return package_of(names, blobs, _trees(blobs))


def embedded(content: bytes, most: int) -> Package | None:
    """The Office file that lies within another; None of what is none, or whose parts come to more than `most` bytes."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        return unpacked(content) if size <= most else None
    except (_Refused, zipfile.BadZipFile, ValueError, OSError):
        return None


def main_part(package: Package) -> str | None:
    """The name of the part that is the presentation itself."""
    return next(iter(package.targets(ROOT, "officeDocument")), None)


def _bounded(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else str(error)
        hint = "close it where it is open, and see who may read it"
        raise _Refused(OpeningFault.UNREADABLE, f"the file cannot be read: {reason}", hint) from error
    if len(raw) > LARGEST_FILE:
        raise _too_large(f"the file is larger than {LARGEST_FILE // 1_000_000} MB")
    if raw.startswith(OLE):
        raise _in_ole(is_encrypted=ENCRYPTED in raw)
    return raw


def _in_ole(*, is_encrypted: bool) -> _Refused:
    if is_encrypted:
        hint = "open it with its password and save a copy without one (File, Info, Protect Presentation)"
        return _Refused(OpeningFault.ENCRYPTED, "the file is encrypted, and nobody reads it without its password", hint)
    hint = "open it in PowerPoint and save it as .pptx"
    return _Refused(OpeningFault.NOT_A_DECK, "this is a file of PowerPoint 97 to 2003, or another of that time", hint)


def _too_large(message: str, part: str | None = None) -> _Refused:
    hint = "a deck of that size is hardly one: see what takes the room, and compress its pictures"
    return _Refused(OpeningFault.TOO_LARGE, message, hint, part)


def _parts(raw: bytes) -> tuple[list[str], dict[str, bytes]]:
    """The names that the zip lists, doubles included, and the bytes of each part."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            _refuse_bombs(entries)
            names = [entry.filename for entry in entries]
            return names, {name: archive.read(name) for name in names if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, OSError) as error:
        if not raw.startswith(b"PK"):
            hint = "name a .pptx file; what PowerPoint opens can be saved as one"
            raise _Refused(OpeningFault.NOT_A_DECK, "this is no presentation", hint) from error
        message = "the file is damaged: its zip archive cannot be read to the end"
        raise _Refused(OpeningFault.BROKEN, message, "fetch or copy it again, it may be cut off") from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    """Raise for what would fill the memory; what the zip says of a part's size bounds what is read of it."""
    if len(entries) > MOST_PARTS:
        raise _too_large(f"the file has {len(entries)} parts, more than {MOST_PARTS}")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise _too_large(f"its parts come to {unpacked // 1_000_000} MB, more than {MOST_UNPACKED // 1_000_000} MB")
    xml = [entry for entry in entries if _is_xml(entry.filename)]
    if sum(entry.file_size for entry in xml) > MOST_XML:
        raise _too_large(f"its XML comes to more than {MOST_XML // 1_000_000} MB")
    for entry in xml:
        if entry.file_size > LARGEST_XML:
            raise _too_large(f"the part is XML of more than {LARGEST_XML // 1_000_000} MB", entry.filename)
    for entry in entries:
        if entry.file_size > max(LEAST_FOR_RATIO, HIGHEST_RATIO * entry.compress_size):
            raise _too_large(f"the part unpacks to more than {HIGHEST_RATIO} times its size", entry.filename)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _trees(blobs: Mapping[str, bytes]) -> dict[str, etree._Element]:
    if CONTENT_TYPES not in blobs:
        hint = "name a .pptx file; an .odp can be saved as one"
        raise _Refused(OpeningFault.NOT_A_DECK, "this is a zip archive, and no file of Office", hint)
    return {name: _tree(name, blob) for name, blob in blobs.items() if _is_xml(name)}


def _tree(name: str, blob: bytes) -> etree._Element:
    """A part as XML; its entities stay what they are, and no document type is let in."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        raise _Refused(OpeningFault.BROKEN, f"the part is no well-formed XML: {error.msg}", SAVE_AGAIN, name) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        message = "the part has a document type declaration, which Office writes nowhere and refuses"
        raise _Refused(OpeningFault.BROKEN, message, SAVE_AGAIN, name)
    return tree


def _refuse_others(package: Package) -> None:
    """Raise for what is a sound package and no presentation that is looked at here."""
    if any(each.type.startswith(STRICT) for each in package.relations(ROOT)):
        hint = "save it as PowerPoint presentation (.pptx), not as Strict Open XML presentation"
        raise _Refused(OpeningFault.STRICT, "the file is Strict Open XML, which few programs read", hint)
    macros = any(mark in each for mark in MACROS for each in package.types.values())
    if macros:
        hint = "save it as .pptx, which leaves its macros out"
        raise _Refused(OpeningFault.MACROS, "the file holds macros, which run where it is opened", hint)
    main = main_part(package)
    content = package.types.get(main, "") if main else ""
    if main is None or content not in MAIN_TYPES or main not in package.trees:
        what = next((what for mark, what in OTHERS.items() if mark in content), "no presentation")
        raise _Refused(OpeningFault.NOT_A_DECK, f"this is {what}", "name a .pptx or .potx file")
