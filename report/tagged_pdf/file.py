"""The bytes of a document: its objects packed into streams, and the table that says where each lies.

ReportLab writes every object for itself, and no end of line before `endstream`, which PDF/A asks for (ISO 19005-2,
6.1.7.1). A structure is hundreds of small objects: packed (ISO 32000-1, 7.5.7) they take a fifth of the room.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import md5
from struct import Struct
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from report.tagged_pdf.meanings import with_used_codes
from report.tagged_pdf.objects import array, dictionary, reference

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The comment behind the version tells programs that the file is not text."""
END_OF_STREAM = b"endstream"
LEVEL = 5
"""Of compression: of thousands of small objects the next one makes 0.5 % less, in half as much time again."""
PLACE = Struct(">BIH")
"""Where an object lies: one, four and two bytes, the highest first."""
PACKED_AT_ONCE = 200
"""Objects in one stream; a reader has to inflate all of them to have one."""


def file_of(document: Any, canvas: Canvas, reserved: Mapping[int, bytes]) -> bytes:
    """The file of a document that is complete.

    document: a PDFDocument of ReportLab, of which its stub knows little; canvas: the one that its outline was given to.
    reserved: objects of it that are written already, by their numbers.
    """
    for font in document.delayedFonts:  # they become objects when all is drawn that they are used for
        font.addObjects(document)
    for name, thing in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            thing.content = with_used_codes(thing.content)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.Reference(document.Catalog)
    document.Reference(document.info)
    objects = [*_formatted(document, reserved)]
    file, id = _File(), md5(b"".join(objects), usedforsecurity=False).hexdigest().upper().encode()
    trailer = {
        "Root": reference(document, document.Catalog.__InternalName__),
        "Info": reference(document, document.info.__InternalName__),
        "ID": array([b"<%s>" % id] * 2),
    }
    packed = list[tuple[int, bytes]]()
    for number, each in enumerate(objects, start=1):
        if each.endswith(END_OF_STREAM):
            file.add(number, each)
        else:
            packed.append((number, each))
    for start in range(0, len(packed), PACKED_AT_ONCE):
        file.pack(len(objects) + 1 + start // PACKED_AT_ONCE, packed[start : start + PACKED_AT_ONCE])
    return file.closed(trailer)


def _formatted(document: Any, reserved: Mapping[int, bytes]) -> Iterator[bytes]:
    """The objects in the order of their numbers; some become part of the document while others are written."""
    number = 1
    while number <= document.objectcounter:
        if number in reserved:
            yield reserved[number]
        else:
            thing = document.idToObject[document.numberToId[number]]
            yield bytes(pdfdoc.format(thing, document, toplevel=1)).rstrip(b"\n")
        number += 1


class _File:
    """Grows by one object after the other, and knows where each lies: kind, place, place in it (ISO 32000-1, 7.5.8)."""

    def __init__(self) -> None:
        self._parts, self._length = [HEADER], len(HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def add(self, number: int, stream: bytes) -> None:
        """A stream as it is, an end of line put before its end."""
        self._places[number] = (1, self._length, 0)
        self._write(b"%d 0 obj\n%s\n%s\nendobj\n" % (number, stream.removesuffix(END_OF_STREAM), END_OF_STREAM))

    def pack(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Some objects as one stream with this number."""
        table, start = list[bytes](), 0
        for place, (packed, each) in enumerate(objects):
            self._places[packed] = (2, number, place)
            table.append(b"%d %d" % (packed, start))
            start += len(each) + 1
        head = b" ".join(table) + b"\n"
        entries = {"Type": b"/ObjStm", "N": b"%d" % len(objects), "First": b"%d" % len(head)}
        self.add(number, _stream(entries, b"%s%s\n" % (head, b"\n".join(each for _, each in objects))))

    def closed(self, trailer: dict[str, bytes]) -> bytes:
        """The whole file."""
        start, number = self._length, len(self._places)
        self._places[number] = (1, start, 0)
        rows = b"".join(PLACE.pack(*self._places[each]) for each in range(number + 1))
        entries = {"Type": b"/XRef", "Size": b"%d" % len(self._places), "W": b"[1 4 2]", **trailer}
        self.add(number, _stream(entries, rows))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])

    def _write(self, part: bytes) -> None:
        self._parts.append(part)
        self._length += len(part)


def _stream(entries: dict[str, bytes], content: bytes) -> bytes:
    packed = zlib.compress(content, LEVEL)
    head = dictionary({**entries, "Filter": b"/FlateDecode", "Length": b"%d" % len(packed)})
    return b"%s\nstream\n%s%s" % (head, packed, END_OF_STREAM)
