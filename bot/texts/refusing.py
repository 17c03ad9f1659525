"""What somebody's roles do not allow, who may, and what was passed on to them."""

from collections.abc import Collection, Sequence

from bot.i18n import Translator
from db.enums import Role


def not_your_role(tr: Translator, roles: Collection[Role], *, office: Sequence[str]) -> str:
    """Who may do it; the people of the standing office by name where there are any."""
    people = ", ".join(office)
    if Role.HEAD in roles:
        return tr.gettext("The lead agency's head says which officer has a task.")
    if Role.SECRETARY not in roles:
        return tr.gettext("Instructions are given by the committee's members.")
    if Role.MEMBER in roles:
        if not people:
            return tr.gettext("That is for the committee's members and its standing office.")
        return tr.gettext(
            "That is for the committee's members and its standing office ({people})."
        ).format(people=people)
    if not people:
        return tr.gettext("That is for the committee's standing office.")
    return tr.gettext("That is for the committee's standing office ({people}).").format(
        people=people
    )


def what_you_can(tr: Translator) -> str:
    """The next step after a command or a button."""
    return tr.gettext("What you can do here: /trogiup.")


def offer(tr: Translator) -> str:
    """The next step after what was asked for in words."""
    return tr.gettext("Pass your words on to the standing office?")


def button_pass_on(tr: Translator) -> str:
    """Under that question."""
    return tr.gettext("Pass on")


def passed_on(tr: Translator, *, who: str, agency: str, words: str) -> str:
    """To the standing office: what somebody would have done."""
    if agency:
        return tr.gettext("{agency} ({who}) asks: “{words}”.").format(
            agency=agency, who=who, words=words
        )
    return tr.gettext("{who} asks: “{words}”.").format(who=who, words=words)


def sent(tr: Translator, *, people: Sequence[str]) -> str:
    """To who asked."""
    return tr.gettext("✅ Passed on to {people}.").format(people=", ".join(people))
