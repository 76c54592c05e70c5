"""One build of the shipped survey for all tests of the folder, and copies of it to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import report

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "social-media-2016"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped briefing's outputs, with one folder a language."""
    output = tmp_path_factory.mktemp("build")
    report.build(SHIPPED, options=report.Options(output=output))
    return output / SHIPPED.name


@pytest.fixture
def copy_of_shipped(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the shipped survey, parts of its files replaced (each must occur), and returns its folder."""

    def copy(*replacements: tuple[str, str]) -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SHIPPED, folder)
        for old, new in replacements:
            holders = [file for file in sorted(folder.glob("*.yaml")) if old in file.read_text("utf-8")]
            assert holders, f"{old!r} occurs in no file"
            for file in holders:
                file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        return folder

    return copy
