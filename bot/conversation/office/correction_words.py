"""The words that correct a task: its deadline, agencies, product or content. Pure.

All patterns are matched whole, over flattened text.
"""

import re
from datetime import date
from typing import NamedTuple

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.order_times import is_time_alone

SPOKEN = re.compile(
    r"(?:sua|dieu chinh)(?: (?:viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})\b[\s:,.\-]*(?P<rest>.*)",
    re.DOTALL,
)
""" "Sửa #12 thời hạn: 31/12/2025"; flattened."""
CHANGE = (
    r"(?:doi|chuyen|lui|keo dai|sua|(?:dieu )?chinh|thay doi|cap nhat|dat|chot|rut(?: ngan)?|don"
    r"|day|keo)(?: lai)?"
)
DEADLINE = r"(?:(?:thoi )?han(?: hoan thanh| chot| cuoi)?|ngay hoan thanh)"
MOVED = re.compile(
    rf"{CHANGE} (?P<part>{DEADLINE}|(?:co quan )?(?:chu tri|phoi hop)|(?:ten )?(?:san pham|sp)"
    r"|noi dung|ten)(?: (?:cua|cho|viec|nhiem vu|so))* #?(?P<number>\d{1,5})"
    r"(?: tu (?:ngay )?[\d/.-]+)?"
    r"(?: (?:sang|thanh|den(?: het)?(?: ngay)?|toi|la|cho|ve|xuong|con|len):? | ?: ?)(?P<rest>.+)",
    re.DOTALL,
)
""" "đổi hạn việc 30 sang 15/1/2026", "đổi chủ trì 12 sang Công an xã"."""
IS_NOW = (
    r"(?: (?:phai )?(?:la|gom|thanh)\b| ?:) ?(?P<rest>(?!gi\b|ai\b|nhung ai|\S+(?: \S+)? nao\b).+)"
)
PART_FIRST = re.compile(
    r"(?:(?:cac )?(?:don vi|dv|co quan|phong) )?"
    r"(?P<part>chu tri|phoi hop|lien quan|san pham|sp|noi dung)"
    rf"(?: (?:cua|cho|viec|nhiem vu|so))+ #?(?P<number>\d{{1,5}}){IS_NOW}",
    re.DOTALL,
)
""" "Phối hợp việc 18: Công an xã", "sp việc 21 là quyết định"."""
PART_BEHIND = re.compile(
    r"(?:(?:viec|nhiem vu|so) )+#?(?P<number>\d{1,5})[,:]? (?:(?:co quan|don vi) )?"
    rf"(?P<part>phoi hop|san pham|sp|noi dung){IS_NOW}",
    re.DOTALL,
)
""" "Việc 12 cơ quan phối hợp gồm Công an xã, Phòng Kinh tế"."""
NUMBER_BETWEEN = re.compile(
    rf"{CHANGE}(?: (?:viec|nhiem vu|so))+ #?(?P<number>\d{{1,5}})[,:]? "
    rf"(?P<part>{DEADLINE}|(?:co quan )?(?:chu tri|phoi hop)|san pham|noi dung) "
    r"(?:sang|thanh|den|toi|la|ve|con) (?P<rest>.+)",
    re.DOTALL,
)
""" "Sửa việc 46 hạn thành 30/12"."""
DEADLINE_FIRST = re.compile(
    rf"{DEADLINE}(?: cua| viec| nhiem vu| so)* #?(?P<number>\d{{1,5}})[,:]? "
    r"(?:thi |can |xin |nay |de nghi )*(?:doi|chuyen|sua|dieu chinh|lui|keo|don|day|rut)(?: lai)?"
    r"(?: len| xuong| sang| thanh| den| toi| ve| ngan| som)+ (?P<rest>\S.*)",
    re.DOTALL,
)
""" "Hạn việc 17 dời lên 25/12"."""
NUMBER_FIRST = re.compile(
    r"(?:(?:viec|nhiem vu|so) )*#?(?P<number>\d{1,5})[,:]? (?:thi |can |xin |nay |de nghi )*"
    rf"(?P<how>{CHANGE} (?:{DEADLINE}|(?:co quan )?chu tri|san pham|noi dung|ten))"
    r"(?P<rest>(?: (?:sang|thanh|den|toi|la|cho|ve|xuong|con|len):? | ?: ?).+)",
    re.DOTALL,
)
""" "Việc 6 đổi hạn thành 31/12/2025": the same with the number in front."""
SAID = re.compile(
    rf"(?:(?:viec|nhiem vu|so) )+#?(?P<number>\d{{1,5}})[,:]? (?:co |{CHANGE} )?{DEADLINE}"
    r"(?: dung)?(?: la| thanh| sang| den|:)? (?P<rest>.+)"
    rf"|{DEADLINE}(?: (?:cua|cho|viec|nhiem vu|so))+ #?(?P<behind>\d{{1,5}})"
    r"(?: dung)?(?: la|:) (?P<said>.+)"
)
""" "Việc 18 hạn thứ sáu hằng tuần", "hạn việc 18 là 25/12": a deadline and nothing else."""
PARTED = (MOVED, PART_FIRST, PART_BEHIND, NUMBER_BETWEEN)
LED = re.compile(
    r"(?:(?:giao|phan cong|cho|de)(?: lai)? )?(?:(?:viec|nhiem vu) )++#?(?P<number>\d{1,5})[,:]? "
    r"(?:thi |nay |giao |do |cho )*(?P<rest>(?!ai\b).+? chu tri\b.*)"
)
""" "Giao việc 7 Phòng Kinh tế chủ trì, Công an xã phối hợp": who leads and who helps."""
PARTS = {
    "chu tri": "chủ trì",
    "phoi hop": "phối hợp",
    "lien quan": "phối hợp",
    "san pham": "sản phẩm",
    "sp": "sản phẩm",
    "noi dung": "nội dung",
    "ten": "nội dung",
    "han": "thời hạn",
}
"""The part that is changed, by the word for it, as a correction names it."""
UNSAID = re.compile(
    rf"{CHANGE} (?P<part>{DEADLINE}|(?:co quan )?(?:chu tri|phoi hop)|san pham"
    r"|noi dung|ten)(?: (?:cua|cho|viec|nhiem vu|so))* #?(?P<number>\d{1,5})"
    r"(?: (?:di|nhe|giup|a))*[ .!]*"
)
""" "Sửa thời hạn việc 28": to what is asked."""


class Spoken(NamedTuple):
    """A correction of one task, as "thời hạn: 31/12/2025" says it."""

    number: int
    correction: str


def read_correction(text: str, *, today: date) -> Spoken | None:
    """What is to be corrected of which task; None where a text says no such thing."""
    if said := SAID.fullmatch(flatten(text)):
        time = text[said.start("rest" if said["rest"] else "said") :]
        if "?" not in time and is_time_alone(time, today=today):
            return Spoken(int(said["number"] or said["behind"]), f"thời hạn: {time}")
    if first := NUMBER_FIRST.fullmatch(flatten(text)):
        how, rest = text[slice(*first.span("how"))], text[slice(*first.span("rest"))]
        text = f"{how} việc {first['number']}{rest}"
    if found := DEADLINE_FIRST.fullmatch(flatten(text)):
        return Spoken(int(found["number"]), f"thời hạn: {text[found.start('rest') :]}")
    if unsaid := UNSAID.fullmatch(flatten(text)):
        return Spoken(int(unsaid["number"]), f"{_part(unsaid['part'])}:")
    flat = flatten(text)
    if moved := next((m for way in PARTED if (m := way.fullmatch(flat))), None):
        part = _part(moved["part"])
        return Spoken(int(moved["number"]), f"{part}: {text[moved.start('rest') :]}")
    if found := SPOKEN.fullmatch(flat) or LED.fullmatch(flat):
        return Spoken(int(found["number"]), text[found.start("rest") :])
    return None


def _part(words: str) -> str:
    return next(said for key, said in PARTS.items() if key in words)
