"""Contacts and cards of our own, for pictures and tests of the Now screen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.cards import ContactCard, Source, Why
from kbdesk.core.contact import Caller, Contact, Phase
from kbdesk.core.phones import Phone

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
PHONE = Phone("+33639980078", "06 39 98 00 78", "number", True)
WITHHELD = Phone("", "", "withheld", False)
CLAIRE = Caller("C-1042", "Claire Martin", "Fibre 500", "2019", ("+33639980078",), ("fibre",))
MARC = Caller("C-2077", "Marc Martin", "Mobile 80 Go", "2022", ("+33639980078",))
FIRM = Caller("C-3001", "Boulangerie Martin", "Pro Fibre", "2015", ("+33639980078",))
HOSTILE = "<b>Nom</b> & \u202eevil\u202c " + "Très-long-nom-sans-fin" * 20


def contact(phase: Phase = Phase.TALKING, seconds: int = 134, **changes: object) -> Contact:
    """Return Claire's call, or another by what differs."""
    begun = NOW - timedelta(seconds=seconds)
    made = Contact(
        key="1", phase=phase, phone=PHONE, name="", queue="facturation", intent="facture-elevee",
        account="C-1042", lang="fr", began=begun,
        answered=None if phase is Phase.RINGING else begun,
        ended=NOW - timedelta(seconds=20) if phase is Phase.WRAPPING else None,
        matches=(CLAIRE,), caller=CLAIRE, verified=True,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # the caller names fields of it


def card(number: int, **changes: object) -> ContactCard:
    """Return a card, told from the others by its number."""
    made = ContactCard(
        f"facturation/{number}", f"Fiche {number}", "Je regarde cela avec vous.",
        "facturation", Kind.ARTICLE, Freshness.VERIFIED, (Why(Source.QUEUE, "Facturation"),),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # as above


PRORATA = (
    "Cette facture compte deux périodes : la fin de l’ancienne offre, et le nouveau mois d’avance."
)
TITLES = {
    "Expliquer un prorata": [Why(Source.RULE, "Offre changée en novembre")],
    "Rembourser une facture": [Why(Source.WORDS, "trop-perçu"), Why(Source.QUEUE, "Facturation")],
    "Geste commercial : 15 €": [Why(Source.TAG, "fidèle")],
    "Remboursement en retard": [Why(Source.WORDS, "toujours rien")],
    "Changer la date du prélèvement": [Why(Source.INTENT, "Facture plus élevée que prévu")],
    "Demander un échéancier": [Why(Source.USE)],
    "Contester une communication hors forfait": [Why(Source.ACCOUNT, "Fibre 500")],
}
STALE = {"Geste commercial : 15 €": Freshness.STALE}
CARDS = tuple(
    card(
        number,
        title=title,
        why=tuple(why),
        pinned=number == 1,
        freshness=STALE.get(title, Freshness.VERIFIED),
        say=PRORATA if number == 1 else "Je regarde cela avec vous.",
    )
    for number, (title, why) in enumerate(TITLES.items(), 1)
)
