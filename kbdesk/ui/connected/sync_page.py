"""The sync page: how level this desk is, what waits, what was not taken and what can be done.

Nothing here is deleted unsaved: “forget” is offered once everything parked is in a file.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kbdesk.services.connected.sync_facts import Activity, SyncFacts, Welcome
from kbdesk.ui.connected import sentences
from kbdesk.ui.connected.acts import ConnectionActs
from kbdesk.ui.connected.entry_list import EntryList
from kbdesk.ui.connected.it_details import ItDetails
from kbdesk.ui.connected.note import Note
from kbdesk.ui.connected.sign_in_form import SignInForm
from kbdesk.ui.connected.state_head import StateHead
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.controls.words_button import EDGE
from kbdesk.ui.hearing import in_order
from kbdesk.ui.labels import label, set_role
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

TICK = 10_000  # ms between two looks at the clock
FORM = 560  # px


class SyncPage(ScrollPage):
    """State, form, lists and details, one below the other."""

    signed_in = Signal(object)  # Welcome
    trouble_met = Signal(object)  # Exception

    def __init__(self, look: Look, acts: ConnectionActs, now: Callable[[], datetime]) -> None:
        super().__init__(look)
        self._acts = acts
        self._now = now
        self._facts = SyncFacts()
        self._exported: frozenset[str] = frozenset()
        self.choose_file: Callable[[], Path | None] = self._ask_file
        self._title = label("title")
        self.head = StateHead(look)
        self.form = SignInForm(look, acts)
        self.sync_now = ActButton(look, shortcut=SHORTCUTS["sync"], primary=True)
        self.sign_out = ActButton(look)
        self.notes = Note("user", look)
        self.refused, self.waiting = EntryList(look), EntryList(look)
        self.export, self.forget_all = ActButton(look), QuietButton(look)
        self.again_all = ActButton(look)
        self.kept = label("caption", wraps=True)
        self.details = ItDetails(look)
        self._clock = QTimer(self)
        self._lay_out()
        self._connect()
        self._say()

    # set up

    def _lay_out(self) -> None:
        self._acts_row = self._row(self.sync_now, self.sign_out)
        self._parked_row = self._row(self.again_all, self.export, self.forget_all)
        self.refused.head.addSpacing(4)
        self.refused.head.addWidget(self._parked_row)
        self.kept.setContentsMargins(0, 8, 0, 0)
        self.refused.head.addWidget(self.kept)
        parts: Sequence[tuple[QWidget, int]] = (
            (self._title, 0), (self.head, 24), (self.form, 24), (self._acts_row, 20),
            (self.notes, 20), (self.refused, 28), (self.waiting, 28),
        )  # fmt: skip
        for part, above in parts:
            part.setContentsMargins(EDGE, above, 0, 0)
            self._column.addWidget(part)
        self.details.setContentsMargins(0, 28, 0, 0)
        self._column.addWidget(self.details)
        self._column.addStretch(1)

    @staticmethod
    def _row(*buttons: QWidget) -> QWidget:
        holder = QWidget()
        row = Flow(8)
        for button in buttons:
            row.addWidget(button)
        holder.setLayout(row)
        return holder

    def _connect(self) -> None:
        self.form.signed_in.connect(self._on_signed_in)
        self.sync_now.clicked.connect(self._acts.sync_now)
        self.sign_out.clicked.connect(self._leave)
        self.refused.again_requested.connect(lambda id_: self._acts.send_again([id_]))
        self.refused.forget_requested.connect(lambda id_: self._acts.forget([id_]))
        self.again_all.clicked.connect(lambda: self._acts.send_again(self._sendable()))
        self.export.clicked.connect(self._export)
        self.forget_all.clicked.connect(lambda: self._acts.forget(self._parked()))
        self._clock.timeout.connect(self._say)

    # facts

    def show_facts(self, facts: SyncFacts) -> None:
        """Take new facts."""
        self._facts = facts
        if facts.state == "signed out":
            self.form.begin(facts.server, facts.person)
        self.refused.show_entries(facts.refused)
        self.waiting.show_entries(facts.waiting)
        self.details.show_facts(facts)
        in_order((self.forget_all, *self.refused.stops, *self.waiting.stops, self.details.toggle))
        self._say()

    def show_activity(self, activity: Activity | None) -> None:
        """Show what is under way."""
        self.head.show_activity(activity)
        self.head.show_facts(self._facts, self._now())

    def begin(self) -> None:
        """Bring the focus to the first thing that can be done here."""
        if self._asks:
            self.form.focus_first()
        else:
            self.sync_now.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _asks(self) -> bool:
        """True while somebody can sign in here."""
        return self._facts.state in {"local", "signed out"}

    def _parked(self) -> list[str]:
        return [one.id for one in self._facts.refused]

    def _sendable(self) -> list[str]:
        return [one.id for one in self._facts.refused if not one.conflict]

    @property
    def _may_forget(self) -> bool:
        return bool(self._exported) and self._exported >= set(self._parked())

    # acts

    def _on_signed_in(self, welcome: Welcome) -> None:
        self.signed_in.emit(welcome)
        self.sync_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.sign_out.setEnabled(False)
        self._acts.sign_out(lambda: self.sign_out.setEnabled(True))

    def _export(self) -> None:
        file = self.choose_file()
        if file is not None:
            ids = frozenset(self._parked())
            self._acts.export(
                file, lambda count: self._on_exported(ids, file, count), self.trouble_met.emit
            )

    def _on_exported(self, ids: frozenset[str], file: Path, count: int) -> None:
        self._exported = ids
        told = self.tr("%n kept in %1.", "", count).replace("%1", str(file))
        self.kept.setText(told)
        self._say()

    def _ask_file(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # late: few ever need it, and it costs the launch

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("kbdesk not sent.json")
        file, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Keep in a file"), str(Path(folder) / name), "JSON (*.json)"
        )
        return Path(file) if file else None

    # words and look

    def _say(self) -> None:
        facts, now = self._facts, self._now()
        self._title.setText(self.tr("Synchronisation"))
        self.head.show_facts(facts, now)
        self.form.setVisible(self._asks)
        self._acts_row.setVisible(not self._asks)
        notes = " ".join(
            sentences.others(person, count) for person, count in sorted(facts.others.items())
        )
        self.notes.say(notes)
        self.refused.say(self.tr("Not taken by the server"), now, may_forget=self._may_forget)
        self.waiting.say(self.tr("Waiting to be sent"), now)
        self._say_acts()

    def _say_acts(self) -> None:
        texts: dict[ActButton | QuietButton, str] = {
            self.sync_now: self.tr("Sync now"),
            self.sign_out: self.tr("Sign out"),
            self.again_all: self.tr("Send all again"),
            self.export: self.tr("Keep in a file…"),
            self.forget_all: self.tr("Forget all"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.updateGeometry()
        self.again_all.setVisible(len(self._sendable()) > 1)
        self.forget_all.setVisible(self._may_forget and len(self._facts.refused) > 1)
        self.kept.setVisible(self._may_forget)

    def _shape(self) -> None:
        super()._shape()
        side = self._side
        self._column.setContentsMargins(side - EDGE, self._above, side, 40)
        self._title.setFixedWidth(max(1, min(self.viewport().width(), self._most) - 2 * side))
        long = QFontMetrics(self._look.font("title")).horizontalAdvance(self._title.text())
        set_role(self._title, "title" if long <= self._title.width() else "section")
        self.form.setMaximumWidth(self._look.px(FORM))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start(TICK)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
