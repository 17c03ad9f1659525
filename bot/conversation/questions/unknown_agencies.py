"""An agency that a question names and the directory lacks: "trạm y tế còn việc gì". Pure.

Without it the answer would be of the whole committee, under a name nobody asked for.
"""

import re

from bot.conversation.listening.mentions import AFTER_NAME, flatten

HEAD = (
    r"(?:van phong|trung tam|ngan hang|buu dien|dien luc|kho bac|chi cuc|cong an|mat tran|mttq"
    r"|doan thanh nien|ban quan ly|ban chi huy quan su"
    r"|phong (?:van hoa|kinh te|tu phap|noi vu|tai chinh|nong nghiep|y te|giao duc|dan toc|do thi"
    r"|lao dong|tai nguyen|cong thuong|xay dung|thanh tra)"
    r"|so (?:van hoa|tu phap|noi vu|tai chinh|nong nghiep|y te|giao duc|dan toc|xay dung"
    r"|cong thuong|khoa hoc|ngoai vu|du lich)"
    r"|hoi (?:nong dan|phu nu|cuu chien binh|nguoi cao tuoi|chu thap do|khuyen hoc|lien hiep)"
    r"|tram (?:y te|thu y|khuyen nong)|nha truong|cac truong"
    r"|truong (?:hoc|mam non|tieu hoc|trung hoc|thcs|thpt))"
)
BEFORE = (
    r"(?:(?:tinh hinh|ket qua|tien do|tong hop|bao cao|danh sach|liet ke|cho|toi|em|biet|xem|hoi"
    r"|the|con|va|cac|nhung|viec|nhiem vu|nao|gi|qua han|cham|cua|do|ben) )*"
)
NAMED = re.compile(
    rf"{BEFORE}(?P<who>{HEAD}(?: (?!{AFTER_NAME})[a-z&-]+){{0,5}})(?: {AFTER_NAME}.*)?\W*",
    re.DOTALL,
)


def unknown_agency(typed: str) -> str | None:
    """What a question calls an agency, as it was typed; of words in which none is known.

    >>> unknown_agency("Trạm y tế còn việc gì?")
    'Trạm y tế'
    """
    found = NAMED.fullmatch(flatten(typed))
    return typed[slice(*found.span("who"))] if found else None
