"""Binding groups: the code in a secretary's private chat, its use in the group, letting go."""

from bot.conversation.drafts.reviewing import PAGE
from bot.conversation.groups.call import Call, whose, words_of
from bot.conversation.names.agencies import known_agencies
from bot.conversation.paging import in_rows, turning
from bot.conversation.people.staff import ROW, only_office
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, queue_answer, read_id
from bot.ports import Choice, Outgoing, Spot
from bot.texts import groups as texts
from db.models import Agency, Chat
from db.queries.groups import bound_groups
from db.queries.office import agencies_by_id
from tasks.errors import AlreadyDecidedError
from tasks.groups import (
    TooManyGuessesError,
    WrongCodeError,
    bind_group,
    make_group_code,
    unbind_group,
)

OWN = 0
"""Stands for the committee itself where an agency's id would stand."""
OFFERED = 20
"""Agencies offered in one message."""


async def on_groups(talk: Talk, argument: str = "") -> Outgoing:
    """/nhom: the groups bound, and a code for another; `argument` may name its agency."""
    only_office(talk)
    named = (await known_agencies(talk)).named(argument)
    if len(named) == 1:
        return await on_code(talk, str(named[0]))
    tr = talk.tr
    found = await bound_groups(talk.session, talk.committee.id)
    lines = [
        texts.line(
            tr,
            title=one.title,
            whose=one.agency.name if one.agency else one.committee.name,
            who=one.binder.name,
            when=tr.time(one.bound_at, talk.zone),
        )
        for one in found
    ]
    heading = texts.heading(tr, count=len(found)) if found else texts.no_groups(tr)
    rows: list[tuple[Choice, ...]] = [
        (Choice(texts.button_unbind(tr, title=one.title), f"groupend:{one.id}"),) for one in found
    ]
    rows.append(
        (
            Choice(texts.button_committee(tr), f"groupcode:{OWN}"),
            Choice(texts.button_agency(tr), "groupfor:0"),
        )
    )
    return Outgoing((heading, *lines, texts.how_to_go_on(tr)), tuple(rows))


async def on_agencies(talk: Talk, argument: str) -> Outgoing:
    """The agencies a group can be bound to; `argument` is the page, from 0."""
    only_office(talk)
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    last = max(0, len(agencies) - 1) // OFFERED
    page = min(read_id(argument) or 0, last)
    shown = agencies[page * OFFERED : (page + 1) * OFFERED]
    buttons = [Choice(agency.name, f"groupcode:{agency.id}") for agency in shown]
    rows = [*in_rows(buttons, ROW), *turning(talk.tr, "groupfor", page, last)]
    return Outgoing((texts.choose_agency(talk.tr),), tuple(rows))


async def on_code(talk: Talk, argument: str) -> Outgoing:
    """A code for a group of this agency, or of the committee itself.

    It is known again by who sends it in the group, so that it is given in their chat there alone.
    """
    only_office(talk)
    if talk.chat.channel == PAGE:
        return Outgoing((texts.ask_in_chat(talk.tr, bot=talk.bot_name),))
    agency_id = read_id(argument)
    agency: Agency | None = None
    if agency_id != OWN:
        found = await agencies_by_id(talk.session, talk.committee.id, [agency_id or OWN])
        if not found:
            raise StaleButtonError
        agency = found[0]
    code, expires_at = await make_group_code(talk.session, talk.committee, agency, talk.actor)
    return Outgoing(
        texts.code(
            talk.tr,
            whose=agency.name if agency else talk.committee.name,
            code=code,
            until=talk.tr.time(expires_at, talk.zone),
            bot=talk.bot_name,
        )
    )


async def on_end(talk: Talk, argument: str) -> Outgoing:
    """Let a group go; it is told."""
    only_office(talk)
    found = {one.id: one for one in await bound_groups(talk.session, talk.committee.id)}
    binding = found.get(read_id(argument) or 0)
    if binding is None:
        raise StaleButtonError
    await unbind_group(talk.session, binding, talk.actor)
    chat = await talk.session.get_one(Chat, binding.chat_id)
    tr = words_of(binding, talk.default_locale)
    farewell = Outgoing((texts.unbound(tr, whose=whose(tr, binding)),), spot=Spot(binding.topic))
    queue_answer(talk.session, chat, farewell, talk.committee, now=talk.now)
    return Outgoing((texts.let_go(talk.tr, title=binding.title),))


async def connect(call: Call, code: str) -> None:
    """Bind the group that a code was sent in, and say to what; or why not."""
    if call.group.sender is None:
        return call.reply(Outgoing((texts.hidden_sender(call.tr),)))
    try:
        binding = await bind_group(
            call.session,
            call.chat,
            code,
            by=await call.sender(),
            title=call.group.title,
            topic=call.group.spot.topic,
            now=call.now,
        )
    except WrongCodeError:
        return call.reply(Outgoing((texts.wrong_code(call.tr),)))
    except TooManyGuessesError as refusal:
        if refusal.first:
            call.reply(Outgoing((texts.too_many_codes(call.tr),)))
        return None
    except AlreadyDecidedError:
        return call.reply(Outgoing((texts.bound_elsewhere(call.tr),)))
    call.binding, call.chat.dialogue = binding, None
    agency = binding.agency.name if binding.agency else None
    said = texts.bound(call.tr, committee=binding.committee.name, agency=agency, bot=call.bot_name)
    return call.reply(Outgoing(said))
