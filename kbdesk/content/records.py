"""Articles that come as records, a row of a table or an object of an export, with their fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kbdesk.content.anchors import anchor
from kbdesk.content.articles import identify
from kbdesk.content.front_matter import fields_text
from kbdesk.content.html_to_markdown import convert, soup_of
from kbdesk.content.loss_report import Entry
from kbdesk.content.sources import PageText

_HTML = re.compile(
    r"</?(?:p|div|ul|ol|li|table|h[1-6]|br|a|strong|em|b|i|span|img|pre)\b[^>]*>", re.IGNORECASE
)
_NUMBERED_LINK = re.compile(r"(?:https?://[^/]+)?/hc/(?:[\w-]+/)?articles/(\d+)[^#]*(#.*)?\Z")


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record; `numbered` maps numbers of records to paths, for links by number."""

    path: str
    origin: str
    line: int
    fields: dict[str, object]
    body: str
    numbered: dict[str, str]
    entries: tuple[Entry, ...] = ()

    def identity(self) -> str:
        return identify(fields_text({"id": self.fields.get("id")}), self.path)

    def read(self) -> PageText:
        head = fields_text(self.fields) + "\n"
        if not _HTML.search(self.body):
            return PageText(head + self.body.strip() + "\n", self.entries)
        made = convert(soup_of(self.body), self.origin, self.path, link=self._link, first_line=-1)
        return PageText(head + made.text, (*self.entries, *made.entries), tuple(made.assets))

    def _link(self, href: str) -> str:
        """Turn a link to another record into a link to its article."""
        found = _NUMBERED_LINK.match(href)
        if not found or found[1] not in self.numbered:
            return href
        up = "../" * self.path.count("/")
        return f"{up}{self.numbered[found[1]]}{found[2] or ''}"


def free_path(parts: Iterable[str], taken: set[str]) -> str:
    """Make a path of names that nothing has yet, and take it."""
    stem = "/".join(filter(None, map(anchor, parts))) or "article"
    path, number = f"{stem[:150]}.md", 1
    while path in taken:
        number += 1
        path = f"{stem[:150]}-{number}.md"
    taken.add(path)
    return path
