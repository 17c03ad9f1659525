"""What a newer version of a plan changes, a page at a time, and whether a draft is one."""

from bot.conversation.drafts.draft import back_to, find_draft, said_of_drafts
from bot.conversation.drafts.older_plans import read_ids
from bot.conversation.drafts.reviewing import summary
from bot.conversation.paging import in_rows, turning
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.drafts import pairing
from bot.texts.drafts import versions as texts
from db.enums import DraftField
from db.models import Plan
from tasks.drafts.rows import DraftRow
from tasks.drafts.versions import Versions, set_amended, versions_of

PAGE = 15
"""Changes named in one message."""
PAIRS, BESIDE = 8, 2
"""Rows on buttons under a page of changes, and how many stand beside each other."""


@said_of_drafts
async def on_newer(talk: Talk, argument: str) -> Outgoing:
    """ "Bản sửa đổi của ...": the draft is a newer version of that plan ("draft:plan")."""
    plan_id, old_id = read_ids(argument)
    draft = await find_draft(talk, plan_id)
    await set_amended(talk.session, draft, old_id, by=talk.actor)
    return await changes(talk, draft, 0)


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
    return await changes(talk, await find_draft(talk, plan_id), page)


async def changes(talk: Talk, draft: Plan, page: int, *notes: str) -> Outgoing:
    """A page of what the draft changes, with the rows that may be paired otherwise as buttons."""
    versions = await versions_of(talk.session, draft)
    if versions is None:
        return await summary(talk, draft)
    lines = texts.lines(talk.tr, versions)
    last = (len(lines) - 1) // PAGE
    page = min(page, last)
    rows = turning(talk.tr, f"changes:{draft.id}", page, last)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    pairs = _doubtful_pairs(versions)[page * PAIRS : (page + 1) * PAIRS]
    blocks = [*notes, texts.figures(talk.tr, versions), *shown]
    if pairs:
        row, number = pairs[0]
        other = (
            versions.old_rows[versions.found.removed[0]].task.number if number is None else number
        )
        blocks.append(pairing.hint(talk.tr, row=row.task.number, number=other))
    buttons = [
        Choice(
            pairing.button_row(talk.tr, row=row.task.number, number=number),
            f"goeson:{row.id}:{row.version}",
        )
        for row, number in pairs
    ]
    return Outgoing(tuple(blocks), (*in_rows(buttons, BESIDE), *rows, (back_to(talk, draft),)))


def _doubtful_pairs(versions: Versions) -> list[tuple[DraftRow, int | None]]:
    """The rows whose pair may be wrong, each with the number of its task: those that say something
    else than it, and new ones while tasks are left that no row goes on as."""
    found = versions.found
    reworded = {
        one.new: versions.old_rows[one.old].task.number
        for one in found.kept
        if one.changed(DraftField.CONTENT)
    }
    places = sorted({*reworded, *(found.added if found.removed else ())})
    return [(versions.new_rows[place], reworded.get(place)) for place in places]
