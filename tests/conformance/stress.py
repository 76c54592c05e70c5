"""A summary that asks much of its tags: the gallery's survey and story, several times over.

More than sixty pages: forty charts of all kinds, tables over several pages and in several parts, chapters, lists,
contents, footnotes and places on the web, and links from everywhere to pages far away.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.conftest import CHECKOUT

GALLERY = CHECKOUT / "tests/gallery/briefing"
STORIES = 2
"""How often each finding is told."""
SURVEYS = 5
"""How often each question stands in the appendix."""


class Plain(yaml.SafeDumper):
    """Writes what stands in several places once for each: surveys may have no aliases."""

    def ignore_aliases(self, _: object) -> bool:
        """Always."""
        return True


def write_stress(folder: Path) -> Path:
    """Write both files of the briefing into a folder, which is created; the folder."""
    folder.mkdir()
    for name, make in (("survey.yaml", _survey), ("briefing.yaml", _briefing)):
        made = make(yaml.load((GALLERY / name).read_text("utf-8"), yaml.CSafeLoader))
        (folder / name).write_text(yaml.dump(made, Dumper=Plain, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def _survey(survey: dict[str, Any]) -> dict[str, Any]:
    """The survey with further questions like its own, each with a note, of which every other one names a place."""
    own, more = survey["questions"], dict[str, Any]()
    for copy in range(2, SURVEYS + 1):
        for number, (id, question) in enumerate(own.items()):
            place = f", siehe https://example.org/notes/{id}/{copy}" if number % 2 else ""
            named = {
                key: {code: f"{text} {copy}" for code, text in question[key].items()}
                for key in ("topic", "label", "short")
                if key in question
            }
            note = f"Frage {id} in Fassung {copy}{place}"
            more[f"{id}_{copy}"] = {**question, **named, "note": {"de": note, "en": note}}
    return {**survey, "questions": {**own, **more}}


def _briefing(briefing: dict[str, Any]) -> dict[str, Any]:
    """The story with each finding told again and again, each time in a chapter of its own."""
    own, chapters, findings = briefing["findings"], list[Any](), list[Any]()
    for copy in range(1, STORIES + 1):
        told = [{**each, "id": each["id"] if copy == 1 else f"{each['id']}_{copy}"} for each in own]
        title = {"de": "Noch einmal " * copy + "von vorn", "en": "Once more " * copy + "from the start"}
        chapters.append({"title": title, "findings": [each["id"] for each in told]})
        findings += told
    statement = {"id": "spoken", "speaker": "Eine Mieterin", "role": "Norden", "text": "Warm war es immer."}
    return {
        **briefing,
        "languages": ["de"],
        "findings": findings,
        "chapters": chapters,
        "statements": [{**statement, "exhibit": {"question": "heating", "kind": "bars"}}],
    }
