"""The shorthand of people who type while they listen, spelt out as an article would say it.

Only what has one meaning in any contact centre; the acronyms of a trade come with its base. A word
that means the caller or the typing itself (“cli”, “svp”) says nothing and goes.
"""

import re

from kbdesk.core.small_talk import plainly, without_small_talk

_FRENCH = {
    "abo": "abonnement", "abt": "abonnement", "appt": "appartement", "bq": "banque",
    "cb": "carte bancaire", "cde": "commande", "chgt": "changement", "cmd": "commande",
    "co": "connexion", "conf": "confirmation", "cpte": "compte", "dde": "demande",
    "demgt": "déménagement", "fact": "facture", "factu": "facturation", "hs": "en panne",
    "interv": "intervention", "jrs": "jours", "livr": "livraison", "maj": "mise à jour",
    "mdp": "mot de passe", "mens": "mensualité", "num": "numéro", "pb": "problème",
    "pk": "pourquoi", "plt": "prélèvement", "pq": "pourquoi", "prelev": "prélèvement",
    "prlv": "prélèvement", "prlvt": "prélèvement", "rdv": "rendez-vous", "recl": "réclamation",
    "ref": "référence", "remb": "remboursement", "rembt": "remboursement",
    "resil": "résiliation", "sem": "semaine", "tech": "technicien", "tel": "téléphone",
    "ttes": "toutes", "verif": "vérification", "vir": "virement", "virt": "virement",
}  # fmt: skip
_ENGLISH = {
    "acct": "account", "addr": "address", "appt": "appointment", "conf": "confirm",
    "inv": "invoice", "msg": "message", "mth": "month", "nb": "number", "nbr": "number",
    "pmt": "payment", "pwd": "password", "rtn": "return", "tech": "technician",
    "tel": "phone", "txt": "text message", "wk": "week", "yday": "yesterday",
}  # fmt: skip
_EMPTY = frozenset((
    "asap", "auj", "av", "bc", "bcp", "cl", "cli", "client", "cliente", "clt", "clte", "cust",
    "ds", "ns", "pcq", "pls", "plz", "pr", "qd", "ss", "stp", "svp", "tjrs", "tjs", "tt", "vt",
    "souhaite", "veut", "veux", "voudrait",
))  # fmt: skip
_WORD = re.compile(r"\w+(?:['’/\-]\w+)*")
LONGEST = 4_000  # characters of a note that are read


def spell_out(note: str, lang: str = "fr") -> str:
    """Return the words of a note, spelt out; whatever was typed comes out as plain words.

    Marks go: a note is no question, and its quotes and dashes ask for nothing.
    """
    table = _ENGLISH if lang.lower().startswith("en") else _FRENCH
    words = without_small_talk(_WORD.findall(plainly(note[:LONGEST])))
    spelt = (table.get(word.lower(), word) for word in words if word.lower() not in _EMPTY)
    return " ".join(spelt)
