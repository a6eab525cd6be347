"""What an act costs: seconds, processor seconds on both sides, memory, bytes on the wire.

Standard library only: peers with a Python of their own measure themselves with it.
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Spent:
    """One act: wall seconds, and those of the processors, in this process and the server's."""

    seconds: float
    client: float
    server: float


def spent(act: Callable[[], object], server: int) -> Spent:
    """Do it, and say what it cost here and in the process `server`."""
    began, ours, theirs = time.perf_counter(), own_cpu(), cpu(server)
    act()
    return Spent(time.perf_counter() - began, own_cpu() - ours, cpu(server) - theirs)


def middle(several: list[Spent]) -> Spent:
    return Spent(
        median(one.seconds for one in several),
        median(one.client for one in several),
        median(one.server for one in several),
    )


def own_cpu() -> float:
    return time.process_time()


def cpu(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int, what: str = "VmRSS") -> float:
    """Return what a process holds in memory, in MB; VmHWM is the most it ever held."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith(what))
    return int(line.split()[1]) / 1024


class Relay:
    """A way to a server that counts the bytes that pass, both ways together."""

    def __init__(self, url: str) -> None:
        target = urlsplit(url)
        self._target = (target.hostname or "", target.port or 80)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self.bytes = 0
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def counted(self, act: Callable[[], object]) -> int:
        """Do it; return the bytes that passed meanwhile."""
        before = self.bytes
        act()
        return self.bytes - before

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listening.accept()
                there = socket.create_connection(self._target)
                for source, target in ((line, there), (there, line)):
                    way = threading.Thread(target=self._pass, args=(source, target), daemon=True)
                    way.start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(65536):
                with self._lock:
                    self.bytes += len(piece)
                target.sendall(piece)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@contextmanager
def relay(url: str) -> Iterator[Relay]:
    way = Relay(url)
    try:
        yield way
    finally:
        way.close()
