"""A task given in words: read, asked about part by part, shown in full, given on a press.

What is half done is kept with the chat (`draft`) for the day on which it was begun; what is pressed
of it: `order_buttons`.
"""

import re
from dataclasses import replace

from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.agency_of_person import with_agencies
from bot.conversation.office.order_agencies import WORKS, names_unknown
from bot.conversation.office.order_questions import (
    SHORTEST,
    Draft,
    ask_what_to_amend,
    go_on,
    take_agencies,
    take_in,
)
from bot.conversation.office.order_times import read_time
from bot.conversation.office.orders import CONTENT, Order, read_order
from bot.conversation.office.receipts import not_received
from bot.conversation.pressed import next_number
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.office import assigning as texts
from plans.agencies.heads import HEADS
from plans.words import fold
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

TO_PERSON = re.compile(r"giao (?:cho )?(?:anh|chi|dong chi|ong|ba|co|chu) [a-z]+ (?!viec \d|#|\d)")
""" "Giao chị Hoa làm báo cáo": her agency leads it; over flattened text."""
ORDERED = re.compile(r"(?:phan cong|cho)(?: cho)? ")
""" "Cho Công an xã làm báo cáo quý 4, nộp trước 5/1": an order where a time is set; flattened."""
UNSAID = re.compile(
    r"(?P<asks>(?:yeu cau|de nghi|nho|phan cong|cho|moi)[ :,]+)?"
    r"(?:(?:anh em|cac dong chi|(?:anh|chi)(?= ben)|ben)[ ,]+)*"
    r"(?P<whom>_+(?: (?:voi|va|cung) _+)?|[a-z]+ [a-z]+)(?: xa)?"
    r"(?:,? (?:giup|ho|nhe|hay|can))*[,:]? "
    rf"(?P<work>(?={WORKS}\b))?"
    r"(?P<more>(?:lam|nhan)(?: giup| ho)* (?:them(?: viec| nhiem vu)?|viec|nhiem vu|giup|ho) )?.+"
)
""" "Trung tâm VHTT làm bài tuyên truyền, hạn 25/12", without "giao"; lines for names."""
TELLS = re.compile(
    r"\b(?:da|dang|chua|roi|vua|xin|bao(?! cao)|duoc|sao|the nao|den dau|cham|vuong|khong|tot)\b"
    r"|%"
)
"""What is told or asked of work that there is."""
RESUMED = re.compile(r"(?:ok |dong y |u |thi )*giao(?: (?:di|luon|nhe|viec do|a))+")
""" "Giao đi": of the order shown before; over flattened text."""
NEW = re.compile(
    r"(?:(?:hay|cho|toi|em|giup|nho|xin)[ ,]+)*"
    r"(?:(?:them|bo sung|tao|nhap)(?: (?:cho|toi|mot|1|giup))*"
    r" (?:dau viec|cong viec|viec|nhiem vu)(?: moi)?(?! ?#?\d)"
    r"|(?:viec|nhiem vu) moi(?= ?[:,-]| (?:cho|cua) )"
    r"|(?:anh|chi|em|dong chi)? ?giao (?!.{0,14}(?:viec |#)\d)(?:giup|ho)(?: (?:toi|em|minh))?)"
    r"(?: (?:cho|cua)\b)?[ :,-]*"
)
""" "Thêm việc mới: Phòng Kinh tế rà soát hộ kinh doanh, hạn 15/1", "chị giao giúp em: Phòng Kinh tế
…"; over flattened text."""


async def on_assign(talk: Talk, argument: str) -> Outgoing:
    """/giaoviec: a task in words; without words, how, and what is not received by all."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    if not argument:
        how, waiting = texts.how_to_assign(talk.tr), await not_received(talk)
        if waiting is None:
            return Outgoing((how,))
        return replace(waiting, blocks=(*waiting.blocks, how))
    return await _begin(talk, argument)


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Giao Phòng Kinh tế ...", typed without the command."""
    text = talk.incoming.text.strip()
    flat = flatten(text)
    if TO_PERSON.match(flat) and may_run_office(talk.standing):
        text = await with_agencies(talk, text)
    if flat.startswith("sua ") and talk.recall("draft"):
        return await answered(talk, "amend")
    if resumed := await _resumed(talk, text):
        return resumed
    if new := NEW.match(flat):
        rest = text[new.end() :]
        text = rest if re.match(r"giao\b", flatten(rest)) else f"giao {rest}"
    text = await _given_unsaid(talk, text) or text
    flat = flatten(text)
    if (opens := ORDERED.match(flat)) and may_run_office(talk.standing):
        directed, order = await known_agencies(talk), f"giao {text[opens.end() :]}"
        first = next(iter(directed.find(text)), None)
        read = read_order(order, directed, today=talk.today)
        at_once = first is not None and first.start == opens.end()
        if at_once and read.times and read.content and not find_names(listen(text).words):
            text, flat = order, flatten(order)
    if not flat.startswith(("giao ", "giao:")) or not may_sum_up(talk.standing):
        return None
    known = (await known_agencies(talk)).named(text) or "chu tri" in flat
    if not known and not names_unknown(flat):
        return None
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    return await _begin(talk, text)


async def _given_unsaid(talk: Talk, text: str) -> str | None:
    """The same with "giao", where an agency is told to do what no task's number names: by a time,
    at a wish ("nhờ"), or beside its other work ("làm thêm")."""
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    names = await known_agencies(talk)
    flat = names.blank(text)
    found = UNSAID.fullmatch(flat)
    if found is None or TELLS.search(flat) or is_question(listen(text).words):
        return None
    whom = text[slice(*found.span("whom"))]
    named = names.named_alone(whom)
    if find_names(listen(text).words) or len(named) != max(len(names.find(whom)), 1):
        return None
    work = text[found.end("more") if found["more"] else found.end("whom") :]
    order = f"giao {whom if names.named(whom) else f'phòng {whom}'} {work.strip(' ,')}"
    read = read_order(order, names, today=talk.today)
    said = len(read.content.split())
    if found["work"] is None:  # "Công an xã ra quân cấp căn cước, hạn 28/12": any work, by a time
        return order if read.times and said >= SHORTEST else None
    return order if (read.times or found["asks"] or found["more"]) and said > 1 else None


async def _resumed(talk: Talk, text: str) -> Outgoing | None:
    """The order that is half given, taken up again after something else was asked: "giao đi", or
    the time that it lacks alone."""
    draft = talk.kept_today("draft")
    if not draft or not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    if RESUMED.fullmatch(flatten(text).strip(" .!")):
        return await go_on(talk, dict(draft))
    alone = len(text.split()) <= SHORTEST and read_time(text, today=talk.today) is not None
    return await answered(talk, "deadline") if alone and not draft.get("times") else None


async def _begin(talk: Talk, text: str) -> Outgoing:
    order = read_order(text, await known_agencies(talk), today=talk.today)
    draft: Draft = {"n": next_number(talk, "drafts"), "day": talk.today.isoformat()}
    take_in(draft, order)
    return await go_on(talk, draft)


async def on_standing(talk: Talk) -> Outgoing:
    """The order that is open, to a button of one that is not; else how to give one."""
    draft = talk.recall("draft")
    if not may_run_office(talk.standing) or not draft or draft["day"] != talk.today.isoformat():
        return await on_assign(talk, "")
    return await go_on(talk, dict(draft))


async def answered(talk: Talk, part: str) -> Outgoing | None:
    """What was typed after one of the draft's questions; None where it is about something else."""
    draft = talk.recall("draft")
    text = talk.incoming.text.strip()
    if not draft or not text or talk.incoming.reply_to:
        return None
    if draft["day"] != talk.today.isoformat():
        talk.remember(draft=None)
        return Outgoing((texts.expired(talk.tr),))
    draft = dict(draft)
    if any(reply.task is not None or reply.ask for reply in read_reply(text, today=talk.today)):
        return None
    if await _is_another(talk, text, part):
        return None
    if part in ("lead", "helper"):
        return await _agencies_typed(talk, draft, part, text)
    if part == "deadline":
        time = read_time(text, today=talk.today)
        if time is None:
            return await go_on(talk, draft) if len(text) < 40 else None
        draft["times"] = [time.words]
    elif part == "content":
        take_in(draft, Order(content=read_order(text, Directory(()), today=talk.today).content))
    else:
        order = read_order(text, await known_agencies(talk), today=talk.today)
        if not CONTENT.search(flatten(text)) and not flatten(text).startswith("giao "):
            order = replace(order, content="")
        if order == Order():
            return ask_what_to_amend(talk)
        take_in(draft, order)
    return await go_on(talk, draft)


async def _is_another(talk: Talk, text: str, part: str) -> bool:
    """Whether a whole order is typed where a part of the open one was asked for."""
    if not flatten(text).startswith(("giao ", "giao:")):
        return False
    if part == "deadline":
        return len(text.split()) > SHORTEST
    order = read_order(text, await known_agencies(talk), today=talk.today)
    return bool(order.leads) and len(order.content.split()) >= SHORTEST


async def _agencies_typed(talk: Talk, draft: Draft, part: str, text: str) -> Outgoing | None:
    named = (await known_agencies(talk)).find(text)
    ids = [one.ids[0] for one in named if len(one.ids) == 1]
    if not ids:
        called = len(text.split()) <= SHORTEST or HEADS.match(fold(text))
        return await go_on(talk, draft) if called and len(text) < 40 else None
    return await take_agencies(talk, draft, part, ids)
