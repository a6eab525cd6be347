"""Readings of our own, rendered by the product: what reader tests and pictures show."""

import struct
import zlib
from datetime import date
from functools import cache

from kbdesk.content import render
from kbdesk.content.articles import parse
from kbdesk.core.articles import freshness
from kbdesk.core.reading import Backlink, Reading

TODAY = date(2026, 11, 22)

REFUND = """---
title: Rembourser une facture
summary: >-
  « Je lance votre remboursement tout de suite. Vous le recevez sous 5 jours ouvrés,
  sur le compte qui a servi à payer. »
tags: [remboursements]
owner: claire.morel
verified: 2026-11-19
review_every: 90d
---

## Conditions

- La facture est payée, pas seulement émise.
- L’écart date de moins de 12 mois.
- Le titulaire a donné deux preuves d’identité.

## Étapes

1. Ouvrir la facture : dossier client, onglet Paiements.
2. Choisir « Remboursement », motif « Trop-perçu ».
3. Lire le montant au client, puis valider.

## Qui valide

::: valid from=2026-01-01 to=2026-12-31
| Montant | Qui valide | Délai annoncé |
|---|---|---|
| Jusqu’à 50 € | Vous | 5 jours ouvrés |
| De 50 à 150 € | Votre superviseur | 7 jours ouvrés |
| Plus de 150 € | Équipe Facturation | 10 jours ouvrés |
:::

## Cas particuliers

Client résilié : le remboursement part par virement, sur le dernier compte connu. S’il a résilié
il y a plus d’un an, voir [les trop-perçus anciens](trop-percu.md) avant de répondre.

::: internal
Ne demandez jamais le numéro de carte : les quatre derniers chiffres suffisent.
:::
"""

EVERYTHING = """---
title: Tout ce qu’une fiche peut porter
summary: Je vérifie votre dossier et je vous rappelle avant ce soir.
tags: [modèle]
owner: claire.morel
verified: 2026-11-21
updated: 2026-11-02
review_every: 90d
---

Un premier paragraphe assez long pour passer plusieurs lignes : il dit l’essentiel avec
**un mot fort**,
*un mot en italique*, du `code`,
~~une ancienne valeur~~ et [un lien vers une autre fiche](autre.md), puis
[un site](https://www.example.org) et [un saut plus bas](#liste).

## Une liste {#liste}

- Premier point
- Deuxième point, plus long, qui passe à la ligne quand la colonne est étroite
  parce qu’il dit deux choses à la fois
    - Un détail
    - Un autre détail
        - Encore un
- Troisième point

1. D’abord
2. Ensuite
    1. ceci
    2. cela
3. Enfin

- [x] Fait
- [ ] À faire

### Un titre de troisième niveau

Du texte sous ce titre.

#### Un quatrième

Du texte encore.

::: warning
Ne promettez pas de date avant la réponse du technicien.
:::

::: note
Le client peut suivre son dossier dans son espace.
:::

::: internal
La marge de négociation est de 15 €. **Ne la dites pas.**

- Jamais deux fois par an
- Jamais sur un impayé
:::

::: valid from=2026-03-01
Le tarif est de 34,99 € par mois.
:::

## Un tableau

| Offre | Débit | Prix | Engagement |
|---|---|---:|:-:|
| Fibre 500 | 500 Mb/s | 24,99 € | non |
| Fibre 1 Giga | 1 Gb/s | 34,99 € | 12 mois |
| Fibre 2 Giga | 2 Gb/s, selon l’installation et le câble du logement | 44,99 € | 12 mois |

> Une citation du règlement, telle qu’elle est écrite.
> Sur deux lignes.

```
code 12
    retrait
```

---

Une image : ![le boîtier](img/box.png)

Et la fin.
"""


def _png(width: int, height: int, colour: bytes) -> bytes:
    rows = (b"\0" + colour * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def asset(path: str) -> bytes | None:
    """Return a picture for the one path that the readings use."""
    return _png(900, 160, b"\x9c\xca\xc3") if path.endswith("box.png") else None


def made(text: str, **fields: object) -> Reading:
    """Render a text as the product does."""
    ids = {f"facturation/{name}.md": f"facturation/{name}" for name in ("autre", "trop-percu")}
    article = parse(text, path="facturation/fiche.md", space="facturation", ids=ids)
    page = render.to_html(article, on=TODAY)
    return Reading(
        article=article,
        html=page.html,
        outline=page.outline,
        freshness=freshness(article.verified, article.review_every, TODAY),
        next_change=page.next_change,
        space_title="Facturation",
        **fields,  # type: ignore[arg-type]  # what a test wants different
    )


def refund(**fields: object) -> Reading:
    return made(REFUND, **fields)


def everything() -> Reading:
    links = (Backlink("a/b", "Résilier une ligne"), Backlink("a/c", "Geste commercial"))
    return made(EVERYTHING, favourite=True, backlinks=links)


@cache
def matched() -> Reading:
    """A long article opened at a passage far down."""
    filler = "\n\n".join(f"## Partie {i}\n\n" + "Du texte ordinaire. " * 60 for i in range(12))
    target = (
        "## Le passage\n\nVous êtes remboursé sous 5 jours, le remboursement est automatique.\n\n"
    )
    text = REFUND + "\n" + filler + "\n\n" + target + filler.replace("Partie", "Suite")
    return made(text, anchor="le-passage", marks=("remboursé", "remboursement"))


def long_words() -> Reading:
    word = "Anticonstitutionnellementdésoxyribonucléique"
    address = f"https://exemple.org/{'chemin/' * 12}"
    body = f"## {word}\n\nDu texte avec {word} et {address} dedans.\n\n- {word}\n"
    return made(f"---\ntitle: Rétrocommissionnement {word}\nsummary: Je dis {word}.\n---\n\n{body}")


def stale() -> Reading:
    return made(REFUND.replace("2026-11-19", "2026-05-02"))


def no_summary() -> Reading:
    lines = [line for line in REFUND.splitlines() if not line.startswith(("summary", "verified"))]
    return made("\n".join(lines))


def script() -> Reading:
    return made(
        """---
title: Annoncer un délai de remboursement
summary: « Votre remboursement est parti le {date}, il vous parvient sous {délai}. »
kind: script
tags: [remboursements]
verified: 2026-11-01
---

::: internal
Le service envoie le message à J+2.
:::

## SMS

Bonjour {nom}, votre remboursement de {montant} est parti le {date}. Merci de votre patience.

## Courriel

Bonjour {nom},

votre remboursement de {montant} est parti le {date}.

Bien à vous,
{agent}
"""
    )


@cache
def huge() -> Reading:
    """An article of about 250 kB, with lists and tables."""
    rows = "| Montant | Qui | Délai |\n|---|---|---|\n" + "| 50 € | Vous | 5 jours |\n" * 6
    part = "Un paragraphe avec un [lien](autre.md) et du **gras** pour peser son poids. " * 8
    items = "- un point de la liste\n" * 8
    text = "\n\n".join(f"## Partie {i}\n\n{part}\n\n{items}\n\n{rows}" for i in range(190))
    return made(f"---\ntitle: Une très longue fiche\nsummary: Je cherche.\n---\n\n{text}")


def wide_table() -> Reading:
    head = "| Pays | Appels émis | Appels reçus | Messages | Internet mobile | Dépassement |"
    row = "| Royaume-Uni | 0,25 € la minute | inclus | 0,10 € | 20 Go | 3,50 € le Go |"
    table = "\n".join([head, "|" + "---|" * 6, row, row])
    return made(
        f"---\ntitle: Itinérance\nsummary: Vous êtes couvert.\n---\n\n## Tarifs\n\n{table}\n"
    )
