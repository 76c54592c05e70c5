"""Reads laid-out summaries the way a test asks of them: lines of a node, lowest item of a page, order of nodes."""

from __future__ import annotations

from collections.abc import Iterator

from report.drawing.model import Circle, Rect, Stroke
from report.summary.model import Item, Page, PlacedDrawing, PlacedImage, PlacedLine, PlacedLogo, Summary
from report.tagged_pdf.structure import walk as elements
from report.text.model import unbroken
from tests.tagged_pdf.reading import Read


def lines_of(summary: Summary, node: str) -> list[tuple[int, PlacedLine]]:
    """The lines of a node, each with the number of its page."""
    return [
        (page.number, item)
        for page in summary.pages
        for item in page.items
        if isinstance(item, PlacedLine) and item.node == node
    ]


def baselines(summary: Summary, node: str) -> list[float]:
    """The baselines of a node's lines."""
    return [line.y for _, line in lines_of(summary, node)]


def text_of(summary: Summary, node: str) -> str:
    """The lines of a node, one after the other."""
    return " ".join(line.line.text for _, line in lines_of(summary, node))


def pages_of(summary: Summary, block: str) -> list[int]:
    """The pages on which something of a block stands (`block` is the id of a node, its children count too)."""
    return sorted(
        {page.number for page in summary.pages for node in nodes_on(page) if f"{node}/".startswith(f"{block}/")}
    )


def nodes_on(page: Page) -> list[str]:
    """The nodes of a page in the order in which they first appear."""
    found = (item.node for item in page.items if isinstance(item, PlacedLine | PlacedDrawing))
    return list(dict.fromkeys(node for node in found if node))


def flowing(page: Page) -> Iterator[Item]:
    """What stands on a page apart from its foot and stamps."""
    for item in page.items:
        if not (isinstance(item, PlacedLine) and item.node is None):
            yield item


def rules_at_top(page: Page) -> list[Stroke]:
    """The rules that blocks hang from: as wide as the page allows, one point thick, solid, in the colour of text."""
    full = [item for item in page.items if isinstance(item, Stroke) and item.x1 == 51.0 and item.x2 == 544.3]
    return [rule for rule in full if rule.width == 1.0 and rule.color.hex == "#15203B"]


def lowest(item: Item) -> float:
    """The lowest ink of an item: a baseline for lines."""
    match item:
        case PlacedLine(y=y):
            return y
        case PlacedDrawing(top=top, drawing=drawing):
            return top + drawing.height
        case PlacedImage() | PlacedLogo():
            return item.extent.bottom
        case Stroke(y1=y1, y2=y2):
            return max(y1, y2)
        case Rect(box=box):
            return box.bottom
        case Circle(y=y, radius=radius):
            return y + radius


def right_edge(item: Item) -> float:
    """The rightmost ink of an item."""
    match item:
        case PlacedLine(x=x, line=line):
            return x + line.width
        case PlacedDrawing(left=left, drawing=drawing):
            return left + drawing.width
        case PlacedImage() | PlacedLogo():
            return item.extent.right
        case Stroke(x1=x1, x2=x2):
            return max(x1, x2)
        case Rect(box=box):
            return box.right
        case Circle(x=x, radius=radius):
            return x + radius


def words_of(text: str) -> list[str]:
    """The words of a text, those that are divided joined again."""
    return text.replace("\xad", "").split()


def said(summary: Summary) -> Iterator[str]:
    """The words of every node as they are placed, in the order of the tree."""
    lines: dict[str, list[PlacedLine]] = {}
    beside: dict[str, list[str]] = {}
    for page in summary.pages:
        for item in page.body:
            if isinstance(item, PlacedLine) and item.node:
                lines.setdefault(item.node, []).append(item)
            elif isinstance(item, PlacedLine):  # it repeats, and parts of it may not
                for part in item.parts:
                    beside.setdefault(part.node, []).extend(words_of(item.line.text[part.start : part.stop]))
    for element in elements(summary.structure):
        yield from unbroken([each.line for each in lines.get(element.key, [])]).split()
        yield from beside.get(element.key, [])


def told_in(element: Read) -> Iterator[str]:
    """The texts that are read in an element of a file, those of charts left out."""
    if element.tag == "Figure":
        return
    own = "".join(kid for kid in element.kids if isinstance(kid, str))
    if own and all(isinstance(kid, str) for kid in element.kids):
        yield own
        return
    # A text with links in it: its words are those of one node.
    if own:
        yield element.text
        return
    for child in element.children:
        yield from told_in(child)
