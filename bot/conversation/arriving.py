"""Whose a message is and what of: its chat, its committee, a choice picked by its number."""

import re
from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.listening.mentions import flatten
from bot.ports import Incoming, IncomingFile, Outgoing
from db.models import Chat, Committee, Person
from db.queries.messages import delivery_answered, last_delivery, last_offer
from db.queries.people import chat_at

BARE_CODE = re.compile(r"[A-Za-z0-9]{5}(-?)[A-Za-z0-9]{5}")
"""An invitation code typed without /start; from people we know, with its dash."""

LABEL = 40
"""Letters of the longest choice that anybody would type out."""
YES = (
    *("ok", "oke", "okie", "co", "u", "dung", "dung roi", "chuan", "duoc", "vang", "vang a"),
    *("da vang", "dong y", "nhat tri", "yes"),
)
PLACED = r"(?:^\W*|\b(?:ben|o|cua|cho|tai|xa|phuong|tinh|huyen|ban chi dao|bcd) )"
"""What stands before a committee's name where it is meant, over flattened text."""
CONFIRMING = (
    *(
        "assign:",
        "leadto:",
        "leadall:",
        "prolong:",
        "nudge:",
        "demand:",
        "forall:",
        "discardit:",
        "newer:",
    ),
)
"""Choices that do what was said back in full."""


async def chat_of(session: AsyncSession, incoming: Incoming, *, now: datetime) -> Chat:
    """The chat it came from, made where it is new; hearing from it proves it can be reached.

    That it was heard from just now is left to who has handled the message: one write for all that
    changes of a chat.
    """
    chat = await chat_at(session, incoming.channel, incoming.chat)
    if chat is None:
        chat = Chat(channel=incoming.channel, address=incoming.chat, person=None, heard_at=now)
        session.add(chat)
        await session.flush()
    if chat.gone_at is not None:
        chat.gone_at = None
    language = (incoming.language or "")[:2] or None
    if language and language != chat.language:
        chat.language = language
    return chat


def code_in(command: re.Match[str] | None, chat: Chat, incoming: Incoming) -> str | None:
    """The invitation code in a message, if there is one."""
    if command and command[1].lower() == "start" and command[2]:
        return command[2]
    bare = BARE_CODE.fullmatch(incoming.text.strip()) if incoming.button is None else None
    return bare[0] if bare and (bare[1] or chat.person is None) else None


async def committee_of(
    session: AsyncSession, chat: Chat, incoming: Incoming
) -> tuple[Committee | None, Incoming]:
    """The committee that a message is about, and the message to handle in it.

    The one of the message replied to or pressed on; else the only one; else the one chosen for
    this chat. None: it has to be asked, and the message is kept until that is answered.
    """
    person = chat.person
    if person is None:
        return None, incoming
    committees = committees_of(person)
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
    named = named_committee(incoming.text, committees.values())
    if named is not None:
        chat.dialogue = {**dialogue, "committee": named.id}
        return named, incoming
    if not wants_change and dialogue.get("committee") in committees:
        return committees[dialogue["committee"]], incoming
    chat.dialogue = {
        **dialogue,
        "unasked": None if wants_change else incoming.text,
        "unasked_file": asdict(incoming.file) if incoming.file else None,
    }
    return None, incoming


def named_committee(text: str, committees: Collection[Committee]) -> Committee | None:
    """The one committee that a message names by what tells its name from the others', if any.

    "Bên Tân An việc 1 được 30%", of who belongs to those of xã Vĩnh Lại and xã Tân An.
    """
    names = {one.id: flatten(one.name).split() for one in committees}
    common = set.intersection(*map(set, names.values()))
    said = flatten(text)
    meant = []
    for one in committees:
        own = " ".join(word for word in names[one.id] if word not in common)
        if own and re.search(rf"{PLACED}{re.escape(own)}\b|\b{re.escape(own)}[\W]*$", said):
            meant.append(one)
    return meant[0] if len(meant) == 1 else None


def committees_of(person: Person) -> dict[int, Committee]:
    """The committees that a person belongs to, by id."""
    return {held.committee_id: held.committee for held in person.memberships}


async def picked_by_number(session: AsyncSession, chat: Chat, incoming: Incoming) -> Incoming:
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


async def picked_by_label(session: AsyncSession, chat: Chat, incoming: Incoming) -> Incoming:
    """A choice of our last message typed out instead of pressed: "Giao", "đồng ý".

    A plain yes picks the first choice of a message that asks for nothing but that, and what goes
    on all the same with a plan whose doubtful rows stand before it.
    """
    said = flatten(incoming.text).strip(" .!")
    if incoming.button or incoming.reply_to or incoming.file or incoming.edited:
        return incoming
    if not said or len(said) > LABEL or said[0] in "#0123456789":  # most are reports: no query
        return incoming
    last = await last_delivery(session, chat.id)
    if last is None:
        return incoming
    rows = Outgoing.from_json(last.outbox.body or {"blocks": []}).choices
    offered = [choice for row in rows for choice in row]
    picked = next((one for one in offered if flatten(one.label) == said), None)
    if picked is None and said in YES and offered:
        asked = (one for one in offered if one.data.startswith("followanyway:"))
        confirms = CONFIRMING if len(offered) > 1 else (*CONFIRMING, "merge:")
        picked = offered[0] if offered[0].data.startswith(confirms) else next(asked, None)
    if picked is None or picked.data not in last.choices:
        return incoming
    return replace(incoming, text="", button=picked.data, message=last.message_id)
