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


def no_numbers(tr: Translator) -> str:
    """A telephone number was asked for."""
    return tr.gettext("Telephone numbers are not kept here.")
