"""Layouts that most templates have, on the grid of their master."""

from dataclasses import dataclass, replace

from tests.templates.brand import Layout, Place, Type
from tests.templates.shapes import LEVELS, placeholder

TITLE_PROMPT = "Titel durch Klicken bearbeiten"


@dataclass(frozen=True)
class Grid:
    """Where a master places what every slide has; what it does not have is None."""

    title: Place
    content: Place
    date: Place | None
    footer: Place | None
    number: Place | None

    def columns(self, gap: float, *, share: float = 0.5) -> tuple[Place, Place]:
        """The content in two columns; `share` of the width that is left beside the gap falls to the first."""
        area = self.content
        first = (area.width - gap) * share
        second = area.left + first + gap
        return replace(area, width=first), replace(area, left=second, width=area.left + area.width - second)


def master_shapes(grid: Grid, *statics: str, small: Type, footer: str = "", anchor: str = "b") -> tuple[str, ...]:
    """What is always there, then the placeholders of the master; `small` is how date, footer and number are set."""
    return (
        *statics,
        placeholder("Titelplatzhalter 1", grid.title, kind="title", text=TITLE_PROMPT, anchor=anchor),
        placeholder("Textplatzhalter 2", grid.content, kind="body", idx=1, text=LEVELS, anchor="t"),
        *_footers(grid, (2, 3, 4), footer, small),
    )


def footers(grid: Grid, footer: str = "") -> tuple[str, ...]:
    """Date, footer and number of a layout, where the master has them."""
    bare = Grid(grid.title, grid.content, *(place and None for place in (grid.date, grid.footer, grid.number)))
    has = tuple(place is not None for place in (grid.date, grid.footer, grid.number))
    return tuple(
        shape for shape, is_there in zip(_all_footers(bare, (10, 11, 12), footer, None), has, strict=True) if is_there
    )


def _footers(grid: Grid, idx: tuple[int, int, int], footer: str, small: Type) -> tuple[str, ...]:
    places = (grid.date, grid.footer, grid.number)
    return tuple(
        shape for shape, place in zip(_all_footers(grid, idx, footer, small), places, strict=True) if place is not None
    )


def _all_footers(grid: Grid, idx: tuple[int, int, int], footer: str, small: Type | None) -> tuple[str, str, str]:
    right = small and replace(small, alignment="r")
    return (
        placeholder("Datum 3", grid.date, kind="dt", size="half", idx=idx[0], text="29.11.2026", style=small),
        placeholder("Fußzeile 4", grid.footer, kind="ftr", size="quarter", idx=idx[1], text=footer, style=small),
        placeholder("Foliennummer 5", grid.number, kind="sldNum", size="quarter", idx=idx[2], style=right),
    )


def title() -> str:
    """The title where the master has it."""
    return placeholder("Titel 1", kind="title", text=TITLE_PROMPT)


def content(name: str, grid: Grid, *more: str, kind: str | None = "obj", footer: str = "") -> Layout:
    """Title and one place for anything."""
    body = placeholder("Inhaltsplatzhalter 2", idx=1, text=LEVELS)
    return Layout(name, (title(), body, *more, *footers(grid, footer)), kind)


def two_columns(name: str, grid: Grid, *, gap: float = 24, kind: str | None = "twoObj", footer: str = "") -> Layout:
    """Title and two places side by side."""
    left, right = grid.columns(gap)
    bodies = (
        placeholder("Inhaltsplatzhalter 2", left, size="half", idx=1, text=LEVELS),
        placeholder("Inhaltsplatzhalter 3", right, size="half", idx=2, text=LEVELS),
    )
    return Layout(name, (title(), *bodies, *footers(grid, footer)), kind)


def picture_and_text(name: str, grid: Grid, *, gap: float = 24, kind: str | None = "cust", footer: str = "") -> Layout:
    """Title, a picture of two thirds and a text beside it."""
    left, right = grid.columns(gap, share=0.62)
    bodies = (
        placeholder("Bildplatzhalter 2", left, kind="pic", idx=13, text="Bild durch Klicken hinzufügen"),
        placeholder("Textplatzhalter 3", right, kind="body", size="quarter", idx=14, text=LEVELS[:2]),
    )
    # "cust" is what PowerPoint writes for a layout of one's own.
    return Layout(name, (title(), *bodies, *footers(grid, footer)), kind)


def title_only(name: str, grid: Grid, *more: str, kind: str | None = "titleOnly", footer: str = "") -> Layout:
    """Title, and room."""
    return Layout(name, (title(), *more, *footers(grid, footer)), kind)


def blank(name: str, grid: Grid, *, kind: str | None = "blank", footer: str = "") -> Layout:
    """Nothing but what is always there."""
    return Layout(name, footers(grid, footer), kind)


def cover(
    name: str,
    title_place: Place,
    subtitle_place: Place,
    *statics: str,
    title_type: Type,
    subtitle_type: Type,
    kind: str | None = "title",
    background: str = "",
    has_master_shapes: bool = True,
) -> Layout:
    """The first slide: a large title and who speaks."""
    shapes = (
        *statics,
        placeholder("Titel 1", title_place, kind="ctrTitle", text=TITLE_PROMPT, style=title_type, anchor="b"),
        placeholder(
            "Untertitel 2",
            subtitle_place,
            kind="subTitle",
            idx=1,
            text="Untertitel, Anlass, Datum",
            style=subtitle_type,
            anchor="t",
        ),
    )
    return Layout(name, shapes, kind, background, has_master_shapes=has_master_shapes)


def section(
    name: str, title_place: Place, *statics: str, title_type: Type, kind: str | None = "secHead", background: str = ""
) -> Layout:
    """A divider: a large title alone."""
    large = placeholder("Titel 1", title_place, kind="title", text="Kapitel", style=title_type, anchor="b")
    return Layout(name, (*statics, large), kind, background)
