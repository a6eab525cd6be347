"""A port for a server that is to come back at the same address, or that another program opens.

Nobody else may get it meanwhile: no client by chance, no other test of this process, and none of
the processes beside it that run the other files of tests.
"""

import os
import re
import socket
from contextlib import closing, suppress
from itertools import count

# Below what every system gives to clients. A client that tries in vain to reach a port from among
# those is now and then given that very port, reaches itself, and the server cannot come back.
FIRST, LAST = 20_000, 32_000
PROCESSES = 12
EACH = (LAST - FIRST) // PROCESSES
_turns = count()


def lasting_port(host: str = "127.0.0.1", kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """Return a free port that nobody else is given; the same one again after a thousand."""
    first = FIRST + _process() % PROCESSES * EACH
    for turn in _turns:
        port = first + (os.getpid() + turn) % EACH  # two runs side by side begin elsewhere
        with suppress(OSError), closing(socket.socket(type=kind)) as tried:
            tried.bind((host, port))
            return port
        assert turn < 100 * EACH, "All ports were taken."
    raise AssertionError("unreachable")


def _process() -> int:
    """Return which of the processes that share the files of tests this is."""
    found = re.fullmatch(r"gw(\d+)", os.environ.get("PYTEST_XDIST_WORKER", ""))
    return int(found[1]) if found else 0
