"""Nothing that a person can type raises, whatever state of typing it is in."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kbdesk.search.query import read
from kbdesk.services.workspace import Workspace
from tests.support.sample_profile import open_sample

HOSTILE = [
    "",
    " ",
    '"',
    "«",
    "“",
    "-",
    "--",
    "-a",
    "'",
    "l'",
    "’",
    ":",
    "a:b",
    "tag:",
    'tag:"',
    "space:x",
    "kind:",
    "-kind:guide",
    "(",
    ")",
    "[",
    "*",
    "?",
    "~",
    "^",
    "\\",
    "/",
    "/a/",
    "+a",
    "a AND",
    "OR",
    "NOT a",
    "a && b",
    "a || b",
    "{a TO b}",
    "[1 TO 2]",
    "a~2",
    "a^3",
    "foo*",
    "*foo",
    "?",
    "rid:0",
    "\x00",
    "\ud800",
    "\udfff\ud800",
    "🙂",
    "👩‍👩‍👧",
    "ﬁ",
    "ß",
    "İ",
    "e\u0301",
    "\u202eabc",
    "مرحبا",
    "中文",
    "ไทย",
    "é" * 5_000,
    "x" * 100_000,
    "a " * 10_000,
    '"' * 500,
    "-" * 500,
    '"a" ' * 60,
    "tag:a " * 60,
    "'; DROP TABLE",
    "<b>a</b>",
    "%s %d {0}",
    "12,50 €",
    "06 12 34",
]
PIECES = st.sampled_from([*"\"«»“”-:'’ ()*~^\\/", "tag:", "kind:", "facture", "résil", "é", "\n"])
TYPED = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_sample(tmp_path_factory.mktemp("sample")) as opened:
        yield opened


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_text_is_answered(workspace: Workspace, typed: str) -> None:
    for typing in (False, True):
        results = workspace.knowledge.search(typed, typing=typing)
        assert not results.degraded
    workspace.knowledge.suggest(typed)


@given(typed=TYPED, typing=st.booleans())
@example(typed="-", typing=True)
def test_any_text_is_answered(workspace: Workspace, typed: str, typing: bool) -> None:
    results = workspace.knowledge.search(typed, typing=typing, limit=3)
    for hit in results.hits:
        for marked in (hit.title, hit.snippet):
            assert all(0 <= a < b <= len(marked.text) for a, b in marked.spans)
    assert not results.degraded


@given(typed=TYPED)
def test_reading_is_total_and_folded(typed: str) -> None:
    asked = read(typed)
    for phrase in (asked.words, *asked.phrases, *asked.without):
        assert all(word and word == word.lower() for word in phrase)
