"""How a deck is read out: in order, in a language, with links that say where they lead, at the reader's own pace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from report.checks.access.language_tags import is_language_tag
from report.checks.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import Deck, whole_number
from report.presentations.inheritance import Page, pages_of
from report.presentations.shapes import is_decorative, is_title, name_of, shapes_of, single_shapes, text_of
from report.presentations.styles import paragraphs_of, run_style

VAGUE = {
    *("here", "click here", "link", "this link", "more", "read more", "learn more", "details", "website"),
    *("hier", "hier klicken", "klicken sie hier", "mehr", "mehr dazu", "weiterlesen", "webseite"),
}
"""Texts of links that say nothing of where they lead, in English and German."""
ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)

MEDIA = tuple(qualified(f"a:{kind}") for kind in ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile"))
BY_ITSELF = ("afterEffect", "withEffect", "afterPrev", "withPrev")


def _title_first(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        told = [shape for shape in shapes_of(slide) if not is_decorative(shape) and _is_told(shape)]
        titles = [index for index, shape in enumerate(told) if is_title(shape)]
        if titles and titles[0] > 0:
            message = f'"{shortened(name_of(told[0]))}" is read before the title'
            yield Found(message, part, name_of(told[titles[0]]))


def _is_told(shape: etree._Element) -> bool:
    """Whether a screen reader has something to say of it: lines and empty shapes are passed over."""
    return bool(text_of(shape)) or shape.tag not in (qualified("p:sp"), qualified("p:cxnSp"), qualified("p:grpSp"))


def _language_missing(deck: Deck) -> Iterator[Found]:
    for page, shape, languages in _languages(deck):
        if None in languages:
            yield Found("its text is marked as of no language", page.part, name_of(shape))


def _language_unknown(deck: Deck) -> Iterator[Found]:
    for page, shape, languages in _languages(deck):
        for language in dict.fromkeys(languages):
            if language is not None and not is_language_tag(language):
                yield Found(f'its text is marked as of the language "{shortened(language)}"', page.part, name_of(shape))


def _languages(deck: Deck) -> Iterator[tuple[Page, etree._Element, list[str | None]]]:
    """The languages of the runs of each shape that has any."""
    for page in pages_of(deck):
        for shape in single_shapes(page.slide):
            runs = [run for paragraph in paragraphs_of(shape) for run in paragraph.iterfind("a:r", NAMESPACES)]
            said = [run_style(page, shape, run).language for run in runs if re.search(r"[^\W\d_]", text_of(run))]
            if said:
                yield page, shape, said


def _link(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        for shape in single_shapes(slide):
            for paragraph in shape.iter(qualified("a:p")):
                for text in _links(paragraph):
                    folded = text.casefold().strip(" .:>»…→")
                    if folded in VAGUE or ADDRESS.fullmatch(text):
                        yield Found(f'a link says only "{shortened(text)}"', part, name_of(shape))


def _links(paragraph: etree._Element) -> Iterator[str]:
    """The texts of the links of a paragraph; neighbouring runs that lead to one place are one."""
    text, leads_to = "", ""
    for run in paragraph.iterfind("a:r", NAMESPACES):
        link = run.find("a:rPr/a:hlinkClick", NAMESPACES)
        target = "" if link is None else f"{link.get(qualified('r:id'), '')} {link.get('action', '')}"
        if target != leads_to:
            yield text.strip()
            text, leads_to = "", target
        text += text_of(run) if target else ""
    yield text.strip()


def _protected(deck: Deck) -> Iterator[Found]:
    if deck.root.find("p:modifyVerifier", NAMESPACES) is not None:
        yield Found("the deck is protected, which keeps assistive programs out", deck.presentation)


def _advance(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        timed = [each for each in slide.iter(qualified("p:transition")) if each.get("advTm") is not None]
        if timed:
            yield Found(f"the slide goes on by itself after {whole_number(timed[0], 'advTm') / 1000:g} s", part)


def _autoplay(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        effects = slide.iterfind(".//p:timing//p:cTn[@presetClass='mediacall']", NAMESPACES)
        if any(effect.get("nodeType") in BY_ITSELF for effect in effects):
            yield Found("a sound or film plays by itself", part)


def _captions(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        for shape in shapes_of(slide):
            media = [each for each in shape.iterfind("*/p:nvPr/*", NAMESPACES) if each.tag in MEDIA]
            if media and not any("track" in str(each.tag).lower() for each in shape.iter(etree.Element)):
                yield Found("the sound or film has no captions", part, name_of(shape))


RULES = (
    Rule("title-not-first", _title_first, "move the title to the front in the reading order pane", Severity.WARNING),
    Rule("language-missing", _language_missing, "mark its language (Review, Language)", Severity.WARNING),
    Rule("language-unknown", _language_unknown, "choose its language anew (Review, Language)"),
    Rule("link-text", _link, "let the words of the link say what one finds there", Severity.WARNING),
    Rule("protected", _protected, "take the protection off (File, Info, Protect Presentation)"),
    Rule("advances-by-itself", _advance, "let the slide go on at a click (Transitions)", Severity.WARNING),
    Rule("plays-by-itself", _autoplay, "let it start at a click (Playback)", Severity.WARNING),
    Rule("captions-missing", _captions, "insert captions (Playback), or say where its words are", Severity.WARNING),
)
