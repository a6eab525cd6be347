"""Announcements: list, notice, question, strip, form, board, names, for the pictures."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from kbdesk.core.calls import read_event
from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.store.receipts import Receipts, Shift
from kbdesk.ui.announcements.screen import AnnouncementsScreen
from kbdesk.ui.sync_line import BaseStatus
from tests.gui.shots import Step, shot
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow

Shown = Callable[[DeskWindow, AnnouncementsScreen], None]


def connected(desk: DeskWindow, role: str) -> AnnouncementsScreen:
    """Make a window that of somebody at a server, and show them the screen."""
    person = "julien.perrot" if role == "supervisor" else "ana"
    signed_in.sign_in(desk.workspace.profile, person, role)
    signed_in.fill(desk.workspace, MOMENT, person)
    facts = SyncFacts("level", person=person, role=role, last_success=MOMENT - timedelta(minutes=2))
    desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
    desk.window.show_screen("announcements")
    screen = desk.window.screens["announcements"]
    assert isinstance(screen, AnnouncementsScreen)
    desk.settle()
    if screen.brief.is_shown:
        screen.brief.put_away()
        desk.settle()
    return screen


def step(name: str, role: str = "agent") -> Callable[[Shown], Step]:
    """Add a picture of the screen of announcements."""

    def add(shown: Shown) -> Step:
        @wraps(shown)
        def bring(desk: DeskWindow) -> None:
            screen = connected(desk, role)
            shown(desk, screen)
            desk.settle()

        return shot(name)(bring)

    return add


@step("announcements")
def inbox(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.inbox.tabs.choose("all")
    screen.inbox.tab_chosen.emit("all")
    screen.open_notice("geste")


@step("announcements-list")
def listed(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.panes.show_first()


@step("announcements-question")
def question(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.open_notice("geste")
    desk.settle()
    screen.confirm()
    desk.settle()
    wrong = screen.side.page.check.answers
    row = next(at for at, one in enumerate(wrong.rows) if "15" not in one.accessibleName())
    screen.side.page.check.take(row)
    desk.wait(screen.side.page.check.verdict.isVisible)


@step("announcements-recalled")
def recalled(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.open_notice("box")


@step("announcements-critical")
def critical(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    desk.window.show_screen("search")
    desk.find("rembours")
    signed_in.critical(desk.workspace, MOMENT)
    assert desk.window.live.notices is not None
    desk.window.live.notices.look()
    said = {"call": "c1", "state": "answered", "from": "0639980001", "queue": "facturation"}
    desk.window.call_came.emit(read_event(said))
    desk.wait(lambda: desk.window.contact_in_hand is not None and desk.window.now_flow.settled)


@step("announcements-brief")
def brief(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    shift = Shift(MOMENT, MOMENT, MOMENT - timedelta(hours=15))
    Receipts(desk.workspace.user, desk.workspace.outbox).keep_shift(shift)
    screen.begin()


@step("announcements-line")
def line(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    desk.window.show_screen("search")
    desk.find("rembours")


@step("announcements-form", "supervisor")
def form(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.steering.compose()
    desk.settle()
    made = screen.steering.form
    assert made is not None
    made.audience.chip.choose("group:fibre")
    made.audience.chosen.emit()
    made.title.edit.setText("Panne fibre à Lyon : ne plus proposer de rendez-vous")
    made.body.show_text("Retour du service prévu à **14 h**.\n\n- Le dire avant tout.")
    made.ends.edit.setText("18:00")
    made.article.show_place("facturation/remboursement")
    made.preview_wanted.emit(made.body.text)


@step("announcements-form-faults", "supervisor")
def form_faults(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.steering.compose()
    desk.settle()
    made = screen.steering.form
    assert made is not None
    made.title.edit.clear()
    made.level.choose("critical")
    made.level.chosen.emit("critical")
    made.ends.edit.setText("bientôt")
    made.question.add.click()
    made.question.asked.edit.setText("Quel plafond ?")
    made.try_to_send()


@step("announcements-form-article", "supervisor")
def form_article(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    begun = {"title": "Panne fibre à Lyon", "body": "Retour prévu à **14 h**."}
    desk.workspace.live.announcing.begun.keep(begun, MOMENT - timedelta(hours=19))
    screen.steering.compose()
    desk.settle()
    made = screen.steering.form
    assert made is not None
    made.article.edit.setFocus()
    made.article.edit.setText("remboursement")
    made.article.look_up_first(lambda: None)
    desk.wait(made.article.offers[0].isVisible)


@step("announcements-sent", "supervisor")
def sent(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.inbox.tabs.choose("sent")
    screen.inbox.tab_chosen.emit("sent")


@step("announcements-board", "supervisor")
def board(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.steering.open_board("geste")


@step("announcements-names", "supervisor")
def names(desk: DeskWindow, screen: AnnouncementsScreen) -> None:
    screen.steering.open_board("geste")
    desk.settle()
    assert screen.steering.board is not None
    if screen.steering.board.names.isHidden():
        screen.steering.board.toggle_names()
