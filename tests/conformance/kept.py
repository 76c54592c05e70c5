"""Judges the summaries that the tests built: `make test` keeps them, veraPDF reads all of them in one process.

    python -m tests.conformance.kept FOLDER

Exit: 0 each keeps every rule of both standards; 1 one does not, or there is none; 2 veraPDF is missing.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf

from tests.conformance import programs, vera
from tests.conformance.planted import PLANTED

CREATOR = "Befund"
"""What our summaries say that they were made by; the tests write PDFs of other kinds too."""


def keep(pdfs: Iterable[Path], folder: Path) -> None:
    """Copy summaries of ours into a folder, each content once; those with a planted fault are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for pdf in pdfs:
        if not pdf.name.startswith(PLANTED) and _is_ours(pdf):
            content = pdf.read_bytes()
            (folder / f"{hashlib.sha256(content).hexdigest()[:12]}-{pdf.name}").write_bytes(content)


def _is_ours(pdf: Path) -> bool:
    try:
        with pikepdf.open(pdf) as file:
            return str(file.docinfo.get("/Creator", "")) == CREATOR
    except (pikepdf.PdfError, pikepdf.PasswordError, OSError):  # a test may have damaged or locked it
        return False


def main(arguments: list[str]) -> int:
    """Judges the folder that the one argument names, tells of what fails, and returns the exit code."""
    if absent := programs.missing_verapdf():
        print("\n".join(f"error[missing-program]: {sentence}" for sentence in absent), file=sys.stderr)
        return 2
    pdfs = sorted(Path(arguments[0]).glob("*.pdf"))
    told = list(_told(pdfs))
    print("\n".join(told))
    print(f"{len(pdfs)} summaries of the tests, {len(told)} rules broken")
    return 1 if told or not pdfs else 0


def _told(pdfs: list[Path]) -> Iterator[str]:
    for (_, profile), faults in vera.faults(pdfs).items():
        yield from (f"{fault} ({vera.PROFILES[profile]})" for fault in faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
