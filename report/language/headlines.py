"""The sentences of a story without an author: its headlines and annotations, and what it gives a speaker to say."""

from __future__ import annotations

from report.frozen import frozen


@frozen
class Headlines:
    """Patterns of sentences; `{...}` names what is filled in by `str.format`.

    {question}: the question with its mark ("Kennen Sie es?", "Bekanntheit:"). {first}, {second}, {last}: answers, their
    capital letters aside each with its share ({first_share}). {of_unit}: "der Unternehmen"; {unit}: "Unternehmen".
    yes, no: the answers of which a sentence says "sagen Ja". agreement, rejection: names of nets of which a sentence
    says that so many agree or disagree; regular expressions, without regard to case. agrees: words within an answer by
    which a statement is agreed to, another such expression.
    """

    yes: str
    no: str
    agreement: str
    agrees: str
    rejection: str
    unanswered: str
    "Labels of those who did not answer; a regular expression, without regard to case."
    asked: str  # {label}: a question that has no question mark, before what is answered
    yes_no: str  # {question} {yes} {of_unit} {no}
    yes_no_of_base: str  # {question} {yes} {no}
    answer_first: str  # {share} {answer} {label}: before a question that leaves no room for more
    say: str  # {question} {first} {first_share} {second} {second_share}
    then: str  # {question} {first} {first_share} {second} {second_share}
    say_one: str  # {question} {first} {first_share}
    plain: str  # {question} {first} {first_share}
    predicate: str  # {share} {of_unit} {says}
    predicate_of_base: str  # {share} {says}
    predicates: str  # {sentence} {share} {says}: goes on with another answer
    most_and_least: str  # {topic} {unit} {first} {first_share} {last} {last_share}
    most_and_least_of_base: str  # {topic} {first} {first_share} {last} {last_share}
    most_and_second: str  # {topic} {first} {first_share} {second} {second_share}
    most: str  # {topic} {first} {first_share}
    most_on_scale: str  # {topic} {first} {low} {high} {first_share}: a bare number between the ends of its scale
    mean: str  # {topic} {score}
    net_promoters: str  # {topic} {score}
    recommended: str
    "What a question for recommendation is about, where its topic breaks off."
    level: str  # {topic} {answers} {share}
    level_in_short: str  # {topic} {count} {share}: where the names of the answers have no room
    close: str  # {topic} {answers} {shares} {next} {next_share}
    spread: str  # {least} {most}: shares between which answers lie
    near: str  # {topic} {first} {first_share} {second} {second_share}
    majority: str  # {topic} {count} {all} {first} {first_share}
    both_sides: str  # {topic} {agree} {disagree}
    both_sides_level: str  # {topic} {agree}
    two_nets: str  # {topic} {first} {first_share} {second} {second_share}
    one_net: str  # {topic} {first} {first_share}
    gap: str  # {answer} {first} {first_group} {second} {second_group}
    gap_of_topic: str  # {topic} and the same: of an answer that does not name its topic itself
    gap_in_quotes: str  # as `gap`, of an answer in quotation marks
    gap_in_quotes_of_topic: str
    gap_of_pair: str  # the same, where nobody can say that no two groups lie farther apart
    span_of_groups: str  # {answer} {less} {more}: where the names of groups have no room
    apart_of_pair: str  # {answer} {points} {more} {less}: the same, where other groups may lie outside
    rises: str  # {answer} {before} {date} {now} {current}
    falls: str  # the same
    stays: str  # the same, where the two are less than a point apart
    same: str  # {answer} {now} {date}
    across_break: str  # {answer} {before} {date} {now}
    of_topic: str  # {topic} {answer}: before a colon, of an answer that begins small or does not name its topic
    of_topic_in_brackets: str  # the same, of an answer that would seem to go on from the topic ("Yes, often")
    rise_and_fall: str  # {topic} {date} {up} {up_points} {down} {down_points}
    rise_and_fall_in_short: str  # the same, where the longer one has no room
    agree_most_and_least: str  # {first} {first_share} {last} {last_share}: statements of a battery
    agreement_most_and_least: str  # {first} {first_share} {last} {last_share}
    net_most_and_least: str  # the same, the first share with what it is one of ("98% often")
    agreement_most: str  # {first} {first_share}: where several have least, or there is no room for it
    agreement_least: str  # {last} {last_share}
    net_most: str  # {first} {first_share}
    net_least: str  # {last} {last_share}
    then_others: str  # {first} {first_share} {others}: in the place of a first one, before the share of the last
    one_near: str  # {said} {share}: goes on from what was said of the first, of another one close behind it
    several_near: str  # {said} {count} {shares}: the same of several
    first_of_two: str  # {first} {first_share} {second}: two in the place of one, before the share of the second
    agreement_prevails: str  # {count} {all} {last} {agree} {disagree}
    apart: str  # {gap}: first words of an annotation, such as "35 points"
    between: str  # {above} {below}: go on from `apart`
    second_to_last: str  # goes on from `apart`
    risen: str  # {points}: first words of an annotation of a rise; a fall has its own sign
    since: str  # {date}: goes on from it
    about: tuple[str, ...]  # "about a quarter", a third, a half, two thirds, three quarters, as a sentence begins
    each_of_these: str  # {count}: goes on from one of the first three of `about`
    each_of_these_by_many: str  # {count}: goes on from the others
    speak_question: str  # {label}: how a speaker begins
    speak_topic: str  # {label}: the same, where no question is known
    speak_compared: str  # {topics}: the same, of several questions
    speak_figures: str  # {figures}
    then_and_now: str  # {answer} {before} {date} {now} {current}
    moved: str  # {said} {points}: the same, and by how many points
    of_columns: str  # {answer} {shares}: of groups or waves alone
    of_column: str  # {share} {column}: one of these
    nothing_published: str  # a sentence
    lie_apart: str  # {answers} {points}: two, each with its share
    two_groups: str  # {answer} {more} {more_group} {less} {less_group} {points}
    speak_break: str  # {reasons}: of the breaks between the waves told

    @property
    def of_batteries(self) -> tuple[str, ...]:
        """The patterns that begin with words of their own, small behind the name of the battery."""
        most_and_least = (self.agreement_most_and_least, self.net_most_and_least)
        alone = (self.agreement_most, self.agreement_least, self.net_most, self.net_least)
        return (*most_and_least, *alone, self.agreement_prevails)
