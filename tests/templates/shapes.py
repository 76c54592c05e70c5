"""The XML of shapes; their ids are given when a page is put together."""

from xml.sax.saxutils import escape, quoteattr

from tests.templates.brand import Place, Type

EMU_PER_POINT = 12700
SCHEME = ("bg", "tx", "accent", "dk", "lt", "hlink", "folHlink")
LEVELS = ("Erste Ebene", "Zweite Ebene", "Dritte Ebene", "Vierte Ebene", "Fünfte Ebene")


def emu(points: float) -> int:
    """Points in the unit of the file."""
    return round(points * EMU_PER_POINT)


def fill(colour: str) -> str:
    """A solid fill of a colour of the theme or of six hexadecimal digits."""
    return f"<a:solidFill>{_colour(colour)}</a:solidFill>"


def gradient(*colours: str, angle: int = 90) -> str:
    """A linear gradient over the colours, in even steps; angle in degrees, 90 runs downwards."""
    step = 100_000 // (len(colours) - 1)
    stops = "".join(f'<a:gs pos="{i * step}">{_colour(colour)}</a:gs>' for i, colour in enumerate(colours))
    line = f'<a:lin ang="{angle * 60_000}" scaled="0"/>'
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{line}</a:gradFill>'


def ground(content: str) -> str:
    """The background of a page, filled so."""
    return f"<p:bg><p:bgPr>{content}<a:effectLst/></p:bgPr></p:bg>"


def picture_fill(media: str) -> str:
    """A fill by a picture, stretched over the whole."""
    return (
        f'<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="media:{media}"/><a:srcRect/>'
        "<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
    )


def placeholder(
    name: str,
    place: Place | None = None,
    *,
    kind: str | None = None,
    idx: int | None = None,
    size: str | None = None,
    text: str | tuple[str, ...] = "",
    style: Type | None = None,
    anchor: str | None = None,
) -> str:
    """A placeholder; without a place it stands where the page above it says.

    text: its prompt; several are paragraphs of ever lower levels.
    style: how its first level is set, without a bullet.
    """
    said = (("type", kind), ("sz", size), ("idx", idx))
    attributes = "".join(f' {key}="{value}"' for key, value in said if value is not None)
    body = f'<a:bodyPr anchor="{anchor}"><a:normAutofit/></a:bodyPr>' if anchor else "<a:bodyPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr><p:spPr>{_box(place)}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{_first_level(style)}</a:lstStyle>{_paragraphs(text, kind)}</p:txBody></p:sp>"
    )


def rectangle(name: str, place: Place, content: str, *, shape: str = "rect") -> str:
    """A shape without text, filled so."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_box(place, shape)}{content}<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="de-DE"/></a:p></p:txBody>'
        "</p:sp>"
    )


def rule(name: str, place: Place, colour: str, *, width: float = 1) -> str:
    """A straight line over a place without height or width."""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvCxnSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr>{_box(place, "line")}<a:ln w="{emu(width)}">{fill(colour)}</a:ln></p:spPr></p:cxnSp>'
    )


def label(name: str, place: Place, text: str, style: Type) -> str:
    """A text box, as masters and layouts carry them."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_box(place)}<a:noFill/></p:spPr>"
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
        "<a:noAutofit/></a:bodyPr>"
        f'<a:lstStyle/><a:p><a:pPr algn="{style.alignment}"/><a:r>{run_properties(style, "a:rPr")}'
        f"<a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def picture(name: str, place: Place, media: str) -> str:
    """A picture, described by its name."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="0" name={quoteattr(name)} descr={quoteattr(name)}/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="media:{media}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{_box(place, 'rect')}</p:spPr></p:pic>"
    )


def run_properties(style: Type, tag: str) -> str:
    """The properties of a run ("a:rPr") or of a level ("a:defRPr") that is set so."""
    face = f'<a:latin typeface="{style.face}"/>'
    language = ' lang="de-DE"' if tag == "a:rPr" else ""
    return (
        f'<{tag}{language} sz="{round(style.size * 100)}" b="{int(style.is_bold)}">{fill(style.colour)}{face}</{tag}>'
    )


def _colour(colour: str) -> str:
    kind = "schemeClr" if colour.startswith(SCHEME) else "srgbClr"
    return f'<a:{kind} val="{colour}"/>'


def _box(place: Place | None, shape: str | None = "rect") -> str:
    if place is None:
        return ""
    return (
        f'<a:xfrm><a:off x="{emu(place.left)}" y="{emu(place.top)}"/>'
        f'<a:ext cx="{emu(place.width)}" cy="{emu(place.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
    )


def _first_level(style: Type | None) -> str:
    if style is None:
        return ""
    properties = run_properties(style, "a:defRPr")
    return f'<a:lvl1pPr marL="0" indent="0" algn="{style.alignment}"><a:buNone/>{properties}</a:lvl1pPr>'


def _paragraphs(text: str | tuple[str, ...], kind: str | None) -> str:
    if kind == "sldNum":
        number = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="de-DE"/>'
        return f'<a:p>{number}<a:t>‹Nr.›</a:t></a:fld><a:endParaRPr lang="de-DE"/></a:p>'
    lines = (text,) if isinstance(text, str) else text
    return "".join(_paragraph(line, level) for level, line in enumerate(lines))


def _paragraph(line: str, level: int) -> str:
    run = f'<a:r><a:rPr lang="de-DE"/><a:t>{escape(line)}</a:t></a:r>' if line else ""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{properties}{run}<a:endParaRPr lang="de-DE"/></a:p>'
