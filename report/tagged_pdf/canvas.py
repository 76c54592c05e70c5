"""A canvas on which everything is tagged, or said to be decoration, or refused.

    with canvas.tagged("intro"):        what is drawn within is content of that element
    with canvas.artifact():             what is drawn within is decoration
    canvas.rect(...)                    lines and areas outside of both are decoration too
    canvas.drawString(...)              texts and pictures outside of both raise TaggingError

That lines count as decoration where nobody says what they are is what lets tables, underlines and boxes be drawn as
always; a drawing that means something is a Figure, and one that is forgotten is missed when the document is saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, Literal
from urllib.parse import quote

from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from report.tagged_pdf.archive import About, settle_document, settle_page
from report.tagged_pdf.content import Content, Corners, Place
from report.tagged_pdf.file import file_of
from report.tagged_pdf.objects import Reserved, Written, added, dictionary, literal, numbers, reference, text
from report.tagged_pdf.rules import check
from report.tagged_pdf.structure import Element, TaggingError
from report.tagged_pdf.structure_tree import add_structure
from report.tagged_pdf.text import ARTIFACT, Direction, Glyphs, TaggedText

PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "sh"))
"""The operators that paint a path or a shading, or clip by one."""
RGB, CMYK = 3, 4
"""How many numbers a colour has."""
RESERVED = "%:/?#[]@!$&'()*+,;=~"
"""What has a meaning of its own in a URI (RFC 3986, 2.2); other characters than ASCII are escaped."""
END = "EMC"
PRINTED = b"4"
"""The flag of an annotation that is printed, which PDF/A asks for (ISO 19005-2, 6.3.2)."""


class Artifact(StrEnum):
    """What decoration is, as the operator that begins it (ISO 32000-1, 14.8.2.2)."""

    LAYOUT = ARTIFACT
    HEADER = "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
    FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"


class TaggedCanvas(Canvas):
    """A ReportLab canvas whose file is PDF/UA-1 and PDF/A-2a.

    structure: what the document is; raises TaggingError if it breaks a rule. about: what the file says of itself.
    profile: the ICC profile of the colours (RGB), as it lies in its file. font: the name of a registered TrueType font,
    in which text stands that sets none; ReportLab's own would not be embedded. pagesize: width and height in points.
    """

    _doc: PDFDocument
    _code: list[str]
    _filename: IO[bytes] | str
    _annotationrefs: list[object]

    def __init__(
        self,
        file: IO[bytes] | str,
        structure: Element,
        about: About,
        *,
        profile: bytes,
        font: str,
        pagesize: tuple[float, float],
    ) -> None:
        check(structure)
        about.check()
        self._structure, self._about, self._profile = structure, about, profile
        self._content, self._glyphs = Content(structure), Glyphs()
        self._places: list[tuple[Place, Written]] = []
        self._open = self._last = ""
        self._end_of_last = self._end_of_checked = 0
        super().__init__(
            file,
            pagesize=pagesize,
            pageCompression=1,
            invariant=1,
            enforceColorSpace=_in_rgb,
            initialFontName=font,  # type: ignore[arg-type]  # the stub takes it for a number
            lang=about.language,
            pdfVersion=(1, 7),
        )
        self._describe()

    @contextmanager
    def tagged(self, key: str, box: Corners | None = None) -> Iterator[None]:
        """What is drawn within belongs to the element with this key. box: around it; a Figure needs one."""
        if box:
            self._content.boxed(key, box)
        self._begin(key)
        yield
        self._end()

    @contextmanager
    def artifact(self, kind: Artifact = Artifact.LAYOUT) -> Iterator[None]:
        """What is drawn within is decoration, or repeats what is read elsewhere."""
        self._begin(kind, kind)
        yield
        self._end()

    def link(self, key: str, box: Corners) -> None:
        """Make a place on the page lead where the Link with this key does; one over two lines has two places."""
        place, thing = self._content.leading(key, box), Written()
        self._places.append((place, thing))
        added(self._doc, thing, place.name)
        self._annotationrefs.append(thing)

    def opening(self, key: str) -> str:
        """The operator that begins a new sequence of marked content of an element."""
        tag, number = self._content.marked(key)
        return f"/{tag} <</MCID {number}>> BDC"

    def beginText(self, x: float = 0, y: float = 0, direction: Direction = None) -> TaggedText:  # noqa: N802
        """A text object, whose parts may be tagged one by one."""
        return TaggedText(self, self.opening, self._glyphs, x=x, y=y, direction=direction)

    def drawText(self, text: PDFTextObject) -> None:  # noqa: N802 - as all below, what ReportLab calls it
        """Show a text object; raises TaggingError for text that is neither tagged nor an artifact."""
        assert isinstance(text, TaggedText)
        if self._open and text.is_tagged:
            raise TaggingError(f'a text with tags of its own is drawn within "{self._open}"')
        if not self._open and text.untagged:
            raise TaggingError(f'the text "{text.untagged}" is drawn outside of the structure')
        if self._open:
            super().drawText(text)
            return
        self._sweep()
        super().drawText(text)
        self._end_of_checked = len(self._code)

    def drawImage(self, *arguments: Any, **options: Any) -> Any:  # noqa: N802
        """Draw a picture; raises TaggingError for one that is neither tagged nor an artifact."""
        self._refuse_outside("a picture")
        return super().drawImage(*arguments, **options)

    def addLiteral(self, s: object, escaped: Literal[0, 1] = 1) -> None:  # noqa: N802
        """Operators as they are; raises TaggingError outside of the structure, for they may show anything."""
        self._refuse_outside("a literal")
        super().addLiteral(s, escaped)

    def drawInlineImage(self, *arguments: Any, **options: Any) -> Any:  # noqa: ARG002, N802
        """Raises TaggingError: pictures within a page's stream are for `drawImage`."""
        raise TaggingError("pictures are drawn by drawImage")

    def beginForm(self, *arguments: Any, **options: Any) -> None:  # noqa: ARG002, N802
        """Raises TaggingError: a form loses what it needs of its page, and its content would be tagged once for all."""
        raise TaggingError("a form cannot be tagged: draw what is in it on each page")

    def doForm(self, name: str) -> None:  # noqa: N802
        """Raises TaggingError, as `beginForm` does."""
        raise TaggingError(f'the form "{name}" cannot be tagged: draw what is in it on each page')

    def _addAnnotation(self, *arguments: Any, **options: Any) -> None:  # noqa: ARG002, N802 - all annotations come here
        raise TaggingError("annotations need an element: links are made by link(), others cannot be")

    def showPage(self) -> None:  # noqa: N802
        """End the page."""
        if self._open:
            raise TaggingError(f'the page ends within "{self._open}"')
        self._sweep()
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        assert isinstance(page, PDFPage)
        settle_page(page, self._doc, self._content.end_page())
        self._last, self._end_of_last, self._end_of_checked = "", 0, 0

    def save(self) -> None:
        """Write the file; raises TaggingError where nothing was drawn for an element, or a link leads nowhere."""
        if self._code:
            self.showPage()
        self._content.check()
        names = [f"Page{number}" for number in range(1, self._doc.pageCounter)]
        pages = [reference(self._doc, name) for name in names]
        for place, thing in self._places:
            thing.content = self._annotation(place)
        objects = Reserved(self._doc)
        structure = add_structure(self._doc, self._structure, self._content, pages, objects)
        settle_document(self._doc, self._about, self._profile, structure)
        content = file_of(self._doc, self, objects.written)
        if isinstance(self._filename, str):
            Path(self._filename).write_bytes(content)
        else:
            self._filename.write(content)

    def _describe(self) -> None:
        about = self._about
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setKeywords(", ".join(about.keywords))
        self.setCreator(about.creator)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setDateFormatter(lambda *_: f"D:{about.moment:%Y%m%d%H%M%S}+00'00'")

    def _begin(self, what: str, kind: Artifact | None = None) -> None:
        """Open marked content; what follows its like without anything between goes on with it."""
        if self._open:
            raise TaggingError(f'"{what}" begins within "{self._open}"')
        self._sweep()
        if what == self._last and self._end_of_last == len(self._code):
            self._code.pop()
        else:
            self._code.append(kind or self.opening(what))
        self._open = what

    def _end(self) -> None:
        self._code.append(END)
        self._open, self._last = "", self._open
        self._end_of_last = self._end_of_checked = len(self._code)

    def _sweep(self) -> None:
        """Make an artifact of what has been painted outside of the structure since the last time."""
        start = self._end_of_checked
        if self._open or start == len(self._code):
            return
        if any(code.split()[-1:] and code.split()[-1] in PAINTING for code in self._code[start:]):
            self._code.insert(start, Artifact.LAYOUT)
            self._code.append(END)
        self._end_of_checked = len(self._code)

    def _refuse_outside(self, what: str) -> None:
        if not self._open:
            raise TaggingError(f"{what} is drawn outside of the structure")

    def _annotation(self, place: Place) -> bytes:
        element = self._content.element(place.key)
        assert element.alt
        assert element.target
        entries = {"Type": b"/Annot", "Subtype": b"/Link", "Rect": numbers(place.box), "Contents": text(element.alt)}
        entries |= {"Border": b"[0 0 0]", "F": PRINTED, "StructParent": b"%d" % place.parent}
        if element.target.startswith("#"):
            entries["Dest"] = self._destination(element.target[1:], place.key)
        else:
            uri = quote(element.target, safe=RESERVED).encode()
            entries["A"] = dictionary({"S": b"/URI", "URI": literal(uri)})
        return dictionary(entries)

    def _destination(self, name: str, key: str) -> bytes:
        destination = self._bookmarkReference(name)  # type: ignore[attr-defined]  # not in the stub
        if destination.page is None:
            raise TaggingError(f'Link "{key}" leads to "{name}", and no bookmark is called so')
        return bytes(destination.format(self._doc))


def _in_rgb(color: object) -> object:
    """A colour as it is; raises TaggingError for one that the profile says nothing of."""
    if type(color) is tuple and len(color) == RGB:
        return color
    if isinstance(color, CMYKColor) or (
        isinstance(color, Sequence) and len(color) == CMYK and not isinstance(color, str)
    ):
        raise TaggingError(f"the colour {color} is one of four inks: the file is in RGB")
    return color
