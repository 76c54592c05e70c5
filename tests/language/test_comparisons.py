"""Phrases of reports: which of them compare, rank or give a fraction, so that a claim has to stand behind them.

The phrases are those of press releases and reports on surveys, in their words; { } stands for a figure.
"""

from __future__ import annotations

from time import process_time

import pytest

from report.briefing.claims import Claimable, missing_claim
from report.briefing.facts import Facts
from report.briefing.unbound import unbound_numbers
from report.language.registry import load
from tests.builders import question, source, survey, tabulated, text

GERMAN = """\
Bekanntheit ist das am häufigsten genannte Ziel
Die meisten nennen die Bekanntheit
Mehr als die anderen
Mehr Unternehmen als 2014 haben ein Team
Weniger Befragte vertrauen den Medien
Frauen nennen das Ziel häufiger als Männer
Die Sorge ist unter Älteren größer als unter Jüngeren
Doppelt so viele Unternehmen wie 2013 haben ein Team
Dreimal so viele wie vor zwei Jahren
Halb so viele wie damals
Ebenso viele nennen die Kosten
Gleich viele nennen Kosten und Zeit
So viele Menschen wie nie zuvor fahren Rad
Der Anteil verdoppelt sich
Die Zahl der Nutzer hat sich verdreifacht
Der Anteil halbierte sich
Der Anteil steigt seit drei Jahren
Die Werte steigen
Das Vertrauen sinkt weiter
Die Zustimmung wächst
Die Zustimmung nimmt zu
Das Interesse nahm deutlich ab
Die Nutzung geht seit Jahren zurück
Der Anteil fällt auf { }
Der Anstieg setzt sich fort
Die Nachfrage erreicht einen Rekordwert
Datenschutz überholt das Budget
Datenschutz schlägt Budget
Die Kosten liegen vor dem Datenschutz
Datenschutz führt
Der Preis steht an erster Stelle
Die Kosten landen auf Platz zwei
Der Anteil bleibt stabil
Der Anteil ist unverändert
Die Mehrheit ist dafür
Ein Großteil stimmt zu
Ein Drittel nennt es
Zwei Drittel haben ein Team
Jeder Zweite nutzt es
Neun von zehn kennen es
Fast alle kennen es
Knapp die Hälfte hat ein Team
Rund { } nennen es
Über { } nennen es
Kaum jemand kennt es
Vor allem Jüngere nutzen es
Immer mehr arbeiten zu Hause
Der wichtigste Grund ist der Preis
Die Union liegt weit vorn
Der Preis liegt klar vorne
Der Dienst hängt alle ab
Ja und Nein halten sich die Waage
Zwischen Ja und Nein herrscht ein Patt
Kopf an Kopf: Preis und Tempo
Der Anteil bricht ein
Die Nutzung brach deutlich ein
Die Zustimmung ist eingebrochen
Die Zustimmung legt zu
Die Grünen legen deutlich zu
Die Zeitung verliert
Die SPD gewinnt
Das Radio verliert an Bedeutung
Das Interesse lässt nach
Das Vertrauen erholt sich
Die Werte stürzen ab
Das Gros sagt Ja
Zweitplatziert: das Budget
Der Favorit ist der Preis
Der Preis rangiert ganz oben
Deutlich öfter genutzt wird die App
Nennen öfter die Kosten
Ältere nutzen es seltener
Im Westen wird sie häufiger genutzt
Unter Jüngeren ist der Anteil höher
Größer ist die Sorge im Osten
Die Zustimmung ist geringer in der Stadt
Niemand sagt Nein
Alle sagen Ja
Das Fernsehen ist Nachrichtenquelle Nummer 1
Die Nr. 1 ist der Preis
Das Radio ist so beliebt wie das Internet
Genauso bekannt ist die App
Ebenso gern genutzt wird das Rad
Kein Unterschied zwischen Fernsehen und Radio
Kaum Unterschiede zwischen Ost und West
Deutliche Unterschiede nach Alter
Das Fernsehen boomt
Podcasts boomen weiter
Der Dienst ist unangefochten
Tendenz steigend: Fernsehen
Die Nutzung, Tendenz weiter fallend
Ein Abwärtstrend beim Radio
Das Radio ist im freien Fall
Das Lastenrad ist im Kommen
Podcasts im Aufwind
Der Dienst ist auf dem absteigenden Ast
Ein wachsender Anteil nutzt es
Radio vorn, Fernsehen hinten
Radio hat die Nase vorn
Klar vorn liegt der Preis
Radio vor Internet
Preis klar vor Tempo
Ergebnis: Preis vor Tempo
Das Radio holt auf
Das Radio holt deutlich auf
Der Dienst hat aufgeholt
Das Radio zieht am Fernsehen vorbei
Die App zieht davon
Die Zeitung rutscht ab
Die Nachfrage flaut weiter ab
Internet: Minus gegenüber 2013
Ein Plus von { } beim Radio
Ein deutliches Plus verzeichnet das Radio
Das Radio ist die Lieblingsquelle der Deutschen
Lieblingsquelle der Deutschen ist das Radio
Das Radio toppt alle
Der klare Sieger heißt Radio
Gewinner ist das Radio
Das Radio ist der Verlierer
Praktisch niemand nennt es
So gut wie alle kennen es
Eine Handvoll nennt es
Die Kluft zwischen Ost und West vergrößert sich
Die Schere öffnet sich
Jede/r Zweite nutzt es
Jede:r Dritte nutzt es
Zwo von drei kennen es
3x so viele wie 2013
3-mal so oft
Fifty-fifty zwischen Ja und Nein
Das Interesse stagniert
Das Vertrauen schwindet
Das Doppelte gegenüber 2013
Das ist das Topthema
Die Nutzung ist rückläufig
Rückläufige Nutzung bei der Presse
Es geht bergab mit der Presse
Mit der Presse geht es abwärts
Das Radio ist auf Rekordkurs
Ein Einbruch bei der Presse
Die Presse schwächelt
Das Internet verdrängt das Fernsehen
Das Internet löst das Fernsehen ab
Das Radio übertrumpft das Internet
Das Radio hat das Internet abgehängt
Der Rückstand ist groß
Das Radio hat einen klaren Vorsprung
Das Radio ist ebenbürtig
Radio und Internet sind gleich beliebt
Männer und Frauen nennen es gleichermaßen
Das Radio ist mindestens so wichtig wie das Internet
Keiner nennt das Radio
Fast niemand nennt es
Jeder nennt das Radio
Das Radio ist die erste Wahl
Das Radio ist Spitze
Das Radio steht ganz oben
Das Radio rangiert hinter dem Internet
Das Radio bildet das Schlusslicht
Das Radio wird immer beliebter
Das Radio wird immer wichtiger
Das Radio gewinnt hinzu
Das Radio ist gleichbleibend beliebt
Die Werte sind konstant
Die Nutzung schnellt nach oben
Ein Sprung nach oben
Die Nutzung ist auf einem Höchststand
Radio läuft dem Internet den Rang ab
Der Anteil schmilzt
Die meistgenutzte Quelle
Erstplatziert ist das Radio
Das Radio verzeichnet Zuwächse
Die Presse büßt ein
Die Presse hat eingebüßt
Platz 1: das Radio
Rang zwei für das Radio
Auf Platz 1 das Radio
Ganz oben: das Radio
Am Ende der Liste: das Radio
"""
GERMAN_ALIKE = """\
Informationen über Kunden
2016 nicht mehr gefragt
Das Budget spielt keine Rolle mehr
Rund um die Uhr erreichbar
Marketing als Abteilung
Das Institut führt die Befragung durch
Druck führt zu Fehlern
Der Verband schlägt Regeln vor
Die Ergebnisse liegen vor
Die Regel ist überholt
Unternehmen wollen wachsen
Der Verein steigt aus
Bekanntheit steigern
Einsteiger und Aufsteiger
Das Angebot gefällt
Was auffällt
Unternehmen nehmen Kontakt zu Kunden auf
Das Team nimmt Fahrt auf
Mehrfachnennungen waren möglich
Mehrere Antworten sind möglich
Ein Mehrwert für Kunden
Halbherzige Strategien
Meister und Gesellen
Das Rundschreiben erklärt es
Rund ums Haus
Die Sorge um steigende Preise
Fachleute schlagen Alarm
Gut informiert
Ein häufiger Grund
Ein seltener Fall
Ein wichtiger Grund ist der Preis
Ein kleiner Teil nennt es
Des Öfteren genannt
Die höher Gebildeten
Größere Unternehmen nennen es
Die Älteren und die Jüngeren
Budgets sind knapp
Über die Studie
Unter 50 Beschäftigten
Über 65-Jährige
Etwa durch Schulungen
Am Montag befragt
Am ersten Tag befragt
So viel wie nötig
Führungskräfte entscheiden
Läden im Viertel
49 Unternehmen und { }
Welche Ziele Unternehmen nennen
Beide Gruppen nennen das Ziel
Zum ersten Mal befragt
Die Kosten und der Nutzen
Teams nutzen soziale Medien als Kanal
Wind und Sonne
Der Verband legt Zahlen vor
Die Regierung lässt Fragen offen
Diebe brechen in Wohnungen ein und stehlen
Wer Daten verliert, haftet
Unternehmen gewinnen neue Kunden
Im Gewinnspiel
Eine Waage im Haushalt
Nachlass und Erbe
Sich vom Stress erholen
Frage Nummer 1 von zehn
Die Notrufnummer 110
Folie Nr. 1
So etwas wie ein Plan
So lange wie möglich
Es macht keinen Unterschied, ob man fragt
Das Angebot der Boombranche
Der Boomer und die Boomerin
Trends im Handel
Im Trendbericht steht es
Blick nach vorn
Noch einmal von vorn
Vorn im Bus
Angst vor Krieg
Die Sorge vor Armut
Datenschutz vor Gericht
Schutz vor Viren
Existenzangst vor allem Neuen
Stunden vor Mitternacht
Befragung vor Ort
Lage vor Weihnachten
Jahre vor Corona
Wartezeit vor Terminen
Beratung vor dem Kauf
Hilfe vor Antritt der Reise
Werbung vor Filmen
Unternehmen vor Herausforderungen
So gut wie neu
So gut informiert wie möglich
Gewinner und Verlierer der Digitalisierung
Der Boom der Podcasts
Der Verein holt Rat ein
Handwerker holen Angebote ein
Eltern holen Kinder ab und bringen sie
Der Zug zieht Wagen
Sie ziehen um
Plus und Minus des Angebots
Ein Plus für Kunden
Minusgrade im Winter
Ihre Lieblingsserie sehen
Was sind ihre Lieblingsfarben?
Lieblingsfarben der Deutschen
Preise für die Gewinner des Wettbewerbs
Im Gewinnfall
Eine Handvoll Nüsse am Tag
Alle Befragten
Die Kinder rutschen vom Sofa
Die Schere liegt im Schrank
Topfpflanzen und Tische
Der Unterschied zwischen Miete und Kauf
Unterschiede nach Alter
Ein Doppelzimmer
Spitzensport im Fernsehen
Hinten im Garten
Die Ebbe und die Flut
Fernsehen und Internet
Das Vorhaben der Firmen
Vorbereitung auf die Prüfung
Aufholen nach der Schule
Zweimal in der Woche
2x in der Woche
Was Unternehmen von ihren Teams erwarten
Nachrichten erreichen Menschen auf vielen Wegen
Fernsehen, Radio und Presse im Überblick
Wer Nachrichten meidet und warum
Vertrauen in Medien
Wie Menschen sich informieren
{ } informieren sich im Internet
{ } nutzen soziale Medien, { } das Fernsehen
Gründe für und gegen das Homeoffice
Vor dem Kauf informieren sich { } im Netz
Verbraucher vor der Wahl
Nachholbedarf bei der Weiterbildung
Digitalisierung auf dem Land
Im Osten wie im Westen nennen { } den Preis
Die Nutzung nach Alter und Geschlecht
Gesundheit geht vor
Jedes Unternehmen hat eigene Ziele
Auf den Punkt gebracht
Zwischen Hoffnung und Sorge
Hohe Preise bleiben ein Thema
Künstliche Intelligenz im Alltag
Sorge vor Jobverlust
Angst vor Altersarmut
Lust auf Urlaub vor der Haustür
Politik vor Entscheidungen
Die Spitze des Eisbergs
Top-Ergebnis für die Post
Alle zwei Jahre befragt
Menschen mit Behinderung
Sieger des Wettbewerbs stehen fest
Die Wahl der Nummer
Nummer sicher
Ein gutes Gefühl
Gern genutzt: das Fahrrad
Kinder spielen gern draußen
Genauso geht es
Der Abstand zum Bildschirm
Schere, Stein, Papier
Lücken im Angebot schließen
Trend zum Sparen
Im Zug und im Auto
Hinten anstellen
Das Ziel vor Augen
Geld sparen, Zeit gewinnen
Verlierer der Krise
Rückblick: Was 2023 geschah
Ältere Menschen und ihre Wünsche
Unterschiede zwischen den Gruppen erklären sich aus dem Alter
Die Befragten unterscheiden zwischen privat und dienstlich
Schwund im Lager
Ab Seite 12
Lieblingsgerichte der Deutschen
Urlaub im eigenen Land
Zu wenig Schlaf
Ganz neue Wege
Jeder darf mitmachen
Platz für Kinder
Rang und Namen
Am Ende der Befragung
Spitzen und Borten
Im Rückstand mit der Miete
Abgehängte Regionen
Ein Einbruch in die Wohnung
Ihre Wohnung ist ihnen wichtig
Sie ändert sich
Es geht nach Hause
Springt nach dem Ball
Geht abends aus
"""
ENGLISH = """\
Price and speed are tied
Speed, tied with price
Two reasons tie for second place
Named most often
More than others
More companies have a team
Fewer people trust the media
Women name it more often than men
Name the costs more often
Older people use it less often
Used less frequently there
The share is higher among the young
Concern is greater in the east
Approval is lower there
The worry is greater than ever
Twice as many companies have a team
Three times as often as in 2013
As many as in 2014
The same share as in 2014
Equally often named
On a par with the budget
The share doubles
The share has doubled
The number of users tripled
The share halved
The share rises
Trust rose in 2016
Support is rising
Trust falls to { }
Trust fell by { }
Support grew
Support is growing, and a growing share agrees
Interest has declined
The share is up from { }
Use hits a record high
Privacy beats budget
Privacy overtakes the budget
Cars outnumber bicycles
Supporters outnumber opponents
The old worry most
Privacy leads
Privacy is the top concern
Price comes first
Cost ranks second
The share remains stable
Unchanged since 2014
A majority agrees
Half of companies have a team
A third of them
Two thirds have a team
Every second company
Seven in ten
Two in five name it
Nine out of ten know it
Almost all know it
Nearly { } have a team
About { } name it
Hardly anyone knows it
The biggest worry is the price
Privacy lags behind
Privacy trails far behind
The shares double
Support increased by { }
Interest has slowly declined
Price and speed are neck and neck
A dead heat
Support plummets
Support tumbled
Trust is slipping
Interest wanes
Support erodes
Trust rebounds
Use recovers
The app gains ground
Radio loses ground
Use is at an all-time high
Price wins
Privacy wins over price
The app wins an award
Price edges out speed
Price dwarfs speed
Price trails
The app is the favourite
Speed is the runner-up
Price comes out on top
A plurality says yes
The bulk say yes
No one says no
Everyone agrees
Few say no
Radio is the number-one news source
Radio is the No. 1 source
Radio is the number 1 source
Radio is as popular as the internet
As well known as the app
No difference between radio and the internet
Hardly any difference between men and women
Clear differences between the groups
Radio and the internet are on the same level
Radio is booming
The app booms
Radio is on the rise
Trust is on the wane
Print is in steady decline
The app is in free fall
Print is fading
Radio is up, print is down
Trust is up since 2013
The app catches up with radio
Radio is catching up
Radio gains, television loses
A jump for radio
Use jumps to { }
Radio outperforms the app
The app eclipses radio
The top source is radio
The top news source is radio
Germany's favourite source is radio
Radio remains the nation's favourite source
Radio is the go-to source
Radio is the clear winner
The winner is radio
Radio comes out top
A twofold rise
A threefold increase in use
The gap is widening
The gap between men and women narrows
Radio is at its peak
Trust is at an all-time low
Radio has the upper hand
Radio is preferred to the internet
Practically all know it
Virtually nobody knows it
A handful name it
Radio first, internet second
Radio, closely followed by print
Radio is the undisputed choice
The best-known brand
Radio is by far the source for news
Print stagnates
Eight-in-ten know it
Radio has 3x the share of print
2x as many as before
Fifty-fifty between yes and no
Print is dwindling
Print dwindles
Radio climbs to { }
Radio leaps ahead
Print sinks to { }
An uptick for radio
A rise in radio use
A drop in print
A sharp fall in print
An increase in radio use
Radio edges up
Radio is far ahead
Radio is second
Radio ranks first
Radio is at the top
Radio heads the list
At the bottom of the list: radio
At the bottom: radio
Radio is the first choice
Radio is the preferred source
Radio is level with the internet
Radio is on a par with the internet
Radio is just as popular
Equal shares name radio and print
Both are equally popular
Nobody names radio
Nobody uses radio
None of them name radio
Everyone uses radio
All name radio
Every user names radio
Radio has overtaken print
Radio is closing in on print
Radio pulls ahead
Radio has the edge
Radio tops the list
Radio takes first place
Radio takes the lead
Trust is at a record low
Trust hits a new low
Trust is lower than before
Trust has changed little
Trust is stable
Trust stays flat
Trust holds steady
Radio outclasses print
The share went up
The share goes down
The share has gone up
"""
ENGLISH_ALIKE = """\
Offices are tied to the town
Close ties with suppliers
Information about customers
No longer asked in 2016
Half-hearted strategies
Higher education
Larger companies name it
The lower floors
Smaller and larger firms
Older and younger people
Rarely used
A lead role for marketing
Lead generation is the goal
Channels lead to customers
Sales leads come from the web
Headquarters and third parties
A third party runs it
A second wave was asked
In the first quarter
The most recent wave
Last but not least
On top of that, they train staff
Regardless of size
Wireless networks
Rather than hiring, they train
Companies under 50 staff
Over 65s were asked too
Some companies answered
Raise awareness
Increase awareness
Grow the business
Pay rises were discussed
Price increases were discussed
Double-check the answers
Higher education
Set up by experts
Start-up from 2013
The rose garden
Worry about rising prices
Increased costs are a worry
Many declined to answer
The year ahead
In the first half of 2016
Hiking trails
Leading figures of the industry
As soon as possible
As much as possible
Multiple answers were allowed
First results
Their best ideas
The survey falls under this rule
Top management answered
49 companies and { }
Which goals companies name
Both groups name the goal
One of the goals
Wind and sun
Windows and wings
A winning team
Win new customers
How to recover data
Favourite channels
A necklace
Bulky goods
Tumble dryers
Hiking trails in winter
Question number one
Slide no. 1
Rank them from number one to five
As well as radio
As far as we know
As long as they can
As soon as it is out
It makes no difference who asks
Making a big difference
Differences of opinion
Differences by age
The boomers and their children
A boom box
In the rise and shine programme
Time is up
It is up to them
What is down the road
Catch up with friends
Catching up on the news
Caught up in traffic
Efficiency gains are hoped for
Losing weight
Jump to conclusions
Jumping the queue
Outdoor activities
Top of the form
A top floor flat
Watch their favourite series
What are your favourite dishes?
Their favourite team
Prizes for the winners
The winning ticket
A twofold approach
Foldable chairs
Mind the gap
The upper floors
Prefer not to say
Companies that prefer contact by email
A handful of nuts a day
All respondents
First aid
The second question
Sea level
Level crossing
Followed by an interview
Undoubtedly
Stagnant water
Fading colours
Ups and downs
Panels are set up on demand
Performance gains
2x a week
Gains and losses
Winners and losers
The rise of podcasts
A level playing field
The downtown office
What companies expect of their teams
How people get their news
{ } get their news online
{ } use social media, { } television
Who avoids news and why
Reasons for and against working from home
Trust in the news
Ahead of the election, { } follow the news
Before they buy, { } look online
Life in the country and in town
Between hope and worry
Prices remain a topic
The podcast boom
The fall of the wall
Winners and losers of digitisation
Number of respondents
Number one hundred
No. 10 Downing Street
Top tips for travellers
Levels of trust
The gap year
Growing up online
Up to date with the news
Keeping up with the news
Catching up on sleep
Down to earth
What people prefer to eat
Their favourite apps
Favourites and dislikes
Asked twice a year
Two-fold purpose
The same questions were asked
As good as new
As good as it gets
Large and small companies
No big deal
Make a difference
Peak hours
{ } are in favour
A handful of reasons
Virtual reality
Practical help
First things first
Second thoughts
Too little sleep
The winner takes it all
King of the road
{ } fear an increase in crime
{ } expect a rise in prices
Against an increase in fees
All names are changed
All use of the data is free
Every question names its answers
The line at the bottom
Bottom drawers
A second home
Their first choice of words
First and second homes
Goes up the hill
Went down in history
Dips and sauces
New high schools
Climbing and hiking
Sinking ships
Slides and swings
Spikes and thorns
A steady job
A stable home
Flat shares
Drawn by level of schooling
Leap years
The edge of town
Takes part in it
Equal rights for all
Just as expected
Once or twice a month
Ahead of time
Ahead of the summer holidays
Growth as a goal
The market leader is quoted
Hardly a day without news
"""
TYPED = {
    "de": """\
rund 49 % haben|49 %
rund 49% haben|49%
rund 49 Prozent haben|49 Prozent
eine 88-prozentige Zustimmung|88-prozentige
eine 88prozentige Zustimmung|88prozentige
ein Plus von 12 Prozentpunkten|12 Prozentpunkten
ein Plus von 12 Punkten|12 Punkten
ein 12-Punkte-Vorsprung|12-Punkte-Vorsprung
49 von 100 Firmen|49 von 100
9 von 10 Firmen|9 von 10
2 von drei Firmen|2 von drei
3 von 4 Firmen|3 von 4
88 von hundert Firmen|88 von hundert
88 vom Hundert|88 vom Hundert
51,5 Prozent|51,5 Prozent
Neunzig Prozent haben ein Team|Neunzig Prozent
bei dreiundzwanzig Prozent|dreiundzwanzig Prozent
in hundert Prozent der Firmen|hundert Prozent
einundsechzig v. H.|einundsechzig v. H.
eine zehnprozentige Minderheit|zehnprozentige
dreissig Prozent der Firmen|dreissig Prozent
um einen Prozentpunkt|einen Prozentpunkt
sieben Punkte mehr als 2013|sieben Punkte
ein Sechs-Punkte-Vorsprung|Sechs-Punkte-Vorsprung
die Fünfzig-Prozent-Marke|Fünfzig-Prozent
80 Proz. nennen es|80 Proz.
achtzig Proz. nennen es|achtzig Proz.
80 vH nennen es|80 vH
achtzig vH nennen es|achtzig vH
80 ％ der Firmen|80 ％
¾ der Firmen nennen es|¾
½ aller Firmen|½
⅔ nennen es|⅔
9/10 nennen es|9/10
3/4 der Firmen|3/4
einer von 3 nennt es|einer von 3
zwei von 3 nennen es|zwei von 3
ein Anteil von 0,8 nennt es|0,8
0,8 der Firmen|0,8
50:50 zwischen Preis und Tempo|50:50
sechzig Hundertstel der Firmen|sechzig Hundertstel""",
    "en": """\
some 49 per cent|49 per cent
some 49 percent|49 percent
some 51.5%|51.5%
an 88-per-cent share|88-per-cent
an 88-percent share|88-percent
up 12 percentage points|12 percentage points
up 12 points|12 points
a 12-point lead|12-point lead
49 out of 100|49 out of 100
88 out of a hundred|88 out of a hundred
9 in 10 companies|9 in 10
9 out of ten companies|9 out of ten
2 in every 3 companies|2 in every 3
3 of 4 companies|3 of 4
Ninety per cent have a team|Ninety per cent
for sixty-one percent of them|sixty-one percent
some twenty five per cent|twenty five per cent
in a hundred per cent of firms|a hundred per cent
down one percentage point|one percentage point
seven points more than before|seven points
a twelve-point lead|twelve-point lead
a ten-per-cent share|ten-per-cent
80pc name it|80pc
80 p.c. name it|80 p.c.
eighty pc of firms|eighty pc
80％ of firms|80％
¾ of firms name it|¾
½ of firms|½
⅔ say yes|⅔
9/10 name it|9/10
3/4 of firms|3/4
One in 2 names it|One in 2
nine out of 10 know it|nine out of 10
eight-in-10 know it|eight-in-10
a share of 0.8 names it|0.8
0.8 of firms name it|0.8
50/50 between price and speed|50/50
sixty-six hundredths name it|sixty-six hundredths""",
}
NOT_TYPED = {
    "de": """\
12 von 1000 Firmen
18 Anteile aus 2 Wellen
Teil 2 von 3
Welle 2 von 4
20 von 5 Ländern
auf einer 5-Punkte-Skala
2016 befragt
ab 50 Beschäftigten
1.204 Befragte
neun von zehn
eins zu eins
Ein Punkt steht für ein Prozent der Firmen
die Fünf-Prozent-Hürde
Drei Punkte sind zu klären
ein Zehn-Punkte-Plan
hundertprozentig sicher
hundert Firmen und ein Prozentrechner
mit 9/10 bewertet
9/10 Punkten
am 9/10 befragt
Heft 3/4 von 2016
Teil 1/2 der Reihe
24/7 nutzen
2015/16 nutzen Firmen
Welle 3/2016
½ Liter am Tag
1½ Stunden
2½ von zehn
Version 0.8 der App
um 10:50 Uhr
zwei von 2016
eine von 3 Fragen
18- bis 24-Jährige
18/24 Monate
Faktor 0,8
drei von 1000
{{ q.a | words }} der Firmen""",
    "en": """\
2 of 1000 firms
Part 2 of 3
In 2016 in 5 countries
on a 5-point scale
18 shares of 2016
1,204 respondents
pages 12 to 14
under 50 staff
one dot stands for one per cent of companies
three points to settle
a hundred companies, one percentage
rated 9/10 points
scored 9/10 on average
on 9/10 in Berlin
issue 3/4 of 2016
open 24/7
the 2015/16 season
½ an hour
½ of an hour
1½ hours
1 PC per household
2 PCs in the office
version 0.8 of 2016
one of 3 questions
one in 2016
one in 10.5 households
aged 18 to 24
aged 18/24
at 10:50 sharp
a factor of 0.8
0.8 of a point
4x4 cars
one to one
{{ q.a | words }} of companies""",
}


def compares(phrase: str, language: str) -> bool:
    written, asked = phrase.replace("{ }", "{{ q.a }}"), survey(question("q", {"a": 40}))
    facts = Facts(asked, tabulated(asked), load(language))
    said = Claimable(texts=[text({language: written})], languages=[load(language)], facts=facts)
    return missing_claim(said, "headline") is not None


def lines(table: str) -> list[str]:
    return table.splitlines()


@pytest.mark.parametrize(("needing", "alike"), [(GERMAN, GERMAN_ALIKE), (ENGLISH, ENGLISH_ALIKE)])
def test_the_tables_are_long_enough(needing: str, alike: str) -> None:
    assert len(lines(needing)) >= 40
    assert len(lines(alike)) >= 40


@pytest.mark.parametrize(
    ("language", "phrase"), [("de", each) for each in lines(GERMAN)] + [("en", each) for each in lines(ENGLISH)]
)
def test_a_comparison_needs_a_claim(language: str, phrase: str) -> None:
    assert compares(phrase, language)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("de", each) for each in lines(GERMAN_ALIKE)] + [("en", each) for each in lines(ENGLISH_ALIKE)],
)
def test_words_that_look_like_a_comparison_need_none(language: str, phrase: str) -> None:
    assert not compares(phrase, language)


def typed(phrase: str, language: str) -> list[str]:
    """What is told to be typed by hand."""
    asked = survey(question("q", {"a": 49, "b": 51}))
    found = unbound_numbers(source(phrase), Facts(asked, tabulated(asked), load(language)))
    return [fault.message.split('"')[1] for fault in found]


@pytest.mark.parametrize(
    ("language", "phrase", "share"),
    [(language, *line.split("|")) for language, table in TYPED.items() for line in lines(table)],
)
def test_a_share_typed_by_hand_is_found_in_every_form(language: str, phrase: str, share: str) -> None:
    assert typed(phrase, language) == [share]
    assert typed(phrase.replace(" ", "\u00a0"), language) == [share]


@pytest.mark.parametrize(
    ("language", "phrase"), [(language, line) for language, table in NOT_TYPED.items() for line in lines(table)]
)
def test_another_number_typed_by_hand_is_not_taken_for_a_share(language: str, phrase: str) -> None:
    assert typed(phrase, language) == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("words", ["A-", "Sorge-", "Vor vor ", "geht ", "is the ", "9/10 "])
def test_a_long_text_is_looked_through_in_a_time_that_grows_with_its_length(language: str, words: str) -> None:
    started = process_time()
    compares(words * 10_000, language)

    assert process_time() - started < 5  # the square of its length takes minutes
