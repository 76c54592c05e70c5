"""Reading briefing.yaml: the story as written, and every fault of it and of its survey at its place."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from report.briefing.file import BriefingFault, BriefingFile, read_story
from report.briefing.story import Story
from report.diagnostics import Diagnostic, SourceText
from report.survey.file import read_survey
from report.yaml_source.editors import schema_for_editors
from tests.yaml_source.marked import places, unmarked, words

SURVEY = """\
format: 1
title: {de: Medien, en: Media}
short_title: {de: Medien 2016, en: Media 2016}
publisher: Verband
published: 2016-06
population: {de: Leiterinnen, en: heads}
unit: {de: Betriebe, en: companies}
questions:
  teams:
    type: multiple
    topic: {de: Organisation, en: Organisation}
    label: {de: Wer postet?, en: Who posts?}
    answers:
      own: {percent: 49, label: {de: Eigene, en: Own}}
  goals:
    type: multiple
    topic: {de: Ziele, en: Goals}
    label: {de: Ziele, en: Goals}
    answers:
      awareness: {percent: 77, label: {de: Bekanntheit, en: Awareness}}
"""

BRIEFING = """\
format: 1
survey: survey.yaml
languages: [de, en]
status: final
version: "1.0"
audience: {de: Chefs, en: bosses}
title:
  text: {de: "Fast die Hälfte", en: Almost half}
  holds: 45 <= teams.own < 50
cover:
  figure: teams.own
  caption: {de: "{{ teams.own }} haben es", en: "{{ teams.own }} have it"}
  subtitle: {de: Medien, en: Media}
glance:
  text: {de: Im Überblick, en: At a glance}
  holds: leads(teams.own)
messages:
  - finding: organisation
    figure: teams.own
    text: {de: haben es, en: have it}
    holds: leads(teams.own)
findings:
  - id: organisation
    question: teams
    topic: {de: Wer, en: Who}
    headline: {de: Eigene Teams, en: Own teams}
    holds: leads(teams.own)
    across_break: true
    exhibit:
      kind: bars
      answers: [own]
      emphasize: [own]
      title: {de: Teams, en: Teams}
    annotations:
      - at: [own]
        lead: {de: Eigene, en: Own}
        text: {de: Teams, en: teams}
        holds: teams.own > 40
    text:
      de: |
        Erste Zeile
        mit {{ teams.own | words }}.

        Absatz.
      en: One.
    notes: {de: Sagen, en: Say}
  - id: goals
    question: goals
    headline: {de: Ziele, en: Goals}
    text: {de: Ziele., en: Goals.}
statements:
  - id: strategy
    after: organisation
    kind: literal
    speaker: Dr. Muster
    role: {de: Chefin, en: boss}
    text: {de: So., en: So.}
    exhibit: {question: goals, kind: bars}
    notes: {de: Pause, en: Pause}
recommendations:
  headline: {de: Erst klären, en: Settle first}
  holds: teams.own > 10
  items:
    - because: [organisation, goals]
      text: {de: Klären, en: Settle}
      detail: {de: Wer?, en: Who?}
      figure: teams.own
      evidence: {de: haben es, en: have it}
      holds: teams.own > 10
  notes: {de: Einordnung, en: Assessment}
method: {de: Ohne Fallzahl., en: Without a base.}
"""


def told(folder: Path, briefing: str, survey: str = SURVEY) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    (folder / "survey.yaml").write_text(survey, encoding="utf-8")
    (folder / "briefing.yaml").write_text(briefing, encoding="utf-8")
    reading, faults = read_story(folder / "briefing.yaml", "mine/briefing.yaml", read_survey)
    return (reading.story if reading else None), faults


def story(folder: Path, briefing: str = BRIEFING, survey: str = SURVEY) -> Story:
    """The story of files without fault."""
    found, faults = told(folder, briefing, survey)
    assert found, "\n".join(fault.as_text() for fault in faults)
    assert faults == ()
    return found


def faults(folder: Path, briefing: str, survey: str = SURVEY) -> tuple[Diagnostic, ...]:
    """What is told of files."""
    return told(folder, briefing, survey)[1]


def changed(*changes: tuple[str, str], text: str = BRIEFING) -> str:
    """The briefing with parts replaced; each has to occur."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def line_of(beginning: str) -> int:
    """The number of the line of the briefing that begins so."""
    return next(n for n, line in enumerate(BRIEFING.splitlines(), start=1) if line.startswith(beginning))


# ------------------------------------------------------------------------------------------------------ what is read


def test_the_story_itself(tmp_path: Path) -> None:
    found = story(tmp_path)

    assert found.name == tmp_path.name
    assert found.languages == ("de", "en")
    assert found.is_final
    assert found.version == SourceText("1.0")
    assert found.audience and found.audience.text("en") == "bosses"
    assert found.title.text.text("de") == "Fast die Hälfte"
    assert found.title.holds == SourceText("45 <= teams.own < 50")
    assert found.cover.figure == SourceText("teams.own")
    assert found.cover.subtitle and found.cover.subtitle.text("de") == "Medien"
    assert found.glance and found.glance.holds == SourceText("leads(teams.own)")
    assert found.method and found.method.text("de") == "Ohne Fallzahl."
    assert found.survey.question("teams").id == "teams"


def test_a_finding(tmp_path: Path) -> None:
    finding = story(tmp_path).findings[0]

    assert (finding.id, finding.question) == (SourceText("organisation"), SourceText("teams"))
    assert finding.topic and finding.topic.text("en") == "Who"
    assert finding.headline.holds == SourceText("leads(teams.own)")
    assert finding.across_break
    assert finding.exhibit.kind == SourceText("bars")
    assert finding.exhibit.questions == ()
    assert finding.exhibit.answers == finding.exhibit.emphasize == (SourceText("own"),)
    assert finding.exhibit.title and finding.exhibit.title.text("de") == "Teams"
    (annotation,) = finding.annotations
    assert annotation.at == (SourceText("own"),)
    assert annotation.holds == SourceText("teams.own > 40")
    assert finding.notes and finding.notes.text("de") == "Sagen"


def test_a_text_of_several_lines_keeps_its_paragraphs_and_its_places(tmp_path: Path) -> None:
    text = story(tmp_path).findings[0].text.source("de")

    assert text.text == "Erste Zeile\nmit {{ teams.own | words }}.\n\nAbsatz."
    place = text.at(text.text.index("teams"))
    assert place and (place.file, place.line) == ("mine/briefing.yaml", line_of("        mit {{ teams.own"))
    assert place.column == len("        mit {{ ") + 1


def test_what_is_left_out_is_left_to_composing(tmp_path: Path) -> None:
    finding = story(tmp_path).findings[1]

    assert finding.exhibit.kind is None and finding.exhibit.answers == ()
    assert finding.exhibit.location and finding.exhibit.location.line == line_of("  - id: goals")
    assert finding.headline.holds is None and not finding.across_break
    assert (finding.topic, finding.notes, finding.annotations) == (None, None, ())


def test_messages_statements_and_recommendations(tmp_path: Path) -> None:
    found = story(tmp_path)

    assert found.messages[0].finding == SourceText("organisation")
    (statement,) = found.statements
    assert statement.is_literal and statement.after == SourceText("organisation")
    assert statement.exhibit and statement.exhibit.questions == (SourceText("goals"),)
    assert (statement.speaker.text, statement.role.text("en")) == ("Dr. Muster", "boss")
    assert found.recommendations
    (item,) = found.recommendations.items
    assert item.because == (SourceText("organisation"), SourceText("goals"))
    assert item.detail and item.detail.text("de") == "Wer?"
    assert item.holds == SourceText("teams.own > 10")


def test_a_briefing_can_be_short(tmp_path: Path) -> None:
    found = story(
        tmp_path,
        """\
format: 1
survey: survey.yaml
languages: [de]
title: {text: Titel}
cover: {figure: teams.own, caption: haben es}
messages: [{finding: teams, figure: teams.own, text: haben es}]
findings: [{id: teams, question: teams, headline: Eigene Teams, text: Text.}]
""",
    )

    assert not found.is_final
    assert found.title.text.by_language == {"de": SourceText("Titel")}
    assert (found.glance, found.statements, found.recommendations, found.method) == (None, (), None, None)


def test_the_survey_may_lie_in_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "s.yaml").write_text(SURVEY.replace("percent: 49", "percent: 149"), encoding="utf-8")

    (fault,) = faults(tmp_path, changed(("survey: survey.yaml", "survey: data/s.yaml")))

    assert fault.location and (fault.location.file, fault.location.line) == ("mine/data/s.yaml", 14)


# --------------------------------------------------------------------------------------------------- what is refused

FINDINGS = "  the findings are organisation, goals"
TAKEN = "  line 23 has it already\n  findings and statements share their ids"
RULE = '  an id begins with a small letter and goes on with small letters, digits and "_"'
NO_SURVEY = (
    'error[outside-folder]: "../survey.yaml" leads out of the folder of this file\n'
    '  hint: name a file in this folder or below, with "/" between folders'
)

FREE = "{title: {de: A, en: B}"


def chapters(*findings: str) -> tuple[str, str]:
    """The change that adds chapters of these findings."""
    listed = "".join(f"  - {{title: {{de: A, en: B}}, findings: [{each}]}}\n" for each in findings)
    return "method:", f"chapters:\n{listed}method:"


FAULTS = [
    (("method:", "contact: {name: A, mail: ⟦press at example.org⟧}\nmethod:"),
     'error[not-a-mail-address]: "press at example.org" is no address for mail\n  hint: write press@example.org'),
    (("method:", "contact: {name: A, mail: ⟦example.org⟧}\nmethod:"),
     'error[not-a-mail-address]: "example.org" is no address for mail\n'
     "  hint: write all of it, such as name@example.org"),
    (("  - id: goals", "  - id: ⟦organisation⟧"), ("because: [organisation, goals]", "because: [organisation]"),
     f'error[duplicate-id]: the id "organisation" is given twice\n{TAKEN}'),
    (("id: strategy", "id: ⟦organisation⟧"), f'error[duplicate-id]: the id "organisation" is given twice\n{TAKEN}'),
    (("id: strategy", "id: ⟦con⟧"),
     'error[reserved-name]: "con" cannot be an id, since Windows cannot name a file so\n  hint: write "con_finding"'),
    (("  - id: goals\n", "  - ⟦goals⟧:\n"),
     'error[unknown-key]: "goals" is not a key of an entry of `findings`\n'
     "  an entry of `findings` can have the keys across_break, annotations, exhibit, headline, holds, id, notes,"
     " question, text, topic\n"
     "  hint: write id: goals"),
    (("id: strategy", "id: ⟦Goals⟧"), f'error[malformed-id]: "Goals" cannot be an id\n{RULE}\n  hint: write "goals"'),
    (("holds: 45 <= teams.own < 50", "holds: ⟦[⟧45 <= teams.own, teams.own < 50]"),
     "error[wrong-type]: `holds` is a list where one condition belongs\n"
     "  hint: write 45 <= teams.own and teams.own < 50"),
    (("holds: 45 <= teams.own < 50", "holds: ⟦[⟧leads(teams.own), teams.own < 50 or teams.own > 60]"),
     "error[wrong-type]: `holds` is a list where one condition belongs\n  hint: join the conditions with and"),
    (("exhibit: {question: goals, kind", "exhibit: {question: goals, ⟦type⟧"),
     'error[unknown-key]: "type" is not a key of `exhibit`\n'
     "  `exhibit` can have the keys answers, as, by, column, columns, contrast, emphasize, figure, kind, question,"
     " questions, reference, title, waves\n  hint: write kind"),
    (("exhibit: {question: goals, kind: bars}", "exhibit: ⟦bars⟧"),
     "error[wrong-type]: `exhibit` is a text where a block of keys belongs\n  hint: write {kind: bars}"),
    (("holds: leads(teams.own)", "⟦claim⟧: leads(teams.own)"),
     'error[unknown-key]: "claim" is not a key of `glance`\n  `glance` can have the keys holds, text\n'
     "  hint: write holds"),
    (("    headline: {de: Eigene", "    ⟦title⟧: {de: Eigene"),
     'error[unknown-key]: "title" is not a key of an entry of `findings`\n'
     "  an entry of `findings` can have the keys across_break, annotations, exhibit, headline, holds, id, notes,"
     " question, text, topic\n  hint: write headline"),
    (("finding: organisation", "finding: ⟦organization⟧"),
     'error[unknown-finding]: "organization" is not a finding or statement\n'
     '  the findings and statements are organisation, goals, strategy\n  hint: did you mean "organisation"?'),
    (("after: organisation", "after: ⟦strategy⟧"), f'error[unknown-finding]: "strategy" is not a finding\n{FINDINGS}'),
    (("because: [organisation, goals]", "because: [organisation, ⟦goal⟧]"),
     f'error[unknown-finding]: "goal" is not a finding\n{FINDINGS}\n  hint: did you mean "goals"?'),
    (("exhibit: {question: goals, kind", "⟦exhibit⟧: {kind"),
     "error[missing-key]: no question is named\n  hint: write `question:` with the id of a question of the survey"),
    (("exhibit: {question: goals, kind", "exhibit: {⟦question⟧: [goals, teams], kind"),
     "error[wrong-type]: `question` names one question, and this is a list\n  hint: write `questions` for several"),
    (("      kind: bars\n", "      question: ⟦goals⟧\n"),
     'error[two-questions]: the finding is about "teams", and its exhibit shows "goals"\n'
     "  hint: name the question in one of the two places"),
    (("{question: goals,", "{question: goals, ⟦questions⟧: [goals, teams],"),
     "error[two-questions]: an exhibit has `question` or `questions`, not both\n  hint: leave `question` out"),
    (("      emphasize: [own]", "      emphasize: ⟦above 20 %⟧"),
     "error[wrong-type]: `emphasize` is a text where a list belongs\n"
     "  hint: write its entries in square brackets, with commas between them: [above(20)]"),
    (("      emphasize: [own]", "      emphasize: ⟦own and largest gap⟧"),
     "error[wrong-type]: `emphasize` is a text where a list belongs\n"
     "  hint: write its entries in square brackets, with commas between them: [own, largest_gap]"),
    (("      emphasize: [own]", "      ⟦emphasise⟧: [own]"),
     'error[unknown-key]: "emphasise" is not a key of `exhibit`\n'
     "  `exhibit` can have the keys answers, as, by, column, columns, contrast, emphasize, figure, kind, question,"
     " questions, reference, title, waves\n"
     '  hint: did you mean "emphasize"?'),
    (("kind: literal", "kind: ⟦quoted⟧"),
     'error[unknown-value]: "quoted" is not a value of `kind`\n  it can be reported or literal'),
    (("status: final", "status: ⟦Final⟧"),
     'error[unknown-value]: "Final" is not a value of `status`\n  it can be draft or final\n'
     '  hint: did you mean "final"?'),
    (("method:", "⟦logo⟧: logo.svg\nmethod:"),
     'error[unknown-key]: "logo" is not a key of the file\n'
     "  the file can have the keys audience, chapters, charts, contact, cover, findings, format, glance, languages,"
     " layouts, messages, method, pictures, recommendations, slides, statements, status, survey, template, theme,"
     " title, version, written_by"),
    (("languages: [de, en]", "languages: [de, en, ⟦de⟧]"),
     'error[duplicate-language]: the language "de" is named twice'),
    (("languages: [de, en]", "languages: [de, ⟦english⟧]"),
     'error[unknown-language]: there is no language "english"\n  known are de, en\n'
     "  hint: leave it out, or write one of these where it is the only one"),
    (("headline: {de: Ziele, en: Goals}", "⟦headline⟧: {de: Ziele}"),
     'error[missing-language]: no text in "en", which `languages` asks for'),
    (("role: {de: Chefin, en: boss}", "⟦role⟧: Chefin"),
     'error[missing-language]: one string, where `languages` asks for "de" and "en"\n'
     "  hint: write one string a language, such as {de: ..., en: ...}"),
    (('  text: {de: "Fast die Hälfte", en: Almost half}\n', ""), ("title:", "⟦title⟧:"),
     "error[missing-key]: the key `text` is missing in `title`"),
    (chapters("organisation"), ("  - id: goals", "  - id: ⟦goals⟧"),
     'error[finding-in-no-chapter]: the finding "goals" stands in no chapter\n'
     "  hint: add it to the `findings` of the chapter where it belongs"),
    (chapters("organisation, goals", "⟦goals⟧"),
     'error[finding-in-two-chapters]: the finding "goals" stands in a chapter already\n'
     "  line 72 names it\n"
     "  hint: leave it in the one where it belongs"),
    (chapters("⟦goals⟧", "organisation"),
     'error[chapter-order]: "goals" stands here before "organisation", but below `findings` behind it\n'
     "  the findings are organisation, goals\n"
     "  hint: give chapters and `findings` the same order"),
    (chapters("organisation, goals, ⟦goal⟧"),
     'error[unknown-finding]: "goal" is not a finding\n'
     "  the findings are organisation, goals\n"
     '  hint: did you mean "goals"?'),
    (("method:", "chapters:\n  - ⟦Nutzung⟧\nmethod:"),
     "error[wrong-type]: an entry of `chapters` is a text where a block of keys belongs\n"
     "  hint: write {title: Nutzung, findings: [...]}, with what belongs in place of the dots"),
    (("method:", f"slides:\n  - ⟦⟧{FREE}}}\nmethod:"),
     "error[nothing-on-slide]: the slide has neither `text` nor `picture`\n"
     "  hint: write one of them, or both"),
    (("method:", f"slides:\n  - {FREE}, text: {{de: A, en: B}}, ⟦credit⟧: {{de: A, en: B}}}}\nmethod:"),
     "error[no-picture]: `credit` speaks of a picture, but the slide has none\n"
     "  hint: name its file as `picture`, or take the line out"),
    (("method:", "⟦layouts⟧: {finding: Title Only}\nmethod:"),
     "error[no-template]: layouts are named, and no template that has them\n"
     "  hint: name it too: template: brand.potx"),
    (("method:", f"slides:\n  - {FREE}, after: ⟦strategie⟧, text: {{de: A, en: B}}}}\nmethod:"),
     'error[unknown-finding]: "strategie" is not a finding or statement\n'
     "  the findings and statements are organisation, goals, strategy\n"
     '  hint: did you mean "strategy"?'),
    (("method:", f"slides:\n  - {FREE}, ⟦picture⟧: ⟦survey.yaml⟧}}\nmethod:"),
     "error[missing-alternative]: the picture has no `alternative`\n"
     "  hint: say in a sentence what it shows, for those who do not see it",
     'error[not-a-picture]: "survey.yaml" is no picture that can be read\n'
     "  hint: save it as PNG or JPEG"),
    (("survey: survey.yaml", "survey: ⟦../survey.yaml⟧"), NO_SURVEY),
    (("survey: survey.yaml", "survey: ⟦surwey.yaml⟧"),
     'error[missing-file]: there is no file "surwey.yaml" in the folder of this file\n'
     '  hint: did you mean "survey.yaml"?'),
    (("survey: survey.yaml", "survey: ⟦.⟧"), 'error[not-a-file]: "mine" is not a file but a folder'),
    (("      - at: [own]\n", "      - at: [own]\n        lead: {de: a, en: b}\n        text: {de: a, en: b}\n" * 3
      + "      - ⟦⟧at: [own]\n"),
     "error[too-many]: `annotations` has 4 entries; at most 3 can stand there"),
    (("      - at: [own]\n", "      - ⟦Never used⟧\n      - at: [own]\n"),
     "error[wrong-type]: an entry of `annotations` is a text where a block of keys belongs\n"
     "  hint: write {at: [...], lead: Never used, text: ...}, with what belongs in place of the dots"),
]  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_at_its_place(tmp_path: Path, case: tuple[tuple[str, str] | str, ...]) -> None:
    text, expected = unmarked(changed(*(change for change in case if isinstance(change, tuple))))

    found = faults(tmp_path, text)

    assert [words(fault) for fault in found] == [message for message in case if isinstance(message, str)]
    assert places(found) == expected


ITEM = """\
    - because: [goals]
      text: {de: a, en: b}
      figure: teams.own
      evidence: {de: a, en: b}
"""
MESSAGE = """\
  - finding: goals
    figure: teams.own
    text: {de: a, en: b}
"""


@pytest.mark.parametrize(("before", "entry", "most"), [("  items:\n", ITEM, 5), ("messages:\n", MESSAGE, 5)])
def test_there_are_at_most_five_messages_and_recommendations(
    tmp_path: Path, before: str, entry: str, most: int
) -> None:
    # One of each stands in the briefing already.
    story(tmp_path, changed((before, before + entry * (most - 1))))

    found = faults(tmp_path, changed((before, before + entry * most)))

    key = before.strip().removesuffix(":")
    assert [fault.message for fault in found] == [f"`{key}` has 6 entries; at most 5 can stand there"]


def test_the_faults_of_both_files_are_told_the_briefing_first(tmp_path: Path) -> None:
    briefing, of_briefing = unmarked(
        changed(
            ('version: "1.0"', '⟦verison⟧: "1.0"'),
            ("caption: {de:", "caption: {⟦fr⟧:"),
            ("finding: organisation", "finding: ⟦organization⟧"),
            ("kind: literal", "kind: ⟦quoted⟧"),
        )
    )
    survey, of_survey = unmarked(
        changed(
            ("unit: {de: Betriebe, en: companies}", "⟦unit⟧: {de: Betriebe}"),
            ("percent: 49", "percent: ⟦49,0⟧"),
            text=SURVEY,
        )
    )

    found = faults(tmp_path, briefing, survey)

    assert [(fault.location.file, str(fault.id)) for fault in found if fault.location] == [
        ("mine/briefing.yaml", "unknown-key"),
        ("mine/briefing.yaml", "unknown-language"),
        ("mine/briefing.yaml", "unknown-finding"),
        ("mine/briefing.yaml", "unknown-value"),
        ("mine/survey.yaml", "missing-language"),
        ("mine/survey.yaml", "decimal-comma"),
    ]
    assert places(found) == [*of_briefing, *of_survey]


@pytest.mark.parametrize("broken", ["findings:\n  - id: {{\n", "findings: none\n"])
def test_a_briefing_that_cannot_be_read_still_has_its_survey_read(tmp_path: Path, broken: str) -> None:
    briefing = f"format: 1\nsurvey: 'survey.yaml'  # published\n{broken}"

    found = faults(tmp_path, briefing, SURVEY.replace("percent: 49", "percent: 49,0"))

    of_survey = [fault for fault in found if fault.location and fault.location.file == "mine/survey.yaml"]
    assert [str(fault.id) for fault in of_survey] == ["decimal-comma"]
    assert found[0].location and found[0].location.file == "mine/briefing.yaml"


def test_a_missing_briefing_is_told(tmp_path: Path) -> None:
    _, found = read_story(tmp_path / "briefing.yaml", "mine/briefing.yaml", read_survey)

    assert [fault.as_text() for fault in found] == ['error[missing-file]: there is no file "mine/briefing.yaml"']


def test_a_story_can_be_given_a_name(tmp_path: Path) -> None:
    story(tmp_path)

    named, _ = read_story(tmp_path / "briefing.yaml", "b", read_survey, name="spring")

    assert named and named.story.name == "spring"


def test_an_editor_is_told_the_format() -> None:
    schema = schema_for_editors(BriefingFile)

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(BRIEFING, yaml.CSafeLoader), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(changed(("method:", "metod:")), yaml.CSafeLoader), schema)
    assert all(
        "description" in value for part in schema["definitions"].values() for value in part["properties"].values()
    )


def test_every_kind_of_fault_has_its_message_in_a_test() -> None:
    told = Path(__file__).read_text("utf-8")

    assert [str(fault) for fault in BriefingFault if f"error[{fault}]" not in told] == []
