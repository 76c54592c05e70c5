"""The finished PDF, read by programs that are not ours: pypdf, PDFium, pikepdf."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest
from pypdf.generic import Destination

from report.briefing.model import Briefing
from report.summary.model import PlacedLine, Summary
from report.summary.writer import write_summary
from tests.summary.briefings import ENGLISH, FONTS, PROFILE, briefing, finding, placed, said, statement, words

BUILT = datetime(2016, 6, 1, tzinfo=UTC)


def pdf_of(told: Briefing | Summary) -> bytes:
    summary = told if isinstance(told, Summary) else placed(told)
    return write_summary(summary, FONTS, PROFILE, BUILT)


def read(told: Briefing) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_of(told)))


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A summary with everything in it."""
    told = briefing(finding("a", text=(words(150),)), finding("b"), statements=(statement(after="b"),))
    return pdf_of(told)


def test_pages_are_a4(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        boxes = [[float(side) for side in page.MediaBox] for page in pdf.pages]

    assert all(box == pytest.approx([0, 0, 595.276, 841.89], abs=0.01) for box in boxes)


def test_only_the_house_fonts_are_in_the_file_and_they_are_embedded(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        names = sorted({str(font.BaseFont).split("+")[1] for font in fonts})
        embedded = ["/FontFile2" in font.FontDescriptor for font in fonts]

    assert names == ["Carlito", "Carlito-Bold"]
    assert all(embedded)


def test_the_file_says_what_it_is(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        language, shows_title = str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        keywords = str(pdf.docinfo["/Keywords"])
    reader = pypdf.PdfReader(io.BytesIO(whole))
    assert reader.metadata

    assert reader.metadata.title == "Fast die Hälfte der Unternehmen hat ein eigenes Social-Media-Team"
    assert reader.metadata.author == "Bitkom"
    assert reader.metadata.subject == "Social Media 2016 · Bitkom Research, Juni 2016"
    assert keywords == "Organisation, Ziele, Mittel"
    assert reader.metadata.creator == "Befund"
    assert reader.metadata.creation_date == reader.metadata.modification_date == BUILT
    assert language == "de-DE"
    assert shows_title


def test_an_english_summary_says_that_it_is_english() -> None:
    assert pikepdf.open(io.BytesIO(pdf_of(briefing(language=ENGLISH)))).Root.Lang == "en-GB"


def test_the_outline_leads_to_every_heading(whole: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(whole))

    def entries(level: list, depth: int = 0) -> Iterator[tuple[int, str, str]]:
        for entry in level:
            if isinstance(entry, Destination):
                number = reader.get_destination_page_number(entry)
                assert number is not None
                yield depth, str(entry.title), reader.pages[number].extract_text()
            else:
                yield from entries(entry, depth + 1)

    found = list(entries(reader.outline))
    assert [(depth, title) for depth, title, _ in found] == [
        (0, "Fast die Hälfte der Unternehmen hat ein eigenes Social-Media-Team"),
        (1, "Auf einen Blick"),
        (0, "Bekanntheit ist das am häufigsten genannte Ziel"),
        (0, "Bekanntheit ist das am häufigsten genannte Ziel"),
        (0, "Erst Zuständigkeit klären"),
        (0, "Was über die Befragung bekannt ist und was nicht"),
        (0, "Alle 10 Anteile von 2016 und frühere Wellen"),
        (1, "Organisation"),
        (1, "Ziele"),
        (1, "Mittel"),
    ]
    for _, title, page in found:
        assert title.lower() in re.sub(r"\s+", " ", page).lower()


TABLES = {
    "Organisation": {"Own": "49 %", "Cross": "33 %", "Everyone": "17 %", "Department": "–"},
    "Ziele": {"Awareness": "77 %", "Experts": "72 %", "Applicants": "51 %", "Service": "21 %", "Predictive": "7 %"},
    "Mittel": {"Video": "12,5 %", "Text": "87,5 %"},
}
"""What the made-up survey published for 2016, by question and answer."""


def tables_read(pdf: bytes) -> dict[str, dict[str, str]]:
    """The last column of every table of the appendix, by caption and label, from the text that pypdf finds."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    found: dict[str, dict[str, str]] = {}
    rows: dict[str, str] = {}
    for line in text.splitlines():
        if caption := re.match(r"(\w+) (?:Ein|Mehr)fachnennung.* 2016 *$", line):
            rows = found.setdefault(caption[1], {})
        elif row := re.match(r"(\w+)(?: [¹²])? (?:.* )?([\d,]+ %|–) *$", line):
            rows[row[1]] = row[2]
    return found


def test_every_figure_is_read_back_as_question_answer_text_by_table_row() -> None:
    assert tables_read(pdf_of(briefing())) == TABLES


def test_a_figure_that_is_missing_is_missed() -> None:
    summary = placed(briefing())
    figures = [
        item
        for page in summary.pages
        for item in page.items
        if isinstance(item, PlacedLine) and re.match(r"appendix/\w+/row/\w+/w2016$", item.node or "")
    ]

    assert len(figures) == 11
    for figure in figures:
        pages = tuple(replace(page, body=tuple(i for i in page.body if i is not figure)) for page in summary.pages)
        assert tables_read(pdf_of(replace(summary, pages=pages))) != TABLES


@pytest.mark.parametrize("reader", ["pypdf", "pdfium"])
def test_no_words_are_glued_and_divided_ones_can_be_joined(whole: bytes, reader: str) -> None:
    if reader == "pypdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(whole)).pages)
        joined = re.sub("\xad\\s*", "", text)
    else:
        pages = list(pypdfium2.PdfDocument(whole))
        joined = " ".join(page.get_textpage().get_text_bounded() for page in pages).replace("\x02", "")

    plain = re.sub(r"\s+", " ", joined)
    assert words(150) in plain
    assert "-\n" not in re.sub("Social-|Media-", "", joined)


def test_texts_are_written_in_the_order_in_which_they_are_read(whole: bytes) -> None:
    text = pypdf.PdfReader(io.BytesIO(whole)).pages[1].extract_text()

    order = [
        "ZIELE",
        "Bekanntheit ist",
        "Anteil der",
        "Zeile 0",
        "Zeile 3",
        "Die Befragten",
        "Rund die Hälfte",
        "Thema:",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_every_letter_lies_within_the_page(whole: bytes) -> None:
    for page in pypdfium2.PdfDocument(whole):
        width, height = page.get_size()
        text = page.get_textpage()
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height


def test_a_text_stands_where_it_was_placed(whole: bytes) -> None:
    summary = placed(briefing())
    page = pypdfium2.PdfDocument(pdf_of(summary))[0]
    line = next(i for i in summary.pages[0].items if isinstance(i, PlacedLine) and i.node == "cover/title")

    text = page.get_textpage()
    start = text.get_text_range().index(line.line.text)
    left, bottom, _, _ = text.get_charbox(start)
    _, _, right, _ = text.get_charbox(start + len(line.line.text) - 1)
    assert (left, 841.89 - bottom) == pytest.approx((line.x, line.y), abs=3.5)  # the side bearing of an F of 32 points
    assert right - left == pytest.approx(line.line.width, abs=4.5)


def test_nothing_of_reportlab_remains_that_another_reader_stumbles_over(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        assert not pdf.check_pdf_syntax()
        for page in pdf.pages:
            assert "/Trans" not in page
            assert page.Contents.Filter in (pikepdf.Name.FlateDecode, [pikepdf.Name.FlateDecode])


class TestSameBytes:
    """The file depends on the summary and the date, and on nothing else."""

    def test_the_same_summary_gives_the_same_bytes(self) -> None:
        assert pdf_of(briefing()) == pdf_of(briefing())

    def test_the_environment_changes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = pdf_of(briefing())
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        monkeypatch.setenv("TZ", "Asia/Tokyo")

        assert pdf_of(briefing()) == before

    def test_the_same_moment_in_another_time_zone_gives_the_same_bytes(self) -> None:
        summary = placed(briefing())
        tokyo = BUILT.astimezone(timezone(timedelta(hours=9)))

        assert write_summary(summary, FONTS, PROFILE, tokyo) == write_summary(summary, FONTS, PROFILE, BUILT)

    def test_another_text_gives_another_id_of_the_file(self) -> None:
        one, other = (read(briefing(finding(text=(text,)))) for text in ("Ein Satz.", "Ein anderer Satz."))

        assert one.trailer["/ID"] != other.trailer["/ID"]


class TestStamps:
    """What the data do not support, and what is a draft, says so in the file."""

    def test_a_draft_says_so_on_every_page(self) -> None:
        texts = [page.extract_text() for page in read(briefing(is_draft=True)).pages]

        assert all("ENTWURF" in text for text in texts)
        assert not any("ENTWURF" in page.extract_text() for page in read(briefing()).pages)

    def test_a_finding_that_the_data_do_not_support_is_stamped_and_others_are_not(self) -> None:
        told = briefing(finding("a", is_supported=False), finding("b", text=(words(140),)))

        stamped = [bool(re.search(r"DURCH DIE DATEN\s+NICHT GEDECKT", p.extract_text())) for p in read(told).pages]
        assert stamped.count(True) == 1
        assert stamped[1]

    def test_title_message_and_statement_are_stamped_where_they_stand(self) -> None:
        base = briefing()
        message = replace(base.messages[1], is_supported=False)
        told = replace(
            base,
            is_title_supported=False,
            messages=(base.messages[0], message),
            statements=(replace(statement(), is_supported=False),),
        )

        summary = placed(told)

        nodes = [i.node for page in summary.pages for i in page.items if isinstance(i, PlacedLine)]
        assert {"cover/stamp", "glance/2/stamp", "statements/strategy/stamp"} <= set(nodes)


def test_a_literal_statement_stands_between_quotation_marks_of_which_the_first_hangs() -> None:
    literal = replace(
        statement(), is_literal=True, text=said("Wir brauchen eine Strategie, und zwar sofort und für alle.")
    )
    summary = placed(briefing(statements=(literal,)))

    lines = [i for page in summary.pages for i in page.items if isinstance(i, PlacedLine)]
    words_ = [line for line in lines if line.node == "statements/strategy/text"]
    assert words_[0].line.text.startswith("„Wir")
    assert words_[-1].line.text.endswith("alle.“")
    mark = FONTS.width("„", words_[0].line.spans[0].style)
    assert [line.x for line in words_] == pytest.approx([192.8 - mark, *[192.8] * (len(words_) - 1)])
    assert all(below.y - above.y == pytest.approx(20) for above, below in pairwise(words_))
