"""The package of a deck while it is written: python-pptx's own, only that it remembers what it holds.

To name a part, to relate it and to find a picture that is there already, python-pptx looks through everything the
package holds, so that a deck takes time with the square of its slides. Here each is asked of the package once and kept
from then on; names and numbers are those that python-pptx would give. Each notes page it fills with copies of the
master's placeholders, which are the same on all: further ones are copies of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from itertools import count
from typing import IO

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.package import Package
from pptx.parts.image import Image, ImagePart
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout

from report.ooxml.elements import element

LEAST_SLIDE_ID = 256
"""ECMA-376 part 1, 19.7.13 (ST_SlideId)."""

SVG = "image/svg+xml"


class DeckPackage(Package):
    """A package that is only added to: every name it gives is taken, every picture stays."""

    def __init__(self, file: str | IO[bytes]) -> None:
        super().__init__(file)
        self._names_by_pattern: dict[str, set[str]] = {}
        self._drawings: dict[bytes, Part] = {}
        self._empty_notes: BaseOxmlElement | None = None

    @property
    def presentation(self) -> Presentation:
        """The presentation in the package."""
        presentation: Presentation = self.presentation_part.presentation
        return presentation

    def add_slide(self, layout: SlideLayout) -> Slide:
        """A further slide, empty: python-pptx alone would fill it with copies of the layout's placeholders."""
        name = self.next_partname("/ppt/slides/slide%d.xml")
        part = SlidePart.new(name, self, layout.part)  # type: ignore[no-untyped-call]  # so it is in python-pptx
        # The public way to relate two parts first looks for that relationship among all there are.
        relationship = self.presentation_part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, part)  # noqa: SLF001
        listed = element("p:sldId", id=next(self._free_slide_ids), attributes={"r:id": relationship})
        self.presentation.element.get_or_add_sldIdLst().append(listed)
        slide: Slide = part.slide
        return slide

    def add_notes(self, slide: Slide) -> etree._Element:
        """The shapes of a notes page that a slide has from now on."""
        if self._empty_notes is None:
            self._empty_notes = deepcopy(slide.notes_slide.element)
        else:
            name, page = self.next_partname("/ppt/notesSlides/notesSlide%d.xml"), deepcopy(self._empty_notes)
            notes = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, self, page)
            notes.relate_to(self.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
            notes.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
            slide.part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
        shapes: etree._Element = slide.notes_slide.element.spTree
        return shapes

    def next_partname(self, tmpl: str) -> PackURI:
        """The next name that a pattern ("/ppt/notesSlides/notesSlide%d.xml") gives."""
        taken = self._names_by_pattern.get(tmpl)
        if taken is None:
            beginning = tmpl.partition("%d")[0]
            taken = {part.partname for part in self.iter_parts() if part.partname.startswith(beginning)}
            self._names_by_pattern[tmpl] = taken
        free = next(name for number in range(len(taken) + 1, 0, -1) if (name := tmpl % number) not in taken)
        taken.add(free)
        return PackURI(free)

    def next_image_partname(self, ext: str) -> PackURI:
        """The name of the next picture."""
        return PackURI(f"/ppt/media/image{next(self._free_image_numbers)}.{ext}")

    def get_or_add_image_part(self, image_file: str | IO[bytes]) -> ImagePart:
        """The part of a picture; equal pictures share one."""
        image = Image.from_file(image_file)
        if image.sha1 not in self._image_parts_by_sha1:
            self._image_parts_by_sha1[image.sha1] = ImagePart.new(self, image)
        return self._image_parts_by_sha1[image.sha1]

    def get_or_add_drawing_part(self, svg: bytes) -> Part:
        """The part of an SVG, which is no image to python-pptx; equal ones share one."""
        if svg not in self._drawings:
            self._drawings[svg] = Part(self.next_image_partname("svg"), SVG, self, svg)
        return self._drawings[svg]

    def add_chart_part(self, chart: bytes, workbook: bytes) -> Part:
        """The part of a chart, whose first relationship is its workbook."""
        part = Part(self.next_partname("/ppt/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, self, chart)
        name = self.next_partname("/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        part.relate_to(Part(name, CONTENT_TYPE.SML_SHEET, self, workbook), RELATIONSHIP_TYPE.PACKAGE)
        return part

    def contents(self) -> dict[str, bytes]:
        """All files of the zip by name: `save` would compress them, in another order and dated, to no purpose."""
        found = _Contents()
        writer = PackageWriter("", self._rels, tuple(self.iter_parts()))
        for write in (writer._write_content_types_stream, writer._write_pkg_rels, writer._write_parts):  # noqa: SLF001
            write(found)  # type: ignore[arg-type]  # `write` is all that they call
        return found.by_name

    @cached_property
    def _free_slide_ids(self) -> Iterator[int]:
        taken = [slide.id for slide in self.presentation.element.get_or_add_sldIdLst()]
        return count(max([LEAST_SLIDE_ID - 1, *taken]) + 1)

    @cached_property
    def _free_image_numbers(self) -> Iterator[int]:
        names = [part.partname for part in self.iter_parts() if part.partname.startswith("/ppt/media/image")]
        taken = {name.idx for name in names}
        return (number for number in count(1) if number not in taken)

    @cached_property
    def _image_parts_by_sha1(self) -> dict[str, ImagePart]:
        return {part.sha1: part for part in self.iter_parts() if isinstance(part, ImagePart)}


class _Contents:
    """What a package writes into a zip."""

    def __init__(self) -> None:
        self.by_name: dict[str, bytes] = {}

    def write(self, name: PackURI, content: bytes) -> None:
        """Takes a file."""
        self.by_name[name.membername] = content
