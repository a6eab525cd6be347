"""What PySide does to Python's imports, undone: it would read every module's source once more.

When a module is imported after PySide6, the binding looks through its source for the word
"PySide6", to know where `from __feature__ import` may change the spelling of Qt's names. Each file
is read twice for that, and the lines of them all, 5 MB, stay in memory. Nobody switches features
here, so nobody needs to know. It is undone when this is first imported, before our other modules.
"""

import linecache
import sys

import PySide6.QtCore  # noqa: F401  # brings in what is put right below


def stop_reading_sources() -> None:
    """Let imports be imports; where the binding has changed inside, nothing happens."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010  # it has no types
        linecache.clearcache()


stop_reading_sources()
