"""One article to look at: why it is a risk, factor by factor, and what can be done about many."""

from datetime import date
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kbdesk.core.articles import Kind
from kbdesk.core.verification import Risk, RiskFactor
from kbdesk.ui import dates
from kbdesk.ui import words as everywhere
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.trust import spelled
from kbdesk.ui.writing import words
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.reason_field import ReasonField

BAR = 6  # px high
MOST = 4.0  # the share at which a bar is full


class FactorRow(QWidget):
    """A sentence and how much it weighs, as a bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.words = Prose("read", look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 14)
        column.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_factor(self, told: str, share: float) -> None:
        """Say a factor; a share of 1 weighs nothing."""
        self._share = min(max(share - 1, 0) / (MOST - 1), 1.0)
        self.words.say(told)
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            top = self.height() - BAR - 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("line"))
            painter.drawRoundedRect(0, top, self.width(), BAR, 3, 3)
            if self._share:
                painter.setBrush(self._look.colour("warn"))
                wide = max(BAR, round(self.width() * self._share))
                painter.drawRoundedRect(0, top, wide, BAR, 3, 3)


class RiskPane(ReadingPane):
    """The factors of one article; acts on all that are ticked, or else on this one."""

    verify_wanted = Signal()
    archive_wanted = Signal()
    owner_given = Signal(str)
    open_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.risk: Risk | None = None
        self._today = date.min
        self._ticked = 0
        self.title = Prose("title", look)
        self.meta = Prose("caption", look, colour="muted")
        self._why = label("section")
        self._sum = Prose("caption", look, colour="muted")
        self.factors = [FactorRow(look) for _ in range(4)]
        self.verify = ActButton(look, shortcut="V", primary=True)
        self.reassign = ActButton(look, shortcut="W")
        self.archive = ActButton(look, shortcut="X")
        self.open = KeyedButton(look, "O", quiet=True, flush=True)
        self.add_to_bar(self.open)
        self.owner = ReasonField(look)
        column = self.column
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.meta)
        column.addSpacing(22)
        column.addWidget(self._why)
        column.addWidget(self._sum)
        column.addSpacing(8)
        for row in self.factors:
            column.addWidget(row)
        column.addStretch(1)
        self.foot.column.insertWidget(0, self.owner)
        for act in (self.verify, self.reassign, self.archive):
            self.foot.acts.addWidget(act)
        self.verify.clicked.connect(self.verify_wanted.emit)
        self.archive.clicked.connect(self.archive_wanted.emit)
        self.reassign.clicked.connect(self.ask_owner)
        self.open.clicked.connect(self.open_wanted.emit)
        self.owner.given.connect(self._on_owner)
        self.owner.left.connect(self.close_owner)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.risk = None
        for part in (self.page, self.foot, self.open):
            part.hide()

    def show_risk(self, risk: Risk, ticked: int, today: date) -> None:
        """Show one; `ticked` is on how many the acts would be done."""
        if self.risk is None or self.risk.article != risk.article:
            self.to_top()
        self.risk, self._ticked, self._today = risk, ticked, today
        for part in (self.page, self.foot, self.open):
            part.show()
        self.say()

    def ask_owner(self) -> None:
        """Ask who is to own what was chosen."""
        self.owner.open(self.tr("Who looks after it from now on?"), "prenom.nom")

    def close_owner(self) -> bool:
        """Take the line away; return whether it was there."""
        was = not self.owner.isHidden()
        self.owner.close_up()
        return was

    def _on_owner(self, name: str) -> None:
        if name:
            self.owner_given.emit(name)
        else:
            self.owner.blame(self.tr("Name somebody, by their name at the server."))

    def verified(self, risk: Risk, today: date) -> str:
        """Say when somebody vouched for it, here and in its row."""
        if risk.verified is None:
            return self.tr("Never verified")
        return self.tr("Verified %1").replace("%1", dates.ago(risk.verified, today))

    def say(self) -> None:
        """Set the words for what is shown."""
        risk = self.risk
        if risk is None:
            return
        self.show_shelf(risk.space)
        self.title.say(risk.title)
        owner = risk.owner_name if risk.owner_name != risk.owner else spelled(risk.owner)
        verified = self.verified(risk, self._today)
        self.meta.say(words.SEPARATOR.join(filter(None, (verified, owner))))
        self._why.setText(self.tr("Why this one"))
        weighing = [one for one in risk.factors if one.share > 1]
        for row, factor in zip_longest(self.factors, weighing):
            row.setVisible(factor is not None)
            if factor is not None:
                row.show_factor(self._told(factor), factor.share)
        shown = " × ".join(words.number(one.share, 2) for one in weighing) or words.number(1, 2)
        told = self.tr("risk %1 = %2").replace("%1", words.number(risk.score, 2))
        self._sum.say(told.replace("%2", shown))
        self._say_acts()

    def _told(self, factor: RiskFactor) -> str:
        if factor.name == "views":
            return self.tr("Opened %n time(s) at this desk", "", int(factor.detail))
        if factor.name == "age":
            return self.tr("%n day(s) since somebody looked at it", "", int(factor.detail))
        if factor.name == "feedback":
            return self.tr("%n open remark(s)", "", int(factor.detail))
        named = {
            "critical": self.tr("Critical content"),
            "legal": self.tr("Legal content"),
            "tariff": self.tr("Prices"),
            "tariffs": self.tr("Prices"),
        }
        if factor.detail in named:
            return named[factor.detail]
        kinds = {kind.value: everywhere.kind(kind) for kind in Kind}
        return kinds.get(factor.detail, factor.detail)

    def _say_acts(self) -> None:
        texts = self.tr("Verified"), self.tr("Give to…"), self.tr("Archive")
        if self._ticked > 1:
            count = str(self._ticked)
            texts = (
                self.tr("Verify %1").replace("%1", count),
                self.tr("Give %1 to…").replace("%1", count),
                self.tr("Archive %1").replace("%1", count),
            )
        for act, text in zip((self.verify, self.reassign, self.archive), texts, strict=True):
            act.setText(text)
            act.setAccessibleName(text)
            act.updateGeometry()
        self.open.setText(self.tr("Open the article"))
        self.open.setAccessibleName(self.open.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
