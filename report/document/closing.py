"""Who answers questions, what may be passed on, and how to cite: the end of the deck and of the pages."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing
from report.briefing.model import Contact as Answering
from report.briefing.model.prose import Fact, FactKind, Prose, Words, fixed, joined, told, worded
from report.document.bases import n_of_wave, n_text
from report.document.leaves import said, speaker_notes
from report.document.model.frame import ClosingSection, Contact, ContactSection, Handout
from report.document.model.nodes import Heading, Output, Paragraph
from report.document.opening import edition
from report.document.sources import credited
from report.theme.model import Brand

CLOSING, CONTACT = "closing", "contact"


def closing(contact: Answering, briefing: Briefing, brand: Brand | None = None) -> ClosingSection:
    """The slide before the appendix."""
    words, citation = briefing.language.words, _citation(briefing)
    return ClosingSection(
        CLOSING,
        publisher=Paragraph(f"{CLOSING}/publisher", Prose((Words.of(briefing.survey.publisher),))),
        title=Heading(f"{CLOSING}/title", 2, fixed(words.closing_title)),
        contact=_contact(f"{CLOSING}/contact", contact),
        handouts_head=said(f"{CLOSING}/handouts-head", words.handouts),
        handouts=tuple(_handouts(briefing)),
        cite_head=said(f"{CLOSING}/cite-head", words.how_to_cite),
        citation=Paragraph(f"{CLOSING}/citation", citation),
        edition=edition(f"{CLOSING}/edition", briefing, brand),
        notes=speaker_notes(CLOSING, [joined([fixed(words.how_to_cite), citation], ": ")]),
        output=Output.DECK,
    )


def contact_block(contact: Answering, briefing: Briefing) -> ContactSection:
    """The last block of the pages."""
    words = briefing.language.words
    return ContactSection(
        CONTACT,
        heading=Heading(f"{CONTACT}/heading", 2, fixed(words.contact)),
        contact=_contact(f"{CONTACT}/contact", contact),
        citation=Paragraph(
            f"{CONTACT}/citation", joined([fixed(words.how_to_cite).strong(), _citation(briefing)], ": ")
        ),
        output=Output.SUMMARY,
    )


def _contact(id: str, contact: Answering) -> Contact:
    def line(name: str, text: Prose | None) -> Paragraph | None:
        return Paragraph(f"{id}/{name}", text) if text else None

    return Contact(
        id,
        name=Paragraph(f"{id}/name", contact.name),
        role=line("role", contact.role),
        mail=line("mail", contact.mail),
        phone=line("phone", contact.phone),
    )


def _handouts(briefing: Briefing) -> Iterator[Handout]:
    """What a build makes of a briefing beside this deck, and what its appendix holds."""
    words = briefing.language.words
    pictures = ("pictures", words.handout_pictures, words.handout_pictures_form)
    offered = (
        ("summary", words.handout_summary, words.handout_summary_form),
        *([pictures] if briefing.pictures else []),
        ("shares", words.handout_shares, words.handout_shares_form),
    )
    for name, what, form in offered:
        id = f"{CLOSING}/handouts/{name}"
        yield Handout(id, said(f"{id}/name", what), said(f"{id}/form", form))


def _citation(briefing: Briefing) -> Prose:
    """As the survey itself asks for, else who published what and when; behind it where it is found."""
    survey, language = briefing.survey, briefing.language
    if survey.source:
        cited = worded(survey.source, language)
    else:
        cited = told(
            language.words.citation,
            publisher=credited(survey),
            year=Fact(FactKind.DATE, str(survey.published.year), "survey.published"),
            title=worded(survey.title, language),
        )
        if (n := n_of_wave(survey.wave, briefing)) is not None:
            cited = joined([cited, n_text(n, briefing, "survey.n")], ", ")
    return joined([cited, Words.of(survey.link)], ". ") if survey.link else cited
