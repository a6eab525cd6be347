"""HTML of others into our Markdown: what cannot be carried is named, what is dangerous is dropped.

Used for HTML pages, for DOCX (by way of HTML) and for the bodies of CSV and Zendesk exports.
"""

import re
import warnings
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Comment, Tag, UnusualUsageWarning
from markdownify import MarkdownConverter

from kbdesk.content.assets import Asset, checked
from kbdesk.content.loss_report import Entry, Severity
from kbdesk.errors import BadContent

LinkRule = Callable[[str], str]
_DROPPED = {
    "script": "Scripts",
    "iframe": "Embedded pages and videos",
    "video": "Embedded pages and videos",
    "audio": "Embedded pages and videos",
    "object": "Embedded pages and videos",
    "embed": "Embedded pages and videos",
    "svg": "Drawings",
    "canvas": "Drawings",
    "math": "Formulas",
    "form": "Forms",
    "input": "Forms",
    "select": "Forms",
    "textarea": "Forms",
    "button": "Forms",
    "nav": "Navigation of the page",
    "footer": "Navigation of the page",
}
_SILENT = ("style", "noscript", "template", "link", "meta", "title", "head")
_COLOUR = re.compile(r"(?:^|[;\s])(?:color|background(?:-color)?)\s*:", re.IGNORECASE)
_DATA_IMAGE = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,(.*)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
MAX_DEPTH = 250
_FENCE_MARK = re.compile(r"(?m)^(\s*):::")


@dataclass(slots=True)
class Converted:
    """Markdown, what was lost on the way, and the images that the HTML carried inside."""

    text: str
    entries: list[Entry] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)


def soup_of(html: str) -> BeautifulSoup:
    """Parse HTML with the parser of the standard library: forgiving, and nothing is fetched.

    Raises BadContent when tags stand inside one another deeper than any page has reason to: the
    parser and the converter then take hours.
    """
    if _depth(html) > MAX_DEPTH:
        raise BadContent("The tags of this page are nested too deep.", remedy="Close its tags.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnusualUsageWarning)  # XHTML, or a text without a tag
        return BeautifulSoup(html, "html.parser")


def _depth(html: str) -> int:
    """Return how deep the tags of a text are nested, by counting; void ones do not nest."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if closing:
            depth = max(depth - 1, 0)
        elif name.lower() not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def convert(
    body: Tag, origin: str, path: str, *, link: LinkRule | None = None, first_line: int = 0
) -> Converted:
    """Turn `body` into Markdown for the article at `path`; losses are told of the file `origin`.

    `link` rewrites the addresses of links. `body` is changed. Lines are those of the HTML plus
    `first_line`, or unknown when that is negative.
    """
    return _Conversion(origin, path, first_line).run(body, link or _same)


def _same(href: str) -> str:
    return href


class _Conversion:
    def __init__(self, origin: str, path: str, first_line: int) -> None:
        self.origin = origin
        self.path = path
        self.first_line = first_line
        self.done = Converted("")

    def run(self, body: Tag, link: LinkRule) -> Converted:
        for comment in body.find_all(string=lambda text: isinstance(text, Comment)):
            comment.extract()
        for tag in list(body.find_all(True)):
            if not tag.decomposed:
                self._clean(tag)
        for anchor in body.find_all("a", href=True):
            anchor["href"] = link(str(anchor["href"]).strip())
        try:
            self.done.text = _tidy(_Writer().convert_soup(body))
        except Exception as error:  # a page of others may nest or number as no converter expects
            raise BadContent("This page cannot be converted.", path=self.origin) from error
        return self.done

    def _clean(self, tag: Tag) -> None:
        if tag.name in _DROPPED:
            self._lost(_DROPPED[tag.name], tag, f"<{tag.name}> is left out")
            tag.decompose()
        elif tag.name in _SILENT:
            tag.decompose()
        else:
            self._note_losses(tag)
            if tag.name == "img":
                self._image(tag)

    def _note_losses(self, tag: Tag) -> None:
        for topic, message in _losses(tag):
            self._lost(topic, tag, message)

    def _lost(self, topic: str, tag: Tag, message: str) -> None:
        line = (tag.sourceline or 0) + self.first_line if self.first_line >= 0 else 0
        self.done.entries.append(Entry(Severity.LOST, topic, self.origin, message, line))

    def _image(self, tag: Tag) -> None:
        """Make an asset of an image written inside the HTML."""
        src = str(tag.get("src") or "")
        found = _DATA_IMAGE.match(src)
        if not found:
            if not src:
                tag.replace_with(str(tag.get("alt") or ""))
            return
        number = len(self.done.assets) + 1
        stem = self.path.removesuffix(".md")
        path = f"{stem}-images/{number}.{found[1].lower()}"
        try:
            asset = checked(path, b64decode(found[2], validate=False))
        except (BadBase64, ValueError):
            asset = Entry(Severity.LOST, "Images that cannot be read", self.origin, "is left out")
        if isinstance(asset, Asset):
            self.done.assets.append(asset)
            tag["src"] = path.rpartition("/")[0].rpartition("/")[2] + "/" + path.rpartition("/")[2]
        else:
            self.done.entries.append(asset)
            tag.replace_with(str(tag.get("alt") or ""))


def _losses(tag: Tag) -> Iterator[tuple[str, str]]:
    """Name what Markdown has no word for in this tag."""
    style = str(tag.get("style") or "")
    if _COLOUR.search(style) or tag.get("bgcolor") or (tag.name == "font" and tag.get("color")):
        yield "Colours", f"the colour of <{tag.name}> is left out"
    if tag.name in {"td", "th"}:
        if _spans(tag, "colspan") or _spans(tag, "rowspan"):
            yield "Merged cells of tables", "the cells are written one by one"
        if tag.find(["ul", "ol", "table"]):
            yield "Lists and tables inside a table cell", "they become plain text"
    if tag.name == "u":
        yield "Underlining", "the text is kept"


def _spans(tag: Tag, name: str) -> bool:
    value = str(tag.get(name) or "")
    return value.isascii() and value.isdigit() and int(value) > 1


class _Writer(MarkdownConverter):
    """Our dialect: `#` headings, `-` lists, `<br>` in cells; no text becomes a block."""

    class Options:
        heading_style = "atx"
        bullets = "-"
        escape_misc = True
        newline_style = "backslash"
        table_infer_header = True

    def escape(self, text: str, parent_tags: set[str]) -> str:
        escaped = str(super().escape(text, parent_tags))  # type: ignore[misc]  # its stub forgets it
        escaped = escaped.replace("{#", "\\{#").replace("~~", "\\~~")
        return _FENCE_MARK.sub(r"\1\\:::", escaped)

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if parent_tags & {"td", "th"}:
            return "<br>"
        return str(super().convert_br(el, text, parent_tags))  # type: ignore[misc]


def _tidy(text: str) -> str:
    lines = (line.rstrip() for line in text.replace("\xa0\n", "\n").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
