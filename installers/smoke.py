"""Start the frozen app before it ships: import, search, export, open the window, take a call.

Every step must end well and leave stderr empty: a warning of Qt about a missing plugin or font
is a fault of the bundle. Run by `python3 dev.py bundle`; takes another program as its argument.
"""

import filecmp
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
PROGRAM = ROOT / "dist" / "kbdesk" / ("kbdesk.exe" if os.name == "nt" else "kbdesk")
MOST_MEGABYTES = {"linux": 140}
SECONDS = 120
LINUX = sys.platform == "linux"
HARMLESS = (
    "This plugin does not support propagateSizeHints()",  # said by the off-screen platform alone
)


class Fault(Exception):
    """The bundle did not do what it must."""


def environment(home: Path) -> dict[str, str]:
    """Return what a fresh account has: nothing of Python, of this checkout or of its .venv."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "LANG")
    clean = {name: os.environ[name] for name in kept if name in os.environ}
    paths = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
    return clean | paths | {"PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}


class Bundle:
    """A frozen program, and a profile to try it on."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._program, self._folder = program, folder

    def __call__(self, *arguments: str | Path) -> str:
        """Run one command to its end; return stdout when all is clean."""
        command = [str(self._program), "--profile", str(self._folder / "profile")]
        done = subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            env=environment(self._folder),
            cwd=self._folder,
            timeout=SECONDS,
        )
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        said = [line for line in lines if line.strip() and line not in HARMLESS]
        if done.returncode or said:
            told = "\n".join(said)
            raise Fault(f"kbdesk {arguments[0]} ended with {done.returncode} and said:\n{told}")
        return done.stdout.decode("utf-8")


def weigh(program: Path) -> str:
    """Weigh the folder as it will lie on a disk, links not counted twice."""
    files = [path for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    megabytes = sum(path.stat().st_size for path in files) / 1_000_000
    most = MOST_MEGABYTES.get(sys.platform, 200)
    if megabytes > most:
        raise Fault(f"The bundle weighs {megabytes:.0f} MB, more than {most}.")
    return f"weighs {megabytes:.0f} MB of {most}"


def takes_in_and_finds(kbdesk: Bundle) -> str:
    kbdesk("import", SAMPLE)
    count = json.loads(kbdesk("status", "--json"))["articles"]
    hits = json.loads(kbdesk("search", "remboursement", "--json"))
    if not count or not hits:
        raise Fault(f"{count} articles went in, and the search found {hits!r}.")
    return f"took in {count} articles and found {len(hits)} for one word"


def gives_back_equal(kbdesk: Bundle, folder: Path) -> str:
    kbdesk("export", folder / "out")
    names = [str(path.relative_to(SAMPLE)) for path in SAMPLE.rglob("*") if path.is_file()]
    _, changed, lost = filecmp.cmpfiles(SAMPLE, folder / "out", names, shallow=False)
    if changed or lost:
        raise Fault(f"The export differs: changed {changed}, lost {lost}.")
    return f"gave back {len(names)} files equal"


def opens_the_window(kbdesk: Bundle, folder: Path) -> str:
    """Walk the tour in the window, off-screen; its pictures show that fonts came along."""
    kbdesk("demo", "--tour", folder / "tour")
    pictures = sorted((folder / "tour").rglob("*.png"))
    if not pictures or min(path.stat().st_size for path in pictures) < 5_000:
        raise Fault(f"The tour left no pictures worth the name: {pictures}.")
    return f"opened the window and left {len(pictures)} pictures"


def says_why_there_is_no_window(program: Path, folder: Path) -> str:
    """Ask for a display that is not there: one sentence and exit 1, no abort of Qt's."""
    place = environment(folder) | {"KBDESK_PROFILE": str(folder / "windowless")}
    place |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":64321"}
    done = subprocess.run([program], capture_output=True, env=place, timeout=SECONDS)
    said = done.stderr.decode("utf-8", "replace").splitlines()
    if done.returncode != 1 or len(said) != 1 or "cannot be opened" not in said[0]:
        raise Fault(f"Without a display it ended with {done.returncode} and said: {said}")
    return "says why there is no window where no display answers"


def takes_a_call(program: Path, folder: Path) -> str:
    """Let a desk be open, and hand it a link as a softphone would; say how long that takes."""
    place = environment(folder) | {"KBDESK_PROFILE": str(folder / "called")}
    desk = subprocess.Popen([program], stderr=subprocess.PIPE, cwd=folder, env=place)
    try:
        until = time.monotonic() + SECONDS
        while _handed(program, place):
            if desk.poll() is not None or time.monotonic() > until:
                raise Fault(f"No desk took the link; it ended with {desk.poll()}.")
            time.sleep(0.1)
        spent = [_timed(lambda: _handed(program, place)) for _ in range(5)]
    finally:
        desk.terminate()
        _, told = desk.communicate(timeout=SECONDS)
    said = [line for line in told.decode("utf-8", "replace").splitlines() if line.strip()]
    if [line for line in said if line not in HARMLESS]:
        raise Fault(f"The desk that took a link said: {said}")
    return f"took a link from kbdesk-open in {1000 * min(spent):.0f} ms"


def _handed(program: Path, place: dict[str, str]) -> int:
    """Hand over a call; return 0 when the desk took it."""
    opener = program.with_name(f"kbdesk-open{program.suffix}")
    command = [str(opener), "--no-start", "kbdesk://call?from=0639981201&call=smoke"]
    return subprocess.run(command, capture_output=True, env=place, timeout=SECONDS).returncode


def _timed(act: Callable[[], int]) -> float:
    began = time.perf_counter()
    if act():
        raise Fault("The desk took a link once, and then no more.")
    return time.perf_counter() - began


def main() -> int:
    program = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PROGRAM
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kbdesk = Bundle(program, folder)
        steps: tuple[Callable[[], str], ...] = (
            lambda: weigh(program),
            lambda: "is " + kbdesk("--version").strip(),
            lambda: takes_in_and_finds(kbdesk),
            lambda: gives_back_equal(kbdesk, folder),
            lambda: opens_the_window(kbdesk, folder),
            lambda: takes_a_call(program, folder),
            *([lambda: says_why_there_is_no_window(program, folder)] if LINUX else []),
        )
        try:
            for step in steps:
                print(f"The bundle {step()}.", flush=True)
        except (Fault, OSError, ValueError, subprocess.TimeoutExpired) as fault:
            print(f"The bundle must not ship. {fault}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
