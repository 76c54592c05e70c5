"""An entry is what was put there, or it is none: whatever became of its file."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.store import HEAD, LARGEST, SUFFIX, UNFINISHED, Store
from tests.disks import read_only, small_disk
from tests.killing import killed_at

CONTENT = b"what was made"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", made_by="a program")


def entry(folder: Path) -> Path:
    (path,) = folder.rglob(f"*{SUFFIX}")
    return path


def test_what_is_put_there_is_got(store: Store, tmp_path: Path) -> None:
    key = store.key("png", 1)
    assert store.get(key) is None
    store.put(key, CONTENT)
    assert store.get(key) == CONTENT
    assert Store(tmp_path / "store", made_by="a program").get(key) == CONTENT


def test_only_its_owner_can_read_it(store: Store, tmp_path: Path) -> None:
    store.put(store.key(1), CONTENT)
    for path in (tmp_path / "store", *(tmp_path / "store").rglob("*")):
        assert not path.stat().st_mode & 0o077, path


def test_another_program_has_other_keys(store: Store, tmp_path: Path) -> None:
    assert store.key(1) != Store(tmp_path / "store", made_by="another one").key(1)


def test_an_empty_file_is_kept_like_any_other(store: Store) -> None:
    store.put(store.key(1), b"")
    assert store.get(store.key(1)) == b""


@given(st.data())
def test_damaged_entries_are_none(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    store = Store(tmp_path_factory.mktemp("store"), made_by="")
    folder, key = store._folder, store.key(1)  # where it lies is no secret of a test
    store.put(key, CONTENT)
    path = entry(folder)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from([whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole + b"x"])
    )
    path.write_bytes(damaged)
    assert store.get(key) is None
    store.put(key, CONTENT)
    assert store.get(key) == CONTENT


def _of_another_key(path: Path, store: Store) -> None:
    store.put(store.key(2), b"something else")
    (other,) = {*path.parent.parent.rglob(f"*{SUFFIX}")} - {path}
    path.write_bytes(other.read_bytes())


def _a_link(path: Path, _store: Store) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def _a_folder(path: Path, _store: Store) -> None:
    path.unlink()
    path.mkdir()


def _a_pipe(path: Path, _store: Store) -> None:
    path.unlink()
    os.mkfifo(path)


def _written_by_others(path: Path, _store: Store) -> None:
    path.chmod(0o666)


def _of_another_user(path: Path, _store: Store) -> None:
    if os.geteuid():
        pytest.skip("only root can give files away: entries of other users are not proven")
    os.chown(path, 12345, 12345)


def _a_giant(path: Path, _store: Store) -> None:
    with path.open("r+b") as file:
        file.truncate(LARGEST + HEAD + 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither owners nor pipes")
@pytest.mark.parametrize(
    "harm", [_of_another_key, _a_link, _a_folder, _a_pipe, _written_by_others, _of_another_user, _a_giant]
)
def test_what_somebody_else_put_there_is_none(
    store: Store, tmp_path: Path, harm: Callable[[Path, Store], None]
) -> None:
    store.put(store.key(1), CONTENT)
    harm(entry(tmp_path / "store"), store)
    assert store.get(store.key(1)) is None
    store.put(store.key(1), CONTENT)  # at most not kept


def test_what_was_not_wanted_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", made_by="", most_bytes=4 * (HEAD + 1000))
    for number in range(6):
        store.put(store.key(number), bytes(1000))
        (path,) = (tmp_path / "store").rglob(f"{store.key(number)}{SUFFIX}")
        os.utime(path, (time.time() - 1000 + number, time.time() - 1000 + number))
    assert store.get(store.key(0)) is not None
    store.trim()
    assert [number for number in range(6) if store.get(store.key(number)) is not None] == [0, 3, 4, 5]


def test_what_a_killed_build_left_goes_after_an_hour(store: Store, tmp_path: Path) -> None:
    store.put(store.key(1), CONTENT)
    fresh, old = (entry(tmp_path / "store").with_name(f"{name}{UNFINISHED}") for name in ("fresh", "old"))
    for path in (fresh, old):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 4000, time.time() - 4000))
    store.trim()
    assert (fresh.exists(), old.exists(), store.get(store.key(1))) == (True, False, CONTENT)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")
def test_a_kill_at_any_moment_leaves_it_whole(store: Store) -> None:
    store.put(store.key(1), CONTENT)
    operation = 0
    while True:
        operation += 1
        if not killed_at(operation, lambda: store.put(store.key(2), CONTENT * 1000)):
            break
        assert store.get(store.key(1)) == CONTENT
        assert store.get(store.key(2)) in (None, CONTENT * 1000)
    assert operation > 3
    assert store.get(store.key(2)) == CONTENT * 1000


def test_a_full_disk_keeps_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        store = Store(disk / "store", made_by="")
        store.put(store.key(1), CONTENT)
        store.put(store.key(2), os.urandom(100_000))
        store.trim()
        assert store.get(store.key(1)) == CONTENT
        assert store.get(store.key(2)) is None
        assert not list(disk.rglob(f"*{UNFINISHED}"))


def test_a_folder_that_nobody_may_write_is_read(store: Store, tmp_path: Path) -> None:
    store.put(store.key(1), CONTENT)
    with read_only(tmp_path / "store"):
        store.put(store.key(2), CONTENT)
        store.trim()
        assert store.get(store.key(1)) == CONTENT
        assert store.get(store.key(2)) is None


def test_a_file_in_the_way_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way", "utf-8")
    store = Store(tmp_path / "store", made_by="")
    store.put(store.key(1), CONTENT)
    store.trim()
    assert store.get(store.key(1)) is None


def test_many_share_it(tmp_path: Path) -> None:
    """Writers and readers of the same keys, and one who trims all the while: nobody ever gets anything else."""
    wrong = list[bytes]()

    def work(seed: int) -> None:
        store = Store(tmp_path / "store", made_by="", most_bytes=20_000)
        for turn in range(60):
            number = (turn * seed) % 7
            store.put(store.key(number), bytes([number]) * 5_000)
            found = store.get(store.key((number + 3) % 7))
            if found not in (None, bytes([(number + 3) % 7]) * 5_000):
                wrong.append(found or b"")
            store.trim()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
