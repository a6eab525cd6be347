"""A small base of our own, written as files, that tests may bend as they like."""

from pathlib import Path

REFUND = """\
---
id: facturation/remboursement
title: Rembourser une facture
summary: Je lance votre remboursement tout de suite, vous le recevez sous cinq jours.
kind: article
space: facturation
tags: [remboursement, avoir]
aliases: [trop perçu]
owner: ines.colin
verified: 2026-10-01
review_every: 90d
audience: public
lang: fr
---

# Rembourser une facture

Le remboursement part sur le compte qui a servi à payer.

## Conditions

La facture est payée. Voir aussi le [geste commercial](geste.md#montant).

::: internal
Jusqu'à 50 euros, vous décidez seul.
:::
"""

GESTURE = """\
---
title: Accorder un geste commercial
space: facturation
---

Un geste répond à un tort reconnu.

## Montant

Quinze euros au plus, une fois par an.
"""

CANCEL = """\
# Résilier une ligne mobile

La résiliation prend effet sous dix jours. Pour un [remboursement](../facturation/remboursement.md),
attendre la facture de clôture.
"""

FILES = {
    "facturation/remboursement.md": REFUND,
    "facturation/geste.md": GESTURE,
    "mobile/resilier.md": CANCEL,
    "spaces.yaml": "spaces:\n- {id: facturation, title: Facturation}\n",
    "synonyms.yaml": "synonyms:\n- [résilier, rompre]\nacronyms: {RIB: relevé d'identité}\n",
}


def write_base(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the base, or other files, under `folder`; return the folder."""
    for name, text in (FILES if files is None else files).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    return folder
