"""Processes of `informed_desks`, and the record of what they say that they did."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.shared_data import CHECKOUT
from tests.support.sync_server import PATIENCE, wait_for

Line = dict[str, Any]


class Record:
    """What all desks say, in the order in which it was heard."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._turn = threading.Lock()

    def add(self, line: Line) -> None:
        with self._turn:
            self._lines.append(line | {"heard": time.time()})

    def all(self, said: str, **wanted: Any) -> list[Line]:
        """Return the lines of a sort that say all this."""
        with self._turn:
            lines = list(self._lines)
        asked = wanted | {"said": said}
        return [one for one in lines if all(one.get(k) == v for k, v in asked.items())]


class Host:
    """One process with desks in it."""

    def __init__(self, folder: Path, url: str, record: Record) -> None:
        self._record = record
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.informed_desks", str(folder), url],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._stderr: list[str] = []
        self._readers = [
            threading.Thread(target=work, daemon=True) for work in (self._listen, self._complain)
        ]
        for reader in self._readers:
            reader.start()

    def ask(self, do: str, person: str, **more: Any) -> None:
        """Give a command and do not wait for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, "person": person, **more}) + "\n")
        self._process.stdin.flush()

    def told(self, do: str, person: str, **more: Any) -> None:
        """Give a command and wait until it is carried out."""
        before = len(self._record.all("done", do=do, person=person))
        self.ask(do, person, **more)
        done = self._until(lambda: len(self._record.all("done", do=do, person=person)) > before)
        wait_for(done, f"{do} of {person}", 4 * PATIENCE)

    def kill(self) -> None:
        """Kill it where it stands."""
        self._process.kill()
        self._ended()

    def end(self) -> list[str]:
        """Let it close its desks; return what it complained of."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(2 * PATIENCE) == 0, self._stderr
        self._ended()
        return self._stderr

    def _until(self, condition: Callable[[], bool]) -> Callable[[], bool]:
        def look() -> bool:
            assert self._process.poll() is None, self._stderr
            assert not (faults := self._record.all("fault")), faults
            return condition()

        return look

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):
                self._record.add(json.loads(line))

    def _complain(self) -> None:
        assert self._process.stderr is not None
        self._stderr.extend(self._process.stderr)

    def _ended(self) -> None:
        self._process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None and not pipe.closed:
                pipe.close()
