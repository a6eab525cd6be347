"""A moment as people type it: “8:00”, « 8h30 », “tomorrow 8:00”, “16/11 18:00”, “2026-11-16 18:00”.

Qt-free. Days alone begin or end with the day; a time alone is the next such time. Day before month,
as in both languages of the desk outside America.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

_TIME = re.compile(r"(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?")
_WORDS = {
    "today": 0, "aujourd'hui": 0, "aujourd’hui": 0, "ce soir": 0, "tonight": 0,
    "tomorrow": 1, "demain": 1, "après-demain": 2,
}  # fmt: skip
NOWHERE = frozenset({"", "now", "maintenant", "-", "never", "jamais"})


def read_when(typed: str, now: datetime, *, end: bool = False) -> datetime | None:
    """Return the moment meant, None for at once or never; raise ValueError for what means none.

    `end` lets a day alone mean its last minute.
    """
    try:
        return _read(typed, now, end=end)
    except OverflowError as error:  # a year at the end of all calendars
        raise ValueError(typed) from error


def _read(typed: str, now: datetime, *, end: bool) -> datetime | None:
    text = " ".join(
        typed.casefold().replace(",", " ").replace(" à ", " ").replace(" at ", " ").split()
    )
    if text in NOWHERE:
        return None
    local = now.astimezone()
    day, rest = _day_in(text, local.date())
    found = _TIME.search(rest)
    if day is None and found is None:
        raise ValueError(typed)
    if found is not None:
        if _TIME.sub("", rest, count=1).strip():
            raise ValueError(typed)
        at = time(int(found[1]), int(found[2] or 0))
    else:
        if rest.strip():
            raise ValueError(typed)
        at = time(23, 59) if end else time(0, 0)
    chosen = day or local.date()
    moment = datetime.combine(chosen, at).astimezone()
    if day is None and moment < local:
        moment = datetime.combine(chosen + timedelta(days=1), at).astimezone()
    return moment.astimezone(UTC)


def _day_in(text: str, today: date) -> tuple[date | None, str]:
    """Take the day out of a text; return what is left."""
    for word, away in sorted(_WORDS.items(), key=lambda pair: -len(pair[0])):
        if text.startswith(word):
            return today + timedelta(days=away), text.removeprefix(word)
    if found := _ISO.search(text):
        return date(*(int(part) for part in found.groups())), _ISO.sub(" ", text, count=1)
    if found := _DAY.search(text):
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) if found[3] else today.year
        made = date(year + 2000 if year < 100 else year, month, day)
        if not found[3] and made < today - timedelta(days=180):
            made = date(year + 1, month, day)  # in December one means January to come
        return made, _DAY.sub(" ", text, count=1)
    return None, text


def write_when(moment: datetime | None) -> str:
    """Write a moment the way it can be typed again, "" for none."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment is not None else ""
