"""Small decks and PDFs without any fault, and the means to plant one."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
from PIL import Image, ImageDraw
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from report.ooxml.elements import NAMESPACES
from tests.conformance.fault import Fault
from tests.conftest import CHECKOUT

Edit = Callable[[bytes], bytes]
"""A change of one part of a package."""


def rules(faults: list[Fault]) -> set[str]:
    """The rules that the faults break."""
    return {fault.rule for fault in faults}


def picture(*, ink: str = "#0B6E99") -> BytesIO:
    """A PNG with a transparent ground and a rectangle on it."""
    image = Image.new("RGBA", (200, 100), (255, 255, 255, 0))
    ImageDraw.Draw(image).rectangle((20, 20, 150, 60), fill=ink)
    file = BytesIO()
    image.save(file, "PNG")
    return file


def add_text(slide: Slide, text: str, *, left: float = 43, width: float = 300, wraps: bool = True) -> None:
    """A text box of 18 pt in the upper half of the slide."""
    frame = slide.shapes.add_textbox(Pt(left), Pt(200), Pt(width), Pt(60)).text_frame
    frame.word_wrap = wraps
    frame.text = text
    frame.paragraphs[0].runs[0].font.name = "Calibri"


def write_deck(file: Path, fill: Callable[[Slide], object] | None = None) -> Path:
    """A deck of one slide with a title, a text, a table, a picture and notes; `fill` adds to the slide."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    _add_title(slide, "Fast die Hälfte hat ein eigenes Team")
    add_text(slide, "Ein Drittel verteilt die Aufgabe über Abteilungen\u00a0hinweg, 33\u00a0%", left=500)
    table = slide.shapes.add_table(2, 2, Pt(43), Pt(400), Pt(400), Pt(60)).table
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        table.cell(row, column).text = f"Zelle {row}{column}"
    shown = slide.shapes.add_picture(picture(), Pt(500), Pt(300), Pt(200), Pt(100))
    shown._element.nvPicPr.cNvPr.set("descr", "Ein graues Rechteck")
    slide.notes_slide.notes_text_frame.text = "Mit der Frage einsteigen"
    _list_notes_master(presentation)
    if fill:
        fill(slide)
    presentation.save(str(file))
    return file


def _add_title(slide: Slide, text: str) -> None:
    title = slide.shapes.title
    assert title is not None
    title.left, title.top, title.width, title.height = Pt(43), Pt(20), Pt(870), Pt(90)
    title.text = text


def _list_notes_master(presentation: Presentation) -> None:
    """Writes what python-pptx leaves out: the presentation's list of notes masters."""
    relations, presentations = NAMESPACES["r"], NAMESPACES["p"]
    part = presentation.part
    relation = part.relate_to(part.notes_master_part, f"{relations}/notesMaster")
    listed = parse_xml(
        f'<p:notesMasterIdLst xmlns:p="{presentations}" xmlns:r="{relations}">'
        f'<p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    )
    part._element.insert_element_before(listed, "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz")


def edited(deck: Path, edits: dict[str, Edit | None], **added: bytes) -> Path:
    """The deck with some parts changed (None: taken out) and others added, beside the original."""
    target = deck.with_name(f"edited-{deck.name}")
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            edit = edits.get(name, bytes)
            if edit is not None:
                new.writestr(name, edit(old.read(name)))
        for name, blob in added.items():
            new.writestr(name, blob)
    return target


def write_pdf(file: Path, *, font: str = "Carlito", at: tuple[float, float] = (60, 700)) -> Path:
    """A PDF of two pages with a line of text at the top and another at a place, counted from the lower left."""
    pdfmetrics.registerFont(TTFont("Carlito", str(CHECKOUT / "assets/fonts/Carlito-Regular.ttf")))
    # Without it ReportLab names Helvetica in every file, embedded or not. Its stub takes the name for a size.
    canvas = Canvas(str(file), pagesize=(595, 842), initialFontName="Carlito")  # type: ignore[arg-type]
    for _ in range(2):
        canvas.setFont("Carlito", 12)
        canvas.drawString(60, 800, "Social Media")
        canvas.setFont(font, 12)
        canvas.drawString(*at, "Größe 49 %")
        canvas.showPage()
    canvas.save()
    return file
