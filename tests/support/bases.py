"""Small bases made up on the spot, for tests of the store and of the index."""

import dataclasses
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from kbdesk.core.articles import Article, Link, Passage
from kbdesk.store.articles import Articles
from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb

WORDS = ["facture", "avoir", "ligne", "forfait", "fibre", "panne", "réseau", "client", "délai"]


def article(
    article_id: str,
    text: str = "Un texte.",
    *,
    title: str = "",
    links: Sequence[Link] = (),
    space: str = "base",
    tags: Sequence[str] = (),
) -> Article:
    """Make an article whose file says all that its fields say."""
    title = title or article_id.replace("-", " ").capitalize()
    pointers = "".join(f"[{link.text}]({link.target}.md)\n" for link in links)
    body = f"# {title}\n\n{text}\n{pointers}"
    front = f"---\nid: {article_id}\n---\n"
    return Article(
        id=article_id,
        path=f"{article_id}.md",
        source=front + body,
        title=title,
        body=body,
        body_line=4,
        space=space,
        tags=tuple(tags),
        passages=(Passage("", "", 0, text), Passage("suite", "Suite", 2, f"La suite de {title}.")),
        links=tuple(links),
    )


def changed(old: Article, text: str) -> Article:
    """Return an article with another text under the same id."""
    return dataclasses.replace(article(old.id, text, title=old.title), links=old.links)


def many(count: int, *, seed: int = 1, words: int = 60) -> Iterator[Article]:
    """Give `count` articles that link to one another, the same for the same seed."""
    chance = random.Random(seed)
    for n in range(count):
        text = " ".join(chance.choices(WORDS, k=words))
        targets = {chance.randrange(count) for _ in range(3)} - {n}
        links = [Link(f"fiche-{t}", f"voir {chance.choice(WORDS)}") for t in sorted(targets)]
        yield article(f"fiche-{n}", f"{text} repère{n}", links=links)


def open_base(folder: Path) -> tuple[Database, Articles]:
    """Open the base of a folder."""
    kb = open_kb(folder / "kb.db")
    return kb, Articles(kb)
