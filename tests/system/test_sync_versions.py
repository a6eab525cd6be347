"""G23: what desks of a version say, and were told, as bytes that were recorded when it was made.

A server of today must answer them so that they hear all they heard then; a desk of today must
believe and read what a server of then told. Whoever makes a version records it
(`python -m tests.support.recorded_wire N`) and leaves the files of the others alone.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.client.http_answers import prove, value
from sync.client.http_exchange import Answer
from sync.client.ports import Disagreed, SignedOut, Stale, SyncTrouble, Unacceptable
from sync.protocol import codec, proof, versions
from sync.protocol.wire import Bucket, Digest, Heads, Me, Page, Pushed, Rows, Session, Status
from tests.support.recorded_wire import Said, ask, holds, recorded
from tests.support.sync_server import SyncServer, serving

READ_AS: dict[str, type[Any]] = {
    "sign in": Session,
    "who am I": Me,
    "push a full page": Pushed,
    "push what ends in every way": Pushed,
    "push of what is beside texts": Pushed,
    "heads": Heads,
    "the tail": Page,
    "a full page": Page,
    "the digest": Digest,
    "a bucket": Bucket,
    "rows": Rows,
}
REFUSED: dict[int, type[SyncTrouble]] = {
    400: Unacceptable, 401: SignedOut, 403: Disagreed, 404: Stale,
}  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.mark.parametrize("version", versions.SERVED)
def test_a_desk_of_a_version_hears_all_it_heard_when_that_was_made(
    tmp_path: Path, version: int
) -> None:
    token = ""
    with serving(tmp_path / "server") as server:
        for then in recorded(version):
            now = ask(server, then, token)
            assert (then.name, now.status) == (then.name, then.status)
            assert set(then.told) <= set(now.told), then.name
            assert now.told[codec.PROTOCOL] == versions.header(version), then.name
            if then.answer:
                told, heard = json.loads(then.answer), json.loads(now.answer)
                assert holds(told, heard), (then.name, told, heard)
                token = token or heard["token"]


@pytest.mark.parametrize("version", versions.SERVED)
def test_a_desk_of_today_believes_what_a_server_of_a_version_told(version: int) -> None:
    conversation = {one.name: one for one in recorded(version)}
    assert set(READ_AS) <= set(conversation)
    for one in conversation.values():
        answer, body = Answer(one.status, one.told), one.answer.encode()
        if one.status >= 400:
            with pytest.raises(REFUSED[one.status]):
                prove(answer, body)
        elif one.name in READ_AS:
            prove(answer, body)
            value(body, READ_AS[one.name])
    _heads_are_proved(conversation["heads"], conversation["sign in"])
    ends = value(conversation["push what ends in every way"].answer.encode(), Pushed).results
    assert {result.status for result in ends} == set(Status)


def _heads_are_proved(heads: Said, session: Said) -> None:
    token, nonce = json.loads(session.answer)["token"], heads.headers[proof.NONCE]
    shown, tag = heads.told[proof.PROOF], heads.told["ETag"]
    assert proof.holds(shown, token, nonce, heads.status, tag, heads.answer.encode())


def test_what_a_recording_forgives_is_little() -> None:
    """It may say more, and in other words; nothing may be missing or mean something else."""
    told = {"status": 404, "detail": "No.", "at": "2026-11-22T12:00:00Z", "rows": [["a", 1]]}
    assert holds(told, told | {"detail": "Not here.", "at": "2030-01-01T00:00:00Z", "new": 1})
    assert not holds(told, told | {"status": 410})
    assert not holds(told, told | {"at": "yesterday"})
    assert not holds(told, told | {"rows": [["a", 1], ["b", 1]]})
    assert not holds(told, {key: told[key] for key in ("status", "detail", "at")})


def test_versions_are_agreed_upon_or_refused_by_name(server: SyncServer) -> None:
    """A desk that is ahead is answered in the server's newest; one too old reads why."""
    hello = next(one for one in recorded(versions.NEWEST) if one.name == "sign in")
    for asked, status in ((versions.NEWEST + 7, 201), (versions.OLDEST - 1, 426)):
        said = Said(
            hello.name, hello.method, hello.path,
            {**hello.headers, codec.PROTOCOL: versions.header(asked)}, hello.body,
        )  # fmt: skip
        now = ask(server, said, "")
        assert now.status == status
        assert now.told[codec.PROTOCOL] == versions.header()
        assert status == 201 or json.loads(now.answer)["code"] == "too_old"
