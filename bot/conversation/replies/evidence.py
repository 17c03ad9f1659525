"""Numbers of documents in a message: evidence of what was done, and nothing else."""

import re

from bot.conversation.replies.letters import vn

KINDS = (
    r"(?:kế hoạch|kh|quyết định|qđ|báo cáo|công văn|cv|tờ trình|ttr|nghị quyết|nq|thông báo|tb"
    r"|văn bản|vb|chương trình|ctr|hướng dẫn|giấy mời|biên bản|hợp đồng|thông tư|nghị định"
    r"|chỉ thị|kết luận|đề án|quy chế)"
)
CODES = r"(?:kh|qđ|bc|cv|ttr|nq|tb|vb|ctr|hd|gm|bb|tt|nđ|ct|kl|đa|qc|ubnd|đu|hđnd)"
SYMBOL = (
    r"\d{1,5}(?:/\d{4})?(?:[-/] ?"
    rf"{CODES}\b(?:[-–/&.][^\W\d_]\w*)*|[-/][^\W\d_]{{1,6}}(?:[-–/&.][^\W\d_]\w+)+)"
)
DATED = (
    r"(?:,? ?(?:ban hành )?(?:ngày|ký ngày) ?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:(?:[/.-]"
    r"| năm )\d{2,4})?)"
)
DOCUMENT = vn(
    rf"\b(?:{KINDS}(?: số)?:? ?(?:{SYMBOL}|\d{{1,5}}(?= ?(?:,? ?ngày|,? ?ký ngày)))"
    rf"|(?:văn bản )?số:? ?{SYMBOL}|(?<![\w/.,-]){SYMBOL}){DATED}?|\b(?:nghị quyết|nq|quyết định"
    rf"|qđ|kế hoạch|kh|công văn|tờ trình|thông báo|hợp đồng) số \d{{1,5}}(?!\d|%)"
    rf"|\b(?:nghị quyết|nq|chỉ thị|thông tư|nghị định) (?:số )?\d{{1,5}}\b(?! ?%)"
)
CITED = vn(r"\b(?:theo|căn cứ|thực hiện|triển khai|về|của|trong)(?: \w+){0,2} $")


def find_documents(words: str) -> list[tuple[int, int, bool]]:
    """Where documents are named, with their day, and whether as evidence.

    "sản phẩm là Kế hoạch số 45/KH-UBND ngày 05/12/2025" is evidence; "theo Nghị quyết 57" is a
    document to act on.
    """
    found = []
    for match in DOCUMENT.finditer(words):
        near = words[max(match.start() - 30, 0) : match.start()]
        numbered = re.search(r"[/-] ?[^\W\d]|ngày|ngay", match[0]) is not None
        found.append((match.start(), match.end(), numbered and not CITED.search(near)))
    return found
