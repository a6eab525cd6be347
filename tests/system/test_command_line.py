"""The command line, run as people and scripts run it: a process, its output and its exit code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small_base import FILES, write_base

Run = Callable[..., subprocess.CompletedProcess[str]]


def start(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kbdesk", "--profile", str(profile), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=120,
        check=False,
    )


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A `kbdesk` process on a profile of its own."""
    return lambda *arguments, profile=tmp_path / "profile": start(profile, *arguments)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile into which the small base was imported; to be copied."""
    folder = tmp_path_factory.mktemp("imported")
    done = start(folder / "profile", "import", str(write_base(folder / "base")))
    assert done.returncode == 0, done.stderr
    assert "3 new" in done.stdout
    return folder / "profile"


@pytest.fixture
def base(tmp_path: Path, imported: Path) -> Path:
    """The small base, imported."""
    shutil.copytree(imported, tmp_path / "profile")
    return write_base(tmp_path / "base")


def test_what_is_imported_is_found_first_and_in_json(base: Path, run: Run) -> None:
    """A search answers with one JSON document and nothing else."""
    done = run("search", "rembourser", "facture", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    hits = json.loads(done.stdout)["hits"]
    assert hits[0]["id"] == "facturation/remboursement"
    assert set(hits[0]) >= {"id", "title", "space", "score", "heading", "snippet", "updated"}


def test_a_batch_answers_one_line_for_one_question(base: Path, run: Run, tmp_path: Path) -> None:
    """Each line in gives a line out, in order, with the id it came with."""
    questions = tmp_path / "questions.jsonl"
    questions.write_text(
        '{"id": "a", "text": "geste commercial"}\n\n{"id": 7, "text": "zzzz"}\n', "utf-8"
    )
    done = run("search", "--batch", str(questions), "--json")

    first, second = [json.loads(line) for line in done.stdout.splitlines()]
    assert (first["id"], first["hits"][0]["id"]) == ("a", "facturation/geste")
    assert second == {"id": 7, "hits": []}


def test_a_broken_batch_line_is_named(base: Path, run: Run, tmp_path: Path) -> None:
    """The sentence says which file and which line."""
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "text": "x"}\nnot json\n', "utf-8")
    done = run("search", "--batch", str(questions), "--json")

    assert done.returncode == 1
    assert "questions.jsonl:2" in done.stderr


def test_export_gives_back_what_came_in(base: Path, run: Run, tmp_path: Path) -> None:
    """Every file of the base comes out equal to the letter, and no other."""
    done = run("export", str(tmp_path / "out"))

    assert done.returncode == 0, done.stderr
    written = {
        str(file.relative_to(tmp_path / "out")).replace(os.sep, "/"): file.read_bytes()
        for file in (tmp_path / "out").rglob("*")
        if file.is_file()
    }
    assert written == {name: text.encode("utf-8") for name, text in FILES.items()}


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    """It counts what would come in; the base stays empty."""
    folder = write_base(tmp_path / "base")
    done = run("import", str(folder), "--dry-run")

    assert done.returncode == 0, done.stderr
    assert "3 new" in done.stdout
    assert json.loads(run("status", "--json").stdout)["articles"] == 0


def test_the_report_names_a_broken_link(run: Run, tmp_path: Path) -> None:
    """File, line and target of a link to nowhere stand in the report."""
    folder = write_base(tmp_path / "base", {"a.md": "# A\n\nVoir [b](b.md).\n"})
    report = tmp_path / "report.json"
    done = run("import", str(folder), "--report", str(report))

    assert done.returncode == 0, done.stderr
    assert "b.md" in report.read_text("utf-8")


def test_one_bad_file_does_not_keep_the_others_out(run: Run, tmp_path: Path) -> None:
    """The fault is told with file, line and field; the rest goes in."""
    files = {
        "good.md": "# Bon\n\nTexte.\n",
        "bad.md": "---\ntitle: X\nverified: soon\n---\nTexte\n",
    }
    done = run("import", str(write_base(tmp_path / "base", files)))

    assert done.returncode == 0, done.stderr
    assert "1 new" in done.stdout
    assert "1 refused" in done.stdout
    assert "bad.md:3" in done.stdout
    assert "verified" in done.stdout


def test_show_prints_the_article_to_the_letter(base: Path, run: Run) -> None:
    """`show` without a form is the file itself."""
    assert run("show", "facturation/geste").stdout == FILES["facturation/geste.md"]


@pytest.mark.parametrize("form", ["html", "text", "json"])
def test_show_speaks_other_forms(base: Path, run: Run, form: str) -> None:
    """Each form holds the text of the article."""
    done = run("show", "facturation/geste", "--as", form)

    assert done.returncode == 0, done.stderr
    assert "Quinze euros au plus" in done.stdout


def test_show_for_the_public_tells_nothing_internal(base: Path, run: Run) -> None:
    """Neither form holds the internal block; what is internal as a whole is refused."""
    for form in ("html", "text"):
        done = run("show", "facturation/remboursement", "--as", form, "--audience", "public")
        assert done.returncode == 0, done.stderr
        assert "La facture est payée" in done.stdout
        assert "50 euros" not in done.stdout
    assert run("show", "facturation/remboursement", "--audience", "public").returncode == 2
    refused = run("show", "facturation/geste", "--as", "text", "--audience", "public")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "internal use only" in refused.stderr


def test_an_unknown_article_is_one_sentence(base: Path, run: Run) -> None:
    """Exit 1, the id and what to do, no trace."""
    done = run("show", "nowhere")

    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "kbdesk search" in done.stderr
    assert "Traceback" not in done.stderr


def test_usage_is_told_apart(run: Run) -> None:
    """A call that makes no sense exits with 2."""
    assert run("search").returncode == 2
    assert run("search", "x", "--limit", "0").returncode == 2
    assert run("frobnicate").returncode == 2


def test_doctor_finds_a_healthy_profile_well(base: Path, run: Run) -> None:
    """After an import everything is fine and the exit code says so."""
    done = run("doctor")

    assert done.returncode == 0, done.stdout
    assert "FAIL" not in done.stdout


def test_doctor_names_a_damaged_base_and_keeps_it(base: Path, run: Run, tmp_path: Path) -> None:
    """A database overwritten with noise is told in a sentence and left as it is."""
    store = tmp_path / "profile" / "kb.db"
    store.write_bytes(b"this is no database at all" * 500)
    for beside in ("kb.db-wal", "kb.db-shm"):
        (tmp_path / "profile" / beside).unlink(missing_ok=True)
    before = store.read_bytes()
    done = run("doctor")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert store.read_bytes() == before


def test_a_profile_that_cannot_be_made_is_one_sentence(run: Run, tmp_path: Path) -> None:
    """A file where the folder should be is said plainly."""
    (tmp_path / "file").write_text("x", "utf-8")
    done = run("status", profile=tmp_path / "file" / "profile")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "--profile" in done.stderr


def test_an_empty_profile_answers_calmly(run: Run) -> None:
    """Nothing imported yet: no hits, no error."""
    done = run("search", "facture", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hits"] == []


def test_the_network_changes_nothing(base: Path, run: Run, tmp_path: Path) -> None:
    """In a namespace without any network the same search gives the same."""
    cut = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*cut, "true"], check=False).returncode:
        pytest.skip("needs unshare and the right to make a network namespace")
    arguments = ["--profile", str(tmp_path / "profile"), "search", "remboursement", "--json"]
    command = [sys.executable, "-m", "kbdesk", *arguments]
    alone = subprocess.run([*cut, *command], capture_output=True, text=True, check=True)

    assert (
        alone.stdout == subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    assert json.loads(alone.stdout)["hits"]
