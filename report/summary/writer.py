"""Transcribes a laid-out summary into a tagged PDF: every item where it stands, and nothing decided here.

What the items say belongs to the elements of the summary's structure, by the nodes that they name; marks, what repeats
and the running foot are artifacts. What leads elsewhere can be followed where it stands, and looks like its text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from report.summary.drawing_painter import font_name, register_fonts
from report.summary.item_painter import DESCENT, give_soft_hyphens_a_glyph, paint_item, paint_parts
from report.summary.model import (
    Bookmark,
    Item,
    Page,
    PlacedDrawing,
    PlacedImage,
    PlacedLine,
    PlacedLogo,
    Properties,
    Summary,
)
from report.summary.parts import Run, divided_among, divided_at
from report.tagged_pdf.archive import About
from report.tagged_pdf.canvas import Artifact, TaggedCanvas
from report.tagged_pdf.content import Corners, bounding
from report.tagged_pdf.structure import Element, Tag, TaggingError, walk
from report.text.fonts import Fonts
from report.text.model import Face
from report.units import Pt

CREATOR = "Befund"
SHOWING = (PlacedLine, PlacedDrawing, PlacedImage, PlacedLogo)
"""Items that show a node; marks are furniture."""
ABOVE_GOAL: Pt = 24.0
"""What is seen above the text that a link leads to."""


def write_summary(summary: Summary, fonts: Fonts, profile: bytes, built: datetime) -> bytes:
    """The PDF file, PDF/UA-1 and PDF/A-2a. profile: the ICC profile of its colours; built: the date that it carries.

    The same summary and date give the same bytes.
    """
    register_fonts(fonts)
    give_soft_hyphens_a_glyph(fonts)
    file, size = io.BytesIO(), (summary.width, summary.height)
    about, font = _about(summary.properties, built), font_name(fonts, Face.REGULAR)
    canvas = TaggedCanvas(file, summary.structure, about, profile=profile, font=font, pagesize=size)
    canvas.showOutline()
    transcript = _Transcript(canvas, summary, fonts)
    for page in summary.pages:
        transcript.write(page)
    canvas.save()
    return file.getvalue()


def _about(properties: Properties, built: datetime) -> About:
    return About(
        title=properties.title,
        language=properties.language,
        creator=CREATOR,
        built=built,
        author=properties.author,
        subject=properties.subject,
        keywords=properties.keywords,
    )


class _Transcript:
    """Writes the pages of a summary one after the other."""

    def __init__(self, canvas: TaggedCanvas, summary: Summary, fonts: Fonts) -> None:
        self._canvas, self._summary, self._fonts = canvas, summary, fonts
        self._elements = {element.key: element for element in walk(summary.structure) if element.key}
        targets = (element.target or "" for element in self._elements.values())
        self._goals = {target[1:] for target in targets if target.startswith("#")}
        self._runs = dict(self._texts_with_parts())

    def write(self, page: Page) -> None:
        """A page: its bookmarks, what it says, its foot."""
        for mark in self._summary.outline:
            if mark.page == page.number:
                self._write_bookmark(mark)
        for node, items in groupby(filter(_shows, page.body), key=_node):
            if node is None:
                self._write_again(items)
            else:
                self._write(self._element(node), [*items])
        with self._canvas.artifact(Artifact.FOOTER):
            self._paint(page.foot)
        self._canvas.showPage()

    def _element(self, node: str) -> Element:
        try:
            return self._elements[node]
        except KeyError:
            raise TaggingError(f'"{node}" is placed on a page, and the structure of the summary lacks it') from None

    def _write_again(self, items: Iterable[Item]) -> None:
        """What repeats, and parts of it that do not."""
        for has_parts, some in groupby(items, key=_has_parts):
            if has_parts:
                for line in some:
                    assert isinstance(line, PlacedLine)
                    self._write_runs(line, divided_at(line))
            else:
                with self._canvas.artifact():
                    self._paint(some)

    def _write_bookmark(self, mark: Bookmark) -> None:
        key = f"{mark.page}/{mark.y:.2f}/{mark.title}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._summary.height - mark.y)
        self._canvas.addOutlineEntry(mark.title, key, level=mark.depth)

    def _write(self, element: Element, items: Sequence[Item]) -> None:
        """What items that stand beside each other show of an element."""
        if element.key in self._goals:
            self._reach(element.key, bounding([self._box(item) for item in items])[3])
        if element.children:
            self._write_parts(element, [item for item in items if isinstance(item, PlacedLine)])
            return
        box = bounding([self._box(item) for item in items]) if element.tag in (Tag.FIGURE, Tag.LINK) else None
        with self._canvas.tagged(element.key, box if element.tag is Tag.FIGURE else None):
            self._paint(items)
        if box and element.tag is Tag.LINK:
            self._canvas.link(element.key, box)

    def _write_parts(self, element: Element, lines: Sequence[PlacedLine]) -> None:
        """A text in which some words lead elsewhere."""
        for line in lines:
            self._write_runs(line, next(self._runs[element.key]) if element.key in self._runs else divided_at(line))

    def _write_runs(self, line: PlacedLine, runs: Sequence[Run]) -> None:
        _, bottom, _, top = self._box(line)
        for key, left, right in paint_parts(self._canvas, line, runs, self._summary.height, self._fonts):
            if key in self._goals:
                self._reach(key, top)
            if key and self._element(key).tag is Tag.LINK:
                self._canvas.link(key, (left, bottom, right, top))

    def _reach(self, goal: str, top: Pt) -> None:
        """Let what leads to a node lead here; where it goes on nothing leads."""
        self._canvas.bookmarkPage(goal, fit="XYZ", left=0, top=top + ABOVE_GOAL)
        self._goals.remove(goal)

    def _texts_with_parts(self) -> Iterator[tuple[str, Iterator[list[Run]]]]:
        """By text, what each of its lines is made of; looked for in all of them, for a text may go on over the page."""
        words = {key: dict(_words(element)) for key, element in self._elements.items() if element.children}
        lines: dict[str, list[PlacedLine]] = {key: [] for key, sought in words.items() if sought}
        for page in self._summary.pages if lines else ():
            for item in page.body:
                if isinstance(item, PlacedLine) and item.node in lines and _shows(item):
                    lines[item.node].append(item)
        for key, each in lines.items():
            yield key, iter(divided_among(each, key, words[key]))

    def _paint(self, items: Iterable[Item]) -> None:
        for item in items:
            paint_item(self._canvas, item, self._summary.height, self._fonts)

    def _box(self, item: Item) -> Corners:
        """Around an item, y upwards; of a line with what reaches below it."""
        extent = item.extent
        below = DESCENT * extent.height if isinstance(item, PlacedLine) else 0.0
        bottom = self._summary.height - extent.bottom - below
        return extent.left, bottom, extent.right, self._summary.height - extent.top


def _words(element: Element) -> Iterator[tuple[str, str]]:
    """The words of a text that lead to the web, which is what they name; other parts of it have places of their own."""
    for child in element.children:
        if child.target and not child.target.startswith("#"):
            yield child.key, child.target


def _shows(item: Item) -> bool:
    """Whether there is anything to be seen of it; of a cell without a text there is not."""
    return not isinstance(item, PlacedLine) or any(span.text for span in item.line.spans)


def _has_parts(item: Item) -> bool:
    return isinstance(item, PlacedLine) and bool(item.parts)


def _node(item: Item) -> str | None:
    return item.node if isinstance(item, SHOWING) else None
