"""`report watch` builds what is saved, shows what is wrong, keeps what was built, and ends when it is asked to."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

import report
from report.sources import choose, choose_again, is_gone, told_as_gone
from tests.conftest import CHECKOUT
from tests.end_to_end.test_other_surveys import SMALL

SECONDS = 120
"""What is waited for a line at most: nothing is timed here, and machines may be busy."""


class Watch:
    """A process that watches the folder "small" in `folder`."""

    def __init__(self, folder: Path, *options: str) -> None:
        (folder / "small").mkdir()
        self.survey = folder / "small" / "survey.yaml"
        self.survey.write_text(SMALL, "utf-8")
        self.build = folder / "build" / "small"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "report", "watch", "small", "--only", "deck", *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)

    def save(self, text: str) -> None:
        """Write the survey as an editor does: beside it, then in its place."""
        beside = self.survey.with_name("survey.yaml~")
        beside.write_text(text, "utf-8")
        beside.replace(self.survey)

    def told(self, until: str) -> str:
        """All lines up to the first in which a pattern is found."""
        lines = ""
        while True:
            try:
                line = self._lines.get(timeout=SECONDS)
            except Empty:
                pytest.fail(f"nothing like {until!r} in:\n{lines}")
            lines += line
            if re.search(until, line):
                return lines

    def end(self, number: int) -> int:
        """The exit code after a signal."""
        self._process.send_signal(number)
        return self._process.wait(SECONDS)

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout
        self._process.stdout.close()


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    watch = Watch(tmp_path)
    try:
        yield watch
    finally:
        watch.kill()


def test_what_is_saved_is_built_and_faults_are_shown_until_they_are_mended(watch: Watch) -> None:
    assert "watching: build/small/de/small-de.pptx (" in watch.told("watching: ")
    deck = (watch.build / "de/small-de.pptx").read_bytes()

    watch.save(SMALL.replace("38.4", "38.9").replace("41.2", "40.7"))
    assert re.search(r"survey\.yaml saved: build/small/de/small-de\.pptx \(slide.* \d", watch.told(" saved: "))
    changed = (watch.build / "de/small-de.pptx").read_bytes()
    assert changed != deck

    watch.save(SMALL.replace("topic:", "topik:"))
    told = watch.told(" saved: ")
    assert 'error[unknown-key]: "topik"' in told
    assert "survey.yaml saved: what was built before stands" in told
    assert (watch.build / "de/small-de.pptx").read_bytes() == changed

    probe = watch.survey.with_name("4913")
    probe.touch()  # as vim does before it writes
    probe.unlink()
    watch.save(SMALL)
    told = watch.told(" saved: ")
    assert "small-de.pptx" in told
    assert "4913" not in told
    assert (watch.build / "de/small-de.pptx").read_bytes() == deck
    assert watch.end(signal.SIGINT) == 0
    assert "no longer watching" in watch.told("no longer")


def test_comments_change_nothing_and_a_deck_that_somebody_edited_meanwhile_is_told_of(watch: Watch) -> None:
    watch.told("watching: ")

    watch.save(f"{SMALL}# a comment\n")
    assert "saved: no file changed" in watch.told(" saved: ")

    deck = watch.build / "de/small-de.pptx"
    deck.write_bytes(b"edited")

    watch.save(SMALL.replace("38.4", "38.9").replace("41.2", "40.7"))

    told = watch.told(" saved: ")
    assert "error[deck-edited]" in told
    assert "removed" not in told
    assert deck.read_bytes() == b"edited"
    assert watch.end(signal.SIGTERM) == 0


def test_a_briefing_that_is_gone_for_a_moment_is_told_and_becomes_no_other_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "small"
    folder.mkdir(parents=True)
    (folder / "survey.yaml").write_text(SMALL, "utf-8")
    briefing = folder / "briefing.yaml"
    briefing.write_text("format: 1\n", "utf-8")
    other = tmp_path / "data" / "other" / "survey.yaml"
    monkeypatch.chdir(tmp_path)

    for paths in ([], [Path("data/small")], [Path("data/small/briefing.yaml")]):
        before = choose(paths).sources
        briefing.rename(folder / "away.yaml")
        (source,) = choose_again(paths, before)
        assert (source, is_gone(source)) == (before[0], True)
        assert 'small/briefing.yaml" is gone: the last good state stands' in told_as_gone(source).message
        (folder / "away.yaml").rename(briefing)
        assert not is_gone(source)
        assert choose_again(paths, [source]) == before

    before = choose([]).sources
    briefing.unlink()
    other.parent.mkdir()
    other.write_text(SMALL, "utf-8")
    assert [source.name for source in choose_again([], before)] == ["small", "other"]


def test_a_survey_for_which_a_briefing_is_written_is_told_by_that(tmp_path: Path) -> None:
    survey = tmp_path / "survey.yaml"
    survey.write_text(SMALL, "utf-8")
    before = choose([tmp_path]).sources
    survey.rename(tmp_path / "briefing.yaml")

    (source,) = choose_again([tmp_path], before)

    assert source.path.name == "briefing.yaml"


def test_what_was_built_stands_while_the_file_is_gone(watch: Watch) -> None:
    watch.told("watching: ")
    deck = (watch.build / "de/small-de.pptx").read_bytes()

    watch.survey.unlink()

    told = watch.told(" saved: ")
    assert 'error[no-source]: "small/survey.yaml" is gone' in told
    assert "survey.yaml saved: what was built before stands" in told
    assert (watch.build / "de/small-de.pptx").read_bytes() == deck


def test_a_folder_that_is_put_in_the_place_of_another_is_watched(watch: Watch) -> None:
    watch.told("watching: ")
    deck = (watch.build / "de/small-de.pptx").read_bytes()

    shutil.rmtree(watch.survey.parent)
    assert 'error[no-source]: "small/survey.yaml" is gone' in watch.told(" saved: ")
    assert (watch.build / "de/small-de.pptx").read_bytes() == deck

    watch.survey.parent.mkdir()
    watch.survey.write_text(SMALL.replace("38.4", "38.9").replace("41.2", "40.7"), "utf-8")
    watch.told("saved: build/small/de/small-de.pptx")
    watch.save(SMALL)
    watch.told("saved: build/small/de/small-de.pptx")
    assert (watch.build / "de/small-de.pptx").read_bytes() == deck
    assert watch.end(signal.SIGINT) == 0


def test_what_ships_stands_in_for_no_briefing_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = tmp_path / "data" / "small" / "survey.yaml"
    survey.parent.mkdir(parents=True)
    survey.write_text(SMALL, "utf-8")
    monkeypatch.chdir(tmp_path)
    before = choose([]).sources

    shutil.rmtree("data")
    assert [(source, is_gone(source)) for source in choose_again([], before)] == [(before[0], True)]
    survey.parent.parent.mkdir()
    assert choose_again([], before) == before
    survey.parent.mkdir()
    survey.write_text(SMALL, "utf-8")
    assert [is_gone(source) for source in choose_again([], before)] == [False]


def test_nothing_to_watch_is_told(tmp_path: Path) -> None:
    with pytest.raises(report.UsageError, match="there is no such file"):
        next(report.watch(tmp_path / "no.yaml", options=report.Options()))


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "survey.yaml").write_text(SMALL, "utf-8")
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    with pytest.raises(report.UsageError, match=r"befund\[watch\]"):
        next(report.watch(tmp_path, options=report.Options(output=tmp_path / "build")))
