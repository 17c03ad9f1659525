"""The header of a woven table: its columns, as far as its lines show them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plans.columns import HEADER_WORDS, NAMES, Column
from plans.source import Line
from plans.words import fold

HEADER_LINES = 12
GLANCE = 40
"""Lines of an annex in which the header stands."""
MORE_WORDS = frozenset(
    [
        *("kinh", "phi", "lanh", "dao", "phu", "tieu", "luc", "va", "nguon", "phoi", "chi", "cq"),
        *("van", "ban", "hanh", "tham", "quyen", "hinh", "trinh", "dia"),
    ]
)
BROKEN_NAMES = re.compile(
    r"(?P<content>\bnoi\b(?: dung)?(?: nhiem vu| cong viec)?|\bnhiem\b"
    r"|\bten (?:chuong|de an|du an))"
    r"|(?P<lead>\b(?:co quan|don vi|bo phan|cq) (?:chu|thuc)\b|\bchu tri\b|\bphan cong\b)"
    r"|(?P<coordinating>\b(?:(?:co quan|don vi|bo phan|cq) )?phoi\b)|(?P<product>\b(?:san|ket)\b)"
    r"|(?P<start>\bthoi gian (?:bat|tu)\b)|(?P<deadline>\b(?:thoi|tien do)\b)"
    r"|(?P<note>\bghi\b|\bcap (?:co|ban|trinh)\b)"
)
"""How columns are named whose names go on below: "Cơ quan thực" over "hiện"."""
BEGINS = re.compile(r"(?:s?tt|so tt|stt)\b .*\S")
COLUMN_WORDS = re.compile(
    r"(?P<content>\b(?:noi dung|nhiem vu|ten)\b)|(?P<agency>\b(?:co quan|don vi)\b)"
    r"|(?P<product>\b(?:san pham|ket qua)\b)|(?P<time>\b(?:thoi (?:gian|han)|tien do)\b)"
)
"""What is left of a header whose roles and numbers a scan ruined."""
AGENCIES = re.compile(r"\b(?:co quan|don vi)\b")
RUINED_ROLES = re.compile(
    r"\b(?:(?P<lead>[Cc]h[^\W\d_]{1,2} tr[^\W\d_]{1,2})|[Pp]h[^\W\d_]{1,3} h[^\W\d_]{1,2}p)\b"
)
"""Who leads and who helps, as a scan leaves them: "chi trị", "phoi hgp"."""
FEWEST_COLUMNS = 2
MAY_BE_LOST = (Column.LEAD, Column.COORDINATING, Column.DEADLINE)
"""Of these a damaged header may have lost the names."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in their order, and the places of the header's lines.

    `floating` are those that are named only above the line of the others, which says nothing of
    their place; they stand last for want of it. `lost` are those that a damaged header may have
    lost besides.
    """

    columns: tuple[Column, ...]
    lines: frozenset[int]
    floating: tuple[Column, ...] = ()
    lost: tuple[Column, ...] = ()


def find_header(
    lines: Sequence[Line], *, damaged: bool = False, ruined: bool = False
) -> Header | None:
    """The columns, and the places of the header's lines wherever it is printed; of a damaged one
    a line beside it may have scraps of other words, of a ruined one even "TT" may be gone."""
    best = Header((), frozenset())
    places: set[int] = set()
    begins = {at for at, line in enumerate(lines) if BEGINS.match(fold(_bare(line.text)))}
    if ruined and not begins:
        begins = {at for at, line in enumerate(lines[:GLANCE]) if _names_columns(line.text)}
    for at in sorted(begins):
        if at in places:
            continue
        end = at + 1
        while end < min(at + HEADER_LINES, len(lines)) and _is_header(lines[end].text):
            end += 1
        start = at
        while (
            start
            and at - start < 3
            and _is_header(lines[start - 1].text, damaged=damaged and start == at)
        ):
            start -= 1
        found = _name_columns([lines[at], *lines[start:at], *lines[at + 1 : end]])
        if ruined and Column.CONTENT not in found:
            found = (Column.CONTENT, *found)  # it stands first, and lost its name
        if len(found) > len(best.columns) and (ruined or not best.columns):
            beside = _name_columns([*lines[at:end]])
            floating = tuple(column for column in found if column not in beside)
            best = Header(found, frozenset(range(start, end)), floating)
        places.update(range(start, end))
    if ruined:
        best = _with_lost(best, lines)
        places.update(_in_lines_of_their_own(lines))
    elif damaged and Column.DEADLINE not in best.columns:
        best = replace(best, lost=(Column.DEADLINE,))
    columns = best.columns
    if Column.CONTENT not in columns or not {Column.LEAD, Column.DEADLINE} & set(columns):
        return None
    return replace(best, lines=frozenset(places)) if len(columns) >= FEWEST_COLUMNS else None


def _with_lost(head: Header, lines: Sequence[Line]) -> Header:
    """The header with the columns that it may have lost; one of agencies is there if it says so."""
    lost = [one for one in MAY_BE_LOST if one not in head.columns]
    said = fold(" ".join(_bare(lines[at].text) for at in sorted(head.lines)))
    led = Column.LEAD in lost and Column.COORDINATING in lost and AGENCIES.search(said)
    if led:
        lost.remove(Column.LEAD)
        head = replace(
            head, columns=(*head.columns, Column.LEAD), floating=(*head.floating, Column.LEAD)
        )
    return replace(head, lost=tuple(lost))


def _names_columns(text: str) -> bool:
    """Whether half the line's words or more are a header's, and name two columns between them."""
    said = re.sub(r"^\S{1,3} ", "", fold(_bare(text)))
    named = {str(name.lastgroup) for name in COLUMN_WORDS.finditer(said)}
    return not text.isupper() and _is_header(said, damaged=True) and len(named) >= FEWEST_COLUMNS


def _in_lines_of_their_own(lines: Sequence[Line]) -> Iterator[int]:
    """The places of a header that is printed again, each name on a line of its own."""
    run: list[int] = []
    for at, line in enumerate([*lines, Line(0, "", 0)]):
        if _is_header(line.text):
            run.append(at)
            continue
        named = {one.lastgroup for at in run for one in COLUMN_WORDS.finditer(fold(lines[at].text))}
        if len(run) > 1 and len(named) >= FEWEST_COLUMNS:
            yield from run
        run = []


def _bare(text: str) -> str:
    bare = re.sub(r"[|\[\]]", " ", re.sub(r"\([^)]*\)", " ", text)).strip()
    return RUINED_ROLES.sub(lambda role: "chủ trì" if role["lead"] else "phối hợp", bare)


def _is_header(text: str, *, damaged: bool = False) -> bool:
    words = re.findall(r"[a-z]+", fold(_bare(text)))
    known = sum(word in HEADER_WORDS or word in MORE_WORDS for word in words)
    if damaged:
        return known > 1 and known * 2 >= len([word for word in words if len(word) > 1])
    return bool(words) and known == len(words)


def _name_columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns in their order, of the line with "TT" first; without that of the numbers.

    Their names stand side by side, one after another, or go on line by line; of these ways the one
    that names most columns is taken, if it names who leads where another does.
    """
    said = "\n".join(re.sub(r" ?/ ?", "/", fold(_bare(line.text))) for line in lines)
    words = [" ".join(one.split()) for one in re.sub(r"(?<=[,/]) *\n", " ", said).split("\n")]
    ways = [
        _columns_in([_with_roles(words)], BROKEN_NAMES),
        _columns_in(words, NAMES),
        _columns_in([" ".join(words)], NAMES),
        _columns_in(words[:1], BROKEN_NAMES),
    ]
    found = max(ways, key=lambda way: (Column.LEAD in way, len(way)))
    if Column.START in found and Column.DEADLINE in found:
        found.remove(Column.START)
        found.insert(found.index(Column.DEADLINE), Column.START)
    return tuple(found)


def _with_roles(words: Sequence[str]) -> str:
    """The first line of a header with what its bare "Cơ quan" go on with in the lines below, in
    their order: "Cơ quan, đơn vị | Cơ quan, đơn vị" over "chủ trì | phối hợp"."""
    roles = re.findall(r"chu tri|phoi hop|thuc hien", " ".join(words[1:]))
    parts = re.split(
        r"\b((?:co quan|don vi)(?:[,/] ?don vi)?)(?! ?(?:[,/]|chu tri|phoi hop|thuc hien))",
        words[0],
    )
    said = parts[0]
    for at in range(1, len(parts) - 1, 2):
        role = roles.pop(0) if roles else ""
        said += f"{'phoi hop' if role == 'phoi hop' else f'co quan {role}'} {parts[at + 1]}"
    return " ".join(said.split())


def _columns_in(lines: Sequence[str], names: re.Pattern[str]) -> list[Column]:
    found: list[Column] = []
    for at, words in enumerate(lines):
        for name in names.finditer(words):
            column = Column(name.lastgroup or Column.NO)
            listed = re.search(r"[,/] ?$", words[: name.start()])
            beside = found[-1:] == [column] and not at and not listed
            if column is Column.CONTENT and beside:
                found[found.index(column)] = Column.PARENT
            if column not in (*found, Column.NO, Column.REFERENCE):
                found.append(column)
    return found
