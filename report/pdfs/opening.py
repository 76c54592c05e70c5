"""Opens a PDF that anybody may have made: bounded in every direction, and nothing outside of it is read.

What is no PDF, or one that cannot be looked at, is refused with its reason. pikepdf reads it (qpdf, in C++): it bounds
what streams unpack to, mends what can be mended, and gives the operators of a page in a seventh of the time of pypdf.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import pikepdf

from report.diagnostics import Diagnostic, PdfPlace
from report.pdfs.contents import contents_of
from report.pdfs.metadata import xmp_title
from report.pdfs.model import Pdf
from report.pdfs.navigation import bookmarks_of, links_of, places_of
from report.pdfs.objects import Broken, TooLarge, entry, object_number, text
from report.pdfs.parents import forms_in, parents_of
from report.pdfs.structure import tree_of

LARGEST_FILE = 300_000_000
"""Bytes; a file of exactly this size is still read."""
LARGEST_STREAM = 100_000_000
"""Bytes that one stream of the file may unpack to."""
MOST_PAGES = 5_000
DEEPEST_OBJECT = 200

BEGINNING = b"%PDF-"
WITHIN = 1024
"""Bytes within which a PDF begins; some programs write something before."""

MADE_ANEW = "open it where it was made, and save it as PDF anew"
DAMAGED = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the library raises of objects that are not what the file says they are: it names no common base."""


class PdfFault(StrEnum):
    """Ids of the reasons for which a file is not looked at."""

    UNREADABLE = "pdf-unreadable"
    NOT_A_PDF = "not-a-pdf"
    ENCRYPTED = "pdf-encrypted"
    TOO_LARGE = "pdf-too-large"
    BROKEN = "pdf-broken"


class _Refused(Exception):
    """The reason ends the opening, wherever it is found."""

    def __init__(self, id: PdfFault, message: str, hint: str) -> None:
        self.id, self.message, self.hint = id, message, hint


def open_pdf(path: Path, display: str) -> Pdf | Diagnostic:
    """What a PDF holds, or why it is not looked at."""
    try:
        return _read(path)
    except _Refused as refused:
        return Diagnostic(refused.id, refused.message, hint=refused.hint, in_finished=PdfPlace(display))


def _read(path: Path) -> Pdf:
    _check(path)
    with _bounded():
        try:
            with pikepdf.open(
                path, suppress_warnings=True, attempt_recovery=True, inherit_page_attributes=True
            ) as file:
                return _values(file, path.name)
        except pikepdf.PasswordError as error:
            hint = "open it with its password and save a copy without one"
            message = "the file is encrypted, and nobody reads it without its password"
            raise _Refused(PdfFault.ENCRYPTED, message, hint) from error
        except TooLarge as error:
            hint = "a report of that size is hardly one: see what takes the room"
            raise _Refused(PdfFault.TOO_LARGE, str(error), hint) from error
        except Broken as error:
            raise _Refused(PdfFault.BROKEN, str(error), MADE_ANEW) from error
        except DAMAGED as error:
            message = "the file is damaged: its objects cannot be read to the end"
            raise _Refused(PdfFault.BROKEN, message, MADE_ANEW) from error


def _check(path: Path) -> None:
    """Raise for what need not be opened to be refused."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(WITHIN)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else str(error)
        hint = "close it where it is open, and see who may read it"
        raise _Refused(PdfFault.UNREADABLE, f"the file cannot be read: {reason}", hint) from error
    if BEGINNING not in beginning:
        raise _Refused(PdfFault.NOT_A_PDF, "this is no PDF", "name a .pdf file")
    if size > LARGEST_FILE:
        hint = "a report of that size is hardly one: see what takes the room"
        raise _Refused(PdfFault.TOO_LARGE, f"the file is larger than {LARGEST_FILE // 1_000_000} MB", hint)


@contextmanager
def _bounded() -> Iterator[None]:
    """Limits of the library, which hold for the whole process, for as long as a file is read."""
    before = pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=DEEPEST_OBJECT,
        parser_max_errors=0,  # else what a page paints ends at the fifteenth slip, without a word
        flate_max_memory=LARGEST_STREAM,
        png_max_memory=LARGEST_STREAM,
        run_length_max_memory=LARGEST_STREAM,
        tiff_max_memory=LARGEST_STREAM,
        dct_max_memory=LARGEST_STREAM,
    )
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type] # what it gave itself


def _values(file: pikepdf.Pdf, name: str) -> Pdf:
    root, pages = file.Root, list(file.pages)
    if not pages:
        raise Broken("the file has no pages")
    if len(pages) > MOST_PAGES:
        raise TooLarge(f"it has more than {MOST_PAGES} pages")
    number_by_page = {object_number(page.obj): number for number, page in enumerate(pages, start=1)}
    contents = contents_of(pages)
    places = places_of(root, number_by_page)
    tree = tree_of(root, number_by_page)
    return Pdf(
        name=name,
        n_pages=len(pages),
        is_marked=entry(entry(root, "/MarkInfo"), "/Marked") is True,
        is_title_shown=entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle") is True,
        is_open_to_readers=file.allow.accessibility,
        info_title=text(entry(file.trailer.get("/Info"), "/Title")),
        xmp_title=xmp_title(root),
        language=text(entry(root, "/Lang")),
        tree=tree,
        parents=parents_of(root, pages, forms_in(tree or ()), lambda number: file.get_object(number, 0)),
        shown=tuple(contents.shown),
        painted=tuple(contents.painted),
        links=tuple(links_of(pages, places)),
        bookmarks=bookmarks_of(root, places),
    )
