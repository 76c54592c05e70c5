"""Decks that people have edited since they were built: told from those that programs saved anew, and left alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Pt

import report
from report import pipeline
from report.cli import main
from report.ooxml.elements import NAMESPACES
from tests.conftest import CHECKOUT
from tests.standing import files_in, untruths

EXAMPLE = CHECKOUT / "docs" / "example"
DECK = "example/en/example-en.pptx"
HINT = (
    "  hint: save it under another name and build again, or build into another folder (--output); "
    "--force replaces it, and what was done to it is lost"
)
Edit = Callable[[Any], object]
"""Something that is done to an opened deck."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the deck of the example."""
    output = tmp_path_factory.mktemp("made")
    build(output)
    return output


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to change."""
    return Path(shutil.copytree(made, tmp_path / "build"))


def build(output: Path, *, force: bool = False) -> report.BuildResult:
    return report.build(EXAMPLE, options=report.Options(output, only=(report.Product.DECK,), force=force))


def edited(output: Path, edit: Edit) -> Path:
    """The deck in an output folder, saved again with something done to it."""
    deck = output / DECK
    opened = Presentation(str(deck))
    edit(opened)
    opened.save(str(deck))
    return deck


def told(output: Path) -> list[str]:
    """What a build says of the deck that it leaves, line by line; nothing where it has written it."""
    before = files_in(output)
    try:
        build(output)
    except report.SparedError as error:
        assert files_in(output)[DECK] == before[DECK]
        return str(error).splitlines()
    return []


def is_rebuilt(output: Path, made: Path) -> bool:
    return files_in(output) == files_in(made)


def shape(slide: Any, beginning: str) -> Any:
    return next(each for each in slide.shapes if each.name.startswith(beginning))


def cell_of_first_table(deck: Any) -> Any:
    table = next(each.table for slide in deck.slides for each in slide.shapes if each.has_table)
    return table.cell(1, 1)


def reword(deck: Any) -> None:
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Nobody has a team"


def move(deck: Any) -> None:
    listed = deck.slides._sldIdLst
    listed.insert(2, listed[4])


def delete(deck: Any) -> None:
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[3].rId)
    listed.remove(listed[3])
    for sections in deck.element.xpath("//*[local-name()='sectionLst']"):
        sections.getparent().remove(sections)


def add(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Finding"))
    slide.shapes.title.text = "Our own view"


def shift(points: float) -> Edit:
    def shifted(deck: Any) -> None:
        annotation = shape(deck.slides[2], "annotation")
        annotation.left += Pt(points)

    return shifted


def widen(points: float) -> Edit:
    def widened(deck: Any) -> None:
        shape(deck.slides[2], "annotation").width += Pt(points)

    return widened


def lower(points: float) -> Edit:
    def lowered(deck: Any) -> None:
        shape(deck.slides[2], "exhibit").top += Pt(points)

    return lowered


def speak_otherwise(deck: Any) -> None:
    deck.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = "Smile."


def comment(deck: Any) -> None:
    slide = deck.slides[2].part
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    text = f'<p:cmLst xmlns:p="{NAMESPACES["p"]}"><p:cm authorId="0" idx="1"><p:text>Why?</p:text></p:cm></p:cmLst>'
    slide.relate_to(Part(PackURI("/ppt/comments/comment1.xml"), kind, slide.package, text.encode()), COMMENTS)


COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def hide(deck: Any) -> None:
    deck.slides[2]._element.set("show", "0")


def remove_picture(deck: Any) -> None:
    picture = shape(deck.slides[2], "exhibit")
    picture._element.getparent().remove(picture._element)


def recount(deck: Any) -> None:
    cell_of_first_table(deck).text_frame.paragraphs[0].runs[0].text = "77%"


def several(deck: Any) -> None:
    reword(deck)
    speak_otherwise(deck)
    add(deck)
    move(deck)


THIRD = "At 49%, teams of their own are the most…"


# --------------------------------------------------------------------------------------------------------- what is told


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        pytest.param(reword, ['slide 3 "Nobody has a team": other words or numbers'], id="reworded headline"),
        pytest.param(
            recount,
            ['slide 9 "All 18 shares from March 2026, and earl…": other words or numbers'],
            id="cell of a table",
        ),
        pytest.param(move, ['slide 3 "77% want to be known": moved'], id="moved slide"),
        pytest.param(add, ['slide 10 "Our own view": new'], id="new slide"),
        pytest.param(
            delete, ['slide 4 as built "49% have a team of their own in 2026, 4…": deleted'], id="deleted slide"
        ),
        pytest.param(hide, [f'slide 3 "{THIRD}": hidden'], id="hidden slide"),
        pytest.param(shift(3), [f'slide 3 "{THIRD}": shapes moved'], id="moved to the right"),
        pytest.param(lower(-3), [f'slide 3 "{THIRD}": shapes moved'], id="moved up"),
        pytest.param(widen(3), [f'slide 3 "{THIRD}": shapes moved'], id="widened"),
        pytest.param(remove_picture, [f'slide 3 "{THIRD}": other shapes'], id="removed shape"),
        pytest.param(speak_otherwise, [f'slide 3 "{THIRD}": other speaker notes or comments'], id="speaker notes"),
        pytest.param(comment, [f'slide 3 "{THIRD}": other speaker notes or comments'], id="comment"),
        pytest.param(
            several,
            [
                'slide 3 "77% want to be known": moved',
                'slide 4 "Nobody has a team": other words or numbers, other speaker notes or comments',
                'slide 10 "Our own view": new',
            ],
            id="several at once",
        ),
    ],
)
def test_an_edited_deck_is_left_as_it_is_and_its_slides_are_named(output: Path, edit: Edit, lines: list[str]) -> None:
    deck = edited(output, edit)

    assert told(output) == [
        f'error[deck-edited]: "{deck}" was edited since it was built, and is left as it is',
        *(f"  {line}" for line in lines),
        "  all other files are built",
        HINT,
    ]


def test_of_a_deck_in_which_everything_differs_a_dozen_slides_are_named(output: Path) -> None:
    def reword_all(deck: Any) -> None:
        for _ in range(6):
            add(deck)
        for slide in deck.slides:
            slide.shapes.title.text = "Another title"

    edited(output, reword_all)

    found = told(output)
    assert [line.split(":")[0] for line in found[1:13]] == [f'  slide {n} "Another title"' for n in range(1, 13)]
    assert found[13:] == ["  and 3 more slides", "  all other files are built", HINT]


# ------------------------------------------------------------------------------------------------------ what is no edit


def keep(deck: Any) -> None:
    """Merely save it."""


def restyle(deck: Any) -> None:
    """What programs do by themselves: other names, heights and numbers in fields."""
    for slide in deck.slides:
        for number, each in enumerate(slide.shapes):
            each.name = f"PlaceHolder {number}"
            each.height += Pt(20)
        for field in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}fld"):
            field[1].text = "<number>"


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(keep, id="saved again"),
        pytest.param(restyle, id="names, heights and fields"),
        pytest.param(shift(1), id="moved by 1 pt"),
        pytest.param(shift(2), id="moved by exactly 2 pt"),
        pytest.param(widen(-2), id="narrower by exactly 2 pt"),
    ],
)
def test_what_programs_change_by_themselves_is_no_edit(output: Path, made: Path, edit: Edit) -> None:
    edited(output, edit)

    assert told(output) == []
    assert is_rebuilt(output, made)


def test_a_deck_as_it_was_built_is_not_even_opened(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "fingerprints_in", None)

    assert told(output) == []
    folder = shutil.copytree(EXAMPLE, output.parent / "example")
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("want to be known", "wish to be known"), "utf-8")
    report.build(folder, options=report.Options(output, only=(report.Product.DECK,)))


# --------------------------------------------------------------------------------------------------------- how to go on


def test_force_and_another_output_folder_write_the_deck(output: Path, made: Path, tmp_path: Path) -> None:
    edited(output, reword)

    build(tmp_path / "elsewhere")
    build(output, force=True)

    assert is_rebuilt(tmp_path / "elsewhere", made)
    assert is_rebuilt(output, made)


@pytest.mark.parametrize("how", ["put back", "saved elsewhere"])
def test_a_deck_that_is_put_back_or_moved_away_is_built_again(output: Path, made: Path, how: str) -> None:
    deck = edited(output, reword)
    assert told(output)

    if how == "put back":
        shutil.copyfile(made / DECK, deck)
    else:
        deck.rename(deck.with_name("mine.pptx"))

    assert told(output) == []
    assert (output / DECK).read_bytes() == (made / DECK).read_bytes()


def test_the_manifest_says_how_an_edited_deck_was_built_until_it_is_replaced(output: Path) -> None:
    folder = output / "example"
    built = json.loads((folder / "manifest.json").read_bytes())["files"]["en/example-en.pptx"]
    edited(output, reword)

    assert told(output)

    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert (manifest["files"], manifest["changed_by_hand"]) == ({}, {"en/example-en.pptx": [built]})
    assert untruths(folder) == []
    assert told(output)[1] == '  slide 3 "Nobody has a team": other words or numbers'
    build(output, force=True)
    assert "changed_by_hand" not in json.loads((folder / "manifest.json").read_bytes())
    assert untruths(folder) == []


def test_a_build_of_something_else_remembers_how_an_edited_deck_was_built(output: Path) -> None:
    edited(output, reword)

    report.build(EXAMPLE, options=report.Options(output, only=(report.Product.SUMMARY,)))

    assert untruths(output / "example") == []
    assert told(output)[1] == '  slide 3 "Nobody has a team": other words or numbers'


def test_a_briefing_that_has_changed_meanwhile_does_not_hide_an_edit(output: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("want to be known", "wish to be known"), "utf-8")
    edited(output, reword)

    with pytest.raises(report.SparedError, match=r'slide 3 "Nobody has a team": other words or numbers\n  all other'):
        report.build(folder, options=report.Options(output, only=(report.Product.DECK,)))


def test_all_other_files_are_built_and_the_command_ends_with_1(tmp_path: Path) -> None:
    output = tmp_path / "build"
    report.build(EXAMPLE, options=report.Options(output))
    deck, summary = edited(output, reword), output / "example/en/example-en.pdf"
    kept, whole = deck.read_bytes(), summary.read_bytes()
    summary.unlink()

    finished = CliRunner().invoke(main, ["build", str(EXAMPLE), "--output", str(output)])

    assert finished.exit_code == 1
    assert f"{summary}\n" in finished.stdout
    assert f"{deck}\n" not in finished.stdout
    assert finished.stderr.splitlines()[-4:] == [
        f'error[deck-edited]: "{deck}" was edited since it was built, and is left as it is',
        '  slide 3 "Nobody has a team": other words or numbers',
        "  all other files are built",
        HINT,
    ]
    assert (deck.read_bytes(), summary.read_bytes()) == (kept, whole)
    assert untruths(output / "example") == []
    forced = CliRunner().invoke(main, ["build", str(EXAMPLE), "--output", str(output), "--force"])
    assert (forced.exit_code, f"{deck}\n" in forced.stdout) == (0, True)


def test_faults_in_json_are_one_list(output: Path) -> None:
    edited(output, reword)

    options = ["--output", str(output), "--only", "deck", "--format", "json"]
    finished = CliRunner().invoke(main, ["build", str(EXAMPLE), *options])

    assert finished.exit_code == 1
    assert [(each["id"], each["severity"]) for each in json.loads(finished.stdout)] == [("deck-edited", "error")]


# ---------------------------------------------------------------------------------------------- decks of unknown origin


def without_manifest(output: Path) -> None:
    (output / "example/manifest.json").unlink()


def test_without_a_manifest_a_deck_tells_by_itself_that_nobody_edited_it(output: Path, made: Path) -> None:
    edited(output, keep)
    without_manifest(output)

    assert told(output) == []
    assert is_rebuilt(output, made)


def test_without_a_manifest_an_edit_is_found_and_not_where(output: Path) -> None:
    deck = edited(output, shift(3))
    without_manifest(output)

    assert told(output) == [
        f'error[deck-edited]: "{deck}" was edited since it was built, and is left as it is',
        "  which slides differ cannot be said: the manifest does not name it",
        "  all other files are built",
        HINT,
    ]


def test_an_unedited_deck_of_another_build_is_replaced(output: Path, made: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("want to be known", "wish to be known"), "utf-8")
    report.build(folder, options=report.Options(tmp_path / "older", only=(report.Product.DECK,)))
    shutil.copyfile(tmp_path / "older" / DECK, output / DECK)

    assert told(output) == []
    assert is_rebuilt(output, made)


def test_a_deck_of_somebody_else_is_left_alone(output: Path) -> None:
    Presentation().save(str(output / DECK))
    without_manifest(output)

    assert told(output) == [
        f'error[deck-edited]: "{output / DECK}" is no deck that a build has written, and is left as it is',
        "  all other files are built",
        HINT,
    ]


def test_what_cannot_be_read_is_left_alone(output: Path) -> None:
    (output / DECK).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))

    assert told(output)[:2] == [
        f'error[deck-edited]: "{output / DECK}" was edited since it was built, and is left as it is',
        "  what was done to it cannot be said: the file is encrypted, and nobody reads it without its password",
    ]


# ------------------------------------------------------------------------------------------------------- open elsewhere


def reworded_briefing(folder: Path) -> Path:
    """The example with another headline, so that its deck has to be written anew."""
    shutil.copytree(EXAMPLE, folder)
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("want to be known", "wish to be known"), "utf-8")
    return folder


@pytest.mark.parametrize("lock", ["~$example-en.pptx", ".~lock.example-en.pptx#"])
def test_a_deck_that_is_open_in_another_program_is_left_as_it_is(output: Path, tmp_path: Path, lock: str) -> None:
    folder, deck = reworded_briefing(tmp_path / "example"), output / DECK
    deck.with_name(lock).write_bytes(b"Grace Hopper")
    before = deck.read_bytes()

    with pytest.raises(report.SparedError) as error:
        report.build(folder, options=report.Options(output, only=(report.Product.DECK,)))

    assert str(error.value).splitlines() == [
        f'error[deck-open]: "{deck}" is open in another program, and is left as it is',
        f'  "{lock}" beside it says so',
        "  all other files are built",
        "  hint: close it there and build again, or build into another folder (--output); "
        f'if no program has it open, delete "{lock}"; --force replaces it, and who saves it there undoes that',
    ]
    assert deck.read_bytes() == before
    deck.with_name(lock).unlink()
    assert untruths(output / "example") == []
    report.build(folder, options=report.Options(output, only=(report.Product.DECK,)))
    assert deck.read_bytes() != before


def test_an_open_deck_that_would_not_change_is_no_fault(output: Path) -> None:
    (output / DECK).with_name("~$example-en.pptx").write_bytes(b"Grace Hopper")

    assert told(output) == []


def test_force_replaces_an_open_deck(output: Path, tmp_path: Path) -> None:
    folder = reworded_briefing(tmp_path / "example")
    before = (output / DECK).read_bytes()
    (output / DECK).with_name("~$example-en.pptx").write_bytes(b"Grace Hopper")

    report.build(folder, options=report.Options(output, only=(report.Product.DECK,), force=True))

    assert (output / DECK).read_bytes() != before


@pytest.mark.parametrize("force", [False, True])
def test_a_deck_that_windows_holds_is_left_and_the_rest_is_built(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    folder, deck, renamed = reworded_briefing(tmp_path / "example"), output / DECK, Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path == deck:
            error = PermissionError(13, "The process cannot access the file", str(path))
            error.winerror = 32  # type: ignore[attr-defined]  # there only on Windows
            raise error
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    options = report.Options(output, only=(report.Product.DECK, report.Product.SUMMARY), force=force)
    with pytest.raises(report.SparedError) as error:
        report.build(folder, options=options)

    assert str(error.value).splitlines() == [
        f'error[deck-open]: "{deck}" is open in another program, and is left as it is',
        "  the system says: the process cannot access the file",
        "  all other files are built",
        "  hint: close it there and build again, or build into another folder (--output)",
    ]
    assert (output / "example/en/example-en.pdf") in error.value.result.written
    assert deck not in error.value.result.written
    assert untruths(output / "example") == []


# ---------------------------------------------------------------------------------------------------------- LibreOffice


@pytest.fixture
def saved_by_libreoffice(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Opens a deck in LibreOffice and saves it in its place."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is missing: what it does to a deck that it saves is not looked at")

    def save(deck: Path) -> None:
        home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        target = tmp_path / "saved"
        subprocess.run(
            ["soffice", home, "--headless", "--norestore", "--convert-to", "pptx", "--outdir", target, deck],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        (target / deck.name).replace(deck)

    yield save


def test_a_deck_that_libreoffice_merely_saved_is_not_edited(
    output: Path, made: Path, saved_by_libreoffice: Callable[[Path], None]
) -> None:
    saved_by_libreoffice(output / DECK)
    assert (output / DECK).read_bytes() != (made / DECK).read_bytes()

    assert told(output) == []
    assert is_rebuilt(output, made)


def test_edits_are_found_that_libreoffice_has_saved(output: Path, saved_by_libreoffice: Callable[[Path], None]) -> None:
    saved_by_libreoffice(edited(output, several))

    assert told(output)[1:4] == [
        '  slide 3 "77% want to be known": moved',
        '  slide 4 "Nobody has a team": other words or numbers, other speaker notes or comments',
        '  slide 10 "Our own view": new',
    ]


def test_without_a_manifest_a_deck_that_libreoffice_has_saved_is_taken_for_edited(
    output: Path, saved_by_libreoffice: Callable[[Path], None]
) -> None:
    saved_by_libreoffice(output / DECK)
    without_manifest(output)

    assert told(output)[1] == "  which slides differ cannot be said: the manifest does not name it"
