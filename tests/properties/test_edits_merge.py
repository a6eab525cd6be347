"""Two who edit one text, on a real server: what is apart merges, what meets is kept twice (N11)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kbdesk.core.editing import Block, Verdict, blocks, partly, weigh, whole
from sync.protocol import codec
from sync.protocol.bodies.editing import Suggestion
from sync.protocol.wire import Operation
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.storage.sqlite import SqliteStorage
from tests.support import offices
from tests.support.edits import Pair, added, pair

BATCH = 25
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
WRONG = (timedelta(days=-2), timedelta(), timedelta(days=2))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(SqliteStorage(tmp_path / "server.db"), tmp_path, offices.HandClock())
    yield made
    made.close()


@pytest.mark.parametrize(
    "count", [150, pytest.param(10_000, marks=pytest.mark.long)], ids=["some", "ten_thousand"]
)
def test_no_line_of_two_edits_is_lost_whatever_the_clocks_say(office: Office, count: int) -> None:
    """F05, F06, N11: separate passages merge, overlapping ones keep both, no line is in neither.

    Each pair goes through the server: one edit is published, the other one suggested from the same
    revision by three desks, one right and two whose clocks are two days off.
    """
    ana = offices.person(office, "ana", Role.AUTHOR)
    ben = offices.person(office, "ben")
    met = dict.fromkeys(Verdict, 0)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        pairs = {f"p{number}": pair(number) for number in numbers}
        for kept in _sent(office, ana, ben, pairs, start * len(WRONG)).values():
            right, *wrong = kept
            _holds(pairs[right.article], right)
            met[Verdict(right.verdict)] += 1
            assert all(_without_moments(one) == _without_moments(right) for one in wrong)
    assert met[Verdict.CLEAN] > count / 20, met
    assert met[Verdict.CLASH] > count / 20, met


def _sent(
    office: Office, ana: Principal, ben: Principal, pairs: dict[str, Pair], since: int
) -> dict[str, list[Suggestion]]:
    """Let both edits of each pair reach the server; return what it kept, by article."""
    texts = pairs.items()
    offices.push(office, ana, *(offices.publish(id_, one.base) for id_, one in texts))
    offices.push(office, ana, *(offices.publish(id_, one.theirs, 1) for id_, one in texts))
    asked = [_suggested(id_, one, off) for id_, one in texts for off in WRONG]
    results = offices.push(office, ben, *asked)
    assert {result.status for result in results} == {"applied"}
    kept: dict[str, list[Suggestion]] = {}
    for change in offices.read(office.changes(ben, "~ben", since, 1000)).changes:
        assert change.body is not None
        said = codec.decode(change.body.encode(), Suggestion)
        kept.setdefault(said.article, []).append(said)
    assert [len(kept[id_]) for id_ in pairs] == [len(WRONG)] * len(pairs)
    return kept


def _suggested(id_: str, one: Pair, off: timedelta) -> Operation:
    asked = offices.operation("suggest", {"article": id_, "text": one.mine}, 1)
    return replace(asked, at=(NOW + off).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _without_moments(one: Suggestion) -> Suggestion:
    return replace(one, at="", decided_at="")


def _holds(one: Pair, kept: Suggestion) -> None:
    """Hold the server's word against the desk's, and every line against where it went."""
    verdict = weigh(one.base, one.mine, one.theirs)
    assert verdict.value == kept.verdict
    found = blocks(one.base, one.mine, one.theirs)
    assert "".join(block.before for block in found) == one.theirs
    assert partly(found, ()) == one.theirs
    changed = [block.n for block in found if block.changed]
    everything = partly(found, changed)
    for line in added(one.mine, one.base):
        assert line in everything.splitlines(), "what I wrote can be taken"
    _nothing_is_in_neither(one, found)
    if verdict is Verdict.CLEAN:
        merged = whole(found)
        assert merged == kept.merged
        lines = set((merged or "").splitlines())
        assert added(one.mine, one.base) | added(one.theirs, one.base) <= lines
    if one.apart:
        assert verdict is not Verdict.CLASH, "separate passages merge"


def _nothing_is_in_neither(one: Pair, found: tuple[Block, ...]) -> None:
    seen = {line for block in found for text in (block.before, block.after, block.base)
            for line in text.splitlines()}  # fmt: skip
    written = added(one.mine, one.base) | added(one.theirs, one.base)
    left = set(one.mine.splitlines()) & set(one.theirs.splitlines())
    assert written | left <= seen
