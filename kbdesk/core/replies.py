"""A reply shaped for the channel it goes through, and counted where the channel counts.

The text stays its author's: nothing is ever cut. What a channel cannot carry as it is written
(curly quotes and no-break spaces in a text message) is written the way it can; what is too long
is said, by how much, and left to the person.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from kbdesk.core import scripts


class Channel(StrEnum):
    """Where a reply goes."""

    PLAIN = "plain"
    HTML = "html"
    MAIL = "mail"
    CHAT = "chat"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class Shaped:
    """A reply ready to be pasted; `html` is "" where only text fits."""

    text: str
    html: str
    missing: tuple[str, ...]  # the variables without a value: then it is not to be pasted
    length: int  # in what the channel counts: characters, in an SMS its units
    parts: int = 1  # how many text messages it makes
    over: int = 0  # how many units too many for one
    limit: int = 0  # how many units one holds, 0 where nothing is counted
    forcing: str = ""  # the letters that no short alphabet has, in the order of the text


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a contact and of who answers, before anything is asked."""

    name: str = ""
    number: str = ""
    account: str = ""
    product: str = ""
    agent: str = ""

    def values(self) -> dict[str, str]:
        """Give each fact under the names that scripts use for it, in both languages."""
        found = {name: value for name, value in _named(self) if value.strip()}
        return {name: value.strip() for name, value in found.items()}


_NAMES = {
    "name": ("nom", "nom du client", "name", "customer name"),
    "number": ("numéro", "numéro de rappel", "numéro du client", "number", "callback number"),
    "account": ("compte", "numéro de client", "account", "account number"),
    "product": ("offre", "produit", "offer", "product"),
    "agent": ("agent", "prénom de l’agent", "prénom de l'agent", "agent name", "agent’s name"),
}


def _named(known: Known) -> Iterator[tuple[str, str]]:
    for fact, names in _NAMES.items():
        for name in names:
            yield name, getattr(known, fact)


def channel_of(heading: str) -> Channel | None:
    """Return the channel that a message of a script is written for, by its heading."""
    return next((to for to, named in _HEADINGS.items() if named.search(heading.casefold())), None)


_HEADINGS = {
    Channel.SMS: re.compile(r"\b(?:sms|textos?|text messages?)\b"),
    Channel.MAIL: re.compile(r"\b(?:courriels?|e?mails?|mél)\b"),
    Channel.CHAT: re.compile(r"\b(?:t?chat|messagerie)\b"),
    Channel.PLAIN: re.compile(r"\b(?:téléphone|phone|oral)\b"),
}
GREETING = {"salutation", "salutations", "bonjour", "greeting", "formule d’appel"}
CLOSING = {"signature", "formule de fin", "formule de politesse", "closing", "fin de courriel"}


def frame_of(messages: Mapping[str, str]) -> tuple[str, str]:
    """Return the greeting and the closing that a script sets for mails, by its headings."""
    named = {heading.strip().casefold(): text for heading, text in messages.items()}
    greeting = next((text for name, text in named.items() if name in GREETING), "")
    closing = next((text for name, text in named.items() if name in CLOSING), "")
    return greeting, closing


def shape(
    text: str,
    values: Mapping[str, str],
    channel: Channel,
    *,
    greeting: str = "",
    closing: str = "",
) -> Shaped:
    """Fill a reply and give it the form of a channel; `greeting` and `closing` are for a mail."""
    if channel is Channel.MAIL:
        text = "\n\n".join(part for part in (greeting, text, closing) if part.strip())
    filled, missing = scripts.fill(text, values)
    written = _FORMS[channel](filled)
    if channel is Channel.SMS:
        return _counted(written, missing)
    html = to_html(written) if channel in {Channel.HTML, Channel.MAIL} else ""
    return Shaped(written, html, missing, len(written))


# plain, mail, chat


def _as_written(text: str) -> str:
    return text.strip()


CHAT_LONGEST = 200  # characters of a paragraph: about four lines of a chat window
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[ \u00a0]?[»”\"])?[ \n]+(?=[A-ZÀ-Þ«“\"{])")


def _in_short_paragraphs(text: str) -> str:
    """Break long paragraphs between sentences; lists and lines set by the author stay."""
    return "\n\n".join(
        "\n\n".join(_broken(paragraph)) for paragraph in re.split(r"\n{2,}", text.strip())
    )


def _broken(paragraph: str) -> list[str]:
    if len(paragraph) <= CHAT_LONGEST or "\n" in paragraph:
        return [paragraph]
    pieces: list[str] = []
    for sentence in _sentences(paragraph):
        if pieces and len(pieces[-1]) + 1 + len(sentence) <= CHAT_LONGEST:
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return pieces


def _sentences(paragraph: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        yield paragraph[start : end.end()].strip()
        start = end.end()
    yield paragraph[start:].strip()


# text messages

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_TWO = frozenset("^{}\\[~]|€\f")  # these take two units each
ONE, EACH = 160, 153  # units of one message, and of each part of several
ONE_WIDE, EACH_WIDE = 70, 67  # where a letter is in no short alphabet
_WRITTEN = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "–": "-", "—": "-", "−": "-", "‑": "-", "…": "...", "œ": "oe", "Œ": "OE", "•": "-",
    "\t": " ", "\u200b": None, "\u00ad": None, "→": "->",
})  # fmt: skip
_QUOTED = re.compile(r"«\s*|\s*»")


def _for_sms(text: str) -> str:
    """Write typography the way every telephone has it; no letter of a word is changed."""
    return _QUOTED.sub('"', text.strip()).translate(_WRITTEN)


def _counted(text: str, missing: tuple[str, ...]) -> Shaped:
    forcing = "".join(dict.fromkeys(c for c in text if c not in GSM and c not in GSM_TWO))
    one, each = (ONE_WIDE, EACH_WIDE) if forcing else (ONE, EACH)
    sizes = [_wide(c) if forcing else _narrow(c) for c in text]
    length = sum(sizes)
    parts = 1 if length <= one else _parts(sizes, each)
    return Shaped(text, "", missing, length, parts, max(0, length - one), one, forcing)


def _narrow(character: str) -> int:
    return 2 if character in GSM_TWO else 1


def _wide(character: str) -> int:
    return 2 if ord(character) > 0xFFFF else 1  # a pair of UTF-16


def _parts(sizes: list[int], each: int) -> int:
    """Count parts; a character of two units is never cut in two."""
    parts, used = 1, 0
    for size in sizes:
        if used + size > each:
            parts, used = parts + 1, 0
        used += size
    return parts


_FORMS = {
    Channel.PLAIN: _as_written,
    Channel.HTML: _as_written,
    Channel.MAIL: _as_written,
    Channel.CHAT: _in_short_paragraphs,
    Channel.SMS: _for_sms,
}

# HTML

_ITEM = re.compile(r"(-|\d+\.) (.*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"'«»)\]]+[^\s<>\"'«»)\].,;:!?]")


def to_html(text: str) -> str:
    """Write a message as HTML that any mail program takes: paragraphs, lists, links, no style."""
    return "".join(_block(block) for block in re.split(r"\n{2,}", text) if block.strip())


def _block(block: str) -> str:
    lines = block.split("\n")
    items = [_ITEM.fullmatch(line) for line in lines]
    found = [item for item in items if item is not None]
    if len(found) == len(lines):
        kind = "ul" if found[0][1] == "-" else "ol"
        inside = "".join(f"<li>{_inline(item[2])}</li>" for item in found)
        return f"<{kind}>{inside}</{kind}>\n"
    return f"<p>{'<br>'.join(map(_inline, lines))}</p>\n"


def _inline(text: str) -> str:
    """Escape a line; web addresses in it become links."""
    parts, start = [], 0
    for found in _ADDRESS.finditer(text):
        address = escape(found[0])
        parts += [escape(text[start : found.start()]), f'<a href="{address}">{address}</a>']
        start = found.end()
    return "".join([*parts, escape(text[start:])])
