"""Search without an index: the stand-in while it is being built or has been found damaged.

Two walks, both through SQLite's own loop: over the folded titles, names, tags and summaries
(articles.plain), and only when nothing there holds every word, over the texts as they stand. No
stems, no ranking by sense: something to go on with, not a substitute.
"""

import re
import unicodedata

from kbdesk.core.articles import MANUAL
from kbdesk.core.results import Scope
from kbdesk.store.article_rows import CARD_COLUMNS, CardRow, card_from
from kbdesk.store.driver import Connection
from kbdesk.store.folding import fold

WORDS = 8  # words of a query that are looked for; a pasted mail has too many


def plain_search(connection: Connection, query: str, scope: Scope, limit: int) -> list[CardRow]:
    """Return articles that hold every word of the query, those with them in the title first."""
    typed = _words(query)
    if not typed or limit < 1:
        return []
    return _in_titles(connection, [fold(word) for word in typed], scope, limit) or _in_texts(
        connection, typed, scope, limit
    )


def _words(query: str) -> list[str]:
    found = re.findall(r"\w+", unicodedata.normalize("NFC", query))
    long_enough = [word for word in found if len(word) > 2] or found
    return list(dict.fromkeys(long_enough))[:WORDS]


def _in_titles(connection: Connection, words: list[str], scope: Scope, limit: int) -> list[CardRow]:
    title = "substr(a.plain, 1, instr(a.plain, char(10)))"
    holds = " AND ".join("instr(a.plain, ?) > 0" for _ in words)
    score = " + ".join(f"(instr({title}, ?) > 0)" for _ in words)
    where, values = _within(scope)
    rows = connection.execute(
        f"""SELECT {CARD_COLUMNS} FROM entities e JOIN articles a USING (rid)
            WHERE {holds} {where} ORDER BY {score} DESC, length(a.title), e.id LIMIT ?""",
        (*words, *values, *words, limit),
    )
    return [card_from(row) for row in rows]


def _in_texts(connection: Connection, words: list[str], scope: Scope, limit: int) -> list[CardRow]:
    holds = " AND ".join("e.body LIKE '%' || ? || '%'" for _ in words)
    where, values = _within(scope)
    rows = connection.execute(
        f"""SELECT {CARD_COLUMNS} FROM entities e JOIN articles a USING (rid)
            WHERE {holds} {where} LIMIT ?""",
        (*words, *values, limit),
    )
    return [card_from(row) for row in rows]


def _within(scope: Scope) -> tuple[str, list[str]]:
    """Say the scope in SQL; without a space named, the manual stays out as it does in search."""
    clauses: list[str] = []
    values: list[str] = []
    if scope.spaces:
        clauses.append(f"AND a.shelf IN ({_marks(scope.spaces)})")
        values += scope.spaces
    else:
        clauses.append(f"AND e.space <> '{MANUAL}'")
    if scope.kinds:
        clauses.append(f"AND a.kind IN ({_marks(scope.kinds)})")
        values += [kind.value for kind in scope.kinds]
    for tag in scope.tags:
        clauses.append("AND EXISTS (SELECT 1 FROM json_each(a.tags) WHERE value = ?)")
        values.append(tag)
    return " ".join(clauses), values


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))
