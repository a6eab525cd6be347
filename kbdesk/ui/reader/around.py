"""What stands between the path and the text, and holds for all of it: age, day, doubt, paper.

Each line has its own reason and at most one is asked for by hand; a calm article has none of them.
Copying passes by here: what has aged too much for its class is copied only when asked twice.
"""

from datetime import date
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.lease import Lease, Level
from kbdesk.core.reading import Reading
from kbdesk.ui import dates
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import doubts
from kbdesk.ui.reader.as_of import AsOf
from kbdesk.ui.reader.paper_strip import PaperStrip
from kbdesk.ui.reader.strip import Strip

AIR = 8  # px
AGAIN = 10_000  # ms within which a second press copies


class Elapsed(Protocol):
    """What is asked of a timer that only measures."""

    def start(self) -> None: ...
    def isValid(self) -> bool: ...  # noqa: N802  # Qt's own name
    def hasExpired(self, timeout: int, /) -> bool: ...  # noqa: N802  # Qt's own name
    def invalidate(self) -> None: ...


class Around(QWidget):
    """The lines above an article."""

    present_wanted = Signal()  # from a version of before to the one to be read now

    def __init__(self, look: Look, clock: Clock) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self._reading: Reading | None = None
        self._lease = Lease()
        self.asked: Elapsed = QElapsedTimer()  # since a copy was asked for once
        self.lease = Strip(look, "critical", "warning-circle")
        self.past = Strip(look, "warn", "clock-counter-clockwise")
        self.as_of = AsOf(look)
        self.copied = Strip(look, "warn", "warning-circle")
        self.paper = PaperStrip(look)
        self._back = QuietButton(look)
        self._back.clicked.connect(self.present_wanted)
        self.past.add(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strips = (self.lease, self.past, self.as_of, self.copied, self.paper)
        for strip in self.strips:
            column.addWidget(strip)
        self._air = QWidget()  # between the last line and the title
        self._air.setFixedHeight(AIR)
        column.addWidget(self._air)
        self._name_things()
        self._breathe()

    def show_reading(self, reading: Reading) -> None:
        """Tell what holds for an article that is opened."""
        self._reading = reading
        self.copied.hide()
        self.paper.hide()
        self.as_of.show_day(reading.on, reading.days, self._clock.today())
        self._tell_past()
        self.show_lease(reading.lease)

    def show_lease(self, lease: Lease) -> None:
        """Tell how old a text is whose class asks for it, or nothing any more."""
        self._lease = lease
        self.asked.invalidate()
        self._tell_lease()

    def may_copy(self) -> bool:
        """Say whether a copy may be made now; one of an aged text has to be asked for twice."""
        if self._lease.level is not Level.AGEING:
            return True
        if self.asked.isValid() and not self.asked.hasExpired(AGAIN):
            self.asked.invalidate()
            self._tell_lease()
            return True
        self.asked.start()
        self._tell_lease()
        return False

    def tell_copied(self) -> None:
        """Say of a copy just made why it may be wrong, if there is a doubt about it."""
        doubt = self._doubt()
        if doubt:
            self.copied.say(doubts.copied(doubt))
        else:
            self.copied.hide()

    @property
    def words(self) -> str:
        """What the lines say, for the accessible description of the page."""
        return " ".join(filter(None, (s.text for s in (self.lease, self.past, self.as_of))))

    def stand(self, left: int) -> None:
        """Stand in line with the text below."""
        for strip in self.strips:
            strip.stand(left)

    def apply_look(self, look: Look) -> None:
        self._look = look
        for strip in self.strips:
            strip.apply_look(look)
        self._back.apply_look(look)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._breathe()
        return super().event(event)

    def _breathe(self) -> None:
        self._air.setVisible(not all(strip.isHidden() for strip in self.strips))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
            self._tell_lease()
            self._tell_past()
        super().changeEvent(event)

    def _doubt(self) -> str:
        reading, today = self._reading, self._clock.today()
        if reading is None:
            return ""
        if reading.past is not None:
            return self.past.text
        if reading.on is not None:
            return self.tr("It is what holds on %1.").replace("%1", dates.full(reading.on))
        return doubts.of(reading, today)

    def _tell_lease(self) -> None:
        age = self._lease.age
        if self._lease.level is not Level.AGEING or age is None:
            self.lease.hide()
            return
        waits = self.asked.isValid() and not self.asked.hasExpired(AGAIN)
        if waits:
            words = self.tr("Not refreshed for %1. Press again to copy all the same.")
        else:
            words = self.tr("Critical, and not refreshed for %1. Check before you say it.")
        self.lease.say(words.replace("%1", dates.span(age)))

    def _tell_past(self) -> None:
        past = self._reading.past if self._reading else None
        if past is None or past.until is None:
            self.past.hide()
            return
        words = self.tr("Version %1, as it read until %2. It is not what holds now.")
        self.past.say(words.replace("%1", str(past.rev)).replace("%2", _day(past.until.date())))

    def _name_things(self) -> None:
        self._back.setText(self.tr("Back to the present version"))


def _day(of: date) -> str:
    return dates.full(of)
