"""Every key of the window, by the name of what it does: one table for the code, the hints and help.

Keys are written the portable way of QKeySequence; `key_cap.py` shows them in the person's words.
"""

SHORTCUTS: dict[str, str] = {
    "search": "Ctrl+K",
    "next_result": "Down",
    "previous_result": "Up",
    "read": "Return",
    "complete": "Tab",
    "step_back": "Esc",
    "history_back": "Alt+Left",
    "history_forward": "Alt+Right",
    "find_in_article": "Ctrl+F",
    "outline": "Ctrl+J",
    "copy_reply": "Ctrl+Shift+C",
    "favourite": "Ctrl+B",
    "not_found": "F2",
    "why": "Ctrl+I",
    "filter_space": "Alt+E",
    "filter_kind": "Alt+T",
    "show_search": "Ctrl+1",
    "help": "F1",
    "settings": "Ctrl+,",
    "sync": "F9",
    "text_larger": "Ctrl++",
    "text_smaller": "Ctrl+-",
    "text_normal": "Ctrl+0",
    "quit": "Ctrl+Q",
}
