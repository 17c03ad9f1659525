"""The `dondoc` command."""

import asyncio
import errno
import logging
from typing import Annotated

import typer

from bot.loading import nothing_is_garbage
from bot.shell import (
    calendar,
    committees,
    directory,
    explaining,
    inviting,
    people,
    plans,
    reading,
    reports,
)
from bot.shell.setting import Shell, database_faults, fail, make_folder, read_time, shell
from bot.texts import shell as texts

app = typer.Typer(
    name="dondoc",
    help="Follows a steering committee's plan: reminds, takes reports, sums up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("import")(plans.import_plan)
app.command("accept")(plans.accept)
app.command("invite")(inviting.invite)
app.command("people")(people.people)
app.command("report")(reports.report)
app.command("committee")(committees.committee)
app.command("reporting")(committees.reporting)
app.command("explain")(explaining.explain)
app.command("preview")(explaining.preview)
app.command("agencies")(directory.agencies)
app.command("indicators")(directory.indicators)
app.add_typer(calendar.app, name="holidays")
app.add_typer(reading.app, name="parse")


@app.command("run")
def run() -> None:
    """Run everything in one process: channels, page, jobs."""
    from bot.logs import set_up_logs  # slow import, for what runs alone

    here = shell()
    set_up_logs()
    if not here.clock.real:
        now = here.clock.now().astimezone(here.settings.zone)
        warning = texts.not_real_clock(here.tr, now=f"{now:%d/%m/%Y %H:%M}")
        logging.getLogger(__name__).warning(warning, extra={"action": "clock_not_real"})
    try:
        asyncio.run(_run(here))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


async def _run(here: Shell) -> None:
    with nothing_is_garbage():
        from bot.app import Program  # slow import, for what runs alone

    host, port = here.settings.web_host, here.settings.web_port
    _check_address(here, host, port)
    make_folder(here)
    program = Program(here.settings, here.clock)
    if not program.lock.take():  # before anything is begun, or said to run
        fail(texts.already_running(here.tr, path=str(program.database.url.database)))
    with database_faults(here):
        async with program.opened():
            logging.getLogger(__name__).info(
                texts.running(here.tr, url=f"http://{host}:{port}/"),
                extra={"action": "running"},
            )
            await program.run(host, port)


def _check_address(here: Shell, host: str, port: int) -> None:
    """Say in one line that the address is taken, before anything is begun."""
    import socket  # slow import, for what listens alone

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            said = texts.address_unusable
            if error.errno == errno.EADDRINUSE:
                said = texts.address_taken
            fail(said(here.tr, host=host, port=port))


@app.command("demo")
def demo(
    port: Annotated[int | None, typer.Option(help="Another port than DONDOC_WEB_PORT.")] = None,
) -> None:
    """Try it: a real plan, sample people, a clock to move, on 127.0.0.1 alone."""
    from bot.demo import DEMO_HOST, run_demo  # slow import, for what runs alone
    from bot.logs import set_up_logs  # slow import, for what runs alone

    here = shell()
    set_up_logs(logging.WARNING)
    port = here.settings.web_port if port is None else port
    _check_address(here, DEMO_HOST, port)
    try:
        asyncio.run(run_demo(here.settings, port, typer.echo))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


@app.command("tick")
def tick(
    at: Annotated[str | None, typer.Option(help="As if it were then: 2025-12-17T08:00.")] = None,
) -> None:
    """Do what the clock demands now, deliver it, and leave; for cron."""
    from bot.app import Program  # slow import, for what runs alone
    from bot.logs import set_up_logs  # slow import, for what runs alone

    here = shell()
    set_up_logs()
    if at is not None:
        here.clock.set(read_time(here, at))
    make_folder(here)

    async def work() -> None:
        program = Program(here.settings, here.clock)
        with database_faults(here):
            async with program.opened():
                await program.tick_once()

    asyncio.run(work())


def main() -> None:
    """The command's entry."""
    app()
