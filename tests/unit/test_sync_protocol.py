"""What both sides agree on: bodies, versions, cursors, conflicts, digests, proofs."""

import msgspec
import pytest

from sync.protocol import codec, digests, proof, versions, wire
from sync.protocol.codec import Unbelievable
from sync.protocol.conflicts import Verdict, merge
from sync.protocol.cursors import next_cursor
from sync.protocol.wire import Change, Heads, Operation, Page, Row, SpaceHead


def test_a_body_that_proves_itself_is_believed() -> None:
    body = codec.encode({"a": 1})
    stamps = codec.stamps(body)
    assert codec.check(body, stamps[codec.PROTOCOL], stamps[codec.SHA256]) == versions.NEWEST


@pytest.mark.parametrize(
    ("protocol", "digest", "intercepted"),
    [
        (None, None, True),
        ("http/1", "x", True),
        ("kbdesk/1", None, False),
        ("kbdesk/1", "0" * 64, False),
    ],
)
def test_a_page_of_a_portal_is_never_believed(
    protocol: str | None, digest: str | None, intercepted: bool
) -> None:
    """G18."""
    with pytest.raises(Unbelievable) as doubt:
        codec.check(b"  <!DOCTYPE html><html>", protocol, digest)
    assert doubt.value.intercepted is intercepted


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"epoch": 1}', b"[" * 100_000, b"\xff"])
def test_bytes_that_hold_no_value_are_unbelievable(body: bytes) -> None:
    with pytest.raises(Unbelievable):
        codec.decode(body, Page)


def test_what_a_newer_side_adds_is_ignored_and_what_people_wrote_is_kept() -> None:
    """G23."""
    heads = codec.decode(
        b'{"server":"s","epoch":"e","spaces":{"base":{"head":1,"live":1,"mood":"good"}},"new":[]}',
        Heads,
    )
    assert heads.spaces["base"] == SpaceHead(1, 1)
    id_ = "00000000-0000-0000-0000-000000000000"
    said = f'{{"id":"{id_}","kind":"publish","at":"","body":{{"x":{{"unknown":[1, 2]}}}}}}'
    operation = codec.decode(said.encode(), Operation)
    assert bytes(operation.body) == b'{"x":{"unknown":[1, 2]}}'


@pytest.mark.parametrize("seq", [-1, 2**63])
def test_a_seq_fits_a_database(seq: int) -> None:
    with pytest.raises(Unbelievable):
        codec.decode(codec.encode({"seq": seq, "kind": "a", "id": "b", "rev": 1}), Change)


@pytest.mark.parametrize(
    ("value", "number"),
    [("kbdesk/1", 1), ("kbdesk/12", 12), ("kbdesk/", None), ("kbdesk/x", None), (None, None)],
)
def test_the_magic_word_carries_the_version(value: str | None, number: int | None) -> None:
    assert versions.read(value) == number


def test_versions_overlap_by_two_and_are_never_exactly_equal() -> None:
    """G23: a server serves its newest and the two before; a newer desk gets the newest."""
    served = (3, 4, 5)
    assert versions.agreed(9, served) == 5
    assert versions.agreed(4, served) == 4
    assert versions.agreed(2, served) is None
    assert versions.SERVED[-1] == versions.NEWEST
    assert all(version.changed for version in versions.BIOGRAPHY)


def _page(after: int, seqs: list[int], head: int, epoch: str = "e", space: str = "s") -> Page:
    changes = tuple(Change(seq, "article", f"a{seq}", 1, body="") for seq in seqs)
    return Page(epoch, space, after, changes, head)


@pytest.mark.parametrize(
    "page",
    [
        _page(0, [1], 3, epoch="other"),
        _page(0, [1], 3, space="other"),
        _page(1, [2], 3),
        _page(0, [2], 3),
        _page(0, [1, 3], 3),
        _page(0, [2, 1], 3),
        _page(0, [1, 1], 3),
        _page(0, [1, 2], 1),
        _page(0, [], 3),
    ],
)
def test_a_page_that_does_not_fit_moves_nothing(page: Page) -> None:
    """G8: stale, foreign, gapped and truncated pages."""
    with pytest.raises(Unbelievable):
        next_cursor(page, epoch="e", space="s", after=0)


def test_a_cursor_is_the_last_change_that_came_and_not_the_head() -> None:
    assert next_cursor(_page(0, [1, 2], 9), epoch="e", space="s", after=0) == 2
    assert next_cursor(_page(4, [], 4), epoch="e", space="s", after=4) == 4


BASE = "# Price\nIt costs $20.\n\nMore below.\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict"),
    [
        (BASE.replace("20", "30"), BASE, Verdict.FRESH),
        (BASE.replace("20", "30"), BASE.replace("20", "30"), Verdict.SAME),
        (BASE.replace("20", "30"), BASE.replace("20", "10"), Verdict.CLASH),
        (BASE.replace("20", "30"), BASE.replace("More", "Less"), Verdict.CLEAN),
        (BASE.replace("20", "30"), None, Verdict.GONE),
        (BASE.replace("\n", "\r\n"), BASE, Verdict.SAME),
        (BASE.rstrip("\n"), BASE, Verdict.SAME),
    ],
)
def test_what_counts_as_a_conflict(mine: str, theirs: str | None, verdict: Verdict) -> None:
    assert merge(BASE, mine, theirs).verdict is verdict


def test_two_prices_are_never_woven_into_a_third() -> None:
    merged = merge(BASE, BASE.replace("$20", "$30"), BASE.replace("$20", "$10"))
    assert merged.text is None
    clash = next(region for region in merged.regions if region.clash)
    assert clash.mine == ("It costs $30.\n",)
    assert clash.theirs == ("It costs $10.\n",)


def test_without_the_text_it_was_made_from_nothing_is_merged() -> None:
    assert merge(None, "a\n", "b\n").verdict is Verdict.UNKNOWN


def test_one_changed_row_changes_one_bucket() -> None:
    rows = [Row("article", f"a{n}", 1, "0" * 64) for n in range(1000)]
    before = digests.bucket_digests(rows)
    after = digests.bucket_digests([*rows[1:], Row("article", "a0", 2, "0" * 64)])
    assert digests.differing(before, after) == (digests.bucket_of("article", "a0"),)
    with pytest.raises(ValueError, match="256"):
        digests.differing(before, after[:-1])


def test_where_an_entity_stands_is_part_of_what_it_is() -> None:
    one = digests.row_sha256("article", "a", "base", "a.md", "text")
    assert one != digests.row_sha256("article", "a", "fibre", "a.md", "text")
    assert one != digests.row_sha256("article", "a", "base", "b.md", "text")
    digests.row_sha256("article", "lone \ud800 surrogate", "", "", "")


def test_only_who_knows_the_token_can_prove_that_heads_are_fresh() -> None:
    """G24."""
    nonce = proof.nonce()
    shown = proof.proof("token", nonce, 200, '"tag"', b"body")
    assert proof.holds(shown, "token", nonce, 200, '"tag"', b"body")
    for other in (
        ("other", nonce, 200, '"tag"', b"body"),
        ("token", proof.nonce(), 200, '"tag"', b"body"),
        ("token", nonce, 304, '"tag"', b"body"),
        ("token", nonce, 200, '"old"', b"body"),
        ("token", nonce, 200, '"tag"', b"bodY"),
    ):
        assert not proof.holds(shown, *other)
    assert not proof.holds(None, "token", nonce, 200, '"tag"', b"body")
    assert not proof.holds("é", "token", nonce, 200, '"tag"', b"body")


def test_a_push_has_bounds() -> None:
    id_ = "00000000-0000-0000-0000-00000000000"
    many = [
        {"id": f"{id_}{n % 10}", "kind": "k", "at": "", "body": {}}
        for n in range(wire.PUSH_OPERATIONS + 1)
    ]
    with pytest.raises(Unbelievable):
        codec.decode(msgspec.json.encode({"operations": many}), wire.Push)
