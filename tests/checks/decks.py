"""A good deck that has everything a rule looks at, and the means to plant one fault in it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from report.checks.checking import check_deck
from report.diagnostics import Diagnostic
from report.ooxml.package import parts_of, zipped

Edit = Callable[[bytes], bytes]
"""A change of one part."""

PRESENTATION = "ppt/presentation.xml"
SLIDE, SECOND = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
SECTIONS = (
    "<p:extLst {}><p:ext uri='{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}'>"
    "<p14:sectionLst xmlns:p14='http://schemas.microsoft.com/office/powerpoint/2010/main'>"
    "<p14:section name='Befunde' id='{{00000000-0000-4000-8000-000000000001}}'>"
    "<p14:sldIdLst><p14:sldId id='256'/><p14:sldId id='257'/></p14:sldIdLst></p14:section>"
    "</p14:sectionLst></p:ext></p:extLst>"
)


def good_deck() -> bytes:
    """Two slides: text, a link, a picture, a group; then a table, a chart with its workbook. Notes, a section."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    _first(presentation, presentation.slides.add_slide(presentation.slide_layouts[5]))
    _second(presentation.slides.add_slide(presentation.slide_layouts[5]))
    _list_notes_master(presentation)
    presentation.part._element.append(parse_xml(SECTIONS.format(nsdecls("p"))))
    core = presentation.core_properties
    core.title, core.author, core.last_modified_by, core.language = "Teams in Unternehmen", "", "", "de-DE"
    saved = BytesIO()
    presentation.save(saved)
    parts = parts_of(saved.getvalue())
    parts = {name: _in_german(blob) if name.startswith("ppt/slides/s") else blob for name, blob in parts.items()}
    return zipped(_without_thumbnail(parts))


def _first(presentation: Presentation, slide: Slide) -> None:
    _entitle(slide, "Fast die Hälfte hat ein Team")
    frame = _text(slide, "Ein Drittel verteilt die Aufgabe", left=43)
    run = frame.paragraphs[0].add_run()
    run.text = ", wie der Verband berichtet"
    run.hyperlink.address = "https://example.org/bericht"
    picture = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(picture, "PNG")
    picture.seek(0)
    image = slide.shapes.add_picture(picture, Pt(43), Pt(400), Pt(200), Pt(100))
    image.name = "Bild"
    image._element.xpath("*/p:cNvPr")[0].set("descr", "Drei Leute besprechen an einem Tisch den Plan der Woche")
    group = slide.shapes.add_group_shape()
    group.name = "Gruppe"
    group.shapes.add_textbox(Pt(500), Pt(400), Pt(200), Pt(50)).text_frame.text = "In der Gruppe"
    assert slide.notes_slide.notes_text_frame
    slide.notes_slide.notes_text_frame.text = "Was gesagt wird"


def _second(slide: Slide) -> None:
    _entitle(slide, "Die Zahlen im Einzelnen")
    frame = slide.shapes.add_table(3, 2, Pt(43), Pt(150), Pt(400), Pt(120))
    frame.name = "Tabelle"
    for row in range(3):
        for column in range(2):
            frame.table.cell(row, column).text = f"Zelle {row}{column}"
    data: Any = CategoryChartData()
    data.categories = ["Team", "verteilt", "jeder"]
    data.add_series("2015", (45, 35, 20))
    data.add_series("2016", (49, 33, 17))
    chart: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(500), Pt(150), Pt(400), Pt(300), data)
    chart.name = "Diagramm"
    chart._element.xpath("*/p:cNvPr")[0].set("descr", "Balken: Teams 49 Prozent, verteilt 33, jeder 17")
    assert slide.notes_slide.notes_text_frame
    slide.notes_slide.notes_text_frame.text = "Mehr dazu"


def _entitle(slide: Slide, text: str) -> None:
    title = slide.shapes.title
    assert title is not None
    title.left, title.top, title.width, title.height = Pt(43), Pt(20), Pt(870), Pt(90)
    title.text = text
    title.name = "Titel"


def _text(slide: Slide, text: str, *, left: float) -> TextFrame:
    shape = slide.shapes.add_textbox(Pt(left), Pt(200), Pt(400), Pt(60))
    shape.name = "Text"
    shape.text_frame.text = text
    shape.text_frame.paragraphs[0].runs[0].font.size = Emu(228600)
    return shape.text_frame


def _list_notes_master(presentation: Presentation) -> None:
    """Writes what python-pptx leaves out: the presentation's list of masters of notes."""
    part = presentation.part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesMaster"
    relation = part.relate_to(part.notes_master_part, kind)
    listed = f"<p:notesMasterIdLst {nsdecls('p', 'r')}><p:notesMasterId r:id='{relation}'/></p:notesMasterIdLst>"
    part._element.insert_element_before(parse_xml(listed), "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz")


def _in_german(blob: bytes) -> bytes:
    text = re.sub(r"(<a:(?:rPr|endParaRPr))(?! lang)", r'\1 lang="de-DE"', blob.decode())
    return text.replace("<a:r><a:t>", '<a:r><a:rPr lang="de-DE"/><a:t>').encode()


def _without_thumbnail(parts: dict[str, bytes]) -> dict[str, bytes]:
    del parts["docProps/thumbnail.jpeg"]
    relations = re.sub(rb"<Relationship [^>]*thumbnail[^>]*>", b"", parts["_rels/.rels"])
    return {**parts, "_rels/.rels": relations}


GOOD = good_deck()


def swap(old: str, new: str) -> Edit:
    """The edit that replaces what matches first."""

    def edit(blob: bytes) -> bytes:
        text, count = re.subn(old, new, blob.decode(), count=1, flags=re.DOTALL)
        assert count, f"{old} is not in the part"
        return text.encode()

    return edit


def bytes_of(blob: bytes) -> Edit:
    """The edit after which a part is these bytes."""
    return lambda _: blob


def planted(
    folder: Path,
    edits: Mapping[str, Edit | None],
    *,
    added: Sequence[tuple[str, bytes]] = (),
    name: str = "deck.pptx",
) -> Path:
    """The good deck in a file, with some parts changed (None: taken out) and others added."""
    path = folder / name
    parts = parts_of(GOOD)
    assert set(edits) <= set(parts), set(edits) - set(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, blob in parts.items():
            edit = edits.get(part, bytes)
            if edit is not None:
                archive.writestr(part, edit(blob))
        for part, blob in added:
            archive.writestr(part, blob)
    return path


def found_in(path: Path, **options: object) -> tuple[Diagnostic, ...]:
    """What the checks tell of a file."""
    return check_deck(path, path.name, **options)  # type: ignore[arg-type]  # passed on as they are


def ids(found: Sequence[Diagnostic]) -> set[str]:
    """The rules that are broken."""
    return {str(each.id) for each in found}
