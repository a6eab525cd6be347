"""Two texts for one article: mine and what was published meanwhile, told above mine.

Where both fit together one act brings mine onto theirs; where they do not, both are shown block by
block and each is chosen. Nothing of either is lost until it is: mine stays the draft.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kbdesk.core.drafts import Standing
from kbdesk.core.editing import Block, Verdict, partly
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing.changes_view import ChangesView
from kbdesk.ui.writing.told_line import ToldLine


class MovedLine(QWidget):
    """“The article was changed meanwhile. Both texts fit together.  Bring mine onto it”."""

    bring_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._verdict = Verdict.FRESH
        self._told = Prose("body", look)
        self.act = KeyedButton(look, "Alt+M", flush=True)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(2)
        row.addWidget(self._told)
        row.addWidget(self.act)
        self.act.clicked.connect(self.do)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Say how the article stands to the draft; nothing while nobody touched it."""
        self._verdict = standing.moved
        self.setVisible(standing.moved in (Verdict.CLEAN, Verdict.CLASH, Verdict.GONE))
        self._say()

    def do(self) -> None:
        """Bring mine onto theirs, or choose between them."""
        if self.isHidden() or self.act.isHidden():
            return
        if self._verdict is Verdict.CLEAN:
            self.bring_wanted.emit()
        else:
            self.choose_wanted.emit()

    def _say(self) -> None:
        told = {
            Verdict.CLEAN: self.tr(
                "Somebody published a change of this article meanwhile. Both fit together."
            ),
            Verdict.CLASH: self.tr(
                "Somebody published a change of the same lines meanwhile. Both texts are kept."
            ),
            Verdict.GONE: self.tr(
                "This article was taken out meanwhile. Your text is kept; sending it proposes it"
                " again."
            ),
        }.get(self._verdict, "")
        self._told.say(told)
        clean = self._verdict is Verdict.CLEAN
        self.act.setText(self.tr("Bring my text onto it") if clean else self.tr("See both texts"))
        self.act.setAccessibleName(self.act.text())
        self.act.setVisible(self._verdict is not Verdict.GONE)
        self.act.updateGeometry()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("warn-soft"))
            painter.fillRect(0, 0, 4, self.height(), self._look.colour("warn"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class Meeting(QWidget):
    """Stands in the place of the preview while one chooses between two texts."""

    settled_on = Signal(str)  # the text that is to be mine

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("section")
        self._told = Prose("caption", look, colour="muted")
        self.changes = ChangesView(look)
        self.left_open = ToldLine(look)
        self.take = ActButton(look)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(6)
        for part in (self._title, self._told, self.changes, self.left_open):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setObjectName("page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.take.clicked.connect(self._take)
        self.changes.toggled.connect(lambda: self.left_open.say(""))
        self._say()

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show both texts."""
        self._blocks = blocks
        self.changes.show_blocks(blocks)
        self._say()

    def take_focus(self) -> None:
        """Give the keys to the first choice."""
        if self.changes.rows:
            self.changes.rows[0].take_focus()

    def _take(self) -> None:
        if left := self.changes.undecided:
            self.left_open.say(self.tr("Choose between the two texts first: %n left.", "", left))
            next(row for row in self.changes.rows if row.taken is None).take_focus()
        else:
            self.settled_on.emit(partly(self._blocks, self.changes.taken))

    def _say(self) -> None:
        self._title.setText(self.tr("Both texts"))
        self._told.say(self.tr("What you choose becomes your draft; nothing is sent by it."))
        self.take.setText(self.tr("Go on with this text"))
        self.take.setAccessibleName(self.take.text())
        self.take.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
