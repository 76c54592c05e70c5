"""What a structure must be like, so that every reader can follow it; each breach is told before anything is drawn.

Sources: ISO 14289-1 (PDF/UA-1), clause 7; ISO 32000-1, 14.8.4. Some of it no validator notices: they pass a table whose
header cells are said to be plain ones, and a paragraph between the items of a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.tagged_pdf.structure import Element, Tag, TaggingError, walk

HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6)
INLINE = (Tag.SPAN, Tag.LINK, Tag.QUOTE, Tag.CODE, Tag.REFERENCE, Tag.NOTE, Tag.LBL)
"""What may stand among the text of an element."""
CELLS = (Tag.TH, Tag.TD)
ROW_GROUPS = (Tag.THEAD, Tag.TBODY, Tag.TFOOT)

PARENTS: dict[Tag, tuple[Tag, ...]] = {
    Tag.LI: (Tag.L,),
    Tag.LBODY: (Tag.LI,),
    Tag.THEAD: (Tag.TABLE,),
    Tag.TBODY: (Tag.TABLE,),
    Tag.TFOOT: (Tag.TABLE,),
    Tag.TR: (Tag.TABLE, *ROW_GROUPS),
    Tag.TH: (Tag.TR,),
    Tag.TD: (Tag.TR,),
    Tag.TOCI: (Tag.TOC,),
}
"""What stands below these alone."""
CHILDREN: dict[Tag, tuple[Tag, ...]] = {
    Tag.L: (Tag.CAPTION, Tag.L, Tag.LI),
    Tag.LI: (Tag.LBL, Tag.LBODY),
    Tag.TABLE: (Tag.CAPTION, Tag.TR, *ROW_GROUPS),
    Tag.THEAD: (Tag.TR,),
    Tag.TBODY: (Tag.TR,),
    Tag.TFOOT: (Tag.TR,),
    Tag.TR: CELLS,
    Tag.TOC: (Tag.CAPTION, Tag.TOC, Tag.TOCI),
}
"""What these hold, and nothing else."""


MAY_HOLD = {
    tag: frozenset(child for child in Tag if tag in PARENTS.get(child, Tag) and child in CHILDREN.get(tag, Tag))
    for tag in Tag
}
"""Both at once: what may stand below an element with a tag."""
LEVELS = {tag: level for level, tag in enumerate(HEADINGS, start=1)}


def check(root: Element) -> None:
    """Raises TaggingError with every breach in a tree, in reading order."""
    breaches = [*_of_the_whole(root), *_alone(root)]
    _tell_below(root, breaches)
    if breaches:
        raise TaggingError("\n".join(breaches))


def _of_the_whole(root: Element) -> Iterator[str]:
    if root.tag is not Tag.DOCUMENT:
        yield f"the structure is a {root.tag}, not a Document"
    elements = [*walk(root)]
    keys = [element.key for element in elements if element.key]
    if len(set(keys)) < len(keys):
        yield from (f'the key "{key}" is of {count} elements' for key, count in Counter(keys).items() if count > 1)
    level = 0
    for element in elements:
        if own := LEVELS.get(element.tag):
            if own > level + 1:
                above = f"H{level}" if level else "no heading"
                yield f"{_named(element)} follows {above}: H{level + 1} comes first"
            level = own


def _tell_below(element: Element, breaches: list[str]) -> None:
    """Add what is wrong with every element below, by itself and in the one that holds it."""
    allowed, has_text = MAY_HOLD[element.tag], bool(element.key)
    for child in element.children:
        if has_text or child.tag not in allowed:
            breaches += _within(child, element)
        if child.tag is not Tag.TD or child.target:  # most elements are plain cells, which may be as they like
            breaches += _alone(child)
        if child.children:
            _tell_below(child, breaches)


def _within(child: Element, element: Element) -> Iterator[str]:
    """What is wrong with an element in the one that holds it: at most one thing."""
    parents, children = PARENTS.get(child.tag), CHILDREN.get(element.tag)
    if parents and element.tag not in parents:
        yield f"{_named(child)} stands in {_named(element)}, not in a {' or '.join(parents)}"
    elif children and child.tag not in children:
        yield f"{_named(element)} holds {_named(child)}, where only {' and '.join(children)} may stand"
    elif element.key and child.tag not in INLINE:
        yield f"{_named(element)} holds text and {_named(child)}: put the text into an element of its own"
    elif element.key and not child.key:
        yield f"{_named(child)} is a part of the text of {_named(element)} and has no key of its own"


def _alone(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag in (Tag.FIGURE, Tag.FORMULA) and not (element.alt or "").strip():
        yield f"{_named(element)} has no alternative text (alt)"
    if tag is Tag.LINK and not (element.target and (element.alt or "").strip()):
        yield f"{_named(element)} does not say where it leads (target, and in words alt)"
    if tag is not Tag.LINK and element.target:
        yield f"{_named(element)} has a target and is no Link"
    if tag is Tag.TH and element.scope is None:
        yield f"{_named(element)} does not say which cells it heads (scope)"
    if tag is Tag.NOTE and not element.key:
        yield f"{_named(element)} has no key, which is its id too"
    if tag is Tag.TABLE:
        yield from _ragged(element)
    if not element.key and not element.children and tag not in CELLS:
        yield f"{_named(element)} is empty: it has neither a key nor children"


def _ragged(table: Element) -> Iterator[str]:
    """Rows that have not as many columns as the first one, cells that reach down from above counted."""
    width, reaching = 0, list[tuple[int, int]]()  # how many columns, and how many rows further down
    for number, row in enumerate(_rows(table), start=1):
        spans = [(cell.columns, cell.rows) for cell in row.children]
        filled = sum(columns for columns, _ in reaching) + sum(columns for columns, _ in spans)
        reaching = [(columns, rows - 1) for columns, rows in (*reaching, *spans) if rows > 1]
        width = width or filled
        if filled != width:
            yield f"row {number} of {_named(table)} has {filled} columns, the first has {width}"


def _rows(table: Element) -> Iterator[Element]:
    for part in table.children:
        if part.tag is Tag.TR:
            yield part
        elif part.tag in ROW_GROUPS:
            yield from (row for row in part.children if row.tag is Tag.TR)


def _named(element: Element) -> str:
    """How an element is spoken of; without a key by the first one that it holds."""
    key = next((each.key for each in walk(element) if each.key), "")
    return f'{element.tag} "{key}"' if key else f"a {element.tag}"
