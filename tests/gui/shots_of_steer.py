"""Steer: health, what is missing, the proof of it, and a base with nothing to say, for pictures."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui.steer.screen import SteerScreen
from kbdesk.ui.sync_line import BaseStatus
from sync.protocol.bodies import editing, gaps, learning
from tests.gui.shots import Step, shot
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow

Shown = Callable[[DeskWindow, SteerScreen], None]
ASKED = [  # query, how, days ago
    *[("résilier suite décès", "empty", days) for days in (1, 2, 5, 9, 12, 16)],
    *[("resiliation décès titulaire", "empty", days) for days in (3, 8)],
    *[("esim perdue", "empty", days) for days in (0, 4, 11, 20, 27)],
    ("esim perdu", "told", 1),
    *[("rio entreprise", "reworded", days) for days in (0, 6, 30)],
    *[("tva facture étranger", "empty", days) for days in (5, 22)],
    ("box rendue non reçue", "told", 6),
    ("numéro surtaxé", "unclicked", 13),
]
CLOSED = [("plan de paiement", days) for days in (45, 38, 31, 24, 17, 10, 9, 2)]


def fill(desk: DeskWindow) -> None:
    """Let weeks of searches, suggestions and quizzes lie behind."""
    server, day = signed_in.Server(desk.workspace, MOMENT), timedelta(days=1)
    for number, (query, how, days) in enumerate(ASKED):
        at = (MOMENT - days * day).isoformat()
        body = gaps.Gap(query, at, at, how, queue="mobile" if "esim" in query else "")
        server.put("gap", f"g{99 - days:02}-{number:03}", body, "+edit")
    for number, (query, days) in enumerate(CLOSED):
        at = (MOMENT - days * day).isoformat()
        body = gaps.Gap(query, at, at, "empty", state="closed", article="facturation/remboursement",
                        rank=1, decided_at=(MOMENT - (days - 2) * day).isoformat())  # fmt: skip
        server.put("gap", f"c{number:03}", body, "+edit")
    for number, (asked, took) in enumerate(((50, 4.0), (40, 3.0), (31, 3.2), (23, 2.0), (9, 1.5))):
        decided = (MOMENT - (asked - took) * day).isoformat()
        edit = editing.Suggestion(
            "facturation/remboursement", "facturation", "ana",
            (MOMENT - asked * day).isoformat(), "# a", state="accepted", decided_at=decided,
        )  # fmt: skip
        server.put("suggestion", f"s{number}", edit, "+edit.facturation")
    for number, right in enumerate((4, 7, 9)):
        figures = learning.QuestionFigures(
            "equipe/geste-commercial", "Quel plafond ?", masked=number == 2, people=7,
            asked=11, right=right,
        )  # fmt: skip
        server.put("question_figures", f"q{number}", figures, "+edit.facturation")


def connected(desk: DeskWindow, *, filled: bool = True) -> SteerScreen:
    """Make a window that of a supervisor, and show them the screen."""
    signed_in.sign_in(desk.workspace.profile, "julien.perrot", "supervisor")
    if filled:
        signed_in.fill(desk.workspace, MOMENT, "julien.perrot")
        fill(desk)
    facts = SyncFacts("level", person="julien.perrot", role="supervisor",
                      last_success=MOMENT - timedelta(minutes=2))  # fmt: skip
    desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
    desk.window.show_screen("steer")
    screen = desk.window.screens["steer"]
    assert isinstance(screen, SteerScreen)
    desk.settle()
    return screen


def step(name: str, *, filled: bool = True) -> Callable[[Shown], Step]:
    """Add a picture of the screen."""

    def add(shown: Shown) -> Step:
        @wraps(shown)
        def bring(desk: DeskWindow) -> None:
            screen = connected(desk, filled=filled)
            shown(desk, screen)
            desk.settle()

        return shot(name)(bring)

    return add


@step("steer-health")
def health(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.health.take_focus()


@step("steer-health-below")
def below(desk: DeskWindow, screen: SteerScreen) -> None:
    bar = screen.health.verticalScrollBar()
    bar.setValue(bar.maximum())


@step("steer-health-point")
def point(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.health.gaps.area.setFocus()
    screen.health.gaps.area.choose(3)


@step("steer-gaps")
def subjects(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.show_section("gaps")
    desk.settle()
    screen.part("gaps").open_one("")


@step("steer-gaps-attach")
def attach(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.show_section("gaps")
    desk.settle()
    part = screen.part("gaps")
    part.open_one("")
    part.gap_pane.ask_article()


@step("steer-gaps-proof")
def proof(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.show_section("gaps")
    desk.settle()
    part = screen.part("gaps")
    part.open_one("")
    part.gap_pane.attaching.taken.emit("facturation/remboursement")


@step("steer-nothing", filled=False)
def nothing(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.show_section("gaps")


@step("steer-announcements")
def announcements(desk: DeskWindow, screen: SteerScreen) -> None:
    screen.show_section("announcements")
    desk.settle()
    screen.part("announcements").list.choose("geste")
