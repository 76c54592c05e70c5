"""The command behind `make gallery`: every kind of chart in every place, bound into one PDF; headlines to read aloud.

    python -m tests.gallery.run [--sheet PICTURE]

Exit: 0 done; 1 a program that is needed is missing, a fault, or a finding that is not where it should be.
"""

import argparse
import sys
from pathlib import Path

import report
from tests.conformance import programs, render
from tests.gallery import binding, headlines, sheet
from tests.gallery.leaves import Built, Leaf, Missing, leaves

BRIEFING = Path(__file__).parent / "briefing" / "briefing.yaml"
OUTPUT = Path("build/gallery")


def main(arguments: list[str]) -> int:
    """Builds, binds and prints; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery.run", description=__doc__.splitlines()[0])
    parser.add_argument("--sheet", type=Path, metavar="PICTURE", help="write the slides at a glance as a PNG too")
    options = parser.parse_args(arguments)
    if absent := programs.missing_to_draw():
        print("\n".join(f"error[missing-program]: {sentence}" for sentence in absent), file=sys.stderr)
        print("nothing was built", file=sys.stderr)
        return 1
    try:
        bound = _bound()
    except report.ReportError as error:
        print("\n\n".join(fault.as_text() for fault in error.diagnostics), file=sys.stderr)
        return 1
    except (render.NotDrawn, Missing) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if options.sheet:
        sheet.write([leaf for leaf in bound if " · slide · " in leaf.caption], options.sheet)
        print(options.sheet)
    for line in headlines.aloud():
        print(line)
    return 0


def _bound() -> list[Leaf]:
    """The leaves of the gallery, built and bound."""
    result = report.build(BRIEFING, options=report.Options(output=OUTPUT))
    for warning in result.warnings:
        print(warning.as_text(), file=sys.stderr)
    folder = OUTPUT / BRIEFING.parent.name
    decks = [path for path in result.written if path.suffix == ".pptx"]
    built = Built(BRIEFING, folder, {deck.parent.name: render.to_pdf(deck, OUTPUT / "drawn") for deck in decks})
    found = list(leaves(built))
    target = OUTPUT / "gallery.pdf"
    binding.bind(found, target)
    print(f"{target}: {len(found)} pages")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
