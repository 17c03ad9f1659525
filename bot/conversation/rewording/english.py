"""What those who chose English order and wish, put in Vietnamese: one set of rules reads both."""

from dataclasses import replace

from bot.conversation.listening.english_orders import ENGLISH, in_vietnamese
from bot.conversation.talk import Talk
from bot.ports import Outgoing


async def on_words(talk: Talk) -> Outgoing | None:
    """Let the rules read an English order in Vietnamese, and keep what was typed; no answer."""
    if talk.tr.locale == ENGLISH and (meant := in_vietnamese(talk.incoming.text.strip())):
        talk.typed = talk.incoming.text
        talk.incoming = replace(talk.incoming, text=meant)
    return None
