"""Reads cells of the workbook behind a chart, bounded as decks are; a workbook that cannot be looked at has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.opening import embedded
from report.presentations.package import ROOT, Package

MOST_BYTES = 20_000_000
"""Of all parts of a workbook; a chart's comes to some thousands."""
MOST_CELLS = 10_000
"""Of a range."""

Content: TypeAlias = float | str
"""Of a cell: a number, a date as the days since 1900 that Excel counts, or a text."""

RANGE = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([^'!]+))!)\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?"
)


@frozen
class Workbook:
    """Its sheets by name, in small letters, and the texts that cells share."""

    sheets: Mapping[str, etree._Element]
    texts: tuple[str, ...]

    def cells(self, formula: str) -> dict[str, Content] | None:
        """The contents of the cells of a range in one row or column, by their names ("B2"), empty ones left out.

        None for what is no such range, or on no sheet that there is.
        """
        found = RANGE.fullmatch(formula.strip())
        sheet = self.sheets.get((found[1] or found[2]).replace("''", "'").casefold()) if found else None
        names = names_of(formula)
        if sheet is None or names is None:
            return None
        wanted = dict.fromkeys(names)
        contents = {
            each.get("r", ""): self._content(each) for each in sheet.iter(qualified("s:c")) if each.get("r") in wanted
        }
        return {name: content for name in names if (content := contents.get(name)) is not None}

    def _content(self, cell: etree._Element) -> Content | None:
        kind, written = cell.get("t", "n"), cell.findtext("s:v", "", NAMESPACES)
        try:
            match kind:
                case "s":
                    return self.texts[int(written)]
                case "inlineStr":
                    return "".join(each.text or "" for each in cell.iterfind("s:is//s:t", NAMESPACES))
                case "str":
                    return written
                case "n" | "d":
                    return float(written)
        except (ValueError, IndexError):
            return None
        return None


def names_of(formula: str) -> list[str] | None:
    """The names of the cells of a range in one row or column, in order; None for any other formula."""
    found = RANGE.fullmatch(formula.strip())
    if not found:
        return None
    _, _, first, top, last, bottom = found.groups()
    columns = range(_number(first), _number(last or first) + 1)
    rows = range(int(top), int(bottom or top) + 1)
    if min(len(columns), len(rows)) != 1 or len(columns) * len(rows) > MOST_CELLS:
        return None
    return [f"{_letters(column)}{row}" for column in columns for row in rows]


def workbook_of(content: bytes) -> Workbook | None:
    """The workbook in these bytes; None of what is none, of a binary one, and of one that is too large."""
    package = embedded(content, MOST_BYTES)
    main = next(iter(package.targets(ROOT, "officeDocument")), "") if package else ""
    if package is None or main not in package.trees:
        return None
    shared = (package.trees[part] for part in package.targets(main, "sharedStrings") if part in package.trees)
    items = (item for listed in shared for item in listed.iterfind("s:si", NAMESPACES))
    return Workbook(dict(_sheets(package, main)), tuple(map(_text, items)))


def _sheets(package: Package, main: str) -> Iterator[tuple[str, etree._Element]]:
    targets = {relation.id: relation.target for relation in package.relations(main) if not relation.is_external}
    for sheet in package.trees[main].iterfind("s:sheets/s:sheet", NAMESPACES):
        part = targets.get(sheet.get(qualified("r:id"), ""), "")
        if part in package.trees:
            yield sheet.get("name", "").casefold(), package.trees[part]


def _text(item: etree._Element) -> str:
    """A shared text, without what tells how it is pronounced."""
    return "".join(
        each.text or "" for each in (*item.iterfind("s:t", NAMESPACES), *item.iterfind("s:r/s:t", NAMESPACES))
    )


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
