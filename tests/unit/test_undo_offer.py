"""One thing at a time can be taken back, and only once."""

from kbdesk.ui.shell.undo import Undo, Undoable


def test_what_was_done_last_is_taken_back_once() -> None:
    undo, done = Undo(), []
    undo.offer(Undoable("first", lambda: done.append("first")))
    undo.offer(Undoable("second", lambda: done.append("second")))
    assert undo.stands
    assert undo.take()
    assert not undo.take()
    assert done == ["second"]


def test_what_is_forgotten_cannot_be_taken_back() -> None:
    undo, done = Undo(), []
    undo.offer(Undoable("first", lambda: done.append("first")))
    undo.forget()
    assert not undo.take()
    assert done == []
