"""kbdesk:// links: the texts for each system, and on Linux the real thing in a fresh home."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kbdesk.services.contact import link_handler

BUILD = (Path(__file__).resolve().parents[2] / "build.spec").read_text("utf-8")
linux = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")


def entry(command: list[str]) -> configparser.SectionProxy:
    found = configparser.ConfigParser(interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]  # keep the case of the keys
    found.read_string(link_handler.desktop_file(command))
    return found["Desktop Entry"]


def test_a_link_is_one_argument_of_a_quoted_program() -> None:
    said = entry(["/opt/kb desk/kbdesk-open"])
    assert said["Exec"] == '"/opt/kb desk/kbdesk-open" %u'
    assert said["MimeType"] == "x-scheme-handler/kbdesk;"


def test_a_path_cannot_say_anything_but_its_name() -> None:
    assert entry(['/a"b`c$d%u'])["Exec"] == '"/a\\\\"b\\\\`c\\\\$d%%u" %u'


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs its validator")
def test_the_validator_of_the_desktop_has_nothing_to_say(tmp_path: Path) -> None:
    file = tmp_path / link_handler.DESKTOP_FILE
    file.write_text(link_handler.desktop_file(["/opt/kb desk/kbdesk-open", "-P"]), "utf-8")
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_windows_gets_a_scheme_and_a_quoted_command() -> None:
    program = r"C:\Program Files\kbdesk\kbdesk-open.exe"
    keys = {(key, name): value for key, name, value in link_handler.windows_keys([program])}
    scheme = r"Software\Classes\kbdesk"
    assert keys[scheme, "URL Protocol"] == ""
    assert keys[scheme, ""].startswith("URL:")
    assert keys[rf"{scheme}\shell\open\command", ""] == f'"{program}" "%1"'
    assert keys[rf"{scheme}\DefaultIcon", ""] == f'"{program}",0'


def test_the_bundle_of_macos_says_that_the_scheme_is_ours() -> None:
    assert '"CFBundleURLSchemes": ["kbdesk"]' in BUILD
    for name in ("kbdesk-open", "kbdesk-ring", "kbdesk-answer", "kbdesk-end"):
        assert f'"{name}"' in BUILD


@linux
@pytest.mark.skipif(shutil.which("xdg-mime") is None, reason="needs xdg-utils")
def test_a_fresh_account_learns_the_links_and_forgets_them(nobody_at_home: Path) -> None:
    assert not link_handler.registered()
    link_handler.register()
    assert link_handler.registered()
    asked = subprocess.run(
        ["xdg-mime", "query", "default", link_handler.MIME],
        capture_output=True,
        text=True,
        env=os.environ | {"HOME": str(nobody_at_home)},
    )
    assert asked.stdout.strip() == link_handler.DESKTOP_FILE
    assert not link_handler.registered(["/another/kbdesk-open"])
    link_handler.unregister()
    assert not link_handler.registered()
