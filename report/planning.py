"""What a briefing is before any of its files is made: read, told, laid out, and what of it was made before."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from report import pipeline
from report.diagnostics import Diagnostic, SourceError, UsageError, in_file_order
from report.frozen import frozen
from report.internal_errors import doing
from report.kept_products import ProductKeys, Standing, standing_products
from report.options import Options
from report.painting import Tally
from report.pipeline import Each, Layouts, Material, Product, Source, Telling
from report.products import (
    DeckInWork,
    Means,
    SummaryInWork,
    count_steps,
    deck_of,
    document_name,
    load_writer,
    loading,
    pays_beside,
    summary_of,
)
from report.store import Store
from report.workers import Workers


@frozen
class LaidOut:
    """What is to be written of a briefing. keys: of its products, where they are to be kept.

    standing: what was made of it before, by language and product. decks, summaries: that are in work, by language;
    tally: of what was painted for them.
    """

    layouts: tuple[Layouts, ...]
    keys: ProductKeys | None
    standing: Mapping[tuple[str, Product], Standing]
    decks: Mapping[str, DeckInWork] = field(default_factory=dict)
    summaries: Mapping[str, SummaryInWork] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)


@frozen
class Planned:
    """One briefing ready to be written. built: the date that its outputs carry. warnings: of what it was made from.

    laid_out: gives what is laid out of it.
    """

    source: Source
    build_id: str
    built: datetime
    n_steps: int
    warnings: tuple[Diagnostic, ...]
    laid_out: Callable[[], LaidOut] = field(repr=False)


Hold: TypeAlias = Callable[[LaidOut], Callable[[], LaidOut]]
"""How what is laid out waits for being written."""


@frozen
class Workshop:
    """What briefings are planned with.

    workers: read them; is_checking: nothing is to be made of them. is_new: nothing was made of them before, so that
    there is much to paint; is_shown_anew: there is likely something. is_alone: there is one of them. respondents: the
    folder in which what was read of them lasts; store: what was made before; None of both where nothing is kept.
    """

    options: Options
    hold: Hold
    workers: Workers
    is_checking: bool = False
    is_new: bool = False
    is_shown_anew: bool = False
    is_alone: bool = False
    respondents: Path | None = None
    store: Store | None = None


def forget(laid_out: LaidOut) -> Callable[[], LaidOut]:
    """What is only checked need not wait for being written."""
    nothing = LaidOut((), laid_out.keys, {})
    return lambda: nothing


def plan_all(
    sources: Sequence[Source], workshop: Workshop, *, told: Sequence[Diagnostic] = ()
) -> tuple[tuple[Planned, ...], tuple[Diagnostic, ...]]:
    """Everything up to layout for all sources; raises one SourceError with the faults of all of them.

    told: warnings of others, which are told with theirs.
    """
    planned: list[Planned] = []
    faults: list[Diagnostic] = []
    readings = workshop.workers.read([_reading(source, workshop) for source in sources])
    if readings:
        products, languages = workshop.options.products, workshop.options.languages
        workshop.workers.meanwhile(loading(products, languages, is_checking=workshop.is_checking))
    for source, reading in zip(sources, readings, strict=True):
        try:
            planned.append(_plan_one(source, reading(), workshop))
            if source is not sources[-1]:
                gc.collect()  # what a story is laid out from refers to itself in circles
        except SourceError as error:
            faults += error.diagnostics
    warnings = [*told, *(warning for plan in planned for warning in plan.warnings)]
    if faults:
        raise SourceError(in_file_order([*faults, *warnings]))
    return tuple(planned), in_file_order(warnings)


def plan_again(plan: Planned, workshop: Workshop) -> Planned:
    """The same once more, where what was made before is gone."""
    return _plan_one(plan.source, _reading(plan.source, workshop)(), workshop)


def _reading(source: Source, workshop: Workshop) -> Callable[[], Material]:
    """What reads a source, in whatever process."""
    return partial(_read, source, workshop.options.template, workshop.respondents, workshop.store)


def _read(source: Source, template: Path | None, respondents: Path | None, store: Store | None) -> Material:
    with doing(f'reading "{source.display}"'):
        return pipeline.read(source, template, respondents, store)


def _plan_one(source: Source, material: Material, workshop: Workshop) -> Planned:
    """What was read of a source, told and laid out; raises SourceError with all its faults."""
    options, build_id = workshop.options, _build_id(material, workshop.options)
    built = pipeline.build_date(material.story, _source_date_epoch())
    languages = languages_of(material, source, options)
    are_divided = workshop.is_alone and len(languages) > 1  # else the reader has other sources to read
    each: Each = workshop.workers.divided if are_divided else pipeline.one_by_one
    is_made = not (workshop.is_checking or _has_errors(material.faults))
    if is_made and workshop.is_new and pays_beside(options.products):
        workshop.workers.begin_painting(pipeline.load_painter)
    if is_made and len(languages) == 1:
        workshop.workers.begin_writing(partial(load_writer, options.products))
    with doing(f'composing "{source.display}"'):
        telling = pipeline.tell(
            material, languages, allow_failed_claims=options.allow_failed_claims, charts=options.charts, each=each
        )
    if is_made and workshop.is_shown_anew and pays_beside(options.products):
        workshop.workers.begin_painting(pipeline.load_painter)
    with doing(f'laying out "{source.display}"'):
        keys = _keys(telling, source, built, workshop.store)
        standing = dict(standing_products(workshop.store, keys, options.products)) if workshop.store and keys else {}
        warned = {of: kept.warnings for of, kept in standing.items()}
        begun = _Begun(source, built, workshop)
        layouts, warnings = pipeline.lay_out(
            telling,
            products=options.products,
            standing=warned,
            each=each,
            take=begun.take,
            store=workshop.store,
        )
        laid_out = LaidOut(layouts, keys, standing, begun.decks, begun.summaries, begun.tally)
    n_steps = 1 + count_steps(layouts, options.products, standing)
    return Planned(source, build_id, built, n_steps, warnings, workshop.hold(laid_out))


class _Begun:
    """What another process begins to write while the rest is laid out, where nothing else waits for being laid out."""

    def __init__(self, source: Source, built: datetime, workshop: Workshop) -> None:
        self._source, self._built, self._workshop = source, built, workshop
        self.decks = dict[str, DeckInWork]()
        self.summaries = dict[str, SummaryInWork]()
        self.tally = Tally()

    def take(self, product: Product, layouts: Layouts) -> None:
        """Begin a deck or a summary that is laid out."""
        if not (self._workshop.store and self._workshop.is_alone):
            return
        language, workers = layouts.briefing.language.code, self._workshop.workers
        if product is Product.DECK:
            means = Means(workers, self._workshop.store, tally=self.tally)
            file = f"{document_name(self._source.name, language)}.pptx"
            self.decks[language] = deck_of(layouts, self._built, means, file)
        else:
            self.summaries[language] = summary_of(layouts, self._built, workers)


def _build_id(material: Material, options: Options) -> str:
    """Of the values that decide what is built, as 16 hexadecimal digits."""
    story = material.story
    decides: tuple[object, ...] = (story.digest, story.survey.digest, options.allow_failed_claims)
    if options.charts:
        decides = (*decides, options.charts.value)
    if options.template and material.company:
        decides = (*decides, hashlib.sha256(material.company.template.content).hexdigest())
    if material.brand and material.brand.digest:
        decides = (*decides, material.brand.digest)
    return hashlib.sha256(repr(decides).encode("utf-8")).hexdigest()[:16]


def _keys(telling: Telling, source: Source, built: datetime, store: Store | None) -> ProductKeys | None:
    """The keys of what is made of a briefing that is sound, where there is a store."""
    if store is None or _has_errors(telling.faults):
        return None
    return ProductKeys.of(telling, source.name, built, store)


def _has_errors(faults: Sequence[Diagnostic]) -> bool:
    return any(fault.is_error for fault in faults)


def languages_of(material: Material, source: Source, options: Options) -> tuple[str, ...]:
    """Those of the story's languages that are asked for; raises UsageError for one that it is not written in.

    Which ones faulty files are written in cannot be said.
    """
    story, is_sound = material.story, not _has_errors(material.faults)
    unknown = [language for language in options.languages if language not in story.languages]
    if unknown and is_sound:
        known = ", ".join(story.languages)
        message = f'"{source.display}" is not written in language "{unknown[0]}", only in: {known}'
        raise UsageError([Diagnostic("unknown-language", message)])
    return tuple(language for language in story.languages if language in (options.languages or story.languages))


def _source_date_epoch() -> int | None:
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 11):
        message = f'SOURCE_DATE_EPOCH is "{text}", expected whole seconds since 1970'
        raise UsageError([Diagnostic("source-date-epoch", message)])
    return int(text)
