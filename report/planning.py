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
from report.pipeline import Layouts, Material, Product, Source, Telling
from report.products import load_beside, n_files
from report.store import Store
from report.workers import Workers


@frozen
class LaidOut:
    """What is to be written of a briefing. keys: of its products, where they are to be kept.

    standing: what was made of it before, by language and product.
    """

    layouts: tuple[Layouts, ...]
    keys: ProductKeys | None
    standing: Mapping[tuple[str, Product], Standing]


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

    workers: begin where files are sound, in time for what is laid out. respondents: the folder in which what was read
    of them lasts; store: what was made before; None of both where nothing is to be written.
    """

    options: Options
    hold: Hold
    workers: Workers | None = None
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
    for source in sources:
        try:
            planned.append(plan_one(source, workshop))
            if source is not sources[-1]:
                gc.collect()  # what a story is laid out from refers to itself in circles
        except SourceError as error:
            faults += error.diagnostics
    warnings = [*told, *(warning for plan in planned for warning in plan.warnings)]
    if faults:
        raise SourceError(in_file_order([*faults, *warnings]))
    return tuple(planned), in_file_order(warnings)


def plan_one(source: Source, workshop: Workshop) -> Planned:
    """Everything up to layout for one source; raises SourceError with all its faults."""
    options = workshop.options
    with doing(f'reading "{source.display}"'):
        material = pipeline.read(source, options.template, workshop.respondents, workshop.store)
        build_id = _build_id(material, options)
        built = pipeline.build_date(material.story, _source_date_epoch())
    languages = languages_of(material, source, options)
    if workshop.workers and not any(fault.is_error for fault in material.faults):
        workshop.workers.begin(partial(load_beside, options.products))
    with doing(f'composing "{source.display}"'):
        telling = pipeline.tell(
            material, languages, allow_failed_claims=options.allow_failed_claims, charts=options.charts
        )
    with doing(f'laying out "{source.display}"'):
        keys = _keys(telling, source, built, workshop.store)
        standing = dict(standing_products(workshop.store, keys, options.products)) if workshop.store and keys else {}
        layouts, warnings = pipeline.lay_out(
            telling, products=options.products, standing={of: each.warnings for of, each in standing.items()}
        )
        laid_out = LaidOut(layouts, keys, standing)
    n_steps = 1 + n_files(layouts, options.products, standing)
    return Planned(source, build_id, built, n_steps, warnings, workshop.hold(laid_out))


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
    if store is None or any(fault.is_error for fault in telling.faults):
        return None
    return ProductKeys.of(telling, source.name, built, store)


def languages_of(material: Material, source: Source, options: Options) -> tuple[str, ...]:
    """Those of the story's languages that are asked for; raises UsageError for one that it is not written in.

    Which ones faulty files are written in cannot be said.
    """
    story, is_sound = material.story, not any(fault.is_error for fault in material.faults)
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
