"""The bar above a part of learning: where one is, and the way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look


class HeadBar(QWidget):
    """“Learn › Session of the day        Put aside [Esc]”."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._where: tuple[str, ...] = ()
        self._alone = False
        self.menu = MenuButton(look)
        self.menu.hide()
        self._path = Paragraph("caption", look, colour="muted", lines=1, gives_way=True)
        self.leave = KeyedButton(look, "Esc", quiet=True)
        self.leave.clicked.connect(self.left.emit)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.menu)
        self._row.addWidget(self._path, 1)
        self._row.addWidget(self.leave)
        self.apply_look(look)

    def show_where(self, *where: str, leave: str) -> None:
        """Say where one is below the screen, and what leaving is called."""
        self._where = where
        self.leave.setText(leave)
        self.leave.updateGeometry()
        self._say()

    def show_alone(self, alone: bool) -> None:
        """Stand in one column: the menu stands for the rail."""
        self._alone = alone
        self.menu.setVisible(alone)
        self._row.setContentsMargins(12 if alone else 40, 0, 12 if alone else 36, 0)
        self._say()

    def _say(self) -> None:
        whole = " › ".join((self.tr("Learn"), *self._where))
        self._path.say(whole, self._where[-1] if self._where else "")

    def apply_look(self, look: Look) -> None:
        self.setFixedHeight(look.size("bar"))
        self.show_alone(self._alone)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
