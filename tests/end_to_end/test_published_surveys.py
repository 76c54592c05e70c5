"""Surveys that were really published, told by rule and by a briefing, read back by readers that are not ours.

Each has several bases, n of single questions, waves or segments; SOURCES.md beside it says where every figure stands.
What is expected is read from survey.yaml by PyYAML alone. The example of docs/ is read by the same readers, and keeps
them honest: with a share or an n of its survey changed, they find exactly that.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pypdf
import pytest
import yaml
from pptx import Presentation

import report
from report.language.registry import load
from tests.conftest import CHECKOUT
from tests.shapes import called

WRITTEN: Final = ("survey.yaml", "briefing.yaml")
BRIEFED: Final = "briefing"
BY_RULE: Final = "default story"
EXAMPLE: Final = CHECKOUT / "docs" / "example"
PUBLISHED: Final = {
    CHECKOUT / "tests" / "surveys" / "warn-app-2021": ("de",),
    CHECKOUT / "tests" / "surveys" / "fahrrad-monitor-2021": ("de", "en"),
    CHECKOUT / "tests" / "surveys" / "masculinity-2018": ("en",),
}

CASES: Final = [
    pytest.param(folder, way, language, id=f"{folder.name}, {way}, {language}")
    for folder, languages in {EXAMPLE: ("en",), **PUBLISHED}.items()
    for way in (BRIEFED, BY_RULE)
    for language in languages
]
"""Every survey told in both ways and each of its languages."""


# ---------------------------------------------------------------------------------------------------------------- files


@dataclass(frozen=True, slots=True)
class Files:
    """A survey's deck and summary in one language, and what its author wrote."""

    deck: Any
    summary: pypdf.PdfReader
    survey: dict[str, Any]
    story: dict[str, Any]
    language: str


class Builds:
    """Builds each survey once a way."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._built: dict[tuple[Path, str], Path] = {}

    def files(self, folder: Path, way: str, language: str) -> Files:
        """Reads the finished files anew, so that a test may change what it reads."""
        if (folder, way) not in self._built:
            self._built[folder, way] = self._build(folder, way)
        built = self._built[folder, way]
        (deck,), (summary,) = (list((built / language).glob(f"*.{suffix}")) for suffix in ("pptx", "pdf"))
        survey, story = (yaml.safe_load((folder / name).read_text("utf-8")) for name in WRITTEN)
        return Files(Presentation(str(deck)), pypdf.PdfReader(summary), survey, story, language)

    def _build(self, folder: Path, way: str) -> Path:
        copy = self._root / way / folder.name
        copy.mkdir(parents=True)
        for file in WRITTEN if way == BRIEFED else WRITTEN[:1]:
            shutil.copyfile(folder / file, copy / file)
        report.build(copy, options=report.Options(output=self._root / way / "build"))
        return self._root / way / "build" / folder.name


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("published"))


# --------------------------------------------------------------------------------------------------- what was published


@dataclass(frozen=True, slots=True)
class Expected:
    """The shares of a question by one banner: its name, its columns with the n of each, and each row as a line of text.

    topic, group: what stands above the table, and above the columns where it shows other banners too.
    """

    question: str
    topic: str
    group: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    n: tuple[int | None, ...]


NOT_PUBLISHED: Final = {"de": "n. v.", "en": "n.p."}
NET: Final = {"de": "(Netto)", "en": "(net)"}
TOTAL: Final = {"de": "Gesamt", "en": "Total"}


def said(text: Any, language: str) -> str:
    """A text of the author's in a language."""
    return str(text[language] if isinstance(text, dict) else text)


def printed(percent: Any, decimals: int, language: str) -> str:
    """A percentage as it is printed, with the decimals of its question."""
    if percent is None:
        return NOT_PUBLISHED[language]
    number = f"{float(percent):.{decimals}f}"
    return f"{number.replace('.', ',')} %" if language == "de" else f"{number}%"


def grouped(n: int, language: str) -> str:
    return f"n = {n:,}".replace(",", "." if language == "de" else ",")


def expected(survey: dict[str, Any], language: str) -> Iterator[Expected]:
    """The tables that survey.yaml asks for: one a question, and one a segmentation of it."""
    for id, question in survey["questions"].items():
        yield _over_waves(survey, id, question, language)
        for segment in survey.get("segments", {}):
            if segment in question.get("segments", {}):
                yield _by_segment(survey, id, question, segment, language)


def _over_waves(survey: dict[str, Any], id: str, question: dict[str, Any], language: str) -> Expected:
    rows = {**question["answers"], **question.get("nets", {})}
    current = survey.get("wave")
    columns: dict[str, dict[str, Any]] = {
        wave: question["earlier"][wave] for wave in survey.get("waves", {}) if wave in question.get("earlier", {})
    }
    columns[current or ""] = {row: each.get("percent") for row, each in rows.items()}
    dates = {wave: str(each["date"])[:4] for wave, each in survey.get("waves", {}).items()}
    names = [dates.get(wave, str(survey["published"])[:4]) for wave in columns]
    ns = [_n_of(survey, question, wave) for wave in columns]
    told = _rows(question, list(columns.values()), language)
    topic = said(question["topic"], language)
    return Expected(id, topic, TOTAL[language], topic, tuple(names), told, tuple(ns))


def _by_segment(survey: dict[str, Any], id: str, question: dict[str, Any], segment: str, language: str) -> Expected:
    segmentation, shares = survey["segments"][segment], question["segments"][segment]
    columns = [column for column in segmentation["columns"] if column in shares]
    topic, group = said(question["topic"], language), said(segmentation["label"], language)
    heads = [said(segmentation["columns"][column]["label"], language) for column in columns]
    has_base = "base" in question or "n" in question
    ns = [None if has_base else segmentation["columns"][column].get("n") for column in columns]
    told = _rows(question, [shares[column] for column in columns], language)
    return Expected(id, topic, group, f"{topic}: {group}", tuple(heads), told, tuple(ns))


def _n_of(survey: dict[str, Any], question: dict[str, Any], wave: str) -> int | None:
    """The n of a question: its own; where all were asked, that of its wave or of the survey."""
    of_wave = survey.get("waves", {}).get(wave, {}).get("n", survey.get("n"))
    is_current = wave in (survey.get("wave"), "")
    n: int | None = question.get("n") if is_current and "n" in question else None if "base" in question else of_wave
    return n


def _rows(question: dict[str, Any], columns: list[dict[str, Any]], language: str) -> tuple[str, ...]:
    """Each published row as its label and its shares, in the order of the columns."""
    asked = {id: answer for id, answer in question["answers"].items() if "current" not in answer}
    labels = {id: said(answer["label"], language) for id, answer in asked.items()}
    nets = question.get("nets", {})
    labels |= {id: f"{said(net['label'], language)} {NET[language]}" for id, net in nets.items()}
    decimals = _decimals(question)
    return tuple(
        spaced(" ".join([label, *(printed(column.get(row), decimals, language) for column in columns)]))
        for row, label in labels.items()
        if any(column.get(row) is not None for column in columns)
    )


def _decimals(question: dict[str, Any]) -> int:
    """The most decimals that a question has; PyYAML keeps those of 40.0, and drops those of 40.50."""
    shares = [answer.get("percent") for answer in question["answers"].values()]
    for wave in question.get("earlier", {}).values():
        shares += wave.values()
    return max(len(str(share).partition(".")[2]) for share in shares if share is not None)


# ------------------------------------------------------------------------------------------------------------- reading


def spaced(text: str) -> str:
    """A text with plain blanks for no-break ones and line breaks, without soft hyphens."""
    return re.sub(r"\s+", " ", text.replace("\N{SOFT HYPHEN}", "")).strip()


def tables_of_deck(files: Files) -> dict[str, str]:
    """What the tables of a deck say, by their names, and below each the common base that the note of its slide names.

    The parts of a divided table stand together; what stands below the name of a group is a table of its own.
    """
    found: dict[str, str] = {}
    for slide in files.deck.slides:
        notes = [spaced(shape.text_frame.text) for shape in slide.shapes if shape.name.startswith("footer")]
        common = [base[0] for note in notes if (base := re.search(r"\bBas(is|e): [^;·]*", note))]
        names = [shape for shape in slide.shapes if re.match(r"group \d", shape.name)]
        for frame in (shape for shape in slide.shapes if shape.has_table):
            rows = [list(row.cells) for row in frame.table.rows]
            bold = [run.text for each in rows[0][0].text_frame.paragraphs for run in each.runs if run.font.bold]
            title = re.sub(r" \(\d+ (of|von) \d+\)", "", spaced(" ".join(bold)))
            for name, columns in _groups_of(frame, names, title, files.language):
                said = [[row[0].text_frame.paragraphs[0].text, *(row[each].text for each in columns)] for row in rows]
                found[name] = "\n".join([found.get(name, ""), *(spaced(" ".join(row)) for row in said), *common])
    return found


def _groups_of(frame: Any, names: list[Any], title: str, language: str) -> Iterator[tuple[str, list[int]]]:
    """The banners of a table with the columns below them; one alone has no name, and the table's title says all."""
    head = frame.top + frame.table.rows[0].height
    above = [
        name for name in names if frame.top <= name.top < head and frame.left <= name.left < frame.left + frame.width
    ]
    if not above:
        yield title, [*range(1, len(frame.table.columns))]
        return
    widths = [column.width for column in frame.table.columns]
    middles = [frame.left + sum(widths[:each]) + widths[each] / 2 for each in range(len(widths))]
    for name in above:
        group = spaced(name.text_frame.text)
        columns = [each for each, middle in enumerate(middles) if name.left < middle < name.left + name.width]
        yield title if group == TOTAL[language] else f"{title}: {group}", columns


VALUE: Final = r"(?:<?\d[\d.,]* ?%|n\. v\.|n\.p\.|–|n = \d[\d.,]*\*?)"


def tables_of_summary(files: Files) -> dict[str, str]:
    """What the appendix of a summary says, by the names of its tables, one line a row.

    What stands below the name of a group is a table of its own.
    """
    pages = [page.extract_text() for page in files.summary.pages]
    first = next(number for number, page in enumerate(pages) if re.search("ANHANG|APPENDIX", page))
    text = re.split("ANHANG|APPENDIX", "\n".join(pages[first:]), maxsplit=1)[1]
    text = "\n".join(re.sub(r" [¹²³⁴⁵⁶⁷⁸⁹⁰ ]+(?= |$)", "", spaced(line)) for line in text.splitlines())
    heads = {match.start(): (match, banners) for banners in _banners(files) for match in _heads(text, banners)}
    starts, found = sorted(heads), dict[str, str]()
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        match, banners = heads[start]
        n_columns = sum(len(table.columns) for table in banners)
        for row in re.finditer(rf"(.*?)((?:{VALUE}\s*){{{n_columns}}})", text[match.end() : end], re.DOTALL):
            values, label = re.findall(VALUE, row[2]), spaced(row[1])
            for table in banners:
                own, values = values[: len(table.columns)], values[len(table.columns) :]
                found[table.name] = f"{found.get(table.name, '')}\n{spaced(' '.join([label, *own]))}"
    return found


def _banners(files: Files) -> Iterator[tuple[Expected, ...]]:
    """What may stand side by side in a table: neighbouring banners of a question, more of them last.

    Before segmentations that go on in a further part the figures of all stand again.
    """
    of_question: dict[str, list[Expected]] = {}
    for table in expected(files.survey, files.language):
        of_question.setdefault(table.question, []).append(table)
    for tables in of_question.values():
        for n_banners in range(1, len(tables) + 1):
            yield from (tuple(tables[start : start + n_banners]) for start in range(len(tables) - n_banners + 1))
        again = replace(tables[0], columns=tables[0].columns[-1:])
        for n_banners in range(1, len(tables)):
            starts = range(1, len(tables) - n_banners + 1)
            yield from ((again, *tables[start : start + n_banners]) for start in starts)


def _heads(text: str, banners: tuple[Expected, ...]) -> Iterator[re.Match[str]]:
    """Where a table of these banners begins: its name, a word on it, the names of the banners, and the columns."""
    columns = " ".join(column for table in banners for column in table.columns)
    between = r"(?:\s\(\d+\s(?:of|von)\s\d+\))?(?:\s[^\d%:]{1,40}?)?\s"
    grouped = " ".join(table.group for table in banners)
    yield from re.finditer(
        rf"^{broken(banners[0].topic)}{between}{broken(f'{grouped} {columns}')}$", text, re.MULTILINE
    )
    if len(banners) == 1:
        yield from re.finditer(rf"^{broken(banners[0].name)}{between}{broken(columns)}$", text, re.MULTILINE)


READERS: Final = {"deck": tables_of_deck, "summary": tables_of_summary}


# --------------------------------------------------------------------------------------------------------------- shares


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
@pytest.mark.parametrize("document", READERS)
def test_every_published_share_stands_in_the_appendix_under_its_question_and_column(
    builds: Builds, document: str, folder: Path, way: str, language: str
) -> None:
    files = builds.files(folder, way, language)

    assert missing_rows(files, READERS[document](files)) == []


def missing_rows(files: Files, told: dict[str, str]) -> list[str]:
    """The rows of survey.yaml that a document's tables do not say as they stand there."""
    return [
        f"{table.name}: {row}"
        for table in expected(files.survey, files.language)
        for row in table.rows
        if not re.search(rf"^{broken(row)}$", told.get(table.name, ""), re.MULTILINE)
    ]


def broken(row: str) -> str:
    """A pattern of a row that may be broken at its blanks, and behind its hyphens and strokes."""
    return r"\s*".join(re.escape(part) for part in re.split(r"(?<=[-/])|\s", row))


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
def test_the_appendix_counts_every_share_of_the_current_wave(
    builds: Builds, folder: Path, way: str, language: str
) -> None:
    files = builds.files(folder, way, language)

    told = [
        [spaced(shape.text_frame.text) for shape in slide.shapes if shape.has_text_frame] for slide in files.deck.slides
    ]
    headlines = [texts[0] for texts in told if texts[1] in ("Anhang", "Appendix")]
    counts = {int(re.sub(r"\D", "", found[0])) for each in headlines if (found := re.search(r"\d[\d.,]*", each))}
    assert counts == {sum(1 for _ in current_shares(files.survey))}


def current_shares(survey: dict[str, Any]) -> Iterator[Any]:
    """The percentages of the current wave: answers, nets and segments."""
    for question in survey["questions"].values():
        for row in [*question["answers"].values(), *question.get("nets", {}).values()]:
            yield from [row["percent"]] if "percent" in row else []
        for columns in question.get("segments", {}).values():
            yield from (share for column in columns.values() for share in column.values())


@pytest.mark.parametrize("document", READERS)
def test_a_share_that_differs_is_missed(builds: Builds, document: str) -> None:
    files = builds.files(EXAMPLE, BRIEFED, "en")

    files.survey["questions"]["teams"]["segments"]["size"]["large"]["cross"] += 1

    assert missing_rows(files, READERS[document](files)) == [
        "Organisation: Size of company: Several departments 32% 34%"
    ]


# ------------------------------------------------------------------------------------------------------------------- n


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
def test_every_n_stands_with_its_table_of_the_deck(builds: Builds, folder: Path, way: str, language: str) -> None:
    files = builds.files(folder, way, language)

    assert missing_n(files, tables_of_deck(files)) == []


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
def test_every_n_stands_with_its_table_of_the_summary(builds: Builds, folder: Path, way: str, language: str) -> None:
    files = builds.files(folder, way, language)

    assert missing_n(files, tables_of_summary(files)) == []


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
def test_no_table_says_an_n_that_is_not_its_own(builds: Builds, folder: Path, way: str, language: str) -> None:
    files = builds.files(folder, way, language)

    for told in (tables_of_deck(files), tables_of_summary(files)):
        assert strange_n(files, told) == []


NOTE: Final = re.compile("^.*(, n |·).*$", re.MULTILINE)
"""A line of a note below a table; the base row of a table has its n in the columns, without a comma."""


def missing_n(files: Files, told: dict[str, str]) -> list[str]:
    """Every n that does not stand in its table; what all were asked may have its n in the note below."""
    found = []
    for table in expected(files.survey, files.language):
        text = told.get(table.name, "")
        own = {"base", "n"} & set(files.survey["questions"][table.question])
        said_there = NOTE.sub("", text) if own else text
        wanted = [grouped(n, files.language) for n in table.n if n is not None]
        found += [f"{table.name}: {n}" for n in wanted if not re.search(rf"{re.escape(n)}\b", said_there)]
    return found


def strange_n(files: Files, told: dict[str, str]) -> list[str]:
    """Every n in a base row that none of the columns of its table has."""
    return [
        f"{table.name}: {n}"
        for table in expected(files.survey, files.language)
        for n in re.findall(r"n = [\d.,]*\d", NOTE.sub("", told.get(table.name, "")))
        if n not in {grouped(each, files.language) for each in table.n if each is not None}
    ]


def test_an_n_that_differs_is_missed_and_is_a_strange_one(builds: Builds) -> None:
    files = builds.files(EXAMPLE, BRIEFED, "en")
    told = tables_of_summary(files)

    files.survey["n"] = 1005

    assert missing_n(files, told) == ["Goals: n = 1,005", "Strategy: n = 1,005"]
    assert strange_n(files, told) == ["Goals: n = 1,004", "Strategy: n = 1,004"]


# ------------------------------------------------------------------------------------------------------- unit and base


@pytest.mark.parametrize(("folder", "way", "language"), CASES)
def test_generated_words_name_no_unit_but_that_of_the_question(
    builds: Builds, folder: Path, way: str, language: str
) -> None:
    files = builds.files(folder, way, language)

    assert [(name, text) for name, text in sorted(generated(files, way)) if names_unit(files, name, text)] == []


GENERATED: Final = {BRIEFED: ("exhibit",), BY_RULE: ("exhibit", "headline", "message", "caption")}
"""The shapes whose words no author wrote, if the exhibit has no title of the author's."""


def generated(files: Files, way: str) -> set[tuple[str, str]]:
    """The generated words on questions that not all were asked, with the question's id."""
    exhibits = [finding.get("exhibit", {}) for finding in files.story["findings"]]
    titles = [said(exhibit["title"], files.language) for exhibit in exhibits if "title" in exhibit]
    by_topic = {said(each["topic"], files.language): id for id, each in files.survey["questions"].items()}
    found = set()
    for slide in files.deck.slides:
        texts = {called(shape): spaced(shape.text_frame.text) for shape in slide.shapes if shape.has_text_frame}
        topics = {name.removeprefix("topic "): by_topic.get(text) for name, text in texts.items() if "topic " in name}
        for shape in slide.shapes:
            kind, _, rest = called(shape).partition(" ")
            caption = re.match(r"(\w+)/", rest)
            question = topics.get(rest) or by_topic.get(texts.get("kicker", "")) or (caption and caption[1]) or ""
            if kind in GENERATED[way] and "base" in files.survey["questions"].get(question, {}):
                words = [*shape._element.xpath(".//p:cNvPr/@descr"), texts.get(called(shape), "")]
                told = (spaced(each) for each in words)
                found |= {(question, each) for each in told if each and not any(title in each for title in titles)}
    return found


def names_unit(files: Files, question: str, text: str) -> bool:
    """Whether a text speaks of the survey's unit, apart from the question's own words and its base."""
    asked, language = files.survey["questions"][question], files.language
    own = [asked["base"], asked["label"], asked["topic"], *(each["label"] for each in asked["answers"].values())]
    for each in sorted((said(each, language) for each in own), key=len, reverse=True):
        text = text.replace(each, "")
    words = load(language).words
    for each in (words.some_behind_share, words.some_behind_number):  # those who were asked, whatever the unit
        text = text.replace(each, "")
    unit = said(files.survey["unit"], language)
    return bool(re.search(rf"\b{re.escape(unit)}(n|en)?\b", text))


def test_the_unit_of_another_question_is_found() -> None:
    files = Files(None, pypdf.PdfReader.__new__(pypdf.PdfReader), yaml.safe_load(FILTERED), {}, "en")

    assert names_unit(files, "helmet", "Share of adults in per cent")
    assert not names_unit(files, "helmet", "Share of adults who cycle in per cent, Adults do not")
    assert not names_unit(files, "helmet", "in per cent, single answer")


FILTERED: Final = """
unit: adults
questions:
  helmet:
    topic: Helmet
    label: Do you wear one?
    base: adults who cycle
    answers: {never: {label: Adults do not}}
"""
