"""`dondoc parse`: what the readers make of a line; for checks and for developers."""

import json
import sys
from typing import Annotated

import typer

from bot.shell.setting import fail, read_day, shell
from bot.texts import shell as texts

app = typer.Typer(help="Read lines on standard input, print one line of JSON a line.")


@app.command("deadline")
def parse_deadline(
    issued: Annotated[str, typer.Option(help="The plan's day of issue, YYYY-MM-DD.")],
) -> None:
    """What a plan's deadline means."""
    from plans.deadlines.read import read_deadline  # slow import, this command alone

    here = shell()
    issued_on = read_day(here, issued) or fail(texts.bad_day(here.tr, value=issued))
    for line in sys.stdin:
        found = read_deadline(line.rstrip("\n"), issued_on=issued_on)
        body = {
            "kind": found.kind.value,
            "start": found.start.isoformat() if found.start else None,
            "due": found.due.isoformat() if found.due else None,
            "recurs": found.recurs.value if found.recurs else None,
            "recurs_due": found.recurs_due,
        }
        typer.echo(json.dumps(body, ensure_ascii=False))


@app.command("reply")
def parse_reply(
    today: Annotated[str, typer.Option(help="The day it was written, YYYY-MM-DD.")],
) -> None:
    """What a person's message says of which task."""
    from bot.conversation.replies import read_reply, to_labels  # slow import, this command alone

    here = shell()
    day = read_day(here, today) or fail(texts.bad_day(here.tr, value=today))
    for line in sys.stdin:
        found = read_reply(line.rstrip("\n"), today=day)
        typer.echo(json.dumps([to_labels(reply) for reply in found], ensure_ascii=False))
