"""What the written deck says of itself, and what it keeps of a template's own properties."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from report.briefing.model import Briefing
from report.checks import sending
from report.checks.checking import check_deck
from report.deck.writer import write_deck
from report.ooxml.package import parts_of
from report.presentations.fingerprints import fingerprints_of
from report.presentations.opening import unpacked
from tests.deck.builders import BUILT, TEMPLATE, briefing, painted, placed, reopened

LABELS = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    b' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Label"><vt:bool>true</vt:bool></property>'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Status"><vt:i4>4</vt:i4></property>'
    b"</Properties>"
)
APPLICATION = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Befund</Application><Manager>Bernd Kern</Manager><Company>Kern AG</Company></Properties>"
)


def of_a_house() -> bytes:
    """The template with labels of a house, its picture, and who made it."""
    presentation = Presentation(BytesIO(TEMPLATE))
    package = presentation.part.package
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).blob = APPLICATION
    labels = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, package, LABELS)
    picture = Part(PackURI("/docProps/thumbnail.jpeg"), CONTENT_TYPE.JPEG, package, b"\xff\xd8")
    package.relate_to(labels, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    package.relate_to(picture, RELATIONSHIP_TYPE.THUMBNAIL)
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


def deck_of(of: Briefing, template: bytes = TEMPLATE) -> bytes:
    deck = placed(of)
    return write_deck(deck, painted(deck).__getitem__, template, BUILT).content


def custom(file: bytes) -> list[tuple[str | None, str | None, str]]:
    """Number, name and value of each property beside Office's own."""
    tree = etree.fromstring(parts_of(file)["docProps/custom.xml"])
    return [(each.get("pid"), each.get("name"), "".join(map(str, each.itertext()))) for each in tree]


def digest_of(file: bytes) -> str:
    """The digest of what people see of a finished deck, whatever it says of itself."""
    digest = fingerprints_of(unpacked(file)).present.digest
    assert re.fullmatch("[0-9a-f]{32}", digest)
    return digest


def test_a_deck_tells_programs_its_survey_version_and_status() -> None:
    assert custom(deck_of(briefing())) == [
        ("2", "Survey", "social-media"),
        ("3", "Version", "1.0"),
        ("4", "Status", "final"),
        ("5", "Fingerprint", digest_of(deck_of(briefing()))),
    ]


def test_a_draft_says_so_and_a_deck_without_version_has_none() -> None:
    assert [entry[1:] for entry in custom(deck_of(briefing(is_draft=True, version=None)))[:-1]] == [
        ("Survey", "social-media"),
        ("Status", "draft"),
    ]


def test_the_labels_of_a_house_stay_with_the_properties_of_the_deck() -> None:
    assert custom(deck_of(briefing(), of_a_house())) == [
        ("7", "Label", "true"),
        ("8", "Survey", "social-media"),
        ("9", "Version", "1.0"),
        ("10", "Status", "final"),
        ("11", "Fingerprint", digest_of(deck_of(briefing()))),
    ]


def test_picture_company_and_manager_of_a_template_are_dropped() -> None:
    found = parts_of(deck_of(briefing(), of_a_house()))

    assert [name for name in found if "thumbnail" in name] == []
    assert b"thumbnail" not in found["_rels/.rels"]
    assert b"Kern" not in found["docProps/app.xml"]
    assert b"<Application>Befund</Application>" in found["docProps/app.xml"]


def test_keywords_are_the_topics_of_the_questions() -> None:
    assert reopened(briefing()).core_properties.keywords == "Herausforderungen, Organisation, Zuständigkeit, Ziele"


@pytest.mark.parametrize(("last", "kept"), [(21, 5), (22, 4)])
def test_as_many_keywords_stand_there_as_office_takes_and_none_is_cut_off(last: int, kept: int) -> None:
    topics = ("a" * 60, "b" * 60, "c" * 60, "d" * 46, "e" * last)  # 255 characters with four commas, or one more

    deck = replace(placed(briefing()), keywords=topics)
    file = write_deck(deck, painted(deck).__getitem__, TEMPLATE, BUILT).content

    assert Presentation(BytesIO(file)).core_properties.keywords == ", ".join(topics[:kept])


def test_sending_a_deck_tells_of_its_properties(tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck_of(briefing()))

    told = [found.message for found in check_deck(file, file.name, sending.RULES) if found.id == "send-property"]

    assert told == [
        'it has the property "Survey": "social-media"',
        'it has the property "Version": "1.0"',
        'it has the property "Status": "final"',
        f'it has the property "Fingerprint": "{digest_of(file.read_bytes())}"',
    ]
