"""Templates with holes, with the sediment of years, and with faults of their own."""

from report.ooxml.elements import NAMESPACES
from tests.templates import layouts, pictures
from tests.templates.brand import Layout, Master, Place, Slide, Template, Theme, Type
from tests.templates.embedded_font import embedded_font
from tests.templates.layouts import Grid
from tests.templates.package import added, changed, swap, written
from tests.templates.shapes import LEVELS, fill, gradient, ground, label, picture, picture_fill, placeholder, rectangle

HEADINGS, TEXTS = "+mj-lt", "+mn-lt"
PRESENTATION = "ppt/presentation.xml"

CUSTOM_PROPERTIES = {
    "MSIP_Label_2f46b1b6-1f2a-4a52-9a4e-7f4e5c9f4b10_Enabled": "true",
    "MSIP_Label_2f46b1b6-1f2a-4a52-9a4e-7f4e5c9f4b10_SetDate": "2025-10-06T09:14:27Z",
    "MSIP_Label_2f46b1b6-1f2a-4a52-9a4e-7f4e5c9f4b10_Method": "Privileged",
    "MSIP_Label_2f46b1b6-1f2a-4a52-9a4e-7f4e5c9f4b10_Name": "Intern",
    "MSIP_Label_2f46b1b6-1f2a-4a52-9a4e-7f4e5c9f4b10_ContentBits": "0",
    "ContentTypeId": "0x010100A7C1D3E5F60718293A4B5C6D7E8F9012",
    "MediaServiceImageTags": "",
    "_dlc_DocIdItemGuid": "6c1f3b70-58d2-4a0c-9a53-2f0e8d7b4a11",
}
"""A sensitivity label, and what SharePoint leaves in a file."""


def titles_missing() -> bytes:
    """16:9 of an agency that trusts its pictures: one layout of six has a title, and none a footer, date or number."""
    grid = Grid(
        title=Place(300, 48, 600, 80),
        content=Place(300, 150, 600, 330),
        date=Place(300, 504, 120, 20),
        footer=Place(430, 504, 340, 20),
        number=Place(780, 504, 120, 20),
    )
    theme = Theme(
        "Studio Quer",
        "111111 FFFFFF 2D1E2F F7F3F0 E4572E 17BEBB FFC914 2E282A 76B041 8E7DBE E4572E 8E7DBE",
        "Calibri",
        "Calibri",
    )
    statics = (
        rectangle("Seitenfläche", Place(0, 0, 252, 540), fill("tx2")),
        picture("Logo", Place(36, 466, 144, 48), "logo.png"),
    )
    left, right = grid.columns(24)
    large = Type(40, HEADINGS, "accent1", is_bold=True)
    caption = Type(14, TEXTS, "accent4")

    def text(place: Place, style: Type, *, idx: int) -> str:
        return placeholder(f"Text {idx}", place, kind="body", size="quarter", idx=idx, text="Text", style=style)

    photograph = placeholder("Bild 13", Place(252, 0, 708, 540), kind="pic", idx=13, text="Bild")
    pair = tuple(
        placeholder(f"Bild {idx}", Place(place.left, 72, place.width, 330), kind="pic", idx=idx, text="Bild")
        for idx, place in ((13, left), (14, right))
    )
    captions = tuple(
        text(Place(place.left, 414, place.width, 60), caption, idx=i) for i, place in ((15, left), (16, right))
    )
    master = Master(
        theme,
        title=Type(30, HEADINGS, "tx2", is_bold=True),
        body=Type(18, TEXTS),
        shapes=layouts.master_shapes(grid, *statics, small=Type(9, TEXTS, "accent4"), footer="Studio Quer"),
        layouts=(
            Layout("full", (photograph,)),
            Layout("full+signpost", (photograph, text(Place(36, 48, 190, 200), Type(20, TEXTS, "bg1"), idx=15))),
            Layout("pair", (*pair, *captions)),
            Layout("quote", (text(Place(300, 150, 560, 240), large, idx=15),)),
            Layout("words", (placeholder("Text 1", Place(300, 72, 600, 400), kind="body", idx=1, text=LEVELS),)),
            Layout("headline+content", (layouts.title(), placeholder("Inhalt 2", idx=1, text=LEVELS))),
        ),
    )
    media = {"logo.png": pictures.logo("quer", "#FFFFFF", "#E4572E", is_flush_left=True)}
    return written(Template("Studio Quer", 960, 540, (master,), media=media))


def sediment() -> bytes:
    """16:9 with 54 pt titles over 11 pt texts, pictures and gradients as grounds, and all that years leave in a file.

    Sections and a custom show over the sample slides, a sensitivity label, SharePoint's fields, an embedded font.
    """
    grid = Grid(
        title=Place(54, 36, 852, 84),
        content=Place(54, 140, 852, 330),
        date=Place(54, 500, 120, 20),
        footer=Place(240, 500, 480, 20),
        number=Place(786, 500, 120, 20),
    )
    theme = Theme(
        "Alpenrand Tourismus",
        "20302B FFFFFF 1F4E5F E7EFEA 1F6F78 C8553D 588B8B F28F3B 8A817C 5B5F97 1F6F78 8A817C",
        "Calibri",
        "Calibri",
    )
    white = Type(60, HEADINGS, "bg1", is_bold=True)
    cover = layouts.cover(
        "Titelbild",
        Place(54, 90, 760, 150),
        Place(54, 252, 760, 50),
        title_type=white,
        subtitle_type=Type(20, TEXTS, "bg1"),
        background=ground(picture_fill("hills.png")),
    )
    master = Master(
        theme,
        title=Type(54, HEADINGS, "tx2", is_bold=True),
        body=Type(11, TEXTS),
        shapes=layouts.master_shapes(grid, small=Type(9, TEXTS, "tx2"), footer="Alpenrand Tourismus"),
        layouts=(
            cover,
            layouts.content("Titel und Text", grid),
            layouts.two_columns("Zwei Spalten", grid),
            layouts.title_only("Titel", grid),
            layouts.picture_and_text("Bild mit Text", grid),
        ),
        background=ground(gradient("bg1", "bg2")),
    )
    sample = placeholder("Titel 1", kind="title", text="Beispiel")
    slides = (
        Slide("Titelbild", (placeholder("Titel 1", kind="ctrTitle", text="Über den Wolken"),)),
        Slide("Titel und Text", (sample, placeholder("Text 2", idx=1, text=("Eine Zeile", "und noch eine")))),
        Slide("Titel", (sample,)),
    )
    media = {"hills.png": pictures.hills("#5B8FA8", "#12343B")}
    package = written(Template("Alpenrand Tourismus", 960, 540, (master,), slides, media))
    package = added(package, "", "custom-properties", "docProps/custom.xml", _custom_properties())
    package = added(package, PRESENTATION, "font", "ppt/fonts/font1.fntdata", embedded_font())
    return changed(package, {PRESENTATION: _with_sediment})


def _custom_properties() -> bytes:
    fmtid = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    each = "".join(
        f'<property fmtid="{fmtid}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(CUSTOM_PROPERTIES.items(), start=2)
    )
    return f'<Properties xmlns="{NAMESPACES["custom"]}" xmlns:vt="{NAMESPACES["vt"]}">{each}</Properties>'.encode()


def _with_sediment(presentation: bytes) -> bytes:
    """The presentation with an embedded font, a custom show of two slides and two sections over the three."""
    font = '<p:embeddedFont><p:font typeface="Carlito"/><p:bold r:id="rIdFont"/></p:embeddedFont>'
    fonts = f"<p:embeddedFontLst>{font}</p:embeddedFontLst>"
    # The sample slides are related after the one master.
    show = (
        '<p:custShowLst><p:custShow name="Kurzfassung" id="0"><p:sldLst><p:sld r:id="rId2"/><p:sld r:id="rId4"/>'
        "</p:sldLst></p:custShow></p:custShowLst>"
    )
    sections = "".join(
        f'<p14:section name="{name}" id="{{{id}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
        + "</p14:sldIdLst></p14:section>"
        for name, id, slides in (
            ("Einstieg", "0A3D5C1E-7B42-4F6A-9C11-2D8E5F7A9B01", (256,)),
            ("Beispiele", "1B4E6D2F-8C53-4A7B-8D22-3E9F6A8B0C12", (257, 258)),
        )
    )
    extension = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{NAMESPACES["p14"]}">'
        f"{sections}</p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    listed = swap("<p:defaultTextStyle>", f"{fonts}{show}<p:defaultTextStyle>")(presentation)
    return swap("</p:presentation>", extension)(listed)


def own_faults() -> bytes:
    """16:9 as a careless converter leaves it: the schema is broken in four places, and in a deck on it in no more.

    The type of a layout is wrong too: "tx" without a title.
    """
    grid = Grid(
        title=Place(50, 30, 860, 60),
        content=Place(50, 110, 860, 370),
        date=None,
        footer=Place(50, 504, 400, 20),
        number=Place(790, 504, 120, 20),
    )
    theme = Theme(
        "Kammer",
        "333333 FFFFFF 003B5C EFEFEF 005EB8 CCCCCC 6CACE4 F2A900 007A53 A6192E 005EB8 6CACE4",
        "Calibri",
        "Calibri",
    )
    chamber = Type(11, TEXTS, "accent1", is_bold=True, alignment="r")
    statics = (
        rectangle("Balken", Place(0, 528, 960, 12), fill("accent1")),
        label("Absender", Place(610, 12, 300, 16), "Handwerkskammer Mittelrhein", chamber),
    )
    untitled = placeholder("Text 2", idx=1, text=LEVELS)
    master = Master(
        theme,
        title=Type(26, HEADINGS, "tx2", is_bold=True),
        body=Type(18, TEXTS),
        shapes=layouts.master_shapes(grid, *statics, small=Type(10, TEXTS, "tx1")),
        layouts=(
            layouts.cover(
                "Titel",
                Place(50, 160, 700, 120),
                Place(50, 292, 700, 60),
                title_type=Type(40, HEADINGS, "tx2"),
                subtitle_type=Type(18, TEXTS),
            ),
            layouts.content("Inhalt", grid),
            layouts.title_only("Nur Titel", grid),
            Layout("Text ohne Titel", (untitled, *layouts.footers(grid)), "tx"),
        ),
    )
    package = written(Template("Handwerkskammer Mittelrhein", 960, 540, (master,)))
    white = fill("tx1")
    return changed(
        package,
        {
            # An element behind the one that must follow it, a size and two attributes that the schema does not know.
            "ppt/slideMasters/slideMaster1.xml": swap(f"{white}<a:latin", f"<a:effectLst/>{white}<a:latin"),
            "ppt/slideLayouts/slideLayout2.xml": swap('<a:rPr lang="de-DE"/>', '<a:rPr lang="de-DE" sz="40"/>'),
            "ppt/slideLayouts/slideLayout3.xml": swap("<p:cSld name", '<p:cSld farbe="blau" name'),
            "ppt/slideLayouts/slideLayout4.xml": swap("<p:cSld name", '<p:cSld farbe="grau" name'),
        },
    )


def only_blank() -> bytes:
    """16:9 with nothing but a blank layout, as a designer leaves it who draws every slide by hand."""
    grid = Grid(Place(48, 30, 864, 60), Place(48, 110, 864, 380), None, None, Place(812, 504, 100, 20))
    theme = Theme(
        "Atelier",
        "000000 FFFFFF 333333 F2F2F2 D7263D F46036 2E294E 1B998B C5D86D 8D99AE D7263D 8D99AE",
        "Calibri",
        "Calibri",
    )
    master = Master(
        theme,
        title=Type(28, HEADINGS),
        body=Type(18, TEXTS),
        shapes=(picture("Logo", Place(48, 480, 120, 40), "logo.png"),),
        layouts=(layouts.blank("Leer", grid),),
    )
    media = {"logo.png": pictures.logo("atelier", "#000000", "#D7263D", is_flush_left=True)}
    return written(Template("Atelier", 960, 540, (master,), media=media))
