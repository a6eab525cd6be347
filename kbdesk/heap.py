"""The C heap on Linux: one for all threads, and its free pages given back when much was freed.

glibc keeps a heap for each thread, and what one lane has freed another cannot use: ten threads of a
desk held 10 MB for nothing. Ours run by turns under Python's lock, so one heap makes nobody wait.
Elsewhere nothing happens, and nothing needs to.
"""

import sys

_M_ARENA_MAX = -8  # malloc.h; mallopt() counts its parameters downwards


def share() -> None:
    """Let all threads use one heap; call it before the first thread starts."""
    if sys.platform == "linux":
        _call("mallopt", _M_ARENA_MAX, 1)


def give_back() -> None:
    """Return free pages to the system; it takes some milliseconds, so never while typing."""
    if sys.platform == "linux":
        _call("malloc_trim", 0)


def _call(name: str, *numbers: int) -> None:
    import ctypes  # late: only Linux needs it

    function = getattr(ctypes.CDLL(None), name, None)  # musl has neither
    if function is not None:
        function(*numbers)
