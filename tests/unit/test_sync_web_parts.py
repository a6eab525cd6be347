"""The small parts of the server's web side: codings, ranges, signatures, rates, pages, logs."""

import asyncio
import json
import logging
import threading
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.server.errors import Malformed, TooMany, Unavailable
from sync.server.web import bodies, problems
from sync.server.web.answers import accepted, encoded
from sync.server.web.app import ROUTES
from sync.server.web.files import part_of
from sync.server.web.lanes import Lane
from sync.server.web.limits import ROOM, Limits
from sync.server.web.live import last_seen
from sync.server.web.logs import JsonLines
from sync.server.web.page_cache import KeptPage, PageCache
from sync.server.web.refusals import NoSuchRange, TooLarge, WrongCoding
from sync.server.web.settings import Rate
from sync.server.web.signing import Signer
from sync.server.web.verbs import Verbs


class HandClock:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("gzip, deflate, zstd", "zstd"),
        ("gzip, zstd;q=0", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("identity", ""),
        ("*", ""),
        ("br", ""),
    ],
)
def test_the_best_coding_that_is_accepted_is_used(header: str, coding: str) -> None:
    assert accepted(header) == coding


@given(st.binary(max_size=5000), st.sampled_from(["", "gzip", "zstd"]))
def test_what_is_compressed_unfolds_to_the_same(body: bytes, coding: str) -> None:
    sent, used = encoded(body, coding)
    assert bodies.unfolded(sent, used.encode(), 10_000) == body


@given(st.binary(max_size=200), st.sampled_from([b"gzip", b"zstd"]))
def test_nonsense_in_a_coding_is_malformed(body: bytes, coding: bytes) -> None:
    with pytest.raises((Malformed, TooLarge)):
        bodies.unfolded(body, coding, 100)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_bomb_stops_at_the_bound(coding: str) -> None:
    bomb, used = encoded(bytes(50_000_000), coding)
    assert len(bomb) < 300_000
    with pytest.raises(TooLarge):
        bodies.unfolded(bomb, used.encode(), 1_000_000)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_cut_or_lengthened_coding_is_malformed(coding: str) -> None:
    sent, used = encoded(b"text " * 1000, coding)
    for spoiled in (sent[:-1], sent[: len(sent) // 2], sent + b"more", sent + sent):
        with pytest.raises(Malformed):
            bodies.unfolded(spoiled, used.encode(), 100_000)


def test_a_window_that_is_too_wide_is_refused() -> None:
    """A frame may ask its reader for 2 GB before it holds a byte."""
    frame = b"\x28\xb5\x2f\xfd" + b"\x00" + bytes([(31 - 10) << 3]) + b"\x01\x00\x00"
    with pytest.raises(Malformed):
        bodies.unfolded(frame, b"zstd", 1000)


def test_other_codings_are_not_spoken() -> None:
    with pytest.raises(WrongCoding):
        bodies.unfolded(zlib.compress(b"x"), b"deflate", 100)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-9", (0, 10)),
        ("bytes=90-", (90, 100)),
        ("bytes=90-1000", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-1000", (0, 100)),
        ("bytes=0-0,5-6", None),
        ("bytes=9-3", None),
        ("items=0-9", None),
        ("", None),
        ("bytes=-", None),
    ],
)
def test_a_range_is_read_as_the_rfc_has_it(header: str, part: tuple[int, int] | None) -> None:
    assert part_of(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_bytes_that_are_not_there_are_refused(header: str) -> None:
    with pytest.raises(NoSuchRange):
        part_of(header, 100)


@given(st.text(max_size=40), st.integers(0, 500))
def test_a_range_is_never_outside_the_file(header: str, size: int) -> None:
    try:
        part = part_of(header, size)
    except NoSuchRange:
        return
    assert part is None or 0 <= part[0] < part[1] <= size


def test_a_signature_holds_for_its_space_epoch_and_time_only() -> None:
    clock = HandClock()
    signer = Signer("key", 600, clock)
    query = dict(pair.split("=") for pair in signer.query("e1", "base")[1:].split("&"))
    sig, exp = query["sig"], query["exp"]
    assert signer.holds("e1", "base", exp, sig)
    assert not signer.holds("e2", "base", exp, sig)
    assert not signer.holds("e1", "other", exp, sig)
    assert not signer.holds("e1", "base", str(int(exp) + 1), sig)
    assert not Signer("other", 600, clock).holds("e1", "base", exp, sig)
    clock.now = float(exp) + 1
    assert not signer.holds("e1", "base", exp, sig)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_signature_made_up_is_believed(expires: str, signature: str) -> None:
    assert not Signer("key", 600).holds("e", "base", expires, signature)


def test_signatures_are_alike_for_a_while_so_that_caches_may_help() -> None:
    clock = HandClock()
    signer = Signer("key", 600, clock)
    clock.now = 3000.0
    first = signer.query("e", "base")
    clock.now = 3299.0
    assert signer.query("e", "base") == first
    clock.now = 3301.0
    assert signer.query("e", "base") != first


def test_a_bucket_empties_fills_again_and_says_how_long_that_takes() -> None:
    clock = HandClock()
    limits = Limits(Rate(2, 3), clock)
    for _ in range(3):
        limits.spend("a")
    with pytest.raises(TooMany) as stopped:
        limits.spend("a")
    assert stopped.value.retry_after == pytest.approx(0.5)
    limits.spend("b")
    clock.now += 0.5
    limits.spend("a")
    with pytest.raises(TooMany):
        limits.check("a")


def test_rates_remember_a_bounded_number_of_askers() -> None:
    limits = Limits(Rate(1, 1))
    for n in range(ROOM + 100):
        limits.spend(n)
    assert len(limits._buckets) == ROOM


def test_kept_pages_are_bounded_in_bytes_and_forgotten_with_their_epoch() -> None:
    cache = PageCache(1000)
    for number in range(20):
        cache.keep("e1", "base", number, "zstd", KeptPage("", "zstd", bytes(100)))
    assert cache.get("e1", "base", 0, "zstd") is None
    assert cache.get("e1", "base", 19, "zstd") is not None
    assert cache.get("e1", "base", 19, "gzip") is None
    assert cache.get("e2", "base", 19, "zstd") is None
    cache.keep("e2", "base", 1, "zstd", KeptPage("", "zstd", bytes(100)))
    assert cache.get("e1", "base", 19, "zstd") is None


@pytest.mark.parametrize(
    ("header", "seen"),
    [("e1:7", 7), ("e2:7", None), ("e1:", None), ("7", None), ("", None), ("e1:" + "9" * 19, None)],
)
def test_only_an_event_of_this_epoch_was_seen(header: str, seen: int | None) -> None:
    assert last_seen(header, "e1") == seen


def test_patience_is_asked_for_in_whole_seconds() -> None:
    said, headers = problems.told(Unavailable("Later.", retry_after=0.2))
    assert (said.status, said.retry_after, headers["Retry-After"]) == (503, 1, "1")


@pytest.mark.expects_log("failed by our fault")
def test_our_own_mistake_is_logged_and_not_told() -> None:
    said, _ = problems.told(RuntimeError("the secret inside"))
    assert said.status == 500
    assert "secret" not in said.detail


def test_a_log_line_is_one_json_object() -> None:
    record = logging.makeLogRecord({"msg": "two\nlines", "levelname": "INFO", "status": 200})
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["status"] == 200


def test_a_full_lane_says_so_and_goes_on_when_there_is_room() -> None:
    async def play() -> None:
        lane, gate = Lane("test", 1, 2), threading.Event()
        inside = [asyncio.create_task(lane.run(gate.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Unavailable) as full:
            await lane.run(gate.wait)
        assert full.value.retry_after
        gate.set()
        assert await asyncio.gather(*inside) == [True, True]
        assert await lane.run(lambda: 7) == 7
        lane.close()

    asyncio.run(play())


def test_every_address_knows_its_verbs() -> None:
    verbs = Verbs(ROUTES)
    assert verbs.of("/v1/blobs/abc") == {"GET", "PUT"}
    assert verbs.of("/v1/sessions") == {"POST"}
    assert verbs.of("/v1/live") == {"GET"}
    assert verbs.of("/v1/spaces/+steer/pages/3") == {"GET"}
    assert verbs.of("/v1/spaces/a/b/pages/3") == frozenset()
