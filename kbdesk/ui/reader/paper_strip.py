"""To paper or to a PDF, for colleagues or for a customer: asked in a line, like everything here."""

from PySide6.QtCore import QEvent, Qt, Signal

from kbdesk.core.articles import Audience
from kbdesk.core.reading import Reading
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.strip import Strip


class PaperStrip(Strip):
    """Chooses whom a print is for; printing and saving are the desk's business."""

    print_wanted = Signal(object)  # Audience
    pdf_wanted = Signal(object)  # Audience
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "accent", "printer")
        self._public = False
        self._done = ""
        self.audience = FilterChip(look)
        self.print_ = QuietButton(look)
        self.pdf = QuietButton(look)
        self._close = IconButton("x", look)
        for part in (self.audience, self.print_, self.pdf, self._close):
            self.add(part)
        self.audience.chosen.connect(lambda _key: self._tell())
        self.print_.clicked.connect(lambda: self.print_wanted.emit(self.chosen))
        self.pdf.clicked.connect(lambda: self.pdf_wanted.emit(self.chosen))
        self._close.clicked.connect(self.leave)
        self._name_things()

    @property
    def chosen(self) -> Audience:
        return Audience(self.audience.key or Audience.INTERNAL)

    def ask(self, reading: Reading) -> None:
        """Offer to print an article."""
        self._public = reading.article.audience is Audience.PUBLIC
        self._done = ""
        self._name_things()
        self.audience.choose("")
        self.audience.setEnabled(self._public)
        self._tell()
        self.print_.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_done(self, name: str) -> None:
        """Say where it went."""
        self._done = name
        self._tell()

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        for part in (self.audience, self.print_, self.pdf, self._close):
            part.apply_look(look)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
            if not self.isHidden():
                self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        if self._done:
            self.say(self.tr("Saved: %1").replace("%1", self._done))
        elif not self._public:
            self.say(self.tr("This article is internal: its print says so on every page."))
        elif self.chosen is Audience.PUBLIC:
            self.say(self.tr("For a customer: internal parts are left out."))
        else:
            self.say(self.tr("For colleagues: internal parts are in it, and every page says so."))

    def _name_things(self) -> None:
        self.audience.offer(
            (
                Choice("", self.tr("For colleagues")),
                Choice(Audience.PUBLIC.value, self.tr("For a customer")),
            )
        )
        self.print_.setText(self.tr("Print…"))
        self.pdf.setText(self.tr("PDF…"))
        self.pdf.setAccessibleName(self.tr("Save as PDF…"))
        self._close.name(self.tr("Close (Esc)"))
