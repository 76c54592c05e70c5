"""Objects of a PDF written as they are: ReportLab's own dictionaries know too few keys, and take longer."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_ESCAPED = re.compile(rb"[\\()\r\n]")
_ESCAPES = {b"\\": rb"\\", b"(": rb"\(", b")": rb"\)", b"\r": rb"\r", b"\n": rb"\n"}


class Written(PDFObject):
    """An indirect object whose bytes are known by the time the document is saved."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - what ReportLab calls it with
        """The bytes of the object."""
        return self.content


class Reserved:
    """Objects of a document that are written as they are, under numbers of it that nothing else gets."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self.written: dict[int, bytes] = {}

    def reserve(self) -> tuple[int, bytes]:
        """A number for an object that is written later, and the reference to it."""
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number, b"%d 0 R" % number

    def write(self, number: int, content: bytes) -> None:
        """The object with a number that was reserved."""
        self.written[number] = content

    def add(self, content: bytes) -> bytes:
        """The reference to a further object."""
        number, own = self.reserve()
        self.write(number, content)
        return own


class WrittenStream(Written):
    """A stream with the entries of its dictionary."""

    def __init__(self, entries: Mapping[str, bytes], content: bytes, *, is_compressed: bool = True) -> None:
        if is_compressed:
            content, entries = zlib.compress(content), {**entries, "Filter": b"/FlateDecode"}
        head = dictionary({**entries, "Length": b"%d" % len(content)})
        super().__init__(b"%s\nstream\n%sendstream" % (head, content))


def added(document: PDFDocument, thing: Written, name: str | None = None) -> bytes:
    """The reference to an object that is now part of a document ("12 0 R")."""
    found = document.Reference(thing, name)  # type: ignore[no-untyped-call]  # not in the stub
    return reference(document, found.name)


def reference(document: PDFDocument, name: str) -> bytes:
    """The reference to an object that a document has under a name."""
    number, version = document.idToObjectNumberAndVersion[name]
    return b"%d %d R" % (number, version)


def text(value: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2): in the encoding of PDFs where that has every character, else in UTF-16."""
    try:
        encoded = value.encode("pdfdoc")  # a codec that ReportLab registers
    except UnicodeEncodeError:
        return b"<FEFF%s>" % value.encode("utf-16-be").hex().upper().encode()
    return literal(encoded)


def literal(value: bytes) -> bytes:
    """A string of bytes between parentheses."""
    return b"(%s)" % _ESCAPED.sub(lambda found: _ESCAPES[found[0]], value)


def array(items: Sequence[bytes]) -> bytes:
    """Objects one after the other."""
    return b"[%s]" % b" ".join(items)


def numbers(values: Sequence[float]) -> bytes:
    """Lengths as an array, to a hundredth of a point."""
    return array([f"{value:.2f}".rstrip("0").rstrip(".").encode() for value in values])


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """A dictionary; its keys need no escape."""
    # A blank stands where one is needed to tell a key from its value.
    parts = [b"/%s%s%s" % (key.encode(), b"" if value[0] in b"/([<" else b" ", value) for key, value in entries.items()]
    return b"<<%s>>" % b"".join(parts)
