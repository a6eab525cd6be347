"""A day as a person types it: « 1er mars », 01/03/2026, 2026-03-01, March 1, hier, tomorrow.

Days come before months, as in France and most of the world; only the name of a month may stand
first. Without a year the nearest such day is meant, before or after today: on 22 November, “1
March” is that of next year. Whoever asks shows the day with its year, so that nobody has to guess.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta

LONGEST = 40  # letters; a day is never longer
_MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
_NEAR = {
    "aujourd'hui": 0, "auj": 0, "today": 0, "hier": -1, "yesterday": -1, "demain": 1, "tomorrow": 1,
}  # fmt: skip
_WEEKDAY = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?"
    r"|\b(?:le|du|au|the|on|of)\b"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? ?([a-z]{3,})\.?,?(?: (\d{4}|\d{2}))?")
_NAME_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """Read a day; None for what is none."""
    words = _plain(text)
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(words):
        return _dated(int(found[1]), _month(found[2]), found[3], today)
    if found := _NAME_FIRST.fullmatch(words):
        return _dated(int(found[2]), _month(found[1]), found[3], today)
    return None


def until_midnight(moment: datetime) -> timedelta:
    """Return how long it is from an aware moment to the next midnight where this machine stands."""
    here = moment.astimezone()
    tomorrow = here.date() + timedelta(days=1)
    # Naive on purpose: it is the machine that knows which offset it will have that night.
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day)  # noqa: DTZ001
    return midnight.astimezone() - here


def _plain(text: str) -> str:
    """Fold case, accents and the words around a day."""
    parts = unicodedata.normalize("NFKD", text[:LONGEST].casefold().replace("’", "'"))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(_WEEKDAY.sub(" ", plain).split())


def _month(name: str) -> int:
    """Return the month that a name or its beginning means, 0 when that is none or not only one."""
    if name in _MONTHS:
        return _MONTHS[name]
    found = {number for month, number in _MONTHS.items() if month.startswith(name)}
    return found.pop() if len(found) == 1 else 0


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = (_day(today.year + by, month, day) for by in range(-4, 5))  # 29 February may be far
    return min(filter(None, near), key=lambda one: abs(one - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
