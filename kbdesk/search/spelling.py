"""The words of the base, asked how near a misspelt one stands to them.

A tiny index in memory holds each word once with its number of articles; its fuzzy automaton finds
the neighbours of a word in a tenth of a millisecond, where a walk through a Python list takes ten
times that and ten times the memory. It is made once per state of the base, off the keystrokes where
the caller warms it, and an old one serves while the base has hardly changed.
"""

import tantivy
from tantivy import Document, Query, SchemaBuilder, Searcher

SHORTEST = 4  # letters; shorter words have too many neighbours
TWO_FROM = 7  # letters from which two may be wrong
MOST = 4  # neighbours taken for one word
LOOKED_AT = 40
HEAP = 15_000_000  # the least tantivy accepts
_FIELDS = ("title_x", "body_x")


class Vocabulary:
    """The words of one state of the base."""

    def __init__(self, searcher: Searcher) -> None:
        self.articles = searcher.num_docs
        builder = SchemaBuilder().add_text_field("word", tokenizer_name="raw", stored=True)
        self._schema = builder.add_integer_field("count", fast=True).build()
        index = tantivy.Index(self._schema)
        writer = index.writer(HEAP, 1)
        for word, count in _words(searcher).items():
            writer.add_document(Document.from_dict({"word": word, "count": count}, self._schema))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def serves(self, searcher: Searcher) -> bool:
        """Say whether the base has hardly changed since."""
        return abs(searcher.num_docs - self.articles) <= 0.02 * self.articles

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return the likeliest words meant, with the number of wrong letters, the best first."""
        if len(word) < SHORTEST or not word.isalpha():
            return []
        for distance in (1, 2) if len(word) >= TWO_FROM else (1,):
            if found := self._within(word, distance):
                return found[:MOST]
        return []

    def _within(self, word: str, distance: int) -> list[tuple[str, int]]:
        query = Query.fuzzy_term_query(self._schema, "word", word, distance)
        hits = self._searcher.search(query, LOOKED_AT, order_by_field="count").hits
        found = [(str(self._searcher.doc(at)["word"][0]), int(count)) for count, at in hits]
        found.sort(key=lambda pair: (pair[0][0] != word[0], -pair[1]))
        return [(other, distance) for other, _ in found]


def _words(searcher: Searcher) -> dict[str, int]:
    """Collect words that are not themselves slips: in a title, or in two articles at least."""
    words: dict[str, int] = {}
    for field in _FIELDS:
        least = 1 if field == "title_x" else 2
        for word, count in searcher.terms_with_prefix(field, ""):
            if count >= least and len(word) >= SHORTEST - 1 and word.isalpha():
                words[word] = words.get(word, 0) + count
    return words
