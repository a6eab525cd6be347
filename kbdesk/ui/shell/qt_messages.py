"""What Qt says about itself goes to the log; what it calls critical becomes a report."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kbdesk.crash import Reports

log = logging.getLogger("kbdesk.qt")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def listen(reports: Reports) -> None:
    """Hear Qt from now on."""

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        level = LEVELS.get(kind, logging.INFO)
        log.log(level, "%s", message)
        if level >= logging.ERROR:
            reports.note_message(message)

    qInstallMessageHandler(hear)


def stop() -> None:
    """Give Qt its own voice back."""
    qInstallMessageHandler(None)
