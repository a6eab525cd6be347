"""Who the customers of a base are, as its `accounts.yaml` says, found again by account or number.

Numbers are compared as E.164. The last nine digits find what was written or shown in another
way; that is a suggestion for the agent to judge and never an answer.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from kbdesk.core.contact import Caller
from kbdesk.core.phones import Phone, read_phone, tail
from kbdesk.core.queues import mappings, text, texts
from kbdesk.services.lists.spaces import mapping_of
from kbdesk.store.entities import Entities

MOST_MATCHES = 8  # a number of a switchboard belongs to many


class Callers:
    """The customers of one text of the list."""

    def __init__(self, callers: tuple[Caller, ...]) -> None:
        self._accounts = {caller.account: caller for caller in callers}
        self._numbers: Mapping[str, list[Caller]] = _indexed(callers, str)
        self._tails: Mapping[str, list[Caller]] = _indexed(callers, tail)

    def account(self, id_: str) -> Caller | None:
        return self._accounts.get(id_)

    def at(self, phone: Phone | None) -> tuple[Caller, ...]:
        """Return whose number this is."""
        found = self._numbers.get(phone.e164, ()) if phone and phone.e164 else ()
        return tuple(found[:MOST_MATCHES])

    def near(self, phone: Phone | None) -> tuple[Caller, ...]:
        """Return whose number looks like this one."""
        digits = "".join(filter(str.isdecimal, phone.e164 or phone.shown)) if phone else ""
        found = self._tails.get(tail(digits), ()) if tail(digits) else ()
        return tuple(found[:MOST_MATCHES])

    def __len__(self) -> int:
        return len(self._accounts)


def callers_of(entities: Entities) -> Callers:
    """Return the customers that the base lists; read again only when the list has changed."""
    body = entities.get("accounts", "accounts")
    return _NOBODY if body is None else _read(body)


@lru_cache(maxsize=1)  # each call asks, and YAML takes milliseconds
def _read(body: str) -> Callers:
    listed = mappings(mapping_of("accounts", body).get("accounts"))
    return Callers(tuple(_caller(item) for item in listed if text(item, "id")))


def _caller(item: Mapping[str, object]) -> Caller:
    phones = (read_phone(number) for number in texts(item.get("phones")))
    return Caller(
        account=text(item, "id"),
        name=text(item, "name") or text(item, "id"),
        product=text(item, "product"),
        since=_day(item.get("since")),
        phones=tuple(phone.e164 or phone.shown for phone in phones if phone.shown),
        tags=texts(item.get("tags")),
        note=text(item, "note"),
    )


def _day(value: object) -> str:
    return "" if value is None else str(value)


def _indexed(callers: tuple[Caller, ...], key: Callable[[str], str]) -> dict[str, list[Caller]]:
    found: dict[str, list[Caller]] = defaultdict(list)
    for caller in callers:
        for number in dict.fromkeys(map(key, caller.phones)):
            if number:
                found[number].append(caller)
    return dict(found)


_NOBODY = Callers(())
