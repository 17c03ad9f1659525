"""Readings of indicators in words and by buttons: recorded, asked about, taken back."""

import re
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from bot.conversation.context import answered
from bot.conversation.mentions import flatten
from bot.conversation.replies import read_reply
from bot.conversation.replies.questions import is_question
from bot.conversation.replies.readings import (
    SaidReading,
    asks_which,
    in_words,
    is_bare,
    is_figure,
    names_list,
    names_task,
    read_reading,
    read_readings,
)
from bot.conversation.replies.reply import Reply
from bot.conversation.replies.said import listen
from bot.conversation.reporting.indicators import (
    BELOW,
    LACKING,
    indicator_card,
    indicator_of_button,
    named_by_words,
    on_indicators,
)
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import indicators as texts
from bot.texts import reporting
from db.enums import Part
from db.models import Reading
from db.queries.indicators import IndicatorNow, indicators_now
from plans.words import clean, cut
from reports.indicator_words import amount, code
from reports.indicators import ReadingFacts
from reports.load_indicators import facts_of
from tasks.errors import (
    AlreadyDecidedError,
    NothingToUndoError,
    NotYourIndicatorError,
)
from tasks.indicators import (
    Reported,
    is_beyond_sense,
    judge_reading,
    may_read_off,
    record_reading,
    undo_reading,
)

LONGEST = 1000
"""Characters of a message that is read for indicators."""

IN_WORDS = 120
"""Longest text kept as a reading ("Top 30"), in characters."""


@dataclass
class _Heard:
    """What one message led to, worded as one answer."""

    facts: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    choices: list[tuple[Choice, ...]] = field(default_factory=list)
    indicator: int | None = None

    def outgoing(self, talk: Talk) -> Outgoing:
        tr, blocks = talk.tr, list(self.lines)
        rows = list(self.choices)
        if self.facts:
            when = tr.time(talk.now, talk.zone)
            blocks.insert(0, reporting.recorded(tr, facts="; ".join(self.facts), when=when))
            undo = f"unread:{self.readings[0].id}"
            rows.append((Choice(reporting.undo_button(tr), undo),))
        return Outgoing(tuple(blocks), tuple(rows), indicator=self.indicator)


LIST = re.compile(r"(?:(?:cho |toi |em |xin )*xem )?(?:cac|nhung|danh sach)(?: cac)? chi tieu\b")
""" "Các chỉ tiêu năm 2025", flattened."""


async def on_reading_words(talk: Talk) -> Outgoing | None:
    """What is typed of indicators; None where a message is about anything else.

    A message is about them where it begins with one's name, or answers one's card with a figure,
    or in words where its targets are in words.
    """
    text = talk.incoming.text.strip()
    if not text or len(text) > LONGEST:
        return None
    if names_list(text):
        return await on_indicators(talk)
    if which := asks_which(text):
        return await on_indicators(talk, f"{BELOW if which == 'below' else LACKING}:0")
    said = read_readings(text, today=talk.today)
    if said:
        return await _named(talk, text, said)
    flat = flatten(text)
    if LIST.match(flat) or ("chi tieu" in flat and is_question(listen(text).words)):
        return await named_by_words(talk, text) or await on_indicators(talk)
    return await _answer_to_card(talk, text)


async def _named(talk: Talk, text: str, said: tuple[SaidReading, ...]) -> Outgoing | None:
    numbers = {one.number for one in said if one.number is not None}
    found = {
        one.number: one
        for one in await indicators_now(talk.session, talk.committee.id, numbers=numbers)
    }
    if not found and not await indicators_now(talk.session, talk.committee.id):
        return None  # nothing here is called so
    if names_task(text):
        return Outgoing((texts.tasks_apart(talk.tr),))
    if len(said) == 1 and said[0].asks and said[0].number in found:
        return await indicator_card(talk, found[said[0].number])
    heard = _Heard()
    for one in said:
        if one.number in found:
            await _hear(talk, found[one.number], one, text, heard, alone=len(said) == 1)
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
        return await _undo_last(talk, about)
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
    heard = _Heard()
    await _hear(talk, one, read_reading(text, today=talk.today), text, heard, alone=True)
    talk.remember(reading=None)
    return heard.outgoing(talk)


async def _hear(
    talk: Talk, one: IndicatorNow, said: SaidReading, words: str, heard: _Heard, *, alone: bool
) -> None:
    """Record one indicator's part of a message, or ask about it where it is not plain."""
    tr, row = talk.tr, facts_of(one)
    heard.indicator = one.indicator.id
    if not may_read_off(talk.standing, one.agency_ids(Part.LEAD)):
        leads = ", ".join(one.agency_names(Part.LEAD))
        heard.lines.append(texts.not_yours(tr, number=one.number, leads=leads))
        return
    typed = cut(clean(said.text), texts.SAID)
    if row.in_words and not said.asks and said.text:
        text = cut(clean(in_words(said.text)), IN_WORDS)
        await _record(talk, one, Reported(words, said.as_of, text=text), heard)
        return
    if said.value is None or said.doubt in ("several", "not_yet", "change", "rank"):
        heard.lines.append(texts.not_clear(tr, number=one.number, said=typed))
        return
    wrong_unit = said.doubt == "unit" or (
        said.percent is not None and row.measure is not None and said.percent != row.is_share
    )
    last = row.latest(talk.today)
    last_value = last.value if last else None
    targets = [target.value or target.high or 0.0 for target in row.targets]
    beyond = is_beyond_sense(said.value, share=row.is_share, targets=targets, last=last_value)
    if not wrong_unit and not beyond:
        await _record(talk, one, Reported(words, said.as_of, said.value), heard)
        return
    figure = amount(tr, said.value, row.measure)
    if wrong_unit:
        heard.lines.append(texts.wrong_unit(tr, number=one.number, said=typed, unit=row.measure))
    else:
        told = amount(tr, last_value, row.measure) if last_value is not None else None
        heard.lines.append(texts.beyond_sense(tr, number=one.number, reading=figure, last=told))
    if alone and not wrong_unit:
        question = int(talk.recall("readings_asked") or 0) + 1
        kept = {
            "question": question,
            "indicator": one.indicator.id,
            "value": said.value,
            "as_of": said.as_of.isoformat(),
            "words": words,
        }
        talk.remember(readings_asked=question, doubted=kept)
        heard.choices.append((Choice(texts.button_right(tr), f"right:{question}"),))


async def _record(talk: Talk, one: IndicatorNow, reported: Reported, heard: _Heard) -> None:
    row = facts_of(one)
    reading = await record_reading(
        talk.session,
        one,
        reported,
        by=talk.person,
        standing=talk.standing,
        names=talk.agency_names,
        now=talk.now,
    )
    heard.readings.append(reading)
    heard.indicator = one.indicator.id
    heard.facts.append(
        texts.fact(
            talk.tr,
            number=one.number,
            reading=ReadingFacts(reading.as_of, reading.value, reading.text),
            unit=row.measure,
            today=talk.today,
            in_stead=reading.in_stead,
        )
    )


async def on_reading(talk: Talk, argument: str) -> Outgoing:
    """ "Báo số liệu" on a card: what is typed next is the reading; `argument` is its id."""
    one = await indicator_of_button(talk, argument)
    if one is None:
        raise StaleButtonError
    if not may_read_off(talk.standing, one.agency_ids(Part.LEAD)):
        leads = ", ".join(one.agency_names(Part.LEAD))
        return Outgoing((texts.not_yours(talk.tr, number=one.number, leads=leads),))
    row = facts_of(one)
    talk.remember(reading=one.indicator.id)
    question = texts.ask_reading(talk.tr, number=one.number, unit=row.measure, words=row.in_words)
    return Outgoing((question,), indicator=one.indicator.id)


async def on_right(talk: Talk, argument: str) -> Outgoing:
    """The figure that was asked about is right after all."""
    kept = talk.recall("doubted")
    if not kept or str(kept["question"]) != argument:
        raise StaleButtonError
    one = await indicator_of_button(talk, str(kept["indicator"]))
    if one is None:
        raise StaleButtonError
    talk.remember(doubted=None)
    heard = _Heard()
    reported = Reported(kept["words"], date.fromisoformat(kept["as_of"]), kept["value"])
    try:
        await _record(talk, one, reported, heard)
    except NotYourIndicatorError as refusal:
        leads = ", ".join(refusal.leads)
        return Outgoing((texts.not_yours(talk.tr, number=one.number, leads=leads),))
    return heard.outgoing(talk)


async def on_unread(talk: Talk, argument: str) -> Outgoing:
    """Take back all readings of one's own that were reported together with this one (its id)."""
    first = await talk.session.get(Reading, read_id(argument) or 0)
    if first is None or (first.committee_id, first.person_id) != (
        talk.committee.id,
        talk.person.id,
    ):
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    together = await talk.session.scalars(
        select(Reading.id)
        .where(
            Reading.committee_id == talk.committee.id,
            Reading.person_id == talk.person.id,
            Reading.reported_at == first.reported_at,
            Reading.undoes_id.is_(None),
        )
        .order_by(Reading.id)
    )
    codes, about = [], None
    for reading_id in together.all():
        try:
            undone = await undo_reading(
                talk.session, talk.committee.id, reading_id, by=talk.person, now=talk.now
            )
        except NothingToUndoError:
            continue
        codes.append(code(undone.number or 0))
        about = undone.id
    if not codes:
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    return Outgoing((texts.undone(talk.tr, ", ".join(codes)),), indicator=about)


async def _undo_last(talk: Talk, indicator_id: int) -> Outgoing:
    """ "Báo nhầm" after a reading of this indicator."""
    one = await indicator_of_button(talk, str(indicator_id))
    if one is None or not one.readings:
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    return await on_unread(talk, str(one.readings[-1].id))


async def on_reached(talk: Talk, argument: str) -> Outgoing:
    """The standing office says whether a target in words is met: "indicator:reading:1"."""
    indicator_id, _, rest = argument.partition(":")
    reading_id, _, reached = rest.partition(":")
    one = await indicator_of_button(talk, indicator_id)
    if one is None or reached not in ("0", "1"):
        raise StaleButtonError
    try:
        await judge_reading(
            talk.session,
            one,
            read_id(reading_id) or 0,
            reached=reached == "1",
            by=talk.person,
            standing=talk.standing,
        )
    except AlreadyDecidedError:
        raise StaleButtonError from None
    return Outgoing(
        (texts.judged(talk.tr, number=one.number, reached=reached == "1"),),
        indicator=one.indicator.id,
    )
