"""The messages of a script as text to paste: one for each heading, what is internal left out.

Read from the rendered page and not from the screen, so that a copied message never depends on how
wide the window is or which slice of the page is in. Qt-free.
"""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from kbdesk.core.reading import OutlineEntry
from kbdesk.core.replies import Channel, channel_of, frame_of

_PARAGRAPHS = frozenset({"p", "pre", "ul", "ol", "table", "hr"})
_SPACES = re.compile(r"\s+", re.ASCII)
_HEADING = re.compile(r"h[1-6]")


def replies(html: str) -> dict[str, str]:
    """Return the text under each heading, by its anchor; "" for text before the first one."""
    reader = _Replies()
    reader.feed(html)
    reader.close()
    found = {anchor: _neat("".join(parts)) for anchor, parts in reader.found.items()}
    return {anchor: text for anchor, text in found.items() if text}


def frame(html: str) -> tuple[str, str]:
    """Return the greeting and the closing that a script sets for its mails."""
    reader = _Replies()
    reader.feed(html)
    reader.close()
    named = {reader.names.get(anchor, ""): "".join(parts) for anchor, parts in reader.found.items()}
    greeting, closing = frame_of({name: _neat(text) for name, text in named.items()})
    return greeting, closing


def first_for(
    channel: Channel, messages: Mapping[str, str], headings: Iterable[OutlineEntry]
) -> str:
    """Return the anchor of the message written for a channel, else of the first one, "" of none."""
    meant = (
        entry.anchor
        for entry in headings
        if entry.anchor in messages and channel_of(entry.text) is channel
    )
    first = next(iter(messages), "")
    return first if channel is Channel.PLAIN else next(meant, first)


def _neat(text: str) -> str:
    lines = [line.strip(" ") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Replies(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {"": []}
        self.names: dict[str, str] = {}  # the headings, by anchor
        self.anchor = ""
        self.href = ""  # a web address, told after its words
        self.silent: list[str] = []  # open elements of which nothing is pasted, outermost first
        self.lists: list[int] = []  # the next number, 0 in a list of dots
        self.verbatim = False
        self.paragraph = False  # where a line of the file is a line of the message

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if self.silent:
            self.silent += [tag] if tag == self.silent[0] else []
        elif _HEADING.fullmatch(tag):
            self.anchor = named.get("id") or ""
            self.found.setdefault(self.anchor, [])
            self.silent = [tag]
            self.names[self.anchor] = ""
        elif named.get("class") == "internal" or (tag, named.get("class")) == ("p", "label"):
            self.silent = [tag]
        elif tag == "a":
            self.href = named.get("href") or ""
            self._put("\0")  # where its words begin
        else:
            self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag == self.silent[0]:
                self.silent.pop()
            return
        self.verbatim = self.verbatim and tag != "pre"
        self.paragraph = self.paragraph and tag != "p"
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag == "a":
            self._close_link()
        elif tag in {"td", "th"}:
            self._put("\t")
        elif tag in {"tr", "li"}:
            self._put("\n")
        elif tag in _PARAGRAPHS:
            self._put("\n" if self.lists else "\n\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._put(data if self.verbatim or self.paragraph else _SPACES.sub(" ", data))
        elif _HEADING.fullmatch(self.silent[0]):
            self.names[self.anchor] += data

    def _close_link(self) -> None:
        """Tell a web address after its words, unless it is told by them already."""
        parts = self.found[self.anchor]
        start = len(parts) - 1 - parts[::-1].index("\0") if "\0" in parts else len(parts)
        words = "".join(parts[start + 1 :])
        del parts[start : start + 1]
        if self.href.startswith(("http://", "https://")) and self.href != words.strip():
            self._put(f" ({self.href})")
        self.href = ""

    def _open(self, tag: str) -> None:
        self.verbatim = self.verbatim or tag == "pre"
        self.paragraph = self.paragraph or tag == "p"
        if tag in {"ul", "ol"}:
            self._put("\n" if self.lists else "")
            self.lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._put(f"{self._number()} ")
        elif tag == "br":
            self._put("\n")

    def _number(self) -> str:
        if not self.lists or not self.lists[-1]:
            return "-"
        self.lists[-1] += 1
        return f"{self.lists[-1] - 1}."

    def _put(self, text: str) -> None:
        self.found[self.anchor].append(text)
