"""How far an announcement has come: the finding, one bar, the teams, the names one key away."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kbdesk.core.announcements import State
from kbdesk.core.receipts_board import Board
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.level_edge import LevelTag
from kbdesk.ui.announcements.names_panel import NamesPanel
from kbdesk.ui.announcements.parts_bar import ORDER, Legend, PartsBar
from kbdesk.ui.announcements.recall_form import RecallForm
from kbdesk.ui.announcements.teams_table import PAD, TeamsTable
from kbdesk.ui.controls.buttons import ActButton, IconButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

NAMES, BESIDE = 300, 900  # px at 100 %: of the panel, and from where it stands beside
WIDEST = 960


class BoardColumn(ScrollPage):
    """The column that scrolls."""

    OWN_HEAD = True

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = IconButton("arrow-left", look)
        self.csv = KeyedButton(look, "C")
        self.names = KeyedButton(look, "N", flush=True)
        self.title = Prose("title", look)
        self.tag, self.about = LevelTag(look), Prose("caption", look, colour="muted")
        self.finding = Prose("title", look)
        self.as_of = label("caption", wraps=True)
        self.bar = PartsBar(look)
        self.legend = {state: Legend(look, state) for state in ORDER}
        self.table = TeamsTable(look)
        self.meaning = Prose("caption", look, colour="muted")
        self.remind = ActButton(look, shortcut="R", primary=True)
        self.edit, self.recall = ActButton(look, shortcut="E"), ActButton(look)
        self.said = Prose("caption", look, colour="muted")
        self.recall_form = RecallForm(look)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addSpacing(-8)  # the arrow stands above the first letter of the title
        head.addWidget(self.menu)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.csv)
        head.addSpacing(6)
        head.addWidget(self.names)
        legend, acts, about = Flow(12), Flow(10), QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self.about, 1)
        for part in self.legend.values():
            legend.addWidget(part)
        for act in (self.remind, self.edit, self.recall):
            acts.addWidget(act)
        parts: tuple[tuple[QWidget | QLayout, int], ...] = (
            (head, 16), (self.title, 6), (about, 20), (self.finding, 2),
            (self.as_of, 10), (self.bar, 12), (legend, 24), (self.table, 12), (self.meaning, 20),
            (acts, 6), (self.said, 0), (self.recall_form, 0),
        )  # fmt: skip
        for one, gap in parts:
            if one is self.table:
                self._column.addWidget(self.table)
            else:
                holder = QVBoxLayout()
                holder.setContentsMargins(PAD, 0, PAD, 0)
                if isinstance(one, QWidget):
                    holder.addWidget(one)
                else:
                    holder.addLayout(one)
                self._column.addLayout(holder)
            self._column.addSpacing(gap)
        self._column.addStretch(1)

    def _shape(self) -> None:
        """Let the rows of the table stand out, so that their words keep the edge."""
        super()._shape()
        side = self._side - PAD
        self._column.setContentsMargins(side, self._above, side, 40)

    @property
    def _most(self) -> int:
        return round(WIDEST * (1 + (self._look.scale - 100) / 200))

    @property
    def _above(self) -> int:
        return 12


class BoardPage(QWidget):
    """The column, and the panel of names beside it or in its place."""

    left = Signal()
    reminded = Signal(str)  # the notice's id
    edit_requested = Signal(object)  # Sent
    recalled = Signal(str, str)  # the notice's id, why
    csv_wanted = Signal(str, object)  # the notice's id, Path

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._board: Board | None = None
        self._now: datetime | None = None
        self.column = BoardColumn(look)
        self.names = NamesPanel(look)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.column, 1)
        across.addWidget(self.names)
        self._connect()
        self.apply_look(look)

    def _connect(self) -> None:
        column = self.column
        column.back.clicked.connect(self.left.emit)
        column.names.clicked.connect(self.toggle_names)
        column.csv.clicked.connect(self._save)
        column.remind.clicked.connect(self._remind)
        column.edit.clicked.connect(self._edit)
        column.recall.clicked.connect(column.recall_form.open)
        column.recall_form.decided.connect(self._recall)
        column.table.chosen.connect(lambda _group: self._show_names())
        self.names.close_.clicked.connect(self.toggle_names)

    @property
    def id(self) -> str:
        """The notice that is shown, "" for none."""
        return self._board.sent.id if self._board is not None else ""

    def show_board(self, board: Board, now: datetime) -> None:
        """Show how far a notice has come; what is chosen stays."""
        if self._board is None or self._board.sent.id != board.sent.id:
            self.column.verticalScrollBar().setValue(0)
            self.column.recall_form.hide()
            self.column.said.say("")
        self._board, self._now = board, now
        self.column.table.show_teams(board.teams)
        self._say()
        self._show_names()

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self.column.said.say(sentence)

    def take_focus(self) -> None:
        """Give the keys to the table."""
        self.column.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Close the form or the names; return whether one was open."""
        if self.column.recall_form.isVisible():
            self.column.recall_form.hide()
            self.take_focus()
            return True
        if self.names.isVisible():
            self.toggle_names()
            return True
        return False

    # acts

    def toggle_names(self) -> None:
        """Show who is missing, or no longer."""
        self.names.setVisible(self.names.isHidden())
        self._shape()
        if self.names.isVisible():
            self._show_names()
            self.names.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _show_names(self) -> None:
        if self._board is None or self._now is None or self.names.isHidden():
            return
        team = self.column.table.team
        title = self.column.table.name_of(team) if team is not None else self.tr("Everyone")
        group = team.group if team is not None else None
        self.names.show_board(self._board, group, title, self._now)

    def _remind(self) -> None:
        if self._board is not None and self._board.missing and self.column.remind.isVisible():
            self.reminded.emit(self._board.sent.id)

    def _edit(self) -> None:
        if self._board is not None and self._board.sent.recalled is None:
            self.edit_requested.emit(self._board.sent)

    def _recall(self, why: str) -> None:
        if self._board is not None:
            self.take_focus()  # what had it goes
            self.recalled.emit(self._board.sent.id, why)

    def choose_file(self) -> Path | None:
        """Ask where the table goes."""
        from PySide6.QtWidgets import QFileDialog  # late: few ever need it

        title = self.tr("Save the table")
        named, _ = QFileDialog.getSaveFileName(self, title, "board.csv", "*.csv")
        return Path(named) if named else None

    def _save(self) -> None:
        if self._board is not None and (file := self.choose_file()) is not None:
            self.csv_wanted.emit(self._board.sent.id, file)

    # words

    def _say(self) -> None:
        column, board, now = self.column, self._board, self._now
        column.back.name(self.tr("Back to the announcements (Esc)"))
        column.csv.setText(self.tr("CSV"))
        column.csv.setAccessibleName(self.tr("Save as CSV"))
        column.names.setText(self.tr("Names"))
        column.edit.setText(self.tr("Change"))
        column.recall.setText(self.tr("Recall…"))
        if board is None or now is None:
            return
        sent = board.sent
        column.title.say(sent.title)
        column.tag.show_level(sent.level)
        about = self.tr("Sent %1 by %2 to: %3", "when, by whom, to whom")
        about = about.replace("%1", words.moment(sent.at, now)).replace("%2", sent.by_name)
        to = words.audience(sent.audience, sent.audience_title)
        about = about.replace("%3", to)
        if sent.recalled is not None:
            over = self.tr("Recalled: %1")  # lupdate sees no words within an f-string
            about = f"{about} · {over.replace('%1', sent.recalled.why)}"
        column.about.say(about)
        column.finding.say(words.summed(sent))
        self._say_as_of(board, now)
        spoken = []
        for state, part in column.legend.items():
            part.say(board.counts.get(state, 0), words.state(state))
            spoken.append(f"{words.state(state)} {board.counts.get(state, 0)}")
        column.bar.show_counts(board.counts, ", ".join(spoken))
        column.meaning.say(self._meaning(sent.goal))
        self._say_acts(board)

    def _say_as_of(self, board: Board, now: datetime) -> None:
        parts = []
        if board.as_of is not None:
            as_of = self.tr("As of %1", "a time of day")
            parts.append(as_of.replace("%1", words.short(board.as_of, now)))
        there = self.tr("%1 of %2 people are at their desk")
        parts.append(there.replace("%1", str(board.present)).replace("%2", str(board.people)))
        if board.late:
            parts.append(self.tr("%n late", "", board.late))
        self.column.as_of.setText(" · ".join(parts))

    def _say_acts(self, board: Board) -> None:
        column, over = self.column, board.sent.recalled is not None
        remind = self.tr("Remind %n person(s)", "", board.missing)
        column.remind.setText(remind)
        column.remind.setVisible(board.missing > 0 and not over)
        column.remind.updateGeometry()
        column.edit.setVisible(not over)
        column.recall.setVisible(not over)
        if not column.said.accessibleName() and board.missing and not over:
            reached = self.tr("%1 of them are there now; the others get it on return.")
            column.said.say(reached.replace("%1", str(board.missing_present)))

    def _meaning(self, goal: State) -> str:
        off = self.tr("Not delivered: no desk of theirs was on since. That makes nobody late.")
        if goal is State.UNDERSTOOD:
            return self.tr("Understood: the question was answered rightly.") + " " + off
        return off

    # shape and keys

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        for act, key in ((self.column.remind, "R"), (self.column.edit, "E")):
            act.show_key(key if self.width() >= self._look.px(400) else "")
        beside = self.width() >= self._look.px(BESIDE)
        wide = self._look.px(NAMES) if beside else self.width()
        self.names.setFixedWidth(max(1, wide))
        self.column.setVisible(beside or self.names.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (plain and self.take_key(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def take_key(self, key: Qt.Key) -> bool:
        """Do what a key stands for here; return whether it was one of these."""
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_N: self.toggle_names, Qt.Key.Key_R: self._remind,
            Qt.Key.Key_E: self._edit, Qt.Key.Key_C: self._save,
            Qt.Key.Key_J: lambda: self.column.table.step(1),
            Qt.Key.Key_K: lambda: self.column.table.step(-1),
        }  # fmt: skip
        if key in acts and not self.column.recall_form.isVisible():
            acts[key]()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
