"""The bytes of every output of the surveys of the tests, kept while the frame is rebuilt.

python -m tests.record          compares with tests/record.json and names what differs
python -m tests.record --keep   writes tests/record.json anew
python -m tests.record --into FOLDER   keeps the outputs there, to be looked at
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import report
from tests.conftest import SHARED
from tests.end_to_end.test_other_surveys import SMALL, forty_questions
from tests.surveys import FOLDERS, SHIPPED

HERE = Path(__file__).resolve().parent
RECORD = HERE / "record.json"
CASES = ("six-columns", "eight-columns", "german-unit", "scale-order", "tie", "two-bases", "filter-base", "long-labels")


def folders(place: Path) -> list[Path]:
    """The folders to build; what a test has as text is written below `place`."""
    texts = {"small": SMALL, "forty": forty_questions()}
    for name, text in texts.items():
        (place / name).mkdir()
        (place / name / "survey.yaml").write_text(text, "utf-8")
    shutil.copytree(SHIPPED, place / "stamped")
    survey, briefing = place / "stamped" / "survey.yaml", place / "stamped" / "briefing.yaml"
    changed = survey.read_text("utf-8").replace(
        "percent: 47, label: {de: Datenschutz", "percent: 55, label: {de: Datenschutz"
    )
    survey.write_text(changed, "utf-8")
    briefing.write_text(briefing.read_text("utf-8").replace("status: final", "status: draft"), "utf-8")
    cases = [SHARED / "cases" / name for name in CASES]
    return [*FOLDERS, *(place / name for name in texts), place / "stamped", *cases]


def digests(output: Path) -> dict[str, str]:
    """SHA-256 of every output but the manifest, whose build id every change of a model moves."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.suffix not in (".lock", ".json") and path.name != ".lock"
    }


def main(arguments: list[str]) -> int:
    """Builds everything; 1 if anything differs."""
    with tempfile.TemporaryDirectory() as place:
        output = Path(arguments[1]) if arguments[:1] == ["--into"] else Path(place) / "build"
        faults = {}
        for folder in folders(Path(place)):
            try:
                report.build(folder, options=report.Options(output=output, allow_failed_claims=True))
            except report.ReportError as error:
                faults[f"{folder.name}: refused"] = " | ".join(
                    sorted(d.as_text().split(": ", 1)[-1] for d in error.diagnostics)
                )
        found = {**digests(output), **faults}
    if arguments[:1] == ["--keep"]:
        RECORD.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", "utf-8")
        return 0
    kept = json.loads(RECORD.read_text("utf-8"))
    differing = [name for name in sorted({*kept, *found}) if kept.get(name) != found.get(name)]
    sys.stdout.write(("\n".join(differing) or f"all {len(found)} are as recorded") + "\n")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
