"""A process of `tests.support.one_desk`, and waiting for what it says."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

WAIT = 60.0
CHECKOUT = Path(__file__).resolve().parents[2]
Message = dict[str, object]


class Started:
    """A stand-in for a desk: the lock and the door, and a voice on stdout."""

    def __init__(self, root: Path, message: Message | None = None) -> None:
        given = [] if message is None else [json.dumps(message)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.one_desk", str(root), *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # a warning is heard, and is no word that is waited for
            text=True,
            cwd=CHECKOUT,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.said: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.strip())
        self._lines.put("(end)")

    def until(self, wanted: Callable[[list[str]], bool]) -> list[str]:
        """Read on until what was said is enough."""
        deadline = time.monotonic() + WAIT
        while not wanted(self.said):
            assert "(end)" not in self.said, self.said
            self.said.append(self._lines.get(timeout=max(0.1, deadline - time.monotonic())))
        return self.said

    def first_word(self) -> str:
        return self.until(bool)[0]

    def end(self) -> None:
        self.process.kill()
        self.process.wait(WAIT)
        self._listener.join(WAIT)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
