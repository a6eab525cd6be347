"""Whatever is sent in place of a call: `BadCall` at worst; what comes out is bounded and clean."""

import unicodedata
from collections.abc import Callable
from dataclasses import fields
from typing import Any
from urllib.parse import quote, urlencode

from hypothesis import example, given
from hypothesis import strategies as st

from kbdesk.core.calls import (
    LONGEST_ID,
    LONGEST_URL,
    LONGEST_WORDS,
    BadCall,
    CallEvent,
    CallState,
    Link,
    clean,
    read_event,
    read_url,
)
from kbdesk.core.phones import LONGEST, read_phone
from tests.support.hostile import hostile_text

KEYS = st.sampled_from(
    ["from", "ani", "name", "to", "queue", "intent", "account", "call", "state", "dir", "lang", "v"]
)
VALUES = (
    hostile_text
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.none()
    | st.lists(st.integers(), max_size=2)
    | st.from_regex(r"\+?[0-9 .()-]{3,20}", fullmatch=True)
    | st.sampled_from(["ringing", "ended", "in", "out"])
)
LIMITS = {"call": 128, "number": 64, "to": 64, "account": 64, "lang": 12, "source": 40}
ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def outcome(read: Callable[[Any], object], said: object) -> object:
    """Return what was read, or the refusal; anything else that is raised fails the test."""
    try:
        return read(said)
    except BadCall as refused:
        return refused


def assert_clean(event: CallEvent) -> None:
    assert event.state in CallState
    assert event.direction in {"in", "out"}
    assert event.number or event.call or event.account
    for field in fields(event):
        value = getattr(event, field.name)
        assert len(value) <= LIMITS.get(field.name, 80)
        assert_line(value)


def assert_line(text: str) -> None:
    assert not {unicodedata.category(c) for c in text} & ACTING
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()


@given(st.dictionaries(KEYS | hostile_text, VALUES, max_size=40))
def test_any_mapping_is_an_event_or_a_bad_call(said: dict[str, object]) -> None:
    found = outcome(read_event, said)
    assert isinstance(found, CallEvent | BadCall)
    if isinstance(found, CallEvent):
        assert_clean(found)


@given(hostile_text | st.builds("kbdesk://{}?{}".format, hostile_text, hostile_text))
@example("kbdesk://call?from=%00%ff%e2%80%ae")
@example("kbdesk://call?" + "&" * 2000)
def test_any_text_is_a_link_an_event_or_a_bad_call(text: str) -> None:
    found = outcome(read_url, text)
    if isinstance(found, BadCall):
        assert str(found).isprintable()
    elif isinstance(found, Link):
        assert bool(found.article) != bool(found.search)
        assert len(found.article) <= LONGEST_ID
        assert len(found.search) <= LONGEST_WORDS
        assert_line(found.article + found.search)
    else:
        assert isinstance(found, CallEvent)
        assert_clean(found)


@given(st.dictionaries(KEYS, VALUES.map(str), min_size=1, max_size=12))
def test_a_link_and_a_message_mean_the_same(said: dict[str, str]) -> None:
    """A properly quoted link says to the letter what the mapping says."""
    link = "kbdesk://call?" + urlencode(said, quote_via=quote, errors="replace")
    seen = {k: v.encode("utf-8", "replace").decode() for k, v in said.items()}
    if len(link) <= LONGEST_URL:
        one, other = outcome(read_url, link), outcome(read_event, {"src": "url"} | seen)
        assert one == other or (isinstance(one, BadCall) and isinstance(other, BadCall))


@given(hostile_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text, 80)
    assert_line(once)
    assert clean(once, 80) == once


@given(hostile_text | st.from_regex(r"[+0-9 ().*#-]{0,40}", fullmatch=True))
def test_any_text_is_a_phone(text: str) -> None:
    phone = read_phone(text)
    assert phone.kind in {"number", "short", "withheld"}
    assert bool(phone.e164) == (phone.kind == "number")
    assert len(phone.shown) <= LONGEST
    assert len(phone.e164) <= 16
    assert_line(phone.shown)
    assert read_phone(phone.e164).e164 == phone.e164
