"""The words on paper, and the two ways there: a file, and the printer somebody chooses."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kbdesk.core.articles import Freshness
from kbdesk.core.reading import Printout
from kbdesk.errors import Trouble
from kbdesk.ui import dates
from kbdesk.ui.reader import paper
from kbdesk.ui.reader.paper import Marks
from kbdesk.ui.reader.pictures import Assets


class PaperWords(QObject):
    """What a printed page says of itself."""

    def marks(self, printout: Printout) -> Marks:
        holds = self.tr("As it holds on %1").replace("%1", dates.full(printout.on))
        number = self.tr("version %1").replace("%1", str(printout.rev))
        internal = self.tr("INTERNAL: not for customers") if paper.is_internal(printout) else ""
        page = self.tr("page %1 of %2")
        return Marks(printout.article.title, f"{holds} · {number}", internal, page)

    def about(self, printout: Printout) -> str:
        """Return the line below the title: shelf, verification."""
        article = printout.article
        facts = [printout.space_title]
        if article.verified is not None:
            verified = self.tr("verified on %1").replace("%1", dates.full(article.verified))
            facts.append(verified)
        if printout.freshness is not Freshness.VERIFIED:
            facts.append(self.tr("to be reviewed: check before you rely on it"))
        return " · ".join(facts)

    def say(self) -> str:
        return self.tr("What to say")


_words = PaperWords()


def save(printout: Printout, path: Path, assets: Assets) -> None:
    """Write a PDF; may run on any thread."""
    html = paper.html_of(printout, _words.say(), _words.about(printout))
    marks = _words.marks(printout)
    try:
        paper.write_pdf(
            path,
            lambda device: paper.draw_on(device, html, marks, assets),
            printout.article.title,
        )
    except OSError as error:
        raise Trouble(f"{path} could not be written.", "Choose another folder.") from error


def ask_and_print(printout: Printout, assets: Assets, parent: QWidget) -> None:
    """Let somebody choose a printer in the system's own dialog, and print there."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: half a megabyte for paper

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(printout.article.title)
    paper.set_page(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec():
        html = paper.html_of(printout, _words.say(), _words.about(printout))
        paper.draw_on(printer, html, _words.marks(printout), assets)
