"""What only whoever looks after the computers wants to know, folded away behind one line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui import words
from kbdesk.ui.connected import faults
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.words_button import EDGE
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look

Pairs = Sequence[tuple[str, str]]


class ItDetails(QWidget):
    """Server, person, role, how far each space is; texts that can be marked and copied."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._facts = SyncFacts()
        self.toggle = QuietButton(look)
        self.toggle.clicked.connect(self._fold)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toggle, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._table)
        self._table.setContentsMargins(EDGE, 0, 0, 0)
        self._table.hide()
        self._say()

    def show_facts(self, facts: SyncFacts) -> None:
        """Take new facts."""
        self.setVisible(not facts.local)
        if facts != self._facts:
            self._facts = facts
            if not self._table.isHidden():
                self._fill()

    def _fold(self) -> None:
        self._table.setVisible(self._table.isHidden())
        self._fill()
        self._say()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (name, value) in enumerate(self._pairs()):
            self._put(row, 0, name, "label")
            self._put(row, 1, value, "body-ui")

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        made: QLabel = label(role, self._table, wraps=column == 1)
        made.setText(text)
        if column == 1:
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.show()
        self._grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)

    def _pairs(self) -> Pairs:
        facts = self._facts
        told = [
            (self.tr("Server"), facts.server),
            (self.tr("Person"), facts.person),
            (self.tr("Role"), words.role(facts.role)),
            (self.tr("Last fault"), faults.last(facts)),
            (self.tr("Unreadable"), ", ".join(facts.unreadable)),
            *((self.tr("Warning"), faults.alert(*one)) for one in facts.alerts),
            *((self.tr("Space"), self._shelf(s.id, s.title, s.cursor)) for s in facts.shelves),
        ]
        return [(name, value) for name, value in told if value]

    def _shelf(self, id_: str, title: str, cursor: int) -> str:
        name = f"{title} ({id_})" if title and title != id_ else id_
        change = self.tr("change %1").replace("%1", str(cursor))
        return f"{name} · {change}"

    def _say(self) -> None:
        folded = self._table.isHidden()
        self.toggle.setText(self.tr("Details for IT") if folded else self.tr("Hide the details"))
        self.toggle.updateGeometry()
        if not folded:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
