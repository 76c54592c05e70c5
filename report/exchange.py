"""What a build changes in a folder of outputs, and what the manifest says before, meanwhile and after."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from report.frozen import frozen
from report.manifest import Entry, Manifest


@frozen
class Standing:
    """A file that another one would replace. built: what builds wrote there, as far as it is known."""

    path: Path
    built: tuple[Entry, ...]
    is_as_built: bool


@frozen
class Before:
    """A folder as a build finds it. built: what earlier builds wrote there, by name; present: what stands there now."""

    built: Mapping[str, tuple[Entry, ...]]
    present: Mapping[str, Entry]

    def as_built(self, name: str) -> Entry | None:
        """The entry of a file that stands as a build wrote it."""
        return next((entry for entry in self.built.get(name, ()) if entry.is_of(self.present.get(name))), None)

    @property
    def standing(self) -> Mapping[str, Entry]:
        """Every file that stands as a build wrote it."""
        return {name: entry for name in self.built if (entry := self.as_built(name))}

    @property
    def changed_decks(self) -> Mapping[str, tuple[Entry, ...]]:
        """Decks that are no longer as a build wrote them, with what builds wrote there."""
        known = {name: entries for name, entries in self.built.items() if any(each.fingerprint for each in entries)}
        return {name: known[name] for name in known if name in self.present and not self.as_built(name)}


@frozen
class Exchange:
    """The files that change and those that go; the manifests while they do, and afterwards."""

    changed: Mapping[str, Entry]
    stale: Mapping[str, Entry]
    meanwhile: Manifest
    final: Manifest


def exchange(
    before: Before, staged: Mapping[str, Entry], *, spared: Collection[str], keeps: Callable[[str], bool], of: Manifest
) -> Exchange:
    """What becomes of a folder.

    staged: the new set; spared: those of it that replace nothing. keeps: whether a file of an earlier build that stands
    stays in the set. of: the manifest as far as it says whose set it is.
    """
    new = {name: entry for name, entry in staged.items() if name not in spared}
    rest = {name: entry for name, entry in before.standing.items() if name not in new}
    kept = {name: entry for name, entry in rest.items() if name in spared or keeps(name)}
    stale = {name: entry for name, entry in rest.items() if name not in kept}
    changed = {name: entry for name, entry in new.items() if not entry.is_of(before.present.get(name))}
    left = {name: entries for name, entries in before.changed_decks.items() if name not in new}
    final = replace(of, files={**kept, **new}, changed_by_hand=left)
    settled = {name: entry for name, entry in final.files.items() if name not in changed}
    replacing = {
        name: tuple(entry for entry in (_replaced(before, name), changed.get(name)) if entry)
        for name in (*changed, *stale)
    }  # fmt: skip
    return Exchange(changed, stale, replace(final, files=settled, replacing=replacing), final)


def _replaced(before: Before, name: str) -> Entry | None:
    """What stands where another file comes: as a build wrote it, or a deck that may be replaced though it changed."""
    if name in before.changed_decks:
        there, last = before.present[name], before.changed_decks[name][-1]
        return replace(last, sha256=there.sha256, size=there.size)
    return before.as_built(name)
