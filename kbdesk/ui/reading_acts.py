"""What can be done with the article on screen beside reading it: days, versions, paper, files.

Each act asks a lane and comes home to the reader that asked; an answer for an article that is no
longer on screen is dropped. Nothing here opens another program but what somebody has just pressed.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from kbdesk.clock import Clock
from kbdesk.core.articles import Audience
from kbdesk.core.reading import Printout, Reading
from kbdesk.core.versions import Comparison, Version
from kbdesk.errors import UnknownArticle
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.midnight import Midnight
from kbdesk.ui.reader import links
from kbdesk.ui.reading_flow import ReadingFlow
from kbdesk.ui.reading_side import ReadingSide
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.reader.reader import Reader
    from kbdesk.ui.reader.versions import VersionsView

RELATED_AFTER = 400  # ms an article stays before it is asked what to read next


class ReadingActs(QObject):
    """Joins a reader with the services its acts need."""

    trouble_met = Signal(object)  # Exception
    test_asked = Signal()  # of the article on screen

    def __init__(
        self,
        knowledge: "Knowledge",
        lanes: Lanes,
        side: ReadingSide,
        flow: ReadingFlow,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._tasks = Tasks(lanes, self.trouble_met.emit)
        self._side, self._flow, self._clock = side, flow, clock
        self._versions: VersionsView | None = None
        self._of = ""  # the article whose versions are shown
        self.midnight = Midnight(clock, self)
        self.midnight.struck.connect(flow.renew)
        self._stayed = QTimer(self, singleShot=True, interval=RELATED_AFTER)
        self._stayed.timeout.connect(self._ask_related)
        flow.shown.connect(lambda _reading: self._stayed.start())
        flow.renewed.connect(side.renew)
        flow.renewed.connect(lambda _reading: self._stayed.start())
        side.reader_made.connect(self._connect)

    @property
    def settled(self) -> bool:
        return self._tasks.settled

    def stop(self) -> None:
        """Ask for nothing more: the window is going."""
        self.midnight.stop()
        self._stayed.stop()
        self._tasks.forget()

    def _connect(self, reader: "Reader") -> None:
        around = reader.around
        around.as_of.day_wanted.connect(self._show_day)
        around.present_wanted.connect(lambda: self._flow.show_version(None))
        around.paper.print_wanted.connect(self._print)
        around.paper.pdf_wanted.connect(self._ask_place)
        reader.attachment_wanted.connect(self.open_attachment)
        reader.more_asked.connect(self._open_menu)
        reader.page.anchorClicked.connect(self._follow)

    def _follow(self, url: QUrl) -> None:
        """Take the one link of a page that is no place of the base."""
        if isinstance(links.target(url.toString()), links.ToTest):
            self.test_asked.emit()

    # the acts by key

    def ask_day(self) -> None:
        """Ask for another day to show the article for."""
        if self._side.reads:
            self._side.reader.ask_day()

    def ask_paper(self) -> None:
        """Offer to print the article."""
        if self._side.reads:
            self._side.reader.ask_paper()

    def show_versions(self) -> None:
        """Show the versions of the article beside each other, or go back to it."""
        if self.compares:
            self.leave_versions()
        elif self._side.reads and (reading := self._reading) is not None:
            id_, title = reading.article.id, reading.article.title
            self._tasks.render(
                lambda: self._knowledge.history(id_),
                lambda found: self._show_history(id_, title, found),
            )

    @property
    def _reading(self) -> Reading | None:
        return self._side.reader.reading

    def _open_menu(self) -> None:
        menu = QMenu(self._side)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, key, act in (
            (self.tr("As it holds on another day"), "Ctrl+Shift+D", self.ask_day),
            (self.tr("Versions and what changed"), "Ctrl+H", self.show_versions),
            (self.tr("Print or save as PDF"), "Ctrl+P", self.ask_paper),
        ):
            menu.addAction(f"{words}\t{key}").triggered.connect(lambda _on=False, act=act: act())
        button = self._side.reader.bar.more
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    # another day

    def _show_day(self, on: date | None) -> None:
        self._flow.show_day(None if on == self._clock.today() else on)

    # versions

    @property
    def compares(self) -> bool:
        """True while versions stand in the place of the article."""
        return self._versions is not None and self._side.shows(self._versions)

    @property
    def versions(self) -> "VersionsView | None":
        return self._versions

    def leave_versions(self) -> None:
        """Go back from the versions to the article."""
        self._side.show_reader()
        self._side.reader.focus_text()

    def _show_history(self, id_: str, title: str, found: tuple[Version, ...]) -> None:
        if self._reading is None or self._reading.article.id != id_:
            return
        if self._versions is None:
            from kbdesk.ui.reader.versions import VersionsView  # late: seldom shown

            self._versions = VersionsView(self._side.look)
            self._versions.left.connect(self.leave_versions)
            self._versions.compare_wanted.connect(self._compare)
            self._versions.open_wanted.connect(self._read_version)
        self._of = id_
        self._versions.apply_look(self._side.look)
        self._side.show_instead(self._versions)
        self._versions.show_history(title, found, self._clock.today())

    def _compare(self, older: int, newer: int) -> None:
        id_ = self._of
        self._tasks.render(
            lambda: self._knowledge.compare(id_, older, newer), self._show_comparison
        )

    def _show_comparison(self, found: Comparison) -> None:
        if self.compares and self._versions is not None:
            self._versions.show_comparison(found)

    def _read_version(self, rev: int) -> None:
        self.leave_versions()
        self._flow.show_version(rev)

    # what to read next

    def _ask_related(self) -> None:
        here = self._flow.here
        if self._flow.reading is None or here is None or here.rev is not None:
            return
        id_ = here.article_id
        self._tasks.read(
            lambda: self._knowledge.related(id_),
            lambda cards: self._side.reader.show_related(id_, cards),
            self._on_none_related,
        )

    def _on_none_related(self, error: Exception) -> None:
        """Pass on what failed, but not that the article went meanwhile: `withdrawal` says that."""
        if not isinstance(error, UnknownArticle):
            self.trouble_met.emit(error)

    # files and paper

    def open_attachment(self, path: str) -> None:
        """Hand a file of the base to the program this machine has for it."""
        self._tasks.render(lambda: self._knowledge.attachment(path), self._open_file, topic=path)

    def _open_file(self, file: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _ask_place(self, audience: Audience) -> None:
        """Ask where a PDF goes; that dialog is the system's, and opened by hand."""
        reading = self._reading
        if reading is None:
            return
        name = reading.article.id.rpartition("/")[2] + ".pdf"
        start = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._side, self.tr("Save as PDF"), start, "PDF (*.pdf)"
        )
        if chosen:
            self.save_pdf(audience, Path(chosen))

    def save_pdf(self, audience: Audience, path: Path) -> None:
        """Write the article on screen to a PDF."""
        reading = self._reading
        if reading is None:
            return
        id_, on = reading.article.id, reading.on

        def job() -> str:
            from kbdesk.ui.reader import printing  # late: only for paper

            printout = self._knowledge.printout(id_, audience=audience, on=on)
            printing.save(printout, path, self._knowledge.asset)
            return path.name

        self._tasks.render(job, self._tell_saved)

    def _tell_saved(self, name: str) -> None:
        self._side.reader.around.paper.tell_done(name)

    def _print(self, audience: Audience) -> None:
        reading = self._reading
        if reading is not None:
            id_, on = reading.article.id, reading.on
            self._tasks.render(
                lambda: self._knowledge.printout(id_, audience=audience, on=on), self._ask_printer
            )

    def _ask_printer(self, printout: Printout) -> None:
        from kbdesk.ui.reader import printing  # late: only for paper

        printing.ask_and_print(printout, self._knowledge.asset, self._side)
