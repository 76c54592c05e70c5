"""What makes PowerPoint offer a repair and a validation against the schemas does not see.

    parts          the zip, content types, relationships, media, document properties
    presentation   slides, layouts, notes and sections, and the ids that tie them
    slides         shapes, tables and links on a slide
    charts         the values that charts keep, and the workbooks behind them

The rules were found by single changes of a good deck; none of them fires on decks that PowerPoint wrote itself.
"""

from report.checks.lint import charts, parts, presentation, slides
from report.checks.rule import Rule

RULES: tuple[Rule, ...] = (*parts.RULES, *presentation.RULES, *slides.RULES, *charts.RULES)
