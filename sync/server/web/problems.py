"""Errors as RFC 9457 has them: one shape for whatever goes wrong, wherever it goes wrong.

What a person did wrong is told in a sentence; what we did wrong is told to the log, and the person
hears only that it was us.
"""

import logging
import math
from http import HTTPStatus

import msgspec
from litestar.exceptions import HTTPException, ValidationException

from sync.protocol import wire
from sync.server.errors import Refusal
from sync.server.web.refusals import NoSuchVerb

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger("kbdesk.server")

CODES = {
    400: "malformed",
    401: "signed_out",
    403: "forbidden",
    404: "absent",
    413: "too_large",
    415: "media_type",
}


def told(error: Exception) -> tuple[wire.Problem, dict[str, str]]:
    """Return the problem that an exception is, and the headers that go with it."""
    if isinstance(error, Refusal):
        return _refused(error)
    if isinstance(error, HTTPException):
        return _routed(error)
    log.error("A request failed by our fault.", exc_info=error)
    return problem(500, "server_fault", "The server made a mistake. It has been logged."), {}


def problem(status: int, code: str, detail: str, title: str = "") -> wire.Problem:
    return wire.Problem(title or HTTPStatus(status).phrase, status, code, detail)


def _refused(error: Refusal) -> tuple[wire.Problem, dict[str, str]]:
    said = problem(error.status, error.code, error.detail, error.title)
    headers = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, NoSuchVerb):
        headers["Allow"] = error.allow
    if error.retry_after is not None:
        seconds = max(1, math.ceil(error.retry_after))
        headers["Retry-After"] = str(seconds)
        said = msgspec.structs.replace(said, retry_after=seconds)
    return said, headers


def _routed(error: HTTPException) -> tuple[wire.Problem, dict[str, str]]:
    status = error.status_code
    return problem(status, CODES.get(status, "malformed"), _sentence(error)), {}


def _sentence(error: HTTPException) -> str:
    if isinstance(error, ValidationException) and isinstance(error.extra, list):
        wrong = "; ".join(f"{one.get('key')}: {one.get('message')}" for one in error.extra[:3])
        return f"Not understood: {wrong}"[:400]
    if error.status_code == 404:
        return "There is nothing here."
    return str(error.detail)[:400]
