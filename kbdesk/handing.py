"""Handing something to the desk that is open, from a process that shall be gone at once.

A softphone may wait for us, so this is the standard library and no more: one socket of the person's
own, one frame (four bytes of length, big-endian, then JSON), one byte back. What is handed over
is told as it came; the desk judges it (`kbdesk.core.calls`). Everything here may come from a
caller who chose their own number: arguments are values to be shown, and none of them names a
file, a profile or a program.
"""

import os
import sys
import zlib

TYPE_CHECKING = False  # typing, pathlib, json and socket would each cost what Python itself does
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TAKEN, REFUSED = b"\x06", b"\x15"  # what the desk answers: ACK, NAK
PATIENCE = 1.0  # seconds from the first try to the answer
LONGEST = 16 * 1024  # bytes of a frame
VARIABLE = "KBDESK_HANDED"  # how a desk that we start is told: no argument, so nothing is parsed
LONGEST_PATH = 103  # bytes of the address of a socket: macOS takes no more

Message = dict[str, object]  # {"v": 1} with "url", "event" or "raise"

# the name a program goes by → the state it tells of
BY_NAME = {"kbdesk-ring": "ringing", "kbdesk-answer": "answered", "kbdesk-end": "ended"}
_3CX = {"N": "state", "C": "from", "T": "dir", "I": "call"}
_OPTIONS = frozenset(
    {"state", "from", "name", "to", "queue", "intent", "account", "call", "dir", "lang", "agent"}
)


def raise_message() -> Message:
    """Ask the desk to come to the front."""
    return {"v": 1, "raise": True}


def read_arguments(arguments: "Sequence[str]", program: str) -> "Message | None":
    """Make a message of a link, or of options and a number as the last argument; None without any.

    Knows what 3CX says (`/N:S /C:number /I:id`) and the state in the name of the program. What is
    no option of ours is left aside.
    """
    link = next((word for word in arguments if word[:7].lower() == "kbdesk:"), None)
    if link is not None:
        return {"v": 1, "url": link}
    stem = program.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".exe")
    event: dict[str, str] = {"state": BY_NAME[stem]} if stem in BY_NAME else {}
    number = ""
    words = list(arguments)
    while words:
        word = words.pop(0)
        name, joined, value = word[2:].partition("=")
        if word[:1] == "/" and word[2:3] == ":" and word[1:2].upper() in _3CX:
            event[_3CX[word[1].upper()]] = word[3:]
        elif word[:2] == "--" and name in _OPTIONS:
            event[name] = value if joined else words.pop(0) if words else ""
        elif word[:2] != "--":
            number = word
    if number:
        event.setdefault("from", number)
    return {"v": 1, "event": {"src": "command"} | event} if event.keys() - {"state"} else None


# where


def profile_root(environment: "Mapping[str, str]" = os.environ) -> str:
    """Return the folder that the profile will be in, without the packages that usually say so."""
    named = environment.get("KBDESK_PROFILE")
    if named:
        return os.path.realpath(os.path.expanduser(named))  # noqa: PTH111, PTH118  # pathlib: 5 ms
    home = os.path.expanduser("~")  # noqa: PTH111  # as above
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or f"{home}\\AppData\\Local"
        return f"{base}\\kbdesk"
    if sys.platform == "darwin":
        return f"{home}/Library/Application Support/kbdesk"
    return f"{environment.get('XDG_DATA_HOME', '').strip() or home + '/.local/share'}/kbdesk"


def address(root: str, environment: "Mapping[str, str]" = os.environ) -> str:
    """Return where the desk of a profile listens: a socket in a folder of the person's, or a pipe.

    "" when there is no place for one.
    """
    name = f"kbdesk-{zlib.crc32(os.path.normcase(root).encode('utf-8', 'surrogatepass')):08x}"
    if sys.platform == "win32":
        user = environment.get("USERNAME", "").encode("utf-8", "surrogatepass")
        return rf"\\.\pipe\{name}-{zlib.crc32(user):08x}"
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not _is_mine(folder):
        folder = os.path.expanduser("~/.kbdesk-run")  # noqa: PTH111  # as above
    path = f"{folder}/{name}"
    return path if len(os.fsencode(path)) <= LONGEST_PATH else ""


def _is_mine(folder: str) -> bool:
    """Say whether a folder is this person's alone; anybody else could listen in one that is not."""
    try:
        found = os.stat(folder) if folder else None  # noqa: PTH116  # as above
    except OSError:
        return False
    return found is not None and found.st_uid == os.getuid() and not found.st_mode & 0o077


# handing over


def hand_over(where: str, message: Message, patience: float = PATIENCE) -> bytes:
    """Give a message to the desk; return its answer, b"" when none came."""
    if not _may_be_open(where):
        return b""
    body = _written(message).encode("ascii")
    if len(body) > LONGEST:
        return REFUSED
    frame = len(body).to_bytes(4, "big") + body
    try:
        if sys.platform == "win32":
            return _through_pipe(where, frame)
        return _ask(where, frame, patience)
    except OSError:
        return b""


def _written(value: object) -> str:
    """Write JSON, of the few kinds of value that a message is made of."""
    if isinstance(value, dict):
        return (
            "{" + ",".join(f"{_written(key)}:{_written(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, str):
        units = value.encode("utf-16-be", "surrogatepass")
        pairs = zip(units[::2], units[1::2], strict=True)
        return '"' + "".join(_letter(high << 8 | low) for high, low in pairs) + '"'
    return "true" if value is True else str(int(str(value)))


def _letter(unit: int) -> str:
    """Write one unit of UTF-16: plain ASCII as it is, all else by its number."""
    plain = 0x20 <= unit < 0x7F and unit not in {0x22, 0x5C}
    return chr(unit) if plain else f"\\u{unit:04x}"


def _may_be_open(where: str) -> bool:
    """Say whether there is something to ask, in a place where only we could have put it."""
    if sys.platform == "win32":
        return True
    return os.path.exists(where) and _is_mine(os.path.dirname(where))  # noqa: PTH110, PTH120


def _ask(where: str, frame: bytes, patience: float) -> bytes:
    import _socket  # late: Windows does not need it; and what `socket` lays over it costs 15 ms

    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        line.settimeout(patience)
        line.connect(where)
        line.sendall(frame)
        return line.recv(1)
    finally:
        line.close()


def _through_pipe(where: str, frame: bytes) -> bytes:
    with open(where, "r+b", buffering=0) as pipe:  # noqa: PTH123  # as above
        pipe.write(frame)
        return pipe.read(1) or b""


def let_it_come_to_the_front() -> None:
    """Windows: let the desk take the foreground that a click has given us."""
    if sys.platform == "win32":
        import ctypes  # late: only there, and only for a link that somebody clicked

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


# starting


def start_desk(message: Message, program: "Sequence[str] | None" = None) -> None:
    """Start a desk that belongs to nobody here, and will show the message once it is up."""
    import subprocess  # late: 20 ms, and only where no desk is open

    environment = os.environ | {VARIABLE: _written(message)}
    options: dict[str, object] = {"start_new_session": True}
    if sys.platform == "win32":
        options = _shown_though_we_are_hidden()
    command = program or own_program()
    if not getattr(sys, "frozen", False):
        # Never the folder we stand in: a softphone may have been started anywhere.
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
        environment["PYTHONPATH"] = package
    nothing = subprocess.DEVNULL
    subprocess.Popen(
        [*command],
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        close_fds=True,
        cwd=os.path.expanduser("~"),  # noqa: PTH111  # as above
        env=environment,
        **options,  # type: ignore[call-overload]
    )


def own_program() -> list[str]:
    """Return the command that opens a desk: beside us when frozen, else by this interpreter."""
    if getattr(sys, "frozen", False):
        ending = ".exe" if sys.platform == "win32" else ""
        return [os.path.join(os.path.dirname(sys.executable), f"kbdesk{ending}")]  # noqa: PTH118, PTH120
    return [sys.executable, "-P", "-m", "kbdesk"]


def _shown_though_we_are_hidden() -> dict[str, object]:
    """Start with a window that is shown: softphones start us hidden, and children inherit that."""
    import subprocess  # late: as above

    shown = subprocess.STARTUPINFO()  # type: ignore[attr-defined]  # Windows only
    shown.dwFlags, shown.wShowWindow = 1, 1  # STARTF_USESHOWWINDOW, SW_SHOWNORMAL
    return {"startupinfo": shown, "creationflags": 0x0000_0008 | 0x0000_0200}  # detached, own group


def handed_at_start() -> Message | None:
    """Take what the process that started us has handed over, so that no child of ours sees it."""
    text = os.environ.pop(VARIABLE, "")
    if not text or len(text) > LONGEST:
        return None
    import json  # late: only here, and the desk loads it anyway

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


# the program


def deliver(
    message: Message, where: str, *, start: bool, begin: "Callable[[Message], None]" = start_desk
) -> int:
    """Hand over, or start a desk; return 0 handed over, 2 refused, 3 none was open."""
    if "event" not in message:
        let_it_come_to_the_front()
    answer = hand_over(where, message)
    if answer == TAKEN:
        return 0
    if answer == REFUSED:
        return 2
    if start:
        begin(message)
    return 3


def main(arguments: "Sequence[str] | None" = None, program: str | None = None) -> int:
    """Be `kbdesk-open`: exit 0 handed over, 2 refused or nothing given, 3 no desk was open."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    start = "--no-start" not in words
    words = [word for word in words if word != "--no-start"]
    message = read_arguments(words, sys.argv[0] if program is None else program)
    if message is None:
        _say("give it a kbdesk:// link, or a number as the last argument.")
        return 2
    code = deliver(message, address(profile_root()), start=start)
    if code == 2:
        _say("the desk does not know what to do with this.")
    return code


def _say(sentence: str) -> None:
    if sys.stderr is not None:  # a windowed program of Windows has none
        sys.stderr.write(f"kbdesk-open: {sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
