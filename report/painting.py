"""Pictures painted once: what was painted before is taken from the store, what is wanted twice is made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from report import pipeline
from report.frozen import frozen
from report.pipeline import Product
from report.store import Store
from report.store.canonical import digest
from report.workers import Task, Workers

if TYPE_CHECKING:
    from report.drawing.model import Drawing
    from report.text.fonts import Fonts


@frozen
class Painting:
    """A drawing that is wanted as a file. fonts: None for the house's.

    dpi: dots per inch of a PNG; None for an SVG, whose lengths have a unit.
    """

    drawing: Drawing
    fonts: Fonts | None
    dpi: float | None = None
    unit: str = "pt"

    @property
    def task(self) -> Task:
        """Paints it."""
        if self.dpi is None:
            return partial(pipeline.paint_svg, self.drawing, self.fonts, self.unit)
        return partial(pipeline.paint_png, self.drawing, self.dpi, self.fonts)


class Tally:
    """Counts PNGs: all that are wanted, and those that are painted for it.

    made: the products, by language, of which something was painted or written, and not taken as it was before.
    """

    def __init__(self) -> None:
        self.n_wanted = 0
        self.n_painted = 0
        self.made = set[tuple[str, Product]]()


def made_of(lot: Sequence[Painting], workers: Workers, store: Store, tally: Tally) -> Iterator[bytes]:
    """All pictures in their order; those that are not painted yet are handed over at once."""
    keys = list(_keys(lot, store))
    painted = {key: kept for key in keys if (kept := store.get(key))}
    begun, missing = set(painted), list[Task]()
    for each, key in zip(lot, keys, strict=True):
        is_png, is_new = each.dpi is not None, key not in begun
        tally.n_wanted += is_png
        tally.n_painted += is_png and is_new
        if is_new:
            missing.append(each.task)
            begun.add(key)
    if missing:
        workers.begin_painting(pipeline.load_painter)
    return _in_order(keys, painted, workers.paint(missing), store)


def _keys(lot: Sequence[Painting], store: Store) -> Iterator[str]:
    """The key of each picture; a drawing that is wanted as PNG and SVG is told once."""
    told = dict[int, str]()
    for each in lot:
        drawing = told.get(id(each.drawing)) or digest(each.drawing)
        told[id(each.drawing)] = drawing
        yield store.key("painting", drawing, each.fonts, each.dpi, each.unit)


def _in_order(keys: Sequence[str], painted: dict[str, bytes], made: Iterator[bytes], store: Store) -> Iterator[bytes]:
    """The pictures of these keys, as they are painted."""
    for key in keys:
        if key not in painted:
            painted[key] = next(made)
            store.put(key, painted[key])
        yield painted[key]
