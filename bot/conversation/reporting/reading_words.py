"""What is typed of indicators, and what answers an indicator's card."""

import re
from collections.abc import Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.indicators.readings import (
    SaidReading,
    asks_towards,
    asks_which,
    is_bare,
    is_figure,
    names_list,
    names_task,
    read_reading,
    read_readings,
    takes_back,
)
from bot.conversation.replies.reply import Reply
from bot.conversation.reporting.indicators import (
    AIMLESS,
    BELOW,
    LACKING,
    REACHED,
    indicator_card,
    indicator_of_button,
    named_by_words,
    of_agency,
    on_indicators,
)
from bot.conversation.reporting.reading_buttons import undo_last
from bot.conversation.reporting.reading_by_name import asks_for_figure, read_named
from bot.conversation.reporting.readings import Heard, hear
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import answered
from bot.ports import Outgoing
from bot.texts.reporting import indicators as texts
from db.models import Agency
from db.queries.indicators import indicators_now
from db.queries.office import agencies_by_id
from reports.load_indicators import facts_of
from tasks.rules import may_sum_up

LONGEST = 1000
"""Characters of a message that is read for indicators."""

LIST = re.compile(r"(?:(?:cho |toi |em |xin )*xem )?(?:cac|nhung|danh sach)(?: cac)? chi tieu\b")
""" "Các chỉ tiêu năm 2025", flattened."""
OF_BOTH = re.compile(
    r"\b(?:viec|nhiem vu)\b(?: \w+){0,2}[ ,]+(?:va |bao nhieu |may )*chi tieu\b"
    r"|\bchi tieu\b(?: \w+){0,2}[ ,]+(?:va |bao nhieu |may )*(?:viec|nhiem vu)\b"
)
""" "Có bao nhiêu nhiệm vụ, chỉ tiêu": the roll-up has both; flattened."""
OF_AGENCY = re.compile(
    r"(?:(?:cho|toi|em|xin|xem|cac|nhung|danh sach|bao nhieu|may) )*chi tieu"
    r"(?: (?:nao|gi|chua|dang|bi|khong|duoc|dat|co|bao cao|so lieu|ket qua))* (?:cua|do|thuoc) "
    r"|.*\b(?:co|con|phu trach|chu tri|duoc giao)(?: nhung| cac)? (?:chi tieu (?:nao|gi)|"
    r"(?:bao nhieu|may) chi tieu)\b"
)
""" "Chỉ tiêu nào của Phòng Văn hóa chưa có số liệu", over flattened text."""
VIEWS = {"below": BELOW, "lacking": LACKING, "reached": REACHED, "aimless": AIMLESS}
"""The list that shows which are asked for."""


async def on_words(talk: Talk) -> Outgoing | None:
    """What is typed of indicators; None where a message is about anything else.

    A message is about them where it begins with one's name, names one by its words beside a
    figure, or answers one's card with a figure, or in words where its targets are in words.
    """
    text = talk.incoming.text.strip()
    if not text or len(text) > LONGEST:
        return None
    if listed := await _list_asked_for(talk, text):
        return listed
    if (number := takes_back(text)) is not None:
        return await _taken_back(talk, number)
    if said := read_readings(text, today=talk.today):
        return await _reported(talk, text, said)
    if OF_BOTH.search(flatten(text)):
        return None
    return await _named_by_words(talk, text) or await _answer_to_card(talk, text)


async def _list_asked_for(talk: Talk, text: str) -> Outgoing | None:
    """All indicators, those of a year to come, or those that are behind or without a figure."""
    which = asks_which(text)
    if agency := await _agency_asked_for(talk, text):
        return await of_agency(talk, agency, VIEWS[which] if which else "")
    if names_list(text):
        return await on_indicators(talk)
    if (year := asks_towards(text)) and year > talk.today.year:
        return await on_indicators(talk, f"y{year}:0")
    return await on_indicators(talk, f"{VIEWS[which]}:0") if which else None


async def _agency_asked_for(talk: Talk, text: str) -> Agency | None:
    """The one agency whose indicators a leader asks for: "chỉ tiêu nào của Phòng Kinh tế"."""
    if not may_sum_up(talk.standing) or not OF_AGENCY.search(flatten(text)):
        return None
    named = (await known_agencies(talk)).named(text)
    if len(named) != 1:
        return None
    return (await agencies_by_id(talk.session, talk.committee.id, named))[0]


async def _named_by_words(talk: Talk, text: str) -> Outgoing | None:
    """What is asked or reported of indicators without their numbers."""
    flat = flatten(text)
    if LIST.match(flat) or ("chi tieu" in flat and is_question(listen(text).words)):
        return await named_by_words(talk, text) or await on_indicators(talk)
    if await asks_for_figure(talk, text) and (card := await named_by_words(talk, text)):
        return card
    if talk.incoming.reply_to is not None:
        return None
    named = await read_named(talk, text)
    if isinstance(named, Outgoing):
        return named
    return await _reported(talk, text, named) if named else None


async def _taken_back(talk: Talk, number: int) -> Outgoing:
    """ "Hủy CT30": the last reading of it."""
    found = await indicators_now(talk.session, talk.committee.id, numbers=[number])
    if not found:
        return Outgoing((texts.no_such_indicator(talk.tr, number),))
    return await undo_last(talk, found[0].indicator.id)


async def _reported(talk: Talk, text: str, said: Sequence[SaidReading]) -> Outgoing | None:
    """What is said of indicators by their numbers; None where nothing here is called so."""
    numbers = {one.number for one in said if one.number is not None}
    found = {
        one.number: one
        for one in await indicators_now(talk.session, talk.committee.id, numbers=numbers)
    }
    of_task = names_task(text)
    any_at_all = bool(found) or bool(await indicators_now(talk.session, talk.committee.id))
    if not any_at_all and (of_task or not numbers):
        return None
    if of_task:
        return Outgoing((texts.tasks_apart(talk.tr),))
    if len(said) == 1 and said[0].asks and said[0].number in found:
        return await indicator_card(talk, found[said[0].number])
    heard = Heard()
    for one in said:
        if one.number in found:
            await hear(talk, found[one.number], one, text, heard, alone=len(said) == 1)
        elif one.number is not None:
            heard.lines.append(texts.no_such_indicator(talk.tr, one.number))
    return heard.outgoing(talk)


async def _answer_to_card(talk: Talk, text: str) -> Outgoing | None:
    """What answers an indicator's card, by a reply or as the next thing typed."""
    asked, replied = talk.recall("reading"), talk.incoming.reply_to is not None
    replies = read_reply(text, today=talk.today)
    by_number = any(reply.task is not None for reply in replies)
    if by_number and not replies[0].undo:
        return None
    delivery = await answered(talk)
    about = delivery.outbox.body.get("indicator") if delivery and delivery.outbox.body else None
    if about is None:
        return None
    if replies[0].undo:
        return await undo_last(talk, about)
    one = await indicator_of_button(talk, str(about))
    if one is None:
        return None
    plain = replies[0] == Reply()
    if facts_of(one).in_words:
        takes = plain or is_figure(text)
    else:
        takes = is_figure(text) or (replied and bool(read_reading(text, today=talk.today).value))
    if not takes or (is_bare(text) and not replied and asked != about):
        return None
    heard = Heard()
    await hear(talk, one, read_reading(text, today=talk.today), text, heard, alone=True)
    talk.remember(reading=None)
    return heard.outgoing(talk)
