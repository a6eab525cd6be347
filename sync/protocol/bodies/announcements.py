"""Announcements: what is sent, and how far it has come with each person."""

from typing import Annotated

from msgspec import Meta, Struct, field

from sync.protocol.bodies.bounds import Id, Short, Text
from sync.protocol.bodies.learning import Question

LEVELS = ("info", "important", "critical")
STATES = ("delivered", "shown", "acknowledged", "understood")  # of a receipt, in their order
TOLD = "told"  # of a recalled one: its person has read why

Audience = Annotated[
    str,  # who it is for
    Meta(pattern=r"^(all|(group|role|space|person):[a-z0-9][a-z0-9._-]{0,63})$"),
]


class Passage(Struct, frozen=True, omit_defaults=True):
    """The article, or the passage of it, that a notice speaks of; what it said and what it says."""

    article: Id
    anchor: Short = ""
    old: Text = ""
    new: Text = ""


class AnnounceAsked(Struct, frozen=True, omit_defaults=True):
    """`announce`: a notice, or with a base revision an edit of one.

    An edit that is not `minor` asks everyone again. The audience of a notice never changes.
    """

    id: Id
    audience: Audience
    title: Short
    body: Text = ""  # Markdown
    level: str = "info"
    starts: Short = ""  # a moment; "" is at once
    ends: Short = ""  # a moment; "" is never
    link: Passage | None = None
    receipt: bool = False  # asks for a confirmation
    check: Question | None = None  # asks for the answer to be understood
    minor: bool = False
    relaunched: bool = False  # an edit that only reminds: those who have not confirmed


class Recalled(Struct, frozen=True):
    """That a notice was taken back, and why."""

    why: Short
    by: str
    at: str


class Announcement(Struct, frozen=True, omit_defaults=True):
    """`announcement` and, word for word, `sent_announcement`: the notice as it stands.

    `version` counts the edits in substance. A recalled one keeps its title and loses its text, and
    its question with it; that one was asked is kept, or a board would ask for less than was asked.
    """

    audience: str
    title: str
    by: str  # who sent it, and when by the server
    at: str
    body: str = ""
    level: str = "info"
    starts: str = ""
    ends: str = ""
    link: Passage | None = None
    receipt: bool = False
    check: Question | None = None
    version: int = 1
    edited: str = ""
    reminded: str = ""  # when those missing were last reminded
    recalled: Recalled | None = None
    questioned: bool = False  # of a recalled one: it had a `check`


class RecallAsked(Struct, frozen=True):
    """`recall`: take a notice back, and say why to those who had read it."""

    id: Id
    why: Short


class ReceiptAsked(Struct, frozen=True, omit_defaults=True):
    """`receipt`: how far a notice has come with this person. Each state implies those before.

    TOLD stands beside them and implies none.
    """

    announcement: Id
    version: int
    state: str  # one of STATES, or TOLD
    device: Short = ""
    answer: tuple[str, ...] = ()  # to the check; what is wrong is no "understood"


class Stamp(Struct, frozen=True, omit_defaults=True, gc=False):
    """When something was so: by the clock of the desk, by the server's, and on which device."""

    at: str
    server: str
    device: str = ""


class Reached(Struct, frozen=True, omit_defaults=True, gc=False):
    """How far one version of a notice has come with one person."""

    delivered: Stamp | None = None
    shown: Stamp | None = None
    acknowledged: Stamp | None = None
    understood: Stamp | None = None
    wrong: int = 0  # answers to its question
    told: Stamp | None = None  # why it was recalled


class Receipt(Struct, frozen=True, omit_defaults=True, gc=False):
    """`receipt` in +steer and `own_receipt` in ~NAME; its id is ANNOUNCEMENT/PERSON."""

    announcement: str
    person: str
    versions: dict[str, Reached] = field(default_factory=dict)  # by version, written as a number


class Colleague(Struct, frozen=True, omit_defaults=True, gc=False):
    """`colleague` in +steer, id NAME: who there is, for audiences and boards. Kept by the server.

    `here`: a desk of theirs is being heard, to about ten minutes. `seen` is the last moment one
    was; it stands still while they are here, and comes with the change when they are no longer.
    """

    full_name: str
    role: str
    groups: tuple[str, ...] = ()
    spaces: tuple[str, ...] = ()  # the shelves they read
    seen: str = ""
    here: bool = False
