"""Contacts judged by hand, put to the cards: is a right one among the first three?

`contacts.jsonl` beside this file holds a hundred contacts over the sample base, our own writing:
what the telephony tells, what the account says, and what an agent types while listening. Each
names the one to three articles that are right. They were judged by reading the articles, before
there was any ranking of cards; whoever changes the ranking looks at the sixty to tune by, never at
why one of the forty held out fails. `messages.jsonl` holds fifty whole messages of customers, in
their own words, written later and much harder: the first thirty have been looked at to mend what
fails, the others never.

`python -m tests.relevance.contacts` prints the figures, with the rules of the sample and without;
`--base PROFILE` also takes the times on a profile of any size, into which the queues and rules of
the sample are put.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from kbdesk.core.contact import Caller, Contact, Phase
from kbdesk.core.phones import WITHHELD, Phone
from kbdesk.paths import Profile, resources
from kbdesk.services.workspace import Workspace
from tests.support.sample_profile import NOON, open_sample

FILE = Path(__file__).with_name("contacts.jsonl")
MESSAGES = Path(__file__).with_name("messages.jsonl")
LOOKED_AT = 30  # messages, the first ones, whose misses have been looked at
SHOWN = 3  # cards that are seen without looking for them
WANTED = 0.80
KNOWN = Phone("+33199002110", "01 99 00 21 10", "number", valid=True)


@dataclass(frozen=True, slots=True)
class Judged:
    """One contact, what sort of test it is, and the articles that are right for it."""

    id: str
    kind: str
    contact: Contact
    right: frozenset[str]

    @property
    def held_out(self) -> bool:
        """Two in five, spread over all kinds by the number."""
        return int(self.id[1:]) % 5 in {0, 3}


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one contact: the place of the first right card, 0 for none, and the time."""

    judged: Judged
    place: int
    seconds: float
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        return 0 < self.place <= SHOWN


def read_contacts(file: Path = FILE) -> list[Judged]:
    """Read judged contacts, in the order of their numbers."""
    return [_judged(json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def _judged(row: dict[str, object]) -> Judged:
    account = row["account"]
    caller = None
    if isinstance(account, dict):
        tags = tuple(account["tags"])
        caller = Caller("K-1", "Camille Exemple", product=account["product"], tags=tags)
    contact = Contact(
        key=str(row["id"]),
        phase=Phase.TALKING,
        phone=WITHHELD if row["withheld"] else KNOWN,
        name="",
        queue=str(row["queue"]),
        intent=str(row["intent"]),
        account=caller.account if caller else "",
        lang=str(row["lang"]),
        began=NOON.now(),
        answered=NOON.now(),
        matches=(caller,) if caller else (),
        caller=caller,
        note=str(row["note"]),
    )
    right = row["right"]
    assert isinstance(right, list)
    return Judged(str(row["id"]), str(row["kind"]), contact, frozenset(right))


def play(workspace: Workspace, contacts: Iterable[Judged]) -> list[Played]:
    """Ask for the cards of each contact."""
    played = []
    for judged in contacts:
        start = time.perf_counter()
        cards = workspace.cards.for_contact(judged.contact)
        seconds = time.perf_counter() - start
        found = tuple(card.article_id for card in cards)
        places = [place for place, id_ in enumerate(found, 1) if id_ in judged.right]
        played.append(Played(judged, min(places, default=0), seconds, found))
    return played


def share(played: Sequence[Played]) -> float:
    """Return the share of contacts with a right card among the first three."""
    return sum(one.right for one in played) / len(played)


def main(arguments: Sequence[str]) -> int:
    contacts = read_contacts()
    with tempfile.TemporaryDirectory() as folder, open_sample(Path(folder)) as workspace:
        workspace.warm()
        _print_shares("with the rules of the sample", play(workspace, contacts))
        _print_times(workspace, contacts)
        workspace.entities.remove("rules", "rules")
        _print_shares("without rules", play(workspace, contacts))
        _print_messages(play(workspace, read_contacts(MESSAGES)))
    if "--base" in arguments:
        base = Path(arguments[arguments.index("--base") + 1])
        with Workspace(Profile(base), NOON) as workspace:
            workspace.catch_up()
            for name in ("queues", "rules"):
                listed = (resources() / "sample" / f"{name}.yaml").read_text("utf-8")
                workspace.entities.put(name, name, listed)
            workspace.warm()
            _print_times(workspace, contacts)
    return 0


def _print_shares(name: str, played: list[Played]) -> None:
    held = [one for one in played if one.judged.held_out]
    tuned = [one for one in played if not one.judged.held_out]
    print(f"\nright card among the first {SHOWN}, {name}; wanted {WANTED:.0%}")
    for part, some in (("all", played), ("tuned by", tuned), ("held out", held)):
        first = sum(one.place == 1 for one in some) / len(some)
        print(f"  {part:14}{len(some):4}{share(some):8.1%}   first of all {first:.1%}")
    for kind in dict.fromkeys(one.judged.kind for one in played):
        some = [one for one in played if one.judged.kind == kind]
        print(f"    {kind:12}{len(some):4}{share(some):8.1%}")
    for one in tuned:
        if not one.right:
            print(f"  missed {one.judged.id}: {', '.join(one.found[:SHOWN])}")


def _print_messages(played: list[Played]) -> None:
    print("\nwhole messages of customers, without rules")
    for part, some in (("looked at", played[:LOOKED_AT]), ("never", played[LOOKED_AT:])):
        first = sum(one.place == 1 for one in some) / len(some)
        print(f"  {part:14}{len(some):4}{share(some):8.1%}   first of all {first:.1%}")


def _print_times(workspace: Workspace, contacts: list[Judged]) -> None:
    times = sorted(one.seconds * 1000 for one in play(workspace, contacts * 3))
    cuts = quantiles(times, n=20)
    print(
        f"time, {workspace.articles.count()} articles: "
        f"p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms, worst {times[-1]:.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
