"""Hostile files are answered in bounded time and memory; hostile texts are in tests/faults."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import report
from tests.end_to_end.conftest import SHIPPED

SECONDS = 30
MEMORY = 2 * 1024**3
"""Bytes of address space: what the libraries map, and little more."""


def bounded_check(path: Path) -> subprocess.CompletedProcess[str]:
    """`report check` in a process of its own that may use so much time and memory and no more."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return subprocess.run(
        [sys.executable, "-m", "report", "check", str(path)],
        env={**os.environ, "PYTHONPATH": str(SHIPPED.parents[1])},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * SECONDS,
    )


def bomb(levels: int) -> str:
    """Aliases of aliases: ten to the power of `levels` values in a few lines."""
    lines = ["l0: &l0 [a, a, a, a, a, a, a, a, a, a]"]
    lines += [f"l{level}: &l{level} [" + ", ".join([f"*l{level - 1}"] * 10) + "]" for level in range(1, levels + 1)]
    return "\n".join(lines)


HOSTILE: dict[str, tuple[bytes, str]] = {
    "a bomb of aliases": (bomb(12).encode(), "too-many-values"),
    "deep nesting": (b"a: " + b"[" * 100_000, "too-deep"),
    "a deep block": ("\n".join(" " * level + "a:" for level in range(1000)).encode(), "too-deep"),
    "zero bytes": (b"format: 1\x00", "not-text"),
    "UTF-16": ("format: 1".encode("utf-16"), "wrong-encoding"),
    "Latin-1": ("format: 1\ntitle: Bücher".encode("latin-1"), "wrong-encoding"),
    "a control character": (b"format: 1\ntitle: a\x07b", "control-character"),
    "a Python object": (b"format: !!python/object/apply:os.system [id]", "tag"),
    "an endless line of braces": (b"{" * 500_000, "too-deep"),
    "many keys": (b"".join(b"k%d: 1\n" % number for number in range(150_000)), "too-many-values"),
}


@pytest.mark.parametrize(("content", "id"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_bounded_time_and_memory(
    content: bytes, id: str, copy_of_shipped: Callable[..., Path]
) -> None:
    folder = copy_of_shipped()
    (folder / "survey.yaml").write_bytes(content)

    finished = bounded_check(folder)

    assert finished.returncode == 1, finished.stderr[-500:]
    assert f"error[{id}]" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_file_of_a_hundred_megabytes_is_refused_unread(copy_of_shipped: Callable[..., Path]) -> None:
    folder = copy_of_shipped()
    with (folder / "survey.yaml").open("wb") as file:
        file.truncate(100_000_000)

    finished = bounded_check(folder)

    assert finished.returncode == 1
    assert "error[file-too-large]" in finished.stderr
    assert 'survey.yaml" is larger than 4 MB' in finished.stderr


def named(path: str) -> tuple[str, str]:
    return ("survey: survey.yaml", f'survey: "{path}"')


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("../elsewhere/survey.yaml", "outside-folder"),
        ("/etc/passwd", "outside-folder"),
        ("/dev/zero", "outside-folder"),
        ("link.yaml", "outside-folder"),
        ("pipe.yaml", "not-a-file"),
        ("folder.yaml", "not-a-file"),
        ("http://example.org/survey.yaml", "outside-folder"),
    ],
)
def test_a_briefing_reaches_nothing_but_files_in_its_folder(
    path: str, id: str, copy_of_shipped: Callable[..., Path]
) -> None:
    folder = copy_of_shipped(named(path))
    (folder / "link.yaml").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()

    finished = bounded_check(folder)

    assert finished.returncode == 1
    assert f"error[{id}]" in finished.stderr
    assert "root:" not in finished.stderr


@pytest.mark.parametrize("id", ["__class__", "class", "Own", "1st", "a-b", "../x", "a b", "ä"])
def test_an_id_that_is_none_is_refused_at_its_place(id: str, copy_of_shipped: Callable[..., Path]) -> None:
    folder = copy_of_shipped(
        ("      everyone:\n        percent", f"      {json.dumps(id, ensure_ascii=False)}:\n        percent")
    )

    with pytest.raises(report.SourceError) as caught:
        report.check(folder)

    assert caught.value.diagnostics[0].id == "malformed-id"
    assert caught.value.diagnostics[0].location is not None


def test_line_ends_and_byte_order_mark_change_nothing(copy_of_shipped: Callable[..., Path], tmp_path: Path) -> None:
    folder = copy_of_shipped()
    for file in folder.glob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    report.build(folder, options=report.Options(output=tmp_path / "one", only=(report.Product.SUMMARY,)))
    report.build(copy_of_shipped(), options=report.Options(output=tmp_path / "two", only=(report.Product.SUMMARY,)))

    name = Path("copy") / "de" / "copy-de.pdf"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
