"""Who answers for a task, who is in an agency, who somebody is."""

from collections.abc import Sequence

from bot.i18n import Translator


def of_task(tr: Translator, *, number: int, leads: Sequence[str], people: Sequence[str]) -> str:
    """The agencies that lead a task, and their people by name."""
    if not leads:
        return tr.gettext("#{number} is assigned to no agency yet.").format(number=number)
    agencies = ", ".join(leads)
    if not people:
        return tr.gettext("#{number}: {agencies}; nobody of it is connected here yet.").format(
            number=number, agencies=agencies
        )
    return tr.gettext("#{number}: {agencies}; {people}.").format(
        number=number, agencies=agencies, people=", ".join(people)
    )


def helpers(tr: Translator, *, agencies: Sequence[str]) -> str:
    """Who helps with it."""
    return tr.gettext("Helping: {agencies}.").format(agencies=", ".join(agencies))


def of_agency(tr: Translator, *, agency: str, people: Sequence[str]) -> str:
    """An agency's people by name."""
    if not people:
        return tr.gettext("{agency}: nobody is connected here yet.").format(agency=agency)
    return tr.gettext("{agency}: {people}.").format(agency=agency, people=", ".join(people))


def person(tr: Translator, *, name: str, place: str) -> str:
    """Who somebody is: name and role, and where."""
    return tr.gettext("{name}, {place}.").format(name=name, place=place)


def what_one_can_do(tr: Translator) -> str:
    """Under who one is here."""
    return tr.gettext("What you can do here: /trogiup.")


def no_numbers(tr: Translator) -> str:
    """A telephone number was asked for."""
    return tr.gettext("Telephone numbers are not kept here.")


def named_open(tr: Translator, *, who: str, count: int) -> str:
    """Over what one person has to do of the tasks given by name."""
    return tr.ngettext(
        "{who}: {count} open task given by name", "{who}: {count} open tasks given by name", count
    ).format(who=who, count=count)


def named_all_done(tr: Translator, *, who: str) -> str:
    """Tasks were given to this person by name, and none of them is open."""
    return tr.gettext("{who}: every task given by name is done.").format(who=who)


def none_named(tr: Translator, *, who: str, agency: str) -> str:
    """Over an agency's tasks, where one person's were asked for."""
    return tr.gettext("No task is given to {who} by name; these are the tasks of {agency}.").format(
        who=who, agency=agency
    )
