"""YAML as an author would write it, of mappings, lists and texts."""

from __future__ import annotations

import yaml


class OneLine(list[str]):
    """Names that stand on one line, in brackets."""


class _Dumper(yaml.SafeDumper):
    """Sets lists in below their key, and writes paragraphs as they will be read."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """The hook by which PyYAML would put lists level with their key."""
        super().increase_indent(flow, indentless=False)

    def text(self, text: str) -> yaml.ScalarNode:
        """A text of several lines as a block, another as YAML needs it."""
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    def names(self, names: OneLine) -> yaml.SequenceNode:
        """Names on one line."""
        return self.represent_sequence("tag:yaml.org,2002:seq", names, flow_style=True)


_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(OneLine, _Dumper.names)


def dumped(value: object) -> str:
    """A value as the text of a file; every text on one line unless it has several."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10**6)
