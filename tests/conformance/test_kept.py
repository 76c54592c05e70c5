"""The summaries that the tests build are kept and judged; files of others, and those with planted faults, are not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.conformance import kept, typeset
from tests.conformance.conftest import skip_without_verapdf


def of_ours(file: Path, *, is_sound: bool = True) -> Path:
    """A PDF that says that it is ours; one that is not sound says nothing of its language."""
    with pikepdf.open(typeset.write(file), allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Creator"] = kept.CREATOR
        if not is_sound:
            del pdf.Root.Lang
        pdf.save(file)
    return file


def test_each_summary_of_ours_is_kept_once(tmp_path: Path) -> None:
    ours, foreign = of_ours(tmp_path / "a.pdf"), typeset.write(tmp_path / "b.pdf")
    (tmp_path / "again").mkdir()
    again = tmp_path / "again/a.pdf"
    again.write_bytes(ours.read_bytes())
    planted = of_ours(tmp_path / "planted-a.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7")

    kept.keep([ours, again, foreign, planted, tmp_path / "broken.pdf"], tmp_path / "kept")

    (file,) = (tmp_path / "kept").iterdir()
    assert file.name.endswith("-a.pdf")
    assert file.read_bytes() == ours.read_bytes()


def test_a_rule_that_one_of_them_breaks_fails_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skip_without_verapdf()
    of_ours(tmp_path / "a.pdf")

    good = kept.main([str(tmp_path)])
    of_ours(tmp_path / "planted-b.pdf", is_sound=False)
    bad = kept.main([str(tmp_path)])

    printed = capsys.readouterr().out
    assert (good, bad) == (0, 1)
    assert "1 summaries of the tests, 0 rules broken\n" in printed
    assert f"{tmp_path}/planted-b.pdf:" in printed
    assert "(PDF/UA-1)" in printed


def test_an_empty_folder_is_not_passed(tmp_path: Path) -> None:
    skip_without_verapdf()

    assert kept.main([str(tmp_path)]) == 1
