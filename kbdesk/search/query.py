"""What was typed, read as a person meant it: never as a language that can be wrong.

Words are words. Three marks mean more: quotes around an exact phrase, a minus glued in front of
what is not wanted, and `space:`, `tag:`, `kind:` before a name. A French apostrophe is no quote, a
hyphen inside a word is no minus, an unknown name before a colon is a word, and a mark left open is
nothing. A whole message pasted in is read for its words alone: its dashes and quotes were not meant
for us.
"""

import re
from dataclasses import dataclass, field

from kbdesk.search.analysis import clean, folded_name, words

LONGEST_TEXT = 20_000  # characters read of what is typed; the rest of a pasted thread adds nothing
LONGEST_QUERY = 40  # words; beyond them it is a message, and marks mean nothing

_QUOTED = r'"(?P<{0}1>[^"]*)"|«(?P<{0}2>[^»]*)»|“(?P<{0}3>[^”]*)”'
_MARKS = re.compile(
    rf"(?<!\S)(?P<no>-)?(?:(?P<name>[^\W\d_]+):(?:{_QUOTED.format('v')}|(?P<v4>\w[^\s\"«“]*))"
    rf"|{_QUOTED.format('p')})"
    r"|(?<!\S)-(?P<without>[^\W\d_]\w*)"
)
_NAMES = {
    "space": "space", "espace": "space",
    "tag": "tag", "etiquette": "tag",
    "kind": "kind", "type": "kind", "genre": "kind",
}  # fmt: skip
_KINDS = {"produit": "product", "fiche": "article", "procedure": "guide", "question": "faq"}

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, taken apart; every word is folded."""

    words: Phrase = ()  # all that is wanted, in order, quoted or not
    phrases: tuple[Phrase, ...] = ()  # must stand so
    without: tuple[Phrase, ...] = ()  # must not stand
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)  # space, tag, kind
    filters_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    open_end: bool = False  # the last word may go on

    @property
    def is_message(self) -> bool:
        """Whether it is too long to have been typed as a query."""
        return len(self.words) > LONGEST_QUERY


def read(text: str) -> Asked:
    """Take apart what was typed; any text will do."""
    text = clean(text[:LONGEST_TEXT].replace("\x00", " "))
    found = words(text)
    if len(found) > LONGEST_QUERY:
        return Asked(words=tuple(found))
    return _marked(text)


def _marked(text: str) -> Asked:
    phrases: list[Phrase] = []
    without: list[Phrase] = []
    wanted: list[str] = []
    filters: dict[str, list[str]] = {}
    filters_out: dict[str, list[str]] = {}
    end = 0
    for match in _MARKS.finditer(text):
        negated = bool(match["no"])
        if match["name"]:
            name = _NAMES.get(folded_name(match["name"]))
            if name is None:
                continue  # a word with a colon: it stays among the words
            value = folded_name(_first(match, "v"))
            value = _KINDS.get(value, value) if name == "kind" else value
            (filters_out if negated else filters).setdefault(name, []).append(value)
        wanted += words(text[end : match.start()])
        end = match.end()
        phrase = tuple(words(match["without"] or _first(match, "p")))
        if not phrase or match["name"]:
            continue
        if negated or match["without"]:
            without.append(phrase)
        else:
            phrases.append(phrase)
            wanted += phrase
    tail = text[end:]
    return Asked(
        words=(*wanted, *words(tail)),
        phrases=tuple(phrases),
        without=tuple(without),
        filters={name: tuple(values) for name, values in filters.items()},
        filters_out={name: tuple(values) for name, values in filters_out.items()},
        open_end=bool(tail) and (tail[-1].isalnum()),
    )


def _first(match: re.Match[str], group: str) -> str:
    names = (f"{group}{n}" for n in range(1, 5) if f"{group}{n}" in match.re.groupindex)
    return next((match[name] for name in names if match[name] is not None), "")
