"""What the page shows, anew whenever something was saved: the language that somebody looks at first, all else after it.

Slides come before anything is written. What has a fault stays as it last was without one, and the fault is told at the
slide that says what stands at its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from report import pipeline
from report.diagnostics import ReportError
from report.formats.house_slides import HOUSE_SLIDES
from report.frozen import frozen
from report.internal_errors import doing
from report.options import Options
from report.outputs import RESPONDENTS
from report.pipeline import Layouts, Material, Product, Source, Telling
from report.planning import languages_of
from report.previewing.fault_places import Faults, Texts, lines_of_files
from report.previewing.grounds import backdrops
from report.previewing.pages import Pages, listed
from report.previewing.places import Finder
from report.previewing.shown import (
    Shown,
    ShownBriefing,
    ShownFont,
    ShownLanguage,
    ShownPicture,
    ShownSlide,
    shown_fonts,
)
from report.previewing.slide_painter import Easel, paint_slide
from report.sources import choose_again, is_gone, told_as_gone
from report.text.fonts import Fonts


@frozen
class View:
    """What somebody looks at: a briefing by its name, and a language; None: nothing yet."""

    briefing: str | None = None
    language: str | None = None


@frozen
class _State:
    """A briefing as it is shown. lines: of its files, when they were last without a fault."""

    shown: ShownBriefing
    lines: Texts = field(default_factory=dict)


class Rounds:
    """The briefings that paths mean, as they were last shown. pages: of their summaries, by key."""

    def __init__(self, paths: Sequence[str | Path], options: Options) -> None:
        self._paths = [Path(path) for path in paths]
        self._options = options
        self._sources: tuple[Source, ...] = ()
        self._states: dict[str, _State] = {}
        self._fonts: dict[tuple[Fonts, ...], tuple[ShownFont, ...]] = {}
        self._number = 0
        self.pages: dict[str, Pages] = {}

    @property
    def slides(self) -> Mapping[tuple[str, str], tuple[ShownSlide, ...]]:
        """The slides that are shown, by briefing and language."""
        briefings = [state.shown for state in self._states.values()]
        return {(shown.name, each.code): each.slides for shown in briefings for each in shown.languages}

    def round(self, saved: Sequence[Path], view: View) -> Iterator[Shown]:
        """What is to be seen now, again and again until nothing is still to come; raises ReportError without sources.

        saved: the files that led to it, none for the first round. view: what comes first.
        """
        self._number += 1
        self._forget_pages()
        sources = self._sources = choose_again(self._paths, self._sources)
        names = [source.name for source in sources]
        self._states = {name: state for name, state in self._states.items() if name in names}
        for source in sources:
            if source.name not in self._states:
                self._states[source.name] = _State(ShownBriefing(source.name, source.display))
        told = tuple(sorted({path.name for path in saved}))
        concerned = [source for source in sources if self._concerns(source, saved)]
        for source in sorted(concerned, key=lambda each: each.name != view.briefing):
            for _ in self._built(source, view.language):
                yield self._shown(names, told)
        yield self._shown(names, told, is_whole=True)

    def _forget_pages(self) -> None:
        """Drop pages that nothing shows any more; those shown right before may be asked for until a round begins."""
        languages = (each for state in self._states.values() for each in state.shown.languages)
        for key in self.pages.keys() - {each.pages for each in languages}:
            del self.pages[key]

    def _shown(self, names: Sequence[str], saved: tuple[str, ...], *, is_whole: bool = False) -> Shown:
        return Shown(self._number, saved, tuple(self._states[name].shown for name in names), is_whole)

    def _concerns(self, source: Source, saved: Sequence[Path]) -> bool:
        """Whether one of the files may be read for a briefing: those of its folder, and the template of all.

        A folder in which that folder lies, or it itself, was put in the place of another one.
        """
        folder, template = source.path.resolve().parent, self._options.template
        if not saved or not self._states[source.name].shown.languages:
            return True
        return any(
            path.is_relative_to(folder) or folder.is_relative_to(path) or (template and path == template.resolve())
            for path in saved
        )

    def _built(self, source: Source, first: str | None) -> Iterator[None]:
        """Build a briefing anew, halting whenever there is more to see."""
        if is_gone(source):
            self._tell(source.name, Faults([told_as_gone(source)]))
            yield
            return
        try:
            with doing(f'reading "{source.display}"'):
                material = pipeline.read(source, self._options.template, self._options.output / RESPONDENTS)
            chosen = languages_of(material, source, self._options)
        except ReportError as error:
            self._tell(source.name, Faults(error.diagnostics))
            yield
            return
        state = self._states[source.name]
        self._states[source.name] = replace(state, shown=replace(state.shown, codes=tuple(chosen)))
        codes = sorted(chosen, key=lambda code: code != first)
        faults, tellings = Faults(), dict[str, Telling]()
        with doing(f'laying out "{source.display}"'):
            for code in codes:
                telling = self._told(material, code, faults)
                layouts = _laid_out(telling, [Product.DECK], faults)
                if telling and layouts:
                    tellings[code] = telling
                    self._show(source.name, self._language(layouts, self._known(source.name, code)), codes=chosen)
                self._tell(source.name, faults)
                yield
            for code, telling in tellings.items():
                if layouts := _laid_out(telling, [Product.CHARTS, Product.SUMMARY], faults):
                    whole = self._completed(self._known(source.name, code), layouts, material)
                    self._show(source.name, whole, codes=chosen)
        if not faults.has_errors:
            state = self._states[source.name]
            self._states[source.name] = replace(state, lines=lines_of_files(state.shown.languages))
        self._tell(source.name, faults)

    def _told(self, material: Material, code: str, faults: Faults) -> Telling | None:
        """The story in one language; None, and what is wrong is put to the faults, where there is none to lay out."""
        options = self._options
        try:
            return pipeline.tell(
                material, [code], allow_failed_claims=options.allow_failed_claims, charts=options.charts
            )
        except ReportError as error:
            faults.add(error.diagnostics)
            return None

    def _known(self, name: str, code: str) -> ShownLanguage | None:
        languages = self._states[name].shown.languages
        return next((language for language in languages if language.code == code), None)

    def _show(self, name: str, language: ShownLanguage, *, codes: Sequence[str]) -> None:
        """Put a language in its place; codes: of all that the briefing is written in."""
        state = self._states[name]
        known = {each.code: each for each in state.shown.languages} | {language.code: language}
        languages = tuple(known[code] for code in codes if code in known)
        self._states[name] = replace(state, shown=replace(state.shown, languages=languages))

    def _tell(self, name: str, faults: Faults) -> None:
        state = self._states[name]
        placed = faults.placed(state.shown.languages, state.lines)
        self._states[name] = replace(state, shown=replace(state.shown, faults=placed))

    def _language(self, layouts: Layouts, known: ShownLanguage | None) -> ShownLanguage:
        """The slides of a language; pictures and pages stay as they are known until they are laid out again."""
        easel, finder = easel_of(layouts), Finder(layouts.document, layouts.briefing)
        slides = tuple(
            ShownSlide.of(slide, paint_slide(slide, easel), finder.of_slide(slide)) for slide in layouts.deck.slides
        )
        used = {slide.layout for slide in layouts.deck.slides}
        fonts = tuple(easel.families)
        if fonts not in self._fonts:
            self._fonts[fonts] = shown_fonts(easel.families)
        code = layouts.briefing.language.code
        return ShownLanguage(
            code,
            slides,
            self._fonts[fonts],
            known.pictures if known else (),
            known.pages if known else None,
            known.page_lines if known else (),
            has_unseen=any(backdrop.has_unseen for name, backdrop in easel.backdrops.items() if name in used),
        )

    def _completed(self, known: ShownLanguage | None, layouts: Layouts, material: Material) -> ShownLanguage:
        """A language with its pictures, and pages to be made when they are asked for."""
        assert known, "slides are shown before what else there is"
        finder = Finder(layouts.document, layouts.briefing)
        pictures = tuple(
            ShownPicture.of(
                each,
                pipeline.paint_svg(each.drawing, layouts.page_fonts, each.format.unit),
                finder.lines_of_picture(each),
            )
            for each in layouts.pictures
        )
        lines = tuple(map(finder.lines_of_page, layouts.summary.pages))
        key = sha256(f"{self._number} {layouts.briefing.name} {known.code}".encode()).hexdigest()[:32]
        built = pipeline.build_date(material.story, None)
        write = partial(pipeline.write_summary, layouts.summary, layouts.page_fonts, built)
        self.pages[key] = Pages(write, listed(layouts.summary, layouts.page_fonts))
        return replace(known, pictures=pictures, pages=key, page_lines=lines)


def _laid_out(telling: Telling | None, products: Sequence[Product], faults: Faults) -> Layouts | None:
    """Products in one language; None where that has errors. What was found is put to the faults."""
    if telling is None:
        return None
    faults.add(telling.faults)
    try:
        (layouts,), found = pipeline.lay_out(telling, products=products)
    except ReportError as error:
        faults.add([fault for fault in error.diagnostics if fault not in telling.faults], products)
        return None
    for product in products:
        faults.add([fault for fault in found if fault in layouts.warnings[product]], [product])
    return layouts


def easel_of(layouts: Layouts) -> Easel:
    """What the slides of a deck are painted with."""
    deck, company = layouts.deck, layouts.company
    texts, titles = layouts.slide_fonts
    size = company.template if company else HOUSE_SLIDES
    return Easel(
        size.width,
        size.height,
        texts,
        titles,
        layouts.chart_fonts or pipeline.house_fonts(),
        backdrops(deck, company),
        {fonts: _family(fonts) for fonts in dict.fromkeys((texts, titles))},
        layouts.briefing.language,
    )


def _family(fonts: Fonts) -> str:
    """What the page calls a typeface: no two have the same name, nor one that is installed."""
    return f"befund-{sha256(repr((str(fonts.folder), fonts.files, fonts.saved)).encode()).hexdigest()[:12]}"
