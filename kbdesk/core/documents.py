"""What the search index is told about one article.

The store makes these and the index eats them; the shape stands here because neither of the two may
import the other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One article as the index sees it: its own text, and what other articles say of it."""

    rid: int  # the row of the article in kb.db: never given to another article
    id: str
    title: str
    aliases: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    lead: str = ""  # the summary and the text it opens with
    body: tuple[str, ...] = ()  # the plain text of each passage
    tags: tuple[str, ...] = ()
    space: str = "base"
    kind: str = "article"
    lang: str = "fr"
    link_texts: tuple[str, ...] = ()  # each wording of links to here, once, the usual first
    inbound: int = 0  # how many other articles link here
    verified: int = 0  # the ordinal of the day, 0 when never
    updated: int = 0  # the ordinal of the day, 0 when unknown
    valid_to: int = 0  # the ordinal of the last day it holds, 0 when it has none
