"""What to look at first: articles by risk, one by one or many at once, each act undoable."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kbdesk.clock import Clock
from kbdesk.core.articles import Freshness
from kbdesk.core.changes import Changes
from kbdesk.core.verification import Act, Risk
from kbdesk.ui import words as everywhere
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing import words
from kbdesk.ui.writing.queue import QueuePart
from kbdesk.ui.writing.risk_pane import RiskPane
from kbdesk.ui.writing.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from kbdesk.services.live import Live

DONE = Changes(writing=True, articles=True, outbox=True)


class VerifyQueue(QueuePart):
    """Rows with boxes; Space ticks, Shift+A ticks all."""

    icon = "check-circle"

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        self.risk_pane = RiskPane(look)
        self._found: tuple[Risk, ...] = ()
        self._ticked: set[str] = set()
        super().__init__(look, live, lanes, clock, self.risk_pane)
        self.queue.list.ticked.connect(self.tick)
        self.risk_pane.verify_wanted.connect(self.verify)
        self.risk_pane.archive_wanted.connect(self.archive)
        self.risk_pane.owner_given.connect(self.reassign)
        self.risk_pane.open_wanted.connect(self._open)
        self.say()

    def load(self) -> None:
        self.tasks.read(self._live.verifying.queue, self._take)

    def _take(self, found: tuple[Risk, ...]) -> None:
        self._found = found
        self._ticked &= {one.article for one in found}
        self._show()
        self.counted.emit(sum(one.freshness is not Freshness.VERIFIED for one in found))

    def _show(self) -> None:
        self.show_rows([self._row(one) for one in self._found])
        self.say()

    def _row(self, one: Risk) -> Row:
        today = self._clock.today()
        late = everywhere.to_review() if one.freshness is Freshness.STALE else ""
        trust = words.SEPARATOR.join(filter(None, (late, self.risk_pane.verified(one, today))))
        mark = self.tr("%n remark(s)", "", one.open_feedback) if one.open_feedback else ""
        stale = one.freshness is not Freshness.VERIFIED
        risk = words.number(one.score)
        return Row(
            one.article, one.title, trust, risk, "warn" if stale else "muted", mark,
            ticked=one.article in self._ticked,
        )  # fmt: skip

    def show_one(self, id_: str) -> None:
        risk = next((one for one in self._found if one.article == id_), None)
        if risk is not None:
            self.risk_pane.show_risk(risk, len(self.meant), self._clock.today())

    def show_none(self) -> None:
        self.risk_pane.show_nothing()

    def say(self) -> None:
        queue = self.queue
        queue.title.say(self.tr("To verify"))
        queue.count.setText(str(len(self._found) or ""))
        ticked = len(self._ticked)
        queue.beside.say(self.tr("%n chosen", "", ticked) if ticked else self.tr("by risk"))
        queue.list.setAccessibleName(self.tr("Articles to verify, by risk"))
        queue.empty.say(
            self.tr("There is nothing to verify."),
            self.tr("Articles stand here by risk: how often they are read, how long ago somebody"
                    " looked, what people say of them."),
        )  # fmt: skip
        self.risk_pane.say()

    # choose

    @property
    def meant(self) -> tuple[str, ...]:
        """What an act is about: all that is ticked, else what is chosen."""
        ticked = tuple(one.article for one in self._found if one.article in self._ticked)
        chosen = self.queue.list.chosen
        return ticked or ((chosen,) if chosen else ())

    def tick(self, id_: str) -> None:
        """Tick a row, or no longer."""
        self._ticked ^= {id_}
        self._show()

    def tick_all(self) -> None:
        """Tick every row, or none where all are."""
        every = {one.article for one in self._found}
        self._ticked = set() if self._ticked == every else every
        self._show()

    def take_key(self, key: Qt.Key) -> bool:
        does = {
            Qt.Key.Key_V: self.verify,
            Qt.Key.Key_W: self.risk_pane.ask_owner,
            Qt.Key.Key_X: self.archive,
            Qt.Key.Key_O: self._open,
            Qt.Key.Key_A: self.tick_all,
        }.get(key)
        if does is None or not self.meant:
            return False
        does()
        return True

    # act

    def verify(self) -> None:
        """Vouch for what is meant, as it stands now."""
        ids = self.meant
        told = self.tr("%n article(s) verified.", "", len(ids))
        self._act(lambda: self._live.verifying.verify(ids), told)

    def archive(self) -> None:
        """Put what is meant in the archive."""
        ids = self.meant
        told = self.tr("%n article(s) archived: still there, no longer found.", "", len(ids))
        self._act(lambda: self._live.verifying.archive(ids), told)

    def reassign(self, owner: str) -> None:
        """Give what is meant to somebody."""
        ids = self.meant
        told = self.tr("%n article(s) given to %1.", "", len(ids)).replace("%1", owner)
        self.risk_pane.close_owner()
        self._act(lambda: self._live.verifying.reassign(ids, owner), told)

    def _act(self, does: "Callable[[], Act]", told: str) -> None:
        def then(act: Act) -> None:
            self._ticked.clear()
            self.changed.emit(DONE)
            self.load()
            self.queue.take_focus()
            self.undo_offered.emit(
                told, lambda: self.tasks.write(lambda: self._live.verifying.undo(act) | DONE)
            )

        self.tasks.write(does, then)

    def _open(self) -> None:
        if self.risk_pane.risk is not None:
            self.article_requested.emit(self.risk_pane.risk.article, "")

    def step_back(self) -> bool:
        if self.risk_pane.close_owner():
            self.queue.take_focus()
            return True
        return super().step_back()
