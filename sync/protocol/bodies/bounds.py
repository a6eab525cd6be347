"""What the fields of bodies are bounded by."""

from typing import Annotated

from msgspec import Meta

Text = Annotated[str, Meta(max_length=64 * 1024)]
Short = Annotated[str, Meta(max_length=2_000)]
Id = Annotated[str, Meta(min_length=1, max_length=500)]
