"""A database that goes away and comes back, TLS by files, and the command line that people type."""

import datetime as dt
import ipaddress
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support import postgres
from tests.support.shared_data import CHECKOUT
from tests.support.sync_calls import Caller, problem, publish
from tests.support.sync_listening import Listener
from tests.support.sync_server import PASSWORD, SyncServer, prepare, serving, wait_for


@pytest.mark.long
def test_while_the_database_is_away_the_server_asks_for_patience(tmp_path: Path) -> None:
    """503 with Retry-After, never a 500; live streams stand, and hear again when it is back."""
    with postgres.a_server() as database_server:
        if database_server.data is None:
            pytest.skip("the PostgreSQL of KBDESK_TEST_PG is not ours to stop")
        with postgres.a_database(database_server) as database:
            server = SyncServer(tmp_path, database, log_level="ERROR")
            prepare(server)
            server.start()
            author = Caller(server.url).sign_in("auteur")
            with Listener(server.url, author.token) as listener:
                database_server.stop()
                wait_for(lambda: author.get("/health").status_code == 503, "the outage noticed")
                for path in ("/v1/heads", "/v1/spaces/base/changes"):
                    said = author.get(path)
                    assert said.status_code == 503
                    assert problem(said)["code"] == "storage_down"
                    assert int(said.headers["Retry-After"]) >= 1
                pushed = author.post("/v1/operations", {"operations": [publish(1)]})
                assert pushed.status_code == 503
                database_server.start()
                wait_for(lambda: author.get("/health").status_code == 200, "its return")
                assert author.push([publish(2)]).results[0].status == "applied"
                listener.wait("heads", lambda data: data["space"] == "base")
            author.close()
            loggers = [str(json.loads(line)["logger"]) for line in server.stop()]
            assert {name.partition(".")[0] for name in loggers} <= {"psycopg"}


def test_tls_by_files(tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    server = SyncServer(tmp_path / "data", certificate=str(certificate), certificate_key=str(key))
    server.verify = str(certificate)
    prepare(server)
    server.start()
    assert server.url.startswith("https://")
    answer = requests.get(f"{server.url}/health", verify=str(certificate), timeout=10)
    assert answer.json()["status"] == "ok"
    assert server.stop() == []


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "tls.crt", folder / "tls.key"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


def test_the_command_line_serves_with_no_set_up(tmp_path: Path) -> None:
    """`kbdesk-server user add`, then `serve`, on an empty folder; one line says where it is."""
    command, data = [sys.executable, "-m", "sync.server"], ["--data", str(tmp_path)]
    added = subprocess.run(
        [*command, "user", "add", "ana", "--role", "agent", "--password-stdin", *data],
        cwd=CHECKOUT,
        input=PASSWORD + "\n",
        capture_output=True,
        text=True,
    )
    assert added.returncode == 0, added.stderr
    with subprocess.Popen(
        [*command, "serve", *data, "--port", "0"],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Listening on http://127.0.0.1:"), line
        ana = Caller(line.split()[-1]).sign_in("ana")
        spaces = set(ana.heads().spaces)
        ana.close()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert spaces == {"+all", "+role.agent", "base", "~ana"}


def test_a_database_that_is_not_there_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "sync.server", "serve", "--port", "0"]
    address = "postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=2"
    done = subprocess.run(
        [*command, "--database", address],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_requests_behind_a_front_count_for_the_client_and_not_for_the_front(
    tmp_path: Path,
) -> None:
    """X-Forwarded-For of a trusted front is who asks; two clients have two allowances."""
    with serving(tmp_path, stranger_rate=[0.1, 3]) as server:

        def status(client: str) -> int:
            headers = {"X-Forwarded-For": client}
            return requests.get(f"{server.url}/v1/me", headers=headers, timeout=10).status_code

        assert [status("10.0.0.1") for _ in range(4)] == [401, 401, 401, 429]
        assert status("10.0.0.2") == 401
