"""What a template offers and what was chosen of it, as a table for the person who has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.templates.choosing import SlidePart
from report.templates.company import Company
from report.templates.model import PlaceKind
from report.templates.slides import title_sizes, usual_size
from report.text.typefaces import stand_in
from report.theme.perception import contrast
from report.units import Color

USED_FOR = {
    SlidePart.COVER: "the first slide",
    SlidePart.CHAPTER: "where a chapter begins",
    SlidePart.FINDING: "every other slide",
}


def explained(company: Company) -> str:
    """Layouts, content area, typefaces, colours with their contrasts, and what is missing."""
    parts = (_head(company), _layouts(company), _places(company), _colors(company), _missing(company))
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def _head(company: Company) -> Iterator[str]:
    template = company.template
    inches = f"{template.width / 72:.2f} x {template.height / 72:.2f} in"
    masters = _counted(template.n_masters, "master")
    yield f"{template.display}: {inches}, {_counted(len(template.layouts), 'layout')} of {masters}"
    if template.n_samples:
        yield f"its own {_counted(template.n_samples, 'slide')} are left out of decks"


def _layouts(company: Company) -> Iterator[str]:
    chosen = company.choice.layouts
    rows = [("layout", "offers", "used for")]
    for layout in company.template.layouts:
        offered = dict.fromkeys(place.kind.value for place in layout.places)
        uses = [USED_FOR[part] for part, each in chosen.items() if each is layout]
        pinned = " (pinned)" if any(chosen[part] is layout for part in company.choice.pinned) else ""
        rows.append((layout.name or "(no name)", ", ".join(offered) or "nothing", ", ".join(uses) + pinned))
    return _table(rows)


def _places(company: Company) -> Iterator[str]:
    area, title = company.choice.area, company.choice.finding.title
    corner = f"{area.left:.0f} pt from the left and {area.top:.0f} pt from the top"
    yield f"content   {area.width:.0f} x {area.height:.0f} pt, {corner}"
    if title:
        size = f"{title.text.size:g} pt" if title.text.is_sized else "no size of its own"
        weight = " bold" if title.text.is_bold else ""
        largest, *_, least = (each.size for each in title_sizes(title, usual_size(company.template)))
        yield f"headline  {company.title_typeface} {size}{weight}, in two lines down to {least / largest:.0%} of it"
    yield f"text      {company.text_typeface}"
    for typeface in dict.fromkeys((company.title_typeface, company.text_typeface)):
        yield f"          {typeface}: {_measured(typeface)}"


def _measured(typeface: str) -> str:
    """By what a typeface is measured, and what somebody sees who has it not."""
    by = stand_in(typeface)
    if by.is_twin:
        return f"measured by {by.name}, which has its widths"
    wider = f"measured by {by.name}, taken for {by.widening[0] - 1:.0%} wider"
    return f"{wider}; whoever has not got it sees what PowerPoint takes instead"


def _colors(company: Company) -> Iterator[str]:
    paper, accents = company.look.theme.paper, company.look.accents
    used = {paper.ground: "ground", paper.text: "text"}
    given = {after: before for before, after in accents.changed}
    for color, what in ((accents.proof, "accent"), (accents.contrast, "second accent")):
        used.setdefault(given.get(color, color), what)
    rows = [("colour", "value", "on the ground", "used as")]
    for name, color in company.choice.finding.colors.items():
        changed = next((after for before, after in accents.changed if before == color), None)
        use = used.get(color, "")
        note = f", as {changed.hex} ({_ratio(changed, paper.ground)}), for it is too weak" if use and changed else ""
        rows.append((name, color.hex, _ratio(color, paper.ground), use + note))
    return _table(rows)


def _missing(company: Company) -> list[str]:
    layout, found = company.choice.finding, list[str]()
    if not layout.places_of(PlaceKind.SLIDE_NUMBER):
        found.append("a slide number: slides have none")
    if company.choice.layouts[SlidePart.CHAPTER] is company.choice.layouts[SlidePart.COVER]:
        found.append("a layout for chapters: they begin as the cover does")
    places = layout.places_of(PlaceKind.CONTENT, PlaceKind.TEXT)
    if layout.ground is None and not any(place.text.ground for place in places):
        found.append(f"one plain colour under the content: it is taken for {company.look.theme.paper.ground.hex}")
    return [f"missing   {found[0]}", *(f"          {each}" for each in found[1:])] if found else []


def _ratio(color: Color, ground: Color) -> str:
    return f"{contrast(color, ground):.1f} to 1"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns under each other."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
