"""Who vouched for which text: the verifications that came down, and those that wait here."""

import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kbdesk.core.verification import Vouched, trust
from kbdesk.store.article_rows import CardRow
from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment

log = logging.getLogger(__name__)

Waiting = Callable[[], Mapping[str, Vouched | None]]  # None: that which came is taken back

_OF = """SELECT v.id, v.body, a.rev FROM json_each(?) w
    CROSS JOIN entities v ON v.kind = 'verification' AND v.id = w.value
    JOIN entities a ON a.kind = 'article' AND a.id = v.id"""

_ALL = """SELECT v.id, v.body, a.rev FROM entities v
    JOIN entities a ON a.kind = 'article' AND a.id = v.id WHERE v.kind = 'verification'"""


class Verifications:
    """The last verification of each article; `waiting` are those that did not come down yet."""

    def __init__(self, kb: Database, waiting: Waiting = dict) -> None:
        self._kb = kb
        self._waiting = waiting

    def of(self, ids: Sequence[str]) -> dict[str, Vouched]:
        """Return the verifications of some articles, in one query."""
        waiting = self._waiting()
        found = _read(self._kb.reading().rows(_OF, json.dumps(list(ids))))
        return _laid_over(found, {id_: waiting[id_] for id_ in ids if id_ in waiting})

    def all(self) -> dict[str, Vouched]:
        return _laid_over(_read(self._kb.reading().rows(_ALL)), self._waiting())

    def applied(self, cards: Sequence[CardRow]) -> list[CardRow]:
        """Return rows of a list with the trust they deserve."""
        known = self.of([card.id for card in cards]) if cards else {}
        return [_trusted(card, known[card.id]) if card.id in known else card for card in cards]


def _laid_over(found: dict[str, Vouched], here: Mapping[str, Vouched | None]) -> dict[str, Vouched]:
    return {id_: one for id_, one in {**found, **here}.items() if one is not None}


def _trusted(card: CardRow, vouched: Vouched) -> CardRow:
    found = trust(card.verified, card.review_every, "", vouched)
    return replace(card, verified=found.verified, review_every=found.review_every)


def _read(rows: Iterable[Any]) -> dict[str, Vouched]:
    found = {}
    for id_, body, rev in rows:
        try:
            found[id_] = _vouched(id_, json.loads(body), rev)
        except (
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            OverflowError,
            RecursionError,
        ) as error:
            log.info("The verification of %s is left aside: %s", id_, error)
    return found


def _vouched(id_: str, said: dict[str, Any], rev: int) -> Vouched:
    at = read_moment(str(said["at"]))
    if at.tzinfo is None:
        raise ValueError("A moment without a zone.")
    days = int(said.get("review_every") or 0)
    return Vouched(
        article=id_,
        rev=int(said["rev"]),
        by=str(said.get("by") or ""),
        at=at,
        comment=str(said.get("comment") or ""),
        review_every=timedelta(days=days) if 0 < days < 100_000 else None,
        holds=int(said["rev"]) == rev,
    )
