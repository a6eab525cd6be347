"""The story that the demo tells: the people of a made-up operator, and what they did lately.

Plain data. Moments are hours before the demo began; texts are ours. Who is named here exists only
here.
"""

from dataclasses import dataclass, field
from typing import Any

AGENT, SUPERVISOR, AUTHOR = "lea", "sam", "nora"
GROUPS = {"facturation": "Équipe Facturation", "technique": "Équipe Technique fibre"}
# name → role, groups
PEOPLE: dict[str, tuple[str, tuple[str, ...]]] = {
    AGENT: ("agent", ("facturation",)),
    SUPERVISOR: ("supervisor", ("facturation", "technique")),
    AUTHOR: ("author", ()),
    "ines": ("agent", ("facturation",)),
    "paul": ("agent", ("technique",)),
    "omar": ("agent", ("facturation",)),
    "hugo": ("agent", ("technique",)),
    "maya": ("agent", ("facturation",)),
    "theo": ("agent", ("technique",)),
    "jade": ("agent", ("facturation",)),
    "yanis": ("agent", ("technique",)),
}
NAMES = {
    AGENT: "Léa Fabre", SUPERVISOR: "Sam Ferrand", AUTHOR: "Nora Vidal", "ines": "Inès Moreau",
    "paul": "Paul Besson", "omar": "Omar Sylla", "hugo": "Hugo Lenoir", "maya": "Maya Roche",
    "theo": "Théo Guérin", "jade": "Jade Petit", "yanis": "Yanis Caron",
}  # fmt: skip
COLLEAGUES = tuple(name for name, (role, _) in PEOPLE.items() if role == "agent" and name != AGENT)
PATH = "accueil-facturation"
COHORT = "accueil-novembre"
PUPILS = (AGENT, "ines", "omar", "maya", "jade")


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, sent so many hours ago; when it begins and ends, and how far each has come."""

    id: str
    level: str
    title: str
    body: str
    sent: float = 3.0
    starts: float | None = None
    ends: float | None = None
    audience: str = "all"
    receipt: bool = False
    check: dict[str, Any] | None = None
    link: dict[str, str] | None = None
    states: dict[str, str] = field(default_factory=dict)


NOTICES = (
    Told(
        "panne-saint-hilaire", "critical", "Panne fibre à Saint-Hilaire : pas de rendez-vous",
        "Une armoire est à l’arrêt. **Ne proposez pas de rendez-vous technicien** : retour du "
        "service prévu à 18 h.\n\nDites-le d’abord, avant tout diagnostic.",
        sent=1.6, ends=9, link={"article": "fibre/incident-collectif"},
        states={"ines": "acknowledged", "paul": "acknowledged", "omar": "acknowledged",
                "hugo": "shown", "maya": "shown", "theo": "delivered"},
    ),
    Told(
        "plafond-gestes", "important", "Gestes commerciaux : le plafond passe à 20 € en janvier",
        "À partir du **1er janvier 2027**, un agent peut accorder 20 € par contact, et 40 € sur "
        "12 mois. D’ici là, rien ne change.\n\n- Au-delà, l’accord du superviseur reste "
        "nécessaire.",
        sent=27, ends=24 * 40, receipt=True,
        link={"article": "equipe/bareme-gestes", "anchor": "plafonds",
              "old": "15 € par contact, 30 € sur 12 mois.",
              "new": "20 € par contact, 40 € sur 12 mois, dès le 1er janvier 2027."},
        check={"kind": "single", "text": "Le 20 décembre, jusqu’où allez-vous sans accord ?",
               "offered": (("15 €", True), ("20 €", False), ("40 €", False)),
               "explanation": "20 €, c’est à partir du 1er janvier 2027."},
        states={"ines": "understood", "omar": "understood", "maya": "understood",
                "paul": "acknowledged", "hugo": "acknowledged", "jade": "shown",
                "theo": "delivered"},
    ),
    Told(
        "rio-formulaire", "info", "Portabilité : le RIO passe en tête du formulaire",
        "Dans Horizon, le RIO se saisit maintenant avant le numéro. Le reste est inchangé.",
        sent=24 * 3, link={"article": "mobile/rio"},
        states={"ines": "shown", "paul": "shown", "omar": "shown", "hugo": "shown"},
    ),
    Told(
        "retours-facturation", "important", "Équipe Facturation : contestations de novembre",
        "Les contestations de la facture de novembre se règlent **au premier appel**. Cherchez "
        "d’abord le hors-forfait.",
        sent=24 * 2, audience="group:facturation", receipt=True,
        link={"article": "facturation/facture-plus-elevee"},
        states={"ines": "acknowledged", "omar": "acknowledged", "maya": "shown"},
    ),
    Told(
        "prix-2027", "important", "Évolution des prix : ce que l’on dit à partir de lundi",
        "La lettre part lundi matin. Avant, on ne confirme aucun montant.",
        sent=6, starts=30, ends=24 * 60, receipt=True,
        link={"article": "facturation/evolution-prix-2027"},
    ),
    Told(
        "horaires-noel", "info", "Horaires du service client pendant les fêtes",
        "Fermeture à 18 h les 24 et 31 décembre.", sent=24 * 12, ends=-24,
        states={"ines": "shown", "paul": "shown", "maya": "shown"},
    ),
    Told(
        "box-echange", "info", "Échange de box gratuit en agence dès lundi",
        "Les clients en fibre 500 pourront échanger leur box en agence.", sent=30,
        states={"lea": "shown", "ines": "shown", "paul": "shown", "hugo": "delivered"},
    ),
)  # fmt: skip
RECALLED = ("box-echange", "La date n’est pas arrêtée : ne l’annoncez à personne.")
RECALLED_AGO = 20  # hours

# query, how, days ago; the person goes round
GAPS = (
    *(("esim montre connectée", "empty", days) for days in (1, 2, 4, 9, 13, 20, 26, 34)),
    *(("esim pour montre", "told", days) for days in (0, 6)),
    ("e-sim montre connectée", "empty", 3),
    *(("facture au nom de deux personnes", "empty", days) for days in (2, 8, 11, 29)),
    *(("facture deux noms colocation", "reworded", days) for days in (1, 15)),
    *(("tarif sourd malentendant", "empty", days) for days in (5, 19, 41)),
    ("forfait sourds et malentendants", "told", 3),
    *(("box qui siffle", "unclicked", days) for days in (0, 7, 12)),
    *(("parrainage refusé", "reworded", days) for days in (10, 24)),
    ("résiliation bateau plaisance", "told", 17),
)
ANSWERED = (("enquête satisfaction", 38), ("enquete satisfaction sms", 31))
SET_ASIDE = ("météo demain", 22, "Ce n’est pas notre métier.")

# article, kind, anchor, words, person, days ago
REMARKS = (
    ("fibre/debit-lent", "unclear", "", "On ne sait pas quel test de débit utiliser.", "paul", 0.9),
    ("fibre/debit-lent", "unclear", "", "Même question pour le test.", "hugo", 0.3),
    ("materiel/retour-materiel", "outdated", "", "Le point relais du centre a fermé.", AGENT, 4),
    ("mobile/rio", "missing", "", "Et pour une ligne d’entreprise ?", "omar", 6),
    ("facturation/remboursement", "thanks", "", "Clair et court, merci.", "maya", 3),
)
ANSWERS = (  # which, what, words, days ago
    (2, "done", "Vrai : l’adresse est corrigée. Merci.", 3.2),
    (3, "accepted", "Je l’ajoute cette semaine.", 5.4),
)

# article, what stands there, what is proposed instead, why, person, days ago
EDITS = (
    ("facturation/remboursement", "", "\nDites toujours la date d’envoi, pas seulement le délai.\n",
     "Les clients rappellent pour la date.", AGENT, 6),
    ("equipe/reclamation", "2. Relisez au client ce que vous avez écrit. Corrigez avec ses mots.",
     "2. Relisez au client ce que vous avez écrit, puis envoyez-lui une copie par mail.",
     "Beaucoup demandent une trace écrite.", "ines", 3),
    ("fibre/television", "", "\nUn redémarrage du décodeur règle la plupart des écrans noirs.\n",
     "Constaté sur vingt appels.", "hugo", 2),
    ("materiel/echange-box", "", "\nNotez le numéro de série de la box rendue.\n",
     "Deux litiges en novembre.", "omar", 1.1),
)  # fmt: skip
TAKEN, TAKEN_AGO = 0, 4  # which of them is accepted, days ago
ASKED_BACK = 2  # about which of them its author is asked something; who, what, days ago
WORDS = (
    (AUTHOR, "Sur tous les décodeurs, ou sur l’ancien seulement ?", 1.5),
    ("hugo", "Tous, sauf le décodeur 4 : là, le voyant reste rouge.", 0.9),
)
OTHER_CHANGE_AGO = 4.5  # days; the second of them is made from the text before it
OTHER_CHANGE = (
    "equipe/reclamation",
    "2. Relisez au client ce que vous avez écrit. Corrigez avec ses mots.",
    "2. Relisez au client ce que vous avez écrit, à voix haute et lentement.",
)
# What is learnt on a base of one’s own: which question, days ago, whether it was right.
LEARNT = (
    *((number, 11 - number % 3, True) for number in range(6)),
    *((number, 6 - number % 2, number not in {2, 8}) for number in range(2, 10)),
    *((number, 2, number != 11) for number in (2, 8, 10, 11)),
    *((number, 0.2, True) for number in (12, 13)),
)
VERIFIED = ("facturation/remboursement", "mobile/esim", "fibre/pas-internet")
