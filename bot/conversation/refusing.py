"""What one's roles do not allow: said with who may, by name, and offered to be passed on to them.

What was typed is kept with the chat (`passing`) for its day; the button bears its number.
"""

from bot.conversation.listening.said import listen
from bot.conversation.pressed import keep_for_press, kept_for_press
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.lists import task_buttons
from bot.ports import Choice, Outgoing
from bot.texts import refusing as texts
from db.enums import Role
from db.models import Person
from db.queries.people import people_in_role
from plans.words import clean, cut
from tasks.errors import NotYourRoleError
from tasks.rules import may_see

FEWEST = 3
"""Words of a message that may be worth passing on; a command alone is not."""
WORDS = 400
"""Longest words passed on, in characters."""


async def answer_refused(talk: Talk, refusal: NotYourRoleError) -> Outgoing:
    """Who may do it; what was asked for in words can be sent to the standing office."""
    tr, text = talk.tr, clean(talk.incoming.text)
    office = await _office(talk)
    names = [person.name for person in office]
    said = texts.not_your_role(tr, refusal.roles, office=names)
    words = talk.incoming.button is None and len(text.split()) >= FEWEST
    if not words or not office:
        return Outgoing((said, texts.what_you_can(tr)))
    number = keep_for_press(talk, "passing", {"text": cut(text, WORDS)}, counter="passed")
    button = Choice(texts.button_pass_on(tr), f"passon:{number}")
    return Outgoing((said, texts.offer(tr)), ((button,),))


async def on_pass_on(talk: Talk, argument: str) -> Outgoing:
    """The words go to the standing office, with the tasks that they name.

    Raises `StaleButtonError` where they are not kept any more.
    """
    kept = kept_for_press(talk, "passing", argument)
    talk.remember(passing=None)
    words = str(kept["text"])
    numbers = {number for *_, several in find_names(listen(words).words) for number in several}
    found = await followed_tasks(talk)
    named = [
        one
        for one in found
        if one.task.number in numbers
        and may_see(talk.standing, [link.agency_id for link in one.task.agencies])
    ]
    office = await _office(talk)
    agency = ", ".join(talk.agency_names)
    for person in office:
        tr = talk.words_for(person)
        told = texts.passed_on(tr, who=talk.person.name, agency=agency, words=words)
        about = tuple(one.task.id for one in named)
        await talk.tell(person, Outgoing((told,), tuple(task_buttons(named)), about=about))
    return Outgoing((texts.sent(talk.tr, people=[person.name for person in office]),))


async def _office(talk: Talk) -> list[Person]:
    """The standing office's people, but for oneself."""
    found = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    return [person for person in found if person.id != talk.person.id]
