"""A stranger without a code asks to come in, and the standing office decides."""

from bot.i18n import Translator


def button_ask_in(tr: Translator) -> str:
    """To a stranger without a code."""
    return tr.gettext("Ask to come in")


def ask_who(tr: Translator) -> str:
    """After it."""
    return tr.gettext(
        "Write your full name, your agency and the committee, for example: “Nguyễn Văn A, Phòng "
        "Kinh tế, Ban Chỉ đạo xã Vĩnh Lại”."
    )


def asked_in(tr: Translator, *, committee: str) -> str:
    """To the stranger: it waits."""
    return tr.gettext("Your request went to the standing office of {committee}.").format(
        committee=committee
    )


def asked_before(tr: Translator) -> str:
    """An earlier request waits."""
    return tr.gettext("Your request is with the standing office already.")


def which_committee(tr: Translator) -> str:
    """No committee's name stands in the request, and there are several."""
    return tr.gettext("Which committee is it? Write its name as well.")


def wants_in(tr: Translator, *, name: str, words: str) -> str:
    """To the standing office."""
    return tr.gettext(
        "{name} asks to come in without a code: “{words}”. Is it somebody of yours?"
    ).format(name=name, words=words)


def button_let_in(tr: Translator, *, agency: str) -> str:
    """Under it: as an officer of this agency."""
    return tr.gettext("Agree: {agency}").format(agency=agency)


def button_keep_out(tr: Translator) -> str:
    """Under it."""
    return tr.gettext("Decline")


def declined(tr: Translator, *, committee: str) -> str:
    """To the stranger."""
    return tr.gettext(
        "The standing office of {committee} did not agree. Ask it for a code if this is a mistake."
    ).format(committee=committee)


def kept_out(tr: Translator, *, name: str) -> str:
    """To the standing office."""
    return tr.gettext("The request of {name} was declined.").format(name=name)
