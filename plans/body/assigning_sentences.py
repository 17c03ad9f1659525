"""Who leads, who helps and until when, taken out of a sentence that assigns work."""

import re
from dataclasses import replace
from datetime import date

from plans.agencies.heads import begins_agency
from plans.agencies.spotting import spot_agencies
from plans.annexes import Row
from plans.body.in_brackets import part_brackets
from plans.body.inline_labels import part_labels
from plans.body.named_first import names_first, part_helpers
from plans.body.sentence_leads import GIVEN, part_lead
from plans.body.sentence_times import part_deadline
from plans.deadlines.closing_times import part_opening, part_until
from plans.restore import restore_text
from plans.scanned import says

LEADS = re.compile(
    r"(?P<lead>[^.;:]{4,120}?)(?:: ?| )(?:[Cc]hủ trì|là cơ quan chủ trì|chịu trách nhiệm)"
    r"(?P<helped>(?:,| và)? phối hợp(?: (?:chặt chẽ )?với)?)?,? ?"
)
SAID_IN_BRACKETS = re.compile(r"(?P<content>.+?) [({](?P<said>[^(){}]+)[)}]?")
LONGEST_HELPERS = 28
"""In words."""


def part_sentence(row: Row, counted_from: date, *, scanned: bool) -> Row:
    """The row with the lead and the deadline that its sentence names, taken out of it."""
    content = row.content.rstrip(" .,;")
    if bracketed := part_brackets(content, counted_from):
        return replace(
            row,
            content=bracketed.content,
            lead=bracketed.lead,
            coordinating=bracketed.helpers,
            deadline=bracketed.until,
            doubts=(*row.doubts, "lead_unsure") if bracketed.unsure else row.doubts,
        )
    if (labelled := part_labels(row)) is not None:
        return labelled
    if scanned and (said := _part_scanned_brackets(row, content)) is not None:
        return said
    helpers = None
    content = GIVEN.sub("", content)
    rest, opening = part_opening(content, counted_from)
    if opening and begins_agency(rest):
        found = part_sentence(replace(row, content=rest), counted_from, scanned=scanned)
        return replace(found, deadline=found.deadline or opening)
    lead = LEADS.match(content)
    if lead is not None and begins_agency(lead["lead"]):
        content = content[lead.end() :]
        if lead["helped"]:
            helpers, content = names_first(content, content)
    if lead is None:
        return _part_unlabelled(row, content, counted_from, scanned=scanned)
    content, until = part_until(content, counted_from)
    return replace(
        row,
        content=content[:1].upper() + content[1:],
        lead=lead["lead"],
        coordinating=helpers,
        deadline=until,
    )


def _part_unlabelled(row: Row, content: str, counted_from: date, *, scanned: bool) -> Row:
    """The same of a sentence whose words a scan has damaged, or that names no lead."""
    named, rest = part_lead(content, alone=False) if scanned else (None, content)
    if named is None:
        named, rest = names_first(content, content)
    if named is None:
        named, rest = part_lead(content, scanned=scanned)
    helpers, rest = part_helpers(rest) if named else (None, rest)
    if named and helpers is None:
        helpers, rest = part_scanned_helpers(rest)
    content, until = part_until(rest if named else content, counted_from)
    if until is None and scanned:
        content, until = part_deadline(content, counted_from)
    content = content[:1].upper() + content[1:]
    return replace(row, content=content, lead=named, coordinating=helpers, deadline=until)


def _part_scanned_brackets(row: Row, content: str) -> Row | None:
    """The same of a sentence that closes with brackets whose words a scan has damaged."""
    found = SAID_IN_BRACKETS.fullmatch(content)
    said = found["said"].split() if found else []
    leads = next(
        (at for at in range(1, len(said) - 1) if says(" ".join(said[at : at + 2]), "chu tri")), 0
    )
    lead = " ".join(said[:leads]).rstrip(",")
    if found is None or not begins_agency(restore_text(lead, damaged=True).text):
        return None
    rest = " ".join(said[leads + 2 :])
    helped, _, until = rest.partition(";") if ";" in rest else (rest, "", "")
    words = helped.split()
    helpers = " ".join(words[3:]) if says(" ".join(words[:2]), "phoi hop") else ""
    if ";" not in said[leads + 1] and not helpers:
        return None  # what follows "chủ trì" is not understood
    return replace(
        row,
        content=found["content"],
        lead=lead,
        coordinating=helpers or None,
        deadline=(until or helped).strip() or None,
    )


def part_scanned_helpers(rest: str) -> tuple[str | None, str]:
    """The agencies behind a "phối hợp với" that a scan has damaged, and what is to be done."""
    words = rest.split()
    if not says(" ".join(words[:2]), "phoi hop"):
        return None, rest
    for end in range(min(len(words), LONGEST_HELPERS), 4, -1):
        spotted = spot_agencies(" ".join(words[3:end]))
        if spotted.names and not spotted.skipped and spotted.cost <= len(spotted.names):
            return " ".join(words[3:end]).rstrip(","), " ".join(words[end:])
    return None, rest
