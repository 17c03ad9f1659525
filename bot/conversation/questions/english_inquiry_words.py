"""What questions in English ask for, by the words that say so. Pure.

In order: the first whose words stand in the question is meant.
"""

import re

from bot.conversation.questions.inquiry_words import About

ENGLISH = (
    (About.DAYS_LEFT, r"\bhow (?:many days|much time|long)\b.*\b(?:left|until|till|remain\w*)\b"),
    (About.PLAN_FILE, r"\bplan(?:'s)? (?:file|document|itself)\b|\b(?:file|copy) of the plan\b"),
    (
        About.FILE,
        r"\b(?:send|give|export|download|is there)\b.*\b(?:file|pdf|word|excel|document)\b",
    ),
    (
        About.SUBJECT,
        r"\btasks? (?:(?:that|which) )?(?:are |is )?"
        r"(?:about|related to|relat\w+ to|concerning|regarding|mention\w*|involv\w+|"
        r"to do with|(?:has|have) to do with)\b",
    ),
    (
        About.UNMANNED,
        r"\b(?:no|without(?: an?y?)?) (?:contact|officer|person|people|account|link)\b",
    ),
    (
        About.SILENT,
        r"\b(?:not|ha(?:s|ve) ?n.t|did ?n.t) (?:yet )?(?:report|sen[dt]|submit|hand)|\bsilent\b|"
        r"\b(?:sent|submitted|handed in) no\b|\b(?:have|need|left|had) to report\b",
    ),
    (About.NO_DAY, r"\b(?:no|without(?: an?y?)?) (?:due day|due date|deadline)"),
    (About.EXTENDED, r"\b(?:were|was|been|got|are) (?:extended|granted)|\bextended\b"),
    (About.EXTENSIONS, r"\bextensions?\b|\bmore time\b"),
    (About.WAITING, r"\bwaits? for me\b|\bi (?:have|need) to (?:do|decide)\b|\bmy decision\b"),
    (About.UNANSWERED, r"\bnot answered\b|\bunanswered\b|\binstruct(?:ions?|ed)?\b"),
    (About.REPORT_DAYS, r"\breport (?:days?|due)\b|\bmeetings?\b|\breports? due\b"),
    (About.RETURNED, r"\b(?:returned|sent back)\b"),
    (
        About.STANDING,
        r"\b(?:what|which|how many) (?:percent|per cent|percentage|share)\b|\bcompletion rate\b"
        r"(?!.*\b(?:each|every|agenc|offices|units))",
    ),
    (About.NOT_STARTED, r"\bnot (?:yet )?(?:started|begun)\b|\bhas ?n.t (?:started|begun)\b"),
    (
        About.RANKED,
        r"\bcompare (?:(?:the|all|our) )*(?:agencies|offices|units|departments)\b"
        r"(?!.* (?:with|to)\b)",
    ),
    (About.COMPARED, r"\bcompared?\b"),
    (About.LAST_REPORT, r"\blast (?:report|updat|heard)|\breport\w* last\b(?! \w)"),
    (About.NEWS, r"\breported\b(?! on)|\bdid (?:\w+ ){1,5}(?:report|say)\b"),
    (
        About.RANKED,
        r"\b(?:agency|office|unit|department|who)\b.*"
        r"\b(?:best|worst|fastest|slowest|busiest|most|fewest|least)\b",
    ),
    (About.RANKED, r"\b(?:rate|rank)\w*\b.*\b(?:each|every|agenc|offices|units)"),
    (About.DONE_LATE, r"\b(?:done|finished|completed) (?:late|after)"),
    (About.GIVEN, r"\bnew tasks?\b|\b(?:newly|just|recently) (?:given|assigned)\b"),
    (About.OVERDUE, r"\boverdue\b|\blate\b|\bbehind\b"),
    (About.BLOCKED, r"\bblocked\b|\bstuck\b|\bobstacles?\b"),
    (
        About.AWAITING,
        r"\bawait|\bto (?:confirm|approve)\b|\bfor (?:my |our )?(?:confirmation|approval)\b",
    ),
    (
        About.UNASSIGNED,
        r"\bunassigned\b|\bnot assigned\b|"
        r"\b(?:without|(?:has|have|with) no) (?:a )?(?:lead|owner)\b",
    ),
    (About.NEWS, r"\bnew\b|\bnews\b|\bchanged\b|\bhappen(?:ed|ing)\b"),
    (
        About.DUE,
        r"\bdue\b|"
        r"\bto (?:do(?! (?:with|so))|finish) (?:today|tomorrow|(?:this|next) (?:week|month))\b|"
        r"\bdeadlines?\b|\bcoming up\b|"
        r"\b(?:to|must|should|shall) be (?:done|finished|completed)\b",
    ),
    (About.DONE, r"\bdone\b|\bfinished\b|\bcompleted?\b"),
    (About.OPEN, r"\bopen\b|\bleft\b|\bremaining\b|\bto do\b"),
    (About.OPEN, r"^(?:please )?(?:list|show|give)(?: \w+){0,3} tasks (?:of|for)\b"),
    (About.STANDING, r"\b(?:best|worst|fastest|slowest)\b|\bdoing\b"),
    (About.STANDING, r"\bsummary\b|\boverview\b|\bfigures\b|\bhow are we\b|\bprogress\b"),
)
ENGLISH_PATTERNS = tuple((about, re.compile(pattern)) for about, pattern in ENGLISH)
IN_ENGLISH = re.compile(
    r"(?:please )?(?:what|which|who|how|when|where|can you send|send me|show|"
    r"(?:this|last) (?:week|month|quarter|year) compared|list|give|any|are there|"
    r"tasks (?:without|that|due|with|not)\b|overdue (?:tasks|work)|"
    r"is there|is any|am i|do (?:i|we)|have (?:i|we)|has any|did any|compare|"
    r"tasks? (?:about|related to|concerning)\b|"
    r"summary|overview)\b"
)
""" "Which tasks are late?": what those who chose English ask for first; flattened."""
