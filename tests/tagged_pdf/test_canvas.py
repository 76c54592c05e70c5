"""What is drawn agrees with the tree, or is refused where it is drawn."""

import io

import pytest
from PIL import Image
from reportlab.lib.colors import CMYKColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Paragraph

from report.tagged_pdf.canvas import Artifact, TaggedCanvas
from report.tagged_pdf.structure import Element, Tag, TaggingError
from tests.tagged_pdf.drawing import BOX, FONT, Draw, canvas_of, document, drawn, write
from tests.tagged_pdf.reading import marked_content, opened, structure

PARAGRAPH = document(Element(Tag.P, "p"))


def picture() -> ImageReader:
    file = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def plain_paragraph(canvas: TaggedCanvas) -> None:
    paragraph = Paragraph("Not tagged", ParagraphStyle("x", fontName=FONT))
    paragraph.wrapOn(canvas, 100, 100)
    paragraph.drawOn(canvas, 50, 50)


def within_itself(canvas: TaggedCanvas) -> None:
    with canvas.tagged("p"):
        write(canvas, "p", "Twice")


def unfinished_page(canvas: TaggedCanvas) -> None:
    with canvas.tagged("p"):
        canvas.showPage()


def half_tagged(canvas: TaggedCanvas) -> None:
    text = canvas.beginText(50, 50)
    with text.tagged("p"):
        text.textOut("In ")
    text.textOut("and out")
    canvas.drawText(text)


def tags_within_tags(canvas: TaggedCanvas) -> None:
    text = canvas.beginText(50, 50)
    with text.tagged("p"):
        text.textOut("In")
    with canvas.artifact():
        canvas.drawText(text)


def core_font(canvas: TaggedCanvas) -> None:
    canvas.setFont("Helvetica", 12)
    write(canvas, "p", "Not embedded")


REFUSED: list[tuple[str, Draw]] = [
    ('the text "Bare" is drawn outside of the structure', lambda canvas: canvas.drawString(50, 50, "Bare")),
    ('the text "Not tagged" is drawn outside of the structure', plain_paragraph),
    ('the text "and out" is drawn outside of the structure', half_tagged),
    ("a picture is drawn outside of the structure", lambda canvas: canvas.drawImage(picture(), 0, 0)),
    ("a literal is drawn outside of the structure", lambda canvas: canvas.addLiteral("BT (x) Tj ET")),
    ('"p" begins within "p"', within_itself),
    ('a text with tags of its own is drawn within "/Artifact', tags_within_tags),
    ('the page ends within "p"', unfinished_page),
    ('the structure has no element with the key "q"', lambda canvas: write(canvas, "q", "Unknown")),
    (f'the font "{FONT}" has no "✓" (U+2713)', lambda canvas: write(canvas, "p", "Done ✓")),
    ('the font "Helvetica" is not embedded', core_font),
    ("is one of four inks", lambda canvas: canvas.setFillColorCMYK(0, 1, 0, 0)),
    ("is one of four inks", lambda canvas: canvas.setStrokeColor(CMYKColor(0, 1, 0, 0))),
    ("a form cannot be tagged", lambda canvas: canvas.beginForm("x")),
    ('the form "x" cannot be tagged', lambda canvas: canvas.doForm("x")),
    ("pictures are drawn by drawImage", lambda canvas: canvas.drawInlineImage(picture(), 0, 0)),
    ("links are made by link()", lambda canvas: canvas.linkURL("https://example.org", BOX)),
    ('P "p" is no Link', lambda canvas: canvas.link("p", BOX)),
]


@pytest.mark.parametrize(("message", "draw"), REFUSED, ids=[message for message, _ in REFUSED])
def test_what_does_not_agree_with_the_tree_is_refused_where_it_is_drawn(message: str, draw: Draw) -> None:
    canvas = canvas_of(PARAGRAPH)

    with pytest.raises(TaggingError) as told:
        draw(canvas)

    assert message in str(told.value)


LINK = document(Element(Tag.P, children=(Element(Tag.LINK, "l", alt="Top", target="#top"),)))


def a_link_to_nothing(canvas: TaggedCanvas) -> None:
    write(canvas, "l", "Top")
    canvas.link("l", BOX)


MISSED: list[tuple[str, Element, Draw]] = [
    ('nothing is drawn for P "p"', PARAGRAPH, lambda canvas: None),
    (
        'nothing is drawn for Figure "f"',
        document(Element(Tag.FIGURE, "f", alt="Bar")),
        lambda canvas: canvas.rect(*BOX),
    ),
    (
        'Figure "f" is drawn without its box',
        document(Element(Tag.FIGURE, "f", alt="Bar")),
        lambda canvas: write(canvas, "f", "Bar"),
    ),
    ('Link "l" has no place on a page', LINK, lambda canvas: write(canvas, "l", "Top")),
    ('Link "l" leads to "top", and no bookmark is called so', LINK, a_link_to_nothing),
]


@pytest.mark.parametrize(("message", "tree", "draw"), MISSED, ids=[message for message, _, _ in MISSED])
def test_what_is_missing_is_missed_when_the_document_is_saved(message: str, tree: Element, draw: Draw) -> None:
    with pytest.raises(TaggingError) as told:
        drawn(tree, draw)

    assert message in str(told.value)


def test_nothing_is_written_of_a_document_that_is_refused() -> None:
    file = io.BytesIO()
    canvas = canvas_of(PARAGRAPH, file)
    write(canvas, "title", "Bees")

    with pytest.raises(TaggingError):
        canvas.save()

    assert not file.getvalue()


def test_the_order_of_reading_is_that_of_the_tree_and_not_of_drawing() -> None:
    def backwards(canvas: TaggedCanvas) -> None:
        write(canvas, "second", "Two")
        write(canvas, "first", "One")

    pdf = opened(drawn(document(Element(Tag.P, "first"), Element(Tag.P, "second")), backwards))

    assert structure(pdf).outline() == "Document\n  H1 Bees\n  P One\n  P Two"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    def over_pages(canvas: TaggedCanvas) -> None:
        write(canvas, "p", "Begun, ")
        canvas.showPage()
        write(canvas, "p", "ended.")

    pdf = opened(drawn(PARAGRAPH, over_pages))

    assert len(pdf.pages) == 2
    assert structure(pdf).outline() == "Document\n  H1 Bees\n  P Begun, ended."


def test_a_link_is_read_where_it_stands_in_its_text() -> None:
    tree = document(Element(Tag.P, "p", (Element(Tag.LINK, "l", alt="Bees' own page", target="https://example.org/"),)))

    def line(canvas: TaggedCanvas) -> None:
        text = canvas.beginText(50, 50)
        for key, words in (("p", "See "), ("l", "the page"), ("p", " of bees.")):
            with text.tagged(key):
                text.textOut(words)
        canvas.drawText(text)
        canvas.link("l", BOX)

    pdf = opened(drawn(tree, line))
    (paragraph,) = structure(pdf).all("P")
    (annotation,) = pdf.pages[0].Annots
    (link,) = paragraph.children

    assert paragraph.kids[0] == "See "
    assert paragraph.kids[2] == " of bees."
    assert link.text == "the page"
    assert annotation.A.URI == "https://example.org/"
    assert annotation.Contents == "Bees' own page"
    assert annotation.F == 4
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(number): parent for number, parent in zip(numbers[::2], numbers[1::2], strict=True)}
    assert parents[int(annotation.StructParent)].objgen == link.entries.objgen
    assert link.entries.K[1].Obj.objgen == annotation.objgen


def test_a_link_leads_to_a_place_on_another_page() -> None:
    def top(canvas: TaggedCanvas) -> None:
        canvas.bookmarkPage("top")
        canvas.showPage()
        a_link_to_nothing(canvas)

    pdf = opened(drawn(LINK, top))

    assert pdf.pages[1].Annots[0].Dest[0].objgen == pdf.pages[0].obj.objgen


def test_lines_outside_of_the_tree_are_artifacts() -> None:
    def lines(canvas: TaggedCanvas) -> None:
        canvas.setStrokeColorRGB(1, 0, 0)
        canvas.line(0, 0, 10, 10)
        write(canvas, "p", "Text")
        canvas.rect(0, 0, 10, 10)

    pdf = opened(drawn(PARAGRAPH, lines))
    content = pdf.pages[0].Contents.read_bytes().decode()

    assert content.count("/Artifact <</Type/Layout>> BDC") == 2
    assert content.count("BDC") == content.count("EMC") == 4


def test_running_feet_are_artifacts_of_pagination() -> None:
    def foot(canvas: TaggedCanvas) -> None:
        write(canvas, "p", "Text")
        with canvas.artifact(Artifact.FOOTER):
            canvas.drawString(50, 20, "Page 1")

    pdf = opened(drawn(PARAGRAPH, foot))
    content = marked_content(pdf.pages[0])

    assert content.artifacts == ["Page 1"]
    assert not content.outside
    assert b"/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC" in pdf.pages[0].Contents.read_bytes()


def test_neighbouring_lines_of_one_element_are_one_sequence() -> None:
    def lines(canvas: TaggedCanvas) -> None:
        write(canvas, "p", "One ", 100)
        write(canvas, "p", "two", 80)

    pdf = opened(drawn(PARAGRAPH, lines))
    content = pdf.pages[0].Contents.read_bytes().decode()

    assert content.count("/P <</MCID") == 1
