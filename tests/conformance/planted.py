"""Faults of PDFs, each planted in a file that has none: so every check is shown to find what it is there for.

A fault is a change of the open file. It asks for what it changes by tag, so that it can be planted in any tagged PDF
that has a heading, a list, a table, a figure, a link and bookmarks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

PLANTED = "planted"
"""How the names of files with a planted fault begin."""

Edit = Callable[[Pdf], None]
Instructions = list[Any]


@dataclass(frozen=True)
class Plant:
    """A fault, in the words of docs/pdf-conformance.md. rule: the id that our own check finds it by, "" for none."""

    what: str
    edit: Edit
    rule: str
    encryption: pikepdf.Encryption | bool = False

    def planted(self, source: Path, target: Path) -> Path:
        """The source with the fault in it, written to a file of its own."""
        with pikepdf.open(source) as pdf:
            self.edit(pdf)
            pdf.save(target, static_id=not self.encryption, encryption=self.encryption)
        return target


# What a fault is planted in


def _elements(pdf: Pdf, *kinds: str) -> list[Any]:
    """The elements of these types, in reading order."""
    return [each for each in _below(pdf.Root.StructTreeRoot) if str(each.get("/S"))[1:] in kinds]


def _below(parent: Any) -> Iterator[Any]:
    for kid in _kids(parent):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _kids(parent: Any) -> list[Any]:
    kids = parent.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _set_kids(parent: Any, kids: list[Any]) -> None:
    parent.K = Array(kids)


def _take_out(element: Any) -> None:
    """Take an element out of its parent's kids."""
    _set_kids(element.P, [kid for kid in _kids(element.P) if getattr(kid, "objgen", None) != element.objgen])


def _mcids(element: Any) -> list[int]:
    """The numbers of the content right in an element."""
    found = [kid.get("/MCID") if isinstance(kid, Dictionary) else kid for kid in _kids(element)]
    return [int(mcid) for mcid in found if isinstance(mcid, int)]


def _paragraph(pdf: Pdf) -> Any:
    """A paragraph of words alone that is a kid of the document or a section: the last one."""
    return [each for each in _elements(pdf, "P") if _mcids(each) and _is_in_flow(each)][-1]


def _is_in_flow(element: Any) -> bool:
    return str(element.P.get("/S")) in ("/Document", "/Sect", "/Part", "/Div", "/Art")


def _page_of(element: Any) -> Any:
    """The page that an element stands on, which it, its content or what is below it names."""
    for each in (element, *(kid for kid in _kids(element) if isinstance(kid, Dictionary))):
        if "/Pg" in each:
            return each.Pg
    return next(_page_of(each) for each in _below(element))


def _edit_content(pdf: Pdf, page: Any, edit: Callable[[Instructions], Instructions]) -> None:
    instructions = list(pikepdf.parse_content_stream(page))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(edit(instructions)))


def _stretch(instructions: Instructions, mcid: int) -> tuple[int, int]:
    """The places of the BDC of a content, and of its EMC."""
    depth, start = 0, -1
    for place, (operands, operator) in enumerate(instructions):
        name = str(operator)
        if name == "BDC" and start < 0 and isinstance(operands[1], Dictionary) and operands[1].get("/MCID") == mcid:
            start = place
        elif start >= 0 and name in ("BDC", "BMC"):
            depth += 1
        elif start >= 0 and name == "EMC":
            if depth == 0:
                return start, place
            depth -= 1
    raise LookupError(f"no content {mcid}")


def _edit_stretch(pdf: Pdf, element: Any, edit: Callable[[Instructions], Instructions]) -> None:
    """Change the first content of an element, its BDC and EMC included."""
    mcid = _mcids(element)[0]

    def edited(instructions: Instructions) -> Instructions:
        start, end = _stretch(instructions, mcid)
        return [*instructions[:start], *edit(instructions[start : end + 1]), *instructions[end + 1 :]]

    _edit_content(pdf, _page_of(element), edited)


def _links(pdf: Pdf) -> list[Any]:
    annotations = [each for page in pdf.pages for each in page.get("/Annots", ())]
    return [each for each in annotations if each.Subtype == Name.Link]


def _fonts(pdf: Pdf) -> list[Any]:
    return [font for page in pdf.pages for font in page.Resources.Font.values()]


def _descriptor(font: Any) -> Any:
    return font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor


# The faults


def _unmark(pdf: Pdf) -> None:
    paragraph = _paragraph(pdf)
    _edit_stretch(pdf, paragraph, lambda stretch: stretch[1:-1])
    _take_out(paragraph)


def _to_artifact(pdf: Pdf) -> None:
    paragraph = _paragraph(pdf)
    _edit_stretch(pdf, paragraph, lambda stretch: [([Name.Artifact], Operator("BMC")), *stretch[1:]])
    _take_out(paragraph)


def _lose(pdf: Pdf) -> None:
    _take_out(_paragraph(pdf))


def _name_twice(pdf: Pdf) -> None:
    paragraph = _paragraph(pdf)
    _set_kids(paragraph, [*_kids(paragraph), _kids(paragraph)[0]])


def _show_twice(pdf: Pdf) -> None:
    _edit_stretch(pdf, _paragraph(pdf), lambda stretch: [stretch[0], *stretch[1:-1], *stretch[1:-1], stretch[-1]])


def _swap(pdf: Pdf) -> None:
    """Let the last paragraph be read first in what it stands in."""
    paragraph = _paragraph(pdf)
    parent = paragraph.P
    _take_out(paragraph)
    _set_kids(parent, [paragraph, *_kids(parent)])


def _pale(pdf: Pdf) -> None:
    def edit(stretch: Instructions) -> Instructions:
        shows = next(n for n, (_, operator) in enumerate(stretch) if str(operator) in ("Tj", "TJ"))
        return [*stretch[:shows], ([0.8], Operator("g")), *stretch[shows:]]

    _edit_stretch(pdf, _paragraph(pdf), edit)


def _code_without_glyph(pdf: Pdf) -> None:
    def edit(stretch: Instructions) -> Instructions:
        shows = next(n for n, (_, operator) in enumerate(stretch) if str(operator) in ("Tj", "TJ"))
        return [*stretch[:shows], ([String(b"\0\0")], Operator("Tj")), *stretch[shows:]]

    _edit_stretch(pdf, _paragraph(pdf), edit)


def _without(key: str, of: Callable[[Pdf], Any]) -> Edit:
    def edit(pdf: Pdf) -> None:
        del of(pdf)[key]

    return edit


def _with(key: str, value: Any, of: Callable[[Pdf], Any]) -> Edit:
    def edit(pdf: Pdf) -> None:
        of(pdf)[key] = value

    return edit


def _first(*kinds: str) -> Callable[[Pdf], Any]:
    return lambda pdf: _elements(pdf, *kinds)[0]


def _retype(old: str, new: str, count: int = 1_000) -> Edit:
    def edit(pdf: Pdf) -> None:
        for element in _elements(pdf, old)[:count]:
            element.S = Name(f"/{new}")

    return edit


def _skip(pdf: Pdf) -> None:
    """Let the first heading below the highest be two levels lower than what stands before it."""
    _elements(pdf, "H2")[0].S = Name.H3


def _empty_heading(pdf: Pdf) -> None:
    last = _elements(pdf, "H2")[-1]
    empty = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H2, P=last.P, K=Array([])))
    _set_kids(last.P, [*_kids(last.P), empty])


def _draw_twice(pdf: Pdf) -> None:
    def edit(stretch: Instructions) -> Instructions:
        return [*stretch, ([Name.Artifact], Operator("BMC")), *stretch[1:]]

    _edit_stretch(pdf, _elements(pdf, "Figure")[0], edit)


def paint_figure(content: str) -> Edit:
    """The edit that has the first figure painted by these operators."""

    def edit(pdf: Pdf) -> None:
        operators = pikepdf.parse_content_stream(pdf.make_stream(content.encode()))
        painted = [(list(each.operands), each.operator) for each in operators]
        _edit_stretch(pdf, _elements(pdf, "Figure")[0], lambda stretch: [stretch[0], *painted, stretch[-1]])

    return edit


def _tag_figure_twice(pdf: Pdf) -> None:
    figure = _elements(pdf, "Figure")[0]
    again = pdf.make_indirect(Dictionary(dict(figure.items())))
    _set_kids(figure.P, [*_kids(figure.P), again])


def _empty_figure(pdf: Pdf) -> None:
    figure = _elements(pdf, "Figure")[0]
    _edit_stretch(pdf, figure, lambda stretch: [([Name.Artifact], Operator("BMC")), *stretch[1:]])
    _set_kids(figure, [])


def _scopeless(pdf: Pdf) -> None:
    for cell in _elements(pdf, "TH", "TD"):
        if "/A" in cell:
            del cell["/A"]


def _heads_twice(pdf: Pdf) -> None:
    """Tag a row of heads without notes once more, with words of its own: as where a page repeats it."""
    firsts = [next(each for each in _below(table) if each.S == Name.TR) for table in _elements(pdf, "Table")]
    row = next(row for row in firsts if not any(str(each.S) == "/Link" for each in _below(row)))
    page = _page_of(row)
    cells, again = [each for each in _below(row) if each.S in (Name.TH, Name.TD)], list[Any]()
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.StructParents)]

    def edit(instructions: Instructions) -> Instructions:
        for cell in cells:
            first = next(each for each in (cell, *_below(cell)) if _mcids(each))
            start, end = _stretch(instructions, _mcids(first)[0])
            (tag, _), operator = instructions[start]
            number = len(parents)
            own = Dictionary(dict(cell.items()))
            own.K, own.Pg = Array([number]), page
            if "/ID" in own:
                own.ID = String(f"again{number}")
            again.append(pdf.make_indirect(own))
            parents.append(again[-1])
            down = ([1, 0, 0, 1, 0, -300], Operator("cm"))
            moved = [([], Operator("q")), down, *instructions[start + 1 : end], ([], Operator("Q"))]
            instructions += [([tag, Dictionary(MCID=number)], operator), *moved, ([], Operator("EMC"))]
        return instructions

    _edit_content(pdf, page, edit)
    new = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=row.P, K=Array(again)))
    for cell in again:
        cell.P = new
    _set_kids(row.P, [*_kids(row.P), new])


def _lose_cell(pdf: Pdf) -> None:
    cell = _elements(pdf, "TD")[-1]
    for each in (cell, *_below(cell)):
        if _mcids(each):
            _edit_stretch(pdf, each, lambda stretch: [([Name.Artifact], Operator("BMC")), *stretch[1:]])
    _take_out(cell)


def _xmp_title(title: str | None) -> Edit:
    def edit(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if title is None:
                del metadata["dc:title"]
            else:
                metadata["dc:title"] = title

    return edit


def _both_titles(title: str) -> Edit:
    def edit(pdf: Pdf) -> None:
        _xmp_title(title)(pdf)
        pdf.docinfo["/Title"] = String(title)

    return edit


def _untag_link(pdf: Pdf) -> None:
    for element in _elements(pdf, "Link"):
        _set_kids(element, [kid for kid in _kids(element) if not (isinstance(kid, Dictionary) and "/Obj" in kid)])


def _link_to_nowhere(pdf: Pdf) -> None:
    link = _links(pdf)[0]
    for key in ("/A", "/Dest"):
        if key in link:
            del link[key]
    link.Dest = String("nowhere")


def _no_unicode(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def _private(pdf: Pdf) -> None:
    cmap = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"1 beginbfrange <0000> <00FF> <E000> endbfrange endcmap"
    )
    for font in _fonts(pdf):
        font.ToUnicode = pdf.make_stream(cmap)


def _unembed(pdf: Pdf) -> None:
    for descriptor in map(_descriptor, _fonts(pdf)):
        if "/FontFile2" in descriptor:
            del descriptor["/FontFile2"]


def _of_a_printer(pdf: Pdf) -> None:
    black = ([0, 0, 0, 1], Operator("k"))
    _edit_stretch(pdf, _paragraph(pdf), lambda stretch: [stretch[0], black, *stretch[1:]])


def _leave(_: Pdf) -> None:
    """Change nothing: the fault lies in how the file is written."""


LOCKED = pikepdf.Encryption(
    owner="owner", user="", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=False)
)


def _draw_two(pdf: Pdf) -> None:
    """A second figure, drawn elsewhere, with the words of the first."""
    figure = _elements(pdf, "Figure")[0]
    page = _page_of(figure)
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.StructParents)]
    again = pdf.make_indirect(Dictionary(dict(figure.items())))
    again.K, again.Pg = Array([len(parents)]), page

    def edit(instructions: Instructions) -> Instructions:
        start, end = _stretch(instructions, _mcids(figure)[0])
        (tag, _), operator = instructions[start]
        down = ([1, 0, 0, 1, 0, -300], Operator("cm"))
        moved = [([], Operator("q")), down, *instructions[start + 1 : end], ([], Operator("Q"))]
        return [*instructions, ([tag, Dictionary(MCID=len(parents))], operator), *moved, ([], Operator("EMC"))]

    _edit_content(pdf, page, edit)
    parents.append(again)
    _set_kids(figure.P, [*_kids(figure.P), again])


def _lead_nowhere(pdf: Pdf) -> None:
    bookmark = pdf.Root.Outlines.First
    for key in ("/A", "/Dest"):
        if key in bookmark:
            del bookmark[key]


def _no_headings(pdf: Pdf) -> None:
    for element in _elements(pdf, "H1", "H2", "H3"):
        element.S = Name.P
    del pdf.Root.Outlines


def _parents(pdf: Pdf, edit: Callable[[Any], None]) -> None:
    """Change what leads back from the content of the page that the last paragraph stands on."""
    page = _page_of(_paragraph(pdf))
    edit(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.StructParents)])


def _swap_parents(parents: Any) -> None:
    parents[0], parents[1] = parents[1], parents[0]


def _lose_parents(parents: Any) -> None:
    del parents[len(parents) - 1]


def _lead_link_back_to_another(pdf: Pdf) -> None:
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    tree[int(_links(pdf)[0].StructParent)] = _paragraph(pdf)


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


PLANTS = (
    Plant("no tags", _without("/StructTreeRoot", lambda pdf: pdf.Root), "pdf-untagged"),
    Plant("tags that are not said to count", _without("/MarkInfo", lambda pdf: pdf.Root), "pdf-untagged"),
    Plant("a paragraph outside of all tags", _unmark, "pdf-outside-tags"),
    Plant("a paragraph made an artifact", _to_artifact, "pdf-in-artifact"),
    Plant("a marked paragraph that no tag names", _lose, "pdf-not-in-tree"),
    Plant("a text twice in the tree", _name_twice, "pdf-read-twice"),
    Plant("a text shown twice at one place", _show_twice, "pdf-shown-twice"),
    Plant("a paragraph read before what stands above it", _swap, "pdf-order"),
    Plant("pale letters", _pale, "pdf-contrast"),
    Plant("a sign that its font has not", _code_without_glyph, "pdf-glyph"),
    Plant("no map from codes to letters (ToUnicode)", _no_unicode, "pdf-letters"),
    Plant("letters mapped to private codes", _private, "pdf-letters"),
    Plant("a font that is not embedded", _unembed, "pdf-font"),
    Plant("a level of headings left out", _skip, "pdf-heading-skip"),
    Plant("a heading without words", _empty_heading, "pdf-heading-empty"),
    Plant("a bookmark of other words", _with("/Title", String("Other"), lambda pdf: pdf.Root.Outlines.First),
          "pdf-bookmarks"),
    Plant("a bookmark that leads to no page", _lead_nowhere, "pdf-bookmark-target"),
    Plant("headings tagged as paragraphs", _no_headings, "pdf-no-headings"),
    Plant("a figure without alternative text", _without("/Alt", _first("Figure")), "pdf-alternative"),
    Plant("an empty alternative text", _with("/Alt", String(" "), _first("Figure")), "pdf-alternative"),
    Plant('the alternative text "Figure 1"', _with("/Alt", String("Figure 1"), _first("Figure")),
          "pdf-alternative-empty-words"),
    Plant("a file name as alternative text", _with("/Alt", String("goals.png"), _first("Figure")),
          "pdf-alternative-empty-words"),
    Plant("a figure drawn twice", _draw_twice, "pdf-drawn-twice"),
    Plant("a figure tagged twice", _tag_figure_twice, "pdf-read-twice"),
    Plant("two figures of one alternative text", _draw_two, "pdf-alternative-twice"),
    Plant("a figure tag with nothing in it", _empty_figure, "pdf-figure-empty"),
    Plant("all heads of a table as plain cells (TD)", _retype("TH", "TD"), "pdf-table-heads"),
    Plant("one head of a table as a plain cell", _retype("TH", "TD", 1), "pdf-table-heads"),
    Plant("heads that do not say of what (Scope)", _scopeless, "pdf-table-scope"),
    Plant("a row of heads tagged twice", _heads_twice, "pdf-table-heads-twice"),
    Plant("a row with a cell too few", _lose_cell, "pdf-table-cells"),
    Plant("no language", _without("/Lang", lambda pdf: pdf.Root), "pdf-language"),
    Plant('the language "english"', _with("/Lang", String("english"), lambda pdf: pdf.Root), "pdf-language"),
    Plant("no title", _xmp_title(None), "pdf-title"),
    Plant('the title "untitled"', _both_titles("untitled"), "pdf-title"),
    Plant("the title of a program's file", _both_titles("report.docx"), "pdf-title"),
    Plant("two titles that differ", _xmp_title("Another title"), "pdf-titles-differ"),
    Plant("a title that is not shown", _without("/ViewerPreferences", lambda pdf: pdf.Root), "pdf-title-hidden"),
    Plant("a link that does not say where it leads", _without("/Contents", lambda pdf: _links(pdf)[-1]),
          "pdf-link-text"),
    Plant('a link that says "here"', _with("/Contents", String("here"), lambda pdf: _links(pdf)[-1]), "pdf-link-text"),
    Plant("links outside of the tree", _untag_link, "pdf-link-tag"),
    Plant("a link to no page", _link_to_nowhere, "pdf-link-target"),
    Plant("two pieces of content that lead back to each other's tag", lambda pdf: _parents(pdf, _swap_parents),
          "pdf-parents"),
    Plant("content that leads back to no tag", lambda pdf: _parents(pdf, _lose_parents), "pdf-parents"),
    Plant("a link that leads back to a paragraph", _lead_link_back_to_another, "pdf-parents"),
    Plant("protection against screen readers", _leave, "pdf-protected", LOCKED),
    Plant("a script that runs at opening", _script, ""),
    Plant("a colour of a printer (CMYK)", _of_a_printer, ""),
)  # fmt: skip
