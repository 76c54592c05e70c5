"""Where things stand on the slides: what shares an edge or a baseline, by the measures of the format."""

from dataclasses import replace

import pytest

from report.deck.layout.exhibits import ROWS_OF_MANY
from report.deck.layouts import MOST_ROWS
from report.deck.model import Alignment, Deck, PlacedPicture, PlacedText, Slide
from report.document.model.nodes import NoteForm
from report.drawing.model import MarkRole
from report.formats.house_slides import HOUSE_SLIDES
from report.text.model import Face
from tests.builders import words
from tests.deck.builders import (
    BASE,
    FONTS,
    TOPIC,
    WORDS_LEFT,
    Bars,
    Charts,
    advice,
    big_figure,
    briefing,
    exhibit,
    finding,
    marks,
    message,
    placed,
    recommendation,
    said,
    statement,
    with_method,
    with_source,
)

COVER, GLANCE, FINDING, STATEMENT, ADVICE, METHOD, APPENDIX = range(7)
HOUSE = HOUSE_SLIDES
GRID, ROLES, FRAME = HOUSE.grid, HOUSE.roles, HOUSE.frame
CAPITALS, DIGITS = FONTS.cap_height(Face.BOLD), FONTS.digit_height(Face.BOLD)
"""The heights of letters and digits, as shares of their size."""


def text(slide: Slide, name: str) -> PlacedText:
    """The text whose shape has that name, or a name that begins with it."""
    return next(item for item in slide.texts if item.name == name or item.name.startswith(f"{name} "))


def picture(slide: Slide, name: str) -> PlacedPicture:
    return next(item for item in slide.pictures if item.name == name)


def names(slide: Slide) -> list[str]:
    return [item.name for item in slide.items]


@pytest.fixture(scope="module")
def deck() -> Deck:
    return placed(briefing(statements=(statement(shows=exhibit()),)))


# ------------------------------------------------------------------------------------------------------------- all


def test_the_slides_follow_the_story(deck: Deck) -> None:
    layouts = ["Cover", "At a glance", "Finding", "Statement", "Recommendations", "Method", "Table", "Table"]

    assert [slide.layout for slide in deck.slides] == layouts


def test_the_title_comes_first_in_reading_order_and_the_page_number_last(deck: Deck) -> None:
    for slide in deck.slides[1:]:
        assert slide.texts[0].text.replace("\n", " ") == slide.title
        assert slide.texts[-1].name == "page number"
        assert slide.texts[-2].name.split()[0] == "footer"


def test_every_slide_has_its_number(deck: Deck) -> None:
    assert [text(slide, "page number").text for slide in deck.slides[1:]] == [str(n) for n in range(2, 9)]


def test_titles_are_unique(deck: Deck) -> None:
    titles = [slide.title.casefold() for slide in deck.slides]

    assert len(titles) == len(dict.fromkeys(titles))


def test_names_are_unique_on_a_slide(deck: Deck) -> None:
    for slide in deck.slides:
        assert len(names(slide)) == len(dict.fromkeys(names(slide)))


def test_keys_of_pictures_are_unique_in_the_deck(deck: Deck) -> None:
    keys = [shown.key for slide in deck.slides for shown in slide.pictures]

    assert keys == list(deck.drawings)
    assert [key for key in keys if key in ("goals", "strategy")] == ["goals", "strategy"]


def test_kicker_headline_and_footer_stand_on_their_baselines(deck: Deck) -> None:
    for slide in (slide for slide in deck.slides[1:] if slide.layout != "Statement"):
        assert text(slide, "kicker").baselines == (FRAME.kicker,)
        assert slide.texts[0].baselines[0] == FRAME.headline
        assert text(slide, "footer").baselines[:2] == (FRAME.footer, FRAME.page_number)
        assert text(slide, "page number").baselines == (FRAME.page_number,)


def test_a_headline_of_two_lines_takes_the_wanted_size_where_it_fits() -> None:
    headline = "Bekanntheit und Expertenstatus sind die am häufigsten genannten Ziele, den Service nennt ein Fünftel"
    slide = placed(briefing(findings=(finding(headline=headline),))).slides[FINDING]

    wanted = ROLES.headline[0]
    assert list(slide.texts[0].baselines) == [FRAME.headline, FRAME.headline + wanted.pitch]
    assert slide.texts[0].paragraphs[0].lines[0].spans[0].style.size == wanted.size


def test_nothing_leaves_the_margins(deck: Deck) -> None:
    for slide in deck.slides:
        for item in slide.texts:
            lines = [line for paragraph in item.paragraphs for line in paragraph.lines]
            left = item.box.left + item.paragraphs[0].hang
            if item.alignment is Alignment.RIGHT:
                left = item.box.right - max(line.width for line in lines)
            assert left >= GRID.left - 0.001
            assert left + max(line.width for line in lines) <= HOUSE.right + 0.001


def test_numbers_in_a_text_are_told_by_the_name_of_its_shape(deck: Deck) -> None:
    assert deck.slides[FINDING].texts[0].name == "headline goals/service@w2016"
    assert "figure teams/own@w2016" in names(deck.slides[GLANCE])


def test_a_draft_says_so_on_every_slide() -> None:
    deck = placed(briefing(is_draft=True, statements=(statement(shows=exhibit()),)))

    assert text(deck.slides[COVER], "edition").text == "Juni 2016\nFassung 1.0 · Entwurf"
    for slide in deck.slides[1:]:
        assert text(slide, "stamp draft").text == "Entwurf"
        assert text(slide, "stamp draft").box.right == pytest.approx(HOUSE.right)


def test_a_final_briefing_carries_no_stamp(deck: Deck) -> None:
    assert not [name for slide in deck.slides for name in names(slide) if name.startswith("stamp")]


def test_a_claim_that_failed_is_stamped_on_its_slide_and_nowhere_else() -> None:
    told = briefing(findings=(finding(is_supported=False),), statements=(statement(shows=exhibit()),))

    stamped = [slide.layout for slide in placed(told).slides if "stamp failed claim" in names(slide)]

    assert stamped == ["Finding"]
    assert text(placed(told).slides[FINDING], "stamp failed claim").text == "Durch die Daten nicht gedeckt"


@pytest.mark.parametrize(
    ("layout", "changes"),
    [
        ("Cover", {"is_title_supported": False}),
        ("At a glance", {"messages": (replace(message(), is_supported=False),)}),
        ("At a glance", {"glance": replace(briefing().glance, is_supported=False)}),
        ("Statement", {"statements": (replace(statement(), is_supported=False),)}),
        ("Recommendations", {"recommendations": replace(advice(), is_supported=False)}),
    ],
)
def test_every_kind_of_slide_can_be_stamped(layout: str, changes: dict[str, object]) -> None:
    slides = placed(briefing(**changes)).slides

    assert [slide.layout for slide in slides if "stamp failed claim" in names(slide)] == [layout]


def test_a_long_topic_in_the_footer_breaks_at_its_middle_dot_and_moves_the_base_down() -> None:
    question = "Thema: " + "Wer die Kommunikation in den sozialen Medien verantwortet " * 2
    topic = f"{question}· 2014 Mehrfachnennungen, 2016 Einfachnennung (aus den Summen)"
    slide = placed(briefing(), change=with_source(topic)).slides[FINDING]

    footer = text(slide, "footer")
    assert footer.baselines == tuple(FRAME.footer + line * ROLES.footer.pitch for line in range(3))
    assert footer.text.split("\n")[1] == "2014 Mehrfachnennungen, 2016 Einfachnennung (aus den Summen)"
    assert footer.text.split("\n")[2] == BASE


def test_a_topic_passes_above_the_page_number_only_where_the_base_is_sure_to_end_before_it() -> None:
    topic = (
        "Frage: "
        + "Wer die Kommunikation in den sozialen Medien verantwortet, " * 2
        + "und wer sie alle im Auge zu behalten hat"
    )
    base = "Basis: " + "Marketingverantwortliche von Betrieben des Gewerbes, " * 3 + "n = 430 bis 1.004"
    short = NoteForm((words("Thema: Zuständigkeit"),), (words(base),))

    alone = text(placed(briefing(), change=with_source(topic)).slides[FINDING], "footer")
    above = text(placed(briefing(), change=with_source(topic, base=base, shorter=short)).slides[FINDING], "footer")

    number = text(placed(briefing()).slides[FINDING], "page number")
    assert alone.extent.right > number.box.left, "else the topic passes nothing"
    assert above.text.startswith("Thema: Zuständigkeit\nBasis: "), "the first form would take both to the right end"
    assert above.flow_width is not None
    assert above.box.left + above.flow_width < number.box.left


def test_a_footer_is_named_with_the_cells_of_the_figures_it_tells() -> None:
    change = with_source("Thema: Ziele", said("Mehrfachnennungen (aus der Summe {21 %})"))

    slide = placed(briefing(), change=change).slides[FINDING]

    assert "footer goals/service@w2016" in names(slide)


# ----------------------------------------------------------------------------------------------------------- cover


def test_the_cover_shows_its_title_level_with_the_field(deck: Deck) -> None:
    slide = deck.slides[COVER]
    title, field = text(slide, "title"), picture(slide, "field cover")

    size = ROLES.cover_title[0].size
    assert title.paragraphs[0].lines[0].spans[0].style.size == size
    assert title.baseline - CAPITALS * size == pytest.approx(field.box.top)
    assert field.box.left == GRID.column_left(8)
    assert field.box.top == HOUSE.cover.field_top
    assert field.box.width == GRID.columns_width(8, 12)


def test_a_word_wider_than_the_place_of_the_title_makes_letters_smaller_and_gets_no_hyphen() -> None:
    told = "Wege zur Donaudampfschifffahrtsgesellschaft"

    title = text(placed(briefing(title=said(told))).slides[COVER], "title")

    assert " ".join(line.text for paragraph in title.paragraphs for line in paragraph.lines) == told
    assert title.paragraphs[0].lines[0].spans[0].style.size < ROLES.cover_title[-1].size


def test_date_and_caption_share_their_baselines_on_the_cover(deck: Deck) -> None:
    slide = deck.slides[COVER]

    assert text(slide, "edition").baselines == HOUSE.cover.bottom_lines
    assert text(slide, "caption").baselines == HOUSE.cover.bottom_lines
    assert text(slide, "publisher").baselines == (HOUSE.cover.top_line,)


def test_the_figure_of_the_caption_is_lit() -> None:
    slide = placed(briefing()).slides[COVER]
    first, second = text(slide, "caption").paragraphs[0].lines[0].spans[:2]

    assert first.text == "49 von 100 Unternehmen"
    assert first.style.color.hex == "#3FB0DB"
    assert second.style.color.hex == "#FFFFFF"


def test_the_cover_has_no_number_and_no_footer(deck: Deck) -> None:
    assert not any(name.startswith(("page number", "footer")) for name in names(deck.slides[COVER]))


def test_a_cover_without_audience_and_version_leaves_them_out() -> None:
    slide = placed(briefing(audience=None, version=None)).slides[COVER]

    assert "audience" not in names(slide)
    assert text(slide, "edition").text == "Juni 2016"


# ---------------------------------------------------------------------------------------------------------- glance


def test_figure_and_sentence_share_a_baseline_and_rows_stand_their_pitch_apart(deck: Deck) -> None:
    slide = deck.slides[GLANCE]
    figures = [item for item in slide.texts if item.name.startswith("figure ")]
    sentences = [item for item in slide.texts if item.name.startswith("message ")]

    first = FRAME.content_top + HOUSE.glance.figure_baseline
    assert [item.baseline for item in figures] == [first + HOUSE.glance.pitch * row for row in range(3)]
    assert [item.baseline for item in sentences] == [item.baseline for item in figures]
    assert [item.box.left for item in sentences] == [GRID.column_left(3)] * 3


def test_the_top_of_the_figure_is_level_with_its_kicker(deck: Deck) -> None:
    slide = deck.slides[GLANCE]

    figure_top = text(slide, "figure").baseline - DIGITS * ROLES.row_figure
    assert text(slide, "topic 1").baseline - CAPITALS * ROLES.kicker.size == pytest.approx(figure_top)


def test_the_per_cent_sign_has_a_set_share_of_the_size_of_the_figure(deck: Deck) -> None:
    digits, unit = text(deck.slides[GLANCE], "figure teams/own@w2016").paragraphs[0].lines[0].spans

    assert (digits.text, digits.style.size) == ("49", ROLES.row_figure)
    assert unit.text == "\u00a0%"
    assert unit.style.size == pytest.approx(ROLES.unit_share * ROLES.row_figure)


def test_the_lead_row_alone_is_in_accent(deck: Deck) -> None:
    figures = [item for item in deck.slides[GLANCE].texts if item.name.startswith("figure ")]

    colors = [item.paragraphs[0].lines[0].spans[0].style.color.hex for item in figures]
    assert colors == ["#0B6E99", "#15203B", "#15203B"]


def test_the_fields_at_a_glance_are_decorative_and_stand_in_the_last_column(deck: Deck) -> None:
    fields = deck.slides[GLANCE].pictures

    assert [field.alternative for field in fields] == [None, None, None]
    assert [field.box.left for field in fields] == pytest.approx([GRID.column_left(12)] * 3)


def test_as_many_messages_as_there_is_room_for_move_together_and_stay_above_the_footer() -> None:
    slide = placed(briefing(messages=(message(),) * MOST_ROWS)).slides[GLANCE]
    figures = [item for item in slide.texts if item.name.startswith("figure ")]

    first, pitch = figures[0].baseline, (HOUSE.glance.bottom - FRAME.content_top) / MOST_ROWS
    assert pitch < HOUSE.glance.pitch
    assert [item.baseline for item in figures] == pytest.approx([first + pitch * row for row in range(MOST_ROWS)])
    assert max(field.box.bottom for field in slide.pictures) < FRAME.foot_rule - 8


def test_a_briefing_without_messages_has_no_slide_at_a_glance() -> None:
    deck = placed(briefing(messages=()))

    assert [slide.layout for slide in deck.slides[:2]] == ["Cover", "Finding"]
    assert text(deck.slides[1], "page number").text == "2"


# --------------------------------------------------------------------------------------------------------- finding


def test_the_exhibit_hangs_from_its_line_at_the_left_margin(deck: Deck) -> None:
    exhibit_picture = picture(deck.slides[FINDING], "exhibit goals")

    assert exhibit_picture.box.left == GRID.left
    assert exhibit_picture.box.top + exhibit_picture.drawing.hang == FRAME.exhibit_top
    assert text(deck.slides[FINDING], "exhibit title").baselines == (HOUSE.finding.exhibit_title,)


def test_below_an_exhibit_title_of_two_lines_the_exhibit_begins_one_line_lower() -> None:
    named = f"Anteil der Antwort „{'Stellen besetzen, die lange frei sind, ' * 3}“ in Prozent"
    slide = placed(briefing(findings=(finding(shows=exhibit(title=named)),))).slides[FINDING]

    first, second = text(slide, "exhibit title").baselines
    assert (first, second - first) == (HOUSE.finding.exhibit_title, HOUSE.roles.subtitle.pitch)
    shown = picture(slide, "exhibit goals")
    assert shown.box.top + shown.drawing.hang == FRAME.exhibit_top + HOUSE.roles.subtitle.pitch


def test_the_words_of_an_annotation_begin_where_the_kind_says(deck: Deck) -> None:
    note = text(deck.slides[FINDING], "annotation 1")

    assert note.box.left == pytest.approx(GRID.left + WORDS_LEFT)
    assert note.text == "Rund die Hälfte\nnennt Bewerber und Kunden."


def test_the_lead_of_an_annotation_is_bold_ink_and_the_rest_text_grey(deck: Deck) -> None:
    lead, rest = text(deck.slides[FINDING], "annotation 1").paragraphs

    assert lead.lines[0].spans[0].style.color.hex == "#15203B"
    assert lead.lines[0].spans[0].style.face.value == "bold"
    assert rest.lines[0].spans[0].style.color.hex == "#5B6577"


def test_an_annotation_without_lead_begins_with_its_text() -> None:
    slide = placed(briefing(findings=(finding(notes=(("", "nennt **beides**."),)),))).slides[FINDING]

    assert text(slide, "annotation 1").text == "nennt beides."


def test_over_a_field_of_dots_the_title_says_what_a_dot_stands_for() -> None:
    slide = placed(briefing(), Charts(Bars(role=MarkRole.DOT))).slides[FINDING]

    assert text(slide, "exhibit title").text == "Ein Punkt steht für ein Prozent der Unternehmen, Mehrfachnennungen"


def test_of_more_rows_than_there_is_room_for_a_few_less_are_shown() -> None:
    shown = placed(briefing(), Charts(rows={"goals": 20})).slides[FINDING].pictures[0]

    assert shown.alternative == f"Balken: goals, {ROWS_OF_MANY[-1]} Zeilen"
    assert len(shown.chart.rows) == ROWS_OF_MANY[-1]


def test_rows_whose_labels_leave_no_room_for_all_leave_out_the_smallest() -> None:
    shown = placed(briefing(), Charts(Bars(most_drawn=5), rows={"goals": 7})).slides[FINDING].pictures[0]

    assert shown.alternative == "Balken: goals, 5 Zeilen"
    assert len(shown.chart.rows) == 5


def test_figures_keep_the_gutter_before_their_sentences_and_have_one_size() -> None:
    slide = placed(briefing()).slides[GLANCE]
    figures = [item for item in slide.texts if item.name.startswith("figure ")]
    column_3 = HOUSE_SLIDES.grid.column_left(3)

    assert figures
    for figure in figures:
        ends = [HOUSE_SLIDES.grid.left + line.width for part in figure.paragraphs for line in part.lines]
        assert max(ends) <= column_3 - HOUSE_SLIDES.grid.gutter
    assert len({figure.paragraphs[0].lines[0].spans[0].style.size for figure in figures}) == 1


def test_as_many_rows_as_there_is_room_for_are_all_shown() -> None:
    shown = placed(briefing(), Charts(rows={"goals": Bars().room})).slides[FINDING].pictures[0]

    assert shown.alternative == f"Balken: goals, {Bars().room} Zeilen"


def test_the_speaker_notes_hold_what_to_say_and_the_source(deck: Deck) -> None:
    assert deck.slides[FINDING].notes == ("Mit der Frage einsteigen.", TOPIC, BASE)


# ------------------------------------------------------------------------------------------------------- statement


def test_a_reported_statement_stands_without_quotation_marks_and_its_name_a_gap_below(deck: Deck) -> None:
    slide = deck.slides[STATEMENT]
    said_text = text(slide, "statement")

    assert "„" not in said_text.text
    assert text(slide, "speaker").baseline == said_text.baselines[-1] + HOUSE.statement.name_gap


def test_a_statement_is_smaller_where_else_a_single_word_stood_in_its_last_line() -> None:
    words = "Wer Zielgruppen glaubwürdig ansprechen wolle, brauche eine Strategie und klare Zuständigkeiten;"
    slides = [
        placed(briefing(statements=(statement(told),))).slides[STATEMENT]
        for told in (words, f"{words} Digitalisierung")
    ]
    lines = [text(slide, "statement").paragraphs[0].lines for slide in slides]

    assert [each[0].spans[0].style.size for each in lines] == [36.0, 30.0]
    assert lines[1][-1].text == "Zuständigkeiten; Digitalisierung"


def test_a_literal_statement_has_quotation_marks_and_the_first_hangs_left() -> None:
    slide = placed(briefing(statements=(statement("Das ist ein Zitat.", is_literal=True),))).slides[STATEMENT]
    quoted = text(slide, "statement")

    assert quoted.text == "„Das ist ein Zitat.“"
    assert quoted.paragraphs[0].hang > 10
    assert quoted.box.left + quoted.paragraphs[0].hang == pytest.approx(GRID.left)


def test_the_figures_of_a_statement_stand_in_the_columns_right_of_it(deck: Deck) -> None:
    slide = deck.slides[STATEMENT]

    assert picture(slide, "exhibit strategy").box.left == GRID.column_left(8)
    assert picture(slide, "exhibit strategy").box.width == GRID.columns_width(8, 12)
    assert text(slide, "figures kicker").text == "Dazu aus der Befragung"
    assert text(slide, "figures topic").text == "Ziele"


def test_a_statement_without_figures_has_neither_picture_nor_footer() -> None:
    slide = placed(briefing()).slides[STATEMENT]

    assert slide.pictures == ()
    assert not any(name.startswith("footer") for name in names(slide))


# -------------------------------------------------------------------------------------------------- recommendations


def test_advice_figure_and_evidence_share_a_baseline(deck: Deck) -> None:
    slide = deck.slides[ADVICE]
    baselines = [text(slide, name).baseline for name in ("number 1", "recommendation 1", "evidence 1")]

    assert baselines == [text(slide, "figure teams/everyone@w2016").baseline] * 3


def test_the_evidence_stands_in_the_columns_right_of_the_advice(deck: Deck) -> None:
    slide = deck.slides[ADVICE]

    assert text(slide, "figure").box.left == GRID.column_left(8)
    assert text(slide, "evidence 1").box.left == GRID.left + FRAME.exhibit_width


def test_the_footer_calls_advice_an_opinion_and_names_the_slides_it_rests_on(deck: Deck) -> None:
    assert text(deck.slides[ADVICE], "footer").text.startswith(
        "Empfehlungen sind Einordnungen der Redaktion, keine Ergebnisse der Befragung · "
        "Belege: Folie\u00a03 (Mehrfachnennungen)"
    )


def test_as_many_recommendations_as_there_is_room_for_keep_clear_of_their_rules() -> None:
    section = replace(advice(), items=(recommendation(),) * MOST_ROWS)
    slide = placed(briefing(recommendations=section)).slides[ADVICE]
    figures = [item for item in slide.texts if item.name.startswith("figure ")]
    details = [item for item in slide.texts if item.name.startswith("detail ")]

    rules = [rule.extent.top for rule in marks(slide, MarkRole.RULE)]
    for figure, detail, above, below in zip(
        figures, details, rules, [*rules[1:], HOUSE.recommendations.bottom], strict=True
    ):
        assert figure.baseline - DIGITS * ROLES.evidence - above >= HOUSE.recommendations.clearance - 0.001
        assert below - detail.baselines[-1] > HOUSE.recommendations.clearance


def test_a_briefing_without_recommendations_has_no_slide_of_them() -> None:
    assert "Recommendations" not in [slide.layout for slide in placed(briefing(recommendations=None)).slides]


# ---------------------------------------------------------------------------------------------------------- method


def test_label_and_value_of_a_fact_share_a_baseline(deck: Deck) -> None:
    slide = deck.slides[METHOD]

    for number in range(1, 5):
        assert text(slide, f"fact {number}").baseline == text(slide, f"value {number}").baseline
    assert text(slide, "value 1").box.left == GRID.column_left(3)


def test_a_ring_stands_before_everything_that_was_not_published(deck: Deck) -> None:
    slide = deck.slides[METHOD]
    rings = [ring.extent for ring in marks(slide, MarkRole.RING)]

    middles = [ring.top + ring.height / 2 for ring in rings]
    half_capital = FONTS.cap_height(Face.REGULAR) * ROLES.body.size / 2
    assert middles == pytest.approx([b - half_capital for b in text(slide, "not published").baselines])


def test_where_everything_was_published_the_text_stands_alone() -> None:
    slide = placed(briefing(), change=with_method(unknown=0)).slides[METHOD]

    assert "not published" not in names(slide)
    assert text(slide, "method").placeholder is not None


def test_a_text_without_room_below_what_was_not_published_has_a_slide_of_its_own() -> None:
    long = "Ohne n lassen sich Unterschiede zwischen Gruppen und Wellen nicht auf ihre Verlässlichkeit prüfen. " * 4
    told = briefing(method=(said(long, 60),))
    first, second, third = placed(told, change=with_method(unknown=9)).slides[METHOD : METHOD + 3]

    assert "method" not in names(first)
    assert text(first, "headline").text.endswith("(1 von 2)")
    assert text(second, "headline").text.endswith("(2 von 2)")
    assert text(second, "method").placeholder is not None
    pages = [text(slide, "page number").text for slide in (first, second, third)]
    assert [int(page) for page in pages] == [int(pages[0]) + part for part in range(3)]


def test_many_facts_move_together_and_stay_above_the_footer() -> None:
    slide = placed(briefing(), change=with_method(facts=11, unknown=10)).slides[METHOD]

    assert text(slide, "value 11").baselines[-1] <= HOUSE.method.lowest + 0.001
    assert text(slide, "method").baselines[-1] <= HOUSE.method.lowest + 0.001


def test_more_facts_than_stand_in_the_usual_size_are_smaller() -> None:
    slide = placed(briefing(), change=with_method(facts=15, unknown=3)).slides[METHOD]

    value = text(slide, "value 15")
    assert value.baselines[-1] <= HOUSE.method.lowest + 0.001
    assert value.paragraphs[0].lines[0].spans[0].style.size < ROLES.body.size


def test_a_figure_of_the_cover_and_one_at_a_glance_are_drawn_apart(deck: Deck) -> None:
    assert big_figure("teams", "own").number.text == "49\u00a0%"
    assert picture(deck.slides[COVER], "field cover").alternative == "Feld aus 100 Punkten, davon 49\u00a0%"


def test_what_is_said_of_a_figure_stands_in_its_notes(deck: Deck) -> None:
    assert deck.slides[GLANCE].notes[0] == "49\u00a0% der Unternehmen haben ein eigenes Team"


def test_a_line_break_of_the_author_is_kept() -> None:
    slide = placed(briefing(findings=(finding(headline="Erste Zeile,\nzweite Zeile"),))).slides[FINDING]

    assert slide.texts[0].text == "Erste Zeile,\nzweite Zeile"
    assert slide.title == "Erste Zeile, zweite Zeile"


def test_a_strong_word_of_a_message_is_bold() -> None:
    told = briefing(messages=(replace(message(), text=said("der Unternehmen haben **Teams**")),))
    spans = text(placed(told).slides[GLANCE], "message 1").paragraphs[0].lines[0].spans

    assert [(span.text, span.style.face.value) for span in spans] == [
        ("der Unternehmen haben ", "regular"),
        ("Teams", "bold"),
    ]
