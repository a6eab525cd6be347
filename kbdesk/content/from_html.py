"""HTML pages: a folder of them, their images and the links between them."""

from posixpath import splitext

from bs4 import BeautifulSoup, Tag

from kbdesk.content.assets import FILE_ENDINGS, read_assets
from kbdesk.content.files import Folder, read_text
from kbdesk.content.front_matter import fields_text
from kbdesk.content.html_to_markdown import convert, soup_of
from kbdesk.content.linked_files import LinkedFile, article_path, pages_of
from kbdesk.content.loss_report import Entry, LossReport, Severity
from kbdesk.content.one_line import one_line
from kbdesk.content.sources import PageText, Source, not_taken
from kbdesk.errors import BadContent

_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_WEB_FURNITURE = frozenset({".css", ".js", ".map", ".ico", ".woff", ".woff2", ".ttf"})


class HtmlPage(LinkedFile):
    """One .html file."""

    __slots__ = ()

    def read(self) -> PageText:
        found = read_text(self.file, self.origin)
        soup = soup_of(found.text)
        fields = _fields(soup)
        body, entries = _main(soup, self.origin)
        made = convert(body, self.origin, self.path, link=self.link)
        text = fields_text(fields) + "\n" + made.text
        if not made.text.strip():
            raise BadContent("This page holds no text.", path=self.origin)
        return PageText(text, (*found.entries, *entries, *made.entries), tuple(made.assets))


def open_html(folder: Folder, report: LossReport) -> Source:
    """Take each HTML file for an article; styles and scripts of the site are left quietly."""
    source = Source()
    pages = pages_of(folder, _ENDINGS)
    images = []
    for path, file in folder.files.items():
        ending = splitext(path)[1].lower()
        if path in pages:
            source.pages.append(HtmlPage(article_path(path), path, file, pages))
        elif ending in FILE_ENDINGS:
            images.append((path, file))
        elif ending not in _WEB_FURNITURE:
            source.entries.append(not_taken(path))
    source.assets = read_assets(images, report)
    source.files = frozenset(folder.files) - pages
    return source


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
    return one_line(str(tag.get("content") or "")) if isinstance(tag, Tag) else ""


def _main(soup: BeautifulSoup, origin: str) -> tuple[Tag, list[Entry]]:
    """Find the part of the page that is the article; say so when the rest is left out."""
    for name in ("main", "article"):
        found = soup.find_all(name)
        if len(found) == 1:
            message = f"only its <{name}> is taken"
            topic = "Pages of which only the main part is taken"
            return found[0], [Entry(Severity.NOTE, topic, origin, message)]
    return soup.body or soup, []
