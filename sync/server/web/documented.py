"""What the OpenAPI document says of each route: every status it may answer, and with what."""

from collections.abc import Generator
from typing import Any, Generic, TypeVar

from litestar.dto import AbstractDTO, DTOFieldDefinition
from litestar.openapi import ResponseSpec
from litestar.typing import FieldDefinition

from sync.protocol import codec, wire
from sync.server.errors import Malformed
from sync.server.web.problems import MEDIA_TYPE

T = TypeVar("T")

REFUSALS = {
    400: "Malformed.",
    401: "No session, or it has ended (code `signed_out`).",
    403: "May be seen, but not done.",
    404: "Not there, or not for this person.",
    408: "The body came too slowly.",
    410: "The log begins later: take the snapshot (code `cut`).",
    413: "Too large.",
    415: "A media type or content coding that is not spoken here.",
    416: "The file has no such bytes.",
    422: "Understood, and not possible.",
    426: "The desk is too old (code `too_old`).",
    429: "Too often; see Retry-After.",
    500: "The server's own mistake.",
    503: "The storage does not answer, or too many wait; see Retry-After.",
}
ALWAYS = (400, 426, 429, 500, 503)
SESSION = (*ALWAYS, 401)
WITH_BODY = (408, 413, 415)


def answers(good: dict[int, Any], *refusals: int) -> dict[int, ResponseSpec]:
    """Describe all answers of a route: `good` maps a status to a type, None for no body."""
    specs = {
        status: ResponseSpec(kind, description="Done.", generate_examples=False)
        for status, kind in good.items()
    }
    problem = {
        status: ResponseSpec(
            wire.Problem,
            description=REFUSALS[status],
            media_type=MEDIA_TYPE,
            generate_examples=False,
        )
        for status in refusals
    }
    return specs | problem


def octets(description: str) -> ResponseSpec:
    return ResponseSpec(
        bytes,
        description=description,
        media_type="application/octet-stream",
        generate_examples=False,
    )


class Body(AbstractDTO[T], Generic[T]):
    """Reads a body by our own codec, from bytes to struct in one step, texts left as they came."""

    @classmethod
    def create_for_field_definition(
        cls, field_definition: FieldDefinition, handler_id: str, backend_cls: Any = None
    ) -> None:
        """Need no back-end of Litestar's."""

    @classmethod
    def create_openapi_schema(
        cls, field_definition: FieldDefinition, handler_id: str, schema_creator: Any
    ) -> Any:
        del handler_id  # the type alone decides
        return schema_creator.for_field_definition(field_definition)

    @classmethod
    def generate_field_definitions(cls, model_type: type[Any]) -> Generator[DTOFieldDefinition]:
        """Give none: the type speaks for itself."""
        del model_type
        yield from ()

    @classmethod
    def detect_nested_field(cls, field_definition: FieldDefinition) -> bool:
        del field_definition
        return False

    def decode_bytes(self, value: bytes) -> Any:
        try:
            return codec.decode(value, self.model_type)
        except codec.Unbelievable as error:
            raise Malformed(str(error).replace("The answer", "The body")) from None
