"""A message in parts, one for each task that it speaks of."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date

from bot.conversation.listening.letters import any_of, vn
from bot.conversation.listening.said import OBSTACLE, blank
from bot.conversation.replies.signs.whole_or_part import PART, TITLE_VERBS
from bot.conversation.replies.targets.chapters import part_chapters
from bot.conversation.replies.targets.names import Name, find_names
from bot.conversation.replies.targets.openings import (
    BEEN,
    find_plans,
    find_titles,
    opening_end,
)
from bot.conversation.replies.targets.sections import Section, find_sections
from bot.conversation.replies.targets.sharing import HOLDS_BACK, Clause, Part, share, share_section

LONGEST_CLAUSE = 400
"""Characters of a clause; a longer run without any mark is read in pieces that overlap."""

OVERLAP = 60
FIGURE = r"(?:(?:đã|đạt|được|mới|khoảng|tiến độ) )*\d{1,3} ?(?:%|phần trăm)"
SEPARATOR = any_of(
    r"(?<![\d,])(?:(?<!khó khăn)(?<!vướng mắc),|,(?! ?(?:khó khăn|vướng)))",
    r"(?<=\d),(?!\d)|\.+(?!\d)|[;!?)|\n]+",
    rf"(?<!_ )\(+|\(+(?! ?{FIGURE})",  # "nhiệm vụ 4 (đạt 90%) và nhiệm vụ 5 (đạt 45%)"
    rf"(?={OBSTACLE})",
    r"\b(?=mà (?:chưa|vẫn chưa|không)(?: được| thấy)* (?:cập nhật|ghi nhận|ghi|đổi)\b)",
    r"(?<!\bmà )\b(?=(?:mà )?(?:sao|bot|hệ thống) (?:vẫn|cứ|lại|chưa|không|còn) )",
    r"(?<=[^\W\d_] )(?<!văn hóa )(?<!kinh tế )(?<!tài chính )[-–](?= [^\W\d])",
    r"(?:(?<=[^\W_] )/|(?<=% )[-–])(?= _)",
    r"\b(?=(?:và|nhưng|mà|còn|chứ)(?: riêng| các| những| cái| thì)?(?: số)? _)",
    r"\b(?=(?:`nhưng|tuy nhiên|tuy vậy|song hiện|mặc dù|(?<!mặc )dù(?= (?:còn|gặp|có|hơi)))\b)",
    r"\b(?=nhưng (?!gì|ai|việc|nhiệm|đơn|cơ|phòng|nội|lệnh|chức))",  # a bare "nhung" is "những"
)
"""Where a clause ends: marks, but not those within numbers or "khó khăn, vướng mắc"."""

NOT_THAT = vn(
    r"\bkhông phải(?: là)? _+ ?,? (?:mà|mà là)\b|\bchứ (?:không|đâu) phải(?: là)? _+"
    r"|(?:(?<=xong )|(?<=thành )|(?<=rồi ))chứ (?:không|đâu) phải(?: là)? \d{1,3}(?=\W*$|[,;.])"
)
""" "không phải việc 7 mà là việc 9 xong" speaks of 9 alone."""

ONLY_NAMED = vn(
    r"(?<=_)(?: \w+){0,3}? (?:phụ thuộc|liên quan|trùng|giống)(?: (?:vào|đến|tới|với|như))* _+"
    r"(?=\W*(?:$|[,;.!?]))"
)
""" "việc 28 phụ thuộc vào việc 31" says nothing of 31."""

CARRIED_OUT = vn(
    r"(\b(?:giao|yêu cầu|đề nghị|chỉ đạo)\b[^_:;.\n]*_+[^_:;.\n]*):(?= ?(?:đã|đang|chưa)\b)"
)
""" "Giao Công an xã hoàn thành nhiệm vụ 38 trước 15/12: đang thực hiện"."""

TRAILING = re.compile(r"(?:^|(?<=\n))[^_\n]*[^\W_][^_\n]*\(_+\)[ .;]*(?=\n|$)")
""" "- Hướng dẫn cài đặt chữ ký số cho 36/48 cán bộ (NV 30)": the line is said of its last words."""

PAPER = vn(r"(?:hồ sơ|văn bản|báo cáo|giấy tờ|dự toán|đề cương|công văn|tờ trình)\b")
MARKS = re.compile(r"[(),;]|\.(?!\d)")
CALLED = vn(
    r"(?<=_) ?[-–(] ?((?:[^\W\d_]+,? ){3,30}[^\W\d_]+)\)?(?= ?: )"
    rf"|(?<=_) (?:về )?(?:việc )?({TITLE_VERBS}(?:,? [^\W\d_]+){{2,30}})"
    r"(?= ?: (?:đã |được )*hoàn (?:thành|tất))"
)
""" "Nhiệm vụ 38 - An ninh dữ liệu: hoàn thành": what the task is called."""
FIRST_OF_TITLE = vn(r"^rà soát\b,?")
""" "Rà soát" opens the names of many tasks, and elsewhere is a step."""

AND_THEN = vn(
    r"(?<=[,.;!\n])\W*(?:(?:à|ừ|ơ)\b(?:,? (?:quên|mà|còn)\b)?|anh quen|còn nữa|ngoài ra|bên cạnh đó"
    r"|thêm nữa)[ ,:]*(?=(?:còn |riêng )?_)"
)
""" "Việc 12 xong. À quên, việc 14 chưa": what only leads on to the next task."""

OTHERS = vn(
    r"^\W*(?:và |còn |riêng )?(?:các|những|mấy)? ?(?:việc|nhiệm vụ|cái) (?:còn lại|khác)\b"
    r"|^\W*(?:các|những) (?:phần )?(?:còn lại|khác)\b"
)


def part_by_task(words: str, today: date) -> list[Part]:
    """The message in parts, one for each group of tasks that is spoken of together.

    A clause belongs to the task named before it ("việc 12 được 80%, vướng kinh phí"); what comes
    before the first is a part of its own, unless nothing else is said of that task ("đã xong,
    nv 5").
    """
    sections = find_sections(words)
    names = _find_names(words, sections)
    sections = [section for section in sections if not _only_assigns(section, names)]
    headings = [(section.start, section.end) for section in sections]
    hidden = blank(words, [*headings, *((start, end) for start, end, _ in names)])
    denied = [match.span() for match in NOT_THAT.finditer(hidden)]
    unspoken = [*denied, *(match.span() for match in ONLY_NAMED.finditer(hidden))]
    named = deque(name for name in names if not any(a <= name[0] < b for a, b in unspoken))
    said_of = {
        start: Clause("x " * section.unsure + words[slice(*section.state)], section.state[0])
        for section in sections
        for start, *_ in section.names
    }
    first = hidden.find("_") + 1
    links = [link.span() for link in AND_THEN.finditer(hidden, first)] if first else []
    hidden = blank(hidden, links, by=" ")
    hidden = _with_titles_out(CARRIED_OUT.sub(lambda told: told[1] + ";", hidden))
    if len(TRAILING.findall(hidden)) > 1:
        hidden = TRAILING.sub(lambda line: MARKS.sub(" ", line[0]), hidden)
    plans = find_plans(hidden, today)
    titles = [*find_titles(hidden), *(plan.title for plan in plans)]
    hidden = blank(part_chapters(blank(hidden, denied, by=" ")), titles, by=" ")
    parts = [Part()]
    for clause in _split(hidden, opening_end(hidden)):
        end = clause.start + len(clause.words)
        planned = any(plan.start <= clause.start < plan.end for plan in plans)
        planned = planned and not BEEN.search(clause.words)
        if planned != parts[-1].planned and parts[-1].clauses:
            aside = len(parts) > 1 and not (planned or parts[-1].tasks)
            parts.append(Part(list(parts[-2].tasks), speaks=True) if aside else Part())
        parts[-1].planned = planned
        known = len(parts)
        inside = []
        while named and named[0][0] < end:
            inside.append(named.popleft())
        if inside and inside[0][0] in said_of:
            share_section(parts, clause, inside, said_of)
        elif inside:
            share(parts, clause, inside)
        else:
            if OTHERS.match(clause.words) and parts[-1].tasks:
                parts.append(Part())
            parts[-1].add(clause)
        for part in parts[known:]:
            part.planned = planned
    return _gather(parts)


def _with_titles_out(hidden: str) -> str:
    """The words without what a task is called, unless that may be a part of it."""
    called = [
        found.span()
        for found in CALLED.finditer(hidden)
        if not _names_a_part(FIRST_OF_TITLE.sub("", found[1] or found[2]))
    ]
    return blank(hidden, called, by=" ")


def _names_a_part(title: str) -> bool:
    return any((HOLDS_BACK.search(title), PART.search(title), PAPER.match(title)))


def _find_names(words: str, sections: Sequence[Section]) -> list[Name]:
    """Every naming of tasks, those listed under a heading first taken out."""
    listed = [name for section in sections for name in section.names]
    taken = [(section.start, section.end) for section in sections]
    rest = blank(words, [*taken, *((start, end) for start, end, _ in listed)])
    return sorted([*listed, *find_names(rest)])


def _only_assigns(section: Section, names: Sequence[Name]) -> bool:
    """ "Nhiệm vụ hoàn thành trong tháng 12: 17, 21", where each is reported apart."""
    reported = {task for name in names if name not in section.names for task in name[2]}
    assigned = {task for *_, tasks in section.names for task in tasks}
    return section.term and section.unsure and assigned <= reported


def _split(words: str, start: int) -> Iterator[Clause]:
    for mark in SEPARATOR.finditer(words, start):
        if mark.end() > start:
            yield from _cut(words, start, mark.end())
            start = mark.end()
    if start < len(words):
        yield from _cut(words, start, len(words))


def _cut(words: str, start: int, end: int) -> Iterator[Clause]:
    while end - start > LONGEST_CLAUSE:
        yield Clause(words[start : start + LONGEST_CLAUSE], start)
        start += LONGEST_CLAUSE - OVERLAP
    yield Clause(words[start:end], start)


def _gather(parts: list[Part]) -> list[Part]:
    """Merge what is said of the same task, and give a silent first task the words before it.

    What is planned counts only for a task of which nothing is reported.
    """
    if len(parts) > 1 and not parts[1].speaks and parts[0].speaks:
        parts[1].clauses = parts[0].clauses + parts[1].clauses
        parts = parts[1:]
    gathered: dict[int | None, Part] = {}
    reported = {task for part in parts if not part.planned for task in part.tasks}
    for part in parts:
        if part.planned and reported and not set(part.tasks) - reported:
            continue
        for task in list[int | None](dict.fromkeys(part.tasks)) or [None]:
            if part.planned and task in reported:
                continue
            known = gathered.setdefault(
                task, Part([] if task is None else [task], planned=part.planned)
            )
            known.clauses += part.clauses
    return list(gathered.values())
