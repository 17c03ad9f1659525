"""Who answers for a task or an agency, who somebody is: "ai phụ trách việc 12", "anh Kiên là ai".

Officers are told of their own agencies and of the standing office; telephone numbers are not kept.
"""

import re
from collections.abc import Sequence

from bot.conversation.directory.known import known_agencies
from bot.conversation.listening.mentions import flatten
from bot.conversation.office.officers import TITLES, begin_with
from bot.conversation.people.role_wishes import wished_change
from bot.conversation.people.roles import on_person
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import not_a_reader
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.people.staff import with_role
from bot.texts.questions import asked as texts
from db.enums import AGENCY_ROLES, Part, Role
from db.models import Membership
from db.queries.office import agencies_by_id, officers_of
from db.queries.people import everybody_in
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

LEADS = (
    r"(?:phu trach|lam|chiu trach nhiem|dau moi|chu tri|phoi hop|theo doi|duoc giao|nhan|thuc hien)"
)
OF_TASK = re.compile(
    rf"(?:cho (?:toi |em )?(?:hoi|biet) )?(?:ai|(?:nguoi|can bo|don vi|co quan|phong) nao)"
    rf" (?:la |dang |se |phai )*(?:{LEADS} ?)+(?:viec|nhiem vu|so|cai)* ?#?(?P<a>\d{{1,5}})"
    rf"|(?:viec|nhiem vu|so|#)+ ?#?(?P<b>\d{{1,5}}) (?:la )?(?:do )?"
    rf"(?:ai|nguoi nao|phong nao|don vi nao) ?(?:dang |se )?(?:{LEADS} ?)*"
)
PEOPLE = r"(?:danh ba|nhan su|lanh dao|thu truong|truong phong|dau moi|can bo|nguoi phu trach|sep)"
WHO = re.compile(
    rf"(?:ai (?:dang )?(?:la|lam) )?(?:{PEOPLE}|ai)"
    r"|.{0,60}\b(?:co|gom) (?:may|bao nhieu|nhung)(?: (?:nguoi|can bo|ai|dau moi))+\b"
    r"|.{3,60}\b(?:co|gom) (?:nhung )?ai$"
    rf"|.{{3,60}} ai (?:(?:dang|la|lam) )*(?:{PEOPLE}|phu trach)$"
)
"""How a question of an agency's people begins; what begins otherwise needs no agencies' names."""
OF_AGENCY = re.compile(
    r"(?:(?:(?:(?:ben|o) )?_+|(?:phong|co quan|don vi|ben) (?:minh|toi|em|ta)) (?:thi )?"
    r"ai (?:(?:dang|la|lam) )*|ai (?:dang )?(?:la|lam) )?"
    rf"(?:{PEOPLE}|phu trach|ai)"
    r"(?: (?:cua|o|la|phu trach|dau moi|phong|don vi|co quan|ben|_+|toi|em|minh|ta|ai))*"
    r"|(?:_+|phong|don vi|co quan)(?: (?:toi|em|minh|ta|nay))? (?:dang )?(?:co|gom)"
    r"(?: (?:may|bao nhieu|nhung)(?: (?:nguoi|can bo|ai|dau moi))+| ai)"
)
ABOUT = (
    r"(?:so dien thoai|so(?= cua\b)|sdt|dien thoai|so lien he|lien he|lien lac|thong tin|dia chi)"
)
OF_PERSON = re.compile(
    rf"(?:(?:xin|cho|toi|em|hoi) )*{ABOUT}(?: (?:cua|voi|so|ve))* (?P<a>.+?)"
    r"(?: (?:la )?(?:gi|bao nhieu|so may))?"
    r"|(?P<b>.+?) (?:la ai|o phong nao|lam gi|lam o dau|thuoc phong nao|co quan nao)"
    r"|(?:xoa|khoa|go|cho nghi|thu hoi|bo|ket thuc|cham dut)"
    r"(?: (?:tai khoan|quyen|vai tro|viec tham gia|nguoi|cua|thu truong|can bo|dau moi|"
    r"lanh dao|thanh vien))* (?P<c>.+)"
    r"|(?:gui|cap|tao|cho)(?: (?:lai|giup|toi|xin))* (?:ma|loi moi|giay moi)(?: (?:moi|lai|cho))*"
    r" (?P<j>(?:anh|chi|dong chi|ong|ba|co|chu) .+)"
    r"|cho (?P<e>.+?) (?:nghi|thoi)(?: (?:viec|luon|roi|lam))*"
    r"(?:,? (?:khong|thoi) tham gia(?: nua)?)?"
    r"|(?:cho )?(?P<f>(?:anh|chi|dong chi|ong|ba|co|chu) .+?)"
    r" (?:lam (?:ca|them)|kiem(?: nhiem)?)\b.*"
    r"|(?:luan chuyen|chuyen|dieu|dua|cho) (?P<g>(?:anh|chi|dong chi|ong|ba|co|chu) .+?)"
    r" (?:sang|ve|qua|len|khoi|ra khoi|lam (?:thu truong|truong phong|dau moi|can bo|lanh dao))\b.*"
    r"|(?:chuyen|ban giao|giao)(?: (?:het|toan bo|tat ca|cac|nhung))* (?:viec|nhiem vu) cua"
    r" (?P<h>(?:anh|chi|dong chi|ong|ba|co|chu) .+?) (?:sang|cho|ve|qua) .*"
    r"|(?:anh|chi|dong chi|ong|ba|co|chu) [a-z]+(?: [a-z]+)*? (?:se |da |vao |len )*thay"
    r"(?: the| cho)* (?P<i>(?:anh|chi|dong chi|ong|ba|co|chu) .+?)(?: (?:phu trach|lam|o|tu)\b.*)?"
    r"|(?P<d>.+?) (?:da )?(?:ban giao|chuyen (?:sang|ve|cong tac)|nghi huu|nghi viec|thoi viec|"
    r"(?:ngung|khong|thoi|dung)(?: con)? (?:tham gia|"
    r"(?:lam|la) (?:can bo |nguoi )?(?:dau moi|thu truong|phu trach)))\b.*"
)
""" "Số điện thoại anh Kiên", "anh Kiên là ai", "xóa tài khoản anh Kiên"; over flattened text."""
SELF = re.compile(
    r"(?:(?:cho|xin|hoi|the|vay)[ ,]+)*(?:toi|em|minh|tui)(?: (?:dang|duoc))* (?:la ai|la gi"
    r"|co (?:nhung |cac )?(?:quyen|vai tro)(?: han)?(?: gi| nao)?|co vai tro gi|lam gi duoc"
    r"|thuoc (?:phong|don vi|co quan) nao|o (?:phong|don vi) nao)"
    r"(?: (?:trong|o|tren) .*)?(?: (?:vay|the|a|nhi))*"
    r"|(?:xem )?(?:vai tro|quyen)(?: han)? cua (?:toi|em|minh)(?: la gi)?|who am i\b.*"
)
""" "Tôi là ai": one's own places; over flattened text."""
MANAGES = ("c", "d", "e", "f", "g", "h", "i", "j")
"""What only the standing office means: the person's card has what can be done."""
ENDING = " ?.!"


async def on_words(talk: Talk) -> Outgoing | None:
    """The people who are asked for; None where nobody is."""
    text = clean(talk.incoming.text).rstrip(ENDING)
    flat = flatten(re.sub(r"(?i)(?: ạ| a| vậy| thế| nhỉ| hả)+$", "", text)).rstrip(ENDING)
    if found := OF_TASK.fullmatch(flat):
        return await _of_task(talk, int(found["a"] or found["b"]))
    if talk.incoming.reply_to:
        return None
    if SELF.fullmatch(flat):
        return await _oneself(talk)
    if found := OF_PERSON.fullmatch(flat):
        return await _of_person(talk, found)
    if not WHO.match(flat):
        return None
    names = await known_agencies(talk)
    if OF_AGENCY.fullmatch(names.blank(text[: len(flat)])):
        return await _of_agency(talk, names.named(text))
    return None


async def _of_task(talk: Talk, number: int) -> Outgoing | None:
    """Who leads it, by agency and by name, and who helps."""
    now_task, tr = await task_numbered(talk, number), talk.tr
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    leads, task = now_task.agency_ids(Part.LEAD), now_task.task
    everybody = await everybody_in(talk.session, talk.committee.id)
    held = [one for one in everybody if one.agency_id in leads]
    named = await officers_of(talk.session, talk.committee.id, task.id)
    ids = {person.id for person in named}
    people = [
        with_role(tr, name=one.person.name, role=one.role)
        for one in held
        if one.role is Role.HEAD or not ids or one.person_id in ids
    ]
    lines = [
        texts.of_task(tr, number=number, leads=now_task.agency_names(Part.LEAD), people=people)
    ]
    if helpers := now_task.agency_names(Part.COORDINATING):
        lines.append(texts.helpers(tr, agencies=helpers))
    button = common.task_button(number, task.id)
    return Outgoing(tuple(lines), ((button,),), about=(task.id,))


async def _of_agency(talk: Talk, agency_ids: Sequence[int]) -> Outgoing | None:
    """The people of an agency, one's own where none is named."""
    own = talk.standing.agency_ids
    ids = set(agency_ids) or own
    if may_run_office(talk.standing) or not ids or not (may_sum_up(talk.standing) or ids <= own):
        return None
    everybody = await everybody_in(talk.session, talk.committee.id)
    held = [one for one in everybody if one.agency_id in ids]
    agencies = await agencies_by_id(talk.session, talk.committee.id, ids)
    lines = [
        texts.of_agency(
            talk.tr,
            agency=agency.name,
            people=[
                with_role(talk.tr, name=one.person.name, role=one.role)
                for one in held
                if one.agency_id == agency.id
            ],
        )
        for agency in agencies
    ]
    return Outgoing(tuple(lines)) if lines else None


async def _of_person(talk: Talk, found: re.Match[str]) -> Outgoing | None:
    """Who somebody is; to the standing office their card, with what can be done there."""
    part = next(name for name in "abcdefghij" if found[name])
    words = found[part]
    titled = TITLES.match(words)
    office = may_run_office(talk.standing)
    everybody = await everybody_in(talk.session, talk.committee.id)
    visible = [one for one in everybody if office or _is_visible(talk, one)]
    people = {one.person_id: one.person for one in visible}
    meant = begin_with(words, people.values())
    if part in MANAGES and not office:
        if meant and titled and titled.end():
            raise NotYourRoleError
        return None
    if not meant or (part == "b" and not (titled and titled.end())):
        return None
    if office and len(meant) == 1:
        wish = await wished_change(talk, meant[0], talk.incoming.text) if part in MANAGES else None
        return await on_person(talk, str(meant[0].id), wish)
    agencies = {one.id: one.name for one in await agencies_by_id(talk.session, talk.committee.id)}
    lines = [
        texts.person(
            talk.tr,
            name=with_role(talk.tr, name=one.person.name, role=one.role),
            place=agencies.get(one.agency_id or 0, talk.committee.name),
        )
        for one in visible
        if one.person_id in {person.id for person in meant}
    ]
    if part == "a":
        lines.append(texts.no_numbers(talk.tr))
    return Outgoing(tuple(lines))


async def _oneself(talk: Talk) -> Outgoing:
    """Who we take the asker for: name, roles, agencies."""
    everybody = await everybody_in(talk.session, talk.committee.id)
    agencies = {one.id: one.name for one in await agencies_by_id(talk.session, talk.committee.id)}
    lines = [
        texts.person(
            talk.tr,
            name=with_role(talk.tr, name=one.person.name, role=one.role),
            place=agencies.get(one.agency_id or 0, talk.committee.name),
        )
        for one in everybody
        if one.person_id == talk.person.id
    ]
    return Outgoing((*lines, texts.what_one_can_do(talk.tr)))


def _is_visible(talk: Talk, held: Membership) -> bool:
    """Whether this person may be told who somebody is."""
    if may_sum_up(talk.standing) or held.role not in AGENCY_ROLES:
        return True
    return held.agency_id in talk.standing.agency_ids
