"""A company's template, ready for a deck to stand on it: layouts chosen, look derived, typefaces known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from report.diagnostics import DeckPlace, Diagnostic, Severity, SourceText, near_miss
from report.frozen import frozen
from report.templates.choosing import LEAST_TITLE_WIDTH, Choice, SlidePart, blocked, choose_layouts, has_room, is_narrow
from report.templates.faults import TemplateFault
from report.templates.letters import readable_letters
from report.templates.look import Look, look_of, typeface_of_text
from report.templates.model import Template, TemplateLayout
from report.templates.panels import with_panels
from report.templates.reading import read_template
from report.text.fonts import AS_THEY_ARE, Fonts
from report.text.typefaces import OwnTypeface, measuring, stand_in
from report.theme.perception import contrast


@frozen
class Company:
    """A template with all that was made of it.

    own: the typeface of which the house brings the files, which may be one of the template's; None: it brings none.
    """

    template: Template
    choice: Choice
    look: Look
    text_typeface: str
    title_typeface: str
    own: OwnTypeface | None = None

    def text_fonts(self, shipped: Path) -> Fonts:
        """What measures the texts of its slides. shipped: the folder of the fonts that ship."""
        return measuring(self.text_typeface, self.own, shipped)

    def title_fonts(self, shipped: Path) -> Fonts:
        """What measures its titles."""
        return measuring(self.title_typeface, self.own, shipped)

    def chart_fonts(self, shipped: Path) -> Fonts:
        """What draws its charts."""
        return replace(self.text_fonts(shipped), widening=AS_THEY_ARE)


def read_company(path: Path, display: str, pinned: Mapping[str, SourceText]) -> Company | Diagnostic:
    """The template in a file, or why no deck can stand on it; a fault has a place where a named layout is to blame.

    pinned: names of layouts by the parts they play.
    """
    if not path.is_file():
        message, hint = f'"{display}" is no file that can be read', "name a .pptx or .potx file"
        return Diagnostic(TemplateFault.NO_FILE, message, hint=hint, in_finished=DeckPlace(display))
    template = read_template(path, display)
    if isinstance(template, Diagnostic):
        return template
    layouts: dict[SlidePart, TemplateLayout] = {}
    for part, name in pinned.items():
        layout = next((each for each in template.layouts if each.name == name.text), None)
        if layout is None or (layout.title is None and part != SlidePart.COVER):
            return _unknown(template, name, layout)
        if layout.title and is_narrow(layout.title, template):
            width, least = layout.title.box.width, LEAST_TITLE_WIDTH * template.width
            message = (
                f'the place of the title on the layout "{layout.name}" is {width:.0f} pt wide: words fall apart there'
            )
            hint = (
                f"name a layout whose title has {least:.0f} pt or more, or none: then the one that fits best is found"
            )
            return _unfit(template, name, message, hint)
        layouts[SlidePart(part)] = layout
    choice = choose_layouts(template, layouts)
    if choice and not has_room(choice.area, template):
        message = f'the layout "{choice.finding.name}" has no room for content below its title'
        hint = "name another one under `layouts:`, or none: then the one that fits best is found"
        return _unfit(template, pinned.get(SlidePart.FINDING), message, hint)
    if choice is None:
        return _without_layout(template)
    text_typeface = typeface_of_text(choice, template)
    title = choice.finding.title
    look = look_of(choice, stand_in(text_typeface).files, text_typeface)
    template, choice = with_panels(template, choice, look.theme.paper.ground)
    return Company(template, choice, look, text_typeface, title.text.typeface if title else text_typeface)


def notices_of(company: Company) -> tuple[Diagnostic, ...]:
    """What the person who has the template should know: typefaces that are not here, accents that were changed."""
    place = DeckPlace(company.template.display)
    typefaces = dict.fromkeys((company.title_typeface, company.text_typeface))
    unknown = [
        each for each in typefaces if not (stand_in(each).is_twin or (company.own and company.own.is_called(each)))
    ]
    told = [
        Diagnostic(
            TemplateFault.TYPEFACE,
            f'"{typeface}" is measured by {stand_in(typeface).name}, taken for wider',
            hint="name its .ttf files in a theme.yaml; "
            "whoever opens the deck without that typeface sees what PowerPoint takes instead",
            severity=Severity.WARNING,
            in_finished=place,
        )
        for typeface in unknown
    ]
    ground = company.look.theme.paper.ground
    if not company.look.is_ground_known:
        message = f"what lies under the content is no plain colour: a panel of {ground.hex} is put between"
        hint = "give the layout a plain ground where content stands, or name another one under `layouts:`"
        told.append(Diagnostic(TemplateFault.GROUND, message, hint=hint, severity=Severity.WARNING, in_finished=place))
    told += _grounds_told(company)
    for given, used in company.look.accents.changed:
        before, after = (f"{color.hex} ({contrast(color, ground):.1f} to 1)" for color in (given, used))
        message = f"the accent {before} is too weak for letters on {ground.hex}: {after} stands in its place"
        hint = "choose a stronger accent in the template, if that is not what you want"
        told.append(Diagnostic(TemplateFault.ACCENT, message, hint=hint, severity=Severity.WARNING, in_finished=place))
    return tuple(told)


def layouts_with_panels(choice: Choice) -> list[TemplateLayout]:
    """The layouts in use on which a panel is put under the title, each once."""
    used = {layout.part: layout for layout in choice.layouts.values()}
    return [layout for layout in used.values() if layout.title and layout.title.has_panel]


def _grounds_told(company: Company) -> Iterator[Diagnostic]:
    """Titles whose letters could not be read on what lies under them, and how they are now."""
    place, panel = DeckPlace(company.template.display), company.look.theme.paper.ground
    for layout in {each.part: each for each in company.choice.layouts.values()}.values():
        title = layout.title
        changed = readable_letters(title) if title and title.text.ground is None else None
        if changed:
            message = (
                f'on the layout "{layout.name}" the title cannot be read on what lies under it: it is {changed.hex}'
            )
            hint = "choose that colour in the template, or another picture"
        elif title and title.has_panel:
            message = f'on the layout "{layout.name}" no colour can be read on all that lies under the title'
            message += f": a panel of {panel.hex} is put between"
            hint = "give the title a plain ground or a calmer picture, or name another layout under `layouts:`"
        else:
            continue
        yield Diagnostic(TemplateFault.GROUND, message, hint=hint, severity=Severity.WARNING, in_finished=place)


def _without_layout(template: Template) -> Diagnostic:
    message = "no layout of the template has a title at its top, and room for content below it"
    hint = "add one in PowerPoint (View, Slide Master, Insert Layout), or name the nearest one under `layouts:`"
    if found := blocked(template):
        layout, box = found
        message += f': on "{layout.name}" something of {box.width:.0f} x {box.height:.0f} pt stands where content would'
        hint = "make it smaller or move it in PowerPoint (View, Slide Master), or add a layout without it"
    return Diagnostic(TemplateFault.NO_LAYOUT, message, hint=hint, in_finished=DeckPlace(template.display))


def _unfit(template: Template, named: SourceText | None, message: str, hint: str) -> Diagnostic:
    """Why a layout cannot be used; with its place where the author named it."""
    place = named.at(0, len(named.text)) if named else None
    return Diagnostic(TemplateFault.NO_LAYOUT, message, place, hint=hint, in_finished=DeckPlace(template.display))


def _unknown(template: Template, named: SourceText, layout: TemplateLayout | None) -> Diagnostic:
    name, names = named.text, [each.name for each in template.layouts if each.title]
    listed = ", ".join(dict.fromkeys(names))
    if layout:
        message, hint = f'the layout "{name}" has no place for a title', f"these have one: {listed}"
    else:
        message, hint = f'the template has no layout "{name}"', near_miss(name, names) or f"it has: {listed}"
    place, display = named.at(0, len(name)), DeckPlace(template.display)
    return Diagnostic(TemplateFault.LAYOUT_UNKNOWN, message, place, hint=hint, in_finished=display)
