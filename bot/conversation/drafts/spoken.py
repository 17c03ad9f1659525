"""What is said of a draft in words instead of pressed: "dòng 5 hạn 20/12", "đưa hết vào". Pure.

Vietnamese is read without its marks, and English beside it. Who has a draft open, and which of
its lines a number means, is not known here.
"""

import re
from dataclasses import dataclass

from bot.conversation.drafts.spoken_words import (
    ASKS,
    BEHIND,
    EDGES,
    END,
    FIELD_FIRST,
    FIELDS,
    FIX,
    GIVEN,
    HEADS,
    IS_NEW,
    LABEL,
    LED,
    MOST,
    OF_DRAFT,
    OF_INDICATOR,
    PAIRS,
    PRINTED,
    SAID,
    SPAN,
    TARGET,
    VERB_FIRST,
    VERBS,
    Act,
)
from bot.conversation.listening.mentions import flatten
from plans.words import clean

OF_LINES = frozenset({Act.SHOW, Act.RIGHT, Act.LATER, Act.NONE, Act.BACK, Act.CORRECT})
"""What is said of lines; without a number, of the line that was shown last."""


@dataclass(frozen=True, slots=True)
class Said:
    """An order about a draft.

    `fields` are what is to stand in a line ("deadline", "agency", "helpers", "product",
    "content") or in the plan's own fields (by `DraftField`), in the words as typed.
    """

    act: Act
    numbers: tuple[int, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    indicators: bool = False
    as_printed: bool = False
    """Whether it speaks of a row ("dòng 5", "mục 5"), whose number may be the one printed."""


def read_said(text: str) -> Said | None:
    """What the words order of a draft or of its lines; None where they are about other things.

    >>> read_said("dòng 5 hạn 20/12")
    Said(act=<Act.CORRECT: 11>, numbers=(5,), fields=(('deadline', '20/12'),), indicators=False, \
as_printed=True)
    """
    typed = clean(text)
    flat = flatten(typed)
    if ASKS.search(flat):
        return None
    for act, words in OF_DRAFT:
        if re.fullmatch(rf"(?:{words}){END}", flat):
            return Said(act)
    return (
        _of_head(typed, flat)
        or _of_pair(flat)
        or _of_numbered(typed, flat)
        or _of_rest(typed, flat)
    )


def _of_head(typed: str, flat: str) -> Said | None:
    for field, name, value in HEADS:
        if found := re.fullmatch(rf"{FIX}(?:{name})(?P<value>{value})", flat):
            given = typed[found.start("value") :].strip(EDGES)
            return Said(Act.HEAD, fields=((field.value, given),))
    return None


def _of_pair(flat: str) -> Said | None:
    """A row, and the old task that it goes on as; the row alone where it is a new one."""
    if found := PAIRS.fullmatch(flat):
        return Said(Act.PAIR, (_number(found["row"]), _number(found["old"])))
    if found := IS_NEW.fullmatch(flat):
        return Said(Act.PAIR, (_number(found["row"] or found["apart"]),))
    return None


def _number(typed: str) -> int:
    return int(typed.lstrip("#"))


def _of_numbered(typed: str, flat: str) -> Said | None:
    if found := GIVEN.fullmatch(flat):
        value = typed[found.start("value") :].strip(EDGES)
        return _of_lines(found, Said(Act.CORRECT, fields=(("agency", value),)))
    if (found := FIELD_FIRST.fullmatch(flat)) and (
        found["verb"] or found["word"] or "#" in found["numbers"]
    ):
        to = typed[slice(*found.span("to"))] if found["to"] else ""
        value = typed[found.start("to" if to.strip() not in ("", "to") else "value") :]
        name = next(name for name, words in FIELDS if re.fullmatch(words, found["field"]))
        fields = ((name, value.strip(EDGES)),)
        return _of_lines(found, Said(Act.CORRECT, fields=fields))
    if found := VERB_FIRST.fullmatch(flat):
        act = next(VERBS[at][0] for at in range(len(VERBS)) if found[f"v{at}"])
        return _of_lines(found, Said(act))
    for rule in (OF_INDICATOR, BEHIND):
        if found := rule.fullmatch(flat):
            start = found.start("rest")
            if rule is OF_INDICATOR and TARGET.match(flat[start:]):
                fields = (("targets", typed[start:].strip(EDGES)),)
                return _of_lines(found, Said(Act.CORRECT, fields=fields))
            rest = _of_rest(typed[start:], flat[start:], alone=False)
            return rest and _of_lines(found, rest)
    return None


def _of_lines(found: re.Match[str], said: Said) -> Said | None:
    """The order with the lines that it is about; None where they are too many."""
    numbers: dict[int, None] = {}
    for first, last in SPAN.findall(found["numbers"]):
        until = int(last or first)
        if until - int(first) > MOST:
            return None
        numbers |= dict.fromkeys(range(int(first), until + 1))
    measured = "word" not in found.groupdict()
    printed = not measured and PRINTED.search(found["word"]) is not None
    return Said(said.act, tuple(numbers), said.fields, measured, printed)


def _of_rest(typed: str, flat: str, *, alone: bool = True) -> Said | None:
    """What is said behind a line's number; `alone`, of the line that was shown."""
    lead = len(flat) - len(flat.lstrip(" ,:;.-"))
    typed, flat = typed[lead:], flat[lead:]
    if filler := re.match(r"(?:thi|nay|sua lai|sua|doi lai)(?: (?:thi|la))?[\s:,]+", flat):
        typed, flat = typed[filler.end() :], flat[filler.end() :]
    if not flat.strip(EDGES + "?"):
        return None if alone else Said(Act.SHOW)
    for act, words in SAID:
        if re.fullmatch(rf"(?:{words}){END}", flat):
            return Said(act)
    if fields := _fields(typed, flat):
        return Said(Act.CORRECT, fields=fields)
    return None


def _fields(typed: str, flat: str) -> tuple[tuple[str, str], ...]:
    """Every field that is named, each with the words up to the next; nothing where words come
    before the first, or a field stays empty."""
    if led := LED.match(flat):
        leads = ("agency", typed[led.start("who") : led.end("who")].strip(EDGES))
        rest = len(flat[led.end() :]) - len(flat[led.end() :].lstrip(EDGES))
        others = _fields(typed[led.end() + rest :], flat[led.end() + rest :])
        return (leads, *others) if others or led.end() + rest == len(flat) else ()
    labels = list(LABEL.finditer(flat))
    if not labels or labels[0].start() != 0:
        return ()
    found = []
    for label, end in zip(labels, [*(one.start() for one in labels[1:]), len(flat)], strict=True):
        name = next(FIELDS[at][0] for at in range(len(FIELDS)) if label[f"f{at}"])
        value = re.sub(r"\s+(?:và|va|and)$", "", typed[label.end() : end].strip(EDGES))
        found.append((name, value.strip(EDGES)))
    return tuple(found) if all(value for _, value in found) else ()
