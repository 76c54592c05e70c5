"""What was made of a briefing before, in whatever build: its files, kept under the digest of all that decides them.

A key is made of a briefing as it is told in a language, numbers bound; so a comment in a file, a text of the other
language, or a line that only moved leads to what was made before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from itertools import product

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.ooxml.fingerprint import Fingerprint
from report.pipeline import Product, Telling
from report.store import Store
from report.store.canonical import as_bytes, digest, from_bytes


class VanishedError(Exception):
    """What was kept a moment ago is no longer there: another build needed the room, or somebody emptied the store."""


@frozen
class Made:
    """The bytes of an output; fingerprint: of what people see of it, where it is something that they edit."""

    content: bytes
    fingerprint: Fingerprint | None = None


@frozen
class KeptProduct:
    """The files of a product in one language, by their names below the folder of the briefing, and its warnings.

    places: the digest of where the briefing's texts stand, if warnings name such places; they are true of no other.
    """

    files: Mapping[str, Made]
    warnings: tuple[Diagnostic, ...]
    places: str | None


@frozen
class Standing:
    """A product that was made before: its key, the names of its files, what was warned of."""

    key: str
    files: tuple[str, ...]
    warnings: tuple[Diagnostic, ...]


@frozen
class ProductKeys:
    """The keys of all products of a briefing that is told; `places` gives the digest of where its texts stand."""

    keys: Mapping[tuple[str, Product], str]
    places: Callable[[], str]

    @classmethod
    def of(cls, telling: Telling, name: str, built: datetime, store: Store) -> ProductKeys:
        """The keys in a store. name: of the folder of the briefing."""
        house = digest(telling.company, telling.brand, name, built)
        told = {briefing.language.code: digest(briefing, house) for briefing in telling.briefings}
        keys = {of: store.key(of[1], told[of[0]]) for of in product(told, Product)}
        return cls(keys, partial(digest, telling.briefings, with_places=True))  # few warnings need it


def standing_products(
    store: Store, keys: ProductKeys, wanted: tuple[Product, ...]
) -> Iterator[tuple[tuple[str, Product], Standing]]:
    """Those of the wanted products that a store has, by language and product."""
    for of, key in keys.keys.items():
        kept = _kept(store, key) if of[1] in wanted else None
        if kept and (kept.places is None or kept.places == keys.places()):
            yield of, Standing(key, tuple(kept.files), kept.warnings)


def files_of(store: Store, standing: Standing) -> Mapping[str, Made]:
    """The files of a product that was made before; raises VanishedError where they are gone meanwhile."""
    kept = _kept(store, standing.key)
    if kept is None:
        raise VanishedError
    return kept.files


def keep(
    store: Store,
    keys: ProductKeys,
    of: tuple[str, Product],
    files: Mapping[str, Made],
    warnings: tuple[Diagnostic, ...],
) -> None:
    """Keep what was made of a product in a language, and what was warned of."""
    places = keys.places() if any(warning.location for warning in warnings) else None
    store.put(keys.keys[of], as_bytes(KeptProduct(files, warnings, places)))


def _kept(store: Store, key: str) -> KeptProduct | None:
    kept = from_bytes(store.get(key))
    return kept if isinstance(kept, KeptProduct) else None
