"""What an answer must be or must not be: scope, filters, exact phrases, exclusions."""

from collections.abc import Iterable

from tantivy import Occur, Query, Schema

from kbdesk.core.articles import MANUAL
from kbdesk.core.results import Scope
from kbdesk.search.analysis import folded_name
from kbdesk.search.query import Asked, Phrase

_TEXTS = ("title_x", "body_x")


def conditions(
    schema: Schema, asked: Asked, scope: Scope, hidden: Iterable[int] = ()
) -> list[tuple[Occur, Query]]:
    """Spell out the conditions; they add nothing to a score."""
    make = _Conditions(schema)
    spaces = [folded_name(space) for space in scope.spaces]
    tags = (*map(folded_name, scope.tags), *asked.filters.get("tag", ()))
    found = [
        *make.one_of("space", spaces),
        *make.one_of("space", asked.filters.get("space", ())),
        *make.one_of("kind", [kind.value for kind in scope.kinds]),
        *make.one_of("kind", asked.filters.get("kind", ())),
        *(condition for tag in tags for condition in make.one_of("tag", (tag,))),
        *(make.must(make.phrase(phrase)) for phrase in asked.phrases),
        *(make.must_not(make.phrase(phrase)) for phrase in asked.without),
    ]
    for field, values in asked.filters_out.items():
        found += [make.must_not(make.term(field, value)) for value in values]
    if MANUAL not in (*spaces, *asked.filters.get("space", ())):
        found.append(make.must_not(make.term("space", MANUAL)))
    return found + without(schema, hidden)


def without(schema: Schema, rids: Iterable[int]) -> list[tuple[Occur, Query]]:
    """Leave out rows that do not stand now."""
    listed = list(rids)
    if not listed:
        return []
    return [(Occur.MustNot, Query.term_set_query(schema, "rid", listed))]


class _Conditions:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, index_option="basic")

    def phrase(self, phrase: Phrase) -> Query:
        """Ask for the words in exactly this order, in the title or the text."""
        if len(phrase) == 1:
            found = [self.term(field, phrase[0]) for field in _TEXTS]
        else:
            found = [Query.phrase_query(self._schema, field, list(phrase)) for field in _TEXTS]
        return Query.boolean_query([(Occur.Should, query) for query in found])

    def one_of(self, field: str, values: Iterable[str]) -> list[tuple[Occur, Query]]:
        listed = [self.term(field, value) for value in values]
        if not listed:
            return []
        return [self.must(Query.boolean_query([(Occur.Should, query) for query in listed]))]

    @staticmethod
    def must(query: Query) -> tuple[Occur, Query]:
        return (Occur.Must, Query.const_score_query(query, 0.0))

    @staticmethod
    def must_not(query: Query) -> tuple[Occur, Query]:
        return (Occur.MustNot, query)
