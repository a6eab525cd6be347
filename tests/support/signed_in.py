"""A profile that is signed in to a server which is not there, with notices as one would have sent.

For windows and pictures: what comes is written into the copy as the server's changes would have
been. The people are those of a small office; moments are told from the moment of the desk.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kbdesk.paths import Profile
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.workspace import Workspace
from sync.protocol import codec
from sync.protocol.bodies import announcements as said
from sync.protocol.bodies.learning import Question

PEOPLE = {
    "ana": ("Ana Petit", "agent", ("facturation",)),
    "bruno": ("Bruno Marchand", "agent", ("facturation",)),
    "chloe": ("Chloé Besson", "agent", ("fibre",)),
    "djibril": ("Djibril Sow", "agent", ("fibre",)),
    "emilie": ("Émilie Vasseur", "agent", ("fibre",)),
    "hugo": ("Hugo Delmas", "agent", ("accueil",)),
    "lina": ("Lina Castel", "agent", ("accueil",)),
    "maelle": ("Maëlle Guérin", "agent", ("accueil",)),
    "julien.perrot": ("Julien Perrot", "supervisor", ("facturation",)),
}
QUESTION = Question(
    "single", "Jusqu’à quel montant pouvez-vous aller sans accord ?",
    (("15 €", True), ("10 €", False), ("30 €", False)),
    explanation="Le plafond sans accord est passé de 10 à 15 € le 16 novembre.",
)  # fmt: skip
BODY = (
    "Une fois par client et par période de **6 mois**.\n\n"
    "- Au-delà de 15 €, l’accord du superviseur reste nécessaire.\n"
    "- Pas de geste sur une facture impayée."
)
PASSAGE = said.Passage(
    "facturation/remboursement", "",
    "10 €, avec l’accord d’un superviseur.", "15 €, sans accord.",
)  # fmt: skip


def sign_in(profile: Profile, person: str = "ana", role: str = "agent") -> None:
    """Let a profile belong to somebody at a server; the base it holds stays."""
    Accounts(profile).keep(
        Account("https://base.nordal.example", "office", person, role, device="pc-1"), "token"
    )


class Server:
    """Writes into the copy of one desk what a server would have sent."""

    def __init__(self, workspace: Workspace, now: datetime) -> None:
        self._entities = workspace.entities
        self._now = now

    def put(self, kind: str, id_: str, body: object, space: str) -> None:
        self._entities.put(kind, id_, codec.encode(body).decode(), space=space)

    def announce(self, id_: str, level: str, title: str, ago: timedelta, **more: Any) -> None:
        """Let a notice come."""
        at = (self._now - ago).isoformat()
        told: dict[str, Any] = {"audience": "all", "by": "julien.perrot", "body": BODY}
        body = said.Announcement(level=level, title=title, at=at, **(told | more))
        self.put("announcement", id_, body, "+all")
        self.put("sent_announcement", id_, body, "+steer")

    def colleagues(self) -> None:
        """Let everybody be known."""
        for person, (name, role, groups) in PEOPLE.items():
            here = person not in {"lina", "djibril"}
            seen = "" if here else (self._now - timedelta(days=2)).isoformat()
            body = said.Colleague(name, role, groups, ("facturation",), seen, here)
            self.put("colleague", person, body, "+steer")

    def receipts(self, notice: str, states: Mapping[str, str], *, version: int = 1) -> None:
        """Let people have come so far with a notice."""
        for number, (person, state) in enumerate(states.items()):
            at = (self._now - timedelta(hours=1, minutes=7 * number)).isoformat()
            stamp = said.Stamp(at, at, f"pc-{number}")
            reached = _reached(state, stamp, wrong=int(person == "hugo"))
            body = said.Receipt(notice, person, {str(version): reached})
            self.put("receipt", f"{notice}/{person}", body, "+steer")

    def own_receipt(self, notice: str, person: str, state: str, ago: timedelta) -> None:
        """Let what somebody did at another desk be known here."""
        at = (self._now - ago).isoformat()
        stamp = said.Stamp(at, at, "pc-2")
        reached = _reached(state, stamp)
        body = said.Receipt(notice, person, {"1": reached})
        self.put("own_receipt", f"{notice}/{person}", body, f"~{person}")


def _reached(state: str, stamp: said.Stamp, wrong: int = 0) -> said.Reached:
    """Stamp a state and those before it."""
    last = said.STATES.index(state)
    stamps = (stamp if at <= last else None for at in range(len(said.STATES)))
    delivered, shown, acknowledged, understood = stamps
    return said.Reached(delivered, shown, acknowledged, understood, wrong)


def fill(workspace: Workspace, now: datetime, person: str) -> None:
    """Let an office have a lively week behind it."""
    server, hours, days = Server(workspace, now), timedelta(hours=1), timedelta(days=1)
    server.colleagues()
    server.announce(
        "geste", "important", "Geste commercial : plafond porté à 15 €", 5 * days + 2 * hours,
        link=PASSAGE, receipt=True, check=QUESTION, ends=(now + 70 * days).isoformat(),
    )  # fmt: skip
    server.announce("rio", "info", "Portabilité : le RIO passe en tête du formulaire", 4 * days)
    server.announce("agence", "info", "Agence de Grenoble fermée samedi", 6 * days)
    server.announce(
        "frais", "important", "Résiliation fibre : nouveaux frais au 1er décembre", 10 * days,
        receipt=True,
    )  # fmt: skip
    recalled = said.Recalled(
        "La date n’était pas encore arrêtée.", "julien.perrot", now.isoformat()
    )
    server.announce("box", "info", "Box 6 : échange gratuit dès lundi", 3 * days, body="",
                    recalled=recalled)  # fmt: skip
    server.own_receipt("agence", person, "shown", 5 * days)
    server.own_receipt("frais", person, "acknowledged", 9 * days)
    server.own_receipt("box", person, "shown", 2 * days)
    server.receipts(
        "geste",
        {"bruno": "understood", "ana": "understood", "chloe": "acknowledged", "emilie": "shown",
         "hugo": "shown", "maelle": "delivered", "julien.perrot": "understood"},
    )  # fmt: skip


def critical(workspace: Workspace, now: datetime) -> None:
    """Let something critical come."""
    body = "Ne proposez pas de rendez-vous technicien : retour du service prévu à 14 h."
    server = Server(workspace, now)
    server.announce("panne", "critical", "Panne fibre à Lyon 3e et 7e", timedelta(minutes=28),
                    body=body)  # fmt: skip


def signed_in_copy(folder: Path, person: str, role: str) -> Path:
    """Make a copied profile somebody's at a server."""
    sign_in(Profile(folder), person, role)
    return folder
