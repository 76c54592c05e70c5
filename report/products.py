"""What a build makes of a briefing that is laid out: the steps, each making one picture or one document.

de/charts/goals.png  goals.svg  goals.txt  goals-portrait.png …
de/social-media-2016-de.pptx  ….pdf  …-tables.xlsx
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from report import pipeline
from report.frozen import frozen
from report.internal_errors import doing
from report.kept_products import Made, Standing, files_of
from report.painting import Painting, Tally, made_of
from report.pipeline import Product
from report.store import Store
from report.store.canonical import as_bytes, from_bytes
from report.workers import Workers

if TYPE_CHECKING:
    from report.deck.model import Deck
    from report.pipeline import Layouts
    from report.workbook.model import Workbook

CHARTS = "charts"
"""The folder of the pictures."""

DECK_DPI = 192
"""Of the pictures on slides: two pixels for one of a screen that shows the slide at 100 %."""


@frozen
class Step:
    """One thing to make; `file` names the output that it gives, below the folder of the briefing; None: none yet.

    of: the language and the product that it is part of. is_kept: it was made before.
    Steps are made in their order, for each takes what workers made in turn.
    """

    what: str
    make: Callable[[], Made | None]
    file: str | None
    of: tuple[str, Product]
    is_kept: bool = False


@frozen
class Means:
    """By what a build makes its outputs: processes beside it, and what was made before.

    standing: the products that are not made again, by language and product. decks, summaries: that are in work, by
    language.
    """

    workers: Workers
    store: Store
    standing: Mapping[tuple[str, Product], Standing] = field(default_factory=dict)
    decks: Mapping[str, DeckInWork] = field(default_factory=dict)
    summaries: Mapping[str, SummaryInWork] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)


def steps(
    documents: Sequence[Layouts], name: str, built: datetime, products: Collection[Product], means: Means
) -> tuple[Step, ...]:
    """Every step of a briefing, in order; `documents` are its languages, `name` that of its folder.

    Painters begin with what decks wait for; meanwhile the first process writes what waits for nobody, and then another
    one writes decks while pictures are taken.
    """
    languages = [_OfLanguage.of(layouts, name, built, products, means) for layouts in documents]
    begun = [partial(each.taken_pictures, each.painted_pictures()) for each in languages]
    phases: list[Callable[[], Iterator[Step]]] = [
        *(each.kept for each in languages),
        *(each.documents for each in languages),
        *(each.begun_deck for each in languages),
        *begun,
        *(each.finished_deck for each in languages),
    ]
    return tuple(step for phase in phases for step in phase())


def count_steps(
    documents: Sequence[Layouts], products: Collection[Product], standing: Mapping[tuple[str, Product], Standing]
) -> int:
    """How many steps of a briefing there are."""
    made = 0
    for layouts in documents:
        for product in products:
            kept = standing.get((layouts.briefing.language.code, product))
            its_own = {Product.CHARTS: 3 * len(layouts.pictures), Product.DECK: 2}.get(product, 1)
            made += len(kept.files) if kept else its_own
    return made


def pays_beside(products: Collection[Product]) -> bool:
    """Whether there is work for workers: a summary alone is made sooner by one process."""
    return Product.CHARTS in products or Product.DECK in products


def loading(
    products: Collection[Product], languages: Sequence[str], *, is_checking: bool
) -> Iterator[Callable[[], None]]:
    """What the first process needs for the products, step by step; is_checking: where they are laid out only.

    languages: that they are to be made in; none where nobody says.
    """
    yield pipeline.load_fonts
    yield pipeline.load_teller
    yield from (partial(pipeline.load_layout, product) for product in products)
    yield from (partial(pipeline.load_language, code) for code in languages or pipeline.languages())
    yield pipeline.load_charts
    if Product.SUMMARY in products and not is_checking:
        yield pipeline.load_summary_writer


def load_all(products: Collection[Product], languages: Sequence[str]) -> None:
    """Load all of it, and what reads, in a process that does everything by itself from then on."""
    pipeline.load_reader()
    for load in loading(products, languages, is_checking=False):
        load()
    load_writer(products)
    if pays_beside(products):
        pipeline.load_painter()


def load_writer(products: Collection[Product]) -> None:
    """Load what another process writes documents with."""
    if Product.DECK in products:
        pipeline.load_deck_writer()
    if Product.SUMMARY in products:
        pipeline.load_summary_writer()


def filled(documents: Sequence[Layouts], products: Collection[Product]) -> tuple[str, ...]:
    """How the names of files begin that a build makes all of: what else stands there is no output any more."""
    if Product.CHARTS not in products:
        return ()
    return tuple(f"{layouts.briefing.language.code}/{CHARTS}/" for layouts in documents)


@frozen
class _OfLanguage:
    """The steps of a language. document: how its documents are called; missing: the products that are made anew."""

    layouts: Layouts
    document: str
    built: datetime
    missing: Collection[Product]
    means: Means
    deck: DeckInWork | None

    @classmethod
    def of(
        cls, layouts: Layouts, name: str, built: datetime, products: Collection[Product], means: Means
    ) -> _OfLanguage:
        """Those of some products, with the deck in work."""
        language = layouts.briefing.language.code
        document = document_name(name, language)
        missing = [product for product in products if (language, product) not in means.standing]
        deck = None
        if Product.DECK in missing:
            deck = means.decks.get(language) or deck_of(layouts, built, means, f"{document}.pptx")
        return cls(layouts, document, built, missing, means, deck)

    def _is_of(self, product: Product) -> tuple[str, Product]:
        return self.layouts.briefing.language.code, product

    def kept(self) -> Iterator[Step]:
        """Takes what was made before."""
        for of, standing in self.means.standing.items():
            if of[0] == self.layouts.briefing.language.code:
                yield from _kept_steps(self.means.store, standing, of)

    def documents(self) -> Iterator[Step]:
        """Writes what waits for no picture."""
        if Product.SUMMARY in self.missing:
            begun = self.means.summaries.get(self.layouts.briefing.language.code)
            write = begun or _writing_summary(self.layouts, self.built)
            self.means.tally.made.add(self._is_of(Product.SUMMARY))
            yield _step("writing", f"{self.document}.pdf", self._is_of(Product.SUMMARY), write)
        if Product.TABLES in self.missing:
            of = self._is_of(Product.TABLES)
            write = partial(_workbook, self.layouts.workbook, self.built, self.means, of)
            yield _step("writing", f"{self.document}-tables.xlsx", of, write)

    def begun_deck(self) -> Iterator[Step]:
        """Has the deck written."""
        if self.deck:
            what = f'painting pictures for "{self.document}.pptx"'
            yield Step(what, self.deck.begin, None, self._is_of(Product.DECK))

    def painted_pictures(self) -> Iterator[bytes]:
        """Both forms of its pictures, that painters begin with."""
        lot = list[Painting]()
        for each in self.layouts.pictures:
            lot.append(Painting(each.drawing, self.layouts.page_fonts, each.format.resolution))
            lot.append(Painting(each.drawing, self.layouts.page_fonts, unit=each.format.unit))
        tally = self.means.tally
        n_before = tally.n_painted
        painted = made_of(lot, self.means.workers, self.means.store, tally)
        if tally.n_painted > n_before:
            tally.made.add(self._is_of(Product.CHARTS))
        return painted

    def taken_pictures(self, painted: Iterator[bytes]) -> Iterator[Step]:
        """Takes the pictures, and what is said of them."""
        charts = self._is_of(Product.CHARTS)
        for picture in self.layouts.pictures:
            shown = f"{charts[0]}/{CHARTS}/{picture.key}"
            yield _step("writing", f"{shown}.txt", charts, partial(picture.text.encode, "utf-8"))
            yield _step("painting", f"{shown}.png", charts, partial(next, painted))
            yield _step("painting", f"{shown}.svg", charts, partial(next, painted))

    def finished_deck(self) -> Iterator[Step]:
        """Takes the deck."""
        if self.deck:
            file = f"{self.document}.pptx"
            yield Step(f'writing "{file}"', self.deck.taken, file, self._is_of(Product.DECK))


SummaryInWork: TypeAlias = Callable[[], bytes]
"""Takes a summary that another process writes."""


def summary_of(layouts: Layouts, built: datetime, workers: Workers) -> SummaryInWork:
    """A summary that is handed over to be written."""
    (begun,) = workers.write([_writing_summary(layouts, built)])
    return begun


def _writing_summary(layouts: Layouts, built: datetime) -> SummaryInWork:
    return partial(pipeline.write_summary, layouts.summary, layouts.page_fonts, built)


def document_name(name: str, language: str) -> str:
    """How deck, summary and workbook are called, without their endings. name: of the folder of the briefing."""
    return f"{language}/{name}-{language}"


@frozen
class DeckInWork:
    """A deck that is being made: painters paint its drawings, and once they are there another process writes it.

    hand_over: has it written when all its drawings are painted, and gives what takes it.
    """

    hand_over: Callable[[], Callable[[], Made]]

    def begin(self) -> None:
        """Have it written, for which it waits for its painters."""
        self.hand_over()

    def taken(self) -> Made:
        """The file, when it is written."""
        return self.hand_over()()


def deck_of(layouts: Layouts, built: datetime, means: Means, file: str) -> DeckInWork:
    """A deck of which painters begin to paint all drawings that were not painted before, in both forms.

    file: how messages name it. Where there are none, it is handed over at once.
    """
    lot = [
        Painting(each, layouts.chart_fonts, dpi) for each in layouts.deck.drawings.values() for dpi in (DECK_DPI, None)
    ]
    n_before = means.tally.n_painted
    painted = made_of(lot, means.workers, means.store, means.tally)
    deck = DeckInWork(cache(partial(_handed_over, layouts, painted, built, means, file)))
    if means.tally.n_painted == n_before:
        deck.begin()
    return deck


def _handed_over(
    layouts: Layouts, painted: Iterator[bytes], built: datetime, means: Means, file: str
) -> Callable[[], Made]:
    """Have a deck written, once both forms of all its drawings are painted."""
    pictures = dict[str, tuple[bytes, bytes]]()
    for key in layouts.deck.drawings:
        with doing(f'painting "{key}" for "{file}"'):
            png, svg = next(painted), next(painted)
        pictures[key] = svg, png
    task = partial(_written_deck, layouts.deck, layouts.template, pictures, built, means.store)
    (written,) = means.workers.write([task])
    return partial(_taken_deck, written, means, (layouts.briefing.language.code, Product.DECK))


def _taken_deck(written: Callable[[], tuple[Made, str | None]], means: Means, of: tuple[str, Product]) -> Made:
    """A deck, kept by the process that knows whether there is room."""
    deck, key = written()
    if key:
        means.tally.made.add(of)
        means.store.put(key, as_bytes(deck))
    return deck


def _workbook(workbook: Workbook, built: datetime, means: Means, of: tuple[str, Product]) -> bytes:
    """The workbook, or the one that was written of the same sheets: most changes of words leave them as they are."""
    key = means.store.key("workbook", workbook, built)
    content = means.store.get(key)
    if content is None:
        means.tally.made.add(of)
        content = pipeline.write_workbook(workbook, built)
        means.store.put(key, content)
    return content


def _step(doing: str, file: str, of: tuple[str, Product], make: Callable[[], bytes]) -> Step:
    """The making of a file that nobody edits."""
    return Step(f'{doing} "{file}"', lambda: Made(make()), file, of)


def _kept_steps(store: Store, standing: Standing, of: tuple[str, Product]) -> Iterator[Step]:
    """The files of a product that was made before, read together when the first of them is wanted."""
    files = cache(partial(files_of, store, standing))
    for file in standing.files:
        yield Step(f'taking "{file}"', partial(_taken, files, file), file, of, is_kept=True)


def _taken(files: Callable[[], Mapping[str, Made]], file: str) -> Made:
    return files()[file]


def _written_deck(
    deck: Deck, template: bytes | None, pictures: Mapping[str, tuple[bytes, bytes]], built: datetime, store: Store
) -> tuple[Made, str | None]:
    """The deck, or the one that was written of the same slides: what stands on pages alone leaves them as they are.

    And the key under which it is to be kept, where it is not.
    """
    key = store.key("deck", deck, template, pictures, built)
    kept = from_bytes(store.get(key))
    if isinstance(kept, Made):
        return kept, None
    written = pipeline.write_deck(deck, template, pictures, built)
    return Made(written.content, written.fingerprint), key
