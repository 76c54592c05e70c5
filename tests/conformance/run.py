"""The command behind `make conformance`: every checker over every finished deck, PDF and workbook under a folder.

    python -m tests.conformance.run build

Exit: 0 all pass; 1 a fault, or nothing there to judge; 2 a program that is needed is missing.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from report.checks.checking import check_deck
from report.checks.pdf.checking import check_pdf
from report.diagnostics import Diagnostic
from tests.conformance import overflow, pdf_pages, pictures, programs, render, shapes, validator, vera, words
from tests.conformance.fault import Fault

DRAWINGS = Path(".cache/conformance")
"""Where the drawn pages are kept, to be looked at."""


@dataclass(frozen=True)
class Verdict:
    """What one checker says of one file."""

    file: Path
    checker: str
    faults: list[Fault]


def main(arguments: list[str]) -> int:
    """Judges the folder that the one argument names, prints every verdict and returns the exit code."""
    if len(arguments) != 1:
        print("usage: python -m tests.conformance.run FOLDER", file=sys.stderr)
        return 2
    if absent := programs.missing():
        print("\n".join(f"error[missing-program]: {sentence}" for sentence in absent), file=sys.stderr)
        print("nothing was judged", file=sys.stderr)
        return 2
    return _judge(Path(arguments[0]))


def _judge(folder: Path) -> int:
    decks, pdfs = finished(folder, ".pptx"), finished(folder, ".pdf")
    if not decks or not pdfs:
        print(f"error[nothing-to-judge]: {len(decks)} decks and {len(pdfs)} PDFs under {folder}", file=sys.stderr)
        return 1
    told = list(map(_told, verdicts(decks, pdfs, finished(folder, ".xlsx"))))
    of_profiles = [_told(Verdict(pdf, vera.PROFILES[name], found)) for (pdf, name), found in vera.faults(pdfs).items()]
    print("\n".join(table(of_profiles)))
    failed = sum(bool(verdict.faults) for verdict in told + of_profiles)
    print(f"conformance: {len(told) + len(of_profiles) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _told(verdict: Verdict) -> Verdict:
    print(f"{'FAILED' if verdict.faults else 'passed'}  {verdict.checker:<13} {verdict.file}", flush=True)
    for fault in verdict.faults:
        print(f"    {fault}")
    return verdict


def table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Lines of a table: file, profile, the rules of it that the file breaks."""
    rows = [(str(each.file), each.checker, ", ".join(f.rule for f in each.faults) or "none") for each in verdicts]
    yield ""
    for cells in (("file", "profile", "failed rules"), ("---",) * 3, *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""


def finished(folder: Path, ending: str) -> list[Path]:
    """The finished files under a folder; what is still being written has a name that begins with a dot."""
    return sorted(file for file in folder.rglob(f"*{ending}") if not file.name.startswith("."))


def verdicts(decks: list[Path], pdfs: list[Path], workbooks: list[Path]) -> Iterator[Verdict]:
    """The verdicts of all checkers, file by file."""
    for deck in decks:
        yield Verdict(deck, "checks", _errors(check_deck(deck, deck.name), deck))
        yield Verdict(deck, "validator", validator.faults(deck))
        yield from _of_drawing(deck)
    for pdf in pdfs:
        yield Verdict(pdf, "checks", _errors(check_pdf(pdf, pdf.name), pdf))
        pages = words.read(pdf)
        yield Verdict(pdf, "pages", pdf_pages.faults(pdf, pages))
        yield Verdict(pdf, "words", words.faults(pdf, pages))
    for workbook in workbooks:
        yield Verdict(workbook, "validator", validator.faults(workbook))


def _errors(found: Iterable[Diagnostic], file: Path) -> list[Fault]:
    """The errors among what our own checks tell of a file."""
    return [
        Fault(file, each.id, each.place.as_text() if each.place else "", each.message)
        for each in found
        if each.is_error
    ]


def _of_drawing(deck: Path) -> Iterator[Verdict]:
    slides = shapes.read(deck)
    # Decks of two folders may share a name; each is drawn in a folder of its own.
    folder = DRAWINGS / "-".join(deck.with_suffix("").parts[-3:])
    try:
        drawn = render.to_pdf(deck, folder)
    except render.NotDrawn as error:
        yield Verdict(deck, "pages", [Fault(deck, "not-drawn", "", str(error))])
        return
    pages = words.read(drawn)
    yield Verdict(deck, "pages", render.faults(deck, drawn, n_slides=len(slides)))
    yield Verdict(deck, "words", words.faults(deck, pages) + overflow.faults(deck, slides, pages))
    yield Verdict(deck, "pictures", pictures.faults(deck, slides, render.to_pictures(drawn, folder)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
