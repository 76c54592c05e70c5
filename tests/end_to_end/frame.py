"""The shipped briefing with everything that frames findings: four chapters, two free slides, somebody to ask."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from tests.conftest import CHECKOUT

SHIPPED = CHECKOUT / "data" / "social-media-2016"

FINDINGS = """
  - id: responsible
    question: departments
    topic: {de: Zuständigkeit, en: Responsibility}
    headline:
      de: "Marketing nennen {{ departments.marketing }} als hauptverantwortlich, PR {{ departments.pr }}"
      en: "{{ departments.marketing }} name marketing as mainly responsible, {{ departments.pr }} name PR"
    exhibit: {kind: bars, emphasize: [marketing], contrast: [pr]}
    text:
      de: "Marketing nennen {{ departments.marketing | words }} der Befragten."
      en: "{{ departments.marketing | words }} of respondents name marketing."
"""

FRAME = """
chapters:
  - title: {de: Organisation, en: Organisation}
    text:
      de: Wer in den Unternehmen für soziale Medien zuständig ist und was sich seit 2013 geändert hat
      en: Who is in charge of social media in companies, and what has changed since 2013
    findings: [organisation, development]
  - title: {de: Zuständigkeit, en: Responsibility}
    findings: [responsible]
  - title: {de: Hürden, en: Obstacles}
    text:
      de: Woran es fehlt
      en: What is lacking
    findings: [challenges]
  - title: {de: Ziele, en: Goals}
    findings: [goals]

slides:
  - after: strategy
    topic: {de: So wurde gefragt, en: How it was asked}
    title:
      de: Gefragt wurden Marketingverantwortliche, nicht die Teams selbst
      en: Heads of marketing were asked, not the teams themselves
    text:
      de: |
        Die Befragung richtet sich an **Marketingverantwortliche** von Unternehmen der ITK-Branche.

        Wo mehrere Antworten möglich waren, sagen die Anteile, **wie oft** etwas genannt wurde.

        {{ goals.awareness }} nennen Bekanntheit als Ziel.
      en: |
        The survey was put to **heads of marketing** of companies in the ICT industry.

        Where several answers were possible, the shares say **how often** something was named.

        {{ goals.awareness }} name awareness as a goal.
    picture: pictures/form.png
    alternative:
      de: Zeichnung eines Fragebogens mit fünf Kästchen, drei davon angekreuzt
      en: Drawing of a questionnaire with five boxes, three of them ticked
    credit: {de: eigene Zeichnung, en: our own drawing}
  - title:
      de: Der Fragebogen ist nicht veröffentlicht; Fragen sind sinngemäß wiedergegeben
      en: The questionnaire has not been published; questions are given in substance
    text:
      de: |
        Herausgeber und Institut haben Zahlen und Antworten veröffentlicht, nicht die Fragen im Wortlaut.
      en: |
        Publisher and institute have published figures and answers, not the questions as they were put.
    notes:
      de: Nur zeigen, wenn jemand nach dem Fragebogen fragt.
      en: Show it only if somebody asks about the questionnaire.

contact:
  name: Kim Beispiel
  role: {de: Leitung Befragungen, en: Head of surveys}
  mail: befragung@beispiel.example
  phone: "+49 30 0000 000"
"""


def framed(folder: Path, *, status: str = "final", frame: str = FRAME) -> Path:
    """A folder with the briefing, its survey and its picture."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.yaml").write_bytes((SHIPPED / "survey.yaml").read_bytes())
    told = (SHIPPED / "briefing.yaml").read_text("utf-8").replace("status: final", f"status: {status}")
    opening, _, rest = told.partition("\n  - id: challenges\n")
    assert rest, "the shipped briefing has lost a finding that this one counts on"
    whole = f"{opening}\n{FINDINGS.strip(chr(10))}\n\n  - id: challenges\n{rest}{frame}"
    (folder / "briefing.yaml").write_text(whole, "utf-8")
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "pictures" / "form.png").write_bytes(drawn(1200, 1300))
    return folder


def drawn(width: int, height: int, kind: str = "PNG", **saved: object) -> bytes:
    """A questionnaire on a table, drawn to this size."""
    image = Image.new("RGB", (width, height), "#DCE5ED")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 0.75, width, height), fill="#C3CDD9")
    left, top, right, bottom = width * 0.22, height * 0.12, width * 0.78, height * 0.88
    pen.rectangle((left, top, right, bottom), fill="#FFFFFF")
    for row in range(5):
        y = top + (bottom - top) * (0.15 + 0.16 * row)
        side = (right - left) * 0.06
        fill = "#0B6E99" if row in (0, 2, 4) else "#FFFFFF"
        pen.rectangle((left + side, y, left + 2 * side, y + side), fill=fill, outline="#828EA3", width=3)
        pen.rectangle((left + 3 * side, y + side * 0.2, right - side, y + side * 0.6), fill="#C3CAD6")
    written = BytesIO()
    image.save(written, kind, **saved)
    return written.getvalue()
