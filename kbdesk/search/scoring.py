"""How a plan becomes a question to the index, and how its answers are weighed.

The score of an article is the sum, over what is wanted, of BM25 in each field, and a share for
covering much of the question at all and in the title. What others call an article (`links`) is
worth as much as its own title. Weights were fitted on judged French and English queries by halves
(see DESIGN.md and tests/relevance); there is one set for all bases.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from tantivy import Occur, Query, Schema

from kbdesk.search.plan import Form, Origin, Plan, Wish
from kbdesk.search.schema import ANYWHERE
from kbdesk.search.stopwords import GRAMMAR


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

    def __init__(self, schema: Schema, plan: Plan, weights: Weights | None = None) -> None:
        self._schema = schema
        self._plan = plan
        self._weights = weights or weights_for(len(plan.wishes))
        self._mass = sum(wish.weight for wish in plan.wishes) or 1.0

    def every(self) -> Query:
        """Ask for articles that hold all that is needed."""
        needed: list[tuple[Occur, Query]] = []
        matches: list[tuple[Occur, Query]] = []
        for wish in self._plan.wishes:
            if not _is_plain(wish):
                needed.append((Occur.Must, self._wish(wish)))
                continue
            # One short list of all that hold the word decides; the others are read only there.
            covers: list[tuple[Occur, Query]] = []
            for place, query in self._matches(wish.forms[0], wish):
                (covers if place == "cover" else matches).append((Occur.Should, query))
            needed.append((Occur.Must, Query.boolean_query(covers)))
        if matches:
            matches = [(Occur.Should, Query.boolean_query(matches))]
        return Query.boolean_query([*needed, *matches, *self._names()])

    def any(self) -> Query:
        """Ask for articles that hold something of what is wanted."""
        return Query.boolean_query([*self._flat(), *self._names()])

    def _flat(self) -> Iterable[tuple[Occur, Query]]:
        """Give the parts of all wishes side by side: nesting costs the index half as much again."""
        for wish in self._plan.wishes:
            form = wish.forms[0]
            if len(wish.forms) > 1 or form.weight != 1.0:
                yield Occur.Should, self._wish(wish)
            else:
                yield from ((Occur.Should, query) for _, query in self._matches(form, wish))

    def _names(self) -> Iterable[tuple[Occur, Query]]:
        for name in self._plan.names:
            query = Query.term_query(self._schema, "name", name, index_option="basic")
            yield Occur.Should, Query.const_score_query(query, self._weights.name)

    def parts(self) -> Iterable[tuple[str, list[str], Query]]:
        """Give each place where words may match, the words looked for there, and a query."""
        for place in (*PLACES, "cover"):
            words, queries = [], []
            for wish in self._plan.wishes:
                query = self._wish(wish, place)
                words.append(" ".join(wish.typed))
                queries.append((Occur.Should, query))
            yield place, words, Query.boolean_query(queries)
        yield "name", list(self._plan.names), Query.boolean_query(list(self._names()))

    def _wish(self, wish: Wish, place: str = "") -> Query:
        forms = [_boosted(self._form(form, wish, place), form.weight) for form in wish.forms]
        return forms[0] if len(forms) == 1 else Query.disjunction_max_query(forms)

    def _form(self, form: Form, wish: Wish, place: str) -> Query:
        found = self._matches(form, wish)
        return Query.boolean_query(
            [(Occur.Should, query) for where, query in found if place in ("", where)]
        )

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
        if not form.linked:
            weights = _by_title(weights)
        for stem in form.stems:
            for field in IN_NAMES if common else PLACES:
                if weight := getattr(weights, field):
                    yield field, self._term(field, stem, weight)
            if common:
                continue
            anywhere = self._term(ANYWHERE, stem, 1.0)
            yield "cover", Query.const_score_query(anywhere, weights.cover * share)
        yield "title", self._term("title_x", form.words[0], weights.title_x)
        if not form.stems:
            yield "body", self._term("body_x", form.words[0], weights.body)

    def _phrase(self, form: Form) -> Iterable[tuple[str, Query]]:
        """Words of a phrase in their order; one more word may stand between."""
        for place, weight in (("title", self._weights.phrase_title), ("body", 1.0)):
            query = Query.phrase_query(self._schema, f"{place}_x", list(form.words), slop=1)
            yield place, Query.boost_query(query, weight)

    def _term(self, field: str, value: str, weight: float) -> Query:
        option = "basic" if field == ANYWHERE else "freq"
        query = Query.term_query(self._schema, field, value, index_option=option)
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


def _is_plain(wish: Wish) -> bool:
    """Say whether only the word itself will do, and whatever holds it is listed by its stem.

    Grammar of one language ("avoir") is left out of those lists, and stands in titles all the same.
    """
    form = wish.forms[0]
    known = bool(form.stems) and GRAMMAR.isdisjoint(form.words)
    return len(wish.forms) == 1 and form.weight == 1.0 and known


def _boosted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)
