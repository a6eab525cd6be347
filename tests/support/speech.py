"""Languages that a test put on the application, and how to take them off again."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator

MACHINE = QLocale()


def forget() -> None:
    """Leave the application without any translation: its words are those of the source."""
    application = QCoreApplication.instance()
    if application is None:
        return
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # windows closed before
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(MACHINE)
