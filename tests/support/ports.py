"""A port for a server that is to come back at the same address."""

import random
import socket
from contextlib import closing, suppress

# Below what every system gives to clients. A client that tries in vain to reach a port from among
# those is now and then given that very port, reaches itself, and the server cannot come back.
SERVERS = range(20_000, 32_000)


def lasting_port(host: str = "127.0.0.1") -> int:
    """Return a free port that no client is given by chance."""
    for port in random.sample(SERVERS, 100):
        with suppress(OSError), closing(socket.socket()) as tried:
            tried.bind((host, port))
            return port
    raise AssertionError("A hundred ports were taken.")
