"""The front-matter fields that mean something to us, each read strictly or translated with a note.

Ours: a wrong value is a fault. Theirs (`language`, `category` …): understood where the meaning is
plain; everything we do not know is kept in `extra` and stays in the text.
"""

import re
from datetime import date, datetime, timedelta

from kbdesk.content.front_matter import Field, FrontMatter
from kbdesk.content.loss_report import Entry, Severity
from kbdesk.content.one_line import one_line
from kbdesk.core.articles import Audience, Kind
from kbdesk.core.life_cycle import Status, kept_moment, moment_of
from kbdesk.errors import BadContent

_TEXTS = {"id", "title", "summary", "space", "owner"}
_DAYS = {"verified", "valid_from", "valid_to", "updated"}
_OTHERS_TAGS = ("category", "categories", "subjects", "keywords", "labels")
OURS = frozenset(
    _TEXTS | _DAYS | {"kind", "tags", "aliases", "review_every", "audience", "lang"}
)  # fmt: skip
_INTERVAL = re.compile(r"(\d{1,5})\s*([dwmy]?)\Z")
_DAYS_IN = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\Z")


class Fields:
    """The fields of one article, with the notes that reading them makes."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self._fields = front.fields
        self._path = path
        self.entries: list[Entry] = [
            self._entry(field, "Fields written twice; the last one counts", "is written twice")
            for field in front.repeated
        ]

    def text(self, name: str) -> str:
        field = self._given(name)
        if field is None:
            return ""
        if field.text is None:
            raise self.fault(name, "one_text", "One text is expected here, not a list.")
        return field.text.strip()

    def day(self, name: str) -> date | None:
        text = self.text(name)
        if not text:
            return None
        try:
            return (
                date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
            )
        except ValueError:
            shown = text[:40]
            told = f"“{shown}” is not a day of the calendar."
            raise self.fault(name, "no_day", told, "Write YYYY-MM-DD.", shown) from None

    def interval(self, name: str) -> timedelta | None:
        text = self.text(name)
        if not text:
            return None
        found = _INTERVAL.match(text.lower())
        if not found or not int(found[1]):
            shown = text[:40]
            told = f"“{shown}” is not a length of time."
            raise self.fault(name, "no_length", told, "Write 90d, 12w, 6m or 1y.", shown)
        return timedelta(days=int(found[1]) * _DAYS_IN[found[2]])

    def kind(self) -> Kind:
        text = self._word("kind")
        if text.lower() in set(Kind):
            return Kind(text.lower())
        if text:
            topic = "Kinds of another system, read as “article”"
            self._note("kind", topic, f"“{text}” is read as “article”", text)
        return Kind.ARTICLE

    def audience(self) -> Audience:
        text = self._word("audience")
        if text.lower() in set(Audience):
            return Audience(text.lower())
        if text:
            topic = "Audiences of another system, read as “internal”"
            self._note("audience", topic, f"“{text}” is read as “internal”", text)
        return Audience.INTERNAL

    def lang(self) -> str:
        name = "lang" if self._given("lang") else "language"
        text = self._word(name)
        found = _LANG.match(text)
        if text and not found:
            self._note(name, "Languages that cannot be read", f"“{text}” is read as “fr”", text)
        return found[1].lower() if found else "fr"

    def tags(self) -> tuple[str, ...]:
        tags = self._texts("tags", strict=True, commas=True)
        for name in _OTHERS_TAGS:
            tags += self._texts(name, strict=False, commas=name != "category")
        return tuple(dict.fromkeys(tags))

    def aliases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._texts("aliases", strict=True, commas=False)))

    def extra(self) -> dict[str, object]:
        return {name: field.value() for name, field in self._fields.items() if name not in OURS}

    def check_order(self, first: str, last: str, start: date | None, end: date | None) -> None:
        if start and end and end < start:
            told = f"{end} is before {first}, {start}."
            raise self.fault(last, "ends_first", told, "", str(end), first, str(start))

    def check_life(self) -> None:
        """Refuse moments that are none: what is never published, or never goes, must be seen."""
        start = self._moment("publish_at", ends=False)
        end = self._moment("expire_at", ends=True)
        if start and end and end <= start:
            told = "It would go before it comes (publish_at)."
            raise self.fault("expire_at", "goes_first", told)
        status = self._word("status")
        if status and status.casefold() not in set(Status):
            topic = "States of another system, read as “published”"
            self._note("status", topic, f"“{status}” is read as “published”", status)

    def _moment(self, name: str, *, ends: bool) -> datetime | None:
        text = self.text(name)
        if not text:
            return None
        try:
            return moment_of(kept_moment(text, ends=ends))
        except (ValueError, OverflowError, OSError):
            shown = text[:40]
            told = f"“{shown}” is not a moment."
            raise self.fault(name, "no_moment", told, "Write YYYY-MM-DDTHH:MM.", shown) from None

    def fault(
        self, name: str, code: str, sentence: str, remedy: str = "", *values: str
    ) -> BadContent:
        """Make the fault of a field, at its line."""
        field = self._fields.get(name)
        line = field.line if field else 0
        return BadContent(
            sentence,
            path=self._path,
            line=line,
            field=name,
            remedy=remedy,
            code=code,
            values=values,
        )

    def _given(self, name: str) -> Field | None:
        field = self._fields.get(name)
        return None if field is None or field.empty else field

    def _word(self, name: str) -> str:
        """Return a word that others may have written otherwise: a list of them gives the first."""
        field = self._given(name)
        texts = field.texts() if field else None
        return texts[0].strip() if texts else ""

    def _texts(self, name: str, *, strict: bool, commas: bool) -> list[str]:
        field = self._given(name)
        if field is None:
            return []
        texts = field.texts()
        if texts is None:
            if strict:
                raise self.fault(name, "no_list", "A list of texts is expected here.")
            return []
        if commas and field.text is not None:
            texts = field.text.split(",")
        return [cleaned for text in texts if (cleaned := one_line(text))]

    def _note(self, name: str, topic: str, message: str, value: str) -> None:
        self.entries.append(self._entry(self._fields[name], topic, message, value[:80]))

    def _entry(self, field: Field, topic: str, message: str, value: str = "") -> Entry:
        return Entry(
            Severity.NOTE, topic, self._path, message, field.line, field.name, value
        )  # fmt: skip
