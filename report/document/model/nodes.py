"""Nodes of the document that every section is made of: headings, paragraphs, notes, figures, exhibits.

The order of a node's fields is its reading order. Ids are paths ("findings/goals/headline"), unique in a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, fields, replace
from enum import Enum

from report.briefing.model import BigFigure
from report.briefing.model.prose import FactKind, Late, Literal, Paragraphs, Prose, joined, told
from report.charts.model import Chart
from report.diagnostics import Location
from report.frozen import frozen
from report.kinds import ChartForm
from report.language.model import Words
from report.tables.model import LEAST_UNMARKED_BASE
from report.theme.model import Logo

BETWEEN = " · "
"""Between the parts of a source note."""


class Output(Enum):
    """Where a node is said; BOTH are deck and summary."""

    BOTH = "both"
    DECK = "deck"
    SUMMARY = "summary"
    PICTURES = "pictures"


@frozen
class Node:
    """A part of the document; its children are its fields that are nodes, in order."""

    id: str
    output: Output = field(default=Output.BOTH, kw_only=True)

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes right below this one, in reading order; none for a leaf."""
        values = (getattr(self, field.name) for field in fields(self))
        parts = (value if isinstance(value, tuple) else (value,) for value in values)
        return tuple(part for group in parts for part in group if isinstance(part, Node))

    def is_said_in(self, output: Output) -> bool:
        """Whether an output says it; `BOTH` stands for either of them."""
        return Output.BOTH in (output, self.output) or self.output is output


def walk(node: Node, output: Output = Output.BOTH) -> Iterator[Node]:
    """The node and everything below it, in reading order; with an output only what is said there."""
    if node.is_said_in(output):
        yield node
        for child in node.children:
            yield from walk(child, output)


def continued(id: str, text: Prose, words: Words) -> Prose:
    """A text where what it names goes on, "Ziele (2 von 3)"; how often is known late."""
    return told(words.continued, title=text, part=Late(FactKind.PART, id), parts=Late(FactKind.PARTS, id))


def counted(part: int, parts: int) -> Callable[[Late], str]:
    """The values of a text that goes on: which part it is, and of how many."""
    numbers = {FactKind.PART: str(part), FactKind.PARTS: str(parts)}
    return lambda late: numbers[late.kind]


@frozen
class Heading(Node):
    """A heading; level 1 is the title, 2 a section's headline, 3 that of one in a chapter.

    continued: on its further slides or pages.
    """

    level: int
    text: Prose
    continued: Prose | None = None


@frozen
class Paragraph(Node):
    """A text of the running order. continued: the text again on further pages."""

    text: Prose
    continued: Prose | None = None


@frozen
class Note(Node):
    """A text that stands aside, such as a footnote."""

    text: Prose


@frozen
class Footnote(Note):
    """A note to which numbers lead; its text begins with the same number, which leads back."""

    number: str

    @property
    def back(self) -> str:
        """The id of the number in the note."""
        return f"{self.id}/number"


@frozen
class Annotation(Node):
    """Words tied to marks of an exhibit: the answers (or waves) they explain, a bold lead-in and the text.

    number: its place in the exhibit, said where keys tie the words to their marks.
    """

    at: tuple[str, ...]
    number: Prose
    lead: Prose
    text: Prose
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class NoteForm:
    """A source note said in another way: its halves, as those of `Source`.

    may_grow: it may take more lines than its place likes, before a form is used that leaves out who was asked when.
    """

    topic: tuple[Prose, ...]
    base: tuple[Prose, ...]
    may_grow: bool = False


def _without(parts: Paragraphs, last: Prose) -> Paragraphs:
    return parts[:-1] if parts[-1:] == (last,) else parts


@frozen
class Source(Node):
    """The note that lets a slide or a block stand alone: topic, wording and mode; base, source and date.

    Each half is a tuple of parts, of which none is divided from the next by anything but `BETWEEN`. shorter: forms for
    a place that has no room for the whole, each shorter than the one before; what they leave out stands elsewhere, and
    they say where. least_unmarked: respondents who are not too few for a number without a sign; is_weighted: counted as
    their effective base. confidence: the level of intervals that may be drawn.
    """

    topic: tuple[Prose, ...]
    base: tuple[Prose, ...] = ()
    shorter: tuple[NoteForm, ...] = ()
    least_unmarked: int = LEAST_UNMARKED_BASE
    is_weighted: bool = False
    confidence: float | None = None

    @property
    def forms(self) -> tuple[NoteForm, ...]:
        """Every way to say it, the whole first."""
        return (NoteForm(self.topic, self.base), *self.shorter)

    def ending(self, part: Prose | None) -> Source:
        """The note with a further part at the end of each of its forms; the same where there is none."""
        if part is None:
            return self
        shorter = tuple(replace(form, base=(*form.base, part)) for form in self.shorter)
        return replace(self, base=(*self.base, part), shorter=shorter)

    def without(self, part: Prose) -> Source:
        """The note without a part that it ends with."""
        shorter = tuple(replace(form, base=_without(form.base, part)) for form in self.shorter)
        return replace(self, base=_without(self.base, part), shorter=shorter)

    @property
    def halves(self) -> Paragraphs:
        """Topic and base, as far as there is something to say."""
        return tuple(joined(half, BETWEEN) for half in (self.topic, self.base) if half)

    @property
    def text(self) -> Prose:
        """Both halves as one text."""
        return joined(self.halves, BETWEEN)

    @property
    def lines(self) -> Prose:
        """The halves on a line each."""
        return joined(self.halves, "\n")


@frozen
class LogoMark(Node):
    """The logo of the house or of a partner, and the words that stand for it where it cannot be seen."""

    logo: Logo
    alternative: Prose


@frozen
class SpeakerNotes(Node):
    """What the speaker sees beside a slide, paragraph by paragraph."""

    text: Paragraphs


@frozen
class KeyFigure(Node):
    """A number set large, which the text after it continues."""

    figure: BigFigure


@frozen
class ComparedNumber(Node):
    """A number beside a large one: the figure, its text as bound prose, and what it is called."""

    figure: KeyFigure
    number: Paragraph
    label: Paragraph


@frozen
class NumberWords(Node):
    """The words of an exhibit of one number, where they are no part of its picture."""

    figure: KeyFigure
    sentence: Paragraph
    head: Paragraph
    compared: tuple[ComparedNumber, ...]


@frozen
class Illustration(Node):
    """A chart, and the text that stands for it where it cannot be seen (None: it repeats a figure beside it).

    form: what it is on a slide. location: of the exhibit in the briefing, or of the figure that it draws; of what the
    program shows by itself None.
    """

    chart: Chart
    alternative: Prose | None
    form: ChartForm = ChartForm.IMAGE
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Edition(Node):
    """When the survey was published, and which version of the briefing this is.

    draft: that it is not final, which a page says in its stamp alone. confidential: that it is not for everybody, which
    a page says in its foot.
    """

    date: Prose
    version: Prose | None
    draft: Prose | None
    confidential: Prose | None = None

    @property
    def text(self) -> Prose:
        """Date and version in one line."""
        return joined([part for part in (self.date, self.version) if part], BETWEEN)

    @property
    def lines(self) -> Paragraphs:
        """The date, and below it the version with its status."""
        _, *status = self.parts
        return (self.date, *([joined(status, BETWEEN)] if status else []))

    @property
    def parts(self) -> Paragraphs:
        """All that there is to say, the date first."""
        return tuple(part for part in (self.date, self.version, self.draft, self.confidential) if part)


@frozen
class Quotation(Paragraph):
    """What was said; literal words stand between the marks `opening` and `closing`, of which the first hangs."""

    opening: str = ""
    closing: str = ""

    @property
    def closed(self) -> Prose:
        """The text up to its closing mark, where it has one."""
        return Prose((*self.text.runs, Literal(self.closing)), self.text.location) if self.closing else self.text

    @property
    def quoted(self) -> Prose:
        """The text between its marks, where it has some."""
        return Prose((Literal(self.opening), *self.closed.runs), self.text.location) if self.opening else self.text


@frozen
class Speaker(Node):
    """Who said something: the name, and the role with how it is rendered."""

    name: Prose
    attribution: Prose

    @property
    def text(self) -> Prose:
        """Both in one line, the name bold."""
        return joined([self.name.strong(), self.attribution], ", ")
