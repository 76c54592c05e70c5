"""Makes the files of a briefing that is planned, and puts them into its folder together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from report import pipeline
from report.diagnostics import Diagnostic, ReportError
from report.edited_decks import why_spared
from report.explaining import Explanation, all_parts, product_name
from report.frozen import frozen
from report.internal_errors import doing
from report.kept_products import Made, VanishedError, keep
from report.options import Options
from report.output_folder import OutputFolder
from report.painting import Tally
from report.pipeline import Product
from report.planning import LaidOut, Planned, Workshop, plan_again
from report.products import Means, Step, filled, steps


@frozen
class Written:
    """What became of one briefing. files: all that were made; spared: of decks that were not written over, why.

    explanation: where it was asked for.
    """

    files: tuple[str, ...]
    spared: Mapping[str, Diagnostic]
    explanation: Explanation | None

    @property
    def replaced(self) -> tuple[str, ...]:
        """The files that stand now as they were made."""
        return tuple(name for name in self.files if name not in self.spared)


def make(
    plan: Planned, workshop: Workshop, means: Means, tell: Callable[[str, int], None], why: tuple[str, ...] | None
) -> Written:
    """Make the files of one briefing.

    tell: takes what is done next and how much of this briefing is done. why: the causes, where they are to be told.
    """
    try:
        return _write(plan, workshop, means, tell, why)
    except VanishedError:
        pass
    except ReportError as error:
        # What is kept must not take the room of an output.
        if not (any(each.id == "disk-full" for each in error.diagnostics) and means.store.give_up()):
            raise
    again = plan_again(plan, replace(workshop, store=None))
    return _write(again, workshop, means, tell, why)


def _write(
    plan: Planned, workshop: Workshop, means: Means, tell: Callable[[str, int], None], why: tuple[str, ...] | None
) -> Written:
    options = workshop.options
    laid_out, path = plan.laid_out(), options.output / plan.source.name
    means = replace(
        means,
        standing=laid_out.standing,
        decks=laid_out.decks,
        summaries=laid_out.summaries,
        tally=laid_out.tally,
    )
    its_steps = steps(laid_out.layouts, plan.source.name, plan.built, options.products, means)
    made = dict[tuple[str, Product], dict[str, Made]]()
    with OutputFolder(path, on_wait=lambda: tell(f'waiting for another build of "{path}"', 0)) as folder:
        for done, step in enumerate(its_steps):
            tell(step.what, done)
            with doing(step.what):
                output = step.make()
            if not (output and step.file):
                continue
            folder.stage(step.file, output.content, plan.build_id, output.fingerprint)
            if not step.is_kept:
                made.setdefault(step.of, {})[step.file] = output
        if workshop.is_alone:
            means.workers.dismiss()
        tell(f'settling "{path}"', len(its_steps))
        with doing(f'settling "{path}"'):
            explanation, keeps = None, partial(_stays, laid_out, options)
            if why is not None:
                differing = folder.differing()
                parts = all_parts(differing, folder.leaving(keeps))
                products = _products(its_steps, means.tally, differing)
                explanation = Explanation(plan.source.name, why, parts, *products, _counted(means.tally))
            spares = partial(why_spared, is_forced=options.force)
            spared = folder.settle(plan.build_id, keeps=keeps, spares=spares)
    _keep(laid_out, made, means)
    return Written(tuple(step.file for step in its_steps if step.file), spared, explanation)


def _products(
    steps: Sequence[Step], tally: Tally, differing: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The products that are made anew, and those that were made before.

    differing: the files that are not as they stood. One that was laid out anew and is as it was is none that was made.
    """
    all_of = dict.fromkeys(step.of for step in steps)
    made = {step.of for step in steps if not step.is_kept and (step.of in tally.made or step.file in differing)}
    return tuple(product_name(of) for of in all_of if of in made), tuple(
        product_name(of) for of in all_of if of not in made
    )


def _counted(tally: Tally) -> tuple[int, int]:
    return tally.n_painted, tally.n_wanted


def _keep(laid_out: LaidOut, made: Mapping[tuple[str, Product], Mapping[str, Made]], means: Means) -> None:
    """Keep the products that were made anew, and how words were divided for them."""
    for layouts in laid_out.layouts:
        if layouts.divided:
            pipeline.keep_divisions(layouts, means.store)
    warnings = {layouts.briefing.language.code: layouts.warnings for layouts in laid_out.layouts}
    for of, files in made.items():
        if laid_out.keys:
            keep(means.store, laid_out.keys, of, files, warnings[of[0]].get(of[1], ()))


def _stays(laid_out: LaidOut, options: Options, name: str) -> bool:
    """Whether a file of an earlier build stays that this one has not made: not in a folder that it fills as a whole.

    There it may be a picture of a finding that the data no longer support.
    """
    return not options.is_whole and not name.startswith(filled(laid_out.layouts, options.products))
