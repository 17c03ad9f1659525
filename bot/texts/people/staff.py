"""The people of a committee: listed, invited, given roles, moved, taken leave of."""

from collections.abc import Sequence

from bot.i18n import Translator
from db.enums import Role


def role_name(tr: Translator, role: Role) -> str:
    """A role beside a name."""
    return {
        Role.SECRETARY: tr.gettext("standing office"),
        Role.MEMBER: tr.gettext("member"),
        Role.HEAD: tr.gettext("head"),
        Role.OFFICER: tr.gettext("officer"),
    }[role]


def heading(tr: Translator, *, committee: str, count: int) -> str:
    """Over the list."""
    return tr.ngettext("{committee}: {count} person", "{committee}: {count} people", count).format(
        committee=committee, count=count
    )


def committee_itself(tr: Translator) -> str:
    """Stands where an agency would, for members and the standing office."""
    return tr.gettext("Members and standing office")


def agency_line(tr: Translator, *, agency: str, people: Sequence[str]) -> str:
    """An agency with its people; says so where there are none."""
    listed = ", ".join(people) or tr.gettext("nobody yet")
    return tr.gettext("{agency}: {people}").format(agency=agency, people=listed)


def with_role(tr: Translator, *, name: str, role: Role) -> str:
    """A person in the list."""
    return tr.gettext("{name} ({role})").format(name=name, role=role_name(tr, role))


def how_to_go_on(tr: Translator) -> str:
    """Under the list."""
    return tr.gettext("Press an agency to invite somebody or to change a person.")


def button_invite(tr: Translator, role: Role) -> str:
    """Under an agency: a code for this role."""
    return {
        Role.SECRETARY: tr.gettext("Invite to the standing office"),
        Role.MEMBER: tr.gettext("Invite a member"),
        Role.HEAD: tr.gettext("Invite the head"),
        Role.OFFICER: tr.gettext("Invite an officer"),
    }[role]


def invitation(tr: Translator, *, role: Role, place: str, code: str, until: str) -> str:
    """The code, to be passed on."""
    return tr.gettext(
        "Code for {role}, {place}: {code}. Good once, until {until}. Pass it on; whoever it is for "
        "sends “/start {code}” to this account."
    ).format(role=role_name(tr, role), place=place, code=code, until=until)


def invitation_for(
    tr: Translator, *, name: str, role: Role, place: str, code: str, until: str
) -> str:
    """The code for somebody who was named."""
    return tr.gettext(
        "Code for {name} as {role}, {place}: {code}. Good once, until {until}. Pass it on; {name} "
        "sends “/start {code}” to this account."
    ).format(name=name, role=role_name(tr, role), place=place, code=code, until=until)


def invitation_link(tr: Translator, *, bot: str, code: str) -> str:
    """Under the code: what opens the bot with it, on Telegram."""
    return tr.gettext("On Telegram this link is enough: {link}").format(
        link=f"https://t.me/{bot}?start={code}"
    )


def role_where(tr: Translator, *, role: Role, name: str) -> str:
    """After head or officer was chosen for somebody."""
    return tr.gettext("{name} as {role}: of which agency?").format(
        name=name, role=role_name(tr, role)
    )


def person_heading(tr: Translator, *, name: str, roles: Sequence[str]) -> str:
    """One person with all their roles."""
    return tr.gettext("{name}: {roles}").format(name=name, roles="; ".join(roles))


def role_in(tr: Translator, *, role: Role, agency: str | None) -> str:
    """A role with its agency."""
    if agency is None:
        return role_name(tr, role)
    return tr.gettext("{role} of {agency}").format(role=role_name(tr, role), agency=agency)


def button_role(tr: Translator) -> str:
    """Under a person."""
    return tr.gettext("Give another role")


def button_move(tr: Translator) -> str:
    """Under a person with a role in an agency."""
    return tr.gettext("Move to another agency")


def button_move_to(tr: Translator, *, agency: str) -> str:
    """Under a person of whom it was said in words."""
    return tr.gettext("Move to {agency}").format(agency=agency)


def button_give(tr: Translator, *, role: str) -> str:
    """The same of one more role, with its agency."""
    return tr.gettext("Give as well: {role}").format(role=role)


def button_end_role(tr: Translator, *, role: str) -> str:
    """Under a person with several roles: this one alone."""
    return tr.gettext("End only: {role}").format(role=role)


def button_end(tr: Translator) -> str:
    """Under a person."""
    return tr.gettext("End their part here")


def button_end_now(tr: Translator) -> str:
    """To confirm that."""
    return tr.gettext("Yes, end it")


def which_role(tr: Translator, *, name: str) -> str:
    """Before the roles that can be given."""
    return tr.gettext("Which role does {name} get as well?").format(name=name)


def which_agency(tr: Translator, *, name: str) -> str:
    """Before the agencies to move to."""
    return tr.gettext("To which agency does {name} move?").format(name=name)


def sure_to_end(tr: Translator, *, name: str) -> str:
    """Before it is done."""
    return tr.gettext(
        "End the part of {name} here? Tasks stay with the agency; {name} is reminded no more."
    ).format(name=name)


def changed(tr: Translator, *, name: str, roles: Sequence[str]) -> str:
    """To the secretary."""
    return tr.gettext("✅ {name} is now: {roles}.").format(name=name, roles="; ".join(roles))


def you_are(tr: Translator, *, committee: str, roles: Sequence[str]) -> str:
    """To the person whose roles changed."""
    return tr.gettext(
        "Your roles in {committee} are now: {roles}. Type /trogiup for what you can do."
    ).format(committee=committee, roles="; ".join(roles))


def ended(tr: Translator, *, name: str) -> str:
    """To the secretary."""
    return tr.gettext("{name} has no part here any more; the tasks stay with their agency.").format(
        name=name
    )


def farewell(tr: Translator, *, committee: str) -> str:
    """The last word to a person whose part has ended."""
    return tr.gettext(
        "Your part in {committee} has ended; no more reminders will come. What you reported is "
        "kept. If this is a mistake, ask its standing office."
    ).format(committee=committee)


def no_change(tr: Translator) -> str:
    """It is so already."""
    return tr.gettext("That is so already; nothing has changed.")


def last_of_office(tr: Translator) -> str:
    """Nobody would be left to keep the committee's list."""
    return tr.gettext(
        "The last person of the standing office cannot be taken out. Give that "
        "role to somebody else first."
    )


def says_leaving(tr: Translator, *, who: str, agency: str, words: str) -> str:
    """To the standing office: somebody writes that they work elsewhere now."""
    if agency:
        sentence = tr.gettext(
            "{who} ({agency}) says: “{words}”. Their roles stand until you end them."
        )
    else:
        sentence = tr.gettext("{who} says: “{words}”. Their roles stand until you end them.")
    return sentence.format(who=who, agency=agency, words=words)


def button_person(tr: Translator, *, name: str) -> str:
    """Under that message: to the person's roles."""
    return tr.gettext("Roles of {name}").format(name=name)


def leaving_told(tr: Translator) -> str:
    """To who said it."""
    return tr.gettext(
        "The standing office has been told and will name who takes over. Until then the reminders "
        "still come to you."
    )
