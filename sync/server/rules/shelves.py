"""What the list of shelves of a base asks, as far as the server heeds it."""

from sync.protocol import shelves
from sync.server.rules.rule import Bench

LIST = "spaces"  # kind and id of the list of shelves


def four_eyes(bench: Bench, shelf: str) -> bool:
    """Return whether nobody publishes their own text alone in a shelf."""
    found = bench.entity(LIST, LIST)
    return found is not None and found.body is not None and shelf in shelves.four_eyes(found.body)
