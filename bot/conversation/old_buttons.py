"""The answer to a button of what was dealt with since: what changed, and how it stands now."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.directory import agencies
from bot.conversation.drafts import plan_list
from bot.conversation.office import assigning, confirming, instructed
from bot.conversation.people import absence, staff
from bot.conversation.pressed import StaleButtonError
from bot.conversation.reporting import indicators
from bot.conversation.talk import Talk
from bot.conversation.tasks import cards, lists
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import since as texts
from db.queries.messages import delivery_answered

Shows = Callable[[Talk], Awaitable[Outgoing]]

AGENCIES = """agencies agency mergewith mergeask merge unmerge alike apart rename members
member"""
DRAFTS = """draft asides head headfield follow followanyway newer ownplan changes look row rowright
rowsright rowlater rownot rowback rowuntil rowwho rowwords rowlead rowkeep goeson pair inlook
inright inlater innot inback intargets inname inwho inlead inkeep discard discardit"""
LISTS: tuple[tuple[str, Shows], ...] = (
    (AGENCIES, agencies.on_agencies),
    (DRAFTS, plan_list.on_plans),
    ("staff staffof invite person giverole move end letin", staff.on_staff),
    ("accept acceptall return review", confirming.on_awaiting),
    ("away back", absence.on_away),
    ("answer", instructed.on_list),
    ("assign amend drop lead helper deadline", assigning.on_standing),
    ("indicators indicator reading right unread reached", indicators.on_command),
)
"""What shows how the things behind these buttons stand, where no one task does."""

SHOWS = {verb: shows for verbs, shows in LISTS for verb in verbs.split()}


async def answer_stale(talk: Talk, stale: StaleButtonError) -> Outgoing:
    """Say what changed and show how it stands: the task's card, else the list it belongs to.

    To data that stands on no message of ours in this chat only that it is no more: nothing is
    shown to what a tampered client makes up.
    """
    pressed, verb = talk.incoming.button, (talk.incoming.button or "").partition(":")[0]
    about: tuple[int, ...] = (stale.task_id,) if stale.task_id else ()
    if not about and stale.said is None:
        message = talk.incoming.message
        delivery = await delivery_answered(talk.session, talk.chat.id, message) if message else None
        if delivery is None or pressed not in delivery.choices:
            return Outgoing((common.old_button(talk.tr),))
        about = tuple(delivery.about)
    shown = await _card(talk, about)
    if shown is None and verb in SHOWS:
        shown = await SHOWS[verb](talk)
    elif shown is None and talk.standing.agency_ids:
        shown = await lists.on_mine(talk)
    if shown is None:
        return Outgoing((stale.said or common.old_button(talk.tr),))
    said = stale.said or texts.dealt_with(talk.tr)
    return replace(shown, blocks=(said, *shown.blocks))


async def _card(talk: Talk, about: tuple[int, ...]) -> Outgoing | None:
    """The card of the one task it was about; None where it is theirs to see no more."""
    if len(about) != 1:
        return None
    found = await followed_tasks(talk, about)
    card = await cards.card(talk, found[0]) if found else None
    return card if card and card.about else None
