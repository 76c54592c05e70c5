"""The folder of outputs: what stands after every fault, every kill, and every build that follows."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from report import output_folder
from report.diagnostics import Diagnostic, ReportError
from report.exchange import Standing
from report.manifest import read_manifest
from report.ooxml.fingerprint import Fingerprint, SlidePrint
from report.output_folder import OutputFolder
from tests.disks import mounted, read_only, small_disk
from tests.killing import killed_at
from tests.standing import files_in, untruths

Files = Mapping[str, bytes]

ONE: Files = {"de/a.pptx": b"first deck", "de/charts/b.png": b"picture", "en/a.pptx": b"first deck in English"}
TWO: Files = {"de/a.pptx": b"second deck", "de/charts/b.png": b"picture", "de/charts/c.png": b"another picture"}
THREE: Files = {"de/d.pdf": b"third"}

UNCHANGED = "what stood there before is unchanged"


def build(folder: Path, files: Files, name: str, *, keeps_rest: bool = False) -> None:
    with OutputFolder(folder) as output:
        for file, content in files.items():
            output.stage(file, content, name)
        output.settle(name, keeps=lambda _: keeps_rest)


def undisturbed(place: Path, files: Files, name: str) -> dict[str, bytes]:
    """What a build leaves where nothing was before, in a folder of the same name."""
    build(place / "x", files, name)
    return files_in(place / "x")


def folders_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())


def told(error: pytest.ExceptionInfo[ReportError]) -> str:
    return str(error.value)


# -------------------------------------------------------------------------------------------------------- what is built


def test_a_build_leaves_its_files_and_a_manifest_that_names_them(tmp_path: Path) -> None:
    build(tmp_path / "x", {"de/a.txt": b"abc"}, "b1")

    # The digest of "abc" is the first example of FIPS 180-2, appendix B.1.
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert json.loads((tmp_path / "x/manifest.json").read_bytes()) == {
        "format": 1,
        "name": "x",
        "build": "b1",
        "files": {"de/a.txt": {"sha256": digest, "bytes": 3, "build": "b1"}},
    }
    assert (tmp_path / "x/de/a.txt").read_bytes() == b"abc"
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == [".lock", "de", "manifest.json"]


def test_a_build_removes_what_only_the_one_before_made_and_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")

    build(tmp_path / "x", TWO, "b2")

    assert files_in(tmp_path / "x") == undisturbed(tmp_path / "fresh", TWO, "b2")
    assert folders_in(tmp_path / "x") == ["de", "de/charts"]


def test_a_build_of_a_part_keeps_the_rest_with_the_ids_of_its_own_builds(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")

    build(tmp_path / "x", {"de/a.pptx": b"new"}, "b2", keeps_rest=True)

    files = json.loads((tmp_path / "x/manifest.json").read_bytes())["files"]
    assert {name: entry["build"] for name, entry in files.items()} == {
        "de/a.pptx": "b2",
        "de/charts/b.png": "b1",
        "en/a.pptx": "b1",
    }
    assert untruths(tmp_path / "x") == []


def test_a_file_that_somebody_changed_is_neither_named_nor_removed(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    (tmp_path / "x/en/a.pptx").write_bytes(b"edited by hand")

    build(tmp_path / "x", {"de/a.pptx": b"new"}, "b2", keeps_rest=True)
    build(tmp_path / "x", TWO, "b3")

    assert (tmp_path / "x/en/a.pptx").read_bytes() == b"edited by hand"
    assert untruths(tmp_path / "x") == ["en/a.pptx is not named"]


def test_what_no_manifest_names_is_not_touched(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    (tmp_path / "x/en/notes.unfinished").write_bytes(b"mine")

    build(tmp_path / "x", TWO, "b2")

    assert (tmp_path / "x/en/notes.unfinished").read_bytes() == b"mine"


def test_a_file_that_stands_already_is_not_written_again(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    before = {name: (tmp_path / "x" / name).stat() for name in ONE}

    build(tmp_path / "x", {**ONE, "de/a.pptx": b"new"}, "b2")

    after = {name: (tmp_path / "x" / name).stat() for name in ONE}
    rewritten = [name for name in ONE if before[name].st_ino != after[name].st_ino]
    assert rewritten == ["de/a.pptx"]


def test_a_file_that_is_read_while_it_is_replaced_stays_whole_for_its_reader(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")

    with (tmp_path / "x/de/a.pptx").open("rb") as reader:
        build(tmp_path / "x", TWO, "b2")

        assert reader.read() == ONE["de/a.pptx"]
    assert (tmp_path / "x/de/a.pptx").read_bytes() == TWO["de/a.pptx"]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_umask_decides_who_may_read(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        build(tmp_path / "x", ONE, "b1")
    finally:
        os.umask(before)

    names = [*ONE, "manifest.json", ".lock"]
    assert {name: (tmp_path / "x" / name).stat().st_mode & 0o777 for name in names} == dict.fromkeys(names, mode)


# ------------------------------------------------------------------------------------------------ what was there before


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"format": 1, "files": [], "replacing": 3}',
        b'{"format": 1, "files": {"a": 3, "b": {"sha256": 1, "bytes": "2", "build": null}}}',
        b'{"format": 1, "files": {}, "replacing": {"c": [1, {}], "d": 2}}',
        b'{"format": 2, "files": {"en/a.pptx": {}}}',
    ],
)
def test_a_damaged_manifest_names_nothing_and_stops_no_build(tmp_path: Path, manifest: bytes) -> None:
    build(tmp_path / "x", ONE, "b1")
    (tmp_path / "x/manifest.json").write_bytes(manifest)

    build(tmp_path / "x", TWO, "b2")

    assert (tmp_path / "x/en/a.pptx").read_bytes() == ONE["en/a.pptx"]
    assert untruths(tmp_path / "x") == ["en/a.pptx is not named"]


@pytest.mark.parametrize(
    "name", ["../victim", "{root}/victim", "de/../../victim", "link/victim", "..\\victim", "a\0b", ""]
)
def test_a_manifest_that_leads_out_of_the_folder_removes_nothing_there(tmp_path: Path, name: str) -> None:
    name = name.replace("{root}", str(tmp_path))
    build(tmp_path / "x", ONE, "b1")
    (tmp_path / "victim").write_bytes(b"abc")
    (tmp_path / "x" / "link").symlink_to(tmp_path)
    manifest = json.loads((tmp_path / "x/manifest.json").read_bytes())
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    manifest["files"][name] = {"sha256": digest, "bytes": 3, "build": "b1"}
    (tmp_path / "x/manifest.json").write_text(json.dumps(manifest))

    build(tmp_path / "x", TWO, "b2")

    assert (tmp_path / "victim").read_bytes() == b"abc"
    assert not (tmp_path / "x/en").exists()


def test_a_pipe_in_the_place_of_the_manifest_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    os.mkfifo(tmp_path / "x/manifest.json")

    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", ONE, "b1")

    assert told(error) == (
        f'error[cannot-write]: cannot write "{tmp_path}/x/manifest.json": something that is no file stands there\n'
        f"  {UNCHANGED}\n"
        "  hint: move it away"
    )


@pytest.mark.parametrize("leftover", ["file", "link", "folder"])
def test_what_a_killed_build_left_unfinished_is_removed(tmp_path: Path, leftover: str) -> None:
    unfinished = tmp_path / "x/.unfinished"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept").write_bytes(b"kept")
    (tmp_path / "x").mkdir()
    if leftover == "file":
        unfinished.write_bytes(b"half")
    elif leftover == "link":
        unfinished.symlink_to(tmp_path / "elsewhere")
    else:
        (unfinished / "de").mkdir(parents=True)
        (unfinished / "de/a.pptx").symlink_to(tmp_path / "elsewhere/kept")

    build(tmp_path / "x", ONE, "b1")

    assert not unfinished.exists()
    assert (tmp_path / "elsewhere/kept").read_bytes() == b"kept"
    assert untruths(tmp_path / "x") == []


# ------------------------------------------------------------------------------------------------------------ obstacles


def test_folders_in_the_place_of_files_are_all_named_and_nothing_changes(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    (tmp_path / "x/de/charts/c.png").mkdir()
    (tmp_path / "x/de/a.pptx").unlink()
    (tmp_path / "x/de/a.pptx").mkdir()
    before = files_in(tmp_path / "x")

    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", TWO, "b2")

    assert told(error) == "\n\n".join(
        f'error[cannot-write]: cannot write "{tmp_path}/x/{name}": a folder stands there\n'
        f"  {UNCHANGED}\n"
        "  hint: move it away"
        for name in ("de/a.pptx", "de/charts/c.png")
    )
    assert files_in(tmp_path / "x") == before
    assert not (tmp_path / "x/.unfinished").exists()


@pytest.mark.parametrize("name", ["de/a.pptx", "manifest.json"])
@pytest.mark.parametrize("target", ["file", "missing"])
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path, name: str, target: str) -> None:
    build(tmp_path / "x", ONE, "b1")
    elsewhere = tmp_path / "elsewhere"
    if target == "file":
        elsewhere.write_bytes(b"precious")
    (tmp_path / "x" / name).unlink()
    (tmp_path / "x" / name).symlink_to(elsewhere)

    build(tmp_path / "x", ONE, "b1")

    assert not (tmp_path / "x" / name).is_symlink()
    assert untruths(tmp_path / "x") == []
    assert elsewhere.read_bytes() == b"precious" if target == "file" else not elsewhere.exists()


@pytest.mark.parametrize("link", ["x", "x/de", "x/de/charts"])
def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(elsewhere)

    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", ONE, "b1")

    assert told(error) == (
        f'error[cannot-write]: cannot write into "{tmp_path / link}": it is a link to another folder\n'
        f"  {UNCHANGED}\n"
        "  hint: remove the link; only the output folder itself may be one"
    )
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("file", ["x", "x/de"])
def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_bytes(b"mine")

    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", ONE, "b1")

    assert told(error) == (
        f'error[cannot-write]: cannot write "{tmp_path / file}": file exists\n'
        f"  {UNCHANGED}\n"
        "  hint: move it away, or use --output to write elsewhere"
    )
    assert (tmp_path / file).read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("obstacle", "reason", "hint"),
    [
        ("folder", "is a directory", "move it away, or use --output to write elsewhere"),
        ("link", "too many levels of symbolic links", "remove the link"),
    ],
)
def test_a_lock_that_cannot_be_taken_is_named(tmp_path: Path, obstacle: str, reason: str, hint: str) -> None:
    lock = tmp_path / "x/.lock"
    (tmp_path / "x").mkdir()
    (tmp_path / "elsewhere").write_bytes(b"kept")
    if obstacle == "folder":
        lock.mkdir()
    else:
        lock.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", ONE, "b1")

    assert told(error) == f'error[cannot-write]: cannot write "{lock}": {reason}\n  {UNCHANGED}\n  hint: {hint}'
    assert (tmp_path / "elsewhere").read_bytes() == b"kept"


def test_a_file_that_a_program_on_windows_holds_open_is_found_before_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "x", ONE, "b1")
    before = files_in(tmp_path / "x")

    def rename(path: Path, target: Path) -> None:
        if path.suffix == ".pptx":
            raise PermissionError(13, "The process cannot access the file", str(path))

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", TWO, "b2")

    assert told(error).splitlines() == [
        f'error[cannot-write]: cannot write "{tmp_path}/x/de/a.pptx": the process cannot access the file',
        f"  {UNCHANGED}",
        "  hint: close the programs that hold it open, or allow writing, or use --output to write elsewhere",
        "",
        f'error[cannot-write]: cannot write "{tmp_path}/x/en/a.pptx": the process cannot access the file',
        f"  {UNCHANGED}",
        "  hint: close the programs that hold it open, or allow writing, or use --output to write elsewhere",
    ]
    assert files_in(tmp_path / "x") == before


def test_a_file_that_cannot_be_replaced_after_all_leaves_a_true_manifest(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    held = tmp_path / "x/de/charts/c.png"
    held.write_bytes(b"")

    with mounted(held, "--bind", str(tmp_path / "x/de/a.pptx")), pytest.raises(ReportError) as error:
        build(tmp_path / "x", TWO, "b2")

    held.unlink()
    assert told(error) == (
        f'error[cannot-write]: cannot write "{held}": device or resource busy\n'
        '  some files are replaced already, "manifest.json" says which; the next build completes them\n'
        "  hint: use --output to write elsewhere"
    )
    assert untruths(tmp_path / "x") == []
    build(tmp_path / "x", TWO, "b2")
    assert files_in(tmp_path / "x") == undisturbed(tmp_path / "fresh", TWO, "b2")


# --------------------------------------------------------------------------------------------- full and read-only disks


@pytest.mark.parametrize("kilobytes", [20, 36, 52, 68, 84])
def test_a_full_disk_leaves_what_stood_there(tmp_path: Path, kilobytes: int) -> None:
    larger = {name: content * 2000 for name, content in TWO.items()}
    with small_disk(tmp_path / "disk", kilobytes) as disk:
        build(disk / "x", THREE, "b1")
        before = files_in(disk / "x")

        with pytest.raises(ReportError) as error:
            build(disk / "x", larger, "b2")

        head, *rest = told(error).splitlines()
        assert head.startswith(f'error[disk-full]: no space is left to write "{disk}/x/')
        assert rest == [f"  {UNCHANGED}", "  hint: free some space, or use --output to write elsewhere"]
        assert files_in(disk / "x") == before
        assert not (disk / "x/.unfinished").exists()


def test_a_disk_that_was_full_and_has_space_again_takes_the_build(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        build(disk / "x", THREE, "b1")
        (disk / "ballast").write_bytes(b"." * 53_248)
        with pytest.raises(ReportError):
            build(disk / "x", TWO, "b2")
        (disk / "ballast").unlink()

        build(disk / "x", TWO, "b2")

        assert files_in(disk / "x") == undisturbed(tmp_path / "fresh", TWO, "b2")


def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    build(tmp_path / "x", ONE, "b1")
    before = files_in(tmp_path / "x")

    with read_only(tmp_path / "x"), pytest.raises(ReportError) as error:
        build(tmp_path / "x", TWO, "b2")

    assert told(error) == (
        f'error[cannot-write]: cannot write "{tmp_path}/x/.lock": read-only file system\n'
        f"  {UNCHANGED}\n"
        "  hint: use --output to write elsewhere"
    )
    assert files_in(tmp_path / "x") == before


@pytest.mark.parametrize(("mode", "place"), [(0o555, "x/.lock"), (0o000, "x")])
def test_a_folder_that_this_user_may_not_write_is_named(mode: int, place: str) -> None:
    with tempfile.TemporaryDirectory() as folder:  # those of pytest let nobody else in
        output = Path(folder)
        output.chmod(0o755)
        build(output / "x", ONE, "b1")
        before = files_in(output / "x")
        for path in (output, output / "x"):
            path.chmod(mode)

        with nobody(), pytest.raises(ReportError) as error:
            build(output / "x", TWO, "b2")

        for path in (output, output / "x"):
            path.chmod(0o755)
        assert told(error) == (
            f'error[cannot-write]: cannot write "{output}/{place}": permission denied\n'
            f"  {UNCHANGED}\n"
            "  hint: close the programs that hold it open, or allow writing, or use --output to write elsewhere"
        )
        assert files_in(output / "x") == before


@contextmanager
def nobody() -> Iterator[None]:
    """Root may write everywhere: while the block runs it is somebody who may not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


# -------------------------------------------------------------------------------------------------------- two at a time


def test_a_second_build_waits_says_so_and_comes_to_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_folder, "SECONDS_BEFORE_NOTICE", 0.05)
    waits, is_held = threading.Event(), threading.Event()

    def hold() -> None:
        with OutputFolder(tmp_path / "x") as first:
            is_held.set()
            first.stage("a", b"first", "b1")
            waits.wait(10)
            first.settle("b1", keeps=lambda _: False)

    holder = threading.Thread(target=hold)
    holder.start()
    is_held.wait(10)
    with OutputFolder(tmp_path / "x", on_wait=waits.set) as second:
        second.stage("b", b"second", "b2")
        second.settle("b2", keeps=lambda _: True)
    holder.join()

    assert waits.is_set()
    assert set(files_in(tmp_path / "x")) == {"a", "b", "manifest.json"}
    assert untruths(tmp_path / "x") == []


def test_a_build_that_waits_in_vain_says_what_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_folder, "SECONDS_BEFORE_NOTICE", 0.05)
    monkeypatch.setattr(output_folder, "LOCK_SECONDS", 0.1)
    is_held, is_over = threading.Event(), threading.Event()

    def hold() -> None:
        with OutputFolder(tmp_path / "x"):
            is_held.set()
            is_over.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    is_held.wait(10)
    with pytest.raises(ReportError) as error:
        build(tmp_path / "x", ONE, "b1")
    is_over.set()
    holder.join()

    assert told(error) == (
        f'error[locked]: another build has been writing "{tmp_path}/x" for more than 0 seconds\n'
        f"  {UNCHANGED}\n"
        "  hint: end it, or use --output to write elsewhere"
    )


# ----------------------------------------------------------------------------------------------------------- every kill


@pytest.fixture
def without_flushing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill loses nothing that the system holds; only a power failure would, and waiting for the disk takes long."""
    monkeypatch.setattr(output_folder, "flush", lambda path: None)


@pytest.mark.usefixtures("without_flushing")
def test_a_kill_before_any_file_operation_leaves_whole_files_and_a_true_manifest(tmp_path: Path) -> None:
    one, two = undisturbed(tmp_path / "one", ONE, "b1"), undisturbed(tmp_path / "two", TWO, "b2")
    three = undisturbed(tmp_path / "three", THREE, "b3")
    manifests, was_killed, operation = set(), True, 0
    while was_killed:
        operation += 1
        folder, copy = tmp_path / f"{operation}/x", tmp_path / f"{operation}/copy/x"
        build(folder, ONE, "b1")

        was_killed = killed_at(operation, partial(build, folder, TWO, "b2"))

        files = files_in(folder)
        assert untruths(folder) == [], operation
        assert all(files[name] in (one.get(name), two.get(name)) for name in files if name != "manifest.json")
        manifests.add(files["manifest.json"])
        shutil.copytree(folder, copy)
        build(folder, TWO, "b2")
        build(copy, THREE, "b3")
        assert (files_in(folder), files_in(copy)) == (two, three), operation
        assert not (folder / ".unfinished").exists()

    assert operation > 20
    assert {one["manifest.json"], two["manifest.json"]} < manifests
    assert len(manifests) == 3, "the third is that of the exchange"


@pytest.mark.slow
@pytest.mark.usefixtures("without_flushing")
def test_two_kills_one_after_the_other_leave_whole_files_and_a_true_manifest(tmp_path: Path) -> None:
    three = undisturbed(tmp_path / "three", THREE, "b3")
    first = second = 1
    while True:
        folder = tmp_path / f"{first}-{second}/x"
        build(folder, ONE, "b1")
        was_killed = killed_at(first, partial(build, folder, TWO, "b2"))

        was_killed_again = killed_at(second, partial(build, folder, THREE, "b3"))

        assert untruths(folder) == [], (first, second)
        build(folder, THREE, "b3")
        assert files_in(folder) == three, (first, second)
        shutil.rmtree(folder)
        if was_killed_again:
            second += 1
        elif was_killed:
            first, second = first + 1, 1
        else:
            break


# ------------------------------------------------------------------------------------------------ decks that are spared

OLD, NEW = (Fingerprint((SlidePrint(title, False, "", ()),)) for title in ("Old", "New"))


def build_deck(folder: Path, content: bytes, fingerprint: Fingerprint, *others: str) -> dict[str, Diagnostic]:
    """A build of a deck and of other files; it replaces a deck that is as built, or was the old one before."""

    def spares(standing: Standing) -> Diagnostic | None:
        knows_old = any(entry.fingerprint == OLD for entry in standing.built)
        return None if standing.is_as_built or knows_old else Diagnostic("edited", "edited")

    with OutputFolder(folder) as output:
        output.stage("de/a.pptx", content, "b", fingerprint)
        for other in others:
            output.stage(other, content, "b")
        return output.settle("b", keeps=lambda _: False, spares=spares)


@pytest.mark.usefixtures("without_flushing")
def test_a_deck_that_was_merely_saved_is_replaced_however_often_the_build_is_killed(tmp_path: Path) -> None:
    by_hand = ["de/a.pptx is not the file that is named"]
    operation, was_killed, found = 0, True, []
    while was_killed:
        operation += 1
        folder = tmp_path / f"{operation}/x"
        build_deck(folder, b"old", OLD)
        (folder / "de/a.pptx").write_bytes(b"old, saved again")
        assert untruths(folder) == by_hand

        was_killed = killed_at(operation, partial(build_deck, folder, b"new", NEW, "de/b.png"))

        found.append(untruths(folder))
        assert build_deck(folder, b"new", NEW, "de/b.png") == {}, operation
        assert (folder / "de/a.pptx").read_bytes() == b"new"
        assert untruths(folder) == []
    assert operation > 20
    assert [each for each in found if each] == [by_hand] * found.count(by_hand), (
        "no build makes it less true than it was"
    )
    assert found[-3:] == [[], [], []]


@pytest.mark.usefixtures("without_flushing")
def test_a_deck_that_is_spared_is_named_truly_however_often_the_build_is_killed(tmp_path: Path) -> None:
    operation, was_killed = 0, True
    while was_killed:
        operation += 1
        folder = tmp_path / f"{operation}/x"
        build_deck(folder, b"new", NEW)
        (folder / "de/a.pptx").write_bytes(b"edited")

        was_killed = killed_at(operation, partial(build_deck, folder, b"newest", NEW, "de/b.png"))

        assert [*build_deck(folder, b"newest", NEW, "de/b.png")] == ["de/a.pptx"], operation
        assert (folder / "de/a.pptx").read_bytes() == b"edited"
        assert untruths(folder) == []
        known = json.loads((folder / "manifest.json").read_bytes())["changed_by_hand"]["de/a.pptx"]
        assert [entry["fingerprint"] for entry in known] == [NEW.as_json()]
    assert operation > 15


@pytest.mark.parametrize(
    "fingerprint",
    [3, {}, [3], [{}], [{"title": "x"}], [{"title": "x", "shapes": "1,2,x,y"}], [{"title": "x", "shapes": "1,2"}]],
)
def test_a_damaged_fingerprint_is_none(tmp_path: Path, fingerprint: object) -> None:
    build_deck(tmp_path / "x", b"old", OLD)
    manifest = json.loads((tmp_path / "x/manifest.json").read_bytes())
    manifest["files"]["de/a.pptx"]["fingerprint"] = fingerprint
    (tmp_path / "x/manifest.json").write_text(json.dumps(manifest))

    (entry,) = read_manifest(tmp_path / "x/manifest.json").files.values()

    assert entry.fingerprint is None


# ------------------------------------------------------------------------------------------- the checker and its faults


@pytest.mark.parametrize(
    ("name", "content", "untruth"),
    [
        ("de/a.pptx", b"first dec", "de/a.pptx is not the file that is named"),
        ("de/a.pptx", None, "de/a.pptx is named and missing"),
        ("de/new.png", b"", "de/new.png is not named"),
    ],
)
def test_the_reader_of_manifests_finds_what_is_untrue(
    tmp_path: Path, name: str, content: bytes | None, untruth: str
) -> None:
    build(tmp_path / "x", ONE, "b1")
    if content is None:
        (tmp_path / "x" / name).unlink()
    else:
        (tmp_path / "x" / name).write_bytes(content)

    assert untruths(tmp_path / "x") == [untruth]


@pytest.mark.usefixtures("without_flushing")
def test_a_build_that_replaces_files_without_a_manifest_of_the_exchange_is_found_by_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exchange_at_once(self: OutputFolder, changed: Files, stale: Files) -> None:
        for name in (*changed, "manifest.json"):
            (self._path / ".unfinished" / name).replace(self._path / name)

    monkeypatch.setattr(OutputFolder, "_exchange", exchange_at_once)
    found = []
    for operation in range(1, 60):
        folder = tmp_path / str(operation) / "x"
        build(folder, ONE, "b1")
        killed_at(operation, partial(build, folder, TWO, "b2"))
        found += untruths(folder)

    assert "de/a.pptx is not the file that is named" in found
