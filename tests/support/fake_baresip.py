"""The ctrl_tcp side of a baresip: a server for one client, which sends what it is given."""

import socket

WAIT = 20.0


def netstring(text: bytes) -> bytes:
    return b"%d:%s," % (len(text), text)


class FakeBaresip:
    """Where baresip would listen."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address: tuple[str, int] = self._server.getsockname()[:2]
        self._line: socket.socket | None = None

    def accept(self) -> None:
        self.hang_up()
        self._server.settimeout(WAIT)
        self._line, _ = self._server.accept()

    def send(self, some: bytes) -> None:
        assert self._line is not None
        self._line.sendall(some)

    def hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def close(self) -> None:
        self.hang_up()
        self._server.close()
