"""Walking guides beside the list: begun, left, taken up again where it was left.

A walk is kept in memory by article until it came to its end, the article changed or another
contact began. Nothing of it is written: whose answers they are is nobody's business but the note's.
"""

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.clock import Clock
from kbdesk.core.walks import GuideReading, Walk
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest
from kbdesk.ui.look.look import Look
from kbdesk.ui.reading_side import Assets, ReadingSide
from kbdesk.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.guide.view import GuideView

DIGITS = 9  # choices further down go by letters, which may be words yet
EARLY = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class GuideFlow(QObject):
    """Puts the guide where the article was, and folds the list meanwhile."""

    view_made = Signal(object)  # GuideView
    path_wanted = Signal(str)  # text to be put into the note of the contact
    link_requested = Signal(str, str)  # article id, anchor
    external_link_requested = Signal(str)  # address
    trouble_met = Signal(object)  # Exception

    def __init__(
        self,
        knowledge: "Knowledge",
        lanes: Lanes,
        side: ReadingSide,
        panes: SideBySide,
        *,
        clock: Clock,
        assets: Assets,
    ) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._side, self._panes = side, panes
        self._clock, self._assets = clock, assets
        self._latest = Latest(lanes.render)
        self._view: GuideView | None = None
        self._noting = False
        self._ear: QWidget | None = None  # where choices may be struck while a guide comes
        self._early: list[int] = []
        self._kept: dict[str, tuple[str, Walk]] = {}  # by article: its text, and how far
        side.reader_made.connect(lambda reader: reader.guide_requested.connect(self.begin))

    @property
    def settled(self) -> bool:
        return self._latest.settled

    @property
    def walking(self) -> bool:
        """True while a guide is on screen here, or waits behind another screen."""
        return self._view is not None and self._side.shows(self._view)

    @property
    def view(self) -> "GuideView | None":
        """The guide on screen, None until one was begun."""
        return self._view

    def begin(self, article_id: str) -> None:
        """Walk a guide, from where it was left if it was."""
        self._listen(QApplication.focusWidget())
        self._latest.ask(lambda: self._knowledge.guide(article_id), self._show, self._refuse)

    def _listen(self, where: QWidget | None) -> list[int]:
        """Keep the choices struck from now on in one place; return those kept until now.

        A guide takes a tenth of a second to come, and whoever knows it strikes on: a choice that
        was lost there would be the answer to another question.
        """
        if self._ear is not None:
            with contextlib.suppress(RuntimeError):  # Qt has taken it down meanwhile
                self._ear.removeEventFilter(self)
        self._ear, kept, self._early = where, self._early, []
        if where is not None:
            where.installEventFilter(self)
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            from kbdesk.ui.guide.answers import number_of  # late: no part of the first paint

            number = number_of(event.text()) if event.text() else -1
            if 0 <= number < DIGITS and event.modifiers() in EARLY:
                self._early.append(number)
                return True
        return False

    def _refuse(self, error: Exception) -> None:
        self._listen(None)
        self.trouble_met.emit(error)

    def _show(self, reading: GuideReading) -> None:
        early = self._listen(None)
        walk = self._kept_of(reading) or Walk.begin(reading.guide)
        if walk is None:
            return  # no step is in force today: the article is all there is
        view = self._made(self._side.look)
        view.show_guide(reading, walk)
        self._side.show_instead(view)
        self._panes.fold(True)
        view.focus_choices()
        for number in early:
            if number < len(view.step.answers.rows):
                view.take(number)

    def _kept_of(self, reading: GuideReading) -> Walk | None:
        source, walk = self._kept.get(reading.article.id, ("", None))
        unchanged = walk is not None and source == reading.article.source
        return walk if unchanged and walk is not None and not walk.step.end else None

    def _made(self, look: Look) -> "GuideView":
        if self._view is None:
            from kbdesk.ui.guide.view import GuideView  # late: no part of the first paint

            self._view = made = GuideView(look, self._clock, self._assets)
            made.offer_note(self._noting)
            made.left.connect(self.leave)
            made.walked.connect(self._keep)
            made.path_wanted.connect(self.path_wanted)
            made.link_requested.connect(self._on_link)
            made.external_link_requested.connect(self.external_link_requested)
            made.step.say.left.connect(made.focus_choices)
            self.view_made.emit(made)
        return self._view

    def _keep(self) -> None:
        view = self._view
        if view is not None and view.reading is not None and view.walk is not None:
            article = view.reading.article
            self._kept[article.id] = (article.source, view.walk)

    def leave(self) -> None:
        """Go back to the article; the walk is kept."""
        if self.walking:
            self.put_aside()
            self._side.reader.focus_text()

    def take_focus(self) -> bool:
        """Give the keys to the guide on screen; return whether there is one."""
        if self._view is None or not self.walking:
            return False
        self._view.focus_choices()
        return True

    def copy(self) -> bool:
        """Copy what to say at the step on screen; return whether there is one."""
        if self._view is None or not self.walking:
            return False
        self._view.copy()
        return True

    def put_aside(self) -> None:
        """Make room for an article: the walk is kept, and the list comes back."""
        if self.walking:
            self._side.show_reader()
        self._panes.fold(False)

    def _on_link(self, article_id: str, anchor: str) -> None:
        self.put_aside()
        self.link_requested.emit(article_id, anchor)

    def offer_note(self, offered: bool) -> None:
        """Say whether a contact has a note that a path can be put into."""
        self._noting = offered
        if self._view is not None:
            self._view.offer_note(offered)

    def forget(self) -> None:
        """Keep no walk: another contact begins. One on screen stays until it is left."""
        self._kept.clear()

    def drop(self, ids: frozenset[str]) -> None:
        """Keep no walk through what may no longer be read, nor show one."""
        self._kept = {id_: kept for id_, kept in self._kept.items() if id_ not in ids}
        shown = self._view.reading if self._view is not None else None
        if self.walking and shown is not None and shown.article.id in ids:
            self.put_aside()

    def stop(self) -> None:
        """Show nothing more: the window is going."""
        self._listen(None)
        self._latest.forget()
