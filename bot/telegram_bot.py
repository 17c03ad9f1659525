"""The Telegram bot that the settings name, where they name one."""

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.conversation.menu import FOR_ANYBODY
from bot.i18n import translator
from bot.settings import Settings
from bot.texts.people import entering as texts

if TYPE_CHECKING:
    from bot.channels.telegram.channel import Telegram
    from bot.channels.telegram.receive import Store


def telegram_account(settings: Settings) -> str | None:
    """Under which name the bot's updates are stored: "telegram:123456789"; None without a bot."""
    if settings.telegram_token is None:
        return None
    return f"telegram:{settings.telegram_token.get_secret_value().partition(':')[0]}"


def make_telegram(
    settings: Settings, store: "Store", wake: Callable[[], None]
) -> "Telegram | None":
    """The channel to Telegram; None without a token. Opens no connection yet."""
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram.channel import Telegram  # slow import, for who has a bot there

    token, proxy = settings.telegram_token.get_secret_value(), settings.telegram_proxy
    return Telegram(
        token,
        store=store,
        wake=wake,
        api_url=settings.telegram_api_url,
        proxy=proxy.get_secret_value() if proxy else None,
        mode=settings.telegram_mode,
        webhook_secret=webhook_secret(settings, token),
        public_url=settings.public_url or "",
        commands=menu(FOR_ANYBODY),
        in_groups=menu(texts.IN_GROUPS),
    )


def menu(names: Sequence[str]) -> list[tuple[str, str, str]]:
    """Commands with what they do, in Vietnamese and in English."""
    vi, en = translator("vi"), translator("en")
    return [(name, texts.command_help(vi, name), texts.command_help(en, name)) for name in names]


def webhook_secret(settings: Settings, token: str) -> str:
    """The secret that Telegram's posts carry: the one set, else one that follows from the token."""
    if settings.telegram_webhook_secret:
        return settings.telegram_webhook_secret.get_secret_value()
    return hashlib.sha256(f"webhook {token}".encode()).hexdigest()
