"""A desk that is its lock and its door only: says on stdout what it is and what comes in.

Run as `python -m tests.support.one_desk PROFILE [MESSAGE]`; it lives until it is killed or stdin is
closed.
"""

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

from kbdesk.ui.instance import claim


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main() -> int:
    root = Path(sys.argv[1])
    root.mkdir(parents=True, exist_ok=True)
    message = json.loads(sys.argv[2]) if len(sys.argv) > 2 else None
    application = QCoreApplication(sys.argv[:1])
    instance = claim(root, message, patience=60)
    if instance is None:
        say("handed")
        return 0
    say("desk")
    instance.call_came.connect(lambda event: say("call", event.call or event.number, event.state))
    instance.link_came.connect(lambda link: say("link", link.article or link.search))
    instance.raise_wanted.connect(lambda: say("raise"))
    instance.listen()
    instance.attend()
    say("listening")

    def leave() -> None:
        sys.stdin.read()
        QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=leave, daemon=True).start()
    application.exec()
    instance.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
