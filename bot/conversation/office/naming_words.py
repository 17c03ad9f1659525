"""The words by which a head gives tasks to an officer: "Hoa theo dõi việc 20". Pure.

All patterns are matched whole, over flattened text, but for those that say otherwise.
"""

import re
from dataclasses import dataclass

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.replies.hearing.questions import is_question
from plans.words import clean

ELSEWHERE = r"(?!(?:cho |sang |ben )*(?:phong \w|ban \w|ben \w|cong an|van phong|trung tam))"
""" "Việc 46 giao cho Phòng Kinh tế": to another agency, and no officer of one's own."""
MANY = r"\d{1,5}(?:\s*(?:,|;|va|voi|\+|&)\s*(?:(?:viec|nhiem vu) )?#?\d{1,5})*"
""" "20", "20 và 21", "20, 21, 24"."""
DOES = r"(?:nhan|lam|theo doi|phu trach|lo|dam nhan|chiu trach nhiem|thuc hien)"
SPOKEN = re.compile(
    rf"(?:giao|chuyen(?=.* tu .* (?:sang|cho)\b))(?: lai)? (?:(?:viec|nhiem vu|so) )*#?"
    rf"(?P<number>{MANY})(?: (?:tu|cua) .+? (?:sang|cho)| (?:cho|toi|den|sang))?"
    rf"(?: (?:anh|chi|dong chi|em|co|chu|ong|ba|can bo))? ?(?P<whom>{ELSEWHERE}.*)",
    re.DOTALL,
)
NUMBER_FIRST = re.compile(
    rf"(?:(?:viec|nhiem vu|so) )*#?(?P<number>{MANY}) giao {ELSEWHERE}(?:cho )?(?P<whom>.+)"
    r"|(?:toi )?(?:phan cong|giao|cu|de|cho)[: ]+(?:cho )?(?P<who>[a-z/]+(?: [a-z]+){0,4}?)"
    rf"(?: {DOES})? (?:(?:viec|nhiem vu|so) )*#?(?P<which>{MANY})"
)
""" "Việc 21 giao cho Hoa", "giao Hoa việc 20 và 21", "cho chị Hoa làm việc 18": of a head."""
LEFT_TO = re.compile(
    rf"(?:(?:viec|nhiem vu|so) )*#?(?P<number>{MANY})[,:]? (?:thi )?"
    rf"(?:(?:de|cho|nho)(?: cho)? (?P<whom>[a-z/]+(?: [a-z]+){{0,4}}?)(?: {DOES})?"
    rf"|(?P<does>[a-z/]+(?: [a-z]+){{0,4}}?) {DOES})(?: (?:nhe|di|a|luon))*(?P<more>, .+)?"
)
""" "Việc 20 để đồng chí Yến phụ trách", "việc 20 Hoa theo dõi": the same."""
ADDRESSED = re.compile(
    r"(?!(?:chi dao|don doc|nhac|giuc|yeu cau|de nghi|phe binh)\b)"
    rf"(?P<whom>[a-z/]+(?: [a-z]+){{0,4}}?)[ ,]+(?:oi[ ,]+)?{DOES}"
    rf"(?: (?:giup|ho|cho|toi|minh))* (?:(?:viec|nhiem vu|so) )*#?(?P<number>{MANY})\b(?P<more>.*)",
    re.DOTALL,
)
""" "Chị Hoa làm việc 19 đi, trước thứ sáu nhé", "Hoa theo dõi việc 20, xong báo tôi": said to the
officer, or of them."""
AFTERWARDS = re.compile(
    r"[ ,.;]+(?:(?:lam|bao gio|khi|nao|neu|luc) ){0,3}(?:xong|hoan thanh|vuong|co)"
    r"(?: (?:gi|ket qua|kho khan|vuong|mac|thi|roi)){0,4}[ ,]+(?:thi )?"
    r"(?:bao|noi|goi|trinh|gui|nhan)\b.*"
)
""" "…, xong báo tôi": what is to follow, and not how it stands; over flattened text."""
TOLD = re.compile(
    r"\b(?:da|dang|chua|vua|moi|duoc|vuong|bi)\b|\broi(?=\W*$|[,.;])|%"
    r"|\b(?:xong|hoan thanh)\b(?!.*\b(?:truoc|trong|som)\b)"
)
""" "Hoa đang làm việc 20": how it stands, and no order."""
TITLED = re.compile(r"(?:anh|chi|dong chi|em|co|chu|ong|ba) ")
TAKEN_BACK = re.compile(
    r"(?:rut|thu hoi|bo|thoi|huy|khong giao)(?: (?:lai|khong|giao|phan cong))* "
    rf"(?:(?:viec|nhiem vu|so) )*#?(?P<number>{MANY}) (?:cua|khoi|tu|cho) .+"
    r"|(?:rut|thu hoi|bo|thoi|huy)(?: lai)? (?:giao|phan cong) (?:(?:viec|nhiem vu|so) )*#?"
    rf"(?P<alone>{MANY})(?: (?:nua|di|nhe|a))*"
)
""" "Rút việc 20 của Hoa", "bỏ giao việc 6": all officers hear of it again."""


@dataclass(frozen=True, slots=True)
class Given:
    """Tasks by number, and whom they are given to in words; None: to nobody any more."""

    numbers: tuple[int, ...]
    whom: str | None
    plain: bool
    """Nothing else can be meant; else only where the words are an officer's name."""
    says_more: bool = False
    """The officer is to hear the words."""


def read_given(text: str, *, heads: bool) -> Given | None:
    """Which tasks are given to whom; only what nobody else could mean where one `heads` nothing.

    >>> read_given("Hoa theo dõi việc 20, xong báo tôi", heads=True)
    Given(numbers=(20,), whom='hoa', plain=False, says_more=True)
    """
    text = clean(text)
    flat = flatten(text).rstrip(" .!")
    if found := SPOKEN.fullmatch(flat):
        return Given(_numbers(found["number"]), found["whom"], plain=True)
    if not heads:
        return None
    if found := TAKEN_BACK.fullmatch(flat):
        return Given(_numbers(found["number"] or found["alone"]), None, plain=True)
    now = text[: len(AFTERWARDS.sub("", flat))]
    if tells_how_it_stands(flat) or is_question(listen(now).words):
        return None
    if found := LEFT_TO.fullmatch(flat):
        whom = found["whom"] or found["does"]
        titled, more = bool(TITLED.match(whom)), found["more"] is not None
        return Given(_numbers(found["number"]), whom, plain=titled, says_more=more)
    if found := NUMBER_FIRST.fullmatch(flat):
        titled = bool(found["whom"]) or bool(TITLED.match(found["who"]))
        numbers = _numbers(found["number"] or found["which"])
        return Given(numbers, found["whom"] or found["who"], titled)
    if found := ADDRESSED.fullmatch(flat):
        more = bool(found["more"].strip(" ,"))
        return Given(_numbers(found["number"]), found["whom"], plain=False, says_more=more)
    return None


def tells_how_it_stands(flat: str) -> bool:
    """Whether flattened words of a head say how far a task is, which is a report."""
    return TOLD.search(AFTERWARDS.sub("", flat)) is not None


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", words)))
