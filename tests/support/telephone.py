"""A real telephone on loopback: baresip without a sound card, called by sipp.

Configuration and scenarios come from the folder of shared fixtures; only ports, and how long a call
is, are set here.
"""

import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.support import shared_data
from tests.support.ports import lasting_port

PACKAGES = ("baresip", "sipp")
WAIT = 30.0
UDP = socket.SOCK_DGRAM
TALK = 100  # ms
RING = 150  # ms, as the scenario of an abandoned call has it


class Telephone:
    """A baresip that answers by itself, or only rings; `call()` lets sipp call it."""

    def __init__(self, folder: Path, *, answers: bool) -> None:
        missing = [name for name in PACKAGES if shutil.which(name) is None]
        if missing:
            pytest.skip(f"needs {' and '.join(missing)}")
        fixtures = shared_data.find("cti-fixtures")
        self._folder = folder
        # In this order: baresip also listens on the port after that of SIP, for TLS.
        control, self._sip = lasting_port(), lasting_port(kind=UDP)
        self.control = "127.0.0.1", control
        config = (fixtures / "baresip" / "config.aubridge").read_text()
        config = config.replace("5070", str(self._sip)).replace("4444", str(control))
        config = re.sub(r"call_max_calls\s+\d+", "call_max_calls 64", config)
        mode = "auto" if answers else "manual"
        account = (fixtures / "baresip" / "accounts").read_text().replace("5070", str(self._sip))
        (folder / "config").write_text(config)
        (folder / "accounts").write_text(account.replace("answermode=manual", f"answermode={mode}"))
        (folder / "contacts").write_text("")
        self._scenarios = fixtures / "sipp"
        self._log = (folder / "baresip.log").open("wb")
        self._process = subprocess.Popen(
            ["baresip", "-4", "-f", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )

    def wait_until_it_listens(self) -> None:
        """Wait without connecting: the second client of ctrl_tcp takes the place of the first."""
        self._wait_for(f":{self.control[1]:04X} 00000000:0000 0A", "baresip does not listen")

    def wait_until_heard(self) -> None:
        """Wait until somebody is connected, as the desk is."""
        self._wait_for(rf":{self.control[1]:04X} 0100007F:[0-9A-F]+ 01", "nobody hears baresip")

    def _wait_for(self, line: str, complaint: str) -> None:
        deadline = time.monotonic() + WAIT
        while not re.search(line, Path("/proc/net/tcp").read_text()):
            assert self._process.poll() is None, (self._folder / "baresip.log").read_text()
            assert time.monotonic() < deadline, complaint
            time.sleep(0.02)

    def call(
        self, scenario: str, number: str, *, times: int = 1, at_once: int = 0, ring: int = RING
    ) -> None:
        """Let sipp play a scenario, all times at once or so many; fails when sipp does.

        `ring` is how long an abandoned call rings, in milliseconds.
        """
        text = (self._scenarios / scenario).read_text("latin-1").replace('"1500"', f'"{TALK}"')
        text = text.replace(f'"{RING}"', f'"{ring}"')
        played = self._folder / scenario
        played.write_text(text, "latin-1")
        keys = {"caller": number, "cname": "Jean Dupont", "did": "+33188001234", "queue": "q"}
        said = [word for key, value in keys.items() for word in ("-key", key, value)]
        done = subprocess.run(
            [
                *("sipp", f"127.0.0.1:{self._sip}", "-sf", str(played), "-s", "1001", *said),
                *("-i", "127.0.0.1", "-p", str(lasting_port(kind=UDP)), "-nostdin"),
                *("-m", str(times), "-l", str(at_once or times), "-r", "20"),
            ],
            capture_output=True,
            timeout=WAIT * 2,
            cwd=self._folder,
        )
        assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(WAIT)
        self._log.close()
