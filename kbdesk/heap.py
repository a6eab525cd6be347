"""What is in memory: one C heap for all threads on Linux, and Python's lasting objects set apart.

glibc keeps a heap for each thread, and what one lane has freed another cannot use: ten threads of a
desk held 10 MB for nothing. Ours run by turns under Python's lock, so one heap makes nobody wait.
Elsewhere nothing happens, and nothing needs to.
"""

import gc
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


def settle() -> None:
    """Leave what the program has built by now out of later collections; call it once, at rest.

    Modules and windows last as long as the program. To walk all of them took 42 ms of one full
    collection, with Python's lock held, whenever it struck; of what comes later 5,000 objects are
    left instead of 77,000. Nothing is collected first: that would be such a pause.
    """
    gc.freeze()


def _call(name: str, *numbers: int) -> None:
    import ctypes  # late: only Linux needs it

    function = getattr(ctypes.CDLL(None), name, None)  # musl has neither
    if function is not None:
        function(*numbers)
