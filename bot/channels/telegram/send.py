"""One message to one chat of Telegram, as the library's calls: with a picture, a file, or instead
of an older one."""

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from telegram import BotCommand, BotCommandScopeChat, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.channels.telegram.errors import refuse
from bot.channels.telegram.html import to_html, to_keyboard
from bot.channels.telegram.wire import QuietBot, say_why
from bot.ports import Message, Spot

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A preview is made by opening the link, and ours may be good for one opening only."""


class Sending:
    """The calls that bring a message to a chat; the library's errors are the caller's to read."""

    def __init__(self, bot: QuietBot) -> None:
        self._bot = bot

    async def send(self, chat_id: int, message: Message) -> int:
        """Send as it is; to a group, else with less: its topic may be closed, photos forbidden."""
        if message.menu:
            await self._set_menu(chat_id, message.menu)
        for less in lessened(message) if chat_id < 0 else ():
            with contextlib.suppress(BadRequest):
                return await self._post(chat_id, message)
            message = less
        return await self._post(chat_id, message)

    async def _set_menu(self, chat_id: int, menu: Sequence[tuple[str, str]]) -> None:
        """Give one chat its own commands: https://core.telegram.org/bots/api#setmycommands.

        A menu that is refused keeps no message back; out of reach, both are tried again.
        """
        commands = [BotCommand(name, words) for name, words in menu]
        try:
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id))
        except BadRequest as error:
            log.warning(
                "A chat's commands were refused (%s)",
                say_why(error),
                extra={"action": "telegram_menu_refused"},
            )

    async def _post(self, chat_id: int, message: Message) -> int:
        text, keyboard, place = to_html(message), to_keyboard(message.choices), placed(message.spot)
        if message.file is not None:
            return (
                await self._bot.send_document(
                    chat_id,
                    message.file.content,
                    caption=text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    filename=message.file.kept.name,
                    disable_content_type_detection=True,
                    **place,
                )
            ).message_id
        if message.picture is not None:
            return (
                await self._bot.send_photo(
                    chat_id,
                    message.picture,
                    caption=text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    filename="picture.png",
                    **place,
                )
            ).message_id
        if message.replaces is not None and await self._replace(chat_id, message, message.replaces):
            return int(message.replaces)
        return (
            await self._bot.send_message(
                chat_id,
                text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
                **place,
            )
        ).message_id

    async def _replace(self, chat_id: int, message: Message, replaced: str) -> bool:
        """Whether a message of ours now shows this one instead.

        One that shows it already does; one that is gone, too old or a picture cannot.
        """
        try:
            await self._bot.edit_message_text(
                to_html(message),
                chat_id,
                int(replaced),
                parse_mode=ParseMode.HTML,
                reply_markup=to_keyboard(message.choices),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            return "not modified" in str(error)  # it has no code of its own
        return True

    async def is_gone(self, chat_id: int) -> bool:
        """Whether the chat is to blame for a refusal: asked with what is right in any chat.

        Telegram has one code for an unknown chat and for a broken message; only its words differ.
        """
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
        except (BadRequest, Forbidden, ChatMigrated):
            return True
        except TelegramError as error:
            refuse(error)
        return False


def lessened(message: Message) -> Iterator[Message]:
    """The message without its topic, then without its picture, where it has those."""
    if message.spot and message.spot.topic:
        message = replace(message, spot=None)
        yield message
    if message.picture is not None and message.blocks:
        yield replace(message, picture=None)


def placed(spot: Spot | None) -> dict[str, Any]:
    """Where in a group a message goes, as the library wants it.

    An answer stands even where the message it answers is gone.
    """
    if spot is None:
        return {}
    answers = spot.answers
    return {
        "message_thread_id": int(spot.topic) if spot.topic else None,
        "reply_parameters": ReplyParameters(int(answers), allow_sending_without_reply=True)
        if answers
        else None,
    }
