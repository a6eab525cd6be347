"""After something went wrong: what happened, what is safe, and what can be done about it. Calm."""

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

from kbdesk.crash import Reports
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.labels import label, set_role
from kbdesk.ui.look.look import Look

LONGEST = 32_768  # characters shown
LARGE = 125  # percent: above, in one column, a smaller title leaves the act that goes on in sight


class ReportPage(ScrollPage):
    """One report, to be read, copied, or left."""

    left = Signal()

    def __init__(self, look: Look, reports: Reports) -> None:
        super().__init__(look)
        self._reports = reports
        self._title = label("title", wraps=True)
        self._happened, self._safe = label("body", wraps=True), label("body", wraps=True)
        self._about = label("caption", wraps=True)
        self.text = QPlainTextEdit()
        FocusRing(self.text, look)
        self.go_on = ActButton(look, shortcut="Esc", primary=True)
        self.copy, self.open = ActButton(look), ActButton(look)
        self._lay_out()
        self.go_on.clicked.connect(self.left.emit)
        self.copy.clicked.connect(self._copy)
        self.open.clicked.connect(self._open)
        self._say()

    def _lay_out(self) -> None:
        column = self._column
        for part, space in ((self._title, 8), (self._happened, 4), (self._safe, 20)):
            column.addWidget(part)
            column.addSpacing(space)
        column.addWidget(self.go_on)
        column.addSpacing(28)
        column.addWidget(self.text)
        column.addSpacing(8)
        column.addWidget(self._about)
        column.addSpacing(12)
        row = Flow(8)
        row.addWidget(self.copy)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addStretch(1)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(120)
        self.text.setMaximumHeight(280)
        self.apply_look(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the newest report; the act that goes on has the focus."""
        super().showEvent(event)
        file = self._reports.newest()
        try:
            told = file.read_text("utf-8", errors="replace")[:LONGEST] if file else ""
        except OSError:
            told = ""
        self.text.setPlainText(told)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._begin_at_top)

    def _begin_at_top(self) -> None:
        """Show what happened: Qt scrolled to the focus before the page had its final height."""
        self.verticalScrollBar().setValue(0)
        self.ensureWidgetVisible(self.go_on, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would take the menu's button out of the order of Tab."""
        self.go_on.setFocus(event.reason())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._reports.folder)))

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        line, radius = look.tokens.colour("line"), look.tokens.radii["control"]
        edge = f"border: 1px solid {line}; border-radius: {radius}px;"
        self.text.setStyleSheet(f"{edge} padding: 8px;")

    def _shape(self) -> None:
        super()._shape()
        large = self._alone and self._look.scale > LARGE
        set_role(self._title, "section" if large else "title")
        above = self._above if self._alone else max(self._above, self._side)
        self._column.setContentsMargins(self._side, above, self._side, 40)

    def _say(self) -> None:
        self._title.setText(self.tr("Something in kbdesk did not go as it should"))
        self._happened.setText(
            self.tr("One step was not finished. It is our mistake, not yours; try it once more.")
        )
        self._safe.setText(
            self.tr("What you wrote is safe: notes, favourites, and all that waits to be sent.")
        )
        self._about.setText(
            self.tr("The report names places in the program: no customer, no article, no note.")
        )
        self.setAccessibleName(self._title.text())
        self.text.setAccessibleName(self.tr("The report"))
        self.go_on.setText(self.tr("Go on"))
        self.copy.setText(self.tr("Copy the report"))
        self.open.setText(self.tr("Open its folder"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
