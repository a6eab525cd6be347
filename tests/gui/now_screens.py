"""Pictures of the Now screen, to be looked at: `python -m tests.gui.now_screens FOLDER [NAME]`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kbdesk.core.contact import Phase
from kbdesk.core.queues import Intent, Queue
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import Look, dress
from kbdesk.ui.look.tokens import Theme
from kbdesk.ui.now.panel import NowPanel
from tests.gui import now_values
from tests.gui.now_values import CARDS, HOSTILE, NOW, WITHHELD, contact

BESIDE, ALONE = (300, 744), (400, 740)
Step = Callable[[NowPanel], None]
QUEUES = (
    Queue(
        "facturation", "Facturation", intents=(Intent("haute", "Facture plus élevée que prévu"),)
    ),
    Queue("fibre", "Assistance fibre"),
)
NOTE = "Prorata mal compris. Remboursement de 34,90 € lancé, délai annoncé."


def show(panel: NowPanel, *, cards: int = 7, **changes: object) -> None:
    phase = changes.pop("phase", Phase.TALKING)
    assert isinstance(phase, Phase)
    panel.show_contact(contact(phase, **changes), "Facturation", NOW, anew=True)  # type: ignore[arg-type]
    panel.show_cards(CARDS[:cards], anew=True)


def ringing(panel: NowPanel) -> None:
    show(panel, phase=Phase.RINGING, seconds=4, verified=False)


def talking(panel: NowPanel) -> None:
    show(panel, note=NOTE)


def held(panel: NowPanel) -> None:
    show(panel, phase=Phase.HELD, cards=4)
    panel.show_last(contact(Phase.WRAPPING, key="0", note="Rappeler demain."))


def chooser(panel: NowPanel) -> None:
    matches = (now_values.CLAIRE, now_values.MARC, now_values.FIRM)
    show(panel, caller=None, matches=matches, verified=False, account="")


def unknown(panel: NowPanel) -> None:
    show(panel, caller=None, matches=(), verified=False, name="LIGNE 4", cards=3)


def withheld(panel: NowPanel) -> None:
    show(panel, caller=None, matches=(), verified=False, phone=WITHHELD, cards=1)


def nothing(panel: NowPanel) -> None:
    show(panel, cards=0)


def hostile(panel: NowPanel) -> None:
    show(panel, caller=None, matches=(), verified=False, name=HOSTILE)
    panel.head.show_contact(contact(), HOSTILE, NOW)


def wrapping(panel: NowPanel) -> None:
    show(panel, phase=Phase.WRAPPING, note=NOTE)
    panel.wrap_up.offer_path(True)


def missing(panel: NowPanel) -> None:
    wrapping(panel)
    panel.wrap_up.ask_missing()


def waiting(panel: NowPanel) -> None:
    talking(panel)
    panel.show_waiting(contact(Phase.RINGING, caller=now_values.MARC), "Assistance mobile")


def empty(panel: NowPanel) -> None:
    panel.show_last(contact(Phase.WRAPPING, key="0", note=NOTE))


def closed(panel: NowPanel) -> None:
    empty(panel)
    panel.show_closed(True)
    panel.last_at_rest.toggle.click()


def by_hand(panel: NowPanel) -> None:
    panel.offer_queues(QUEUES)
    panel.take_by_hand()
    panel.by_hand.queue.choose("facturation")
    panel.by_hand._offer_intents()


STEPS: tuple[Step, ...] = (
    ringing, talking, held, chooser, unknown, withheld, nothing, hostile, wrapping, missing,
    waiting, empty, closed, by_hand,
)  # fmt: skip
# tail of the name, alone, language, theme, text size
LOOKS: tuple[tuple[str, bool, str, Theme, int], ...] = (
    ("", False, "fr", "light", 100),
    ("-dark-en", False, "en", "dark", 100),
    ("-200", False, "fr", "light", 200),
    ("-alone", True, "fr", "light", 100),
    ("-alone-dark-en", True, "en", "dark", 100),
    ("-alone-200", True, "fr", "dark", 200),
)


def main(folder: Path, only: str = "") -> None:
    """Take every picture, or those whose name holds a word."""
    folder.mkdir(parents=True, exist_ok=True)
    application = Application(Settings(language="fr", theme="light"))
    for tail, alone, language, colours, scale in LOOKS:
        application.translations.use(language)
        look = Look.of(colours, scale)
        theme.wear(application.qt, look)
        for step in STEPS:
            if only in f"{step.__name__}{tail}":
                _take(step, look, alone, folder / f"{step.__name__}{tail}.png")


def _take(step: Step, look: Look, alone: bool, picture: Path) -> None:
    panel = made_panel(step, look, alone)
    panel.grab().save(str(picture))
    panel.close()
    panel.deleteLater()


def made_panel(step: Step, look: Look, alone: bool) -> NowPanel:
    """Show a panel at one step, in its own column or beside the screens."""
    panel = NowPanel(look)
    width, height = ALONE if alone else BESIDE
    panel.resize(width if alone else round(width * (1 + look.scale / 100) / 2), height)
    panel.show_alone(alone)
    panel.show()
    step(panel)
    dress(panel, look)
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
    return panel


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
