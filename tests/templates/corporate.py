"""Templates that are well made, each with the habits of its house."""

from tests.templates import layouts, pictures
from tests.templates.brand import INVERTED, STRAIGHT, Layout, Master, Place, Slide, Template, Theme, Type
from tests.templates.layouts import Grid
from tests.templates.package import written
from tests.templates.shapes import LEVELS, fill, ground, label, picture, placeholder, rectangle, rule

HEADINGS, TEXTS = "+mj-lt", "+mn-lt"


def wide() -> bytes:
    """16:9 with the logo at the top right of every slide, green, and with sample slides."""
    grid = Grid(
        title=Place(48, 30, 700, 66),
        content=Place(48, 120, 864, 348),
        date=Place(48, 497, 120, 24),
        footer=Place(240, 497, 480, 24),
        number=Place(792, 497, 120, 24),
    )
    theme = Theme(
        "Nordlicht Energie",
        "1B1B1B FFFFFF 00432A EEF3EC 00843D 7AB800 005B82 F2A900 6E6F72 C8102E 005B82 6E6F72",
        "Calibri",
        "Calibri",
    )
    logo = picture("Logo", Place(777, 34, 135, 45), "logo.png")
    footer = "Nordlicht Energie AG"
    cover = layouts.cover(
        "Titelfolie",
        Place(48, 150, 640, 130),
        Place(48, 296, 640, 60),
        rectangle("Akzent", Place(0, 0, 14, 540), fill("accent1")),
        title_type=Type(44, HEADINGS, "tx2", is_bold=True),
        subtitle_type=Type(20, TEXTS, "accent5"),
    )
    section = layouts.section(
        "Kapitel",
        Place(48, 180, 640, 120),
        rectangle("Fläche", Place(0, 330, 960, 210), fill("accent1")),
        title_type=Type(40, HEADINGS, "tx2", is_bold=True),
    )
    master = Master(
        theme,
        title=Type(28, HEADINGS, "tx2", is_bold=True),
        body=Type(18, TEXTS),
        shapes=layouts.master_shapes(grid, logo, small=Type(10, TEXTS, "accent5"), footer=footer),
        layouts=(
            cover,
            layouts.content("Titel und Inhalt", grid, footer=footer),
            layouts.two_columns("Zwei Inhalte", grid, footer=footer),
            layouts.title_only("Nur Titel", grid, footer=footer),
            layouts.picture_and_text("Bild und Text", grid, footer=footer),
            section,
            layouts.blank("Leer", grid, footer=footer),
        ),
    )
    slides = (
        Slide(
            "Titelfolie",
            (
                placeholder("Titel 1", kind="ctrTitle", text="So sieht eine Titelfolie aus"),
                placeholder("Untertitel 2", kind="subTitle", idx=1, text="Abteilung, 4. Februar 2026"),
            ),
        ),
        Slide(
            "Titel und Inhalt",
            (
                placeholder("Titel 1", kind="title", text="Eine Folie mit Text"),
                placeholder("Inhaltsplatzhalter 2", idx=1, text=("Kurze Sätze", "Höchstens sechs Zeilen")),
                placeholder("Foliennummer 3", kind="sldNum", size="quarter", idx=12),
            ),
        ),
        Slide(
            "Nur Titel",
            (
                placeholder("Titel 1", kind="title", text="Unsere Farben"),
                *(rectangle(f"Farbe {i}", Place(48 + 140 * i, 140, 120, 90), fill(f"accent{i + 1}")) for i in range(6)),
            ),
        ),
    )
    media = {"logo.png": pictures.logo("nordlicht", "#00432A", "#00843D")}
    return written(Template("Nordlicht Energie AG", 960, 540, (master,), slides, media))


def title_band() -> bytes:
    """4:3 with a dark band behind white titles, the logo in it, and the company's name at the foot."""
    grid = Grid(
        title=Place(36, 12, 500, 72),
        content=Place(36, 116, 648, 356),
        date=Place(36, 500, 100, 24),
        footer=Place(150, 500, 420, 24),
        number=Place(584, 500, 100, 24),
    )
    theme = Theme(
        "Stadtwerke Lindenberg",
        "222222 FFFFFF 0B2545 E8EDF3 13315C 1B9AAA EF6F6C F4B942 8D99AE 5C946E 13315C 8D99AE",
        "Calibri",
        "Calibri",
    )
    company = "Stadtwerke Lindenberg GmbH"
    statics = (
        rectangle("Titelbalken", Place(0, 0, 720, 96), fill("tx2")),
        picture("Logo", Place(560, 28, 126, 42), "logo.png"),
        rule("Fußlinie", Place(36, 492, 648, 0), "accent5"),
    )
    wash = rectangle("Fläche", Place(0, 96, 720, 444), fill("bg2"))
    cover = layouts.cover(
        "Startfolie",
        Place(36, 190, 640, 120),
        Place(36, 322, 640, 60),
        wash,
        title_type=Type(36, HEADINGS, "tx2", is_bold=True),
        subtitle_type=Type(18, TEXTS, "tx1"),
    )
    master = Master(
        theme,
        title=Type(26, HEADINGS, "bg1", is_bold=True),
        body=Type(18, TEXTS),
        shapes=layouts.master_shapes(grid, *statics, small=Type(10, TEXTS, "accent1"), footer=company, anchor="ctr"),
        layouts=(
            cover,
            layouts.content("Titel + Text", grid, footer=company),
            layouts.two_columns("Vergleich", grid, footer=company),
            layouts.title_only("Überschrift", grid, footer=company),
            layouts.section("Trennfolie", Place(36, 200, 640, 110), wash, title_type=Type(34, HEADINGS, "tx2")),
            layouts.blank("Leere Folie", grid, footer=company),
        ),
    )
    media = {"logo.png": pictures.logo("lindenberg", "#FFFFFF", "#1B9AAA")}
    return written(Template(company, 720, 540, (master,), media=media))


def a4() -> bytes:
    """A4 landscape to be read on paper: small titles, and texts in other fonts than the theme says.

    The cover does without what stands on the master.
    """
    grid = Grid(
        title=Place(42, 34, 758, 54),
        content=Place(42, 112, 758, 396),
        date=None,
        footer=Place(42, 560, 500, 20),
        number=Place(700, 560, 100, 20),
    )
    theme = Theme(
        "Hartmann Partner",
        "2B2B2B FFFFFF 3C2A4D F4F1EC 6B2D5C A23B72 2E4057 048A81 C77D28 656C78 6B2D5C 656C78",
        "Arial",
        "Arial",
    )
    small = Type(8, "Gill Sans MT", "accent6")
    statics = (
        rule("Titellinie", Place(42, 94, 758, 0), "accent1", width=1.5),
        label("Absender", Place(42, 16, 400, 12), "Hartmann und Partner  |  Strategieberatung", small),
    )
    source = placeholder(
        "Quelle 9", Place(42, 530, 758, 18), kind="body", size="quarter", idx=20, text="Quelle, Basis", style=small
    )
    cover = layouts.cover(
        "Deckblatt A4",
        Place(42, 200, 600, 100),
        Place(42, 316, 600, 60),
        rectangle("Streifen", Place(700, 0, 142, 595.5), fill("tx2")),
        title_type=Type(32, "Georgia", "tx2"),
        subtitle_type=Type(14, "Gill Sans MT", "accent6"),
        has_master_shapes=False,
    )
    master = Master(
        theme,
        title=Type(20, "Georgia", "accent1"),
        body=Type(12, "Gill Sans MT"),
        shapes=layouts.master_shapes(grid, *statics, small=small),
        layouts=(
            cover,
            layouts.content("Standardseite", grid, source),
            layouts.two_columns("Zweispaltig", grid),
            layouts.title_only("Nur Handlungstitel", grid, source),
            layouts.picture_and_text("Bild links", grid),
        ),
    )
    return written(Template("Hartmann und Partner", 841.68, 595.44, (master,)))


def dark() -> bytes:
    """16:9 on black: the map of colours is inverted, one accent is white, and the first hardly shows.

    One layout turns the map back and is light.
    """
    grid = Grid(
        title=Place(60, 40, 840, 70),
        content=Place(60, 134, 840, 340),
        date=Place(60, 500, 120, 22),
        footer=Place(240, 500, 480, 22),
        number=Place(780, 500, 120, 22),
    )
    theme = Theme(
        "Obsidian Games",
        "14171F FFFFFF 232838 C9CEDA 41475C 00C2A8 FFFFFF FFB000 FF5C8A 6FA8FF 00C2A8 C9CEDA",
        "Verdana",
        "Calibri",
    )
    accent = rectangle("Kante", Place(60, 30, 48, 4), fill("accent2"))
    large = Type(46, HEADINGS, "tx1", is_bold=True)
    light = layouts.title_only("Hell", grid)
    master = Master(
        theme,
        title=Type(28, HEADINGS, "tx1", is_bold=True),
        body=Type(18, TEXTS, "tx1"),
        shapes=layouts.master_shapes(grid, accent, small=Type(10, TEXTS, "tx2"), footer="Obsidian Games", anchor="ctr"),
        layouts=(
            layouts.cover(
                "Cover",
                Place(60, 170, 720, 130),
                Place(60, 314, 720, 50),
                title_type=large,
                subtitle_type=Type(20, TEXTS, "accent2"),
            ),
            layouts.content("Content", grid),
            layouts.two_columns("Two columns", grid),
            layouts.title_only("Headline", grid),
            Layout(light.name, light.shapes, light.kind, ground(fill("bg1")), STRAIGHT),
            layouts.section("Chapter", Place(60, 200, 720, 120), title_type=large, background=ground(fill("bg2"))),
        ),
        colour_map=INVERTED,
        background=ground(fill("bg1")),
    )
    return written(Template("Obsidian Games", 960, 540, (master,)))


def poster() -> bytes:
    """A poster of 33 x 47 inches: everything is four times as large as on a slide."""
    width, height = 33 * 72, 47 * 72
    grid = Grid(
        title=Place(160, 150, 1500, 360),
        content=Place(160, 680, width - 320, 2440),
        date=None,
        footer=Place(160, height - 140, 1400, 70),
        number=None,
    )
    theme = Theme(
        "Institut für Sozialforschung",
        "1D1D1B FFFFFF 0F3D3E F0EDE5 0F3D3E B5502F 3E7CB1 E0A100 6C757D 7B2D43 3E7CB1 6C757D",
        "Georgia",
        "Calibri",
    )
    statics = (
        rectangle("Kopf", Place(0, 0, width, 580), fill("bg2")),
        picture("Logo", Place(1760, 190, 456, 152), "logo.png"),
        rule("Linie", Place(0, 580, width, 0), "accent2", width=12),
    )
    left, right = grid.columns(100)
    columns = (
        placeholder("Spalte 2", left, size="half", idx=1, text=LEVELS),
        placeholder("Spalte 3", right, size="half", idx=2, text=LEVELS),
    )
    master = Master(
        theme,
        title=Type(103, HEADINGS, "tx2", is_bold=True),
        body=Type(48, TEXTS),
        shapes=layouts.master_shapes(grid, *statics, small=Type(32, TEXTS, "accent5"), anchor="ctr"),
        layouts=(
            layouts.content("Poster einspaltig", grid),
            Layout("Poster zweispaltig", (layouts.title(), *columns, *layouts.footers(grid)), "twoObj"),
            layouts.title_only("Poster frei", grid),
        ),
    )
    media = {"logo.png": pictures.logo("institut", "#0F3D3E", "#B5502F")}
    return written(Template("Institut für Sozialforschung", width, height, (master,), media=media))
