"""Which conversation an incoming message belongs to: two flat tables and the way to them."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation import (
    absence,
    agencies,
    amending,
    amending_plans,
    answering,
    asking,
    assigning,
    buttons,
    confirming,
    correcting,
    deciding,
    dropping,
    evidence,
    explaining,
    hours,
    indicators,
    instead,
    instructing,
    intake,
    joining,
    naming,
    nothing_new,
    nudging,
    people,
    readings,
    report_days,
    reports,
    reviewing,
    rollup,
    staff,
    tasks,
    undoing,
)
from bot.conversation.talk import Talk, name_committee, queue_answer, translator_of
from bot.i18n import Translator
from bot.ports import Incoming, IncomingFile, Outgoing
from bot.texts import common
from db.models import Chat, Committee, Person
from db.queries.messages import delivery_answered, last_offer
from db.queries.people import chat_at

Handler = Callable[[Talk, str], Awaitable[Outgoing | None]]
Typed = Callable[[Talk], Awaitable[Outgoing | None]]

COMMANDS: dict[str, Handler] = {
    "viec": tasks.on_mine,
    "chitieu": indicators.on_command,
    "coquan": agencies.on_agencies,
    "tonghop": rollup.on_roll_up,
    "xacnhan": confirming.on_awaiting,
    "giaoviec": assigning.on_assign,
    "kehoach": reviewing.on_plans,
    "chidao": instructing.on_list,
    "nhansu": staff.on_staff,
    "dondoc": nudging.on_nudge,
    "vangmat": absence.on_away,
    "gio": hours.on_hour,
    "nhacviec": hours.on_ladder,
    "ky": report_days.on_report_days,
    "tuantoi": explaining.on_week,
    "ngonngu": people.on_language,
    "banchidao": people.on_committee,
    "trogiup": people.on_help,
    "help": people.on_help,
    "start": people.on_help,
}

BUTTONS: dict[str, Handler] = {
    "task": tasks.on_card,
    "mine": tasks.on_mine,
    "list": tasks.on_turn,
    "done": buttons.on_done,
    "progress": buttons.on_progress,
    "percent": buttons.on_percent,
    "idle": buttons.on_idle,
    "blocked": buttons.on_blocked,
    "extend": buttons.on_extend,
    "nothing": nothing_new.on_nothing_new,
    "undo": undoing.on_undo,
    "which": reports.on_which,
    "attach": evidence.on_attach,
    "prove": evidence.on_prove,
    "off": evidence.on_off,
    "files": evidence.on_files,
    "review": confirming.on_review,
    "accept": confirming.on_accept,
    "acceptall": confirming.on_accept_all,
    "return": confirming.on_return,
    "grant": deciding.on_grant,
    "refuse": deciding.on_refuse,
    "away": absence.on_stand_in,
    "back": absence.on_back,
    "hour": hours.on_hour,
    "why": explaining.on_why,
    "ladder": hours.on_ladder,
    "language": people.on_language,
    "assign": assigning.on_give,
    "amend": assigning.on_amend,
    "drop": assigning.on_drop,
    "lead": assigning.on_lead,
    "helper": assigning.on_helper,
    "deadline": assigning.on_deadline,
    "received": assigning.on_received,
    "instead": instead.on_instead,
    "insteadof": instead.on_agency,
    "came": instead.on_came,
    "wrong": instead.on_wrong,
    "correct": amending.on_correct,
    "pause": amending.on_pause,
    "resume": amending.on_resume,
    "hand": amending.on_hand,
    "nudge": nudging.on_nudge_all,
    "staff": staff.on_staff,
    "staffof": staff.on_staff_of,
    "invite": staff.on_invite,
    "person": staff.on_person,
    "giverole": staff.on_give_role,
    "move": staff.on_move,
    "end": staff.on_end,
    "letin": joining.on_let_in,
    "named": naming.on_named,
    "instruct": instructing.on_instruct,
    "answer": instructing.on_answer,
    "draft": reviewing.on_draft,
    "asides": reviewing.on_asides,
    "head": reviewing.on_head,
    "headfield": reviewing.on_head_field,
    "follow": reviewing.on_follow,
    "followanyway": reviewing.on_follow_anyway,
    "newer": amending_plans.on_newer,
    "ownplan": amending_plans.on_own_plan,
    "changes": amending_plans.on_changes,
    "look": correcting.on_look,
    "row": correcting.on_row,
    "rowright": correcting.on_right,
    "rowlater": correcting.on_later,
    "rownot": correcting.on_not_a_task,
    "rowback": correcting.on_back,
    "rowuntil": correcting.on_until,
    "rowwho": correcting.on_who,
    "rowwords": correcting.on_words,
    "rowlead": correcting.on_lead,
    "rowkeep": correcting.on_keep,
    "indicators": indicators.on_indicators,
    "indicator": indicators.on_indicator,
    "reading": readings.on_reading,
    "right": readings.on_right,
    "unread": readings.on_unread,
    "reached": readings.on_reached,
    "agencies": agencies.on_agencies,
    "agency": agencies.on_agency,
    "mergewith": agencies.on_merge_with,
    "mergeask": agencies.on_merge_ask,
    "merge": agencies.on_merge,
    "unmerge": agencies.on_unmerge,
    "alike": agencies.on_alike,
    "apart": agencies.on_apart,
    "rename": agencies.on_rename,
    "members": agencies.on_members,
    "member": agencies.on_member,
}

TYPED: tuple[Typed, ...] = (
    dropping.on_words,
    confirming.reason_given,
    correcting.typed,
    agencies.on_agency_words,
    readings.on_reading_words,
    answering.question_answered,
    instructing.on_reply,
    assigning.on_received_words,
    confirming.on_words,
    amending.on_words,
    naming.on_words,
    assigning.on_words,
    instructing.on_words,
    nudging.on_words,
    instead.on_words,
    absence.on_words,
    asking.on_words,
    evidence.on_number_typed,
    reports.on_text,
)
"""Who may understand what is typed, in this order; None says that it is not theirs."""

COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
BARE_CODE = re.compile(r"[A-Za-z0-9]{5}(-?)[A-Za-z0-9]{5}")
"""An invitation code typed without /start; from people we know, with its dash."""


async def answer(
    session: AsyncSession,
    incoming: Incoming,
    *,
    now: datetime,
    default_locale: str,
    bot_name: str | None = None,
) -> None:
    """Do what an incoming message asks, and owe its answer; the caller commits both together.

    `bot_name` is what the bot is called on Telegram, for links to it.
    Never raises for anything a person can type or press.
    """
    chat = await _chat(session, incoming, now=now)
    tr = translator_of(chat.person, chat, default_locale)
    incoming = await _numbered(session, chat, incoming)
    command = COMMAND.fullmatch(incoming.text.strip()) if incoming.button is None else None
    code = _code(command, chat, incoming)
    if code:
        await _come_in(session, chat, incoming, code, tr=tr, now=now, default=default_locale)
        return
    if chat.person is None or not chat.person.memberships:
        stranger = await joining.answer_stranger(session, chat, incoming, tr, now=now)
        queue_answer(session, chat, stranger, None, now=now)
        return
    committee, again = await _committee(session, chat, incoming)
    if committee is None:
        queue_answer(session, chat, people.ask_committee(tr, chat.person), None, now=now)
        return
    talk = Talk(session, again, chat, chat.person, committee, tr, now, default_locale)
    talk.bot_name = bot_name
    await talk.stand_in()
    outgoing = await _handle(talk)
    if outgoing is not None:
        if len(_committees(chat.person)) > 1:
            outgoing = name_committee(talk.tr, committee, outgoing)
        queue_answer(session, chat, outgoing, committee, now=now)


async def _handle(talk: Talk) -> Outgoing | None:
    incoming = talk.incoming
    command = COMMAND.fullmatch(incoming.text.strip())
    if incoming.button is not None or command:
        # A question of ours is answered by what is typed next, or not any more.
        talk.remember(asked=None, returning=None, office=None, correcting=None)
        talk.remember(reading=None, renaming=None, proving=None)
    if incoming.button is not None:
        verb, _, argument = incoming.button.partition(":")
        handler = BUTTONS.get(verb)
        if handler is None:
            return Outgoing((common.old_button(talk.tr),))
        return await handler(talk, argument)
    if command:
        handler = COMMANDS.get(command[1].lower())
        if handler is None:
            return await people.on_help(talk)
        return await handler(talk, (command[2] or "").strip())
    talk.lapse()
    if incoming.file is not None:
        return await intake.on_file(talk, _on_words)
    return await _on_words(talk)


async def _on_words(talk: Talk) -> Outgoing | None:
    """What is typed, by the first who understands it."""
    for understand in TYPED:
        outgoing = await understand(talk)
        if outgoing is not None:
            return outgoing
    return None


async def _chat(session: AsyncSession, incoming: Incoming, *, now: datetime) -> Chat:
    """The chat it came from, made where it is new; hearing from it proves it can be reached."""
    chat = await chat_at(session, incoming.channel, incoming.chat)
    if chat is None:
        chat = Chat(channel=incoming.channel, address=incoming.chat, person=None, heard_at=now)
        session.add(chat)
    chat.heard_at = now
    chat.gone_at = None
    language = (incoming.language or "")[:2] or None
    chat.language = language or chat.language
    await session.flush()
    return chat


def _code(command: re.Match[str] | None, chat: Chat, incoming: Incoming) -> str | None:
    """The invitation code in a message, if there is one."""
    if command and command[1].lower() == "start" and command[2]:
        return command[2]
    bare = BARE_CODE.fullmatch(incoming.text.strip()) if incoming.button is None else None
    return bare[0] if bare and (bare[1] or chat.person is None) else None


async def _come_in(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    code: str,
    *,
    tr: Translator,
    now: datetime,
    default: str,
) -> None:
    result = await people.redeem(session, chat, incoming, code, tr=tr, now=now)
    if isinstance(result, Outgoing):
        queue_answer(session, chat, result, None, now=now)
        return
    person: Person = result.person
    talk = Talk(session, incoming, chat, person, result.committee, tr, now, default)
    talk.remember(committee=result.committee_id)
    queue_answer(session, chat, await people.welcome(talk, result), result.committee, now=now)


async def _committee(
    session: AsyncSession, chat: Chat, incoming: Incoming
) -> tuple[Committee | None, Incoming]:
    """The committee that a message is about, and the message to handle in it.

    The one of the message replied to or pressed on; else the only one; else the one chosen for
    this chat. None: it has to be asked, and the message is kept until that is answered.
    """
    person = chat.person
    if person is None:
        return None, incoming
    committees = _committees(person)
    dialogue = dict(chat.dialogue or {})
    verb, _, argument = (incoming.button or "").partition(":")
    if verb == "committee" and argument.isdecimal() and int(argument) in committees:
        kept, file = dialogue.pop("unasked", None), dialogue.pop("unasked_file", None)
        chat.dialogue = {**dialogue, "committee": int(argument)}
        return committees[int(argument)], Incoming(
            incoming.channel,
            incoming.chat,
            incoming.name,
            kept or ("" if file else "/banchidao"),
            numbered=incoming.numbered,
            file=IncomingFile(**file) if file else None,
        )
    on_message = incoming.reply_to or incoming.message
    if on_message:
        delivery = await delivery_answered(session, chat.id, on_message)
        if delivery and delivery.outbox.committee_id in committees:
            return committees[delivery.outbox.committee_id], incoming
    wants_change = incoming.text.strip().lower().startswith("/banchidao")
    if len(committees) == 1:
        return next(iter(committees.values())), incoming
    if not wants_change and dialogue.get("committee") in committees:
        return committees[dialogue["committee"]], incoming
    chat.dialogue = {
        **dialogue,
        "unasked": None if wants_change else incoming.text,
        "unasked_file": asdict(incoming.file) if incoming.file else None,
    }
    return None, incoming


def _committees(person: Person) -> dict[int, Committee]:
    """The committees that a person belongs to, by id."""
    return {held.committee_id: held.committee for held in person.memberships}


async def _numbered(session: AsyncSession, chat: Chat, incoming: Incoming) -> Incoming:
    """On a channel without buttons, a bare number picks one of the choices last shown."""
    text = incoming.text.strip()
    if not incoming.numbered or not text.isdecimal():
        return incoming
    if incoming.reply_to:
        delivery = await delivery_answered(session, chat.id, incoming.reply_to)
    else:
        delivery = await last_offer(session, chat.id)
    picked = int(text)
    if delivery is None or not 1 <= picked <= len(delivery.choices):
        return incoming
    return Incoming(
        incoming.channel,
        incoming.chat,
        incoming.name,
        button=delivery.choices[picked - 1],
        message=delivery.message_id,
        numbered=True,
        language=incoming.language,
    )
