"""`python -m tests.bench.peers.bare_asgi`: uvicorn that answers 304 to everything.

The floor of the server's bench: what the same HTTP machinery costs when nobody thinks.
"""

import socket
from typing import Any

import uvicorn

HEADERS = [(b"etag", b'"0"'), (b"kb-protocol", b"kbdesk/1")]


async def answer(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 304, "headers": HEADERS})
    await send({"type": "http.response.body", "body": b""})


def main() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        print(f"Listening on http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
        config = uvicorn.Config(answer, log_config=None, access_log=False, lifespan="off")
        uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
