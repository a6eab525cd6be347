"""The messages of a script as text to paste: one for each heading, what is internal left out.

Read from the rendered page and not from the screen, so that a copied message never depends on how
wide the window is or which slice of the page is in. Qt-free.
"""

import re
from html.parser import HTMLParser

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


def _neat(text: str) -> str:
    lines = [line.strip(" ") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Replies(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {"": []}
        self.anchor = ""
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
        elif named.get("class") == "internal" or (tag, named.get("class")) == ("p", "label"):
            self.silent = [tag]
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
        if tag in {"td", "th"}:
            self._put("\t")
        elif tag in {"tr", "li"}:
            self._put("\n")
        elif tag in _PARAGRAPHS:
            self._put("\n" if self.lists else "\n\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._put(data if self.verbatim or self.paragraph else _SPACES.sub(" ", data))

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
