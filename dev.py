"""Set up kbdesk on a machine, then run or check it: `python3 dev.py run`, `python3 dev.py test`.

Standard library only, and it must parse on any Python 3: it is what a fresh machine starts. What
it makes stays in .venv/ and build/ of the checkout; as root on a machine with apt it also
installs the system libraries that Qt lacks, anyone else gets the one line that does it.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
STAMP = VENV / "kbdesk-stamp"
WINDOWS = os.name == "nt"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NEEDED = (3, 11)
SPREAD = ["-n", "auto", "--dist", "loadfile"]  # one file of tests stays on one process
NEWER = ("3.15", "3.14", "3.13", "3.12", "3.11")

LIBRARIES = ROOT / "installers" / "linux-libraries.txt"
INSTALLERS = (  # program, its column in LIBRARIES, its words
    ("apt-get", 2, "apt-get install -y --no-install-recommends"),
    ("dnf", 3, "dnf install -y"),
    ("pacman", 4, "pacman -S --needed --noconfirm"),
    ("zypper", 5, "zypper install -y"),
)


class Stop(Exception):
    """Something a person must do first; the text is the one line that says what."""


def say(text: str) -> None:
    print(text, flush=True)


def newer_python() -> Optional[List[str]]:
    """Return the start of a command that runs a Python new enough, None when this one is."""
    if sys.version_info[:2] >= NEEDED:
        return None
    for version in NEWER:
        for start in (["python" + version], ["py", "-" + version]):
            if shutil.which(start[0]) and answers(start + ["-c", ""]):
                return start
    if shutil.which("uv"):
        return ["uv", "run", "--no-project", "--python", ">=3.11", "python"]
    have = "%d.%d" % sys.version_info[:2]
    raise Stop("kbdesk needs Python 3.11 or newer (this is %s): install python3.11." % have)


def answers(command: Sequence[str]) -> bool:
    """Tell whether a command starts and ends well; its output is not shown."""
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def has_display() -> bool:
    """Tell whether a window could open: a display that is named but dead does not count."""
    if sys.platform in ("win32", "darwin"):
        return True
    return on_wayland() or on_x11()


def on_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and os.path.exists(os.path.join(folder, name or ""))


def on_x11() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # it cannot be asked yet; Qt's own libraries will bring it
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    dead = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not dead


def missing_libraries() -> List[List[str]]:
    """Return the lines of LIBRARIES whose library is wanted and does not load here, as words."""
    if sys.platform != "linux":
        return []
    wanted = {"qt"} | ({"x11"} if on_x11() else set()) | ({"wayland"} if on_wayland() else set())
    rows = [line.split() for line in LIBRARIES.read_text().splitlines()]
    return [row for row in rows if row[0] in wanted and not loads(row[1])]


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_packages(column: int) -> List[str]:
    """Name the system packages to install, as one package manager calls them."""
    names = {row[column] for row in missing_libraries()}
    alone = not VENV.exists() and not shutil.which("uv")
    if column == 2 and alone and importlib.util.find_spec("ensurepip") is None:
        names.add("python%d.%d-venv" % sys.version_info[:2])
    return sorted(names)


def system_installer() -> Tuple[str, int, str]:
    """Return the package manager found here, its column in the tables and its install words."""
    found = [row for row in INSTALLERS if shutil.which(row[0])]
    return found[0] if found else ("", 2, "install:")


def sudo(program: str) -> str:
    return "sudo " if program and os.geteuid() else ""


def system_ready() -> None:
    """Install what is missing when we may, else stop with the one line that does it."""
    program, column, words = system_installer()
    packages = missing_packages(column)
    if not packages:
        return
    line = "%s %s" % (words, " ".join(packages))
    if program == "apt-get" and os.geteuid() == 0:
        apt_install(packages, line)
    else:
        raise Stop(sudo(program) + line)


def apt_install(packages: List[str], line: str) -> None:
    say("Installing what Qt and Python need from the system: " + " ".join(packages))
    log = BUILD / "apt.log"
    BUILD.mkdir(exist_ok=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with log.open("wb") as out:
        for command in (["apt-get", "update"], line.split()):
            done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
    if done.returncode:
        raise Stop("This failed (see %s): %s" % (log, line))
    left = [row[1] for row in missing_libraries()]
    if left:
        raise Stop("Installed, but these libraries still do not load: " + " ".join(left))


def python() -> str:
    return str(VENV / ("Scripts/python.exe" if WINDOWS else "bin/python"))


def requirements(kind: str) -> Path:
    return ROOT / "installers" / "requirements" / (kind + ".txt")


def fingerprint(kind: str) -> str:
    """Stand for what an environment holds and where: the same means nothing is to do."""
    sha = hashlib.sha256(requirements(kind).read_bytes())
    sha.update(("%s %s" % (sys.version, ROOT)).encode())
    return sha.hexdigest()


def environment_ready(kind: str) -> None:
    """Make .venv hold the pinned packages of `kind`; "dev" holds all of "run" as well."""
    enough = {fingerprint("dev"), fingerprint(kind)}
    if STAMP.exists() and STAMP.read_text() in enough and os.path.exists(python()):
        return
    say("Setting up .venv with the packages of %s ..." % requirements(kind).relative_to(ROOT))
    uv = shutil.which("uv")
    if not answers([python(), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]):
        shutil.rmtree(str(VENV), ignore_errors=True)
        must([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)] if uv
             else [sys.executable, "-m", "venv", str(VENV)])  # fmt: skip
    install(kind, uv)
    link_checkout()
    STAMP.write_text(fingerprint(kind))


def install(kind: str, uv: Optional[str]) -> None:
    """Install by hash; bytecode is compiled now, or every start would pay for it."""
    what = ["--require-hashes", "--quiet", "-r", str(requirements(kind))]
    if uv:
        must([uv, "pip", "install", "--python", python(), "--compile-bytecode"] + what)
    else:
        calm = ["--disable-pip-version-check", "--no-input", "--compile"]
        must([python(), "-m", "pip", "install"] + calm + what)


def link_checkout() -> None:
    """Put the checkout on the path of .venv, and the commands beside its Python."""
    ask = [python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    place = subprocess.run(ask, stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    Path(place, "kbdesk-checkout.pth").write_text(str(ROOT) + "\n")
    folder = Path(python()).parent
    commands = [("kbdesk", "kbdesk"), ("kbdesk-server", "sync.server")]
    for name, module in commands + [("kbdesk-open", "kbdesk.handing")]:
        if WINDOWS:
            (folder / (name + ".cmd")).write_text('@"%~dp0python.exe" -m ' + module + " %*\n")
            continue
        command = folder / name
        command.write_text('#!/bin/sh\nexec "%s" -m %s "$@"\n' % (python(), module))
        command.chmod(0o755)


def translations_ready() -> None:
    """Compile each .ts of resources/i18n that is newer than its .qm."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        compiled, beside = source.with_suffix(".qm"), source.with_suffix(".new")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            must([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(beside)])
            beside.replace(compiled)  # a running desk maps the old one: never write into it


def tool(name: str) -> str:
    return str(Path(python()).parent / (name + (".exe" if WINDOWS else "")))


def must(command: Sequence[str]) -> None:
    """Run a step that the rest stands on."""
    if subprocess.run(command, cwd=str(ROOT)).returncode:
        raise Stop("This step failed: " + " ".join(command))


def ready(kind: str) -> None:
    system_ready()
    environment_ready(kind)
    translations_ready()


def run(rest: List[str]) -> int:
    """Open the desk on the sample base; without a display, the same journey with pictures."""
    ready("run")
    if has_display():
        return call([python(), "-m", "kbdesk", "demo"] + rest)
    say("There is no display: the same journey off-screen, with pictures in build/tour.")
    return call([python(), "-m", "kbdesk", "demo", "--tour", "build/tour"] + rest, OFFSCREEN)


def screens(rest: List[str]) -> int:
    """Take pictures of every screen in every dress into build/screens; cut text fails."""
    ready("dev")
    return call([python(), "-m", "tests.gui.screens", "build/screens"] + rest, OFFSCREEN)


def check(rest: List[str]) -> int:
    """Run the checks that read the code: style, types, import directions, dependencies."""
    ready("dev")
    return verdict(checks())


def checks() -> Dict[str, int]:
    steps = {
        "ruff": [python(), "-m", "ruff", "check", "--output-format", "concise", "."],
        "format": [python(), "-m", "ruff", "format", "--check", "--quiet", "."],
        "mypy": [python(), "-m", "mypy"],
        "imports": [tool("lint-imports"), "--no-logo"],
        "deptry": [python(), "-m", "deptry", "--no-ansi", "."],
    }
    return {name: quietly(name, command) for name, command in steps.items()}


def test(rest: List[str]) -> int:
    """Run every check, then the tests that take seconds; words after it go to pytest."""
    ready("dev")
    return verdict(dict(checks(), tests=pytest(rest or SPREAD)))


def long(rest: List[str]) -> int:
    """Run the tests that take their time: kills, hundreds of thousands of articles, the bundle."""
    ready("dev")
    return verdict({"long tests": pytest(["-m", "long"] + (rest or SPREAD))})


def pytest(rest: List[str]) -> int:
    """Run tests; none run (all skipped counts as none) is a failure."""
    report = BUILD / "tests.xml"
    BUILD.mkdir(exist_ok=True)
    code = call([python(), "-m", "pytest", "-q", "--junitxml", str(report)] + rest)
    if code == 0 and ran(report) == 0:
        say("No test ran.")
        return 1
    return code


def ran(report: Path) -> int:
    suites = ET.parse(str(report)).getroot().iter("testsuite")
    return sum(int(suite.get("tests", 0)) - int(suite.get("skipped", 0)) for suite in suites)


def bench(rest: List[str]) -> int:
    """Measure: bench search|index|launch|memory|keystroke, else all of them."""
    ready("dev")
    named = bool(rest) and not rest[0].startswith("-")
    return call([python(), "-m", "tests.bench"] + (rest if named else ["all"] + rest))


def i18n(rest: List[str]) -> int:
    """Bring the new words of the screens into resources/i18n/*.ts, and compile them."""
    ready("run")
    screens_of_ui = sorted(str(path) for path in (ROOT / "kbdesk" / "ui").rglob("*.py"))
    for target in sorted(str(path) for path in (ROOT / "resources" / "i18n").glob("*.ts")):
        update = [tool("pyside6-lupdate"), *screens_of_ui, "-ts", target, "-no-obsolete"]
        plural = ["-pluralonly"] if target.endswith("_en.ts") else []  # the rest is English already
        must(update + plural + ["-locations", "none", "-source-language", "en"])
    translations_ready()
    return 0


def lock(rest: List[str]) -> int:
    """Pin again from pyproject.toml (needs uv); --upgrade takes newer releases."""
    return call([sys.executable, str(ROOT / "installers" / "lock.py")] + rest)


def bundle(rest: List[str]) -> int:
    """Freeze the app into dist/kbdesk, then start it and expect clean output."""
    ready("dev")
    freeze = [python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    return call(freeze) or call([python(), str(ROOT / "installers" / "smoke.py")] + rest)


def doctor(rest: List[str]) -> int:
    """Say what this machine has and lacks, and change nothing."""
    program, column, words = system_installer()
    packages = missing_packages(column)
    stamp = STAMP.read_text() if STAMP.exists() else ""
    state = {fingerprint("run"): "to run", fingerprint("dev"): "to run and to test"}
    say("Python       %d.%d.%d" % sys.version_info[:3] + "  " + sys.executable)
    say("uv           " + (shutil.which("uv") or "absent (pip does as well)"))
    say("display      " + ("yes" if has_display() else "no: `run` works off-screen"))
    say("system       " + ("all there" if not packages else "missing: " + " ".join(packages)))
    say("environment  " + state.get(stamp, "to be made by `run` or `test`"))
    if packages:
        say("To install:  " + sudo(program) + words + " " + " ".join(packages))
    return 2 if packages else 0


def call(command: Sequence[str], environment: Optional[Dict[str, str]] = None) -> int:
    sys.stdout.flush()
    merged = dict(os.environ, **(environment or {}))
    return subprocess.run(command, cwd=str(ROOT), env=merged).returncode


def quietly(name: str, command: Sequence[str]) -> int:
    """Run a check; show its output only when it finds something."""
    done = subprocess.run(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    say("%-8s %s" % (name, "ok" if done.returncode == 0 else "FAILED"))
    if done.returncode:
        say(done.stdout.decode(errors="replace"))
    return done.returncode


def verdict(codes: Dict[str, int]) -> int:
    failed = [name for name, code in codes.items() if code]
    say(
        "All well: " + ", ".join(codes) + "."
        if not failed
        else "Failed: " + ", ".join(failed) + "."
    )
    return 1 if failed else 0


COMMANDS = (run, test, long, check, bench, screens, bundle, i18n, lock, doctor)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        entry = commands.add_parser(command.__name__, help=command.__doc__, add_help=False)
        entry.set_defaults(act=command)
    asked, rest = parser.parse_known_args()
    if asked.command is None:
        parser.print_help()
        return 2
    try:
        other = newer_python()
        if other is not None:
            return call(other + [str(ROOT / "dev.py")] + sys.argv[1:])
        code: int = asked.act(rest)
        return code
    except Stop as stop:
        say(str(stop))
        return 2


if __name__ == "__main__":
    sys.exit(main())
