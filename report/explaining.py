"""What a build made anew and why, in the words of who wrote the files.

    briefing.yaml:41 changed: de slide 5, de page 3, de picture goals
      made anew: de deck, de summary, de charts; kept: en charts, en deck, en summary, en tables, de tables
      painted anew: 1 of 24 pictures

Causes are found by holding what decides a build against the record of the one before, line by line where that is a
YAML file. What changed is seen in the files themselves: the slides, pages and pictures that stood, and those that are
put in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from report import pipeline
from report.build_record import PROGRAM, Deciding
from report.frozen import frozen
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


def causes_of(before: Deciding | None, now: Deciding | None, changed_outputs: Sequence[str]) -> tuple[str, ...]:
    """Why a build is made. before: what decided the one before, None where no record tells.

    changed_outputs: files that do not stand as the build before made them.
    """
    if now is None:
        return ("what decides it cannot be told from files",)
    if before is None:
        return ("no record of an earlier build",)
    return (*_changes(before, now), *(f"{name} is not as it was built" for name in changed_outputs))


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
            yield from _numbered("slide", pipeline.slide_digests(standing), pipeline.slide_digests(staged))
        case ".pdf":
            yield from _numbered("page", pipeline.page_digests(standing), pipeline.page_digests(staged))
        case ".xlsx":
            yield "tables"
        case ".svg":
            yield f"picture {name.stem}"
        case ".txt":
            yield f"text of picture {name.stem}"


def _numbered(what: str, before: Sequence[str] | None, now: Sequence[str] | None) -> Iterator[str]:
    if before is None or now is None:
        yield f"all {what}s"
        return
    found = stretches(before, now)
    if len(before) > len(now):
        yield f"{what}s removed: {len(before) - len(now)}"
    numbers = [each.as_text() for each in found if each.last >= each.first]
    if numbers:
        is_one = len(numbers) == 1 and numbers[0].isdigit()
        yield f"{what if is_one else what + 's'} {', '.join(numbers)}"
    elif not found:
        yield f"nothing that shows on any {what}"


def product_name(of: tuple[str, Product]) -> str:
    """A product in a language, in words."""
    return f"{of[0]} {NAMES[of[1]]}"


def all_parts(differing: Mapping[str, tuple[Path | None, Path]]) -> tuple[str, ...]:
    """The parts that differ, each with its language. differing: by the names of files, what stands and what comes."""
    found = list[str]()
    for name, (standing, staged) in differing.items():
        language = PurePosixPath(name).parts[0]
        if standing:
            found += [f"{language} {part}" for part in differing_parts(standing, staged)]
    new = [name for name, (standing, _) in differing.items() if standing is None]
    if new:
        found.append(f"{new[0]} is new" if len(new) == 1 else f"{len(new)} files are new")
    return tuple(dict.fromkeys(found))
