"""What keeps people from reading a deck, or a screen reader from telling it.

    alternatives   texts that stand for pictures
    titles         slides, sections and the document have names
    tables         tables that can be read cell by cell
    reading        order, language, links, and what moves or plays by itself
    contrast       whether letters stand out from what lies under them
    sizes          whether letters are large enough

Errors are what Microsoft's accessibility checker counts as such, and contrast; warnings are good practice.
"""

from report.checks.access import alternatives, contrast, reading, sizes, tables, titles
from report.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *titles.RULES,
    *alternatives.RULES,
    *tables.RULES,
    *reading.RULES,
    *contrast.RULES,
    *sizes.RULES,
)
