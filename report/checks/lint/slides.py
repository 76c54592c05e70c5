"""A slide: its shapes have ids of their own, its tables as many cells as columns, its links lead to slides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from report.checks.rule import Found, Rule
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import NOTES, TAGS, Deck, is_on, whole_number
from report.presentations.package import Relation
from report.presentations.shapes import GROUP, each_shape, name_of, shapes_of, table_of, text_of


def _shape_id(deck: Deck) -> Iterator[Found]:
    """Masters and layouts are left alone: LibreOffice numbers theirs twice, and PowerPoint lets that be."""
    for part in (*deck.slides, *deck.package.of_type(NOTES)):
        ids = Counter(shape.get("id", "") for shape in _identified(deck.tree(part)))
        for shape_id, count in ids.items():
            if count > 1 or shape_id in ("", "0"):
                yield Found(f"{count} shapes have the id {shape_id or 'nothing'}; ids are above 0 and single", part)


def _identified(page: etree._Element) -> Iterator[etree._Element]:
    """What has an id; of alternatives only the one that is drawn, for each gives the same shape."""
    root = page.find("p:cSld/p:spTree/p:nvGrpSpPr/p:cNvPr", NAMESPACES)
    if root is not None:
        yield root
    for shape in shapes_of(page):
        yield from shape.iterfind("*/p:cNvPr", NAMESPACES)


def _table_cells(deck: Deck) -> Iterator[Found]:
    for part, shape, rows, n_columns in _tables(deck):
        for number, cells in enumerate(rows, start=1):
            if len(cells) != n_columns:
                yield Found(f"row {number} has {len(cells)} cells for {n_columns} columns", part, shape)


def _cell_text(deck: Deck) -> Iterator[Found]:
    for part, shape, rows, _ in _tables(deck):
        for number, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell.find("a:txBody/a:p", NAMESPACES) is None:
                    yield Found(f"cell {column} of row {number} holds no paragraph", part, shape)


def _column_span(deck: Deck) -> Iterator[Found]:
    for part, shape, rows, _ in _tables(deck):
        for number, cells in enumerate(rows, start=1):
            if column := _badly_spanned(cells, "gridSpan", "hMerge"):
                yield Found(f"row {number}: {_SPANS.format(column, 'right of')}", part, shape)


def _row_span(deck: Deck) -> Iterator[Found]:
    for part, shape, rows, n_columns in _tables(deck):
        for index in range(n_columns):
            cells = [row[index] for row in rows if index < len(row)]
            if row := _badly_spanned(cells, "rowSpan", "vMerge"):
                yield Found(f"column {index + 1}: {_SPANS.format(row, 'below')}", part, shape)


_SPANS = "cell {} spans more cells than are merged into it {} it, or is merged into none"


def _badly_spanned(cells: Sequence[etree._Element], span: str, merged: str) -> int:
    """The number of the first cell whose span is not what the cells after it are merged into; 0 for none."""
    covered = 0
    for number, cell in enumerate(cells, start=1):
        if is_on(cell, merged) != (covered > 0):
            return number
        covered = covered - 1 if covered else max(whole_number(cell, span, 1), 1) - 1
    return len(cells) if covered else 0


def _tables(deck: Deck) -> Iterator[tuple[str, str, list[list[etree._Element]], int]]:
    """Each table of a slide: the slide, its name, the cells of its rows, and how many columns its grid has."""
    for part, shape in each_shape(deck):
        table = table_of(shape)
        if table is not None:
            rows = [row.findall("a:tc", NAMESPACES) for row in table.iterfind("a:tr", NAMESPACES)]
            yield part, name_of(shape), rows, len(table.findall("a:tblGrid/a:gridCol", NAMESPACES))


def _slide_jump(deck: Deck) -> Iterator[Found]:
    for part, page in deck.pages:
        kind_by_id = {relation.id: relation.kind for relation in deck.package.relations(part)}
        for link in page.iter(qualified("a:hlinkClick"), qualified("a:hlinkHover")):
            is_jump = link.get("action", "").startswith("ppaction://hlinksldjump")
            if is_jump and kind_by_id.get(link.get(qualified("r:id"), "")) != "slide":
                yield Found("a jump to a slide has no relationship to a slide", part)


def _shape_tags(deck: Deck) -> Iterator[Found]:
    """Tags without any relationship are found as such."""
    for part, shape in each_shape(deck):
        relations = {relation.id: relation for relation in deck.package.relations(part)}
        for tags in shape.iterfind("*/p:nvPr/p:custDataLst/p:tags", NAMESPACES):
            relation = relations.get(tags.get(qualified("r:id"), ""))
            if relation and not _is_tags(deck, relation):
                yield Found(
                    f'the tags of the shape lead to "{relation.target}", which holds no tags', part, name_of(shape)
                )


def _is_tags(deck: Deck, relation: Relation) -> bool:
    return relation.kind == "tags" and deck.package.types.get(relation.target, "").endswith(f".{TAGS}")


ESCAPED = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""How a character that XML has no sign for is written; PowerPoint shows it so."""


def _escaped_character(deck: Deck) -> Iterator[Found]:
    for part, shape in each_shape(deck):
        found = ESCAPED.search(text_of(shape)) if shape.tag != GROUP else None
        if found:
            yield Found(f'the text shows "{found[0]}", which was a control character', part, name_of(shape))


RULES = (
    Rule("shape-id", _shape_id, "number the shapes of a slide anew; copied shapes take their ids with them"),
    Rule("table-cells", _table_cells, "give each row a cell for each column of the grid; merged ones stay too"),
    Rule("cell-text", _cell_text, "give the cell a text body with an empty paragraph"),
    Rule("column-span", _column_span, "merge cells in PowerPoint, or set gridSpan and hMerge together"),
    Rule("row-span", _row_span, "merge cells in PowerPoint, or set rowSpan and vMerge together"),
    Rule("slide-jump", _slide_jump, "set the link anew: Insert, Link, Place in This Document"),
    Rule("shape-tags", _shape_tags, "let the tags of a shape lead to a list of tags, by a relationship of that kind"),
    Rule("escaped-character", _escaped_character, "delete it; control characters must go before a text is written"),
)
