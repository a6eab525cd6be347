"""What is typed into the form of a cohort, read and held against what there is. Qt-free.

People are typed as names, one a line or after commas; a day as 4.12.2026, 4/12 or 2026-12-04.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Person = tuple[str, str, str]  # id, name, role
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?")


@dataclass(frozen=True, slots=True)
class Named:
    """The people that were meant, and the names that fit nobody, or several."""

    people: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def read_people(text: str, known: Sequence[Person]) -> Named:
    """Find people by id, full name, or the part of a name that only one of them has."""
    people: dict[str, None] = {}
    unknown = []
    for typed in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        found = _matching(typed, known)
        if len(found) == 1:
            people[found[0]] = None
        else:
            unknown.append(typed)
    return Named(tuple(people), tuple(unknown))


def write_people(people: Sequence[str], known: Sequence[Person]) -> str:
    """Write people as they are read, by their names where these are their own."""
    names = {id_: name for id_, name, _role in known}
    written = []
    for id_ in people:
        name = names.get(id_, id_)
        written.append(name if _matching(name, known) == [id_] else id_)
    return ", ".join(written)


def read_day(text: str, today: date) -> date | None:
    """Read a day; one without a year is the next such day. None for what is none."""
    typed = text.strip()
    try:
        if found := _DAY.fullmatch(typed):
            day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
            of = date(year, month, day)
            return of if found[3] or of >= today else date(year + 1, month, day)
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _matching(typed: str, known: Sequence[Person]) -> list[str]:
    wanted = _plain(typed)
    whole = [id_ for id_, name, _role in known if wanted in (_plain(id_), _plain(name))]
    if whole:
        return whole
    return [id_ for id_, name, _role in known if wanted in _plain(name).split()]


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).strip()
