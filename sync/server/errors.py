"""What the server says no with.

Refusal                the answer to a request: an HTTP status, a code, a title, a sentence
├── Malformed          400: not what a desk of ours sends
├── SignedOut          401: no session, or it has ended
├── BadCredentials     401: name and password do not fit
├── Forbidden          403
├── Absent             404: it is not there, or not for this person
├── CutOff             410: the log begins later; take the snapshot
├── Unfit              422: well-formed, and still not something that can be done
├── TooMany            429: wait `retry_after` seconds
└── Unavailable        503: not now
└── StorageDown    the database does not answer
Trouble                the answer to an administrator: one sentence, and what to do about it
"""


class Refusal(Exception):
    """A request that is not granted. `detail` is a sentence with a remedy."""

    status = 400
    code = "refused"
    title = "Refused"

    def __init__(self, detail: str, *, code: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or type(self).code
        self.retry_after = retry_after


class Malformed(Refusal):
    """Not what a desk of ours sends."""

    status, code, title = 400, "malformed", "Not understood"


class SignedOut(Refusal):
    """No session, or one that has ended."""

    status, code, title = 401, "signed_out", "Signed out"


class BadCredentials(Refusal):
    """Name and password do not fit; which of them is not said."""

    status, code, title = 401, "bad_credentials", "Not signed in"


class Forbidden(Refusal):
    """Known, and not allowed."""

    status, code, title = 403, "forbidden", "Forbidden"


class Absent(Refusal):
    """Not there, or not for this person: the answer is the same."""

    status, code, title = 404, "absent", "Not found"


class CutOff(Refusal):
    """The log begins after what was asked for."""

    status, code, title = 410, "cut", "Cut"


class Unfit(Refusal):
    """Well-formed, and still not something that can be done."""

    status, code, title = 422, "unfit", "Not possible"


class TooMany(Refusal):
    """Too often; `retry_after` says how long to wait."""

    status, code, title = 429, "too_many", "Too many requests"


class Unavailable(Refusal):
    """Not now; `retry_after` says when to try again."""

    status, code, title = 503, "unavailable", "Unavailable"

    def __init__(self, detail: str, *, code: str = "", retry_after: float = 5) -> None:
        super().__init__(detail, code=code, retry_after=retry_after)


class StorageDown(Unavailable):
    """The database does not answer."""

    code = "storage_down"

    def __init__(self) -> None:
        super().__init__("The database does not answer now. Try again in a moment.")


class Trouble(Exception):
    """A fault of the world for whoever runs the server, with a remedy they can carry out."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy
