"""Remarks, suggested edits and verifications."""

from msgspec import Struct

from sync.protocol.bodies.bounds import Id, Short, Text
from sync.protocol.wire import Sha256


class FeedbackAsked(Struct, frozen=True, omit_defaults=True):
    """`feedback`: a remark about an article, a passage or a step of a guide."""

    article: Id
    kind: str  # outdated, wrong, unclear, missing, thanks
    text: Text = ""
    anchor: Short = ""
    rev: int = 0
    query: Short = ""
    queue: Short = ""
    intent: Short = ""


class Reply(Struct, frozen=True):
    """One answer to a remark, or word about a suggestion; of state "open" it decides nothing."""

    by: str
    at: str
    state: str
    text: Text


class Feedback(Struct, frozen=True, omit_defaults=True):
    """`feedback` in +edit.SHELF and `own_feedback` in ~NAME; its id is that of the operation."""

    article: str
    kind: str
    by: str
    at: str
    made: str  # by the desk
    state: str = "open"  # open, answered, accepted, done, declined
    text: str = ""
    anchor: str = ""
    rev: int = 0
    query: str = ""
    queue: str = ""
    intent: str = ""
    owner: str = ""
    replies: tuple[Reply, ...] = ()


class AnswerFeedbackAsked(Struct, frozen=True, omit_defaults=True):
    """`answer_feedback`: what became of a remark, told to who made it."""

    feedback: Id
    state: str
    text: Text = ""
    owner: Short = ""


class TakeBackAsked(Struct, frozen=True, omit_defaults=True):
    """`take_back`: what I said by that `feedback` or `not_found` is to stand no more."""

    said: Id


class Picture(Struct, frozen=True, omit_defaults=True):
    """A picture that a suggested text shows; its bytes were sent before, under their hash."""

    path: Id
    sha256: Sha256
    media_type: Short = ""
    size: int = 0


class SuggestAsked(Struct, frozen=True, omit_defaults=True):
    """`suggest`: a text for an article, made from `base_rev`; without one, for a new article.

    `text` None suggests to take it out.
    """

    article: Id
    text: str | None
    space: Short = ""  # for a new one
    path: Short = ""
    comment: Short = ""
    gaps: tuple[Id, ...] = ()  # that it is to close
    assets: tuple[Picture, ...] = ()


class Suggestion(Struct, frozen=True, omit_defaults=True):
    """`suggestion` in +edit.SHELF and `own_suggestion` in ~NAME; its id is the operation's.

    Also what a `publish` left that met another change. `mine` None: to take it out.
    """

    article: str
    space: str
    by: str
    at: str
    mine: str | None
    kind: str = "article"
    path: str = ""
    base_rev: int = 0
    rev: int = 0  # of the article when it came in
    verdict: str = ""  # sync.protocol.conflicts.Verdict
    base: str | None = None  # the text it was made from, where the log holds it
    theirs: str | None = None  # what stood when it came in, where that is another text
    merged: str | None = None
    comment: str = ""
    gaps: tuple[str, ...] = ()
    assets: tuple[Picture, ...] = ()
    state: str = "open"  # open, needs attention, accepted, partly accepted, declined, withdrawn
    why: str = ""
    decided_by: str = ""
    decided_at: str = ""
    replies: tuple[Reply, ...] = ()  # what was asked back before it was decided, and answered


class DiscussAsked(Struct, frozen=True, omit_defaults=True):
    """`discuss`: a question back to who suggested, or their answer; it decides nothing."""

    suggestion: Id
    text: Short


class SettleAsked(Struct, frozen=True, omit_defaults=True):
    """`settle`: what becomes of a suggestion. `base_rev` is the revision the decision saw.

    Accepting publishes `text` (the whole of it, or what was taken); a publication of several
    spaces is as many operations.
    """

    suggestion: Id
    decision: str  # accepted, partly accepted, declined, withdrawn (by its author)
    text: str | None = None
    why: Short = ""
    minor: bool = False  # keeps the verification
    ties: dict[Id, Short] | None = None  # of the questions in `text`, as `publish` has them
    confirmed: tuple[Id, ...] = ()


class Credit(Struct, frozen=True, omit_defaults=True):
    """`credit` in the article's shelf, id ARTICLE@REV: whose suggestion made a revision."""

    article: str
    rev: int
    by: str  # who proposed
    decided_by: str
    at: str
    comment: str = ""


class VerifyAsked(Struct, frozen=True, omit_defaults=True):
    """`verify`: somebody who may write looked at the text of `base_rev` and it is right."""

    article: Id
    comment: Short = ""
    review_every: int = 0  # days; 0 leaves it as it was
    undo: bool = False  # take my own back: what stood before it stands again
    undoes: Short = ""  # the operation by which I had verified; older desks do not say


class Verification(Struct, frozen=True, omit_defaults=True):
    """`verification` in the article's shelf, id that of the article.

    It holds while the article's revision is `rev`; a minor edit takes `rev` along.
    """

    article: str
    rev: int
    by: str
    at: str
    comment: str = ""
    review_every: int = 0
    act: str = ""  # the operation that vouched for it
