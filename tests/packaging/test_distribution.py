"""The wheel stands alone: in an empty environment, in an empty folder, it builds what ships and a copy of it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import report
from tests.conftest import CHECKOUT

SHIPPED = "social-media-2016"


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and runs it elsewhere than the checkout."""

    python: Path
    home: Path

    def report(self, *arguments: str | Path, folder: Path) -> str:
        """What the installed command prints, run in a folder; fails with what it said if it does."""
        finished = subprocess.run(
            [self.python.parent / "report", *arguments],
            cwd=folder,
            env={"HOME": str(self.home), "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return finished.stdout + finished.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment of its own with the wheel in it. The libraries are those of this environment, read where they
    lie: a line in a .pth file adds the folder and not the links in it, so the checkout is out of reach."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv/bin/python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site_packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(site_packages) / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    (folder / "home").mkdir()
    return Installed(python, folder / "home")


def built(kind: str, folder: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", folder)
    (file,) = folder.iterdir()
    return file


def run(*command: str | Path) -> str:
    return subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout


def outputs(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix in (".pptx", ".pdf")}


DOCUMENTS = {
    f"{language}/{SHIPPED}-{language}.{ending}" for language in ("de", "en") for ending in ("pptx", "pdf")
}  # fmt: skip


def test_the_wheel_holds_the_package_its_data_and_its_assets_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    tops = {name.split("/")[0] for name in names}
    assert tops == {"report", f"befund-{report.__version__}.dist-info"}
    for name in (f"data/{SHIPPED}/survey.yaml", f"data/{SHIPPED}/briefing.yaml", "assets/fonts/Carlito-Regular.ttf"):
        assert f"report/_shipped/{name}" in names
    for name in (
        "preview/preview.html",
        "preview/preview.css",
        "preview/preview.js",
        "fonts/OFL.txt",
        "color/sRGB2014.icc",
        "color/sRGB2014.icc.LICENSE",
    ):
        assert f"report/_shipped/assets/{name}" in names


def test_the_sdist_holds_all_that_make_needs(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    listed = {"Makefile", "requirements.lock", "pyproject.toml", "README.md", "LICENSE", ".ci/run", "report/cli.py"}
    assert listed <= names
    assert {"tests/packaging/test_distribution.py", f"data/{SHIPPED}/survey.yaml"} <= names
    assert not [name for name in names if "node_modules" in name or "__pycache__" in name]


def test_in_an_empty_folder_the_installed_command_builds_the_survey_that_ships(
    installed: Installed, tmp_path: Path
) -> None:
    place = installed.python, "-c", "import report; print(report.__file__)"
    assert Path(subprocess.run(place, cwd=tmp_path, capture_output=True, text=True).stdout).is_relative_to(
        installed.python.parents[1]
    )

    said = installed.report("build", folder=tmp_path)

    assert outputs(tmp_path / "build" / SHIPPED) == DOCUMENTS
    assert "building the survey that ships" in said


def test_a_copy_of_the_survey_that_ships_gives_the_same_bytes(installed: Installed, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "data" / SHIPPED, tmp_path / "copy" / SHIPPED)
    (tmp_path / "empty").mkdir()

    installed.report("build", folder=tmp_path / "empty")
    installed.report("build", SHIPPED, "--output", tmp_path / "out", folder=tmp_path / "copy")

    assert outputs(tmp_path / "out" / SHIPPED) == DOCUMENTS
    for name in DOCUMENTS:
        of_copy, of_shipped = tmp_path / "out" / SHIPPED / name, tmp_path / "empty/build" / SHIPPED / name
        assert of_copy.read_bytes() == of_shipped.read_bytes(), name


def test_nothing_is_written_outside_the_output_folder(installed: Installed, tmp_path: Path) -> None:
    installed.report("build", "--only", "charts", folder=tmp_path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["build"]
    assert list(installed.home.iterdir()) == []
