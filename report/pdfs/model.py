"""A PDF as plain values: what its pages show, the tree of its tags, and what they are named and linked by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from report.frozen import frozen
from report.presentations.colours import Colour


@frozen
class Content:
    """A marked stretch of content: the stream it stands in ("page 3", "form 17") and its number there (MCID)."""

    stream: str
    mcid: int


@frozen
class Box:
    """A rectangle on a page, in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: Box) -> bool:
        """Whether the other lies in it as a whole."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def meets(self, other: Box) -> bool:
        """Whether the two have an area in common."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def common(self, other: Box) -> Box:
        """What both hold; of no width or height, or less, where they do not meet."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )


@frozen
class Mark:
    """What the marks around a piece of content say of it.

    content: by which the tree can name it. artifact: the type of the artifact that it is a part of ("" for one that
    says none), None for what is no artifact. is_replaced: whether other words are read in its place (ActualText).
    """

    content: Content | None = None
    artifact: str | None = None
    is_replaced: bool = False

    @property
    def is_none(self) -> bool:
        """Whether nothing says what it is."""
        return self.content is None and self.artifact is None


@frozen
class Font:
    """A font that letters are shown in."""

    name: str
    is_embedded: bool

    @property
    def is_bold(self) -> bool:
        """Whether its name says so."""
        return any(word in self.name.casefold() for word in ("bold", "black", "heavy"))


@frozen
class Shown:
    """Letters that one operator shows.

    text: as the file's own maps read its codes; n_unmapped: codes that they do not know. n_missing: glyphs that the
    font has not. size: in points, as seen. colour, ground: None where it is not known what they are.
    """

    page: int
    text: str
    mark: Mark
    box: Box
    size: float
    font: Font
    n_unmapped: int = 0
    n_missing: int = 0
    colour: Colour | None = None
    ground: Colour | None = None


@frozen
class Painted:
    """A drawing or picture that one operator paints; `key` is the same for what looks the same at the same place."""

    page: int
    mark: Mark
    box: Box
    key: int
    is_picture: bool = False


@frozen
class ObjectOf:
    """A reference of the tree to an annotation, by the number of its object."""

    number: int


@frozen
class Element:
    """A tag. type: a standard one, as the role map has it; number: how many of its type stand before and with it.

    page: where its first content stands, None for one without. attributes: those that say something here, by name.
    object_number: of its object, 0 for one that nothing can refer to.
    """

    type: str
    number: int
    kids: tuple[Element | Content | ObjectOf, ...]
    page: int | None = None
    alternative: str | None = None
    actual: str | None = None
    language: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    object_number: int = 0

    def each(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.each()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements right below."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def contents(self) -> Iterator[Content]:
        """The content below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents()
            elif isinstance(kid, Content):
                yield kid

    def objects(self) -> Iterator[int]:
        """The annotations below it."""
        for each in self.each():
            yield from (kid.number for kid in each.kids if isinstance(kid, ObjectOf))


@frozen
class Link:
    """A link on a page. number: of its object, 0 for one that no tag can name. leads: whether its target is there."""

    page: int
    number: int
    says: str | None
    leads: bool


@frozen
class Bookmark:
    """An entry of the outline; level 1 is the highest."""

    title: str
    level: int
    leads: bool


@frozen
class Pdf:
    """A finished PDF, as it is read. titles: those of Info and of XMP, None where there is none.

    tree: the elements at the top, None for a file without tags. parents: the way back, from content and annotations to
    the objects of elements.
    """

    name: str
    n_pages: int
    is_marked: bool
    is_title_shown: bool
    is_open_to_readers: bool
    info_title: str | None
    xmp_title: str | None
    language: str | None
    tree: tuple[Element, ...] | None
    parents: Mapping[Content | ObjectOf, int]
    shown: tuple[Shown, ...]
    painted: tuple[Painted, ...]
    links: tuple[Link, ...]
    bookmarks: tuple[Bookmark, ...]

    def elements(self) -> Iterator[Element]:
        """All elements, in reading order."""
        for top in self.tree or ():
            yield from top.each()
