"""Sections and links of the written deck: every slide in one section, every link on the slide that it should reach."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from report.briefing.model import Briefing, Chapter, Finding, Recommendations
from report.checks.checking import check_deck
from report.deck.writer import write_deck
from report.document.model import Document
from report.document.model.nodes import Paragraph
from report.ooxml.elements import qualified
from report.ooxml.package import parts_of
from tests.builders import words
from tests.deck.builders import (
    BUILT,
    ENGLISH,
    TEMPLATE,
    advice,
    briefing,
    exhibit,
    finding,
    message,
    painted,
    placed,
    recommendation,
    statement,
    written,
)

ANSWERS = {"teams": "own", "challenges": "resources", "goals": "awareness", "departments": "marketing"}


def about(of: str, id: str) -> Finding:
    """A finding on one answer of a question."""
    shown = replace(exhibit(of=of), answers=(ANSWERS[of],))
    return replace(finding(id, f"Ein Befund zu {of}", shows=shown), annotations=())


FINDINGS = tuple(about(of, of) for of in ANSWERS)


def told(**changes: Any) -> Briefing:
    """Four findings, a statement behind the third, messages of three of these, and recommendations."""
    messages = (
        replace(message(), finding="teams"),
        replace(message("challenges", "resources"), finding="challenges"),
        replace(message("goals", "awareness"), finding="strategy"),
    )
    return briefing(**{"findings": FINDINGS, "messages": messages, **changes})


def chapters(*findings: tuple[str, ...], title: str = "Anhang") -> tuple[Chapter, ...]:
    return tuple(Chapter(words(title), None, each) for each in findings)


def with_long_method(document: Document) -> Document:
    """So much unknown that what follows from it needs a slide of its own."""
    unknown = tuple(Paragraph(f"u{number}", words(f"Unbekanntes {number}")) for number in range(9))
    text = tuple(Paragraph(f"t{number}", words("Was daraus folgt, braucht viele Worte. " * 5)) for number in range(2))
    return replace(document, method=replace(document.method, unknown=unknown, text=text))


def with_two_slides_of_method() -> bytes:
    deck = placed(told(), change=with_long_method)
    return write_deck(deck, painted(deck).__getitem__, TEMPLATE, BUILT).content


def opened(file: bytes) -> Any:
    return Presentation(BytesIO(file))


def sections(file: bytes) -> list[tuple[str, list[int]]]:
    """Names of the sections, and the numbers of their slides in the order of the show."""
    tree = etree.fromstring(parts_of(file)["ppt/presentation.xml"])
    number_by_id = {slide.get("id"): number for number, slide in enumerate(tree.iter(qualified("p:sldId")), 1)}
    return [
        (section.get("name") or "", [number_by_id[slide.get("id")] for slide in section.iter(qualified("p14:sldId"))])
        for section in tree.iter(qualified("p14:section"))
    ]


def links(file: bytes) -> dict[str, tuple[str, str]]:
    """What is linked: the texts of the shapes, each with the layout and title of the slide that it leads to."""
    found = {}
    for slide in opened(file).slides:
        for shape in slide.shapes:
            target = None if not hasattr(shape, "click_action") else shape.click_action.target_slide
            if target is not None:
                title = target.shapes.title.text_frame.text.replace("\v", " ")
                found[shape.name] = (shape.text_frame.text, title)
    return found


# --------------------------------------------------------------------------------------------------------- sections


def test_a_deck_has_its_findings_as_a_whole_between_overview_and_method() -> None:
    assert sections(written(told())) == [
        ("Überblick", [1, 2]),
        ("Befunde", [3, 4, 5, 6, 7]),
        ("Empfehlungen", [8]),
        ("Methode", [9]),
        ("Anhang", [10, 11]),
    ]


def test_sections_are_named_in_the_language_of_the_deck() -> None:
    names = [name for name, _ in sections(written(told(language=ENGLISH)))]

    assert names == ["Overview", "Findings", "Recommendations", "Method", "Appendix"]


def test_a_section_without_slides_is_none() -> None:
    names = [name for name, _ in sections(written(told(recommendations=None)))]

    assert names == ["Überblick", "Befunde", "Methode", "Anhang"]


def test_each_chapter_is_a_section_whatever_it_is_called() -> None:
    found = sections(written(told(chapters=chapters(("teams", "challenges"), ("goals", "departments")))))

    assert found[1:3] == [("1 Anhang", [3, 4]), ("2 Anhang", [5, 6, 7])]


def test_a_method_of_two_slides_is_one_section() -> None:
    file = with_two_slides_of_method()

    assert sections(file)[3] == ("Methode", [9, 10])


@pytest.mark.parametrize("file", [written(told()), with_two_slides_of_method()], ids=["plain", "long method"])
def test_every_slide_stands_in_one_section(file: bytes) -> None:
    numbers = [number for _, slides in sections(file) for number in slides]

    assert numbers == list(range(1, len(opened(file).slides) + 1))


def test_ids_of_sections_differ_and_stay_from_build_to_build() -> None:
    def ids(file: bytes) -> list[str | None]:
        tree = etree.fromstring(parts_of(file)["ppt/presentation.xml"])
        return [section.get("id") for section in tree.iter(qualified("p14:section"))]

    german, english = ids(written(told())), ids(written(told(language=ENGLISH)))

    assert german == english
    assert len(set(german)) == len(german) == 5
    assert "{3931FA26-C94F-5457-B819-4606F1DCC4A3}" in german


# ------------------------------------------------------------------------------------------------------------ links


def test_topics_at_a_glance_lead_to_the_slide_of_their_finding_or_statement() -> None:
    found = links(written(told()))

    assert found["topic 1"] == ("Organisation", "Ein Befund zu teams")
    assert found["topic 2"] == ("Organisation", "Ein Befund zu challenges")
    assert found["topic 3"][1] == statement().text.text


def test_the_evidence_of_a_recommendation_leads_to_the_finding_that_shows_its_figure() -> None:
    goals = replace(recommendation(), because=("goals",))
    both = replace(recommendation(), because=("goals", "teams"))
    none = replace(recommendation(), because=())
    section = Recommendations(advice().headline, (goals, both, none), ())

    found = links(written(told(recommendations=section)))

    leads = [(name, *target) for name, target in found.items() if name.startswith("evidence")]
    text = "der Unternehmen: dort darf jeder posten"
    assert leads == [(f"evidence {rank}", text, "Ein Befund zu teams") for rank in (1, 2, 3)]


def test_evidence_that_no_finding_shows_leads_to_the_first_that_is_its_reason_or_nowhere() -> None:
    others = [each for each in FINDINGS if each.id != "teams"]
    reasoned = replace(recommendation(), because=("departments", "goals"))
    bare = replace(recommendation(), because=())
    section = Recommendations(advice().headline, (reasoned, bare), ())
    of_goals = replace(message(), finding="goals")

    found = links(written(told(recommendations=section, findings=tuple(others), messages=(of_goals,) * 3)))

    assert {name: title for name, (_, title) in found.items() if name.startswith("evidence")} == {
        "evidence 1": "Ein Befund zu departments"
    }


def test_links_lead_to_the_same_findings_behind_the_beginnings_of_chapters() -> None:
    more = tuple(about(of, f"{of}-{number}") for number in (1, 2) for of in ANSWERS)
    parted = chapters(tuple(ANSWERS), tuple(each.id for each in more), title="Teil")
    file = written(told(findings=(*FINDINGS, *more), chapters=parted))

    found = links(file)

    assert [slide.slide_layout.name for slide in opened(file).slides].count("Chapter") == 2
    assert found["topic 2"][1] == "Ein Befund zu challenges"
    assert found["evidence 1"][1] == "Ein Befund zu teams"
    assert [name for name, _ in sections(file)][1:3] == ["1 Teil", "2 Teil"]


def test_a_link_is_the_whole_shape_and_its_runs_keep_their_look() -> None:
    for slide in opened(written(told())).slides:
        for link in slide.element.iter(qualified("a:hlinkClick")):
            assert link.getparent().tag == qualified("p:cNvPr")
            assert link.get("action") == "ppaction://hlinksldjump"
            assert link.get("tooltip")


def test_no_link_of_a_placeholder_which_libreoffice_would_drop() -> None:
    for slide in opened(written(told())).slides:
        for shape in slide.placeholders:
            assert not list(shape.element.iter(qualified("a:hlinkClick")))


@pytest.mark.parametrize("part", ["sectionLst", "slide"])
def test_a_check_of_the_deck_finds_nothing_until_a_section_or_a_link_is_broken(part: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(written(told()))
    broken = opened(file.read_bytes())

    if part == "sectionLst":
        listed = next(broken.element.iter(qualified("p14:sldId")))
        listed.getparent().remove(listed)
    else:
        link = next(broken.slides[1].element.iter(qualified("a:hlinkClick")))
        link.set(qualified("r:id"), "rId1")
    broken.save(tmp_path / "broken.pptx")

    assert [found.id for found in check_deck(file, "deck.pptx") if found.is_error] == []
    told_of = [found.id for found in check_deck(tmp_path / "broken.pptx", "broken.pptx") if found.is_error]
    assert told_of == ["section-slides" if part == "sectionLst" else "slide-jump"]


def test_no_slide_has_a_transition() -> None:
    for name, part in parts_of(written(told())).items():
        assert b"transition" not in part or not name.startswith("ppt/slides/")
