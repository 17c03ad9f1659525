"""What a cell says behind a label of what belongs in another: "Công an xã. Thời hạn: 30/4/2026"."""

import re
from dataclasses import replace
from typing import Any

from plans.agencies.heads import begins_agency
from plans.annexes import Row
from plans.ditto import is_ditto

OF = r"(?: (?:thực hiện|hoàn thành|dự kiến|đầu ra|cần đạt|báo cáo|trình))*"
OFFICE = r"(?:[Cc]ơ quan |[Đđ]ơn vị |[Bb]ộ phận )?"
LABELS = (
    ("deadline", rf"(?:[Tt]hời (?:gian|hạn)|[Tt]iến độ|[Hh]ạn|[Hh]oàn thành){OF}|TG"),
    ("product", rf"(?:[Ss]ản phẩm|[Kk]ết quả){OF}|SP"),
    ("lead", rf"{OFFICE}[Cc]hủ trì{OF}|CT|CQCT|ĐVCT"),
    ("coordinating", rf"{OFFICE}[Pp]hối hợp{OF}|PH|CQPH|ĐVPH"),
)
FIELDS = "|".join(f"(?P<{field}>{words})" for field, words in LABELS)
LABEL = re.compile(rf"(?:^|(?P<mark>[.;,(\n]\s*[-–+•*]?\s*|\s[-–+•]\s)|\s)(?:{FIELDS})\s?:\s*")
ASIDE = " \n.;,()-–+•"
"""What stands between a label's words and the next label."""


def take_labelled(row: Row) -> Row:
    """The row with what its cells say behind labels where it belongs, unless that is said already.

    Who leads and who helps in the cell of agencies is left to `said_elsewhere`.
    """
    for field in ("content", "lead", "coordinating", "product"):
        text = getattr(row, field)
        if text and ":" in text:
            row = _without_labelled(row, field, text)
    return row


def _without_labelled(row: Row, field: str, text: str) -> Row:
    labels = [found for found in LABEL.finditer(text) if _is_label(found)]
    if not labels:
        return row
    ends = [*(found.start() for found in labels[1:]), len(text)]
    roles = ("lead", "coordinating") if field != "content" else ()
    kept = text[: labels[0].start()]
    moved: dict[str, Any] = {}
    for found, end in zip(labels, ends, strict=True):
        target, said = found.lastgroup or "", text[found.end() : end].strip(ASIDE)
        free = target not in roles and not getattr(row, target) and target not in moved
        named = target not in ("lead", "coordinating") or begins_agency(said)
        if said and free and named and not is_ditto(said):
            moved[target] = said
        else:
            kept += text[found.start() : end]
    kept = kept.rstrip(ASIDE.replace(")", "").replace(".", ""))
    return replace(row, **(moved | {field: kept})) if moved and kept.strip(ASIDE) else row


def _is_label(found: re.Match[str]) -> bool:
    """Whether the words begin a cell's part: behind a mark, or with a capital of their own."""
    said = found[found.lastgroup or 0]
    return found["mark"] is not None or said[0].isupper()
