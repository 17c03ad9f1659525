"""Labels that are headings of their own: "2. Cơ quan chủ trì", with the names listed under it.

Such a part says its work first ("1. Nội dung, biện pháp", under it "a) ...", "b) ..."), then once
for all of it who leads and until when. It is put as other lists are: each task with its labels
below it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plans.columns import Column
from plans.lists.labels import GROUP, WHOLE_LABEL, WORK
from plans.source import Line
from plans.words import fold, join_lines

MARK = re.compile(r"(?P<mark>(?:\d{1,2}(?:\.\d{1,2})?|[a-hđ])[.)]|[-–—+*•]) ?(?P<said>\S.*)")
NUMBERED = re.compile(r"\d{1,2}(?P<under>\.\d{1,2})?[.)] ?\S.*")
BOTH = re.compile(r"(?:(?:co quan|don vi) )?chu tri(?:,| va|/) ?(?:(?:co quan|don vi) )?phoi hop.*")
NAMES = {
    Column.LEAD: "Cơ quan chủ trì",
    Column.COORDINATING: "Cơ quan phối hợp",
    Column.PRODUCT: "Sản phẩm",
    Column.DEADLINE: "Thời gian",
}
KINDS = (
    (Column.COORDINATING, r"phoi hop|tham gia"),
    (Column.LEAD, r"chu tri|(?:co quan|don vi|bo phan)(?: chu yeu)? thuc hien|trach nhiem"),
    (Column.DEADLINE, r"thoi (?:gian|han)|tien do"),
    (Column.PRODUCT, r"san pham|ket qua"),
    (Column.NOTE, r"kinh phi|dia diem|nguon luc"),
)


@dataclass(slots=True)
class Part:
    """One part as it is read: its pieces of work, and what each label says of all of them."""

    work: list[list[Line]] = field(default_factory=list)
    said: dict[Column, list[Line]] = field(default_factory=dict)


def put_labels_below(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of parts whose labels are numbered headings put as a labelled list has
    them; all others as they are."""
    under = next((_is_under(line) for line in lines if _label(line.text, numbered=True)), None)
    if under is None:
        yield from lines
        return
    heads = [at for at, line in enumerate(lines) if _is_head(line, under=under)]
    yield from lines[: heads[0] if heads else len(lines)]
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield from _put(lines[start], lines[start + 1 : end], under=under)


def _is_under(line: Line) -> bool:
    """Whether the labels stand under a numbered task ("1.2.") and not under a part ("2.")."""
    found = NUMBERED.fullmatch(line.text)
    return bool(found and found["under"])


def _is_head(line: Line, *, under: bool) -> bool:
    if GROUP.fullmatch(line.text):
        return True
    numbered = NUMBERED.fullmatch(line.text)
    return under and numbered is not None and not numbered["under"]


def _label(text: str, *, numbered: bool = False) -> tuple[Column, str] | None:
    """What a marked line labels, with what it says behind its colon; None where it does not."""
    found = MARK.fullmatch(text)
    if found is None or (numbered and not found["mark"][0].isdigit()):
        return None
    name, _, value = found["said"].partition(":")
    folded = fold(name).strip(" .").replace("/", ", ")
    if WORK.fullmatch(folded):
        return (Column.CONTENT, value.strip()) if not numbered else None
    if BOTH.fullmatch(folded):
        return Column.LEAD, value.strip()
    if not (WHOLE_LABEL.fullmatch(folded) or re.fullmatch(r"kinh phi(?: thuc hien)?", folded)):
        return None
    kind = next((column for column, words in KINDS if re.search(words, folded)), None)
    return (kind, value.strip()) if kind else None


def _put(head: Line, lines: Sequence[Line], *, under: bool) -> Iterator[Line]:
    """A part with its labels below each piece of its work; as it is where it labels no lead."""
    labels = [_label(line.text) for line in lines]
    numbered = [_label(line.text, numbered=True) for line in lines]
    yield head
    if not any(label and label[0] is Column.LEAD for label in numbered):
        yield from lines
        return
    part = _read(lines, labels)
    number = re.match(r"\d{1,2}", head.text) if under else None
    for count, work in enumerate(part.work, 1):
        text = join_lines([line.text for line in work])
        yield replace(work[0], text=f"{f'{number[0]}.' if number else ''}{count}. {text}")
        yield from _labelled(part)
    if not part.work:
        if not under and Column.DEADLINE in part.said:
            yield replace(head, text=f"1. {head.text.partition(' ')[2]}")
        yield from _labelled(part)


def _labelled(part: Part) -> Iterator[Line]:
    for column, lines in part.said.items():
        if lines and column in NAMES:
            mark = " " if column is Column.DEADLINE else "; "
            said = mark.join(line.text.rstrip(" .;") for line in lines)
            yield replace(lines[0], text=f"- {NAMES[column]}: {said}")


def _read(lines: Sequence[Line], labels: Sequence[tuple[Column, str] | None]) -> Part:
    part = Part()
    here, kind = Column.CONTENT, ""
    for line, label in zip(lines, labels, strict=True):
        found = MARK.fullmatch(line.text)
        if label is not None:
            here = label[0]
            said = part.said.setdefault(here, [])
            if label[1] and here is Column.CONTENT:
                part.work.append([replace(line, text=label[1])])
            elif label[1]:
                said.append(replace(line, text=label[1]))
            continue
        if here is not Column.CONTENT:
            text = found["said"] if found else line.text
            part.said[here].append(replace(line, text=text))
            continue
        mark = _kind(found["mark"]) if found else ""
        if part.work and (not mark or mark != (kind := kind or mark)):
            part.work[-1].append(line)
        else:
            kind = kind or mark
            part.work.append([replace(line, text=found["said"] if found else line.text)])
    return part


def _kind(mark: str) -> str:
    """Which sort of mark lists the work: numbers, letters or dashes."""
    return "number" if mark[0].isdigit() else "letter" if mark[0].isalpha() else mark[0]
