"""The command `kbdesk-server`: what it does, says and leaves behind."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.wire import SignIn
from sync.server.cli.main import main
from sync.server.office import Office
from sync.server.place import Place
from tests.support import postgres
from tests.support.shared_data import CHECKOUT


@pytest.fixture(params=["folder", "database"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, ...]]:
    """Give the options that name a server: a folder, or a PostgreSQL database."""
    if request.param == "folder":
        yield ("--data", str(tmp_path / "new" / "server"))
        return
    with postgres.a_database(postgres.the_server()) as address:
        yield ("--data", str(tmp_path / "files"), "--database", _url(address))


def _url(address: str) -> str:
    parts = dict(part.split("=", 1) for part in address.split())
    return f"postgresql://{parts['user']}@/{parts['dbname']}?host={parts['host']}"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: str, stdin: str = "") -> Ran:
    """Run a command in this process: a hundred of them would start for a minute."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as end:
            main(list(words))
    said = [stream.buffer.getvalue().decode() for stream in _flushed(out, err)]
    assert isinstance(end.value.code, int)
    return Ran(end.value.code, *said)


def _flushed(*streams: io.TextIOWrapper) -> Iterator[Any]:
    for stream in streams:
        stream.flush()
        yield stream


def done(*words: str, stdin: str = "") -> str:
    found = run(*words, stdin=stdin)
    assert found.returncode == 0, found.stderr
    assert not found.stderr
    return found.stdout


def test_a_first_person_makes_the_server_and_can_sign_in(where: tuple[str, ...]) -> None:
    """No set-up: the first command makes what is missing."""
    words = ("user", "add", "ana", "--role", "author", "--group", "niveau2", "--password-stdin")
    said = done(*words, *where, stdin="correct horse\n")
    assert "correct horse" not in said
    [ana] = json.loads(done("user", "list", "--json", *where))
    assert (ana["name"], ana["role"], ana["groups"]) == ("ana", "author", ["niveau2"])
    spaces = {one["name"]: one for one in json.loads(done("space", "list", "--json", *where))}
    assert set(spaces) == {"base", "+steer"}
    assert spaces["base"]["grants"] == [["everyone", "read"]]
    kept = {one["name"] for one in json.loads(done("space", "list", "--kept", "--json", *where))}
    assert kept - set(spaces) == {
        "+all", "+role.agent", "+role.author", "+role.supervisor", "+role.admin", "+group.niveau2",
        "+edit", "+edit.base", "+tally",
    }  # fmt: skip
    place = Place(Path(where[1]), where[3] if len(where) > 2 else "")
    office = Office(place.open(), place.folder)
    assert office.sign_in(SignIn("ana", "correct horse"), "192.0.2.1").spaces == (
        "+all", "+edit", "+edit.base", "+group.niveau2", "+role.author", "base", "~ana",
    )  # fmt: skip
    office.close()


def test_a_server_is_run_from_the_command_line(where: tuple[str, ...], tmp_path: Path) -> None:
    """Every command once, and what it leaves behind."""
    said = done("user", "add", "ana", "--role", "agent", *where)
    password = said.splitlines()[-1].rpartition(" ")[2]
    assert len(password) == 19
    done("group", "add", "niveau2", "--title", "Niveau 2", *where)
    done("group", "member", "niveau2", "ana", *where)
    done("space", "add", "fibre", "--title", "La fibre", *where)
    done("space", "grant", "fibre", "group:niveau2", *where)
    assert "because group niveau2 may read it" in done("space", "why", "ana", "fibre", *where)
    done("group", "member", "niveau2", "ana", "--remove", *where)
    assert json.loads(done("space", "why", "ana", "fibre", "--json", *where))["read"] is False
    done("space", "revoke", "fibre", "group:niveau2", *where)
    done("user", "password", "ana", "--password-stdin", *where, stdin="another one\n")
    done("user", "role", "ana", "author", *where)
    done("user", "disable", "ana", *where)
    done("user", "enable", "ana", *where)
    assert "fibre: 0 rows" in done("snapshot", "--cut", *where)
    assert "+edit: 0 rows" in done("snapshot", "+edit", *where)
    assert "no space +tally" in run("snapshot", "+tally", *where).stderr
    done("backup", str(tmp_path / "b.db"), *where)
    assert json.loads(done("check", "--json", *where)) == {"sound": True, "complaints": []}
    replace = ("--replace",) if "--database" in where else ()
    assert "Restored." in done("restore", str(tmp_path / "b.db"), *replace, *where)
    assert done("check", *where) == "All is well.\n"
    trail = json.loads(done("audit", "--json", *where))
    assert [one["what"] for one in trail] == [
        "user add", "group add", "group join", "space add", "space grant", "group leave",
        "space revoke", "user password", "user role", "user disable", "user enable", "restore",
    ]  # fmt: skip
    assert "niveau2" in done("group", "list", *where)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("user", "add", "Ana", "--role", "agent"), 1, "cannot be a name"),
        (("user", "add", "ana", "--role", "king"), 2, "king"),
        (("user", "add", "ana"), 2, "--role"),
        (("user", "disable", "nobody"), 1, "no person nobody"),
        (("space", "grant", "base", "you"), 1, "nobody"),
        (("space", "grant", "nowhere", "everyone"), 1, "no space nowhere"),
        (("space", "grant", "+all", "everyone"), 1, "kept by the server"),
        (("space", "revoke", "base", "role:agent"), 1, "Nothing is granted"),
        (("space", "why", "nobody", "base"), 1, "no active person"),
        (("restore", "nothing.db"), 1, "no file"),
        (("serve", "--database", "mysql://x"), 2, "postgresql://"),
        (("serve", "--tls-cert", __file__), 2, "go together"),
        (("check",), 1, "no server"),
        (("dance",), 2, "dance"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    named = () if words == ("dance",) else ("--data", str(tmp_path / "s"))
    found = run(*words, *named)
    assert found.returncode == status
    assert said in found.stderr
    assert not found.stdout
    assert "Traceback" not in found.stderr
    assert len(found.stderr.splitlines()) == 1 or status == 2


def test_a_password_too_short_is_not_taken(tmp_path: Path) -> None:
    words = ("user", "add", "ana", "--role", "agent", "--password-stdin", "--data", str(tmp_path))
    found = run(*words, stdin="short\n")
    assert (found.returncode, "too short" in found.stderr) == (1, True)


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    """As installed: a process, its exit status, its two streams."""
    command = [sys.executable, "-m", "sync.server", "user", "list", "--data", str(tmp_path)]
    found = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert "kbdesk-server user add" in found.stdout
    assert (tmp_path / "server.db").exists()


def test_the_server_needs_neither_a_desk_nor_qt() -> None:
    """In a process of its own, `import sync.server` leaves neither Qt nor the index."""
    code = (
        "import sys, sync.server.cli.main, sync.server.office\n"
        "wrong = {'PySide6', 'tantivy', 'kbdesk', 'psycopg'} & set(sys.modules)\n"
        "assert not wrong, wrong"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=CHECKOUT)
