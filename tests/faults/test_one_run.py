"""All faults of a run are told in one run, whatever stage finds them, and none that is but what another one brings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import report
from report.diagnostics import Diagnostic, SourceError
from tests.faults.test_found import changed
from tests.faults.texts import told_of

LONG = "everybody who writes for the company in whatever channel it may be " * 4

CHAPTERS = "chapters:\n  - {title: All, findings: [organisation, development, goals]}\nrecommendations:\n"

OF_EACH_STAGE = (
    ("unit: companies\n", "unit: companies\nsponser: x\n", "unknown-key"),  # the keys of the survey
    ("percent: 77,", "percent: 177,", "out-of-range"),  # its values
    ("of: [agree, disagree]", "of: [agree, disagre]", "unknown-answer"),  # its names
    ("version: ", "verson: ", "unknown-key"),  # the keys of the briefing
    ("after: goals", "after: gaols", "unknown-finding"),  # its names
    ("{{ teams.everyone | words }}", "{{ teams.evryone | words }}", "unknown-answer"),  # a figure
    ("holds: 45 <= teams.own < 50", "holds: 50 <= teams.own", "failed-claim"),  # a claim
    ("    notes: Ask who", "    notes: 12 % ask who", "unbound-number"),  # a text
    ("headline: Settle who writes", f"headline: {LONG}", "text-too-long"),  # what finds no room
    ("lead: Larger companies", "lead: Larger 日 companies", "missing-character"),  # what no font has
)


def ids(told: tuple[Diagnostic, ...]) -> list[str]:
    """The kinds of error, those of one text in several outputs once."""
    return [id for id, _ in dict.fromkeys((str(fault.id), fault.location) for fault in told if fault.is_error)]


def test_a_fault_of_every_stage_is_told_in_one_run_and_nothing_is_written(tmp_path: Path) -> None:
    folder = changed(tmp_path, *((old, new) for old, new, _ in OF_EACH_STAGE))

    with pytest.raises(SourceError) as raised:
        report.build(folder, options=report.Options(output=tmp_path / "build"))

    assert sorted(ids(raised.value.diagnostics)) == sorted(id for *_, id in OF_EACH_STAGE)
    assert not (tmp_path / "build").exists()


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.sets(st.sampled_from(OF_EACH_STAGE), min_size=2))
def test_what_is_told_of_one_slip_is_told_beside_others_too(
    tmp_path_factory: pytest.TempPathFactory, slips: set[tuple[str, str, str]]
) -> None:
    folder = changed(tmp_path_factory.mktemp("slips"), *((old, new) for old, new, _ in slips))

    assert sorted(ids(told_of(folder))) == sorted(id for *_, id in slips)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # a question with faults: its names are no unknown ones, and what is said of others is checked
        ([("percent: 49,", "percent: 49x,"), ("{{ goals.service | words }}", "{{ goals.servce }}")],
         ["not-a-number", "unknown-answer"]),
        ([("percent: 49, label: A team of its own", "percent: 49"), ("holds: leads(", "holds: not leads(")],
         ["missing-key"]),
        ([("    label: What is it for?\n", ""), ("figure: teams.everyone", "figure: teams.nobody")],
         ["missing-key", "unknown-answer"]),
        ([("  goals:\n    type: multiple", "  Goals:\n    type: multiple")], ["malformed-id"]),
        ([("percent: 45", "percent: 75")], ["sum-above-100", "net-sum"]),
        # what the frame of the survey lacks
        # without the survey's title nothing says in which languages it is told
        ([("title: Social media in the workplace\n", ""), ("\nlanguages: [en]", "")], ["missing-key"] * 2),
        ([("title: Social media in the workplace\n", ""), ("{{ goals.service | words }}", "{{ goals.servce }}")],
         ["missing-key", "unknown-answer"]),
        ([("publisher: Association of Examples", "publisher: "), ("headline: Settle who writes", f"headline: {LONG}")],
         ["empty-value", "text-too-long"]),
        ([("\nwaves:\n", "\nwavs:\n")], ["unknown-key"]),
        ([("\nsegments:\n", "\nsegment:\n")], ["unknown-key"]),
        ([("{date: 2024-03,", "{date: 2024-13,")], ["not-a-date"]),
        # a mark is not told to be unnamed where what would name it could not be read
        ([("At {{ teams.own }}, teams of their own are the most frequent answer", "{{ teams.ownn }} have one"),
          ("    holds: leads(teams.own)\n    exhibit", "    exhibit")], ["unknown-answer"]),
        ([("holds: leads(teams.own)\n    exhibit", "holds: leads(teams.ownn)\n    exhibit"),
          ("teams of their own are the most frequent answer", "it stands first")], ["unknown-answer"]),
        # keys of a finding: a claim behind a misspelt key is not missing, marks are not those of another kind
        ([("    holds: leads(teams.own)\n    exhibit", "    hold: leads(teams.own)\n    exhibit")], ["unknown-key"]),
        ([("across_break: true", "across_brake: true")], ["unknown-key"]),
        ([("across_break: true", "across_break: yes")], ["unknown-value"]),
        ([("kind: columns, answers: [own]", "kind: colums, answers: [own], emphasize: [w2024]")], ["unknown-kind"]),
        ([("question: goals\n    headline", "question: gaols\n    headline")], ["unknown-question"]),
        ([("  figure: teams.own\n  caption", "  figure: teams.ownn\n  caption")], ["unknown-answer"]),
        ([("languages: [en]", "languages: [english]")], ["unknown-language"]),
        ([("  - id: goals\n", "  - id: organisation\n")], ["duplicate-id", *["unknown-finding"] * 2]),
        ([("format: 1\nsurvey", "format: 2\nsurvey")], ["unknown-format"]),
        ([("because: [organisation]", "because: [organization]")], ["unknown-finding"]),
        # a wave that lies in the wrong place, a group whose name could not be read, a figure that is not closed
        ([("w2026: {date: 2026-03}", "w2026: {date: 2023-03}"), ("  w2025: {date: 2025, published: false}\n", "")],
         ["wave-order"]),
        ([("      small: {label: under", "      1-49: {label: under")], ["malformed-id"]),
        ([("{{ goals.awareness }} want", "{{ goals.awareness } want")], ["unclosed-figure"]),
        # a title that is written as a text
        ([("\ntitle:\n  text: Almost half of companies have a team of their own\n  holds: 45 <= teams.own < 50",
           "\ntitle: {en: Almost half of companies have a team of their own}")], ["wrong-type"]),
        # a finding whose id could not be read is not one that no chapter names
        ([("  - id: goals\n", "  - id: Goals\n"), ("recommendations:\n", CHAPTERS)], ["malformed-id"]),
    ],
)  # fmt: skip
def test_a_fault_makes_no_others_up(changes: list[tuple[str, str]], expected: list[str], tmp_path: Path) -> None:
    told = told_of(changed(tmp_path, *changes))

    assert sorted(ids(told)) == sorted(expected)
    assert [fault.message for fault in told if fault.id == "mark-not-named"] == []


@pytest.mark.parametrize(
    ("slip", "id"),
    [
        # a key that is clearly meant
        (("\ntitle:\n  text: Almost", "\ntitel:\n  text: Almost"), "unknown-key"),
        (("\ncover:\n", "\ncovers:\n"), "unknown-key"),
        (("\nmessages:\n", "\nmessage:\n"), "unknown-key"),
        (("\nfindings:\n", "\nfinding:\n"), "unknown-key"),
        (("\nlanguages: [en]", "\nlanguage: [en]"), "unknown-key"),
        (("\nformat: 1\nsurvey", "\nformatt: 1\nsurvey"), "unknown-key"),
        (("\nsurvey: survey.yaml", "\nsurvy: survey.yaml"), "unknown-key"),
        (("\nquestions:\n", "\nquestion:\n"), "unknown-key"),
        (('    headline: "{{ goals.awareness }} want', '    headlin: "{{ goals.awareness }} want'), "unknown-key"),
        # one that is missing, or cannot be read
        (("\ntitle:\n  text: Almost half of companies have a team of their own\n  holds: 45 <= teams.own < 50", ""),
         "missing-key"),
        (("\ntitle:\n  text: Almost half of companies have a team of their own\n  holds: 45 <= teams.own < 50",
          "\ntitle: Almost half of companies have a team of their own"), "wrong-type"),
        (("\nlanguages: [en]", ""), "missing-key"),
        (("\nlanguages: [en]", "\nlanguages: en"), "wrong-type"),
        (("\nlanguages: [en]", "\nlanguages: [english]"), "unknown-language"),
        (("\nformat: 1\nsurvey", "\nsurvey"), "missing-key"),
        # the current wave of the survey, by an id like one of its waves
        (("\nwave: w2026", "\nwave: w26"), "unknown-wave"),
        # the file of the survey
        (("\nsurvey: survey.yaml", ""), "missing-key"),
        (("\nsurvey: survey.yaml", "\nsurvey: figures.yaml"), "missing-file"),
        (("\nsurvey: survey.yaml", "\nsurvey: ../survey.yaml"), "outside-folder"),
    ],
)  # fmt: skip
def test_no_slip_at_the_top_of_a_file_hides_what_the_story_has_against_the_figures(
    slip: tuple[str, str], id: str, tmp_path: Path
) -> None:
    of_findings = (
        ("{{ goals.service | words }} use it", "{{ goals.servce }} use it"),
        ("kind: columns, answers: [own], title", "kind: pie, answers: [own], title"),
        ("holds: teams.own.size.large > teams.own.size.small", "holds: teams.own.size.large < 5"),
    )

    told = told_of(changed(tmp_path, slip, *of_findings))

    assert sorted(ids(told)) == sorted([id, "unknown-answer", "unknown-kind", "failed-claim"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # a key that resembles two, or one that is written, is read as neither
        ([("{kind: bars, emphasize: [own]}", "{kind: bars, emphasize: [own], emphasise: [x]}")], ["unknown-key"]),
        # a finding whose name could not be read may have the one that others call
        ([("  - id: goals\n", "  - ident: goals\n")], ["unknown-key", "missing-key"]),
        # a file of another format may have other keys
        ([("format: 1\nsurvey", "format: 2\nsurvey"), ("goals.service", "goals.servce")], ["unknown-format"]),
        # two surveys lie there, and nothing says which one is meant
        ([("survey: survey.yaml", "survey: figures.yaml"), ("goals.service", "goals.servce")], ["missing-file"]),
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_not_read_as_anything(
    changes: list[tuple[str, str]], expected: list[str], tmp_path: Path
) -> None:
    folder = changed(tmp_path, *changes)
    (folder / "second.yaml").write_text((folder / "survey.yaml").read_text("utf-8"), "utf-8")

    assert sorted(ids(told_of(folder))) == sorted(expected)


def test_the_story_of_a_survey_alone_is_laid_out_beside_its_faults(tmp_path: Path) -> None:
    changed(tmp_path, ("percent: 49,", "percent: 490,"), ("short_title: Social media 2026", f"short_title: {LONG}"))

    with pytest.raises(SourceError) as raised:
        report.check(tmp_path / "survey.yaml")

    assert set(ids(raised.value.diagnostics)) == {"out-of-range", "text-too-long"}
    assert {fault.location.line for fault in raised.value.diagnostics if fault.location} == {5, 39}


def test_a_language_that_faulty_files_may_have_is_not_called_unknown(tmp_path: Path) -> None:
    folder = changed(tmp_path, ("languages: [en]", "languages: [english]"))

    with pytest.raises(SourceError) as raised:
        report.build(folder, options=report.Options(output=tmp_path / "build", languages=("en",)))

    assert ids(raised.value.diagnostics) == ["unknown-language"]


@pytest.mark.parametrize(
    ("slip", "id"),
    [
        (("emphasize: [own]}", "emphasize: own}"), "wrong-type"),  # another key of the exhibit
        (("percent: 49,", "percent: 49x,"), "not-a-number"),  # a figure of its question
    ],
)
def test_a_kind_that_is_none_is_told_of_an_exhibit_that_cannot_be_composed(
    slip: tuple[str, str], id: str, tmp_path: Path
) -> None:
    told = told_of(changed(tmp_path, ("kind: bars, emphasize", "kind: bar, emphasize"), slip))

    assert sorted(ids(told)) == sorted([id, "unknown-kind"])
