"""The fields of the index, and how an article is spelled out into them.

Only a label is stored (id, title and gist, for suggestions and related words): the index gives
numbers of rows, the store gives the words. Whoever changes what stands in the index raises FORMAT,
and it is rebuilt. Tantivy keeps no tokenizers: they are registered after each opening, before
anything is written.
"""

from collections.abc import Iterable

import tantivy
from tantivy import DocAddress, Document, Schema, SchemaBuilder, Searcher

from kbdesk.search.analysis import (
    DEFAULT_LANG,
    STEMMERS,
    clean,
    exact,
    folded_name,
    joined,
    stem_tokens,
    stemming,
    stems,
)
from kbdesk.search.document import IndexDocument
from kbdesk.search.names import keys

FORMAT = 9
STEMMED = ("names", "title", "links", "about", "body")
ANYWHERE = "all"  # every stem of an article once, by language: whether it holds a word at all
EXACT = ("title_x", "body_x")
RAW = ("id", "space", "kind", "lang", "tag")
NAME = "name"
_VALUE = "w"  # under which a field of JSON holds its words
CALLED = f"{NAME}.{_VALUE}"  # the place of names
LETTERS_PER_WORD = 6
GIST_LETTERS, GIST_STEMS = 400, 60
NUMBERS = ("inbound", "verified", "updated", "valid_to", "length")

Label = tuple[str, str, bytes]  # id, title, and its gist: the stems of what it is about


def build_schema() -> Schema:
    """Lay out the fields."""
    builder = SchemaBuilder().add_integer_field("rid", indexed=True, fast=True)
    for name in STEMMED:
        builder.add_text_field(name, tokenizer_name="stems", index_option="freq")
    # Fields of JSON know no lengths: a term is worth the same in every article (see scoring.py).
    for lang in STEMMERS:
        tokenizer = _stems_in(lang)
        builder.add_json_field(_list_of(lang), tokenizer_name=tokenizer, index_option="basic")
    builder.add_json_field(NAME, tokenizer_name="raw", index_option="basic")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    for name in RAW:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True)
    builder.add_bytes_field("label", stored=True)
    # One document holds what the life cycle wrote in the same commit: see index.py.
    return builder.add_text_field("stamp", tokenizer_name="raw", stored=True).build()


def register_analyzers(index: tantivy.Index) -> None:
    """Teach a freshly opened index how its fields read text."""
    index.register_tokenizer("stems", stemming(DEFAULT_LANG))
    for lang in STEMMERS:
        index.register_tokenizer(_stems_in(lang), stemming(lang))
    index.register_tokenizer("words", exact())


def to_document(article: IndexDocument, schema: Schema) -> Document:
    """Spell out one article; a number the schema holds as integer must come in as one."""
    document = Document.from_dict(_plain_values(article), schema)
    names = keys((article.title, *article.aliases, *article.link_texts), article.lang)
    document.add_json(NAME, {_VALUE: names})
    for field, texts in _texts(article).items():
        if field == ANYWHERE:
            document.add_json(_list_of(article.lang), {_VALUE: texts})
        elif article.lang == DEFAULT_LANG or field in EXACT:
            for text in texts:
                document.add_text(field, text)
        else:
            document.add_pre_tokenized_text(field, stem_tokens("\n".join(texts), article.lang))
    return document


def label(searcher: Searcher, at: DocAddress) -> Label:
    """Read what is stored of an article."""
    id_, title, gist = bytes(searcher.doc(at)["label"][0]).split(b"\n")
    return id_.decode(), title.decode(), gist


def anywhere(lang: str) -> str:
    """Name the place that lists all articles of a language that hold a stem."""
    return f"{_list_of(lang)}.{_VALUE}"


def _list_of(lang: str) -> str:
    return f"{ANYWHERE}_{lang if lang in STEMMERS else DEFAULT_LANG}"


def _stems_in(lang: str) -> str:
    return f"stems_{lang}"


def _plain_values(article: IndexDocument) -> dict[str, object]:
    return {
        "rid": article.rid,
        "id": article.id,
        "label": _label(article),
        "space": folded_name(article.space),
        "kind": folded_name(article.kind),
        "lang": article.lang,
        "tag": [folded_name(tag) for tag in article.tags],
        "inbound": article.inbound,
        "verified": article.verified,
        "updated": article.updated,
        "valid_to": article.valid_to,
        "length": sum(len(text) for text in article.body) // LETTERS_PER_WORD,
    }


def _label(article: IndexDocument) -> bytes:
    title = " ".join(article.title.split())
    return f"{article.id}\n{title}\n{_gist(article)}".encode()


def _gist(article: IndexDocument) -> str:
    """Return the stems of what the article is called and how it opens: what it is about."""
    about = (article.title, *article.aliases, article.lead[:GIST_LETTERS], *article.link_texts)
    found = dict.fromkeys(stems(" ".join(about), article.lang))
    return " ".join(list(found)[:GIST_STEMS])


def _texts(article: IndexDocument) -> dict[str, list[str]]:
    """Give the texts of each field.

    In the exact fields each text is a value of its own: a quoted phrase never runs from one into
    the next.
    """
    title = _cleaned((article.title, *article.aliases))
    links, tags = _cleaned(article.link_texts), _cleaned(article.tags)
    headings, body = _cleaned(article.headings), _cleaned(article.body)
    opening = [clean(article.lead)]
    summary = [] if article.lead in article.body else opening  # it stands nowhere else
    text = "\n".join((*headings, *body))
    whole = [text, joined(text)]
    title_one, links_one = joined("\n".join(title)), joined("\n".join(links))
    return {
        "names": [*title, *links, title_one, links_one],
        "title": [*title, title_one],
        "links": [*links, links_one],
        "about": [*opening, *headings, *tags],
        "body": whole,
        ANYWHERE: [*title, *links, *tags, *opening, *whole, title_one, links_one],
        "title_x": [*title, title_one],
        "body_x": [*summary, *headings, *body, whole[1], article.id.rpartition("/")[2]],
    }


def _cleaned(texts: Iterable[str]) -> list[str]:
    return [clean(text) for text in texts if text]
