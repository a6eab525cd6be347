"""What is said back and forth about a remark or a suggestion before anything is decided.

Those who decide ask something back, and who began it answers: each such word has the state `open`.
"""

from collections.abc import Sized

from sync.server.rules.rule import Outcome, refused

OPEN = "open"
MOST = 50  # about one thing; it is decided about all the same


def wrong(text: str, said: Sized) -> Outcome | None:
    """Refuse a word that says nothing, or comes after all that could be said."""
    if not text.strip():
        return refused("malformed", "A reply that decides nothing wants words. Write them.")
    if len(said) >= MOST:
        return refused("too_large", "This has been talked about enough. Talk to each other.")
    return None
