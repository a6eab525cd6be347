"""The ear of the tests: it hears every log record from WARNING up."""

import logging
import re


class Silence(logging.Handler):
    """Collects warnings; a pattern announced with `expect` is allowed and must be heard."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self._expected: list[str] = []

    def expect(self, pattern: str) -> None:
        self._expected.append(pattern)

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def complaint(self) -> str:
        """Say what broke the silence, or "" when all is well."""
        stray = [line for line in self.heard if not any(re.search(p, line) for p in self._expected)]
        missing = [p for p in self._expected if not any(re.search(p, line) for line in self.heard)]
        return "\n".join(
            [f"Unannounced in the log: {line}" for line in stray]
            + [f"Announced but never logged: {pattern}" for pattern in missing]
        )
