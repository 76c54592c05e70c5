"""What a template offers and what was chosen of it, as a table for the person who has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import east_asian_width

from report.templates.choosing import SlidePart
from report.templates.company import Company, layouts_with_panels
from report.templates.letters import grounds_of, readable_letters, worst
from report.templates.look import ACCENTS
from report.templates.model import PlaceKind, TemplateLayout
from report.templates.slides import headline_sizes, usual_size
from report.text.typefaces import stand_in
from report.theme.perception import contrast
from report.units import Color, Pt

USED_FOR = {
    SlidePart.COVER: "the first slide",
    SlidePart.CHAPTER: "where a chapter begins",
    SlidePart.FINDING: "every other slide",
}
RATIOS, NEAR = ((16, 9), (16, 10), (4, 3)), 0.01


def explained(company: Company) -> str:
    """Layouts, content area, typefaces, colours with their contrasts, and what is missing."""
    parts = (_head(company), _layouts(company), _places(company), _colors(company), _missing(company))
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def _head(company: Company) -> Iterator[str]:
    template = company.template
    inches = f"{template.width / 72:.2f} x {template.height / 72:.2f} in"
    masters = _counted(template.n_masters, "master")
    layouts = _counted(len(template.layouts), "layout")
    yield f"{template.display}: {inches}{_sides(template.width, template.height)}, {layouts} of {masters}"
    if template.n_samples:
        own = "slide is" if template.n_samples == 1 else f"{template.n_samples} slides are"
        yield f"its own {own} left out of decks"


def _sides(width: Pt, height: Pt) -> str:
    """The ratio of a slide's sides, where people have a name for it."""
    name = next((f"{wide}:{high}" for wide, high in RATIOS if abs(width / height - wide / high) < NEAR), None)
    return f" ({name})" if name else ""


def _layouts(company: Company) -> Iterator[str]:
    rows, masters = [("layout", "offers", "used for")], list[list[TemplateLayout]]()
    for _, group in groupby(company.template.layouts, key=lambda layout: layout.master):
        layouts = list(group)
        same = next((n for n, each in enumerate(masters, 1) if _offers(each) == _offers(layouts)), None)
        masters.append(layouts)
        told = [_layout_row(company, layout) for layout in layouts]
        heading = f"master {len(masters)}"
        if same and not any(use for *_, use in told):
            rows.append((heading, f"the same layouts as master {same}, none of them used", ""))
            continue
        rows += [(heading, "", "")] if company.template.n_masters > 1 else []
        rows += told
    return _table(rows)


def _layout_row(company: Company, layout: TemplateLayout) -> tuple[str, str, str]:
    chosen = company.choice.layouts
    uses = [USED_FOR[part] for part, each in chosen.items() if each is layout]
    pinned = " (pinned)" if any(chosen[part] is layout for part in company.choice.pinned) else ""
    return (layout.name or "(no name)", _offered(layout), ", ".join(uses) + pinned)


def _offers(layouts: Sequence[TemplateLayout]) -> list[tuple[str, str]]:
    return [(layout.name, _offered(layout)) for layout in layouts]


def _offered(layout: TemplateLayout) -> str:
    return ", ".join(dict.fromkeys(place.kind.value for place in layout.places)) or "nothing"


def _places(company: Company) -> Iterator[str]:
    area, title = company.choice.area, company.choice.finding.title
    corner = f"{area.left:.0f} pt from the left and {area.top:.0f} pt from the top"
    yield f"content   {area.width:.0f} x {area.height:.0f} pt, {corner}"
    if title:
        largest, *_, least = (each.size for each in headline_sizes(title, usual_size(company.template)))
        size = f"{title.text.size:g} pt" if title.text.is_sized else f"{largest:.0f} pt, as the template says no size"
        weight = " bold" if title.text.is_bold else ""
        yield f"headline  {company.title_typeface}{weight} {size}, where it is long down to {least / largest:.0%} of it"
    yield from (f"          {each}" for each in _letters(company))
    yield f"text      {company.text_typeface}"
    for typeface in dict.fromkeys((company.title_typeface, company.text_typeface)):
        yield f"          {typeface}: {_measured(typeface)}"


def _letters(company: Company) -> Iterator[str]:
    """In which colour titles are written, and whether that had to be another than the template's."""
    told = dict[str, list[str]]()
    for part, layout in company.choice.layouts.items():
        title = layout.title
        if title is None or title.text.color is None or not grounds_of(title):
            continue
        color, grounds, changed = title.text.color, grounds_of(title), readable_letters(title)
        under = ("a panel of " if title.has_panel else "") + " to ".join(dict.fromkeys(each.hex for each in grounds))
        said = f"{color.hex} on {under} ({worst(color, grounds):.1f} to 1)"
        if changed:
            said += f" could not be read: {changed.hex} ({worst(changed, grounds):.1f} to 1) is taken"
        told.setdefault(said, []).append(USED_FOR[part])
    for said, uses in told.items():
        yield f"{', '.join(uses)}: {said}"


def _measured(typeface: str) -> str:
    """By what a typeface is measured, and what somebody sees who has it not."""
    by = stand_in(typeface)
    if by.is_twin:
        return f"measured by {by.name}, which has its widths"
    wider = f"measured by {by.name}, taken for {by.widening[0] - 1:.0%} wider, unless a theme.yaml names its files"
    return f"{wider}; whoever has not got it sees what PowerPoint takes instead"


def _colors(company: Company) -> Iterator[str]:
    paper, named = company.look.theme.paper, company.choice.finding.colors
    uses = _uses(company)
    rows = [("colour", "value", "on the ground", "used as")]
    rows += [(name, color.hex, _ratio(color, paper.ground), uses.pop(name, "")) for name, color in named.items()]
    for color, use in ((paper.ground, "ground"), (paper.text, "text")):
        if color not in named.values():
            rows.append(("no name", color.hex, _ratio(color, paper.ground), use))
    return _table(rows)


def _uses(company: Company) -> dict[str, str]:
    """What colours are used as, by their names; of several of one value the first is meant."""
    paper, accents, named = company.look.theme.paper, company.look.accents, company.choice.finding.colors
    given, found = {after: before for before, after in accents.changed}, dict[str, str]()
    of_theme = [name for name in named if name not in ACCENTS]
    for color, use, among in (
        (paper.ground, "ground", of_theme),
        (paper.text, "text", of_theme),
        (given.get(accents.proof, accents.proof), "accent", ACCENTS),
        (given.get(accents.contrast, accents.contrast), "second accent", ACCENTS),
    ):
        name = next((name for name in (*among, *named) if named.get(name) == color), None)
        if name and name not in found:
            changed = next((after for before, after in accents.changed if before == color), None)
            found[name] = f"{use}, made {changed.hex} ({_ratio(changed, paper.ground)}) to be read" if changed else use
    return found


def _missing(company: Company) -> list[str]:
    found = [*_missing_layouts(company), *_missing_colors(company)] or ["nothing"]
    return [f"missing   {found[0]}", *(f"          {each}" for each in found[1:])]


def _missing_layouts(company: Company) -> Iterator[str]:
    chosen, layout = company.choice.layouts, company.choice.finding
    if chosen[SlidePart.COVER] is layout:
        yield "a layout for the first slide: it looks as every other slide does"
    if chosen[SlidePart.CHAPTER] is chosen[SlidePart.COVER]:
        yield "a layout for chapters: they begin as the cover does, or as the one named under `layouts: {chapter: ...}`"
    if not layout.places_of(PlaceKind.SLIDE_NUMBER):
        yield "a slide number: slides have none"


def _missing_colors(company: Company) -> Iterator[str]:
    look, uses = company.look, _uses(company).values()
    if not look.is_ground_known:
        yield f"one plain colour under the content: a panel of {look.theme.paper.ground.hex} is put between"
    for layout in layouts_with_panels(company.choice):
        panel = f"a panel of {look.theme.paper.ground.hex} is put between"
        yield f'a ground under the title of "{layout.name}" on which some colour can be read: {panel}'
    if not any(use.startswith("accent") for use in uses):
        yield "an accent that stands out from the ground: what the headline is about has the colour of text"
    elif not any(use.startswith("second accent") for use in uses):
        yield "a second accent that looks different: what is set against the first has the colour of text"


def _ratio(color: Color, ground: Color) -> str:
    return f"{contrast(color, ground):.1f} to 1"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns under each other."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
