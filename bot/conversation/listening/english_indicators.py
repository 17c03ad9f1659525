"""What is asked of indicators in English, as Vietnamese has it: "which indicators missed their
target". Pure.

Read for everybody, as questions of tasks are: nothing is recorded by a question.
"""

import re

BEGINS = (
    r"(?:please )?(?:(?:which|what|how many|list|show|give|are there any|any)"
    r"(?: (?:me|us|the|all|of|our))* )"
)
INDICATORS = rf"{BEGINS}indicators?"
WORDINGS = (
    (
        rf"{INDICATORS}\b.*\b(?:no|without(?: an?y?)?|have ?n.t(?: an?y?)?|lack\w*|missing) "
        r"(?:target|goal)s?\b.*",
        "chỉ tiêu nào không có mục tiêu năm nay",
    ),
    (
        rf"{INDICATORS}\b.*\b(?:no|without(?: an?y?)?|lack\w*|missing|not reported|unreported)\b"
        r"(?: (?:figure|reading|number|data|value|report)\w*)?.*",
        "chỉ tiêu nào chưa có số liệu",
    ),
    (
        rf"{INDICATORS}\b.*\b(?:miss(?:ed)?|below|behind|under|fail\w*|(?:not|n.t) "
        r"(?:been |yet )*(?:met|meet|reach\w*|achieved?|hit))\b.*",
        "chỉ tiêu nào chưa đạt",
    ),
    (
        rf"{INDICATORS}\b.*\b(?:met|meet|reach\w*|achieved?|hit|on target)\b.*",
        "chỉ tiêu nào đạt",
    ),
    (
        r"(?:(?:please|how|what|where|show|give|me|is|are|about|the|see) )*indicator (?:no\.? )?"
        r"(?P<number>\d{1,4})(?: (?:doing|now|going|at|so far|today))*",
        "chỉ tiêu {number} thế nào",
    ),
    (rf"{INDICATORS}(?: (?:are there|do we have|have we))*", "các chỉ tiêu"),
)
READ = tuple((re.compile(said, re.IGNORECASE), meant) for said, meant in WORDINGS)


def indicators_in_vietnamese(text: str) -> str | None:
    """The question in Vietnamese; None where it asks of no indicators.

    >>> indicators_in_vietnamese("How is indicator 30 doing?")
    'chỉ tiêu 30 thế nào'
    """
    words = " ".join(text.split()).strip(" .!?")
    for pattern, meant in READ:
        if found := pattern.fullmatch(words):
            return meant.format(**found.groupdict())
    return None
