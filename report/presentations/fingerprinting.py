"""Takes the fingerprint of a deck, as it is being written or as it is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.ooxml.fingerprint import Fingerprint, Place, ShapePrint, SlidePrint, digest_of
from report.presentations.deck import is_on, whole_number
from report.presentations.inheritance import Page, lineage
from report.presentations.shapes import is_spoken, shapes_of, title_of, top_shapes


@frozen
class Seen:
    """A slide as people see it: with its speaker notes, its charts by the ids of their relationships, and comments."""

    page: Page
    notes: etree._Element | None
    charts: Mapping[str, etree._Element]
    comments: Sequence[etree._Element] = ()


def fingerprint_of(slides: Iterable[Seen]) -> Fingerprint:
    """The fingerprint of slides in their order."""
    return Fingerprint(tuple(map(_slide, slides)))


def _slide(seen: Seen) -> SlidePrint:
    slide, notes = seen.page.slide, seen.notes
    tree = slide.find("p:cSld/p:spTree", NAMESPACES)
    lowest_first = () if tree is None else top_shapes(tree)
    shapes = tuple(ShapePrint(digest_of(_said(shape, seen)), _place(shape, seen.page)) for shape in lowest_first)
    spoken = [] if notes is None else [_written(shape) for shape in shapes_of(notes) if is_spoken(shape)]
    spoken += [_remark(comments) for comments in seen.comments]
    is_hidden = not is_on(slide, "show", default=True)
    return SlidePrint(title_of(slide), is_hidden, digest_of("\n".join(spoken).strip()), shapes)


def _said(shape: etree._Element, seen: Seen) -> str:
    """The text of a shape and the labels and numbers of its chart; of a group those of all that is in it."""
    ids = (each.get(qualified("r:id"), "") for each in shape.iter(qualified("c:chart")))
    charts = (_plotted(seen.charts[each]) for each in ids if each in seen.charts)
    return "\n".join([_written(shape), *charts]).strip()


def _written(shape: etree._Element) -> str:
    """The text of a shape, paragraph by paragraph, of a table cell by cell."""
    return "\n".join(paragraph_text(paragraph) for paragraph in shape.iter(_PARAGRAPH)).strip()


def _remark(comments: etree._Element) -> str:
    """What reviewers wrote to a slide, in the older form of comments (p:text) or the newer one (a:t)."""
    return "\n".join(each.text or "" for each in comments.iter(qualified("p:text"), qualified("a:t")))


def _plotted(chart: etree._Element) -> str:
    """Titles, names, labels and numbers of a chart, each with its place; a number as programs agree on it."""
    titles = [_written(title) for title in chart.iter(qualified("c:title"))]
    points = (point for series in chart.iter(qualified("c:ser")) for point in series.iter(qualified("c:pt")))
    plotted = (f"{point.get('idx')} {_settled(point.findtext('c:v', '', NAMESPACES))}" for point in points)
    return "\n".join([*titles, *plotted])


def _settled(value: str) -> str:
    try:
        return f"{float(value):.6g}"
    except ValueError:
        return value


def paragraph_text(paragraph: etree._Element) -> str:
    """What a paragraph says, without its fields, which programs fill in; its breaks are vertical tabs."""
    return "".join(_spelled(each) for each in paragraph.iterchildren(_RUN, _BREAK))


def _spelled(piece: etree._Element) -> str:
    return "\v" if piece.tag == _BREAK else piece.findtext("a:t", "", NAMESPACES)


_PARAGRAPH, _RUN, _BREAK = (qualified(name) for name in ("a:p", "a:r", "a:br"))


def _place(shape: etree._Element, page: Page) -> Place | None:
    """Where a shape lies, or the placeholder that it fills; of a group the whole."""
    frame = _frame(shape)
    if frame is None:
        frame = next((found for each in lineage(page, shape) if (found := _frame(each)) is not None), None)
    if frame is None:
        return None
    start, size = frame.find("a:off", NAMESPACES), frame.find("a:ext", NAMESPACES)
    return (whole_number(start, "x"), whole_number(start, "y"), whole_number(size, "cx"))


def _frame(shape: etree._Element) -> etree._Element | None:
    frames = (shape.find(path, NAMESPACES) for path in ("p:spPr/a:xfrm", "p:xfrm", "p:grpSpPr/a:xfrm"))
    return next((frame for frame in frames if frame is not None), None)
