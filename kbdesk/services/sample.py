"""The sample base in a profile of its own, so that the first minute shows what kbdesk is."""

import shutil

from kbdesk import __version__
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace

STAMP = "sample-version"


def fill_with_sample(profile: Profile, *, fresh: bool = False) -> int:
    """Bring the sample base into a profile; return how many articles it then holds.

    With `fresh`, everything that was in the profile goes first: only ever ask that of a profile
    that is the demo's own.
    """
    if fresh and profile.root.is_dir():
        shutil.rmtree(profile.root)
    with Workspace(profile) as workspace:
        stamp = profile.root / STAMP
        if not stamp.is_file() or stamp.read_text("utf-8") != __version__:
            import_base(workspace, resources() / "sample")
            stamp.write_text(__version__, "utf-8")
        workspace.catch_up()
        return workspace.articles.count()
