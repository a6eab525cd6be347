"""HTML pages: a folder of them, their images and the links between them."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from bs4 import BeautifulSoup, Tag

from kbdesk.content.anchors import id_of_path, join, split_target
from kbdesk.content.assets import IMAGE_ENDINGS, read_assets
from kbdesk.content.files import Folder, read_text
from kbdesk.content.front_matter import fields_text
from kbdesk.content.html_to_markdown import LinkRule, convert, soup_of
from kbdesk.content.loss_report import Entry, LossReport, Severity
from kbdesk.content.sources import PageText, Source
from kbdesk.errors import BadContent

_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_WEB_FURNITURE = frozenset({".css", ".js", ".map", ".ico", ".woff", ".woff2", ".ttf"})


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """One .html file; `pages` are the paths of all of them, for the links between them."""

    path: str
    origin: str
    file: Path
    pages: frozenset[str]
    line: int = 0

    def identity(self) -> str:
        return id_of_path(self.path)

    def read(self) -> PageText:
        found = read_text(self.file, self.origin)
        soup = soup_of(found.text)
        fields = _fields(soup)
        body, entries = _main(soup, self.origin)
        made = convert(body, self.origin, self.path, link=links_between(self.origin, self.pages))
        text = fields_text(fields) + "\n" + made.text
        if not made.text.strip():
            raise BadContent("This page holds no text.", path=self.origin)
        return PageText(text, (*found.entries, *entries, *made.entries), tuple(made.assets))


def open_html(folder: Folder, report: LossReport) -> Source:
    """Take each HTML file for an article; styles and scripts of the site are left quietly."""
    source = Source()
    pages = frozenset(path for path in folder.files if splitext(path)[1].lower() in _ENDINGS)
    images = []
    for path, file in folder.files.items():
        ending = splitext(path)[1].lower()
        if path in pages:
            source.pages.append(HtmlPage(splitext(path)[0] + ".md", path, file, pages))
        elif ending in IMAGE_ENDINGS:
            images.append((path, file))
        elif ending not in _WEB_FURNITURE:
            topic = "Files of a kind that is not taken in"
            source.entries.append(Entry(Severity.LOST, topic, path, "is left aside", value=ending))
    source.assets = read_assets(images, report)
    source.files = frozenset(folder.files) - pages
    return source


def links_between(origin: str, pages: frozenset[str]) -> LinkRule:
    """Make the rule that turns links to pages of the folder into links to their articles."""

    def rule(href: str) -> str:
        file, _anchor = split_target(href)
        is_page = file and join(origin, file) in pages
        if not is_page:
            return href
        before, mark, fragment = href.partition("#")
        return splitext(before.partition("?")[0])[0] + ".md" + mark + fragment

    return rule


def _fields(soup: BeautifulSoup) -> dict[str, object]:
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    heading = soup.find("h1")
    keywords = _meta(soup, "keywords")
    return {
        "title": heading.get_text(" ", strip=True) if heading else title,
        "summary": _meta(soup, "description"),
        "tags": [word.strip() for word in keywords.split(",") if word.strip()],
        "lang": str(soup.html.get("lang") or "") if soup.html else "",
    }


def _meta(soup: BeautifulSoup, name: str) -> str:
    tag = soup.find("meta", attrs={"name": name})
    return " ".join(str(tag.get("content") or "").split()) if isinstance(tag, Tag) else ""


def _main(soup: BeautifulSoup, origin: str) -> tuple[Tag, list[Entry]]:
    """Find the part of the page that is the article; say so when the rest is left out."""
    for name in ("main", "article"):
        found = soup.find_all(name)
        if len(found) == 1:
            message = f"only its <{name}> is taken"
            topic = "Pages of which only the main part is taken"
            return found[0], [Entry(Severity.NOTE, topic, origin, message)]
    return soup.body or soup, []
