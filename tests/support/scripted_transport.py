"""Fixtures: a server that says what a test wants, and our transport that speaks to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.http import HttpTransport
from sync.client.http_exchange import Patience
from tests.support.scripted_server import Scripted, scripted


@pytest.fixture
def server() -> Iterator[Scripted]:
    with scripted() as standing:
        yield standing


@pytest.fixture
def transport(server: Scripted, tmp_path: Path) -> Iterator[HttpTransport]:
    patience = Patience(connect=2, stall=5, grace=5)
    standing = HttpTransport(server.url, "secret", tmp_path / "down", patience=patience)
    yield standing
    standing.close()
