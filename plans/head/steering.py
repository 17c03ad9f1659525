"""Who steers the carrying-out of a plan: its committee and the body that works for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.body.paragraphs import read_paragraphs
from plans.restore import restore_text
from plans.source import Line
from plans.words import fold

NEAR_ENOUGH = 240
"""In letters: so much around the words "Ban Chỉ đạo" of a scan is restored to read them."""
LEVEL = r"(?:(?:cấp )?(?:xã|phường|tỉnh|thành phố|đặc khu)(?: [A-ZĐÂÊÔƠƯ]\w+)* )?"
COMMITTEE = re.compile(
    rf"(?P<name>Ban Chỉ đạo {LEVEL}(?:về|thực hiện|phát triển|[Cc]huyển đổi số|CĐS|Đề án)"
    r"\b[^.;:()“”\"]*?)"
    r"(?= do đồng chí| gồm| là | có trách nhiệm| ban hành| tổ chức| họp|[.;:(“”\"]|$)"
)
""" "Ban Chỉ đạo xã về phát triển khoa học ...": the plan's own, not the central one."""
BODY = r"(?P<name>(?:Văn phòng|Phòng|phòng|Sở|Ban|Công an|UBND|Ủy ban nhân dân)\b[^.;:,()]*?)"
STANDING = re.compile(
    rf"{BODY} (?:là|làm|giữ vai trò) (?:cơ quan )?thường trực(?: của)? Ban Chỉ đạo", re.IGNORECASE
)
STANDING_IS = re.compile(
    r"cơ quan thường trực(?: của)? Ban Chỉ đạo(?: xã| tỉnh| phường)? ?(?:là|:|\() ?"
    rf"{BODY}(?=[.;:,()]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Steering:
    """The steering committee and its standing body, as the plan names them; None for neither."""

    committee: str | None
    standing_body: str | None


NO_STEERING = Steering(None, None)


def read_steering(lines: Sequence[Line], *, scanned: bool = False) -> Steering:
    """The committee and its standing body by the first sentence that names each."""
    committee: str | None = None
    standing: str | None = None
    for said in _sayings(lines, scanned=scanned):
        if committee is None and (found := COMMITTEE.search(said)):
            committee = found["name"].strip(" ,")
        if standing is None and (found := STANDING.search(said) or STANDING_IS.search(said)):
            standing = found["name"][:1].upper() + found["name"][1:].strip(" ,")
        if committee and standing:
            break
    return Steering(committee, standing)


def _sayings(lines: Sequence[Line], *, scanned: bool) -> Iterator[str]:
    """The words around each "Ban Chỉ đạo" of the body, restored."""
    for paragraph in read_paragraphs(lines):
        words = fold(paragraph)
        for found in re.finditer(r"b[ao]n ch\w{1,2} d\w{2}\b", words):
            start = max(found.start() - NEAR_ENOUGH // 2, 0)
            start = paragraph.rfind(" ", 0, start) + 1 if start else 0
            piece = paragraph[start : found.start() + NEAR_ENOUGH]
            yield restore_text(piece, damaged=scanned).text
