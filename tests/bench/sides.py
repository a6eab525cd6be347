"""The sides of a search comparison, each a process that is asked line by line.

They live side by side and take turns on every query, so that whatever else the machine does meets
all of them alike. A side that cannot run is skipped by name; one that overruns its budget is asked
no more, and its row says after how many queries.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.bases import CACHE, Base, write_documents
from tests.support.shared_data import CHECKOUT

PATIENCE = 20.0  # seconds for one query; Whoosh takes minutes over a short prefix
SYSTEM_PYTHON = "/usr/bin/python3"
PEERS_PYTHON = CACHE / "peers" / ("Scripts" if os.name == "nt" else "bin") / "python"


@dataclass(frozen=True, slots=True)
class Side:
    """An engine and the Pythons that may have it, the first that does is used."""

    name: str
    module: str
    pythons: tuple[str, ...] = (sys.executable,)

    def command(self, python: str, *arguments: str) -> list[str]:
        return [python, "-m", f"tests.bench.peers.{self.module}", *arguments]

    def python(self) -> tuple[str, str] | None:
        """Return a Python that has the engine, and its version; None when no one has."""
        for python in self.pythons:
            if Path(python).is_file():
                run = subprocess.run(
                    self.command(python, "probe"), cwd=CHECKOUT, capture_output=True, text=True
                )
                if run.returncode == 0:
                    return python, run.stdout.strip()
        return None

    def built(self, python: str, base: Base) -> dict[str, Any]:
        """Build the index of a base, unless that was done; return {"seconds", "documents"}."""
        done = base.folder / f"{self.module}.built"
        if not done.is_file():
            with write_documents(base).open("rb") as documents:
                run = subprocess.run(
                    self.command(python, "build", str(base.folder)),
                    cwd=CHECKOUT,
                    stdin=documents,
                    capture_output=True,
                    check=True,
                )
            done.write_bytes(run.stdout)
        told: dict[str, Any] = json.loads(done.read_text("utf-8"))
        return told


PEERS = (
    Side("SQLite FTS5", "fts5"),
    Side("Xapian", "xapian_engine", (SYSTEM_PYTHON, sys.executable)),
    Side("Whoosh", "whoosh_engine", (str(PEERS_PYTHON), sys.executable)),
)
OURS = (Side("kbdesk service", "our_service"), Side("kbdesk engine", "our_engine"))


class Asked:
    """A running side: give it a query, get the milliseconds it took and what it found."""

    def __init__(self, command: list[str], patience: float = PATIENCE) -> None:
        self._command = command
        self._patience = patience
        self._start()

    def ask(self, text: str, *, typing: bool, every: bool) -> tuple[float, list[str]]:
        """Ask one query; past our patience the process is started anew, and that is its time."""
        assert self._process.stdin is not None
        line = json.dumps({"text": text, "typing": typing, "every": every})
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        try:
            told = json.loads(self._lines.get(timeout=self._patience))
        except queue.Empty:
            self.close()
            self._start()
            return self._patience * 1000, []
        except ValueError as error:
            raise RuntimeError(f"{self._command} fell silent on {text!r}.") from error
        return told["ms"], told["ids"]

    def close(self) -> None:
        self._process.kill()
        self._reader.join()
        self._process.communicate()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=_forward, args=(self._process, self._lines))
        self._reader.start()


def _forward(process: "subprocess.Popen[str]", lines: "queue.SimpleQueue[str]") -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    lines.put("")  # the end: whoever still waits hears that nothing more comes


@contextmanager
def running(side: Side, python: str, base: Base) -> Iterator[Asked]:
    """Start a side on its index; its process ends with the block."""
    with closing(Asked(side.command(python, "answer", str(base.folder)))) as asked:
        yield asked
