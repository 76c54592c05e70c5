"""Reads the structure of a finished PDF, through pikepdf and nothing of ours: which text belongs to which element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Read:
    """An element as a file has it: its tag, its dictionary, its text and its children in reading order."""

    tag: str
    entries: Any
    kids: list[str | Read] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is read in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def children(self) -> list[Read]:
        """The elements right below."""
        return [kid for kid in self.kids if isinstance(kid, Read)]

    def walk(self) -> Iterator[Read]:
        """Itself and all below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, tag: str) -> list[Read]:
        """The elements with a tag."""
        return [each for each in self.walk() if each.tag == tag]

    def outline(self) -> str:
        """Tags and texts, a line an element."""
        return "\n".join(self._lines(0))

    def _lines(self, depth: int) -> Iterator[str]:
        own = "".join(kid for kid in self.kids if isinstance(kid, str)).strip()
        yield "  " * depth + self.tag + (f" {own}" if own else "")
        for child in self.children:
            yield from child._lines(depth + 1)


@dataclass
class Marked:
    """What stands on a page: texts by their number in the structure, and those of artifacts."""

    tagged: dict[int, str]
    artifacts: list[str]
    outside: list[str]


def structure(pdf: pikepdf.Pdf) -> Read:
    """The root of a file's structure."""
    pages = {page.obj.objgen: marked_content(page) for page in pdf.pages}
    return _read(pdf.Root.StructTreeRoot.K, pages)


def opened(content: bytes) -> pikepdf.Pdf:
    """A file that is held in memory."""
    return pikepdf.open(io.BytesIO(content))


def _read(element: Any, pages: dict[tuple[int, int], Marked]) -> Read:
    read, kids = Read(str(element.S)[1:], element), element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
        if isinstance(kid, int):
            read.kids.append(pages[element.Pg.objgen].tagged[int(kid)])
        elif kid.get("/Type") == "/MCR":
            read.kids.append(pages[kid.Pg.objgen].tagged[int(kid.MCID)])
        elif kid.get("/Type") != "/OBJR":
            read.kids.append(_read(kid, pages))
    return read


def marked_content(page: pikepdf.Page) -> Marked:
    """What a page shows, apart by what it is tagged as."""
    maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    found, stack, font = Marked({}, [], []), list[int | None](), ""
    for each in pikepdf.parse_content_stream(page):
        operands: Any = each.operands
        match str(each.operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else {}
                stack.append(int(properties["/MCID"]) if "/MCID" in properties else None)
                if stack[-1] is not None:
                    found.tagged.setdefault(stack[-1], "")
            case "EMC":
                stack.pop()
            case "Tf":
                font = str(operands[0])
            case "Tj":
                text = "".join(maps[font].get(code, "\N{REPLACEMENT CHARACTER}") for code in bytes(operands[0]))
                if not stack:
                    found.outside.append(text)
                elif stack[-1] is None:
                    found.artifacts.append(text)
                else:
                    found.tagged[stack[-1]] += text
    return found


def _to_unicode(font: Any) -> dict[int, str]:
    """What each code of a font means, by the map that comes with it."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    tables = re.findall(r"beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL)
    assert tables, "ReportLab lists the characters of a font one by one"
    pairs = [pair for table in tables for pair in re.findall(r"<(\w+)> <(\w+)>", table)]
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
