"""How a plan becomes a question to the index, and how its answers are weighed.

The score of an article is the sum, over what is wanted, of BM25 in each field, and a share for
covering much of the question at all and in the title. What others call an article (`links`) is
worth as much as its own title. Weights were fitted on judged French and English queries by halves
(see DESIGN.md and tests/relevance); there is one set for all bases.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from tantivy import Occur, Query

from kbdesk.search.plan import Form, Origin, Plan, Wish
from kbdesk.search.schema import CALLED
from kbdesk.search.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Weights:
    """What a match is worth where."""

    names: float  # title, aliases and link texts together
    title: float
    links: float
    body: float
    about: float  # opening, headings and tags
    title_x: float  # beside the stem, for the very word
    cover: float  # shared out among the words by how telling they are
    name: float = 9.0  # the question is exactly what the article is called
    phrase_title: float = 2.0


# Two words are a name; a sentence finds its article by all that it is called, and by the text.
FEW_WORDS = Weights(
    names=0.0, title=0.25, links=0.42, body=0.8, about=0.15, title_x=0.27, cover=3.2
)
SOME_WORDS = replace(FEW_WORDS, names=0.35, cover=3.9)
MANY_WORDS = Weights(
    names=1.22, title=0.0, links=0.0, body=0.35, about=0.15, title_x=0.24, cover=6.8
)


def weights_for(wishes: int) -> Weights:
    """Choose the weights by how much is asked."""
    if wishes <= 2:
        return FEW_WORDS
    return SOME_WORDS if wishes <= 5 else MANY_WORDS


PLACES = ("names", "title", "links", "body", "about")
IN_NAMES = PLACES[:3]
COMMON = 1.2  # inverse document frequency: three articles in ten hold the word
CHEAP = 1000  # articles: to read so many costs nothing, and in a small base common words tell
VERY_WORD = 1.5  # times as much for the very word of a title, where nobody links
BEGINNING_IN_NAMES = 1.2
FIRST_LETTERS = 2  # typed of a word: half the base may hold what it becomes


def is_common(wish: Wish, wishes: int) -> bool:
    """Say whether a word tells little in a text and costs most to read there: names will do."""
    return wish.weight < COMMON and wish.frequency > CHEAP and wishes > 2


class Scorer:
    """Builds the questions of one plan."""

    def __init__(self, snapshot: Snapshot, plan: Plan, weights: Weights | None = None) -> None:
        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._plan = plan
        self._weights = weights or weights_for(len(plan.wishes))
        self._mass = sum(wish.weight for wish in plan.wishes) or 1.0

    def every(self) -> Query:
        """Ask for articles that hold all that is needed."""
        needed = [(Occur.Must, self._wish(wish)) for wish in self._plan.wishes]
        return Query.boolean_query([*needed, *self._names()])

    def any(self) -> Query:
        """Ask for articles that hold something of what is wanted.

        Plain terms stand side by side in a union of their own, which is twice as quick as one
        with anything else in it.
        """
        terms, others = [*self._names()], []
        for wish in self._plan.wishes:
            if _adds_up(wish):
                terms += [(Occur.Should, query) for query in self._side_by_side(wish)]
            else:
                others.append((Occur.Should, self._wish(wish)))
        union = Query.boolean_query(terms)
        return Query.boolean_query([(Occur.Should, union), *others]) if others else union

    def _names(self) -> Iterable[tuple[Occur, Query]]:
        for name in self._plan.names:
            if count := self._snapshot.searcher.doc_freq(CALLED, name):
                worth = self._weights.name
                yield Occur.Should, self._snapshot.constant(CALLED, name, count, worth)

    def parts(self) -> Iterable[tuple[str, list[str], Query]]:
        """Give each place where words may match, the words looked for there, and a query."""
        words = [" ".join(wish.typed) for wish in self._plan.wishes]
        for place in (*PLACES, "cover"):
            yield place, words, _union(self._wish(wish, place) for wish in self._plan.wishes)
        yield "name", [" ".join(words)], Query.boolean_query(list(self._names()))

    def _side_by_side(self, wish: Wish, place: str = "") -> Iterable[Query]:
        for form in wish.forms:
            for where, query in self._matches(form, wish):
                if place in ("", where):
                    yield _boosted(query, form.weight)

    def _wish(self, wish: Wish, place: str = "") -> Query:
        if _adds_up(wish):
            return _union(self._side_by_side(wish, place))
        forms = [_boosted(self._form(form, wish, place), form.weight) for form in wish.forms]
        return forms[0] if len(forms) == 1 else Query.disjunction_max_query(forms)

    def _form(self, form: Form, wish: Wish, place: str) -> Query:
        found = self._matches(form, wish)
        return _union(query for where, query in found if place in ("", where))

    def _matches(self, form: Form, wish: Wish) -> Iterable[tuple[str, Query]]:
        """Give every place where a form may match, with the query for it there."""
        if len(form.words) > 1:
            return self._phrase(form)
        if form.origin is Origin.BEGINNING:
            return self._beginning(form)
        return self._word(form, wish)

    def _beginning(self, form: Form) -> Iterable[tuple[str, Query]]:
        """Look for a word that is only guessed where guesses are cheap to check."""
        for stem in form.stems:
            yield "names", self._term("names", stem, BEGINNING_IN_NAMES)
            if len(self._plan.beginning) > FIRST_LETTERS:
                yield "body", self._term("body", stem, self._weights.body)

    def _word(self, form: Form, wish: Wish) -> Iterable[tuple[str, Query]]:
        weights = self._weights
        share = wish.weight / self._mass
        common = is_common(wish, len(self._plan.wishes))
        family = form.origin is Origin.FAMILY
        if not form.linked:
            weights = _by_title(weights)
        for stem in form.stems:
            for field in IN_NAMES if common or family else PLACES:
                if weight := getattr(weights, field):
                    yield field, self._term(field, stem, weight)
            if common:
                continue
            for place, count in self._snapshot.places[stem]:
                worth = weights.cover * share
                yield "cover", self._snapshot.constant(place, stem, count, worth)
        if family:
            return
        yield "title", self._term("title_x", form.words[0], weights.title_x)
        if not form.stems:
            yield "body", self._term("body_x", form.words[0], weights.body)

    def _phrase(self, form: Form) -> Iterable[tuple[str, Query]]:
        """Words of a phrase in their order; one more word may stand between."""
        for place, weight in (("title", self._weights.phrase_title), ("body", 1.0)):
            query = Query.phrase_query(self._schema, f"{place}_x", list(form.words), slop=1)
            yield place, Query.boost_query(query, weight)

    def _term(self, field: str, value: str, weight: float) -> Query:
        query = Query.term_query(self._schema, field, value, index_option="freq")
        return _boosted(query, weight)


@lru_cache(maxsize=8)
def _by_title(weights: Weights) -> Weights:
    """Give what the links would weigh to the title, the only name where nobody links."""
    return replace(
        weights,
        title=weights.title + weights.links,
        title_x=weights.title_x * VERY_WORD,
        links=0.0,
    )


def _adds_up(wish: Wish) -> bool:
    """Say whether a wish is plain terms: one word, and its family beside it."""
    first, *others = wish.forms
    plain = first.weight == 1.0 and len(first.words) == 1
    return plain and all(form.origin is Origin.FAMILY for form in others)


def _union(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _boosted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)
