"""The changes of a suggestion, block by block, each to be taken or left.

Two texts for the same lines are shown both, with what they started from, and one is chosen.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.editing import Block, Fate
from kbdesk.core.word_diff import compare
from kbdesk.ui.controls.choice_row import ChoiceRow, Segment
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Dressed, Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing import marked
from kbdesk.ui.writing.fate_line import FateLine
from kbdesk.ui.writing.tick import Tick

BESIDE = 520  # px at 100 %: from there on the place stands beside the text
PLACE = 124  # px at 100 %
TAKE, LEAVE = "take", "leave"


class BlockRow(QWidget):
    """One change: where it stands, its words, and whether it is taken."""

    toggled = Signal()

    def __init__(self, block: Block, number: int, place: tuple[str, int], look: Look) -> None:
        super().__init__()
        self.block = block
        self._number, self._where = number, place
        self._look = look
        self.tick = Tick(look)
        self.tick.setChecked(True)
        self._place = Paragraph("caption", look, colour="muted", lines=2, gives_way=True)
        self._line = Paragraph("caption", look, colour="muted", lines=1)
        self._names = [Paragraph("label", look, colour="muted", lines=1) for _ in range(3)]
        self._texts = [Prose("read", look) for _ in range(3)]
        self.fate = FateLine(look)
        self._choice = ChoiceRow((LEAVE, TAKE), look)
        self._choice.name.hide()
        self._choice.chosen.connect(lambda _key: self.toggled.emit())
        self.tick.toggled.connect(self._on_tick)
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 3, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._place)
        side.addWidget(self._line)
        side.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.fate)
        for name, text in zip(self._names, self._texts, strict=True):
            words.addWidget(name)
            words.addWidget(text)
            words.addSpacing(6 if self.block.clash else 0)
        words.addWidget(self._choice)
        words.addStretch(1)  # its first line stands level with the name of the place
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(8)
        self._across.addWidget(self._side)
        self._across.addLayout(words, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 14, 0, 15)
        row.setSpacing(12)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._across, 1)
        clash = self.block.clash
        self.tick.setVisible(not clash)
        self._choice.setVisible(clash)
        for part in (*self._names, *self._texts[1:]):
            part.setVisible(clash)

    @property
    def taken(self) -> bool | None:
        """Whether it is to be published; None while two texts wait for a choice."""
        if self.block.clash:
            return {TAKE: True, LEAVE: False}.get(self._choice.key)
        return self.tick.isChecked()

    def show_decidable(self, decidable: bool) -> None:
        """Offer to take and to leave, or only show what is proposed."""
        self.tick.setVisible(decidable and not self.block.clash)
        self._choice.setVisible(decidable and self.block.clash)

    def show_fate(self, fate: Fate | None) -> None:
        """Say what became of it, once that was decided."""
        if fate is not self.fate.fate:
            self.fate.show_fate(fate)
            self._say()

    def toggle(self) -> None:
        """Take it or leave it, whichever it is not."""
        if self.block.clash:
            self._choice.choose(LEAVE if self.taken else TAKE)
            self.toggled.emit()
        elif not self.tick.isHidden():
            self.tick.toggle()

    def take_focus(self) -> None:
        """Give the keys to what takes it."""
        reason = Qt.FocusReason.TabFocusReason
        if self.block.clash:
            found = self._choice.findChildren(Segment)
            next((one for one in found if one.isChecked()), found[0]).setFocus(reason)
        else:
            self.tick.setFocus(reason)

    def _on_tick(self) -> None:
        self._say()
        self.toggled.emit()

    def _say(self) -> None:
        heading, line = self._where
        self._place.say(heading or self.tr("Beginning"))
        self._line.say(self.tr("line %1").replace("%1", str(line)))
        told = self.tr("Take change %1").replace("%1", str(self._number))
        self.tick.setAccessibleName(told)
        self.tick.setToolTip(told)
        block = self.block
        if not block.clash:
            lines = marked.trimmed(block.lines)
            counts = self.tick.isChecked() and self.fate.fate is not Fate.LEFT
            shown = marked.markup(lines, self._look, quiet=not counts)
            self._texts[0].say(marked.spoken(lines), shown)
            self._texts[0].colour("text" if counts else "muted")
            return
        self._say_clash(block)

    def _say_clash(self, block: Block) -> None:
        names = self.tr("Both began with"), self.tr("Published now"), self.tr("Suggested")
        for name, told in zip(self._names, names, strict=True):
            name.say(told)
        nothing = self.tr("Nothing stands here.")
        self._texts[0].colour("muted")
        self._texts[0].say(block.base.strip() or nothing)
        for prose, words in zip(self._texts[1:], (block.before, block.after), strict=True):
            lines = marked.trimmed(compare(block.base.strip(), words.strip()))
            prose.say(words.strip() or nothing, marked.markup(lines, self._look))
        self._choice.say(
            self.tr("Which of the two is to stand?"), "",
            {LEAVE: self.tr("Keep what is published"), TAKE: self.tr("Take the suggestion")},
        )  # fmt: skip

    def apply_look(self, look: Look) -> None:
        self._look = look
        parts: tuple[Dressed, ...] = (
            self.tick,
            self._place,
            self._line,
            *self._names,
            *self._texts,
        )
        for part in parts:
            part.apply_look(look)
        self._say()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._side.setFixedWidth(self._look.px(PLACE)) if beside else self._free()

    def _free(self) -> None:
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(16777215)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            line = self._look.colour("line")
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class ChangesView(QWidget):
    """All changes of one suggestion."""

    toggled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[BlockRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_blocks(
        self,
        blocks: Sequence[Block],
        *,
        decidable: bool = True,
        fates: Mapping[int, Fate] | None = None,
    ) -> None:
        """Show the changes among these stretches, all of them taken but those that clash.

        `fates` says of each what became of it, where that was decided.
        """
        shown = [block for block in blocks if block.changed]
        if [row.block for row in self.rows] != shown:
            self._build(blocks, shown)
        for row in self.rows:
            row.show_decidable(decidable)
            row.show_fate((fates or {}).get(row.block.n))

    def _build(self, blocks: Sequence[Block], shown: Sequence[Block]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        where = marked.places(blocks)
        self.rows = [
            BlockRow(block, number, where[block.n], self._look)
            for number, block in enumerate(shown, 1)
        ]
        for row in self.rows:
            row.toggled.connect(self.toggled.emit)
            self._column.addWidget(row)

    @property
    def taken(self) -> frozenset[int]:
        """The numbers of the blocks that are to be published."""
        return frozenset(row.block.n for row in self.rows if row.taken)

    @property
    def undecided(self) -> int:
        """How many still wait for a choice between two texts."""
        return sum(row.taken is None for row in self.rows)

    @property
    def all_taken(self) -> bool:
        return all(row.taken for row in self.rows)

    def toggle(self, number: int) -> bool:
        """Take or leave the change of that number, from 1; return whether there is one."""
        if not 1 <= number <= len(self.rows):
            return False
        self.rows[number - 1].toggle()
        return True

    def apply_look(self, look: Look) -> None:
        self._look = look
