"""A connection that a test plays: it keeps what was asked, and answers when the test says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kbdesk.services.connected.sync_facts import Entry, Refusal, Shelf, SignIn, SyncFacts, Welcome
from tests.support.desk_window import MOMENT


@dataclass
class PlayedConnection:
    """Answers at once: `found` and `welcome`, or the refusal if there is one."""

    found: str = "https://base.nordal.example"
    refusal: Refusal | None = None
    welcome: Welcome = field(default_factory=lambda: Welcome("ana"))
    silent: bool = False
    asked: list[object] = field(default_factory=list)

    def look(
        self, address: str, then: Callable[[str], None], failed: Callable[[Refusal], None]
    ) -> None:
        self.asked.append(address)
        self._answer(lambda: then(self.found), failed)

    def sign_in(
        self, asked: SignIn, then: Callable[[Welcome], None], failed: Callable[[Refusal], None]
    ) -> None:
        self.asked.append(asked)
        self._answer(lambda: then(self.welcome), failed)

    def give_up(self) -> None:
        self.asked.append("give up")

    def _answer(self, well: Callable[[], None], failed: Callable[[Refusal], None]) -> None:
        if self.silent:
            return
        if self.refusal is not None:
            failed(self.refusal)
        else:
            well()

    def sign_out(self, then: Callable[[], None]) -> None:
        self.asked.append("sign out")
        then()

    def sync_now(self) -> None:
        self.asked.append("sync")

    def send_again(self, ids: Sequence[str]) -> None:
        self.asked.append(("again", *ids))

    def export(
        self, file: Path, then: Callable[[int], None], failed: Callable[[Exception], None]
    ) -> None:
        self.asked.append(("export", file))
        then(2)

    def forget(self, ids: Sequence[str]) -> None:
        self.asked.append(("forget", *ids))


def entry(number: int, kind: str, about: str, code: str = "", reason: str = "") -> Entry:
    """Make something that somebody did `number` hours ago."""
    conflict = code in {"conflict", "gone"}
    at = MOMENT - timedelta(hours=number, minutes=5)
    return Entry(f"op-{number}", kind, about, at, code, reason, conflict)


WAITING = (
    entry(1, "publish", "Rembourser une facture payée deux fois"),
    entry(2, "not_found", "kayak pliable"),
    entry(3, "retire", "Frais de l’ancien opérateur"),
)
REFUSED = (
    entry(4, "publish", "Geste commercial après un retard de livraison", "conflict", "Changed."),
    entry(5, "publish", "Contrôler l’éligibilité à la fibre", "forbidden", "You may not."),
    entry(27, "publish", "Prélèvement rejeté par la banque", "too_large", "Too large."),
)
SHELVES = (
    Shelf("base", "Base de l’équipe", 1204),
    Shelf("fibre", "Fibre", 88),
    Shelf("~ana", "", 3),
)


def facts(state: str = "level", **more: object) -> SyncFacts:
    """Make the facts of a signed-in desk in some state."""
    told: dict[str, object] = {
        "server": "https://base.nordal.example",
        "person": "ana",
        "role": "author",
        "last_success": MOMENT - timedelta(minutes=2),
        "next_try": MOMENT + timedelta(minutes=9),
        "shelves": SHELVES,
    }
    return SyncFacts(state, **(told | more))  # type: ignore[arg-type]  # of the right types each
