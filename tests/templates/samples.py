"""A template filled in, to be looked at: one slide for each of its layouts.

    python -m tests.templates.samples FOLDER

writes every template of `fixtures` so, and those of LibreOffice Impress where it is installed.
"""

import sys
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.slide import Slide

from report.ooxml.package import CONTENT_TYPES, parts_of, settled, zipped
from tests.templates import impress, pictures
from tests.templates.fixtures import TEMPLATES

TITLE = "Fast die Hälfte hat ein eigenes Team für die Aufgabe"
TEXT = "Ein Drittel verteilt die Aufgabe über mehrere Abteilungen\nJede sechste Organisation vergibt sie nach außen"
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
FOOTERS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def as_presentation(template: bytes) -> bytes:
    """The same file as a .pptx, which python-pptx opens: the content type is all that makes it a template."""
    parts = parts_of(template)
    types = parts[CONTENT_TYPES].replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
    return zipped({**parts, CONTENT_TYPES: types})


def with_a_slide_per_layout(template: bytes) -> bytes:
    """The template as a deck: its own slides, then one for each layout, with a title and texts in their places."""
    deck = pptx.Presentation(BytesIO(as_presentation(template)))
    for master in deck.slide_masters:
        for layout in master.slide_layouts:
            slide = deck.slides.add_slide(layout)
            for placed, mould in zip(list(slide.shapes), layout.iter_cloneable_placeholders(), strict=True):
                _fill(placed, mould)
            for mould in layout.placeholders:
                if mould.placeholder_format.type in FOOTERS:
                    _copy(mould, slide)
    file = BytesIO()
    deck.save(file)
    return settled(file.getvalue())


def _fill(placed: Any, mould: Any) -> None:
    """Writes into a placeholder, which takes its place from the one it was made of.

    Where LibreOffice made the template, placeholders have no numbers, and python-pptx would find the title's place.
    """
    if mould._element.spPr.find(".//{*}off") is not None:
        placed.left, placed.top, placed.width, placed.height = mould.left, mould.top, mould.width, mould.height
    kind = mould.placeholder_format.type
    if kind is PP_PLACEHOLDER.PICTURE:
        placed.insert_picture(BytesIO(pictures.hills("#DADADA", "#9A9A9A")))
    else:
        placed.text_frame.text = TITLE if kind in TITLES else TEXT


def _copy(mould: Any, slide: Slide) -> None:
    """A placeholder as it stands on the layout, its number counting: python-pptx leaves footers behind."""
    copied = deepcopy(mould._element)
    copied.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1 if len(slide.shapes) else 2))
    slide.shapes._spTree.append(copied)


def main(folder: Path) -> None:
    """Writes all templates, each with a slide per layout, into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {name: make() for name, make in TEMPLATES.items()}
    if not impress.missing():
        made |= {f"impress-{name}": file.read_bytes() for name, file in impress.converted(folder / "impress").items()}
    for name, template in made.items():
        (folder / f"{name}.pptx").write_bytes(with_a_slide_per_layout(template))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
