"""Words: how text becomes the tokens that are compared.

Two readings of one text. The exact reading only folds (case, accents, ligatures), so that quotes
and typing find what stands there; the stemmed reading drops what carries no meaning and cuts
endings. Folding comes before stemming, because half of what is typed has lost its accents: "impaye"
must meet "impayé". French and English share the fields of the index, so that lengths and
frequencies are counted over the whole base: French is what the fields analyse by themselves (fast,
off the interpreter lock), a document in another language brings its stems ready-made.
"""

import re
import unicodedata
from functools import lru_cache

from tantivy import Filter, PreTokenizedString, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from kbdesk.search.stopwords import GRAMMAR, STOP_WORDS

LONGEST = 40  # letters; longer runs are keys and addresses, which nobody types
DEFAULT_LANG = "fr"
STEMMERS = {"fr": "french", "en": "english"}
SHORT_PART = 3  # letters of a part that may belong to its neighbour
_HYPHEN = re.compile("[-‐‑]")
_COMPOUND = re.compile(r"\w+(?:[-‐‑]\w+)+")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def clean(text: str) -> str:
    """Compose accents and drop what is not seen: one spelling for one word."""
    if text.isascii():
        return text
    text = text.encode("utf-8", "ignore").decode(
        "utf-8"
    )  # halves of a pair, as some clipboards give
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _UNSEEN.sub("", text)


def _folding() -> TextAnalyzerBuilder:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(LONGEST))
    return builder.filter(Filter.lowercase()).filter(Filter.ascii_fold())


@lru_cache(maxsize=1)
def exact() -> TextAnalyzer:
    """Give the analyser that only folds."""
    return _folding().build()


@lru_cache(maxsize=8)
def stemming(lang: str) -> TextAnalyzer:
    """Give the analyser that drops empty words and cuts endings; French for unknown languages."""
    known = lang if lang in STEMMERS else DEFAULT_LANG
    builder = _folding().filter(Filter.custom_stopword(sorted(STOP_WORDS[known])))
    return builder.filter(Filter.stemmer(STEMMERS[known])).build()


def words(text: str) -> list[str]:
    """Read `text` as folded words."""
    return exact().analyze(clean(text))


def stems(text: str, lang: str) -> list[str]:
    """Read `text` as stems of `lang`, without empty words."""
    return stemming(lang).analyze(clean(text))


@lru_cache(maxsize=16_384)
def stems_of(word: str, lang: str) -> tuple[str, ...]:
    """Return the stem of one folded word, nothing for an empty word; remembered."""
    return tuple(stemming(lang).analyze(word))


def stem_tokens(text: str, lang: str) -> PreTokenizedString:
    """Stems with their places, ready for the index."""
    return stemming(lang).pre_tokenize(clean(text))


def joined(text: str) -> str:
    """Give the compounds of `text` that people also write as one: "wi-fi", "E-203".

    Only those with a short part that is no word of its own: "rendez-vous" is two words to everyone,
    and "peut-on" is grammar.
    """
    if "-" not in text and "‐" not in text and "‑" not in text:
        return ""
    candidates = (run for run in text.split() if "-" in run or "‐" in run or "‑" in run)
    found = (match for run in dict.fromkeys(candidates) for match in _COMPOUND.findall(run))
    parts = (_HYPHEN.split(compound) for compound in dict.fromkeys(found))
    return " ".join("".join(compound) for compound in parts if is_one(*map(str.lower, compound)))


def is_one(*parts: str) -> bool:
    """Say whether words side by side may be one word in parts."""
    return min(map(len, parts)) <= SHORT_PART and GRAMMAR.isdisjoint(parts)


def folded_name(text: str) -> str:
    """Bring a tag, a space or a kind to the form in which filters compare it."""
    return " ".join(words(text))
