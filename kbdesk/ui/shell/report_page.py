"""After something went wrong: what happened, what is safe, and what can be done about it. Calm."""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kbdesk.crash import Reports
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look

WIDE, ROOMY = 760, 560  # px: the column at 100 %, and from where its margins are full
LONGEST = 32_768  # characters shown


class ReportPage(QScrollArea):
    """One report, to be read, copied, or left."""

    left = Signal()

    def __init__(self, look: Look, reports: Reports) -> None:
        super().__init__()
        self._look = look
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
        page = QWidget()
        page.setObjectName("page")
        self._page = page
        self._column = column = QVBoxLayout(page)
        column.setSpacing(0)
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
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.go_on)
        self.viewport().setObjectName("page")

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

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._reports.folder)))

    def apply_look(self, look: Look) -> None:
        self._look = look
        line, radius = look.tokens.colour("line"), look.tokens.radii["control"]
        edge = f"border: 1px solid {line}; border-radius: {radius}px;"
        self.text.setStyleSheet(f"{edge} padding: 8px;")
        self._shape()
        self.viewport().update()

    def _shape(self) -> None:
        side = 40 if self.width() >= ROOMY else 16
        self._column.setContentsMargins(side, 40 if side == 40 else 24, side, 40)
        self._page.setMaximumWidth(round(WIDE * (1 + (self._look.scale - 100) / 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self._look.colour("surface"))

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
