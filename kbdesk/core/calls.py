"""What a telephone says of a call, read from whatever a softphone, a web page or a script sends.

All of it is a stranger's text: the caller chooses the name, any page may open a link, and products
disagree about names. So keys are known ones or dropped, text is bounded and bare of characters
that act, ids that do not fit are left out (an id cut short would be another id), and the only
error that leaves this file is `BadCall`. Reading never looks anything up and never acts.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

LONGEST_URL = 2048  # characters
MOST_VALUES = 32  # of one event or URL; a page that sends more is not telephony
LONGEST_WORDS = 400  # characters of a search
LONGEST_ID = 200  # characters of the id of an article
_RAW = 4096  # characters looked at of one value, before it is cleaned


class BadCall(ValueError):
    """What came is no call and no link of ours; the text is a sentence for whoever set it up."""


class CallState(StrEnum):
    """Where a call stands."""

    RINGING = "ringing"
    ANSWERED = "answered"
    HELD = "held"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CallEvent:
    """One thing that happened to a call; "" is what was not said."""

    call: str = ""  # the id that the source gives it
    state: CallState = CallState.RINGING
    number: str = ""  # who calls, or is called when `direction` is "out"
    name: str = ""
    to: str = ""  # the number that was dialled
    queue: str = ""
    intent: str = ""
    account: str = ""
    direction: str = "in"  # or "out"
    lang: str = ""
    agent: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place of the desk: an article by its id, or words to search for."""

    article: str = ""
    search: str = ""


def read_event(said: Mapping[str, object]) -> CallEvent:
    """Read the event of a softphone, by whatever names it knows; needs number, call or account."""
    if len(said) > MOST_VALUES:
        raise BadCall(f"A call has at most {MOST_VALUES} values.")
    found = _known(said)
    event = CallEvent(
        call=_exact(found.get("call"), 128),
        state=_state(found.get("state")),
        number=_number(found.get("from")),
        name=_words(found.get("name"), 80),
        to=_number(found.get("to")),
        queue=_words(found.get("queue"), 80),
        intent=_words(found.get("intent"), 80),
        account=_matching(_ACCOUNT, found.get("account")),
        direction=_direction(found.get("dir")),
        lang=_matching(_LANGUAGE, found.get("lang")).lower(),
        agent=_words(found.get("agent"), 80),
        source=_words(found.get("src"), 40),
    )
    if not (event.number or event.call or event.account):
        raise BadCall("A call needs a number (from), an id (call) or an account.")
    return event


def read_url(text: str) -> CallEvent | Link:
    """Read `kbdesk://call?...` or `kbdesk://open?article=...|search=...`; nothing else is."""
    verb, query = _parts(text)
    values = _query(query)
    if verb == "call":
        return read_event({"src": "url"} | values)
    if verb == "open":
        return _link(values)
    raise BadCall(f"“{_words(verb, 40)}” is nothing that kbdesk opens: call and open are.")


def clean(text: str, longest: int) -> str:
    """Make a stranger's text one bounded line in NFC, without controls and hidden characters."""
    if not text.isascii() or not text.isprintable():
        kept = (" " if c.isspace() else c for c in text[:_RAW])
        bare = "".join(c for c in kept if unicodedata.category(c) not in _ACTING)
        text = unicodedata.normalize("NFC", bare)
    return " ".join(text[:_RAW].split())[:longest].rstrip()


# Controls, formats (bidi, zero width), surrogates, private, unassigned, line and paragraph ends.
_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

# What products call it, without case, "_", "-", "." and blanks → what we call it.
_NAMES = {
    "from": "from",
    "caller": "from",
    "callerid": "from",
    "calleridnum": "from",
    "callernumber": "from",
    "ani": "from",
    "cli": "from",
    "phone": "from",
    "phonenumber": "from",
    "number": "from",
    "fromnumber": "from",
    "name": "name",
    "callername": "name",
    "calleridname": "name",
    "displayname": "name",
    "to": "to",
    "tonumber": "to",
    "dnis": "to",
    "did": "to",
    "called": "to",
    "callednumber": "to",
    "call": "call",
    "callid": "call",
    "uniqueid": "call",
    "interactionid": "call",
    "conversationid": "call",
    "queue": "queue",
    "queuename": "queue",
    "skill": "queue",
    "campaign": "queue",
    "intent": "intent",
    "account": "account",
    "accountid": "account",
    "customer": "account",
    "customerid": "account",
    "state": "state",
    "callstate": "state",
    "event": "state",
    "status": "state",
    "dir": "dir",
    "direction": "dir",
    "lang": "lang",
    "language": "lang",
    "agent": "agent",
    "src": "src",
    "source": "src",
}

_STATES = {
    word: state
    for state, words in {
        CallState.RINGING: "ringing ring rings rang incoming inbound offered offering alerting "
        "alert start started startringing created new early invite s agentcalled agentoffering "
        "dialing dialling calling outgoing initiated",
        CallState.ANSWERED: "answered answer connected connect connecting established active "
        "talking up inprogress accepted pickup pickedup bridged agentconnect resumed resume unhold "
        "unheld retrieved c",
        CallState.HELD: "held hold onhold parked park h",
        CallState.ENDED: "ended end endcall hangup hungup hangedup missed closed close "
        "released release terminated disconnected disconnect completed complete "
        "abandoned abandon busy failed noanswer ringnoanswer agentringnoanswer "
        "agentcomplete cancel canceled cancelled "
        "rejected declined finished endringing e",
    }.items()
    for word in words.split()
}

_OUT = frozenset({"out", "outbound", "outgoing", "o", "dialed", "dialled"})
_IN = frozenset({"in", "inbound", "incoming", "i", "received", ""})

_ACCOUNT = re.compile(r"[\w.-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_URL = re.compile(
    r"kbdesk:(?://)?(?P<verb>[^/?#]*)/*(?:\?(?P<query>[^#]*))?(?:#.*)?", re.IGNORECASE | re.DOTALL
)
# A product with nothing to say leaves its own placeholder standing.
_PLACEHOLDER = re.compile(
    r"\{[\w:. -]*\}|\$[\w.]*\$|%[\w.]*%|\[[\w. :-]*\]|<\w*>|--A--\w*--B--|\$\{\w*\}|\$\([\w.]*\)"
)


def _known(said: Mapping[str, object]) -> dict[str, str]:
    """Keep the values we know, under our names; our own name wins over others, first over later."""
    found: dict[str, str] = {}
    ours: set[str] = set()
    for key, value in said.items():
        plain = _folded(key)
        name = _NAMES.get(plain)
        text = _text(value)
        if name is None or not text:
            continue
        if name not in found or (plain == name and name not in ours):
            found[name] = text
            ours |= {name} if plain == name else set()
    return found


def _folded(key: object) -> str:
    return re.sub(r"[\s_.-]+", "", key[:64]).lower() if isinstance(key, str) else ""


def _text(value: object) -> str:
    """Take text and whole numbers; a placeholder that nobody filled says nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < 10**64 else ""
    text = value[:_RAW]
    return "" if _PLACEHOLDER.fullmatch(text.strip()) else text


def _words(text: str | None, longest: int) -> str:
    return clean(text or "", longest)


def _exact(text: str | None, longest: int) -> str:
    whole = clean(text or "", _RAW)
    return whole if len(whole) <= longest else ""


def _matching(pattern: re.Pattern[str], text: str | None) -> str:
    whole = clean(text or "", _RAW)
    return whole if pattern.fullmatch(whole) else ""


def _number(text: str | None) -> str:
    """Take the number out of tel: and sip: addresses; give back the "+" that a URL made a blank."""
    whole = re.sub(r"(^|[:<]) (?=[1-9]\d{5})", r"\1+", text or "", count=1)
    return _exact(user_part(clean(whole, _RAW)), 64)


def user_part(address: str) -> str:
    """Return who an address names: `"Ann" <sip:+33612@host;x=y>` and `tel:+33612;x=y` → +33612."""
    if (inside := re.search(r"<([^<>]*)>", address)) is not None:
        address = inside[1]
    bare = re.sub(r"^\s*(?:sips?|tel|callto):(?://)?", "", address, flags=re.IGNORECASE)
    return re.split(r"[@;?]", bare, maxsplit=1)[0].strip()


def _state(text: str | None) -> CallState:
    """Read a state by its synonyms; an unknown one is no call: it must not ring."""
    word = re.sub(r"[^a-z]", "", (text or "").lower())
    for tried in (word, word.removeprefix("call"), word.removeprefix("linphonecall")):
        if tried in _STATES:
            return _STATES[tried]
    if word or text:
        raise BadCall(f"“{_words(text, 40)}” is no state of a call.")
    return CallState.RINGING


def _direction(text: str | None) -> str:
    word = (text or "").strip().lower()
    if word in _OUT:
        return "out"
    if word in _IN:
        return "in"
    raise BadCall(f"“{_words(text, 40)}” is no direction: in and out are.")


def _parts(text: str) -> tuple[str, str]:
    """Part a URL into its verb and its query; userinfo, ports and paths are not ours."""
    if len(text) > LONGEST_URL:
        raise BadCall(f"The link is longer than {LONGEST_URL} characters.")
    found = _URL.fullmatch(text.strip())
    if found is None:
        raise BadCall("This is no link of kbdesk: it begins with kbdesk://call or kbdesk://open.")
    return found["verb"].lower(), found["query"] or ""


def _query(query: str) -> dict[str, str]:
    """Read `a=b&c=d`; the first of several values that says something stands."""
    pieces = [piece for piece in query.split("&") if piece]
    if len(pieces) > MOST_VALUES - 1:
        raise BadCall(f"A link has at most {MOST_VALUES - 1} values.")
    values: dict[str, str] = {}
    for piece in pieces:
        key, _, value = piece.partition("=")
        name = unquote(key.replace("+", " "))
        if not values.get(name):
            values[name] = unquote(value.replace("+", " "))
    return values


def _link(values: Mapping[str, str]) -> Link:
    article = _exact(values.get("article"), LONGEST_ID)
    search = _words(values.get("search") or values.get("q"), LONGEST_WORDS)
    if article and not search:
        return Link(article=article)
    if search and not article:
        return Link(search=search)
    raise BadCall("A link opens one article (article=...) or one search (search=...).")
