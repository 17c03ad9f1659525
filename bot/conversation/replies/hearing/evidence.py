"""Numbers of documents in a message: evidence of what was done, and nothing else."""

import re

from bot.conversation.listening.letters import any_of, vn, words

KINDS = words("""
    kế hoạch, kh, quyết định, qđ, báo cáo, công văn, cv, tờ trình, ttr, nghị quyết, nq, thông báo,
    tb, văn bản, vb, chương trình, ctr, hướng dẫn, giấy mời, biên bản, hợp đồng, thông tư,
    nghị định, chỉ thị, kết luận, đề án, quy chế
""")
CODES = words("""
    kh, qđ, bc, cv, ttr, nq, tb, vb, ctr, hd, gm, bb, tt, nđ, ct, kl, đa, qc, ubnd, đu, hđnd
""")
MORE = r"(?:[-–/&.][^\W\d_]\w*)"
SYMBOL = (
    rf"\d{{1,5}}(?:/\d{{4}})?(?:[-/] ?{CODES}\b{MORE}*"  # "45/KH-UBND", "57- NQ/TW"
    rf"|[-/][^\W\d_]{{1,6}}{MORE}+)"  # "708/BTTTT-CATTT"
)
DAY = r"\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:(?:[/.-]| năm )\d{2,4})?"
DATED = rf"(?:,? ?(?:ban hành )?(?:ngày|ký ngày) ?{DAY})?"
DOCUMENT = any_of(
    rf"\b{KINDS}(?: số)?:? ?(?:{SYMBOL}|\d{{1,5}}(?= ?,? ?(?:ngày|ký ngày))){DATED}",
    rf"\b(?:văn bản )?số:? ?{SYMBOL}{DATED}",
    rf"(?<![\w/.,-]){SYMBOL}{DATED}",
    rf"\b{KINDS} số \d{{1,5}}(?!\d|%)",  # "Kế hoạch số 10"
    r"\b(?:kh|kế hoạch|qđ|quyết định|ttr|tờ trình) \d{1,5}(?=\W*(?:$|[,;)\n]))",  # "(KH 45)"
    r"\b(?:công văn|nghị quyết|nq|chỉ thị|thông tư|nghị định) \d{1,5}\b(?! ?%)",  # "Nghị quyết 57"
)
CITED = vn(r"\b(?:theo|căn cứ|thực hiện|triển khai|về|của|trong)(?: \w+){0,2} $")


def find_documents(said: str) -> list[tuple[int, int, bool]]:
    """Where documents are named, with their day, and whether as evidence.

    "sản phẩm là Kế hoạch số 45/KH-UBND ngày 05/12/2025" is evidence; "theo Nghị quyết 57" is a
    document to act on.
    """
    found = []
    for match in DOCUMENT.finditer(said):
        near = said[max(match.start() - 30, 0) : match.start()]
        numbered = re.search(r"[/-] ?[^\W\d]|ngày|ngay", match[0]) is not None
        found.append((match.start(), match.end(), numbered and not CITED.search(near)))
    return found
