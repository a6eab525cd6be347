"""An article on paper: the page that is read, black on white, with what paper must say of itself.

A print outlives the screen. So every page carries the title, the number of the text, the day for
which it holds and whether it is internal, and says its number out of how many. The layout is Qt's
own document on a paged device; writing a PDF needs neither a printer nor its library.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from kbdesk.core.articles import Audience
from kbdesk.core.reading import Printout
from kbdesk.ui import dates
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import dressing
from kbdesk.ui.reader.pictures import Assets, picture
from kbdesk.ui.reader.style import document_css

INCH = 96  # the document is laid out in pixels of a screen, whatever the device counts in
MARGIN = 18.0  # mm
HEAD, FOOT = 34, 26  # px that the lines of each page take
_OWN = """
h1.title { font-size: x-large; margin: 0 0 6px 0; }
p.about { color: #444444; margin: 0 0 12px 0; }
table.say { margin-top: 10px; margin-bottom: 16px; }
td.say { background-color: #eeeeee; padding: 10px 14px; border-left: 3px solid #000000; }
td.say p { font-size: 16px; font-weight: 500; margin: 0; }
a { color: #000000; text-decoration: none; }
"""


@dataclass(frozen=True, slots=True)
class Marks:
    """The lines that every page carries."""

    title: str
    about: str  # number of the text, the day it holds for
    internal: str  # "" on a page that may go to a customer
    page: str  # with %1 of %2


class Sheet(QTextDocument):
    """A page of the base for paper: nothing is loaded but pictures of the base."""

    def __init__(self, assets: Assets | None, look: Look) -> None:
        super().__init__()
        self._assets = assets
        self._look = look

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return picture(QUrl(name), self._assets, self._look, 1.0)
        return b""


def html_of(printout: Printout, say: str, about: str) -> str:
    """Return what is printed: the title, what to say, and the page without acts."""
    article = printout.article
    body = dressing.french(printout.html) if article.lang.startswith("fr") else printout.html
    body = dressing.plainly(dressing.dress(body, printout.on, is_today=False))
    said = ""
    if article.summary:
        inside = f'<p class="label">{escape(say)}</p><p>{escape(article.summary)}</p>'
        said = (
            '<table class="say" width="100%" cellspacing="0"><tr><td class="say">'
            + inside
            + "</td></tr></table>"
        )
    body = body.replace('<table class="grid"', '<table class="grid" width="100%"')
    head = f'<h1 class="title">{escape(article.title)}</h1><p class="about">{escape(about)}</p>'
    return head + said + body


def write_pdf(path: Path, draw: Callable[[QPagedPaintDevice], int], title: str) -> None:
    """Write a PDF beside its place, then put it there whole."""
    aside = path.with_name(f".{path.name}.part")
    writer = QPdfWriter(str(aside))
    writer.setTitle(title)
    writer.setCreator("kbdesk")
    set_page(writer)
    draw(writer)
    del writer  # closes the file
    if not aside.is_file() or not aside.stat().st_size:
        raise OSError(f"{path} could not be written.")
    aside.replace(path)


def set_page(device: QPagedPaintDevice) -> None:
    """Take the paper of the house: A4 with even margins."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)


class Pages:
    """An article laid out for an area of pixels, page by page."""

    def __init__(self, html: str, marks: Marks, area: QSizeF, assets: Assets | None = None) -> None:
        look = Look.of("light")
        self._marks = marks
        self._area = area
        self._font = QFont(look.font("caption"))
        self._body = QSizeF(area.width(), area.height() - HEAD - FOOT)
        self.sheet = Sheet(assets, look)
        self.sheet.setDefaultFont(look.font("read"))
        self.sheet.setDefaultStyleSheet(document_css(look) + _OWN)
        self.sheet.setDocumentMargin(0)
        self.sheet.setIndentWidth(24)
        self.sheet.setHtml(html)
        self.sheet.setPageSize(self._body)
        self.count = self.sheet.pageCount()

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw a page, counting from 1, with its lines above and below."""
        self._draw_lines(painter, number)
        top = (number - 1) * self._body.height()
        painter.save()
        painter.translate(QPointF(0, HEAD - top))
        self.sheet.drawContents(painter, QRectF(QPointF(0, top), self._body))
        painter.restore()

    def _draw_lines(self, painter: QPainter, number: int) -> None:
        width, marks = self._area.width(), self._marks
        painter.setFont(self._font)
        painter.setPen(Qt.GlobalColor.black)
        letters = painter.fontMetrics()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        room = int(width - letters.horizontalAdvance(marks.internal) - 24)
        above = QRectF(0, 0, width, 16)
        painter.drawText(
            above, left, letters.elidedText(marks.title, Qt.TextElideMode.ElideRight, room)
        )
        painter.drawText(above, right, marks.internal)
        painter.drawLine(QPointF(0, 20), QPointF(width, 20))
        below = QRectF(0, self._area.height() - 16, width, 16)
        said = marks.page.replace("%1", str(number)).replace("%2", str(self.count))
        painter.drawText(below, left, marks.about)
        painter.drawText(below, right, said)


def draw_on(
    device: QPagedPaintDevice, html: str, marks: Marks, assets: Assets | None = None
) -> int:
    """Draw an article on the pages of a device; return how many there were."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / INCH
    view = painter.viewport()
    pages = Pages(html, marks, QSizeF(view.width() / scale, view.height() / scale), assets)
    painter.scale(scale, scale)
    for number in range(1, pages.count + 1):
        if number > 1:
            device.newPage()
        pages.draw(painter, number)
    painter.end()
    return pages.count


def is_internal(printout: Printout) -> bool:
    return printout.audience is not Audience.PUBLIC


def day_of(printout: Printout) -> str:
    return dates.full(printout.on)
