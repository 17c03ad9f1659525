"""One reading of an indicator that somebody reports: recorded, or asked about where not plain."""

from dataclasses import dataclass, field

from bot.conversation.pressed import next_number
from bot.conversation.replies.indicators.readings import SaidReading, in_words
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import unclear
from bot.texts.reporting import indicators as texts
from bot.texts.reporting import said_back
from db.enums import Part
from db.models import Reading
from db.queries.indicators import IndicatorNow
from plans.words import clean, cut
from reports.indicator_words import amount
from reports.indicators import ReadingFacts
from reports.load_indicators import facts_of
from tasks.indicators import Reported, is_beyond_sense, may_read_off, record_reading

IN_WORDS = 120
"""Longest text kept as a reading ("Top 30"), in characters."""


@dataclass
class Heard:
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
            blocks.insert(0, said_back.recorded(tr, facts="; ".join(self.facts), when=when))
            undo = f"unread:{self.readings[0].id}"
            rows.append((Choice(said_back.undo_button(tr), undo),))
        return Outgoing(tuple(blocks), tuple(rows), indicator=self.indicator)


async def hear(
    talk: Talk, one: IndicatorNow, said: SaidReading, words: str, heard: Heard, *, alone: bool
) -> None:
    """Record one indicator's part of a message, or ask about it where it is not plain."""
    tr, row = talk.tr, facts_of(one)
    heard.indicator = one.indicator.id
    if not may_read_off(talk.standing, one.agency_ids(Part.LEAD)):
        leads = ", ".join(one.agency_names(Part.LEAD))
        heard.lines.append(texts.not_yours(tr, number=one.number, leads=leads))
        return
    if said.doubt == "day":
        heard.lines.append(unclear.day_not_clear(tr))
        return
    typed = cut(clean(said.text), texts.SAID)
    if row.in_words and not said.asks and said.text:
        text = cut(clean(in_words(said.text)), IN_WORDS)
        await record(talk, one, Reported(words, said.as_of, text=text), heard)
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
        await record(talk, one, Reported(words, said.as_of, said.value), heard)
        return
    figure = amount(tr, said.value, row.measure)
    if wrong_unit:
        heard.lines.append(texts.wrong_unit(tr, number=one.number, said=typed, unit=row.measure))
    else:
        told = amount(tr, last_value, row.measure) if last_value is not None else None
        heard.lines.append(texts.beyond_sense(tr, number=one.number, reading=figure, last=told))
    if alone and not wrong_unit:
        question = next_number(talk, "readings_asked")
        kept = {
            "question": question,
            "indicator": one.indicator.id,
            "value": said.value,
            "as_of": said.as_of.isoformat(),
            "words": words,
        }
        talk.remember(doubted=kept)
        heard.choices.append((Choice(texts.button_right(tr), f"right:{question}"),))


async def record(talk: Talk, one: IndicatorNow, reported: Reported, heard: Heard) -> None:
    row = facts_of(one)
    reading = await record_reading(
        talk.session,
        one,
        reported,
        by=talk.actor,
        names=talk.agency_names,
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
