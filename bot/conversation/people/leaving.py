"""Somebody says that they work elsewhere now: the standing office hears it, and decides."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.people import staff as texts
from db.enums import Role
from db.queries.people import people_in_role
from plans.words import clean, cut

LEAVING = re.compile(
    r"(?:(?:da|bao cao|thua|xin bao|tu (?:hom nay|mai|tuan sau|thang sau|ngay [\d/]+)) ,?)*"
    r"(?:toi|em|minh|chau) (?:(?:da|sap|se|duoc|vua|nay|hien) )*"
    r"(?:(?:khong con|thoi khong|het|thoi|khong(?= .*\bnua\b))"
    r" (?:la|lam|cong tac|phu trach|theo doi|dam nhan|giu)\b"
    r"|khong phai (?:la )?(?:can bo |nguoi )?(?:dau moi|phu trach|thu truong|truong phong)\b"
    r".*\bnua\b"
    r"|(?:chuyen|dieu dong|luan chuyen|biet phai)(?: \w+){0,2}? "
    r"(?:cong tac|don vi|co quan|phong|noi khac|sang)\b|nghi (?:huu|viec han|che do)\b|ve huu\b)"
)
""" "Em không còn làm ở phòng này nữa", "tôi chuyển công tác rồi"; over flattened text."""
OF_A_TASK = re.compile(r"\b(?:viec|nhiem vu) ?#?\d|#\d|\d ?%")
WORDS = 200
"""Longest words shown to the standing office, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Told to the standing office, with a button to the person; None where it is not said."""
    text = clean(talk.incoming.text)
    flat = flatten(text)
    if talk.incoming.reply_to or not LEAVING.match(flat) or OF_A_TASK.search(flat):
        return None
    office = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    others = [person for person in office if person.id != talk.person.id]
    for secretary in others:
        tr = talk.words_for(secretary)
        told = texts.says_leaving(
            tr, who=talk.person.name, agency=", ".join(talk.agency_names), words=cut(text, WORDS)
        )
        button = Choice(texts.button_person(tr, name=talk.person.name), f"person:{talk.person.id}")
        await talk.tell(secretary, Outgoing((told,), ((button,),)))
    return Outgoing((texts.leaving_told(talk.tr),)) if others else None
