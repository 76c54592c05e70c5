"""What must not leave the house with a deck is found where it is planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.checks import sending
from report.ooxml.package import parts_of, zipped
from tests.checks.decks import GOOD, SLIDE, Edit, found_in, planted, swap

CORE, APPLICATION = "docProps/core.xml", "docProps/app.xml"
RELATIONS, ROOT = "ppt/slides/_rels/slide1.xml.rels", "_rels/.rels"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMMENTS = (
    b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b'<p:cm authorId="0"/><p:cm authorId="0"/></p:cmLst>'
)
AUTHORS = (
    b'<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b'<p:cmAuthor id="0" name="Anna Kern"/></p:cmAuthorLst>'
)
TAGS = (
    b'<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b'<p:tag name="STATE" val="1"/><p:tag name="OWNER" val="Anna Kern"/></p:tagLst>'
)
LABEL = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    b'<property name="Label">'
    b'<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">intern</vt:lpwstr>'
    b"</property></Properties>"
)
BARE = {
    "ppt/notesSlides/notesSlide1.xml": swap("Was gesagt wird", ""),
    "ppt/notesSlides/notesSlide2.xml": swap("Mehr dazu", ""),
    "ppt/charts/_rels/chart1.xml.rels": swap("<Relationship [^>]*>", ""),
}
"""The changes after which the good deck tells nothing of its house."""


def related(kind: str, target: str, *, outside: bool = False) -> Edit:
    mode = ' TargetMode="External"' if outside else ""
    added = f'<Relationship Id="rId70" Type="{KIND}/{kind}" Target="{target}"{mode}/></Relationships>'
    return swap("</Relationships>", added.replace("\\", r"\\"))


NO_PARTS: tuple[tuple[str, bytes], ...] = ()
PLANTED: list[tuple[str, dict[str, Edit | None], tuple[tuple[str, bytes], ...], str]] = [
    ("send-notes", {"ppt/notesSlides/notesSlide1.xml": swap("Was gesagt wird", "Bitte nicht sagen")}, NO_PARTS,
     'deck.pptx: slide 1: error[send-notes]: the slide has speaker notes: "Bitte nicht sagen"'),
    ("send-hidden-slide", {SLIDE: swap("<p:sld ", '<p:sld show="0" ')}, NO_PARTS,
     'deck.pptx: slide 1: error[send-hidden-slide]: the slide is hidden in the show: "Fast die Hälfte hat ein Team"'),
    ("send-comments", {RELATIONS: related("comments", "../comments/comment1.xml")},
     (("ppt/comments/comment1.xml", COMMENTS),),
     "deck.pptx: slide 1: error[send-comments]: there are 2 comments"),
    ("send-comments", {"ppt/_rels/presentation.xml.rels": related("commentAuthors", "commentAuthors.xml")},
     (("ppt/commentAuthors.xml", AUTHORS),),
     "deck.pptx: ppt/commentAuthors.xml: error[send-comments]: it names who commented: Anna Kern"),
    ("send-person", {CORE: swap("<dc:creator></dc:creator>", "<dc:creator>Anna Kern</dc:creator>")}, NO_PARTS,
     'deck.pptx: docProps/core.xml: error[send-person]: it names the author: "Anna Kern"'),
    ("send-person", {CORE: swap("(<cp:lastModifiedBy>)", r"\1Anna Kern")}, NO_PARTS,
     'deck.pptx: docProps/core.xml: error[send-person]: it names who saved it last: "Anna Kern"'),
    ("send-person", {APPLICATION: swap("<Company>", "<Company>Kern AG")}, NO_PARTS,
     'deck.pptx: docProps/app.xml: error[send-person]: it names the company: "Kern AG"'),
    ("send-person", {APPLICATION: swap("<Manager>", "<Manager>Bernd Kern")}, NO_PARTS,
     'deck.pptx: docProps/app.xml: error[send-person]: it names the manager: "Bernd Kern"'),
    ("send-property", {ROOT: related("custom-properties", "docProps/custom.xml")}, (("docProps/custom.xml", LABEL),),
     'deck.pptx: docProps/custom.xml: error[send-property]: it has the property "Label": "intern"'),
    ("send-link", {RELATIONS: related("hyperlink", "file:///C:/Users/anna/plan.xlsx", outside=True)}, NO_PARTS,
     'deck.pptx: slide 1: error[send-link]: a link (hyperlink) leads to the file "file:///C:/Users/anna/plan.xlsx"'),
    ("send-link", {RELATIONS: related("oleObject", r"\\server\share\plan.xlsx", outside=True)}, NO_PARTS,
     r'deck.pptx: slide 1: error[send-link]: a link (oleObject) leads to the file "\\server\share\plan.xlsx"'),
    ("send-link", {RELATIONS: related("image", "../Bilder/plan.png", outside=True)}, NO_PARTS,
     'deck.pptx: slide 1: error[send-link]: a link (image) leads to the file "../Bilder/plan.png"'),
    ("send-path", {SLIDE: swap('descr="Drei[^"]*"', r'descr="C:\\Users\\anna\\plan.png"')}, NO_PARTS,
     r'deck.pptx: slide 1, "Bild": error[send-path]: its alternative text names the file "C:\Users\anna\plan.png"'),
    ("send-path", {SLIDE: swap("Ein Drittel verteilt", r"Siehe \\\\srv01\\plan: Ein Drittel verteilt")}, NO_PARTS,
     r'deck.pptx: slide 1, "Text": error[send-path]: its text names a file: '
     r'"Siehe \\srv01\plan: Ein Drittel verteil…"'),
    ("send-hidden-shape", {SLIDE: swap('name="Text"', 'name="Text" hidden="1"')}, NO_PARTS,
     'deck.pptx: slide 1, "Text": error[send-hidden-shape]: it is hidden in the selection pane: '
     '"Ein Drittel verteilt die Aufgabe, wie d…"'),
    ("send-off-slide", {SLIDE: swap('<a:off x="546100" y="2540000"/>', '<a:off x="-9546100" y="2540000"/>')}, NO_PARTS,
     'deck.pptx: slide 1, "Text": error[send-off-slide]: it stands beside the slide: '
     '"Ein Drittel verteilt die Aufgabe, wie d…"'),
    ("send-cropped", {SLIDE: swap("(<a:blip [^>]*/>)", r'\1<a:srcRect l="10000" b="2000"/>')}, NO_PARTS,
     'deck.pptx: slide 1, "Bild": error[send-cropped]: what is cut off at the left and bottom is still in the file'),
    ("send-tags", {RELATIONS: related("tags", "../tags/tag1.xml")}, (("ppt/tags/tag1.xml", TAGS),),
     "deck.pptx: ppt/presentation.xml: error[send-tags]: there is a list of tags for programs, which nobody sees: "
     "STATE, OWNER"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "edits", "added", "told"), PLANTED, ids=[f"{n}-{row[0]}" for n, row in enumerate(PLANTED)]
)
def test_what_is_planted_is_told(
    tmp_path: Path, rule: str, edits: dict[str, Edit | None], added: tuple[tuple[str, bytes], ...], told: str
) -> None:
    (found,) = found_in(planted(tmp_path, {**BARE, **edits}, added=added), rules=sending.RULES)

    assert found.id == rule
    assert found.as_text().split("\n")[0] == told


def test_the_workbook_behind_a_chart_is_told(tmp_path: Path) -> None:
    (found,) = found_in(planted(tmp_path, {**BARE, "ppt/charts/_rels/chart1.xml.rels": bytes}), rules=sending.RULES)

    assert found.as_text().split("\n")[0] == (
        "deck.pptx: slide 2, ppt/charts/chart1.xml: error[send-embedded]: the whole file behind it comes with it: "
        '"Microsoft_Excel_Sheet1.xlsx"'
    )


def test_a_deck_that_tells_nothing_of_its_house_may_be_sent(tmp_path: Path) -> None:
    assert found_in(planted(tmp_path, dict(BARE)), rules=sending.RULES) == ()


def test_a_picture_with_a_margin_is_not_cropped(tmp_path: Path) -> None:
    margin = swap("(<a:blip [^>]*/>)", r'\1<a:srcRect l="-10000"/>')

    assert found_in(planted(tmp_path, {**BARE, SLIDE: margin}), rules=sending.RULES) == ()


def test_every_rule_of_sending_has_a_planted_fault() -> None:
    assert {rule.id for rule in sending.RULES} == {row[0] for row in PLANTED} | {"send-embedded"}


def test_without_sending_nothing_of_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(zipped(parts_of(GOOD)))

    assert not [found for found in found_in(tmp_path / "deck.pptx") if found.id.startswith("send-")]
