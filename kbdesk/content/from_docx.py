"""Word documents, by way of the HTML that mammoth makes of their styles.

mammoth is silent about most of what it leaves out, so the document itself is searched for what
Markdown cannot carry. A document is a zip file: what it unpacks to is bounded before it is read.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from posixpath import basename, splitext

import mammoth

from kbdesk.content.assets import Asset, checked
from kbdesk.content.files import Folder
from kbdesk.content.front_matter import fields_text
from kbdesk.content.html_to_markdown import convert, soup_of
from kbdesk.content.linked_files import LinkedFile, article_path, pages_of
from kbdesk.content.loss_report import Entry, LossReport, Severity
from kbdesk.content.one_line import one_line
from kbdesk.content.sources import PageText, Source, not_taken
from kbdesk.errors import BadContent

_ENDINGS = frozenset({".docx"})
MAX_FILE = 50_000_000
MAX_UNPACKED = 200_000_000
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_SEARCHED = (
    (
        "Colours",
        rb'<w:color w:val="(?!auto|000000)|<w:highlight |<w:shd [^>]*w:fill="(?!auto|FFFFFF)',
    ),
    ("Comments", rb"<w:commentReference "),
    ("Tracked changes (kept as accepted)", rb"<w:(?:ins|del) "),
    ("Formulas", rb"<m:oMath[ >]"),
    ("Charts and diagrams", rb"<(?:c:chart|dgm:relIds) "),
    ("Embedded pages and videos", rb"<wp15:webVideoPr "),
    ("Embedded objects", rb"<o:OLEObject "),
    ("Underlining", rb'<w:u w:val="(?!none)'),
)
_EDGE = re.compile(r"word/(header|footer)\d*\.xml\Z")


class DocxPage(LinkedFile):
    """One .docx file."""

    __slots__ = ()

    def read(self) -> PageText:
        entries = list(_searched(self.file, self.origin))
        images: list[Asset] = []
        html, said = self._html(images, entries)
        made = convert(soup_of(html), self.origin, self.path, link=self.link, first_line=-1)
        if not made.text.strip():
            raise BadContent("This document holds no text.", path=self.origin)
        title = _title(html) or splitext(basename(self.origin))[0]
        text = fields_text({"title": title}) + "\n" + made.text
        return PageText(text, (*entries, *said, *made.entries), (*images, *made.assets))

    def _html(self, images: list[Asset], entries: list[Entry]) -> tuple[str, list[Entry]]:
        stem = self.path.removesuffix(".md")

        def keep(image: object) -> dict[str, str]:
            with image.open() as data:  # type: ignore[attr-defined]  # mammoth has no types
                path = f"{stem}-images/{len(images) + 1}{_ending(image)}"
                found = checked(path, data.read())
            if isinstance(found, Entry):
                entries.append(self._refused(found, len(images) + 1))
                return {"src": ""}
            images.append(found)
            return {"src": "/".join(path.rsplit("/", 2)[-2:])}

        try:
            with self.file.open("rb") as document:
                made = mammoth.convert_to_html(
                    document, style_map=_STYLES, convert_image=mammoth.images.img_element(keep)
                )
        except Exception as error:  # mammoth and its parsers raise whatever they meet
            raise BadContent("This document cannot be read.", path=self.origin) from error
        return made.value, [
            _said(message.message, self.origin)
            for message in made.messages
            if not message.message.startswith("Image of type")  # told better by ourselves
        ]

    def _refused(self, entry: Entry, number: int) -> Entry:
        return replace(entry, path=self.origin, message=f"image {number} {entry.message}")


def open_docx(folder: Folder, _report: LossReport) -> Source:
    """Take each .docx file for an article."""
    source = Source()
    pages = pages_of(folder, _ENDINGS)
    for path, file in folder.files.items():
        if path not in pages:
            source.entries.append(not_taken(path))
        elif not basename(path).startswith("~$"):  # the lock of a document somebody has open
            source.pages.append(DocxPage(article_path(path), path, file, pages))
    return source


def _searched(file: Path, origin: str) -> Iterator[Entry]:
    """Look into the document for what the conversion leaves out without a word."""
    try:
        if file.stat().st_size > MAX_FILE:
            raise BadContent("The document is too large.", path=origin)
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise BadContent("The document unpacks to too much.", path=origin)
            document = archive.read("word/document.xml")
            edges = {found[1] for name in archive.namelist() if (found := _EDGE.match(name))}
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise BadContent("This is no Word document.", path=origin) from None
    for topic, pattern in _SEARCHED:
        number = len(re.findall(pattern, document))
        if number:
            yield Entry(Severity.LOST, topic, origin, f"{number} left out")
    if edges:
        message = f"its {' and '.join(sorted(edges))} left out"
        yield Entry(Severity.LOST, "Headers and footers", origin, message)


def _said(message: str, origin: str) -> Entry:
    """Pass on what mammoth says; a style it does not know costs the style, not the text."""
    if "style" in message:
        return Entry(Severity.NOTE, "Styles of Word that are read as plain text", origin, message)
    return Entry(Severity.LOST, "Parts of Word documents that were left out", origin, message)


def _title(html: str) -> str:
    heading = soup_of(html).find("h1")
    return one_line(heading.get_text(" ")) if heading else ""


def _ending(image: object) -> str:
    kind = str(getattr(image, "content_type", "")).rpartition("/")[2].lower()
    return "." + re.sub(r"[^a-z0-9]", "", kind.replace("jpeg", "jpg"))[:8]
