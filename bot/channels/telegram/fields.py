"""What stands in the fields of an update: the value of its kind, or nothing; never raises."""

from collections.abc import Mapping
from typing import Any, TypeGuard

from bot.ports import IncomingFile

CHANNEL = "telegram"

FILES = ("document", "video")
"""Fields of a message that carry a file; photos come as a list of sizes beside them."""

Object = Mapping[str, Any]


def object_in(body: Object, field: str) -> Object:
    """An object; an empty one where there is none."""
    value = body.get(field)
    return value if isinstance(value, Mapping) else {}


def text_in(body: Object, field: str) -> str:
    """A string; "" where there is none."""
    value = body.get(field)
    return value if isinstance(value, str) else ""


def id_in(body: Object, field: str) -> str | None:
    """A whole number as the text of an id."""
    value = number_in(body, field)
    return None if value is None else str(value)


def number_in(body: Object, field: str) -> int | None:
    """A whole number."""
    value = body.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_list_of_objects(value: object) -> TypeGuard[list[Object]]:
    """Whether a list holds objects alone."""
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)


def person_in(body: Object) -> Object | None:
    """Who wrote or pressed; None for a bot, or where nobody is named."""
    sender = object_in(body, "from")
    return None if not sender or sender.get("is_bot") else sender


def name_of(person: Object) -> str:
    """What a person calls themselves."""
    return f"{text_in(person, 'first_name')} {text_in(person, 'last_name')}".strip()


def file_in(message: Object) -> IncomingFile | None:
    """The document or video that came along, or the largest size of the photo."""
    photo = message.get("photo")
    sizes = [one for one in photo if text_in(one, "file_id")] if is_list_of_objects(photo) else []
    if sizes:
        largest = max(
            sizes, key=lambda one: (number_in(one, "width") or 0, number_in(one, "height") or 0)
        )
        return IncomingFile(largest["file_id"], "", number_in(largest, "file_size"), "image/jpeg")
    for kind in FILES:
        found = object_in(message, kind)
        if source := text_in(found, "file_id"):
            size, media_type = number_in(found, "file_size"), text_in(found, "mime_type")
            return IncomingFile(source, text_in(found, "file_name"), size, media_type or None)
    return None
