"""What a build made anew and why, in the words of who wrote the files.

    example: briefing.yaml:14 changed: en page 1, en slide 1
      made anew: en summary, en deck; kept: en tables, en charts
      painted anew: 0 of 10 pictures

Causes are found by holding what decides a build against the record of the one before, line by line where that is a
YAML file. What changed is seen in the files themselves: the slides, pages and pictures that stood, and those that are
put in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from report import pipeline
from report.build_record import PROGRAM, BuildRecord, Deciding
from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.manifest import MANIFEST, read_manifest
from report.ooxml.edits import Change, edits_of
from report.pipeline import Product
from report.sequences import stretches

MOST_STRETCHES = 8
"""Stretches of lines that are named of a file."""

NAMES = {Product.CHARTS: "charts", Product.DECK: "deck", Product.SUMMARY: "summary", Product.TABLES: "tables"}


@frozen
class Explanation:
    """What became of one briefing. name: of it; causes: what has changed since the build before.

    parts: of the outputs, those that differ from what stood. made, kept: products by language that were made anew, and
    that were taken as an earlier build had made them. painted: how many pictures were painted, of all in what was made.
    """

    name: str
    causes: tuple[str, ...]
    parts: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    painted: tuple[int, int] = (0, 0)

    def as_text(self) -> str:
        """The explanation in two or three lines."""
        why = ", ".join(self.causes)
        if not (self.made or self.kept):
            return f"{self.name}: {why}"
        lines = [f"{self.name}: {why}: {', '.join(self.parts) or 'no output changed'}"]
        groups = (("made anew", self.made), ("kept", self.kept))
        lines.append("  " + "; ".join(f"{what}: {', '.join(each)}" for what, each in groups if each))
        if self.made:
            n_painted, n_pictures = self.painted
            lines.append(f"  painted anew: {n_painted} of {n_pictures} pictures")
        return "\n".join(lines)


def causes_of(before: BuildRecord | None, now: Deciding | None, folder: Path, *, has_others: bool) -> tuple[str, ...]:
    """Why a build is made. before: the record of the one with the same options; now: what decides this one.

    folder: of the briefing's outputs. has_others: whether there is a record of a build with other options.
    """
    if now is None:
        return ("what decides it cannot be told from files",)
    if before is None:
        return ("the first build with these options" if has_others else "no record of an earlier build",)
    return (*_changes(before.decided_by, now), *_outputs(before, folder))


def _outputs(before: BuildRecord, folder: Path) -> Iterator[str]:
    """The outputs that do not stand as they were made, and what became of them."""
    built, gone = read_manifest(folder / MANIFEST).files, list[str]()
    others = list[str]()
    for name, standing in before.changed(folder).items():
        if name == MANIFEST:
            continue
        if standing is None:
            gone.append(name)
        elif name in built and built[name].sha256 == standing:
            others.append(name)
        else:
            yield f"{name} is not as it was built"
    if gone:
        yield f"{gone[0]} is gone" if len(gone) == 1 else f"{len(gone)} outputs are gone"
    if others:
        yield "a build with other options came between"


def _changes(before: Deciding, now: Deciding) -> Iterator[str]:
    for name in sorted({*before.parts, *now.parts}):
        one, other = before.parts.get(name), now.parts.get(name)
        if one == other:
            continue
        if name == PROGRAM:
            yield "the program or its libraries changed"
        elif other is None:
            yield f"{name} is gone"
        elif one is None:
            yield f"{name} is new"
        else:
            yield f"{name}{_lines(before.lines.get(name), now.lines.get(name))} changed"


def _lines(before: Sequence[str] | None, now: Sequence[str] | None) -> str:
    """The numbers of the lines that differ, as editors take them: ":41", ":41-43, 57"."""
    if before is None or now is None:
        return ""
    found = stretches(before, now)
    named = [each.as_text() for each in found[:MOST_STRETCHES]]
    return f":{', '.join([*named, *(['…'] if found[MOST_STRETCHES:] else [])])}" if named else ""


def differing_parts(standing: Path, staged: Path) -> Iterator[str]:
    """The parts of an output that differ from what stands: the slides of a deck, the pages of a PDF, a picture."""
    name = PurePosixPath(staged.name)
    match name.suffix:
        case ".pptx":
            yield from _slides(standing, staged)
        case ".pdf":
            yield from _pages(standing, staged)
        case ".xlsx":
            yield "tables"
        case ".svg":
            yield f"picture {name.stem}"
        case ".txt":
            yield f"text of picture {name.stem}"


def _slides(standing: Path, staged: Path) -> Iterator[str]:
    before, now = pipeline.slide_digests(standing), pipeline.slide_digests(staged)
    one, other = pipeline.fingerprints_in(standing), pipeline.fingerprints_in(staged)
    if before is None or now is None or isinstance(one, Diagnostic) or isinstance(other, Diagnostic):
        yield "all slides"
        return
    edits = edits_of(one.present, other.present)
    gone = [edit.number for edit in edits if Change.DELETED in edit.changes]
    new = [edit.number for edit in edits if Change.NEW in edit.changes]
    changed = [number for each in stretches(before, now) for number in each.numbers if number not in new]
    yield from (f"{_named('slide', numbers)}{what}" for numbers, what in ((changed, ""), (new, " new")) if numbers)
    if gone:
        yield f"{_named('former slide', gone)} removed"
    if not (gone or new or changed):
        yield "nothing that shows on any slide"


def _pages(standing: Path, staged: Path) -> Iterator[str]:
    before, now = pipeline.page_digests(standing), pipeline.page_digests(staged)
    if before is None or now is None:
        yield "all pages"
        return
    changed = [number for each in stretches(before, now) for number in each.numbers]
    if changed:
        yield _named("page", changed)
    if len(before) != len(now):
        n = abs(len(now) - len(before))
        yield f"{n} page{'s' if n > 1 else ''} {'more' if len(now) > len(before) else 'fewer'}"
    if not changed and len(before) == len(now):
        yield "nothing that shows on any page"


def _named(what: str, numbers: Sequence[int]) -> str:
    """Numbers as people write them: "slide 4", "slides 2, 5, 8-10"."""
    runs = list[list[int]]()
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{what}{'s' if len(numbers) > 1 else ''} {', '.join(texts)}"


def product_name(of: tuple[str, Product]) -> str:
    """A product in a language, in words."""
    return f"{of[0]} {NAMES[of[1]]}"


def all_parts(differing: Mapping[str, tuple[Path | None, Path]], leaving: Sequence[str]) -> tuple[str, ...]:
    """The parts that differ, each with its language.

    differing: by the names of files, what stands and what comes; leaving: the names of those that go.
    """
    found = list[str]()
    for name, (standing, staged) in differing.items():
        language = PurePosixPath(name).parts[0]
        if standing:
            found += [f"{language} {part}" for part in differing_parts(standing, staged)]
    new = [name for name, (standing, _) in differing.items() if standing is None]
    found += [f"{each} new" for each in _files(new)] + [f"{each} removed" for each in _files(leaving)]
    return tuple(dict.fromkeys(found))


def _files(names: Sequence[str]) -> Iterator[str]:
    """Files by their folder: one is named, several are counted."""
    by_language = dict[str, list[str]]()
    for name in names:
        by_language.setdefault(PurePosixPath(name).parts[0], []).append(name)
    for language, some in by_language.items():
        yield some[0] if len(some) == 1 else f"{len(some)} files of {language}/"
