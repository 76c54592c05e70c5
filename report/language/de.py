"""German as written in Germany."""

from __future__ import annotations

from report.language import german_plurals
from report.language.model import Language, Words

_WORDS = Words(
    at_a_glance="Auf einen Blick",
    assessment="Einordnung",
    method="Methode",
    appendix="Anhang",
    voice="Dazu aus der Befragung",
    briefing_for="Briefing für {audience}",
    summary_for="Kurzfassung für {audience}",
    version="Fassung {version}",
    draft="Entwurf",
    page="Seite {page} von {pages}",
    continued="{title} ({part} von {parts})",
    topic="Thema: {label}",
    question="Frage: „{label}“",
    wording_not_published="Fragewortlaut nicht veröffentlicht",
    single="Einfachnennung",
    multiple="Mehrfachnennungen",
    scale="Antwortskala",
    single_in="Einfachnennung: {topics}",
    multiple_in="Mehrfachnennungen: {topics}",
    scale_in="Antwortskala: {topics}",
    n_questions="{n} Fragen",
    mode_in_wave="{wave} {mode}",
    inferred_from_sum="(aus der Summe von {sum} erschlossen)",
    inferred_from_sums="(aus den Summen erschlossen)",
    inferred_from_sums_short="(aus den Summen)",
    base="Basis: {base}",
    n="n\u00a0=\u00a0{n}",
    n_not_published="n\u00a0nicht veröffentlicht",
    source="Quelle: {source}",
    dated="{publisher}, {date}",
    rounding="Abweichung von 100\u00a0% durch Rundung",
    of_unit="der {unit}",
    share_of="Anteil {of_unit} in Prozent",
    one_dot="Ein Punkt steht für ein Prozent {of_unit}",
    with_answer="Anteil {of_unit} mit der Antwort „{answer}“ in Prozent",
    less_than="weniger als {number}",
    not_published="nicht veröffentlicht",
    not_published_short="n.\u00a0v.",
    not_asked="nicht abgefragt",
    rest="Rest",
    rest_short="Rest n.\u00a0v.",
    rest_unpublished="nicht veröffentlicht",
    rest_no_answer="keine Angabe",
    rest_unknown="Rundung oder keine Angabe",
    question_changed="Frage geändert",
    not_comparable="eingeschränkt vergleichbar",
    further_rows="{n} weitere",
    net="{label} (Netto)",
    earlier_label="{wave}: „{label}“",
    recommendation="Empfehlung",
    evidence="Beleg aus der Befragung",
    reported="{role}, sinngemäß wiedergegeben",
    opinion="Empfehlungen sind Einordnungen der Redaktion, keine Ergebnisse der Befragung",
    evidence_at="Belege: {references}",
    slide="Folie\u00a0{number} ({mode})",
    published_head="Veröffentlicht",
    unpublished_head="Nicht veröffentlicht",
    publisher="Herausgeber",
    conducted_by="{publisher}; Befragung durch {institute}",
    respondents="Befragte",
    rhythm="Turnus",
    yearly="jährlich",
    waves="Wellen",
    fieldwork="Feldzeit",
    mode="Erhebungsart",
    weighting="Gewichtung",
    sponsor="Auftraggeber",
    scope="Umfang",
    scope_value="Anteile: {figures}, Fragen: {questions} ({date})",
    scope_earlier="dazu einzelne Anteile aus früheren Wellen",
    unknown_n="Zahl der Befragten (n)",
    unknown_fieldwork="Zeitraum der Befragung",
    unknown_mode="Erhebungsart",
    unknown_wording="Wortlaut der Fragen",
    unknown_wave="Anteile für {wave}",
    unknown_rest="Rest zu 100\u00a0% bei „{topic}“",
    unknown_rests="Rest zu 100\u00a0% bei {n} Fragen",
    appendix_title="Alle {figures} veröffentlichten Anteile, {date}",
    appendix_waves_title="Alle {figures} Anteile von {date} und frühere Wellen",
    failed_claim="Durch die Daten nicht gedeckt",
    chart="Diagramm",
    alternative="{kind}: {title}",
    bars_kind="Balkendiagramm",
    columns_kind="Säulendiagramm",
    parts_kind="Geteilter 100-%-Balken",
    field_kind="Punktefeld",
    marked="hervorgehoben",
    break_between="{first} und {second} sind nur eingeschränkt vergleichbar: {reason}",
    figure_field="Feld aus 100 Punkten, davon {figure} hervorgehoben",
    method_title="Was über die Befragung bekannt ist und was nicht",
    most_named="Am häufigsten genannt: {answers}",
    leading_answer="{answer}: {figure}",
    answer_in_list="{answer} ({figure})",
    default_message="{of_unit}: **{answer}**",
    default_caption="**{of_100} {unit}:** {answer}",
)

_ARTICLES = "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines"
_PREPOSITIONS = (
    "ab als am an ans auf aufs aus außer bei beim bis durch für gegen hinter im in ins je laut mit nach neben ohne pro "
    "seit statt trotz über um unter vom von vor während wegen wie zu zum zur zwischen"
)
_CONJUNCTIONS = (
    "aber bevor bzw. da damit dass denn doch falls indem nachdem ob obwohl oder seitdem sobald sofern solange sondern "
    "sowie sowohl und weil wenn wobei"
)

_COMPARATIVES = (
    "größer kleiner höher niedriger häufiger seltener stärker schwächer öfter eher besser schlechter länger kürzer "
    "geringer früher später wichtiger beliebter lieber jünger älter wahrscheinlicher verbreiteter anders doppelt"
)
_SUPERLATIVES = (
    "größt höchst niedrigst häufigst seltenst stärkst schwächst kleinst geringst wichtigst beliebtest wenigst"
)
_FRACTIONS = "hälfte halb drittel viertel fünftel sechstel siebtel achtel neuntel zehntel"
_ORDINALS = "zweite dritte vierte fünfte sechste siebte achte neunte zehnte"
_NUMBERS = "eine?[mnrs]? zwei drei vier fünf sechs sieben acht neun"
_CLAIM_WORDS = (
    r"(?<!nicht )(?<!nicht\xa0)mehr|weniger|mindestens|höchstens|fast|beinahe|nahezu|knapp|rund(?! um\b)|annähernd",
    r"(?:über|unter|etwa|gut|ungefähr) \d\S*",
    rf"(?:{'|'.join(_COMPARATIVES.split())})(?:e[mnrs]?)? als",
    rf"(?:{'|'.join(_SUPERLATIVES.split())})(?:e[mnrs]?)?|meist(?:e[mnrs]?|ens)?|mehrheit(?:lich)?|minderheit",
    rf"(?:{'|'.join(_FRACTIONS.split())})n?|jede[mnrs]? (?:{'|'.join(_ORDINALS.split())})[mnrs]?",
    rf"(?:{'|'.join(_NUMBERS.split())}) von (?:{'|'.join(_NUMBERS.split())}|zehn|hundert)",
    r"(?:führt|führen)(?! zu\b)(?!.*\bdurch\b)|führend(?:e[mnrs]?)?|überwieg(?:t|en|end)",
    r"(?:liegt|liegen) (?:vorne?|hinten)|an der spitze|spitzenreiter|vor allem",
    r"verdoppelt|verdreifacht|halbiert|gestiegen|gesunken|gewachsen|zugenommen|abgenommen",
)

LANGUAGE = Language(
    code="de",
    tag="de-DE",
    locale="de_DE",
    hyphenation="de_DE",
    quotes=("„", "“"),
    weak_words=frozenset(f"{_ARTICLES} {_PREPOSITIONS} {_CONJUNCTIONS}".split()),
    per_cent_word="Prozent",
    of_100="{n}\u00a0von\u00a0100",
    point_words=("Prozentpunkt", "Prozentpunkte"),
    unbound_percent=r"Prozent|von\s+100(?!\d)",
    claim_words=rf"\b(?:{'|'.join(_CLAIM_WORDS)})\b",
    plurals=german_plurals.PLURALS,
    words=_WORDS,
)
