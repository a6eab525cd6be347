"""Articles with questions, answers by chance, and desks that learn, for tests of learning."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kbdesk.clock import Clock
from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Due, solution
from kbdesk.paths import Profile
from kbdesk.services.connected.front_door import HttpDoor
from kbdesk.services.connected.session import Session
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from tests.support.sync_server import PASSWORD, SyncServer

EACH = 6  # questions of one article: one of each kind
PASSAGES = (
    "Le remboursement numéro {n} part sous {n} jours ouvrés.",
    "L’avoir {n} et la remise {n} se cumulent, jamais le geste {n}.",
    "Le cas {n} demande l’accord d’un superviseur.",
    "Le délai du dossier {n} est de {n} jours.",
    "On ouvre la fiche {n}, on lit le montant {n}, puis on valide.",
    "Rose : cas {n}. Bleu : dossier {n}.",
)
BLOCKS = (
    "Sous combien de jours ({n}) ?\n\n- [x] {n} jours\n- [ ] {m} jours\n\n> Sous {n} jours.",
    "Que cumule-t-on ({n}) ?\n\n- [x] L’avoir {n}\n- [x] La remise {n}\n- [ ] Le geste {n}",
    "Le cas {n} demande un accord.\n\n- [x] Vrai\n- [ ] Faux",
    "Quel est le délai du dossier {n} ?\n\n= {n} jours\n= {n} j ouvrés",
    "Mettez dans l’ordre ({n}).\n\n1. Ouvrir la fiche {n}\n2. Lire le montant {n}\n3. Valider {n}",
    "Quelle couleur pour quoi ({n}) ?\n\n- Rose {n} => cas {n}\n- Bleu {n} => dossier {n}",
)


def lesson(number: int, changed: frozenset[int] = frozenset(), *, spaced: bool = False) -> str:
    """Write an article of six passages, each with a question; `changed` are edited in substance.

    `spaced` edits what is no substance: spaces, capitals, a full stop.
    """
    parts = [f"---\nid: base/lecon-{number}\ntitle: Leçon {number}\nlang: fr\n---\n"]
    for n, (passage, block) in enumerate(zip(PASSAGES, BLOCKS, strict=True)):
        text = passage.format(n=number + 3)
        if n in changed:
            text += " Sauf le dimanche."
        elif spaced:
            text = text.replace(" ", "  ").replace(".", " …").capitalize()
        asked = block.format(n=number + 3, m=number + 90)
        parts.append(f"## Partie {n + 1}\n\n{text}\n\n```quiz\n{asked}\n```\n")
    return "\n".join(parts)


def write_lessons(folder: Path, count: int) -> Path:
    """Write lessons into a folder that can be imported."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"lecon-{number}.md").write_text(lesson(number), "utf-8")
    return folder


def some_answer(due: Due, chance: random.Random) -> tuple[str, ...]:
    """Answer as people do: right, wrong, misspelt, nonsense, in another order."""
    right = solution(due.asked)
    if due.asked.kind is QuestionKind.SHORT:
        said = chance.choice(right)
        return (chance.choice(_WAYS)(said, chance),)
    if due.asked.kind in {QuestionKind.ORDERING, QuestionKind.MATCHING}:
        return right if chance.random() < 0.5 else tuple(chance.sample(due.choices, len(right)))
    if chance.random() < 0.5:
        return tuple(chance.sample(right, len(right)))
    return tuple(chance.sample(due.choices, chance.randint(1, len(due.choices))))


_WAYS = (
    lambda said, _: said,
    lambda said, _: said.upper().replace(" ", "   "),
    lambda said, _: said.replace("jours", "j"),
    lambda said, _: said.replace("jours", "juors"),
    lambda said, chance: said.replace(said[0], str(chance.randint(0, 9)), 1),
    lambda said, chance: "".join(chance.sample(said, len(said))),
    lambda _, chance: chance.choice(("", "?", "quatorze jours", "14,0", "𝟙𝟜 jours", "\ud800")),
)


@contextmanager
def learner(
    profile: Path, server: SyncServer | None, person: str, clock: Clock | None = None
) -> Iterator[Workspace]:
    """Open the desk of somebody, signed in and level."""
    with Workspace(Profile(profile), clock) as workspace:
        if server is not None:
            if workspace.outbox.identity() is None:
                Session(workspace, HttpDoor()).sign_in(server.url, person, PASSWORD)
            level(workspace)
        yield workspace


def level(workspace: Workspace) -> None:
    """Sync once, and read what came."""
    syncing = Syncing(workspace)
    syncing.sync_once()
    syncing.read_on()
