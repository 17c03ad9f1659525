"""What agencies of a commune are called in English, as Vietnamese names them; pure.

"The culture office" is "Phòng Văn hóa", which the directory knows by its first words.
"""

import re

OFFICE = r"(?:office|division|department|section|bureau|unit|team)"
NAMES = (
    (rf"(?:culture|cultural)(?: (?:and|&) (?:society|social(?: affairs)?))? {OFFICE}", "văn hóa"),
    (rf"econom(?:y|ics?|ic(?: affairs)?) {OFFICE}", "kinh tế"),
    (rf"financ(?:e|ial)(?: (?:and|&) planning)? {OFFICE}", "tài chính"),
    (rf"(?:justice|judicial) {OFFICE}", "tư pháp"),
    (rf"(?:home|internal) affairs {OFFICE}", "nội vụ"),
)
READ = (
    *(
        (re.compile(rf"\b(?:the )?{said}\b", re.IGNORECASE), f"Phòng {name}")
        for said, name in NAMES
    ),
    (re.compile(rf"\b(?:the )?(?:commune )?police(?: {OFFICE})?\b", re.IGNORECASE), "Công an xã"),
    (
        re.compile(rf"\b(?:the )?military (?:command|{OFFICE})\b", re.IGNORECASE),
        "Ban Chỉ huy Quân sự",
    ),
    (
        re.compile(
            r"\b(?:the )?office of the people's c\w+(?: and (?:the )?people's c\w+)?\b", re.I
        ),
        "Văn phòng HĐND&UBND",
    ),
    (re.compile(r"\b(?:the )?fatherland front\b", re.IGNORECASE), "Mặt trận Tổ quốc"),
    (re.compile(r"\b(?:the )?youth union\b", re.IGNORECASE), "Đoàn Thanh niên"),
    (re.compile(r"\b(?:the )?(?:women's|woman's) union\b", re.IGNORECASE), "Hội Phụ nữ"),
    (re.compile(r"\b(?:the )?farmers'? (?:union|association)\b", re.IGNORECASE), "Hội Nông dân"),
    (re.compile(r"\b(?:the )?(?:health|medical) station\b", re.IGNORECASE), "Trạm Y tế"),
)


def agencies_in_vietnamese(text: str) -> str:
    """An English text with its agencies by their Vietnamese names.

    >>> agencies_in_vietnamese("compare the culture office and the police")
    'compare Phòng văn hóa and Công an xã'
    """
    for said, name in READ:
        text = said.sub(name, text)
    return text
