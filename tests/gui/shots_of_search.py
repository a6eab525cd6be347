"""Search and read, settings and help, for the pictures."""

from tests.gui.shots import shot
from tests.support.desk_window import DeskWindow


@shot("start")
def start(desk: DeskWindow) -> None:
    desk.find("")


@shot("results")
def results(desk: DeskWindow) -> None:
    desk.find("rembours")


@shot("reading")
def reading(desk: DeskWindow) -> None:
    desk.find("rembours")
    desk.window.search.read()
    desk.settle()


@shot("home")
def home(desk: DeskWindow) -> None:
    for query in ("box", "facture", "mobile"):
        desk.find(query)
        desk.window.search.read()
        desk.settle()
    desk.window.search.toggle_favourite()
    desk.find("")
    desk.window.search.focus_search()
    desk.settle()


@shot("shelf")
def shelf(desk: DeskWindow) -> None:
    desk.find("")
    desk.window.deeds.search_in("fibre")
    desk.settle()


@shot("nothing")
def nothing(desk: DeskWindow) -> None:
    desk.find("zzyx")


@shot("noted")
def noted(desk: DeskWindow) -> None:
    desk.find("zzyx")
    desk.window.search.report_not_found()
    desk.wait(lambda: desk.window.undoing.stands)


@shot("why")
def why(desk: DeskWindow) -> None:
    desk.find("rembourser")
    desk.window.search.explain()
    desk.wait(desk.window.search.why.isVisible)


@shot("settings")
def settings_page(desk: DeskWindow) -> None:
    desk.window.show_screen("settings")


@shot("help")
def manual(desk: DeskWindow) -> None:
    desk.window.show_screen("help")
    desk.settle()


@shot("trouble")
def trouble(desk: DeskWindow) -> None:
    desk.find("fibre")
    desk.window.notice.tell(desk.window.tr("Help"))
    desk.window.tell(RuntimeError("a bug of ours"))
