"""The document has a title, which is shown, and says its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.checks.access.language_tags import is_language_tag
from report.checks.pdf.rule import Found, Rule
from report.diagnostics import shortened
from report.pdfs.model import Pdf

SAYING_NOTHING = {
    *("untitled", "untitled document", "document", "title", "report", "presentation", "powerpoint presentation"),
    *("unbenannt", "ohne titel", "dokument", "titel", "bericht", "präsentation", "powerpoint-präsentation"),
    *("(anonymous)", "(unspecified)", "none", "null"),
}
"""Titles that programs write where nobody wrote one."""
FILE_NAME = re.compile(r"[^\n]+\.(pdf|docx?|pptx?|xlsx?|od[tpsg]|tex|typ|html?|indd|rtf|txt|md|png|jpe?g|svg)", re.I)
FROM_WORD = re.compile(r"microsoft (word|powerpoint|excel) - .*", re.I)


def says_nothing(text: str) -> bool:
    """Whether a text for the whole or a part of a document is one of a program's, or the name of a file."""
    folded = " ".join(text.casefold().split()).strip(".:")
    return folded in SAYING_NOTHING or bool(FILE_NAME.fullmatch(text.strip()) or FROM_WORD.fullmatch(text.strip()))


def _title(pdf: Pdf) -> Iterator[Found]:
    title = (pdf.xmp_title or "").strip()
    if not title:
        where = "its metadata (XMP, dc:title)" if (pdf.info_title or "").strip() else "it"
        yield Found(f"{where} has no title" if where == "it" else f"there is no title in {where}")
    elif says_nothing(title) or title.casefold() == pdf.name.rpartition(".")[0].casefold():
        yield Found(f'it is titled "{shortened(title)}", which tells nothing of it')


def _titles_differ(pdf: Pdf) -> Iterator[Found]:
    info, xmp = (pdf.info_title or "").strip(), (pdf.xmp_title or "").strip()
    if xmp and info != xmp:
        what = f'is "{shortened(info)}"' if info else "is not there"
        yield Found(f'the title in its Info {what}, that of its metadata "{shortened(xmp)}"')


def _title_hidden(pdf: Pdf) -> Iterator[Found]:
    if not pdf.is_title_shown:
        yield Found("its window shows the name of the file and not its title (DisplayDocTitle)")


def _language(pdf: Pdf) -> Iterator[Found]:
    language = (pdf.language or "").strip()
    if not language:
        yield Found("it does not say its language (Lang)")
    elif not is_language_tag(language):
        yield Found(f'it says that its language is "{shortened(language)}"')
    for element in pdf.elements():
        if element.language and not is_language_tag(element.language):
            yield Found.at(element, f'it says that its language is "{shortened(element.language)}"')


def _protected(pdf: Pdf) -> Iterator[Found]:
    if not pdf.is_open_to_readers:
        yield Found("it is protected, which keeps assistive programs out")


RULES = (
    Rule("pdf-title", _title, "write a title that tells what it is about, in the properties of its source"),
    Rule("pdf-titles-differ", _titles_differ, "write both anew from one title; programs show the one or the other"),
    Rule("pdf-title-hidden", _title_hidden, "set DisplayDocTitle (Acrobat: Properties, Initial View, Document Title)"),
    Rule("pdf-language", _language, 'say it as "de" or "en-GB", in its source or in Acrobat (Properties, Advanced)'),
    Rule("pdf-protected", _protected, "save it without protection, or allow text access for screen readers"),
)
