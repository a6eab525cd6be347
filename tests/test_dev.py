"""dev.py is what a fresh machine starts: it must parse there, and say one useful line."""

import ast
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import dev

SOURCE = Path(dev.__file__).read_text("utf-8")


class Version(NamedTuple):
    """What sys.version_info looks like."""

    major: int
    minor: int
    micro: int = 2
    releaselevel: str = "final"
    serial: int = 0


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder of PATH, empty."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _program(folder: Path, name: str, script: str = "exit 0") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_it_parses_on_pythons_far_too_old() -> None:
    """Python 3.6 can read it, and so hand over to a newer one or say what to install."""
    ast.parse(SOURCE, feature_version=(3, 6))


def test_it_needs_nothing_but_the_standard_library() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.skipif(os.name == "nt", reason="the programs put on PATH are shell scripts")
def test_an_old_python_hands_over_to_the_newest_one_that_answers(
    empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shim on PATH that cannot run is passed over."""
    monkeypatch.setattr(sys, "version_info", Version(3, 9))
    _program(empty_path, "python3.14", "exit 127")
    _program(empty_path, "python3.12")
    assert dev.newer_python() == ["python3.12"]


def test_an_old_python_alone_says_what_to_install(
    empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9))
    with pytest.raises(dev.Stop, match=r"3\.11 or newer \(this is 3\.9\): install python3\.11"):
        dev.newer_python()


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked for on Linux")
@pytest.mark.parametrize("command", ["run", "test"])
def test_a_user_without_the_libraries_gets_one_line(
    command: str,
    empty_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2 and one line that can be pasted; nothing was touched."""
    _program(empty_path, "apt-get", "exit 1")
    monkeypatch.setattr(dev, "loads", lambda soname: "brotli" not in soname)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "argv", ["dev.py", command])
    assert dev.main() == 2
    said = capsys.readouterr().out
    assert re.fullmatch(
        r"sudo apt-get install -y --no-install-recommends libbrotli1( python3\.\d+-venv)?\n", said
    )


@pytest.mark.parametrize(
    ("program", "line"),
    [("dnf", "dnf install -y libbrotli"), ("pacman", "pacman -S"), ("zypper", "zypper install")],
)
def test_each_system_is_told_in_its_own_words(
    program: str, line: str, empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(empty_path, program)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda soname: "brotli" not in soname)
    with pytest.raises(dev.Stop, match=line):
        dev.system_ready()


def test_the_table_of_libraries_is_whole() -> None:
    """Each line names what it is for, the library, and its package in four systems."""
    lines = dev.LIBRARIES.read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {6}
    assert {row[0] for row in rows} == {"qt", "x11", "wayland"}
    assert len({row[1] for row in rows}) == len(rows)


@pytest.mark.skipif(
    sys.platform != "linux" or not dev.loads("libxcb.so.1"), reason="asks an X server through xcb"
)
def test_a_display_that_is_named_but_dead_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":64321")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-that-is-not-there")
    assert not dev.has_display()


def test_a_changed_pin_asks_for_a_new_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = tmp_path / "run.txt"
    monkeypatch.setattr(dev, "requirements", lambda kind: pins)
    pins.write_text("click==8.1")
    before = dev.fingerprint("run")
    assert dev.fingerprint("run") == before
    pins.write_text("click==8.2")
    assert dev.fingerprint("run") != before


@pytest.mark.parametrize(("skipped", "count"), [(0, 3), (2, 1), (3, 0)])
def test_skipped_tests_are_not_counted_as_run(tmp_path: Path, skipped: int, count: int) -> None:
    """A run in which every test skipped is a run of no test, and fails."""
    report = tmp_path / "tests.xml"
    report.write_text(
        f'<testsuites><testsuite name="pytest" tests="3" skipped="{skipped}"/></testsuites>'
    )
    assert dev.ran(report) == count


def test_the_makefile_offers_every_command() -> None:
    text = (dev.ROOT / "Makefile").read_text("utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert set(phony.split()) == {command.__name__ for command in dev.COMMANDS}
    assert all(command.__doc__ for command in dev.COMMANDS)


def test_words_compiled_anew_take_the_place_of_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk that runs maps the old one: written into, it would die of it."""
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    compiled = folder / "kbdesk_fr.qm"
    compiled.write_text("old", "utf-8")
    os.utime(compiled, (0, 0))
    (folder / "kbdesk_fr.ts").write_text("words", "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "must", lambda command: Path(command[-1]).write_text("new", "utf-8"))
    with compiled.open(encoding="utf-8") as mapped:
        dev.translations_ready()
        assert mapped.read() == "old"
    assert compiled.read_text("utf-8") == "new"
    assert sorted(one.name for one in folder.iterdir()) == ["kbdesk_fr.qm", "kbdesk_fr.ts"]
