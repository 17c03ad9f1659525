"""Corrections of accepted tasks in words: "đổi hạn việc 30 sang 15/1", "sửa #12 sản phẩm: …".

Which part of which task, `correction_words` reads; more time ("gia hạn việc 30 đến 15/1") is given
in `prolonging`.
"""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.correcting import correct
from bot.conversation.office.correction_words import read_correction
from bot.conversation.office.deciding import undecided
from bot.conversation.office.whose import led_by_another, without_whose
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from bot.texts.office import amending as texts
from plans.words import clean
from tasks.rules import may_run_office

LATER = r"(?:gia han|(?:lui|doi|keo dai|keo|day)(?: lai)?(?: (?:thoi )?han)?)"
ALL_EXTENDED = re.compile(
    rf"(?:cho )?{LATER}(?: them)? (?:cho )?"
    r"(?:(?:tat ca|toan bo|het|cac|moi|ca \d+|nhung)\b"
    r"(?=.*\b(?:viec|nhiem vu|han|\d+)\b)).*"
)
""" "Gia hạn cho tất cả việc quá hạn": each is named (`prolonging_several`)."""
RATHER = re.compile(r"[ ,]+(?:chu )?khong phai(?: la)?(?: ngay)? [\d/.-]+[ .!]*$")
""" "Hạn việc 17 là 28/12 chứ không phải 31/12": what no longer holds."""
DROPPED = re.compile(
    r"(?:xoa|huy|bo|dong|ket thuc|cham dut|dung han|khong thuc hien|gop|tach)"
    r"(?: bo)?(?: (?:viec|nhiem vu|so))+ ?#?(?P<number>\d{1,5})\b(?!.*\bkhoi\b).*"
    r"|(?:(?:viec|nhiem vu) )+#?(?P<first>\d{1,5}),? (?:thi |nay )?"
    r"(?:(?:ngung|dung|cham dut)(?: han)? thuc hien|khong (?:thuc hien|lam) nua)\b.*",
    re.DOTALL,
)
""" "Xóa việc 71", "gộp việc 70 và 71": a plan's tasks stay what they are in chat."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A correction with the task's number."""
    if not may_run_office(talk.standing):
        return None
    text, whose = await without_whose(talk, clean(talk.incoming.text))
    flat = flatten(text)
    if ALL_EXTENDED.fullmatch(flat):
        waiting = await undecided(talk)
        return waiting if waiting.choices else Outgoing((texts.one_at_a_time(talk.tr),))
    if rather := RATHER.search(flat):
        text, flat = text[: rather.start()], flat[: rather.start()]
    if dropped := DROPPED.fullmatch(flat):
        return Outgoing(
            (texts.not_dropped(talk.tr, number=int(dropped["number"] or dropped["first"])),)
        )
    spoken = read_correction(text, today=talk.today)
    if spoken is None:
        return None
    now_task = await task_numbered(talk, spoken.number)
    if others := led_by_another(talk, now_task, whose):
        return others
    return await correct(talk, now_task, spoken.correction)
