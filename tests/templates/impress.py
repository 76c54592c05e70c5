"""Templates that people really use: those that LibreOffice Impress brings, saved by it as .pptx.

They ship as .otp with LibreOffice itself (Debian: libreoffice-common, in share/template/common/presnt); the program
that converts them is libreoffice-impress. They are converted when they are needed, into a folder that lives as long as
the tests do.
"""

import shutil
import tempfile
from pathlib import Path

from tests.conformance import programs

NAMES = ("Blueprint_Plans", "DNA", "Midnightblue", "Nature_Illustration", "Piano", "Progress", "Vivid")
"""In this order: a sheet of paper as a picture; a drawing at the left of every slide; white titles on a dark band;
nearly 4:3, with pictures; white on black; titles and texts that are turned by some degrees; large light titles. All but
the second have several masters, and the texts of their layouts have no numbers."""


def missing() -> list[str]:
    """One sentence for each thing that is not there; empty if the templates can be converted."""
    program = shutil.which("soffice")
    if program is None:
        return ['"soffice" is missing, so are its templates (Debian: apt-get install libreoffice-impress-nogui)']
    absent = [name for name in NAMES if not _installed(name).is_file()]
    return [f"{_folder()} has no {', '.join(absent)} (Debian: apt-get install libreoffice-common)"] if absent else []


def converted(folder: Path) -> dict[str, Path]:
    """The templates as .pptx files in the folder, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="befund-profile-") as profile:
        installed = [_installed(name) for name in NAMES]
        programs.run(
            [
                *("soffice", "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"),
                *("--convert-to", "pptx", "--outdir", folder),
                *installed,
            ],
        )
    files = {name: folder / f"{name}.pptx" for name in NAMES}
    # LibreOffice exits 0 for what it did not write.
    assert all(file.is_file() for file in files.values()), f"not all of {', '.join(NAMES)} were converted"
    return files


def _folder() -> Path:
    program = shutil.which("soffice")
    assert program is not None
    return Path(program).resolve().parent.parent / "share/template/common/presnt"


def _installed(name: str) -> Path:
    return _folder() / f"{name}.otp"
