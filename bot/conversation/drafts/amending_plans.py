"""What a newer version of a plan changes, a page at a time, and whether a draft is one."""

from bot.conversation.drafts.draft import back_to, find_draft, said_of_drafts
from bot.conversation.drafts.older_plans import read_ids
from bot.conversation.drafts.reviewing import summary
from bot.conversation.paging import turning
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.drafts import versions as texts
from db.models import Plan
from tasks.drafts.versions import set_amended, versions_of

PAGE = 15
"""Changes named in one message."""


@said_of_drafts
async def on_newer(talk: Talk, argument: str) -> Outgoing:
    """ "Bản sửa đổi của ...": the draft is a newer version of that plan ("draft:plan")."""
    plan_id, old_id = read_ids(argument)
    draft = await find_draft(talk, plan_id)
    await set_amended(talk.session, draft, old_id, by=talk.actor)
    return await _changes(talk, draft, 0)


@said_of_drafts
async def on_own_plan(talk: Talk, plan_id: str) -> Outgoing:
    """ "Là kế hoạch riêng": the draft amends none."""
    draft = await find_draft(talk, plan_id)
    await set_amended(talk.session, draft, None, by=talk.actor)
    return await summary(talk, draft)


@said_of_drafts
async def on_changes(talk: Talk, argument: str) -> Outgoing:
    """What the draft changes of the plan that it amends, a page at a time ("draft:page")."""
    plan_id, page = read_ids(argument)
    return await _changes(talk, await find_draft(talk, plan_id), page)


async def _changes(talk: Talk, draft: Plan, page: int) -> Outgoing:
    versions = await versions_of(talk.session, draft)
    if versions is None:
        return await summary(talk, draft)
    lines = texts.lines(talk.tr, versions)
    last = (len(lines) - 1) // PAGE
    page = min(page, last)
    rows = turning(talk.tr, f"changes:{draft.id}", page, last)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    blocks = (texts.figures(talk.tr, versions), *shown)
    return Outgoing(blocks, (*rows, (back_to(talk, draft),)))
