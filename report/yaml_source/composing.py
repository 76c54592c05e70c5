"""From the text of a file to its tree, as far as YAML can read it.

Where one value makes the parser give up, the fault is explained and the file is read again without that value, so
that the faults behind it are told in the same run.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import yaml

from report.diagnostics import Diagnostic, ReportError
from report.yaml_source.composer import Composer, Halt
from report.yaml_source.failure import CLOSING, Failure
from report.yaml_source.faults import Fault
from report.yaml_source.lookalikes import read_as_meant
from report.yaml_source.source import SourceFile
from report.yaml_source.syntax import explain, is_of_one_value
from report.yaml_source.tree import Block

MOST_HIDDEN = 50
"""Values that are passed over because YAML stumbled over them; the file is read anew for each."""


def compose(source: SourceFile) -> tuple[Block | None, tuple[Diagnostic, ...]]:
    """The tree of a file and what is wrong with its YAML; None where nothing of it can be used.

    Raises ReportError if PyYAML was built without libyaml: its other parser refuses questions in flow mappings.
    """
    if not yaml.__with_libyaml__:
        message = "this PyYAML was built without libyaml, which reading needs"
        raise ReportError([Diagnostic(Fault.NO_LIBYAML, message, hint="install a PyYAML wheel for this platform")])
    source, lookalikes = read_as_meant(source)
    hidden: tuple[int, ...] = ()
    explained = list(lookalikes)
    while True:
        composer = Composer(source, hidden)
        try:
            root = composer.document()
        except Halt as halt:
            return None, _each_once(explained, composer.faults, [halt.fault])
        except yaml.MarkedYAMLError as error:
            failure = Failure.of(error, source)
            fault = explain(failure)
            explained += [] if _is_told(fault, lookalikes) else [fault]
            value = _value_to_hide(fault, failure)
            if value is None or value[0] in hidden or len(hidden) == MOST_HIDDEN:
                return None, _each_once(explained, composer.faults)
            source, hidden = source.hiding(*value), (*hidden, value[0])
        else:
            return root, _each_once(explained, composer.faults)


def _is_told(fault: Diagnostic, lookalikes: Sequence[Diagnostic]) -> bool:
    """Whether a line begins in the wrong column for a blank in it, or in the line above, that is told already."""
    if fault.id != Fault.INDENTATION or fault.location is None:
        return False
    lines = [odd.location.line for odd in lookalikes if odd.id == Fault.ODD_SPACE and odd.location]
    return fault.location.line in lines or fault.location.line - 1 in lines


def _each_once(*faults: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(itertools.chain(*faults)))


def _value_to_hide(fault: Diagnostic, failure: Failure) -> tuple[int, int] | None:
    """The ends of the value that YAML stumbled over, if the rest of the file can be read without it."""
    if fault.location is None or not is_of_one_value(fault, failure):
        return None
    line = failure.source.line(fault.location.line)
    start = failure.source.line_starts[fault.location.line - 1]
    found = _VALUE.fullmatch(line)
    if not found or _brackets(found["value"]):
        return None
    return start + found.start("value"), start + found.end("value")


def _brackets(text: str) -> int:
    """How many more brackets are opened than closed."""
    return sum(text.count(opening) - text.count(closing) for opening, closing in CLOSING.items())


_VALUE = re.compile(r"""(?P<key>\s*(?:-\ +)*(?:[^\s"'{\[#:][^:#]*:\ +|(?<=-\ )))(?P<value>\S.*)""", re.VERBOSE)
"""A line with a key and a value, or an item of a list and its value."""
