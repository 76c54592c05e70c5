"""Texts that mean harm: bounded in time and memory, and whatever a text holds is shown as it is or refused.

Hostile files as such are in end_to_end/test_hostile_input.py. A text may hold what means something to XML, to PDF, to
ReportLab, to a spreadsheet, to Python's formats: it is written into every document, read back by programs that are not
ours, and has to be there letter by letter.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from PIL.PngImagePlugin import PngImageFile
from pptx import Presentation

import report
from tests.faults.catalogue import EXAMPLE
from tests.faults.texts import told_of, with_texts

SECONDS, BYTES = 20, 1_500_000_000
"""What a check may take of the processor and of the address space, libraries and all."""


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `report check` of a folder says, within bounds that the system enforces."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))

    return subprocess.run(
        [sys.executable, "-m", "report", "check", folder],
        preexec_fn=bound,
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )


def example(folder: Path) -> Path:
    """A copy of the example."""
    for file in ("survey.yaml", "briefing.yaml"):
        (folder / file).write_text((EXAMPLE / file).read_text("utf-8"), "utf-8")
    return folder


# ------------------------------------------------------------------------------------------------------------- bounds


def survey_of(content: bytes) -> Callable[[Path], None]:
    """Writes these bytes as the survey."""

    def write(folder: Path) -> None:
        (folder / "survey.yaml").write_bytes(content)

    return write


def many_questions(folder: Path) -> None:
    question = "  q{}:\n    type: multiple\n    topic: T\n    label: L\n    answers: {{a: {{percent: 1, label: A}}}}\n"
    with (folder / "survey.yaml").open("a", encoding="utf-8") as file:
        file.writelines(question.format(number) for number in range(6_000))


def headline_of(written: str) -> Callable[[Path], None]:
    """Writes a headline, as it stands in the file."""

    def write(folder: Path) -> None:
        text = (folder / "briefing.yaml").read_text("utf-8")
        new = text.replace('"{{ goals.awareness }} want to be known"', written)
        assert new != text
        (folder / "briefing.yaml").write_text(new, "utf-8")

    return write


HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "one line of 2 MB": (survey_of(b"title: " + b"x" * 1_900_000), "long-text"),
    "accents": (survey_of(b"title: a" + "\u0301\u0327".encode() * 450_000), "long-text"),
    "quotation marks": (survey_of(b"title: " + b"'" * 1_900_001), "unclosed-quotes"),
    "anchors": (survey_of(b"a: [" + b"&a x," * 90_000 + b"x]"), "unused-anchor"),
    "questions": (many_questions, "too-many"),
    "digits": (headline_of("1" * 490 + (" " + "1" * 490) * 39), "text-too-long"),
    "soft hyphens": (headline_of('"' + ("ver\\u00ad" * 100 + " ") * 20 + '"'), "text-too-long"),
    "braces": (headline_of('"' + "{{ " * 6_000 + '"'), "unclosed-figure"),
    "an expression nested deeply": (headline_of('"{{ ' + "(" * 90 + ")" * 90 + ' }}"'), "expression-syntax"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_within_bounds(name: str, tmp_path: Path) -> None:
    write, fault = HOSTILE[name]
    write(example(tmp_path))

    result = checked(tmp_path)

    assert (result.returncode, "Traceback" in result.stderr) == (1, False), result.stderr[-2000:]
    assert f"error[{fault}]: " in result.stderr
    assert len(result.stderr) < 100_000


# -------------------------------------------------------------------------------------------------------- expressions


@pytest.mark.parametrize(
    "written",
    [
        "teams.own.__class__",
        "__class__.own",
        "teams['own']",
        "exec('1')",
        "f'{teams}'",
        "10**1000000",
        "*teams",
        "teams.own; 1",
        "# x",
        "max(teams, key=len)",
        "max(*teams)",
        "await teams.own",
        "teams.own.w2024.__init__.__globals__",
        "\u0442eams.own",
    ],
)
def test_an_expression_that_tries_anything_but_figures_is_refused(written: str, tmp_path: Path) -> None:
    headline_of(json.dumps(f"{{{{ {written} }}}}", ensure_ascii=False))(example(tmp_path))

    faults = told_of(tmp_path)

    assert faults
    assert {fault.location.line for fault in faults if fault.location} == {50}


def test_a_message_does_not_steer_the_terminal(tmp_path: Path) -> None:
    folder = example(tmp_path)
    text = (folder / "survey.yaml").read_text("utf-8")
    (folder / "survey.yaml").write_text(text.replace("n: 1004", 'n: 1004\n"\\e[31m\\u202e": 1\n# \x1b[2J'), "utf-8")

    told = "\n".join(fault.as_text() for fault in told_of(folder))

    assert "unknown-key" in told
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)


# -------------------------------------------------------------------------------------------------- texts with markup

MARKUP: dict[str, tuple[str, tuple[str, ...]]] = {
    "publisher": ("<b>A & B</b> {0} %s", ("deck", "summary")),
    "institute": ("=1+1 &amp; {x.__class__}", ("deck", "summary")),
    "short_title": ("<i>S</i> & {short} @x", ("summary",)),
    "population": ("heads <seq id='a'/> {0!r}", ("deck", "summary")),
    "unit": ("<w:p>companies</w:p>", ("deck", "summary", "charts")),
    "note": ("<?xml version='1.0'?> \\0 \\u0041", ("deck", "summary")),
    "link": ("https://example.org/?a=1&b=<c>", ("deck", "summary")),
    "segments.size.columns.small.label": ("<small> & {}", ("summary",)),
    "questions.teams.topic": ("Org <br/> &lt;%d", ("deck", "summary")),
    "questions.teams.label": ("Who? ]]> <para>&amp;</para> {1}", ("deck", "summary")),
    "questions.teams.answers.own.label": ('<font color="red">Own</font> ${x}', ("deck", "summary", "charts")),
    "questions.teams.breaks.0.reason": ("<b> \\x41 %(a)s {2}", ("deck", "summary")),
    "version": ("=HYPERLINK('x') {0}", ("deck", "summary")),
    "title.text": ("Companies <u>have</u> & so on %d", ("deck", "summary")),
    "cover.subtitle": ("+cmd|' /C calc'!A0", ("deck", "summary")),
    "findings.0.annotations.0.lead": ("<w:t>Larger</w:t>", ("deck", "summary")),
    "findings.2.headline": ("Known <super>to</super> & be %s", ("deck", "summary")),
    "findings.2.text": ("Text &nbsp; <img src='x'/> <!-- a -->", ("summary",)),
    "statements.0.speaker": ("<speaker/> & %s", ("deck", "summary")),
    "statements.0.text": ("<script>alert(1)</script> & =cmd", ("deck", "summary")),
    "recommendations.items.0.detail": ('<a href="x">y</a> </p>', ("deck", "summary")),
    "method": ("<!DOCTYPE a [<!ENTITY b 'c'>]> &b;", ("deck", "summary")),
}
"""Texts of the example by their paths: what they are in this build, and where that has to be found."""
NOTES = "<notes> & =HYPERLINK('x') %s"


@pytest.fixture(scope="module")
def hostile_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the example with markup in every kind of text."""
    folder = tmp_path_factory.mktemp("hostile") / "example"
    folder.mkdir()
    with_texts(folder, {path: new for path, (new, _) in MARKUP.items()})
    briefing = (folder / "briefing.yaml").read_text("utf-8")
    briefing = re.sub(r"^  holds: .*$|(?<=notes: )Ask.*$", lambda found: found[0] and "", briefing, flags=re.MULTILINE)
    (folder / "briefing.yaml").write_text(briefing.replace("    notes: ", f'    notes: "{NOTES}"'), "utf-8")
    report.build(folder, options=report.Options(output=folder.parent / "build"))
    return folder.parent / "build" / "example" / "en"


def bare(text: str) -> str:
    """A text without blanks, soft hyphens and the hyphens of divided words, in capitals as kickers are."""
    return re.sub(r"[\s\u00ad\ufffe\u2011-]", "", text).upper()


def deck_of(folder: Path) -> str:
    shapes = [shape for slide in Presentation(str(folder / "example-en.pptx")).slides for shape in slide.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return bare(" ".join([*texts, *cells]))


def notes_of(folder: Path) -> str:
    slides = Presentation(str(folder / "example-en.pptx")).slides
    return bare(" ".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide))


def summary_of(folder: Path) -> str:
    pages = pypdfium2.PdfDocument(folder / "example-en.pdf")
    return bare(" ".join(page.get_textpage().get_text_range() for page in pages))


def charts_of(folder: Path) -> str:
    """Titles, descriptions and metadata of the pictures, as their own readers give them."""
    found = []
    for picture in sorted(each for each in (folder / "charts").iterdir() if each.suffix != ".txt"):
        if picture.suffix == ".svg":
            root = etree.parse(picture).getroot()
            found += [str(text) for text in root.itertext()]
        else:
            image = Image.open(picture)
            assert isinstance(image, PngImageFile)
            found += [str(text) for text in image.text.values()]
    return bare(" ".join(found))


READ: dict[str, Callable[[Path], str]] = {
    "deck": deck_of,
    "summary": summary_of,
    "charts": charts_of,
}


@pytest.mark.parametrize("path", MARKUP)
def test_markup_in_a_text_is_shown_as_it_was_written(path: str, hostile_build: Path) -> None:
    new, places = MARKUP[path]

    assert [place for place in places if bare(new) not in READ[place](hostile_build)] == []


def test_markup_in_speaker_notes_is_shown_as_it_was_written(hostile_build: Path) -> None:
    assert bare(NOTES) in notes_of(hostile_build)


def test_no_document_holds_more_than_texts(hostile_build: Path) -> None:
    with zipfile.ZipFile(hostile_build / "example-en.pptx") as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
    fields = {field for part in parts.values() for field in re.findall(rb'<a:fld [^>]*type="([^"]+)"', part)}
    pdf = pikepdf.open(hostile_build / "example-en.pdf")

    assert fields == {b"slidenum"}
    links = [link for part in parts.values() for link in re.findall(rb"<a:hlinkClick [^>]*>", part)]
    assert all(b'action="ppaction://hlinksldjump"' in link for link in links), "links lead to slides alone"
    assert not any(b'TargetMode="External"' in part for part in parts.values())
    assert not {"/JavaScript", "/JS", "/Launch", "/AA"} & {
        key for each in pdf.objects if isinstance(each, pikepdf.Dictionary) for key in each
    }
    assert str(pdf.docinfo["/Title"]) == "Companies <u>have</u> & so on %d"
    assert str(pdf.docinfo["/Author"]) == "<b>A & B</b> {0} %s"
    properties = Presentation(str(hostile_build / "example-en.pptx")).core_properties
    assert (properties.title, properties.subject, properties.author) == (
        "Companies <u>have</u> & so on %d",
        "<i>S</i> & {short} @x",
        "<b>A & B</b> {0} %s",
    )
