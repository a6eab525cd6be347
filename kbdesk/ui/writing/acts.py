"""What the keys F4 and Ctrl+E do: a sheet below the article, and the editor on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.core.changes import Changes
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.shell.here import Here
from kbdesk.ui.shell.undo import WhileItHolds
from kbdesk.ui.tasks import Tasks
from kbdesk.ui.writing.feedback_sheet import FeedbackSheet
from kbdesk.ui.writing.screen import ContributionsScreen

if TYPE_CHECKING:
    from kbdesk.clock import Clock
    from kbdesk.services.live import Live
    from kbdesk.ui.lanes import Lanes
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.search_screen import SearchScreen


class WritingActs(QObject):
    """Of one window; made at the first key."""

    def __init__(self, window: "MainWindow", live: "Live", lanes: "Lanes", clock: "Clock") -> None:
        super().__init__(window)
        self._window, self._live, self._clock = window, live, clock
        self._tasks = Tasks(lanes, window.tell, window.live.take_changes)
        self._before: QWidget | None = None
        self.sheet: FeedbackSheet | None = None

    # remarks

    def give_feedback(self, here: Here) -> None:
        """Ask what is wrong with what is on screen; the same key again closes."""
        screen = self._window.shown_search
        if screen is None:
            return
        sheet = self._made_sheet(screen)
        if sheet.isVisible() and sheet.here.article == here.article:
            sheet.close_up()
            return
        self._before = QApplication.focusWidget()
        offline = self._window.connected.is_offline
        sheet.open(here, _heading(screen, here), offline=offline)

    def _made_sheet(self, screen: "SearchScreen") -> FeedbackSheet:
        """Put the sheet below what is read on a screen, making it first."""
        if self.sheet is None:
            self.sheet = sheet = FeedbackSheet(self._window.look)
            sheet.given.connect(self._give)
            sheet.closed.connect(self._back)
            self._window.search.flow.shown.connect(
                lambda reading: sheet.leave_for(reading.article.id)
            )
        layout = screen.side.layout()
        if layout is not None and layout.indexOf(self.sheet) < 0:
            layout.addWidget(self.sheet)
        in_order([_last_stop(screen.side, self.sheet), *stops_in(self.sheet)])
        return self.sheet

    def _back(self) -> None:
        """Give the keys back to where they were."""
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()

    def _give(self, here: Here, kind: str, text: str) -> None:
        def job() -> tuple[Changes, str]:
            remarks = self._live.remarks
            changes = remarks.give(
                here.article, kind, text, anchor=here.anchor, query=here.query,
                queue=here.queue, intent=here.intent,
            )  # fmt: skip
            mine = (one.id for one in remarks.mine() if one.article == here.article)
            return changes, next(mine, "")

        self._tasks.write(job, lambda done: self._given(*done))

    def _given(self, changes: Changes, remark: str) -> None:
        assert self.sheet is not None
        self.sheet.close_up()
        self._window.live.take_changes(changes)
        told = self.tr("Thank you. Your remark goes to the owner of the article.")
        if remark:
            remarks = self._live.remarks
            back = WhileItHolds(
                lambda: self._take_back(remark), lambda: remarks.can_take_back(remark), told
            )
            self._window.undoing.offer(told, back)
        else:
            self._window.notice.tell(told, trouble=False)

    def _take_back(self, remark: str) -> None:
        self._tasks.write(lambda: self._live.remarks.take_back(remark))

    # edits

    def suggest_edit(self, here: Here) -> None:
        """Open the editor on the article on screen."""
        self._window.show_screen("contributions")
        screen = self._window.screens.get("contributions")
        if isinstance(screen, ContributionsScreen):
            screen.edit_article(here.article)


def _last_stop(side: QWidget, sheet: QWidget) -> QWidget:
    """Return the last of what Tab comes to beside the sheet, as the focus goes."""
    last, one = side, side.nextInFocusChain()
    while one is not None and one is not side:
        by_tab = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and side.isAncestorOf(one) and not sheet.isAncestorOf(one):
            last = one
        one = one.nextInFocusChain()
    return last


def _heading(screen: "SearchScreen", here: Here) -> str:
    """Say how the passage in view is called, "" for the whole article."""
    view = screen.guides.view
    if screen.guides.walking and view is not None and view.walk is not None:
        return view.walk.step.question
    reading = screen.side.reader.reading if screen.side.reads else None
    outline = reading.outline if reading is not None else ()
    return next((entry.text for entry in outline if entry.anchor == here.anchor), "")
