"""What two desks and an office live through, as data: steps, and how it must end.

A step is (who, what, ...). Who is `office`, or the person at a desk. `write` and `retire` are made
from what that desk holds at that moment; `sync` runs a pass. The end says what each desk holds,
as {article: text}, and what became of each person's operations, in order.
"""

from dataclasses import dataclass, field

Step = tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One scenario. Everybody reads `base`; ana and bo write there."""

    name: str
    steps: tuple[Step, ...]
    ana: dict[str, str]
    bo: dict[str, str]
    states: dict[str, list[str]] = field(default_factory=dict)
    suggestions: int = 0


STORIES = (
    Story(
        "an article goes from one desk to the other",
        (("ana", "write", "a", "one"), ("ana", "sync"), ("bo", "sync")),
        {"a": "one"},
        {"a": "one"},
        {"ana": ["done"]},
    ),
    Story(
        "two people change the same article and nothing is lost",
        (
            ("office", "publish", "base", "a", "first"),
            ("ana", "sync"),
            ("bo", "sync"),
            ("ana", "write", "a", "ana's"),
            ("bo", "write", "a", "bo's"),
            ("ana", "sync"),
            ("bo", "sync"),
            ("ana", "sync"),
        ),
        {"a": "ana's"},
        {"a": "ana's"},
        {"ana": ["done"], "bo": ["refused"]},
        suggestions=1,
    ),
    Story(
        "an edit of what was taken out meanwhile is kept and does not raise the dead",
        (
            ("office", "publish", "base", "a", "first"),
            ("ana", "sync"),
            ("ana", "write", "a", "better"),
            ("office", "retire", "a"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {},
        {},
        {"ana": ["refused"]},
        suggestions=1,
    ),
    Story(
        "what was retired and comes again in one page is there",
        (
            ("office", "publish", "base", "a", "first"),
            ("ana", "sync"),
            ("office", "retire", "a"),
            ("office", "publish", "base", "a", "again"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "again"},
        {"a": "again"},
    ),
    Story(
        "an article moves to a shelf that only one of them reads",
        (
            ("office", "grant", "fibre", "ana"),
            ("office", "publish", "base", "a", "text"),
            ("ana", "sync"),
            ("bo", "sync"),
            ("office", "move", "a", "fibre"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "text"},
        {},
    ),
    Story(
        "a right is withdrawn, and later given back",
        (
            ("office", "grant", "fibre", "ana"),
            ("office", "publish", "fibre", "a", "text"),
            ("ana", "sync"),
            ("office", "revoke", "fibre", "ana"),
            ("ana", "sync"),
            ("office", "publish", "fibre", "b", "more"),
            ("office", "grant", "fibre", "ana"),
            ("ana", "sync"),
        ),
        {"a": "text", "b": "more"},
        {},
    ),
    Story(
        "a right is withdrawn while there is work for that shelf",
        (
            ("office", "publish", "base", "a", "first"),
            ("ana", "sync"),
            ("ana", "write", "a", "mine"),
            ("office", "revoke", "base", "ana"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {},
        {"a": "first"},
        {"ana": ["refused"]},
    ),
    Story(
        "the server is restored and gets back what it lost, once",
        (
            ("office", "publish", "base", "a", "kept"),
            ("office", "backup"),
            ("ana", "write", "b", "lost"),
            ("ana", "sync"),
            ("bo", "sync"),
            ("office", "publish", "base", "c", "gone for good"),
            ("bo", "sync"),
            ("office", "restore"),
            ("bo", "sync"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "kept", "b": "lost"},
        {"a": "kept", "b": "lost"},
        {"ana": ["done"]},
    ),
    Story(
        "a restored server writes other things under the same numbers",
        (
            ("office", "publish", "base", "a", "one"),
            ("office", "backup"),
            ("office", "publish", "base", "a", "two, lost"),
            ("ana", "sync"),
            ("office", "restore"),
            ("office", "publish", "base", "a", "two, new"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "two, new"},
        {"a": "two, new"},
    ),
    Story(
        "a desk that was away comes back behind the cut",
        (
            ("office", "publish", "base", "a", "one"),
            ("office", "publish", "base", "b", "two"),
            ("ana", "sync"),
            ("office", "retire", "a"),
            ("office", "snapshot", "base"),
            ("office", "cut", "base"),
            ("office", "publish", "base", "c", "three"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"b": "two", "c": "three"},
        {"b": "two", "c": "three"},
    ),
    Story(
        "the copy is lost with work in the outbox",
        (
            ("office", "publish", "base", "a", "one"),
            ("ana", "sync"),
            ("ana", "write", "b", "mine"),
            ("ana", "lose copy"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "one", "b": "mine"},
        {"a": "one", "b": "mine"},
        {"ana": ["done"]},
    ),
    Story(
        "what builds on a refused operation waits for its author",
        (
            ("office", "publish", "base", "a", "one"),
            ("ana", "sync"),
            ("ana", "write", "a", "mine"),
            ("office", "publish", "base", "a", "theirs"),
            ("ana", "sync"),
            ("ana", "write", "a", "mine, again"),
            ("ana", "write", "b", "apart"),
            ("ana", "sync"),
            ("bo", "sync"),
        ),
        {"a": "theirs", "b": "apart"},
        {"a": "theirs", "b": "apart"},
        {"ana": ["refused", "waiting", "done"]},
        suggestions=1,
    ),
)
