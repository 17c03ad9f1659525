"""What those who chose English order and wish, put in Vietnamese: one set of rules reads both."""

from dataclasses import replace

from bot.conversation.listening.english_agencies import agencies_in_vietnamese
from bot.conversation.listening.english_indicators import indicators_in_vietnamese
from bot.conversation.listening.english_orders import ENGLISH, in_vietnamese
from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.inquiries import is_english
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from plans.words import clean


async def on_words(talk: Talk) -> Outgoing | None:
    """Let the rules read an English order in Vietnamese, and keep what was typed; no answer."""
    if asked := indicators_in_vietnamese(talk.incoming.text):
        talk.typed = talk.incoming.text
        talk.incoming = replace(talk.incoming, text=asked)
        return None
    if talk.tr.locale != ENGLISH:
        return None
    named = agencies_in_vietnamese(talk.incoming.text.strip())
    meant = in_vietnamese(named) or (named if is_english(flatten(clean(named))) else None)
    if meant:
        talk.typed = talk.incoming.text
        talk.incoming = replace(talk.incoming, text=meant)
    return None
