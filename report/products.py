"""What a build makes of a briefing that is laid out: the steps, each making one picture or one document.

de/charts/goals.png  goals.svg  goals.txt  goals-portrait.png …
de/social-media-2016-de.pptx  ….pdf  …-tables.xlsx
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from report import pipeline
from report.frozen import frozen
from report.internal_errors import doing
from report.pipeline import Product
from report.second_process import SecondProcess, Task

if TYPE_CHECKING:
    from report.ooxml.fingerprint import Fingerprint
    from report.pipeline import Layouts

CHARTS = "charts"
"""The folder of the pictures."""

DECK_DPI = 192
"""Of the pictures on slides: two pixels for one of a screen that shows the slide at 100 %."""


@frozen
class Made:
    """The bytes of an output; fingerprint: of what people see of it, where it is something that they edit."""

    content: bytes
    fingerprint: Fingerprint | None = None


@frozen
class Step:
    """One thing to make; `file` names the output that it gives, below the folder of the briefing.

    Steps are made in their order, for each takes what the second process made in turn.
    """

    what: str
    make: Callable[[], Made]
    file: str


def steps(
    documents: Sequence[Layouts], name: str, built: datetime, products: Collection[Product], second: SecondProcess
) -> tuple[Step, ...]:
    """Every step of a briefing, in order; `documents` are its languages, `name` that of its folder."""
    return tuple(step for layouts in documents for step in _steps_of_language(layouts, name, built, products, second))


def pays_beside(products: Collection[Product]) -> bool:
    """Whether there is work for a second process: a summary alone is made sooner by one."""
    return Product.CHARTS in products or Product.DECK in products


def load_beside(products: Collection[Product]) -> None:
    """Load what the second process makes its part of the products with."""
    pipeline.load_painter()
    if Product.SUMMARY in products:
        pipeline.load_summary_writer()


def filled(documents: Sequence[Layouts], products: Collection[Product]) -> tuple[str, ...]:
    """How the names of files begin that a build makes all of: what else stands there is no output any more."""
    if Product.CHARTS not in products:
        return ()
    return tuple(f"{layouts.briefing.language.code}/{CHARTS}/" for layouts in documents)


def _steps_of_language(
    layouts: Layouts, name: str, built: datetime, products: Collection[Product], second: SecondProcess
) -> Iterator[Step]:
    """The first process makes SVGs and the deck, while the second paints PNGs, those of the deck first."""
    language = layouts.briefing.language.code
    document = f"{language}/{name}-{language}"
    drawings = layouts.deck.drawings if Product.DECK in products else {}
    paint = partial(pipeline.paint_png, dpi=DECK_DPI, fonts=layouts.chart_fonts)
    tasks: list[Task] = [partial(paint, drawing) for drawing in drawings.values()]
    if Product.SUMMARY in products:
        tasks.append(partial(pipeline.write_summary, layouts.summary, layouts.page_fonts, built))
    tasks += [
        partial(pipeline.paint_png, each.drawing, each.format.resolution, layouts.page_fonts)
        for each in layouts.pictures
    ]
    made = second.hand_over(tasks)
    pictures = {f"{language}/{CHARTS}/{picture.key}": picture for picture in layouts.pictures}
    for file, picture in pictures.items():
        yield _step("painting", f"{file}.svg", partial(pipeline.paint_svg, picture, layouts.page_fonts))
        yield _step("writing", f"{file}.txt", partial(picture.text.encode, "utf-8"))
    if Product.DECK in products:
        file = f"{document}.pptx"
        png_of = _taken_by_key(drawings, made, file)
        yield Step(f'writing "{file}"', partial(_deck, layouts, png_of, built), file)
    if Product.SUMMARY in products:
        yield _step("writing", f"{document}.pdf", partial(next, made))
    if Product.TABLES in products:
        yield _step("writing", f"{document}-tables.xlsx", partial(pipeline.write_workbook, layouts, built))
    for file in pictures:
        yield _step("painting", f"{file}.png", partial(next, made))


def _step(doing: str, file: str, make: Callable[[], bytes]) -> Step:
    """The making of a file that nobody edits."""
    return Step(f'{doing} "{file}"', lambda: Made(make()), file)


def _deck(layouts: Layouts, png_of: Callable[[str], bytes], built: datetime) -> Made:
    written = pipeline.write_deck(layouts, png_of, built)
    return Made(written.content, written.fingerprint)


def _taken_by_key(keys: Iterable[str], made: Iterator[bytes], file: str) -> Callable[[str], bytes]:
    """The PNG of each key, in that order the next ones, for a deck; none is waited for before it is asked for."""
    waiting, taken = iter(keys), dict[str, bytes]()

    def png_of(key: str) -> bytes:
        while key not in taken:
            drawn = next(waiting)
            with doing(f'painting "{drawn}" for "{file}"'):
                taken[drawn] = next(made)
        return taken[key]

    return png_of
