"""What was made before is taken again, and a change of one input makes anew what depends on it, and nothing else.

Every file of every build is held against that of a build which finds nothing kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

import report
from report import outputs, pipeline
from report.explaining import Explanation
from report.kinds import ChartForm
from report.pipeline import Product
from report.store import Store
from tests.conftest import CHECKOUT
from tests.disks import read_only, small_disk
from tests.standing import files_in
from tests.templates.fixtures import TEMPLATES
from tests.theme.test_brand import THEME, house

SHIPPED = CHECKOUT / "data" / "social-media-2016"
ALL = tuple(f"en {name}" for name in ("charts", "deck", "summary", "tables"))


def project(folder: Path) -> Path:
    """The example of the docs with a house's theme, typeface and template, in a folder of that name."""
    path = house(folder / "example", THEME, "template: house.pptx")
    (folder / "example" / "house.pptx").write_bytes(TEMPLATES["wide"]())
    return path.parent


def build(folder: Path, output: Path, **choices: object) -> report.BuildResult:
    options = report.Options(output=output, explain=True)
    return report.build(folder, options=replace(options, **choices))  # type: ignore[arg-type]  # as each test means


def afresh(folder: Path, into: Path) -> dict[str, bytes]:
    """The files of a build that finds nothing kept."""
    build(folder, into)
    return files_in(into)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project in "example", built into "build"."""
    folder = tmp_path_factory.mktemp("first")
    project(folder)
    with chdir(folder):
        build(Path("example"), Path("build"))
    return folder


@pytest.fixture
def built(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, files with their times, in which the test stands."""
    shutil.copytree(first, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    return Path()


def told(result: report.BuildResult) -> Explanation:
    (explanation,) = result.explanations
    return explanation


# ------------------------------------------------------------------------------------------------- what is the same


def test_a_folder_without_outputs_is_filled_from_the_store(built: Path) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")

    explanation = told(build(built / "example", built / "build"))

    assert (explanation.made, sorted(explanation.kept), explanation.painted) == ((), sorted(ALL), (0, 0))
    assert files_in(built / "build") == before


def _cut_off(store: Path) -> None:
    for path in store.rglob("*.kept"):
        path.write_bytes(path.read_bytes()[:-7])


def _exchanged(store: Path) -> None:
    """Each entry with the content of another one."""
    paths = sorted(store.rglob("*.kept"))
    contents = [path.read_bytes() for path in paths]
    for path, content in zip(paths, (*contents[1:], contents[0]), strict=True):
        path.write_bytes(content)


def _noise(store: Path) -> None:
    for path in store.rglob("*.kept"):
        path.write_bytes(os.urandom(2_000))


def _gone(store: Path) -> None:
    shutil.rmtree(store)


def _in_the_way(store: Path) -> None:
    shutil.rmtree(store)
    store.write_text("no folder", "utf-8")


@pytest.mark.parametrize("harm", [_cut_off, _exchanged, _noise, _gone, _in_the_way])
def test_whatever_became_of_the_store_the_files_are_the_same(built: Path, harm: Callable[[Path], None]) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")
    harm(built / "build" / outputs.STORE)

    explanation = told(build(built / "example", built / "build"))

    assert explanation.made
    assert files_in(built / "build") == before


@pytest.mark.parametrize("half", [0, 1])
def test_what_half_of_the_store_lacks_is_made_anew(built: Path, half: int) -> None:
    """Which entries a half holds follows from their digests, thus from the versions of libraries: any may be gone."""
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")
    for path in sorted((built / "build" / outputs.STORE).rglob("*.kept"))[half::2]:
        path.unlink()

    explanation = told(build(built / "example", built / "build"))

    assert sorted((*explanation.made, *explanation.kept)) == sorted(ALL)
    assert files_in(built / "build") == before


def test_what_another_version_kept_is_not_taken(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")
    monkeypatch.setattr(outputs, "program_digest", lambda: "another version")

    explanation = told(build(built / "example", built / "build"))

    assert (sorted(explanation.made), explanation.kept) == (sorted(ALL), ())
    assert explanation.painted[0] > 0
    assert files_in(built / "build") == before


def test_a_full_disk_of_the_store_changes_no_file(built: Path) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build")
    (built / "build").mkdir()
    with small_disk(built / "build" / outputs.STORE, 64):
        build(built / "example", built / "build")
        assert files_in(built / "build") == before


def test_a_store_that_nobody_may_write_is_used(built: Path) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")
    with read_only(built / "build" / outputs.STORE):
        assert told(build(built / "example", built / "build")).made == ()
    assert files_in(built / "build") == before


def test_what_vanishes_while_it_is_wanted_is_made(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(built / "build")
    shutil.rmtree(built / "build" / "example")
    asked = dict[str, int]()
    get = Store.get

    def vanishing(self: Store, key: str) -> bytes | None:
        asked[key] = asked.get(key, 0) + 1
        return get(self, key) if asked[key] == 1 else None

    monkeypatch.setattr(Store, "get", vanishing)
    explanation = told(build(built / "example", built / "build"))

    assert "en summary" in explanation.made
    assert sorted((*explanation.made, *explanation.kept)) == sorted(ALL)
    assert files_in(built / "build") == before


def test_parts_that_were_built_alone_are_taken_into_the_whole(tmp_path: Path) -> None:
    folder = project(tmp_path)
    build(folder, tmp_path / "build", only=(Product.SUMMARY,))

    explanation = told(build(folder, tmp_path / "build"))

    assert explanation.kept == ("en summary",)
    assert files_in(tmp_path / "build") == afresh(folder, tmp_path / "afresh")


def test_warnings_of_what_is_kept_are_told_again_at_their_places(tmp_path: Path) -> None:
    folder = project(tmp_path)
    first = build(folder, tmp_path / "build", charts=ChartForm.NATIVE).warnings
    briefing = folder / "briefing.yaml"
    briefing.write_text("# a comment\n" + briefing.read_text("utf-8"), "utf-8")

    second = build(folder, tmp_path / "build", charts=ChartForm.NATIVE).warnings

    lines = [[each.location.line for each in told if each.location] for told in (first, second)]
    assert lines[0]
    assert lines[1] == [line + 1 for line in lines[0]]


# ----------------------------------------------------------------------------------------------- what makes it anew


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@dataclass(frozen=True)
class Change:
    """A change of one input: what says so, and which files differ then, by how they end. n_painted: None for any."""

    make: Callable[[Path], None]
    cause: str
    files: tuple[str, ...]
    n_painted: int | None


def _comment(folder: Path) -> None:
    _replace(folder / "briefing.yaml", "format: 1\n", "format: 1\n# a comment\n")


def _word(folder: Path) -> None:
    _replace(folder / "briefing.yaml", "What companies do in social media", "What firms do in social media")


def _note(folder: Path) -> None:
    _replace(folder / "briefing.yaml", "Ask who has such a team.", "Ask who has one.")


def _figure(folder: Path) -> None:
    _replace(folder / "survey.yaml", "service: {percent: 21", "service: {percent: 22")


def _color(folder: Path) -> None:
    _replace(folder / "theme.yaml", "name: Nordwerk", "name: Nordwerk\ncolors: {accent: '#6A1B9A'}")


def _template(folder: Path) -> None:
    deck = Presentation(str(folder / "house.pptx"))
    deck.slide_layouts[0].name = "Another name"
    deck.save(str(folder / "house.pptx"))


CHANGES = {
    "comment": Change(_comment, "briefing.yaml:3 changed", (), 0),
    "word": Change(_word, "briefing.yaml:", (".pptx", ".pdf"), 0),
    "note": Change(_note, "briefing.yaml:", (".pptx",), 0),
    "figure": Change(
        _figure, "survey.yaml:", (".pptx", ".pdf", "-tables.xlsx", "goals.png", "goals.svg", "goals.txt"), None
    ),
    "theme": Change(_color, "theme.yaml:", (".pdf", ".png", ".svg", "-tables.xlsx"), None),
    "template": Change(_template, "house.pptx changed", (".pptx",), 0),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_makes_anew_what_depends_on_it(built: Path, name: str) -> None:
    change = CHANGES[name]
    before = files_in(built / "build" / "example")
    change.make(built / "example")

    explanation = told(build(built / "example", built / "build"))

    now = files_in(built / "build" / "example")
    differing = {file for file, content in now.items() if before.get(file) != content} - {"manifest.json"}
    assert set(now) == set(before)
    assert {ending for ending in change.files if any(file.endswith(ending) for file in differing)} == set(change.files)
    assert [file for file in differing if not file.endswith(change.files)] == []
    (cause,) = explanation.causes
    assert cause.startswith(change.cause)
    if change.n_painted is not None:
        assert explanation.painted[0] == change.n_painted
    assert now == files_in_example(afresh(built / "example", built / "afresh"))


def files_in_example(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix("example/"): content for name, content in files.items()}


def test_another_font_file_draws_anew_what_is_set_in_it(built: Path) -> None:
    """In processes of their own, which know nothing of the font as it was."""
    font = built / "example" / "fonts" / "Regular.ttf"
    before = files_in(built / "build" / "example")
    opened = TTFont(font)
    opened["hmtx"].metrics["one"] = (opened["hmtx"].metrics["one"][0] + 40, opened["hmtx"].metrics["one"][1])
    opened.save(font)

    def run(output: str) -> str:
        command = [sys.executable, "-m", "report", "build", "example", "--output", output, "--explain"]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        return subprocess.run(command, cwd=built, env=environment, capture_output=True, text=True, check=True).stdout

    said = run("build")
    assert "fonts/Regular.ttf changed" in said
    assert "made anew: en summary, en charts;" in said
    run("afresh")
    now = files_in(built / "build" / "example")
    assert now == files_in_example(files_in(built / "afresh"))
    drawn = [file for file in now if file.endswith((".svg", ".png", ".pdf")) and before[file] != now[file]]
    assert len(drawn) > 4


def test_a_word_of_one_language_leaves_the_files_of_the_other(tmp_path: Path) -> None:
    folder = tmp_path / "shipped"
    shutil.copytree(SHIPPED, folder)
    build(folder, tmp_path / "build")
    _replace(folder / "briefing.yaml", "Bekanntheit liegen vorn", "Bekanntheit liegen ganz vorn")

    explanation = told(build(folder, tmp_path / "build"))

    assert (sorted(explanation.made), explanation.parts) == (["de deck", "de summary"], ("de slide 2",))
    assert sorted(explanation.kept) == ["de charts", "de tables", *sorted(ALL)]
    assert explanation.painted == (0, explanation.painted[1])
    assert explanation.causes == ("briefing.yaml:26 changed",)


def test_a_word_leaves_the_workbook_as_it_was_written(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write_workbook", lambda *_: pytest.fail("it is written anew"))
    before = files_in(built / "build")
    _word(built / "example")

    build(built / "example", built / "build")

    assert _workbooks(files_in(built / "build")) == _workbooks(before)
    _figure(built / "example")
    with pytest.raises(pytest.fail.Exception, match="written anew"):
        build(built / "example", built / "build")


def test_a_text_on_pages_leaves_the_deck_as_it_was_written(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write_deck", lambda *_: pytest.fail("it is written anew"))
    before = files_in(built / "build")
    _replace(built / "example" / "briefing.yaml", "anyone may write", "anybody may write")

    explanation = told(build(built / "example", built / "build"))

    assert (explanation.made, explanation.parts) == (("en summary",), ("en page 2",))
    assert sorted((*explanation.made, *explanation.kept)) == sorted(ALL)
    changed = {name for name, content in files_in(built / "build").items() if before.get(name) != content}
    assert changed == {"example/en/example-en.pdf", "example/manifest.json"}
    _word(built / "example")
    with pytest.raises(pytest.fail.Exception, match="written anew"):
        build(built / "example", built / "build")


def _workbooks(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.endswith(".xlsx")}


def test_what_is_kept_gives_way_where_the_disk_is_full(tmp_path: Path) -> None:
    """An output that has no room beside the store has it once the store is empty."""
    shutil.copytree(SHIPPED, tmp_path / "shipped")
    shutil.copytree(CHECKOUT / "docs" / "example", tmp_path / "example")
    with small_disk(tmp_path / "disk", 20_000) as disk:
        build(tmp_path / "shipped", disk / "build")
        (disk / "others").write_bytes(bytes(shutil.disk_usage(disk).free - 200_000))
        assert list((disk / "build" / outputs.STORE).rglob("*.kept"))
        build(tmp_path / "example", disk / "build")
        assert not list((disk / "build" / outputs.STORE).rglob("*.kept"))
        assert files_in(disk / "build" / "example") == files_in_example(
            afresh(tmp_path / "example", tmp_path / "afresh")
        )


def test_what_goes_and_what_comes_is_told(built: Path) -> None:
    briefing = built / "example" / "briefing.yaml"
    whole = briefing.read_text("utf-8")
    start, end = whole.index("  - id: development"), whole.index("  - id: goals")
    briefing.write_text(whole[:start] + whole[end:], "utf-8")
    without = told(build(built / "example", built / "build"))
    briefing.write_text(whole, "utf-8")
    again = told(build(built / "example", built / "build"))
    (built / "build/example/en/charts/goals.png").unlink()
    mended = told(build(built / "example", built / "build"))
    other = told(build(built / "example", built / "build", charts=ChartForm.NATIVE))
    back = told(build(built / "example", built / "build"))

    assert "en former slide 4 removed" in without.parts
    assert "3 files of en/ removed" in without.parts
    assert "en slide 4 new" in again.parts
    assert "3 files of en/ new" in again.parts
    assert (mended.causes, mended.parts) == (
        ("en/charts/goals.png is gone",),
        ("en/charts/goals.png new",),
    )
    assert other.causes == ("the first build with these options",)
    assert back.causes == ("a build with other options came between",)
