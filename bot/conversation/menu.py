"""The commands that a chat's menu offers: those of its person's roles, in their language."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.people.entering import COMMANDS, command_help
from db.enums import AGENCY_ROLES, Role
from db.models import Chat, Person

FOR_ANYBODY = ("viec", "chitieu", "vangmat", "gio", "ngonngu", "trogiup")
"""Offered where nothing is known of who asks, and to everybody."""

OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.OFFICER: ("chidao",),
    Role.HEAD: ("chidao",),
    Role.MEMBER: ("tonghop", "chidao", "kehoach"),
    Role.SECRETARY: (
        "tonghop",
        "xacnhan",
        "giaoviec",
        "dondoc",
        "chidao",
        "kehoach",
        "nhansu",
        "coquan",
        "nhom",
        "tuantoi",
        "nhacviec",
    ),
}
"""What each role has beside that; several roles add up."""


def menu_of(person: Person, tr: Translator) -> tuple[tuple[str, str], ...]:
    """The commands of a person's roles in all their committees, with a line on each."""
    roles = {held.role for held in person.memberships}
    if not roles:
        return (("trogiup", command_help(tr, "trogiup")),)
    offered = {*FOR_ANYBODY, *(name for role in roles for name in OF_ROLE[role])}
    if not roles & set(AGENCY_ROLES):
        offered.discard("viec")  # they lead nothing
    if len({held.committee_id for held in person.memberships}) > 1:
        offered.add("banchidao")
    return tuple((name, command_help(tr, name)) for name in COMMANDS if name in offered)


async def forget_menus(session: AsyncSession, person: Person) -> None:
    """A person's chats are given their menu anew, whatever they were given last."""
    for chat in await session.scalars(select(Chat).where(Chat.person_id == person.id)):
        if chat.dialogue and "menu" in chat.dialogue:
            chat.dialogue = {key: kept for key, kept in chat.dialogue.items() if key != "menu"}


def with_menu(chat: Chat, tr: Translator, outgoing: Outgoing) -> Outgoing:
    """The answer, and with it the chat's menu where that is another than it was given last.

    What it was given is kept with the chat, so that nothing is asked of the platform otherwise.
    """
    if chat.person is None:
        return outgoing
    menu = menu_of(chat.person, tr)
    given = " ".join([tr.locale, *(name for name, _ in menu)])
    if (chat.dialogue or {}).get("menu") == given:
        return outgoing
    chat.dialogue = {**(chat.dialogue or {}), "menu": given}
    return replace(outgoing, menu=menu)
