"""How something is done, asked in words; and what is wished for that there is not, said plainly."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import read_reply
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import my_tasks
from bot.conversation.unclear import whom_to_ask
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts import unclear
from bot.texts.questions import howto as texts
from db.enums import Role
from plans.words import clean
from tasks.rules import Standing, may_instruct, may_run_office, may_sum_up

HOW = re.compile(
    r"(?:(?:cho|toi|em|xin|hoi|muon|can|nho|chi|giup|biet)[ ,]+)*(?:huong dan|cach)\b"
    r"|.*\b(?:lam sao\b(?! (?:ma )?(?:vay|the|day|xong|kip)\b)|lam the nao|lam cach nao|the nao de|"
    r"thi sao|how (?:do|to|can))\b"
    r"|(?:(?:toi|em|muon|thi|the|phai|vay)[ ,]+)*(?:gui|nop|dinh kem|tai len)\b"
    r".*\b(?:o|vao|len|qua|cho) (?:dau|ai)\b"
    r"|(?:(?:thi|vay|muon)[ ,]+)*sao (?:de )?(?:doi|sua|xoa|huy|them|gui|moi|giao|nhap|khoa)\b"
    r"|(?:nhap|them|moi|khoa|chot|xoa|sua|doi|giao|tam hoan)\b.* (?:nhu the nao|kieu gi|cach nao)$"
)
"""Words that ask how, over flattened text; "chưa có hướng dẫn" tells."""
NUMBERED = re.compile(r"(?:viec|nhiem vu|#) ?\d")
GREETING = re.compile(
    r"(?:alo|a lo|oi|u|em|anh|chi|bot|dong chi)?[ ,]*(?:co ai|ai)"
    r"(?: (?:o day|do|day|truc|nghe may))* khong(?: (?:a|vay|the|nhi))*|"
    r"(?:(?:em|toi|xin|kinh|da|chau),? )*(?:chao|hello|hi|alo|a lo|hey)"
    r"(?: (?:bot|ban|em|anh|chi|dong chi|ca nha|moi nguoi|"
    r"buoi|sang|chieu|toi|a|nhe))*"
)

WHOM = re.compile(
    r"(?:(?:khong biet|em|toi|can|muon|phai|thi|gio|cho|xin|the|vay)[ ,]+)*"
    r"(?:goi|hoi|lien he|lien lac|gap|nhan tin)(?: (?:cho|voi|den))* ai"
    r"(?: (?:de hoi|de duoc huong dan|giup|ho tro|bay gio|gio|a|vay|the|nhi|duoc|day))*"
    r"|(?:co )?ai (?:giup|ho tro|huong dan)(?: (?:duoc|cho|toi|em|minh|khong|voi|a|vay))*"
    r"|who (?:can|should|do|could) (?:i|we|help)\b.*"
)
""" "Gọi ai để hỏi": the standing office's people; over flattened text."""


def _reports(standing: Standing) -> bool:
    return bool(standing.agency_ids)


def _anybody(standing: Standing) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked about, who is told this of it, and what they are told."""

    words: re.Pattern[str]
    to: Callable[[Standing], bool]
    text: Callable[[Translator], str]
    plain: bool = False
    """Said without a word that asks how."""


TOPICS = (
    Topic(
        re.compile(
            r"\b(?:bao cao|gui|nhan|noi|tra loi)\b.*\b(?:ghi am|giong noi|tin nhan thoai|voice)\b"
            r".*\b(?:khong|duoc)\b"
        ),
        _anybody,
        unclear.wordless,
        plain=True,
    ),
    Topic(
        re.compile(
            r"^(?:(?:xin|de nghi|hay|bot|lam on|toi|em|minh|khong|muon|can)[ ,]+)*"
            r"(?:dung|khong|khoi|tat|ngung|thoi|bo|stop)(?: (?:co|can|phai|muon|nhan|tin))*"
            r" (?:nhac|nhan|gui tin|gui thong bao|thong bao|remind\w*)"
            r"(?: (?:viec|cho|toi|em|minh|nua|nhe|di|a|hang ngay|tin|nhac|thong bao|me))*$"
            r"|\bstop (?:\w+ )?remind\w*|\bno more reminders\b"
            r"|\bnhac (?:\w+ ){0,2}?(?:ma )?(?:nhac )?(?:\w+ )?(?:nhieu|hoai|mai|suot|lien tuc)\b"
            r"|\bnhac (?:it|thua|bot)\b|\bnhac gi (?:ma )?(?:nhac )?lam\b"
            r"|\b(?:buc|phien|met)\b.*\bnhac\b|\bnhac\b.*\b(?:buc minh|phien qua|phien the)\b"
        ),
        _anybody,
        texts.quiet,
        plain=True,
    ),
    Topic(
        re.compile(
            r"\b(?:nhan|gui|muon)\b.*\bbao cao\b.*\b(?:hang|moi|dinh ky)\b|"
            r"\bbao cao (?:hang|moi|dinh ky)\b"
        ),
        may_sum_up,
        texts.regular,
        plain=True,
    ),
    Topic(
        re.compile(
            r"\b(?:mat|doi|thay|hong|roi)(?: (?:cai|so|chiec|moi))* "
            r"(?:dien thoai|may|sim|so (?:dien thoai|moi|khac|may))\b"
            r"(?!.*\b(?:tinh|photo|in|chu|lieu|luong|hieu)\b)"
        ),
        _anybody,
        texts.another_phone,
        plain=True,
    ),
    Topic(
        re.compile(
            r"^(?:(?:toi|em|da|can|muon|hay|bot|giup|de nghi) )*(?:khoa|chot)(?: lai)? "
            r"(?:ky|so|so lieu|bao cao|du lieu)\b"
            r"(?!.*\b(?:bao gio|khi nao|nao|hom|chua|den|tinh)\b)"
            r"|\blam (?:sao|the nao)\b.*\b(?:khoa|chot) (?:ky|so|bao cao|du lieu)"
        ),
        may_sum_up,
        texts.locking,
        plain=True,
    ),
    Topic(
        re.compile(
            r"\b(?:ai|don vi nao|phong nao|co quan nao)(?: (?:da|chua|co|nao))* (?:doc|xem|mo)\b"
            r"|\b(?:da|chua) (?:doc|xem) (?:tin|thong bao)\b"
        ),
        may_sum_up,
        texts.who_read,
        plain=True,
    ),
    Topic(
        re.compile(
            r"^(?:(?:hom nay|ngay mai|mai|chieu nay|toi nay|du bao|xem|hoi|cho) )*"
            r"(?:thoi tiet|troi (?:co )?(?:mua|nang|dep|nong|lanh|ret)|gia vang|ty gia"
            r"|xo so|bong da|weather)\b.*"
            r"|^(?:the )?(?:may|ban|em|bot|day|ai) (?:co phai )?(?:la |day la )+"
            r"(?:robot|bot|may|ai|nguoi(?! (?:phu trach|lo|lam|chiu|chu tri|theo doi|quan ly)))\b.*"
            r"|.*\b(?:are you (?:a )?(?:robot|bot|human)|weather)\b.*"
            r"|^(?:ke|hat|doc)(?: \w+){0,3} (?:chuyen|bai hat|tho|truyen)\b.*"
        ),
        _anybody,
        texts.beside_the_point,
        plain=True,
    ),
    Topic(
        re.compile(r"\b(?:nhac|thong bao|ban tin|bao cao (?:tuan|ngay))\b.*\bmay gio\b"),
        _anybody,
        texts.at_what_time,
        plain=True,
    ),
    Topic(
        re.compile(
            r"\bai(?: la nguoi)?(?: se| phai)? (?:xac nhan|duyet|nghiem thu)"
            r"(?: (?:viec|bao cao|nhiem vu|cho|cua|toi|em|minh|phong))*(?: (?:vay|the|a|nhi))*$"
        ),
        _reports,
        texts.who_confirms,
        plain=True,
    ),
    Topic(
        re.compile(
            r"\b(?:chuyen|ban giao|day|tra|chuyen giao)\b.*\b(?:sang|cho|ve|qua)(?: \w+){0,2} "
            r"(?:phong|don vi|co quan|ben|noi|cho|nguoi)\b|\bhand (?:over|on)\b"
        ),
        _reports,
        texts.hand_over,
    ),
    Topic(re.compile(r"\buy quyen\b(?! so\b)"), _reports, texts.standing_in, plain=True),
    Topic(
        re.compile(
            r"\b(?:nhap|gui|tai|them|dua)(?: \w+){0,3} ke hoach\b|\b(?:add|import|send)\b.*\bplan"
        ),
        may_run_office,
        texts.send_plan,
    ),
    Topic(
        re.compile(r"\b(?:doi|sua|lui|gia|keo)\b.*\bhan\b|\b(?:move|change|extend)\b"),
        may_run_office,
        texts.deadline,
    ),
    Topic(re.compile(r"\btam (?:dung|hoan|ngung)\b|\bpause\b"), may_run_office, texts.pause),
    Topic(
        re.compile(
            r"dinh kem|gui (?:file|tep|anh|van ban)|minh chung|\battach|"
            r"\b(?:gui|nop)(?: \w+){0,3} (?:o|vao|len|qua|cho) (?:dau|ai)\b|"
            r"\b(?:file|photo)\b"
        ),
        _reports,
        texts.attach,
    ),
    Topic(
        re.compile(r"gia han|them thoi gian|lui han|\bextension\b|\bmore time\b|\bextend\b"),
        _reports,
        texts.extension,
    ),
    Topic(
        re.compile(
            r"\b(?:huy|xoa|rut|sua)\b.*\b(?:bao cao|nham|sai)\b|bao nham|bao sai|"
            r"\b(?:undo|mistake|take back)\b"
        ),
        _anybody,
        texts.undo,
    ),
    Topic(re.compile(r"\bchi dao\b|\binstruct"), may_instruct, texts.instruct),
    Topic(
        re.compile(
            r"\b(?:them|moi|cap ma)\b.*\b(?:nguoi|can bo|tai khoan)|tai khoan|"
            r"\b(?:add|invite)\b.*\b(?:person|people|officer|user|somebody|someone)"
        ),
        may_run_office,
        texts.invite,
    ),
    Topic(
        re.compile(r"\bgiao (?:viec|nhiem vu)|\bgiao\b|\b(?:give|assign)\b.*\btask"),
        may_run_office,
        texts.assign,
    ),
    Topic(
        re.compile(r"bao cao thay|phong .*bao (?:qua )?dien thoai"), may_run_office, texts.instead
    ),
    Topic(re.compile(r"\bbao cao\b|\bbao xong\b|\breport\b"), _reports, texts.report),
)


ANNOUNCED = re.compile(
    r"^(?:(?:hay|nho|gui|bot|giup|toi|em|ban|cho) )*(?:thong bao|nhan tin|gui tin|nhan)\b"
    r".*\b(?:moi nguoi|tat ca|toan bo|cac|phong|don vi|co quan|anh chi)\b"
    r"|^(?:(?:hay|nho|bot|giup|toi|em) )*gui (?:cho |toi |den )?(?:toan bo|toan the|tat ca|"
    r"moi nguoi|anh em|cac (?:phong|don vi|co quan|can bo|dong chi))\b(?!.*\bbao cao\b)"
)
""" "Gửi toàn bộ cán bộ: chiều nay họp": a message of one's own to many; flattened."""


async def on_words(talk: Talk) -> Outgoing | None:
    """How to do it, or what there is instead; None where nothing of the kind is asked."""
    flat = flatten(clean(talk.incoming.text)).strip(" .!?")
    if talk.incoming.reply_to or NUMBERED.search(flat):
        return None
    if WHOM.fullmatch(flat) and (whom := await whom_to_ask(talk)):
        return Outgoing((whom,))
    if GREETING.fullmatch(flat):
        return await _greet(talk)
    if ANNOUNCED.match(flat) and not talk.recall("asked") and not talk.recall("office"):
        return _announced(talk)
    replies = read_reply(talk.incoming.text, today=talk.today)
    tells = any(one.state or one.percent is not None or one.blocked for one in replies)
    if tells or talk.recall("asked") or talk.recall("office"):
        return None
    asks = HOW.match(flat) is not None
    for topic in TOPICS:
        if (asks or topic.plain) and topic.words.search(flat) and topic.to(talk.standing):
            return Outgoing((topic.text(talk.tr),))
    return None


def _announced(talk: Talk) -> Outgoing:
    """That we send no messages of one's own to many, and what can be done instead."""
    if may_run_office(talk.standing):
        return Outgoing((texts.announce(talk.tr),))
    return Outgoing((texts.no_announcing(talk.tr, instructs=may_instruct(talk.standing)),))


async def _greet(talk: Talk) -> Outgoing:
    """Good day, and the one thing that matters to this person now."""
    if not talk.standing.agency_ids:
        return Outgoing((texts.greet_leader(talk.tr, office=talk.standing.has(Role.SECRETARY)),))
    mine = await my_tasks(talk)
    late = sum(task.is_overdue(talk.today) for task in mine)
    agencies = ", ".join(talk.agency_names)
    return Outgoing((texts.greet(talk.tr, agencies=agencies, count=len(mine), late=late),))
