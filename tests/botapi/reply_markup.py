"""What Telegram accepts as `reply_markup`: https://core.telegram.org/bots/api#inlinekeyboardmarkup."""

import re
from typing import Any

from tests.botapi.refusals import bad_request
from tests.botapi.requests import Params

CALLBACK_BYTES = 64
"""https://core.telegram.org/bots/api#inlinekeyboardbutton: 1-64 bytes."""

MOST_BUTTONS = 100
"""https://core.telegram.org/method/messages.sendMessage: REPLY_MARKUP_TOO_LONG beyond it."""

ACTIONS = {
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


def read_markup(params: Params) -> dict[str, Any] | None:
    """The markup of a message, None where there is none; a 400 where it is broken."""
    if "reply_markup" not in params.values:
        return None
    markup = params.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None and params.values["reply_markup"] == "":
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = markup["inline_keyboard"]
        check_rows(rows, "inline_keyboard", "InlineKeyboardMarkup")
        for row in rows:
            for button in row:
                check_button(button)
        if sum(len(row) for row in rows) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return markup if any(rows) else None
    if "keyboard" in markup:
        check_rows(markup["keyboard"], "keyboard", "ReplyKeyboardMarkup")
    return markup


def check_rows(rows: Any, field: str, kind: str) -> None:
    """A keyboard is rows of buttons."""
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the {kind} must be an Array of Arrays')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" of the {kind} must be an Array of Arrays')


def check_button(button: Any) -> None:
    """A button says something and does exactly something."""
    broken = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(broken + "InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(broken + 'Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request(broken + 'Field "text" must be non-empty')
    if not ACTIONS & set(button):
        raise bad_request(broken + "Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str):
            raise bad_request(broken + 'Field "callback_data" must be of type String')
        if not 1 <= len(data.encode()) <= CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg)://\S+", str(button["url"])):
        raise bad_request("BUTTON_URL_INVALID")
