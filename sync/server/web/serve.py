"""Running a server process: from settings to an open port, and from SIGTERM to the end.

uvicorn never ends while live streams are open, so the streams are ended first. After the start the
garbage collector is told that what is there stays: a full collection over ten thousand streams
took half a second, now and then, in the middle of an announcement.
"""

import gc
import socket
import sys
from collections.abc import Callable
from typing import Any

import uvicorn

from sync.server.errors import Trouble
from sync.server.office import Office
from sync.server.web import logs
from sync.server.web.app import build, premises_of
from sync.server.web.connections import protocol_of
from sync.server.web.context import Premises
from sync.server.web.settings import Settings

SWITCH_SECONDS = 0.001  # a writer gives the interpreter up at each statement, and waits for it
BACKLOG = 8192  # a crowd that comes back after a restart is let in, not refused


class Process(uvicorn.Server):
    """A uvicorn that says where it listens and lets its live streams go."""

    def __init__(
        self, config: uvicorn.Config, premises: Premises, say: Callable[[str], None]
    ) -> None:
        super().__init__(config)
        self._premises = premises
        self._say = say

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 20, 50)
            sys.setswitchinterval(SWITCH_SECONDS)
            self._say(f"Listening on {self.address()}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        self._premises.hub.close()
        if self._premises.settings.tls:
            self._let_idle_go()
        await super().shutdown(sockets)
        self._captured_signals.clear()  # or uvicorn would raise it again, and we end by a signal

    def _let_idle_go(self) -> None:
        """Drop connections that ask nothing: TLS would wait for each of them to say goodbye."""
        connections: list[Any] = list(self.server_state.connections)
        for connection in connections:
            cycle = connection.cycle
            idle = cycle is None or cycle.response_complete
            if idle and not connection.transport.get_write_buffer_size():
                connection.transport.abort()

    def address(self) -> str:
        """Return the address that is really listened on (port 0 gives any)."""
        host, port = self.servers[0].sockets[0].getsockname()[:2]
        scheme = "https" if self.config.ssl else "http"
        return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def process_of(
    office: Office, settings: Settings, host: str, port: int, say: Callable[[str], None]
) -> Process:
    """Make a process that is ready to run."""
    premises = premises_of(office, settings)
    config = uvicorn.Config(
        build(premises),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        http=protocol_of(settings),
        ws="none",
        lifespan="on",
        backlog=BACKLOG,
        timeout_graceful_shutdown=settings.graceful_seconds,
        timeout_keep_alive=75,  # longer than nginx keeps an idle connection to us
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.certificate_key,
    )
    return Process(config, premises, say)


def run(
    open_office: Callable[[], Office],
    *,
    host: str,
    port: int,
    settings: Settings,
    say: Callable[[str], None],
) -> None:
    """Serve until SIGTERM or SIGINT; `say` gets one line when the port is open."""
    logs.set_up(settings.log_level)
    _check_port(host, port)
    process = process_of(open_office(), settings, host, port, say)
    process.run()


def _check_port(host: str, port: int) -> None:
    """Refuse an address that is taken before anything is opened, in a sentence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise Trouble(
            f"{host}:{port} cannot be listened on: {error.strerror or error}.",
            "Choose another --host or --port, or stop what listens there.",
        ) from error
