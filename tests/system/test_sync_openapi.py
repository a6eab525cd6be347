"""The OpenAPI document is true: schemathesis finds no server error and no undocumented status.

schemathesis lives in an environment of its own (`python -m tests.support.schemathesis_venv` makes
it); where that is absent its test is skipped. The stream is left out of it: it would be listened to
until the time is up; tests/system/test_sync_live.py speaks to it.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.support import schemathesis_venv
from tests.support.sync_calls import Caller, publish
from tests.support.sync_server import SyncServer, serving

NO_BOUND = [100_000, 1_000_000]
CONFIG = """
[parameters]
"path.space" = ["base", "~auteur", "+steer"]
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    folder = tmp_path_factory.mktemp("server")
    with serving(folder, session_rate=NO_BOUND, stranger_rate=NO_BOUND) as running:
        author = Caller(running.url).sign_in("auteur")
        author.push([publish(n) for n in range(150)])
        author.close()
        yield running


def test_every_operation_documents_how_it_refuses(server: SyncServer) -> None:
    """A session that ended, a desk too old, haste and an outage can meet any call of a desk."""
    document = requests.get(f"{server.url}/openapi.json", timeout=10).json()
    for path, item in document["paths"].items():
        for verb, operation in item.items():
            statuses = set(operation["responses"])
            assert statuses & {"200", "201", "204"}, f"{verb} {path}"
            assert {"500", "503"} <= statuses, f"{verb} {path}"
            if path.startswith("/v1/"):
                assert {"400", "401", "426", "429"} <= statuses, f"{verb} {path}"
                assert operation["operationId"] == "signIn" or operation["security"]


def test_every_call_of_the_design_is_documented(server: SyncServer) -> None:
    document = requests.get(f"{server.url}/openapi.json", timeout=10).json()
    assert set(document["paths"]) == {
        "/health",
        "/v1/blobs/{sha256}",
        "/v1/heads",
        "/v1/live",
        "/v1/me",
        "/v1/operations",
        "/v1/sessions",
        "/v1/sessions/current",
        "/v1/spaces/{space}/changes",
        "/v1/spaces/{space}/digest",
        "/v1/spaces/{space}/digest/{number}",
        "/v1/spaces/{space}/pages/{number}",
        "/v1/spaces/{space}/rows",
        "/v1/spaces/{space}/snapshots/{seq}",
    }


@pytest.mark.long
@pytest.mark.parametrize("user", ["auteur", ""])
def test_schemathesis_finds_nothing(server: SyncServer, tmp_path: Path, user: str) -> None:
    """Signed in, and as a stranger."""
    program = schemathesis_venv.program()
    if program is None:
        pytest.skip("no schemathesis: python -m tests.support.schemathesis_venv makes one")
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG, "utf-8")
    command = [str(program), "--config-file", str(config), "run", f"{server.url}/openapi.json"]
    command += ["--exclude-path", "/v1/live", "--exclude-path", "/v1/sessions/current"]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "40", "--no-color"]
    # A snapshot or a page that is well named and not there is 404, and that is right.
    command += ["--exclude-checks", "positive_data_acceptance", "--request-timeout", "20"]
    if user:
        author = Caller(server.url).sign_in(user)
        command += ["--header", f"Authorization: Bearer {author.token}"]
        author.close()
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
