"""What a build makes of a briefing that is laid out: the steps, each making one picture or one document.

de/charts/goals.png  goals.svg  goals.txt  goals-portrait.png …
de/social-media-2016-de.pptx  ….pdf
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from report import pipeline
from report.frozen import frozen
from report.pipeline import Product

if TYPE_CHECKING:
    from report.drawing.model import Drawing
    from report.pipeline import Layouts


CHARTS = "charts"
"""The folder of the pictures."""


@frozen
class Step:
    """One thing to make; `file` names the output that it gives, below the folder of the briefing.

    A picture of the deck gives no file. Steps are made in their order: a deck needs its pictures.
    """

    what: str
    make: Callable[[], bytes]
    file: str | None


def steps(documents: Sequence[Layouts], name: str, built: datetime, products: Collection[Product]) -> tuple[Step, ...]:
    """Every step of a briefing, in order; `documents` are its languages, `name` that of its folder."""
    return tuple(step for layouts in documents for step in _steps_of_language(layouts, name, built, products))


def filled(documents: Sequence[Layouts], products: Collection[Product]) -> tuple[str, ...]:
    """How the names of files begin that a build makes all of: what else stands there is no output any more."""
    if Product.CHARTS not in products:
        return ()
    return tuple(f"{layouts.briefing.language.code}/{CHARTS}/" for layouts in documents)


def _steps_of_language(layouts: Layouts, name: str, built: datetime, products: Collection[Product]) -> Iterator[Step]:
    language = layouts.briefing.language.code
    pictures: dict[str, bytes] = {}
    if Product.CHARTS in products:
        for picture in layouts.pictures:
            file = f"{language}/{CHARTS}/{picture.key}"
            yield Step(f'painting "{file}.png"', partial(pipeline.paint_png, picture), f"{file}.png")
            yield Step(f'painting "{file}.svg"', partial(pipeline.paint_svg, picture), f"{file}.svg")
            yield Step(f'writing "{file}.txt"', partial(picture.text.encode, "utf-8"), f"{file}.txt")
    document = f"{language}/{name}-{language}"
    if Product.DECK in products:
        for key, drawing in layouts.deck.drawings.items():
            yield Step(f'painting "{key}" for "{document}.pptx"', _painting(key, drawing, pictures), None)
        file = f"{document}.pptx"
        yield Step(f'writing "{file}"', partial(pipeline.write_deck, layouts, pictures, built), file)
    if Product.SUMMARY in products:
        file = f"{document}.pdf"
        yield Step(f'writing "{file}"', partial(pipeline.write_summary, layouts, built), file)


def _painting(key: str, drawing: Drawing, pictures: dict[str, bytes]) -> Callable[[], bytes]:
    """Paints a PNG, and keeps it among `pictures` for the deck."""

    def paint() -> bytes:
        pictures[key] = pipeline.paint_for_deck(drawing)
        return pictures[key]

    return paint
