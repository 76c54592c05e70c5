"""What stands behind `holds`: the condition under which a text is true, one line in the language of claims."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from report.diagnostics import Diagnostic, SourceText
from report.yaml_source import Fault, Misread, Reads
from report.yaml_source.schema import LONGEST_EXAMPLE
from report.yaml_source.tree import Items, Node, Scalar
from report.yaml_source.values import LINE_SCHEMA, read_line

ALSO_CALLED = {"claim": "holds", "condition": "holds"}
"""What authors write for `holds`."""


def _read_condition(node: Node) -> SourceText:
    if not isinstance(node, Items):
        return read_line(node)
    message = f"{node.name} is a list where one condition belongs"
    joined = " and ".join(item.text.text for item in node if isinstance(item, Scalar))
    # A comma inside of brackets cuts a condition in two, and "or" binds less than "and".
    is_shown = 0 < len(joined) <= LONGEST_EXAMPLE and not set("()") & set(joined) and " or " not in joined
    hint = f"write {joined}" if is_shown else "join the conditions with and"
    raise Misread(Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=hint))


ConditionLine: TypeAlias = Annotated[SourceText, Reads(_read_condition, LINE_SCHEMA, blank=SourceText(""))]
"""When a text is true."""
