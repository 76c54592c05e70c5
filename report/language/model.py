"""What a language brings: its tags, its data in the libraries, and the fixed words of the outputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from report.frozen import frozen
from report.language.amounts import Amounts
from report.language.demands import Demands
from report.language.headlines import Headlines

FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character of a figure where the words of a text are searched."""

TERRITORIES = "\N{EARTH GLOBE EUROPE-AFRICA}"
"""Stands in a pattern for the names of all countries."""

FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"


@frozen
class Words:
    """The fixed words of the outputs; `{...}` names what is filled in by `str.format`.

    A phrase that begins a line of the page starts with a capital, one that continues a line does not.
    """

    overview: str
    "Section of a deck that opens it; the next two: of what is found and of what follows."
    findings: str
    recommendations: str
    at_a_glance: str
    assessment: str
    method: str
    appendix: str
    agenda: str
    agenda_title: str  # {chapters} {findings}, in words
    agenda_slide: str  # {number}
    chapter_of: str  # {number} {chapters}
    in_addition: str
    "Above a slide of the author's own that has no topic."
    picture_credit: str  # {credit}
    hidden: str
    "On slides that a presentation passes over."
    closing_title: str
    contact: str
    contents: str
    handouts: str
    handout_summary: str
    handout_summary_form: str
    handout_pictures: str
    handout_pictures_form: str
    handout_shares: str
    handout_shares_form: str
    how_to_cite: str
    citation: str  # {publisher} {year} {title}
    voice: str
    "Kicker of the figures beside a statement: what the survey says about it."
    briefing_for: str  # {audience}
    summary_for: str  # {audience}
    version: str  # {version}
    draft: str
    logo: str  # {name}
    page: str  # {page} {pages}
    continued: str  # {title} {part} {parts}
    topic: str  # {label}
    question: str  # {label}
    exact_question: str  # {label}, in quotation marks
    wording_not_published: str
    wording_paraphrased: str
    wording_in_notes: str
    "In a footer that has no room for the question: its words stand in the notes of the slide."
    details_in_notes: str
    "The same where the notes tell no question: its topic, what is known of its words, how it was answered."
    statements_in_notes: str
    questions_in_notes: str
    note_in_appendix: str
    sources_in_notes: str
    n_beside_picture: str
    "In a picture of several columns that has no room for the n of each: its caption has them."
    n_and_sources_beside_picture: str
    "The same where that has further sources too."
    sources_at_findings: str
    bases_at_evidence: str
    single: str
    multiple: str
    scale: str
    numeric: str
    ratings: str
    single_in: str  # {topics}: "Einfachnennung: Organisation"
    multiple_in: str  # {topics}
    scale_in: str  # {topics}
    numeric_in: str  # {topics}
    ratings_in: str  # {topics}
    mean: str
    nps: str
    median: str
    standard_deviation: str
    standard_error: str
    interval_from: str  # {score} {level}
    interval_to: str  # {score} {level}
    base_of_scores: str
    score_tests: str
    score_point: str
    "Behind the difference of two net promoter scores: of 1, then of all others."
    score_points: str
    promoters: str  # {lower} {upper}
    "The answers to a recommendation from 0 to 10; the next two as well."
    passives: str  # {lower} {upper}
    detractors: str  # {lower} {upper}
    class_under: str  # {upper}: whole numbers below it; the next two: both ends included, no upper end
    class_of: str  # {lower} {upper}
    class_from: str  # {lower}
    class_up_to: str  # {upper}: numbers with decimals, the upper end included; then the lower one not
    class_above_to: str  # {lower} {upper}
    class_above: str  # {lower}
    n_questions: str  # {n}, more than one: stands in for a long list of topics
    mode_in_wave: str  # {wave} {mode}: "2014 Mehrfachnennungen"
    inferred: str
    "Of a mode that the publisher did not state, and that no sum tells."
    inferred_from_sum: str  # {sum}
    inferred_from_sums: str
    inferred_from_sums_short: str
    "Behind a list of waves and their modes, which is long already."
    base: str  # {base}
    other_bases: str
    "In the note of the tables: a base that differs stands with its table."
    bases_in_appendix: str  # where not even who was asked has room
    other_bases_in_appendix: str
    n: str  # {n}
    weighted: str  # behind how many were asked
    effective: str  # {n}: as many respondents of equal weight would be as precise
    effective_between: str  # {least}, {most}
    without_answer: str  # {n}: who was asked and gave no answer that counts
    without_answer_one: str  # {n}: one
    without_answer_between: str  # {least} {most}
    without_unsure: str  # {n}: who was asked and said that they did not know, where that counts as no answer
    without_unsure_one: str  # {n}: one
    without_unsure_between: str  # {least} {most}
    n_by_answer: str  # {least} {most}: of a column whose answers stand on different numbers
    n_between: str  # {least} {most}: of several questions
    n_not_published: str
    n_under: str  # {least}: of a column that is hidden for its small base
    n_withheld: str  # of one that would give a hidden one away
    source: str  # {source}
    dated: str  # {publisher} {date}: "Bitkom Research, Juni 2016"
    rounding: str
    rounding_of_some: str
    unrounded_differences: str
    "Where a printed difference is not that of the printed numbers beside it."
    of_unit: str  # {unit}: "der Unternehmen", behind a share
    share_of: str  # {of_unit}: "Anteil der Unternehmen in Prozent"
    share: str
    "The same of a question that was put to some only, whose unit is not known; so with the phrases of this kind below."
    one_dot: str  # {of_unit}: "Ein Punkt steht für ein Prozent der Unternehmen"
    one_dot_of_base: str
    with_answer: str  # {of_unit} {answer}, in quotation marks: title of an exhibit that shows one answer over the waves
    share_with_answer: str  # {answer}, in quotation marks
    waves_chosen: str  # {shown} {all}: goes on in the title of an exhibit that has no room for all waves
    waves_shown: str  # {shown} {all}: the same where no appendix is at hand
    years_left_out: str
    "Goes on in the title of an exhibit that has no room for every year of the rhythm."
    share_in_group: str
    share_of_groups: str
    narrow_parts: str
    "Goes on in the title of an exhibit whose narrowest parts have no room for a number."
    n_statements: str  # {n}, more than one
    n_groups: str  # {n}, more than one
    statements_shown: str  # {shown} {all}: questions of a battery that are worded as statements
    questions_shown: str  # {shown} {all}: those that ask
    groups_shown: str  # {shown} {all}
    groups_not_published: str  # {n}, more than three
    statements_compared: str
    "Kicker of an exhibit of statements that have no topic in common."
    questions_compared: str
    "The same of questions."
    all_in_appendix: str
    one_answer_each: str
    one_answer_to_each_question: str
    blank_part: str  # {what}: what the part of a bar that is left blank stands for
    strong_shade: str  # {answers}: those at the ends of a scale, in the strong tones of their sides
    in_no_bar: str  # {answers}: on neither side of a middle
    nets_published: str
    "Of published nets that are not the sum of their printed answers."
    net_alone: str
    "Stands over nets whose name has no room there."
    others_between: str  # {least} {most}
    figure_of: str  # {figure} {name}: "79 % Zustimmung (Netto)"
    tick: str
    "What the numbers are, behind the name of the one group shown: it is no share of all who were asked."
    one_dot_in_group: str
    less_than: str  # {number}: what a share above zero and under half a printed unit is called in running text
    more_than: str  # {number}: what a share is called there that is below the whole and would be rounded to it
    not_published: str
    not_published_short: str
    base_under: str  # {least}: in place of a number that is hidden
    withheld: str  # in place of one that would give a hidden one away
    not_reported: str  # what the sign of both means
    not_reported_short: str
    not_asked: str
    rest: str
    rest_short: str
    "The rest of a 100 % bar where there is little room: Rest n. v."
    rest_unpublished: str
    rest_no_answer: str
    rest_unknown: str
    rest_unexplained: str
    "The same where rounding alone cannot be what is left."
    limited_comparability: str
    "Heads the reason of a break of a question, which may be a change of its words, of its mode or of its sample."
    not_comparable: str
    "Legend of the break sign: not comparable without restriction."
    double_scale: str  # in the head of a chart whose 100 % is twice as long as in the others
    half_scale: str  # half as long
    smaller_scale: str  # shorter by another factor
    further_rows: str  # {n}
    answers_shown: str  # {shown} {all}: in the head of a chart that has no room for all answers
    answer_changed: str
    "Legend of the break sign before the change of an answer."
    change_in_points: str
    "Head of the changes from one wave to another."
    difference_in_points: str
    "The same of two groups."
    change_since: str  # {wave}
    dashed: str
    "What a dashed stretch of a line stands for."
    others: str
    "Ends a list that leaves some out."
    all_asked: str
    "The column of all who were asked, beside those of groups."
    total: str
    "Above the columns of all who were asked, in a table that has groups beside them."
    nothing_published: str  # {topics}: questions without any share
    published_of_groups: str  # below the table of a question without a share of all who were asked
    unpublished_in_groups: str  # {answers}: of a table of groups, what it leaves out because none of them has a share
    unpublished_of_groups: str  # {answers}: the same below an exhibit of some groups
    unpublished_of_waves: str  # {answers}: the same below an exhibit of several waves
    without_tick: str  # {reason} {answers}: rows in which what they are held against has no share
    unpublished_columns: str  # {columns}: groups and waves that a table leaves out, since they have no share
    further_answers: str
    "Stands for answers whose labels would be too long to list there."
    net: str  # {label}
    net_computed: str
    "Footnote of a net that is the sum of its answers, not published as such."
    net_partly_computed: str
    "The same where it was published for some of the columns."
    net_not_computable: str
    "Of a net that nobody published: of one of its answers a bound alone was. Behind the notes before, or by itself."
    computed: str
    "Said of such a net in an alternative text."
    earlier_label: str  # {wave} {label}, in quotation marks
    recommendation: str
    evidence: str
    reported: str  # {role}: name's line below a reported statement
    opinion: str
    "Footer of the recommendations: they are an assessment, no result of the survey."
    evidence_at: str  # {references}
    slide: str  # {number} {mode}
    published_head: str
    unpublished_head: str
    publisher: str
    conducted_by: str  # {publisher} {institute}
    respondents: str
    rhythm: str
    yearly: str
    waves: str
    fieldwork: str
    period: str  # {first} {last}
    mode: str
    sample: str
    sample_random: str
    sample_quota: str
    sample_panel: str
    sample_census: str
    sample_open: str
    weighting: str
    sponsor: str
    scope: str
    scope_value: str  # {figures} {questions} {date}
    scope_earlier: str
    unknown_n: str
    unknown_n_of: str  # {what}: waves, questions or groups
    unknown_n_of_some: str  # {what}: of the three below those that are meant
    waves_alone: str
    questions_alone: str
    groups_alone: str
    unknown_fieldwork: str
    unknown_mode: str
    unknown_wording: str
    unknown_wordings: str
    "Of some questions only."
    unknown_wave: str  # {wave}
    unknown_rest: str  # {topic}, in quotation marks
    unknown_rests: str  # {n}, more than one
    appendix_title: str  # {figures} {date}: all published shares
    appendix_title_of_one: str  # {figures} {date}: the same of one share alone
    appendix_waves_title: str  # {figures} {of_date}: all published shares and earlier waves
    appendix_waves_title_of_one: str  # {figures} {of_date}
    tables_book: str
    "The workbook of tables; the words below stand in it alone."
    to_contents: str
    number_head: str
    topic_head: str
    question_head: str
    n_head: str
    weighted_base: str
    effective_base: str
    letter_head: str
    "Before the letters that column tests know columns by."
    empty_cell: str
    nobody_asked: str
    "What an empty cell of a survey of respondents means."
    hidden_sign: str
    withheld_low: str  # {columns} {least}
    withheld_beside: str  # {columns}: hidden because others are
    published_below: str
    shares_of_asked: str
    "Whom the shares of respondents are of; the next: of those who gave one of the answers."
    shares_of_answered: str
    weighted_shares: str
    unweighted_shares: str
    column_tests: str  # {strong} {weak} {least}: levels, and the smallest base that is tested
    no_column_tests: str
    for_day: str  # {date}: a day of a wave in `unknown_wave`, "den 14. Juni 2016"
    of_day: str  # {date}: "vom 14. Juni 2016"
    of_month: str  # {date}: "von Juni 2016", and of a year
    failed_claim: str
    chart: str
    alternative: str  # {kind} {title}: first words of the alternative text
    alternative_text: str  # {text}: beside a picture
    bars_kind: str
    columns_kind: str
    grouped_kind: str
    stacked_kind: str
    diverging_kind: str
    line_kind: str
    dumbbell_kind: str
    table_kind: str
    ranking_kind: str
    n_columns: str  # {n}: of a table, more than one
    rank: str
    "Head of the places of answers in order of their shares."
    earlier_rank: str  # {wave}
    change_short: str
    "Head of a narrow column of changes."
    tints: str  # {limits}: what the tints of a table's cells stand for
    tints_and_frames: str  # {limits}: the same where cells below the total have frames
    interval: str  # {confidence}: what the line of an interval is
    interval_told: str  # {confidence} {ends}: said of the first interval in an alternative text
    interval_ends: str  # {lower} {upper}: the ends of an interval, the sign behind the upper one
    apart_from_rest: str  # {signs}, {level}: what signs of groups stand for that lie above or below all others
    above: str  # behind such a sign
    below: str
    small_base: str  # {least}: what the asterisk at a column stands for
    small_effective_base: str  # {least}: the same where respondents weigh differently
    size_of_groups: str  # {kind} {answers} {groups}: the same where groups or waves stand side by side
    n_answers: str  # {n}
    n_waves: str  # {n}
    one_answer: str
    most_apart: str  # {points}: how far apart at most the groups lie in the answers that are not told
    shown_apart: str  # {points}: the same, where answers are left out
    n_unpublished: str  # {n}: answers without a published number
    unpublished_figures: str  # {n}
    hidden_figures: str  # {n}: those that are hidden for their small base
    number_kind: str
    compared: str
    "Above the numbers beside a large one."
    parts_kind: str
    field_kind: str
    marked: str
    "Said in an alternative text of the marked values."
    break_between: str  # {first} {second} {reason}
    over_waves: str  # {kind} {n} {first} {last}: first words of the alternative text of lines
    one_over_waves: str  # {kind} {first} {last}: the same of one line
    two_columns: str  # {kind} {n} {first} {last}: first words of the alternative text of two waves or groups
    from_to: str  # {label} {first} {last}: the shares of an answer in the first and the last wave
    and_then: str  # {label} {first} {last}: in two groups
    others_all: str  # {most}: where they are all the same
    shown_between: str  # {least} {most}: of others, where some are left out
    shown_all: str  # {most}: the same, where they are all the same
    limited_comparison: str  # {first} {last}: two waves with a break between them
    figure_field: str  # {figure}: alternative text of the cover's field
    method_title: str
    method_title_known: str
    written_by_rule: str  # {extent}: behind a story without an author
    written_by_rule_short: str  # the same before the note of the survey, with which it shares its room
    from_questions: str  # {told} {all}: of which questions of the survey a story tells
    from_the_one_question: str
    "The same of a survey of one question."
    unnamed_answer: str  # {topic}: stands for the name of a leading answer that has no room
    unnamed_answers: str  # {topic}
    untold_group: str
    "Stands behind a share whose group has no room for its name."
    untold_answer: str
    untold_answers: str
    untold_leader: str
    untold_leaders: str
    "These stand where not even the topic has room: for one answer or several, and for those that lead."
    every_answer: str  # {topic}: stands for the names of all answers, which are equal
    answer_to_statement: str  # {answer} {statement}: of a scale that several questions share
    net_to_statement: str  # the same, of an answer that ends in a bracket
    statement_in_list: str  # {statement} {figure} {answer}
    answer_in_list: str  # {answer} {figure}
    default_message: str  # {of_unit} {answer}: continues a big figure
    default_message_of_several: str  # the same, of answers that share the first place
    default_message_of_base: str  # {answer}
    default_message_of_base_of_several: str
    default_caption: str  # {share} {unit} {answer}; the unit in the form that stands behind such a share
    default_caption_in_short: str  # {share} {answer}: where there is no room to say of whom
    default_caption_of_several: str
    default_caption_of_base: str  # {share} {base} {answer}
    default_caption_of_base_of_several: str
    some_behind_share: str  # in the place of the unit, where the base has no room
    some_behind_number: str
    all_behind_share: str  # the same of a question put to all
    all_behind_number: str


@frozen
class Plurals:
    """What becomes of a plural ("Haushalte", "private Haushalte", "Befragte") in the sentences of the outputs.

    behind_share: its form behind "Anteil der"; behind_number: behind "48 von 100".
    is_singular: whether a noun of it can only be a singular, by its ending.
    has_determiner: whether it says itself which are meant ("derer, die davon gehört haben"), so that it stands without
    the words of `of_unit`. ends_in_clause: whether a sentence that goes on behind it has to set a comma.
    articles: words that it cannot begin with, lower case, since the sentences have their own. behind_ages: words behind
    a number at its beginning that tells an age, and not how many were asked. examples: two plurals.
    """

    behind_share: Callable[[str], str]
    behind_number: Callable[[str], str]
    is_singular: Callable[[str], bool]
    has_determiner: Callable[[str], bool]
    ends_in_clause: Callable[[str], bool]
    articles: frozenset[str]
    behind_ages: frozenset[str]
    examples: str


@frozen
class Groups:
    """Words by which a text says of whom a share is; regular expressions but for plurals, without regard to case.

    of_all: what may stand between a share and a plural of all who were asked ("der "), from_all: between such a plural
    and what stands before it ("von allen "); respondents: such plurals beside the unit; people: plurals for everybody
    in a country; whole: words behind a plural that leave it all of them ("in Deutschland"), with TERRITORIES. everyone:
    words for all of them without a plural. some: words by which groups are called ("Jüngere"). called: by other words
    of one group each ("weiblich", "Frauen").
    among: words before a share that say among whom. limits: words behind the plural that say which of them. fractions:
    shares in words ("zwei Drittel", "drei von vier").
    """

    of_all: str
    from_all: str
    respondents: tuple[str, ...]
    people: tuple[str, ...]
    whole: str
    everyone: str
    some: str
    called: tuple[frozenset[str], ...]
    among: str
    limits: str
    fractions: str


@frozen
class Directions:
    """Words that say which way a comparison goes; regular expressions, without regard to case.

    rise, fall: of a change. most, least: that no other is larger, or smaller. more, less: of one share beside another;
    than: right behind it stands what a share is compared with ("als", "so viele wie", "ahead of"). than_in: right
    behind it stands the year that one is compared with; than_before: words that compare with an earlier time, without
    a year. steady: that nothing changed. places: words of the places from the second on. negations: words before any of
    them that turn it round; denied: those that deny what follows at once. not_first: that something is not the first.
    """

    rise: str
    fall: str
    most: str
    least: str
    more: str
    less: str
    than: str
    than_in: str
    than_before: str
    steady: str
    places: tuple[str, ...]
    negations: str
    denied: str
    not_first: str


@frozen
class Language:
    """A language of the outputs.

    code: as authors write it in the YAML files ("de"); tag: BCP 47, as Office and PDF want it ("de-DE").
    locale: Babel's name of it; hyphenation: pyphen's. quotes: opening and closing marks; inner_quotes: those within
    others. abbreviations: words that end in a stop which ends no sentence, lower case and without it ("etc").
    weak_words: articles, prepositions and conjunctions that a line should not end in, lower case. small_words: these,
    pronouns, particles and auxiliary verbs, none of which names anything by itself.
    per_cent_word: the words of running text ("Prozent"); of_100: "{n} von 100"; point_words: singular and plural
    of "Prozentpunkt". plurals: how units are declined. groups: how a text says of whom a share is. amounts: and of how
    many. demands: words that ask for a claim of their own kind. numerals: the numbers from zero on in words. headlines:
    sentences of a story without an author.

    kept_together: a regular expression of what a line is not to end within, such as "18 to 34".

    Regular expressions, without regard to case: per_cent, points, magnitudes, the units that words give a number
    ("Prozent", "Prozentpunkte", "Millionen"). unbound, what follows a number typed by hand that should have been bound
    ("Prozent", "von 10"); its groups `points` and `plain_points` tell differences, `whole` what the number is a part
    of, `of_one` that it is a share between 0 and 1. unbound_in_words: a share whose number is written out ("neunzig
    Prozent"), its number the group `number`, or a `part` of another number ("¾", "einer von 3"); number_words: what
    these mean, lower case, 1 to 100. numbered: words before a number that is none of these, lower case ("Teil 2 von
    3"). claim_words: comparisons, superlatives and fractions in words that only a claim may back; a figure of the text
    stands in it as `FIGURE`. look_alikes: phrases that hold such words and are none ("nicht mehr"). against_words:
    those behind which stands what something is compared with. level_words: phrases that say of several that they are
    equal ("gleich oft"). place_words, change_words: those of the claim_words that tell a place in an order ("führt"),
    and a change ("stieg"). habit_words: those that also tell what each does mostly. multiples: by factor those that say
    how many times one share is another ("doppelt so viele"). nearly: words right before them that leave it a little
    open ("fast"). earlier: words that tell of another time ("vor zwei Jahren"). away_from_a_date: words before a year
    that make it none in which something was so ("seit 2014").
    """

    code: str
    tag: str
    locale: str
    hyphenation: str
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    abbreviations: frozenset[str]
    weak_words: frozenset[str]
    small_words: frozenset[str]
    kept_together: str
    per_cent_word: str
    of_100: str
    point_words: tuple[str, str]
    per_cent: str
    points: str
    magnitudes: str
    unbound: str
    unbound_in_words: str
    number_words: Mapping[str, int]
    numbered: frozenset[str]
    claim_words: str
    look_alikes: str
    against_words: str
    level_words: str
    place_words: str
    change_words: str
    habit_words: str
    multiples: Mapping[Decimal, str]
    nearly: str
    earlier: str
    away_from_a_date: str
    directions: Directions
    numerals: tuple[str, ...]
    plurals: Plurals
    groups: Groups
    amounts: Amounts
    demands: Demands
    headlines: Headlines
    words: Words

    @property
    def decides(self) -> tuple[object, ...]:
        """What tells it from all others: the rest is of this program."""
        return (self.code,)
