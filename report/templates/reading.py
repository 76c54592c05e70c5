"""Reads a template: opened bounded as any presentation, its layouts with all that they take from their masters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from report.diagnostics import DeckPlace, Diagnostic
from report.ooxml.elements import NAMESPACES, qualified
from report.ooxml.package import CONTENT_TYPES, zipped
from report.presentations.colours import Colour, Palette, colour_in, contrast
from report.presentations.deck import EMU_PER_POINT, Deck, deck_of
from report.presentations.fills import background_of
from report.presentations.grounds import Canvas, canvas_of, ground_of
from report.presentations.inheritance import Page
from report.presentations.opening import MAIN, open_package
from report.presentations.package import Package
from report.presentations.places import Box as EmuBox
from report.presentations.places import placed_shapes, whole_slide
from report.presentations.shades import shades_under
from report.presentations.shapes import name_of, place_type, placeholder, text_of
from report.presentations.styles import place_style
from report.templates.faults import TemplateFault
from report.templates.model import PlaceKind, PlaceText, Template, TemplateLayout, TemplatePlace
from report.templates.plates import on_plates
from report.templates.written_by_libreoffice import as_meant, is_of_libreoffice
from report.units import Box, Color

KINDS = {
    "title": PlaceKind.TITLE,
    "ctrTitle": PlaceKind.TITLE,
    "subTitle": PlaceKind.SUBTITLE,
    "body": PlaceKind.TEXT,
    "obj": PlaceKind.CONTENT,
    "chart": PlaceKind.CONTENT,
    "tbl": PlaceKind.CONTENT,
    "pic": PlaceKind.PICTURE,
    "dt": PlaceKind.DATE,
    "ftr": PlaceKind.FOOTER,
    "sldNum": PlaceKind.SLIDE_NUMBER,
}
"""What the types of placeholders are for; others (media, diagrams) a deck has no use for."""
NAMED_COLOURS = ("bg1", "tx1", "bg2", "tx2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
MOST_OF_A_GRADIENT = 2.0
"""The contrast of its ends, up to which one colour of letters can be read on all of it."""
MIDDLE = 0.18
"""The relative luminance that is as far from black as from white."""
COVERING = 0.9
"""A shape over so much of the slide is its ground, not a thing on it."""


def read_template(path: Path, display: str) -> Template | Diagnostic:
    """The template in a file, or why it cannot be one."""
    package = open_package(path, display)
    if isinstance(package, Diagnostic):
        return package
    outside = next((part for part in _looks(package.contents) if _links_outside(deck_of(package, ""), part)), None)
    if outside:
        message = "the part shows something that lies outside of the file, and nothing outside is fetched"
        hint = "embed the linked pictures: File, Info, Edit Links to Files"
        return Diagnostic(TemplateFault.LINKED, message, hint=hint, in_finished=DeckPlace(display, part=outside))
    deck = deck_of(package, path.suffix)
    pages = list(layouts_in(deck))
    if not pages:
        hint = "add a slide master with a layout in PowerPoint: View, Slide Master"
        return Diagnostic(
            TemplateFault.NO_LAYOUT, "the template has no layout", hint=hint, in_finished=DeckPlace(display)
        )
    samples = [(target, slide) for slide in deck.slides for target in package.targets(slide, "slideLayout")]
    n_samples = Counter(layout for layout, _ in samples)
    whole = whole_slide(deck.root)
    width, height = whole.width / EMU_PER_POINT, whole.height / EMU_PER_POINT
    ground = Box(0.0, 0.0, width, height)
    n_masters = len({master for _, master in pages})
    was_libreoffice = is_of_libreoffice(page for page, _ in pages)

    def meant(page: Page) -> Page:
        of_layout = (deck.tree(slide) for layout, slide in samples if layout == page.part)
        return as_meant(page, of_layout, has_siblings=n_masters > 1) if was_libreoffice else page

    return Template(
        display=display,
        content=_as_presentation(package.blobs),
        width=width,
        height=height,
        layouts=tuple(
            _layout(package, page, meant(page), master, slide=ground, n_samples=n_samples[page.part])
            for page, master in pages
        ),
        n_samples=len(deck.slides),
        n_masters=n_masters,
    )


def _looks(parts: list[str]) -> Iterator[str]:
    """The parts that every slide is drawn with."""
    return (part for part in parts if part.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/")))


def _links_outside(deck: Deck, part: str) -> bool:
    """Whether a part shows what lies elsewhere; a link that somebody may follow shows nothing."""
    return any(each.is_external and each.kind != "hyperlink" for each in deck.package.relations(part))


def layouts_in(deck: Deck) -> Iterator[tuple[Page, str]]:
    """The layouts in the order in which PowerPoint offers them, each as a page of its own, with its master."""
    trees = deck.package.trees
    for master in _listed(deck, deck.presentation, "p:sldMasterId"):
        theme = next(iter(deck.package.targets(master, "theme")), "")
        for layout in _listed(deck, master, "p:sldLayoutId"):
            yield Page(layout, trees[layout], None, trees[master], trees.get(theme), deck.root), master


def _listed(deck: Deck, part: str, entry: str) -> list[str]:
    """The parts that a list in another names, in its order."""
    target_by_id = {each.id: each.target for each in deck.package.relations(part)}
    named = [target_by_id.get(each.get(qualified("r:id"), ""), "") for each in deck.tree(part).iter(qualified(entry))]
    return [name for name in named if name in deck.package.trees]


def _layout(package: Package, written: Page, page: Page, master: str, *, slide: Box, n_samples: int) -> TemplateLayout:
    """A layout as it is written, and as it is meant."""
    canvas = canvas_of(page)
    placed = [(shape, _points(box)) for shape, box in placed_shapes(page, page.slide) if box is not None]
    places = [_place(package, canvas, shape, box) for shape, box in placed if place_type(shape) in KINDS]
    if page is not written:
        places = [replace(place, box=_on(slide, place.box), is_untold=True) for place in places]
    seen = [(_points(each.box), each.paint) for each in canvas.drawn if each.box and placeholder(each.shape) is None]
    grounds = [paint for box, paint in seen if paint and _covers(box, slide)]
    places = [on_plates(place, [box for box, paint in seen if paint]) for place in places]
    name = page.slide.find("p:cSld", NAMESPACES)
    return TemplateLayout(
        part=page.part,
        name="" if name is None else name.get("name", ""),
        type=page.slide.get("type"),
        master=master,
        places=tuple(places),
        static=tuple(box for box, _ in seen if not _covers(box, slide)),
        ground=_single([background_of(page, canvas.palette), *grounds][-1].colours),
        colors=_colors(canvas.palette),
        n_samples=n_samples,
    )


def _on(slide: Box, box: Box) -> Box:
    """What of a box lies on the slide."""
    left, top = max(box.left, slide.left), max(box.top, slide.top)
    return Box(left, top, min(box.right, slide.right) - left, min(box.bottom, slide.bottom) - top)


def _covers(box: Box, slide: Box) -> bool:
    """Whether a shape lies under the whole slide."""
    return box.width * box.height >= COVERING * slide.width * slide.height


def _place(package: Package, canvas: Canvas, shape: etree._Element, box: Box) -> TemplatePlace:
    purpose, held, style = place_type(shape) or "obj", placeholder(shape), place_style(canvas.page, shape)
    color = None if style.fill is None else colour_in(style.fill, canvas.palette)
    ground = _single(ground_of(canvas, shape))
    text = PlaceText(
        size=style.size,
        is_bold=style.is_bold,
        is_capitals=style.is_capitals,
        tracking=style.tracking,
        typeface=style.typeface,
        alignment=style.alignment,
        spacing=style.spacing,
        space_before=style.space_before,
        color=_single((color,) if color else ()),
        ground=ground,
        anchor=style.anchor,
        insets=style.insets,
        is_sized=style.is_sized,
        shades=tuple(Color.of_hex(str(each)) for each in (shades_under(package, canvas, shape) if not ground else ())),
    )
    index = None if held is None else held.get("idx")
    return TemplatePlace(KINDS[purpose], purpose, index, name_of(shape), text_of(shape), box, text)


def _single(colours: tuple[Colour, ...]) -> Color | None:
    """The colour; of a gradient the one that letters stand out from least; None of one that goes from dark to light."""
    if not colours:
        return None
    dark, *_, light = sorted(colours, key=lambda colour: colour.luminance) * (2 if len(colours) == 1 else 1)
    if contrast(dark, light) > MOST_OF_A_GRADIENT:
        return None
    return Color.of_hex(str(dark if light.luminance > MIDDLE else light))


def _points(box: EmuBox) -> Box:
    return Box(*(length / EMU_PER_POINT for length in (box.left, box.top, box.width, box.height)))


def _colors(palette: Palette) -> Mapping[str, Color]:
    named = {name: palette.named(name) for name in NAMED_COLOURS}
    return {name: Color.of_hex(str(colour)) for name, colour in named.items() if colour}


def _as_presentation(blobs: Mapping[str, bytes]) -> bytes:
    """The same file as a presentation, which a template or a show calls itself otherwise."""
    types = blobs[CONTENT_TYPES]
    for kind in ("template", "slideshow"):
        types = types.replace(f"{MAIN}{kind}.main+xml".encode(), f"{MAIN}presentation.main+xml".encode())
    return zipped({**blobs, CONTENT_TYPES: types})
