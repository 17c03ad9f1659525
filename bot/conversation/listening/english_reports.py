"""The reports that a plan wants, in English, said again in Vietnamese; pure."""

import re

from bot.conversation.listening.english_days import with_figures

PERIODS = (
    (r"(?:every|each) (?:six|6) months|(?:half|semi)[- ]?(?:year|annual)(?:ly)?", "6 tháng"),
    (r"(?:twice|two times) a year|(?:every|each) half[- ]year", "6 tháng"),
    (r"quarterly|(?:(?:every|each|once a|by) )quarter", "hằng quý"),
    (r"monthly|(?:(?:every|each|once a|by) )month", "hằng tháng"),
    (r"yearly|annual(?:ly)?|(?:(?:every|each|once a|by) )year", "hằng năm"),
    (r"(?:when|if|as) (?:needed|asked|required)|on (?:demand|request)|ad[- ]hoc", "khi cần"),
)
WORDS = (
    *PERIODS,
    (r"(?:of|in) (?:the|its|each|every) last month(?: of (?:the|each|every) quarter)?", ""),
    (r"(?:data )?(?:cut[- ]?off|closed?)", "chốt"),
    (r"(?:review )?(?:meeting|meets?|review)", "họp"),
    (r"(?:reports?|reporting|due|sent|handed in)", "báo cáo"),
    (r"before|earlier than", "trước"),
    (r"(?:by|on|at|until|no later than|the|of each|day|are|is)", ""),
    (r"(?<=\d)(?:st|nd|rd|th)", ""),
    (r"none|no reports?", "không"),
)


def reports_in_vietnamese(text: str) -> str:
    """Lines about reports as Vietnamese has them; what is Vietnamese stays as it is.

    >>> reports_in_vietnamese("Quarterly before the 20th, review on the 23rd")
    'hằng quý trước ngày 20, họp ngày 23'
    """
    if not any(re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) for words, _ in PERIODS):
        return "không" if re.fullmatch(r"\W*(?:none|no reports?)\W*", text, re.IGNORECASE) else text
    text = with_figures(text)
    for words, meant in WORDS:
        edge = r"" if words.startswith("(?<=") else r"\b"
        text = re.sub(rf"{edge}(?:{words})\b", meant, text, flags=re.IGNORECASE)
    text = re.sub(r"(?:báo cáo\s*)+", "báo cáo ", text)
    text = re.sub(r"((?:cáo|chốt|họp|trước|tháng|quý|năm) +)(?=\d{1,2}\b)", r"\1ngày ", text)
    lines = (re.sub(r" *([,:;]) *", r"\1 ", re.sub(r" +", " ", line)) for line in text.split("\n"))
    return "\n".join(line.strip(" ,:") for line in lines)
