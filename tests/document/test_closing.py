"""The end of a deck: what is offered there is what a build makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.model import Contact
from report.briefing.model.prose import fixed
from report.document.closing import closing
from report.formats.picture_kinds import PictureName
from tests.builders import question, survey, wave
from tests.document.telling import briefing_of


@pytest.mark.parametrize(
    ("language", "pictures", "offered"),
    [
        ("de", [PictureName.SQUARE], ["Kurzfassung", "Bilder", "Alle Anteile"]),
        ("en", [PictureName.SQUARE], ["Summary", "Pictures", "All shares"]),
        ("de", [], ["Kurzfassung", "Alle Anteile"]),
        ("en", [], ["Summary", "All shares"]),
    ],
)
def test_pictures_are_offered_where_some_are_made(
    language: str, pictures: list[PictureName], offered: list[str]
) -> None:
    briefing = replace(briefing_of(survey(question("q", {"a": 60, "b": 40})), language), pictures=tuple(pictures))

    section = closing(Contact(fixed("Redaktion"), None, None, None), briefing)

    assert [handout.name.text.text for handout in section.handouts] == offered


@pytest.mark.parametrize(("of_survey", "of_wave"), [(1204, None), (None, 1204)])
def test_the_citation_tells_n_wherever_it_is_stated(of_survey: int | None, of_wave: int | None) -> None:
    asked = survey(question("q", {"a": 60}), n=of_survey, waves=[wave("w2014", n=900), wave("w2016", n=of_wave)])

    section = closing(Contact(fixed("Redaktion"), None, None, None), briefing_of(asked))

    assert section.citation.text.text.replace("\u00a0", " ").endswith("Soziale Medien, n = 1.204")
