"""`/openapi.json`: what Litestar reads off the routes, and what it cannot know of the front.

The document is made on the first request for it and kept: a server that nobody asks pays nothing.
"""

from functools import cache
from typing import Any

import msgspec
from litestar import Litestar, get
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme

from sync.protocol import codec, versions, wire
from sync.server.web.answers import Answer, give
from sync.server.web.context import Asked, call_of
from sync.server.web.documented import REFUSALS, SESSION
from sync.server.web.problems import MEDIA_TYPE
from sync.server.web.settings import product_version

VERSION_HEADER = {
    "name": codec.PROTOCOL,
    "in": "header",
    "required": False,
    "description": "The newest version the client speaks; the newest of all when left out.",
    "schema": {"type": "string", "enum": [versions.header(n) for n in versions.SERVED]},
}
WIRE_TYPES = tuple(
    found
    for found in vars(wire).values()
    if isinstance(found, type) and issubclass(found, msgspec.Struct) and found is not msgspec.Struct
)
ANY_PERSON = ("/health", "/openapi.json")


@get("/openapi.json", include_in_schema=False)
async def openapi(request: Asked) -> Answer:
    """Give the OpenAPI document."""
    call = call_of(request)
    return give(_document(), call.version, call.coding)


@cache
def _document() -> bytes:
    from sync.server.web.app import ROUTES  # late: the document describes its own list of routes

    app = Litestar(ROUTES, openapi_config=_config(), logging_config=None)
    schema = app.openapi_schema.to_schema()
    schema["paths"] = {path: item for path, item in schema["paths"].items() if _ours(path)}
    schema["paths"]["/v1/live"] = {"get": _live(schema["paths"])}
    schema["components"]["schemas"] |= _wire_types()
    for path, item in schema["paths"].items():
        for operation in item.values():
            _complete(path, operation)
    return codec.encode(schema)


def _wire_types() -> dict[str, Any]:
    """Describe the types of the wire by msgspec itself, which knows rows that are lists."""
    template = "#/components/schemas/{name}"
    return msgspec.json.schema_components(WIRE_TYPES, ref_template=template)[1]


def _ours(path: str) -> bool:
    return path.startswith("/v1/") or path in ANY_PERSON


def _config() -> OpenAPIConfig:
    session = SecurityScheme(
        type="http", scheme="bearer", description="The token of POST /v1/sessions."
    )
    return OpenAPIConfig(
        title="kbdesk server",
        version=product_version(),
        description="Changes come down, operations go up. Errors are RFC 9457 problems.",
        components=Components(security_schemes={"session": session}),
        use_handler_docstrings=True,
    )


def _complete(path: str, operation: dict[str, Any]) -> None:
    if "204" in operation["responses"]:
        del operation["responses"]["200"]  # Litestar's default; there is no such answer
    if not path.startswith("/v1/"):
        return
    operation.setdefault("parameters", []).append(VERSION_HEADER)
    if operation["operationId"] != "signIn":
        operation["security"] = [{"session": []}]


def _live(paths: dict[str, Any]) -> dict[str, Any]:
    """Describe the stream, which is no route of Litestar's."""
    problems = paths["/v1/me"]["get"]["responses"]["401"]["content"][MEDIA_TYPE]
    refusals = {
        str(status): {"description": REFUSALS[status], "content": {MEDIA_TYPE: problems}}
        for status in SESSION
    }
    stream = {
        "description": "Events `heads` and `announcement` (server-sent events); pings in between.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
    return {
        "operationId": "live",
        "summary": "Live",
        "description": "Hear at once that a space has moved on, or of an announcement.",
        "parameters": [
            {
                "name": "Last-Event-ID",
                "in": "header",
                "required": False,
                "schema": {"type": "string", "maxLength": 100},
            }
        ],
        "responses": {"200": stream, **refusals},
    }


ROUTES: list[Any] = [openapi]
