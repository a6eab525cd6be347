"""Gaps: what people looked for and did not find."""

from msgspec import Struct

from sync.protocol.bodies.bounds import Id, Short


class NotFoundAsked(Struct, frozen=True, omit_defaults=True):
    """`not_found`, and `missed` for searches that failed without a word: what was not found."""

    query: Short
    how: str = "told"  # told, empty, reworded, unclicked
    spaces: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    queue: Short = ""
    intent: Short = ""


class Gap(Struct, frozen=True, omit_defaults=True):
    """`gap` in +edit; its id is that of the operation. Who asked is known to the server alone."""

    query: str
    at: str
    made: str
    how: str = "told"
    queue: str = ""
    intent: str = ""
    spaces: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    state: str = "open"  # open, closed, dismissed
    article: str = ""  # that answers it
    rank: int = 0  # where its query finds that article
    decided_by: str = ""
    decided_at: str = ""
    why: str = ""


class Proof(Struct, frozen=True):
    """A gap whose query was asked again, and where the answer stood."""

    gap: Id
    rank: int


class CloseGapsAsked(Struct, frozen=True, omit_defaults=True):
    """`close_gaps`: each query finds the article now (rank 1 to 3).

    With `why` instead, they are no gaps at all.
    """

    article: Short = ""
    title: Short = ""
    proofs: tuple[Proof, ...] = ()
    why: Short = ""


class AnsweredGap(Struct, frozen=True, omit_defaults=True):
    """`answered_gap` in ~NAME, id that of the gap: what you could not find is there now."""

    query: str
    article: str
    at: str
    title: str = ""
