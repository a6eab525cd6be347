"""Writing: contributions, editor, templates, remarks, review, board and verification, for pictures.

The parts of a steering screen are shown as the window's own here, each by itself.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui.sync_line import BaseStatus
from kbdesk.ui.writing.part import WritingPart
from kbdesk.ui.writing.remarks_board import RemarksBoard
from kbdesk.ui.writing.review import ReviewQueue
from kbdesk.ui.writing.screen import ContributionsScreen
from kbdesk.ui.writing.verify_queue import VerifyQueue
from tests.gui.shots import Step, shot
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.writing_day import ANA, BOX, FIRST, Office

Shown = Callable[[DeskWindow, ContributionsScreen], None]
CHANGED = ("moins de 12 mois", "moins de 24 mois")


def connected(desk: DeskWindow, role: str) -> Office:
    """Make a window that of somebody at a server."""
    person = "claire.aubert" if role == "author" else ANA
    signed_in.sign_in(desk.workspace.profile, person, role)
    facts = SyncFacts("level", person=person, role=role, last_success=MOMENT - timedelta(minutes=2))
    desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
    return Office(desk.workspace, MOMENT, writes=role == "author")


def contributions(desk: DeskWindow) -> ContributionsScreen:
    desk.window.show_screen("contributions")
    screen = desk.window.screens["contributions"]
    assert isinstance(screen, ContributionsScreen)
    desk.settle()
    return screen


def step(name: str, *, filled: bool = True) -> Callable[[Shown], Step]:
    """Add a picture of the screen of contributions."""

    def add(shown: Shown) -> Step:
        @wraps(shown)
        def bring(desk: DeskWindow) -> None:
            office = connected(desk, "agent")
            if filled:
                office.agent()
            shown(desk, contributions(desk))
            desk.settle()

        return shot(name)(bring)

    return add


@step("writing-empty", filled=False)
def empty(desk: DeskWindow, screen: ContributionsScreen) -> None:
    pass


@step("writing-mine")
def mine(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.queue.list.choose("suggestion:o1")
    screen.open_one(screen.queue.list.chosen)


@step("writing-mine-list")
def listed(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.step_back()


@step("writing-mine-remark")
def remark(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.queue.list.choose("remark:r1")
    screen.open_one(screen.queue.list.chosen)


@step("writing-mine-asked")
def asked_back(desk: DeskWindow, screen: ContributionsScreen) -> None:
    office = Office(desk.workspace, MOMENT, writes=False)
    question = office.reply("Depuis quelle date, et sur quelle box ?", timedelta(hours=1), "open")
    office.remark(
        "r9", "fibre/wifi", "wrong", "Le bouton n’est plus là.", timedelta(hours=5), own=True,
        replies=question,
    )  # fmt: skip
    screen.load()
    desk.wait(lambda: "remark:r9" in screen.queue.list.ids, "the remark")
    screen.queue.list.choose("remark:r9")
    screen.open_one(screen.queue.list.chosen)
    desk.settle()
    screen.mine_pane.ask_reply()


@step("writing-mine-discussed")
def discussed(desk: DeskWindow, screen: ContributionsScreen) -> None:
    office = Office(desk.workspace, MOMENT, writes=False)
    office.suggest(
        "o2", "mobile/portabilite", {"RIO": "numéro RIO"}, timedelta(hours=2), own=True,
        comment="Plus clair pour les clients.", replies=office.discussed()[:1],
    )  # fmt: skip
    screen.load()
    desk.wait(lambda: screen.settled)
    screen.queue.list.choose("suggestion:o2")
    screen.open_one(screen.queue.list.chosen)


@step("writing-templates")
def templates(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.choose_template()


def opened(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.edit_article(BOX)
    desk.wait(lambda: screen.writes and screen.settled, "the editor")


def typed(desk: DeskWindow, screen: ContributionsScreen, old: str, new: str) -> None:
    """Type other words in the place of some."""
    screen.editor.text.replace_all(screen.editor.text.text.replace(old, new))
    desk.settle()


@step("writing-editor")
def editor(desk: DeskWindow, screen: ContributionsScreen) -> None:
    opened(desk, screen)
    typed(desk, screen, *CHANGED)
    screen.editor.foot.why.edit.setText("Nouvelle règle du 1er novembre.")


@step("writing-editor-preview")
def previewed(desk: DeskWindow, screen: ContributionsScreen) -> None:
    opened(desk, screen)
    screen.editor.toggle_preview()


@step("writing-editor-new")
def new_one(desk: DeskWindow, screen: ContributionsScreen) -> None:
    screen.choose_template()
    desk.settle()
    assert screen._templates is not None
    screen._templates.chosen.emit("faq")
    desk.wait(lambda: screen.writes and screen.settled, "the editor")
    screen.editor.send(publish=False)


@step("writing-editor-clash")
def clash(desk: DeskWindow, screen: ContributionsScreen) -> None:
    opened(desk, screen)
    typed(desk, screen, *CHANGED)
    office = Office(desk.workspace, MOMENT, writes=False)
    office.publish(BOX, {"moins de 12 mois": "moins de 18 mois"})
    screen.editor.upstream.look_again()
    desk.settle()
    screen.editor.moved.do()


@shot("writing-feedback")
def feedback(desk: DeskWindow) -> None:
    connected(desk, "agent")
    desk.window.show_screen("search")
    desk.find("rembourser une facture")
    desk.window.search.read()
    desk.settle()
    if not _sheet_open(desk):
        desk.window.live_acts.give_feedback()
    sheet = desk.window.live_acts.acts.sheet  # type: ignore[attr-defined]
    sheet.choose(1)


def _sheet_open(desk: DeskWindow) -> bool:
    sheet = desk.window.live_acts.acts.sheet  # type: ignore[attr-defined]
    return sheet is not None and sheet.isVisible()


# what stands in the screen of those who decide


def part(
    name: str, kind: type[WritingPart]
) -> Callable[[Callable[[DeskWindow, WritingPart], None]], Step]:
    """Add a picture of a part of the steering screen."""

    def add(shown: Callable[[DeskWindow, WritingPart], None]) -> Step:
        @wraps(shown)
        def bring(desk: DeskWindow) -> None:
            connected(desk, "author").author()
            made = put_in(desk, kind)
            shown(desk, made)
            desk.wait(lambda: made.settled, "the part")  # the window does not know it
            desk.settle()

        return shot(name)(bring)

    return add


def put_in(desk: DeskWindow, kind: type[WritingPart]) -> WritingPart:
    """Show a part as a screen of the window."""
    window, live = desk.window, desk.window.live
    made = window.screens.get("part")
    if not isinstance(made, kind):
        assert live.live is not None
        made = kind(window.look, live.live, window._lanes, window.clock)
        made.trouble_met.connect(window.tell)
        made.changed.connect(live.take_changes)
        made.undo_offered.connect(window.undoing.offer)
        window.screens["part"] = made
        window._stack.addWidget(made)
    window._stack.setCurrentWidget(made)
    made.show_alone(bool(window._one_column))  # type: ignore[attr-defined]
    made.begin()  # type: ignore[attr-defined]
    desk.wait(lambda: made.settled, "the part")
    return made


@part("writing-review", ReviewQueue)
def review(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, ReviewQueue)
    made.queue.list.choose("s1")
    made.open_one("")
    desk.wait(lambda: made.settled)
    made.review.changes.toggle(2) if made.review.changes.rows[1].taken else None


@part("writing-review-clash", ReviewQueue)
def review_clash(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, ReviewQueue)
    made.queue.list.choose("s3")
    made.open_one("")


@part("writing-review-decline", ReviewQueue)
def review_decline(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, ReviewQueue)
    made.queue.list.choose("s4")
    made.open_one("")
    desk.wait(lambda: made.settled)
    made.review.ask_why()


@part("writing-review-discussed", ReviewQueue)
def review_discussed(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, ReviewQueue)
    office = Office(desk.workspace, MOMENT, writes=True)
    office.suggest("s1", BOX, FIRST, timedelta(hours=1), replies=office.discussed(),
                   comment="L’écart peut dater de 24 mois depuis le 1er novembre.")  # fmt: skip
    office.suggest("s2", "mobile/portabilite", {"RIO": "numéro RIO"}, timedelta(hours=3),
                   by="paul.nguyen", replies=office.discussed()[:1])  # fmt: skip
    made.load()
    made.queue.list.choose("s1")
    made.open_one("")


@part("writing-review-edit", ReviewQueue)
def review_edit(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, ReviewQueue)
    made.queue.list.choose("s1")
    desk.wait(lambda: made.settled)
    made.review.edit_wanted.emit()
    desk.wait(lambda: made.settled)


@part("writing-review-list", ReviewQueue)
def review_list(desk: DeskWindow, made: WritingPart) -> None:
    made.step_back()


@part("writing-remarks", RemarksBoard)
def remarks(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, RemarksBoard)
    made.queue.list.choose("f1")
    made.open_one("")
    desk.wait(lambda: made.settled)
    made.remark_pane.ask("answered")


@part("writing-verify", VerifyQueue)
def verify(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, VerifyQueue)
    for id_ in made.queue.list.ids[:2]:
        if id_ not in made.meant or len(made.meant) == 1:
            made.tick(id_)


@part("writing-verify-one", VerifyQueue)
def verify_one(desk: DeskWindow, made: WritingPart) -> None:
    assert isinstance(made, VerifyQueue)
    made.open_one("")
