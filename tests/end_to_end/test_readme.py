"""What the README tells a stranger to do works as it stands there."""

from __future__ import annotations

import re
import subprocess
import textwrap
from pathlib import Path

import report

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text("utf-8")


def test_the_survey_of_the_readme_builds(tmp_path: Path) -> None:
    written = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert written
    folder = tmp_path / "my-survey"
    folder.mkdir()
    (folder / "survey.yaml").write_text(textwrap.dedent(written[1]), "utf-8")

    result = report.build(folder, options=report.Options(output=tmp_path / "build"))

    assert tmp_path / "build" / "my-survey" / "en" / "my-survey-en.pptx" in result.written
    assert result.warnings == ()


def test_the_claim_of_the_readme_is_one_of_its_survey() -> None:
    claim = re.search(r"holds: leads\((\w+)\.(\w+)\)", README)

    assert claim
    assert re.search(rf"^ *{claim[1]}:$", README, re.MULTILINE)
    assert re.search(rf"^ *{claim[2]}: \{{percent", README, re.MULTILINE)


def test_its_make_targets_exist_and_its_links_lead_somewhere() -> None:
    targets = re.findall(r"^    make ?(\w*)  ", README, re.MULTILINE)
    links = re.findall(r"\]\(([^)]+)\)", README)

    for target in targets:
        subprocess.run(["make", "--dry-run", *target.split()], cwd=CHECKOUT, check=True, capture_output=True)
    assert targets == ["", "test"]
    assert len(links) >= 8
    assert [link for link in links if not (CHECKOUT / link).exists()] == []
