"""Briefings with charts that people can edit: which there are, what PowerPoint's library reads of them, same bytes."""

from __future__ import annotations

import io
import os
import re
import tempfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from pptx import Presentation

import report
from report import pipeline
from report.cli import main
from report.deck.model import Deck, PlacedChart, PlacedPicture
from report.deck.native.workbook import workbook
from report.diagnostics import Diagnostic
from report.kinds import HOUSE_KINDS, ChartForm
from report.pipeline import Product
from report.products import Means, steps
from report.sources import choose
from report.store import Store
from report.workers import Workers
from tests.conformance import programs, validator
from tests.conftest import CHECKOUT
from tests.end_to_end.random_surveys import RandomSurvey, surveys
from tests.making import made_now
from tests.shapes import called
from tests.standing import files_in

GALLERY = CHECKOUT / "tests" / "gallery" / "briefing"
EXAMPLE = CHECKOUT / "docs" / "example"
CHART_RULES = ("chart-", "series-number", "part-", "content-type")


def deck_of(folder: Path, charts: ChartForm | None, language: str = "de") -> tuple[Deck, bytes, list[Diagnostic]]:
    """The placed deck, its file, and the notices of what stays a picture."""
    material = pipeline.read(choose([folder]).sources[0])
    telling = pipeline.tell(material, [language], allow_failed_claims=False, charts=charts)
    (layouts,), found = pipeline.lay_out(telling, products=(Product.DECK,))
    built = pipeline.build_date(material.story, None)
    means = Means(Workers(), Store(Path(os.devnull) / "none", made_by=""))
    (deck,) = made_now(steps([layouts], "any", built, (Product.DECK,), means)).values()
    return layouts.deck, deck.content, [each for each in found if each.id == "no-native-form"]


def charts_on(deck: Deck) -> list[PlacedChart]:
    return [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedChart)]


def test_every_kind_that_is_declared_to_has_a_native_form_and_no_other() -> None:
    deck, _, notices = deck_of(GALLERY, ChartForm.NATIVE)
    native = {item.key.partition("_")[0] for item in charts_on(deck)}
    refused = {found[1] for each in notices if (found := re.search(r"`(\w+)` has no native form", each.message))}

    assert native == {kind.word for kind in HOUSE_KINDS if kind.has_native_form}
    assert refused == {kind.word for kind in HOUSE_KINDS if not kind.has_native_form}


def test_other_programs_read_the_numbers_that_the_pictures_show() -> None:
    deck, content, _ = deck_of(GALLERY, ChartForm.NATIVE)
    frames = {
        called(shape): shape.chart
        for slide in Presentation(io.BytesIO(content)).slides
        for shape in slide.shapes
        if shape.has_chart
    }

    assert [*frames] == [item.name for item in charts_on(deck)]
    for item in charts_on(deck):
        plot = frames[item.name].plots[0]
        read = {series.name: list(series.values) for series in plot.series}
        meant = {
            series.name: [None if point.value is None else float(point.value) for point in series.points]
            for series in item.content.series
        }
        assert read == meant
        if not item.content.days:
            assert list(plot.categories) == list(item.content.categories)


def test_a_deck_of_native_charts_has_no_fault_that_one_of_pictures_has_not(tmp_path: Path) -> None:
    told = []
    for form in ChartForm:
        path = tmp_path / f"{form.value}.pptx"
        path.write_bytes(deck_of(GALLERY, form)[1])
        told.append({(each.id, str(each.message)) for each in report.check(path).warnings})

    assert told[1] - told[0] == set()


def test_the_open_xml_sdk_validator_finds_nothing(tmp_path: Path) -> None:
    if not programs.VALIDATOR.is_file():
        pytest.skip("the Open XML SDK validator is missing (make conformance-tools)")
    deck, content, _ = deck_of(GALLERY, ChartForm.NATIVE)
    (tmp_path / "native.pptx").write_bytes(content)
    (tmp_path / "table.xlsx").write_bytes(workbook(charts_on(deck)[0].content))

    assert validator.faults(tmp_path / "native.pptx") == []
    assert validator.faults(tmp_path / "table.xlsx") == []


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert deck_of(EXAMPLE, ChartForm.NATIVE, "en")[1] == deck_of(EXAMPLE, ChartForm.NATIVE, "en")[1]


def with_charts(folder: Path, *changes: tuple[str, str]) -> Path:
    for name in ("survey.yaml", "briefing.yaml"):
        text = (EXAMPLE / name).read_text("utf-8")
        for old, new in changes if name == "briefing.yaml" else ():
            assert old in text
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, "utf-8")
    return folder


def forms(deck: Deck) -> dict[str, ChartForm]:
    pictures = {
        item.key: ChartForm.IMAGE for slide in deck.slides for item in slide.items if isinstance(item, PlacedPicture)
    }
    native = {item.key: ChartForm.NATIVE for item in charts_on(deck)}
    return {key: form for key, form in (pictures | native).items() if key in ("organisation", "goals")}


def test_an_exhibit_wins_over_the_option_and_the_option_over_the_briefing(tmp_path: Path) -> None:
    image, native = ChartForm.IMAGE, ChartForm.NATIVE
    folder = with_charts(
        tmp_path,
        ("status: final", "status: final\ncharts: native"),
        ("{kind: bars, emphasize: [own]}", "{kind: bars, emphasize: [own], as: image}"),
    )

    assert forms(deck_of(EXAMPLE, None, "en")[0]) == {"organisation": image, "goals": image}
    assert forms(deck_of(folder, None, "en")[0]) == {"organisation": image, "goals": native}
    assert forms(deck_of(folder, image, "en")[0]) == {"organisation": image, "goals": image}
    assert forms(deck_of(folder, native, "en")[0]) == {"organisation": image, "goals": native}


def test_the_option_changes_the_deck_and_the_build_id_alone(tmp_path: Path) -> None:
    for name, more in (("image", []), ("native", ["--charts", "native"])):
        arguments = ["build", str(EXAMPLE), "--output", str(tmp_path / name), *more]
        assert CliRunner().invoke(main, arguments).exit_code == 0
    image, native = (files_in(tmp_path / name) for name in ("image", "native"))

    changed = [name for name, content in image.items() if native[name] != content]
    assert [Path(name).name for name in sorted(changed)] == ["example-en.pptx", "manifest.json"]


NET_OF_ONE = """\
format: 1
title: Umfrage
publisher: Verband
published: 2026-03
population: Haushalte
unit: Haushalte
wave: w2026
language: de
waves: {w2026: {date: 2026, n: 100}}
scales:
  scale: {no: {label: Nein}, perhaps: {label: Vielleicht, role: midpoint}, yes_: {label: Jederzeit}}
questions:
  first: {scale: scale, topic: Umzug, label: Ziehen Sie um?, percent: {no: 38, perhaps: 22, yes_: 40}}
  second: {scale: scale, topic: Anbau, label: Bauen Sie an?, percent: {no: <1, perhaps: 0, yes_: 100}}
"""


def test_a_net_of_one_answer_keeps_its_number_beside_the_bar(tmp_path: Path) -> None:
    """In the bar it would be of the bar's own colour."""
    (tmp_path / "survey.yaml").write_text(NET_OF_ONE, "utf-8")
    deck, content, _ = deck_of(tmp_path, ChartForm.NATIVE)
    (tmp_path / "any.pptx").write_bytes(content)

    assert {item.content.is_stacked for item in charts_on(deck)} == {True}
    assert [each for each in report.check(tmp_path / "any.pptx").warnings if each.id == "contrast"] == []


def check_survey(survey: RandomSurvey) -> None:
    """Its deck is sound, and what its charts keep are the shares of their cells."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "any"
        folder.mkdir()
        (folder / "survey.yaml").write_text(yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False), "utf-8")
        for language in survey.languages:
            deck, content, _ = deck_of(folder, ChartForm.NATIVE, language)
            path = folder / "any.pptx"
            path.write_bytes(content)
            wrong = [each for each in report.check(path).warnings if each.id.startswith(CHART_RULES)]
            assert wrong == []
            for item in charts_on(deck):
                check_values(item)


def check_values(item: PlacedChart) -> None:
    shares = {cell.id: cell for cell in item.drawing.shown}
    for series in item.content.series:
        for point in series.points:
            if point.cell is not None:
                assert (point.value is None) == (shares[point.cell].state not in ("published", "computed"))


@settings(max_examples=15, deadline=None)
@given(surveys())
def test_the_charts_of_any_survey_keep_its_numbers(survey: RandomSurvey) -> None:
    check_survey(survey)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(surveys())
def test_the_charts_of_any_of_many_surveys_keep_its_numbers(survey: RandomSurvey) -> None:
    check_survey(survey)
