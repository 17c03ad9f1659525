"""A task whose sentence closes with labels: "... Đơn vị chủ trì: Công an xã; thời gian: 20/7."."""

import re
from dataclasses import replace

from plans.agencies.heads import begins_agency
from plans.annexes import Row

ROLE = r"(?:cơ quan|đơn vị|bộ phận)"
LABEL = re.compile(
    rf"(?:(?<=[.;,(]) ?|^)(?:(?P<helpers>(?:{ROLE} )?phối hợp(?: thực hiện)?)"
    rf"|(?P<lead>(?:{ROLE} )?(?:chủ trì|chịu trách nhiệm)(?: thực hiện)?|{ROLE} thực hiện|giao)"
    r"|(?P<until>(?:thời (?:gian|hạn)|tiến độ|hạn)(?: (?:thực hiện|hoàn thành))?|hoàn thành)"
    r"|(?P<product>(?:kết quả|sản phẩm)[^:;.,]{0,16})): ?",
    re.IGNORECASE,
)


def part_labels(row: Row) -> Row | None:
    """The row with what its closing labels say in its place; None unless they name its lead."""
    found = list(LABEL.finditer(row.content))
    if not found:
        return None
    ends = [label.start() for label in found[1:]] + [len(row.content)]
    said = {
        str(label.lastgroup): row.content[label.end() : end].strip(" .;,()")
        for label, end in zip(found, ends, strict=True)
    }
    if found[0].start() == 0 or not begins_agency(said.get("lead", "")):
        return None
    return replace(
        row,
        content=row.content[: found[0].start()].rstrip(" .;,("),
        lead=said["lead"],
        coordinating=said.get("helpers") or None,
        product=said.get("product") or None,
        deadline=said.get("until") or None,
    )
