"""How letters are set: what a run says itself, else its paragraph, shape, layout, master, or the presentation."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import EMU_PER_POINT, FULL, is_on, whole_number
from report.presentations.inheritance import Page, kind_of, lineage

DEFAULT_SIZE = 18.0
DEFAULT_STYLE = "p:defaultTextStyle"
STYLES = {"title": "titleStyle", "body": "bodyStyle"}


@frozen
class RunStyle:
    """How a run is set. size: in points. fill: the element that says its colour, None where nothing does."""

    size: float
    is_bold: bool
    language: str | None
    fill: etree._Element | None

    @property
    def is_large(self) -> bool:
        """Whether less contrast does: from 18 points on, bold from 14 (WCAG 2.2, "large scale")."""
        return self.size >= (14 if self.is_bold else 18)


@frozen
class PlaceStyle:
    """How a text is set that somebody types into a placeholder, as its first level.

    size: in points. tracking: between letters, in points. typeface: by its name, those of the theme resolved; "" where
    nothing names one. spacing: of lines, as a share of a line's height; space_before: a paragraph, in points. fill: as
    in RunStyle. anchor: "t", "ctr" or "b". insets: left, top, right, bottom, in points. is_sized: whether anything but
    the default for all texts says the size.
    """

    size: float
    is_bold: bool
    is_capitals: bool
    tracking: float
    typeface: str
    alignment: str
    spacing: float
    space_before: float
    fill: etree._Element | None
    anchor: str
    insets: tuple[float, float, float, float]
    is_sized: bool


def place_style(page: Page, place: etree._Element) -> PlaceStyle:
    """How a text in a placeholder of a slide or layout is set."""
    lists = list(_lists(page, place))
    levels = [level for each in lists for level in each.iterfind("a:lvl1pPr", NAMESPACES)]
    said = [each for level in levels for each in level.iterfind("a:defRPr", NAMESPACES)]
    told = [each for each in lists if each.tag != qualified(DEFAULT_STYLE)]
    size = next((whole_number(each, "sz") for each in said if whole_number(each, "sz") > 0), DEFAULT_SIZE * 100)
    bold = next((each for each in said if each.get("b") is not None), None)
    fills = [fill for each in said if (fill := fill_in(each)) is not None]
    faces = [face for each in said for face in each.iterfind("a:latin", NAMESPACES)]
    spacings = [each for level in levels for each in level.iterfind("a:lnSpc/a:spcPct", NAMESPACES)]
    bodies = [each for shape in lineage(page, place) for each in shape.iterfind("p:txBody/a:bodyPr", NAMESPACES)]
    return PlaceStyle(
        size=size / 100,
        is_bold=is_on(bold, "b"),
        is_capitals=next((each.get("cap") for each in said if each.get("cap")), "none") == "all",
        tracking=next((whole_number(each, "spc") for each in said if each.get("spc")), 0) / 100,
        typeface=_typeface(page, faces[0].get("typeface", "") if faces else MINOR),
        alignment=next((side for level in levels if (side := level.get("algn"))), "l"),
        spacing=whole_number(spacings[0], "val", FULL) / FULL if spacings else 1.0,
        space_before=_space_before(levels, size / 100),
        fill=fills[0] if fills else None,
        anchor=next((end for body in bodies if (end := body.get("anchor"))), "t"),
        insets=_insets(bodies),
        is_sized=any(whole_number(each, "sz") for own in told for each in own.iterfind(FIRST, NAMESPACES)),
    )


FIRST = "a:lvl1pPr/a:defRPr"


def _space_before(levels: list[etree._Element], size: float) -> float:
    """What the nearest level says, in points; a share is one of a line."""
    for level in levels:
        points, share = (level.find(f"a:spcBef/a:{name}", NAMESPACES) for name in ("spcPts", "spcPct"))
        if points is not None:
            return whole_number(points, "val") / 100
        if share is not None:
            return whole_number(share, "val") / FULL * size * LINE
    return 0.0


LINE = 1.2
"""The height of a line as a multiple of the size of its letters, as LibreOffice takes it."""
MAJOR, MINOR = "+mj-lt", "+mn-lt"
"""How a text names the theme's faces, of headlines and of all else."""
INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""Between a frame and its text where nothing says it: ECMA-376 part 1, 21.1.2.1.1 (bodyPr)."""


def _insets(bodies: list[etree._Element]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        next((whole_number(body, name) for body in bodies if body.get(name)), default) / EMU_PER_POINT
        for name, default in INSETS.items()
    )
    return left, top, right, bottom


def _typeface(page: Page, named: str) -> str:
    kind = {MAJOR: "majorFont", MINOR: "minorFont"}.get(named)
    if kind is None or page.theme is None:
        return named if kind is None else ""
    face = page.theme.find(f"a:themeElements/a:fontScheme/a:{kind}/a:latin", NAMESPACES)
    return "" if face is None else face.get("typeface", "")


def paragraphs_of(shape: etree._Element) -> list[etree._Element]:
    """The paragraphs of a shape or of the cells of a table."""
    return list(shape.iter(qualified("a:p")))


def run_style(page: Page, shape: etree._Element, run: etree._Element) -> RunStyle:
    """How a run of a shape is set."""
    said = list(_said(page, shape, run))
    size = next((whole_number(each, "sz") for each in said if whole_number(each, "sz") > 0), DEFAULT_SIZE * 100)
    bold = next((each for each in said if each.get("b") is not None), None)
    language = next((each.get("lang") for each in said if each.get("lang")), None)
    return RunStyle(size / 100 * _shrunk(shape), is_on(bold, "b"), language, _fill(shape, said))


FILLS = tuple(qualified(f"a:{kind}") for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


def fill_in(properties: etree._Element | None) -> etree._Element | None:
    """The element that says with what something is filled."""
    return next((each for each in properties if each.tag in FILLS), None) if properties is not None else None


def _fill(shape: etree._Element, said: list[etree._Element]) -> etree._Element | None:
    """The colour of a run; a style of the shape's says it before the presentation does."""
    fills = [each for each in said if fill_in(each) is not None]
    styled = shape.find("p:style/a:fontRef", NAMESPACES)
    is_own = bool(fills) and shape in list(fills[0].iterancestors())
    if styled is not None and len(styled) and not is_own:
        return styled
    return fill_in(fills[0]) if fills else None


def _said(page: Page, shape: etree._Element, run: etree._Element) -> Iterator[etree._Element]:
    """The properties of a run, from its own to those of the whole presentation."""
    own = run.find("a:rPr", NAMESPACES)
    if own is not None:
        yield own
    paragraph = run.getparent()
    level = whole_number(paragraph.find("a:pPr", NAMESPACES), "lvl") + 1 if paragraph is not None else 1
    for each in _lists(page, shape):
        for name in (f"a:lvl{level}pPr", "a:defPPr"):
            yield from each.iterfind(f"{name}/a:defRPr", NAMESPACES)


def _lists(page: Page, shape: etree._Element) -> Iterator[etree._Element]:
    """The lists of paragraph styles that hold for a shape, the nearest first."""
    if shape.tag != qualified("p:graphicFrame"):
        for each in lineage(page, shape):
            yield from each.iterfind("p:txBody/a:lstStyle", NAMESPACES)
        if page.master is not None and kind_of(shape) is not None:
            yield from page.master.iterfind(
                f"p:txStyles/p:{STYLES.get(kind_of(shape) or '', 'otherStyle')}", NAMESPACES
            )
    yield from page.presentation.iterfind(DEFAULT_STYLE, NAMESPACES)


def _shrunk(shape: etree._Element) -> float:
    """By how much the text of a shape is made smaller, so that it fits."""
    fit = shape.find("p:txBody/a:bodyPr/a:normAutofit", NAMESPACES)
    return whole_number(fit, "fontScale", FULL) / FULL
