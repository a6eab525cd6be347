"""The sample base, so that the first minute shows what kbdesk is."""

from collections.abc import Callable

from kbdesk import __version__
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import WORKERS, import_base
from kbdesk.services.connected.account import Accounts
from kbdesk.services.workspace import Workspace

STAMP = "sample-version"

Progress = Callable[[int, int], None]


def bring_sample(
    workspace: Workspace, progress: Progress | None = None, *, workers: int = WORKERS
) -> None:
    """Bring the sample into a base; where nothing else is, it also gets its history.

    Whoever has texts, answers or a server of their own gets the texts and no more.
    """
    empty = _is_untouched(workspace)
    import_base(workspace, resources() / "sample", progress=progress, workers=workers)
    if empty:
        # late: once in a profile's life
        from kbdesk.services.demo.sample_history import live_through

        live_through(workspace)


def _is_untouched(workspace: Workspace) -> bool:
    """Say whether nobody has brought in, asked or answered anything here."""
    return (
        Accounts(workspace.profile).read() is None
        and workspace.outbox.identity() is None
        and not workspace.outbox.count()
        and not workspace.articles.count()
        and not workspace.live.coaching.answered_here()
    )


def open_sample(profile: Profile) -> int:
    """Fill the demo's own profile with the sample and its history; count the articles."""
    with Workspace(profile) as workspace:
        stamp = profile.root / STAMP
        if not stamp.is_file() or stamp.read_text("utf-8") != __version__:
            bring_sample(workspace)
            stamp.write_text(__version__, "utf-8")
        workspace.catch_up()
        return workspace.articles.count()
