"""The presentation: its lists of slides, layouts, notes and sections agree with the parts that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.checks.rule import Found, Rule
from report.diagnostics import Severity
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import LAYOUT, MASTER, NOTES, SLIDE, Deck, listed_slides


def _no_slides(deck: Deck) -> Iterator[Found]:
    if not deck.slides and deck.ending != ".potx":
        yield Found("the list of slides is empty", deck.presentation)


def _slide_not_listed(deck: Deck) -> Iterator[Found]:
    for part in deck.package.of_type(SLIDE):
        if part not in deck.slides:
            yield Found("the slide is in the file and not in the list of slides", part)


def _slide_twice(deck: Deck) -> Iterator[Found]:
    for part, count in Counter(listed_slides(deck.package, deck.presentation)).items():
        if part and count > 1:
            yield Found(f"the list of slides names it {count} times", part)


def _slide_layout(deck: Deck) -> Iterator[Found]:
    for part in deck.slides:
        count = len(deck.package.targets(part, "slideLayout"))
        if count != 1:
            yield Found(f"the slide has {count or 'no'} layout{'s' if count > 1 else ''}; a slide has one", part)


def _layout_master(deck: Deck) -> Iterator[Found]:
    for part in deck.package.of_type(LAYOUT):
        masters = deck.package.targets(part, "slideMaster")
        if len(masters) != 1:
            yield Found(f"the layout has {len(masters) or 'no'} masters; a layout has one", part)
        elif part not in deck.package.targets(masters[0], "slideLayout"):
            yield Found(f'the layout names the master "{masters[0]}", which does not name it', part)


def _layout_ids(deck: Deck) -> Iterator[Found]:
    ids = [element.get("id") for element in deck.root.iter(qualified("p:sldMasterId"))]
    for master in deck.package.of_type(MASTER):
        ids += [element.get("id") for element in deck.tree(master).iter(qualified("p:sldLayoutId"))]
    for layout_id, count in Counter(each for each in ids if each).items():
        if count > 1:
            yield Found(f"{count} masters and layouts have the id {layout_id}; they share one row", deck.presentation)


def _notes_master(deck: Deck) -> Iterator[Found]:
    masters = deck.package.targets(deck.presentation, "notesMaster")
    listed = deck.root.find("p:notesMasterIdLst/p:notesMasterId", NAMESPACES)
    if masters and listed is None:
        yield Found("there is a master of notes and the presentation does not list it", deck.presentation)
    for notes in deck.package.of_type(NOTES):
        if deck.package.targets(notes, "notesMaster") != masters:
            yield Found("the notes do not point to the master of notes", notes)


def _notes_slide(deck: Deck) -> Iterator[Found]:
    for slide, notes in _notes(deck):
        others = [each for each in deck.package.targets(notes, "slide") if each != slide]
        if others:
            yield Found(f'the notes of "{slide}" point to "{others[0]}"', notes)


def _notes_link(deck: Deck) -> Iterator[Found]:
    """Google's exports have none, and PowerPoint opens them."""
    for slide, notes in _notes(deck):
        if not deck.package.targets(notes, "slide"):
            yield Found(f'the notes do not point back to "{slide}"', notes)


def _notes(deck: Deck) -> Iterator[tuple[str, str]]:
    """Each slide's part with that of its notes."""
    return ((slide, notes) for slide in deck.slides for notes in deck.package.targets(slide, "notesSlide"))


def _shared_part(deck: Deck) -> Iterator[Found]:
    for kind, what in (("notesSlide", "these notes"), ("chart", "this chart")):
        owned = Counter(part for slide in deck.slides for part in set(deck.package.targets(slide, kind)))
        for part, count in owned.items():
            if count > 1:
                yield Found(f"{count} slides share {what}", part)


def _section_name(deck: Deck) -> Iterator[Found]:
    for section in deck.root.iter(qualified("p14:section")):
        if section.get("name") is None or not section.get("id"):
            yield Found("a section has no name or no id", deck.presentation)


def _section_slides(deck: Deck) -> Iterator[Found]:
    if next(deck.root.iter(qualified("p14:sectionLst")), None) is None:
        return
    listed = Counter(each.get("id", "") for each in deck.root.iter(qualified("p14:sldId")))
    there = Counter(each.get("id", "") for each in deck.root.iter(qualified("p:sldId")))
    for number in sorted(listed - there):
        yield Found(f"a section names the slide id {number} too often, or there is no such slide", deck.presentation)
    for number in sorted(there - listed):
        yield Found(f"no section names the slide id {number}", deck.presentation)


RULES = (
    Rule("no-slides", _no_slides, "add a slide"),
    Rule("slide-not-listed", _slide_not_listed, "delete the part with its relationship, or list it in p:sldIdLst"),
    Rule("slide-twice", _slide_twice, "duplicate the slide in PowerPoint; an entry of the list makes no copy"),
    Rule("slide-layout", _slide_layout, "give the slide the relationship to its layout"),
    Rule("layout-master", _layout_master, "let layout and master name each other"),
    Rule("layout-ids", _layout_ids, "number masters and layouts in one row from 2147483648"),
    Rule(
        "notes-master", _notes_master, "list the master of notes in p:notesMasterIdLst, and let all notes point to it"
    ),
    Rule("notes-slide", _notes_slide, "let the notes point to their slide; copied slides need notes of their own"),
    Rule("notes-link", _notes_link, "give the notes the relationship to their slide", Severity.WARNING),
    Rule("shared-part", _shared_part, "copy the part for each slide"),
    Rule("section-name", _section_name, "give each section a name and an id"),
    Rule("section-slides", _section_slides, "let the sections name every slide once"),
)
