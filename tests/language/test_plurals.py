"""How units stand in sentences: 70 German ones in the forms that usage has (Duden), and English ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.language.registry import available, load

GERMAN = """\
Haushalte | Haushalte | Haushalten
private Haushalte | privaten Haushalte | privaten Haushalten
Befragte | Befragten | Befragten
Befragte ab 18 Jahren | Befragten ab 18 Jahren | Befragten ab 18 Jahren
Erwachsene | Erwachsenen | Erwachsenen
junge Erwachsene | jungen Erwachsenen | jungen Erwachsenen
Deutsche ab 14 Jahren | Deutschen ab 14 Jahren | Deutschen ab 14 Jahren
deutsche Unternehmen | deutschen Unternehmen | deutschen Unternehmen
Westdeutsche | Westdeutschen | Westdeutschen
Kinder und Jugendliche | Kinder und Jugendlichen | Kindern und Jugendlichen
Jugendliche unter 18 Jahren | Jugendlichen unter 18 Jahren | Jugendlichen unter 18 Jahren
18- bis 29-Jährige | 18- bis 29-Jährigen | 18- bis 29-Jährigen
über 60-Jährige | über 60-Jährigen | über 60-Jährigen
14- bis 17-jährige Jugendliche | 14- bis 17-jährigen Jugendlichen | 14- bis 17-jährigen Jugendlichen
Mitglieder | Mitglieder | Mitgliedern
Mitglieder des Verbands | Mitglieder des Verbands | Mitgliedern des Verbands
Unternehmen | Unternehmen | Unternehmen
Unternehmen ab 20 Beschäftigten | Unternehmen ab 20 Beschäftigten | Unternehmen ab 20 Beschäftigten
kleine und mittlere Unternehmen | kleinen und mittleren Unternehmen | kleinen und mittleren Unternehmen
Klein- und Mittelbetriebe | Klein- und Mittelbetriebe | Klein- und Mittelbetrieben
Betriebe | Betriebe | Betrieben
Teams | Teams | Teams
Start-ups | Start-ups | Start-ups
Pkw | Pkw | Pkw
KMU | KMU | KMU
Azubis | Azubis | Azubis
Hotels | Hotels | Hotels
Beschäftigte | Beschäftigten | Beschäftigten
Erwerbstätige | Erwerbstätigen | Erwerbstätigen
Berufstätige in Deutschland | Berufstätigen in Deutschland | Berufstätigen in Deutschland
Angestellte | Angestellten | Angestellten
Beamte | Beamten | Beamten
Selbstständige | Selbstständigen | Selbstständigen
Arbeitslose | Arbeitslosen | Arbeitslosen
Studierende | Studierenden | Studierenden
Auszubildende | Auszubildenden | Auszubildenden
Alleinerziehende | Alleinerziehenden | Alleinerziehenden
Pendelnde | Pendelnden | Pendelnden
Geflüchtete | Geflüchteten | Geflüchteten
Verurteilte | Verurteilten | Verurteilten
Behandelte | Behandelten | Behandelten
Erkrankte | Erkrankten | Erkrankten
Vermisste | Vermissten | Vermissten
Verunglückte | Verunglückten | Verunglückten
Betreute | Betreuten | Betreuten
Gewählte | Gewählten | Gewählten
Standpunkte | Standpunkte | Standpunkten
Jahrzehnte | Jahrzehnte | Jahrzehnten
Zelte | Zelte | Zelten
Verheiratete | Verheirateten | Verheirateten
Versicherte | Versicherten | Versicherten
Vorgesetzte | Vorgesetzten | Vorgesetzten
Wahlberechtigte | Wahlberechtigten | Wahlberechtigten
Abgeordnete des Bundestags | Abgeordneten des Bundestags | Abgeordneten des Bundestags
Angehörige Pflegebedürftiger | Angehörigen Pflegebedürftiger | Angehörigen Pflegebedürftiger
Kranke, Pflegebedürftige und Ältere | Kranken, Pflegebedürftigen und Älteren | Kranken, Pflegebedürftigen und Älteren
Freunde und Bekannte | Freunde und Bekannten | Freunden und Bekannten
Schülerinnen und Schüler | Schülerinnen und Schüler | Schülerinnen und Schülern
Ausweisinhaberinnen und -inhaber | Ausweisinhaberinnen und -inhaber | Ausweisinhaberinnen und -inhabern
Teilnehmerinnen/-teilnehmer | Teilnehmerinnen/-teilnehmer | Teilnehmerinnen/-teilnehmern
Köchinnen und -köche | Köchinnen und -köche | Köchinnen und -köchen
Beamtinnen und -angestellte | Beamtinnen und -angestellten | Beamtinnen und -angestellten
Nutzer:innen | Nutzer:innen | Nutzer:innen
Bürger/-innen | Bürger/-innen | Bürgern/-innen
Nutzer sozialer Medien | Nutzer sozialer Medien | Nutzern sozialer Medien
Lehrkräfte | Lehrkräfte | Lehrkräften
Ärzte | Ärzte | Ärzten
Anwälte | Anwälte | Anwälten
Betriebsräte | Betriebsräte | Betriebsräten
Fachleute | Fachleute | Fachleuten
Vorstände | Vorstände | Vorständen
Ingenieure | Ingenieure | Ingenieuren
Manager | Manager | Managern
Männer | Männer | Männern
Frauen | Frauen | Frauen
Eltern | Eltern | Eltern
Personen ab 16 Jahren | Personen ab 16 Jahren | Personen ab 16 Jahren
Krankenhäuser | Krankenhäuser | Krankenhäusern
Städte und Gemeinden | Städte und Gemeinden | Städten und Gemeinden
Geräte | Geräte | Geräten
Berichte | Berichte | Berichten
Werte | Werte | Werten
Konzerte | Konzerte | Konzerten
Tiere | Tiere | Tieren
Bereiche | Bereiche | Bereichen
Abende | Abende | Abenden
Wirtschaftszweige | Wirtschaftszweige | Wirtschaftszweigen
Haushalte mit Kindern | Haushalte mit Kindern | Haushalten mit Kindern
Haushalte, die mit Gas heizen | Haushalte, die mit Gas heizen | Haushalten, die mit Gas heizen
Marketingverantwortliche von Firmen | Marketingverantwortlichen von Firmen | Marketingverantwortlichen von Firmen
"""
DETERMINED = """\
derer, die davon gehört haben | derer, die davon gehört haben
diejenigen, die davon gehört haben | derjenigen, die davon gehört haben
"""
ENGLISH = """\
households | households | households
adults aged 18 and over | adults aged 18 and over | adults aged 18 and over
those who had heard of it | those who had heard of it | of those who had heard of it
of those who had heard of it | those who had heard of it | of those who had heard of it
of households | households | households
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.splitlines()]


def test_the_table_of_german_units_is_long_enough() -> None:
    assert len(rows(GERMAN)) >= 60


@pytest.mark.parametrize(("plural", "behind_share", "behind_number"), rows(GERMAN))
def test_a_german_unit_is_declined(plural: str, behind_share: str, behind_number: str) -> None:
    plurals = load("de").plurals

    assert (plurals.behind_share(plural), plurals.behind_number(plural)) == (behind_share, behind_number)
    assert not plurals.has_determiner(plural)


@pytest.mark.parametrize(("plural", "genitive"), rows(DETERMINED))
def test_a_german_unit_that_says_who_is_meant_is_a_genitive_without_article(plural: str, genitive: str) -> None:
    plurals = load("de").plurals

    assert (plurals.behind_share(plural), plurals.behind_number(plural)) == (genitive, genitive)
    assert plurals.has_determiner(plural)


@pytest.mark.parametrize(("plural", "behind_share", "behind_number"), rows(ENGLISH))
def test_an_english_unit_is_never_declined_but_may_need_of(plural: str, behind_share: str, behind_number: str) -> None:
    plurals = load("en").plurals

    assert (plurals.behind_share(plural), plurals.behind_number(plural)) == (behind_share, behind_number)


@pytest.mark.parametrize(
    ("plural", "is_clause"),
    [
        ("derer, die davon gehört haben", True),
        ("Haushalte, in denen Kinder leben", True),
        ("Kinder, Jugendliche und Erwachsene", False),
        ("Haushalte", False),
    ],
)
def test_a_german_clause_is_closed_where_the_sentence_goes_on(plural: str, is_clause: bool) -> None:
    assert load("de").plurals.ends_in_clause(plural) is is_clause


@given(st.sampled_from(available()), st.text(max_size=40))
def test_any_text_can_be_a_unit(code: str, text: str) -> None:
    plurals = load(code).plurals

    for form in (plurals.behind_share(text), plurals.behind_number(text)):
        gained = len(form.split(" ")) - len(text.split(" "))
        assert gained in ((0,) if code == "de" else (-1, 0, 1))
