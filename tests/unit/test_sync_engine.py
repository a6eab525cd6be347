"""One pass of the engine over a small office in memory: each test one rule of the pass."""

import uuid
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest

from sync.client.engine import Engine, Progress, Report, Sizes
from sync.client.ports import Cursor, Damaged, SignedOut, Stale, Unreachable
from sync.protocol import codec
from sync.protocol.wire import Heads, Operation, Page, Push, Pushed, Result, Row, Rows, Status
from tests.simulator.link import Line, Weather
from tests.simulator.office import Asked, Office
from tests.support.memory_replica import Kept, MemoryReplica


class Person:
    """Who sits at the desk; hears nothing."""

    def __init__(self, person: str) -> None:
        self.person = person

    def sent(self, push: Push) -> None: ...

    def answered(self, pushed: Pushed) -> None: ...

    def served(self, heads: Heads) -> None: ...

    def unchanged(self, spaces: Sequence[str]) -> None: ...


class Recorded(Line):
    """A line that remembers what was asked, and has room for attachments."""

    def __init__(self, office: Office, desk: Person, folder: Path) -> None:
        super().__init__(office, desk, Weather(Random(0), lambda line: None), folder)
        self.asked: list[str] = []
        self.blobs: dict[str, bytes] = {}
        self.folder = folder

    def heads(self, etag: str) -> tuple[str, Heads] | None:
        self.asked.append("heads")
        return super().heads(etag)

    def changes(self, space: str, after: int, limit: int, pages: str) -> Page:
        self.asked.append(f"{space} {after}+{limit}")
        return super().changes(space, after, limit, pages)

    def push(self, push: Push) -> Pushed:
        self.asked.append(f"push {len(push.operations)}")
        return super().push(push)

    def snapshot(self, space: str, snapshot: object) -> Path:
        self.asked.append(f"snapshot {space}")
        return super().snapshot(space, snapshot)  # type: ignore[arg-type]

    def blob(self, sha256: str) -> Path:
        self.asked.append("blob")
        if sha256 not in self.blobs:
            raise Stale("It is gone.")
        path = self.folder / sha256
        path.write_bytes(self.blobs[sha256])
        return path


class Desk:
    """One desk of ana's in front of an office."""

    def __init__(self, folder: Path, sizes: Sizes | None = None) -> None:
        self.office = Office()
        for shelf in ("base", "fibre"):
            self.office.add_space(shelf)
        self.office.add_person("ana", ["base", "fibre"], writes=["base"])
        self.replica = MemoryReplica()
        self.person = Person("ana")
        self.line = Recorded(self.office, self.person, folder)
        self.sizes = sizes or Sizes()
        self.told: list[Progress] = []

    def sync(self, *, check: bool = False) -> Report:
        self.line.asked.clear()
        engine = Engine(self.replica, self.line, Random(1), self.sizes)
        return engine.sync(self.told.append, check=check)

    def write(self, article: str, text: str, base_rev: int | None = None) -> Operation:
        asked = Asked(id=article, space="base", body=text)
        raw = msgspec.Raw(codec.encode(asked))
        operation = Operation(str(uuid.uuid4()), "publish", "now", raw, base_rev)
        self.replica.write(operation, f"article:{article}")
        return operation

    def state(self, operation: Operation) -> str:
        return self.replica.papers.outbox[operation.id].state


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _publish(desk: Desk, space: str, count: int, text: str = "text") -> None:
    for number in range(count):
        desk.office.publish(space, ("article", f"{space}-{number}"), f"{text} {number}")


def test_when_nothing_is_new_one_small_question_is_asked(desk: Desk) -> None:
    _publish(desk, "base", 3)
    desk.sync()
    report = desk.sync()
    assert desk.line.asked == ["heads"]
    assert report.level


def test_what_was_written_goes_up_before_anything_comes_down(desk: Desk) -> None:
    _publish(desk, "base", 3)
    operation = desk.write("mine", "my text")
    report = desk.sync()
    assert desk.line.asked[:3] == ["heads", "push 1", "heads"]
    assert (report.pushed, desk.state(operation)) == (1, "done")
    assert desk.replica.copy.rows["article", "mine"].body == "my text"


def test_personal_and_steering_spaces_come_before_shelves_and_small_before_large(
    desk: Desk,
) -> None:
    _publish(desk, "base", 5)
    _publish(desk, "fibre", 2)
    _publish(desk, "~ana", 9)
    desk.sync()
    assert [line.split()[0] for line in desk.line.asked[1:]] == ["~ana", "fibre", "base"]


def test_many_changes_come_in_whole_pages_and_never_past_the_head(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Sizes(page=10, tail=30))
    _publish(desk, "fibre", 3)
    desk.sync()
    _publish(desk, "fibre", 31, "new")
    desk.sync()
    assert desk.line.asked[1:] == ["fibre 3+7", "fibre 10+10", "fibre 20+14"]


def test_a_first_sync_far_behind_takes_the_snapshot_and_the_tail(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Sizes(tail=5))
    _publish(desk, "base", 9)
    desk.office.make_snapshot("base")
    _publish(desk, "base", 2, "newer")
    report = desk.sync()
    assert desk.line.asked == ["heads", "snapshot base", "base 9+2"]
    assert desk.replica.copy.rows["article", "base-1"].body == "newer 1"
    assert report.pulled == 11


def test_a_desk_behind_the_cut_takes_the_snapshot_and_loses_what_was_retired(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, Sizes(tail=1000))
    _publish(desk, "base", 4)
    desk.sync()
    desk.office.retire(("article", "base-2"))
    desk.office.make_snapshot("base")
    desk.office.cut("base")
    report = desk.sync()
    assert "snapshot base" in desk.line.asked
    assert report.removed == 1
    assert ("article", "base-2") not in desk.replica.copy.rows


def test_a_space_that_may_not_be_seen_any_more_is_forgotten_first(desk: Desk) -> None:
    """G16, whatever goes wrong afterwards."""
    _publish(desk, "fibre", 3)
    desk.sync()
    desk.office.revoke("fibre", "ana")
    _publish(desk, "base", 1)
    desk.line.changes = _unreachable  # type: ignore[method-assign]
    with pytest.raises(Unreachable):
        desk.sync()
    assert not desk.replica.copy.rows


def _unreachable(space: str, after: int, limit: int, pages: str) -> Page:
    raise Unreachable("Cut.")


def test_a_restored_server_is_offered_what_it_has_lost(desk: Desk) -> None:
    """G7, G13."""
    backup = desk.office.backup()
    desk.write("mine", "my text")
    desk.sync()
    desk.office.restore(backup)
    assert not desk.office.view("ana")
    report = desk.sync()
    assert report.pushed == 1
    assert [row.id for row in desk.office.rows_of("base")] == ["mine"]


def test_an_operation_that_cannot_be_taken_is_refused_alone(desk: Desk) -> None:
    """G3: its neighbours go on, and its author sees it."""
    operations = [desk.write(f"a{number}", "text") for number in range(7)]
    desk.office.unacceptable.add(operations[3].id)
    report = desk.sync()
    states = [desk.state(operation) for operation in operations]
    assert states == ["done"] * 3 + ["refused"] + ["done"] * 3
    assert (report.pushed, report.refused) == (6, 1)
    result = desk.replica.papers.outbox[operations[3].id].result
    assert result is not None
    assert result.code == "unacceptable"


def test_a_session_that_ended_holds_everything(desk: Desk) -> None:
    operation = desk.write("mine", "text")
    desk.office.signed_in.clear()
    with pytest.raises(SignedOut):
        desk.sync()
    assert desk.state(operation) == "waiting"


def test_work_of_another_person_is_not_sent(desk: Desk) -> None:
    """G5."""
    desk.sync()
    operation = desk.write("mine", "text")
    desk.office.add_person("bo", ["base"])
    desk.person.person = "bo"
    desk.sync()
    assert desk.state(operation) == "waiting"
    assert not desk.office.rows_of("base")
    desk.person.person = "ana"
    desk.sync()
    assert desk.state(operation) == "done"


def test_an_answer_about_other_operations_is_not_believed(desk: Desk) -> None:
    operation = desk.write("mine", "text")
    other = Pushed("epoch-0", (Result(str(uuid.uuid4()), Status.APPLIED),))
    desk.line.push = lambda push: other  # type: ignore[method-assign]
    with pytest.raises(Damaged):
        desk.sync()
    assert desk.state(operation) == "waiting"


def test_a_row_that_rotted_is_found_and_only_it_is_fetched_again(desk: Desk) -> None:
    """G12."""
    _publish(desk, "base", 20)
    desk.sync()
    rotten = ("article", "base-7")
    desk.replica.copy.rows[rotten] = Kept("base", 1, "base-7.md", "rot")
    heard: list[Sequence[tuple[str, str]]] = []
    ask = desk.line.rows

    def asked(space: str, wanted: Sequence[tuple[str, str]]) -> Rows:
        heard.append(wanted)
        return ask(space, wanted)

    desk.line.rows = asked  # type: ignore[method-assign]
    report = desk.sync(check=True)
    assert (report.mended, report.alerts, heard) == (1, [], [[rotten]])
    assert desk.replica.copy.rows[rotten].body == "text 7"


def test_a_bucket_that_stays_wrong_raises_an_alert_and_no_loop(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(desk, "base", 3)
    desk.sync()
    monkeypatch.setattr(Kept, "sha256", lambda self, key: "0" * 64)
    report = desk.sync(check=True)
    assert report.mended == 3
    assert len(report.alerts) == 1
    assert (report.alerts[0].code, report.alerts[0].about) == ("differs", "base")


def test_a_sweep_that_would_take_too_much_asks_the_server_row_by_row(desk: Desk) -> None:
    """G15: a lost row may not cost the copy; what goes, goes because the server says so."""
    _publish(desk, "base", 300)
    desk.sync()
    backup = desk.office.backup()
    desk.office.restore(backup)
    desk.office.state.logs["base"] = desk.office.state.logs["base"][:1]
    for number in range(1, 300):
        del desk.office.state.entities["article", f"base-{number}"]
    heads = desk.line.heads

    def lying(etag: str) -> tuple[str, Heads] | None:
        answer = heads(etag)
        if answer is None:
            return None
        spaces = dict(answer[1].spaces)
        spaces["base"] = msgspec.structs.replace(spaces["base"], live=2)
        return answer[0], msgspec.structs.replace(answer[1], spaces=spaces)

    desk.line.heads = lying  # type: ignore[method-assign]
    report = desk.sync()
    assert (report.mended, report.removed) == (299, 0)
    assert len(desk.replica.copy.rows) == 1


def test_attachments_come_last_and_a_missing_one_holds_up_nothing(desk: Desk) -> None:
    """G22."""
    _publish(desk, "base", 1)
    desk.replica.copy.wanted = ["aa", "bb", "cc"]
    desk.line.blobs = {"aa": b"1", "cc": b"3"}
    report = desk.sync()
    assert desk.line.asked == ["heads", "base 0+1", "blob", "blob", "blob"]
    assert (report.attachments, report.level) == (2, True)


def test_text_counts_as_level_though_an_attachment_could_not_be_fetched(desk: Desk) -> None:
    desk.replica.copy.wanted = ["aa"]

    def cut(sha256: str) -> Path:
        raise Unreachable("Cut.")

    desk.line.blob = cut  # type: ignore[method-assign]
    with pytest.raises(Unreachable):
        desk.sync()
    assert desk.replica.standing().etag


def test_a_copy_that_was_lost_comes_again_and_the_outbox_was_never_in_danger(desk: Desk) -> None:
    """G6, G27."""
    _publish(desk, "base", 3)
    desk.sync()
    operation = desk.write("mine", "text")
    desk.replica.lose_copy()
    report = desk.sync()
    assert (report.pushed, desk.state(operation)) == (1, "done")
    assert len(desk.replica.copy.rows) == 4


def test_a_log_that_ends_before_the_cursor_is_swept(desk: Desk) -> None:
    _publish(desk, "base", 3)
    desk.sync()
    desk.replica.copy.standing.cursors["base"] = Cursor(9)  # type: ignore[index]
    desk.replica.forget_tag()
    desk.replica.copy.rows["article", "ghost"] = Kept("base", 1, "", "boo")
    desk.sync()
    assert ("article", "ghost") not in desk.replica.copy.rows


def test_progress_is_told_from_the_first_question_to_the_last_page(desk: Desk) -> None:
    _publish(desk, "base", 3)
    desk.write("mine", "text")
    desk.sync()
    stages = list(dict.fromkeys(one.stage for one in desk.told))
    assert stages == ["asking", "sending", "fetching"]
    assert desk.told[-1] == Progress("fetching", "base", 4, 4)


def test_rows_of_other_spaces_are_not_compared(desk: Desk) -> None:
    _publish(desk, "base", 2)
    _publish(desk, "fibre", 2)
    desk.sync()
    held = {row.id for bucket in range(256) for row in desk.replica.rows("base", bucket)}
    assert held == {"base-0", "base-1"}
    assert all(isinstance(row, Row) for row in desk.replica.rows("base", 0))
