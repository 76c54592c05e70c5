"""What is saved is shown: slides first, then the rest; a fault leaves the last good state and stands at its slide."""

from __future__ import annotations

import shutil
import sys
from itertools import islice
from pathlib import Path

import pytest

import report
from report.diagnostics import Diagnostic
from report.kinds import ChartForm
from report.previewing.rounds import Rounds, View
from report.previewing.session import Previewed
from report.previewing.shown import Shown, ShownBriefing
from tests.conftest import CHECKOUT
from tests.end_to_end.test_other_surveys import SMALL

SOME = "      some: {percent: 41.2, label: An einem oder zwei}"


class Written:
    """A survey in a folder, and what is shown of it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "small" / "survey.yaml"
        self.file.parent.mkdir()
        self.rounds = Rounds([self.file.parent], report.Options(output=folder / "build"))

    def save(self, text: str, view: View | None = None) -> list[Shown]:
        """All that is shown after it was saved."""
        is_first = not self.file.exists()
        self.file.write_text(text, "utf-8")
        return [*self.rounds.round([] if is_first else [self.file], view or View())]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


def briefing(shown: list[Shown]) -> ShownBriefing:
    (found,) = shown[-1].briefings
    return found


def keys(found: ShownBriefing, code: str = "de") -> list[str]:
    (language,) = (each for each in found.languages if each.code == code)
    return [slide.part.key for slide in language.slides]


def test_slides_come_before_pictures_and_pages(written: Written) -> None:
    first, *_, last = written.save(SMALL)

    (slides,), (all_of_it,) = first.briefings[0].languages, last.briefings[0].languages
    assert [slide.part.key for slide in slides.slides] == [slide.part.key for slide in all_of_it.slides]
    assert (slides.pictures, slides.pages, first.is_whole) == ((), None, False)
    assert all_of_it.pages
    assert (bool(all_of_it.pictures), last.is_whole) == (True, True)
    pages = written.rounds.pages[all_of_it.pages].shown
    assert pages[0].text.splitlines()[:2] == ["Verband", "Arbeiten im Homeoffice"]
    assert any(
        line.startswith("An keinem ") and line.endswith("%") for page in pages for line in page.text.splitlines()
    )
    assert not (written.file.parents[1] / "build" / "small").exists()


def test_what_did_not_change_keeps_its_key(written: Written) -> None:
    before = keys(briefing(written.save(SMALL)))

    assert keys(briefing(written.save(f"# a comment\n{SMALL}"))) == before
    after = keys(briefing(written.save(SMALL.replace("An keinem", "An gar keinem"))))
    assert after != before
    assert set(after) & set(before)


def test_pages_can_be_asked_for_until_the_round_after_the_next_begins(written: Written) -> None:
    first = briefing(written.save(SMALL)).languages[0].pages
    second = briefing(written.save(f"{SMALL}# one\n")).languages[0].pages
    assert {first, second} == written.rounds.pages.keys()

    third = briefing(written.save(f"{SMALL}# two\n")).languages[0].pages
    assert {second, third} == written.rounds.pages.keys()


def test_a_fault_stands_at_its_slide_over_the_last_good_state(written: Written) -> None:
    good = briefing(written.save(SMALL))
    faulty = SMALL.replace("percent: 41.2", "percent: 141.2").replace("format: 1\n", "format: 1\n# two lines\n# more\n")

    found = briefing(written.save(faulty))

    assert keys(found) == keys(good)
    assert found.is_stale
    (fault,) = (each for each in found.faults if each.diagnostic.is_error)
    place = fault.diagnostic.location
    assert place
    assert "141.2" in faulty.splitlines()[place.line - 1]
    (number,) = fault.slides["de"]
    slide = good.languages[0].slides[number - 1]
    assert SMALL.splitlines().index(SOME) + 1 in slide.lines[place.file]

    mended = briefing(written.save(SMALL))
    assert (keys(mended), mended.faults) == (keys(good), ())


def test_a_fault_stands_on_the_slide_the_page_and_the_pictures_that_show_what_is_faulty(tmp_path: Path) -> None:
    """What only the deck has found stands on no page, what only the page says on no picture."""
    folder = tmp_path / "social-media-2016"
    shutil.copytree(CHECKOUT / "data" / folder.name, folder)
    story, survey = folder / "briefing.yaml", folder / "survey.yaml"
    text = story.read_text("utf-8").replace(
        "languages: [de, en]\n", "languages: [de, en]\npictures: [landscape, square]\n"
    )
    story.write_text(text, "utf-8")
    options = report.Options(output=tmp_path / "build", languages=("en",), charts=ChartForm.NATIVE)
    rounds = Rounds([folder], options)

    first = briefing([*rounds.round([], View())])
    assert [(fault.diagnostic.id, fault.slides, fault.pages, fault.pictures) for fault in first.faults] == [
        ("no-native-form", {"en": (number,)}, {}, {}) for number in (3, 4)
    ]

    def places(file: Path, old: str, new: str) -> list[tuple[int, ...]]:
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new, 1), "utf-8")
        found = briefing([*rounds.round([file], View())])
        file.write_text(before, "utf-8")
        (fault,) = (each for each in found.faults if each.diagnostic.is_error)
        return [each["en"] for each in (fault.slides, fault.pages, fault.pictures)]

    assert places(story, "challenge named most often", "challenge named most {{ goals.nobody }}") == [
        (5,),
        (3,),
        (5, 6),
    ]
    assert places(story, "In 2013, {{ teams.own.w2013 | words }}", "In 2013, {{ teams.owl.w2013 }}") == [(4,), (2,), ()]
    assert places(survey, "resources: {percent: 51", "resources: {percent: 151") == [(5,), (3,), (5, 6)]
    assert places(story, "    question: challenges\n", "    question: chalenges\n") == [(5,), (3,), (5, 6)]
    assert places(story, "  - id: challenges\n", "  - id: Challenges\n") == [(5,), (3,), (5, 6)]


def test_a_file_that_is_no_yaml_is_told_and_shows_what_was_good(written: Written) -> None:
    good = briefing(written.save(SMALL))

    found = briefing(written.save(SMALL + "\n  : ["))

    assert (keys(found), found.is_stale) == (keys(good), True)


def test_a_briefing_that_is_gone_is_told_over_what_was_good_and_becomes_no_other_story(tmp_path: Path) -> None:
    folder = tmp_path / "social-media-2016"
    shutil.copytree(CHECKOUT / "data" / folder.name, folder)
    file = folder / "briefing.yaml"
    rounds = Rounds([folder], report.Options(output=tmp_path / "build", languages=("en",)))
    good = briefing([*rounds.round([], View())])
    file.rename(folder / "away.yaml")

    found = briefing([*rounds.round([file], View())])

    assert (keys(found, "en"), found.is_stale, found.file) == (keys(good, "en"), True, str(file))
    assert "is gone" in found.faults[0].diagnostic.message

    folder.rename(tmp_path / "away")
    assert "is gone" in briefing([*rounds.round([folder], View())]).faults[0].diagnostic.message
    (tmp_path / "away").rename(folder)
    (folder / "away.yaml").rename(file)
    found = briefing([*rounds.round([folder], View())])
    assert (keys(found, "en"), found.is_stale, found.faults) == (keys(good, "en"), False, ())


def test_what_is_faulty_from_the_first_has_its_fault_and_no_slide(written: Written) -> None:
    found = briefing(written.save(SMALL.replace("topic:", "topik:")))

    assert found.languages == ()
    assert found.faults[0].diagnostic.id == "unknown-key"
    assert found.faults[0].slides == {}
    assert briefing(written.save(SMALL)).languages


def test_the_language_that_is_looked_at_comes_first(tmp_path: Path) -> None:
    rounds = Rounds([CHECKOUT / "data" / "social-media-2016"], report.Options(output=tmp_path))

    first, second = islice(rounds.round([], View("social-media-2016", "en")), 2)

    assert [[language.code for language in shown.briefings[0].languages] for shown in (first, second)] == [
        ["en"],
        ["de", "en"],
    ]


def test_only_briefings_that_a_file_belongs_to_are_laid_out_anew(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "survey.yaml").write_text(SMALL, "utf-8")
    rounds = Rounds([tmp_path / "one", tmp_path / "two"], report.Options(output=tmp_path / "build"))
    *_, before = rounds.round([], View())

    changed = tmp_path / "two" / "survey.yaml"
    changed.write_text(SMALL.replace("An keinem", "An gar keinem"), "utf-8")
    *_, after = rounds.round([changed], View())

    assert [briefing.name for briefing in after.briefings] == ["one", "two"]
    assert after.briefings[0] is before.briefings[0]
    assert keys(after.briefings[1]) != keys(before.briefings[1])


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    with pytest.raises(report.UsageError, match=r"not installed: uvicorn\n  hint: pip install 'befund\[preview\]'"):
        report.preview("nowhere", options=report.Options(), opened=print)


def test_nothing_to_show_is_told_before_anything_is_served(tmp_path: Path) -> None:
    opened = list[str]()

    with pytest.raises(report.UsageError, match="there is no such file"):
        next(report.preview(tmp_path / "no.yaml", options=report.Options(), opened=opened.append))
    assert not opened


def test_a_language_that_it_is_not_written_in_is_told(tmp_path: Path) -> None:
    options = report.Options(output=tmp_path, languages=("fr",))

    *_, shown = Rounds([CHECKOUT / "data" / "social-media-2016"], options).round([], View())

    assert [fault.diagnostic.id for fault in shown.briefings[0].faults] == ["unknown-language"]


def test_a_line_names_few_slides_and_counts_many() -> None:
    changed = {("small", "de"): (2,), ("small", "en"): tuple(range(1, 12)), ("small", "fr"): ()}

    assert Previewed(("briefing.yaml",), 0.314, changed).as_text() == (
        "briefing.yaml saved: de: slide 2; en: 11 slides (0.31 s)"
    )
    assert Previewed((), 0.5).as_text() == "shown: no slide changed (0.50 s)"


def test_where_nothing_was_good_before_no_line_says_that_it_stands() -> None:
    faults = (Diagnostic("unknown-key", "no key"),)

    assert Previewed((), 0.5, {}, faults, is_first=True).as_text() == "shown: nothing yet (0.50 s)"
    one_language = Previewed((), 0.5, {("small", "en"): (1,)}, faults, is_first=True)
    assert one_language.as_text() == "shown: en: slide 1 (0.50 s)"
    assert Previewed(("survey.yaml",), 0.5, {}, faults).as_text() == (
        "survey.yaml saved: what was good before stands (0.50 s)"
    )


def test_a_saved_font_is_shown_and_a_broken_one_is_a_fault_over_the_last_good_state(tmp_path: Path) -> None:
    folder, shipped = tmp_path / "social-media-2016", CHECKOUT / "assets" / "fonts"
    shutil.copytree(CHECKOUT / "data" / folder.name, folder)
    story, font = folder / "briefing.yaml", folder / "Own.ttf"
    story.write_text(story.read_text("utf-8").replace("\n", "\ntheme: theme.yaml\n", 1), "utf-8")
    (folder / "theme.yaml").write_text("format: 1\nfonts: {files: {regular: Own.ttf, bold: Own.ttf}}\n", "utf-8")
    rounds = Rounds([folder], report.Options(output=tmp_path / "build", languages=("en",)))
    shutil.copy(shipped / "LiberationSans-Regular.ttf", font)
    before = briefing([*rounds.round([], View())])

    shutil.copy(shipped / "Carlito-Regular.ttf", font)
    after = briefing([*rounds.round([font], View())])

    assert (before.is_stale, after.is_stale) == (False, False)
    assert not set(keys(after, "en")) & set(keys(before, "en"))
    (one,), (other,) = before.languages, after.languages
    assert one.fonts[0].family != other.fonts[0].family
    assert {each.part.content for each in other.fonts} == {font.read_bytes()}
    assert one.pictures[0].part.key != other.pictures[0].part.key
    assert one.pages
    assert other.pages
    first, then = (rounds.pages[key] for key in (one.pages, other.pages))
    assert not {page.key for page in first.shown} & {page.key for page in then.shown}
    assert first.picture(first.shown[0].key) != then.picture(then.shown[0].key)

    font.write_bytes(font.read_bytes()[:1000])
    found = briefing([*rounds.round([font], View())])
    assert {fault.diagnostic.id for fault in found.faults} == {"not-a-font"}
    assert keys(found, "en") == keys(after, "en")
