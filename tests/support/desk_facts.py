"""What can be seen of a desk that runs, told by one process to another as a line of JSON."""

import json
from dataclasses import asdict, dataclass, field

Box = tuple[int, int, int, int]  # left, top, width, height, of the screen
NOWHERE: Box = (0, 0, 0, 0)


@dataclass(frozen=True)
class Facts:
    """The window at one moment; "" and 0 where there is nothing."""

    settled: bool = False
    screen: str = ""
    focus: str = ""  # class of the widget that has the keys
    name: str = ""  # what it is called
    stop: int = 0  # which one it is: names may be alike
    held: str = ""  # the text in it, or its chosen row
    caret: int = 0  # where in that text, or which row
    active: bool = False
    menu: bool = False  # one is open
    docked: bool = False
    scale: int = 100
    notice: str = ""

    query: str = ""
    found: int = 0  # rows of the list
    chosen: str = ""  # article id
    article: str = ""  # id of what is read
    match: str = ""  # of the words found in the article: "2 / 7"
    step: str = ""  # id, of a guide that is walked
    answers: int = 0

    palette: bool = False
    asked: str = ""  # in the palette
    row: str = ""  # its choice, or that of the menu

    panel: bool = False  # the contact in hand is on screen, or its place
    contact: str = ""  # key
    phase: str = ""
    number: str = ""
    waiting: int = 0
    cards: int = 0
    lead: str = ""  # article id of the card that speaks
    box: Box = NOWHERE  # where that card is
    note: str = ""
    painted: dict[str, float] = field(default_factory=dict)  # contact: when its card was painted

    def line(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def read(line: str) -> "Facts":
        told = json.loads(line)
        return Facts(**told | {"box": tuple(told["box"])})
