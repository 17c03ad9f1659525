"""The words in which a draft is spoken of, as patterns over flattened text; English beside them."""

import re
from enum import Enum, auto

from db.enums import DraftField


class Act(Enum):
    """What is to be done."""

    SUMMARY = auto()
    LOOK = auto()
    FOLLOW = auto()
    DISCARD = auto()
    HEAD = auto()
    SHOW = auto()
    RIGHT = auto()
    LATER = auto()
    NONE = auto()
    BACK = auto()
    CORRECT = auto()
    PAIR = auto()


END = r"(?: (?:di|nhe|nha|a|luon|nua|ngay|em|voi|giup|cho toi|giup toi|please))*[\s.!?]*"
THIS = r"(?: (?:ke hoach|du thao|ban|ban nay|van ban|file|tep|nay|do|kia|vua gui|vua roi|ra))*"
A_DRAFT = r"(?:ban du thao|ban ke hoach|du thao|ke hoach|ban|van ban|(?:the|this) (?:draft|plan))"
LINES = r"(?:dong|viec|cho|nhiem vu|muc|rows?|lines?)"
UNSURE = (
    r"(?:chua (?:ro|chac|xem|duyet|on|ra soat)|can (?:xem|sua|ra soat|kiem tra)(?: lai)?"
    r"|nghi ngo|dang ngo|bi ngo|thieu|doubtful|unclear|left)"
)
OF_DRAFT: tuple[tuple[Act, str], ...] = (
    (
        Act.SUMMARY,
        r"(?:(?:gui|cho|xem|dua|hien|xin)(?: toi| em| lai| xem)* )?(?:lai )?(?:ban |phan )?tom tat"
        rf"(?: lai)?(?: cua)?{THIS}(?: lai)?"
        rf"|(?:xem|mo|gui|ve|quay)(?: lai| ve)* {A_DRAFT}{THIS}(?<!ke hoach)"
        r"|(?:(?:show|send)(?: me)? )?(?:the )?(?:summary|draft)(?: again)?",
    ),
    (
        Act.LOOK,
        r"(?:xem|con|cho xem|ra soat|kiem tra|di qua)?(?: ?lai)? ?(?:may |nhung |cac )?"
        rf"{LINES}"
        rf"(?: nao)?(?: con)?(?: bi)? {UNSURE}(?: khong| nao| nua| lai| gi| het)*"
        rf"|(?:xem|ra soat|di)(?: lai)? tiep(?: tuc)?(?: {LINES})?"
        r"|(?:xem|ra soat|kiem tra|duyet)(?: lai)? (?:\d+|cac|nhung|het cac|tung) (?:dong|cho)"
        rf"|(?:xem )?{LINES} (?:tiep theo|ke tiep|tiep)"
        rf"|tiep tuc (?:xem|ra soat)(?: lai)?{THIS}"
        rf"|(?:which|what|show)(?: me)? (?:the )?{LINES} (?:are )?(?:still )?{UNSURE}"
        r"|next(?: row| line)?",
    ),
    (
        Act.FOLLOW,
        r"(?:dong y |ok |duyet |van |cu |thoi )*(?:dua|cho|nhap|dua het|cho het)"
        r"(?: (?:het|tat ca|toan bo|no|luon|ca|cac dong|cac nhiem vu|cac viec))*"
        rf"{THIS} vao(?: theo doi| luon| het| danh sach| he thong)*"
        rf"|(?:bat dau )?theo doi {A_DRAFT}{THIS}"
        rf"|(?:chap nhan|thong qua|duyet)(?: het| toan bo)? {A_DRAFT}{THIS}"
        rf"|(?:follow|accept|approve|take in) (?:{A_DRAFT}|it all|all of it|everything)(?: now)?",
    ),
    (
        Act.DISCARD,
        rf"(?:bo|xoa|huy)(?: bo| di)? {A_DRAFT}{THIS}|{A_DRAFT}{THIS} (?:bo|xoa|huy)(?: bo| di)*"
        rf"|(?:discard|delete|drop|throw away|remove) {A_DRAFT}",
    ),
)
"""What is said of a whole draft; over flattened words."""

IS = r"(?:\s*:\s*|(?: (?:la|thanh|sang|phai la|dung la|is|to|should be))+ )"
HEADS: tuple[tuple[DraftField, str, str], ...] = (
    (
        DraftField.NUMBER,
        r"(?:so|so hieu|ky hieu|(?:the )?number)"
        rf"(?: (?:cua|of|the|plan|ke hoach|van ban|hieu))*{IS}?",
        r" ?\d+ ?[/-].*[a-z].*",
    ),
    (
        DraftField.ISSUED_ON,
        r"(?:ngay (?:ban hanh|ky|ra)|ban hanh ngay|ky ngay|(?:it was )?issued(?: on)?)"
        rf"(?: (?:cua|ke hoach|van ban))*{IS}?",
        r" ?(?:ngay )?\d{1,2}\D.*",
    ),
    (DraftField.ISSUER, rf"(?:co quan|don vi|noi) ban hanh{IS}|(?:the )?issuer{IS}", ".+"),
    (
        DraftField.TITLE,
        rf"(?:trich yeu|tieu de|ten(?: cua)? (?:ke hoach|van ban)|(?:the )?title){IS}",
        ".+",
    ),
    (
        DraftField.REPORTING,
        rf"(?:che do|ky|dinh ky) bao cao(?: cua ke hoach)?{IS}|(?:the )?reports?{IS}",
        ".+",
    ),
)
"""A field of the plan's own, its name and what it may be."""
FIX = r"(?:(?:sua|doi|chinh|dieu chinh|cap nhat|ghi|de|change|set|correct)(?: lai)? (?:the )?)?"

ONE = r"#?\d{1,5}(?!\d|[/.]\d|\s*%)"
TO = r"\s*(?:,|;|va|den|toi|-|and|to)\s*"
WORD = r"(?:(?:cac|nhung|dong|viec|nhiem vu|muc|stt|so|hang|rows?|tasks?|lines?|no\.?) ?)"
NUMBERED = rf"(?P<word>{WORD}*)(?P<numbers>{ONE}(?:{TO}(?:{WORD})*{ONE})*)"
MEASURED = rf"(?:chi tieu|ct|indicators?) ?(?P<numbers>{ONE}(?:{TO}(?:ct ?)?{ONE})*)"
PRINTED = re.compile(r"\b(?:dong|muc|stt|hang|row|line)")
SPAN = re.compile(r"(\d+)(?:\s*(?:den|toi|-|to)\s*(?:\D*?)(\d+))?")
MOST = 200
"""Lines that one order may name."""

OF_OLD = (
    r"(?: (?:cu|truoc|truoc day|hom truoc|ngay truoc)"
    r"| (?:(?:cua|o|trong) )?(?:ban|ke hoach) (?:cu|truoc)"
    r"| (?:of|in) the old(?: one| plan| version)?)*"
)
GOES_ON = (
    r"(?:la|thay(?: cho| the)?|tiep(?: noi| tuc| cua)?|voi|vao"
    r"|is|goes on as|continues|replaces|with|to)"
)
PAIRS = re.compile(
    rf"(?:(?:ghep|noi|pair) )?{WORD}*(?P<row>{ONE}){OF_OLD}"
    rf"(?: (?:van|chinh|tuc|thuc ra|that ra|really))* {GOES_ON}"
    rf" (?:(?:chinh|the|old|cua|cho|cu) ?)*{WORD}*(?P<old>{ONE}){OF_OLD}{END}"
)
""" "#13 là #3 cũ", "ghép 13 với việc 3": a row of a newer version, and the task it goes on as."""
IS_NEW = re.compile(
    rf"{WORD}*(?P<row>{ONE})(?: (?:van|moi|thuc ra|that ra))* (?:la|is)"
    r" (?:(?:mot |a |hoan toan )*(?:nhiem vu|viec|dong) )?(?:hoan toan )?"
    rf"(?:moi|new(?: task| row)?)(?: hoan toan| them)?{END}"
    rf"|{WORD}*(?P<apart>{ONE}) (?:khong phai|is not|isn't|is no longer)(?: la)?"
    rf" {WORD}*(?P<old>{ONE}){OF_OLD}{END}"
)
""" "#13 là việc mới", "#13 không phải #3"."""

SAID: tuple[tuple[Act, str], ...] = (
    (
        Act.NONE,
        r"(?:thi |nen |can )?(?:bo|xoa|loai|gach)(?: bo| ra| khoi danh sach)*"
        r"|(?:do |day )?khong (?:phai|tinh)(?: la)?(?: (?:mot )?(?:nhiem vu|viec|chi tieu))?"
        r"|(?:is |are )?(?:not a task|not tasks|no task|not an indicator)|drop|remove",
    ),
    (
        Act.RIGHT,
        r"(?:la |da |thi )?(?:dung|ok|oke|chuan|chinh xac|duoc)(?: roi| het| ca| day)*"
        r"|khong (?:sai|sua|can sua)(?: gi)?|giu nguyen|(?:is |are )?(?:right|correct|fine)",
    ),
    (Act.LATER, r"(?:de|xem|tinh)(?: lai)? (?:sau|do)|chua (?:ro|biet|quyet)|later|skip"),
    (
        Act.BACK,
        r"(?:van )?la nhiem vu|(?:lay|dua|khoi phuc|them)(?: lai)(?: vao)?|khoi phuc"
        r"|is a task|(?:put|take) back",
    ),
)
"""What is said of a line behind its number, or alone under it."""

FIELDS: tuple[tuple[str, str], ...] = (
    ("deadline", r"(?:thoi )?han(?: hoan thanh| chot| cuoi)?|deadline|due(?: date| day)?"),
    ("deadline", r"(?:hoan thanh|xong)(?= (?:truoc|trong|ngay|den|het)\b)"),
    (
        "agency",
        r"(?:(?:co quan|don vi) )?(?:chu tri|dau moi)|(?:co quan|don vi)(?! phoi hop| ban hanh)"
        r"|giao(?: cho)?|lead(?: agency)?|led by",
    ),
    ("helpers", r"(?:(?:co quan|don vi) )?phoi hop|helpers?|coordinating|with"),
    ("product", r"san pham(?: dau ra)?|product"),
    ("targets", r"muc tieu|gia tri|targets?"),
    ("content", r"noi dung|ten(?: viec| nhiem vu)?|content|wording"),
)
LINKS = r"(?:(?: ?:| (?:la|thanh|sang|phai la|lai|is|by|on|voi)\b)*)"
LABEL = re.compile(
    r"(?:^|(?<=[,;.] )|(?<=[,;.])|(?<= va ))(?:va |co |the |is |by )*"
    r"(?:(?:sua|doi|chinh|dieu chinh)(?: lai)? )?(?:"
    + "|".join(f"(?P<f{at}>{words})" for at, (_, words) in enumerate(FIELDS))
    + rf")\b{LINKS}\s*"
)
LED = re.compile(
    r"(?:do |giao (?:cho )?|de |cho )?(?P<who>(?!han\b|phoi hop\b)[^\d:;,]{3,}?) "
    r"(?:chu tri|lam dau moi|leads)(?![^,;.])"
)
""" "Do Phòng Kinh tế chủ trì"."""
EDGES = " \t.,;:"
ASKS = re.compile(
    r"\b(?:la gi|bao gio|khi nao|la ai|ai|sao|the nao)\W*$|\bai chu tri\b|^(?:when|who|what is)\b"
)
""" "Hạn việc 12 là bao giờ": a question, and nothing is to be written."""

FIELD_FIRST = re.compile(
    r"(?P<verb>(?:sua|doi|chinh|dieu chinh|chuyen|change|set|move|correct)(?: lai)? (?:the )?)?"
    + "(?P<field>"
    + "|".join(words for _, words in FIELDS)
    + r")(?: (?:cua|o|cho|of|for))* "
    + rf"{NUMBERED}(?=[\s:]){LINKS}(?P<to> to)?\s*(?P<value>.+)"
)
""" "Sửa chủ trì việc 12 thành phòng kinh tế"."""
VERBS: tuple[tuple[Act, str], ...] = (
    (Act.NONE, "bo|xoa|loai|loai bo|drop|remove"),
    (Act.LATER, "bo qua|de sau|skip"),
    (Act.BACK, "(?:lay|dua) lai|khoi phuc|put back"),
    (Act.SHOW, "xem|xem lai|sua|mo|show"),
)
VERB_FIRST = re.compile(
    "(?:" + "|".join(f"(?P<v{at}>{words})" for at, (_, words) in enumerate(VERBS)) + ")"
    rf"(?: di)? {NUMBERED}{END}"
)
GIVEN = re.compile(rf"(?:giao|assign|give) {NUMBERED} (?:cho|to) (?P<value>.+)")
BEHIND = re.compile(rf"(?:sua(?: lai)? |o |cho )?{NUMBERED}(?P<rest>(?:\W.*)?)", re.DOTALL)
TARGET = re.compile(r"\W*(?:nam )?20\d\d ?[:=]")
""" "CT3 2026: 60%"."""
OF_INDICATOR = re.compile(rf"(?:sua(?: lai)? )?{MEASURED}(?P<rest>(?:\W.*)?)", re.DOTALL)
