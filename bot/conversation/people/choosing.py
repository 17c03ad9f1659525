"""What people choose for themselves, said in words: the language, the hour of reminders; whom to
call."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.people.entering import on_language
from bot.conversation.people.hours import on_hour
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts import unclear
from bot.texts.reporting import said_back
from db.enums import Role
from db.queries.people import people_in_role
from plans.words import clean

LANGUAGE = re.compile(
    r"(?:(?:cho|toi|em|minh|muon|xin|hay|bot|doi|chuyen|dung|noi|viet|tra loi|sang|qua|bang|lai|"
    r"ngon ngu|quay|tro|ve|please|switch|change|speak|use|reply|go|back|again|to|in)[\s,:]+)*"
    r"(?:(?P<en>tieng anh|english)|(?P<vi>tieng viet|vietnamese)|(?<=\w )(?:ngon ngu|languages?))"
    r"(?: (?:duoc|khong|khac|di|nhe|a|em|please))*"
)
""" "Đổi sang tiếng Anh", "English please", "change language"; over flattened text, nothing else
beside it."""
HOUR = re.compile(
    r"(?!.*\bnhac lai\b)(?=.*\b(?:nhac|thong bao|tin)\b)"
    r"(?:(?:cho|toi|em|minh|muon|xin|hay|bot|doi|chuyen|nhac|nhan|gui|viec|gio|thong bao|tin|"
    r"lai|sang|thanh|vao|luc|hang ngay|moi ngay|buoi|sang som|truoc|la)[\s,:]+)*"
    r"(?P<hour>\d{1,2}) ?(?:h|g|gio|:)(?: ?(?:00|(?P<minutes>[0-5]\d)))?"
    r"(?: (?P<part>sang|chieu|toi))?"
    r"(?: (?:moi ngay|hang ngay|nhe|a|di|thoi))*"
)
""" "Nhắc tôi lúc 9 giờ sáng"; a task or a report beside it makes it none."""
NO_MORE = re.compile(
    r"(?:dung|khong(?: can)?|thoi|tat|bo|ngung|huy)(?: co)? nhac(?: nho)?"
    r"(?: (?:toi|em|minh|ve|viec|nhiem vu|so|cai))* ?#?(?P<number>\d{1,5})"
    r"(?: (?:nua|di|nhe|a|lam|nhieu))*"
)
""" "Đừng nhắc việc 20 nữa", over flattened text."""
OFFICE = re.compile(
    r"(?:(?:cho|toi|em|xin|hoi|can|muon|gap|goi|lien he)[\s,:]+)*"
    r"(?:so dien thoai|sdt|dien thoai|lien he|lien lac|hoi ai|goi ai|gap ai|ai phu trach|"
    r"ai la thu ky|(?:gap|goi|hoi) (?:co quan )?thuong truc|ai giup|"
    r"(?:gap|goi|hoi|noi chuyen voi) (?:nguoi|can bo)(?: (?:phu trach|quan ly|ho tro|that|truc))+)"
    r"(?: (?:cua|cho|o|ben|voi|co quan|thuong truc|van phong|thu ky|ban chi dao|uy ban|day|bay gio|"
    r"duoc|a|vay|nao|so may|khi can|giup|ho tro|la|gi|toi|em))*"
)
""" "Số điện thoại thường trực", "cần hỏi ai"."""
NOON = 12


async def on_words(talk: Talk) -> Outgoing | None:
    """A choice of one's own, or the question whom to call; None where anything else is said."""
    if talk.incoming.reply_to:
        return None
    flat = flatten(clean(talk.incoming.text)).strip(" .!?")
    if said := LANGUAGE.fullmatch(flat):
        return await on_language(talk, said.lastgroup or "")
    if said := HOUR.fullmatch(flat):
        if said["minutes"]:
            return await on_hour(talk)  # whole hours alone: they are offered
        hour = int(said["hour"])
        return await on_hour(talk, str(hour + NOON if said["part"] == "chieu" else hour))
    if said := NO_MORE.fullmatch(flat):
        return Outgoing((said_back.reminded_until_done(talk.tr, number=int(said["number"])),))
    return await _whom_to_call(talk) if OFFICE.fullmatch(flat) else None


async def _whom_to_call(talk: Talk) -> Outgoing | None:
    office = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    names = [person.name for person in office if person.id != talk.person.id]
    return Outgoing((unclear.whom_to_ask(talk.tr, people=names),)) if names else None
