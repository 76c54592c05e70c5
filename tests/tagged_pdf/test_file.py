"""What the finished file says of itself, and of its structure."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from report.tagged_pdf.canvas import TaggedCanvas
from report.tagged_pdf.structure import Element, Numbering, Scope, Tag, TaggingError
from tests.tagged_pdf.drawing import ABOUT, BOX, PROFILE, canvas_of, document, drawn, write
from tests.tagged_pdf.reading import opened, structure

TREE = document(
    Element(Tag.FIGURE, "f", alt="Ein Balken – 40 Völker, β-Test"),
    Element(Tag.NOTE, "note/2"),
    Element(Tag.NOTE, "note/1"),
    Element(Tag.P, "en", lang="fr", actual_text="10⁶"),
    Element(
        Tag.L,
        numbering=Numbering.DECIMAL,
        children=(Element(Tag.LI, children=(Element(Tag.LBL, "1"), Element(Tag.LBODY, "one"))),),
    ),
    Element(
        Tag.TABLE,
        children=(
            Element(Tag.TR, children=(Element(Tag.TH, "wide", scope=Scope.COLUMN, columns=2),)),
            Element(Tag.TR, children=(Element(Tag.TD, "left", rows=2), Element(Tag.TD, "empty"))),
            Element(Tag.TR, children=(Element(Tag.TD),)),
        ),
    ),
)
KEYS = ("note/2", "note/1", "en", "1", "one", "wide", "left")


def draw(canvas: TaggedCanvas) -> None:
    with canvas.tagged("f", BOX):
        canvas.rect(60, 60, 80, 20, fill=1)
    for number, key in enumerate(KEYS):
        write(canvas, key, key, 200 - 20 * number)


@pytest.fixture(scope="module")
def content() -> bytes:
    return drawn(TREE, draw, author="Ada & Söhne <x>", subject="Hives", keywords=("bees", "hives"))


@pytest.fixture
def pdf(content: bytes) -> pikepdf.Pdf:
    return opened(content)


def attributes(element: Any) -> dict[str, object]:
    return {key: value for key, value in element.A.items() if key != "/O"}


def test_every_reader_finds_the_syntax_sound(content: bytes, pdf: pikepdf.Pdf) -> None:
    assert not pdf.check_pdf_syntax()
    assert pypdf.PdfReader(io.BytesIO(content), strict=True).pages[0].extract_text().startswith("Bees")


def test_elements_carry_what_their_tag_needs(pdf: pikepdf.Pdf) -> None:
    root = structure(pdf)
    (figure,), (wide,), (left, *empty) = root.all("Figure"), root.all("TH"), root.all("TD")
    (french,) = (each.entries for each in root.all("P"))

    assert figure.entries.Alt == "Ein Balken – 40 Völker, β-Test"
    assert [float(side) for side in figure.entries.A.BBox] == [50, 50, 150, 150]
    assert (french.Lang, french.ActualText) == ("fr", "10⁶")
    assert attributes(root.all("L")[0].entries) == {"/ListNumbering": "/Decimal"}
    assert attributes(wide.entries) == {"/Scope": "/Column", "/ColSpan": 2}
    assert attributes(left.entries) == {"/RowSpan": 2}
    assert [each.kids for each in empty] == [[], []]


def test_every_element_knows_the_one_above_it(pdf: pikepdf.Pdf) -> None:
    root = structure(pdf)

    assert root.entries.P.objgen == pdf.Root.StructTreeRoot.objgen
    for element in root.walk():
        assert all(child.entries.P.objgen == element.entries.objgen for child in element.children)


def test_notes_are_found_by_their_ids_in_order(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.StructTreeRoot.IDTree.Names

    assert [str(name) for name in names[::2]] == ["note/1", "note/2"]
    assert [str(note.ID) for note in names[1::2]] == ["note/1", "note/2"]


def test_content_leads_back_to_its_elements(pdf: pikepdf.Pdf) -> None:
    number, parents = pdf.Root.StructTreeRoot.ParentTree.Nums

    assert number == pdf.pages[0].StructParents
    assert [str(parent.S) for parent in parents] == [
        "/H1", "/Figure", "/Note", "/Note", "/P", "/Lbl", "/LBody", "/TH", "/TD",
    ]  # fmt: skip
    assert [int(parent.K) for parent in parents] == list(range(9))


def test_the_catalog_says_that_it_is_tagged_and_shows_its_title(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.pages[0].Tabs == "/S"
    assert "/Trans" not in pdf.pages[0]


def test_colours_are_those_of_the_profile(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents

    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes() == PROFILE
    assert intent.DestOutputProfile.N == 3


def test_metadata_and_info_say_the_same(pdf: pikepdf.Pdf) -> None:
    root = ET.fromstring(pdf.Root.Metadata.read_bytes())
    about = root[0][0]
    text = {each.tag.partition("}")[2]: "".join(each.itertext()).strip() for each in about}
    info = pdf.docinfo

    assert text["title"] == info.Title == "Bees"
    assert text["creator"] == info.Author == "Ada & Söhne <x>"
    assert text["description"] == info.Subject == "Hives"
    assert text["Keywords"] == info.Keywords == "bees, hives"
    assert text["CreatorTool"] == info.Creator == "tests"
    assert text["CreateDate"] == text["ModifyDate"] == "2026-01-02T03:04:05Z"
    assert info.CreationDate == info.ModDate == "D:20260102030405+00'00'"


def test_both_claims_can_be_found_without_inflating_anything(content: bytes) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


def test_every_stream_ends_on_a_line_of_its_own(content: bytes) -> None:
    ends = [match.start() for match in re.finditer(rb"endstream\nendobj", content)]

    assert len(ends) > 5
    assert all(content[end - 1 : end] == b"\n" for end in ends)
    for stream in (each for each in opened(content).objects if isinstance(each, pikepdf.Stream)):
        assert int(stream.Length) == len(stream.read_raw_bytes())


def test_no_code_of_a_font_means_nothing() -> None:
    letters = "".join(map(chr, range(0x21, 0x7F))) + "".join(map(chr, range(0xC0, 0x180)))
    pdf = opened(drawn(document(Element(Tag.P, "p")), lambda canvas: write(canvas, "p", letters)))
    fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    maps = [font.ToUnicode.read_bytes().decode() for font in fonts]

    assert len(maps) == 2
    assert not any("<0000>" in each for each in maps)
    for count, table in (
        found for each in maps for found in re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", each, re.S)
    ):
        assert int(count) == len(table.splitlines()) <= 100
    assert structure(pdf).all("P")[0].text == letters


def test_small_objects_are_packed(content: bytes) -> None:
    assert b"/S/TD" not in content
    assert b"/ObjStm" in content


def test_more_objects_than_one_stream_takes_are_all_found() -> None:
    keys = [f"p{number}" for number in range(500)]

    def many(canvas: TaggedCanvas) -> None:
        for key in keys:
            write(canvas, key, key)

    root = structure(opened(drawn(document(*(Element(Tag.P, key) for key in keys)), many)))

    assert [each.text for each in root.all("P")] == keys


class TestSameBytes:
    """The file depends on what is drawn and on the date, and on nothing else."""

    def test_the_same_drawing_gives_the_same_bytes(self) -> None:
        assert drawn(TREE, draw) == drawn(TREE, draw)

    def test_another_text_another_title_another_date_give_another_id(self) -> None:
        def other(canvas: TaggedCanvas) -> None:
            draw(canvas)
            canvas.line(0, 0, 1, 1)

        files = [
            drawn(TREE, draw),
            drawn(TREE, other),
            drawn(TREE, draw, title="Wasps"),
            drawn(TREE, draw, built=datetime(2027, 1, 1, tzinfo=UTC)),
        ]

        assert len({str(pypdf.PdfReader(io.BytesIO(file)).trailer["/ID"]) for file in files}) == 4


@pytest.mark.parametrize("name", ["title", "language"])
def test_a_document_says_what_it_is_and_in_which_language(name: str) -> None:
    about = replace(ABOUT, title=" ") if name == "title" else replace(ABOUT, language="")

    with pytest.raises(TaggingError, match=f"the document has no {name}"):
        canvas_of(TREE, about=about)


def test_a_file_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "bees.pdf"
    canvas = canvas_of(document(), str(file))
    write(canvas, "title", "Bees")

    canvas.save()

    assert structure(pikepdf.open(file)).text == "Bees"


def test_a_list_within_an_item_is_read_where_it_stands() -> None:
    within = Element(Tag.L, children=tuple(item_of(Element(Tag.P, key)) for key in ("one", "two")))
    tree = document(
        Element(Tag.L, children=(item_of(Element(Tag.P, "first"), within), item_of(Element(Tag.P, "last"))))
    )

    def draw_backwards(canvas: TaggedCanvas) -> None:
        for number, key in enumerate(("last", "two", "one", "first")):
            write(canvas, key, key, 200 - 20 * number)

    (outer, *_) = structure(opened(drawn(tree, draw_backwards))).all("L")

    read = " ".join(outer.outline().split())
    assert read == "L LI LBody P first L LI LBody P one LI LBody P two LI LBody P last"
    assert outer.outline().count("\n      L\n") == 1


def item_of(*body: Element) -> Element:
    return Element(Tag.LI, children=(Element(Tag.LBODY, children=body),))
