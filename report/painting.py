"""Pictures painted once: what was painted before is taken from the store, what is wanted twice is made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from report import pipeline
from report.frozen import frozen
from report.store import Store
from report.workers import Task, Workers

if TYPE_CHECKING:
    from report.drawing.model import Drawing
    from report.text.fonts import Fonts


@frozen
class Painting:
    """A drawing that is wanted as a PNG of so many dots per inch. fonts: None for the house's."""

    drawing: Drawing
    dpi: float
    fonts: Fonts | None


Wanted: TypeAlias = Painting | Task
"""Something that a build makes: a picture, or anything else."""


class Tally:
    """Counts pictures: all that are wanted, and those that are painted for it."""

    def __init__(self) -> None:
        self.n_wanted = 0
        self.n_painted = 0


def made_of(lot: Sequence[Wanted], workers: Workers, store: Store, tally: Tally) -> Iterator[bytes]:
    """What is made of each, in their order; all that is not painted yet is handed over at once."""
    keys = [store.key("png", each) if isinstance(each, Painting) else None for each in lot]
    painted = {key: png for key in keys if key and (png := store.get(key))}
    begun, missing = set(painted), list[Task]()
    for each, key in zip(lot, keys, strict=True):
        if not isinstance(each, Painting):
            missing.append(each)
        elif key and key not in begun:
            missing.append(partial(pipeline.paint_png, each.drawing, each.dpi, each.fonts))
            begun.add(key)
            tally.n_painted += 1
        tally.n_wanted += key is not None
    return _in_order(keys, painted, workers.hand_over(missing), store)


def _in_order(
    keys: Sequence[str | None], painted: dict[str, bytes], made: Iterator[bytes], store: Store
) -> Iterator[bytes]:
    """The pictures of these keys, and what stands between them, as they are made."""
    for key in keys:
        if key is None:
            yield next(made)
            continue
        if key not in painted:
            painted[key] = next(made)
            store.put(key, painted[key])
        yield painted[key]
