"""One-time codes, on the command line and on the page to print, and the roles they give."""

from bot.i18n import Translator
from db.enums import Role


def role(tr: Translator, value: Role) -> str:
    """A role's name."""
    return {
        Role.SECRETARY: tr.gettext("standing office"),
        Role.MEMBER: tr.gettext("member"),
        Role.HEAD: tr.gettext("head"),
        Role.OFFICER: tr.gettext("officer"),
    }[value]


def invitation(tr: Translator, *, code: str, who: str, until: str) -> str:
    """A one-time code, for whom, and until when."""
    return tr.gettext("Code {code} for {who}, good once, until {until}").format(
        code=code, who=who, until=until
    )


def send_to_bot(tr: Translator, *, code: str) -> str:
    """How a code is used."""
    return tr.gettext("Send to the bot or on the chat page: /start {code}").format(code=code)


def link(tr: Translator, *, url: str) -> str:
    """The Telegram deep link."""
    return tr.gettext("Link: {url}").format(url=url)


def qr_file(tr: Translator, *, path: str) -> str:
    """Where the QR code is."""
    return tr.gettext("QR code: {path}").format(path=path)


def sheet_title(tr: Translator, *, committee: str) -> str:
    """The heading of the printable page of codes."""
    return tr.gettext("Invitation codes: {committee}").format(committee=committee)


def sheet_note(tr: Translator, *, until: str) -> str:
    """Under the heading of the printable page."""
    return tr.gettext(
        "Each code brings in one person, once, until {until}. Cut along the lines and hand each "
        "agency its own."
    ).format(until=until)


def sheet_written(tr: Translator, *, count: int, path: str) -> str:
    """The printable page is there."""
    return tr.ngettext(
        "{count} code written to {path}", "{count} codes written to {path}", count
    ).format(count=count, path=path)


def nobody(tr: Translator) -> str:
    """No people yet."""
    return tr.gettext("Nobody has come in yet; make codes with: dondoc invite")


def agency_needed(tr: Translator) -> str:
    """An officer or head belongs to an agency."""
    return tr.gettext("An officer or a head needs --agency")


def agency_not_needed(tr: Translator) -> str:
    """A member or secretary belongs to the committee itself."""
    return tr.gettext("A member or a secretary belongs to no agency; leave --agency out")


def out_needed(tr: Translator) -> str:
    """The printable page needs a file."""
    return tr.gettext("Name the page with --out FILE")


def agencies_have_no_such_role(tr: Translator) -> str:
    """--all-agencies with a role of the committee itself."""
    return tr.gettext("--all-agencies makes codes for officers or heads alone")
