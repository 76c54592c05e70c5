"""Lays out the whole workbook: the contents, a sheet a question, what is known of the survey."""

from __future__ import annotations

from report.document.model import Document
from report.document.model.banners import BannerBook
from report.language.model import Language
from report.ooxml.sheets import sheet_name
from report.text.fonts import Fonts
from report.theme.model import GroundName, Theme
from report.workbook.contents import contents_sheet
from report.workbook.measures import Measures
from report.workbook.method import method_sheet
from report.workbook.model import Footing, Workbook
from report.workbook.question import question_sheet


def lay_out_workbook(book: BannerBook, document: Document, fonts: Fonts, theme: Theme) -> Workbook:
    """The workbook of a book of tables. fonts: by which its texts are measured, of the typeface that a deck has."""
    language, ground = document.language, theme.ground(GroundName.PAPER)
    measures = Measures(fonts, language, ground)
    contents = sheet_name(language.words.contents)
    names = [sheet_name(f"{number} {table.topic.text.text}") for number, table in enumerate(book.tables, 1)]
    method = sheet_name(language.words.method)
    back, draft = (book.back.text.text, contents), book.draft.text.text if book.draft else ""
    sheets = (
        contents_sheet(book, contents, names=[*names, method], measures=measures),
        *(
            question_sheet(table, name, draft=draft, back=back, measures=measures)
            for table, name in zip(book.tables, names, strict=True)
        ),
        method_sheet(book.method, method, back=back, measures=measures),
    )
    return Workbook(
        sheets,
        title=book.title.text.text,
        subject=book.name.text.text,
        author=document.publisher,
        keywords=document.topics,
        provenance=document.provenance,
        footing=_footing(book, document, language),
        typeface=theme.deck_typeface,
        ground=ground,
    )


def _footing(book: BannerBook, document: Document, language: Language) -> Footing:
    parts = [document.short_title, book.origin.text.text, *([book.draft.text.text] if book.draft else [])]
    return Footing(" · ".join(parts), language.words.page)
