"""From an article to a guide that can be walked; reads only, and keeps nothing of a walk."""

from collections.abc import Mapping
from datetime import date

from kbdesk.core.articles import Article, freshness
from kbdesk.core.lease import Lease
from kbdesk.core.walks import GuideReading


def made_ready(
    article: Article,
    *,
    on: date,
    ids: Mapping[str, str],
    space_title: str,
    verifier: str = "",
    lease: Lease,
) -> GuideReading:
    """Make every step of a guide ready to be shown, so that a walk asks for nothing more."""
    from kbdesk.content.step_pages import step_pages  # late: no Markdown reader in the start

    guide, pages = step_pages(article, on=on, ids=ids)
    return GuideReading(
        article=article,
        guide=guide,
        pages=pages,
        freshness=freshness(article.verified, article.review_every, on),
        space_title=space_title,
        verifier=verifier,
        lease=lease,
    )
