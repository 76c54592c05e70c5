"""A deck drawn by LibreOffice: pages as a PDF, and as pictures.

LibreOffice exits 0 for a missing or broken file and writes nothing, and opens decks that PowerPoint would not: a
drawing proves where words and pictures stand, it proves no validity. Two runs on one profile lose an output, so each
has its own.
"""

import re
import tempfile
from pathlib import Path

from PIL import Image

from tests.conformance import programs
from tests.conformance.fault import Fault

EXPORT = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
"""Without the option a hidden slide has no page."""

DPI = 96


class NotDrawn(Exception):
    """LibreOffice wrote no page for a deck."""


def to_pdf(deck: Path, folder: Path) -> Path:
    """The deck's pages as `folder`/NAME.pdf, one page a slide, hidden ones too; raises NotDrawn if there are none."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = folder / deck.with_suffix(".pdf").name
    drawn.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="befund-profile-") as profile:
        programs.run(
            [
                *("soffice", "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"),
                *("--convert-to", EXPORT, "--outdir", folder, deck),
            ],
        )
    if not drawn.is_file():
        raise NotDrawn(f"LibreOffice wrote no pages for {deck}")
    return drawn


def to_pictures(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages as RGB pictures of 96 dots an inch, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{pdf.stem}-*.png"):
        old.unlink()
    programs.run(["pdftoppm", "-r", str(DPI), "-png", pdf, folder / pdf.stem])
    # pdftoppm pads the numbers to one width, so the order of the names is that of the pages.
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob(f"{pdf.stem}-*.png"))]


def count_pages(pdf: Path) -> int:
    """Number of pages as poppler counts them."""
    found = re.search(r"^Pages:\s+(\d+)$", programs.run(["pdfinfo", pdf]), re.MULTILINE)
    return int(found.group(1)) if found else 0


def faults(deck: Path, drawn: Path, *, n_slides: int) -> list[Fault]:
    """A drawing whose pages are not as many as the deck's slides."""
    n_pages = count_pages(drawn)
    if n_pages == n_slides:
        return []
    return [Fault(deck, "page-count", "", f"{n_slides} slides, {n_pages} pages in the drawing")]
