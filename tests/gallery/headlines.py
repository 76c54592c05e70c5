"""Headlines of stories without an author, to be read aloud: of random surveys, and of those under tests/surveys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings

from report.briefing.default_story import default_story
from report.pipeline import Source, read, tell
from report.survey.model import Wording
from tests.briefing.telling import briefing
from tests.briefing.test_default_truth import WORDINGS, Told, survey_of, tellings
from tests.builders import tabulated

SURVEYS = Path(__file__).parents[1] / "surveys"
LANGUAGES = ("de", "en")
EACH = 10
"""Of random surveys, and of those on the disk, in each language."""
SEED, DRAWN = 20250916, 150
WORDS = {
    "de": ["Preis", "Qualität", "Beratung", "Service", "Lage", "Auswahl", "Garantie", "Lieferung", "Marke"],
    "en": ["Price", "Quality", "Advice", "Service", "Location", "Choice", "Warranty", "Delivery", "Brand"],
}
"""What the answers of random surveys are called, which the tests name by the letters from a on."""
LETTER = re.compile(r"\bWor[td]([a-i])\b")

Item = TypeVar("Item")


def aloud() -> Iterator[str]:
    """Lines to print: a heading a language, then its headlines."""
    of_surveys, of_random = _of_surveys(), _of_random()
    for language in LANGUAGES:
        yield f"\nHeadlines, {language}"
        yield from (f"  {text}" for text in spread_out(of_surveys[language], EACH))
        yield from (f"  {text}" for text in spread_out(of_random[language], EACH))


def spread_out(items: Sequence[Item], count: int) -> list[Item]:
    """So many of them, about equally far apart."""
    return [items[place * len(items) // count] for place in range(min(count, len(items)))]


def _of_surveys() -> dict[str, list[str]]:
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for path in sorted(SURVEYS.glob("*/survey.yaml")):
        material = read(Source(path, path.parent.name, path.parent.name))
        for told in tell(material, material.story.languages, allow_failed_claims=False).briefings:
            for finding in told.findings:
                found[told.language.code].setdefault(_shape(finding.headline.text), finding.headline.text)
    return {language: list(texts.values()) for language, texts in found.items()}


def _of_random() -> dict[str, list[str]]:
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}

    @seed(SEED)
    @settings(
        max_examples=DRAWN,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(tellings(), WORDINGS)
    def draw(one: Told, wording: Wording) -> None:
        survey = survey_of(one, wording)
        if not any(share is not None for column in (one.now, one.before) for share in column.values()):
            return
        told, _ = briefing(default_story(survey, tabulated(survey), "any", LANGUAGES), one.language)
        for finding in told.findings:
            text = finding.headline.text
            found[one.language].setdefault(_shape(LETTER.sub("", text)), _worded(text, one.language))

    draw()
    return {language: list(texts.values()) for language, texts in found.items()}


def _worded(text: str, language: str) -> str:
    text = re.sub(r"^Q\b", {"de": "Kauf", "en": "Purchase"}[language], text)
    return LETTER.sub(lambda found: WORDS[language][ord(found[1]) - ord("a")], text)


def _shape(text: str) -> str:
    """What two headlines of one pattern have in common: neither their numbers nor how many answers they list."""
    return re.sub(r"\W+|\d+", " ", re.sub(r"„.*?“|“.*?”", "", text))
