"""Any valid survey builds its default story, and what it says is true: read again from deck and PDF."""

from __future__ import annotations

import copy
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from pptx import Presentation

import report
from tests.end_to_end.random_surveys import UNIT, RandomSurvey, surveys

SVG = "{http://www.w3.org/2000/svg}"
FIGURE = re.compile(r"(\d+(?:[.,]\d+)?)\s?%")


def built(survey: RandomSurvey, folder: Path) -> Path:
    source = folder / "any"
    source.mkdir()
    (source / "survey.yaml").write_text(yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False), "utf-8")
    report.build(source, options=report.Options(output=folder / "build"))
    return folder / "build" / "any"


def check_build(survey: RandomSurvey) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = built(survey, Path(name))
        for code in survey.languages:
            slides = [*Presentation(str(folder / code / f"any-{code}.pptx")).slides]
            pdf = folder / code / f"any-{code}.pdf"
            check_figures_of_shapes(slides, survey.file)
            check_units(slides, survey.file)
            check_counts(slides, survey.file, code)
            check_tables(slides, pdf, survey.file)
            for picture in (folder / code / "charts").glob("*.svg"):
                check_bars(picture.read_text("utf-8"))


@settings(max_examples=25)
@given(surveys())
def test_any_survey_builds_and_tells_the_truth(survey: RandomSurvey) -> None:
    check_build(survey)


PLAIN: dict[str, Any] = {
    "format": 1,
    "language": "en",
    "title": "Working from home",
    "publisher": "Association",
    "published": "2026-03",
    "population": "employees",
    "unit": UNIT,
    "wave": "w2026",
    "waves": {"w2026": {"date": 2026}},
    "questions": {
        "q0": {
            "type": "multiple",
            "topic": "Places",
            "label": "Where do you work?",
            "answers": {
                "a0": {"percent": 61, "label": "At a desk"},
                "a1": {"percent": 44, "label": "At a table"},
                "a2": {"percent": 44, "label": "On a sofa"},
            },
        }
    },
}


def test_the_readers_find_what_is_untrue(tmp_path: Path) -> None:
    folder = built(RandomSurvey(PLAIN, ("en",)), tmp_path) / "en"
    slides, pdf = [*Presentation(str(folder / "any-en.pptx")).slides], folder / "any-en.pdf"
    other, more, based = (copy.deepcopy(PLAIN) for _ in range(3))
    other["questions"]["q0"]["answers"]["a0"]["percent"] = 62
    more["questions"]["q0"]["answers"]["a3"] = {"percent": 10, "label": "Elsewhere"}
    based["questions"]["q0"]["base"] = "those who work at home"
    chart = (folder / "charts" / "q0.svg").read_text("utf-8")
    widths = sorted(set(re.findall(r'width="([\d.]+)" height="[\d.]+" fill', chart)), key=float)

    check_figures_of_shapes(slides, PLAIN)
    check_units(slides, PLAIN)
    check_counts(slides, PLAIN, "en")
    check_tables(slides, pdf, PLAIN)
    check_bars(chart)
    for untrue in (
        lambda: check_figures_of_shapes(slides, other),
        lambda: check_units(slides, based),
        lambda: check_counts(slides, more, "en"),
        lambda: check_tables(slides, pdf, other),
        lambda: check_bars(chart.replace(f'width="{widths[0]}"', f'width="{float(widths[0]) + 1}"', 1)),
    ):
        with pytest.raises(AssertionError):
            untrue()


@pytest.mark.slow
@settings(max_examples=1000)
@given(surveys())
def test_any_survey_of_a_thousand_builds_and_tells_the_truth(survey: RandomSurvey) -> None:
    check_build(survey)


# ------------------------------------------------------------------------------------------------------------- reading


def current(question: dict[str, Any]) -> dict[str, Any]:
    """The percentages of a question of its own answers, or of those of a scale."""
    return (
        question["percent"]
        if "scale" in question
        else {answer: told["percent"] for answer, told in question["answers"].items() if "percent" in told}
    )


def figures(file: dict[str, Any]) -> dict[str, float]:
    """The digits of every published percentage by the id of its cell."""
    found: dict[str, float] = {}
    for name, question in file["questions"].items():
        for answer, share in current(question).items():
            found[f"{name}/{answer}@w2026"] = float(str(share).removeprefix("<"))
        for wave, shares in question.get("earlier", {}).items():
            found |= {f"{name}/{answer}@{wave}": share for answer, share in shares.items()}
        for segment, columns in question.get("segments", {}).items():
            for column, shares in columns.items():
                found |= {f"{name}/{answer}@w2026/{segment}.{column}": share for answer, share in shares.items()}
    return found


def nets(file: dict[str, Any]) -> Iterator[float]:
    """The sums of two answers that nobody published; none of a column with a figure below a bound."""
    for question in file["questions"].values():
        shared = file.get("scales", {}).get(question.get("scale"), {})
        for net in (*question.get("nets", {}).values(), *(each for each in shared.values() if "of" in each)):
            segments = [column for each in question.get("segments", {}).values() for column in each.values()]
            for column in (current(question), *question.get("earlier", {}).values(), *segments):
                parts = [column.get(answer) for answer in net["of"]]
                if None not in parts and "<1" not in parts:
                    yield round(sum(parts), 1)


def texts(slide: Any) -> Iterator[tuple[str, str]]:
    """The name and the text of every shape with a text."""
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text.strip():
            yield shape.name, shape.text_frame.text.replace("\v", " ").replace("\n", " ").replace("\u00a0", " ")


def number(text: str) -> float:
    return float(text.replace(",", "."))


def check_figures_of_shapes(slides: list[Any], file: dict[str, Any]) -> None:
    """A shape that is named with cells shows their numbers and no other percentage."""
    cells = figures(file)
    for slide in slides:
        for name, text in texts(slide):
            bound = [cells[word] for word in name.split() if word in cells]
            shown = [number(found) for found in FIGURE.findall(text)]
            if bound and name.startswith(("figure", "headline")):
                assert set(shown) <= set(bound), (name, text)


def check_units(slides: list[Any], file: dict[str, Any]) -> None:
    """On a slide of a question that was put to some, nothing is said to be per cent of the survey's unit."""
    for slide in slides:
        cells = {found[1] for name, _ in texts(slide) for found in re.finditer(r"(q\d+)/\w+@", name)}
        if cells and all("base" in file["questions"][name] for name in cells):
            assert not [text for _, text in texts(slide) if UNIT in text.lower()]


def check_counts(slides: list[Any], file: dict[str, Any], code: str) -> None:
    """The headline of the appendix counts the current wave's published shares."""
    of_wave = [cell for cell in figures(file) if cell.partition("@")[2].split("/")[0] == "w2026"]
    one = r"1(?= (?:Anteil|veröffentlichter Anteil|published share)\b)"
    said = [
        int(re.sub(r"[.,]", "", found[1]))
        for slide in slides
        for name, text in texts(slide)
        if name.startswith("headline")
        and (found := re.match(rf"(?:(?:Alle|All)(?: published shares:)? )?({one}|(?<= )[\d.,]+) ", text))
    ]
    assert said and set(said) == {len(of_wave)}, (said, len(of_wave), code)


def check_bars(svg: str) -> None:
    """In a bar chart every bar is as long as its number says, so that equal ones are equally long."""
    root = ElementTree.fromstring(svg)
    told = json.loads(root.findtext(f"{SVG}metadata") or "")
    if not told["alternative"].startswith(("Balkendiagramm", "Bar chart")):
        return
    rows: dict[tuple[str, str], list[float]] = {}
    ground, *drawn_rects = root.iter(f"{SVG}rect")
    assert (ground.attrib["width"], ground.attrib["height"]) == tuple(root.attrib["viewBox"].split()[2:])
    for rect in drawn_rects:
        rows.setdefault((rect.attrib["x"], rect.attrib["y"]), []).append(float(rect.attrib["width"]))
    tracks = {widths[0] for widths in rows.values()}
    (track,) = tracks
    bars = sorted(widths[1] for widths in rows.values() if len(widths) > 1)
    shares = [number(found) for cell in told["cells"] for found in FIGURE.findall(cell["text"] or "")]
    bounded = ["<" in (cell["text"] or "") for cell in told["cells"] if FIGURE.search(cell["text"] or "")]
    drawn = [share / 2 if is_bounded else share for share, is_bounded in zip(shares, bounded, strict=True)]
    lengths = sorted(track * share / 100 for share in drawn if share)
    assert bars == pytest.approx(lengths, abs=0.01)


def check_tables(slides: list[Any], pdf: Path, file: dict[str, Any]) -> None:
    """Every published percentage stands in the tables of the deck, and in the appendix of the PDF."""
    published, computed = Counter(figures(file).values()), Counter(nets(file))
    in_deck = Counter(
        number(found)
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in list(row.cells)[1:]
        for found in FIGURE.findall(cell.text)
    )
    assert in_deck - computed - published == Counter() and not published + computed - in_deck
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    appendix = re.split("ANHANG|APPENDIX", text, maxsplit=1)[1]
    assert not published - Counter(number(found) for found in FIGURE.findall(appendix))
