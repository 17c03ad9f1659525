"""What the sheet of a draft writes: one function for each path that it posts to.

Each raises `BadRequestError` for what no sheet posts, and the refusals of `tasks`; it returns what
is said of the draft at its end, or nothing while it goes on being one.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.channels.web.drafts.posts import (
    read_edit,
    read_head,
    read_indicator,
    read_maybe,
    read_number,
    read_review,
    read_seen,
)
from bot.channels.web.drafts.reader import OpenDraft
from bot.conversation.drafts.accepting import follow_and_say
from bot.conversation.drafts.draft import name_of
from bot.conversation.listening.english_orders import ENGLISH, day_in_vietnamese
from bot.conversation.listening.english_reports import reports_in_vietnamese
from bot.texts.drafts import discarding
from tasks.drafts.correcting import edit_rows, review_rows
from tasks.drafts.discarding import discard_draft
from tasks.drafts.head import edit_head
from tasks.drafts.indicators import edit_indicator, review_indicator
from tasks.drafts.pairing import pair_row
from tasks.drafts.versions import is_undecided, set_amended
from tasks.errors import UnsaidVersionError

Said = Sequence[str] | None
Write = Callable[[OpenDraft, Mapping[str, Any]], Awaitable[Said]]


async def correct_rows(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Correct rows: `{"seen": {id: version}, "edit": {...}}`, or `"review"` in its place."""
    seen = read_seen(body)
    if "review" in body:
        review = read_review(body["review"])
        await review_rows(draft.session, draft.plan, seen, review, by=draft.by)
    else:
        edit = read_edit(body.get("edit"))
        if edit.deadline and draft.tr.locale == ENGLISH:
            edit = replace(edit, deadline=day_in_vietnamese(edit.deadline))
        await edit_rows(draft.session, draft.plan, seen, edit, by=draft.by)
    return None


async def correct_indicator(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Correct an indicator: `{"indicator", "seen", "edit": {...}}`, or `"review"`."""
    one, seen = read_number(body.get("indicator")), read_number(body.get("seen"))
    if "review" in body:
        review = read_review(body["review"])
        await review_indicator(draft.session, draft.plan, one, seen, review, by=draft.by)
    else:
        edit = read_indicator(body.get("edit"))
        await edit_indicator(draft.session, draft.plan, one, seen, edit, by=draft.by)
    return None


async def correct_head(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Correct the plan's own fields: `{"seen": version, "head": {...}}`."""
    seen, head = read_number(body.get("seen")), read_head(body.get("head"), draft.by.today)
    if head.reporting is not None:
        head = replace(head, reporting=reports_in_vietnamese(head.reporting))
    await edit_head(draft.session, draft.plan, seen, head, by=draft.by)
    return None


async def amend(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Say which plan the draft is a newer version of: `{"plan": id}`, null for none."""
    await set_amended(draft.session, draft.plan, read_maybe(body.get("plan")), by=draft.by)
    return None


async def pair(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Say which followed task a row goes on as: `{"row", "seen", "number"}`."""
    row, seen = read_number(body.get("row")), read_number(body.get("seen"))
    number = read_maybe(body.get("number"))
    await pair_row(draft.session, draft.plan, row, seen, number, by=draft.by)
    return None


async def follow(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Follow the draft from now on; `{"own": true}` where it is like a followed plan and a plan
    of its own all the same."""
    if body.get("own") is not True and await is_undecided(draft.session, draft.plan):
        raise UnsaidVersionError
    return await follow_and_say(
        draft.session,
        draft.committee,
        draft.plan,
        standing=draft.by.standing,
        now=draft.by.now,
        tr=draft.tr,
        default_locale=draft.locale,
    )


async def discard(draft: OpenDraft, body: Mapping[str, Any]) -> Said:
    """Throw the draft away: `{"discard": true}`, which the sheet sends once that was confirmed."""
    if body.get("discard") is not True:
        return None
    name = name_of(draft.plan)
    await discard_draft(draft.session, draft.plan, by=draft.by)
    return [discarding.discarded(draft.tr, plan=name)]


WRITES: Mapping[str, Write] = {
    "rows": correct_rows,
    "indicators": correct_indicator,
    "head": correct_head,
    "amends": amend,
    "pairs": pair,
    "follow": follow,
    "discard": discard,
}
"""By the last part of the address: /plans/7/rows."""
