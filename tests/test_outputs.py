"""What a build and a check return, tell on the way and write, seen through the Python API."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

import report
from tests.conftest import CHECKOUT
from tests.end_to_end.conftest import SHIPPED
from tests.end_to_end.test_other_surveys import SMALL
from tests.standing import files_in, untruths


def build(output: Path, **choices: tuple[object, ...]) -> tuple[report.BuildResult, list[tuple[str, int, int]]]:
    told: list[tuple[str, int, int]] = []
    options = report.Options(output=output, **choices)  # type: ignore[arg-type]  # each test gives what it means
    result = report.build(SHIPPED, options=options, progress=lambda *step: told.append(step))
    return result, told


def test_progress_is_told_before_each_picture_and_document(tmp_path: Path) -> None:
    result, told = build(tmp_path, languages=("de",))

    whats = [what for what, _, _ in told]
    files = [path.relative_to(tmp_path / SHIPPED.name).as_posix() for path in result.written]
    assert [done for _, done, _ in told] == list(range(len(told)))
    assert {total for _, _, total in told} == {len(told)}
    told_of = [what.split('"')[1] for what in whats if not what.startswith("painting pictures for")]
    assert [file for file in told_of if file in files] == files[:-1]
    assert whats[0] == f'writing "{files[0]}"'
    assert whats[-1] == f'settling "{tmp_path / SHIPPED.name}"'


def test_progress_of_a_deck_alone_is_told_of_the_deck(tmp_path: Path) -> None:
    result, told = build(tmp_path, languages=("de",), only=(report.Product.DECK,))

    whats = [what for what, _, _ in told]
    assert [path.name for path in result.written] == ["social-media-2016-de.pptx", "manifest.json"]
    deck = '"de/social-media-2016-de.pptx"'
    assert whats == [f"painting pictures for {deck}", f"writing {deck}", f'settling "{tmp_path / SHIPPED.name}"']


def test_a_deck_is_the_same_with_and_without_the_pictures_beside_it(tmp_path: Path) -> None:
    build(tmp_path / "alone", languages=("de",), only=(report.Product.DECK,))
    build(tmp_path / "beside", languages=("de",))

    deck = f"{SHIPPED.name}/de/{SHIPPED.name}-de.pptx"
    assert (tmp_path / "alone" / deck).read_bytes() == (tmp_path / "beside" / deck).read_bytes()


def test_parts_built_one_after_the_other_make_the_whole(tmp_path: Path) -> None:
    build(tmp_path / "whole")
    for product in report.Product:
        for language in ("de", "en"):
            build(tmp_path / "parts", languages=(language,), only=(product,))

    whole, parts = files_in(tmp_path / "whole" / SHIPPED.name), files_in(tmp_path / "parts" / SHIPPED.name)
    whole.pop("manifest.json"), parts.pop("manifest.json")
    assert parts == whole
    assert untruths(tmp_path / "parts" / SHIPPED.name) == []


def test_a_briefing_that_loses_a_language_loses_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    survey = (SHIPPED / "survey.yaml").read_text("utf-8")
    (folder / "survey.yaml").write_text(survey, "utf-8")
    report.build(folder, options=report.Options(output=tmp_path / "build"))
    assert (tmp_path / "build/x/en").is_dir()

    (folder / "survey.yaml").write_text(SMALL, "utf-8")
    report.build(folder, options=report.Options(output=tmp_path / "build"))

    assert not (tmp_path / "build/x/en").exists()
    assert untruths(tmp_path / "build/x") == []


def test_a_fault_of_writing_leaves_the_briefings_before_it_built(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "survey.yaml").write_text((SHIPPED / "survey.yaml").read_text("utf-8"), "utf-8")
    output = tmp_path / "build"
    output.mkdir()
    (output / "second").write_bytes(b"in the way")

    with pytest.raises(report.ReportError, match=r"cannot-write.*second"):
        report.build(
            tmp_path / "first",
            tmp_path / "second",
            options=report.Options(output=output, only=(report.Product.SUMMARY,)),
        )

    assert untruths(output / "first") == []
    assert (output / "first/manifest.json").is_file()
    assert (output / "second").read_bytes() == b"in the way"


def build_of(folder: Path, output: Path, *, allow_failed_claims: bool = False) -> str:
    """What the manifest calls the build of a folder."""
    products = (report.Product.SUMMARY,)
    report.build(folder, options=report.Options(output, (), products, allow_failed_claims=allow_failed_claims))
    return str(json.loads((output / folder.name / "manifest.json").read_text("utf-8"))["build"])


def test_a_build_is_named_by_the_values_of_both_files_and_not_by_their_layout(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CHECKOUT / "docs" / "example", tmp_path / "example"))
    survey, briefing = folder / "survey.yaml", folder / "briefing.yaml"
    written = build_of(folder, tmp_path / "build")

    for file in (survey, briefing):
        values = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        file.write_text(yaml.safe_dump(values, width=60, default_style='"', sort_keys=False), "utf-8")
    laid_out_anew = build_of(folder, tmp_path / "build")
    allowing = build_of(folder, tmp_path / "build", allow_failed_claims=True)
    survey.write_text(survey.read_text("utf-8").replace('"1004"', '"1005"'), "utf-8")
    of_another_survey = build_of(folder, tmp_path / "build")
    briefing.write_text(briefing.read_text("utf-8").replace('"1.0"', '"1.1"'), "utf-8")
    of_another_briefing = build_of(folder, tmp_path / "build")

    assert laid_out_anew == written
    assert len({written, allowing, of_another_survey, of_another_briefing}) == 4
