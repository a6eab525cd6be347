"""What every engine is asked: words, whole questions, each keystroke, and pasted messages.

Judged queries of real people where they lie beside the checkout (the development part only), else
two to four words of a title. The same seed gives the same queries.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.bench.bases import source
from tests.support import corpus, shared_data

SETS = ("vdd-cdtn", "vdd-known")
SEED = 11
FEW_WORDS = 4
SHORTEST = 2  # letters before the first search is worth measuring
LONGEST_TYPED = 40  # letters: longer questions are pasted or spoken, not typed
SENTENCES = 5  # of a pasted message, around its question


@dataclass(frozen=True, slots=True)
class Way:
    """One manner of asking, and its queries in the order they come."""

    name: str
    queries: tuple[str, ...]
    typing: bool = False
    every: tuple[bool, ...] = (
        False,
        True,
    )  # whether peers are asked for any word, for all, or both


def ways(samples: int) -> list[Way]:
    """Give the four ways with about `samples` queries each, fewer for long ones."""
    texts = _texts()
    Random(SEED).shuffle(texts)
    short = [text for text in texts if len(text.split()) <= FEW_WORDS]
    long = [text for text in texts if len(text.split()) > FEW_WORDS]
    return [
        Way("one to four words", tuple(short[:samples])),
        Way("whole questions", tuple(long[: samples // 2])),
        Way("keystrokes", tuple(keystrokes(texts, samples)), typing=True),
        Way("pasted message", tuple(messages(long[: samples // 4])), every=(False,)),
    ]


def keystrokes(texts: list[str], count: int) -> list[str]:
    """Give every beginning of the shorter texts, letter by letter, until there are `count`."""
    typed: list[str] = []
    for text in texts:
        if SHORTEST < len(text) <= LONGEST_TYPED:
            typed += [text[:end] for end in range(SHORTEST, len(text) + 1)]
        if len(typed) >= count:
            break
    return typed[:count]


def messages(texts: list[str]) -> Iterator[str]:
    """Wrap each question in a letter, as customers do: some 60 to 150 words."""
    random = Random(SEED)
    real = corpus.quarry(source())
    for text in texts:
        around = [_sentence(real, random) for _ in range(SENTENCES)]
        around.insert(random.randrange(SENTENCES), text)
        yield "Bonjour, " + " ".join(around) + " Merci de votre réponse. Cordialement"


def _sentence(real: corpus.Quarry, random: Random) -> str:
    blocks = random.choice(real.blocks)
    text = corpus.plain(random.choice([block for block in blocks if not block.level]).text)
    return " ".join(text.split()[:25])


def _texts() -> list[str]:
    judged = shared_data.SHARED / "relevance"
    files = [judged / name / "queries.jsonl" for name in SETS]
    if not all(file.is_file() for file in files):
        return _from_titles()
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [row["text"] for row in rows if row["split"] == "dev"]


def _from_titles() -> list[str]:
    random = Random(SEED)
    words = [title.replace(" : ", " ").split() for title in corpus.quarry(source()).titles]
    return [" ".join(random.sample(w, min(len(w), random.randint(2, 4)))) for w in words]
