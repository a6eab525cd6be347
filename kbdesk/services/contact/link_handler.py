"""kbdesk:// links, made known to the system for this account; no administrator is needed.

Linux has a .desktop file and a line in mimeapps.list, Windows some keys under HKCU; macOS reads
the scheme from the bundle itself (build.spec) and has nothing to register. The texts are made here
and written by one small function each, so that they can be checked where they cannot be run.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SCHEME = "kbdesk"
DESKTOP_FILE = "kbdesk-url.desktop"
MIME = f"x-scheme-handler/{SCHEME}"
CLASS = rf"Software\Classes\{SCHEME}"
SECONDS = 20  # for one of the system's own tools

WindowsKey = tuple[str, str, str]  # key under HKCU, name of the value, value


def open_command() -> list[str]:
    """Return the program that takes a link: kbdesk-open beside us, else this interpreter."""
    folder = Path(sys.executable).parent
    ending = ".exe" if sys.platform == "win32" else ""
    beside = folder / f"kbdesk-open{ending}"
    if beside.is_file():
        return [str(beside)]
    return [sys.executable, "-P", "-m", "kbdesk.handing"]


def register(command: Sequence[str] | None = None) -> None:
    """Make links open the desk."""
    command = command or open_command()
    if sys.platform == "win32":
        _write_keys(windows_keys(command))
    elif sys.platform != "darwin":
        _write_desktop_file(desktop_file(command))


def registered(command: Sequence[str] | None = None) -> bool:
    """Say whether links open the program that is here."""
    command = command or open_command()
    if sys.platform == "win32":
        return _has_keys(windows_keys(command))
    if sys.platform == "darwin":
        return bool(getattr(sys, "frozen", False))
    with contextlib.suppress(OSError):
        same = _place().read_text("utf-8") == desktop_file(command)
        return same and f"{MIME}={DESKTOP_FILE}" in _mimeapps().read_text("utf-8")
    return False


def unregister() -> None:
    """Take it back, when kbdesk is taken off this computer."""
    if sys.platform == "win32":
        _delete_keys()
    elif sys.platform != "darwin":
        _place().unlink(missing_ok=True)
        _refresh()


# Linux


def desktop_file(command: Sequence[str]) -> str:
    """Return the .desktop file; %u is one link, never a list, and never part of a shell's line."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Version=1.4",
            "Type=Application",
            "Name=kbdesk (call links)",
            f"Exec={' '.join(map(_quoted, command))} %u",
            "Terminal=false",
            "NoDisplay=true",
            "StartupNotify=false",
            f"MimeType={MIME};",
            "",
        )
    )


def _quoted(word: str) -> str:
    """Quote a word as the Desktop Entry Specification says; the file then doubles backslashes."""
    if any(character in word for character in " \t\n\"'\\><~|&;$*?#()`%"):
        for character in '\\"`$':
            word = word.replace(character, f"\\{character}")
        word = f'"{word}"'
    return word.replace("\\", "\\\\").replace("%", "%%")


def _data() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME", "").strip() or Path.home() / ".local" / "share")


def _place() -> Path:
    return _data() / "applications" / DESKTOP_FILE


def _mimeapps() -> Path:
    config = os.environ.get("XDG_CONFIG_HOME", "").strip() or Path.home() / ".config"
    return Path(config) / "mimeapps.list"


def _write_desktop_file(text: str) -> None:
    place = _place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    _mimeapps().parent.mkdir(parents=True, exist_ok=True)
    _refresh()
    _run("xdg-mime", "default", DESKTOP_FILE, MIME)


def _refresh() -> None:
    _run("update-desktop-database", str(_place().parent))


def _run(*command: str) -> None:
    """Run a tool of the system, where it is there; what came of it is looked at afterwards."""
    if shutil.which(command[0]) is not None:
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)


# Windows


def windows_keys(command: Sequence[str]) -> list[WindowsKey]:
    """Return the values under HKCU; the link stands in quotes, so that it stays one argument."""
    program = " ".join(f'"{word}"' for word in command)
    return [
        (CLASS, "", "URL:kbdesk call link"),
        (CLASS, "URL Protocol", ""),
        (rf"{CLASS}\DefaultIcon", "", f'"{command[0]}",0'),
        (rf"{CLASS}\shell\open\command", "", f'{program} "%1"'),
    ]


def _write_keys(keys: Sequence[WindowsKey]) -> None:
    import winreg  # late: Windows alone has it

    for key, name, value in keys:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as handle:  # type: ignore[attr-defined]  # as above
            winreg.SetValueEx(handle, name, 0, winreg.REG_SZ, value)  # type: ignore[attr-defined]  # as above


def _has_keys(keys: Sequence[WindowsKey]) -> bool:
    import winreg  # late: as above

    try:
        for key, name, value in keys:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as handle:  # type: ignore[attr-defined]  # as above
                if winreg.QueryValueEx(handle, name)[0] != value:  # type: ignore[attr-defined]  # as above
                    return False
    except OSError:
        return False
    return True


def _delete_keys() -> None:
    import winreg  # late: as above

    for key in (rf"{CLASS}\shell\open\command", rf"{CLASS}\shell\open", rf"{CLASS}\shell"):
        with contextlib.suppress(OSError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)  # type: ignore[attr-defined]  # as above
    for key in (rf"{CLASS}\DefaultIcon", CLASS):
        with contextlib.suppress(OSError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)  # type: ignore[attr-defined]  # as above
