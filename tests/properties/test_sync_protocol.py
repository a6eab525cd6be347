"""The protocol's rules, on whatever there may be."""

import contextlib
import itertools

from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import codec, digests, versions
from sync.protocol.codec import Unbelievable
from sync.protocol.conflicts import Verdict, merge
from sync.protocol.cursors import next_cursor
from sync.protocol.sse import Parser
from sync.protocol.texts import normal
from sync.protocol.wire import Change, Page, Row

TEXTS = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "x\n", "\n", "é\n"]), max_size=8).map(
    "".join
)
WORDS = st.text(max_size=20)
CHANGES = st.builds(
    Change,
    seq=st.integers(0, 2**63 - 1),
    kind=WORDS,
    id=WORDS,
    rev=st.integers(0, 2**63 - 1),
    path=WORDS,
    body=st.none() | WORDS,
    by=WORDS,
    moved=WORDS,
)


@given(st.builds(Page, WORDS, WORDS, st.integers(0, 9), st.tuples(CHANGES), st.integers(0, 9)))
def test_what_is_encoded_comes_back_the_same(page: Page) -> None:
    body = codec.encode(page)
    stamps = codec.stamps(body)
    assert codec.check(body, stamps[codec.PROTOCOL], stamps[codec.SHA256]) == versions.NEWEST
    assert codec.decode(body, Page) == page


@given(st.binary(max_size=200), st.integers(0, 10_000))
def test_no_flipped_bit_and_no_garbage_is_believed(garbage: bytes, where: int) -> None:
    """G18."""
    body = codec.encode({"text": "something true"})
    stamps = codec.stamps(body)
    bit = where % (len(body) * 8)
    spoiled = bytearray(body)
    spoiled[bit // 8] ^= 1 << bit % 8
    for wrong in (bytes(spoiled), body[: where % len(body)], garbage):
        try:
            codec.check(wrong, stamps[codec.PROTOCOL], stamps[codec.SHA256])
        except Unbelievable:
            continue
        assert wrong == body


@given(st.binary(max_size=100))
def test_decoding_garbage_never_raises_anything_else(garbage: bytes) -> None:
    with contextlib.suppress(Unbelievable):
        codec.decode(garbage, Page)


@given(st.integers(1, 30), st.lists(st.integers(1, 12), min_size=1), st.integers(0, 40))
def test_pages_of_any_size_lead_through_a_log_without_a_gap(
    head: int, sizes: list[int], skip: int
) -> None:
    """G8, G9: and a page with a gap, or of another place, is refused wherever it comes."""
    log = [Change(seq, "article", f"a{seq % 5}", seq, body="") for seq in range(1, head + 1)]
    cursor, turn, seen = 0, 0, 0
    while cursor < head:
        size = sizes[turn % len(sizes)]
        page = Page("e", "s", cursor, tuple(log[cursor : cursor + size]), head)
        _refused(page, skip)
        after = next_cursor(page, epoch="e", space="s", after=cursor)
        assert after == cursor + len(page.changes)
        cursor, turn, seen = after, turn + 1, seen + len(page.changes)
    assert (cursor, seen) == (head, head)


def _refused(page: Page, skip: int) -> None:
    """Leave one change out, and ask from elsewhere: both must be refused."""
    gap = skip % len(page.changes)
    gapped = page.changes[:gap] + page.changes[gap + 1 :]
    lost_tail = gap == len(page.changes) - 1 and gapped
    wrong = [(page, page.after + 1)]
    if not lost_tail:
        wrong.append((Page(page.epoch, page.space, page.after, gapped, page.head), page.after))
    for other, after in wrong:
        try:
            next_cursor(other, epoch="e", space="s", after=after)
        except Unbelievable:
            continue
        raise AssertionError(f"believed: {other}")


@given(TEXTS, TEXTS)
def test_an_edit_of_one_side_is_that_edit(base: str, mine: str) -> None:
    merged = merge(base, mine, base)
    assert merged.verdict in {Verdict.FRESH, Verdict.SAME}
    assert normal(merged.text or "") == normal(mine)


@given(TEXTS, TEXTS)
def test_the_same_edit_on_both_sides_is_that_edit(base: str, mine: str) -> None:
    merged = merge(base, mine, mine)
    assert (merged.verdict, merged.text) == (Verdict.SAME, mine)


@given(TEXTS, TEXTS, TEXTS)
def test_it_does_not_matter_who_is_called_mine(base: str, one: str, other: str) -> None:
    there, back = merge(base, one, other), merge(base, other, one)
    symmetric = {Verdict.CLEAN, Verdict.CLASH}
    assert (there.verdict in symmetric) == (back.verdict in symmetric) or Verdict.FRESH in {
        there.verdict,
        back.verdict,
    }
    if there.verdict in symmetric and back.verdict in symmetric:
        assert there.verdict is back.verdict
        assert there.text == back.text


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_that_somebody_added_vanishes(base: str, one: str, other: str) -> None:
    """It stands in the merged text, or in sight in a region."""
    merged = merge(base, one, other)
    if merged.verdict not in {Verdict.CLEAN, Verdict.CLASH}:
        return
    shown = [line for r in merged.regions for line in (*r.agreed, *r.mine, *r.theirs)]
    for text in (one, other):
        for line in set(text.splitlines(keepends=True)) - set(base.splitlines(keepends=True)):
            assert line in shown


ROWS = st.lists(
    st.builds(Row, WORDS, WORDS, st.integers(1, 9), st.sampled_from(["0" * 64, "1" * 64])),
    max_size=20,
    unique_by=lambda row: (row.kind, row.id),
)


@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_digests_differ_exactly_where_rows_do(
    ours: list[Row], theirs: list[Row], random: st.DataObject
) -> None:
    shuffled = list(ours)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert digests.bucket_digests(ours) == digests.bucket_digests(shuffled)
    wrong = digests.differing(digests.bucket_digests(ours), digests.bucket_digests(theirs))
    expected = {digests.bucket_of(row.kind, row.id) for row in set(ours) ^ set(theirs)}
    assert set(wrong) == expected


@given(st.text(alphabet="da:\r\n x", max_size=40), st.lists(st.integers(0, 40)))
def test_a_stream_says_the_same_however_it_is_cut(text: str, cuts: list[int]) -> None:
    stream = text.encode()
    whole = Parser().feed(stream)
    places = sorted({min(cut, len(stream)) for cut in cuts} | {0, len(stream)})
    parser = Parser()
    pieces = itertools.pairwise(places)
    assert [event for a, b in pieces for event in parser.feed(stream[a:b])] == whole


@given(st.integers(0, 50), st.integers(1, 20))
def test_two_sides_always_agree_or_say_so(asked: int, newest: int) -> None:
    served = tuple(range(max(1, newest - 2), newest + 1))
    spoken = versions.agreed(asked, served)
    assert spoken is None if asked < served[0] else spoken == min(asked, newest)
