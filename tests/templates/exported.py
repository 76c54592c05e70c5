"""Templates of other programs, and of other languages."""

from dataclasses import replace

from report.ooxml.package import CONTENT_TYPES, parts_of, zipped
from tests.templates import layouts, pictures
from tests.templates.brand import TEMPLATE, Layout, Master, Place, Template, Theme, Type
from tests.templates.layouts import Grid
from tests.templates.package import changed, swap, written
from tests.templates.shapes import LEVELS, fill, ground, picture, placeholder, rectangle, rule

HEADINGS, TEXTS = "+mj-lt", "+mn-lt"


def two_masters() -> bytes:
    """A .potx of 16:10 whose layouts have numbers and Japanese for names, and say no type.

    A second master has the covers.
    """
    grid = Grid(
        title=Place(36, 22, 560, 56),
        content=Place(36, 100, 648, 290),
        date=None,
        footer=Place(36, 414, 400, 20),
        number=Place(604, 414, 80, 20),
    )
    theme = Theme(
        "Hoshino 星野",
        "262626 FFFFFF 7A0019 F5F2EE B3002D 5A6B7B D98E04 2F6F4F 6B6E70 3A5FA0 B3002D 6B6E70",
        "Calibri",
        "Calibri",
    )
    small = Type(9, TEXTS, "accent5")
    title_type = Type(24, HEADINGS, "tx2", is_bold=True)
    thirds = grid.columns(20, share=2 / 3)
    two_to_one = (
        placeholder("コンテンツ 2", thirds[0], idx=1, text=LEVELS),
        placeholder("テキスト 3", thirds[1], kind="body", size="quarter", idx=15, text=LEVELS[:2]),
    )
    contents = Master(
        theme,
        title=title_type,
        body=Type(16, TEXTS),
        shapes=layouts.master_shapes(
            grid,
            picture("ロゴ", Place(612, 26, 72, 24), "logo.png"),
            rule("Linie", Place(36, 84, 648, 0), "accent1", width=2),
            small=small,
            footer="Hoshino Deutschland",
        ),
        layouts=(
            Layout("2:1", (layouts.title(), *two_to_one, *layouts.footers(grid))),
            layouts.content("汎用2", grid, kind=None),
            layouts.two_columns("1:1", grid, gap=20, kind=None),
            layouts.title_only("タイトルのみ", grid, kind=None),
            layouts.content("Aufzählung, breit", grid, kind=None),
            layouts.blank("0", grid, kind=None),
        ),
    )
    white = Type(36, HEADINGS, "bg1", is_bold=True)
    cover_places = Place(60, 130, 600, 110), Place(60, 252, 600, 60)
    covers = Master(
        replace(theme, name="Hoshino Deckblätter"),
        title=white,
        body=Type(16, TEXTS, "bg1"),
        shapes=(
            rectangle("Rand", Place(0, 430, 720, 20), fill("tx2")),
            placeholder("Titelplatzhalter 1", cover_places[0], kind="title", text=layouts.TITLE_PROMPT, anchor="b"),
            placeholder("Textplatzhalter 2", cover_places[1], kind="body", idx=1, text=LEVELS, anchor="t"),
        ),
        layouts=(
            layouts.cover("表紙", *cover_places, title_type=white, subtitle_type=Type(16, TEXTS, "bg1"), kind=None),
            layouts.section("3", cover_places[0], title_type=white, kind=None),
        ),
        background=ground(fill("accent1")),
    )
    media = {"logo.png": pictures.logo("hoshino", "#262626", "#B3002D")}
    return written(Template("Hoshino Deutschland", 720, 450, (contents, covers), media=media, kind=TEMPLATE))


def google() -> bytes:
    """What Google Slides exports: 10 x 5.63 in, names in capitals, no properties.

    Titles stand behind their texts, and some layouts have none.
    """
    title_place, body_place = Place(24.5, 35, 671, 45), Place(24.5, 91, 671, 269)
    grid = Grid(title_place, body_place, None, None, Place(667, 367, 43, 31))
    theme = Theme(
        "Simple Light",
        "202124 FFFFFF 595959 EEEEEE 1A73E8 34A853 FBBC04 EA4335 9AA0A6 46BDC6 1A73E8 9AA0A6",
        "Arial",
        "Arial",
    )
    number = placeholder("Google Shape;8;p1", kind="sldNum", idx=12)
    left, right = grid.columns(24)

    def title(name: str = "Google Shape;11;p2", place: Place | None = None, style: Type | None = None) -> str:
        return placeholder(name, place, kind="title", text=layouts.TITLE_PROMPT, style=style)

    def body(place: Place | None = None, *, idx: int = 1) -> str:
        return placeholder(f"Google Shape;{11 + idx};p2", place, kind="body", idx=idx, text=LEVELS)

    cover = layouts.cover(
        "TITLE",
        Place(24.5, 58.6, 671, 162),
        Place(24.5, 223, 671, 62),
        title_type=Type(52, TEXTS, "tx1", alignment="ctr"),
        subtitle_type=Type(28, TEXTS, "tx2", alignment="ctr"),
    )
    big_number = title(place=Place(24.5, 87, 671, 154), style=Type(120, TEXTS, alignment="ctr"))
    master = Master(
        theme,
        title=Type(28, "Arial"),
        body=Type(18, "Arial", "tx2"),
        shapes=(
            placeholder("Google Shape;6;p1", title_place, kind="title", anchor="t"),
            placeholder("Google Shape;7;p1", body_place, kind="body", idx=1, anchor="t"),
            placeholder("Google Shape;8;p1", grid.number, kind="sldNum", idx=12, style=Type(10, TEXTS, "tx2")),
        ),
        layouts=(
            Layout(cover.name, (*cover.shapes, number), cover.kind),
            Layout("SECTION_HEADER", (title(place=Place(24.5, 169, 671, 66), style=Type(36)), number), "secHead"),
            Layout("TITLE_AND_BODY", (body(), title(), number), "tx"),
            Layout("TITLE_AND_TWO_COLUMNS", (body(left), body(right, idx=2), title(), number), "twoColTx"),
            Layout("TITLE_ONLY", (title(), number), "titleOnly"),
            Layout("MAIN_POINT", (title(place=Place(38.6, 35, 501, 322), style=Type(48)), number)),
            Layout("CAPTION_ONLY", (body(Place(24.5, 333, 472, 48)), number)),
            Layout("BIG_NUMBER", (body(Place(24.5, 248, 671, 102)), big_number, number)),
            Layout("BLANK", (number,), "blank"),
        ),
    )
    package = written(Template("", 720, 405, (master,)))
    return _without_properties(package)


def _without_properties(package: bytes) -> bytes:
    """The same file without the two parts of docProps, which Google leaves out."""
    parts = parts_of(package)
    for part, content, id, kind in (
        ("docProps/app.xml", "vnd.openxmlformats-officedocument.extended-properties", 3, "extended-properties"),
        ("docProps/core.xml", "vnd.openxmlformats-package.core-properties", 2, "core-properties"),
    ):
        del parts[part]
        override = f'<Override PartName="/{part}" ContentType="application/{content}+xml"/>'
        parts[CONTENT_TYPES] = swap(override, "")(parts[CONTENT_TYPES])
        relations = parts["_rels/.rels"].decode()
        start = relations.index(f'<Relationship Id="rId{id}"')
        end = relations.index("/>", start) + 2
        assert kind in relations[start:end]
        parts["_rels/.rels"] = (relations[:start] + relations[end:]).encode()
    return zipped(parts)


def libreoffice() -> bytes:
    """What LibreOffice saves: placeholders without numbers, and all places on the layouts, none on the master."""
    title_place, content = Place(40, 20, 714, 75), Place(40, 110, 714, 262)
    theme = Theme(
        "Büro",
        "000000 FFFFFF 1C3D5A EDF2F7 2A6099 E8A202 158466 C9211E 55308D 706E0C 2A6099 55308D",
        "Calibri",
        "Calibri",
    )
    grid = Grid(title_place, content, None, None, None)
    left, right = grid.columns(20)
    footers = (
        placeholder("PlaceHolder 5", Place(280, 405, 240, 28), kind="ftr", text="Verein für Verkehr"),
        placeholder("PlaceHolder 6", Place(654, 405, 100, 28), kind="sldNum"),
        placeholder("PlaceHolder 7", Place(40, 405, 180, 28), kind="dt", text="29.11.2026"),
    )

    def title(place: Place = title_place) -> str:
        return placeholder("PlaceHolder 1", place, kind="title", text=layouts.TITLE_PROMPT, anchor="ctr")

    def body(number: int, place: Place, kind: str | None = "body") -> str:
        return placeholder(f"PlaceHolder {number}", place, kind=kind, text=LEVELS)

    upper, lower = replace(right, height=123), replace(right, top=249, height=123)
    master = Master(
        theme,
        title=Type(30, HEADINGS, "tx2"),
        body=Type(20, TEXTS),
        shapes=(
            rectangle("", Place(0, 0, 14, 446.5), fill("accent1")),
            placeholder("PlaceHolder 1", kind="title", text=layouts.TITLE_PROMPT),
            placeholder("PlaceHolder 2", kind="body", text=LEVELS),
            placeholder("PlaceHolder 3", kind="ftr", text="Verein für Verkehr"),
            placeholder("PlaceHolder 4", kind="sldNum"),
            placeholder("PlaceHolder 5", kind="dt", text="29.11.2026"),
        ),
        layouts=(
            Layout("Blank Slide", footers, "blank"),
            Layout("Title Slide", (title(), body(2, content, "subTitle"), *footers), "tx"),
            Layout("Title, Content", (title(), body(2, content), *footers), "tx"),
            Layout("Title, 2 Content", (title(), body(2, left), body(3, right), *footers), "twoObj"),
            Layout("Title Only", (title(), *footers), "titleOnly"),
            Layout("Centered Text", (body(1, content, "subTitle"), *footers), "tx"),
            Layout("Title, Content and 2 Content", (title(), body(2, left), body(3, upper), body(4, lower)), "tx"),
        ),
    )
    package = written(Template("Verein für Verkehr", 793.76, 446.5, (master,)))
    kind, misspelt = "package/2006/relationships/metadata/core", "officedocument/2006/relationships/metadata/core"
    return changed(package, {"_rels/.rels": swap(kind, misspelt)})
